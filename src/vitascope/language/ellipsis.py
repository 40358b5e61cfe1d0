"""Terse prose: sentences without a subject, as registers and dictionaries write them ("Tailor. Arrested in 1938.").

A parser trained on news reads them badly. The words left out are supplied for the parser ("He was arrested in 1938"),
and stay in the annotation as tokens without text, as Enhanced Universal Dependencies does with elided
words; all other tokens keep their offsets. Which word is supplied is decided by the words of the
sentence (``lang/en/ellipsis.yml``); whether it was right, by the parse with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from vitascope import lang

_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_]|\d)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.\s*$")
_FIRST = re.compile(r"[^\W\d_][\w-]*")
_OPENING, _CLOSING = "“«„", "”»"
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_SUBORDINATE = ("relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj", "dep")
_INNER = ("det", "compound", "amod", "nummod", "nmod", "poss", "case", "quantmod", "punct", "neg")
_VERB_TAGS = ("VBD", "VBN")


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon of what is left out, of one language."""

    supplied: dict[str, tuple[str, ...]]
    active: frozenset[str]
    participles: frozenset[str]
    named: frozenset[str]
    before: frozenset[str]
    articles: frozenset[str]
    counts: frozenset[str]
    placing: frozenset[str]
    timed: frozenset[str]
    stops: frozenset[str]
    persons: frozenset[str]
    kin: frozenset[str]
    kin_plural: frozenset[str]
    openings: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Supply:
    """What to supply in a unit: the kind of the lexicon, and the code point of the unit before which it goes."""

    kind: str
    at: int


@cache
def words(language: str) -> Words:
    """The lexicon of ``language``. Raises DataError where it has none."""
    data = lang.load(language, "ellipsis")
    roles = lang.load(language, "roles")
    kin = lang.load(language, "kinship")["nouns"]
    groups = [*roles["occupations"].values(), *roles["posts"].values(), roles["ranks"], data["persons"]]
    persons = frozenset(noun.lower() for group in groups for noun in group)
    offices = "|".join(re.escape(noun) for noun in sorted(persons))
    titles = rf"[A-Z]|(?:{'|'.join(data['articles'])})\s|(?:[a-z-]+\s)?(?:{offices})\b[^.;]*,\s"
    return Words(
        supplied={kind: tuple(given) for kind, given in data["supplied"].items()},
        active=frozenset(data["active"]),
        participles=frozenset(data["participles"]),
        named=frozenset(data["named"]),
        before=frozenset(data["before"]),
        articles=frozenset(data["articles"]),
        counts=frozenset(data["counts"]),
        placing=frozenset(data["placing"]),
        timed=frozenset(data["timed"]),
        stops=frozenset(data["stops"]),
        persons=persons,
        kin=frozenset(kin),
        kin_plural=frozenset(row["plural"] for row in kin.values()),
        openings=re.compile(rf"(?:{'|'.join(data['openings'])})(?=\s(?:{titles}))"),
    )


def units(text: str, lexicon: Words) -> list[tuple[int, int]]:
    """The sentences and parts up to a semicolon of a stretch, by its marks alone, outside quotation marks."""
    cuts = [0]
    for gap in _END.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, gap.start() - 20), gap.start())
        short = before is not None and (len(before[1]) == 1 or before[1].lower() in lexicon.stops)
        if not short and not _quoted(text, gap.start()):
            cuts.append(gap.end())
    return [(a, b) for a, b in pairwise([*cuts, len(text)]) if text[a:b].strip()]


def _quoted(text: str, at: int) -> bool:
    opened = sum(text.count(sign, 0, at) for sign in _OPENING) - sum(text.count(sign, 0, at) for sign in _CLOSING)
    return opened > 0 or text.count('"', 0, at) % 2 == 1


def left_out(tokens: Sequence[Any], text: str, lexicon: Words) -> Supply | None:
    """What a unit leaves out, by the first parse of its ``tokens`` (spaCy's).

    None where it has a subject or none can be told. ``text`` is the unit's, offsets count from its first token.
    """
    tokens = [t for t in tokens if not t.is_space]
    if not tokens or not _FIRST.match(text) or _has_subject(tokens):
        return None
    first, start = tokens[0], tokens[0].idx
    verb = _verb(tokens, lexicon)
    noun = _noun(tokens)
    if noun is not None and (verb is None or (verb.head == noun and verb != noun)):
        return _of_noun(tokens, noun, lexicon)
    if verb is not None:
        return Supply(_voice(tokens, verb, lexicon), verb.idx - start)
    inside = {t.lower_ for t in tokens}
    placed = any(t.ent_type_ in ("GPE", "LOC", "FAC") or t.tag_ == "NNP" for t in tokens)
    told = inside & lexicon.timed and any(t.like_num for t in tokens)
    if first.lower_ in lexicon.placing and placed and told and not any(t.pos_ in ("VERB", "AUX") for t in tokens):
        return Supply("place", 0)
    return None


def _has_subject(tokens: Sequence[Any]) -> bool:
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.dep_ not in _SUBJECTS or token.head.i not in inside:
            continue
        above = token.head
        if above.dep_ == "conj" and above.head.i in inside and _joins(token, above):
            continue  # "Married in 1901 Ida Holm, and they had a son" leaves out the first
        while above.dep_ == "conj" and above.head.i in inside:
            above = above.head
        below = above.dep_ in _SUBORDINATE and above.head.i in inside and above.head.i < token.i
        if not below:
            return True
    return False


