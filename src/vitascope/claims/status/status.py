"""The status of every claim: affirmed or not, how far from fact, whose word, under force, and if it still stands.

Decided after the claims, by scope (see :mod:`vitascope.claims.status.scope`): a cue governs what stands under it in the
sentence, attribution nests, and what is undone later in the document no longer stands.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from vitascope.claims.by_start import Around
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.contents import RULE
from vitascope.claims.status.cues import MODALITIES, load_cues
from vitascope.claims.status.duress import Duress
from vitascope.claims.status.force import load_duress
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.reach import Reach, Reaching
from vitascope.claims.status.standing import Content, Standings
from vitascope.claims.status.undoings import load_undoings
from vitascope.claims.status.voices import Voices
from vitascope.claims.status.written_sources import WrittenSources
from vitascope.model import Claim, Clause, Modality, Party, Span, Status

_PHRASE = 3
"""Words that a phrase in quotation marks must have to be somebody's own words."""
_AIMED = ("event", "statement")
"""Types of what is told of somebody who only means to do it."""

_OF_ANOTHER = ("accusation",)
"""Types that tell of somebody what another said."""

_ADVERB = 20
"""Characters before a date within which the adverb stands that says how sure it is."""

_UTTERED = ("statement", "quotation")
"""Types of which the text may tell afterwards that they were got by force."""


class Told(NamedTuple):
    """A claim's status within its sentence, and what standing needs to know of it."""

    status: Status
    content: Content


