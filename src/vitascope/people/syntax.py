"""Questions to a parse that resolution asks: whose clause, which subject, how prominent a place."""

from __future__ import annotations

from vitascope.model import Annotation

__all__ = [
    "SUBJECTS",
    "bracketed",
    "clause_of",
    "conjuncts",
    "first_conjunct",
    "is_main_clause",
    "predicated",
    "prominence",
    "subject_of",
]

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_VERBAL = ("VERB", "AUX")
_DEPTH = 12
_WEIGHTS = {
    "dobj": 50,
    "dative": 45,
    "agent": 45,
    "pobj": 40,
    "poss": 35,
    "attr": 30,
    "oprd": 30,
    "compound": 10,
    "nmod": 10,
}
SUBJECT, EMBEDDED_SUBJECT, OTHER = 80, 65, 30
"""Weights of grammatical places, after Lappin & Leass (1994), "An Algorithm for Pronominal Anaphora Resolution"."""


def first_conjunct(annotation: Annotation, at: int) -> int:
    """The head of the coordination or apposition in which ``at`` stands: it tells the grammatical place of all."""
    tokens = annotation.tokens
    for _ in range(_DEPTH):
        if tokens[at].dep not in ("conj", "appos") or tokens[at].head == at:
            break
        at = tokens[at].head
    return at


def conjuncts(annotation: Annotation, at: int) -> list[int]:
    """``at`` and what is joined to it by "and", in text order."""
    found = [at]
    for one in found:
        found.extend(c for c in annotation.children[one] if annotation.tokens[c].dep == "conj")
    return found


def clause_of(annotation: Annotation, at: int) -> int:
    """The nearest verb above ``at``; the sentence's root where there is none."""
    tokens = annotation.tokens
    for _ in range(4 * _DEPTH):
        above = tokens[at].head
        if above == at:
            break
        at = above
        if tokens[at].pos in _VERBAL and tokens[at].dep not in ("aux", "auxpass"):
            break
    return at


def bracketed(annotation: Annotation) -> frozenset[int]:
    """The tokens that stand between parentheses within a sentence."""
    found: set[int] = set()
    for sentence in annotation.sentences:
        opened: int | None = None
        for token in annotation.tokens[sentence.first : sentence.last]:
            if token.tag == "-LRB-":
                opened = token.index
            elif token.tag == "-RRB-" and opened is not None:
                found.update(range(opened + 1, token.index))
                opened = None
    return frozenset(found)


def subject_of(annotation: Annotation, verb: int) -> int | None:
    """The token that heads the subject of ``verb``, told or understood (conjoined verbs, infinitives, participles)."""
    tokens = annotation.tokens
    for _ in range(_DEPTH):
        for child in annotation.children[verb]:
            if tokens[child].dep in SUBJECTS:
                return child
        above, dep = tokens[verb].head, tokens[verb].dep
        if above == verb:
            return None
        if dep in ("acl", "relcl"):
            return above
        if dep == "xcomp":
            objects = [c for c in annotation.children[above] if tokens[c].dep == "dobj"]
            if objects:
                return objects[0]
        if tokens[above].pos not in _VERBAL:
            above = clause_of(annotation, verb)
            if above == verb:
                return None
        verb = above
    return None


def is_main_clause(annotation: Annotation, verb: int) -> bool:
    """Whether ``verb`` is the sentence's root or joined to it by "and"."""
    tokens = annotation.tokens
    for _ in range(_DEPTH):
        if tokens[verb].head == verb:
            return True
        if tokens[verb].dep != "conj":
            return False
        verb = tokens[verb].head
    return False


def prominence(annotation: Annotation, at: int) -> int:
    """How prominent the place of the noun at ``at`` is, 10–80."""
    place = annotation.tokens[first_conjunct(annotation, at)]
    if place.dep in SUBJECTS:
        return SUBJECT if is_main_clause(annotation, place.head) else EMBEDDED_SUBJECT
    if place.dep == "pobj" and annotation.tokens[place.head].dep == "agent":
        return _WEIGHTS["agent"]
    return _WEIGHTS.get(place.dep, OTHER)


def predicated(annotation: Annotation, at: int) -> bool:
    """Whether a word below a verb says what its subject becomes or is made: "was created Baron Berg"."""
    word = annotation.tokens[at]
    if word.dep == "dobj":
        return any(annotation.tokens[c].dep == "auxpass" for c in annotation.children[word.head])
    return word.dep == "oprd" or (word.dep == "attr" and annotation.tokens[word.head].pos == "VERB")
