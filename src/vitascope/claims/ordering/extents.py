"""Dates that claims of one life lend each other: a birth told twice, an arrest that opens an imprisonment; and the
places of birth and death, which a life span takes from where they are told.

Only what event logic makes certain is joined, only a claim that the author vouches for lends its date, and ``because``
says from what; bounds over the whole life are the ordering stage's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope import edtf, vocabulary
from vitascope.claims.dating.dating import PERIOD
from vitascope.claims.dating.lasting import away
from vitascope.claims.ordering.constraints import constrains
from vitascope.claims.ordering.holding_out import held_out
from vitascope.days import number_of
from vitascope.model import Claim, Document, Party, When

_PLACE, _LIFESPAN, _INFOBOX, DURATION = "place", "lifespan", "infobox", "duration"
_SURVIVAL = "frame:survival"
_BODY = "organisation"
OPENING = ("arrest", "sentence")
ENDING = ("release", "escape", "exile", "execution", "death", "pardon")
FREEING = ("release", "escape", "pardon")
ENTERING = ("appointment", "election", "promotion")
KILLING = ("execution", "assassination")


def settle(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with borrowed dates; order and number unchanged."""
    settled = list(claims)
    _once(settled)
    _outlived(settled)
    _places_once(settled)
    _held_since(settled)
    _imprisonments(document, settled)
    _studies(settled)
    _outlasted(settled)
    return held_out(document, settled)


