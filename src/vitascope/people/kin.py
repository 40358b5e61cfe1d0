"""Nouns of kinship with their anchor: "her mother", "Berg's widow", "the father of Anna Berg", "had two sons"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vitascope.model import Annotation, Sentence, Token
from vitascope.people.lexicon import KinNoun, Lexicon
from vitascope.people.syntax import SUBJECTS, clause_of, subject_of

__all__ = ["KinNominal", "begins_a_row", "find_kin", "named_after"]

_REACH = 7
"""Words between a possessor and its noun: "her own two much younger brothers"."""
_CLOSING = (",", ".", ";", ":", ")", "CC", "HYPH", "-RRB-")
_NOBODY = KinNoun("", "", "unknown", False, False)


@dataclass(frozen=True, slots=True)
class KinNominal:
    """A kin noun in tokens ``[first, last)`` with ``head``; ``anchor`` is the token of whose kin it tells.

    ``start`` is the first token of the phrase (possessor or article). ``via`` says how the anchor was found;
    ``couple`` means that the anchor is a married pair and stands for the person the life is about, ``clause`` that it
    is the clause's subject ("was raised by an aunt"), ``life`` that nobody is told ("an elder brother emigrated") and
    ``ranked`` that the noun stands in the plural before ("the youngest of whom"), ``again`` that somebody was called so
    before ("the widow"); the last three have no anchor, -1.
    """

    start: int
    first: int
    last: int
    head: int
    noun: KinNoun
    qualifier: str
    anchor: int
    via: Literal["possessor", "of", "have", "couple", "clause", "life", "ranked", "again"]
    other: int = -1


def find_kin(annotation: Annotation, lex: Lexicon, inside: Mapping[int, int]) -> list[KinNominal]:
    """All kin nominals in text order. ``inside`` maps tokens of names to their sighting: a name holds no kin noun."""
    found: list[KinNominal] = []
    reached = 0
    for at in annotation.told(lex.kin_openings):
        if at < reached:
            continue
        sentence = annotation.sentences[annotation.tokens[at].sentence]
        ends = _ranked(annotation.tokens, at, sentence, lex, inside)
        if ends:
            word = annotation.tokens[at].text.lower()
            start = at - 1 if at > sentence.first and annotation.tokens[at - 1].tag == "DT" else at
            found.append(KinNominal(start, at, ends, at, _NOBODY, word, -1, "ranked"))
            reached = ends
            continue
        last, noun = _noun_at(annotation.tokens, at, sentence, lex)
        if noun is None or at in inside:
            continue
        nominal = _nominal(annotation, sentence, at, last, noun, lex)
        if nominal is not None:
            found.append(nominal)
        reached = last
    return found


def named_after(annotation: Annotation, kin: KinNominal, lex: Lexicon, inside: Mapping[int, int]) -> int | None:
    """The sighting that names the relative: right after the noun, or after a comma that closes again."""
    tokens, at = annotation.tokens, _past_age(annotation.tokens, kin.last, lex)
    if at < len(tokens) and tokens[at].text in lex.naming:
        at += 1
    if at >= len(tokens) or tokens[at].sentence != tokens[kin.head].sentence:
        return None
    if at in inside or tokens[at].tag not in (",", ":"):
        return inside.get(at)
    first = last = at + 1
    if first not in inside or (kin.noun.plural and tokens[kin.head].tag == "NN"):  # "a friend of her family, Ida Lund"
        return None
    hung = False
    while last < len(tokens) and inside.get(last) == inside[first]:
        hung = hung or (tokens[last].dep == "appos" and tokens[last].head == kin.head)
        last += 1
    if not kin.noun.plural and begins_a_row(tokens, last, inside):
        return None
    closed = last < len(tokens) and tokens[last].tag in _CLOSING
    return inside[first] if hung or closed else None


def begins_a_row(tokens: Sequence[Token], at: int, inside: Mapping[int, int]) -> bool:
    """ "Speeches by her son, Ove Lund, Karl Berg, and Ida Holm": behind a name two more follow in a row that a
    conjunction closes, so that the first may be one of them and not the relative's."""
    found = 0
    while at + 1 < len(tokens) and (tokens[at].tag == "," or tokens[at].pos == "CCONJ"):
        at += tokens[at].tag == ","
        closing = tokens[at].pos == "CCONJ"
        at += closing
        name = inside.get(at)
        if name is None:
            return False
        while inside.get(at) == name:
            at += 1
        found += 1
        if closing:
            return found > 1
    return False


