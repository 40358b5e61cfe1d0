"""What became of a content: taken back by its speaker, or struck down by an acquittal, a rehabilitation, a court."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.reach import Reaching
from vitascope.claims.status.undoings import Undoing
from vitascope.model import Claim, Clause, Span, Standing

_NAMING = ("object", "of", "on", "for", "subject")
_CLOSE = 2
"""Sentences after a charge within which what does not name it still speaks of it."""
_WEIGHT: tuple[Standing, ...] = ("stands", "disputed", "withdrawn", "annulled")


class Content(NamedTuple):
    """What standing needs to know of a claim: whether it tells a deed laid at a door or owned up to, and by whom."""

    told: bool
    speaker: str | None
    token: int


@dataclass(frozen=True, slots=True)
class Act:
    """An undoing found in the text: at ``token``, about ``personas`` (empty: whoever was last charged)."""

    undoing: Undoing
    token: int
    personas: tuple[str, ...]


class Standings:
    """Finds the acts of undoing of one document and applies them."""

    def __init__(
        self, context: Context, clauses: Sequence[Clause], reaching: Reaching, undoings: tuple[Undoing, ...]
    ) -> None:
        self._context = context
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._clauses = clauses
        self._by_head = {c.head: c for c in clauses}
        self._reaching = reaching
        self._undoings = undoings

    def apply(self, drafts: Sequence[Draft], claims: Sequence[Claim], contents: Sequence[Content]) -> list[Claim]:
        """The claims with the standing that the document itself gives them."""
        settled = list(claims)
        told = [i for i, content in enumerate(contents) if content.told]
        acts = list(self.acts())
        makers = self._makers(drafts) if acts else {}
        for act in acts:
            by = None if act.undoing.forged else self._claim_of(act.token, makers, claims)
            cleared = self._cleared(act.token, makers, drafts)
            personas = act.personas or cleared or self._last_charged(act.token, drafts, contents)
            struck = [i for i in told if claims[i].id != by and self._undone(act, personas, drafts[i], contents[i])]
            struck = [i for i in struck if claims[i].status.modality != "asserted"]  # "which she denied": the author's
            if not act.undoing.by_speaker:  # who denied a deed was right after all
                struck = [i for i in struck if claims[i].status.polarity == "affirmed"]
            if act.undoing.close:
                struck = [i for i in struck if self._just_before(act, contents[i])]
            for i in self._meant(act, struck, drafts, contents):
                settled[i] = self._stricken(settled[i], act, by)
        return settled

    # ------------------------------------------------------------ finding the acts

    def acts(self) -> Iterator[Act]:
        """All acts told as fact, in text order."""
        words = frozenset().union(*(u.words for u in self._undoings))
        for token in (self._tokens[i] for i in self._context.annotation.told_forms(words)):
            lemma, text = token.lemma.lower(), token.text.lower()
            for undoing in self._undoings:
                if (lemma in undoing.words or text in undoing.words) and self._matches(undoing, token.index):
                    yield Act(undoing, token.index, self._about(undoing, token.index))
                    break

    def _matches(self, undoing: Undoing, index: int) -> bool:
        token = self._tokens[index]
        lemma = token.lemma.lower()
        if token.pos == "NOUN" and lemma in undoing.denied_nouns:
            return self._denied(undoing, index) or self._wanting(undoing, index)
        if token.dep == "amod" and token.text.lower() in undoing.forged:
            return self._tokens[token.head].lemma.lower() in undoing.objects and self._grounds(token.head)
        clause = self._by_head.get(index)
        if token.pos == "NOUN" and lemma in undoing.nouns:
            return self._fact(index)
        if clause is not None and lemma in undoing.denied_verbs:
            return self._unproved(undoing, clause)
        if clause is None or token.pos not in ("VERB", "AUX", "ADJ") or not self._verb(undoing, index, lemma):
            return False
        if undoing.denied_complements:
            return self._denies(undoing, clause)
        if undoing.complements and not self._complemented(undoing, index):
            return False
        if undoing.objects:
            acted = [a.head for a in clause.arguments if a.function == "object"]
            subject = [a.head for a in clause.arguments if a.function == "subject"]
            heads = acted or (subject if undoing.complements else [])
            somebody = not subject or any(self._context.persona(h) is not None for h in subject)
            untold = not acted or self._of_what_was_said(index)
            bare = undoing.by_speaker and untold and not clause.passive and lemma in undoing.verbs and somebody
            if not bare and not any(self._tokens[h].lemma.lower() in undoing.objects for h in heads):
                return False
            if bare and any(a.function in ("complement", "clause", "recipient") for a in clause.arguments):
                return False
        elif not undoing.complements and not self._persons(index):
            return False
        return self._fact(index) or self._told_beside(undoing, index)

    def _told_beside(self, undoing: Undoing, index: int) -> bool:
        """ "Was accused of theft, a charge that was baseless": what is told of the charge beside it is the author's."""
        noun = self._tokens[index].head
        articles = [c for c in self._children[noun] if self._tokens[c].dep == "det"]
        beside = self._tokens[index].dep == "relcl" and any(self._tokens[c - 1].text == "," for c in articles if c)
        reach, above = self._reaching.at(index)[0], self._reaching.at(noun)[0]
        said = reach.modality == "alleged" and reach.voices in (above.voices, above.carried_voices)
        return beside and said and reach.holds and self._tokens[noun].lemma.lower() in undoing.objects

    def _of_what_was_said(self, index: int) -> bool:
        """ "Confessed to the theft, which she later retracted": the pronoun is for the whole clause before it."""
        below = (self._tokens[c] for c in self._children[index])
        return any(c.tag == "WDT" and c.dep == "dobj" and self._tokens[c.index - 1].text == "," for c in below)

    def _verb(self, undoing: Undoing, index: int, lemma: str) -> bool:
        wanted = [set(words[1:]) for words in (v.split() for v in undoing.verbs if lemma in v) if words[0] == lemma]
        below = {self._tokens[c].text.lower() for c in self._children[index]} if wanted else set()
        return any(words <= below for words in wanted)

    def _complemented(self, undoing: Undoing, index: int) -> bool:
        for c in self._children[index]:
            child = self._tokens[c]
            if child.dep in ("acomp", "oprd", "attr", "xcomp", "ccomp", "advmod", "dobj"):
                inner = {self._tokens[i].text.lower() for i in self._children[c]}
                if ({child.text.lower(), *inner} & undoing.complements) and self._reaching.at(c)[0].holds:
                    return True
        return False

    def _denies(self, undoing: Undoing, clause: Clause) -> bool:
        """ "Was found not guilty": the complement is denied, and denied as fact."""
        said = any(self._tokens[c].text.lower() in undoing.denied_complements for c in self._children[clause.head])
        reach, _ = self._reaching.at(clause.head)
        return said and not reach.holds and reach.modality == "asserted"

    def _denied(self, undoing: Undoing, index: int) -> bool:
        """ "No evidence against him", "there was no evidence for the charge"."""
        reach, _ = self._reaching.at(index)
        verb, _ = self._reaching.at(self._tokens[index].head)
        above = self._tokens[self._tokens[index].head]
        if reach.modality != "asserted" or (reach.holds and verb.holds):
            return False
        bare = all(self._tokens[c].dep == "det" for c in self._children[index])
        if bare and above.lemma.lower() in undoing.sought and self._tokens[index].dep == "nsubjpass":
            return True
        for top in (index, self._tokens[index].head):
            for c in self._children[top]:
                below = [self._tokens[o] for o in self._children[c]]
                if self._tokens[c].text.lower() in undoing.about:
                    return True
                if self._tokens[c].dep == "prep" and any(o.lemma.lower() in undoing.objects for o in below):
                    return True
        return False

    def _unproved(self, undoing: Undoing, clause: Clause) -> bool:
        """ "The charge was never proved", "a charge that could not be proved"."""
        reach, _ = self._reaching.at(clause.head)
        acted = (self._tokens[a.head] for a in clause.arguments if a.function == "object")
        said = any(t.lemma.lower() in undoing.objects for t in acted)
        return said and clause.passive and not reach.holds and reach.modality == "asserted"

    def _grounds(self, noun: int) -> bool:
        """Whether a noun is the ground of a charge or verdict: "convicted on the basis of forged letters"."""
        at = self._tokens[noun]
        while at.dep in ("pobj", "prep", "pcomp", "conj", "agent") and at.head != at.index:
            at = self._tokens[at.head]
        return at.index != noun and self._reaching.scopes.governors.involving(at.index) is not None

    def _wanting(self, undoing: Undoing, index: int) -> bool:
        """ "Released for want of evidence"."""
        prep = self._tokens[self._tokens[index].head]
        above = self._tokens[prep.head]
        return prep.dep == "prep" and above.lemma.lower() in undoing.wanting and self._fact(above.index)

    def _fact(self, index: int) -> bool:
        reach, _ = self._reaching.at(index)
        return reach.holds and reach.modality == "asserted"

    # ------------------------------------------------------------ about whom

    def _persons(self, index: int) -> tuple[str, ...]:
        clause = self._by_head.get(index)
        if clause is None:
            return ()
        found = (self._context.persona(a.head) for a in clause.arguments if a.function == "object")
        return tuple(p.id for p in found if p is not None and p.kind != "organisation")

    def _about(self, undoing: Undoing, index: int) -> tuple[str, ...]:
        clause = self._by_head.get(index)
        if undoing.by_speaker and clause is not None and not clause.passive:
            subjects = (
                self._context.persona(a.head) for a in clause.arguments if a.function in ("subject", "possessor")
            )
            return tuple(p.id for p in subjects if p is not None)
        direct = self._persons(index)
        if direct and not undoing.objects:
            return direct
        heads = (
            [index, *(a.head for a in clause.arguments if a.function in ("object", "subject"))] if clause else [index]
        )
        found: list[str] = []
        for head in heads:
            for i in self._context.annotation.subtree(head) if head != index else self._near(index):
                persona = self._context.persona(i)
                if persona is not None and persona.kind == "person" and persona.id not in found:
                    found.append(persona.id)
        return tuple(found)

    def _near(self, index: int) -> Iterator[int]:
        """Possessors and the objects of prepositions of a noun, and of the verb it depends on."""
        for top in (index, self._tokens[index].head):
            for c in self._children[top]:
                if self._tokens[c].dep == "poss":
                    yield c
                elif self._tokens[c].dep == "prep":
                    yield from (o for o in self._children[c] if self._tokens[o].dep == "pobj")
                elif self._tokens[c].dep in ("nsubj", "nsubjpass") and self._tokens[top].pos in ("VERB", "AUX"):
                    yield c

    def _cleared(self, token: int, makers: Mapping[int, int], drafts: Sequence[Draft]) -> tuple[str, ...]:
        """Whom the act's own claim tells to have been cleared ("the court quashed the verdict")."""
        made = drafts[makers[token]] if token in makers else None
        clears = made is not None and made.type == "rehabilitation" and made.subject.id is not None
        return (str(made.subject.id),) if made is not None and clears else ()

    def _last_charged(self, token: int, drafts: Sequence[Draft], contents: Sequence[Content]) -> tuple[str, ...]:
        told = [
            (c.token, d.subject.id)
            for d, c in zip(drafts, contents, strict=True)
            if c.token < token and d.subject.id is not None and (c.told or d.type in ("conviction", "sentence"))
        ]
        if told:
            return (str(max(told)[1]),)
        return (self._context.main.id,) if self._context.main else ()

    # ------------------------------------------------------------ striking

    def _undone(self, act: Act, personas: tuple[str, ...], draft: Draft, content: Content) -> bool:
        if act.undoing.reach == "before" and content.token > act.token:
            return False
        # That somebody was convicted and sentenced stays a fact, whatever becomes of the verdict.
        if not content.told or draft.type in ("conviction", "sentence"):
            return False
        if act.undoing.by_speaker:
            return content.speaker in personas
        return draft.subject.id in personas or (content.speaker is not None and content.speaker in personas)

    def _just_before(self, act: Act, content: Content) -> bool:
        sentence, own = self._tokens[act.token].sentence, self._tokens[content.token].sentence
        return own <= sentence <= own + _CLOSE

    def _meant(self, act: Act, struck: list[int], drafts: Sequence[Draft], contents: Sequence[Content]) -> list[int]:
        """Of what an act could undo, that which it names ("acquitted of the theft"); else what was laid at the door
        since the last verdict. Where neither tells anything apart all of it is undone: to guard too much is safer.
        """
        named = self._named(act.token) - act.undoing.objects
        told = [i for i in struck if named & self._topic(drafts[i])]
        if told:
            return told
        if not act.undoing.nearest:
            return struck
        verdicts = [
            c.token
            for d, c in zip(drafts, contents, strict=True)
            if d.type == "conviction" and c.token < act.token and (not act.personas or d.subject.id in act.personas)
        ]
        last = max(verdicts, default=-1)
        since = [i for i in struck if contents[i].token > last]
        return since if any(contents[i].told for i in since) else struck

    def _named(self, token: int) -> set[str]:
        """Lemmas of the nouns that an act's phrases name, its own and those of its object."""
        clause = self._by_head.get(token)
        heads = [a.head for a in clause.arguments if a.function in _NAMING] if clause is not None else []
        heads += [o for c in self._children[token] if self._tokens[c].dep == "prep" for o in self._children[c]]
        return self._nouns(i for h in heads for i in self._context.annotation.subtree(h))

    def _topic(self, draft: Draft) -> set[str]:
        topic = draft.roles.get("topic")
        inside = self._context.tokens_in(topic.span) if topic is not None and topic.span is not None else ()
        return self._nouns(inside)

    def _nouns(self, indices: Iterable[int]) -> set[str]:
        tokens = (self._tokens[i] for i in indices)
        return {
            t.lemma.lower()
            for t in tokens
            if t.pos in ("NOUN", "VERB")
            and self._context.persona(t.index) is None
            and not self._context.is_time(t.index)
        }

    def _stricken(self, claim: Claim, act: Act, by: str | None) -> Claim:
        status = claim.status
        if _WEIGHT.index(act.undoing.standing) <= _WEIGHT.index(status.standing):
            return claim
        word = self._context.document.quote(self._word(act.token))
        reason = f"{act.undoing.standing} at “{word}”"
        return replace(
            claim,
            status=replace(status, standing=act.undoing.standing, by=by, because=(*status.because, reason)),
        )

    def _word(self, token: int) -> Span:
        clause = self._by_head.get(token)
        return clause.predicate if clause is not None else self._tokens[token].span

    def _makers(self, drafts: Sequence[Draft]) -> dict[int, int]:
        """By token, the first draft of whose predicate it is one, or of whose clause it is the head."""
        found: dict[int, int] = {}
        for number, draft in enumerate(drafts):
            start, end = draft.predicate
            inside = (i for i in self._context.tokens_in(Span(start, end + 1)) if self._tokens[i].span.end <= end)
            heads = () if draft.clause is None else (self._clauses[draft.clause].head,)
            for token in (*inside, *heads):
                found.setdefault(token, number)
        return found

    def _claim_of(self, token: int, makers: Mapping[int, int], claims: Sequence[Claim]) -> str | None:
        """The claim of the act's own clause, else of the nearest clause above it that made one."""
        while token not in makers and self._tokens[token].head != token:
            token = self._tokens[token].head
        return claims[makers[token]].id if token in makers else None