def withhold(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The time of a saying or a plan is not that of what was said or planned: unasserted content keeps a date only
    where it stands within its own words."""
    kept = []
    for claim in claims:
        told = claim.when.span is not None and claim.span.contains(claim.when.span)
        spoken = claim.status.modality == "reported" and claim.status.attributed_to is not None
        content = claim.type == "involvement" or spoken or claim.status.modality in ("intended", "hypothetical")
        borrowed = content and claim.when.edtf and not told and claim.type != "quotation"
        kept.append(replace(claim, when=When()) if borrowed else claim)
    return tuple(kept)


def _once(claims: list[Claim]) -> None:
    """What happens once has one date: an undated attestation takes that of a dated one of the same subject."""
    types = vocabulary.load().types
    dated: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if types[claim.type].once and claim.when.edtf and constrains(claim):
            first = dated.setdefault((claim.subject.key, claim.type), claim)
            if _within(claim.when, first.when):
                dated[claim.subject.key, claim.type] = claim
    for at, claim in enumerate(claims):
        kind = "death" if claim.type in KILLING else claim.type
        known = dated.get((claim.subject.key, kind))
        if known is not None and (moved := _in_year_of(known, claim)) is not None:
            claims[at] = replace(claim, when=moved)
            continue
        if known is not None and (not claim.when.edtf or _within(known.when, claim.when) or _elsewhen(known, claim)):
            because = f"{kind} dated “{known.when.text}” at {known.span.start}"
            claims[at] = replace(claim, when=replace(known.when, text="", span=None, basis="derived", because=because))


def _outlived(claims: list[Claim]) -> None:
    """Who survived somebody did so at that one's death ("is survived by a daughter")."""
    deaths = {c.subject.key: c for c in claims if c.type == "death" and c.when.edtf and constrains(c)}
    for at, claim in enumerate(claims):
        whom = claim.roles.get("object") if claim.rule == _SURVIVAL and not claim.when.edtf else None
        known = deaths.get(whom.key) if whom is not None else None
        if known is not None:
            because = f"death dated “{known.when.text}” at {known.span.start}"
            claims[at] = replace(claim, when=replace(known.when, text="", span=None, basis="derived", because=because))


def _outlasted(claims: list[Claim]) -> None:
    """Nobody has been anything after death: a state told beside a later happening is not of its time ("in 1950 a
    concert was given at the club, where she was a member")."""
    types = vocabulary.load().types
    deaths = {
        c.subject.key: c.when.latest
        for c in claims
        if c.type in ("death", *KILLING) and c.when.latest and constrains(c)
    }
    for at, claim in enumerate(claims):
        died, told = deaths.get(claim.subject.key), claim.when
        own = told.span is not None and claim.span.contains(told.span)
        if died is None or own or not told.earliest or not types[claim.type].state:
            continue
        if number_of(told.earliest) > number_of(died):
            claims[at] = replace(claim, when=When())


def _places_once(claims: list[Claim]) -> None:
    """A life span tells no places: it takes those that the text tells of the same birth and death."""
    if not any(claim.rule == _LIFESPAN for claim in claims):
        return
    told: dict[tuple[str, str], list[tuple[Party, When]]] = {}
    for claim in sorted(claims, key=lambda c: c.rule.startswith(_INFOBOX)):
        place = claim.roles.get(_PLACE)
        status = claim.status
        doubtful = status.polarity != "affirmed" or status.attributed_to is not None or status.standing != "stands"
        if place is not None and not doubtful and status.modality in ("asserted", "uncertain"):
            told.setdefault((claim.subject.key, claim.type), []).append((place, claim.when))
    for at, claim in enumerate(claims):
        if claim.rule == _LIFESPAN and _PLACE not in claim.roles:
            known = told.get((claim.subject.key, claim.type), [])
            places = [place for place, when in known if not _parted(when, claim.when)]
            if places and all(p.label.startswith(places[0].label) for p in places):
                claims[at] = replace(claim, roles={**claim.roles, _PLACE: places[0]})


def _parted(one: When, other: When) -> bool:
    """Whether two dates cannot be of one happening: a death of 1942 tells no place of that of 1938."""
    return any(
        begun.earliest is not None and over.latest is not None and number_of(begun.earliest) > number_of(over.latest)
        for begun, over in ((one, other), (other, one))
    )


def _in_year_of(known: Claim, claim: Claim) -> When | None:
    """A month or day whose year only the story's clock gave, in the year that is told of the same happening."""
    if claim.when.basis != "anchored" or known.when.basis != "stated" or not (claim.when.edtf and known.when.edtf):
        return None
    told, clocked = edtf.parse(known.when.edtf), edtf.parse(claim.when.edtf)
    if not (isinstance(told, edtf.Date) and isinstance(clocked, edtf.Date)) or told.month or not clocked.month:
        return None
    value = f"{told.year}-{clocked.month}" + (f"-{clocked.day}" if clocked.day else "") + (told.mark or clocked.mark)
    if told.year == clocked.year or not edtf.valid(value):
        return None
    earliest, latest = edtf.bounds(value)
    because = f"{known.type} dated “{known.when.text}” at {known.span.start}"
    return replace(claim.when, edtf=value, earliest=earliest, latest=latest, basis="derived", because=because)


def _within(known: When, vague: When) -> bool:
    """Whether a date that was itself derived leaves room for a known, narrower one."""
    if not vague.because or None in (known.earliest, known.latest, vague.earliest, vague.latest):
        return False
    return str(vague.earliest) <= str(known.earliest) and str(known.latest) <= str(vague.latest)


def _elsewhen(known: Claim, claim: Claim) -> bool:
    """Whether the span of a war or reign, which dates what stands beside it, leaves the known birth or death out."""
    told, period = known.when, claim.when
    if not period.because.startswith(PERIOD) or told.basis != "stated" or told.because:
        return False
    ends = (told.earliest, told.latest, period.earliest, period.latest)
    return None not in ends and (str(told.latest) < str(period.earliest) or str(period.latest) < str(told.earliest))


def _studies(claims: list[Claim]) -> None:
    """A course that was begun at a told time lasted to the degree that is told next of the same school."""
    for at, claim in enumerate(claims):
        start = (claim.when.edtf or "").removesuffix("/..")
        if claim.type != "education" or not _moment(start) or not constrains(claim):
            continue
        later = (
            c for c in claims[at + 1 :] if c.type in ("education", "degree") and c.subject.key == claim.subject.key
        )
        degree = next(later, None)
        if degree is None or degree.type != "degree" or not constrains(degree) or not _moment(degree.when.edtf):
            continue
        school, of = (c.roles[_BODY].label if _BODY in c.roles else "" for c in (claim, degree))
        if school and school == of and _later(degree.when, start) and degree.when.edtf != start:
            finish = (degree.when.edtf or "").rstrip("~?%")
            claims[at] = _extent(claim, start, finish, f"degree at {degree.span.start}")


def _imprisonments(document: Document, claims: list[Claim]) -> None:
    """An imprisonment begins with the arrest or sentence told just before and lasts to the release told just after."""
    for at, claim in enumerate(claims):
        if claim.type != "imprisonment":
            continue
        value = claim.when.edtf
        arrest = _neighbour(document, claims, at, OPENING, backwards=True)
        if value and value.startswith("../") and arrest is not None and _moment(arrest.when.edtf):
            claims[at] = _extent(claim, arrest.when.edtf or "", value[3:], f"{arrest.type} at {arrest.span.start}")
            continue
        begun = value.removesuffix("/..") if value else value
        start = begun if _moment(begun) else arrest.when.edtf if arrest and not value else None
        end = _neighbour(document, claims, at, ENDING if begun == value else FREEING, backwards=False)
        if not value and (lasted := _for_so_long(document, claims, at, start)) is not None:
            claims[at] = lasted
        elif start and _moment(start) and end is not None and _moment(end.when.edtf) and _later(end.when, start):
            finish = (end.when.edtf or "").rstrip("~?%")
            claims[at] = _extent(claim, start, finish, f"{end.type} at {end.span.start}")
        elif start and not value and arrest is not None:
            borrowed = replace(arrest.when, text="", span=None, basis="derived")
            claims[at] = replace(claim, when=replace(borrowed, because=f"{arrest.type} at {arrest.span.start}"))


def _for_so_long(document: Document, claims: list[Claim], at: int, start: str | None) -> Claim | None:
    """An imprisonment of a told length, from the arrest on or up to the release or the next prison."""
    length = claims[at].roles[DURATION].label if DURATION in claims[at].roles else ""
    finish = (away(start or "", length) or "").rstrip("~")
    if start and finish and finish != start:
        return _extent(claims[at], start, f"{finish}~", f"what opened it and {length}")
    end = _neighbour(document, claims, at, (*ENDING, "imprisonment"), backwards=False)
    if start or end is None or not _moment(end.when.edtf):
        return None
    finish = (end.when.edtf or "").rstrip("~?%")
    begins = (away(finish, length, back=True) or "").rstrip("~")
    because = f"{end.type} at {end.span.start} and {length}"
    return _extent(claims[at], f"{begins}~", finish, because) if begins and begins != finish else None


def _held_since(claims: list[Claim]) -> None:
    """An office held until some time, told right after it was entered, was held from then on."""
    entered: dict[tuple[str, str], Claim] = {}
    for at, claim in enumerate(claims):
        key = claim.subject.key, claim.roles["role"].label if "role" in claim.roles else ""
        since = entered.get(key)
        value = claim.when.edtf or ""
        if claim.type in ENTERING and _moment(value) and constrains(claim):
            entered[key] = claim
        elif claim.type != "post" or not value.startswith("../") or since is None or not constrains(claim):
            continue
        elif _later(claim.when, since.when.edtf or ""):
            claims[at] = _extent(claim, since.when.edtf or "", value[3:], f"{since.type} at {since.span.start}")


def _neighbour(
    document: Document, claims: list[Claim], at: int, types: tuple[str, ...], backwards: bool
) -> Claim | None:
    """The nearest claim of one of ``types`` about the same subject in the same paragraph."""
    here = claims[at]
    block = next((b.span for b in document.blocks if b.span.contains(here.span)), here.span)
    steps = range(at - 1, -1, -1) if backwards else range(at + 1, len(claims))
    for step in steps:
        other = claims[step]
        if not block.overlaps(other.span):
            break
        if other.subject.key == here.subject.key and other.type in types and constrains(other):
            return other
        if other.subject.key == here.subject.key and other.type == "imprisonment":
            opens = backwards and (here.when.edtf or "").startswith("../") and _moment(other.when.edtf)
            return other if opens and constrains(other) else None
    return None


def _extent(claim: Claim, start: str, end: str, because: str) -> Claim:
    value = f"{start}/{end}"
    if not edtf.valid(value):
        return claim
    earliest, latest = edtf.bounds(value)
    reason = f"{claim.when.because}; {because}" if claim.when.because else because
    when = When(value, claim.when.text, claim.when.span, earliest, latest, "derived", reason)
    return replace(claim, when=when)


def _moment(value: str | None) -> bool:
    return bool(value) and "/" not in (value or "") and "[" not in (value or "")


def _later(when: When, start: str) -> bool:
    return when.latest is not None and when.latest >= (edtf.bounds(start)[0] or "")
