"""``vitascope review``: claim after claim, the most doubtful first."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated

import typer

from vitascope.commands.author import author
from vitascope.commands.corrections import PARTS, parsed
from vitascope.commands.options import ByOption, ProjectArgument
from vitascope.commands.output import console_on
from vitascope.commands.selection import asked, personas
from vitascope.errors import VitascopeError
from vitascope.export.attested import Attested
from vitascope.model import Verdict
from vitascope.store import ClaimFilter, Project
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.doubt import by_doubt
from vitascope.views.judgement_words import sign
from vitascope.views.status_words import status_sentence

KEYS = "a accept · r reject · c correct · n unsure · s skip · u undo · q quit"
_WORDS = {"accept": "a", "reject": "r", "correct": "c", "unsure": "n", "skip": "s", "undo": "u", "quit": "q"}
_VERDICTS: dict[str, Verdict] = {"a": "accept", "r": "reject", "n": "unsure", "c": "correct"}


def review(
    project: ProjectArgument,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Only about whoever this name fits best.")
    ] = None,
    by: ByOption = None,
) -> None:
    """Look through claims one by one and judge them.

    In this order: what was judged and is read otherwise since, or what somebody doubts; then what nobody judged, the
    least confident extraction first, among equals what is not plainly asserted first. What is settled does not come
    again.

    One key a claim: a accept, r reject, c correct, n unsure, s skip, u undo the last, q quit; each judgement is saved
    at once. Without a terminal a line is a command: the key, then a reason, or for c the parts (see judge).

    \b
    Examples:
      vitascope review lives.vita --person norrgren
      printf 'a\\nc when=1902 so the register\\nq\\n' | vitascope review lives.vita --by "R. Hale"
    """
    who = author(by)
    with asked(project, None) as opened:
        wanted = ClaimFilter(rejected=True)
        if person is not None:
            found = personas(opened, person, every=True)
            wanted = ClaimFilter(personas=tuple((each.document, each.persona.id) for each in found), rejected=True)
        queue = by_doubt(opened.claims(wanted))
        Review(opened, queue, who).run(_keys() if sys.stdin.isatty() else _lines())


@dataclass
class Review:
    """One sitting: the queue, where it has got to, and what was judged so far."""

    project: Project
    queue: tuple[Attested, ...]
    by: str
    at: int = 0
    made: list[tuple[int, int]] = field(default_factory=list)

    def run(self, commands: Iterator[str]) -> None:
        """Until the queue, the commands or the patience ends."""
        while self.at < len(self.queue):
            self._show(self.queue[self.at])
            command = next(commands, "q").strip()
            if command in ("q", "quit"):
                break
            try:
                self._do(command)
            except VitascopeError as fault:
                sys.stdout.write(f"error: {fault}\n")
        left = len(self.queue) - self.at
        sys.stdout.write(f"{len(self.made)} judged, {left} left\n")

    def _do(self, command: str) -> None:
        word, _, rest = command.partition(" ")
        key = _WORDS.get(word, word)
        if key == "s":
            self.at += 1
        elif key == "u":
            self._undo()
        elif key in _VERDICTS:
            self._judge(_VERDICTS[key], rest.strip())
        else:
            raise VitascopeError(command or "nothing", "is no key", KEYS)

    def _judge(self, verdict: Verdict, rest: str) -> None:
        item, correction, why = self.queue[self.at], None, rest
        if verdict == "correct":
            words = _split(rest)
            parts = [word for word in words if "=" in word]
            why = " ".join(word for word in words if "=" not in word)
            correction = parsed(self.project, item, parts)
        made = self.project.judge(item.claim.id, verdict, by=self.by, why=why, correction=correction)
        self.made.append((made.number, self.at))
        self.at += 1

    def _undo(self) -> None:
        if not self.made:
            raise VitascopeError(
                "undo", "nothing was judged yet in this sitting", "earlier ones: vitascope undo NUMBER"
            )
        number, self.at = self.made.pop()
        self.project.undo(number, by=self.by)
        sys.stdout.write(f"judgement {number} is taken back\n")

    def _show(self, item: Attested) -> None:
        from rich.text import Text

        claim, text = item.claim, item.document.text
        start, end = min(claim.sentence.start, claim.span.start), max(claim.sentence.end, claim.span.end)
        words = Text(f"\n{self.at + 1} of {len(self.queue)}  {item.document.title}\n\n", style="dim")
        words.append(text[start : claim.span.start], style="not dim")
        words.append(f"⟦{item.quote}⟧", style="not dim bold reverse")
        words.append(text[claim.span.end : end] + "\n\n", style="not dim")
        when = claim.when
        date = f"{date_words(when.edtf)} ({when.edtf})" if when.edtf else "no time is told"
        told = [
            f"{claim.subject.label}: {headline(claim)}",
            f"when    {date}" + (f"; {when.because}" if when.because else ""),
            f"status  {'; '.join((status_sentence(claim.status), *claim.status.because))}",
            f"rule    {claim.rule}, confidence {claim.confidence:.2f}",
            *([f"judged  {sign(claim)}"] if claim.judged else []),
            f"id      {claim.id}",
            KEYS,
        ]
        words.append("\n".join(told), style="not dim")
        console_on(sys.stdout).print(words)


def _split(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError as fault:
        raise VitascopeError(line, f"cannot be taken apart ({fault})", "close the quotation mark") from fault


def _lines() -> Iterator[str]:
    yield from sys.stdin


def _keys() -> Iterator[str]:
    """One key; what to correct is asked for, and in capitals (A, R, N) the reason."""
    while True:
        key = typer.getchar()
        if key in ("\x03", "\x04"):
            return
        if key == "c":
            yield f"c {typer.prompt(f'correct ({PARTS})', default='', show_default=False)}"
        elif key in ("A", "R", "N"):
            yield f"{key.lower()} {typer.prompt('because', default='', show_default=False)}"
        else:
            yield key
