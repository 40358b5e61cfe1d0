"""Decide over the whole document which possible names are persons' and which are bodies'.

No hint decides alone, the parser's entity label least: hints are added up over all sightings of a name
(after the document-level voting of Mikheev, Moens & Grover 1999, "Named Entity Recognition without Gazetteers").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from vitascope.model import Annotation, Document
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.bodies import is_acronym, is_body
from vitascope.people.names.counterevidence import against, held_by
from vitascope.people.names.parts import PersonName
from vitascope.people.names.sightings import Sighting, is_listed_thing, is_thing
from vitascope.people.names.title_evidence import believe_title, words_of_name
from vitascope.people.syntax import SUBJECTS

__all__ = ["Verdict", "judge"]

Verdict = Literal["person", "organisation", "none"]

ENOUGH = 2.2
"""Hints that must add up before a name is a person's; the strongest label of the parser is worth 1.6."""

_PERSON_LABEL = 1.6
_OTHER_LABELS = {
    "ORG": -0.3,
    "NORP": -1.2,
    "PRODUCT": -0.6,
    "WORK_OF_ART": -0.8,
    "GPE": -1.2,
    "LOC": -1.5,
    "FAC": -1.0,
    "EVENT": -1.5,
    "LAW": -1.5,
    "LANGUAGE": -1.2,
}
_REPEATED = 0.3
_OFTEN = 1.5
"""A label that keeps coming back weighs more."""
_COMMON = -1.0
"""A word that the same document writes small elsewhere, and that is no given name."""
_BESIDE = 1.0
"""Persons are joined to persons ("Karl, Ove and Tord")."""
_PARTS = ("poss", "dobj", "dative", "conj", "appos", "attr")
_SPOKEN_OF = (*SUBJECTS, "poss", "dobj", "dative", "conj", "appos")
_TITLED = 3
"""A title with every third sighting of a name tells what it is."""
_LIFESPAN = re.compile(r"\s?[(\[][^()\[\]]*\b\d{3,4}\b")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


def judge(
    document: Document, annotation: Annotation, sightings: list[Sighting], lex: Lexicon, title: PersonName | None
) -> dict[str, Verdict]:
    """A verdict for every sighting's key. ``title`` is the document's subject where its title names one."""
    by_key: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_key.setdefault(sighting.key, []).append(sighting)
    labels = _labels(annotation, {s.first for s in sightings})
    spoken = _spoken_of(annotation, lex)
    common = frozenset(t.text for t in annotation.tokens if t.pos in ("NOUN", "ADJ", "VERB") and t.text.islower())
    own = words_of_name(title, lex)
    verdicts: dict[str, Verdict] = {}
    scores: dict[str, float] = {}
    for key, group in by_key.items():
        share = _shares(group, labels)
        if is_body(annotation, group, share, lex):
            verdicts[key] = "organisation"
            continue
        score = _wording(_titled(group), own, lex) + _company(document, annotation, group, lex, spoken)
        score += against(document, annotation, group, lex) + _COMMON * _is_common_word(group[0], common, lex)
        score += _PERSON_LABEL * share.get("PERSON", 0.0)
        score += _REPEATED if len(group) > 1 and share.get("PERSON", 0.0) >= 0.5 else 0.0
        often = _OFTEN if len(group) > 2 else 1.0
        others = (share[label] * weight for label, weight in _OTHER_LABELS.items() if label in share)
        scores[key] = score + often * sum(others)
    _join(annotation, by_key, scores)
    if title is not None:
        believe_title(title, document.title, annotation, {key: by_key[key][0].name for key in scores}, scores, lex)
    for key, score in scores.items():
        verdicts[key] = "person" if score >= ENOUGH else "none"
    _spread(by_key, verdicts, scores)
    return verdicts


def _titled(group: list[Sighting]) -> Sighting:
    """The first sighting with a title, where it stands often with the name, else the first."""
    titled = [s for s in group if s.name.titles]
    return titled[0] if _TITLED * len(titled) >= len(group) else group[0]


def _is_common_word(sighting: Sighting, common: frozenset[str], lex: Lexicon) -> bool:
    last = sighting.name.text.split()[-1]
    return fold(last) not in lex.given and not sighting.name.titles and last.lower() in common


def _join(annotation: Annotation, by_key: Mapping[str, list[Sighting]], scores: dict[str, float]) -> None:
    """What stands in one list with persons is a person too, where other hints begin to show it."""
    heads = {s.head: key for key in scores for s in by_key[key]}
    sure = {key for key, score in scores.items() if score >= ENOUGH}
    joined: set[str] = set()
    for head, key in heads.items():
        above = annotation.tokens[head]
        if above.dep == "conj" and above.head in heads:
            one, other = key, heads[above.head]
            joined |= {one} if other in sure else {other} if one in sure else set()
    for key in joined - sure:
        scores[key] += _BESIDE


