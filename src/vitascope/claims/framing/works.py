"""Works and their makers: which nouns and titles of a text name something that a person made.

A work is somebody's where a possessor says so ("her novel"), a maker is named ("a play by Holm") or the person is told
to have made it ("wrote two novels"). Its title, told beside it ("her novel Glass Harbour"), stands for it wherever it
comes back, and so does "the novel" soon after it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause, Span, Token

WORK = "work"
_NEAR = 5
"""In how many sentences after it "the novel" may still be the one that was told of."""
_LONG_ENOUGH = 5
"""Letters of a title of one word; shorter ones are taken for names of something else."""
_LONGEST = 14
_QUOTES = ("“", "‘", '"', "'", "`", "``")
_TOLD = ("subject", "object", "recipient")


class Works:
    """The works of one document and their makers."""

    def __init__(self, context: Context, clauses: tuple[Clause, ...]) -> None:
        self._context = context
        self._is_person = context.is_person
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._nouns = [self._tokens[i] for i in context.annotation.told_forms(context.lexicon.sets[WORK])]
        self._maker: dict[int, int] = {}
        self._mentions: dict[str, list[int]] = defaultdict(list)
        self._opens_name: set[int] = set()
        for mention in context.people.mentions:
            if mention.head is not None:
                self._mentions[mention.persona].append(mention.head)
                if mention.kind == "name":
                    self._opens_name.add(mention.span.start)
        titled: dict[tuple[str, ...], str] = {}
        self._titles: dict[int, range] = {}
        for work, maker in [*self._possessed(), *self._told_as_made(clauses)]:
            self._maker.setdefault(work, maker)
            title = self._title_after(work) or self._title_called(work) or self._title_of(work)
            if title:
                self._titles.setdefault(work, title)
                titled.setdefault(tuple(self._tokens[i].text.lower() for i in title), self._who(maker))
        self._title_at: dict[int, range] = {}
        for span, who in self._occurrences(titled):
            self._title_at.update(dict.fromkeys(span, span))
            told = self._named_before(who, span[0])
            self._maker.update({i: told for i in span if i not in self._maker})
        self._count()
        self._recall()

    def maker(self, head: int) -> int | None:
        """The token that last mentions whoever made what stands at ``head``; None where nobody is told to have."""
        return self._maker.get(head)

    def title(self, head: int) -> Span | None:
        """The title that is told beside the noun for a work; None where none is."""
        return self._context.phrases.cover(self._titles[head]) if head in self._titles else None

    def titles(self) -> Iterator[tuple[int, range, int]]:
        """Each noun for a work that a title stands beside, the title, and the token that names the maker."""
        yield from ((work, title, self._maker[work]) for work, title in self._titles.items())

    def run(self, first: int) -> range | None:
        """The capitalised words from a token on, as those of a title."""
        return self._run(first)

    def in_title(self, head: int) -> bool:
        """Whether the token is a word of a title, which tells nothing by itself."""
        return head in self._title_at

    def told_of(self, clause: Clause) -> list[tuple[Argument, int]]:
        """The works that fill a clause's subject, object or recipient, each with its maker's token.

        A verb right after a title that the parser took apart is told of it: "The Road to the Lake was staged".
        """
        found = [(a, self._maker[a.head]) for a in clause.arguments if a.function in _TOLD and a.head in self._maker]
        if found or clause.kind not in ("verb", "copula"):
            return found
        before = clause.head - 1
        while before >= 0 and (self._tokens[before].head == clause.head and self._tokens[before].pos in ("AUX", "ADV")):
            before -= 1
        title = self._title_at.get(before)
        if title is None or title[-1] != before or clause.head in self._title_at:
            return []
        span = self._context.phrases.cover(title)
        return [(Argument("object" if clause.passive else "subject", before, span), self._maker[before])]

    # ------------------------------------------------------------ who made what

    def _possessed(self) -> Iterator[tuple[int, int]]:
        """ "Her novel", "a play by Holm"."""
        for token in self._nouns:
            if token.pos not in ("NOUN", "PROPN") and not self._is_before_a_capital(token):
                continue
            for c in (*self._children[token.index], *self._beside(token)):
                child = self._tokens[c]
                below = [c] if child.dep == "poss" else []
                if self._names_maker(child):
                    below = [o for o in self._children[c] if self._tokens[o].dep == "pobj"]
                for o in below:
                    if self._is_person(o):
                        yield token.index, o

    def _beside(self, token: Token) -> list[int]:
        """What stands beside the noun where the parser hung it on a title or the verb ("her novel Glass Harbour")."""
        after = token.index + 1
        by = [after] if after < len(self._tokens) and self._names_maker(self._tokens[after]) else []
        if token.dep not in ("compound", "nmod", "amod"):
            return by
        return by + [c for c in self._children[token.head] if c < token.index and self._tokens[c].dep == "poss"]

    def _is_before_a_capital(self, token: Token) -> bool:
        """ "His novel Glass Harbour": the parser takes the noun for an adjective."""
        after = token.index + 1
        return token.pos == "ADJ" and after < len(self._tokens) and self._capital(after)

    def _names_maker(self, prep: Token) -> bool:
        return prep.dep in ("prep", "agent") and prep.lemma.lower() in self._context.lexicon.grammar["making"]

    def _told_as_made(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[int, int]]:
        """ "Wrote two novels", "published Glass Harbour"."""
        making = self._context.lexicon.making
        for clause in clauses:
            if clause.kind != "verb" or clause.lemma not in making:
                continue
            maker = next(
                (a.head for a in clause.arguments if a.function == "subject" and self._is_person(a.head)), None
            )
            if maker is None:
                continue
            for a in clause.arguments:
                if a.function == "object" and (WORK in self._sets(self._tokens[a.head]) or self._title_of(a.head)):
                    yield a.head, maker

    def _count(self) -> None:
        """ "One of her novels", "a collection of his poems"."""
        lexicon = self._context.lexicon
        for token in (self._tokens[i] for i in sorted(self._maker)):
            if token.dep != "pobj":
                continue
            prep = self._tokens[token.head]
            whole = self._tokens[prep.head]
            if prep.lemma.lower() not in lexicon.grammar["binding"] or whole.index in self._maker:
                continue
            counts = whole.text.lower() in lexicon.grammar["quantifiers"] or whole.pos in ("NUM", "DET", "ADJ", "ADV")
            if counts or WORK in self._sets(whole):
                self._maker[whole.index] = self._maker[token.index]

    def _recall(self) -> None:
        """ "The novel" soon after a novel of somebody's is that one, where it has no maker of its own."""
        indefinite = self._context.lexicon.grammar["indefinite"]
        last: dict[str, tuple[int, int]] = {}
        for token in self._nouns:
            if token.pos != "NOUN":
                continue
            lemma, maker = token.lemma.lower(), self._maker.get(token.index)
            if maker is not None:
                last[lemma] = (token.sentence, maker)
                continue
            below = [self._tokens[c] for c in self._children[token.index]]
            bare = not any(c.dep in ("poss", "prep", "relcl", "acl") for c in below)
            definite = any(c.dep == "det" and c.text.lower() not in indefinite for c in below)
            said = last.get(lemma)
            if said is not None and bare and definite and token.sentence - said[0] <= _NEAR:
                self._maker[token.index] = self._named_before(self._who(said[1]), token.index)

    # ------------------------------------------------------------ titles

    def _title_after(self, work: int) -> range | None:
        """The title told right after the noun for a work, within a comma where one stands between them."""
        return self._title_at_token(work + 1) or self._title_at_token(self._context.phrases.phrase_tokens(work)[-1] + 1)

    def _title_at_token(self, first: int) -> range | None:
        apart = first < len(self._tokens) and self._tokens[first].text in (",", ":")
        quoted = first + apart < len(self._tokens) and self._tokens[first + apart].text in _QUOTES
        found = self._run(first + apart + quoted)
        if found is None or (len(found) == 1 and not self._is_name(found[0])):
            return None
        ended = found[-1] + 1
        closed = ended >= len(self._tokens) or self._tokens[ended].pos == "PUNCT" or self._behind_aside(ended)
        return found if quoted or not apart or closed else None

    def _title_called(self, work: int) -> range | None:
        """ "A novel called Glass Harbour"."""
        for c in self._children[work]:
            child = self._tokens[c]
            if c > work and child.pos == "VERB" and child.lemma.lower() in self._context.lexicon.grammar["titling"]:
                return self._run(c + 1)
        return None

    def _title_of(self, work: int) -> range | None:
        """The title that is itself what was made: "published Glass Harbour"."""
        token = self._tokens[work]
        if token.pos != "PROPN" or self._is_person(work) or self._context.entity(work) in ("GPE", "LOC", "ORG", "NORP"):
            return None
        if self._sets(token):
            return None
        at = work
        while at > 0 and self._tokens[at - 1].sentence == token.sentence and self._capital(at - 1):
            at -= 1
        found = self._run(at)
        if found is None or work not in found or all(self._tokens[i].pos == "CCONJ" for i in found[1::2]):
            return None  # "Homer", "Homer and Virgil": as likely persons
        return found

    def _run(self, first: int) -> range | None:
        """Capitalised words from ``first`` on, with small ones and colons between: "Clay: The Road to the Lake"."""
        if first >= len(self._tokens) or not self._capital(first):
            return None
        named = self._tokens[first].span.start in self._opens_name
        if named and (first + 1 == len(self._tokens) or self._tokens[first + 1].tag != "POS"):
            return None
        last, sentence = first, self._tokens[first].sentence
        for at in range(first + 1, min(first + _LONGEST, len(self._tokens))):
            token = self._tokens[at]
            if token.sentence != sentence or self._behind_aside(at):
                break
            if self._capital(at) or token.tag == "POS":
                last = at
            elif token.text == ":" and at + 1 < len(self._tokens) and self._capital(at + 1):
                continue
            elif token.pos not in ("ADP", "DET", "CCONJ", "PART", "SCONJ", "NUM") and token.tag != "HYPH":
                break
        return range(first, last + 1)

    def _behind_aside(self, at: int) -> bool:
        """Whether an aside stands before a token: "The Long Field (1904) and …"."""
        return self._tokens[at].span.start - self._tokens[at - 1].span.end > 1

    def _capital(self, at: int) -> bool:
        return self._tokens[at].text[:1].isupper()

    def _is_name(self, at: int) -> bool:
        return self._tokens[at].pos == "PROPN" and len(self._tokens[at].text) >= _LONG_ENOUGH

    def _occurrences(self, titled: dict[tuple[str, ...], str]) -> Iterator[tuple[range, str]]:
        """Where the titles stand, the longest first where several begin at one word."""
        starting: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(titled, key=len, reverse=True):
            starting[words[0]].append(words)
        reached = 0
        for at in self._context.annotation.told(starting):
            for words in starting[self._tokens[at].text.lower()] if at >= reached and self._capital(at) else ():
                if [t.text.lower() for t in self._tokens[at : at + len(words)]] == list(words):
                    yield range(at, at + len(words)), titled[words]
                    reached = at + len(words)
                    break

    # ------------------------------------------------------------ look-ups

    def _sets(self, token: Token) -> frozenset[str]:
        return self._context.lexicon.memberships.get(token.lemma.lower(), frozenset())

    def _who(self, maker: int) -> str:
        persona = self._context.persona(maker)
        assert persona is not None
        return persona.id

    def _named_before(self, who: str, at: int) -> int:
        """The last mention of a persona before a token, else the first after it."""
        heads = self._mentions[who]
        return heads[max(0, bisect_right(heads, at) - 1)] if bisect_left(heads, at) else heads[0]
