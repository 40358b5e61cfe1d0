"""Named repairs of what stands between a phrase and its verb, which parsers hang on the wrong one of the two."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, words
from vitascope.model import Sentence

_NOUNS = ("NOUN", "PROPN")


def apposition_before_a_pronoun(tokens: Parse, sentence: Sentence) -> Edit:
    """ "According to a guest, the smith Karl Lund, he had fled": Lund is the guest, no pronoun has an apposition before
    it."""
    edits: Edit = {}
    for noun in words(tokens, sentence):
        pronoun = tokens[noun.head]
        if noun.dep != "appos" or noun.pos not in _NOUNS or pronoun.tag != "PRP" or noun.index > pronoun.index:
            continue
        opening = min([noun.index, *(c.index for c in children(tokens, sentence, noun.index))])
        if opening - 2 < sentence.first or tokens[opening - 1].text != ",":
            continue
        bearer = tokens[opening - 2]
        if bearer.dep == "pobj" and bearer.pos in _NOUNS:
            edits[noun.index] = ("appos", bearer.index)
    return edits


def infinitive_behind_its_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The smith, he was made to stand": what a verb parts from a noun is not the noun's."""
    edits: Edit = {}
    for verb in words(tokens, sentence):
        mark = next((c for c in children(tokens, sentence, verb.index) if c.tag == "TO"), None)
        if verb.dep != "acl" or verb.tag != "VB" or mark is None or tokens[mark.index - 1].tag != "VBN":
            continue
        above = tokens[mark.index - 1]
        passive = any(c.dep == "auxpass" for c in children(tokens, sentence, above.index))
        if verb.head < above.index and passive:
            edits[verb.index] = ("xcomp", above.index)
    return edits


INTRODUCED = (
    Repair(
        "apposition before a pronoun",
        apposition_before_a_pronoun,
        (
            (
                "According to a former guard, the engineer Boris Rehn, she was made to wait for two days without sleep,"
                " and had her arm broken.",
                ("engineer", "appos", "guard"),
            ),
        ),
        ("According to the teacher Otto Falk, he was made to kneel for two hours.", "A surgeon himself, he left."),
    ),
    Repair(
        "infinitive behind its verb",
        infinitive_behind_its_verb,
        (
            (
                "According to a former guard, the engineer Boris Rehn, she was made to wait for two days without sleep,"
                " and had her arm broken.",
                ("wait", "xcomp", "made"),
            ),
        ),
        ("The surgeon had a plan to wait for two days.", "The order made to him to wait was a lie."),
    ),
)
