"""Web pages: the main text, its structure, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vitascope.errors import SourceError
from vitascope.sources import read_text

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html><html lang="en"><head><title>Anna Berg - Example</title><style>p {color: red}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav>
<main><h1>Anna Berg</h1>
<table class="infobox"><caption>Anna Berg</caption>
<tr><th>Born</th><td>3&nbsp;May 1881<br>Narva, Estonia</td></tr><tr><th>Trade</th><td>Typesetter</td></tr></table>
<p><b>Anna Berg</b> (1881&ndash;1942) was a typesetter and trade unionist from Narva.<sup class="reference"><a
href="#n1">[1]</a></sup> She led the printers of the town for ten years<sup>[note 2]</sup> and
was arrested twice for it.</p>
<h2>Early life<span class="mw-editsection">[edit]</span></h2>
<p>She was born in Narva,   where her father
kept a printing shop. Her brother Karl Tamm wrote that x<sup>2</sup> was her first toy, and nobody knew why it was.</p>
<blockquote><p>I never wanted another trade than that of my father.</p></blockquote>
<h3>Works</h3>
<ul><li>Letters (1911)</li><li>The strike (1913)<ul><li>Second edition (1920)</li></ul></li></ul>
<table><tr><th>Year</th><th>Post</th></tr><tr><td>1905</td><td>Secretary</td></tr></table>
<dl><dt>Home</dt><dd>Tartu, until 1920</dd></dl>
<script>document.write("stolen")</script>
</main><footer>Copyright Example, privacy policy</footer></body></html>"""


def test_structure() -> None:
    document = read_text(PAGE, "berg.html")
    assert document.title == "Anna Berg"
    assert [(block.kind, document.quote(block.span)) for block in document.blocks] == [
        ("heading", "Anna Berg"),
        ("infobox", "Born: 3 May 1881, Narva, Estonia"),
        ("infobox", "Trade: Typesetter"),
        (
            "paragraph",
            "Anna Berg (1881–1942) was a typesetter and trade unionist from Narva. She led the printers of the town "
            "for ten years and was arrested twice for it.",
        ),
        ("heading", "Early life"),
        (
            "paragraph",
            "She was born in Narva, where her father kept a printing shop. Her brother Karl Tamm wrote that x2 was "
            "her first toy, and nobody knew why it was.",
        ),
        ("paragraph", "I never wanted another trade than that of my father."),
        ("heading", "Works"),
        ("item", "Letters (1911)"),
        ("item", "The strike (1913)"),
        ("item", "Second edition (1920)"),
        ("item", "Year | Post"),
        ("item", "1905 | Secretary"),
        ("infobox", "Home: Tartu, until 1920"),
    ]
    assert [(section.title, section.level) for section in document.sections] == [
        ("Anna Berg", 1),
        ("Early life", 2),
        ("Works", 3),
    ]
    assert read_text(PAGE, "berg.html") == document


@pytest.mark.parametrize("word", ["stolen", "color", "Copyright", "About us", "[edit]", "[1]", "[note 2]"])
def test_furniture_is_left_out(word: str) -> None:
    assert word not in read_text(PAGE, "berg.html").text


def test_pages_are_known_by_their_content() -> None:
    assert read_text(PAGE.encode(), "stdin:").source.format == "html"
    assert read_text("<b>Anna</b> was a printer.", "stdin:").source.format == "text"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Anna Berg was born in Narva.</p>", "Anna Berg was born in Narva.\n"),
        (
            "<html><head><title>Anna Berg | Lives</title></head>"
            "<body><div>Anna was born in Narva.<br> <br/>She died.</div>",
            "Anna Berg\n\nAnna was born in Narva.\n\nShe died.\n",
        ),
    ],
)
def test_small_pages(page: str, text: str) -> None:
    assert read_text(page, "a.htm").text == text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>write('x')</script></body></html>", "<!-- -->"])
def test_pages_without_text_are_told(page: str) -> None:
    with pytest.raises(SourceError, match=r"no text found|too broken"):
        read_text(page, "a.html")


TAGS = [
    "p",
    "h1",
    "h2",
    "table",
    "tr",
    "td",
    "th",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "div",
    "sup",
    "b",
    "html",
    "body",
    "head",
    "title",
    "script",
    "blockquote",
]
SCRAPS = [f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]
SCRAPS += [
    "Anna Berg was born. ",
    "Anna ",
    "<br>",
    "<!--",
    "-->",
    "<?xml ?>",
    "&#0;",
    "&#x80;",
    "&nbsp;",
    "&#xd800;",
    "e\u0301",
    "\n",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_any_scraps_give_a_document_or_an_error(page: str) -> None:
    try:
        document = read_text(page, "a.html")
    except SourceError:
        return
    assert unicodedata.is_normalized("NFC", document.text)
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end
        assert document.quote(block.span) == document.quote(block.span).strip()
        if block.kind == "infobox":
            assert block.key is not None
            assert block.value is not None
            assert document.quote(block.span) == f"{document.quote(block.key)}: {document.quote(block.value)}"
