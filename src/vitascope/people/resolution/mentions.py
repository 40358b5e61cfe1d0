"""Everything in the prose that may point at someone, in text order: names, pronouns, relatives, kin, other nouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from vitascope.model import Annotation, Token
from vitascope.people.kin import KinNominal, find_kin
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.cast import Cast
from vitascope.people.quotations import Quoted
from vitascope.people.resolution.bodies_again import stands_for_body
from vitascope.people.resolution.groups import PLURALS, is_of_people
from vitascope.people.resolution.narrator import is_narrating

__all__ = ["Event", "find_events", "inside_names"]

EventKind = Literal["name", "pronoun", "narrator", "elided", "relative", "kin", "pair", "body", "noun", "group"]


_OF_PERSONS = ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
_NOUNS = frozenset(("NN", *PLURALS))


class Event(NamedTuple):
    """Something to resolve at a token. ``number`` is a sighting's, ``kin`` a kin nominal's detail."""

    at: int
    kind: EventKind
    number: int = -1
    kin: KinNominal | None = None


def inside_names(cast: Cast) -> dict[int, int]:
    """The sighting that each token of a name belongs to."""
    return {t: n for n in sorted(cast.owner) for t in range(cast.sightings[n].first, cast.sightings[n].last)}


def find_events(
    annotation: Annotation, cast: Cast, inside: Mapping[int, int], lex: Lexicon, quoted: Quoted
) -> list[Event]:
    """All events in text order; pronouns in direct speech are the speaker's to resolve and are left out.

    ``inside`` is what :func:`inside_names` gives of the cast.
    """
    kin = find_kin(annotation, lex, inside)
    events = [Event(cast.sightings[n].first, "name", n) for n in sorted(cast.owner)]
    events.extend(Event(k.first, "kin", kin=k) for k in kin)
    taken = {*inside, *(t for k in kin for t in range(k.first, k.last))}
    events.extend(_words(annotation, lex, quoted, taken))
    return sorted(events, key=lambda e: e.at)


def _words(annotation: Annotation, lex: Lexicon, quoted: Quoted, taken: set[int]) -> Iterator[Event]:
    twos = lex.both.union(lex.turns, lex.pairs)
    pointing = twos.union(lex.pronouns, lex.first, lex.relatives, lex.of_bodies, ("",))
    spoken = iter(quoted.quotations)
    speech = next(spoken, None)
    for token in annotation.tokens:
        word = token.text.lower()
        if token.index in taken or (word not in pointing and token.tag not in _NOUNS):
            continue
        while speech is not None and speech.end <= token.span.start:
            speech = next(spoken, None)
        inside = speech is not None and speech.contains(token.span)
        if not word and token.tag == "PRP":
            yield Event(token.index, "elided")
        elif word in lex.pronouns and token.tag in ("PRP", "PRP$"):
            if not inside or speech not in quoted.speeches:
                yield Event(token.index, "pronoun")
        elif word in lex.first and is_narrating(annotation, token.index):
            if not inside:
                yield Event(token.index, "narrator")
        elif word in lex.relatives and token.tag in ("WP", "WP$", "WDT"):
            yield Event(token.index, "relative")
        elif word in lex.of_bodies and stands_for_body(annotation, token.index, lex):
            yield Event(token.index, "body")
        elif word in twos and _is_of_two(annotation, token, lex):
            yield Event(token.index, "pair")
        elif token.tag in PLURALS and is_of_people(token, lex):
            yield Event(token.index, "pair" if _are_two(annotation, token, lex) else "group")
        elif token.tag == "NN" and (
            token.lemma in lex.roles
            or word in lex.lower_bodies
            or any(_may_name(annotation.tokens[c], lex) for c in annotation.children[token.index])
        ):
            yield Event(token.index, "noun")


def _is_of_two(annotation: Annotation, token: Token, lex: Lexicon) -> bool:
    """Whether a word means two persons joined before or one of them: "the couple", "both", "the latter"."""
    word = token.text.lower()
    if word in lex.both:
        return token.dep in _OF_PERSONS and not _of_nouns(annotation, token)
    if word in lex.turns:
        return token.dep in _OF_PERSONS and _is_definite(annotation, token, lex)
    return word in lex.pairs and _is_definite(annotation, token, lex)


def _are_two(annotation: Annotation, token: Token, lex: Lexicon) -> bool:
    """Whether "both" or "the two" stands before a plural noun of people."""
    before = [annotation.tokens[c].text.lower() for c in annotation.children[token.index] if c < token.index]
    return bool(lex.both.intersection(before)) or bool(
        lex.pairs.intersection(before) and lex.definite.intersection(before)
    )


def _is_definite(annotation: Annotation, token: Token, lex: Lexicon) -> bool:
    """Whether a word stands right after "the" and nothing narrows it: no "couple next door"."""
    before = annotation.tokens[token.index - 1] if token.index else None
    alone = before is not None and before.head == token.index and before.text.lower() in lex.definite
    return (
        alone
        and token.dep not in ("nummod", "compound")
        and all(c < token.index or _is_deed(annotation, token, c) for c in annotation.children[token.index])
    )


def _is_deed(annotation: Annotation, noun: Token, at: int) -> bool:
    """ "The couple divorced in 1926": what parsers take for a participle right behind the noun is told of them."""
    return at == noun.index + 1 and (annotation.tokens[at].dep, annotation.tokens[at].tag) == ("acl", "VBN")


def _of_nouns(annotation: Annotation, token: Token) -> bool:
    """Whether words after a quantifier say of what it is: "both of the mills", but not "both of them"."""
    below = [t for c in annotation.children[token.index] for t in annotation.children[c]]
    return any(annotation.tokens[t].pos != "PRON" for t in below)


def _may_name(below: Token, lex: Lexicon) -> bool:
    """Whether a noun's dependent can tell its bearer's name: an apposition, or "a clerk named …"."""
    return below.dep == "appos" or (below.dep == "acl" and below.text in lex.naming)
