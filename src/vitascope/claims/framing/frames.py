"""Clause → drafts of claims, by the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from vitascope import vocabulary
from vitascope.claims.context import OPEN, Context
from vitascope.claims.framing.fillers import Fillers, Worded
from vitascope.claims.framing.offices import Offices
from vitascope.claims.framing.rehanging import Rehanging
from vitascope.claims.framing.remnants import each_place, told_apart
from vitascope.claims.framing.shares import DEGREE, beside
from vitascope.claims.framing.sites import POINTED, named_beside, sites
from vitascope.claims.framing.works import Works
from vitascope.claims.lexicon import PREDICATE, Frame, Pattern
from vitascope.model import Argument, Clause, Party, Span, TimeExpression

_OFFICE, _TOPIC = "role", "topic"
_ONE_EACH = frozenset({_OFFICE, DEGREE, "organisation", "spouse", "relative", "award"})
"""Roles of which each coordinated filler makes a claim of its own: "elected to the duma and the academy"."""
_LAID = ("accusation", "charge")
"""The types of which each topic with a preposition of its own makes a claim, too: "accused of theft and of arson"."""
_PLACED = frozenset({"place", "origin", "destination"})
_BODY = "organisation"
_BODILY = (_BODY, "place")
"""Roles that no clause fills ("kept from continuing his service")."""
_REACHED = "destination"
_SETTING = {"organisation", "jurisdiction"}
_WORK, _SPOUSE = "work", "spouse"
_PENAL = "penalty"
"""A role whose words hold their own place ("ten years in the camps")."""
_SITED = frozenset({"life", "affiliation", "education", "career", "conflict", "repression", "works"})
"""Families whose claims have a place wherever one is told."""
_WITHIN = ("nmod", "compound")
_OF_TOPIC = -1
"""The part of a draft whose subject is whom its sentence speaks of."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has a date and a status. ``clause`` is the index of the clause that made it; ``occasion`` is
    the time that it is of, where its clause tells several."""

    type: str
    subject: Party
    span: Span
    predicate: Span
    sentence: int
    roles: dict[str, Party] = field(default_factory=dict)
    clause: int | None = None
    rule: str = ""
    confidence: float = 0.8
    part: int = 0
    occasion: TimeExpression | None = None


def _satisfied(pattern: Pattern, told: Worded) -> bool:
    """Whether a clause so worded has what the pattern asks for beyond its lemma."""
    for function, lemmas in pattern.constraints:
        if lemmas is None:
            if function not in told.words:
                return False
        elif lemmas.isdisjoint(told.forms.get(function, ())):
            return False
    return True


class FrameMatcher:
    """Matches the clauses of one document against the lexicon."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...], works: Works) -> None:
        self._context = context
        self._lexicon = context.lexicon
        self._tokens = context.tokens
        self._clauses = clauses
        self._children = context.annotation.children
        self._types = vocabulary.load().types
        self._works = works
        self._fillers = Fillers(context, clauses, works)
        self._by_head = {c.head: c for c in clauses}
        self._offices = Offices(context, self._by_head)
        self._rehanging = Rehanging(context, clauses)

    def drafts(self) -> Iterator[Draft]:
        """All drafts, clause by clause in text order.

        What a noun tells only of whom its sentence speaks ("in exile she wrote") is left out where a verb told it.
        """
        found = [d for clause in self._clauses if not self._only_names(clause) for d in self._framed(clause)]
        told = {self._about(d) for d in found if d.clause is not None and self._clauses[d.clause].kind == "verb"}
        return (d for d in found if d.part != _OF_TOPIC or self._about(d) not in told)

    def _only_names(self, clause: Clause) -> bool:
        """ "The Suppression of Unrest Act": a noun with its "of" within a longer name, which tells no happening."""
        token = self._tokens[clause.head]
        above = self._tokens[token.head]
        inside = token.dep in _WITHIN and token.pos == above.pos == "PROPN" and token.index < above.index
        return inside and any(self._tokens[c].dep == "prep" for c in self._children[clause.head])

    @staticmethod
    def _about(draft: Draft) -> tuple[str, str, int]:
        return draft.type, draft.subject.key, draft.sentence

    # ------------------------------------------------------------ choosing frames

    def _framed(self, clause: Clause) -> Iterator[Draft]:
        renamed = self._rehanging.of_what_is_renamed(clause)
        clause = renamed or self._rehanging.of_the_thing(clause)
        candidates = self._candidates(clause)
        if not candidates and clause.link in ("acl", "relcl") and renamed is None:
            clause = self._rehanging.of_the_noun_before(clause)
            candidates = self._candidates(clause)
        if not candidates and clause.link == "relcl":
            candidates = self._candidates(hung := self._rehanging.of_the_noun_above(clause))
            clause = hung if candidates else clause
        if not candidates and clause.passive and renamed is None:
            clause = self._rehanging.of_the_sentence(clause)
            candidates = self._candidates(clause)
        competing = [p for p in candidates if not p.frame.also]
        best = competing if len(competing) < 2 else [min(competing, key=lambda p: self._rank(p, clause))]
        chosen = best + [p for p in candidates if p.frame.also]
        seen: set[str] = set()
        for pattern in chosen:
            if pattern.frame.type not in seen or pattern.frame.also:
                seen.add(pattern.frame.type)
                yield from self._apply(pattern.frame, clause)

    def _rank(self, pattern: Pattern, clause: Clause) -> tuple[int, int, int]:
        frame = pattern.frame
        met = sum(bool(self._fillers.of(source, clause)) for source in frame.require)
        named = sum(c.lemmas is not None for c in pattern.constraints)
        return (-len(pattern.constraints) - named, -met - len(frame.needs), pattern.order)

    def _candidates(self, clause: Clause) -> list[Pattern]:
        """The patterns of a clause's predicate that it has all words, arguments and a subject for."""
        table = self._lexicon.verbs if clause.kind in ("verb", "copula") else self._lexicon.nouns
        choices = table.get(clause.lemma)
        if choices is None:
            return []
        met = list(choices.free)
        if choices.bound:
            told = self._fillers.words_of(clause)
            met += {id(p): p for p in choices.asking(told.words, told.forms) if _satisfied(p, told)}.values()
            met.sort(key=attrgetter("order"))
        met = [p for p in met if clause.negated or not p.frame.denied]
        return [p for p in met if self._has_subject(p.frame, clause) and self._has_arguments(p.frame, clause)]

    def _has_subject(self, frame: Frame, clause: Clause) -> bool:
        for source in frame.subjects:
            subjects = self._fillers.of(source, clause)
            if subjects:
                apart = not (frame.apart and self._acts_on_itself(frame, clause, subjects))
                return apart and (not frame.own or self._is_own(frame, clause, subjects))
        return False

    def _is_own(self, frame: Frame, clause: Clause, subjects: Iterable[Argument]) -> bool:
        """Whether the nouns that a frame tells of its subject are not another's: "gained her freedom", "gained their
        release for them"."""
        who = {known.id for a in subjects if (known := self._context.persona(a.head))}
        nouns = (a for source in frame.own for a in self._fillers.of(source, clause))
        whose = [self._context.persona(o.head) for a in nouns for o in self._fillers.below(a.head, "possessor")]
        return not who or all(owner is None or owner.id in who for owner in whose)

    def _acts_on_itself(self, frame: Frame, clause: Clause, subjects: Iterable[Argument]) -> bool:
        who = {known.id for a in subjects if (known := self._context.persona(a.head))}
        others = (self._context.persona(a.head) for source in frame.apart for a in self._fillers.of(source, clause))
        return any(other is not None and other.id in who for other in others)

    def fits(self, pattern: Pattern, clause: Clause, borne: bool = False) -> bool:
        """Whether the clause has all that a pattern asks for, its subject aside.

        ``borne``: the noun denotes the subject itself, so nothing in its phrase fills the subject's function.
        """
        if pattern.constraints and not _satisfied(pattern, self._fillers.words_of(clause)):
            return False
        return self._has_arguments(pattern.frame, clause, borne)

    def _has_arguments(self, frame: Frame, clause: Clause, borne: bool = False) -> bool:
        for need in frame.needs:
            if not self._fillers.of(need, clause) and need not in self._fillers.words_of(clause).words:
                return False
        for source, kinds in frame.require.items():
            if borne and source in frame.subjects:
                continue
            fillers = self._fillers.of(source, clause)
            if fillers and all(self._fillers.kinds(a.head).isdisjoint(kinds) for a in fillers):
                return False
        for source, kinds in frame.forbid.items():
            for a in self._fillers.of(source, clause):
                known = self._fillers.kinds(a.head)
                if not (known >= OPEN or known.isdisjoint(kinds)):
                    return False
        return True

    # ------------------------------------------------------------ filling roles

    def _apply(self, frame: Frame, clause: Clause) -> Iterator[Draft]:
        yield from self.apply(frame, clause, next(f for s in frame.subjects if (f := self._fillers.of(s, clause))))

    def apply(self, frame: Frame, clause: Clause, subjects: list[Argument]) -> Iterator[Draft]:
        """The drafts of a frame that fits, about each of ``subjects``."""
        taken = {a.head for a in subjects}
        filled: dict[str, list[Argument]] = {}
        for role, sources in frame.roles.items():
            for source in sources:
                found = self._fillers.of(source, clause)
                if not found:
                    continue
                found = [a for a in found if a.head not in taken]
                if role in _BODILY:
                    found = [a for a in found if self._tokens[a.head].pos != "VERB"]
                elif role == _SPOUSE:  # "married Karl Holm, and a second son": beside a name no mere noun
                    found = [a for a in found if self._tokens[a.head].pos != "NOUN"] or found
                if found:
                    filled[role] = found
                    break
        sited = self._types[frame.type].family in _SITED and _PENAL not in filled
        if sited and _PLACED.isdisjoint(filled):
            told = next(self.sites(clause, taken.union(a.head for found in filled.values() for a in found)), None)
            if told is not None:
                reached = told.function == POINTED and _REACHED in self._types[frame.type].roles
                filled[_REACHED if reached else "place"] = each_place(self._context, told)
            else:
                below = (i for a in filled.get(_BODY, ()) for i in self._places_of(a.head))
                filled |= {"place": [place]} if (place := next(below, None)) is not None else {}
        fixed = {role: Party(value) for role, value in frame.fixed.items()}
        subjects = [a for a in subjects if self.may_be_subject(a.head, frame.type)]
        also = told_apart(self._context, frame.type, clause, filled)
        parted = frame.type in _LAID and self._led_anew(filled.get(_TOPIC, ()))
        housed = (
            one for roles in self._each(filled, also, parted) for one in self._in_bodies(roles, filled.get(_OFFICE, []))
        )
        for number, roles in enumerate(housed):
            for argument in subjects:
                part = _OF_TOPIC if argument.function == "topic" else number
                yield self.draft(clause, frame.type, argument, {**roles, **fixed}, f"frame:{frame.id}", part)

    def _in_bodies(self, roles: dict[str, Party], offices: list[Argument]) -> Iterator[dict[str, Party]]:
        """An office with the body that stands with its noun, where nothing else told it: "served as its secretary"."""
        nouns = [self._by_head[a.head] for a in reversed(offices) if a.head in self._by_head]
        nouns = [] if roles.keys() & _SETTING else [n for n in nouns if n.kind not in ("verb", "copula")]
        for noun in nouns:
            body = self._offices.body_known(noun)
            if body is not None:
                yield from self._offices.each_body(noun, None, {**roles, "organisation": body})
                return
        yield roles

    def _places_of(self, body: int) -> Iterator[Argument]:
        """ "Head of the department in Minsk": where the body is that an office is held in."""
        placing = self._lexicon.grammar["placing"]
        below = (a for word in sorted(placing) for a in self._fillers.below(body, word))
        return (a for a in below if "place" in self._context.kinds(a.head) and not self._context.is_time(a.head))

    def sites(self, clause: Clause, told: Container[int] = ()) -> Iterator[Argument]:
        """Where it happened, nearest first, but for the tokens in ``told``."""
        return sites(self._context, clause, self._fillers.below, told)

    def may_be_subject(self, head: int, kind: str) -> bool:
        """Personas may; unnamed people too; an unnamed body only where it speaks or the type is open to bodies."""
        if self._context.persona(head) is not None:
            return True
        if self._tokens[head].text.lower() in self._lexicon.grammar["vague"]:
            return False
        if self._tokens[head].text.lower() in self._lexicon.grammar["speaker"] and self._context.in_quotation(head):
            return False
        kinds = self._context.kinds(head)
        if kinds & {"person", "group"}:
            return True
        return (self._types[kind].organisations or self._types[kind].family == "speech") and "organisation" in kinds

    def _each(
        self, filled: dict[str, list[Argument]], also: str | None = None, parted: bool = False
    ) -> Iterator[dict[str, Party]]:
        """One set of roles, or one for each filler of the first role that is told of each by itself, as ``also`` is."""
        each = (_ONE_EACH | {also}) - {_TOPIC} | ({_TOPIC} if parted else set())
        split = next((r for r, found in filled.items() if r in each and len(found) > 1), None)
        for choice in filled[split] if split else [None]:
            yield {
                role: self.party([choice] if choice is not None and role == split else found, role)
                for role, found in beside(choice, split, filled)
            }

    def _led_anew(self, found: Sequence[Argument]) -> bool:
        """Whether a preposition stands before each: "of theft and of arson", but "charged with theft and arson"."""
        return len({self._tokens[a.head].head for a in found}) > 1 and all(
            self._tokens[a.head].dep in ("pobj", "pcomp") for a in found
        )

    def party(self, arguments: Iterable[Argument], role: str = "") -> Party:
        """The value of a role: one filler, or several as the text lists them."""
        arguments = list(arguments)
        heads = [a.head for a in arguments]
        if arguments[0].function == PREDICATE:
            return Party(self._context.document.quote(arguments[0].span), None, arguments[0].span)
        if len(heads) > 1:
            listed = set(self._context.phrases.coordinated(heads[0]))
            heads = [h for h in heads if h in listed] if role else heads
            if role in _PLACED and not any(self._tokens[c].dep == "cc" for h in heads for c in self._children[h]):
                heads = heads[:1]  # "Graz, Styria, Austria": the place, not what it lies in
        if len(heads) == 1:
            head = named_beside(self._context, heads[0]) if role in _PLACED else heads[0]
            if role == "value":
                words = self._context.phrases.label(head)
                return Party(self._context.document.quote(words), None, words)
            titled = self._works.title(head) if role == _WORK else None
            if titled is not None:
                return Party(self._context.document.quote(titled), None, titled)
            if role == "role":
                return self._context.party(head, self._context.office(head))
            if self._tokens[head].pos in ("VERB", "AUX"):
                return self._context.party(head, self._context.phrases.noun_phrase(head))
            return self._context.party(head)
        spans = [self._context.phrases.label(h) for h in heads]
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        return Party(self._context.document.quote(whole), None, whole)

    def draft(
        self, clause: Clause, kind: str, subject: Argument, roles: dict[str, Party], rule: str, part: int = 0
    ) -> Draft:
        """A draft of this clause about one subject."""
        return Draft(
            kind,
            self._context.party(subject.head),
            clause.span,
            clause.predicate,
            clause.sentence,
            roles,
            clause.index,
            rule,
            0.85,
            part,
        )
