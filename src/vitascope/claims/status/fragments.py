"""Whose words a quotation's are that is part of a clause: "called him “a clerk in boots”", "by her own account she
“sang for soup”", "to the mayor he was “a nuisance”"."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.cited import is_record
from vitascope.claims.status.cues import load_cues
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.reach import Reaching
from vitascope.claims.status.speakers import saying
from vitascope.claims.status.voices import Voices
from vitascope.model import Clause, Party

_PHRASE = 3
"""Words that a phrase without a verb must have to be a quotation."""
_ASIDE = 12
"""Words before a stretch within which an aside that ends with it has its verb."""


class Fragments:
    """Finds the saying that quoted parts of clauses of one document are from."""

    def __init__(self, context: Context, clauses: Sequence[Clause]) -> None:
        cues = load_cues(context.document.source.language)
        self._context = context
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._grammar = context.lexicon.grammar
        self._cues = cues
        self._attesting = frozenset((*cues.words.attesting, *cues.words.reckoning, *self._grammar["naming"]))
        self._clauses = clauses
        self._by_head = {c.head: c for c in clauses}
        self._reaching = Reaching(context.annotation, cues)
        self._voices = Voices(context, clauses, cues)

    def saying(self, inside: range) -> Draft | None:
        """The saying of a stretch, given by its tokens, that begins within a sentence, if the text names one."""
        words = [i for i in inside if self._tokens[i].pos != "PUNCT"]
        top = next((i for i in words if self._tokens[i].head not in inside), words[0] if words else -1)
        if len(words) < _PHRASE and not (len(words) > 1 and self._qualifies(top)):
            return None
        written = self._written(top, inside)
        if written is not None or not self._begins_within(words):
            return written
        found = self._named(top, inside) or self._voiced(top, inside) or self._beside(inside)
        return found or self._own(top, inside)

    def only_gives(self, index: int | None) -> bool:
        """Whether a clause gives words without saying them: what one thinks, and what is written in a document."""
        clause = self._clauses[index] if index is not None else None
        if clause is None:
            return False
        written = any(
            a.function == "subject" and is_record(self._context, self._cues, a.head) for a in clause.arguments
        )
        return written or clause.lemma in self._grammar["deeming"]

    def _named(self, top: int, inside: range) -> Draft | None:
        """The verb that gives a phrase as somebody's words: "dismissed him as “a clerk in a general's coat”"."""
        if self._is_finite(top) and self._tokens[top].dep != "relcl":
            return None
        clause = self._clause_around(top, inside)
        if clause is None:
            return None
        if clause.kind == "copula":
            return self._opined(clause, inside)
        if clause.kind != "verb" or clause.lemma not in self._grammar["naming"]:
            return None
        said = next((a.head for a in clause.arguments if a.function == "subject"), None)
        if said is None or said in inside or not self._may_speak(said):
            return None
        return self._saying(said, clause.head, clause)

    def _opined(self, clause: Clause, inside: range) -> Draft | None:
        """ "To the mayor she was “a nuisance”"."""
        for a in clause.arguments:
            if a.function in self._grammar["opining"] and a.head not in inside and self._may_speak(a.head):
                return self._saying(a.head, a.head, None)
        return None

    def _voiced(self, top: int, inside: range) -> Draft | None:
        """Whose word the words around the stretch are: "according to her brother", "as he wrote", "said that"."""
        if self._tokens[top].pos == "NOUN" and self._is_name(top, inside):
            return None
        reach, _ = self._reaching.at(top)
        for word, cue in reversed(reach.voices):
            party = self._voices.voice(word, cue) if word not in inside else None
            if party is not None:
                return self._draft(party, self._said(word, inside))
        return None

    def _beside(self, inside: range) -> Draft | None:
        """An aside that ends where the stretch begins: "had left, as she put it in a letter, “a deal of sorrow”"."""
        comma = inside.start - 1 - (self._tokens[inside.start - 1].tag in ("``", "''"))
        if comma < 1 or self._tokens[comma].text != ",":
            return None
        for at in range(comma - 1, max(0, comma - _ASIDE), -1):
            clause = self._by_head.get(at)
            if clause is None or clause.kind != "verb" or clause.tense == "none":
                continue
            said = next((a.head for a in clause.arguments if a.function == "subject"), None)
            if clause.lemma in self._grammar["aside"] and said is not None and self._context.persona(said) is not None:
                return self._saying(said, at, clause)
            return None
        return None

    def _written(self, top: int, inside: range) -> Draft | None:
        """What stands in a document: "the register has “Ann, a widow”"."""
        clause = self._clause_around(top, inside)
        if clause is None or clause.kind != "verb" or clause.lemma not in self._attesting:
            return None
        said = next((a.head for a in clause.arguments if a.function == "subject"), None)
        if said is None or not is_record(self._context, self._cues, said):
            return None
        return self._saying(said, clause.head, clause)

    def _own(self, top: int, inside: range) -> Draft | None:
        """Words in the first person that nobody else is said to have said: "ran “because my brother laughed at me”"."""
        if not any(self._tokens[i].text.lower() in self._grammar["speaker"] for i in inside):
            return None
        clause = self._clause_around(top, inside)
        said = None if clause is None else next((a.head for a in clause.arguments if a.function == "subject"), None)
        if said is None or said in inside or self._context.persona(said) is None:
            return None
        return self._saying(said, said, None)

    # ------------------------------------------------------------ parts

    def _begins_within(self, words: Sequence[int]) -> bool:
        """Whether a stretch begins like a part of a sentence: small, or with somebody's name ("Berg's errand boy")."""
        first, second = self._tokens[words[0]], self._tokens[words[1]]
        return first.text[:1].islower() or (second.tag == "POS" and self._tokens[words[-1]].pos == "NOUN")

    def _qualifies(self, top: int) -> bool:
        """Whether words say how somebody or something was: "was “wholly unfounded”", "had been “without cause”"."""
        token = self._tokens[top]
        described = token.dep == "acomp" or (token.dep == "prep" and token.pos == "ADP")
        return described and token.head in self._by_head and self._by_head[token.head].kind == "copula"

    def _is_name(self, top: int, inside: range) -> bool:
        """Whether what stands in marks is a noun with its adjectives, whose article is outside: "the “red plot”"."""
        return any(self._tokens[c].dep in ("det", "poss") and c < inside.start for c in self._children[top])

    def _is_finite(self, top: int) -> bool:
        return top in self._by_head and self._by_head[top].tense != "none"

    def _clause_around(self, top: int, inside: range) -> Clause | None:
        """The nearest clause of which the stretch is a part."""
        at = top
        while self._tokens[at].head != at:
            at = self._tokens[at].head
            if at in self._by_head and at not in inside and self._by_head[at].kind in ("verb", "copula"):
                return self._by_head[at]
        return None

    def _said(self, word: int, inside: range) -> int:
        """The verb of a voice, which is that verb or its subject; else the word itself."""
        above = self._tokens[word].head
        verbs = (i for i in (word, above) if self._tokens[i].pos in VERBAL and i not in inside)
        return next((v for v in verbs if v in self._by_head and (v == word or self._tokens[word].dep == "nsubj")), word)

    def _may_speak(self, head: int) -> bool:
        if self._tokens[head].lemma.lower() in self._cues.words.documents:
            return True
        if self._context.persona(head) is None and self._tokens[head].pos not in ("NOUN", "PROPN"):
            return False
        return bool(self._context.kinds(head) & {"person", "group", "organisation", "press"})

    def _saying(self, speaker: int, at: int, clause: Clause | None) -> Draft:
        return self._draft(self._context.party(speaker), at, clause)

    def _draft(self, party: Party, at: int, clause: Clause | None = None) -> Draft:
        clause = clause or (self._by_head.get(at) if self._tokens[at].pos in VERBAL else None)
        return saying(self._context, party, at, clause)
