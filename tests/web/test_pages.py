"""What the pages say, without a browser."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE, HOSTILE
from vitascope.export.departures import departures
from vitascope.store import ClaimFilter, Project
from vitascope.web.app import application
from vitascope.web.remembered import Memory, stamp_of
from vitascope.web.site import Site
from vitascope.web.warming import remember, warm


def tree(client: TestClient, path: str) -> lxml.html.HtmlElement:
    """The parsed page, which must be there."""
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text[-300:])
    return lxml.html.fromstring(answer.text)


def addresses(project: Path) -> list[str]:
    """Every kind of page, for every life."""
    with Project.open(project) as opened:
        lives = [life.document for life in opened.lives()]
        claims = [item.claim.id for item in opened.claims(ClaimFilter(document=lives[0]))][:3]
    return [
        "/",
        "/search",
        "/search?q=norrgren",
        "/search?status=unasserted",
        "/network",
        "/map",
        "/review",
        "/review?type=arrest",
        "/compare",
        *(f"/lives/{life}" for life in lives),
        *(f"/lives/{life}/network" for life in lives),
        *(f"/lives/{life}/map" for life in lives),
        *(f"/claims/{claim}" for claim in claims),
        f"/compare?life={lives[0]}&life={lives[1]}",
    ]


def test_every_page_is_whole_and_names_itself(client: TestClient, project: Path) -> None:
    for path in addresses(project):
        page = tree(client, path)
        assert page.findtext(".//title"), path
        assert len(page.findall(".//h1")) >= 1, path
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path


def test_what_is_hostile_is_shown_as_words(client: TestClient, project: Path) -> None:
    for path in addresses(project):
        page = tree(client, path)
        assert all("/static/" in (script.get("src") or "") or script.get("type") == "application/json"
                   for script in page.iter("script")), path  # fmt: skip
        assert not list(page.iter("img")), path
        assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")], path
        assert not [element for element in page.iter() if element.get("style")], path


def test_hostile_words_are_there_all_the_same(client: TestClient) -> None:
    assert HOSTILE[:20] in "".join(tree(client, "/search?type=birth").itertext())


@pytest.mark.parametrize("path", ["/lives/none", "/claims/zzz", "/nowhere", "/read/none"])
def test_what_is_not_there_is_told_as_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)
    assert "Traceback" not in answer.text
    assert "To the first page" in answer.text


def test_every_claim_of_a_life_is_underlined_and_in_the_list(client: TestClient, project: Path) -> None:
    with Project.open(project) as opened:
        life = next(life for life in opened.lives("lysohir"))
        claims = opened.claims(ClaimFilter(document=life.document))
    page = tree(client, f"/lives/{life.document}")
    marked = {id_ for mark in page.iter("mark") for id_ in (mark.get("data-claims") or "").split()}
    assert marked == {item.claim.id for item in claims}
    subject = max({item.claim.subject.id for item in claims},
                  key=lambda id_: sum(item.claim.subject.id == id_ for item in claims))  # fmt: skip
    listed = {id_ for row in page.iter("li") for id_ in (row.get("data-claims") or "").split()}
    assert listed == {item.claim.id for item in claims if item.claim.subject.id == subject}


def test_what_is_not_plainly_asserted_looks_and_reads_otherwise(client: TestClient, project: Path) -> None:
    with Project.open(project) as opened:
        life = next(life for life in opened.lives("brandvold"))
        forced = next(
            i.claim for i in opened.claims(ClaimFilter(document=life.document)) if i.claim.type == "confession"
        )
    page = tree(client, f"/lives/{life.document}")
    [row] = [row for row in page.iter("li") if row.get("data-claims") == forced.id]
    assert {"unplain", "duress"} <= set((row.get("class") or "").split())
    assert "under duress" in row.text_content()
    assert "under duress" in tree(client, f"/claims/{forced.id}").text_content()


def test_the_text_is_shown_as_it_stands(client: TestClient, project: Path) -> None:
    with Project.open(project) as opened:
        life = next(life for life in opened.lives("brandvold"))
        document = opened.document(life.document)
    assert document is not None
    [article] = tree(client, f"/lives/{life.document}").find_class("text")
    shown = [p.text_content() for p in article.iter("h1", "h2", "p") if p.get("class") in ("heading", "paragraph")]
    assert shown == [document.quote(block.span) for block in document.blocks]


def test_no_choice_that_a_facet_offers_is_empty_and_its_count_is_right(client: TestClient) -> None:
    page = tree(client, "/search?status=unasserted")
    links = [(a.get("href"), int(a.findtext("b"))) for a in page.findall(".//aside//li/a") if a.find("b") is not None]
    assert len(links) > 8
    for address, count in links[::3]:
        [heading] = tree(client, address).xpath("//h2[@id='found']")
        assert int(re.sub(r"\D", "", heading.text_content())) == count, address


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=99999999999", "after=x", "after=99999999",
                                   "status=;--", "q=%00", "q=%22", "q=AND+OR+NOT", "type=%F0%9F%98%80",
                                   "q=" + "a" * 5000])  # fmt: skip
def test_a_strange_address_is_answered(client: TestClient, query: str) -> None:
    assert client.get(f"/search?{query}").status_code == 200


def test_a_pasted_text_is_read_and_not_kept(project: Path) -> None:
    site = Site(project)
    client = TestClient(application(site), base_url=BASE, follow_redirects=True)
    before = project.read_bytes()
    text = "Anna Berg\n\nAnna Berg was born in Riga in 1901. She was arrested in 1937."
    answer = client.post("/read", data={"token": site.token, "text": text})
    for _ in range(200):
        if "are being read" not in answer.text:
            break
        time.sleep(0.1)
        answer = client.get(answer.url.path)
    page = lxml.html.fromstring(answer.text)
    assert "is not kept" in page.text_content()
    assert {"birth", "arrest"} <= {word for row in page.iter("li") for word in re.findall(r"\w+", row.text_content())}
    assert project.read_bytes() == before


@pytest.mark.parametrize("text", ["", "   \n "])
def test_pasting_nothing_says_what_to_do(project: Path, text: str) -> None:
    site = Site(project)
    answer = TestClient(application(site), base_url=BASE).post("/read", data={"token": site.token, "text": text})
    assert answer.status_code == 400
    assert "paste the text" in answer.text


def test_a_network_is_the_same_as_json_and_names_its_claims(client: TestClient, project: Path) -> None:
    with Project.open(project) as opened:
        life = next(life for life in opened.lives("lysohir"))
        known = {item.claim.id for item in opened.claims(ClaimFilter(document=life.document))}
    told = client.get(f"/lives/{life.document}/network?format=json").json()
    assert told["links"]
    assert {tie["claim"] for link in told["links"] for tie in link["ties"]} <= known
    ends = {end for link in told["links"] for end in (link["source"], link["target"])}
    assert ends == {node["id"] for node in told["nodes"]}


def test_a_map_draws_what_was_chosen_and_lists_what_stays_open(client: TestClient, project: Path) -> None:
    with Project.open(project) as opened:
        life = next(life for life in opened.lives("lysohir"))
        reading = opened.reading(life.document, judged=True)
    assert reading is not None
    told = client.get(f"/lives/{life.document}/map?format=json").json()
    assert told["type"] == "FeatureCollection"
    chosen = {mention.place for mention in reading.places.mentions}
    assert told["features"]
    for feature in told["features"]:
        assert feature["properties"]["place"] in chosen
        assert -180 <= feature["geometry"]["coordinates"][0] <= 180
    page = tree(client, f"/lives/{life.document}/map")
    listed = {row.text_content().split("\n")[0] for row in page.xpath("//table[@class='places']//th[@scope='row']")}
    assert len(listed) == len(told["features"])


def test_what_cost_time_is_remembered_until_the_project_changes(project: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(project, tmp_path / "own.vita"))
    memory, asked = Memory(), []

    def ask() -> int:
        with Project.open(own) as opened:  # which makes a log beside the file, and takes it away again
            return memory.answer(own, "claims", lambda: asked.append(1) or opened.counts().claims)

    first = ask()
    assert ask() == first
    assert len(asked) == 1
    with Project.open(own) as opened:
        opened.remove("lives/brandvold.txt")
    assert ask() < first
    assert len(asked) == 2


def test_a_page_is_shown_again_until_the_project_changes(project: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(project, tmp_path / "own.vita"))
    site = Site(own, edit=True, author="N. Berg")
    client = TestClient(application(site), base_url=BASE)
    with Project.open(own) as opened:
        life = opened.lives("brandvold")[0].document
        claim = opened.claims(ClaimFilter(document=life))[0].claim.id
    first = client.get(f"/claims/{claim}")
    again = client.get(f"/claims/{claim}")
    assert (again.text, again.headers) == (first.text, first.headers)
    assert client.get(f"/claims/{claim}", headers={"host": "evil.example"}).status_code == 400
    client.post(f"/claims/{claim}/judge", data={"token": site.token, "verdict": "reject"})
    assert "is rejected" in client.get(f"/claims/{claim}").text


def test_what_is_answered_before_anybody_asks_is_at_hand(project: Path) -> None:
    site = Site(project)
    warm(application(site), site)
    remember(site)
    assert all(site.memory.known(stamp_of(project), question) is not None for question in ("counts", "map", "network"))


def test_words_are_lit_in_the_sentence_of_each_claim_that_they_find(client: TestClient) -> None:
    rows = tree(client, "/search?q=kharkiv").xpath("//ol[@class='found']/li")
    assert rows
    for row in rows:
        assert "Kharkiv" in row.text_content()
        assert {word.text_content() for word in row.iter("strong")} == {"Kharkiv"}


def test_a_claim_that_is_not_plainly_asserted_is_explained(client: TestClient, project: Path) -> None:
    with Project.open(project) as opened:
        told = opened.claims(ClaimFilter(statuses=("unasserted",)))
    for item in told[::7]:
        page = tree(client, f"/claims/{item.claim.id}")
        [caution] = page.find_class("caution")
        assert len(caution.findall(".//li")) == len(departures(item.claim.status))


def test_from_claim_to_claim_in_the_order_of_the_text(client: TestClient, project: Path) -> None:
    with Project.open(project) as opened:
        ids = [i.claim.id for i in opened.claims(ClaimFilter(document=opened.lives("norrgren")[0].document))]
    seen = [ids[0]]
    while following := tree(client, f"/claims/{seen[-1]}").xpath("//a[@rel='next']/@href"):
        seen.append(following[0].rsplit("/", 1)[-1])
    assert seen == ids