def _labels(annotation: Annotation, begins: Collection[int]) -> list[str]:
    """The entity label over each token, empty where there is none; of two names under one label it is the last's."""
    labels = [""] * len(annotation.tokens)
    starts = [t.span.start for t in annotation.tokens]
    for entity in annotation.entities:
        at = bisect_left(starts, entity.span.start)
        within = range(at, bisect_left(starts, entity.span.end))
        first = max((t for t in within if t in begins), default=at)
        labels[first : within.stop] = [entity.label] * len(within[first - at :])
    return labels


def _shares(group: list[Sighting], labels: list[str]) -> dict[str, float]:
    """How often the parser gave each label to the name's last word, as shares of all sightings."""
    shares: dict[str, float] = {}
    for sighting in group:
        label = labels[sighting.last - 1] or labels[sighting.first]
        shares[label] = shares.get(label, 0.0) + 1 / len(group)
    return shares


def _wording(sighting: Sighting, own: frozenset[str], lex: Lexicon) -> float:
    """What the name's own words say; ``own`` are words of a person's name however they end."""
    name = sighting.name
    words = name.bare.replace("-", " ").split()
    score = 0.0
    if name.titles:
        score += 3.0 if name.gender != "unknown" else 2.0
        score -= 3.0 if name.bare.lower() in lex.roles else 0.0
    is_given = fold(words[0]) in lex.given
    if is_given:
        score += 2.5 if len(words) > 1 else 1.5
    elif len(words) > 1:
        score += 1.6 if name.surname_first else 0.6
    if any(fold(w).endswith(tuple(lex.patronymic)) for w in name.middle):
        score += 2.0
    if len(words) > 1 and _INITIALS.fullmatch(words[0]):
        score += 1.5
    called = len(words) == 1 and name.titles and name.gender != "unknown"
    if is_given and len(words) > 1 and is_thing(words[-1], lex):
        score -= 1.5 if words[-1] in lex.surnames_too or not is_listed_thing(words[-1], lex) else 3.5
    elif not is_given and any(is_thing(w, lex) for w in words if w not in own) and not called:
        score -= 1.5 if len(words) == 1 and words[0] in lex.surnames_too else 4.0
    if words[-1].lower() in lex.roles and len(words) > 1 and words[0].lower() in lex.roles:
        # "Chief Executive Officer"
        score -= 2.5
    if words[-1].lower() in lex.unsurnamed and len(words) > 1:
        score -= 4.0
    if len(words) == 1 and is_acronym(words[0]):
        score -= 3.0
    known = any(fold(w) in lex.given or fold(w) in lex.particles or _INITIALS.fullmatch(w) for w in words)
    plain = not known and not name.titles
    if len(words) > 4 or (len(words) == 4 and plain):
        score -= 1.0
    if len(words) > 1 and all(_INITIALS.fullmatch(w) for w in words):
        score -= 2.0
    if name.epithet or (name.suffix and not name.surname):
        score += 1.0
    if words[-1] in lex.demonyms:
        score -= 3.0
    return score


