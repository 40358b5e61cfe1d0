"""Which tokens of a life tell events that its person takes part in, by the policy of WikiBio-events."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.context import Context
from vitascope.claims.framing.works import WORK, Works
from vitascope.claims.status.cues import load_cues
from vitascope.claims.status.retelling import retold
from vitascope.model import Clause

__all__ = ["LifeEvents"]

_TAKING_PART = frozenset({"subject", "object", "recipient"})
_OWN = frozenset({"possessor", "of", "by", "against"})
_FAMILY = "family"
_MAIN = ("root", "conj")
_HAPPENING = frozenset({"happening", "degree"})
_NOT_VOUCHED = frozenset({"uncertain", "reported", "alleged"})
_AWARD = "award"
_MADE = frozenset({"publication", "creation", "award"})


class LifeEvents:
    """Which tokens of one document tell events of the life's person, by the policy that gold shows.

    A verb counts where the person acts, is acted on or is who something is done to; where it says or asks what the
    person does ("recalled that she sang"); where it tells in a main clause what became of a work of the person's
    ("her novel appeared") or what was done to something of the person's ("her house was searched", "the court
    allowed her release"). With it count its negation, "became" before a participle, and what it says of the person.
    A copula counts with what it says of the person, kinship and age aside, in the past and in the sentence that
    introduces the person; an event noun where it is the person's own and no thing made ("his arrest", "a lawsuit
    against him", not "his works"), or what the person does or gains ("made a visit"). Nothing counts inside a
    quotation, which is somebody's speech, in a title, or where a work is retold.
    """

    def __init__(self, context: Context, clauses: tuple[Clause, ...]) -> None:
        self._context = context
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._clauses = clauses
        self._cues = load_cues(context.document.source.language)
        self._works = Works(context, clauses)
        self._plots = retold(context, clauses, self._works)
        self._taking_part = frozenset(c.index for c in clauses if self._takes_part(c))
        self._saying = frozenset(
            c.parent
            for c in clauses
            if c.link == "ccomp" and c.index in self._taking_part and not self._is_plain_present(c.parent)
        )

    def tokens(self) -> Iterator[int]:
        """Indices of the tokens, some more than once."""
        for clause in self._clauses:
            spoken = self._context.in_quotation(clause.head)
            if not spoken and not self._works.in_title(clause.head) and clause.sentence not in self._plots:
                yield from self._told_by(clause)

    def _told_by(self, clause: Clause) -> Iterator[int]:
        taking_part = clause.index in self._taking_part
        if clause.kind == "verb":
            if taking_part or clause.index in self._saying or self._of_a_work(clause) or self._done_to_own(clause):
                yield clause.head
                yield from self._with_verb(clause)
        elif clause.kind == "copula":
            if (taking_part and self._is_told(clause)) or self._of_own_doing(clause):
                yield from self._said(clause)
        elif self._is_own(clause):
            yield clause.head
            yield from self._unsettling(clause.head)

    def _takes_part(self, clause: Clause) -> bool:
        return any(a.function in _TAKING_PART and self._is_target(a.head) for a in clause.arguments)

    # ------------------------------------------------------------ verbs

    def _with_verb(self, clause: Clause) -> Iterator[int]:
        """What counts with a verb that does: its negation and what puts it in doubt or in another's mouth, "became"
        before a participle, what it says of the person."""
        if clause.index in self._taking_part:
            yield from self._unsettling(clause.head)
        for c in self._children[clause.head]:
            child = self._tokens[c]
            if child.dep == "neg" or (
                child.dep == "auxpass" and child.lemma in self._context.lexicon.grammar["becoming"]
            ):
                yield c
        for argument in clause.arguments:
            token = self._tokens[argument.head]
            gained = argument.function == "object" and self._gained(clause, token.index)
            if gained and clause.index in self._taking_part:
                yield token.index
            if token.dep == "acomp" or (token.dep == "attr" and self._is_said(token.index)):
                yield self._foremost(token.index)

    def _unsettling(self, head: int) -> Iterator[int]:
        """Words by which the author does not vouch for what is told: "allegedly", "according to her brother"."""
        for c in self._children[head]:
            word = self._tokens[c].text.lower()
            cue = self._cues.adverbs.get(word) or self._cues.adjectives.get(word)
            after = self._tokens[c + 1].text.lower() if c + 1 < len(self._tokens) else ""
            doubts = cue is not None and cue.modality in _NOT_VOUCHED and self._tokens[c].dep in ("advmod", "amod")
            if doubts or f"{word} {after}" in self._cues.source_prepositions:
                yield c

    def _gained(self, clause: Clause, head: int) -> bool:
        """What is done or gained: "made a visit"; a verb of honouring tells it by itself ("was awarded a degree")."""
        if clause.lemma in self._context.lexicon.grammar["getting"]:
            return self._happens(head) or _AWARD in self._sets(head)
        honours = clause.passive and _AWARD in self._types(clause)
        return self._happens(head) and not honours

    def _types(self, clause: Clause) -> frozenset[str]:
        """Of what types a verb may tell claims."""
        return frozenset(p.frame.type for p in self._context.lexicon.verbs.get(clause.lemma, ()))

    def _of_a_work(self, clause: Clause) -> bool:
        """Whether a clause tells what became of a work of the person's, not what stands in it."""
        if clause.link not in _MAIN or not self._is_over(clause):
            return False
        return any(self._is_target(maker) for _, maker in self._works.told_of(clause))

    def _is_over(self, clause: Clause) -> bool:
        """Past, perfect or going on: a plain present retells a work or says how things are."""
        tag = self._tokens[clause.head].tag
        helped = any(self._tokens[c].dep == "aux" for c in self._children[clause.head])
        had_or_was = helped and tag in ("VBN", "VBG")
        untensed = clause.tense == "none" and tag in ("VBN", "VBD")
        return clause.passive or clause.tense in ("past", "pluperfect") or had_or_was or untensed

    def _is_plain_present(self, index: int | None) -> bool:
        """What scholars say of the person ("notes that she sang")."""
        above = None if index is None else self._clauses[index]
        return above is None or (above.tense == "present" and self._tokens[above.head].tag != "VBN")

    def _done_to_own(self, clause: Clause) -> bool:
        """Something of the person's is acted on, or a work of which no maker is told: in a life it is the person's."""
        acted = [a.head for a in clause.arguments if a.function == "object"]
        if not clause.passive:
            below = (i for head in acted for i in self._children[head])
            return clause.link in _MAIN and self._is_over(clause) and any(map(self._owns, below))
        if self._types(clause) & _MADE:
            unmade = not any(a.function == "subject" for a in clause.arguments)
            return unmade and any("work" in self._context.kinds(i) for i in acted if self._context.persona(i) is None)
        things = (head for head in acted if "person" not in self._context.kinds(head))
        below = (i for head in things for i in self._context.annotation.subtree(head))
        return clause.link in _MAIN and any(map(self._owns, below))

    def _owns(self, index: int) -> bool:
        return self._tokens[index].dep == "poss" and self._is_target(index)

    # ------------------------------------------------------------ copulas and nouns

    def _is_told(self, clause: Clause) -> bool:
        """A copula of the past, or of the sentence that introduces the person."""
        return clause.tense != "present" or clause.sentence == 0 or self._tokens[clause.head].tag == "VBN"

    def _of_own_doing(self, clause: Clause) -> bool:
        """How something that the person did or made turned out: "his campaign was unsuccessful"."""
        told = [a.head for a in clause.arguments if a.function == "subject"]
        done = (h for h in told if self._happens(h) or WORK in self._sets(h))
        owned = any(self._owns(i) for h in done for i in self._children[h])
        turned_out = any(a.function == "complement" and self._is_said(a.head) for a in clause.arguments)
        return clause.link in _MAIN and clause.tense in ("past", "pluperfect") and owned and turned_out

    def _said(self, clause: Clause) -> Iterator[int]:
        said = [a.head for a in clause.arguments if a.function == "complement"]
        counted = [head for head in said if self._is_said(head)]
        if (counted or not said) and not self._is_infinitive(clause.head):
            yield clause.head
        if counted or not said:
            yield from map(self._foremost, counted)

    def _is_infinitive(self, head: int) -> bool:
        """ "Proved to be a good pupil" tells of a good pupil, but not a being one."""
        return self._tokens[head].tag == "VB"

    def _is_said(self, head: int) -> bool:
        token = self._tokens[head]
        kin = token.lemma.lower() in self._context.lexicon.kin
        people = self._context.entity(head) == "NORP"
        return token.pos in ("NOUN", "ADJ", "PROPN") and not (kin or people) and not self._context.is_time(head)

    def _foremost(self, head: int) -> int:
        """Of "the first woman to sit there" it is being first that is told."""
        below = [self._tokens[c] for c in self._children[head]]
        anybody = self._tokens[head].lemma.lower() in self._context.lexicon.grammar["people"]
        if anybody or any(c.pos == "VERB" and c.dep in ("relcl", "acl") for c in below):
            counting = self._context.lexicon.grammar["counting"]
            return next((c.index for c in below if c.dep == "amod" and c.lemma.lower() in counting), head)
        return head

    def _is_own(self, clause: Clause) -> bool:
        """An event noun of the person's: "his arrest", "the promotion of Berg"."""
        if not self._happens(clause.head) and clause.lemma not in self._context.lexicon.nouns:
            return False
        if "work" in self._context.kinds(clause.head):
            return False
        return any(a.function in _OWN and self._is_target(a.head) for a in clause.arguments)

    def _happens(self, head: int) -> bool:
        """Whether a noun tells what is done or gained: "made a visit", "took a degree"."""
        return bool(self._sets(head) & _HAPPENING) and self._tokens[head].pos == "NOUN"

    def _sets(self, head: int) -> frozenset[str]:
        return self._context.lexicon.memberships.get(self._tokens[head].lemma.lower(), frozenset())

    def _is_target(self, head: int) -> bool:
        """The person of the life, or a group with the person in it: "they", "her family"."""
        persona, main = self._context.persona(head), self._context.main
        if persona is None or main is None:
            return False
        return persona.main or main.id in persona.members or (_FAMILY, main.id) in persona.kin
