"""Named repairs of plurals in apposition, which parsers hang on a singular noun or on the verb before them."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, descends, words
from vitascope.model import Sentence

_ADRIFT = ("appos", "conj", "dep", "ROOT", "attr", "npadvmod", "parataxis")
_OPENING = ("CD", "DT", "PDT")


def counted_behind_a_name(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was a friend of the Holm Sisters, two nuns who were shot": those are the sisters, and not their friend."""
    edits: Edit = {}
    for noun in words(tokens, sentence):
        below = children(tokens, sentence, noun.index)
        counted = next((c for c in below if c.tag == "CD" and c.dep == "nummod"), None)
        if noun.tag != "NNS" or noun.dep not in _ADRIFT or counted is None or counted.index - 2 < sentence.first:
            continue
        opening = counted.index - (tokens[counted.index - 1].tag in _OPENING)
        name = tokens[opening - 2]
        joined = any(c.dep in ("cc", "conj") for c in below)
        if tokens[opening - 1].text != "," or name.tag != "NNPS" or joined or noun.head == name.index:
            continue
        edits[noun.index] = ("appos", name.index)
        if noun.head == noun.index:  # the parser made it the top of the sentence
            top = next((c for c in below if c.index < name.index and descends(tokens, name.index, c.index)), None)
            if top is None:
                return {}
            edits[top.index] = ("ROOT", top.index)
            edits |= {c.index: ("punct", top.index) for c in below if c.dep == "punct"}
    return edits


PLURALS = (
    Repair(
        "counted behind a name",
        counted_behind_a_name,
        (
            (
                "Lund was a friend of the Holm Sisters, two nuns who were shot in 1938.",
                ("nuns", "appos", "Sisters"),
            ),
            (
                "She was a supporter of the Falk Brothers, three inmates who were convicted of arson.",
                ("inmates", "appos", "Brothers"),
            ),
        ),
        (
            "Lund wrote of the Holm Sisters, two nuns and three smiths.",
            "Lund was the child of a nun, two years after the war.",
        ),
    ),
)
