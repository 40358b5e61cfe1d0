"""What a person types to correct a claim: ``when=1902 role.place=Omsk status.duress=yes words="was arrested"``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vitascope.errors import VitascopeError
from vitascope.export.attested import Attested
from vitascope.judgement import Correction
from vitascope.model import Party, Span
from vitascope.store import Project, quoted
from vitascope.store.names import closest

PARTS = "type, when, subject, words, role.NAME, status.NAME"
_SAID = {"yes": True, "true": True, "no": False, "false": False}


def parsed(project: Project, item: Attested, parts: Iterable[str]) -> Correction:
    """The correction of this claim that ``NAME=VALUE`` parts ask for; an empty value takes away.

    A subject is whoever of the same document the name fits, else just that name. ``words`` must stand in the text;
    of several places the nearest to the claim is meant. Raises VitascopeError for what is no part.
    """
    correction, roles, status = Correction(), {}, {}
    for part in parts:
        name, sign, value = part.partition("=")
        name, value = name.strip(), value.strip()
        if not sign:
            raise VitascopeError(part, "is no part of a correction", f"write it as NAME=VALUE; names: {PARTS}")
        if name == "type" and value:
            correction = replace(correction, type=value)
        elif name == "when":
            correction = replace(correction, when=value)
        elif name == "subject" and value:
            correction = replace(correction, subject=_party(project, item, value))
        elif name == "words" and value:
            correction = replace(correction, quote=quoted(item.document.text, _place(item, value)))
        elif name.startswith("role."):
            roles[name.removeprefix("role.")] = _party(project, item, value) if value else None
        elif name.startswith("status."):
            status[name.removeprefix("status.")] = _SAID.get(value.lower(), value or None)
        else:
            raise VitascopeError(part, "is no part of a correction", f"write it as NAME=VALUE; names: {PARTS}")
    return replace(correction, roles=roles, status=status)


def _party(project: Project, item: Attested, name: str) -> Party:
    here = [each for each in project.find_personas(name) if each.document == item.document.id]
    found = closest(here, name)
    if len(found) > 1:
        listed = "\n    ".join(f"{each.persona.id}  {each.persona.label}" for each in found)
        raise VitascopeError(name, f"fits {len(found)} personas of this document", f"give an id:\n    {listed}")
    return Party(found[0].persona.label, found[0].persona.id) if found else Party(name)


def _place(item: Attested, words: str) -> Span:
    text, starts, at = item.document.text, [], item.document.text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    if not starts:
        raise VitascopeError(f"“{words}”", "does not stand in the text", "copy the words as they are written there")
    start = min(starts, key=lambda each: (abs(each - item.claim.span.start), each))
    return Span(start, start + len(words))
