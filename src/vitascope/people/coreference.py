"""From names and pointing words to personas: one pass over the text, left to right.

Names are grouped first over the whole document (:mod:`~vitascope.people.names.cast`); then every name, pronoun,
relative pronoun, kin noun and safe definite noun is met in text order and linked, each with its reason in words.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left

from vitascope.model import Annotation, Document, Mention, MentionKind, People, Persona, Sentence, Span
from vitascope.people.folding import drop_stress
from vitascope.people.kin import KinNominal
from vitascope.people.kinfolk.kin_names import NamesBeside
from vitascope.people.kinfolk.kinfolk import Kinfolk
from vitascope.people.lexicon import Lexicon, PronounForm, lexicon
from vitascope.people.names.aliases import names_in_aside, pair_asides
from vitascope.people.names.cast import Cast, gather
from vitascope.people.names.draft import Draft
from vitascope.people.quotations import quoted
from vitascope.people.resolution.antecedents import (
    Choice,
    choose,
    choose_joined,
    choose_pair,
    choose_plural,
    member_in_turn,
)
from vitascope.people.resolution.bodies_again import body_in_mind
from vitascope.people.resolution.groups import Groups, share_of
from vitascope.people.resolution.mentions import Event, find_events, inside_names
from vitascope.people.resolution.narrator import Narrator
from vitascope.people.resolution.nominals import Nominals
from vitascope.people.resolution.relatives import antecedent_of
from vitascope.people.resolution.story import Pointer, Story, Watch
from vitascope.people.resolution.unnamed import Unnamed, in_front
from vitascope.people.resolution.weights import Weights, antecedent_weights
from vitascope.people.syntax import SUBJECTS, bracketed, first_conjunct, prominence, subject_of

__all__ = ["read_people", "read_story", "with_words"]

_VOTES = 2
"""So many pronouns with no other reading tell a person's gender; one is enough where the given name agrees."""


def read_people(document: Document, annotation: Annotation, weights: Weights | None = None) -> People:
    """All personas that the document shows and every mention of them, in text order.

    Deterministic. Direct speech is the speaker's: its pronouns are not resolved. Raises DataError where the
    document's language has no people lexicons.
    """
    return _people(document, read_story(document, annotation, weights=weights))


def with_words(people: People) -> People:
    """The same without the subjects that the text leaves out, at which no word stands."""
    return People(people.personas, tuple(m for m in people.mentions if m.span.start < m.span.end))


def read_story(
    document: Document, annotation: Annotation, watch: Watch | None = None, weights: Weights | None = None
) -> Story:
    """The same before it is frozen; ``watch`` is told of every singular pronoun's candidates.

    ``weights`` of the preferences for antecedents, None for those that come with the program.
    """
    lex = lexicon(document.source.language)
    cast = gather(document, annotation, lex)
    reader = _Reader(document, annotation, lex, cast)
    reader.story.watch = watch
    reader.story.weights = weights or antecedent_weights()
    reader.read()
    return reader.story


