"""Web pages: the main text by trafilatura (Barbaresi 2021), its structure turned into text and pieces.

Nothing of a page is executed or fetched. What is kept of the structure: headings, paragraphs, quotations,
lists, and the two-column tables and definition lists that are infoboxes. See docs/decisions/0002-html-
extraction.md.
"""

from __future__ import annotations

import logging
import re
from configparser import ConfigParser
from typing import Any

from vitascope.errors import SourceError
from vitascope.sources.html_blocks import lay_out
from vitascope.sources.layout import Layout
from vitascope.sources.normalisation import normalise

_PAGE = re.compile(r"\s{0,40}(?:<\?xml[^>]{0,200}\?>\s{0,40})?(?:<!--|<!doctype\s+html\b|<html\b)", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_WHOLE = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)

# Furniture that stands inside the main text: notes' marks, section edit links, contents, hidden elements.
_FURNITURE = [
    "//sup[contains(concat(' ', normalize-space(@class), ' '), ' reference ')]",
    "//*[contains(@class, 'mw-editsection')]",
    "//*[@id='toc' or contains(concat(' ', normalize-space(@class), ' '), ' toc ')]",
    "//*[@role='navigation' or @role='doc-toc' or @role='doc-noteref']",
    "//*[contains(translate(@style, ' ', ''), 'display:none')]",
]

DEEPEST = 240
"""Elements of a page inside each other; no page that was written to be read has a tenth of it."""

# Below so many characters trafilatura takes the whole page, navigation and all; its own 250 is for news, and
# entries of a biographical dictionary are often shorter.
_SHORTEST = 60

# trafilatura tells through its log what we tell in errors; without a handler it would print to the terminal.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def looks_html(text: str) -> bool:
    """Whether ``text`` begins as a web page does."""
    return _PAGE.match(text) is not None


def _refuse_depth(tree: Any, where: str) -> None:
    """libxml2 stops reading where elements are nested 256 deep, and says nothing of what it leaves out."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    depth = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            what = f"its elements are nested more than {DEEPEST} deep"
            raise SourceError(where, what, "save the text of the page as .txt")


def read_html(text: str, where: str) -> Layout:
    """The main text of a page with its structure; the first heading is the page's title.

    Raises SourceError naming ``where`` if the page has no text in it.
    """
    # Imported here: it takes as long as all the rest, and only pages need it.
    from trafilatura import bare_extraction, baseline, load_html
    from trafilatura.metadata import extract_title
    from trafilatura.settings import DEFAULT_CONFIG

    config = ConfigParser()
    config.read_dict(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORTEST)

    page = _DECLARATION.sub("", text, count=1)
    if not _WHOLE.search(page):
        page = f"<html><body>{page}</body></html>"
    try:
        tree = load_html(page)
        title, body = "", None
        if tree is not None:
            _refuse_depth(tree, where)
            title = extract_title(tree) or ""
            found = bare_extraction(
                tree, include_comments=False, include_formatting=True, prune_xpath=_FURNITURE, config=config
            )
            body = getattr(found, "body", None)
            body = baseline(page)[0] if body is None else body
    except (ValueError, TypeError, AttributeError, AssertionError, IndexError, RecursionError) as fault:
        advice = "open it in a browser and save it again, or save its text as .txt"
        raise SourceError(where, f"the page is too broken to read ({fault})", advice) from fault
    layout = lay_out(body, normalise(" ".join(title.split())))
    if not layout.pieces:
        advice = "pages that build their text by script have none when saved; save the text as .txt"
        raise SourceError(where, "no text found in the page", advice)
    return layout
