"""In what somebody is or does something: in a mind, in a novel, in a forged letter, and so not for the author."""

from __future__ import annotations

from vitascope.claims.status.cues import Cues
from vitascope.claims.status.effect import Effect
from vitascope.claims.status.scope import Scopes
from vitascope.model import Annotation

_DESCRIBING = ("amod", "attr", "acomp", "oprd")


class Media:
    """The minds, works and forgeries that the phrases of one annotation name."""

    def __init__(self, annotation: Annotation, cues: Cues, scopes: Scopes) -> None:
        self._annotation = annotation
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._cues = cues
        self._scopes = scopes

    def minded(self, prep: int, copula: int) -> Effect | None:
        """ "To his enemies he was a coward": what somebody is in the mind of those who stand first."""
        if self._tokens[copula].pos != "AUX" or self._tokens[prep].text.lower() not in self._cues.words.minding:
            return None
        subject = next((c for c in self._children[copula] if self._tokens[c].dep == "nsubj"), 0)
        said = any(self._tokens[c].dep == "attr" for c in self._children[copula])
        who = next((c for c in self._children[prep] if self._tokens[c].dep == "pobj"), None)
        if who is None or not (prep < subject and said) or who not in self._scopes.people:
            return None
        return Effect(prep, self._tokens[prep].text, modality="reported", voice=who)

    def fiction(self, prep: int, verb: int) -> Effect | None:
        """ "In the novel he betrays the party": told in the present, of a figure; an actor plays in it all the same."""
        words = self._cues.words
        if self._tokens[prep].text.lower() not in words.media or self._tokens[verb].lemma.lower() in words.performing:
            return None
        inside = [verb, *(c for c in self._children[verb] if self._tokens[c].dep in ("aux", "auxpass"))]
        if not any(self._tokens[i].tag in ("VBZ", "VBP") for i in inside):
            return None
        works = (c for c in self._children[prep] if self._tokens[c].lemma.lower() in words.fictions)
        work = next(works, None)
        return None if work is None else Effect(prep, self._tokens[work].text, modality="reported", voice=work)

    def forged(self, prep: int) -> Effect | None:
        """ "In a letter that may be a forgery he offered …": told by nobody else."""
        words = self._cues.words
        if self._tokens[prep].text.lower() not in words.media:
            return None
        letter = next((c for c in self._children[prep] if self._tokens[c].lemma.lower() in words.documents), None)
        if letter is None:
            return None
        inside = [self._tokens[i] for i in self._annotation.subtree(letter)]
        doubts = words.falsity | words.dubious
        doubted = any(t.dep in _DESCRIBING and {t.text.lower(), t.lemma.lower()} & doubts for t in inside)
        denied = any(t.dep == "neg" or t.text.lower() in self._cues.negation.determiners for t in inside)
        if not doubted or denied:
            return None
        return Effect(prep, self._tokens[letter].text, modality="reported", voice=letter, standing="disputed")
