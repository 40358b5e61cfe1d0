"""What stands with an office: the bodies it is held in, the place it governs, the party that its bearer belongs to.

"Lecturer at Lund and Graz", "the bank's director", "governor of Iceland", "a Democratic senator".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause, Party, Span

_COMPLEMENTS = ("attr", "oprd", "acomp")
_BEFORE_NOUN = ("compound", "nmod", "amod")
_BESIDE = ("possessor", "compound", "named", "bearer", "topic")
_ADJECTIVE, _WHOSE = "JJ", "WP$"
_HELD = ("of", "at", "for")
_HELD_BY_NONE = frozenset({"person", "group", "time", "event", "work", "field", "crime", "concept", "quantity"})
_UNKNOWN = (None, "ORG")
_PARTY = "party"


def governs(context: Context, office: str, function: str) -> bool:
    """Whether what stands behind such a preposition of an office is what it governs, or is accredited to."""
    return office in context.lexicon.governing and function in context.lexicon.grammar["ruling"]


class Offices:
    """Reads what stands with the role nouns of one document. ``clauses`` are by the tokens of their heads."""

    def __init__(self, context: Context, clauses: Mapping[int, Clause]) -> None:
        self._context = context
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._clauses = clauses

    def where(self, noun: Clause) -> dict[str, Party]:
        """The body and the place that an office belongs to, from its prepositional phrases and possessives."""
        found: dict[str, Party] = {}
        bodies = self._bodies(noun)
        if bodies:
            found["organisation"] = bodies[0]
        for argument in self._arguments(noun):
            if argument.function in _BESIDE or self._context.is_time(argument.head) or self._houses(noun, argument):
                continue
            if argument.head in self._context.purpose(noun.head):
                continue
            named = self._tokens[argument.head].pos == "PROPN"
            kinds = self._context.kinds(argument.head)
            known = self._context.persona(argument.head)
            placed = argument.function in self._context.lexicon.grammar["placing"]
            if known is not None and known.kind == "person" and not placed:
                continue
            open_ = "work" in kinds and argument.function not in ("in", "at")  # a name of which nothing is known
            ruling = argument.function in self._context.lexicon.grammar["ruling"]
            local = named and ruling and noun.lemma in self._context.lexicon.local
            if ("place" in kinds and (local or not open_)) or (named and argument.function in ("in", "at")):
                ruled = governs(self._context, noun.lemma, argument.function)
                found.setdefault("jurisdiction" if ruled else "place", self._context.party(argument.head))
        if bodies and len(found) == 1:
            found |= {"place": self._context.party(place)} if (place := self._place_of(bodies[0])) is not None else {}
        return found

    def _place_of(self, body: Party) -> int | None:
        """ "Deputy head of the delegation in Riga": where the body is that an office is held in."""
        inside = () if body.span is None else self._context.tokens_in(body.span)
        preps = (self._tokens[c] for i in inside for c in self._children[i] if self._tokens[c].dep == "prep")
        placing = self._context.lexicon.grammar["placing"]
        below = (o for p in preps if p.lemma.lower() in placing for o in self._children[p.index] if o not in inside)
        named = (o for o in below if self._tokens[o].pos == "PROPN" and not self._context.is_time(o))
        return next((o for o in named if self._context.entity(o) in ("GPE", "LOC")), None)

    def _arguments(self, noun: Clause) -> list[Argument]:
        """The arguments of an office, and those of what it is for: "Minister of Labour of Jutland"."""
        below = [p for o in self._context.purpose(noun.head)[-1:] for p in self._children[o]]
        preps = [p for p in below if self._tokens[p].dep == "prep"]
        further = [(self._tokens[p].lemma.lower(), o) for p in preps for o in self._children[p]]
        objects = [(word, o) for word, o in further if self._tokens[o].dep == "pobj"]
        return [*noun.arguments, *(Argument(word, o, self._context.phrases.noun_phrase(o)) for word, o in objects)]

    def each_body(self, noun: Clause, said: Clause | None, roles: dict[str, Party]) -> Iterator[dict[str, Party]]:
        """ "Lecturer at Lund, Graz and Oslo": the office in each of the bodies that are told in a row."""
        yield roles
        first = roles.get("organisation")
        bodies = self._bodies(noun)
        if first is None or first not in bodies:
            return
        placing = self._context.lexicon.grammar["placing"]
        beside = (a for a in (said.arguments if said else ()) if a.function in placing and a.head > noun.head)
        bodies += [self._context.party(a.head) for a in beside if self.is_body(a.head)]
        for body in bodies[bodies.index(first) + 1 :]:
            yield {**roles, "organisation": body}

    def at_which(self, said: Clause | None, noun: Clause) -> dict[str, Party]:
        """ "At the mill she was chief engineer": the body that the clause around an office names."""
        if said is None or self._tokens[noun.head].dep not in _COMPLEMENTS:
            return {}
        for a in said.arguments:
            if a.function in self._context.lexicon.grammar["placing"] and self.is_body(a.head):
                return {"organisation": self._context.party(a.head)}
        return {}

    def body_known(self, noun: Clause) -> Party | None:
        """The body that stands with an office, not by a pronoun of which nobody knows what it stands for."""
        body = self.where(noun).get("organisation") or self.body_before(noun)
        if body is None or body.id is not None or body.span is None:
            return body
        words = self._context.tokens_in(body.span)
        return None if len(words) == 1 and self._tokens[words[0]].pos == "PRON" else body

    def body_before(self, noun: Clause) -> Party | None:
        """The body that a name before the noun tells: "a Labour Party politician"."""
        for argument in noun.arguments:
            if argument.function == "compound" and self.is_body_of(noun.head, argument.head):
                span = self._context.phrases.core(argument.head)
                words = self._context.tokens_in(span)
                first = next((i for i in words if self._tokens[i].tag != _ADJECTIVE), argument.head)
                return self._context.party(argument.head, Span(self._tokens[first].span.start, span.end))
        return None

    def place_before(self, noun: Clause) -> Party | None:
        """The place that a name before the noun tells: "a Leeds solicitor"."""
        places = (a for a in noun.arguments if a.function == "compound" and self._is_place(a.head))
        return next((self._context.party(a.head, self._context.phrases.noun_phrase(a.head)) for a in places), None)

    def is_before(self, i: int, head: int) -> bool:
        """Whether a word before a role noun belongs to the name of a body or place that it is an office of."""
        top = i
        while self._tokens[top].head != head and self._tokens[top].head != top and self._tokens[top].dep == "compound":
            top = self._tokens[top].head
        return self._tokens[top].head == head and (self.is_body_of(head, top) or self._is_place(top))

    def _is_place(self, head: int) -> bool:
        return self._tokens[head].pos == "PROPN" and self._context.entity(head) in ("GPE", "LOC")

    def is_body_of(self, office: int, name: int) -> bool:
        """Whether a name is that of a body that an office is held in: of some offices every name before them is."""
        if self.is_body(name):
            return True
        unknown = self._tokens[name].pos == "PROPN" and self._context.persona(name) is None
        outside = name <= office - self._corporate(office)
        return unknown and outside and self._is_corporate(office) and self._context.entity(name) not in ("NORP", "GPE")

    def _is_corporate(self, office: int) -> bool:
        """Whether an office, or one told in a row with it ("president and CEO"), is only ever held in a body."""
        first = office
        while self._tokens[first].dep == "conj" and self._tokens[self._tokens[first].head].pos in ("NOUN", "PROPN"):
            first = self._tokens[first].head
        return any(self._corporate(i) for i in self._context.phrases.coordinated(first))

    def _corporate(self, office: int) -> int:
        """Of how many words the office of a firm is that ends in a token; 0: it is none."""
        words = self._context.document.quote(self._context.phrases.core(office)).lower().split()
        lengths = range(len(words), 0, -1)
        return next((n for n in lengths if " ".join(words[-n:]) in self._context.lexicon.corporate), 0)

    def _bodies(self, noun: Clause) -> list[Party]:
        """The bodies of an office: those of one preposition, where two differ the one whose noun is a body's."""
        by: dict[str, list[int]] = {}
        for argument in self._arguments(noun):
            timed = self._context.is_time(argument.head)
            if argument.function not in _BESIDE and not timed and self._houses(noun, argument):
                by.setdefault(argument.function, []).append(argument.head)
        if not by:
            owned = (a.head for a in noun.arguments if a.function == "possessor" and self._owns(a.head))
            owners = [self._meant(head) for head in owned]
            return [self._context.party(h, self._context.phrases.core(h)) for h in owners[:1]]
        chosen = next((heads for heads in by.values() if self._is_institution(heads[0])), next(iter(by.values())))
        return [self._context.party(h) for h in dict.fromkeys([*chosen, *self._listed(noun.head)])]

    def _listed(self, noun: int) -> list[int]:
        """Bodies in the list after the first one of an office that the parser joined to the office itself."""
        conjuncts = [c for c in self._children[noun] if self._tokens[c].dep == "conj" and c not in self._clauses]
        return [i for c in conjuncts if self.is_body(c) for i in self._context.phrases.coordinated(c)]

    def _houses(self, noun: Clause, argument: Argument) -> bool:
        """Whether an argument of an office is a body that it is held in."""
        if argument.head in self._context.purpose(noun.head):
            return False
        kinds = self._context.kinds(argument.head)
        named = self._tokens[argument.head].pos == "PROPN"
        housed = self._context.entity(argument.head) == "FAC" and argument.function == "at"
        known = self._context.persona(argument.head)
        placed = argument.function in self._context.lexicon.grammar["placing"]
        if known is not None and known.kind == "person" and not placed:
            return False
        if named and argument.function in _HELD and self._is_corporate(noun.head):
            return True
        beside = argument.function in self._context.lexicon.grammar["beside"]  # "a draughtsman with the railway"
        college = argument.function in self._context.lexicon.grammar["seating"]
        college = college and noun.lemma in self._context.lexicon.collegiate  # "professor of law at Graz"
        body = "organisation" in kinds and (housed or beside or college or "unit" in kinds or "place" not in kinds)
        body = body or (beside and named and "place" in kinds)
        body = body or (argument.function == "to" and named and "organisation" in kinds)  # "surgeon to Lund Infirmary"
        if argument.function in self._context.lexicon.grammar["binding"] and self._heads(noun, argument.head):
            return True
        return argument.function in ("of", "for", "at", "to", "with", "in") and (
            body or (named and "place" not in kinds)
        )

    def _heads(self, noun: Clause, head: int) -> bool:
        """ "Director of the hospital", "captain of Norway": a thing with an article, a team by its place."""
        token, kinds = self._tokens[head], self._context.kinds(head)
        if noun.lemma in self._context.lexicon.sporting and token.pos == "PROPN":
            return True
        told = any(self._tokens[c].dep in ("det", "poss") for c in self._children[head])
        office = noun.lemma in self._context.lexicon.posts and noun.lemma not in self._context.lexicon.governing
        return office and token.tag in ("NN", "NNS") and told and kinds.isdisjoint(_HELD_BY_NONE)

    def _is_institution(self, head: int) -> bool:
        """Whether a name has the noun for a body in it ("Lund University"), as a field of study has not."""
        inside = (head, *(c for c in self._children[head] if self._tokens[c].dep == "compound"))
        return any(self._context.is_body_noun(i) for i in inside)

    def _owns(self, head: int) -> bool:
        """Whether a possessor is a body: "the bank's director", "its director"."""
        if self._tokens[head].tag == _WHOSE:
            return self._before_whose(head) is not None
        known = self._context.persona(head)
        if known is not None:
            return known.kind == "organisation"
        impersonal = self._tokens[head].text.lower() in self._context.lexicon.grammar["impersonal"]
        return (
            (impersonal and self._tokens[head].pos == "PRON") or self.is_body(head) or self._context.is_body_noun(head)
        )

    def _before_whose(self, head: int) -> int | None:
        """ "The League, whose president": the body right before the pronoun."""
        before = head - 1 - (self._tokens[head - 1].text == ",")
        named = before >= 0 and (self.is_body(before) or self._context.is_body_noun(before))
        return before if named else None

    def _meant(self, owner: int) -> int:
        """The body that a pronoun of which nothing is known stands for: the last one before it in its sentence."""
        if self._tokens[owner].tag == _WHOSE and (before := self._before_whose(owner)) is not None:
            return before
        if self._tokens[owner].pos != "PRON" or self._context.persona(owner) is not None:
            return owner
        first = self._context.annotation.sentences[self._tokens[owner].sentence].first
        for i in range(owner - 1, first - 1, -1):
            if self._tokens[i].dep in _BEFORE_NOUN:
                continue
            if self.is_body(i) or self._is_named_body(i):
                return i
            if self._tokens[i].pos == "PROPN" and self._context.kinds(i).isdisjoint(("person", "place", "time")):
                return owner  # an expedition, a treaty
        return owner

    def _is_named_body(self, head: int) -> bool:
        kinds = self._context.kinds(head)
        return self._context.is_body_noun(head) and kinds.isdisjoint(("person", "time")) and head not in self._clauses

    def is_body(self, head: int) -> bool:
        """Whether a name is a body's."""
        known = self._context.persona(head)
        if known is not None:
            return known.kind == "organisation"
        return self._tokens[head].pos == "PROPN" and self._context.entity(head) == "ORG"

    def _names_party(self, at: int, after: int, noun: int) -> bool:
        """Whether a word before an office may belong to a party's name: capitalised, of no nation or place."""
        token = self._tokens[at]
        partisan = self._tokens[noun].lemma.lower() in self._context.lexicon.partisan
        unknown = (
            self._context.entity(at) in (*_UNKNOWN, "PERSON") if partisan else self._context.entity(at) in _UNKNOWN
        )
        told = token.text.lower() in self._context.lexicon.parties or unknown
        return token.text[:1].isupper() and token.head in range(after, noun + 1) and told and token.dep in _BEFORE_NOUN

    def party_before(self, noun: Clause) -> Party | None:
        """ "A Democratic senator", "Labour MP": the party that stands before an office of politics."""
        lexicon = self._context.lexicon
        first = noun.head
        while noun.lemma in lexicon.political and first and self._names_party(first - 1, first, noun.head):
            first -= 1
        if first == noun.head:
            return None
        quote, last = self._context.document.quote, self._tokens[noun.head - 1].span
        words = Span(self._tokens[first].span.start, last.end)
        if noun.lemma in lexicon.partisan and self._context.entity(noun.head - 1) in (*_UNKNOWN, "PERSON"):
            return Party(quote(words), None, words)
        if _PARTY in self._context.kinds(noun.head - 1) and words.start < last.start:
            return self._context.party(noun.head - 1, words)  # "a Social Democratic Party member of parliament"
        known = (span for span in (words, last) if quote(span).lower() in lexicon.parties)
        return next((Party(quote(span), None, span) for span in known), None)
