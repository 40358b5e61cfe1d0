"""What shows that a name is a body's: its own words, an article before capitals, the offices and acts beside it."""

from __future__ import annotations

from collections.abc import Mapping

from vitascope.model import Annotation
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.sightings import Sighting

__all__ = ["is_acronym", "is_body"]

_PLACE_LABELS = ("GPE", "LOC", "FAC")
_ACTED_ON = ("dobj", "nsubjpass")


def is_body(annotation: Annotation, group: list[Sighting], share: Mapping[str, float], lex: Lexicon) -> bool:
    """Whether the sightings of one name are of a body. ``share``: how often the parser gave it each label."""
    return (
        _ends_as_body(annotation, group, lex)
        or _is_acronym_of_body(annotation, group, share)
        or _is_run(annotation, group, share, lex)
    )


def is_acronym(text: str) -> bool:
    """Whether a word is of capitals alone."""
    return len(text) > 1 and text.isupper() and text.isalpha()


def _ends_as_body(annotation: Annotation, group: list[Sighting], lex: Lexicon) -> bool:
    words = group[0].name.text.split()
    joints = lex.linking.union(lex.purposes)
    core = words[: next((k for k, w in enumerate(words) if w in joints), len(words))]
    if fold(words[0]) in lex.given and len(core) == 2:
        return False
    if any(annotation.tokens[t].dep == "cc" for t in range(group[0].first, group[0].last)):
        return True
    if len(words) == 1 and all(_before(annotation, s) != "DT" for s in group):
        return False
    return bool(core) and core[-1] in lex.bodies and not (len(words) > 1 and group[0].name.titles)


def _is_acronym_of_body(annotation: Annotation, group: list[Sighting], share: Mapping[str, float]) -> bool:
    first = group[0]
    if first.last - first.first != 1 or not is_acronym(first.name.text):
        return False
    article = sum(_before(annotation, s) == "DT" for s in group) / len(group)
    return _placed(share) < 0.5 and share.get("ORG", 0.0) + article >= 0.5


def _is_run(annotation: Annotation, group: list[Sighting], share: Mapping[str, float], lex: Lexicon) -> bool:
    """ "The founder of Brightloom", "she founded Brightloom", "Brightloom, a weaving firm": nobody runs a person."""
    name = group[0].name
    if name.titles or fold(name.text.split()[0]) in lex.given:
        return False
    headed = _placed(share) < 0.5 and any(_has_head(annotation, s, lex) for s in group)  # cities have founders
    return headed or any(_is_called_body(annotation, s, lex) for s in group)


def _has_head(annotation: Annotation, sighting: Sighting, lex: Lexicon) -> bool:
    tokens = annotation.tokens
    head = tokens[sighting.head]
    while head.dep == "conj" and head.head != head.index and tokens[head.head].pos == "PROPN":
        head = tokens[head.head]
    above = tokens[head.head]
    if head.dep in _ACTED_ON:
        return above.lemma in lex.founds
    held = head.dep == "pobj" and above.text in lex.linking and above.index > 0
    return held and tokens[above.index - 1].lemma.lower() in lex.runs


def _is_called_body(annotation: Annotation, sighting: Sighting, lex: Lexicon) -> bool:
    """Whether a noun for a body stands with the name in apposition, or says what it is."""
    tokens, head = annotation.tokens, annotation.tokens[sighting.head]
    nouns = [c for c in annotation.children[sighting.head] if tokens[c].dep == "appos"]
    if head.dep == "appos":
        nouns.append(head.head)
    if head.dep == "nsubj":
        nouns += [c for c in annotation.children[head.head] if tokens[c].dep == "attr"]
    return any(tokens[n].tag == "NN" and tokens[n].lemma in lex.run for n in nouns)


def _placed(share: Mapping[str, float]) -> float:
    return sum(share.get(label, 0.0) for label in _PLACE_LABELS)


def _before(annotation: Annotation, sighting: Sighting) -> str:
    return annotation.tokens[sighting.first - 1].tag if sighting.first else ""
