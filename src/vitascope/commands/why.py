"""``vitascope why``: where a claim comes from, part by part."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from vitascope.commands.messages import place
from vitascope.commands.options import DEFAULT_PROJECT, FromOption, ModelOption, ProjectOption
from vitascope.commands.output import console_on, print_lines
from vitascope.commands.selection import asked
from vitascope.errors import StoreError
from vitascope.export.attested import Attested
from vitascope.model import Claim, Provenance
from vitascope.store import Project
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.judgement_words import judgement_line, signed
from vitascope.views.status_words import bracketed, status_sentence


def why(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The first letters of a claim's id.")],
    project: ProjectOption = DEFAULT_PROJECT,
    from_: FromOption = None,
    model: ModelOption = None,
) -> None:
    """Tell where a claim comes from.

    Its words in their sentence, its rule, its date and status with their reasons, by what it was read and from where,
    and what people judged of it.

    \b
    Example:
      vitascope why 3fa9 --project lives.vita
    """
    with asked(project, from_, model) as opened:
        item = opened.claim(claim)
        rows = explanation(item, _by(opened, item.claim), opened.provenance(item.document.id))
        rows += tuple(_judgements(opened, item.claim))
    _print(item, rows)


def explanation(item: Attested, by: Claim | None, provenance: Provenance | None) -> tuple[tuple[str, str], ...]:
    """The parts of the answer: heading and words, in the order in which they are shown."""
    claim, when = item.claim, item.claim.when
    span = claim.span
    marks = (bracketed(claim.status), signed(claim), headline(claim))
    rows = [("claim", " ".join(words for words in marks if words)), ("about", claim.subject.label)]
    rows += [(name, party.label) for name, party in claim.roles.items()]
    rows.append(("place", f"{place(item.document, span.start)}, offsets {span.start}–{span.end}"))
    rows.append(("when", f"{date_words(when.edtf)} ({when.edtf})" if when.edtf else "no time is told"))
    if when.text:
        rows.append(("", f"words: “{when.text}”"))
    if when.earliest or when.latest:
        rows.append(("", f"from {when.earliest or '…'} to {when.latest or '…'}"))
    rows.append(("", f"basis: {when.basis}" + (f"; {when.because}" if when.because else "")))
    rows.append(("status", status_sentence(claim.status, by)))
    rows += [("", f"because {reason}") for reason in claim.status.because]
    if claim.status.by:
        rows.append(("", f"by claim {claim.status.by}" + (f": {headline(by)}" if by else "")))
    rows.append(("rule", f"{claim.rule} (confidence of the extraction {claim.confidence:.2f})"))
    if provenance is not None:
        model = provenance.model
        rows.append(("read by", f"{provenance.reader}; rules {provenance.rules[:12]}"))
        parser = f", run by {model.parser}" if model.parser else ""
        rows.append(("", f"model {model.name} {model.version}, sha256 {model.sha256[:12]}{parser}"))
    source = item.document.source
    rows.append(("source", f"{source.uri}, {source.format}, sha256 {source.sha256[:12]}"))
    told = [
        f"retrieved {source.retrieved}" if source.retrieved else "",
        f"licence {source.licence}" if source.licence else "",
    ]
    rows += [("", "; ".join(part for part in told if part))] if any(told) else []
    rows.append(("id", claim.id))
    return tuple(rows)


def _judgements(project: Project, claim: Claim) -> Iterator[tuple[str, str]]:
    """What was judged of it, oldest first; of a claim that only judgements hold, by the last of them."""
    id_ = claim.id
    if claim.judged is not None and claim.judged.alone:
        id_ = next(
            each.targets[0] for each in project.judgements() if each.judgement.number == claim.judged.numbers[-1]
        )
    for number, placed in enumerate(project.history(id_)):
        yield "" if number else "judged", judgement_line(placed)


def _by(project: Project, claim: Claim) -> Claim | None:
    if claim.status.by is None:
        return None
    try:
        return project.claim(claim.status.by).claim
    except StoreError:
        # It stood in a document that is no longer in the project; its id is shown all the same.
        return None


def _print(item: Attested, rows: tuple[tuple[str, str], ...]) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    claim, text = item.claim, item.document.text
    start, end = min(claim.sentence.start, claim.span.start), max(claim.sentence.end, claim.span.end)
    # Brackets beside the colour: the words must be seen without it too.
    words = Text(text[start : claim.span.start])
    words.append(f"⟦{item.quote}⟧", style="bold reverse")
    words.append(text[claim.span.end : end])
    console = console_on(sys.stdout)
    print_lines(console, Padding(words, (1, 2)))
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for heading, told in rows:
        table.add_row(heading, Text(told))
    print_lines(console, table)
