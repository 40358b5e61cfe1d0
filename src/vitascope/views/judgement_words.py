"""What people judged, in words: the sign that a claim carries wherever it is shown, and a judgement in a line."""

from __future__ import annotations

from vitascope.judgement import Correction
from vitascope.model import Claim, Judged
from vitascope.store import Difference, Placed, Quoted
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.status_words import bracketed

_SAID = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "unsure": "doubted"}
_ATTACHED = {
    "id": "",
    "span": "found again at its place",
    "words": "found again by its words",
    "alone": "no reading finds the claim any more; its words are there",
    "lost": "what it is about is not in the project any more",
}


def sign(claim: Claim) -> str:
    """``corrected by R. Hale``, with what a reader of it must know; empty for what nobody judged."""
    judged = claim.judged
    if judged is None:
        return ""
    words = [f"{_verdict(judged)} by {', '.join(judged.by)}"]
    if judged.alone:
        words.append("no longer read")
    if judged.outdated:
        words.append("read otherwise since")
    return ", ".join(words)


def signed(claim: Claim) -> str:
    """The sign in brackets, empty for what nobody judged."""
    return f"[{words}]" if (words := sign(claim)) else ""


def judgement_line(placed: Placed) -> str:
    """One judgement in a line: number, time, who, verdict, of what, and why."""
    made = placed.judgement
    parts = [f"{made.number}  {made.at}  {made.by}: {made.verdict} {_target(placed)}".rstrip()]
    if made.correction is not None:
        parts.append(correction_words(made.correction))
    if made.why:
        parts.append(f"because {made.why}")
    if placed.undone is not None:
        parts.append(f"taken back by judgement {placed.undone}")
    parts += dict.fromkeys(_ATTACHED[how] for how in placed.how if _ATTACHED[how])
    return "; ".join(parts)


def correction_words(correction: Correction) -> str:
    """``type = arrest, when = 1902``: part by part what is said instead."""
    told = [("type", correction.type), ("when", correction.when)]
    told += [("words", f"“{correction.quote.exact}”")] if correction.quote else []
    told += [("subject", correction.subject.label)] if correction.subject else []
    told += [(f"role.{name}", party.label if party else "") for name, party in correction.roles.items()]
    told += [(f"status.{name}", _value(value)) for name, value in correction.status.items()]
    return ", ".join(f"{name} = {value or 'none'}" for name, value in told if value is not None)


def difference_lines(found: Difference) -> tuple[str, ...]:
    """``+ …`` for what appeared, ``- …`` for what disappeared, both for what changed, with the parts that did."""
    parts = f"   ({', '.join(found.parts)})" if found.parts else ""
    lines = [f"- {_told(found.before)}{parts}"] if found.before else []
    return (*lines, f"+ {_told(found.after)}") if found.after else tuple(lines)


def _told(quoted: Quoted) -> str:
    claim = quoted.claim
    words = " ".join(quoted.quote.split())
    said = (
        claim.id[:8],
        date_words(claim.when.edtf),
        bracketed(claim.status),
        f"{claim.subject.label}: {headline(claim)}",
    )
    return " ".join(part for part in said if part) + f" “{words}”"


def _verdict(judged: Judged) -> str:
    """Whoever accepts what was corrected leaves it corrected."""
    said = _SAID[judged.verdict]
    return f"corrected and {said}" if judged.corrected and judged.verdict != "correct" else said


def _target(placed: Placed) -> str:
    made = placed.judgement
    if made.undoes is not None:
        return f"{made.undoes}"
    if made.about == "personas":
        return " and ".join(
            f"{a.label or a.id} ({t}, {a.uri})" for a, t in zip(made.anchors, placed.targets, strict=True)
        )
    anchor = made.anchors[0]
    what = f"{anchor.claim.type} of {anchor.label}" if anchor.claim else ""
    words = f"“{' '.join(anchor.quote.exact.split())}”" if anchor.quote else ""
    target = placed.targets[0] if placed.targets else anchor.id
    return " ".join(part for part in (target[:8], what, words) if part)


def _value(value: str | bool | None) -> str:
    return {True: "yes", False: "no", None: "none"}[value] if value is None or isinstance(value, bool) else value
