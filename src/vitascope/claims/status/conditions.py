"""Conditions, marked ("if she stayed") or turned round ("had she stayed"), and what they make hypothetical."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.status.cues import Cues
from vitascope.claims.status.effect import Effect
from vitascope.model import Annotation, Token

_CONDITIONS = ("advcl", "ccomp")
"""How the clause of an unmarked condition may hang on what would follow from it."""


class Conditions:
    """The conditions of one annotation."""

    def __init__(self, annotation: Annotation, cues: Cues) -> None:
        self._annotation = annotation
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._cues = cues

    def conditional(self, head: int) -> bool:
        for c in self._children[head]:
            if self._tokens[c].dep in ("advcl", "ccomp", "dep"):
                marks = (self._tokens[m] for m in self._children[c] if self._tokens[m].dep in ("mark", "advmod"))
                if any(m.text.lower() in self._cues.subordinators for m in marks) or any(self.supposed(c)):
                    return True
        return False

    def supposed(self, head: int) -> Iterator[Effect]:
        """Inversion without a question: "had she stayed, …", which a parser may hang on the auxiliary."""
        below = [self._tokens[c] for c in self._children[head]]
        subject = next((c for c in below if c.dep in ("nsubj", "nsubjpass")), None)
        token = self._tokens[head]
        above = self._tokens[token.head]
        conditional = above.text.lower() in self._cues.words.conditional_auxiliary and (
            above.dep in _CONDITIONS or self._starts_anew(above)
        )
        between = conditional and subject is not None and above.index < subject.index < token.index
        if subject is not None and between and above.index + 1 == min(self._annotation.subtree(subject.index)):
            yield Effect(above.index, above.text, modality="hypothetical")
        if self._opens_condition(token, subject):
            yield Effect(head, token.text, modality="hypothetical")
        for child in below:
            if (
                subject is not None
                and child.dep in ("aux", "auxpass")
                and child.text.lower() in self._cues.words.conditional_auxiliary
                and child.index < subject.index
                and (self.opens(child) or self._tokens[child.index - 1].dep == "punct" or self._leads(child))
                and not any(c.text == "?" for c in below)
            ):
                yield Effect(child.index, child.text, modality="hypothetical")

    def _starts_anew(self, auxiliary: Token) -> bool:
        """ "…; had the judge shown some courage, she would have gone free": read as a main verb without a subject."""
        sentence = self._annotation.sentences[auxiliary.sentence]
        before = self._tokens[auxiliary.index - 1]
        opened = self.opens(auxiliary) or before.pos == "PUNCT"
        own = any(self._tokens[c].dep in ("nsubj", "nsubjpass") for c in self._children[auxiliary.index])
        return opened and not own and any(t.tag == "MD" for t in self._tokens[auxiliary.index : sentence.last])

    def _opens_condition(self, token: Token, subject: Token | None) -> bool:
        """ "Were she to return, …": the auxiliary itself, first in a sentence that goes on with another clause."""
        conditional = token.text.lower() in self._cues.words.conditional_auxiliary and self.opens(token)
        return conditional and token.dep in _CONDITIONS and (subject is None or subject.index > token.index)

    def _leads(self, auxiliary: Token) -> bool:
        """ "What might have been had she stayed": behind a modal, and behind no word that by itself turns subject and
        auxiliary round ("nor had she", "as had she")."""
        before = self._tokens[auxiliary.index - 1]
        turned = before.dep in ("cc", "neg", "mark", "preconj") or before.pos in ("SCONJ", "CCONJ", "ADV", "ADP")
        sentence = self._annotation.sentences[auxiliary.sentence]
        return not turned and any(t.tag == "MD" for t in self._tokens[sentence.first : auxiliary.index])

    def opens(self, token: Token) -> bool:
        """Whether a word is the first of its sentence."""
        return token.index == 0 or self._tokens[token.index - 1].sentence != token.sentence
