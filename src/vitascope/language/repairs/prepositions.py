"""Named repairs of prepositions: told again before a further deed ("of having been a spy and of having sold it"),
behind what only stands between ("died aged 73 on Sunday"), and before a place right before the subject."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, descends, token_after, words
from vitascope.model import Sentence, Token

_BEFORE_NOUN = ("nmod", "compound", "nummod", "amod")
_YEAR = 4
"""Digits of a year."""


def preposition_told_again(tokens: Parse, sentence: Sentence) -> Edit:
    """ "A paper in which she confessed to arson and to having sold it": a preposition told again after "and" hangs on
    the word that the first hangs on, and so does a bare "and having sold it"."""
    edits: Edit = {}
    for deed in words(tokens, sentence):
        auxiliary = next((c for c in children(tokens, sentence, deed.index) if c.dep == "aux" and c.tag == "VBG"), None)
        again = tokens[deed.head]
        edits |= _again(tokens, sentence, deed, again)
        if auxiliary is None or deed.tag != "VBN" or auxiliary.index < sentence.first + 3:
            continue
        told = deed.dep == "pcomp" and again.index == auxiliary.index - 1
        joint = tokens[auxiliary.index - (2 if told else 1)]
        before = tokens[joint.index - 1]
        first = tokens[before.head]
        if joint.dep != "cc" or before.dep not in ("pobj", "pcomp", "xcomp") or first.index > before.index:
            continue
        if before.dep == "xcomp":  # "confessed to fraud", the noun taken for a verb
            first = tokens[before.index - 1]
        governor = tokens[before.head if before.dep == "xcomp" else first.head]
        if told and again.text == first.text and again.dep in ("prep", "conj") and again.head != first.index:
            edits[again.index] = ("prep", governor.index)
        elif not told and deed.dep == "conj" and deed.head in (governor.index, governor.head) and before.dep != "xcomp":
            edits[deed.index] = ("pcomp", first.index)
    return edits


def _again(tokens: Parse, sentence: Sentence, deed: Token, again: Token) -> Edit:
    """ "Accused of having been a spy since 1925 and of having sold it": the same preposition before the same form hangs
    on the word that the first one hangs on."""
    if deed.dep != "pcomp" or again.dep not in ("prep", "conj") or tokens[again.index - 1].dep != "cc":
        return {}
    for first in reversed(tokens[sentence.first : again.index - 1]):
        before = [c for c in children(tokens, sentence, first.index) if c.dep == "pcomp" and c.index < again.index]
        if first.text == again.text and before and first.dep == "prep" and tokens[first.head].index < first.index:
            within = descends(tokens, again.index, before[0].index)
            joint = again.index - 1
            return {again.index: ("prep", first.head), joint: ("cc", first.head)} if within else {}
    return {}


def cause_behind_a_place(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Died in Lund of typhus": a preposition before a bare noun, behind the bare name of a place, is the verb's."""
    edits: Edit = {}
    for cause in words(tokens, sentence):
        prep, name = tokens[cause.head], tokens[tokens[cause.head].head]
        bare = cause.dep == "pobj" and cause.text.islower() and cause.tag in ("NN", "NNP")
        bare = bare and cause.index == prep.index + 1
        if not bare or prep.dep != "prep" or name.pos != "PROPN" or name.dep != "pobj" or prep.index != name.index + 1:
            continue
        where = tokens[name.head]
        behind = name.index == where.index + 1 and where.dep == "prep" and tokens[where.head].pos == "VERB"
        if behind and where.head < where.index:
            edits[prep.index] = ("prep", where.head)
    return edits


