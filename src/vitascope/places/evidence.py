"""Decide over the whole document which possible names are places'.

As for persons (:mod:`vitascope.people.names.evidence`), hints are added up over all sightings of a name and no hint
decides alone, the parser's label and the gazetteer least: half the surnames of the world are also villages.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from vitascope.model import Annotation, Document, People, Span
from vitascope.people.folding import fold
from vitascope.places.adjacency import holds as holds_in
from vitascope.places.adjacency import neighbours
from vitascope.places.lexicon import Lexicon
from vitascope.places.sightings import Sighting
from vitascope.places.words import Word

__all__ = ["Seen", "judge"]

ENOUGH = 2.0
"""Hints that must add up before a name is a place's."""
_LABELS = {"GPE": 1.5, "LOC": 1.4, "FAC": 1.0, "PERSON": -1.5, "ORG": -0.6, "NORP": -2.0}
_OTHER_LABEL = -0.8
_DOUBTED, _DOUBT = ("PERSON", "ORG"), -0.4
"""The parser's person or body where hardly one can stand ("born in Holm", "down the Don")."""
_TOLD, _INFOBOX = 4.0, 3.0
_LOCATIVE, _INNER, _DIRECTIONAL, _REACHED, _MOVED = 1.2, 1.4, 0.5, 0.6, 0.6
_LIFE, _ASIDE, _NATURE = 1.2, 1.0, 1.0
_REPEATED = 0.9
"""What a name that no gazetteer knows gains where it stands inside a place's prepositions again and again."""
_USUALLY = 0.6
"""The share of its mentions that must stand so before a one-word name that was taken for a person's is a place's."""
_CONTAINED, _CONTAINER, _HELD_BY_BODY = 1.8, 3.0, 1.2
_ARTICLE, _VESSEL, _NAMESAKE, _TITLED, _PART, _GIVEN = -1.6, -4.0, -2.5, -3.0, -1.6, -0.6
_OWNED = -9.0
"""A person's or a body's name."""
_WELL_KNOWN = 3.0
"""How well known a place in a body's name must be: "University of Riga", but not of every hamlet called Energy."""
_FAMOUS = 4.0
"""Cities of millions, states, continents."""
_ELSEWHERE = 0.8
"""What a name gains that the document shows to be a place elsewhere."""
_NATURE_KINDS = ("river", "sea", "mountains")
_BODIES = "organisation"
_YEAR_NEXT = re.compile(r",\s(?:\d{1,2}\.?\s\w+\s|\w+\s\d{1,2},\s)?\d{3,4}\b")


@dataclass(frozen=True, slots=True)
class Seen:
    """A sighting that names a place, and why it was held for one."""

    sighting: Sighting
    because: str


def judge(
    document: Document, annotation: Annotation, people: People, sightings: list[Sighting], lex: Lexicon
) -> list[Seen]:
    """The sightings that are places', in text order."""
    scene = _Scene(document, annotation, people, sightings, lex)
    scored = [(each, *scene.score(each, before, after)) for before, each, after in neighbours(sightings)]
    sure = {sighting.key for sighting, score, _ in scored if score >= ENOUGH}
    found = []
    for sighting, score, reasons in scored:
        if score >= ENOUGH:
            found.append(Seen(sighting, "; ".join(reasons)))
        elif sighting.key in sure and score + _ELSEWHERE >= (ENOUGH - 0.5 if sighting.places else _ELSEWHERE):
            found.append(Seen(sighting, "; ".join([*reasons, "a place elsewhere in this text"])))
    return found


