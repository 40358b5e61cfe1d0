"""The words that the people stage knows of a language, loaded once and typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, cast

from vitascope.errors import DataError
from vitascope.lang import load
from vitascope.model import Gender, MentionKind
from vitascope.people.alias_cues import AliasCues, alias_cues
from vitascope.people.folding import fold

__all__ = ["Generation", "KinNoun", "Lexicon", "PronounForm", "lexicon"]


Generation = Literal["", "elder", "younger"]
"""Which of two namesakes in a family: father or son, as the words beside the name tell."""


class KinNoun(NamedTuple):
    """A noun of kinship: ``relation`` is what its bearer is to the anchor, "" for a bond that is no kinship.

    ``leading``: of a compound the first word is the head ("mother-in-law"), as its plural shows.
    """

    noun: str
    relation: str
    gender: Gender
    plural: bool
    leading: bool


class PronounForm(NamedTuple):
    """A third-person pronoun by form."""

    gender: Gender
    plural: bool
    kind: MentionKind
    reflexive: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists of one language. Words are folded (:func:`~vitascope.people.folding.fold`) unless said otherwise.

    ``titles`` are tuples of words as written, with the gender they tell.
    """

    given: Mapping[str, Gender]
    patronymic: Mapping[str, Gender]
    surname_gender: Mapping[str, Gender]
    family_first: Mapping[str, frozenset[str]]
    syllables: Mapping[str, re.Pattern[str]]
    given_last: frozenset[str]
    first_surname: frozenset[str]
    first_surname_endings: tuple[str, ...]
    surname_joins: frozenset[str]
    given_joins: frozenset[str]
    praenomina: Mapping[str, str]
    nomen: tuple[str, ...]
    particles: frozenset[str]
    elided: tuple[str, ...]
    linking: frozenset[str]
    purposes: Mapping[str, frozenset[str]]
    being: frozenset[str]
    never: frozenset[str]
    demonyms: frozenset[str]
    roles: frozenset[str]
    unsurnamed: frozenset[str]
    posts: frozenset[str]
    gendered: Mapping[str, Gender]
    people: frozenset[str]
    peoples: frozenset[str]
    adherents: tuple[str, ...]
    nobodies: frozenset[str]
    acts: frozenset[str]
    undergoes: frozenset[str]
    places: frozenset[str]
    whereabouts: frozenset[str]
    ruled: frozenset[str]
    dedications: frozenset[str]
    makes: frozenset[str]
    naming: frozenset[str]
    hedges: frozenset[str]
    possessive_endings: tuple[str, ...]
    aliases: AliasCues
    titles: Mapping[tuple[str, ...], Gender]
    given_only: frozenset[str]
    wifely: frozenset[str]
    suffixes: frozenset[str]
    generations: Mapping[str, Generation]
    of_age: Mapping[str, Generation]
    epithets: frozenset[str]
    epithet_article: str
    called: frozenset[str]
    bodies: frozenset[str]
    lower_bodies: frozenset[str]
    runs: frozenset[str]
    founds: frozenset[str]
    run: frozenset[str]
    not_persons: frozenset[str]
    surnames_too: frozenset[str]
    thing_endings: tuple[str, ...]
    families: frozenset[str]
    kin: Mapping[str, KinNoun]
    bonds: Mapping[str, KinNoun]
    kin_openings: frozenset[str]
    own: frozenset[str]
    young: Mapping[str, KinNoun]
    family: Mapping[str, frozenset[str]]
    inverse: Mapping[str, str]
    tell_apart: frozenset[str]
    idle: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    marry: frozenset[str]
    confusing: frozenset[str]
    unrelated: frozenset[str]
    marriages: frozenset[str]
    have: frozenset[str]
    born: frozenset[str]
    born_to: frozenset[str]
    composed: Mapping[str, Mapping[str, str]]
    meet: frozenset[str]
    one_of_many: frozenset[str]
    generic: frozenset[str]
    indefinite: frozenset[str]
    beside: frozenset[str]
    ranks: frozenset[str]
    of_them: frozenset[str]
    pronouns: Mapping[str, PronounForm]
    of_bodies: frozenset[str]
    relatives: Mapping[str, str]
    first: Mapping[str, MentionKind]
    narrator: str
    naming_nouns: frozenset[str]
    possessive_tag: str
    own_time: frozenset[str]
    upon_others: Mapping[str, frozenset[str]]
    kin_of_others: Mapping[str, frozenset[str]]
    outcomes: frozenset[str]
    speech: Mapping[str, frozenset[str]]
    either: frozenset[str]
    definite: frozenset[str]
    fresh: frozenset[str]
    another: frozenset[str]
    pairs: frozenset[str]
    both: frozenset[str]
    turns: Mapping[str, int]
    shares: frozenset[str]
    of_two: frozenset[str]
    joint: str
    kin_label: str


