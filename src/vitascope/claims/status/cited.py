"""Sources cited for what they say are no sayings of anybody's life: "as Karl Berg relates", "Berg believes that …" and
"the chronicle relates that …" leave their word to what they tell, and make no claim of their own."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.cues import Cues, load_cues
from vitascope.model import Clause

_SAYING = ("statement", "event")


def without_citations(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that only tell whose word something is."""
    cues = load_cues(context.document.source.language)
    return [
        d
        for d in drafts
        if d.type not in _SAYING or d.clause is None or not _only_cites(context, cues, clauses[d.clause], d.type)
    ]


def _only_cites(context: Context, cues: Cues, clause: Clause, kind: str) -> bool:
    grammar = context.lexicon.grammar
    if clause.kind != "verb" or (kind == "event" and clause.lemma not in grammar["aside"]):
        return False
    if clause.link == "advcl" and clause.tense == "present":
        below = (context.tokens[c] for c in context.annotation.children[clause.head])
        return any(c.dep in ("mark", "advmod") and c.text.lower() in cues.words.as_said for c in below)
    if kind == "event" or not any(a.function == "clause" for a in clause.arguments):
        return False
    givers = (a.head for a in clause.arguments if a.function == "subject")
    return any(is_record(context, cues, g) for g in givers) or clause.lemma in grammar["believing"]


def is_record(context: Context, cues: Cues, head: int) -> bool:
    """Whether a word is for something written, and not for those who print it."""
    return context.tokens[head].lemma.lower() in cues.words.documents and not context.kinds(head) & {"person", "press"}
