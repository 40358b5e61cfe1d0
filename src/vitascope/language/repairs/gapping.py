"""Named repairs of gapping: a second object with a date of its own, whose verb stands only once ("took his BA in 1642
and MA in 1645")."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, token_after, words
from vitascope.model import Sentence, Token

_NOMINAL = ("NOUN", "PROPN")
_CORE = ("dobj", "attr", "oprd", "acomp")
_REMNANT = ("conj", "appos", "npadvmod", "attr", "oprd", "dobj", "dep", "pobj")
_INNER = ("det", "poss", "compound", "amod", "nmod", "advmod", "case", "nummod")
_NAMED = (("appos", "PROPN"), ("compound", "PROPN"))
_YEAR = 4


def dated_remnant(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Took his BA in 1642 and MA in 1645", "visited Paris in 1899, London in 1903": the second noun stands beside
    the first, and its year is its own."""
    edits: Edit = {}
    for verb in words(tokens, sentence):
        if verb.pos not in ("VERB", "AUX"):
            continue
        first = None
        for year in _years(tokens, sentence, verb):
            remnant = _remnant(tokens, sentence, verb, year)
            if remnant is None:
                continue
            later = _own_year(tokens, sentence, remnant, verb)
            before = first or _correlate(tokens, sentence, verb, year, remnant)
            if later is None or before is None:
                continue
            edits[remnant.index] = ("conj", before.index)
            edits[later.index] = ("prep", remnant.index)
            for token in words(tokens, sentence):
                if token.dep == "cc" and year.index < token.index < remnant.index:
                    edits[token.index] = ("cc", before.index)
            first = remnant
    return {i: e for i, e in edits.items() if (tokens[i].dep, tokens[i].head) != e}


def _is_year(token: Token) -> bool:
    return len(token.text) == _YEAR and token.text.isdigit()


