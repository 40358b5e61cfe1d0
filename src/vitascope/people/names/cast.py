"""Bring the names of a document together: one draft for every person and body that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vitascope.model import Annotation, Document, Gender
from vitascope.people.folding import fold
from vitascope.people.kin import find_kin
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.aliases import birth_names, names_in_aside, pair_asides, same_by_alias, with_epithet
from vitascope.people.names.couples import first_of_couple, join_married_names, judge_couples, with_shared_surnames
from vitascope.people.names.double_surnames import with_double_surname, with_double_surnames
from vitascope.people.names.draft import Draft
from vitascope.people.names.evidence import Verdict, judge
from vitascope.people.names.full_names import by_nickname, ends_so, group_full_names, is_full
from vitascope.people.names.gender import first_told, pronoun_counts, told_gender
from vitascope.people.names.headwords import parse_title
from vitascope.people.names.lives_apart import lives_apart
from vitascope.people.names.matching import compare
from vitascope.people.names.namesakes import Namesakes
from vitascope.people.names.parts import PersonName, parse_name
from vitascope.people.names.peerage import forms_by_rank
from vitascope.people.names.sightings import Sighting, find_names
from vitascope.people.names.told_ties import Others, ToldTie, kin_apart, told_ties
from vitascope.people.syntax import SUBJECTS

__all__ = ["Cast", "gather"]


@dataclass(frozen=True, slots=True)
class Cast:
    """All named drafts, and for every sighting that is a name: ``owner`` draft and reason, by sighting number.

    ``pronouns`` counts those of each gender in the text.
    """

    drafts: list[Draft]
    sightings: list[Sighting]
    owner: dict[int, tuple[int, str]]
    pronouns: Mapping[Gender, int]

    @property
    def main(self) -> Draft | None:
        """The subject of the life, where there is one."""
        return next((d for d in self.drafts if d.main), None)


def gather(document: Document, annotation: Annotation, lex: Lexicon) -> Cast:
    """Find and group the names. The document's title names the main person if its lead bears that out."""
    title = first_of_couple(parse_title(document.title, lex), document.text, lex)
    sightings = find_names(document, annotation, lex, title)
    if sightings and document.quote(sightings[0].span) != sightings[0].name.text:
        # the headword of a dictionary's article gives the whole name where the title has its first word only
        title = sightings[0].name if compare(title, sightings[0].name) != "different" else title
    title = next((s.name for s in sightings if s.name.surname_first and s.name.text == title.text), title)
    called = {fold(s.name.bare) for s in sightings}
    title, sightings = with_double_surname(title, called, lex), with_double_surnames(sightings, called, lex)
    sightings = with_shared_surnames(annotation, sightings, title, lex)
    verdicts = judge(document, annotation, sightings, lex, title)
    judge_couples(sightings, verdicts)
    cast = Cast([], sightings, {}, pronoun_counts(annotation, lex))
    untold = title.given and title.surname and any(not t.text for t in annotation.tokens)  # an entry under its headword
    subject = title if untold or _bears_out(title, sightings, verdicts) else None
    if subject is not None:
        by_rank = forms_by_rank(annotation, sightings, subject, lex, document.source.language)
        forms = [subject, *_further_forms(document, annotation, sightings, subject, lex), *by_rank]
        main = Draft(0, subject.text, forms=forms, gender=subject.gender, hint=subject.hint, main=True)
        main.gender = told_gender(cast.pronouns, main)
        if main.gender == "unknown":
            main.gender = _first_told(main, cast, verdicts, annotation, lex)
        cast.drafts.append(main)
    persons = [n for n, s in enumerate(sightings) if verdicts[s.key] == "person"]
    ties, others = _ties(document, cast, persons, annotation, lex)
    if subject is not None and not subject.given:
        whole = next((n for n in persons if is_full(sightings[n].name) and _is_whole(sightings[n].name, subject)), None)
        if whole is not None and whole not in ties:
            cast.drafts[0].forms.append(sightings[whole].name)
    born = birth_names(document, annotation, sightings, lex)
    group_full_names(cast.drafts, cast.owner, sightings, persons, ties, others, born)
    join_married_names(cast.drafts, cast.owner, sightings, persons, ties)
    if subject is None:
        _lead_subject(cast, annotation)
        if cast.main is not None:
            cast.main.gender = told_gender(cast.pronouns, cast.main)
    _merge_aliases(cast, verdicts, document, annotation, lex)
    persons = [n for n, s in enumerate(cast.sightings) if verdicts[s.key] == "person"]
    _short_names(cast, persons, *_ties(document, cast, persons, annotation, lex), lex)
    _bodies(cast, verdicts)
    for number in sorted(cast.owner):
        draft, sighting = cast.drafts[cast.owner[number][0]], sightings[number]
        draft.add_name(sighting.name.text)
    if cast.main is None:
        _most_named(cast)
    _label(cast)
    return cast


