"""What a claim says, in a few words: its type and its roles."""

from __future__ import annotations

from vitascope.model import Claim
from vitascope.vocabulary import load


def type_label(claim: Claim) -> str:
    """The label of the claim's type; for an ``event`` the act that is told."""
    known = load().types.get(claim.type)
    label = known.label if known else claim.type
    predicate = claim.roles.get("predicate")
    return f"{label}: {predicate.label}" if predicate else label


def role_words(claim: Claim, names: bool = True) -> str:
    """The roles but for an event's predicate, which its type tells: ``place: Omsk, agent: the police``."""
    return ", ".join(
        f"{name}: {party.label}" if names else party.label for name, party in claim.roles.items() if name != "predicate"
    )


def headline(claim: Claim) -> str:
    """Type and roles in a line, without date and status: ``arrest: the police``."""
    label, roles = type_label(claim), role_words(claim, names=False)
    if not roles:
        return label
    return f"{label}, {roles}" if "predicate" in claim.roles else f"{label}: {roles}"