def behind_an_age(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Died aged 73 on Sunday in Oslo": when and where are those of the verb above the participle and its number."""
    edits: Edit = {}
    for participle in words(tokens, sentence):
        verb = tokens[participle.head]
        below = children(tokens, sentence, participle.index)
        number = next((c for c in below if c.tag == "CD" and c.index == participle.index + 1), None)
        if number is None or participle.tag not in ("VBN", "JJ") or participle.dep not in _BESIDE or verb.pos != "VERB":
            continue
        if participle.index != verb.index + 1:
            continue
        for token in (*below, *children(tokens, sentence, number.index)):
            if token.dep in _PLACING and token.index > number.index:
                edits[token.index] = (token.dep, verb.index)
    return edits


_BESIDE = ("acomp", "acl", "advcl", "oprd", "ccomp", "xcomp")
_PLACING = ("prep", "npadvmod")


def place_before_its_subject(tokens: Parse, sentence: Sentence) -> Edit:
    """ "In Lund Karl was held": of two names behind the preposition the second is the subject that the verb lacks."""
    prep = tokens[sentence.first]
    verb = tokens[prep.head]
    if prep.pos != "ADP" or prep.dep != "prep" or verb.pos not in ("VERB", "AUX") or sentence.last - prep.index < 5:
        return {}
    place, subject, follows = tokens[prep.index + 1 : prep.index + 4]
    named = place.dep == "compound" and place.head == subject.index and place.pos == subject.pos == "PROPN"
    told = subject.dep == "pobj" and subject.head == prep.index and follows.tag in ("VBD", "VBZ")
    own = children(tokens, sentence, verb.index)
    if not (named and told) or any(c.dep in ("nsubj", "nsubjpass", "expl", "csubj", "dobj", "attr") for c in own):
        return {}
    if follows.index != verb.index and follows.head != verb.index:
        return {}
    undergone = any(c.dep == "auxpass" for c in own)
    return {
        place.index: ("pobj", prep.index),
        subject.index: ("nsubjpass" if undergone else "nsubj", verb.index),
    }


def object_of_its_preposition(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was arrested by the troops and put in solitary confinement": a preposition without an object has the noun
    whose phrase begins right behind it, which the parser gave to the verb."""
    edits: Edit = {}
    for noun in words(tokens, sentence):
        if noun.dep != "dobj" or noun.pos not in ("NOUN", "PROPN"):
            continue
        first = min([noun.index, *(c.index for c in children(tokens, sentence, noun.index))])
        prep = tokens[first - 1] if first > sentence.first else noun
        if prep.dep != "prep" or prep.tag != "IN" or prep.head != noun.head or prep.index < noun.head:
            continue
        if not children(tokens, sentence, prep.index):
            edits[noun.index] = ("pobj", prep.index)
    return edits


def date_before_a_number(tokens: Parse, sentence: Sentence) -> Edit:
    """ "On 21 May 1994 four men were killed": the date is the preposition's, and the number before the noun its own."""
    edits: Edit = {}
    for month in words(tokens, sentence)[1:-2]:
        year, noun = token_after(tokens, month), tokens[month.head]
        day = tokens[month.index - 1] if tokens[month.index - 1].tag == "CD" else None
        prep = tokens[(month if day is None else day).index - 1]
        dated = month.tag == "NNP" and year.tag == "CD" and len(year.text) == _YEAR and prep.dep == "prep"
        if not dated or month.dep not in _BEFORE_NOUN or noun.index <= year.index or noun.tag not in ("NNS", "NN"):
            continue
        if any(c.dep == "pobj" for c in children(tokens, sentence, prep.index)):
            continue
        edits |= {month.index: ("pobj", prep.index), year.index: ("nummod", month.index)}
        edits |= {day.index: ("nummod", month.index)} if day is not None else {}
        late = (c for c in children(tokens, sentence, month.index) if c.index > year.index)
        edits |= {c.index: (c.dep, noun.index) for c in late}
    return edits


def what_company_is(tokens: Parse, sentence: Sentence) -> Edit:
    """ "He joined the board, with Karl Lund as his deputy", ", with Karl Lund at his side": behind a comma and a name a
    preposition before a noun that is bare or somebody's tells of the name."""
    edits: Edit = {}
    for prep in words(tokens, sentence)[3:]:
        name = tokens[prep.index - 1]
        beside = tokens[name.head]
        named = name.pos == "PROPN" and name.dep == "pobj" and beside.head == prep.head
        if prep.dep != "prep" or not named or tokens[beside.index - 1].text != "," or beside.index < prep.head:
            continue
        if any(t.text == "," for t in tokens[beside.index : name.index]):
            continue
        nouns = [c for c in children(tokens, sentence, prep.index) if c.dep == "pobj" and c.tag == "NN"]
        for noun in nouns:
            below = children(tokens, sentence, noun.index)
            if all(c.tag == "PRP$" or c.dep not in ("det", "nummod", "poss") for c in below):
                edits[prep.index] = ("prep", name.index)
    return edits


PREPOSITIONS = (
    Repair(
        "date before a number",
        date_before_a_number,
        (("On 21 May 1994 four village elders were murdered.", ("May", "pobj", "On")),),
        ("On 21 May 1994 the village elders were murdered.", "In Lund four elders were murdered in 1994."),
    ),
    Repair(
        "what company is",
        what_company_is,
        (
            ("In 1838 Anna Berg joined the board, with Karl Lund as her deputy.", ("as", "prep", "Lund")),
            ("The union was formed in 1838, with Karl Lund as treasurer.", ("as", "prep", "Lund")),
        ),
        (
            "Anna Berg left for Oslo, with Karl Lund in May.",
            "Anna Berg joined the board with Karl Lund as a deputy.",
            "Anna Berg worked under Karl Lund as treasurer.",
        ),
    ),
    Repair(
        "object of its preposition",
        object_of_its_preposition,
        (
            (
                "In 1931, Berg was arrested by the guard of the duke and put in solitary confinement for a month.",
                ("confinement", "pobj", "in"),
            ),
        ),
        ("She took over the mill in May.", "She gave to the poor bread and wine."),
    ),
    Repair(
        "behind an age",
        behind_an_age,
        (("Anna Berg died aged 73 on Sunday, 5 September 1970.", ("on", "prep", "died")),),
        ("Anna Berg left aged parents in Lund.", "Anna Berg was paid 73 crowns in Oslo."),
    ),
    Repair(
        "cause behind a place",
        cause_behind_a_place,
        (("Martin Hale died in Lund of typhus.", ("of", "prep", "died")),),
        ("Martin Hale studied at the School of music.", "Martin Hale died in Lund, a city of light."),
    ),
    Repair(
        "place before its subject",
        place_before_its_subject,
        (("In Marnholt Gesine was kept in solitary confinement for weeks.", ("Gesine", "nsubjpass", "kept")),),
        ("In New York she was kept for weeks.", "In New York was founded a society of her friends."),
    ),
    Repair(
        "preposition told again",
        preposition_told_again,
        (
            (
                "In July, Anna Berg signed a paper in which she confessed to arson and to having plundered the stores.",
                ("to", "prep", "confessed"),
            ),
            (
                "Anna Berg was accused of having been an informer since 1925 and of having spied for the French.",
                ("of", "prep", "accused"),
            ),
        ),
        ("She was sent to Lund and to her surprise was released.", "She confessed to arson and had sold the mill."),
    ),
)
