"""The kin of one persona, each with what says so: relatives who are described by their kinship, and claims of kin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vitascope.model import Claim, Party, Persona, Reading
from vitascope.views.claim_words import type_label
from vitascope.vocabulary import load


@dataclass(frozen=True, slots=True)
class Relative:
    """One relative: ``relation`` in a word (as in "mother of"), the party, and the claim that tells it, if one does."""

    relation: str
    party: Party
    claim: Claim | None = None


def kin(reading: Reading, persona: Persona) -> tuple[Relative, ...]:
    """Who is told to be kin, by description first, then by claims about the persona; each party once."""
    names = {each.id: each for each in reading.people.personas}
    found = [
        Relative(relation, Party(each.label, each.id))
        for each in reading.people.personas
        for relation, of in each.kin
        if of == persona.id
    ]
    found += [Relative(f"is {relation} of", Party(names[of].label, of)) for relation, of in persona.kin if of in names]
    for claim in reading.claims:
        known = load().types.get(claim.type)
        if claim.subject.id != persona.id or known is None or known.family != "kin":
            continue
        relation = claim.roles.get("relation")
        for role, party in claim.roles.items():
            if role in ("spouse", "relative", "agent", "father", "mother", "child"):
                found.append(Relative(relation.label if relation else type_label(claim), party, claim))
    kept: dict[str, Relative] = {}
    for relative in found:
        first = kept.setdefault(relative.party.key, relative)
        if first.claim is None:
            kept[relative.party.key] = replace(first, claim=relative.claim)
    return tuple(kept.values())
