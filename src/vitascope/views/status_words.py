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


_EXPLAINED = {
    "negated": "The text says that this is not so.",
    "uncertain": "The author is not sure of it.",
    "reported": "The author passes on what was said, and does not vouch for it.",
    "alleged": "It is an allegation, for which the author does not vouch.",
    "intended": "It was planned, ordered or asked for; that it came about is not said here.",
    "hypothetical": "It is supposed, not told as having been.",
    "attributed": "It is somebody else’s word, not the author’s.",
    "duress": "It was said, signed or done under duress: that it was said is no evidence that it is so.",
    "withdrawn": "Whoever said so took it back later.",
    "annulled": "It was annulled later: it was done, and then declared void.",
    "disputed": "It is contradicted by others.",
}


def status_explained(status: Status) -> tuple[str, ...]:
    """A sentence for each part in which a claim is not the author's plain word; none for a plain assertion."""
    return tuple(_EXPLAINED[word] for word in departures(status))


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
