"""Named repairs of clauses that open with "who", where another phrase parts them from the noun that they tell of."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, words
from vitascope.model import Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass")
_LOOSE = ("conj", "dep", "advcl", "ccomp")


def relative_behind_an_aside(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Dahl, however, who had left in May, sold the mill": a verb has not both a noun and "who" for its subject; the
    clause is the noun's, and the noun the subject of the verb behind the clause."""
    edits: Edit = {}
    for who in words(tokens, sentence):
        verb = tokens[who.head]
        if who.tag != "WP" or who.dep not in _SUBJECT or tokens[who.index - 1].text != ",":
            continue
        below = children(tokens, sentence, verb.index)
        noun = next((c for c in below if c.dep in _SUBJECT and c.index < who.index), None)
        if noun is None or noun.pos not in ("NOUN", "PROPN"):
            continue
        main = next((c for c in below if c.dep in _LOOSE and c.index > verb.index and c.tag == "VBD"), None)
        opening = None if main is None else _opening(tokens, sentence, main)
        if main is None or opening is None or tokens[opening - 1].text != ",":
            continue
        passive = any(c.dep == "auxpass" for c in children(tokens, sentence, main.index))
        edits[main.index] = (verb.dep, main.index if verb.head == verb.index else verb.head)
        edits[verb.index] = ("relcl", noun.index)
        edits[noun.index] = ("nsubjpass" if passive else "nsubj", main.index)
        edits |= {c.index: (c.dep, main.index) for c in below if noun.index < c.index < who.index or c.dep == "punct"}
    return edits


def _opening(tokens: Parse, sentence: Sentence, verb: Token) -> int | None:
    """The first word of a verb that has no subject of its own, with its auxiliaries; else None."""
    below = children(tokens, sentence, verb.index)
    if any(c.dep in (*_SUBJECT, "cc", "mark") for c in below):
        return None
    return min([verb.index, *(c.index for c in below if c.dep in ("aux", "auxpass", "advmod", "neg"))])


RELATIVES = (
    Repair(
        "relative behind an aside",
        relative_behind_an_aside,
        (
            ("Karl Dahl, however, who joined the union in May, ended the lease at once.", ("joined", "relcl", "Dahl")),
            ("Karl Dahl, however, who joined the union in May, ended the lease at once.", ("Dahl", "nsubj", "ended")),
        ),
        (
            "Karl Dahl, however, joined the union in May.",
            "Karl Dahl, who joined the union in May, ended the lease at once.",
            "Karl Dahl asked who had sold the mill, and left.",
        ),
    ),
)
