"""How a claim came about: its clause, the arguments and the roles that they fill, its frame, its date, its status."""

from __future__ import annotations

from collections.abc import Iterable

from vitascope.claims.lexicon import Frame, load_lexicon
from vitascope.export.attested import Attested
from vitascope.model import Claim, Clause, Party, Span
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.status_words import bracketed, status_sentence

Row = tuple[str, str]


def derivation(item: Attested, clauses: Iterable[Clause], by: Claim | None = None) -> tuple[Row, ...]:
    """Heading and words, in the order in which they are shown; an empty heading goes on with the one before.

    ``clauses`` are those of the document, ``by`` the claim that undid this one, where it is at hand.
    """
    claim = item.claim
    rows = [("claim", f"{bracketed(claim.status)} {headline(claim)}".strip()), ("about", claim.subject.label)]
    rows.append(("words", " ".join(item.quote.split())))
    clause = clause_of(claim, clauses)
    if clause is not None:
        rows.append(("clause", _told(clause)))
        rows += [("", row) for row in _arguments(item, clause)]
    rows += _rule(claim, item.document.source.language)
    rows += _date(claim)
    rows.append(("status", status_sentence(claim.status, by)))
    rows += [("", f"because {reason}") for reason in claim.status.because]
    return tuple(rows)


def clause_of(claim: Claim, clauses: Iterable[Clause]) -> Clause | None:
    """The clause with the claim's predicate; None for what stands in structure."""
    return next((c for c in clauses if c.predicate == claim.predicate), None)


def _told(clause: Clause) -> str:
    voice = ["passive"] if clause.passive else []
    tense = [clause.tense] if clause.tense != "none" else []
    more = [*voice, *tense, *(["negated"] if clause.negated else []), *([clause.modal] if clause.modal else [])]
    return ", ".join([f"{clause.kind} “{clause.lemma}”", *more])


def _arguments(item: Attested, clause: Clause) -> list[str]:
    """Each argument with its words and what it fills."""
    claim = item.claim
    parties: dict[str, Party] = {"about": claim.subject, **claim.roles}
    rows = []
    for argument in clause.arguments:
        filled = [name for name, party in parties.items() if party.span and _within(party.span, argument.span)]
        words = " ".join(item.document.quote(argument.span).split())
        rows.append(f"{argument.function} “{words}”" + (f" → {', '.join(filled)}" if filled else ""))
    return list(dict.fromkeys(rows))


def _within(party: Span, argument: Span) -> bool:
    return argument.contains(party) or party.contains(argument)


def _rule(claim: Claim, language: str) -> list[Row]:
    """The rule; of a frame also where it looks for its roles."""
    rows = [("rule", f"{claim.rule} (confidence of the extraction {claim.confidence:.2f})")]
    frame = _frame(claim.rule, language)
    if frame is not None:
        rows.append(("", f"about: {', '.join(frame.subjects)}"))
        rows += [("", f"{role}: {', '.join(sources)}") for role, sources in frame.roles.items() if role in claim.roles]
        rows += [("", f"{role}: always “{value}”") for role, value in frame.fixed.items()]
    return rows


def _frame(rule: str, language: str) -> Frame | None:
    kind, _, name = rule.partition(":")
    frames = load_lexicon(language).frames if kind == "frame" else ()
    return next((f for f in frames if f.id == name), None)


def _date(claim: Claim) -> list[Row]:
    when = claim.when
    rows = [("when", f"{date_words(when.edtf)} ({when.edtf})" if when.edtf else "no time is told")]
    if when.text:
        rows.append(("", f"words: “{' '.join(when.text.split())}”"))
    if when.earliest or when.latest:
        rows.append(("", f"from {when.earliest or '…'} to {when.latest or '…'}"))
    rows.append(("", f"basis: {when.basis}" + (f"; {when.because}" if when.because else "")))
    return rows