def _past_age(tokens: tuple[Token, ...], at: int, lex: Lexicon) -> int:
    """Behind how old a relative is told to be: "a daughter of five, Olga"."""
    aged = at + 2 < len(tokens) and tokens[at].text.lower() in lex.linking and tokens[at + 1].tag == "CD"
    return at + 2 if aged and tokens[at + 2].pos not in ("NOUN", "PROPN") else at


def _past_role(tokens: tuple[Token, ...], at: int) -> int:
    """Behind what a relative is told to be between the noun and the name: "an uncle, the jurist Karl Berg"."""
    end = at
    if end < len(tokens) and tokens[end].tag == "DT":
        end += 1
        while end < len(tokens) and end - at <= _REACH and tokens[end].tag in ("NN", "JJ"):
            end += 1
    return end if end - at > 1 else at


def _noun_at(tokens: tuple[Token, ...], at: int, sentence: Sentence, lex: Lexicon) -> tuple[int, KinNoun | None]:
    """The longest kin noun that begins at ``at``, over hyphens: "brother-in-law", "great-aunt"."""
    if not tokens[at].text[:1].isalpha():
        return at + 1, None
    last, text, best = at + 1, tokens[at].text, (at + 1, _known(tokens[at].text, lex))
    while last < min(at + 5, sentence.last) and tokens[last - 1].span.end == tokens[last].span.start:
        text += tokens[last].text
        last += 1
        noun = _known(text, lex)
        if noun is not None:
            best = last, noun
    if best[1] is not None and tokens[at].tag.startswith("V"):
        return at + 1, None
    return best


def _known(text: str, lex: Lexicon) -> KinNoun | None:
    word = text.lower()
    return lex.kin.get(word) or lex.bonds.get(word) or lex.young.get(word)


def _nominal(
    annotation: Annotation, sentence: Sentence, first: int, last: int, noun: KinNoun, lex: Lexicon
) -> KinNominal | None:
    tokens = annotation.tokens
    follows = tokens[last].text.lower() if last < sentence.last else ""
    before = tokens[first - 1].text.lower() if first > sentence.first else ""
    if follows in lex.not_before or before in lex.not_after or before.rstrip("-") in lex.not_after:
        return None
    # "mother-in-law" is headed by "mother", "great-aunt" and "half-brother" by their last word
    head = first if noun.leading else last - 1
    if tokens[head].dep == "compound" and tokens[head].head >= last and tokens[tokens[head].head].pos == "NOUN":
        return None
    start, possessor = _possessor(tokens, sentence, first, lex)
    if tokens[start].text.lower() in lex.nobodies:
        return None
    qualifier = " ".join(
        t.text.lower()
        for t in tokens[start:first]
        if t.text.lower() in lex.tell_apart and t.text.lower() not in lex.idle
    )
    if possessor is not None and noun.noun in lex.young:
        return None
    if possessor is not None:
        if tokens[possessor].lemma.lower() in lex.family["couples"]:
            return KinNominal(start, first, last, head, noun, qualifier, possessor, "couple")
        return KinNominal(start, first, last, head, noun, qualifier, possessor, "possessor")
    if not noun.relation:
        return None
    if follows in lex.linking and _past_age(tokens, last, lex) == last:
        anchor = _pobj(annotation, last)
        if anchor is not None:
            return KinNominal(start, first, last, head, noun, qualifier, anchor, "of")
    verb = clause_of(annotation, head)
    beside = start - 1 if start > sentence.first and tokens[start - 1].lemma in lex.have else verb
    misread = tokens[head].dep in SUBJECTS and beside != verb and tokens[beside].tag.startswith("V")
    if misread:
        # "had three children, the youngest of whom died": the children are had, and no subject
        verb = beside
    if (
        (misread or tokens[head].dep in ("dobj", "conj"))
        and tokens[verb].lemma in lex.have
        and tokens[verb].dep != "acl"
    ):
        subject = subject_of(annotation, verb)
        if subject is not None and subject < first:
            # "bore him a son": parsers see either kind of object in "him"
            given = [c for c in annotation.children[verb] if verb < c < start and _is_given_to(tokens[c])]
            anchor = given[0] if given else subject
            return KinNominal(start, first, last, head, noun, qualifier, anchor, "have", _had_by(annotation, verb, lex))
    return _indefinite(annotation, KinNominal(start, first, last, head, noun, qualifier, -1, "life"), lex)


