"""Named repairs of relative clauses that begin with "whose" and hold a name between commas."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, has_subject, token_after, words
from vitascope.model import Sentence

_JOINED = ("conj", "dep", "parataxis", "ccomp")
_LONGEST = 6
"""How many tokens a name between commas may have."""


def whose_clause_behind_a_name(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Joined the bank, whose director, Karl Berg, was shot in May": he was, and not whoever joined it."""
    edits: Edit = {}
    for whose in words(tokens, sentence):
        noun = tokens[whose.head]
        if whose.tag != "WP$" or noun.dep != "appos" or noun.index < whose.index:
            continue
        last = sentence.last - 1
        if noun.index >= last or token_after(tokens, noun).text != ",":
            continue
        until = min(noun.index + 2 + _LONGEST, last)
        closing = next((i for i in range(noun.index + 2, until) if tokens[i].text == ","), None)
        if closing is None or tokens[closing - 1].pos != "PROPN":
            continue
        first = tokens[closing + 1]
        verb = tokens[first.head] if first.dep in ("aux", "auxpass") else first
        if verb.dep not in _JOINED or verb.pos not in ("VERB", "AUX") or has_subject(tokens, sentence, verb):
            continue
        passive = any(c.dep == "auxpass" for c in children(tokens, sentence, verb.index))
        edits[verb.index] = ("relcl", noun.head)
        edits[noun.index] = ("nsubjpass" if passive else "nsubj", verb.index)
    return edits


WHOSE = (
    Repair(
        "whose clause behind a name",
        whose_clause_behind_a_name,
        (
            (
                "Lund worked for the Harbour Bank, whose director, Karl Berg, was shot in 1938.",
                ("director", "nsubjpass", "shot"),
            ),
        ),
        ("Lund met Karl Berg, whose director, Ida Holm, he admired, and left.",),
    ),
)
