"""Named repairs of contrasts: what is told not to be so stands beside what is, and is no second of it."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, words
from vitascope.model import Sentence

_JOINED = ("conj", "pobj", "dobj", "agent", "prep")


def preferred_to_another(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Chose Riga rather than Oslo": a coordinator that parsers make of a word of comparison joins nothing; that of
    "as well as", the same word twice, does."""
    edits: Edit = {}
    for joint in words(tokens, sentence)[1:]:
        before = tokens[joint.index - 1]
        if joint.dep != "cc" or joint.tag != "IN" or (before.dep, before.head) != ("advmod", joint.index):
            continue
        if any(c.text.lower() == joint.text.lower() for c in children(tokens, sentence, joint.index)):
            continue
        for other in words(tokens, sentence):
            behind = other.index > joint.index and other.dep in _JOINED and other.pos not in ("VERB", "AUX", "ADJ")
            alike = tokens[joint.head].head if other.dep in ("pobj", "dobj", "agent", "prep") else joint.head
            if behind and other.head == alike:
                edits[other.index] = ("dep", joint.head)
                break
    return edits


CONTRASTS = (
    Repair(
        "preferred to another",
        preferred_to_another,
        (
            ("She married a smith rather than a baker.", ("baker", "dep", "smith")),
            ("He was treated by a nurse rather than by a doctor.", ("by", "dep", "by")),
        ),
        (
            "Ada Lund chose Karl Berg as well as his brother.",
            "Ada Lund resigned rather than join the party.",
        ),
    ),
)
