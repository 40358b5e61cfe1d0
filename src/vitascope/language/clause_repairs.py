"""Named repairs of clauses hung one level too low: a main clause or a further predicate taken for a clause within."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.language.repairing import Edit, Repair, children, descends, words
from vitascope.model import Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass", "expl")
_FINITE = ("VBD", "VBZ", "VBP")
_TIMES = {"ADP": "prep", "NOUN": "npadvmod"}
"""What a time before a clause ("in May", "the following year") hangs on it by."""
_RELATIVE = ("WP", "WDT", "WP$", "WRB")


def main_clause_behind_its_time(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "When he was tried as an enemy of the abbey he declared …": the clause of the time is not the main one."""
    edits: Edit = {}
    for timed in words(tokens, sentence):
        if timed.pos not in ("VERB", "AUX") or timed.dep not in ("ROOT", "conj"):
            continue
        opening = next((c for c in children(tokens, sentence, timed.index) if c.tag == "WRB"), None)
        if opening is None or not _opens(tokens, sentence, opening):
            continue
        main = next((t for t in words(tokens, sentence) if _main(tokens, sentence, t, timed)), None)
        if main is not None and not any(t.text == "?" for t in words(tokens, sentence)):
            edits[main.index] = (timed.dep, main.index if timed.head == timed.index else timed.head)
            edits[timed.index] = ("advcl", main.index)
    return edits


def _opens(tokens: Sequence[Token], sentence: Sentence, word: Token) -> bool:
    return word.index == sentence.first or tokens[word.index - 1].dep == "cc"


def _main(tokens: Sequence[Token], sentence: Sentence, clause: Token, timed: Token) -> bool:
    """Whether a "relative" clause opens with a pronoun for somebody, and no clause of the sentence is the main one."""
    if clause.dep != "relcl" or clause.tag not in _FINITE or not descends(tokens, clause.index, timed.index):
        return False
    below = children(tokens, sentence, clause.index)
    subject = next((c for c in below if c.dep in _SUBJECT), None)
    if subject is None or subject.tag != "PRP" or any(c.tag in _RELATIVE for c in below):
        return False
    objects = any(c.dep in ("dobj", "ccomp", "xcomp", "attr") for c in below)
    inside = (subject.index - 1 == clause.head) or descends(tokens, subject.index - 1, clause.head)
    return objects and subject.index == min(c.index for c in below) and inside


def clause_behind_a_conjunction(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "It is said from a book, and in May she left": what follows the verb's "and" is no content of it."""
    edits: Edit = {}
    for clause in words(tokens, sentence):
        verb = tokens[clause.head]
        if clause.dep != "ccomp" or verb.index > clause.index or clause.tag not in _FINITE:
            continue
        own = children(tokens, sentence, clause.index)
        if not any(c.dep in _SUBJECT for c in own) or any(c.dep == "mark" for c in own):
            continue
        below = children(tokens, sentence, verb.index)
        joint = next((c for c in below if c.dep == "cc" and verb.index < c.index < clause.index), None)
        if joint is None or tokens[joint.index - 1].text != ",":
            continue
        edits[clause.index] = ("conj", verb.index)
        for phrase in below:
            if phrase.dep in ("conj", "dep") and joint.index < phrase.index < clause.index and phrase.pos in _TIMES:
                edits[phrase.index] = (_TIMES[phrase.pos], clause.index)
    return edits


def _finite(tokens: Sequence[Token], sentence: Sentence, verb: Token) -> bool:
    helped = (c for c in children(tokens, sentence, verb.index) if c.dep in ("aux", "auxpass"))
    return verb.tag == "VBD" or (verb.tag == "VBN" and any(c.tag == "VBD" for c in helped))


def predicate_behind_a_comma(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "Swore that he had joined no guild, offered to talk and refused to sign", "blamed them, quarrelled and left":
    what a finite verb is joined to, without a subject of its own, is a further predicate of the first."""
    edits: Edit = {}
    for further in words(tokens, sentence)[2:]:
        if further.tag not in ("VBD", "VBN") or tokens[further.index - 1].text != ",":
            continue
        below = children(tokens, sentence, further.index)
        listed = any(c.dep == "conj" and _finite(tokens, sentence, c) for c in below)
        helped = any(c.dep in (*_SUBJECT, "aux", "auxpass", "mark", "agent") for c in below)
        if further.dep not in ("ccomp", "acl", "advcl", "dep") or not listed or helped:
            continue
        first = tokens[further.head]
        while first.tag not in ("VBD", "VBZ") and first.head != first.index:
            first = tokens[first.head]
        if first.tag in ("VBD", "VBZ") and first.index < further.index:
            edits[further.index] = ("conj", first.index)
    return edits


CLAUSES = (
    Repair(
        "main clause behind its time",
        main_clause_behind_its_time,
        (
            (
                "She fled, and when she was denounced as a friend of the abbey she declared that she had left it.",
                ("denounced", "advcl", "declared"),
            ),
        ),
        ("When was the convent he loved built?", "She knew when he was sent to the convent he had built."),
    ),
    Repair(
        "clause behind a conjunction",
        clause_behind_a_conjunction,
        (
            (
                "She sued, and the following year a jury found the story false and awarded her a pension.",
                ("year", "npadvmod", "found"),
            ),
        ),
        ("It is said that she left, and in May he died.",),
    ),
    Repair(
        "predicate behind a comma",
        predicate_behind_a_comma,
        (
            (
                "She testified that she had never seen the maps, offered to swear to it and refused to name others.",
                ("offered", "conj", "testified"),
            ),
        ),
        (
            "Lund had a press, sold in 1901, and refused to speak of it.",
            "Lund returned to the town, accompanied by his wife, and was arrested.",
        ),
    ),
)
