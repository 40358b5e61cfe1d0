"""Sources of a clause: which arguments stand where a frame looks for them, which words stand beside the predicate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from functools import cache
from typing import NamedTuple

from vitascope.claims.context import Context
from vitascope.claims.framing.works import WORK, Works
from vitascope.claims.lexicon import ABOVE, LIFE, MODIFIER, PREDICATE
from vitascope.model import Argument, Clause

_CORE = ("subject", "object", "recipient", "complement", "clause", "possessor", "topic")
_MODIFYING = ("amod", "compound", "nmod", "det")
_PARTICLES = ("prt", "advmod")
_HANGING, _OPENING = ("prep", "agent"), ("aux", "mark")
_TITLED = frozenset({WORK})
_BENEATH = {"possessor": ("poss",), "named": ("appos",), "modifier": ("amod", "compound", "nmod")}
"""Steps below a noun that no preposition makes, and their relations."""
_CONTENT, _TELLING = "content", ("acl", "ccomp")
"""The step from a noun to the clause that says what it tells, and the relations of such clauses."""
_HOLDING = ("object", "complement", "of", "as")
"""Arguments on whose noun the parser often hangs a phrase that is the verb's ("take command of a ship")."""


@cache
def _source(source: str) -> tuple[str, tuple[str, ...], str]:
    """A source taken apart: its function, the steps below it and the kind asked for."""
    path, _, kind = source.partition(":")
    function, *deeper = path.split(">")
    return function, tuple(deeper), kind


class Worded(NamedTuple):
    """The words beside a predicate and the forms that head each of its functions, as its ``arguments`` make them."""

    arguments: tuple[Argument, ...]
    words: Set[str]
    forms: Mapping[str, Set[str]]