class _Scene:
    """What the stages before know about the stretches of one text."""

    def __init__(
        self, document: Document, annotation: Annotation, people: People, sightings: list[Sighting], lex: Lexicon
    ) -> None:
        self.document, self.annotation, self.lex = document, annotation, lex
        kinds = {persona.id: persona.kind for persona in people.personas}
        named = sorted((m.span, kinds[m.persona]) for m in people.mentions if m.kind == "name")
        self._named, self._starts = named, [span.start for span, _ in named]
        self._entities = sorted(annotation.entities)
        self._entity_starts = [entity.span.start for entity in self._entities]
        inside = Counter(each.key for each in sightings if self._is_inner(each))
        self._inner = frozenset(key for key, count in inside.items() if count > 1)
        self._mistaken = self._usually_inner(people, sightings, inside)

    def _is_inner(self, sighting: Sighting) -> bool:
        """Whether it stands where hardly a person can: in, at, in an infobox line of places; not as a possessive."""
        words, span = sighting.line.words, sighting.span
        if self.document.text[span.end : span.end + 1] in ("'", "’"):
            return False
        if sighting.line.key in self.lex.infobox:
            return True
        if not sighting.first or words[sighting.first].gap != " ":
            return False
        return words[sighting.first - 1].lower in self.lex.inner

    def _is_nature(self, sighting: Sighting) -> bool:
        """ "the Don": of all names only those of rivers, seas and mountains stand so."""
        best = sighting.places[0].place.kind if sighting.places else ""
        if best not in self.lex.with_article or best not in _NATURE_KINDS or not sighting.first:
            return False
        before = sighting.line.words[sighting.first - 1]
        return before.lower in self.lex.definite and sighting.line.words[sighting.first].gap == " "

    def _is_where(self, sighting: Sighting) -> bool:
        """Whether it stands where hardly a person can, or where a verb of living or moving leads."""
        if self._is_inner(sighting) or self._is_nature(sighting):
            return True
        if not sighting.first or sighting.line.words[sighting.first].gap != " ":
            return False
        before = sighting.line.words[sighting.first - 1]
        return before.lower in self.lex.directional and self._moved(before) > 0

    def _usually_inner(self, people: People, sightings: list[Sighting], inside: Counter[str]) -> frozenset[str]:
        """One-word names taken for persons' that mostly stand so, and that the gazetteer knows."""
        all_ = Counter(each.key for each in sightings)
        main = {name for persona in people.personas if persona.main for name in persona.names}
        parts = {fold(part) for name in main for part in name.split()}
        parts |= {fold(p) for persona in people.personas for n in persona.names if " " in n for p in n.split()}
        return frozenset(
            each.key
            for each in sightings
            if each.places and each.key not in parts and inside[each.key] >= _USUALLY * all_[each.key] > 0
        )

    def score(self, sighting: Sighting, before: Sighting | None, after: Sighting | None) -> tuple[float, list[str]]:
        """The sum of the hints, and those that speak for a place, in words."""
        reasons: list[str] = []
        told = bool(sighting.told)
        owner, holds = self._owner(sighting.span), before is not None and holds_in(before, sighting)
        shared = owner is None or (told and sighting.kind) or (holds and owner[0] == sighting.span)
        shared = shared or sighting.key in self._mistaken or self._is_dated_birth(sighting)
        if owner is not None and not shared and not self._may_share(sighting, owner):
            return _OWNED, reasons
        nested = owner is not None and owner[0] != sighting.span and owner[1] == _BODIES
        hints = [
            (_TOLD if told else 0.0, f"“{sighting.told}” says so"),
            (self._fame(sighting), "the gazetteer knows it"),
            (_TOLD * nested, "the place in a body's name"),
            (0.0 if nested else self._label(sighting), "the parser takes it for a place"),
            (_INFOBOX * (sighting.line.key in self.lex.infobox), f"infobox line “{sighting.line.key}”"),
            self._before(sighting, told or holds),
            (self._after(sighting, told or after is not None), "a word after it says so"),
            (_REPEATED * (not sighting.places and sighting.key in self._inner), "it stands so again and again"),
            (_CONTAINED * (after is not None and holds_in(sighting, after)), "a larger place follows it"),
            (_CONTAINER * holds, "a place in it stands before it"),
        ]
        if told and sighting.last - sighting.first > 1 and not sighting.places:
            hints.append((-2.0 * self._is_person_like(sighting), ""))
        reasons += [words for value, words in hints if value > 0]
        return sum(value for value, _ in hints), reasons

    def _owner(self, span: Span) -> tuple[Span, str] | None:
        """The name of a persona that the span stands in or overlaps."""
        at = bisect_right(self._starts, span.start)
        for held, kind in self._named[max(0, at - 1) : at + 2]:
            if held.overlaps(span):
                return held, kind
        return None

    def _may_share(self, sighting: Sighting, owner: tuple[Span, str]) -> bool:
        """A body's name may hold a place after "of" or "in"; a country may act as a body."""
        span, kind = owner
        if kind != _BODIES:
            return False
        if span == sighting.span or sighting.span.contains(span):
            return any(place.broad and place.weight > 4 for place in sighting.places)
        before = sighting.line.words[sighting.first - 1] if sighting.first else None
        linked = before is not None and before.lower in self.lex.of | self.lex.locative
        ends = span.contains(sighting.span) and span.end == sighting.span.end
        return bool(linked and ends and sighting.places and sighting.places[0].weight >= _WELL_KNOWN)

    def _fame(self, sighting: Sighting) -> float:
        if not sighting.places:
            return 0.0
        best = sighting.places[0]
        value = (
            1.3
            if best.weight >= _FAMOUS
            else 1.0
            if best.broad or best.weight >= _WELL_KNOWN
            else 0.6
            if best.weight >= 2.4
            else 0.3
        )
        lone = sighting.last - sighting.first == 1
        return value + (_GIVEN if lone and sighting.key in self.lex.given else 0.0)

    def _label(self, sighting: Sighting) -> float:
        span = sighting.span
        at = bisect_right(self._entity_starts, span.start)
        value = 0.0
        for entity in self._entities[max(0, at - 1) : at + 1]:
            if not entity.span.overlaps(span):
                continue
            value = _LABELS.get(entity.label, _OTHER_LABEL)
            if entity.label == "ORG" and self._ends_body(sighting, entity.span):
                return _HELD_BY_BODY
            if value < 0 and entity.label in _DOUBTED and sighting.places and self._is_where(sighting):
                value = _DOUBT
            # A label over more than the name speaks of something larger.
            larger = entity.span.start < span.start or entity.span.end > span.end + 2
            value *= 0.5 if larger and value > 0 else 1.0
            if value > 0:
                break
        return value

    def _ends_body(self, sighting: Sighting, body: Span) -> bool:
        """ "University of Riga": a known place after "of" at the end of what the parser takes for a body."""
        if not sighting.places or not sighting.first or body.start == sighting.span.start:
            return False
        if sighting.places[0].weight < _WELL_KNOWN:
            return False
        linked = sighting.line.words[sighting.first - 1].lower in self.lex.of | self.lex.locative
        return linked and body.contains(sighting.span) and body.end <= sighting.span.end + 2

    def _before(self, sighting: Sighting, told: bool) -> tuple[float, str]:
        words, at, lex = sighting.line.words, sighting.first - 1, self.lex
        if at < 0 or (told and not sighting.last - sighting.first > 1):
            return 0.0, ""
        value = 0.0
        first = words[sighting.first]
        if first.gap != " ":
            return self._in_aside(sighting, first, words[at])
        while (
            at >= 0 and (words[at].lower in lex.compass or words[at].text in lex.demonyms) and words[at + 1].gap == " "
        ):
            at -= 1
        if at >= 0 and words[at].lower in lex.definite and words[at + 1].gap == " ":
            broad = any(p.place.kind in lex.with_article or p.place.kind == "country" for p in sighting.places)
            value += 0.0 if broad or sighting.kind or self._modifies(sighting) else _ARTICLE
            value += _NATURE * self._is_nature(sighting)
            at -= 1
        if at < 0 or words[at + 1].gap != " ":
            return value, ""
        word = words[at]
        if word.lower in lex.aboard or word.lower in lex.not_places_after or word.text in lex.not_places_after:
            return _VESSEL, ""
        if word.text in lex.personal_titles:
            return _TITLED, ""
        if word.capital and word.text not in lex.never and word.text not in lex.demonyms and at == sighting.first - 1:
            value += _PART if word.gap == " " or at == 0 else _PART / 2
        if word.lower in lex.locative:
            hint = (_INNER if word.lower in lex.inner else _LOCATIVE) + self._moved(word)
            return value + hint, f"it stands after “{word.lower}”"
        if word.lower in lex.life and word.token is None:
            return value + _LIFE, f"it stands after “{word.lower}”"
        if word.lower in lex.directional:
            return value + _DIRECTIONAL + self._moved(word), f"it stands after “{word.lower}”"
        if word.token is not None and word.token.lemma.lower() in lex.reaching:
            return value + _REACHED, f"it is what one can “{word.token.lemma.lower()}”"
        return value, ""

    def _in_aside(self, sighting: Sighting, first: Word, before: Word) -> tuple[float, str]:
        """A bare place among the dates of a life: "(born 3 May 1871, Riga)"."""
        if first.token is not None or not first.gap.endswith(", ") or not sighting.places:
            return 0.0, ""
        dated = any(sign.isdigit() for sign in first.gap) or before.lower in self.lex.life
        return (
            _LIFE if dated else _ASIDE * (sighting.places[0].weight >= _WELL_KNOWN)
        ), "it stands among the dates of a life"

    def _is_dated_birth(self, sighting: Sighting) -> bool:
        """ "(born Riga, 1871)": a birth name is not followed by the year."""
        words, at = sighting.line.words, sighting.first - 1
        if at < 0 or not sighting.places or words[at].lower not in self.lex.life:
            return False
        return _YEAR_NEXT.match(self.document.text, sighting.span.end) is not None

    def _moved(self, preposition: Word) -> float:
        """Whether a verb of living or moving governs the preposition."""
        token = preposition.token
        if token is None:
            return 0.0
        return _MOVED * (self.annotation.tokens[token.head].lemma.lower() in self.lex.moving)

    def _after(self, sighting: Sighting, told: bool) -> float:
        words, lex = sighting.line.words, self.lex
        if sighting.last >= len(words):
            return 0.0
        word = words[sighting.last]
        if word.gap == " ":
            if word.lower in lex.after_persons:
                return _NAMESAKE
            if word.lower in lex.not_places_after and not told:
                return -0.6
            if word.capital and not told:
                return _PART
            return 0.0
        near = words[sighting.last : sighting.last + 5]
        apposed = word.gap == ", " and word.lower in lex.articles
        if apposed and any(w.lower in lex.settlements and w.gap == " " for w in near[1:4]):
            return 2.0
        return 0.0

    def _modifies(self, sighting: Sighting) -> bool:
        """ "the Riga dockers": the article is the noun's that follows."""
        words = sighting.line.words
        if sighting.last >= len(words) or words[sighting.last].gap not in (" ", "-", "–"):
            return False
        token = words[sighting.last].token
        return token is not None and token.pos == "NOUN" and not words[sighting.last].capital

    def _is_person_like(self, sighting: Sighting) -> bool:
        first = sighting.line.words[sighting.first]
        return fold(first.text) in self.lex.given or first.text in self.lex.personal_titles