def _had_by(annotation: Annotation, verb: int, lex: Lexicon) -> int:
    """The other parent: "by whom he had a son", "had two daughters with Karl Dahl"."""
    preps = (c for c in annotation.children[verb] if annotation.tokens[c].text.lower() in lex.beside)
    return next((t for t in (_pobj(annotation, c) for c in preps) if t is not None), -1)


def _is_given_to(token: Token) -> bool:
    return token.dep == "dative" or (token.dep == "dobj" and token.tag == "PRP")


def _indefinite(annotation: Annotation, kin: KinNominal, lex: Lexicon) -> KinNominal | None:
    """A relative of whom there can be several, told without a possessor: "an aunt", "two brothers"."""
    tokens = annotation.tokens
    opens = tokens[kin.start]
    alone = tokens[kin.head].tag in ("NN", "NNS") and all(c < kin.head for c in annotation.children[kin.head])
    strict = kin.noun.plural or kin.noun.noun in lex.young
    if opens.text.lower() in lex.family["articles"] and kin.start == kin.first - 1 and (alone or not strict):
        return replace(kin, via="again")
    if kin.noun.noun in lex.young:
        return None
    counted = opens.tag == "CD" or opens.text.lower() in lex.indefinite
    if not counted or kin.start == kin.first or kin.noun.relation not in lex.one_of_many:
        return None
    place = tokens[kin.head]
    above = tokens[place.head]
    if place.dep == "pobj" and (above.dep == "agent" or above.text.lower() in lex.beside):
        verb = tokens[above.head]
        subject = subject_of(annotation, verb.index) if verb.pos == "VERB" else None
        # an unnamed agent stays what the clause says of its subject
        told = above.dep != "agent" or (verb.tag == "VBN" and _is_named(tokens, kin))
        if subject is not None and subject < kin.first and told:
            return replace(kin, anchor=subject, via="clause")
    if place.dep not in ("nsubj", "nsubjpass"):
        return None
    generic = kin.noun.relation in lex.generic and not _is_named(tokens, kin) and above.lemma not in lex.born
    return None if generic else kin


def _is_named(tokens: tuple[Token, ...], kin: KinNominal) -> bool:
    name = _past_role(tokens, kin.last + 1)
    return name < len(tokens) and tokens[kin.last].tag == "," and tokens[name].tag == "NNP"


def _ranked(tokens: tuple[Token, ...], at: int, sentence: Sentence, lex: Lexicon, inside: Mapping[int, int]) -> int:
    """Where a phrase like "the youngest of whom" that begins at ``at`` ends; 0 where none does."""
    if at + 2 >= sentence.last or tokens[at].text.lower() not in lex.ranks:
        return 0
    if tokens[at + 1].text in lex.linking and tokens[at + 2].text.lower() in lex.of_them:
        return at + 3
    after_article = at > sentence.first and tokens[at - 1].tag == "DT"
    return at + 1 if after_article and tokens[at + 1].tag == "," and at + 2 in inside else 0


def _possessor(tokens: tuple[Token, ...], sentence: Sentence, first: int, lex: Lexicon) -> tuple[int, int | None]:
    """Look left over adjectives, numbers and hyphens for a possessive; ``(first token, possessor)``.

    A kin noun that is joined to another shares its possessor: "his wife and two sons".
    """
    start, joined = first, False
    for at in range(first - 1, max(sentence.first, first - _REACH) - 1, -1):
        token = tokens[at]
        if token.pos == "CCONJ" and tokens[at - 1].text.lower() in lex.kin:
            joined = True
            continue
        if joined and token.text.lower() in lex.kin:
            continue
        if joined and token.tag in (lex.possessive_tag, "POS"):
            return start, at if token.tag == lex.possessive_tag else at - 1
        if token.tag == lex.possessive_tag:
            return at, at
        if token.tag == "POS":
            whose = at - 1
            back = whose
            while back > sentence.first and tokens[back - 1].head == whose:
                back -= 1
            return back, whose
        if token.tag == "DT":
            return at, None
        hyphened = "HYPH" in (tokens[at - 1].tag, tokens[at + 1].tag)  # "his six-year-old daughter"
        adjective = token.tag in ("HYPH", "JJ", "JJR", "JJS", "VBN", "VBG", "CD")
        if token.pos not in ("ADJ", "NUM", "ADV") and not adjective and not (hyphened and token.pos == "NOUN"):
            break
        start = start if joined else at
    return start, None


def _pobj(annotation: Annotation, preposition: int) -> int | None:
    tokens = annotation.tokens
    for child in annotation.children[preposition]:
        if tokens[child].dep == "pobj":
            return child
    return None
