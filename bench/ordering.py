"""Milliseconds of ordering a made-up life: as many claims as asked for, dated and undated, without any text.

    python bench/ordering.py [--claims 2000] [--rounds 9] [--wrong]

One long life with kin, posts, memberships and arrests. ``--wrong`` tells the birth of the subject fifty years too late,
so that every second rule is broken: the worst that a bad date can do.
"""

from __future__ import annotations

import argparse
import statistics
import time

from vitascope.claims.ordering.ordering import order
from vitascope.edtf import bounds
from vitascope.model import Block, Claim, Document, Party, People, Source, Span, Status, When

TYPES = ("event", "post", "move", "arrest", "release", "membership", "appointment", "dismissal", "statement", "work")
PHASES = ("join", "expulsion", "readmission", "member")


def life(size: int, wrong: bool) -> list[Claim]:
    """Claims of one person and of a relative in ten; every third is dated."""
    dates = {0: "1950" if wrong else "1900-05-04", 1: "1980-02", size // 2: "1900"}
    claims = []
    for number in range(size):
        kind = "birth" if number in (0, size // 2) else "death" if number == 1 else TYPES[number % len(TYPES)]
        date = dates.get(number) or (f"{1915 + number * 60 // size}" if number % 3 == 0 else None)
        if wrong and number == size // 2:
            kind, date = "event", None
        roles = {"organisation": Party(f"body {number % 40}"), "phase": Party(PHASES[number // 10 % 4])}
        earliest, latest = bounds(date) if date else (None, None)
        when = When(date, date, Span(0, 1), earliest, latest, "stated") if date else When()
        span = Span(number * 20, number * 20 + 15)
        who = "a" if number % 10 or number < 2 or number == size // 2 else f"relative {number % 70}"
        party = Party(who, who)
        claims.append(Claim(f"c{number}", "d", kind, party, span, span, span, roles, when, Status(), 1.0, "made"))
    return claims


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    claims = life(args.claims, args.wrong)
    blocks = tuple(Block("paragraph", Span(at, at + 400)) for at in range(0, args.claims * 20, 400))
    document = Document("d", "x" * args.claims * 20, "a life", Source("made", "text", "0"), blocks)
    line = frozenset(claim.id for claim in claims)
    ordered = order(document, claims, People((), ()), line)
    rounds = []
    for _ in range(args.rounds):
        begun = time.perf_counter()
        order(document, claims, People((), ()), line)
        rounds.append((time.perf_counter() - begun) * 1000)
    bounded = sum(b.earliest is not None and b.latest is not None for b in ordered.bounds)
    median, slowest = statistics.median(rounds), max(rounds)
    print(f"{len(claims)} claims, {bounded} bounded on both sides, {len(ordered.conflicts)} conflicts")
    print(f"median {median:.0f} ms, slowest {slowest:.0f} ms of {args.rounds}")


if __name__ == "__main__":
    main()
