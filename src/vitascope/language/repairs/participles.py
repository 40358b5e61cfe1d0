"""Named repairs of participles: read as adjectives, hung on the wrong noun, taken for the sentence's verb."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, descends, has_subject, words
from vitascope.model import Sentence


def participle_as_adjective(tokens: Parse, sentence: Sentence) -> Edit:
    """ "was exiled" read as a copula with an adjective becomes a passive."""
    edits: Edit = {}
    for token in words(tokens, sentence):
        copula = tokens[token.head]
        if token.dep != "acomp" or token.tag != "VBN" or copula.pos != "AUX" or copula.index == token.index:
            continue
        edits[token.index] = (copula.dep, token.index if copula.head == copula.index else copula.head)
        edits[copula.index] = ("auxpass", token.index)
        for child in children(tokens, sentence, copula.index):
            if child.index != token.index:
                edits[child.index] = ("nsubjpass" if child.dep == "nsubj" else child.dep, token.index)
    return edits


def participle_after_its_noun(tokens: Parse, sentence: Sentence) -> Edit:
    """ "the army commanded by X": a past participle right after a noun modifies that noun."""
    edits: Edit = {}
    for token in words(tokens, sentence):
        if token.tag != "VBN" or token.dep != "advcl" or token.index == sentence.first:
            continue
        before = tokens[token.index - 1]
        below = children(tokens, sentence, token.index)
        led = any(c.dep == "agent" for c in below) and not any(c.dep in ("aux", "auxpass", "mark") for c in below)
        if before.pos in ("NOUN", "PROPN") and led and not descends(tokens, before.index, token.index):
            edits[token.index] = ("acl", before.index)
    return edits


def participle_taken_for_the_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Karl Lund, a clerk, arrested in May, was shot": a bare participle behind a comma modifies the name; the verb
    with its auxiliary behind the next comma is the sentence's."""
    edits: Edit = {}
    for told in words(tokens, sentence)[2:]:
        if told.tag != "VBN" or tokens[told.index - 1].text != "," or told.index - 1 <= sentence.first:
            continue
        below = children(tokens, sentence, told.index)
        subject = next((c for c in below if c.dep in ("nsubj", "nsubjpass") and c.index < told.index), None)
        verb = next((c for c in below if c.dep == "conj" and c.index > told.index), None)
        if subject is None or verb is None or any(c.dep in ("aux", "auxpass", "cc", "neg") for c in below):
            continue
        helped = [c for c in children(tokens, sentence, verb.index) if c.dep in ("aux", "auxpass")]
        if not helped or tokens[helped[0].index - 1].text != "," or has_subject(tokens, sentence, verb):
            continue
        edits[verb.index] = (told.dep, verb.index if told.head == told.index else told.head)
        edits[told.index] = ("acl", subject.index)
        passive = any(c.dep == "auxpass" for c in helped)
        edits[subject.index] = ("nsubjpass" if passive else "nsubj", verb.index)
    return edits


PARTICIPLES = (
    Repair(
        "participle as adjective",
        participle_as_adjective,
        (("After two years in jail she was exiled to an island.", ("she", "nsubjpass", "exiled")),),
        ("She was interested in botany.", "The tower was visible from the harbour."),
    ),
    Repair(
        "participle after its noun",
        participle_after_its_noun,
        (
            (
                "They marched west, attacking the garrison commanded by Pavel Orlov.",
                ("commanded", "acl", "garrison"),
            ),
        ),
        ("Struck by grief, he left the city.",),
    ),
    Repair(
        "participle taken for the verb",
        participle_taken_for_the_verb,
        (("Karl Lund, a clerk, arrested in May 1921, was shot in 1922.", ("arrested", "acl", "Lund")),),
        ("Karl Lund, a clerk, arrested the thief and was praised.", "Karl Lund, a clerk, was arrested and was shot."),
    ),
)
