"""The form by which a claim is corrected: what it offers, and the correction that a filled one asks for.

Only what was changed in the form becomes part of the correction, so that what nobody touched stays the reading's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vitascope.errors import DataError
from vitascope.export.attested import Attested
from vitascope.judgement import Correction, Quote
from vitascope.model import Party, Persona, Span
from vitascope.store import STATUS_VALUES, quoted
from vitascope.store.names import folded_words
from vitascope.vocabulary import COMMON_ROLES, load


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the form, what stands in it, and the values to choose from (none: any words)."""

    name: str
    label: str
    value: str
    choices: tuple[str, ...] = ()


def fields(item: Attested) -> tuple[tuple[Field, ...], tuple[Field, ...], tuple[Field, ...]]:
    """The fields of a claim as it stands: type, subject and date; then its roles; then the parts of its status."""
    claim = item.claim
    told = (
        Field("type", "type", claim.type, tuple(load().types)),
        Field("subject", "of whom", claim.subject.label),
        Field("when", "date (EDTF)", claim.when.edtf or ""),
    )
    roles = tuple(
        Field(f"role.{name}", name, claim.roles[name].label if name in claim.roles else "") for name in _roles(item)
    )
    status = tuple(
        Field(f"status.{name}", name, _words(getattr(claim.status, name)), tuple(_words(value) for value in values))
        for name, values in STATUS_VALUES.items()
    )
    return told, roles, (*status, Field("status.attributed_to", "who says so", claim.status.attributed_to or ""))


def correction(item: Attested, form: Mapping[str, str], personas: Iterable[Persona]) -> Correction:
    """What a filled form says instead. Raises DataError for a place that is none of the text."""
    people = tuple(personas)
    _, roles, status = ([field.name for field in part] for part in fields(item))
    old = {field.name: field.value for part in fields(item) for field in part}
    given = {name: " ".join(form[name].split()) for name in old if name in form}
    changed = {name: value for name, value in given.items() if value != " ".join(old[name].split())}
    subject = changed.get("subject", "")
    return Correction(
        type=changed.get("type") or None,
        quote=_quote(item, form),
        subject=_party(subject, people) if subject else None,
        when=changed.get("when"),
        roles={
            name.removeprefix("role."): _party(changed[name], people) if changed[name] else None
            for name in roles
            if name in changed
        },
        status={name.removeprefix("status."): _status_value(name, changed[name]) for name in status if name in changed},
    )


def _roles(item: Attested) -> tuple[str, ...]:
    known = load().types.get(item.claim.type)
    return tuple(dict.fromkeys((*item.claim.roles, *(known.roles if known else ()), *COMMON_ROLES)))


def _party(name: str, people: Iterable[Persona]) -> Party:
    """Who is meant: the one persona of the document with this id or name, else just the words."""
    wanted = folded_words(name)
    found = [
        each for each in people if each.id == name or wanted in [folded_words(n) for n in (each.label, *each.names)]
    ]
    return Party(found[0].label, found[0].id) if len(found) == 1 else Party(name)


def _quote(item: Attested, form: Mapping[str, str]) -> Quote | None:
    """The words between ``start`` and ``end``, None where they are those of the claim."""
    start, end = form.get("start", "").strip(), form.get("end", "").strip()
    if not start and not end:
        return None
    if not (start.isascii() and end.isascii() and start.isdigit() and end.isdigit()):
        raise DataError("words", f"“{start}–{end}” is no place", "give the numbers of the first and last character")
    span = Span(int(start), int(end))
    if span == item.claim.span:
        return None
    if not span.start < span.end <= len(item.document.text):
        what = f"{span.start}–{span.end} is no place in a text of {len(item.document.text)} characters"
        raise DataError("words", what, "select the words in the sentence")
    return quoted(item.document.text, span)


def _status_value(name: str, value: str) -> str | bool | None:
    return value == "yes" if name == "status.duress" and value in ("yes", "no") else value or None


def _words(value: str | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value or ""
