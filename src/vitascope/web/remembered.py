"""Answers that cost time, and whole pages, kept until the project file changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Answer = TypeVar("Answer")
Stamp = tuple[tuple[int, int], ...]

PAGES = 400
"""How many pages are kept."""
_LARGEST = 1024 * 1024
"""Bytes of a page that is kept."""


class Memory:
    """Answers by question, good for as long as the file and its write-ahead log are as they were.

    Safe to be used from several threads; of two that ask the same at once the second waits for the first. At most
    ``held`` answers are kept; the one that was not asked for the longest goes first.
    """

    def __init__(self, held: int = 64) -> None:
        self._held = held
        self._answers: OrderedDict[Hashable, tuple[Stamp, object]] = OrderedDict()
        self._lock = threading.Lock()
        self._at_work: dict[Hashable, threading.Lock] = {}

    def answer(self, project: Path, question: Hashable, compute: Callable[[], Answer]) -> Answer:
        """The answer to a question about this project, computed where it is not known."""
        with self._lock:
            at_work = self._at_work.setdefault(question, threading.Lock())
        with at_work:
            stamp = stamp_of(project)
            known = self.known(stamp, question)
            if known is not None:
                return cast(Answer, known)
            found = compute()
            self.keep(stamp, question, found)
        return found

    def known(self, stamp: Stamp, question: Hashable) -> object | None:
        """What was answered when the project was just so; None where nothing was."""
        with self._lock:
            held = self._answers.get(question)
            if held is None or held[0] != stamp:
                return None
            self._answers.move_to_end(question)
            return held[1]

    def keep(self, stamp: Stamp, question: Hashable, found: object) -> None:
        """Keep an answer that was begun when the project was just so."""
        with self._lock:
            self._answers[question] = (stamp, found)
            self._answers.move_to_end(question)
            while len(self._answers) > self._held:
                gone, _ = self._answers.popitem(last=False)
                self._at_work.pop(gone, None)


class RememberedPages:
    """ASGI middleware: a page that was shown is shown again as it was, until the project changes.

    Nothing but address, project and this start of the server makes a page, so that nothing else can make it stale; the
    desk, where texts are read, is left out, and so are files.
    """

    def __init__(self, app: ASGIApp, project: Path) -> None:
        self._app = app
        self._project = project
        self._memory = Memory(PAGES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(("/read", "/static")):
            await self._app(scope, receive, send)
            return
        is_packed = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        question, stamp = (scope["path"], scope["query_string"], is_packed), stamp_of(self._project)
        known = cast("list[Message] | None", self._memory.known(stamp, question))
        if known is None:
            known = []

            async def kept(message: Message) -> None:
                known.append(_copy(message))
                await send(message)

            await self._app(scope, receive, kept)
            if _is_page(known):
                self._memory.keep(stamp, question, known)
        else:
            for message in known:
                await send(_copy(message))


def _copy(message: Message) -> Message:
    """The message with headers of its own, which others change."""
    return {**message, "headers": list(message["headers"])} if "headers" in message else dict(message)


def _is_page(messages: list[Message]) -> bool:
    first: dict[str, Any] = dict(messages[0]) if messages else {}
    is_html = Headers(raw=first.get("headers", [])).get("content-type", "").startswith("text/html")
    size = sum(len(message.get("body", b"")) for message in messages)
    return first.get("status") == 200 and is_html and size <= _LARGEST


def stamp_of(project: Path) -> Stamp:
    """Size and time of the file and of its log: a commit changes one of them.

    An empty log says nothing: whoever opens the file makes one, and whoever closes it last takes it away.
    """
    found = []
    for path in (project, project.with_name(project.name + "-wal")):
        try:
            state = path.stat()
        except FileNotFoundError:
            continue
        if state.st_size:
            found.append((state.st_size, state.st_mtime_ns))
    return tuple(found)
