"""The honest fallback: what is told of a person by a predicate without a frame is kept as an ``event``.

A predicate is told once: a control verb without a frame gives way to the framed clause it governs ("tried to
escape": the escape, with its status), a passive report to its content ("was said to have fled"), and an unframed
infinitive to the verb that governs it ("succeeded in persuading": one event). Light verbs, and words inside
quotation marks, which are the quotation's, give none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from vitascope.claims.context import Context
from vitascope.claims.drafts.belongings import Belongings
from vitascope.claims.drafts.untold import is_bare, only_lends_tense, real_arguments, tells_nothing
from vitascope.claims.framing.frames import Draft, FrameMatcher
from vitascope.claims.framing.works import Works
from vitascope.model import Argument, Clause, Party

_ROLES = {"object": "object", "recipient": "recipient", "complement": "complement", "agent": "subject"}
_PARTIES = ("subject", "object", "recipient")
_TAKERS = frozenset({"person", "group", "organisation"})
_AMBIGUOUS = frozenset({"award", "company", "army"})
"""Kinds of nouns that are bodies only in some of their senses: "an order", "a venture", "force"."""
_LEFT = frozenset({"likeness", "remains", "memorial"})
"""Kinds of nouns for what speaks of somebody, or is left of them."""
_SHOWN = "shown"
_GOVERNED = ("xcomp", "pcomp", "prep")


class EventReader:
    """Events of one document. ``drafts`` are all those of frames and nouns."""

    def __init__(
        self,
        context: Context,
        clauses: tuple[Clause, ...],
        matcher: FrameMatcher,
        works: Works,
        drafts: Sequence[Draft],
    ) -> None:
        self._context = context
        self._is_person = context.is_person
        self._works = works
        self._belongings = Belongings(context, clauses)
        self._clauses = clauses
        self._matcher = matcher
        self._told = {d.clause for d in drafts if d.clause is not None}
        self._nouns = frozenset(clauses[i].head for i in self._told if clauses[i].kind == "nominal")
        self._below: dict[int, list[Clause]] = defaultdict(list)
        for clause in clauses:
            if clause.parent is not None:
                self._below[clause.parent].append(clause)
        self._quoted = frozenset(i for _, spans in context.quoted for span in spans for i in context.tokens_in(span))

    def drafts(self) -> Iterator[Draft]:
        """Events in text order."""
        for clause in self._clauses:
            if clause.index in self._told or (clause.kind != "verb" and not self._is_on_view(clause)):
                continue
            if not self._told_elsewhere(clause):
                yield from self._event(clause)

    def _is_on_view(self, clause: Clause) -> bool:
        """ "A portrait of her is in the museum"."""
        functions = {a.function for a in clause.arguments}
        shown = any("likeness" in self._context.kinds(a.head) for a in clause.arguments if a.function == "subject")
        return clause.kind == "copula" and shown and "complement" not in functions and len(functions) > 1

    def _told_elsewhere(self, clause: Clause) -> bool:
        words = self._context.tokens_in(clause.predicate)
        if words and words[0] in self._quoted and words[-1] in self._quoted:
            return True
        governed = [c for c in self._below[clause.index] if c.link in ("xcomp", "ccomp") and c.kind != "nominal"]
        if any(self._is_meant(c, clause) for c in governed):
            return True
        light = clause.lemma in self._context.lexicon.grammar["light"]
        moved = clause.passive and any(self._is_person(a.head) for a in clause.arguments if a.function == "subject")
        if governed and (light or (clause.passive and not moved) or any(c.index in self._told for c in governed)):
            return True
        idle = light or (clause.link == "advcl" and clause.tense == "none")
        if tells_nothing(self._context, clause) or (idle and is_bare(self._context, clause)):
            return True
        if clause.parent is None or clause.tense != "none":
            return False
        if clause.link not in _GOVERNED and (clause.link != "ccomp" or self._has_own_subject(clause)):
            return False
        above, told = self._clauses[clause.parent], clause.parent in self._told
        lent = clause.link == "xcomp" and not told and only_lends_tense(self._context, above)
        return not (lent or self._is_meant(clause, above)) and (told or not above.passive)

    def _has_own_subject(self, clause: Clause) -> bool:
        below = self._context.annotation.children[clause.head]
        return any(self._context.tokens[c].dep in ("nsubj", "nsubjpass") for c in below)

    def _is_meant(self, clause: Clause, above: Clause) -> bool:
        """Whether the clause above tells this one as meant and no more: "hoped to reopen the mill"."""
        intending = self._context.lexicon.grammar["intending"]
        return clause.link == "xcomp" and above.lemma in intending and not above.passive

    def _event(self, clause: Clause) -> Iterator[Draft]:
        for function, told in self._tellable(clause):
            if not told:
                continue
            roles = self._roles(clause, function, {a.head for a in told})
            if function == "maker" and "object" not in roles and "agent" in roles:
                roles["object"] = roles.pop("agent")  # "her play ran for a year": told of her, the play is what ran
            for argument in told:
                yield self._matcher.draft(clause, "event", argument, roles, f"event:{function}")
            return

    def _roles(self, clause: Clause, function: str, told: set[int]) -> dict[str, Party]:
        """What else an event has, told of the fillers of ``function``."""
        grammar = self._context.lexicon.grammar
        filled: dict[str, list[Argument]] = {}
        for role, source in _ROLES.items():
            found = [a for a in clause.arguments if a.function == source]
            if role == "agent" and function == "possessor" and not clause.passive:
                continue  # "a school bears her name"
            if role == "agent" and function == _SHOWN:
                role = "object"  # "her portrait hangs in the hall"
            elif role == "agent" and function != "maker":
                found = [a for a in found if self._takes(a.head)]  # not "destroyed by fire"
            if found and source != function and not self._context.is_time(found[0].head):
                sued = role == "object" and clause.lemma in grammar["opposing"]
                filled["target" if sued else role] = found
        free = [
            a for a in real_arguments(self._context, clause) if not (a.head in told or self._context.is_time(a.head))
        ]
        against = [a for a in free if a.function in grammar["against"] and self._is_person(a.head)]
        if against:
            filled.setdefault("target", against[:1])
        given = [a for a in free if a.function in grammar["giving"] and self._takes(a.head)]
        passed = "object" in filled or self._is_person(given[0].head) if given else False
        if passed or (given and clause.passive and function != "object"):
            filled.setdefault("recipient", given[:1])
        taken = {a.head for found in filled.values() for a in found} | told
        place = next(self._matcher.sites(clause, taken), None)
        if place is not None:
            filled["place"] = [place]
            taken.add(place.head)
        if not filled.keys() & {"object", "target", "complement"} and (function != "object" or clause.passive):
            filled |= self._reached(clause, [a for a in free if a.head not in taken], told)
        return {"predicate": self._predicate(clause)} | {r: self._matcher.party(f) for r, f in filled.items()}

    def _reached(self, clause: Clause, free: list[Argument], told: set[int]) -> dict[str, list[Argument]]:
        """What an act that has no object reaches: "spat in his face", "helped to fortify Lima", "feared for his
        inheritance"."""
        reaching = self._context.lexicon.grammar["reaching"]
        reached = [a for a in free if a.function in reaching and a.head > clause.head][:1]
        bodily = [a.head for a in reached if "limb" in self._context.kinds(a.head)]
        whose = [o for head in bodily for o in self._owners(head, past=False) if o.head not in told]
        if whose:
            return {"target": whose}
        governed = [c for c in self._below[clause.index] if c.link in _GOVERNED and c.index not in self._told]
        within = [a for c in governed for a in c.arguments if a.function == "object" and a.head not in told]
        return {"object": (within or reached)[:1]} if within or reached else {}

    def _takes(self, head: int) -> bool:
        """Whether it is somebody, who can act and be given a thing."""
        kinds = self._context.kinds(head)
        return self._context.persona(head) is not None or bool(kinds & _TAKERS and "place" not in kinds)

    def _predicate(self, clause: Clause) -> Party:
        """The verb with its particle: "turn back"."""
        below = [self._context.tokens[c] for c in self._context.annotation.children[clause.head]]
        small = self._context.lexicon.grammar["prepositions"]
        particles = [
            t.lemma.lower()
            for t in below
            if t.dep == "prt" or (t.dep == "advmod" and t.index == clause.head + 1 and t.lemma.lower() in small)
        ]
        return Party(" ".join((clause.lemma, *particles)), None, clause.predicate)

    def _tellable(self, clause: Clause) -> Iterator[tuple[str, list[Argument]]]:
        """Of whom the clause tells: of persons, else of people without a name and bodies that act on something, else
        of whoever owns what it was done to ("her letters were burnt", "it was rejected") or made what it is told
        of ("her play ran long")."""
        acts, acted, given = ([a for a in clause.arguments if a.function == f] for f in _PARTIES)
        if clause.lemma in self._context.lexicon.grammar["honouring"] and not any(
            self._is_person(a.head) for a in acts
        ):
            named = [o for a in acted for o in self._owners(a.head, past=False)]
            if named:
                yield "possessor", named
        to = [a for a in clause.arguments if a.function in self._context.lexicon.grammar["giving"]]
        if (clause.tense != "none" or clause.passive) and any(self._is_person(a.head) for a in acted + given + to):
            actors = [a for a in acts if self._is_body(a.head) or self._is_unnamed(a.head)]
            if actors and not any(self._context.kinds(a.head) & _AMBIGUOUS for a in actors):
                yield "subject", actors
        for function, arguments in (
            ("subject", acts),
            ("object", acted),
            ("recipient", given if clause.passive else []),
        ):
            told = [a for a in arguments if self._is_person(a.head) or self._is_group(a.head, function, clause)]
            if told:
                yield function, told
        if not self._is_told(clause):
            if left := self._left_of(clause, acted):
                yield "possessor", left
            return
        sides = (("subject", acts), ("object", acted if clause.passive else []))
        for function, arguments in sides if self._is_past(clause) else ():
            bodies = [a for a in arguments if self._is_named_body(a.head)]
            if bodies:
                yield function, bodies
        unnamed = [a for a in acts if self._is_unnamed(a.head) or (self._is_main(clause) and self._is_body(a.head))]
        if unnamed and acted and not clause.passive:
            yield "subject", unnamed
        if acted and not clause.passive and self._is_past(clause) and self._concerned(clause, acted):
            yield "subject", [a for a in acts if "place" in self._context.kinds(a.head)]
        past = self._is_past(clause)
        owners = [o for a in acted for o in self._owners(a.head, past)]
        joined = clause.lemma in self._context.lexicon.grammar["light"] and any(a.head in self._nouns for a in acted)
        if owners and clause.passive and not joined:  # "her arrest was followed by her exile" tells no third thing
            yield "possessor", owners
        elif fared := self._fared(clause, acts, past):
            yield _SHOWN, fared
        elif likenesses := [o for a in acts for o in self._shown(a.head)]:
            yield _SHOWN, likenesses
        elif clause.passive and past:
            yield "concerned", [self._argument(c) for c in self._concerned(clause, acted)]
        if clause.modal is None and (clause.passive or clause.tense != "present"):
            works = self._works.told_of(clause)
            made = [self._argument(maker) for a, maker in works if a.function != "object" or clause.passive]
            if made:
                yield "maker", made

    def _left_of(self, clause: Clause, things: list[Argument]) -> list[Argument]:
        """Whose the papers and remains are of which a participle tells something: "a certificate issued to the family
        in 1956", "bones exhumed at Lund"."""
        if clause.link != "acl" or not clause.passive or len(clause.arguments) <= len(things):
            return []
        left = [a.head for a in things if _LEFT & self._context.kinds(a.head)]
        main = [self._context.main_before(head) for head in left]
        owners = [o for head in left for o in self._owners(head, past=True)]
        return owners or [self._argument(m) for m in main if m is not None]

    def _fared(self, clause: Clause, things: list[Argument], past: bool) -> list[Argument]:
        """Whose the things are of which it is told how they fared: "the plan came to nothing"."""
        faring = self._context.lexicon.grammar["faring"]
        told = [a for a in things if self._context.tokens[a.head].pos == "NOUN" and not self._says(a.head)]
        return [o for a in told for o in self._owners(a.head, past)] if clause.lemma in faring else []

    def _says(self, noun: int) -> bool:
        """Whether a noun has a clause that tells what it says: "her statement that she was ill"."""
        below = (self._context.tokens[c] for c in self._context.annotation.children[noun])
        inner = (self._below_it(c.index) for c in below if c.dep == "acl")
        return any(self._context.tokens[c].dep == "mark" for found in inner for c in found)

    def _concerned(self, clause: Clause, things: list[Argument]) -> list[int]:
        """The person whom something is done after, for or against: "a street was named after her"."""
        concerning, memorial = (self._context.lexicon.grammar[s] for s in ("concerning", "relational"))
        below = [(p, c) for a in things for p in self._context.annotation.children[a.head] for c in self._below_it(p)]
        further = [c for p, c in below if self._context.tokens[p].lemma.lower() in concerning]
        told = (*(a.head for a in clause.arguments if a.function in concerning), *further)
        binding = self._context.lexicon.grammar["binding"]
        honoured = [a.head for a in clause.arguments if self._context.tokens[a.head].lemma.lower() in memorial]
        whole = [c for p, c in below if self._context.tokens[p].lemma.lower() in binding]  # "a pump of his own design"
        owned = [o.head for h in (*honoured, *whole) for o in self._owners(h, past=False)]
        return [h for h in told if self._is_person(h)] or owned

    def _shown(self, thing: int) -> list[Argument]:
        """Whom a portrait shows: who stands with it, else whose life it is."""
        if "likeness" not in self._context.kinds(thing):
            return []
        below = self._context.annotation.children[thing]
        whole = [o for p in below if self._context.tokens[p].dep == "prep" for o in self._below_it(p)]
        of = self._context.lexicon.grammar["binding"]
        prep = {o: self._context.tokens[self._context.tokens[o].head].lemma.lower() for o in whole}
        told = [o for o in whole if prep[o] in of and self._is_person(o)]
        main = self._context.main_before(thing)
        return self._owners(thing, past=False) or [self._argument(o) for o in told or ([] if main is None else [main])]

    def _below_it(self, head: int) -> Sequence[int]:
        return self._context.annotation.children[head]

    def _is_past(self, clause: Clause) -> bool:
        return clause.tense in ("past", "pluperfect") or (clause.tense == "none" and self._is_told(clause))

    def _is_told(self, clause: Clause) -> bool:
        """Whether a clause is finite; parsers take "which the court cancelled" for a participle."""
        return clause.tense != "none" or (
            clause.link == "relcl" and not clause.passive and self._has_own_subject(clause)
        )

    def _owners(self, thing: int, past: bool) -> list[Argument]:
        below = self._context.annotation.children[thing]
        owners = [c for c in below if self._context.tokens[c].dep == "poss" and self._is_person(c)]
        came_back = self._belongings.owner(thing)
        if not owners and came_back is not None and past:
            owners = [came_back]
        return [self._argument(c) for c in owners]

    def _argument(self, owner: int) -> Argument:
        return Argument("possessor", owner, self._context.phrases.noun_phrase(owner))

    def _is_unnamed(self, head: int) -> bool:
        persona = self._context.persona(head)
        named = (persona is not None and persona.kind != "group") or self._context.tokens[head].pos == "PRON"
        people = {"person", "group"} & self._context.kinds(head)
        return not named and bool(people) and self._matcher.may_be_subject(head, "event")

    def _is_main(self, clause: Clause) -> bool:
        """Whether a clause is the author's own, told for itself and as done."""
        first = clause
        while first.link == "conj" and first.parent is not None:
            first = self._clauses[first.parent]
        intending = self._context.lexicon.grammar["intending"]
        return first.link in ("root", "parataxis") and clause.lemma not in intending

    def _is_body(self, head: int) -> bool:
        """A body, named or not: "the court", "the Ministry of Trade"."""
        persona = self._context.persona(head)
        return persona.kind == "organisation" if persona is not None else self._context.is_body_noun(head)

    def _is_named_body(self, head: int) -> bool:
        """A body by name, be it a name that is told once: "the Lund bank"."""
        persona = self._context.persona(head)
        if persona is not None:
            return persona.kind == "organisation"
        named = (self._context.tokens[c] for c in self._context.annotation.children[head])
        return self._context.is_body_noun(head) and any(t.dep == "compound" and t.pos == "PROPN" for t in named)

    def _is_group(self, head: int, function: str, clause: Clause) -> bool:
        """Whether it is several people who acted, or to whom something was done; what such people do now is general."""
        persona = self._context.persona(head)
        if persona is None or persona.kind != "group":
            return False
        suffers = clause.passive and clause.tense != "none"
        return (function == "subject" or suffers) and bool(persona.members or clause.tense != "present")
