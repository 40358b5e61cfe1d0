"""Clause → drafts of claims, by the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from vitascope import vocabulary
from vitascope.claims.context import Context
from vitascope.claims.lexicon import MODIFIER, PREDICATE, Frame, Pattern
from vitascope.claims.sites import sites
from vitascope.claims.works import WORK, Works
from vitascope.model import Argument, Clause, Party, Span

_ONE_EACH = frozenset({"organisation", "spouse", "relative", "award", "topic"})
"""Roles of which each coordinated filler makes a claim of its own: "elected to the duma and the academy"."""


_PLACED = frozenset({"place", "origin", "destination"})
_BODILY = ("organisation", "place")
"""Roles that no clause fills ("kept from continuing his service")."""
_PENAL = "penalty"
"""A role whose words hold their own place ("ten years in the camps")."""
_SITED = frozenset({"life", "education", "career", "conflict", "repression", "works"})
"""Families whose claims have a place wherever one is told."""
_CORE = ("subject", "object", "recipient", "complement", "clause", "possessor", "topic")
_NONE: frozenset[str] = frozenset()
_TITLED = frozenset({WORK})
_OF_TOPIC = -1
"""The part of a draft whose subject is whom its sentence speaks of."""
_HOLDING = ("object", "complement", "of", "as")
"""Arguments on whose noun the parser often hangs a phrase that is the verb's ("take command of a ship")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has a date and a status. ``clause`` is the index of the clause that made it."""

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


@cache
def _source(source: str) -> tuple[str, tuple[str, ...], str]:
    """A source taken apart: its function, the steps below it and the kind asked for."""
    path, _, kind = source.partition(":")
    function, *deeper = path.split(">")
    return function, tuple(deeper), kind


def _satisfied(pattern: Pattern, words: frozenset[str], forms: Mapping[str, frozenset[str]]) -> bool:
    """Whether a clause of these words and forms has what the pattern asks for beyond its lemma."""
    for function, lemmas in pattern.constraints:
        if lemmas is None:
            if function not in words:
                return False
        elif lemmas.isdisjoint(forms.get(function, _NONE)):
            return False
    return True