def _first_told(main: Draft, cast: Cast, verdicts: dict[str, Verdict], annotation: Annotation, lex: Lexicon) -> Gender:
    """What the first pronoun tells of the life's subject, unless the given name speaks against it."""
    named: set[int] = set()
    others: set[int] = set()
    for sighting in cast.sightings:
        given = bool(sighting.name.given) and sighting.name.given == main.forms[0].given  # "also Anna Dahl"
        own = given or any(compare(form, sighting.name) != "different" for form in main.forms)
        if own or verdicts[sighting.key] == "person":
            (named if own else others).update(range(sighting.first, sighting.last))
    told = first_told(annotation, named, others, lex)
    return told if main.hint in ("unknown", told) else main.gender


def _bears_out(title: PersonName, sightings: list[Sighting], verdicts: dict[str, Verdict]) -> bool:
    return any(verdicts[s.key] == "person" and compare(title, s.name) != "different" for s in sightings)


def _is_whole(name: PersonName, title: PersonName) -> bool:
    """Whether a full name is the first that the title's lone surname can stand for."""
    return bool(name.surname) and compare(title, name) == "compatible" and fold(title.single) != fold(name.given)


def _further_forms(
    document: Document, annotation: Annotation, sightings: list[Sighting], title: PersonName, lex: Lexicon
) -> list[PersonName]:
    """Birth names and by-names in the parentheses after the title's person; a lone surname takes the given name."""
    forms: list[PersonName] = []
    for sighting in sightings:
        before = annotation.tokens[sighting.first - 1] if sighting.first else None
        born = before is not None and before.tag == "VBN" and before.lemma in lex.born
        first = annotation.tokens[sighting.first].sentence == 0
        called = title.given and any(compare(title, form) == "equal" for form in by_nickname(sighting.name))
        # "She was born Anna Lund"; in the lead the title's name may lack a first name, or be the one that friends use
        if (born and title.given and fold(sighting.name.given) == fold(title.given)) or (
            first and (called or ends_so(sighting.name, title))
        ):
            forms.append(sighting.name)
    for sighting, aside in pair_asides(annotation, sightings):
        if compare(title, sighting.name) == "different":
            continue
        for alias in names_in_aside(document, aside, lex):
            if alias.cue and " " in alias.text:
                forms.append(parse_name(alias.text, lex))
            elif alias.cue and title.given:
                forms.append(replace(title, text=f"{title.given} {alias.text}", surname=alias.text, titles=()))
    return forms


def _inside(cast: Cast, persons: list[int]) -> dict[int, int]:
    return {t: n for n in persons for t in range(cast.sightings[n].first, cast.sightings[n].last)}


def _ties(
    document: Document, cast: Cast, persons: list[int], annotation: Annotation, lex: Lexicon
) -> tuple[dict[int, ToldTie], Others]:
    """The tie told beside each person, and for each sighting those that name somebody else: by the ties that are told,
    or by the years behind the names."""
    inside = _inside(cast, persons)
    relatives = find_kin(annotation, lex, inside)
    main = cast.main
    forms = [] if main is None else main.forms
    own = {n for n in persons if any(compare(form, cast.sightings[n].name) != "different" for form in forms)}
    gender = "unknown" if main is None else main.gender
    ties = told_ties(annotation, lex, inside, relatives, frozenset(own), gender)
    return ties, lives_apart(document, cast.sightings, persons, kin_apart(annotation, lex, inside, relatives))


