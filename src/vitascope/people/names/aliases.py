"""Other names of a person: other scripts, birth names and by-names, in parentheses and in running text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from vitascope import lang
from vitascope.model import Annotation, Document, Span
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.parts import PersonName, parse_name
from vitascope.people.names.sightings import Sighting

__all__ = ["Alias", "birth_names", "names_in_aside", "pair_asides", "same_by_alias", "with_epithet"]

_SEGMENT = re.compile(r"[^;,()\[\]]+")
_LABEL = re.compile(r"^\s*[A-Z][a-z]+(?: [a-z]+)?:\s*")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_NAME = re.compile(r"[\"“'‘]?((?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*){0,4})[\"”'’]?")


_WIDER = re.compile(r", ([A-Z][\w.'’-]+)")
"""What stands behind a comma with a capital."""
_BIRTH = "birth name"


class Alias(NamedTuple):
    """A further name, where it stands, and the words that say so."""

    text: str
    span: Span
    cue: str
    because: str


def pair_asides(annotation: Annotation, sightings: list[Sighting]) -> Iterator[tuple[Sighting, Span]]:
    """Every parenthesis that directly follows a name or stands in it, with that name's sighting."""
    ends = {s.span.end: s for s in sightings}
    starts = [s.span.start for s in sightings]
    for aside in annotation.asides:
        sighting = ends.get(aside.start - 1) or ends.get(aside.start)
        before = bisect_left(starts, aside.start) - 1
        if sighting is None and before >= 0 and sightings[before].span.contains(aside):
            sighting = sightings[before]
        if sighting is not None:
            yield sighting, aside


def names_in_aside(document: Document, aside: Span, lex: Lexicon) -> Iterator[Alias]:
    """The names in a parenthesis that follows a person's name, in text order.

    A stretch in another script is the name in that script (stress marks are left in the text, see
    :func:`~vitascope.people.folding.drop_stress`); a stretch that opens with an alias cue names the person again.
    """
    closed = document.text[aside.start] in "(["  # else a stretch between commas
    inner = document.text[aside.start + 1 : aside.end - closed]
    for match in _SEGMENT.finditer(inner):
        start, segment = aside.start + 1 + match.start(), match.group()
        label = _LABEL.match(segment)
        skip = label.end() if label else len(segment) - len(segment.lstrip())
        words = segment[skip:].rstrip()
        if _other_script(words):
            yield Alias(words, Span(start + skip, start + skip + len(words)), "", "the name in another script")
            continue
        cue = _cue(words, lex)
        name = _NAME.match(words, len(cue) + 1) if cue else None
        if cue and name and all(w[0].isupper() or w in lex.particles for w in name.group(1).split()):
            if _is_birthplace(cue, name.group(1), inner[match.end() :], lex):
                continue
            if name.group(1) in lex.never or any(w in lex.never for w in name.group(1).split()):
                continue
            at = start + skip + name.start(1)
            yield Alias(name.group(1), Span(at, at + len(name.group(1))), cue, f"a further name: “{cue}”")


def birth_names(
    document: Document, annotation: Annotation, sightings: list[Sighting], lex: Lexicon
) -> dict[int, PersonName]:
    """ "Klara Holm, née Lund": for the sighting of a full name the one its bearer was born with, Klara Lund."""
    cues = _birth_cues(document.source.language)
    at = {s.span: n for n, s in enumerate(sightings)}
    found: dict[int, PersonName] = {}
    for sighting, aside in pair_asides(annotation, sightings):
        name = sighting.name
        for alias in names_in_aside(document, aside, lex):
            if alias.cue in cues and name.given and name.surname:
                bare = replace(name, text=f"{name.given} {alias.text}", surname=alias.text, titles=())
                found[at[sighting.span]] = parse_name(alias.text, lex) if " " in alias.text else bare
    return found


def same_by_alias(
    document: Document, annotation: Annotation, sightings: list[Sighting], lex: Lexicon
) -> Iterator[tuple[int, int, str]]:
    """Pairs of sightings in one sentence that an alias cue says are one person's: ``(before, after, cue)``.

    Only a cue right before the second name counts, with at most a few words of its own phrase between ("known by
    the pen name Mirka"), or a predicate and nothing else ("was born Karin Lund").
    """
    for number, sighting in enumerate(sightings[1:], 1):
        before = sightings[number - 1]
        sentence = annotation.tokens[sighting.first].sentence
        if annotation.tokens[before.first].sentence != sentence or sighting.first - before.last > 12:
            continue
        between = document.text[before.span.end : sighting.span.start]
        words = _PARENTHESIS.sub("", between).lower().replace(",", " ").replace("(", " ").rstrip(" \"“'‘").split()
        renamed = lex.aliases.renamed(words) if sighting.last - sighting.first > 1 else None
        if renamed is not None:
            yield number - 1, number, renamed
            continue
        bare = _PARENTHESIS.sub("", between).rstrip(" \"“'‘").lower()
        if not bare.removesuffix("\n").endswith(lex.aliases.phrases):
            continue
        cue = next((c for c in lex.aliases.phrases if bare.endswith((c, c + "\n")) and _stands_apart(c, bare)), None)
        opens = bare.lstrip(" ").startswith((",", "(", cue or ",")) or between.startswith(" (")
        if cue is not None and opens:
            yield number - 1, number, cue


def with_epithet(
    document: Document, annotation: Annotation, sightings: list[Sighting], number: int, lex: Lexicon
) -> Sighting | None:
    """ "Harald II, called the Lame": the by-name with its article, right after the name it belongs to; else None."""
    sighting = sightings[number]
    article = annotation.tokens[sighting.first - 1] if sighting.first else None
    if not number or article is None or article.text != lex.epithet_article or sighting.name.text not in lex.epithets:
        return None
    between = document.text[sightings[number - 1].span.end : article.span.start]
    words = _PARENTHESIS.sub("", between).replace(",", " ").split()
    if not words or words[-1] not in lex.called or len(words) > 2 or "," not in between:
        return None
    span = Span(article.span.start, sighting.span.end)
    name = PersonName(document.quote(span), epithet=document.quote(span))
    return sighting._replace(first=sighting.first - 1, span=span, name=name)


@cache
def _birth_cues(language: str) -> frozenset[str]:
    return frozenset(row["cue"] for row in lang.load(language, "persons")["aliases"] if row["kind"] == _BIRTH)


def _stands_apart(cue: str, words: str) -> bool:
    """Whether no letter stands before the cue with which the words end."""
    return re.search(rf"\b{re.escape(cue)}$", words) is not None


def _cue(words: str, lex: Lexicon) -> str | None:
    lowered = words.lower()
    return next((c for c in lex.aliases.phrases if lowered.startswith(c + " ")), None)


def _is_birthplace(cue: str, name: str, behind: str, lex: Lexicon) -> bool:
    """ "(born Narva, Estonia)": after words that tell of a birth as well, what a comma and a capital follow is a place,
    unless it begins with a given name before another ("born Anna Lund, Narva")."""
    wider = _WIDER.match(behind)
    if wider is None or wider[1] in lex.never or all(words[-1] != cue for words in lex.aliases.predicates):
        return False
    first, _, rest = name.partition(" ")
    return not rest or fold(first) not in lex.given


def _other_script(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and all(not unicodedata.name(c, "LATIN").startswith("LATIN") for c in letters)