@cache
def lexicon(language: str) -> Lexicon:
    """The people lexicon of ``language``. Raises DataError where a list is missing or holds something else."""
    persons, titles, groups = load(language, "persons"), load(language, "titles"), load(language, "groups")
    kinship, pronouns, roles = load(language, "kinship"), load(language, "pronouns"), load(language, "roles")
    try:
        return Lexicon(
            given=_given(persons["given"]),
            patronymic={e: cast(Gender, g) for g, ends in persons["patronymic"].items() for e in ends},
            surname_gender={e: cast(Gender, g) for g, ends in persons["surname_gender"].items() for e in ends},
            family_first={kind: frozenset(names) for kind, names in persons["family_first"].items()},
            syllables={kind: re.compile(one, re.IGNORECASE) for kind, one in persons["syllables"].items()},
            given_last=frozenset(persons["given_last"]),
            first_surname=frozenset(persons["first_surname"]["names"]),
            first_surname_endings=tuple(persons["first_surname"]["endings"]),
            surname_joins=frozenset(persons["surname_joins"]),
            given_joins=frozenset(fold(word) for word in persons["given_joins"]),
            praenomina={form: full for full, short in persons["praenomina"].items() for form in (full, short)},
            nomen=tuple(persons["nomen"]),
            particles=frozenset(persons["particles"]),
            elided=tuple(persons["elided"]),
            linking=frozenset(persons["linking"]),
            purposes=_sets(persons["purposes"]),
            being=frozenset(persons["being"]),
            never=frozenset(persons["never"]),
            demonyms=frozenset(persons["demonyms"]),
            roles=_roles(persons["roles"], roles),
            unsurnamed=frozenset(persons["unsurnamed"]),
            posts=frozenset(post for posts in roles["posts"].values() for post in posts) | set(roles["political"]),
            gendered={noun: cast(Gender, g) for g, nouns in persons["gendered"].items() for noun in nouns},
            people=_people(persons, roles, load(language, "grammar")["people"]),
            peoples=frozenset(word.lower() for word in groups["peoples"]),
            adherents=tuple(groups["adherents"]),
            nobodies=frozenset(groups["nobodies"]),
            acts=frozenset(persons["acts"]),
            undergoes=frozenset(persons["undergoes"]),
            places=frozenset(persons["places"]),
            whereabouts=frozenset(persons["places"]) | frozenset(persons["ways"]),
            ruled=frozenset(persons["ruled"]),
            dedications=frozenset(persons["dedications"]),
            makes=frozenset(persons["makes"]),
            naming=frozenset(persons["naming"]),
            hedges=frozenset(persons["hedges"]),
            possessive_endings=tuple(persons["possessive_endings"]),
            aliases=alias_cues(persons),
            titles=_titles(titles),
            given_only=frozenset(titles["given_only"]),
            wifely=frozenset(titles["wifely"]),
            suffixes=frozenset(titles["suffixes"]),
            generations={word: cast(Generation, told) for word, told in titles["generations"].items()},
            of_age={word: cast(Generation, told) for word, told in titles["of_age"].items()},
            epithets=frozenset(titles["epithets"]),
            called=frozenset(titles["called"]),
            epithet_article=titles["epithet_article"],
            bodies=frozenset(groups["bodies"]),
            lower_bodies=frozenset(groups["lower"]),
            runs=frozenset(groups["runs"]),
            founds=frozenset(groups["founds"]),
            run=frozenset(groups["run"]),
            not_persons=frozenset(groups["not_persons"]),
            surnames_too=frozenset(groups["surnames_too"]),
            thing_endings=tuple(groups["thing_endings"]),
            families=frozenset(groups["families"]),
            kin=_kin(kinship["nouns"]),
            bonds={noun: KinNoun(noun, "", "unknown", True, False) for noun in kinship["bonds"]},
            kin_openings=_openings(kinship),
            own=frozenset(kinship["own"]),
            young=_kin(kinship["young"]),
            family=_sets(kinship["family"]),
            inverse=dict(kinship["inverse"]),
            tell_apart=frozenset(kinship["tell_apart"]),
            idle=frozenset(kinship["idle"]),
            not_before=frozenset(kinship["not_before"]),
            not_after=frozenset(kinship["not_after"]),
            marry=frozenset(kinship["marry"]),
            confusing=frozenset(kinship["confusing"]),
            unrelated=frozenset(kinship["unrelated"]),
            marriages=frozenset(kinship["marriages"]),
            have=frozenset(kinship["have"]),
            born=frozenset(kinship["born"]),
            born_to=frozenset(kinship["born_to"]),
            composed={tie: {**kinship["composed"].get(tie, {}), **then} for tie, then in kinship["likely"].items()},
            meet=frozenset(kinship["meet"]),
            one_of_many=frozenset(kinship["one_of_many"]),
            generic=frozenset(kinship["generic"]),
            indefinite=frozenset(kinship["indefinite"]),
            beside=frozenset(kinship["beside"]),
            ranks=frozenset(kinship["ranks"]),
            of_them=frozenset(kinship["of_them"]),
            pronouns=_pronouns(pronouns["forms"]),
            of_bodies=frozenset(pronouns["of_bodies"]),
            relatives=dict(pronouns["relatives"]),
            first={form: cast(MentionKind, kind) for form, kind in pronouns["first"].items()},
            narrator=pronouns["narrator"],
            naming_nouns=frozenset(pronouns["naming_nouns"]),
            possessive_tag=pronouns["possessive_tag"],
            own_time=frozenset(pronouns["own_time"]),
            kin_of_others=_sets(pronouns["kin_of_others"]),
            upon_others=_sets(pronouns["upon_others"]),
            outcomes=frozenset(pronouns["outcomes"]),
            either=frozenset(pronouns["either"]),
            speech=_sets(pronouns["speech"]),
            definite=frozenset(pronouns["definite"]),
            fresh=frozenset(pronouns["fresh"]),
            another=frozenset(pronouns["another"]),
            pairs=frozenset(pronouns["pairs"]),
            both=frozenset(pronouns["both"]),
            turns=dict(pronouns["turns"]),
            shares=frozenset(pronouns["shares"]),
            of_two=frozenset(pronouns["of_two"]),
            joint=pronouns["joint"],
            kin_label=pronouns["kin_label"],
        )
    except (KeyError, TypeError, AttributeError) as fault:
        raise DataError(f"lang/{language}", f"a people lexicon misspells {fault}", "compare it with lang/en") from fault


