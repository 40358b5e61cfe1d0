"""What becomes of a claim, in words: a short mark that every display carries, and a sentence that explains
it."""

from __future__ import annotations

from vitascope.export.departures import departures
from vitascope.model import Claim, Status
from vitascope.views.date_words import date_words

_SHORT = {"duress": "under duress"}


def status_label(name: str) -> str:
    """How the name of a status is shown: ``under duress`` for ``duress``."""
    return _SHORT.get(name, name)


def mark(status: Status) -> str:
    """A short mark, empty only for a plain assertion: ``alleged, under duress, annulled``.

    Attribution is left to the sentence where another word already says that the author does not vouch for it.
    """
    words = [word for word in departures(status) if word != "attributed" or status.modality == "asserted"]
    return ", ".join(status_label(word) for word in words)


def bracketed(status: Status) -> str:
    """The mark in brackets, ready to be put before the words; empty for a plain assertion."""
    short = mark(status)
    return f"[{short}]" if short else ""


def status_sentence(status: Status, by: Claim | None = None) -> str:
    """The whole status in words; ``asserted by the author`` when it is plain.

    ``by`` is the claim that :attr:`Status.by` names, where it is at hand: ``alleged by the police; under
    duress; annulled 1956 by rehabilitation``.
    """
    parts = [
        "negated: told as not so" if status.polarity == "negated" else "",
        _voice(status),
        "under duress" if status.duress else "",
        _standing(status, by),
    ]
    return "; ".join(part for part in parts if part) or "asserted by the author"


def _voice(status: Status) -> str:
    who = status.attributed_to
    if who is None:
        return "" if status.modality == "asserted" else status.modality
    outer = [voice for voice in status.chain if voice != who]
    relayed = f" (as told by {', as told by '.join(reversed(outer))})" if outer else ""
    if status.modality in ("reported", "alleged"):
        return f"{status.modality} by {who}{relayed}"
    according = f"according to {who}{relayed}"
    return according if status.modality == "asserted" else f"{status.modality}, {according}"


def _standing(status: Status, by: Claim | None) -> str:
    if status.standing == "stands":
        return ""
    if by is None:
        return status.standing
    when = f" {date_words(by.when.edtf)}" if by.when.edtf else ""
    return f"{status.standing}{when} by {by.type}"
