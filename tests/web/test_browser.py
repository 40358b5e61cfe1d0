"""What a researcher does, in a real browser: Debian's Chromium, found by its path, driven without a network."""

from __future__ import annotations

import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests import readings
from vitascope.store import Project
from vitascope.web.app import application
from vitascope.web.site import Site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
BUNDLE = Path(__file__).parents[2] / "src/vitascope/web/static/bundle/page.js"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (Debian: apt install chromium)"),
    pytest.mark.skipif(not BUNDLE.exists(), reason="installed without the page's bundle"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def own(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that these tests change, with one life told twice."""
    path = Path(shutil.copy(project, tmp_path_factory.mktemp("browser") / "own.vita"))
    with Project.open(path) as opened:
        opened.save(readings.brandvold(uri="lives/brandvold-again.txt"))
    return path


@pytest.fixture(scope="module")
def address(own: Path) -> Iterator[str]:
    """Where the project is served."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    site = Site(own, edit=True, author="N. Berg")
    server = uvicorn.Server(uvicorn.Config(application(site), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A new window; whatever the console complains of fails the test."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda fault: said.append(str(fault)))
    yield opened
    context.close()
    assert said == []


def open_life(page: Page, name: str) -> None:
    page.goto("/")
    page.get_by_placeholder("Search names, texts, places").fill(name)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=name).first.click()
    page.wait_for_url("**/lives/*")


def test_search_open_a_life_and_go_from_a_claim_to_its_lit_words(page: Page) -> None:
    open_life(page, "Lysohir")
    row = page.locator(".rows li", has_text="rehabilitation").first
    claim = row.get_attribute("data-claims")
    row.hover()
    lit = page.locator("mark.lit")
    assert lit.count() >= 1
    assert claim in (lit.first.get_attribute("data-claims") or "")
    assert lit.first.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight }")
    row.get_by_role("link").click()
    page.wait_for_url(f"**/claims/{claim}")
    assert page.locator("blockquote mark").count() == 1
    page.locator(".crumb a").first.click()
    page.wait_for_url("**/lives/*")
    assert claim in (page.locator("mark.lit").first.get_attribute("data-claims") or "")


def test_words_light_their_row(page: Page) -> None:
    open_life(page, "Lysohir")
    mark = page.locator("mark", has_text="tribunal").first
    mark.hover()
    ids = set((mark.get_attribute("data-claims") or "").split())
    lit = page.locator("li.lit")
    assert lit.count() >= 1
    assert lit.first.get_attribute("data-claims") in ids


def test_the_keyboard_is_enough(page: Page) -> None:
    open_life(page, "Lysohir")
    link = page.locator(".rows a").first
    link.focus()
    assert page.locator("mark.lit").count() >= 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")


def test_coerced_claims_are_a_filter_away(page: Page) -> None:
    page.goto("/search")
    page.locator("aside").get_by_role("link", name="duress").click()
    page.wait_for_url("**status=duress*")
    rows = page.locator(".found li")
    assert rows.count() >= 2
    assert all("under duress" in words for words in rows.all_inner_texts())


def test_a_network_is_drawn_and_tells_its_claims(page: Page) -> None:
    open_life(page, "Lysohir")
    page.locator(".views a", has_text="Network").click()
    nodes = page.locator("#network .node")
    nodes.first.wait_for()
    assert nodes.count() > 3
    places = nodes.evaluate_all("all => all.map(e => e.getAttribute('transform'))")
    assert len(set(places)) == len(places)
    nodes.filter(has_text=re.compile("^Olena Lysohir$")).locator("circle").click()
    assert page.locator("#ties li").count() >= 3
    page.locator("#undated").uncheck()
    page.locator("#from").evaluate("e => { e.value = e.max; e.dispatchEvent(new Event('input', {bubbles: true})) }")
    assert page.locator("#network .gone").count() >= 1
    page.reload()
    assert nodes.evaluate_all("all => all.map(e => e.getAttribute('transform'))") == places


def test_a_map_is_drawn_and_tells_what_is_told_there(page: Page) -> None:
    open_life(page, "Lysohir")
    page.locator(".views a", has_text="Map").click()
    page.locator("#map[data-drawn]").wait_for()
    nodes = page.locator("#map .node")
    assert nodes.count() > 3
    nodes.filter(has_text="Moscow").focus()
    page.keyboard.press("Enter")
    assert page.locator("#ties li").count() >= 1
    page.locator("#undated").uncheck()
    page.locator("#from").evaluate("e => { e.value = e.max; e.dispatchEvent(new Event('input', {bubbles: true})) }")
    assert page.locator("#map .gone").count() >= 1


def test_boxes_narrow_the_timeline_and_the_address_keeps_it(page: Page) -> None:
    open_life(page, "Lysohir")
    rows = page.locator("li[data-family]:visible")
    before = rows.count()
    page.get_by_role("checkbox", name="under duress").check()
    after = rows.count()
    assert 0 < after < before
    assert "status=duress" in page.url
    page.reload()
    assert rows.count() == after


def test_a_corrected_date_survives_another_reading_and_is_taken_back(page: Page, own: Path) -> None:
    page.goto("/search?type=arrest&person=Ilse+Brandvold")
    page.locator(".found a").first.click()
    page.wait_for_url("**/claims/*")
    page.keyboard.press("c")
    date = page.get_by_label("date (EDTF)")
    date.fill("1903~")
    page.locator("#date-told", has_text="about 1903: not before 1903-01-01").wait_for()
    page.locator("#correct").get_by_label("because").fill("the gaol book")
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_text("corrected by N. Berg", exact=True).first.wait_for()
    assert page.get_by_text("read as: 1902").is_visible()
    source = page.locator("dd", has_text="characters").inner_text().split(",")[0]

    with Project.open(own) as opened:
        opened.save(readings.read(readings.document("A word before it.\n\n" + readings.TEXT, uri=source)))
    page.goto("/search?type=arrest&person=Ilse+Brandvold")
    page.locator(".found li", has_text="corrected by N. Berg").get_by_role("link").click()
    page.wait_for_url("**/claims/*")
    page.get_by_role("button", name="Undo judgement").click()
    page.get_by_text("takes judgement").wait_for()
    assert page.get_by_text("corrected by N. Berg", exact=True).count() == 0


def test_words_are_corrected_by_selecting_them(page: Page) -> None:
    page.goto("/search?type=birth&person=Ilse+Brandvold")
    page.locator(".found a").first.click()
    page.wait_for_url("**/claims/*")
    page.locator("#correct summary").click()
    page.locator("#sentence").evaluate(
        """e => {
            const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf("in Łomża");
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + "in Łomża".length);
                return;
            }
        }"""
    )
    page.wait_for_function(
        "document.querySelector('[name=end]').value - document.querySelector('[name=start]').value == 8"
    )
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_text("read as: “").wait_for()
    assert page.locator("#sentence mark").inner_text() == "in Łomża"
    page.get_by_role("button", name="Undo judgement").click()
    page.get_by_text("takes judgement").wait_for()


def test_the_queue_is_gone_through_with_the_keyboard(page: Page) -> None:
    page.goto("/review")

    def shown() -> str:
        return page.locator("article .crumb a").get_attribute("href") or ""

    first = shown()
    page.keyboard.press("j")
    page.wait_for_url("**skip=1")
    second = shown()
    assert second != first
    page.keyboard.press("k")
    page.wait_for_url("**/review")
    page.keyboard.press("r")
    page.wait_for_url("**made=*")
    assert shown() == second
    page.keyboard.press("u")
    page.wait_for_url("**/review")
    assert shown() == first
    page.keyboard.press("a")
    page.wait_for_url("**made=*")
    assert "1 judged" in page.locator(".progress").inner_text()
    page.get_by_role("button", name="Undo", exact=True).click()
    page.wait_for_url("**/review")


def test_two_personas_are_merged_and_parted(page: Page) -> None:
    open_life(page, "Brandvold")
    page.get_by_text("told of elsewhere?").click()
    page.get_by_role("button", name="Same").first.click()
    page.get_by_text("Also told of in").wait_for()
    page.get_by_role("link", name="Side by side").click()
    page.wait_for_url("**/compare*")
    assert page.locator(".compared").count() == 2
    page.go_back()
    page.locator(".elsewhere").get_by_role("button", name="Undo judgement").click()
    page.get_by_text("told of elsewhere?").wait_for()
    assert page.get_by_text("Also told of in").count() == 0


def test_a_pasted_life_is_read(page: Page) -> None:
    page.goto("/")
    page.get_by_text("Read a text now").click()
    page.get_by_label("Paste the story").fill(
        "Anna Berg\n\nAnna Berg was born in Riga in 1901. She was arrested in 1937."
    )
    page.get_by_role("button", name="Read it").click()
    page.locator(".rows li", has_text="arrest").wait_for(timeout=60_000)
    assert page.get_by_text("is not kept").is_visible()


VIEWS = ("/", "/search?status=unasserted", "/review", "life", "network", "map", "claim", "compare")


def _go(page: Page, view: str) -> None:
    if view.startswith("/"):
        page.goto(view)
        return
    open_life(page, "Lysohir")
    if view == "claim":
        page.locator(".rows a").first.click()
        page.wait_for_url("**/claims/*")
        page.locator("#correct summary").click()
    elif view in ("network", "compare", "map"):
        page.locator(".views a", has_text=view.title()).click()
        page.wait_for_url(f"**{view}*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_no_serious_fault_of_accessibility(page: Page, view: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    _go(page, view)
    found = Axe().run(page).response["violations"]
    told = [(each["id"], each["nodes"][0]["html"][:160]) for each in found if each["impact"] in ("serious", "critical")]
    assert told == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_needs_no_sideways_scrolling(page: Page, view: str) -> None:
    _go(page, view)
    page.set_viewport_size({"width": 375, "height": 720})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_the_keys_are_told_and_go_from_claim_to_claim(page: Page) -> None:
    open_life(page, "Lysohir")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    rows = page.locator(".rows a")
    assert rows.nth(1).evaluate("e => e === document.activeElement")
    assert page.locator("mark.lit").count() >= 1
    page.keyboard.press("/")
    assert page.locator("#find").evaluate("e => e === document.activeElement")


def test_a_filter_of_the_timeline_narrows_rows_bars_and_underlines(page: Page) -> None:
    open_life(page, "Lysohir")
    everything = page.locator(".rows li[data-family]:visible").count()
    page.locator("input[name=status][value=duress]").check()
    left = page.locator(".rows li[data-family]:visible")
    assert 1 <= left.count() < everything
    assert all("duress" in (row.get_attribute("data-status") or "") for row in left.all())
    kept = {row.get_attribute("data-claims") for row in left.all()}
    for drawn in page.locator("mark:not(.faded), .lane a:not(.faded)").all():
        assert kept & set((drawn.get_attribute("data-claims") or "").split())
    assert f"{left.count()} of {everything}" in page.locator(".narrowed").inner_text()
    page.get_by_role("link", name="Show all").click()
    assert page.locator(".faded").count() == 0


def test_a_drawing_shows_all_its_points_and_no_name_over_another(page: Page) -> None:
    page.goto("/network")
    page.locator("#network .node").first.wait_for()
    boxes, frame = page.evaluate("""() => {
      const box = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
      const named = [...document.querySelectorAll("#network .node:not(.gone) text:not(.unnamed)")];
      return [named.map(box), box(document.querySelector("#network"))];
    }""")
    assert len(boxes) > 8
    for left, top, right, bottom in boxes:
        assert frame[0] <= left < right <= frame[2]
        assert frame[1] <= top < bottom <= frame[3]
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert min(across, down) < 3, (one, other)
    closer = page.locator("#network .node").first.evaluate("e => e.getBoundingClientRect().width")
    page.get_by_role("button", name="Closer").click()
    assert page.locator("#network .node").first.evaluate("e => e.getBoundingClientRect().width") > closer * 0.9


def test_a_life_with_five_hundred_claims_stays_smooth(page: Page, own: Path) -> None:
    document = readings.document("".join(f"In {1000 + n} she was arrested by guard {n}.\n" for n in range(500)))
    claims = [
        readings.claim(
            document,
            ("arrest", "post", "move", "marriage", "statement")[n % 5],
            f"In {1000 + n} she was arrested by guard {n}.",
            when=readings.date(f"{1000 + n}", f"{1000 + n}-01-01", f"{1000 + n + n % 7}-12-31"),
        )
        for n in range(500)
    ]
    with Project.open(own) as opened:
        opened.save(readings.reading(replace(document, id="f" * 64, title="Five Hundred"), [
            replace(claim, document="f" * 64) for claim in claims
        ]))  # fmt: skip
    try:
        page.goto(f"/lives/{'f' * 64}")
        assert page.locator("mark").count() == page.locator(".rows li[data-family]").count() == 500
        assert page.evaluate("document.querySelectorAll('*').length") < 12_000
        # The machine may be busy with other things: the middle one counts, and scrolling is set against rest.
        lit = page.evaluate("""() => {
          const rows = [...document.querySelectorAll(".rows li[data-family]")].filter((_, at) => at % 10 === 0);
          return rows.map((row) => {
            const begun = performance.now();
            row.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
            document.querySelector("mark.lit").getBoundingClientRect();
            return performance.now() - begun;
          }).sort((one, other) => one - other);
        }""")
        assert lit[len(lit) // 2] < 50
        still, scrolled = page.evaluate("""async () => {
          const panel = document.querySelector(".line");
          const median = async (by) => {
            const times = [];
            let last = await new Promise(requestAnimationFrame);
            for (let at = 0; at < 40; at++) {
              panel.scrollTop += by;
              const now = await new Promise(requestAnimationFrame);
              times.push(now - last);
              last = now;
            }
            return times.sort((one, other) => one - other)[20];
          };
          return [await median(0), await median(400)];
        }""")
        assert scrolled < still + 34, "more than two frames of 60 Hz are lost"
    finally:
        with Project.open(own) as opened:
            opened.remove(document.source.uri)