def _short_names(cast: Cast, persons: list[int], ties: dict[int, ToldTie], others: Others, lex: Lexicon) -> None:
    """Titled names first, then surnames and given names in text order, each to the person it can stand for; of them
    first those that stand beside kin of the name."""
    shorts = [n for n in persons if n not in cast.owner]
    namesakes = Namesakes(cast.drafts, cast.owner, ties, others, lex.wifely, lex.generic)
    wives = {
        n for n in shorts if cast.sightings[n].name.titles[-1:] and cast.sightings[n].name.titles[-1] in lex.wifely
    }
    for number in sorted(shorts, key=lambda n: (n in wives, not cast.sightings[n].name.titles, n not in others, n)):
        name = cast.sightings[number].name
        choice = namesakes.match(name, number)
        if choice is None:
            draft = Draft(len(cast.drafts), name.text, forms=[name], gender=name.gender, hint=name.hint)
            cast.drafts.append(draft)
            namesakes.add(draft)
            choice = draft.number, "named so only"
        cast.owner[number] = choice
        namesakes.note(choice[0], number)


def _bodies(cast: Cast, verdicts: dict[str, Verdict]) -> None:
    by_key: dict[str, int] = {}
    for number, sighting in enumerate(cast.sightings):
        if verdicts[sighting.key] != "organisation":
            continue
        if sighting.key not in by_key:
            by_key[sighting.key] = len(cast.drafts)
            cast.drafts.append(Draft(len(cast.drafts), sighting.name.text, kind="organisation"))
        cast.owner[number] = (by_key[sighting.key], "a body's name")


def _merge_aliases(
    cast: Cast, verdicts: dict[str, Verdict], document: Document, annotation: Annotation, lex: Lexicon
) -> None:
    """ "Anna Berg, known as Mirka": every Mirka is Anna Berg."""
    for number, epithet in enumerate(cast.sightings):
        cast.sightings[number] = with_epithet(document, annotation, cast.sightings, number, lex) or epithet
        if cast.sightings[number] is not epithet and number - 1 in cast.owner:
            cast.owner[number] = (cast.owner[number - 1][0], "a by-name")
    for before, after, cue in same_by_alias(document, annotation, cast.sightings, lex):
        if before not in cast.owner or verdicts[cast.sightings[after].key] == "organisation":
            continue
        because = f"a further name: “{cue}”"
        keep, other = cast.owner[before][0], cast.owner.get(after)
        if other is None:
            verdicts[cast.sightings[after].key] = "person"
            cast.drafts[keep].forms.append(cast.sightings[after].name)
            cast.owner[after] = (keep, because)
        elif other[0] != keep:
            drop = other[0]
            if cast.drafts[drop].main:
                keep, drop = drop, keep
            cast.drafts[keep].forms.extend(cast.drafts[drop].forms)
            for number in [n for n, (owner, _) in cast.owner.items() if owner == drop]:
                cast.owner[number] = (keep, because)


def _lead_subject(cast: Cast, annotation: Annotation) -> None:
    """Without a title that names a person: the full name that is the subject of the first sentence."""
    for number in sorted(cast.owner):
        head = annotation.tokens[cast.sightings[number].head]
        if head.sentence > 0:
            return
        if head.dep in SUBJECTS:
            cast.drafts[cast.owner[number][0]].main = True
            return


def _most_named(cast: Cast) -> None:
    """Failing that, the one person named most, and more than once."""
    counts: dict[int, int] = {}
    for _, (owner, _) in sorted(cast.owner.items()):
        if cast.drafts[owner].kind == "person":
            counts[owner] = counts.get(owner, 0) + 1
    most = max(counts.values(), default=0)
    leaders = [d for d, n in counts.items() if n == most]
    if len(leaders) == 1 and most > 1:
        cast.drafts[leaders[0]].main = True


def _label(cast: Cast) -> None:
    """The fullest name as it stands in the text, without titles where a given name is there.

    The life's subject keeps the title's name, in the text's own spelling; a title that is but the surname is filled up.
    """
    for draft in cast.drafts:
        if draft.kind != "person":
            continue
        name = max(draft.forms, key=lambda f: (f.weight, bool(f.titles and f.surname)))
        if draft.main and draft.label == draft.forms[0].text:
            title = draft.forms[0]
            surname = fold(title.single) in fold(name.surname).split()
            name = name if title.single and not title.titles and surname and name.given else title
        draft.label = next((f for f in draft.forms[1:] if fold(f.full) == fold(name.full)), name).full
