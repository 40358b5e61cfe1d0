"""Judging through the page, without a browser: what is written, what is shown of it, and who may not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from tests import readings
from tests.web.conftest import BASE
from vitascope.store import ClaimFilter, Project
from vitascope.web.app import application
from vitascope.web.site import Site


@pytest.fixture
def own(project: Path, tmp_path: Path) -> Path:
    """A copy of the project that a test may change."""
    return Path(shutil.copy(project, tmp_path / "own.vita"))


@pytest.fixture
def site(own: Path) -> Site:
    return Site(own, edit=True, author="N. Berg")


@pytest.fixture
def editor(site: Site) -> TestClient:
    """A client of a page that edits."""
    return TestClient(application(site), base_url=BASE)


def claim_of(project: Path, type_: str, words: str = "brandvold") -> str:
    with Project.open(project) as opened:
        life = opened.lives(words)[0]
        return next(i.claim.id for i in opened.claims(ClaimFilter(document=life.document)) if i.claim.type == type_)


def life_of(project: Path, words: str = "brandvold") -> str:
    with Project.open(project) as opened:
        return opened.lives(words)[0].document


def page_of(client: TestClient, path: str) -> lxml.html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text[-400:]
    return lxml.html.fromstring(answer.text)


def words_of(client: TestClient, path: str) -> str:
    return " ".join(page_of(client, path).text_content().split())


def found(client: TestClient) -> int:
    """How many claims a search for everything says that there are."""
    [heading] = page_of(client, "/search").xpath("//h2[@id='found']")
    return int(re.sub(r"\D", "", heading.text_content()))


def filled(client: TestClient, claim: str, **changes: str) -> dict[str, str]:
    """The form of a correction as a browser would send it, with some fields changed."""
    form = next(form for form in page_of(client, f"/claims/{claim}").forms if form.get("action", "").endswith("judge")
                and form.fields.get("verdict") == "correct")  # fmt: skip
    return {name: value or "" for name, value in form.form_values()} | changes


@pytest.mark.parametrize(("verdict", "sign"), [("accept", "accepted by N. Berg"), ("unsure", "doubted by N. Berg")])
def test_a_verdict_is_a_sign_on_the_claim_in_its_life_and_in_search(
    editor: TestClient, site: Site, own: Path, verdict: str, sign: str
) -> None:
    claim = claim_of(own, "arrest")
    answer = editor.post(f"/claims/{claim}/judge", data={"token": site.token, "verdict": verdict, "why": "the diary"})
    assert sign in " ".join(lxml.html.fromstring(answer.text).text_content().split())
    assert "because the diary" in words_of(editor, f"/claims/{claim}")
    [row] = [r for r in page_of(editor, f"/lives/{life_of(own)}").iter("li") if r.get("data-claims") == claim]
    assert sign in row.text_content()
    assert sign in words_of(editor, "/search?type=arrest")


def test_what_is_rejected_is_hidden_but_listed(editor: TestClient, site: Site, own: Path) -> None:
    claim, life = claim_of(own, "arrest"), life_of(own)
    before = found(editor)
    editor.post(f"/claims/{claim}/judge", data={"token": site.token, "verdict": "reject"})
    page = page_of(editor, f"/lives/{life}")
    assert claim not in {id_ for e in page.iter("mark", "li") for id_ in (e.get("data-claims") or "").split()}
    assert "1 rejected claim" in page.text_content()
    assert f"/claims/{claim}" in {a.get("href") for a in page.find_class("rejected")[0].iter("a")}
    assert "rejected by N. Berg" in words_of(editor, f"/claims/{claim}")
    assert found(editor) == before - 1


def test_only_what_was_changed_in_the_form_is_corrected(editor: TestClient, own: Path) -> None:
    claim = claim_of(own, "arrest")
    editor.post(f"/claims/{claim}/judge", data=filled(editor, claim, when="1903~", why="the gaol book"))
    with Project.open(own) as opened:
        stands, read = opened.claim(claim).claim, opened.claim(claim, judged=False).claim
    assert stands.judged is not None
    assert stands.judged.corrected == ("when",)
    assert (stands.when.edtf, read.when.edtf) == ("1903~", "1902")
    assert stands.roles == read.roles
    words = words_of(editor, f"/claims/{claim}")
    assert "about 1903" in words
    assert "read as: 1902" in words


def test_every_part_can_be_corrected(editor: TestClient, own: Path) -> None:
    claim = claim_of(own, "arrest")
    start = readings.TEXT.index("held until 1904")
    changes = {
        "type": "imprisonment", "subject": "mother of Ilse Brandvold", "role.place": "Omsk",
        "status.modality": "alleged",
        "status.attributed_to": "a neighbour", "start": str(start), "end": str(start + len("held until 1904")),
    }  # fmt: skip
    editor.post(f"/claims/{claim}/judge", data=filled(editor, claim, **changes))
    with Project.open(own) as opened:
        item = opened.claim(claim)
    assert (item.claim.type, item.quote, item.claim.subject.id) == ("imprisonment", "held until 1904", "mother")
    assert item.claim.roles["place"].label == "Omsk"
    assert (item.claim.status.modality, item.claim.status.attributed_to) == ("alleged", "a neighbour")
    assert {"type", "words", "subject", "roles.place"} <= set(item.claim.judged.corrected if item.claim.judged else ())
    words = words_of(editor, f"/claims/{claim}")
    assert "read as: arrest" in words
    assert "place read as: nobody and nothing" not in words


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({}, "changes nothing"),
        ({"when": "the year 5"}, "1937-08"),
        ({"type": "nonsense"}, "nonsense"),
        ({"start": "7", "end": "3"}, "no place"),
        ({"end": "99999999"}, "no place"),
        ({"start": "x"}, "no place"),
        ({"status.modality": "sworn"}, "sworn"),
    ],
)
def test_a_correction_that_cannot_be_says_why_and_writes_nothing(
    editor: TestClient, own: Path, changes: dict[str, str], says: str
) -> None:
    claim = claim_of(own, "arrest")
    answer = editor.post(f"/claims/{claim}/judge", data=filled(editor, claim, **changes))
    assert answer.status_code == 400
    assert says in answer.text
    with Project.open(own) as opened:
        assert opened.judgements() == ()


def test_a_correction_survives_another_reading_and_can_be_taken_back(editor: TestClient, site: Site, own: Path) -> None:
    claim = claim_of(own, "arrest")
    editor.post(f"/claims/{claim}/judge", data=filled(editor, claim, when="1903"))
    with Project.open(own) as opened:
        again = readings.read(readings.document("A new beginning.\n\n" + readings.TEXT))
        opened.save(again)
    moved = claim_of(own, "arrest")
    assert moved != claim
    assert "corrected by N. Berg" in words_of(editor, f"/claims/{moved}")
    editor.post("/judgements/1/undo", data={"token": site.token, "then": f"/claims/{moved}"})
    words = words_of(editor, f"/claims/{moved}")
    assert "corrected by" not in words
    assert "takes judgement 1 back" in words


@pytest.mark.parametrize(
    "then", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "evil"]
)
def test_no_form_leads_away_from_the_page(site: Site, own: Path, then: str) -> None:
    client = TestClient(application(site), base_url=BASE, follow_redirects=False)
    claim = claim_of(own, "arrest")
    answer = client.post(f"/claims/{claim}/judge", data={"token": site.token, "verdict": "accept", "then": then})
    assert answer.headers["location"] == f"/claims/{claim}"


@pytest.mark.parametrize("path", ["/claims/{claim}/judge", "/judgements/1/undo", "/people/judge"])
@pytest.mark.parametrize("token", ["right", "wrong"])
def test_nothing_is_judged_without_editing_or_token(own: Path, path: str, token: str) -> None:
    site = Site(own, edit=token == "wrong", author="N. Berg")
    client = TestClient(application(site), base_url=BASE)
    given = {"token": site.token if token == "right" else "0" * 32, "verdict": "accept"}
    assert client.post(path.format(claim=claim_of(own, "arrest")), data=given).status_code == 403
    with Project.open(own) as opened:
        assert opened.judgements() == ()


def test_a_page_that_only_reads_offers_no_judging(own: Path) -> None:
    client = TestClient(application(Site(own)), base_url=BASE)
    for path in (f"/claims/{claim_of(own, 'arrest')}", "/review", f"/lives/{life_of(own)}"):
        forms = [form.get("action") for form in page_of(client, path).forms if form.method == "POST"]
        assert forms == [], path


def test_the_queue_goes_from_doubt_to_doubt(editor: TestClient, site: Site, own: Path) -> None:
    def shown() -> str:
        link = next(a.get("href", "") for a in page_of(editor, "/review").iter("a") if "/claims/" in a.get("href", ""))
        return link.rsplit("/", 1)[-1]

    with Project.open(own) as opened:
        least = min(item.claim.confidence for item in opened.claims())
        assert opened.claim(shown()).claim.confidence == least
    first = shown()
    answer = editor.post(f"/claims/{first}/judge", data={"token": site.token, "verdict": "accept", "then": "/review"})
    assert "made=1" in str(answer.url)
    assert "1 judged" in answer.text
    assert shown() != first
    editor.post("/judgements/1/undo", data={"token": site.token, "then": "/review"})
    assert shown() == first
    editor.post(f"/claims/{first}/judge", data={"token": site.token, "verdict": "unsure", "then": "/review"})
    assert shown() == first, "what somebody doubts comes first"


def test_the_queue_is_narrowed_by_life_and_type_and_ends(editor: TestClient, site: Site, own: Path) -> None:
    address = f"/review?life={life_of(own)}&type=arrest"
    assert "0 judged, 1 left" in words_of(editor, address)
    claim = claim_of(own, "arrest")
    editor.post(f"/claims/{claim}/judge", data={"token": site.token, "verdict": "accept"})
    words = words_of(editor, address)
    assert "1 judged, 0 left" in words
    assert "Nothing is left" in words
    assert "The queue ends here" in words_of(editor, "/review?skip=99999")


def test_two_personas_are_joined_and_parted(editor: TestClient, site: Site, own: Path) -> None:
    with Project.open(own) as opened:
        opened.save(readings.brandvold(uri="lives/brandvold-2.txt"))
        first, second = (life.document for life in opened.lives("brandvold"))
    path = f"/lives/{first}?persona=ilse"
    assert "Also told of in" not in words_of(editor, path)
    form = next(f for f in page_of(editor, path).forms if f.get("action") == "/people/judge")
    given = {name: value or "" for name, value in form.form_values()}
    assert given["other"] == f"{second}:ilse"
    answer = editor.post("/people/judge", data=given | {"verdict": "same", "why": "one birth"})
    assert "Also told of in" in answer.text
    assert f"/lives/{second}?persona=ilse" in answer.text
    editor.post("/people/judge", data=given | {"verdict": "different"})
    assert "Also told of in" not in words_of(editor, path), "of one pair the last judgement stands"
    editor.post("/judgements/2/undo", data={"token": site.token})
    answer = editor.post("/judgements/1/undo", data={"token": site.token, "then": path})
    assert "Also told of in" not in answer.text


def test_a_date_is_told_while_it_is_typed(editor: TestClient) -> None:
    told = editor.get("/date", params={"edtf": "1937-08~"}).json()
    assert (told["words"], told["earliest"], told["latest"]) == ("about August 1937", "1937-08-01", "1937-08-31")
    assert "1937-08" in editor.get("/date", params={"edtf": "soon"}).json()["fault"]


def test_the_timeline_is_narrowed_by_its_address(editor: TestClient, own: Path) -> None:
    page = page_of(editor, f"/lives/{life_of(own)}?status=duress&status=negated")
    rows = [row for row in page.iter("li") if row.get("data-status")]
    left = {row.get("data-status") for row in rows if row.get("hidden") is None}
    assert left
    assert all({"duress", "negated"} & set((status or "").split()) for status in left)
    assert any(row.get("hidden") is not None for row in rows)


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/lives/{life}", "/lives/{life}/network", "/lives/{life}/map", "/compare?life={life}"),
        *("/search?q=lysohir", "/review", "/claims/{claim}"),
    ],
)
@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_is_seen_can_be_taken_along(editor: TestClient, own: Path, path: str, kind: str) -> None:
    address = path.format(life=life_of(own, "lysohir"), claim=claim_of(own, "arrest"))
    offered = {
        re.sub(r"^\?", address.split("?")[0] + "?", a.get("href", "")) for a in page_of(editor, address).iter("a")
    }
    [link] = [link for link in offered if f"format={kind}" in link and "posts" not in link]
    answer = editor.get(link)
    assert kind in answer.headers["content-type"]
    assert "attachment" in answer.headers["content-disposition"]
    assert len(answer.json() if kind == "json" else answer.text.splitlines()) > 1
