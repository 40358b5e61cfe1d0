"""What the claims stage looks up about a token: who it mentions, of what kind it is, which time it tells."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection

from vitascope.claims.by_start import Around, ByStart
from vitascope.claims.clauses.phrases import Phrases
from vitascope.claims.lexicon import Lexicon
from vitascope.claims.place_names import of_places, travelled_to
from vitascope.claims.stretches import framed
from vitascope.model import Annotation, Document, Mention, Party, People, Persona, Places, Span, TimeExpression, Token

_ENTITY_KINDS = {
    "PERSON": ("person",),
    "ORG": ("organisation",),
    "NORP": ("group", "organisation"),
    "GPE": ("place", "organisation"),
    "LOC": ("place",),
    "FAC": ("place", "organisation"),
    "EVENT": ("event",),
    "WORK_OF_ART": ("work",),
    "DATE": ("time",),
    "TIME": ("time",),
}  # fmt: skip


OPEN = frozenset({"person", "organisation", "place", "work", "thing"})
"""What a name may stand for of which nothing is known."""
_PLACES = ("GPE", "LOC")
_MISTAKEN = ("PERSON", "DATE", "TIME")
_BODIES = frozenset(
    "school party army unit body company church society press police court hospital monastery".split()  # noqa: SIM905
)

_NO_SETS: frozenset[str] = frozenset()


class Context:
    """Look-ups over one document's annotation, people and times."""

    def __init__(
        self,
        document: Document,
        annotation: Annotation,
        people: People,
        times: tuple[TimeExpression, ...],
        places: Places,
        lexicon: Lexicon,
    ) -> None:
        self.document = document
        self.annotation = annotation
        self.people = people
        self.times = times
        self.lexicon = lexicon
        self.tokens = annotation.tokens
        self.phrases = Phrases(annotation, *(lexicon.grammar[words] for words in ("binding", "leading", "naming_on")))
        self.personas: dict[str, Persona] = {p.id: p for p in people.personas}
        self.main = next((p for p in people.personas if p.main), None)
        self._starts = [t.span.start for t in self.tokens]
        self._mentions: dict[int, Mention] = {}
        self._apposed: dict[int, Mention | None] = {}
        for mention in people.mentions:
            if mention.head is not None:
                known = self._mentions.get(mention.head)
                if known is None or _size(mention) > _size(known):
                    self._mentions[mention.head] = mention
        self._of_main = sorted(h for h, m in self._mentions.items() if self.main and m.persona == self.main.id)
        self._entities: dict[int, str] = {}
        for entity in annotation.entities:
            for i in self.tokens_in(entity.span):
                self._entities[i] = entity.label
        self._place_names = frozenset(mention.span for mention in places.mentions)
        named = ((m.span, self.tokens_in(m.span)) for m in places.mentions)
        self._entities |= of_places(annotation, named, self._entities, self._mentions)
        self.quoted = framed(document)
        self.quotations = Around((span for _, spans in self.quoted for span in spans), lambda span: span)
        self._forms: dict[int, frozenset[str]] = {}
        self._kinds: dict[int, frozenset[str]] = {}
        self.times_by_span = ByStart(times, lambda time: time.span.start)
        self.times_by_core = ByStart(times, lambda time: time.core.start)
        self.mentions_by_start = ByStart(people.mentions, lambda mention: mention.span.start)
        self.mentions_by_end = ByStart(people.mentions, lambda mention: mention.span.end)
        self.times_at: dict[int, list[TimeExpression]] = defaultdict(list)
        self._timed: dict[int, TimeExpression] = {}
        self.timed_sentences: set[int] = set()
        for time in times:
            inside = self.tokens_in(time.core)
            for i in inside:
                self._timed[i] = time
            if (top := self.top(time.core)) is not None:
                self.timed_sentences.add(self.tokens[inside[0]].sentence)
                self.times_at[top].append(time)

    def is_place(self, span: Span) -> bool:
        """Whether the words are the name of a place, nothing more and nothing less."""
        return span in self._place_names

    def tokens_in(self, span: Span) -> range:
        """Indices of the tokens that begin within ``span``."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def top(self, span: Span) -> int | None:
        """The token of a stretch that hangs on none of its others."""
        inside = self.tokens_in(span)
        return next((i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i), None)

    def mention(self, head: int) -> Mention | None:
        """The mention headed by a token, the longest where several are; else that of the name in apposition, or of
        the body whose name it describes."""
        known = self._mentions.get(head)
        if known is not None or self.tokens[head].pos not in ("NOUN", "NUM", "PROPN"):
            return known
        if head not in self._apposed:
            self._apposed[head] = self._name_apposed(head) or self._body_apposed(head)
        return self._apposed[head]

    def _name_apposed(self, head: int) -> Mention | None:
        relations = self.annotation.relations  # not "an obituarist, probably Karl Berg": an adverb says that it is he
        named = (c for c in relations[head].get("appos", ()) if "advmod" not in relations[c])
        return next((self._mentions[c] for c in named if c in self._mentions and self.tokens[c].pos == "PROPN"), None)

    def _body_apposed(self, head: int) -> Mention | None:
        """ "Brightloom, a firm that she founded": the mention of the body that a noun for one describes."""
        above = self.tokens[head].head
        if self.tokens[head].dep != "appos" or above not in self._mentions or not self._is_bodily(head):
            return None
        mention = self._mentions[above]
        return mention if self.personas[mention.persona].kind == "organisation" else None

    def main_before(self, head: int) -> int | None:
        """The head of the last mention, before a token, of the person whom the life is about."""
        at = bisect_left(self._of_main, head)
        return self._of_main[at - 1] if at else None

    def persona(self, head: int) -> Persona | None:
        """The persona that a token mentions."""
        known = self._mentions.get(head) or self.mention(head)
        return self.personas[known.persona] if known is not None else None

    def is_person(self, head: int) -> bool:
        """Whether a token mentions a person, not several and no body."""
        persona = self.persona(head)
        return persona is not None and persona.kind == "person"

    def in_quotation(self, head: int) -> bool:
        """Whether the token stands between quotation marks."""
        return bool(self.quotations.holding(self.tokens[head].span))

    @property
    def timed(self) -> Collection[int]:
        """The tokens of time expressions."""
        return self._timed.keys()

    def is_time(self, head: int) -> bool:
        """Whether the token belongs to a time expression."""
        return head in self._timed

    def is_date(self, head: int) -> bool:
        """Whether the token belongs to an expression that tells when, not how long."""
        return head in self._timed and self._timed[head].duration is None

    def entity(self, head: int) -> str | None:
        """The parser's entity label of a token, one piece of evidence."""
        return self._entities.get(head)

    def forms(self, head: int) -> frozenset[str]:
        """The lemma and the form of a token, alone and with the word before it ("house arrest")."""
        known = self._forms.get(head)
        if known is not None:
            return known
        token = self.tokens[head]
        found = {token.lemma.lower(), token.text.lower()}
        before = self.tokens[head - 1] if head else token
        if before.head == head and before.dep in ("compound", "amod", "nmod"):
            found |= {f"{before.text.lower()}{joint}{token.lemma.lower()}" for joint in (" ", "-")}
        self._forms[head] = frozenset(found)
        return self._forms[head]

    def kinds(self, head: int) -> frozenset[str]:
        """All kinds a token's phrase may be of; an unknown capitalised name is open to all but ``time``."""
        if head not in self._kinds:
            self._kinds[head] = self._kinds_of(head)
        return self._kinds[head]

    def _kinds_of(self, head: int) -> frozenset[str]:
        token = self.tokens[head]
        if self._relational(token):
            return frozenset({"thing"})
        counted = self.counted(token)
        if counted is not None:
            return self.kinds(counted)
        found: set[str] = set()
        persona = self.persona(head)
        if persona is not None:
            found.add(persona.kind)
        elif token.pos == "PRON":
            impersonal = token.text.lower() in self.lexicon.grammar["impersonal"]
            found.add("thing" if impersonal else "person")
        if self.is_time(head):
            found.add("time")
        if self.entity(head) == "GPE":
            found.add("polity")
        lemma = token.lemma.lower()
        sets = self._sets(head)
        found |= sets
        if persona is None:
            found |= self._noun_kinds(token, lemma, sets)
        return frozenset(found or {"thing"})

    def _relational(self, token: Token) -> bool:
        """ "In front of his wife": a noun that makes one preposition with those around it."""
        if token.lemma.lower() not in self.lexicon.grammar["relational"]:
            return False
        around = self.tokens[max(token.index - 1, 0) : token.index + 2]
        joins = len(around) == 3 and around[0].pos == "ADP"
        return joins and around[2].lemma.lower() in self.lexicon.grammar["binding"]

    def counted(self, token: Token) -> int | None:
        """ "one of the founders", "most of the bridges": the noun that is counted."""
        if token.text.lower() not in self.lexicon.grammar["quantifiers"]:
            return None
        for c in self.annotation.children[token.index]:
            if self.tokens[c].dep == "prep" and self.tokens[c].lemma.lower() in self.lexicon.grammar["binding"]:
                return next((o for o in self.annotation.children[c] if self.tokens[o].dep == "pobj"), None)
        return None

    def _noun_kinds(self, token: Token, lemma: str, sets: frozenset[str]) -> set[str]:
        found: set[str] = set()
        label = self._entities.get(token.index)
        if label == "GPE" and any(self._entities.get(c) == "ORG" for c in self._compounds(token)):
            label = "ORG"  # "Nordbank Oslo"
        if label == "ORG" and (self._within(token) or travelled_to(self.annotation, token, self.lexicon.grammar)):
            label = "GPE"
        if label in _MISTAKEN and token.pos == "PROPN" and not self.is_time(token.index):
            label = None  # the stages before saw nobody and no time there
        if label:
            found.update(_ENTITY_KINDS.get(label, ()))
        if label == "ORG" and self._lone_name(token):
            found.add("person")
        lexicon = self.lexicon
        if token.pos != "VERB" and (sets & {"kin"} or lemma in lexicon.human):
            found.update(("person", "group") if token.tag in ("NNS", "NNPS") else ("person",))
        if lemma in lexicon.occupations and token.pos == "NOUN":
            found.add("trade")
        if sets & _BODIES:
            found.add("organisation")
        if sets & {"prison", "camp", "place"}:
            found.add("place")
        if sets & {"work"}:
            found.add("work")
        if sets & {"war"}:
            found.add("event")
        if not found and token.pos == "PROPN":
            found.update(OPEN)
        if token.pos in ("NOUN", "VERB", "ADJ") and not found:
            found.add("thing")
        return found

    def _is_bodily(self, head: int) -> bool:
        """Whether a noun is that of a body and of nothing else, as an office is."""
        return self.is_body_noun(head) and not self._sets(head) & {"post", "office"}

    def is_body_noun(self, head: int) -> bool:
        """Whether a token's noun is that of a body: a school, an army, a firm."""
        return not self._sets(head).isdisjoint(_BODIES)

    def _sets(self, head: int) -> frozenset[str]:
        """The noun sets of the lexicon that a token belongs to."""
        found, memberships = _NO_SETS, self.lexicon.memberships
        for form in self.forms(head):
            if form in memberships:
                found |= memberships[form]
        return found

    def _compounds(self, token: Token) -> list[int]:
        return [c for c in self.annotation.children[token.index] if self.tokens[c].dep == "compound"]

    def _within(self, token: Token) -> bool:
        """ "In Crieff": after such a preposition a bare name of one word is a place's more often than a body's."""
        prep = self.tokens[token.head]
        within = token.dep == "pobj" and prep.lemma.lower() in self.lexicon.grammar["within"]
        return within and prep.index == token.index - 1 and not self._compounds(token) and not token.text.isupper()

    def _lone_name(self, token: Token) -> bool:
        """One capitalised word alone as subject: parsers often take a surname for a body."""
        alone = not any(
            self.tokens[c].dep != "punct" and c < token.index for c in self.annotation.children[token.index]
        )
        return alone and token.dep in ("nsubj", "nsubjpass") and token.text.istitle()

    def _words(self, head: int) -> Span:
        """ "a village near Lund" says more than "village": a common noun for a place keeps the name of a place."""
        span = self.phrases.label(head)
        if self.tokens[head].pos != "NOUN" or "place" not in self.kinds(head):
            return span
        for c in self.annotation.children[head]:
            named = [o for o in self.annotation.children[c] if self.tokens[o].pos == "PROPN"]
            if self.tokens[c].dep == "prep" and named and "place" in self.kinds(named[0]):
                if self.tokens[c].lemma.lower() in self.lexicon.grammar["binding"] and self.entity(named[0]) in _PLACES:
                    return self.phrases.label(named[0])
                return Span(span.start, max(span.end, self.phrases.noun_phrase(named[0]).end))
        return span

    def office(self, head: int) -> Span:
        """The words of a role: the noun with its modifiers, and what an office is for ("Minister of Labour")."""
        core = self.phrases.core(head)
        purpose = self.purpose(head)
        return Span(core.start, max(core.end, self.phrases.core(purpose[-1]).end)) if purpose else core

    def purpose(self, head: int) -> list[int]:
        """The nouns that tell what an office is for; none where its "of" names a place, a person or a body."""
        office, grammar = self.tokens[head].lemma.lower(), self.lexicon.grammar
        after = self.tokens[min(head + 1, len(self.tokens) - 1)]
        joint = "ruling" if office in grammar["ministerial"] else "binding"  # "Minister for Trade"
        if office not in grammar["portfolio"] or after.lemma.lower() not in grammar[joint]:
            return []
        for o in self.annotation.children[after.index]:
            noun = self.tokens[o]
            bare = all(self.tokens[c].dep not in ("det", "poss") for c in self.annotation.children[o])
            named = noun.pos == "PROPN" and office not in grammar["ministerial"]
            placed = self.entity(o) in (*_PLACES, "PERSON") and not (noun.tag == "NNPS" and self._sets(o))
            placed = placed or self.persona(o) is not None
            if noun.dep == "pobj" and noun.pos in ("NOUN", "PROPN") and bare and not named and not placed:
                return list(self.phrases.coordinated(o))
        return []

    def party(self, head: int, span: Span | None = None) -> Party:
        """Who or what stands at a token: a persona's label where it points at one, else its words."""
        mention = self.mention(head)
        if mention is None:
            words = span or self._words(head)
            return Party(self.document.quote(words), None, words)
        persona, told = self.personas[mention.persona], mention.span if span is None else span
        return Party(persona.label, persona.id, told if told.start < told.end else None)  # None: left out


def _size(mention: Mention) -> int:
    return mention.span.end - mention.span.start
