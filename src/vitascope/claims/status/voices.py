"""Whose word a content is: from the governing word to a label, never the author's."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.claims.context import Context
from vitascope.claims.status.cues import Cues, Governor
from vitascope.claims.status.governors import VERBAL
from vitascope.model import Clause, Party


class Voices:
    """Finds the voice of governing words in one document."""

    def __init__(self, context: Context, clauses: Sequence[Clause], cues: Cues) -> None:
        self._context = context
        self._cues = cues
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._by_head = {c.head: c for c in clauses}

    def voice(self, word: int, cue: Governor | None) -> Party | None:
        """Who says it: the persona or the words; None where the text does not tell, or a pronoun stays open."""
        head = word if cue is None else self._speaker(word, cue)
        if head is None:
            return None
        token = self._tokens[head]
        if self._context.persona(head) is None and (
            token.pos in ("PRON", "DET", "SCONJ", "ADP", "ADV", "ADJ", "NUM", "X") or token.tag in ("WDT", "WP", "EX")
        ):
            return None
        given = self._cues.by_noun.get(token.lemma.lower(), ())
        if token.lemma.lower() in self._cues.words.mute or any(c.consent for c in given):
            return None
        if cue is not None and self._anything(cue) and not self._may_speak(head):
            return None
        return self._context.party(head)

    def _anything(self, cue: Governor) -> bool:
        """Whether the entry is the one for words that no entry lists."""
        return "*" in cue.verbs

    def _may_speak(self, head: int) -> bool:
        if self._tokens[head].lemma.lower() in self._cues.words.documents:
            return True
        return bool(self._context.kinds(head) & {"person", "group", "organisation"})

    def _speaker(self, word: int, cue: Governor) -> int | None:
        function = "object" if cue.voice == "object" else "subject"
        if self._tokens[word].pos in VERBAL:
            return self._argument(word, function)
        if self._tokens[word].pos == "ADJ":
            return None
        return self._of_noun(word)

    def _argument(self, verb: int, function: str) -> int | None:
        clause = self._by_head.get(verb)
        if clause is None:
            return None
        found = next((a.head for a in clause.arguments if a.function == function), None)
        if found is None and function == "subject" and self._tokens[verb].dep == "acl" and not clause.passive:
            found = self._tokens[verb].head
        if found is not None and self._tokens[verb].dep == "acl" and found == self._tokens[verb].head:
            lemma = self._tokens[found].lemma.lower()
            written = lemma in self._cues.words.documents or lemma in self._cues.by_noun
            owner = self._of_noun(found) if written else None  # "she signed a statement admitting it": her word
            return found if owner is None else owner
        return found

    def _of_noun(self, noun: int) -> int | None:
        """ "His claim", "a claim by the mayor", "signed a confession"."""
        for c in self._children[noun]:
            if self._tokens[c].dep == "poss":
                return c
        for c in self._children[noun]:
            child = self._tokens[c]
            if child.dep in ("prep", "agent") and child.text.lower() in self._cues.words.utterers:
                return next((o for o in self._children[c] if self._tokens[o].dep == "pobj"), None)
        above = self._tokens[self._tokens[noun].head]
        uttered = self._tokens[noun].dep in ("dobj", "nsubjpass") and above.pos in VERBAL
        if uttered and above.lemma.lower() in self._cues.words.uttering:
            return self._argument(above.index, "subject")
        return None
