"""The deeds that accusations, charges and confessions tell, as claims of their own: ``involvement``.

"He was accused of passing secrets" makes an accusation, which the author asserts, and an involvement in passing
secrets, which nobody but the accuser does. What is done "on the orders of" somebody within such a content makes an
``order`` of that somebody, with the same status.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vitascope.claims.clauses.parataxis import is_set_off
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.cues import Cues, Governor, load_cues
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.orders_within import OrdersWithin
from vitascope.claims.status.relatives import contents_told_in
from vitascope.claims.status.scope import CLAUSAL, Scopes
from vitascope.model import Clause, Party, Span, Token

SOURCES = ("accusation", "charge", "confession")
UNSAYING = ("refusal", "renunciation")
RULE = "content:"


def contents(context: Context, clauses: tuple[Clause, ...], drafts: Sequence[Draft]) -> list[Draft]:
    """The deeds told in contents, but where ``drafts`` have an involvement already."""
    return list(_Contents(context, clauses, drafts, load_cues(context.document.source.language)).drafts())


def _form(verb: Token) -> str:
    """Parsers mix up past and participle ("that he had met them and received orders")."""
    return "VBD" if verb.tag == "VBN" else verb.tag


class _Contents:
    def __init__(self, context: Context, clauses: tuple[Clause, ...], drafts: Sequence[Draft], cues: Cues) -> None:
        self._context = context
        self._clauses = clauses
        self._drafts = drafts
        self._cues = cues
        self._scopes = Scopes(context.annotation, cues)
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._orders = OrdersWithin(context, drafts, cues)
        self._by_head = {c.head: c for c in clauses}
        self._told = [d.span for d in drafts if d.type == "involvement"]
        taken = [i for d in drafts if d.type in UNSAYING for i in context.tokens_in(d.predicate)]
        bare = (d for d in drafts if d.type == "statement" and "topic" not in d.roles)
        self._unsaid = {*taken, *(i for d in bare for i in context.tokens_in(d.predicate) if self._denies(i, "object"))}
        self._sources: dict[int, list[Draft]] = {}
        for draft in drafts:
            if draft.type in SOURCES:
                for i in context.tokens_in(draft.predicate):
                    self._sources.setdefault(i, []).append(draft)

    def drafts(self) -> Iterator[Draft]:
        annotation = self._context.annotation
        laying = {*annotation.told(self._cues.laying), *annotation.told_forms(self._cues.laying)}
        for sentence in (annotation.sentences[n] for n in sorted({self._tokens[i].sentence for i in laying})):
            consented: Draft | None = None
            for i in range(sentence.first, sentence.last):
                for cue, topics in self._topics(i) if i in laying else ():
                    found = list(self._involvements(i, topics))
                    yield from found
                    yield from self._denied(i) if cue.consent else ()
                    if self._by_confession(i):
                        consented = found[-1] if found else self._framed(sentence.index) or consented
                if consented is not None:
                    yield from self._orders.at(i, consented)

    def _denied(self, word: int) -> Iterator[Draft]:
        """ "Admitted having drawn up the list, but denied that she had ever sold it": who owns up to one deed denies
        another that was laid at their door."""
        for c in self._children[word]:
            found = self._topics(c, True) if self._tokens[c].dep == "conj" and self._denies(c, "finite", "ing") else ()
            for _, topics in found:
                said = [(start, head) for start, head in topics if not self._is_quoted(c, head)]
                yield from self._involvements(c, said)

    def _denies(self, verb: int, *links: str) -> bool:
        cue = self._scopes.governors.cue(self._tokens[verb], frozenset(links))
        return cue is not None and cue.positive == "fails" and cue.voice == "subject"

    def _is_quoted(self, word: int, head: int) -> bool:
        """Whether what stands behind a verb is said word for word: "denied it: “I was ill”"."""
        between = self._tokens[word : min(self._words(head))]
        return any(t.text == ":" or t.tag == "``" for t in between)

    def _framed(self, sentence: int) -> Draft | None:
        """The involvement that a frame has already read in a sentence."""
        return next((d for d in self._drafts if d.type == "involvement" and d.sentence == sentence), None)

    # ------------------------------------------------------------ topics

    def _topics(self, word: int, denying: bool = False) -> Iterator[tuple[Governor, list[tuple[int, int]]]]:
        """The entry of a word that may lay a deed at a door, with (where its words begin, head) of each topic."""
        token = self._tokens[word]
        if token.pos not in (*VERBAL, "NOUN", "ADJ"):
            return
        for c in (*self._children[word], *self._further(word)):
            child = self._tokens[c]
            cue: Governor | None
            if child.dep in ("prep", "agent"):
                cue = self._scopes.governors.cue(token, frozenset((child.lemma.lower(),)))
                heads = [(p, h) for p, h in self._objects(c)]
            elif child.dep not in (*CLAUSAL, "dobj", "nsubjpass"):
                continue
            else:
                links = self._scopes.links(child)
                if (child.dep == "advcl" and links & {"finite", "marked"}) or is_set_off(
                    self._context.annotation, child
                ):
                    continue
                cue = self._scopes.governors.cue(token, links) if links else None
                told = [] if self._denies(c, "finite") else contents_told_in(self._context.annotation, child)
                heads = [(self._left(t), h) for t in told for h in self._coordinated(t)] if cue else []
            if cue is None or not (cue.involvement or denying) or (token.pos == "NOUN" and not self._lays(word)):
                continue
            if cue.consent and token.pos in VERBAL and self._by_head[word].passive:
                continue  # "was admitted to hospital"
            called = child.text.lower() in self._cues.words.as_said  # "denounced as a spy"
            kept = [(p, h) for p, h in heads if (called and self._tokens[h].pos == "NOUN") or self._is_topic(h)]
            if kept:
                yield cue, kept

    def _further(self, word: int) -> Iterator[int]:
        """Phrases that the parser hung on a name or adjective before them: "accused Karl Strand of heresy", "accused
        by the mayor of heresy"."""
        if self._tokens[word].pos not in VERBAL:
            return
        beside = (o for c in self._children[word] if self._tokens[c].dep in ("prep", "agent") for o in self._beneath(c))
        for c in (*self._children[word], *beside):
            child = self._tokens[c]
            named = child.dep in ("dobj", "pobj") and (child.pos == "PROPN" or self._context.persona(c) is not None)
            if named or (child.dep == "dobj" and child.pos == "PRON") or child.dep in ("acomp", "oprd"):
                for p in self._children[c]:
                    below = (self._tokens[o] for o in self._children[p])
                    if self._tokens[p].dep == "prep" and not any(o.pos == "PROPN" for o in below):
                        yield p
            elif child.dep == "pobj":  # "accused him at a meeting of having sold it"
                yield from (p for p in self._children[c] if c > word and self._governs_deed(p))

    def _governs_deed(self, prep: int) -> bool:
        below = (self._tokens[c] for c in self._children[prep])
        return self._tokens[prep].dep == "prep" and any(c.dep == "pcomp" and c.pos in VERBAL for c in below)

    def _beneath(self, prep: int) -> Iterator[int]:
        """The object of a preposition, and of one that follows it: "by the mayor", "along with the mayor"."""
        for c in self._children[prep]:
            if self._tokens[c].dep == "pobj":
                yield c
            elif self._tokens[c].dep == "prep":
                yield from self._beneath(c)

    def _objects(self, prep: int) -> Iterator[tuple[int, int]]:
        if any(self._tokens[c].dep == "neg" for c in self._children[prep]):
            return  # "guilty of theft, though not of arson"
        for c in self._children[prep]:
            child = self._tokens[c]
            if child.dep in ("pobj", "pcomp"):
                for number, head in enumerate(self._coordinated(c)):
                    yield (prep if number == 0 else self._left(head), head)
            elif child.dep == "conj" and child.pos == "ADP":
                yield from self._objects(c)

    def _coordinated(self, head: int) -> list[int]:
        if self._tokens[head].pos not in VERBAL:
            return list(self._context.phrases.coordinated(head))
        inner = [
            c
            for c in self._children[head]
            if self._tokens[c].dep == "conj" and _form(self._tokens[c]) == _form(self._tokens[head])
        ]
        return [head, *(h for c in inner for h in self._coordinated(c))]

    def _left(self, head: int) -> int:
        return min(self._words(head))

    def _is_topic(self, head: int) -> bool:
        """A deed, not the one to whom it is told, nor a word that lays deeds at doors itself or takes them back ("a
        charge that she denied")."""
        if self._tokens[head].pos in VERBAL:
            return head not in self._unsaid and next(self._topics(head), None) is None
        if self._context.is_time(head):
            return False
        kinds = self._context.kinds(head)
        somebody = bool(kinds & {"organisation", "person", "group"}) and kinds.isdisjoint(("thing", "event"))
        return self._context.persona(head) is None and not somebody

    def _lays(self, noun: int) -> bool:
        """A noun counts where it made a claim, or is the ground of what happens to somebody ("on charges of")."""
        if noun in self._sources or any(self._tokens[c].dep == "poss" for c in self._children[noun]):
            return True
        token = self._tokens[noun]
        above = self._tokens[token.head]
        if token.dep in ("dobj", "nsubjpass") and token.head in self._sources:
            return True
        return token.dep == "pobj" and above.text.lower() in self._cues.words.grounds

    # ------------------------------------------------------------ involvements

    def _involvements(self, word: int, topics: list[tuple[int, int]]) -> Iterator[Draft]:
        accused = self._accused(word)
        for number, (start, head) in enumerate(topics):
            own = self._own_subject(head)
            words = self._words(head)
            span = Span(
                self._tokens[head if self._finite(head) else words[0]].span.start, self._tokens[words[-1]].span.end
            )
            if self._by_confession(word) and any(self._tokens[c].dep == "neg" for c in self._children[head]):
                continue  # "admitted that he had never seen it" is no deed
            first = words[0] if not self._whole(word) else start if number else min(word, words[0])
            told = Span(self._tokens[first].span.start, span.end)
            if any(t.overlaps(told) for t in self._told):
                continue
            source = self._source(word)
            topic = Party(self._context.document.quote(span), None, span)
            clause = self._by_head.get(head) or self._clause_above(head)
            bearers = [own] if own is not None else [a for a in accused if self._tells_of(word, head, a)]
            for subject in bearers:
                yield Draft(
                    "involvement", subject, told, self._tokens[head].span, self._tokens[head].sentence,
                    {"topic": topic}, clause.index if clause else None,
                    f"{RULE}{source[0].type if source else 'accusation'}", 0.8, number,
                )  # fmt: skip

    def _whole(self, word: int) -> bool:
        """A participle that says who is implicated belongs to the words: "implicating himself in the robbery"."""
        return self._tokens[word].dep in ("acl", "advcl") and self._tokens[word].tag == "VBG"

    def _words(self, head: int) -> list[int]:
        """The topic's words: its subtree up to a comma, other topics left out, an infinitive after it taken in."""
        inside = frozenset(self._annotation_subtree(head))
        left = head
        while left - 1 in inside and self._tokens[left - 1].text not in ",;":
            left -= 1
        words = [i for i in inside if i >= left]
        kept: list[int] = []
        for i in sorted(words):
            if i > head and (self._tokens[i].text in ",;:" or i != kept[-1] + 1):
                break
            kept.append(i)
        end = kept[-1] + 1
        if self._tokens[head].pos not in VERBAL and end < len(self._tokens) and self._tokens[end].tag == "TO":
            verb = self._tokens[end].head
            if verb > end and self._tokens[verb].sentence == self._tokens[head].sentence:
                kept += list(self._until_comma(end, verb))
        return kept

    def _until_comma(self, start: int, verb: int) -> Iterator[int]:
        inside = set(self._context.annotation.subtree(verb))
        at = start
        while at in inside and self._tokens[at].text not in ",;:":
            yield at
            at += 1

    def _annotation_subtree(self, head: int) -> list[int]:
        found, stack = [], [head]
        while stack:
            at = stack.pop()
            found.append(at)
            for c in self._children[at]:
                if (
                    not (at == head and self._tokens[c].dep in ("conj", "cc", "punct"))
                    and self._tokens[c].dep != "mark"
                ):
                    stack.append(c)
        return sorted(found)

    def _finite(self, head: int) -> bool:
        return "finite" in self._scopes.links(self._tokens[head])

    # ------------------------------------------------------------ who

    def _source(self, word: int) -> list[Draft]:
        """The drafts, one a person, of the accusation or confession that the word belongs to."""
        at = word
        while True:
            if at in self._sources:
                return self._sources[at]
            above = self._tokens[at].head
            if above == at:
                return []
            at = above

    def _accused(self, word: int) -> list[Party]:
        clause = self._by_head.get(word)
        if clause is not None and self._tokens[word].pos in VERBAL and word not in self._sources:
            named = next((a for a in clause.arguments if a.function == "object"), None)
            if named is not None and self._context.persona(named.head) is not None:
                return [self._context.party(named.head)]
        accused = {d.subject.key: d.subject for d in self._source(word)}
        return list(accused.values()) or self._laid_at(word)

    def _laid_at(self, word: int) -> list[Party]:
        """Whom the nearest verb is told of, but never who lays it at a door ("blamed the weather for the delay")."""
        at = word
        while self._tokens[at].pos not in VERBAL and self._tokens[at].head != at:
            at = self._tokens[at].head
        clause = self._by_head.get(at)
        if clause is None:
            return []
        laying = at == word and not clause.passive and self._scopes.governors.consenting(word) is None
        for function in ("object",) if laying else ("object", "subject"):
            for a in clause.arguments:
                if a.function == function and self._context.persona(a.head) is not None:
                    return [self._context.party(a.head)]
        return []

    def _own_subject(self, head: int) -> Party | None:
        """The subject of a content that is a clause of its own: "confessed that his brother had sold it"."""
        clause = self._by_head.get(head) if self._finite(head) else None
        if clause is None:
            return None
        subject = next((a for a in clause.arguments if a.function == ("object" if clause.passive else "subject")), None)
        if subject is None or self._context.persona(subject.head) is None:
            return None
        return self._context.party(subject.head)

    def _tells_of(self, word: int, head: int, accused: Party) -> bool:
        """Whether what somebody owns up to is told of themselves: of another subject only where it names them
        ("admitted that the book was his")."""
        if not self._finite(head) or not self._by_confession(word):
            return True
        below = [self._tokens[c] for c in self._children[head]]
        subject = any(c.dep in ("nsubj", "nsubjpass") for c in below)
        found = (self._context.persona(i) for i in self._annotation_subtree(head))
        return not subject or any(p is not None and p.id == accused.id for p in found)

    def _clause_above(self, head: int) -> Clause | None:
        at = head
        while self._tokens[at].head != at:
            at = self._tokens[at].head
            if at in self._by_head:
                return self._by_head[at]
        return None

    def _by_confession(self, word: int) -> bool:
        return any(d.type == "confession" for d in self._source(word))
