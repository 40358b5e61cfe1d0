"""Clause → drafts of claims, by the frames of the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from vitascope import vocabulary
from vitascope.claims.context import Context
from vitascope.claims.lexicon import MODIFIER, Constraint, Frame, Pattern
from vitascope.model import Argument, Clause, Party, Span

_ONE_EACH = frozenset({"organisation", "spouse", "relative", "award", "topic"})
"""Roles of which each coordinated filler makes a claim of its own: "elected to the duma and the academy"."""


_CORE = ("subject", "object", "recipient", "complement", "clause", "possessor", "topic")
_HOLDING = ("object", "complement", "of")
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


class FrameMatcher:
    """Matches the clauses of one document against the lexicon."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...]) -> None:
        self._context = context
        self._lexicon = context.lexicon
        self._tokens = context.tokens
        self._clauses = clauses
        self._types = vocabulary.load().types

    def drafts(self) -> Iterator[Draft]:
        """All drafts, clause by clause in text order."""
        for clause in self._clauses:
            yield from self._framed(clause)

    # ------------------------------------------------------------ choosing frames

    def _framed(self, clause: Clause) -> Iterator[Draft]:
        candidates = [p for p in self._candidates(clause) if self._fits(p, clause)]
        if not candidates and clause.link in ("acl", "relcl"):
            clause = self._reattached(clause)
            candidates = [p for p in self._candidates(clause) if self._fits(p, clause)]
        competing = sorted((p for p in candidates if not p.frame.also), key=lambda p: self._rank(p, clause))
        chosen = competing[:1] + [p for p in candidates if p.frame.also]
        seen: set[str] = set()
        for pattern in chosen:
            if pattern.frame.type not in seen or pattern.frame.also:
                seen.add(pattern.frame.type)
                yield from self._apply(pattern.frame, clause)

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

    def _candidates(self, clause: Clause) -> tuple[Pattern, ...]:
        lexicon = self._lexicon
        if clause.kind == "verb":
            return lexicon.verbs.get(clause.lemma, ())
        if clause.kind == "copula":
            return lexicon.verbs.get(clause.lemma, ())
        return lexicon.nouns.get(clause.lemma, ())

    def _fits(self, pattern: Pattern, clause: Clause) -> bool:
        return any(self._fillers(source, clause) for source in pattern.frame.subjects) and self.fits(pattern, clause)

    def fits(self, pattern: Pattern, clause: Clause, borne: bool = False) -> bool:
        """Whether the clause has all that a pattern asks for, its subject aside.

        ``borne``: the noun denotes the subject itself, so nothing in its phrase fills the subject's function.
        """
        frame = pattern.frame
        if not self.satisfied(pattern, clause):
            return False
        if not all(self._fillers(need, clause) or self._has_word(need, clause) for need in frame.needs):
            return False
        for source, kinds in frame.require.items():
            if borne and source in frame.subjects:
                continue
            fillers = self._fillers(source, clause)
            if fillers and not any(set(kinds) & self._context.kinds(a.head) for a in fillers):
                return False
        for source, kinds in frame.forbid.items():
            if any(set(kinds) & self._context.kinds(a.head) for a in self._fillers(source, clause)):
                return False
        return True

    def satisfied(self, pattern: Pattern, clause: Clause) -> bool:
        """Whether the clause has what the pattern asks for beyond its lemma."""
        return all(self._satisfied(c, clause) for c in pattern.constraints)

    def _satisfied(self, constraint: Constraint, clause: Clause) -> bool:
        function, lemmas = constraint
        if function == MODIFIER:
            return self._modified(clause.head, lemmas or frozenset())
        if lemmas is None:
            return self._has_word(function, clause)
        heads = [a.head for a in clause.arguments if a.function == function]
        if function == "complement":
            below = self._context.annotation.children[clause.head]
            heads += [c for c in below if self._tokens[c].dep == "advmod"]
        return any(lemmas & self._context.forms(h) for h in heads)

    def _modified(self, head: int, words: frozenset[str]) -> bool:
        below = (self._tokens[c] for c in self._context.annotation.children[head])
        return any(t.dep in ("amod", "compound", "nmod") and t.text.lower() in words for t in below)

    def _has_word(self, word: str, clause: Clause) -> bool:
        if any(a.function == word and not self._context.is_time(a.head) for a in clause.arguments):
            return True
        below = (self._tokens[c] for c in self._context.annotation.children[clause.head])
        if any(t.dep in ("prt", "advmod") and t.lemma.lower() == word for t in below):
            return True
        if any(self._below(a.head, word) for a in clause.arguments if a.function in _HOLDING):
            return True
        heads = [a.head for a in clause.arguments if a.function == "clause"]
        marks = (c for h in heads for c in self._context.annotation.children[h])
        return any(self._tokens[c].dep in ("aux", "mark") and self._tokens[c].text.lower() == word for c in marks)

    # ------------------------------------------------------------ filling roles

    def _fillers(self, source: str, clause: Clause) -> list[Argument]:
        """Arguments at a source such as ``object``, ``to:organisation`` or ``complement>of:place``."""
        path, _, kind = source.partition(":")
        function, _, deeper = path.partition(">")
        found = self._at(function, clause)
        if deeper:
            found = [inner for a in found for inner in self._below(a.head, deeper)]
        if kind:
            found = [a for a in found if kind in self._context.kinds(a.head)]
        elif function not in _CORE:
            found = [a for a in found if not self._context.is_time(a.head)]
        return found

    def _at(self, function: str, clause: Clause) -> list[Argument]:
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

    def _below(self, head: int, function: str) -> list[Argument]:
        found = []
        for c in self._context.annotation.children[head]:
            child = self._tokens[c]
            if child.dep in ("prep", "agent") and child.lemma.lower() == function:
                for o in self._context.annotation.children[c]:
                    if self._tokens[o].dep in ("pobj", "pcomp"):
                        found += [
                            Argument(function, i, self._context.phrases.noun_phrase(i))
                            for i in self._context.phrases.coordinated(o)
                        ]
        return found

    def _apply(self, frame: Frame, clause: Clause) -> Iterator[Draft]:
        yield from self.apply(frame, clause, next(f for s in frame.subjects if (f := self._fillers(s, clause))))

    def apply(self, frame: Frame, clause: Clause, subjects: list[Argument]) -> Iterator[Draft]:
        """The drafts of a frame that fits, about each of ``subjects``."""
        taken = {a.head for a in subjects}
        filled: dict[str, list[Argument]] = {}
        for role, sources in frame.roles.items():
            for source in sources:
                found = [a for a in self._fillers(source, clause) if a.head not in taken]
                if found:
                    filled[role] = found
                    break
        fixed = {role: Party(value) for role, value in frame.fixed.items()}
        subjects = [a for a in subjects if self.may_be_subject(a.head, frame.type)]
        for number, roles in enumerate(self._each(filled)):
            for argument in subjects:
                yield self.draft(clause, frame.type, argument, {**roles, **fixed}, f"frame:{frame.id}", number)

    def may_be_subject(self, head: int, kind: str) -> bool:
        """Personas may; unnamed people too; an unnamed body only where the type is open to bodies."""
        if self._context.persona(head) is not None:
            return True
        if self._tokens[head].text.lower() in self._lexicon.grammar["vague"]:
            return False
        kinds = self._context.kinds(head)
        if kinds & {"person", "group"}:
            return True
        return self._types[kind].organisations and "organisation" in kinds

    def _each(self, filled: dict[str, list[Argument]]) -> Iterator[dict[str, Party]]:
        """One set of roles, or one for each filler of the first role that is told of each by itself."""
        split = next((r for r, found in filled.items() if r in _ONE_EACH and len(found) > 1), None)
        for choice in filled[split] if split else [None]:
            yield {
                role: self.party([choice] if choice is not None and role == split else found, role)
                for role, found in filled.items()
            }

    def party(self, arguments: Iterable[Argument], role: str = "") -> Party:
        """The value of a role: one filler, or several as the text lists them."""
        heads = [a.head for a in arguments]
        if len(heads) == 1:
            head = heads[0]
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
