"""In which block of a text each of its offsets stands, for what is told in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vitascope.model import Span


def numbered(blocks: Sequence[Span], offsets: Iterable[int]) -> Iterator[int]:
    """For each of the ``offsets``, in text order, the number of the first of the ``blocks`` that ends behind it.

    Where none does, it is their count.
    """
    number = 0
    for offset in offsets:
        while number < len(blocks) and blocks[number].end <= offset:
            number += 1
        yield number