class _Reader:
    """One pass over one text."""

    def __init__(self, document: Document, annotation: Annotation, lex: Lexicon, cast: Cast) -> None:
        main = cast.main
        counts = cast.pronouns
        self.document, self.annotation, self.lex, self.cast = document, annotation, lex, cast
        one_they = main is not None and not counts["male"] + counts["female"] and counts["unknown"] >= 2
        self.story = Story(annotation, lex, cast.drafts, main.number if main else None, one_they)
        self.story.bracketed = bracketed(annotation)
        for number, (draft, _) in sorted(cast.owner.items()):
            self.story.at[cast.sightings[number].head] = draft
        self.inside = inside_names(cast)
        self.kinfolk = Kinfolk(self.story, cast, self.inside, NamesBeside(self.story, cast, self.inside))
        self.nominals = Nominals(self.story, self.kinfolk.inside)
        self.groups = Groups(self.story, self.inside)
        self.narrator = Narrator(self.story)
        self.unnamed = Unnamed(self.story)

    def read(self) -> None:
        """Meet everything in text order."""
        self._asides()
        events = find_events(self.annotation, self.cast, self.inside, self.lex, quoted(self.document))
        at, block = 0, -1
        for sentence in self.annotation.sentences:
            self.story.salience.next_sentence(sentence.block != block, self.story.main)
            block = sentence.block
            while at < len(events) and events[at].at < sentence.last:
                self._meet(events[at], sentence)
                at += 1
        self.kinfolk.settle()

    def _meet(self, event: Event, sentence: Sentence) -> None:
        if event.kind == "name":
            self._name(event.number)
        elif event.kind == "pronoun":
            self._pronoun(event.at, sentence)
        elif event.kind == "narrator":
            self.narrator.meet(event.at)
            self._pair(event.at)
        elif event.kind == "pair":
            self._pair_noun(event.at, sentence)
        elif event.kind == "group":
            self.groups.meet(event.at)
        elif event.kind == "elided":
            self._elided(event.at)
        elif event.kind == "relative":
            self._relative(event.at, sentence)
        elif event.kind == "body":
            self._body(event.at, sentence)
        elif event.kin is not None:
            self._kin(event.kin, sentence)
        else:
            self.nominals.meet(event.at, sentence)

    def _kin(self, kin: KinNominal, sentence: Sentence) -> None:
        """A noun of kin under an article that nobody's family explains is a noun like others."""
        if self.kinfolk.meet(kin):
            self._pair(kin.head)
        elif kin.via == "again" and kin.noun.plural:
            self.groups.meet(kin.head)
        elif kin.via == "again":
            self.nominals.meet(kin.head, sentence)

    # ---------------------------------------------------------------- names

    def _name(self, number: int) -> None:
        story, sighting = self.story, self.cast.sightings[number]
        owner, because = self.cast.owner[number]
        draft = story.drafts[story.final(owner)]
        weight = prominence(self.annotation, sighting.head)
        story.point(sighting.span, "name", draft.number, sighting.head, because, weight)
        if draft.kind == "person":
            self._married_or_born(draft, sighting.head)
            self._weds(draft, sighting.head)
            self._pair(sighting.head)

    def _married_or_born(self, draft: Draft, head: int) -> None:
        tokens = self.annotation.tokens
        naming = tokens[tokens[head].head]
        if naming.dep == "acl" and naming.text in self.lex.naming:
            # "born to a woman called Ingrid"
            head = naming.head
        place = tokens[first_conjunct(self.annotation, head)]
        verb = tokens[place.head] if place.dep == "dobj" else tokens[tokens[place.head].head]
        if place.dep not in ("dobj", "pobj") or tokens[place.head].dep == "agent":
            return
        wedding = verb.lemma in self.lex.marriages
        owner = (c for c in self.annotation.children[verb.index] if tokens[c].dep == "poss")
        told = next(owner, None) if wedding else subject_of(self.annotation, verb.index)
        subject = self.story.whose(told)
        if subject is None or subject.number == draft.number or subject.kind != "person":
            return
        if verb.lemma in self.lex.meet:
            self._keep_group([subject, draft], prominence(self.annotation, head))
        elif wedding or verb.lemma in self.lex.marry:
            self.kinfolk.marry(subject, draft)
            self._keep_group([subject, draft], prominence(self.annotation, head))
        elif (
            verb.lemma in self.lex.born and tokens[place.head].text.lower() in self.lex.born_to and place.dep == "pobj"
        ):
            self.kinfolk.bear(subject, draft)

    def _weds(self, draft: Draft, head: int) -> None:
        """ "Olga Lund, whom he married": the verb's object stands before its subject."""
        tokens, verb = self.annotation.tokens, self.annotation.tokens[head].head
        if tokens[head].dep not in SUBJECTS or tokens[verb].lemma not in self.lex.marry:
            return
        before = (c for c in self.annotation.children[verb] if c < head and tokens[c].dep == "dobj")
        spouse = next((d for c in before if (d := self.story.whose(c)) is not None and d.kind == "person"), None)
        if spouse is not None and draft.kind == "person":
            self.kinfolk.marry(draft, spouse)
            self._keep_group([draft, spouse], prominence(self.annotation, head))

    def _pair(self, head: int) -> None:
        """Persons joined by "and" can be "they": keep them in mind as a group, which is a persona only if meant."""
        story, tokens = self.story, self.annotation.tokens
        members, at = [story.whose(head)], head
        while tokens[at].dep == "conj":
            at = tokens[at].head
            members.insert(0, story.whose(at))
        persons = [m for m in members if m is not None and m.kind == "person"]
        if len(persons) < 2 or len(persons) < len(members):
            return
        self._keep_group(persons, prominence(self.annotation, head))

    def _keep_group(self, persons: list[Draft], weight: float) -> None:
        self.story.salience.note(self.story.together(persons).number, weight)

    def _asides(self) -> None:
        owner = {s.span: self.cast.owner.get(n) for n, s in enumerate(self.cast.sightings)}
        for sighting, aside in pair_asides(self.annotation, self.cast.sightings):
            owned = owner[sighting.span]
            if owned is None or self.story.drafts[owned[0]].kind != "person":
                continue
            for alias in names_in_aside(self.document, aside, self.lex):
                draft = self.story.drafts[owned[0]]
                draft.add_name(drop_stress(alias.text))
                self.story.pointers.append(Pointer(alias.span, "name", draft.number, None, alias.because))

    # ---------------------------------------------------------------- pronouns

    def _pronoun(self, at: int, sentence: Sentence) -> None:
        token = self.annotation.tokens[at]
        form = self.lex.pronouns[token.text.lower()]
        choice = self._of_them(at, sentence) if form.plural else choose(self.story, at, form, sentence)
        kind: MentionKind = "possessive" if token.tag == self.lex.possessive_tag else "pronoun"
        if choice is None:
            unnamed = None if in_front(self.annotation, at) else self.unnamed.meant(form)
            if unnamed is not None:
                because = "nobody whom the text names fits"
                self.story.point(token.span, kind, unnamed.number, at, because, prominence(self.annotation, at))
            return
        weight = prominence(self.annotation, at)
        self.story.point(token.span, kind, choice.draft, at, choice.because, weight)
        self._share(at, choice.draft)
        draft = self.story.drafts[choice.draft]
        self._learn_gender(draft, form, choice.alone)
        self._weds(draft, at)
        if len(draft.members) == 2 and self.annotation.tokens[token.head].lemma in self.lex.marry:
            one, other = (self.story.drafts[self.story.final(m)] for m in draft.members)
            self.kinfolk.marry(one, other)

    def _pair_noun(self, at: int, sentence: Sentence) -> None:
        """ "The couple", "both": the two persons last joined or spoken of together; "the latter": one of them."""
        tokens = self.annotation.tokens
        word = tokens[at].text.lower()
        alone = word in self.lex.both
        choose_two = choose_pair if word in self.lex.pairs else choose_joined
        choice = choose_two(self.story, at, sentence)
        if tokens[at].tag == "NNS":
            self.groups.meet(at, None if choice is None else choice.draft)
        elif choice is not None:
            whom, because = choice.draft, choice.because
            if word in self.lex.turns:
                whom, because = member_in_turn(self.story, whom, self.lex.turns[word]), f"“{word}” of {because}"
            span = Span(tokens[at if alone else at - 1].span.start, tokens[at].span.end)
            self.story.point(span, "nominal", whom, at, because, prominence(self.annotation, at))

    def _body(self, at: int, sentence: Sentence) -> None:
        """ "Its founder": of the body in mind."""
        found = body_in_mind(self.story, at, sentence)
        if found is not None:
            weight = prominence(self.annotation, at)
            self.story.point(self.annotation.tokens[at].span, "possessive", found[0].number, at, found[1], weight)

    def _elided(self, at: int) -> None:
        """A subject left out is whose name heads the paragraph without a verb, else the person of the life."""
        block = self.annotation.sentences[self.annotation.tokens[at].sentence].block
        sentences = self.annotation.sentences
        head = sentences[bisect_left(sentences, block, key=lambda s: s.block)]
        root = next(t for t in self.annotation.tokens[head.first : head.last] if t.head == t.index)
        headed = self.story.whose(root.index) if root.pos == "PROPN" else None
        whose = headed.number if headed is not None and headed.kind == "person" else self.story.main
        if whose is not None:
            span = self.annotation.tokens[at].span
            weight = prominence(self.annotation, at)
            self.story.point(span, "pronoun", whose, at, "left out: the person of the entry", weight)

    def _learn_gender(self, draft: Draft, form: PronounForm, alone: bool) -> None:
        if draft.gender != "unknown" or form.gender == "unknown" or not alone or draft.plural:
            return
        draft.votes[form.gender] = draft.votes.get(form.gender, 0) + 1
        if draft.hint not in ("unknown", form.gender) and not draft.main:
            return
        if draft.votes[form.gender] >= (1 if draft.hint == form.gender else _VOTES) and len(draft.votes) == 1:
            draft.gender = form.gender

    def _relative(self, at: int, sentence: Sentence) -> None:
        found = antecedent_of(self.story, at, sentence)
        if found is not None:
            span = self.annotation.tokens[at].span
            self.story.point(span, "relative", found[0], at, found[1], prominence(self.annotation, at) / 2)
            self._share(at, found[0])

    def _of_them(self, at: int, sentence: Sentence) -> Choice | None:
        """The group that a plural pronoun means; of "either of them" the two persons last joined, if there are any."""
        word = share_of(self.annotation, at, self.lex)
        two = word is not None and self.annotation.tokens[word].text.lower() in self.lex.of_two
        pair = choose_pair(self.story, at, sentence) if two else None
        return pair if pair is not None else choose_plural(self.story, at, sentence)

    def _share(self, at: int, group: int) -> None:
        """ "Each of them": what is told of each is told of the group."""
        word = share_of(self.annotation, at, self.lex) if self.story.drafts[group].plural else None
        if word is not None:
            span, weight = self.annotation.tokens[word].span, prominence(self.annotation, word)
            self.story.point(span, "nominal", group, word, "every one of the group", weight)


