"""Named repairs of two names in a row, of which the parser makes one: what stands in front, and the verb's subject."""

from __future__ import annotations

from vitascope.language.repairs.repairing import (
    Edit,
    Parse,
    Repair,
    children,
    descends,
    has_subject,
    token_after,
    words,
)
from vitascope.model import Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass")
_AUXILIARY = ("aux", "auxpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAME = ("NNP", "NNPS")


def subject_taken_for_a_name(tokens: Parse, sentence: Sentence) -> Edit:
    """ "On the outbreak of the Long War Lund enlisted": before a verb without a subject the last word of a name with
    an article is the subject."""
    edits: Edit = {}
    for verb in words(tokens, sentence)[1:]:
        name = tokens[verb.index - 1]
        if verb.tag != "VBD" or verb.pos != "VERB" or (name.dep, name.tag) != ("pobj", "NNP"):
            continue
        parts = [c for c in children(tokens, sentence, name.index) if c.index < name.index]
        article = bool(parts) and parts[0].dep == "det"
        named = [c for c in parts if c.pos == "PROPN"]
        if not article or len(named) < 2 or named[-1].index != name.index - 1:
            continue
        if has_subject(tokens, sentence, verb):
            continue
        last = named[-1]
        edits |= {c.index: (c.dep, last.index) for c in parts if c is not last}
        edits[last.index] = (name.dep, name.head)
        edits[name.index] = ("nsubj", verb.index)
    return edits


def subject_behind_a_fronted_name(tokens: Parse, sentence: Sentence) -> Edit:
    """ "In Bern Lund met the printer": where a verb has no subject, the last word of the name before it is that; where
    a preposition has no noun, the first words of the subject's name are."""
    edits: Edit = {}
    for verb in words(tokens, sentence)[3:]:
        begin = _finite(tokens, sentence, verb)
        if begin is None:
            continue
        below = children(tokens, sentence, verb.index)
        passive = any(c.dep == "auxpass" for c in below)
        name = next((c for c in below if c.dep in _SUBJECT and c.tag in _NAME and c.index < begin), None)
        fronted = name is None
        if name is None:
            told = any(c.dep in (*_SUBJECT, "csubj", "expl", "attr", "mark") for c in below)
            told |= passive and any(_is_given(tokens, sentence, c) for c in below)
            name = None if told else _before(tokens, sentence, begin)
        if name is None or name.index > begin:
            continue
        start = _start(tokens, sentence, name)
        first = start
        while first > sentence.first and _is_part(tokens[first - 1], name):
            first -= 1
        if first == start or first == sentence.first:
            continue
        before = tokens[first - 1]
        if fronted:
            fits = name.dep == "pobj" and name.head == before.index and descends(tokens, before.index, verb.index)
        else:
            fits = _lacks_noun(tokens, sentence, before, verb)
        if not fits:
            continue
        edits |= dict.fromkeys(range(first, start - 1), ("compound", start - 1))
        edits[start - 1] = ("pobj", before.index)
        edits[before.index] = ("prep", before.head)
        edits[name.index] = ("nsubjpass" if passive else "nsubj", verb.index)
    return edits


def _finite(tokens: Parse, sentence: Sentence, verb: Token) -> int | None:
    """Where a finite verb begins: with its first auxiliary, or itself; None for any other word."""
    helped = [c for c in children(tokens, sentence, verb.index) if c.dep in _AUXILIARY and c.index < verb.index]
    first = helped[0] if helped else verb
    finite = verb.pos in ("VERB", "AUX") and verb.dep not in _AUXILIARY and first.tag in _FINITE
    return first.index if finite else None


def _is_given(tokens: Parse, sentence: Sentence, noun: Token) -> bool:
    """ "To Karl Lund was born a son", but not "Lund was elected deputy": with an article it may be the subject."""
    return noun.dep in ("dobj", "oprd") and any(c.dep == "det" for c in children(tokens, sentence, noun.index))


def _before(tokens: Parse, sentence: Sentence, begin: int) -> Token | None:
    """The name that stands right before a verb, or is joined to the noun that does."""
    at = begin - 1
    while at > sentence.first and tokens[at].dep == "advmod":
        at -= 1
    noun = tokens[at]
    while noun.dep == "conj" and noun.head < noun.index:
        noun = tokens[noun.head]
    joined = noun.index == at or token_after(tokens, noun).dep == "cc"
    return noun if joined and noun.tag in _NAME else None


def _start(tokens: Parse, sentence: Sentence, name: Token) -> int:
    """Where the last word of a name begins, with what hyphens join to it: "al-Hakim"."""
    start = name.index
    while start - 1 > sentence.first and tokens[start - 1].text == "-":
        start -= 2
    return start


def _is_part(token: Token, name: Token) -> bool:
    within = token.index < token.head <= name.index and token.dep in ("compound", "nmod")
    return within and token.tag in _NAME and token.text != "-"


def _lacks_noun(tokens: Parse, sentence: Sentence, before: Token, verb: Token) -> bool:
    """Whether a preposition right before a subject's name stands alone, or is read as opening the main clause."""
    if before.tag not in ("IN", "TO") or before.index > verb.index:
        return False
    if before.dep == "mark":
        opening = [c for c in children(tokens, sentence, verb.index) if c.index < before.index]
        return before.head == verb.index == verb.head and all(c.dep == "npadvmod" for c in opening)
    alone = not any(c.dep in ("pobj", "pcomp") for c in children(tokens, sentence, before.index))
    return before.dep == "prep" and alone


IN_A_ROW = (
    Repair(
        "subject taken for a name",
        subject_taken_for_a_name,
        (
            (
                "On the outbreak of the First World War Steen volunteered for the French Army.",
                ("Steen", "nsubj", "volunteered"),
            ),
        ),
        ("At the Royal Academy he met Ada Lund.", "In the Black Forest Ada Lund met a clerk."),
    ),
    Repair(
        "subject behind a fronted name",
        subject_behind_a_fronted_name,
        (
            ("In Hamburg Lund met a printer.", ("Lund", "nsubj", "met")),
            ("In Hamburg Lund met a printer.", ("Hamburg", "pobj", "In")),
            ("By way of Narva Lund reached the coast in 1902.", ("Narva", "pobj", "of")),
            ("After Verdun Lund was wounded.", ("Verdun", "pobj", "After")),
        ),
        (
            "With Karl Lund he travelled to the coast.",
            "After Karl Lund was wounded, the army left.",
            "In Karl Lund the party lost a leader.",
        ),
    ),
)