class Fillers:
    """What the clauses of one document have to fill the roles of frames with."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...], works: Works) -> None:
        self._context = context
        self._works = works
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._relations = context.annotation.relations
        self._clauses = clauses
        self._by_head = {c.head: c for c in clauses}
        self._known: dict[int, Worded] = {}
        self._filled: dict[str, list[Argument]] = {}
        self._clause: Clause | None = None
        self._told: dict[str, list[Argument]] = {}
        self._held: list[int] = []
        self._below: dict[tuple[int, str], list[Argument]] = {}

    def of(self, source: str, clause: Clause) -> list[Argument]:
        """Arguments at a source such as ``object``, ``to:organisation`` or ``complement>of:place``."""
        if clause is not self._clause:  # every pattern of a predicate asks for much the same
            self._take_up(clause)
        found = self._filled.get(source)
        if found is None:
            found = self._filled[source] = self._found(source, clause)
        return found

    def _take_up(self, clause: Clause) -> None:
        self._clause, self._filled, self._told = clause, {}, {}
        for argument in clause.arguments:
            self._told.setdefault(argument.function, []).append(argument)
        self._held = self._holding(clause)

    def words_of(self, clause: Clause) -> Worded:
        """The prepositions, particles and conjunctions of a clause, and the forms of the heads in each function."""
        known = self._known.get(clause.index)
        if known is not None and known.arguments == clause.arguments:
            return known
        words: set[str] = set()
        forms: dict[str, set[str]] = defaultdict(set)
        for token in (self._tokens[c] for c in self._children[clause.head]):
            if token.dep in _MODIFYING:
                forms[MODIFIER].add(token.text.lower())
            elif token.dep == "advmod":
                forms["complement"] |= self._context.forms(token.index)
            doubled = token.dep == "prep" and "prep" in self._relations[token.index]  # "broke out of the fort"
            if doubled or token.dep in _PARTICLES:
                words.add(token.lemma.lower())
        if self._tokens[clause.head].dep == "pobj":
            above = self._tokens[self._tokens[clause.head].head]
            forms[MODIFIER].add(above.text.lower())  # "under torture"
        if clause is not self._clause:
            self._take_up(clause)
        for date in (h for h in self._held if self._context.is_time(h)):
            for prep in self._relations[date].get("prep", ()):
                self._add_phrase(prep, words, forms)
        for argument in clause.arguments:
            here, below = self._context.forms(argument.head), self._relations[argument.head]
            counted = self._context.counted(self._tokens[argument.head])
            if counted is not None:
                here |= self._context.forms(counted)  # "wrote a number of novels"
            if argument.function == "complement" and "neg" in below:
                here = frozenset(f"not-{form}" for form in here)  # "found not guilty"
            forms[argument.function] |= here
            if not self._context.is_time(argument.head):
                words.add(argument.function)
            if argument.function in _HOLDING:
                for prep in (p for relation in _HANGING for p in below.get(relation, ())):
                    self._add_phrase(prep, words, None if clause.kind == "copula" else forms)
            elif argument.function == "clause":
                words.update(self._tokens[c].text.lower() for opening in _OPENING for c in below.get(opening, ()))
        found = self._known[clause.index] = Worded(clause.arguments, words, forms)
        return found

    def _add_phrase(self, prep: int, words: set[str], forms: dict[str, set[str]] | None) -> None:
        """What a phrase that hangs on a noun of a clause adds to the words and forms of the clause."""
        name = self._tokens[prep].lemma.lower()
        words.add(name)
        if forms is not None:
            forms[name].update(*(self._context.forms(o) for o in self._children[prep]))

    def kinds(self, head: int) -> frozenset[str]:
        """The kinds of a token's phrase; a title is a work and nothing else."""
        return _TITLED if self._works.in_title(head) else self._context.kinds(head)

    def below(self, head: int, function: str) -> list[Argument]:
        """What stands under a noun: its possessor, its names, its modifiers, or the objects of a preposition; the
        parties of a clause."""
        if not self._children[head] and function != "possessor" and head not in self._by_head:
            return []
        found = self._below.get((head, function))
        if found is None:
            found = self._below[head, function] = self._beneath(head, function)
        return found

    def _beneath(self, head: int, function: str) -> list[Argument]:
        if head in self._by_head and self._by_head[head].kind in ("verb", "copula"):
            clause = self._by_head[head]
            said = "object" if clause.passive and function == "subject" else function
            return [a for a in clause.arguments if a.function == said]
        found = []
        for c in self._children[head]:
            child = self._tokens[c]
            if function == _CONTENT:
                found += [c] if child.dep in _TELLING and self._is_marked(c) else []
            elif child.dep in _BENEATH.get(function, ()):
                found.append(c)
            elif child.dep in ("prep", "agent") and child.lemma.lower() == function and not self._excludes(c):
                purpose = self._context.purpose(head) if c == head + 1 else []
                objects = (o for o in self._children[c] if self._tokens[o].dep in ("pobj", "pcomp"))
                found += [o for o in objects if o not in purpose]
        maker = self._works.maker(head) if function == "possessor" and not found else None
        if maker is not None:
            found.append(maker)
        return [a for o in found for a in self._listed(function, o)]

    def _excludes(self, prep: int) -> bool:
        """ "As treasurer instead of Karl Berg"."""
        pair = " ".join(t.text.lower() for t in self._tokens[max(prep - 1, 0) : prep + 1])
        return pair in self._context.lexicon.grammar["excluding"]

    def _is_marked(self, verb: int) -> bool:
        """Whether a clause is opened by a conjunction: "a claim that he had left"."""
        return any(self._tokens[c].dep == "mark" for c in self._children[verb])

    def _found(self, source: str, clause: Clause) -> list[Argument]:
        function, deeper, kind = _source(source)
        found = self._at(function, clause)
        if not found:
            return found
        for step in deeper:
            found = [inner for a in found for inner in self.below(a.head, step)]
        if kind:
            found = [a for a in found if kind in self.kinds(a.head)]
        elif deeper or function not in _CORE:
            counted = self._context.lexicon.grammar["times_counted"]
            free = (a for a in found if not self._context.is_time(a.head))
            found = [a for a in free if function in _CORE or self._tokens[a.head].lemma.lower() not in counted]
        return found

    def _at(self, function: str, clause: Clause) -> list[Argument]:
        if function == LIFE:
            return self._whose_life(clause)
        if function == ABOVE:
            return self._told_above(clause)
        if function == PREDICATE:
            return [Argument(PREDICATE, clause.head, self._tokens[clause.head].span)]
        found = self._told.get(function, [])
        if not found and clause.kind == "verb" and function not in _CORE:
            return [i for head in self._held for i in self.below(head, function)]
        if found and clause.kind == "verb" and function not in _CORE:
            further = self._told.get("object", ())[1:]  # "took a BA at Lund and a doctorate at Graz"
            return found + [i for a in further for i in self.below(a.head, function) if i not in found]
        if found or clause.kind not in ("nominal", "apposition"):
            return found
        if function not in _CORE:
            return self._passed_on(function, clause)
        if function == "object":
            order: tuple[str, ...] = ("of", "possessor", "compound")
        elif function == "subject":
            order = ("by", "possessor", "of")
        else:
            order = ()
        for name in order:
            found = self._told.get(name, [])
            if name == "by" and not found:  # "the murder of Karl Berg by Anna Dahl", which parsers hang on Karl Berg
                known = (a for a in self._told.get("of", []) if self._tokens[a.head].pos == "PROPN")
                found = [i for a in known for i in self.below(a.head, name)]
            if name == "compound":
                found = [a for a in found if self._context.tokens[a.head].pos == "PROPN"]
            if found:
                return found
        return []

    def _passed_on(self, function: str, clause: Clause) -> list[Argument]:
        """The phrase straight after a noun that the parser hung on its verb: "denied complicity in the theft"."""
        noun, after = self._tokens[clause.head], self._tokens[min(clause.head + 1, len(self._tokens) - 1)]
        if noun.dep != "dobj" or after.head != noun.head or after.dep != "prep" or after.lemma.lower() != function:
            return []
        return [
            a for o in self._children[after.index] if self._tokens[o].dep == "pobj" for a in self._listed(function, o)
        ]

    def _listed(self, function: str, head: int) -> list[Argument]:
        phrases = self._context.phrases
        return [Argument(function, i, phrases.noun_phrase(i)) for i in phrases.coordinated(head)]

    def _holding(self, clause: Clause) -> list[int]:
        """The nouns of a clause on which the parser often hangs a phrase that is the verb's: some arguments, dates."""
        held = [a.head for a in clause.arguments if a.function in _HOLDING or self._dated(a.head, clause)]
        held += [c for c in self._children[clause.head] if self._tokens[c].dep == "npadvmod" and self._dated(c, clause)]
        parts = (a.head for a in clause.arguments if a.function == "object" and self._context.is_time(a.head))
        return held + [
            a.head for part in parts for a in self.below(part, "of")
        ]  # "the last years of her life in exile"

    def _dated(self, head: int, clause: Clause) -> bool:
        """Whether a noun is a date told after the verb."""
        return head > clause.head and self._context.is_date(head)

    def _whose_life(self, clause: Clause) -> list[Argument]:
        """The last words before a clause that mention the person whom the life is about: "the court found the deed
        genuine" is told of nobody whom the clause names."""
        head = self._context.main_before(clause.head)
        return [] if head is None else [Argument(LIFE, head, self._context.phrases.noun_phrase(head))]

    def _told_above(self, clause: Clause) -> list[Argument]:
        """The person of whom the clause above a noun tells: "with her help he escaped"."""
        above = None if clause.parent is None else self._clauses[clause.parent]
        for function in () if above is None else ("object", "subject") if above.passive else ("subject",):
            found = [a for a in above.arguments if a.function == function] if above is not None else []
            found = [a for a in found if self._context.is_person(a.head)]
            if found:
                return [Argument(ABOVE, found[0].head, found[0].span)]
        return []
