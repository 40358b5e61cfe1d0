"""Who judges."""

from __future__ import annotations

import os

from vitascope.errors import VitascopeError

NAMES = ("VITASCOPE_USER", "LOGNAME", "USER", "USERNAME")
"""Variables that may hold the name, the first that does first."""


def author(by: str | None) -> str:
    """The name given, else that of the environment. Raises VitascopeError where there is none."""
    for name in (by, *(os.environ.get(each) for each in NAMES)):
        if name and name.strip():
            return name.strip()
    raise VitascopeError("judgement", "nobody is named who says so", "say who you are: --by NAME, or $VITASCOPE_USER")