def _joins(subject: Any, verb: Any) -> bool:
    """Whether a conjunct opens with its own subject behind a conjunction, so that this is not the first one's."""
    between = [t for t in subject.doc[verb.head.i : subject.i] if t.dep_ == "cc" and t.head == verb.head]
    return bool(between) and subject.left_edge.i == between[-1].i + 1


def _verb(tokens: Sequence[Any], lexicon: Words) -> Any | None:
    """The verb without a subject: the first word, or the one that the unit's opening phrase belongs to."""
    at = 0
    while at < len(tokens) - 1 and (tokens[at].lower_ in lexicon.before or tokens[at].is_punct):
        at += 1
    first = tokens[at]
    if _is_form(first, lexicon) and not _modifies(first):
        return first
    root = next((t for t in tokens if t.head.i == t.i), None)
    if root is None or not _is_form(root, lexicon) or root.tag_ not in _VERB_TAGS or root is first:
        return None
    opening = tokens[0].dep_ in ("prep", "advmod", "npadvmod") and tokens[0].head == root
    auxiliary = any(c.dep_ in ("aux", "auxpass") for c in root.children)
    ahead = next((t for t in tokens if t.i == root.i - 1), None)
    dated = ahead is not None and (ahead.text[0].isdigit() or ahead.text == ",")
    return root if opening and dated and not auxiliary else None


def _is_form(token: Any, lexicon: Words) -> bool:
    form = token.lower_
    return form in lexicon.active or form in lexicon.participles or (form.endswith("ed") and len(form) > 4)


def _modifies(token: Any) -> bool:
    above = token.head
    near = token.dep_ in ("amod", "compound", "nmod") and 0 < above.i - token.i <= 2
    return near and above.pos_ in ("NOUN", "PROPN") and not above.like_num and above.ent_type_ != "DATE"


def _voice(tokens: Sequence[Any], verb: Any, lexicon: Words) -> str:
    form = verb.lower_
    after = next((t for t in tokens if t.i == verb.i + 1), None)
    nominal = after is not None and (
        after.tag_ in ("DT", "PRP$", "PRP", "NN", "NNS", "JJ", "CD") or (after.pos_ == "PROPN")
    )
    dated = after is not None and (after.ent_type_ in ("DATE", "TIME") or after.text[0].isdigit())
    object_follows = nominal and (not dated or (after is not None and after.tag_ in ("DT", "PRP$")))
    if form in lexicon.named and form not in lexicon.active:
        return "passive"
    if form in lexicon.active and form in lexicon.participles:
        return "active" if object_follows else "passive"
    if form in lexicon.active:
        return "active"
    return "active" if object_follows and form not in lexicon.named else "passive"


def _noun(tokens: Sequence[Any]) -> Any | None:
    """The noun that heads a unit without a verb: its root, where only its own words stand before it."""
    head = next((t for t in tokens if t.head.i == t.i), None) or next(
        (t for t in tokens if t.head.i < tokens[0].i or t.head.i > tokens[-1].i), None
    )
    if head is None or head.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB", "X", "INTJ"):
        return None
    return head if all(t.dep_ in _INNER or t.is_punct for t in tokens if t.i < head.i) else None


def _of_noun(tokens: Sequence[Any], noun: Any, lexicon: Words) -> Supply | None:
    form, first = noun.lower_, tokens[0]
    ahead = [t for t in tokens if t.i < noun.i]
    if form in lexicon.kin_plural and first.lower_ in lexicon.counts:
        return Supply("count", 0)
    if any(t.tag_ in ("DT", "PRP$", "PRP", "POS") for t in ahead[1:]) or first.tag_ in ("PRP$", "PRP"):
        return None
    if first.tag_ == "DT" and first.lower_ not in lexicon.articles:
        return None
    if any(t.ent_type_ == "PERSON" for t in ahead) or _goes_on(noun):
        return None
    phrase = f"{ahead[-1].lower_} {form}" if ahead else form
    tied = any(t.lower_ == "of" and t.i == noun.i + 1 for t in tokens)
    if not (form in lexicon.persons or phrase in lexicon.persons or (form in lexicon.kin and tied)):
        return None
    return Supply("noun_with_article" if first.lower_ in lexicon.articles else "noun", 0)


def _goes_on(noun: Any) -> bool:
    """Whether behind the name of whom the noun tells stands what that person did: "A clerk, Karl Lund, confessed that
    …" leaves nothing out."""
    named = next((c for c in noun.children if c.dep_ == "appos" and c.tag_ == "NNP" and c.i > noun.i), None)
    for verb in noun.children:
        if named is None or verb.dep_ != "acl" or verb.tag_ not in _VERB_TAGS or verb.i < named.i:
            continue
        governs = any(c.dep_ in ("dobj", "ccomp", "xcomp") and c.i > verb.i for c in verb.children)
        if verb.nbor(-1).text == "," and (governs or verb.tag_ == "VBD"):
            return not any(c.dep_ == "agent" for c in verb.children)
    return False


def reads_well(parse: Any, supplied: Sequence[int]) -> bool:
    """Whether the parse with the supplied words is one sentence whose root has the first of them as subject."""
    subject = parse[supplied[0]]
    roots = [t for t in parse if t.head.i == t.i and not t.is_space and not t.is_punct]
    return len(roots) == 1 and subject.dep_ in ("nsubj", "nsubjpass") and subject.head.head.i == subject.head.i
