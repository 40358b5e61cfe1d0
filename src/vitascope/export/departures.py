"""How a status departs from the plain word of the author: the mark that no format may leave out."""

from __future__ import annotations

from vitascope.model import Status


def departures(status: Status) -> tuple[str, ...]:
    """The parts in which a status is not that of a plain assertion, by their values; empty when it is plain.

    In the order polarity, modality, attribution, duress, standing: ``("alleged", "attributed", "duress",
    "annulled")``. Attribution counts: what another voice says is not the author's plain word.
    """
    parts = (
        (status.polarity != "affirmed", status.polarity),
        (status.modality != "asserted", status.modality),
        (bool(status.attributed_to), "attributed"),
        (status.duress, "duress"),
        (status.standing != "stands", status.standing),
    )
    return tuple(word for departs, word in parts if departs)


def is_plain(status: Status) -> bool:
    """Whether the author states it, unforced and unrevoked."""
    return not departures(status)
