"""What the cues along a path make of its end: polarity, modality and voices, composed from the root inwards."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from vitascope.claims.status.contrasts import is_set_against
from vitascope.claims.status.cues import MODALITIES, Cues, Governor
from vitascope.claims.status.effect import Effect
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.refutation import is_refuted
from vitascope.claims.status.scope import Scopes, Step
from vitascope.claims.status.within import Within
from vitascope.model import Annotation, Modality, Standing, Token


class Reach(NamedTuple):
    """The state of a predication under its cues. ``voices`` are head tokens, outermost first.

    ``carried`` and ``carried_voices`` are the part that comes from whose word it is, and so goes on into
    adverbial and relative clauses; ``consent`` are governors by which somebody gives a word as their own;
    ``content`` is the standing of what stands under the predication ("falsely accused of …").
    """

    holds: bool = True
    modality: Modality = "asserted"
    voices: tuple[tuple[int, Governor | None], ...] = ()
    carried: Modality = "asserted"
    carried_voices: tuple[tuple[int, Governor | None], ...] = ()
    consent: tuple[int, ...] = ()
    standing: Standing = "stands"
    content: Standing = "stands"
    of_object: bool = False
    because: tuple[str, ...] = ()


_PLAIN = Reach()


class Reaching:
    """Composes the cues of one annotation. Voices are left as governors; who they are is looked up later."""

    def __init__(self, annotation: Annotation, cues: Cues, people: Container[object] = frozenset()) -> None:
        self.annotation = annotation
        self.cues = cues
        self.scopes = Scopes(annotation, cues, people)
        self.within = Within(annotation, cues, self.scopes)
        self._tokens = annotation.tokens
        self._children = annotation.children
        # Asked for every word on the way to another: without this, nesting costs the cube of its depth.
        self._known: dict[int, tuple[Reach, list[Step]]] = {}
        self._states: dict[int, tuple[Reach, Reach]] = {}

    def at(self, token: int) -> tuple[Reach, list[Step]]:
        """The state of the predication at ``token`` and the path to it."""
        if token not in self._known:
            self._known[token] = self._found(token)
        return self._known[token]

    def _found(self, token: int) -> tuple[Reach, list[Step]]:
        path = self.scopes.path(token)
        before = after = _PLAIN
        for step in path:
            known = self._states.get(step.token)
            if known is None:
                entered = self._enter(step, before, after)
                known = entered, self._apply(entered, self.within.effects(step.token))
                self._states[step.token] = known
            before, after = known
        return after, path

    def presupposed(self, token: int) -> Reach:
        """The state of a deed that a text takes for known ("implicated in the Lund murder"): its own cues only."""
        return self._apply(_PLAIN, self.within.effects(token))

    def content_of(self, word: int, cue: Governor, above: Reach) -> Reach:
        """The state of what the word itself tells, as if it stood under it."""
        return self._content(cue, word, above, word)

    # ------------------------------------------------------------ entering

    def _enter(self, step: Step, before: Reach, after: Reach) -> Reach:
        """The state with which a step begins; ``before`` and ``after`` are those of the step above."""
        if step.relation == "root":
            return _PLAIN
        if step.relation == "same":
            return after
        if step.relation == "conjunct":
            assert step.governor is not None
            shared = [e for e in self.within.effects(step.governor) if self._shares(e, step.governor, step.token)]
            if is_set_against(self.annotation, self.cues, self.scopes.governors, step.token):
                shared = [e for e in shared if e.voice is None]
            return self._apply(before, shared)
        if step.relation == "aside":
            return Reach(carried=after.carried, carried_voices=after.carried_voices)
        if step.relation == "content" and step.cue is not None and step.governor is not None:
            return self._content(step.cue, step.governor, after, self._tokens[step.token].head)
        return self._island(step, before if self._in_source(step.token) else after)

    def _in_source(self, token: int) -> bool:
        """Whether a word is part of the phrase that names whose word a clause is ("in his memoirs, published …")."""
        prep = self._tokens[token].head
        while self._tokens[prep].dep in ("prep", "pcomp") and self._tokens[self._tokens[prep].head].dep == "prep":
            prep = self._tokens[prep].head
        return prep != token and self.within.names(prep)

    def _content(self, cue: Governor, governor: int, above: Reach, head: int) -> Reach:
        if governor != head:
            above = self._governor_within(governor, above)
        outcome = cue.positive if above.holds else cue.negative
        modality = self._farther(above.modality, cue.modality)
        refuted = (
            above.holds and cue.modality in ("reported", "alleged") and is_refuted(self.annotation, self.cues, governor)
        )
        if outcome == "open" and not above.holds and modality in ("asserted", "intended"):
            modality = self._farther(modality, "hypothetical" if cue.modality == "asserted" else modality)
        word = self._tokens[governor].text
        voices, carried, carried_voices = above.voices, above.carried, above.carried_voices
        if cue.voice != "none":
            voices = (*voices, (governor, cue))
        if cue.modality in ("reported", "alleged"):
            carried = self._farther(carried, cue.modality)
            carried_voices = (*carried_voices, (governor, cue)) if cue.voice != "none" else carried_voices
        because = above.because
        if cue.modality != "asserted" or outcome != "holds":
            because = (*because, f"stands under “{word}”")
        if outcome == "open":
            holds = above.holds if cue.modality in ("reported", "alleged", "intended", "uncertain") else True
        else:
            holds = outcome == "holds"
        return Reach(
            holds=holds,
            modality=modality,
            voices=voices,
            carried=carried,
            carried_voices=carried_voices,
            consent=(*above.consent, governor) if cue.consent else above.consent,
            standing="annulled"
            if refuted
            else next((s for s in (cue.standing, above.content) if s != "stands"), above.standing),
            because=because,
        )

    def _governor_within(self, governor: int, above: Reach) -> Reach:
        """A governor said of an anticipatory subject brings its own cues: "no evidence was found that …"."""
        token = self._tokens[governor]
        if token.dep in ("attr", "acomp", "nsubj", "nsubjpass", "dobj", "oprd"):
            effects = self.within.effects(governor)
            taken = {e.token for e in self.within.effects(token.head)} | {governor}
            return self._apply(
                above, [e for e in effects if e.token not in taken and not self._subject_no(e, token.head)]
            )
        return above

    def _subject_no(self, effect: Effect, verb: int) -> bool:
        """A determiner already counted as the verb's negation ("No evidence was found")."""
        noun = self._tokens[effect.token].head
        return any(e.negates and e.token == noun for e in self.within.effects(verb))

    def _island(self, step: Step, above: Reach) -> Reach:
        token = self._tokens[step.token]
        if token.index in self.scopes.people and self.scopes.definite(token.index):
            return _PLAIN
        if token.dep == "advcl" and is_set_against(self.annotation, self.cues, self.scopes.governors, token.index):
            return _PLAIN
        known = Reach(
            modality=above.carried,
            carried=above.carried,
            carried_voices=above.carried_voices,
            voices=above.carried_voices,
            consent=above.consent,
            because=above.because if above.carried != "asserted" else (),
        )
        open_ = above.modality in ("intended", "hypothetical")
        if open_ and self._of_complement(token):
            return known._replace(modality=above.modality, because=above.because)
        meant = self._of_what_is_to_come(token)
        if meant is not None:
            return known._replace(modality="hypothetical", because=meant.because)
        if token.dep == "relcl" and (self._tokens[token.head].pos == "PROPN" or self._comment(token)):
            return _PLAIN
        if token.dep == "acl" and token.tag == "VBN" and not self.scopes.definite(token.head):
            return known._replace(modality=above.modality, voices=above.voices, because=above.because)
        made = self._of_made(token)
        if made is not None and made.modality == "uncertain":
            return known._replace(modality=made.modality, because=made.because)
        if open_ and (self._ahead(token) or self._bounds(token) or self._foreseen(token)):
            return known._replace(modality=above.modality, because=above.because)
        unsure = above.modality != "asserted" or not above.holds
        if unsure and (self._part_of_deed(token) or self._of_quality(token)):
            modality = above.modality if above.holds else self._farther(above.modality, "hypothetical")
            return known._replace(modality=modality, voices=above.voices, because=above.because)
        if token.pos in VERBAL or token.head == step.token or self.scopes.definite(step.token):
            return known
        governor = self._tokens[token.head]
        if token.dep in ("dobj", "nsubjpass") and governor.lemma.lower() in self.cues.words.light:
            return above._replace(holds=above.holds != above.of_object, of_object=False)
        if token.dep in ("dobj", "nsubjpass", "pobj", "nsubj"):
            return known._replace(modality=above.modality, voices=above.voices, because=above.because)
        return known

    def _of_complement(self, token: Token) -> bool:
        """ "Would have been the first woman elected": what tells of a complement is told no more than it."""
        return token.dep in ("acl", "relcl") and self._tokens[token.head].dep in ("attr", "oprd")

    def _of_made(self, token: Token) -> Reach | None:
        """ "Is believed to have offered her a post, which she declined": no surer than that there was one."""
        noun = self._tokens[token.head]
        there = noun.pos == "PROPN" or noun.index in self.scopes.people or self.scopes.definite(noun.index)
        made = token.dep == "relcl" and noun.dep in ("dobj", "nsubjpass") and not there
        return self.at(noun.head)[0] if made else None

    def _of_what_is_to_come(self, token: Token) -> Reach | None:
        """ "Begged not to be sent to Lund, where he would be hanged": the state of what is only meant, of whose place
        a clause tells what would follow."""
        if token.dep != "relcl":
            return None
        below = (self._tokens[c] for c in self._children[token.index])
        modals = [c.text.lower() for c in below if c.dep == "aux" and c.tag == "MD"]
        if not any(m.conditional for word in modals for m in self.cues.modals.get(word, ())):
            return None
        verb = self._tokens[token.head]
        while verb.pos not in VERBAL and verb.head != verb.index:
            verb = self._tokens[verb.head]
        state = self.at(verb.index)[0]
        return state if state.modality in ("intended", "hypothetical") else None

    def _comment(self, token: Token) -> bool:
        """ "Accused of spying, which he denied": what the author adds to a content is no part of it."""
        if token.lemma.lower() not in self.cues.words.rebuttals:
            return False
        below = (self._tokens[c] for c in self._children[token.index])
        which = next((c for c in below if c.tag == "WDT" and c.dep == "dobj"), None)
        loose = which is not None and self._tokens[which.index - 1].text == ","
        named = self._tokens[token.head].dep == "appos"  # "…, a charge that he denied"
        return loose or named

    def _part_of_deed(self, token: Token) -> bool:
        """What a deed is done by, or ends in: "tried to win by cheating", "threatened to throw him to his death"."""
        prep = self._tokens[token.head]
        if prep.dep not in ("prep", "dative"):
            return False
        if token.dep == "pcomp":
            return prep.text.lower() in self.cues.words.means
        return token.dep == "pobj" and prep.text.lower() in self.cues.words.outcomes

    def _of_quality(self, token: Token) -> bool:
        """What a noun or adjective is of or in: "if he was capable of selling it", "saw no point in fleeing"."""
        prep = self._tokens[token.head]
        quality = self._tokens[prep.head]
        perfect = any(self._tokens[c].dep == "aux" for c in self._children[token.index])
        if token.dep != "pcomp" or perfect or "ing" not in self.scopes.links(token):
            return False
        return quality.pos in ("NOUN", "ADJ") and prep.text.lower() not in self.cues.words.attendant

    def _foreseen(self, token: Token) -> bool:
        """ "They decided that when she died he was to lead": the time told of what is yet to come."""
        if token.dep != "advcl" or token.index >= token.head:
            return False
        below = [self._tokens[c] for c in self._children[token.index]]
        timed = any(c.dep in ("mark", "advmod") and c.tag in ("WRB", "IN") for c in below)
        plain = token.tag == "VBD" or any(c.dep == "auxpass" and c.tag == "VBD" for c in below)
        opened = any(self._tokens[c].dep == "mark" and c < token.index for c in self._children[token.head])
        return timed and plain and opened

    def _bounds(self, token: Token) -> bool:
        """ "Asked him to stay until she was elected"."""
        below = (self._tokens[c] for c in self._children[token.index])
        return token.dep == "advcl" and any(c.dep == "mark" and c.text.lower() in self.cues.words.bounds for c in below)

    def _ahead(self, token: Token) -> bool:
        """Whether what bounds an aim lies ahead itself: "hopes to finish it before her retirement"."""
        prep = self._tokens[token.head]
        if token.pos in VERBAL or token.dep != "pobj" or prep.text.lower() not in self.cues.words.horizon:
            return False
        at = prep
        while at.head != at.index:
            if at.pos in VERBAL and at.tag in ("VBZ", "VBP", "MD"):
                return True
            at = self._tokens[at.head]
        return at.tag in ("VBZ", "VBP", "MD")

    # ------------------------------------------------------------ cues inside a predication

    def _apply(self, state: Reach, effects: list[Effect]) -> Reach:
        for effect in effects:
            voices, carried, carried_voices = state.voices, state.carried, state.carried_voices
            if effect.voice is not None:
                voices = (*voices, (effect.voice, None))
                carried = self._farther(carried, effect.modality)
                carried_voices = (*carried_voices, (effect.voice, None))
            state = state._replace(
                holds=state.holds != effect.negates,
                of_object=state.of_object or effect.of_object,
                modality=self._farther(state.modality, effect.modality),
                voices=voices,
                carried=carried,
                carried_voices=carried_voices,
                standing=state.standing if effect.standing == "stands" or effect.of_content else effect.standing,
                content=effect.standing if effect.of_content else state.content,
                because=(*state.because, f"“{effect.word}” in the clause"),
            )
        return state

    def _shares(self, effect: Effect, first: int, later: int) -> bool:
        """Whether a cue of the first of two coordinated predications also governs the later one."""
        subject = next((c for c in self._children[first] if self._tokens[c].dep in ("nsubj", "nsubjpass")), None)
        own = {self._tokens[c].dep for c in self._children[later]}
        between = [self._tokens[c] for c in self._children[first] if self._tokens[c].dep == "cc" and first < c < later]
        words = {b.text.lower() for b in between}
        negation = self.cues.negation
        if effect.negates:
            if words & negation.words:
                return False  # "neither arrested nor charged": the later one brings its own
            if words & negation.contrast or own & {"nsubj", "nsubjpass"} or effect.of_object:
                return False
            if effect.token == subject:  # "nobody knew her or had met her"
                return self._tokens[later].tag != "VBG"
            if own & {"aux", "auxpass"}:
                return False
            bare = self._tokens[later].tag == self._tokens[first].tag
            return bare and (bool(words & negation.disjunction) or self._tokens[later].tag == "VB")
        if subject is not None and effect.token < subject:
            return True
        if own & {"nsubj", "nsubjpass", "aux", "auxpass"} or effect.token > first:
            return False
        comma = any(
            self._tokens[c].text == "," and first < c < later for c in (*self._children[first], *self._children[later])
        )
        return not comma

    def _farther(self, one: Modality, other: Modality) -> Modality:
        return max(one, other, key=MODALITIES.index)
