"""Patterns for one of many phrases, written as a tree of what they share: tried by letters, not phrase by phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANK = r"\s{1,3}"
"""What may stand for the blank between two words."""
_END = ""
"""The key of what ends a phrase."""
_Tree = dict[str, "_Tree"]


def either(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest that fits first, each ending where a word ends."""
    root: _Tree = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        at = root
        for sign in phrase:
            at = at.setdefault(BLANK if sign == " " else re.escape(sign), {})
        at[_END] = {r"(?!\w)": {}} if phrase[-1:].isalnum() else {}
    return f"(?:{_pattern(root)})"


def _pattern(tree: _Tree) -> str:
    """Longer phrases before the one that ends here, as each is filed after those that go on from it."""
    branches = [sign + _pattern(below) for sign, below in tree.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
