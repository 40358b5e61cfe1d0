"""Items of a list under a heading that tells what they are: "Honours" and below it "Order of the Oak (1931)"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vitascope import lang
from vitascope.claims.context import Context
from vitascope.claims.drafts.structure import bare
from vitascope.claims.framing.frames import Draft
from vitascope.document import Block
from vitascope.model import Party
from vitascope.people.syntax import SUBJECTS

_STOPS = (".", "!", "?")


@cache
def _headings(language: str) -> dict[str, tuple[str, str]]:
    """Heading → the type of claim that each item below it makes, and the role that its words fill."""
    rows = lang.load(language, "infobox")["lists"]
    return {heading: (row["type"], row["role"]) for row in rows for heading in row["headings"]}


def listed(context: Context, language: str) -> Iterator[Draft]:
    """A claim about the life's subject for each item of a list whose heading tells its type."""
    if context.main is None:
        return
    subject, sections = Party(context.main.label, context.main.id), context.document.sections
    for block in context.document.blocks:
        if block.kind != "item" or block.section < 0:
            continue
        known = _headings(language).get(sections[block.section].title.strip().casefold())
        words = bare(context, block.span) if known is not None else None
        if known is not None and words is not None and not _is_sentence(context, block):
            roles = {known[1]: Party(context.document.quote(words), None, words)}
            yield Draft(known[0], subject, block.span, block.span, -1, roles, rule=f"listed:{known[0]}", confidence=0.8)


def _is_sentence(context: Context, block: Block) -> bool:
    """Whether an item is told in a sentence, which is read as prose."""
    if context.document.quote(block.span).rstrip().endswith(_STOPS):
        return True
    return any(context.tokens[i].dep in SUBJECTS for i in context.tokens_in(block.span))
