"""Claims of nouns that say what somebody is: predicate nominals, appositions, titles before names, "as" phrases.

"Berg was a chemist", "the chemist Anna Berg", "Anna Berg, a chemist," and "worked as a chemist" attest the same
trade; each gives its own claim with its own words. A noun of the lexicon's ``agents`` gives the claim of its frame
("a supporter of the king": support).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from vitascope.claims.careers.bearers import Bearers
from vitascope.claims.careers.callings import Callings
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft, FrameMatcher
from vitascope.claims.framing.offices import Offices
from vitascope.claims.kinship.kinship import named_before, stated_ties
from vitascope.claims.kinship.parents import second_parent
from vitascope.model import Argument, Clause, Party, Span

_NAMING = ("compound", "nmod")
_COMPLEMENTS = ("attr", "oprd", "acomp")
_BESIDE_OFFICE = 99
"""The part of a party's claim, which stands beside what the office itself tells."""


class NominalReader:
    """Reads the role nouns of one document. A noun that fills a role of ``framed`` is told already."""

    def __init__(
        self, context: Context, clauses: tuple[Clause, ...], matcher: FrameMatcher, framed: Sequence[Draft]
    ) -> None:
        self._context = context
        self._clauses = clauses
        self._matcher = matcher
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._told: dict[int, list[Span]] = defaultdict(list)
        self._types: dict[int, set[str]] = defaultdict(set)
        for draft in framed:
            if draft.clause is not None:
                self._told[draft.clause] += [p.span for p in draft.roles.values() if p.span is not None]
                self._types[draft.clause].add(draft.type)
        self._by_head = {c.head: c for c in clauses}
        self._bearers = Bearers(context)
        self._offices = Offices(context, self._by_head)
        self._callings = Callings(context, self._offices)

    def drafts(self) -> Iterator[Draft]:
        """All drafts in text order of their nouns."""
        for clause in self._clauses:
            if clause.kind not in ("nominal", "apposition") or self._bearers.names_somebody(clause.head):
                continue
            first = self._by_head.get(self._tokens[clause.head].head)
            if first is not None and second_parent(self._context, first) == clause.head:
                continue  # "the son of a cooper and a baker"
            governor, subjects, span = self._said_of(clause)
            if governor is not None and self._is_told(governor, clause):
                continue
            for subject in subjects:
                if self._may_bear(subject):
                    yield from self._drafts_of(clause, governor, subject, span)
                    yield from self._of_party(clause, governor, subject, span)

    def _is_told(self, governor: Clause, noun: Clause) -> bool:
        """Whether a frame of the governing clause told of the noun, in a role or by the predicate it is part of."""
        complement = self._tokens[noun.head].dep in _COMPLEMENTS and governor.index in self._told
        if governor.kind == "verb" and self._is_capacity(noun):  # "was elected to the diet as a member of the party"
            tells = {p.frame.type for p in self._context.lexicon.agents[noun.lemma]}
            return bool(tells & self._types[governor.index])
        return complement or any(s.overlaps(noun.predicate) for s in self._told[governor.index])

    def _is_capacity(self, noun: Clause) -> bool:
        """Whether a noun with a frame of its own tells as whose member or founder somebody does something."""
        token = self._tokens[noun.head]
        as_ = self._tokens[token.head].lemma.lower() in self._context.lexicon.grammar["as"]
        framed = as_ and token.dep == "pobj" and noun.lemma in self._context.lexicon.agents
        return framed and "organisation" in self._offices.where(noun)

    def of_bodies(self) -> Iterator[Draft]:
        """ "Anna Berg of the Harbour Union": a name that a body's name follows belongs to it."""
        for token in self._tokens:
            if token.pos != "PROPN" or token.dep == "compound" or not self._context.is_person(token.index):
                continue
            for c in self._children[token.index]:
                prep = self._tokens[c]
                if prep.dep != "prep" or prep.lemma.lower() not in self._context.lexicon.grammar["binding"]:
                    continue
                for o in self._children[c]:
                    known = self._context.persona(token.index)
                    own = known is not None and self._tokens[o].text in known.label  # "Peter of Lund" is a name
                    if c == token.index + 1 and self._tokens[o].dep == "pobj" and not own and self._offices.is_body(o):
                        start = self._context.phrases.noun_phrase(token.index)
                        span = Span(start.start, self._context.phrases.noun_phrase(o).end)
                        roles = {"organisation": self._context.party(o), "phase": Party("member")}
                        yield Draft(
                            "membership", self._context.party(token.index), span, prep.span, token.sentence, roles,
                            None, "nominal:of", 0.7,
                        )  # fmt: skip

    # ------------------------------------------------------------ of whom a noun is said

    def _said_of(self, noun: Clause) -> tuple[Clause | None, list[Argument], Span]:
        """The clause that says it, the arguments of whom it is said, and the words that say it."""
        token = self._tokens[noun.head]
        first = self._counting(self._first_conjunct(noun.head))
        top = self._tokens[first]
        above = self._tokens[top.head]
        known = [a for a in noun.arguments if a.function == "named" and self._bearers.is_named(a.head)]
        above_noun = self._tokens[token.head].pos in ("NOUN", "PROPN")
        if known and token.dep in ("appos", "conj") and above_noun and (token.dep == "conj" or above.pos == "NOUN"):
            return None, known, self._join(known[0].head, noun)  # "her husband, the lawyer Otto Lind"
        if top.dep in _COMPLEMENTS or (top.dep in ("npadvmod", "dep", "conj") and above.pos == "AUX"):
            verb = self._by_head.get(above.index)
            if verb is not None:
                if known and top.dep in _COMPLEMENTS:
                    return None, known, self._join(known[0].head, noun)  # "his wife was the dancer Ida Holm"
                named = [a for a in verb.arguments if a.function == "object"]
                acted = verb.passive or (top.dep == "oprd" and named)  # "called her a fool"
                said = named if acted else [a for a in verb.arguments if a.function == "subject"]
                whole = top.dep in _COMPLEMENTS and self._first_conjunct(noun.head) == noun.head
                return verb, said, verb.span if whole else noun.span
        if top.dep == "nsubj" and above.pos == "AUX" and noun.lemma not in self._context.lexicon.kin:
            heads = [
                c for c in self._children[above.index] if self._tokens[c].dep == "attr" and self._context.is_person(c)
            ]
            if heads and all(self._tokens[c].pos == "PROPN" for c in heads) and self._offices.where(noun):
                borne = [self._argument(c) for c in self._context.phrases.coordinated(heads[0])]
                return self._by_head.get(above.index), borne, self._join(heads[0], noun)  # "its head was Karl Berg"
        if (
            top.dep in ("advcl", "dep", "npadvmod", "nsubj")
            and above.pos in ("VERB", "AUX")
            and (top.index < above.index or noun.lemma in self._context.lexicon.kin)
        ):
            beside = self._context.phrases.coordinated(first) if token.tag == "NNS" else (first,)
            topics = [a for a in noun.arguments if a.function == "topic" and a.head not in beside]
            if topics or top.dep == "advcl":
                return None, topics, noun.span  # "A native of Lund, she …"
        of_name = self._bearers.is_named(above.index)  # "her parents were Karl, a miller, and Ida"
        if top.dep == "appos" and above.dep in _COMPLEMENTS and self._tokens[above.head].pos == "AUX" and not of_name:
            return None, [a for a in noun.arguments if a.function == "topic"], noun.span
        elsewhere = top.dep == "appos" and (not self._context.is_person(top.head) or self._bearers.is_site(top.head))
        if elsewhere and noun.lemma in self._context.lexicon.kin:
            return None, [a for a in noun.arguments if a.function == "topic"], noun.span
        if top.dep == "appos" and any(self._tokens[c].tag == "WP$" for c in self._children[noun.head]):
            behind = self._bearers.named_behind(self._context.tokens_in(noun.span)[-1])
            return None, behind, self._join(behind[0].head, noun) if behind else noun.span
        if top.dep == "appos" and self._bearers.is_site(top.head):
            return self._said_behind(noun)
        if top.dep == "appos":
            bearers = self._bearers.beside(noun.head, top, self._first_conjunct(top.head))
            if not bearers:
                return None, [], noun.span
            return None, [self._argument(b) for b in bearers], self._join(bearers[0], noun)
        if top.dep in _NAMING and above.pos == "PROPN" and self._context.is_person(top.head) and first == noun.head:
            if self._is_title(top.head, noun.head):
                return None, [], noun.span
            return None, [self._argument(top.head)], self._join(top.head, noun)
        named = [a for a in noun.arguments if a.function == "named" and self._context.is_person(a.head)]
        named = named or self._bearers.named_by_verb(noun.head)
        if named:
            return None, named, self._join(named[-1].head, noun)
        one = self._bearers.named_one_of(noun.head)
        if one:
            return None, one, self._join(self._tokens[one[0].head].head, noun)
        if token.dep == "pobj" and above.dep == "prep":
            copula = self._by_head.get(above.head)
            if copula is not None and copula.kind == "copula" and above.lemma in self._context.lexicon.grammar["among"]:
                return copula, [a for a in copula.arguments if a.function == "subject"], copula.span
            return self._said_as(noun, above.index)
        return None, [], noun.span

    def _said_behind(self, noun: Clause) -> tuple[Clause | None, list[Argument], Span]:
        """The person whose name ends right before the comma before a noun that the parser hung on a place."""
        before = self._context.tokens_in(noun.span)[0] - 2
        if before < 0 or self._tokens[before + 1].text != "," or not self._context.is_person(before):
            return None, [], noun.span
        return None, [self._argument(before)], self._join(before, noun)

    def _said_as(self, noun: Clause, prep: int) -> tuple[Clause | None, list[Argument], Span]:
        """ "as" phrases: of the noun before them, else of the clause's object or subject."""
        word = self._tokens[prep]
        if word.lemma.lower() not in self._context.lexicon.grammar["as"]:
            return None, [], noun.span
        above = self._tokens[word.head]
        span = self._context.phrases.cover([prep, *self._context.annotation.subtree(noun.head)])
        span = Span(span.start, noun.span.end)
        if above.pos in ("NOUN", "PROPN"):
            inner = [c for c in self._children[above.index] if self._tokens[c].dep == "appos"]
            bearer = next((c for c in inner if self._context.is_person(c)), above.index)
            start = self._context.phrases.noun_phrase(above.index).start
            return None, [self._argument(bearer)], Span(start, noun.span.end)
        verb = self._by_head.get(above.index)
        if verb is not None and verb.kind == "verb" and prep == self._context.annotation.sentences[word.sentence].first:
            return None, [a for a in noun.arguments if a.function == "topic"], span  # "As a native of Lund, she …"
        kin = noun.lemma in self._context.lexicon.kin  # "was born as the son of Karl Berg"
        kin = kin and (verb is None or verb.lemma not in self._context.lexicon.grammar["presenting"])
        if verb is None or (verb.kind == "verb" and not (kin or self._is_capacity(noun))):
            return None, [], span
        acted_on = [a for a in verb.arguments if a.function == "object"]
        if not verb.passive and any(self._may_bear(a) for a in acted_on):
            return None, [], span  # "described her as a member"
        return verb, acted_on if verb.passive else [a for a in verb.arguments if a.function == "subject"], span

    def _first_conjunct(self, head: int) -> int:
        return self._callings.first_conjunct(head)

    def _counting(self, head: int) -> int:
        """ "One of the clerks": the word that counts, by which the noun is said of somebody."""
        prep = self._tokens[self._tokens[head].head]
        if self._tokens[head].dep != "pobj" or prep.lemma.lower() not in self._context.lexicon.grammar["binding"]:
            return head
        counting = self._tokens[prep.head]
        counts = counting.text.lower() in self._context.lexicon.grammar["counting"]
        return counting.index if counts and counting.dep in (*_COMPLEMENTS, "appos", "npadvmod", "advcl") else head

    def _is_title(self, name: int, noun: int) -> bool:
        """Whether a noun is part of a name ("Archdeacon Lisle"): capitalised, with no article before it."""
        before = (self._tokens[c] for c in self._children[name] if c <= noun)
        return self._tokens[noun].text.istitle() and all(t.dep in _NAMING and t.text.istitle() for t in before)

    def _argument(self, head: int) -> Argument:
        return Argument("subject", head, self._context.phrases.noun_phrase(head))

    def _join(self, bearer: int, noun: Clause) -> Span:
        span = self._context.phrases.noun_phrase(bearer)
        return Span(min(span.start, noun.span.start), max(span.end, noun.span.end))

    def _has_persona(self, owner: Argument) -> bool:
        """Whether an owner is somebody of whom the text knows, not a mere noun ("the planter's granddaughter")."""
        named = self._tokens[owner.head].pos != "NOUN"
        return named or self._tokens[owner.head].lemma.lower() in self._context.lexicon.kin

    def _is_another(self, noun: Clause) -> bool:
        """ "was the son of Karl, a miller, and his second wife, Ida": a relative with a name of her own in the list."""
        functions = {a.function for a in noun.arguments}
        return self._tokens[noun.head].dep == "conj" and functions.issuperset(("possessor", "named"))

    def _may_bear(self, subject: Argument) -> bool:
        """A persona, or a name or pronoun that stands for somebody whom the text does not name."""
        named = self._tokens[subject.head].pos in ("PRON", "PROPN")
        return self._context.persona(subject.head) is not None or (
            named and self._matcher.may_be_subject(subject.head, "occupation")
        )

    # ------------------------------------------------------------ what it says

    def _drafts_of(self, noun: Clause, said: Clause | None, subject: Argument, span: Span) -> Iterator[Draft]:
        patterns = sorted(
            (p for p in self._context.lexicon.agents.get(noun.lemma, ()) if self._matcher.fits(p, noun, borne=True)),
            key=lambda p: (-len(p.constraints), p.order),
        )
        if patterns:
            for draft in self._matcher.apply(patterns[0].frame, noun, [subject]):
                yield self._placed(draft, noun, said, span)
            return
        if noun.lemma in self._context.lexicon.kin:
            owned = next((a for a in noun.arguments if a.function == "possessor"), None)
            by_name = owned is not None and self._tokens[owned.head].pos == "PROPN"
            told = by_name and self._tokens[noun.head].dep == "appos"  # "Ida Lund, Karl Berg's daughter"
            if said is None and owned is not None and self._has_persona(owned) and not told:
                # "his sister Olga" is told of him, see kinship.named_relatives and named_of_unknown
                for draft in named_before(self._context, noun, owned.head, subject.head, span):
                    yield self._placed(draft, noun, said, draft.span)
                return
            if said is not None and self._is_another(noun):
                return
            tied = self._context.party(subject.head)
            for draft in stated_ties(self._context, noun, tied, span):
                yield self._placed(draft, noun, said, draft.span)
            return
        kind = self._callings.kind(noun, said)
        if kind is None:
            return
        words = self._role_words(noun.head, kind)
        value = Party(self._context.document.quote(words), None, words)
        if value.label == self._context.party(subject.head).label:
            return  # "her mentor Karl Knight" names nobody a knight
        kind = self._callings.entered(kind, noun, said)
        roles = {"value" if kind in ("rank", "title") else "role": value}
        if kind not in ("post", "occupation", "appointment"):
            yield self._placed(self._matcher.draft(noun, kind, subject, roles, f"nominal:{kind}"), noun, said, span)
            return
        held = self._offices.where(noun)
        roles |= held if "organisation" in held else self._offices.at_which(said, noun) | held
        if kind != "post" and "jurisdiction" in roles:
            roles["place"] = roles.pop("jurisdiction")
        if said is not None and roles.keys().isdisjoint(("place", "jurisdiction")):
            where = next((a for a in self._matcher.sites(said) if a.function == "place"), None)
            roles |= {"place": self._context.party(where.head)} if where is not None else {}
        body = self._offices.body_before(noun)
        if body is not None and not (body.span and words.contains(body.span)):
            roles.setdefault("organisation", body)
        place = self._offices.place_before(noun)
        if place is not None and "jurisdiction" not in roles:
            roles.setdefault("place", place)
        for number, each in enumerate(self._offices.each_body(noun, said, roles)):
            draft = self._matcher.draft(noun, kind, subject, each, f"nominal:{kind}", number)
            yield self._placed(draft, noun, said, span)

    def _of_party(self, noun: Clause, said: Clause | None, subject: Argument, span: Span) -> Iterator[Draft]:
        party = self._offices.party_before(noun)
        if party is not None:
            roles = {"organisation": party, "phase": Party("member")}
            draft = self._matcher.draft(noun, "membership", subject, roles, "nominal:party", _BESIDE_OFFICE)
            yield self._placed(draft, noun, said, span)

    def _role_words(self, head: int, kind: str) -> Span:
        """The words of a role, without what only places it in time; of a trade, without the people it is said of."""
        span = self._context.office(head)
        inside = self._context.tokens_in(span)
        named = [
            i for i in inside if i < head and self._tokens[i].dep == "compound" and self._offices.is_before(i, head)
        ]
        for i in inside[inside.index(named[-1]) + 1 if named else 0 :]:
            passing = self._tokens[i].text.lower() in self._context.lexicon.grammar["passing"]
            people = kind == "occupation" and self._callings.of_people(i)
            if i == head or not (passing or people or not self._tokens[i].text):
                return Span(self._tokens[i].span.start, span.end)
        return span

    def _placed(self, draft: Draft, noun: Clause, said: Clause | None, span: Span) -> Draft:
        clause = said.index if said is not None else noun.index
        return Draft(
            draft.type, draft.subject, span, noun.predicate, draft.sentence, draft.roles, clause, draft.rule,
            draft.confidence, draft.part,
        )  # fmt: skip