def _people(document: Document, story: Story) -> People:
    """Freeze the story: personas with ids in order of first mention, mentions in text order."""
    pointers = sorted(story.pointers, key=lambda p: (p.span.start, -p.span.end))
    first: dict[int, int] = {}
    for pointer in pointers:
        first.setdefault(story.final(pointer.draft), pointer.span.start)
    ids = {number: _persona_id(document, start, story.drafts[number].label) for number, start in first.items()}
    personas: list[Persona] = []
    for number in first:
        draft = story.drafts[number]
        ties = sorted(
            ((relation, story.final(of)) for relation, of in draft.kin), key=lambda tie: not story.drafts[tie[1]].main
        )
        kin = tuple(dict.fromkeys((relation, ids[of]) for relation, of in ties if of in ids and of != number))
        members = tuple(dict.fromkeys(ids[m] for m in map(story.final, draft.members) if m in ids))
        personas.append(
            Persona(ids[number], draft.label, draft.kind, tuple(draft.names), draft.gender, kin, draft.main, members)
        )
    mentions = [Mention(p.span, p.kind, ids[story.final(p.draft)], p.head, p.because) for p in pointers]
    return People(tuple(personas), tuple(mentions))


def _persona_id(document: Document, start: int, label: str) -> str:
    return "p-" + hashlib.sha256(f"{document.id}{start}:{label}".encode()).hexdigest()[:12]
