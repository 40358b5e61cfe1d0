"""Named repairs of objects that stand behind a phrase of their verb: "had by her two sons"."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, token_after, words
from vitascope.model import Sentence

__all__ = ["OBJECTS"]

_PASSIVE = ("auxpass", "nsubjpass", "dobj")
_COUNTED = ("nummod", "det")
_BOTH = 2


def object_behind_by(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Had by her two sons", "had by his second wife three sons": an active verb without an object has no agent; what
    is counted behind the person is its object."""
    edits: Edit = {}
    for by in words(tokens, sentence)[1:]:
        verb = tokens[by.head]
        if by.dep not in ("agent", "prep") or verb.tag != "VBD" or verb.index != by.index - 1:
            continue
        below = children(tokens, sentence, verb.index)
        person = next((c for c in children(tokens, sentence, by.index) if c.dep == "pobj"), None)
        if person is None or any(c.dep in _PASSIVE for c in below):
            continue
        opening = token_after(tokens, by)
        second = tokens[min(by.index + 2, sentence.last - 1)]
        owned = by.dep == "agent" and (opening.tag, opening.head) == ("PRP$", person.index)
        if owned and second.dep in _COUNTED and second.head == person.index:
            edits |= {opening.index: ("pobj", by.index), person.index: ("dobj", verb.index)}
        for beside in children(tokens, sentence, person.index):
            first = token_after(tokens, person)
            if beside.dep == "appos" and first.head == beside.index and first.dep in _COUNTED:
                edits[beside.index] = ("dobj", verb.index)
    return edits


def name_behind_an_ordinal(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Married third, at Holm in 1853, Ida Lund": an adjective that a comma closes tells which time it was; the name
    is the object."""
    edits: Edit = {}
    for ordinal in words(tokens, sentence)[1:-1]:
        verb = tokens[ordinal.head]
        if (ordinal.dep, ordinal.pos, token_after(tokens, ordinal).text) != ("dobj", "ADJ", ",") or verb.tag != "VBD":
            continue
        if any(t.text for t in tokens[verb.index + 1 : ordinal.index]):
            continue
        below = children(tokens, sentence, verb.index)
        names = [c for c in below if c.index > ordinal.index and c.pos == "PROPN" and c.dep in ("npadvmod", "dobj")]
        if names:
            edits |= {ordinal.index: ("advmod", verb.index), names[0].index: ("dobj", verb.index)}
    return edits


def person_made_something(tokens: Parse, sentence: Sentence) -> Edit:
    """ "In 1831 Lund made him his agent": a noun without a verb is no clause; the pronoun before it is the object."""
    edits: Edit = {}
    for pronoun in words(tokens, sentence)[1:]:
        noun = tokens[pronoun.head]
        verb = tokens[noun.head]
        if (pronoun.tag, pronoun.dep, noun.dep, noun.pos) != ("PRP", "nsubj", "ccomp", "NOUN"):
            continue
        bare = all(
            c.pos not in ("VERB", "AUX") or c.dep in ("relcl", "acl") for c in children(tokens, sentence, noun.index)
        )
        if verb.pos == "VERB" and verb.index == pronoun.index - 1 and noun.index > pronoun.index and bare:
            edits |= {pronoun.index: ("dobj", verb.index), noun.index: ("oprd", verb.index)}
    return edits


def object_behind_a_pronoun(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Conferred on her the title": a preposition governs one phrase; the noun behind the pronoun is an object."""
    edits: Edit = {}
    for prep in words(tokens, sentence)[1:]:
        verb = tokens[prep.head]
        governed = [c for c in children(tokens, sentence, prep.index) if c.dep == "pobj"]
        if prep.dep != "prep" or verb.index != prep.index - 1 or verb.pos != "VERB" or len(governed) != _BOTH:
            continue
        pronoun, second = governed
        first = min((c.index for c in children(tokens, sentence, second.index)), default=second.index)
        article = tokens[first].dep == "det" and first == pronoun.index + 1 == prep.index + 2
        if (
            pronoun.tag != "PRP"
            or not article
            or any(c.dep in _PASSIVE for c in children(tokens, sentence, verb.index))
        ):
            continue
        edits[second.index] = ("dobj", verb.index)
    return edits


OBJECTS = (
    Repair(
        "person made something",
        person_made_something,
        (
            ("In 1831 Samuel Dahl made him his agent at a salary of £100.", ("him", "dobj", "made")),
            ("In 1831 Samuel Dahl made him his agent at a salary of £100.", ("agent", "oprd", "made")),
        ),
        ("In 1831 Samuel Dahl said he was an agent.", "In 1831 Samuel Dahl gave him his boat."),
    ),
    Repair(
        "object behind a pronoun",
        object_behind_a_pronoun,
        (("The king conferred on her the title of countess.", ("title", "dobj", "conferred")),),
        (
            "She relied on him the whole winter.",
            "The prize was conferred on her in Oslo.",
            "Karl Lund called on her in the morning.",
        ),
    ),
    Repair(
        "name behind an ordinal",
        name_behind_an_ordinal,
        (("He married third, at Holm on 2 June 1853, Ida Lund, laundress.", ("Lund", "dobj", "married")),),
        ("He married Ida Lund, third of her name, at Holm.", "He finished third, at Holm, in 1853."),
    ),
    Repair(
        "object behind by",
        object_behind_by,
        (
            ("Karl Lund married Ada Holm, and had by her two sons.", ("sons", "dobj", "had")),
            ("Karl Lund had by his second wife three sons.", ("sons", "dobj", "had")),
        ),
        (
            "Karl Lund was hidden by her two sons.",
            "Karl Lund sat by her two sons.",
            "Karl Lund had two sons by his second wife, a weaver.",
        ),
    ),
)