class Judge:
    """Decides the status of the drafts of one document, sentence by sentence, and what still stands at its end."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> None:
        language = context.document.source.language
        self._context = context
        self._tokens = context.tokens
        self._clauses = clauses
        self._cues = load_cues(language)
        self.reaching = Reaching(context.annotation, self._cues, _Somebody(context))
        self._sources = WrittenSources(context, clauses, self.reaching, self._cues)
        self._voices = Voices(context, clauses, self._cues)
        self._duress = Duress(context, clauses, self.reaching, load_duress(language))
        self._answers = frozenset(load_duress(language).answers)
        self._quotations = Around((d for d in drafts if d.type == "quotation"), lambda draft: draft.span)
        self._deeds = [d for d in drafts if d.type == "involvement"]

    def standing(self, drafts: Sequence[Draft], claims: Sequence[Claim], told: Sequence[Told]) -> list[Claim]:
        """The claims, parallel to their drafts and what was told of them, without what the text itself undoes."""
        undoings = load_undoings(self._context.document.source.language)
        standings = Standings(self._context, self._clauses, self.reaching, undoings)
        return standings.apply(drafts, claims, [t.content for t in told])

    def told(self, draft: Draft) -> Told:
        """The status of a draft; what stands in structure (an infobox line, a life span) is asserted."""
        at = self._anchor(draft)
        if at is None:
            return Told(self._in_structure(draft), Content(False, None, -1))
        reach, path = self.reaching.at(at)
        if draft.type in self._cues.words.described and self._is_introduced(at):
            reach, path = self.reaching.presupposed(at), path[-1:]
        laying = self.reaching.scopes.governors.involving(at) if draft.type == "involvement" else None
        if laying is not None:
            reach = self.reaching.content_of(at, laying, reach)
        owned = path[-2].cue if len(path) > 1 and path[-1].cue is None else None  # "her part in the Lund murder"
        deed = draft.clause is not None and self._clauses[draft.clause].kind == "nominal" and draft.type != "order"
        blamed = path[-1].cue is not None and path[-1].cue.involvement
        blamed = blamed or (owned is not None and owned.consent and bool(owned.contents))
        if deed and laying is None and blamed and self.reaching.scopes.definite(at):
            reach = self.reaching.presupposed(at)
            path = path[-1:]
        reach = self._without_own(reach, at)
        voices = [v for word, cue in reach.voices if (v := self._voices.voice(word, cue)) is not None]
        because = list(reach.because)
        # "Found no evidence": that nothing was found is the finding.
        holds = reach.holds or (draft.type == "finding" and reach.of_object)
        holds = holds != (draft.rule in self._context.lexicon.denied)
        modality = max(reach.modality, self._inherent(draft), key=MODALITIES.index)
        if modality == "asserted" and draft.type == "involvement" and draft.rule.startswith(RULE):
            modality = "alleged"
        document = self._sources.of(draft, self._sources.predication(at))
        if document is not None:
            voices.append(document)
            because.append(f"as told by “{document.label}”")
            modality = max(modality, "reported", key=MODALITIES.index)
        brander = self._branded(draft)
        if brander is not None:
            voices += brander
            modality = max(modality, "reported", key=MODALITIES.index)
        for speaker in self._quoted(draft):
            voices.insert(0, speaker) if speaker is not None else None
            because.append("within quotation marks")
            modality = max(modality, "reported", key=MODALITIES.index)
        forced = self._forced(draft, at, reach)
        if forced is not None:
            because.append(f"under force: “{forced}”")
        chain = tuple(dict.fromkeys(v.label for v in voices))
        if modality not in ("reported", "alleged", "intended", "hypothetical") and chain:
            modality = "reported"
        status = Status(
            polarity="affirmed" if holds else "negated",
            modality=modality,
            attributed_to=voices[-1].label if voices else None,
            duress=forced is not None,
            standing=reach.content if self._ascribed(draft) and reach.content != "stands" else reach.standing,
            chain=chain,
            because=tuple(dict.fromkeys(because)),
        )
        laid = any(s.cue is not None and (s.cue.involvement or s.cue.consent) for s in path)
        laid = laid or (
            draft.type == "involvement" and modality in ("reported", "alleged") and reach.standing != "disputed"
        )  # of whose part it is disputed, no verdict speaks
        return Told(status, Content(laid or draft.rule.startswith(RULE), voices[-1].id if voices else None, at))

    def _in_structure(self, draft: Draft) -> Status:
        """What stands in structure is asserted, but for the date of a life span that an adverb makes unsure."""
        if draft.rule != "lifespan":
            return Status()
        before = self._context.document.text[max(0, draft.span.start - _ADVERB) : draft.span.start].split()
        word = before[-1].lstrip("([") if before else ""
        modifier = self._cues.adverbs.get(word.lower())
        if modifier is None or modifier.modality != "uncertain":
            return Status()
        return Status(modality="uncertain", because=(f"“{word}” before the date",))

    def _without_own(self, reach: Reach, at: int) -> Reach:
        """ "…, as his son boasted": that he boasted is not told on his word."""
        if not reach.voices:
            return reach
        own = frozenset(c for c in self._context.annotation.children[at] if self._tokens[c].dep == "nsubj")
        others = tuple(voice for voice in reach.voices if voice[0] not in own)
        if len(others) == len(reach.voices):
            return reach
        return reach._replace(voices=others, modality="asserted" if not others else reach.modality)

    def _is_introduced(self, at: int) -> bool:
        """ "Said that a detective, Karl Dahl, had lied": what introduces a name in somebody's words is the author's."""
        token = self._tokens[at]
        named = self._names(at)
        above = self._tokens[token.head]
        return token.pos == "NOUN" and (named or (token.dep == "appos" and above.pos == "PROPN"))

    def _names(self, noun: int) -> bool:
        """ "His friend, Karl Dahl", "his friend, the printer Karl Dahl"."""
        below = (self._tokens[c] for c in self._context.annotation.children[noun])
        return any(c.dep == "appos" and (c.pos == "PROPN" or self._names(c.index)) for c in below)

    def _inherent(self, draft: Draft) -> Modality:
        """What a claim's type, a passive that tells a purpose ("was meant for the law"), or a predicate that only
        opens the way to what it names ("was offered the post"), is by itself."""
        words = self._cues.words
        clause = self._clauses[draft.clause] if draft.clause is not None else None
        if clause is not None and clause.lemma in words.prospective and draft.type in words.prospects:
            return "intended"
        if clause is not None and draft.type == "event" and clause.passive and clause.lemma in words.purposes:
            return "intended"
        if clause is not None and self._only_aims(draft, clause):
            return "intended"
        if clause is not None and clause.passive and clause.lemma in words.ascribing:
            return "reported"
        return words.inherent.get(draft.type, "asserted")

    def _only_aims(self, draft: Draft, clause: Clause) -> bool:
        """ "Had hoped to reopen the shop", "proposed to cross the strait", "was going to flee"."""
        words = self._cues.words
        impending = clause.lemma in words.impending
        if impending and (draft.type != "move" or self._tokens[clause.head].tag != "VBG"):
            return False
        if not impending and (clause.lemma not in words.aims or draft.type not in _AIMED or clause.passive):
            return False
        below = [self._tokens[c] for c in self._context.annotation.children[clause.head]]
        spoken = not impending and any(c.dep == "dative" for c in below)
        links = (self.reaching.scopes.links(c) for c in below if c.dep in ("xcomp", "ccomp"))
        return not spoken and any("inf" in found for found in links)

    def _branded(self, draft: Draft) -> list[Party] | None:
        """Who makes somebody out to be what a claim says, if anybody does ("was called a spy by the mayor")."""
        clause = self._clauses[draft.clause] if draft.clause is not None else None
        words = self._cues.words
        if clause is not None and self._ascribed(draft):
            return [self._context.party(a.head) for a in clause.arguments if a.function == "subject"][:1] or None
        if clause is not None and draft.type == "event" and clause.lemma in words.crediting and not clause.passive:
            return [self._context.party(a.head) for a in clause.arguments if a.function == "subject"][:1]
        if clause is None or clause.lemma not in words.branding or draft.type not in words.branded:
            return None
        functions: tuple[str, ...] = ("complement", "as")
        if clause.lemma in words.diagnosing:
            functions = tuple(a.function for a in clause.arguments if self._in_marks(a.head))
        elif clause.lemma in words.appointing:
            functions = ("as",)
        if clause.kind != "verb" or not any(a.function in functions for a in clause.arguments):
            return None
        function = "by" if clause.passive else "subject"
        return [self._context.party(a.head) for a in clause.arguments if a.function in (function, "agent")][:1]

    def _ascribed(self, draft: Draft) -> bool:
        """Whether a claim is the very content of its verb: "wrongly attributed to her by the printer"."""
        clause = self._clauses[draft.clause] if draft.clause is not None else None
        ascribing = self._cues.words.ascribing
        return clause is not None and clause.passive and clause.lemma in ascribing and draft.type != "event"

    def _in_marks(self, head: int) -> bool:
        """Whether a phrase stands between quotation marks: the word is somebody's, and not the author's."""
        span = self._context.annotation.subtree(head)
        return any(self._tokens[i].tag in ("``", "''") for i in (min(span) - 1, *span) if i >= 0)

    # ------------------------------------------------------------ where to look

    def _anchor(self, draft: Draft) -> int | None:
        """The token whose scope decides: the head of the predicate's words."""
        if draft.clause is None and draft.sentence < 0:
            return None
        if draft.rule == "lifespan":
            return None
        if draft.type == "order":
            deed = self._deed_before(draft)
            if deed is not None:
                return self._context.top(deed.predicate)
        clause = self._clauses[draft.clause] if draft.clause is not None else None
        if draft.type == "quotation":
            # That these words were said is as sure as the saying, whatever they say.
            return self._saying(draft, clause.head) if clause is not None else None
        inside = self._context.tokens_in(draft.predicate)
        if clause is not None and clause.head in inside:
            return clause.head
        top = self._context.top(draft.predicate)
        return top if top is not None else (clause.head if clause is not None else None)

    def _saying(self, draft: Draft, at: int) -> int | None:
        """The verb by which quoted words are said: where their own verb stands in them, they are its content."""
        while draft.span.contains(self._tokens[at].span):
            token = self._tokens[at]
            if token.head == at or token.dep not in ("ccomp", "conj", "xcomp", "aux", "auxpass"):
                return None
            at = token.head
        return at if self._tokens[at].pos in VERBAL else None

    def _deed_before(self, draft: Draft) -> Draft | None:
        """The confessed deed in whose sentence somebody's order is told ("… , on the orders of …")."""
        top = self._context.top(draft.predicate)
        if top is None or self._tokens[top].lemma.lower() not in self._cues.words.order_nouns:
            return None
        found = [d for d in self._deeds if d.sentence == draft.sentence and d.predicate.start < draft.predicate.start]
        return found[-1] if found else None

    # ------------------------------------------------------------ whose word

    def _quoted(self, draft: Draft) -> list[Party | None]:
        """Speakers of the quotation around a draft; a stretch of speech without a known speaker gives None."""
        if draft.type == "quotation":
            return []
        known: list[Party | None] = [d.subject for d in self._quotations.holding(draft.predicate)]
        around = self._context.quotations.holding(draft.predicate)
        return known or ([None] if any(self._is_speech(stretch) for stretch in around) else [])

    def _is_speech(self, stretch: Span) -> bool:
        """Whether words in marks are somebody's: a sentence, or a phrase that is no title (“capture of the spy”)."""
        inside = self._context.tokens_in(stretch)
        phrase = len(inside) >= _PHRASE and self._tokens[inside[0]].text.islower()
        return phrase or any(self._tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in inside)

    # ------------------------------------------------------------ force

    def _forced(self, draft: Draft, at: int, reach: Reach) -> str | None:
        answer = draft.type in self._answers
        if self._duress.taints(draft.type, self._tokens[at].lemma.lower()):
            speaker = draft.roles.get("agent") if draft.type in _OF_ANOTHER else draft.subject
            if speaker is None or (speaker.id is None and speaker is not draft.subject):
                return None
            return self._duress.behind(at, speaker.id, answer, answer or draft.type in _UTTERED)
        laid = {word: cue for word, cue in reach.voices if cue is not None and cue.involvement and not cue.consent}
        for word in (*reversed(reach.consent), *laid):
            verb = self._uttered(word)
            speaker = self._voices.voice(word, self.reaching.scopes.governors.consenting(word) or laid.get(word))
            if word in laid and (speaker is None or speaker.id is None):
                continue
            found = self._duress.behind(verb, speaker.id if speaker else None, word not in laid, word not in laid)
            if found is not None:
                return found
        for word, cue in reach.voices:
            if cue is not None and cue.voice == "subject" and self._tokens[word].pos in VERBAL:
                speaker = self._voices.voice(word, cue)
                found = self._duress.retold(word, speaker.id if speaker else None)
                if found is not None:
                    return found
        return None

    def _uttered(self, word: int) -> int:
        """The verb by which a noun of speech is uttered ("signed a confession"), or the word itself."""
        token = self._tokens[word]
        above = self._tokens[token.head]
        return above.index if token.dep in ("dobj", "nsubjpass", "pobj") and above.pos in VERBAL else word


class _Somebody(Container[object]):
    """Nouns that stand for somebody: named personas and role nouns."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def __contains__(self, noun: object) -> bool:
        if not isinstance(noun, int) or self._context.tokens[noun].pos not in ("NOUN", "PROPN"):
            return False
        return self._context.persona(noun) is not None or "person" in self._context.kinds(noun)