class FrameMatcher:
    """Matches the clauses of one document against the lexicon."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...], works: Works) -> None:
        self._context = context
        self._works = works
        self._lexicon = context.lexicon
        self._tokens = context.tokens
        self._clauses = clauses
        self._by_head = {c.head: c for c in clauses}
        self._children = context.annotation.children
        self._types = vocabulary.load().types
        self._known: dict[int, tuple[object, tuple[frozenset[str], dict[str, frozenset[str]]]]] = {}
        self._filled: tuple[Clause | None, dict[str, list[Argument]]] = (None, {})

    def drafts(self) -> Iterator[Draft]:
        """All drafts, clause by clause in text order.

        What a noun tells only of whom its sentence speaks ("in exile she wrote") is left out where a verb told it.
        """
        found = [d for clause in self._clauses for d in self._framed(clause)]
        told = {self._about(d) for d in found if d.clause is not None and self._clauses[d.clause].kind == "verb"}
        return (d for d in found if d.part != _OF_TOPIC or self._about(d) not in told)

    @staticmethod
    def _about(draft: Draft) -> tuple[str, str, int]:
        return draft.type, draft.subject.id or draft.subject.label, draft.sentence

    # ------------------------------------------------------------ choosing frames

    def _framed(self, clause: Clause) -> Iterator[Draft]:
        clause = self._of_the_thing(clause)
        candidates = self._candidates(clause)
        if not candidates and clause.link in ("acl", "relcl"):
            clause = self._reattached(clause)
            candidates = self._candidates(clause)
        competing = sorted((p for p in candidates if not p.frame.also), key=lambda p: self._rank(p, clause))
        chosen = competing[:1] + [p for p in candidates if p.frame.also]
        seen: set[str] = set()
        for pattern in chosen:
            if pattern.frame.type not in seen or pattern.frame.also:
                seen.add(pattern.frame.type)
                yield from self._apply(pattern.frame, clause)

    def _of_the_thing(self, clause: Clause) -> Clause:
        """ "Was director of the mill, which he founded": nobody does to himself what the clause tells of the thing."""
        nearby = next((a for a in clause.arguments if a.function == "nearby"), None)
        acts, acted = ([a for a in clause.arguments if a.function == f] for f in ("subject", "object"))
        if clause.link != "relcl" or nearby is None or len(acts) != 1 or len(acted) != 1:
            return clause
        who, whom = self._context.persona(acts[0].head), self._context.persona(acted[0].head)
        if who is None or who != whom or self._tokens[acted[0].head].tag == "PRP":
            return clause
        kept = (a for a in clause.arguments if a not in (nearby, acted[0]))
        return replace(clause, arguments=(*kept, replace(nearby, function="object")))

    def _reattached(self, clause: Clause) -> Clause:
        """The clause said of the noun just before it: no frame fits the noun that the parser hung it on."""
        nearby = next((a for a in clause.arguments if a.function == "nearby"), None)
        said = next((a for a in clause.arguments if a.function == ("object" if clause.passive else "subject")), None)
        if nearby is None or said is None:
            return clause
        kept = (a for a in clause.arguments if a not in (nearby, said))
        return replace(clause, arguments=(replace(nearby, function=said.function), *kept))

    def _rank(self, pattern: Pattern, clause: Clause) -> tuple[int, int, int]:
        frame = pattern.frame
        met = sum(bool(self._fillers(source, clause)) for source in frame.require)
        named = sum(c.lemmas is not None for c in pattern.constraints)
        return (-len(pattern.constraints) - named, -met - len(frame.needs), pattern.order)

    def _candidates(self, clause: Clause) -> list[Pattern]:
        """The patterns of a clause's predicate that it has all words, arguments and a subject for."""
        table = self._lexicon.verbs if clause.kind in ("verb", "copula") else self._lexicon.nouns
        choices = table.get(clause.lemma)
        if choices is None:
            return []
        words, forms = self._words_of(clause)
        asked = [p for function in sorted({*words, *forms}) for p in choices.bound.get(function, ())]
        met = sorted((*choices.free, *(p for p in asked if _satisfied(p, words, forms))), key=lambda p: p.order)
        return [p for p in met if self._has_arguments(p.frame, clause) and self._has_subject(p.frame, clause)]

    def _has_subject(self, frame: Frame, clause: Clause) -> bool:
        subjects = next((found for source in frame.subjects if (found := self._fillers(source, clause))), None)
        if not subjects:
            return False
        return not (frame.apart and self._acts_on_itself(frame, clause, subjects))

    def _acts_on_itself(self, frame: Frame, clause: Clause, subjects: Iterable[Argument]) -> bool:
        who = {known.id for a in subjects if (known := self._context.persona(a.head))}
        others = (self._context.persona(a.head) for source in frame.apart for a in self._fillers(source, clause))
        return any(other is not None and other.id in who for other in others)

    def fits(self, pattern: Pattern, clause: Clause, borne: bool = False) -> bool:
        """Whether the clause has all that a pattern asks for, its subject aside.

        ``borne``: the noun denotes the subject itself, so nothing in its phrase fills the subject's function.
        """
        if pattern.constraints and not _satisfied(pattern, *self._words_of(clause)):
            return False
        return self._has_arguments(pattern.frame, clause, borne)

    def _has_arguments(self, frame: Frame, clause: Clause, borne: bool = False) -> bool:
        if not all(self._fillers(need, clause) or need in self._words_of(clause)[0] for need in frame.needs):
            return False
        for source, kinds in frame.require.items():
            if borne and source in frame.subjects:
                continue
            fillers = self._fillers(source, clause)
            if fillers and all(self._kinds(a.head).isdisjoint(kinds) for a in fillers):
                return False
        for source, kinds in frame.forbid.items():
            if not all(self._kinds(a.head).isdisjoint(kinds) for a in self._fillers(source, clause)):
                return False
        return True

    def _words_of(self, clause: Clause) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
        """The prepositions, particles and conjunctions of a clause, and the forms of the heads in each function."""
        key = (clause.index, clause.arguments)
        known = self._known.get(clause.index)
        if known is not None and known[0] == key:
            return known[1]
        below = [self._tokens[c] for c in self._children[clause.head]]
        words = {t.lemma.lower() for t in below if t.dep in ("prt", "advmod")}
        forms: dict[str, frozenset[str]] = {
            "complement": frozenset(f for t in below if t.dep == "advmod" for f in self._context.forms(t.index)),
            MODIFIER: frozenset(t.text.lower() for t in below if t.dep in ("amod", "compound", "nmod")),
        }
        above = self._tokens[self._tokens[clause.head].head]
        if self._tokens[clause.head].dep == "pobj":
            forms[MODIFIER] |= {above.text.lower()}  # "under torture"
        for argument in clause.arguments:
            inner = [self._tokens[c] for c in self._children[argument.head]]
            here = self._context.forms(argument.head)
            if argument.function == "complement" and any(t.dep == "neg" for t in inner):
                here = frozenset(f"not-{form}" for form in here)  # "found not guilty"
            forms[argument.function] = forms.get(argument.function, _NONE) | here
            if not self._context.is_time(argument.head):
                words.add(argument.function)
            if argument.function in _HOLDING:
                for prep in (t for t in inner if t.dep in ("prep", "agent")):
                    name = prep.lemma.lower()
                    words.add(name)
                    if clause.kind == "copula":
                        continue
                    held = (f for o in self._children[prep.index] for f in self._context.forms(o))
                    forms[name] = forms.get(name, _NONE) | frozenset(held)
            elif argument.function == "clause":
                words.update(t.text.lower() for t in inner if t.dep in ("aux", "mark"))
        found = (frozenset(words), forms)
        self._known[clause.index] = (key, found)
        return found

    # ------------------------------------------------------------ filling roles

    def _fillers(self, source: str, clause: Clause) -> list[Argument]:
        """Arguments at a source such as ``object``, ``to:organisation`` or ``complement>of:place``."""
        if clause is not self._filled[0]:  # every pattern of a predicate asks for much the same
            self._filled = clause, {}
        found = self._filled[1].get(source)
        if found is None:
            found = self._filled[1][source] = self._found(source, clause)
        return found

    def _found(self, source: str, clause: Clause) -> list[Argument]:
        function, deeper, kind = _source(source)
        found = self._at(function, clause)
        for step in deeper:
            found = [inner for a in found for inner in self._below(a.head, step)]
        if kind:
            found = [a for a in found if kind in self._kinds(a.head)]
        elif function not in _CORE:
            found = [a for a in found if not self._context.is_time(a.head)]
        return found

    def _at(self, function: str, clause: Clause) -> list[Argument]:
        if function == "main":
            return self._whose_life(clause)
        if function == PREDICATE:
            return [Argument(PREDICATE, clause.head, self._tokens[clause.head].span)]
        found = [a for a in clause.arguments if a.function == function]
        if not found and clause.kind == "verb" and function not in _CORE:
            return [i for a in clause.arguments if a.function in _HOLDING for i in self._below(a.head, function)]
        if found or clause.kind not in ("nominal", "apposition"):
            return found
        if function == "object":
            order: tuple[str, ...] = ("of", "possessor", "compound")
        elif function == "subject":
            order = ("by", "possessor", "of")
        else:
            order = ()
        for name in order:
            found = [a for a in clause.arguments if a.function == name]
            if name == "compound":
                found = [a for a in found if self._context.tokens[a.head].pos == "PROPN"]
            if found:
                return found
        return []

    def _whose_life(self, clause: Clause) -> list[Argument]:
        """The last words before a clause that mention the person whom the life is about: "the court found the deed
        genuine" is told of nobody whom the clause names."""
        head = self._context.main_before(clause.head)
        return [] if head is None else [Argument("main", head, self._context.phrases.noun_phrase(head))]

    def _below(self, head: int, function: str) -> list[Argument]:
        """What stands under a noun: its possessor, or the objects of a preposition; the parties of a clause."""
        if head in self._by_head and self._by_head[head].kind in ("verb", "copula"):
            clause = self._by_head[head]
            said = "object" if clause.passive and function == "subject" else function
            return [a for a in clause.arguments if a.function == said]
        found = []
        for c in self._children[head]:
            child = self._tokens[c]
            if child.dep == "poss" and function == "possessor":
                found.append(c)
            elif child.dep in ("prep", "agent") and child.lemma.lower() == function:
                found += [o for o in self._children[c] if self._tokens[o].dep in ("pobj", "pcomp")]
        maker = self._works.maker(head) if function == "possessor" and not found else None
        if maker is not None:
            found.append(maker)
        phrases = self._context.phrases
        return [Argument(function, i, phrases.noun_phrase(i)) for o in found for i in phrases.coordinated(o)]

    def _apply(self, frame: Frame, clause: Clause) -> Iterator[Draft]:
        yield from self.apply(frame, clause, next(f for s in frame.subjects if (f := self._fillers(s, clause))))

    def apply(self, frame: Frame, clause: Clause, subjects: list[Argument]) -> Iterator[Draft]:
        """The drafts of a frame that fits, about each of ``subjects``."""
        taken = {a.head for a in subjects}
        filled: dict[str, list[Argument]] = {}
        for role, sources in frame.roles.items():
            for source in sources:
                found = [a for a in self._fillers(source, clause) if a.head not in taken]
                if role in _BODILY:
                    found = [a for a in found if self._tokens[a.head].pos != "VERB"]
                if found:
                    filled[role] = found
                    break
        sited = self._types[frame.type].family in _SITED and _PENAL not in filled
        if sited and _PLACED.isdisjoint(filled):
            told = next(self.sites(clause, taken.union(a.head for found in filled.values() for a in found)), None)
            if told is not None:
                filled["place"] = [told]
        fixed = {role: Party(value) for role, value in frame.fixed.items()}
        subjects = [a for a in subjects if self.may_be_subject(a.head, frame.type)]
        for number, roles in enumerate(self._each(filled)):
            for argument in subjects:
                part = _OF_TOPIC if argument.function == "topic" else number
                yield self.draft(clause, frame.type, argument, {**roles, **fixed}, f"frame:{frame.id}", part)

    def _kinds(self, head: int) -> frozenset[str]:
        """The kinds of a token's phrase; a title is a work and nothing else."""
        return _TITLED if self._works.in_title(head) else self._context.kinds(head)

    def sites(self, clause: Clause, told: Container[int] = ()) -> Iterator[Argument]:
        """Where it happened, nearest first, but for the tokens in ``told``."""
        return sites(self._context, clause, self._below, told)

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

    def _each(self, filled: dict[str, list[Argument]]) -> Iterator[dict[str, Party]]:
        """One set of roles, or one for each filler of the first role that is told of each by itself."""
        split = next((r for r, found in filled.items() if r in _ONE_EACH and len(found) > 1), None)
        for choice in filled[split] if split else [None]:
            yield {
                role: self.party([choice] if choice is not None and role == split else found, role)
                for role, found in self._beside(choice, split, filled)
            }

    def _beside(
        self, choice: Argument | None, split: str | None, filled: dict[str, list[Argument]]
    ) -> Iterator[tuple[str, list[Argument]]]:
        """Of phrases told one by one ("from Lund with a degree, from Oslo with a prize") those after the one chosen."""
        for role, found in filled.items():
            if choice is None or role == split or len(found) < 2:
                yield role, found
                continue
            ends = [a.head for a in filled[split or role] if a.head > choice.head]
            near = [a for a in found if choice.head < a.head and (not ends or a.head < ends[0])]
            yield role, near or found

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
            head = heads[0]
            if role == "value":
                words = self._context.phrases.label(head)
                return Party(self._context.document.quote(words), None, words)
            if role == "role":
                return self._context.party(head, self._context.phrases.core(head))
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
