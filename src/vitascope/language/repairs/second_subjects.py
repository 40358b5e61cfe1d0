"""Named repairs of a clause whose subject the parser gave to the clause before it, or to the phrase that opens it."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, descends, words
from vitascope.model import Sentence, Token

_FINITE = ("VBD", "VBZ", "VBP")
_JOINED = ("conj", "dep", "advcl", "ccomp", "parataxis")
_NOUNS = ("NOUN", "PROPN")
_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass")


def subject_of_a_second_clause(tokens: Parse, sentence: Sentence) -> Edit:
    """ "His father was a smith and his mother, Ida, ran an inn": a verb without a subject right behind the last noun of
    a list, or behind what is put in after it, is told of that noun."""
    edits: Edit = {}
    for noun in words(tokens, sentence)[2:]:
        before = tokens[noun.head]
        owner = next((c for c in children(tokens, sentence, noun.index) if c.dep == "poss"), None)
        if noun.dep != "conj" or noun.pos not in _NOUNS or owner is None or before.index > noun.index:
            continue
        joint = tokens[min(t.index for t in words(tokens, sentence) if _within(tokens, t, owner)) - 1]
        verb = _bare_verb(tokens, sentence, noun)
        if joint.tag != "CC" or before.index > joint.index or verb is None:
            continue
        first = tokens[verb.head]
        if not (first.pos in _VERBS and first.index < before.index and descends(tokens, noun.index, first.index)):
            continue
        if before.dep in _SUBJECTS and before.index > first.index:
            edits[before.index] = ("dobj", first.index)
        passive = any(c.dep == "auxpass" for c in children(tokens, sentence, verb.index))
        edits[noun.index] = ("nsubjpass" if passive else "nsubj", verb.index)
        edits[joint.index] = ("cc", first.index)
        edits[verb.index] = ("conj", first.index)
        for token in tokens[noun.index + 1 : verb.index]:
            if token.head < joint.index:
                edits[token.index] = (token.dep, noun.index if token.dep == "appos" else verb.index)
    return edits


def _bare_verb(tokens: Parse, sentence: Sentence, noun: Token) -> Token | None:
    """The finite verb without a subject right behind a noun, or behind what two commas put in after it."""
    at = noun.index + 1
    if at < sentence.last and tokens[at].text == ",":
        closing = next((t for t in tokens[at + 2 : sentence.last] if t.text == ","), None)
        if closing is None or any(t.dep == "cc" or t.tag in _FINITE for t in tokens[at : closing.index]):
            return None
        at = closing.index + 1
    if at >= sentence.last:
        return None
    opening = tokens[at]
    verb = tokens[opening.head] if opening.dep in ("aux", "auxpass") else opening
    below = children(tokens, sentence, verb.index)
    led = opening.tag in (*_FINITE, "MD") and verb.pos in _VERBS and verb.dep in _JOINED
    if not led or any(c.dep == "mark" for c in below) or any(c.dep == "agent" for c in below if opening == verb):
        return None
    taken = [c for c in below if c.dep in _SUBJECTS and c.index != noun.head]
    return verb if not taken else None


def _within(tokens: Parse, token: Token, above: Token) -> bool:
    return token.index == above.index or descends(tokens, token.index, above.index)


def opening_phrase_before_the_subject(tokens: Parse, sentence: Sentence) -> Edit:
    """ "After the fall of the town, when she was eight, Berg was sent home": of two subjects the one right behind a
    preposition is what that governs."""
    edits: Edit = {}
    for noun in words(tokens, sentence):
        below = children(tokens, sentence, noun.head)
        commas = [t.index for t in tokens[noun.index + 1 : noun.head] if t.text == ","]
        later = commas and any(c.dep in _SUBJECTS and commas[0] < c.index < noun.head for c in below)
        opening = next((c for c in below if c.dep == "mark" and c.tag == "IN" and c.index < noun.index), None)
        if noun.dep not in _SUBJECTS or not later or opening is None:
            continue
        if all(_within(tokens, t, noun) for t in tokens[opening.index + 1 : noun.index]):
            edits[opening.index] = ("prep", noun.head)
            edits[noun.index] = ("pobj", opening.index)
    return edits


def date_closing_the_opening(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Born in Lund, Scania, in 1934, she grew up in Oslo": between a place and the comma before the subject a date is
    that of the participle that opens the sentence."""
    edits: Edit = {}
    opening = tokens[sentence.first]
    if opening.tag != "VBN" or opening.dep != "advcl" or opening.head < opening.index:
        return edits
    for prep in children(tokens, sentence, opening.head):
        inside = [t.index for t in words(tokens, sentence) if _within(tokens, t, prep)]
        last = inside[-1]
        if prep.dep != "prep" or not opening.index < prep.index <= last < opening.head or last + 2 >= sentence.last:
            continue
        dated = tokens[last].tag == "CD" and all(tokens[i].tag in ("IN", "CD", "NNP") for i in inside)
        place, subject = tokens[prep.index - 2], tokens[last + 2]
        parted = tokens[prep.index - 1].text == tokens[last + 1].text == ","
        leads = subject.dep in _SUBJECTS or tokens[subject.head].dep in _SUBJECTS
        if dated and parted and leads and place.pos == "PROPN" and descends(tokens, place.index, opening.index):
            edits[prep.index] = ("prep", opening.index)
    return edits


SECOND_SUBJECTS = (
    Repair(
        "date closing the opening",
        date_closing_the_opening,
        (
            (
                "Born in Lund, Scania, in 1934, she grew up near Oslo under the spell of jazz.",
                ("in", "prep", "Born"),
            ),
        ),
        ("Born in Lund, in 1934 she moved to Oslo.", "Trained as a nurse, in 1934, she moved to Oslo."),
    ),
    Repair(
        "subject of a second clause",
        subject_of_a_second_clause,
        (
            ("His father, Anton, was a baker and his mother, Clara, is a nurse.", ("mother", "nsubj", "is")),
            ("Lund studied law at Uppsala and his sister, Ida, taught at a school.", ("sister", "nsubj", "taught")),
        ),
        (
            "He sold the mill and his house, left the town, and died in Lund.",
            "She wrote to her sister and her mother and left for Lund.",
            "She was the ward of Karl Berg and his wife, Ida, and lived in Lund.",
        ),
    ),
    Repair(
        "opening phrase before the subject",
        opening_phrase_before_the_subject,
        (
            (
                "Shortly after Lund's murder, when Berg was eight, Berg and her brother were sent back to their aunt.",
                ("murder", "pobj", "after"),
            ),
        ),
        (
            "A smith by trade, Karl Berg left the town.",
            "She fled, as her friend Karl Berg relates, and hid.",
            "After she had left, Berg, a smith, was sent home.",
        ),
    ),
)
