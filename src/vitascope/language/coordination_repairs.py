"""Named repairs of faults around coordinated predicates: which is first, and to which of them a phrase belongs."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.language.repairing import Edit, Repair, children, words
from vitascope.model import Sentence, Token


def swapped_coordination(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "He was A, and in 1920, was B", "She left, sold B, and died": the second is coordinated with the first, not
    above it."""
    edits: Edit = {}
    for second in words(tokens, sentence):
        if second.pos not in ("VERB", "AUX"):
            continue
        below = children(tokens, sentence, second.index)
        if any(c.dep in ("nsubj", "nsubjpass", "expl") for c in below):
            continue
        first = next(
            (c for c in below if c.dep == "ccomp" and c.index < second.index and _has_subject(tokens, sentence, c)),
            None,
        )
        between = [
            t for t in words(tokens, sentence) if first and first.index < t.index < second.index and t.dep == "cc"
        ]
        if first is None or not (between or _lists(tokens, first, second, below)):
            continue
        edits[first.index] = (second.dep, first.index if second.head == second.index else second.head)
        edits[second.index] = ("conj", first.index)
        for token in words(tokens, sentence) if between else ():
            stranded = token.dep == "conj" and token.pos == "ADP" and between[-1].index < token.index < second.index
            if stranded and tokens[token.head].pos != "ADP":
                edits[token.index] = ("prep", second.index)
    return edits


def _lists(tokens: Sequence[Token], first: Token, second: Token, below: Sequence[Token]) -> bool:
    """ "He left the town, sold his press, and died": the second of three, right behind a comma."""
    own = [c.index for c in below if first.index < c.index < second.index and c.pos != "PUNCT"]
    before = tokens[min([second.index, *own]) - 1]
    third = any(c.dep == "conj" and c.pos in ("VERB", "AUX") and c.index > second.index for c in below)
    return before.text == "," and third and first.tag == second.tag == "VBD"


def aside_behind_its_verb(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "She fled and hid, according to X, in a barn": what stands between commas right behind a coordinated verb."""
    edits: Edit = {}
    for prep in words(tokens, sentence)[2:]:
        verb = tokens[prep.index - 2]
        if prep.dep != "prep" or prep.tag != "VBG" or tokens[prep.index - 1].text != ",":
            continue
        if verb.dep != "conj" or verb.pos != "VERB" or verb.head != prep.head:
            continue
        if any(c.dep == "prep" and c.index == prep.index + 1 for c in children(tokens, sentence, prep.index)):
            edits[prep.index] = ("prep", verb.index)
    return edits


def reason_behind_its_verb(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "She left and was tried for selling maps": a deed told as a reason is that of the last verb before it."""
    edits: Edit = {}
    for prep in words(tokens, sentence):
        if prep.dep != "prep":
            continue
        if not any(c.dep == "pcomp" and c.tag == "VBG" for c in children(tokens, sentence, prep.index)):
            continue
        joined = [c for c in children(tokens, sentence, prep.head) if c.dep == "conj" and c.index < prep.index]
        if joined and joined[-1].pos == "VERB" and joined[-1].index > prep.head:
            edits[prep.index] = ("prep", joined[-1].index)
    return edits


def _has_subject(tokens: Sequence[Token], sentence: Sentence, verb: Token) -> bool:
    return any(c.dep in ("nsubj", "nsubjpass") for c in children(tokens, sentence, verb.index))


COORDINATIONS = (
    Repair(
        "swapped coordination",
        swapped_coordination,
        (
            (
                "She was later bursar of the new college, founded by Ada Lund, and in 1902–05, was dean in North Holm.",
                ("in", "prep", "was"),
            ),
        ),
        ("She said the bursar had left and the dean was ill.",),
    ),
    Repair(
        "aside behind its verb",
        aside_behind_its_verb,
        (
            (
                "Anna Berg left the town in May and died, according to the register, of typhus.",
                ("according", "prep", "died"),
            ),
        ),
        (
            "According to her sister, Anna Berg fled to Lund and hid in a barn.",
            "Anna Berg fled to Lund and hid in a barn, according to her sister.",
        ),
    ),
    Repair(
        "reason behind its verb",
        reason_behind_its_verb,
        (
            (
                "Lev Dahl served in Lund and was court-martialed at Narva in 1945 for refusing to clean a stable.",
                ("for", "prep", "martialed"),
            ),
        ),
        ("She left for Lund and was tried.", "After selling the maps she left and was tried."),
    ),
)
