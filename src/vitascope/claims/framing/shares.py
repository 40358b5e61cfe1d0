"""Which arguments belong to each of several claims of one clause: "a BA from Lund and a doctorate from Graz"."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.model import Argument

DEGREE = "degree"


def beside(
    choice: Argument | None, split: str | None, filled: dict[str, list[Argument]]
) -> Iterator[tuple[str, list[Argument]]]:
    """The fillers of each role for the claim of ``choice``, one of those of the role ``split``.

    Of phrases told one by one ("from Lund with a degree, from Oslo with a prize") those after the one chosen. What
    stands behind one degree is not told of the next: "a BA in law and a doctorate".
    """
    for role, found in filled.items():
        if choice is not None and split == DEGREE:
            first = min(a.head for a in filled[split])
            found = [a for a in found if a.head >= choice.head or a.head < first]
        if choice is None or role == split or len(found) < 2:
            if found:
                yield role, found
            continue
        ends = [a.head for a in filled[split or role] if a.head > choice.head]
        near = [a for a in found if choice.head < a.head and (not ends or a.head < ends[0])]
        yield role, near or found
