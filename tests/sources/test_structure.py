"""Blocks, sections and titles of plain text, wiki extracts and Markdown."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.model import Document
from vitascope.sources import read_file, read_text
from vitascope.sources.reading import Format

PROSE = (
    "Anna Berg was born in Narva in 1881, where her father kept a printing shop near the river. After six years "
    "at school she was apprenticed to him, then she worked in Riga for a newspaper of the dockers. In 1905 she led "
    "the strike of the printers; the shop was closed, and she left the town for ever."
)
MORE = "She came back in 1917. Nobody knew her any more, and she did not mind. She set type until her eyes failed."


def outline(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.quote(block.span)) for block in document.blocks]


def test_wiki_extract() -> None:
    text = (
        "= Anna Berg =\n\n- Born: 3 May 1881\n- Known for: strikes, letters\n\nAnna Berg was a printer.\n\n"
        "== Early life ==\nShe was born in Narva.\n\n=== School ===\n* Narva\n* Riga: the dockers' school\n"
    )
    document = read_text(text, "anna.txt")
    assert (document.text, document.title, document.source.format) == (text, "Anna Berg", "wiki")
    assert outline(document) == [
        ("heading", "Anna Berg"),
        ("infobox", "Born: 3 May 1881"),
        ("infobox", "Known for: strikes, letters"),
        ("paragraph", "Anna Berg was a printer."),
        ("heading", "Early life"),
        ("paragraph", "She was born in Narva."),
        ("heading", "School"),
        ("item", "Narva"),
        ("item", "Riga: the dockers' school"),
    ]
    assert [(s.title, s.level) for s in document.sections] == [("Anna Berg", 1), ("Early life", 2), ("School", 3)]
    assert [block.section for block in document.blocks] == [0, 0, 0, 0, 1, 1, 2, 2, 2]
    born = document.blocks[1]
    assert born.key is not None
    assert born.value is not None
    assert (document.quote(born.key), document.quote(born.value)) == ("Born", "3 May 1881")
    assert document.sections[-1].span.end == len(text)


def test_infobox_of_a_later_section_has_lines_enough() -> None:
    text = "== Works ==\n- Riga: a guide\n\n== Person ==\n- Born: 1881\n- Died: 1942\n"
    assert [block.kind for block in read_text(text, "a.wiki").blocks] == [
        "heading",
        "item",
        "heading",
        "infobox",
        "infobox",
    ]


def test_markdown() -> None:
    document = read_text("# Anna Berg #\n\nAnna was a printer.\n\n## Life\n\n- Narva\n- Riga\n#no heading\n", "a.md")
    assert document.title == "Anna Berg"
    assert outline(document) == [
        ("heading", "Anna Berg"),
        ("paragraph", "Anna was a printer."),
        ("heading", "Life"),
        ("item", "Narva"),
        ("item", "Riga"),
        ("paragraph", "#no heading"),
    ]


@pytest.mark.parametrize("width", [50, 66, 72, 80, 99])
@pytest.mark.parametrize("format", ["text", "wiki", "markdown"])
def test_hard_wrapped_lines_make_one_paragraph(width: int, format: Format) -> None:
    text = f"{textwrap.fill(PROSE, width)}\n\n{textwrap.fill(MORE, width)}\n"
    document = read_text(text, "a", format=format)
    assert [" ".join(words.split()) for _, words in outline(document)] == [PROSE, MORE]


def test_indented_first_lines_begin_paragraphs() -> None:
    text = "\n".join(textwrap.fill(prose, 64, initial_indent="    ") for prose in (PROSE, MORE, PROSE))
    assert [" ".join(words.split()) for _, words in outline(read_text(text, "a.txt"))] == [PROSE, MORE, PROSE]


@pytest.mark.parametrize("paragraphs", [[PROSE, MORE], [MORE, PROSE, MORE], [PROSE]])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \t\n\n"])
def test_unwrapped_lines_are_paragraphs(paragraphs: list[str], gap: str) -> None:
    assert outline(read_text(gap.join(paragraphs), "a.txt")) == [("paragraph", words) for words in paragraphs]


@pytest.mark.parametrize("wrap", [False, True])
def test_plain_headings(wrap: bool) -> None:
    def set_(prose: str) -> str:
        return textwrap.fill(prose, 70) if wrap else prose

    text = f"ANNA BERG\n\n{set_(PROSE)}\n\nExile and return\n\n{set_(MORE)}\n\nNobody came\n"
    document = read_text(text, "a.txt")
    assert document.title == "ANNA BERG"
    assert [kind for kind, _ in outline(document)] == ["heading", "paragraph", "heading", "paragraph", "paragraph"]
    assert [section.level for section in document.sections] == [1, 2]


@pytest.mark.parametrize(
    "line",
    [
        "She left.",
        "and so on",
        "She asked:",
        "• An item",
        "“Never”, she said,",
        "One two three four five six seven eight",
    ],
)
def test_no_heading(line: str) -> None:
    document = read_text(f"{PROSE}\n\n{line}\n\n{MORE}\n", "a.txt")
    assert "heading" not in [block.kind for block in document.blocks]


def test_verse_is_not_a_run_of_headings() -> None:
    text = f"{PROSE}\n\nThe river runs\n\nThe river stays\n\nThe river knows\n\n{MORE}\n"
    assert [block.kind for block in read_text(text, "a.txt").blocks].count("heading") < 3


def test_title_line_right_above_the_text() -> None:
    for prose in (PROSE, textwrap.fill(PROSE, 72)):
        document = read_text(f"Anna Berg\n{prose}\n\n{prose}", "x.txt")
        assert (document.title, document.blocks[0].kind) == ("Anna Berg", "heading")


def test_plain_list() -> None:
    document = read_text(f"{PROSE}\n\n- Letters from the shop\n- The strike\n- Narva: a memoir\n", "a.txt")
    assert [block.kind for block in document.blocks][1:] == ["item", "item", "infobox"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("lives/anna_berg-tamm.txt", "Anna Berg Tamm"),
        ("Anna Berg.txt", "Anna Berg"),
        ("Анна_Берг", "Анна Берг"),
        ("stdin:", "stdin:"),
    ],
)
def test_title_from_the_name(name: str, title: str) -> None:
    assert read_text(PROSE, name).title == title


def test_id_is_of_the_content_alone() -> None:
    text = f"= Anna =\n\n{PROSE}\n"
    here, there = read_text(text, "a.txt"), read_text(text.replace("\n", "\r\n").encode("utf-16"), "/b/c.wiki")
    assert here.id == there.id
    assert here.source.sha256 != there.source.sha256
    assert read_text(text + "x", "a.txt").id != here.id


LINES = st.sampled_from(
    [
        "",
        "",
        "= Anna =",
        "== Life ==",
        "= =",
        "====",
        "# Anna",
        "- Born: 1881",
        "* Riga",
        "-",
        "Anna Berg",
        PROSE,
        MORE,
        "a\tb",
        "…",
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join), st.sampled_from(["a.txt", "a.wiki", "a.md"]))
def test_blocks_are_in_order_and_reading_again_is_the_same(text: str, name: str) -> None:
    if not text.strip():
        return
    document = read_text(text, name)
    assert document.text == text
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end
        end = block.span.end
        assert document.quote(block.span) == document.quote(block.span).strip()
        assert -1 <= block.section < len(document.sections)
        if block.section >= 0:
            assert document.sections[block.section].span.contains(block.span)
        if block.kind == "infobox":
            assert block.key is not None
            assert block.value is not None
            assert block.span.start == block.key.start < block.key.end < block.value.start
            assert block.value.end == block.span.end
    assert end <= len(text)
    assert read_text(document.text, name) == document


def test_clean_texts_are_kept_as_they_are() -> None:
    lives = sorted((Path(__file__).parents[3] / "shared" / "corpus").glob("*.txt"))
    if not lives:
        pytest.skip("needs the lives in ../shared/corpus")
    for path in lives:
        document = read_file(path)
        assert document.text == path.read_text("utf-8")
        assert document.title
        assert [notice.code for notice in document.notices if notice.code != "lacuna"] == []