def _sets(lists: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in lists.items()}


def _given(lists: Mapping[str, str]) -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    for key in ("male", "female", "either"):
        for name in lists[key].split():
            gender = cast(Gender, key) if key != "either" else "unknown"
            found[fold(name)] = gender if found.get(fold(name), gender) == gender else "unknown"
    return found


def _roles(words: str, trades: Mapping[str, Any]) -> frozenset[str]:
    """Nouns for a person by role, with the trades and ranks of a single word that claims know."""
    told = [noun for nouns in trades["occupations"].values() for noun in nouns] + trades["ranks"]
    return frozenset(words.split()) | {noun for noun in told if " " not in noun}


def _people(persons: Mapping[str, Any], roles: Mapping[str, Any], more: Iterable[str]) -> frozenset[str]:
    """Nouns for people of any calling: those for a role, and those that tell no more than a sex or an age."""
    return _roles(persons["roles"], roles).union(more, *persons["gendered"].values())


def _titles(lists: Mapping[str, Any]) -> dict[tuple[str, ...], Gender]:
    """Titles as the parser cuts them: hyphens stand alone."""
    found: dict[tuple[str, ...], Gender] = {}
    for key in ("male", "female", "neutral"):
        for title in lists[key]:
            found[tuple(title.replace("-", " - ").split())] = cast(Gender, key) if key != "neutral" else "unknown"
    return found


def _kin(nouns: Mapping[str, Mapping[str, Any]]) -> dict[str, KinNoun]:
    found: dict[str, KinNoun] = {}
    for noun, entry in nouns.items():
        gender, plural = cast(Gender, entry["gender"]), entry["plural"]
        leading = "-" in noun and plural.split("-")[-1] == noun.split("-")[-1]
        found[noun] = KinNoun(noun, entry["relation"], gender, bool(entry.get("group")), leading)
        found[plural] = KinNoun(plural, entry["relation"], gender, True, leading)
    return found


def _openings(kinship: Mapping[str, Any]) -> frozenset[str]:
    """The nouns of kin and rank, and the first parts of those with hyphens, which show that one of them may begin."""
    nouns = (*_kin(kinship["nouns"]), *_kin(kinship["young"]), *kinship["bonds"], *kinship["ranks"])
    return frozenset(part for noun in nouns for part in (noun, noun.split("-")[0]))


def _pronouns(forms: Mapping[str, Mapping[str, Any]]) -> dict[str, PronounForm]:
    return {
        form: PronounForm(
            cast(Gender, entry["gender"]),
            entry["number"] == "plural",
            cast(MentionKind, entry["kind"]),
            bool(entry.get("reflexive")),
        )
        for form, entry in forms.items()
    }