def _company(
    document: Document, annotation: Annotation, group: list[Sighting], lex: Lexicon, spoken: list[int]
) -> float:
    """What stands around the name, over all sightings."""
    tokens, count = annotation.tokens, len(group)
    place = article = plural = 0
    hints: dict[str, float] = {}
    for sighting in group:
        head = tokens[sighting.head]
        above = tokens[head.head]
        own = head.dep not in ("compound", "nmod", "poss", "amod") and not sighting.name.titles
        article += own and sighting.first > 0 and tokens[sighting.first - 1].tag == "DT"
        plural += tokens[sighting.last - 1].tag == "NNPS"
        place += head.dep == "pobj" and above.lemma.lower() in lex.places
        if head.dep in ("nsubj", "poss") and above.lemma in lex.acts:
            hints["acts"] = 1.0
        if head.dep == "nsubj" and above.lemma in lex.marry:
            hints["married"] = 2.0
        if head.dep in SUBJECTS and _owns(annotation, sighting, lex):
            # before the first sentence there is nobody else whom the possessive could mean
            hints["owns"] = 2.8 if head.sentence == 0 else 1.2
        if head.dep in SUBJECTS or (head.dep == "pobj" and above.dep == "agent"):
            hints["part"] = 0.8
        elif head.dep in _PARTS or (head.dep == "pobj" and above.lemma.lower() not in lex.places):
            near = head.dep == "poss" or (head.dep == "pobj" and above.lemma.lower() not in lex.whereabouts)
            hints["part"] = max(hints.get("part", 0.0), 0.6 if near else 0.5)
        if head.dep in _SPOKEN_OF and _goes_on(annotation, sighting, spoken):
            hints["spoken of"] = 0.8
        if head.dep == "nsubjpass" and above.lemma in lex.undergoes:
            hints["undergoes"] = 1.0
        if head.dep == "poss" and above.lemma in lex.kin:
            hints["kin"] = 1.5
        if head.dep == "dobj" and above.lemma in lex.marry:
            hints["married"] = 2.0
        native = head.dep == "pobj" and above.lemma.lower() in lex.places and tokens[above.head].lemma in lex.born
        beside = () if native else tuple(_beside(annotation, sighting, lex))  # "born in Narva, the son of a smith"
        if head.dep == "pobj" and above.text in lex.linking and tokens[above.head].lemma in lex.kin:
            hints["kin"] = 1.5 if sighting.last - sighting.first > 1 else 0.0
        if any(n in lex.kin for n in beside):
            hints["kin"] = 3.0
        if any(n in lex.roles or n in lex.gendered for n in beside):
            hints["apposition"] = 2.5 if tokens[sighting.first - 1].text in lex.naming else 1.5
        if not held_by(annotation, sighting, lex) and any(
            tokens[c].dep == "relcl"
            and any(lex.relatives.get(tokens[g].text) == "person" for g in annotation.children[c])
            for c in annotation.children[sighting.head]
        ):
            hints["who"] = 1.5
        if head.dep == "appos" and above.tag == "NN" and sighting.last - sighting.first == 1:
            # "his book Hydra": what it is called, where no noun for a person says who
            hints["called"] = 0.0 if above.lemma in lex.roles or above.lemma in lex.kin else -0.8
        if _LIFESPAN.match(document.text, sighting.span.end, sighting.span.end + 40):
            hints["lifespan"] = 1.0
    score = sum(hints.values())
    score -= 2.5 * (article / count) + 2.0 * (plural / count)
    return score - (1.2 if place / count >= 0.5 else 0.0)


def _spoken_of(annotation: Annotation, lex: Lexicon) -> list[int]:
    """The tokens of all pronouns of one person."""
    return annotation.told([word for word, form in lex.pronouns.items() if form.gender != "unknown"])


def _goes_on(annotation: Annotation, sighting: Sighting, spoken: list[int]) -> bool:
    """Whether the rest of the sentence, or the next, says "he" or "she"."""
    at = bisect_left(spoken, sighting.last)
    sentences, here = annotation.sentences, annotation.tokens[sighting.head].sentence
    following = sentences[min(here + 1, len(sentences) - 1)]
    stop = following.last if following.block == sentences[here].block else sentences[here].last
    return at < len(spoken) and spoken[at] < stop


def _owns(annotation: Annotation, sighting: Sighting, lex: Lexicon) -> bool:
    """Whether the sentence goes on with one person's possessive, and names nobody else before it: "left his farm"."""
    tokens = annotation.tokens
    sentence = annotation.sentences[tokens[sighting.head].sentence]
    for token in tokens[sighting.last : sentence.last]:
        form = lex.pronouns.get(token.text.lower())
        if form is not None and form.gender != "unknown":
            return form.kind == "possessive" and sighting.first <= sentence.first + 3
        if token.text[:1].isupper() and (fold(token.text) in lex.given or (token.text,) in lex.titles):
            return False
    return False


def _beside(annotation: Annotation, sighting: Sighting, lex: Lexicon) -> Iterable[str]:
    """Lemmas of the nouns in apposition to, just before, or predicated of the name."""
    tokens, head = annotation.tokens, annotation.tokens[sighting.head]
    if head.dep == "appos":
        yield tokens[head.head].lemma
    for child in annotation.children[sighting.head]:
        if tokens[child].dep == "appos":
            yield tokens[child].lemma
    before = sighting.first - 1
    if before > 0 and tokens[before].text in lex.naming:
        before -= 1
    if before >= 0 and tokens[before].pos == "NOUN":
        yield tokens[before].lemma
    if head.dep == "nsubj":
        for sister in annotation.children[head.head]:
            if tokens[sister].dep == "attr":
                yield tokens[sister].lemma


def _spread(by_key: Mapping[str, list[Sighting]], verdicts: dict[str, Verdict], doubtful: Mapping[str, float]) -> None:
    """A lone word is a person's too where the document has a person's full name with it as the surname."""
    parts: set[str] = set()
    for key, group in by_key.items():
        name = group[0].name
        if verdicts[key] == "person":
            told = (name.surname, name.given, *name.surname.split(" "))
            parts.update(fold(p) for p in told if len(p) > 2 or name.surname_first)
    for key in by_key:
        if verdicts[key] == "none" and key in parts and doubtful.get(key, 0.0) > -2.0:
            verdicts[key] = "person"