def _years(tokens: Parse, sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The years behind a verb that hang on it, or on what hangs on it."""
    for token in words(tokens, sentence):
        if token.index > verb.index and _is_year(token) and _reaches(tokens, token, verb):
            yield token


def _reaches(tokens: Parse, token: Token, verb: Token) -> bool:
    """Whether a token hangs on a verb, with no other verb between."""
    at = token
    while at.head != at.index and at.index != verb.index:
        at = tokens[at.head]
        if at.pos in ("VERB", "AUX"):
            return at.index == verb.index
    return False


def _remnant(tokens: Parse, sentence: Sentence, verb: Token, year: Token) -> Token | None:
    """The noun straight behind a year and a comma or conjunction."""
    at = year.index + 1
    joints = 0
    while at < sentence.last and (tokens[at].text == "," or tokens[at].dep == "cc" or tokens[at].tag == "CC"):
        joints, at = joints + 1, at + 1
    while at < sentence.last and tokens[at].dep in _INNER and tokens[at].head > at:
        at += 1
    if not joints or at >= sentence.last:
        return None
    noun = tokens[at]
    hung = noun.dep in _REMNANT and noun.pos in _NOMINAL and noun.head < noun.index
    return noun if hung and _reaches(tokens, noun, verb) else None


def _own_year(tokens: Parse, sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """The preposition of the year right behind a noun and its phrases."""
    at = noun.index + 1
    while at < sentence.last and (tokens[at].dep, tokens[at].pos) in _NAMED:
        at += 1  # "their son Karl in 1912"
    while at + 1 < sentence.last and tokens[at].dep == "prep":
        if _is_dated(tokens, sentence, tokens[at]):
            return (
                tokens[at]
                if tokens[at].head in (noun.index, verb.index, tokens[noun.head].index)
                or _reaches(tokens, tokens[at], verb)
                else None
            )
        at += 1
        while at < sentence.last and tokens[at].dep in (*_INNER, "pobj"):
            at += 1
    return None


def _is_dated(tokens: Parse, sentence: Sentence, prep: Token) -> bool:
    """Whether a preposition governs a year or a day of one: "in 1912", "on 3 May 1912"."""
    for noun in (c for c in children(tokens, sentence, prep.index) if c.dep == "pobj"):
        below = (c for c in children(tokens, sentence, noun.index) if c.dep == "nummod" and c.index > noun.index)
        if (_is_year(noun) and noun.index == prep.index + 1) or any(map(_is_year, below)):
            return True
    return False


def _correlate(tokens: Parse, sentence: Sentence, verb: Token, year: Token, remnant: Token) -> Token | None:
    """What stands in the first place where the remnant stands in the second: what the verb itself takes, else the
    last noun behind its prepositions, else its subject."""
    core = [c for c in children(tokens, sentence, verb.index) if c.dep in _CORE and verb.index < c.index < year.index]
    placed = [
        noun
        for prep in children(tokens, sentence, verb.index)
        if prep.dep == "prep" and verb.index < prep.index < year.index - 1
        for noun in children(tokens, sentence, prep.index)
        if noun.dep == "pobj" and noun.pos == remnant.pos and noun.index < year.index
    ]
    bound = any(
        c.dep == "prep" and c.index < sentence.last and not _is_year(token_after(tokens, c))
        for c in children(tokens, sentence, remnant.index)
    )
    owned = any(c.dep in ("poss", "det") for c in children(tokens, sentence, remnant.index))
    if placed and not core:
        return placed[-1]
    if not core:
        subjects = (c for c in children(tokens, sentence, verb.index) if c.dep in ("nsubj", "nsubjpass"))
        return next((s for s in subjects if s.pos == remnant.pos or (owned and s.pos in _NOMINAL)), None)
    alike = core[-1].pos == remnant.pos or owned or remnant.text.isupper() or core[-1].text.isupper() or bound
    return core[-1] if alike or core[-1].pos == "ADJ" else None


def dated_place(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Served in France in 1916 and in Italy in 1917": the second year is that of the second place."""
    edits: Edit = {}
    for verb in words(tokens, sentence):
        for year in _years(tokens, sentence, verb) if verb.pos in ("VERB", "AUX") else ():
            at = year.index + 1
            while at < sentence.last and (tokens[at].text == "," or tokens[at].tag == "CC"):
                at += 1
            if at == year.index + 1 or at >= sentence.last or tokens[at].pos != "ADP":
                continue
            noun = next((c for c in children(tokens, sentence, at) if c.dep == "pobj" and not _is_year(c)), None)
            alike = any(
                t.lemma == tokens[at].lemma and verb.index < t.index < year.index - 1 and t.dep == "prep"
                for t in children(tokens, sentence, verb.index)
            )
            later = _own_year(tokens, sentence, noun, verb) if noun is not None and alike else None
            if noun is not None and later is not None:
                edits[later.index] = ("prep", noun.index)
    return {i: e for i, e in edits.items() if (tokens[i].dep, tokens[i].head) != e}


def name_beside_a_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was interned in Lund and then Ystad": a bare name is coordinated with the name before it, not with the verb."""
    edits: Edit = {}
    for name in words(tokens, sentence):
        verb = tokens[name.head]
        if name.dep != "conj" or name.pos != "PROPN" or verb.pos != "VERB" or name.index < verb.index:
            continue
        own = [c for c in children(tokens, sentence, name.index) if c.dep not in (*_INNER, "prep", "punct", "cc")]
        first = min([name.index, *(c.index for c in children(tokens, sentence, name.index) if c.dep in _INNER)])
        while first > sentence.first and tokens[first - 1].dep == "advmod":
            first -= 1
        if own or tokens[first - 1].tag != "CC":
            continue
        before = tokens[first - 2]
        inside = before.pos == "PROPN" and before.dep in ("pobj", "dobj") and _reaches(tokens, before, verb)
        if inside:
            edits[name.index] = ("conj", before.index)
            edits[first - 1] = ("cc", before.index)
            for token in words(tokens, sentence)[first - sentence.first : name.index - sentence.first]:
                if token.dep == "advmod":
                    edits[token.index] = ("advmod", verb.index)
    return edits


def way_beside_a_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was sent to Lund, and thence to Ystad": a bare word before a preposition is no noun beside the verb."""
    edits: Edit = {}
    for word in words(tokens, sentence)[1:]:
        verb, after = tokens[word.head], tokens[min(word.index + 1, sentence.last - 1)]
        below = children(tokens, sentence, word.index)
        bare = word.dep == "conj" and word.tag == "NN" and tokens[word.index - 1].dep == "cc"
        if bare and verb.pos == "VERB" and [(c.index, c.dep) for c in below] == [(after.index, "prep")]:
            same = (c for c in children(tokens, sentence, verb.index) if c.dep == "prep" and c.index < word.index)
            if any(c.lemma == after.lemma for c in same):
                edits[word.index] = ("advmod", verb.index)
                edits[after.index] = ("prep", verb.index)
    return edits


GAPPING = (
    Repair(
        "name beside a verb",
        name_beside_a_verb,
        (("She was interned in Lund and then Ystad.", ("Ystad", "conj", "Lund")),),
        ("She was interned in Lund and Dahl fled.", "She met Dahl in Lund and married."),
    ),
    Repair(
        "way beside a verb",
        way_beside_a_verb,
        (("In 1943 she was transferred from Lund to Ystad, and thence to Malmö.", ("to", "prep", "transferred")),),
        ("She was transferred to Lund and sent to Ystad.",),
    ),
    Repair(
        "dated place",
        dated_place,
        (
            ("She was wounded at Arras in 1917 and at Cambrai in 1918.", ("in", "prep", "Cambrai")),
            ("She served in France in 1916, in Italy in 1917.", ("in", "prep", "Italy")),
        ),
        ("She left Lund in 1917 and at Cambrai she was wounded in 1918.",),
    ),
    Repair(
        "dated remnant",
        dated_remnant,
        (
            ("She took her BA in 1911 and MA in 1913.", ("MA", "conj", "BA")),
            ("Karl was born in 1920 and Anna in 1923.", ("Anna", "conj", "Karl")),
            ("She visited Rome in 1899 and Lund in 1903.", ("Lund", "conj", "Rome")),
            ("She was elected to the council in 1910 and the diet in 1913.", ("diet", "conj", "council")),
        ),
        (
            "She went to Lund in 1910 and sold the mill in 1913.",
            "She left Lund in 1910, and Karl Dahl followed in 1913.",
            "She was appointed in May 1910 and dismissed in 1913.",
            "She moved to Lund in 1910 with Karl Dahl and the child.",
        ),
    ),
)
