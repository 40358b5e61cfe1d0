"""What every route needs to know: which project, whether it may be changed, and the token that proves it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request

from vitascope.store import Project
from vitascope.web.desk import Desk
from vitascope.web.remembered import Memory


@dataclass(frozen=True, slots=True)
class Site:
    """One served project. ``edit`` allows judgements; ``token`` is new at every start and part of every form.

    ``desk`` is where pasted texts are read. ``hosts`` are the names under which the page may be asked for (the Host
    header), against DNS rebinding.
    """

    project: Path
    edit: bool = False
    author: str = ""
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    desk: Desk = field(default_factory=Desk)
    memory: Memory = field(default_factory=Memory)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @contextmanager
    def opened(self) -> Iterator[Project]:
        """The project, for one request. Raises StoreError where the file is gone or damaged."""
        with Project.open(self.project, create=False) as project:
            yield project


def site_of(request: Request) -> Site:
    """The site that a request was made to."""
    site: Site = request.app.state.site
    return site
