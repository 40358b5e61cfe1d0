"""What a saved reading draws after it: judgements are found again, and what it changed is noted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.store import changes, judging
from vitascope.store.loading import document_at


@contextmanager
def followed(connection: sqlite3.Connection, uri: str) -> Iterator[None]:
    """Around whatever changes what is read at ``uri``, within the caller's transaction."""
    held = document_at(connection, uri)
    before = changes.held(connection, uri)
    yield
    here = document_at(connection, uri)
    judging.reattach(connection, uri, [id_ for id_ in dict.fromkeys((held, here)) if id_ is not None])
    if held is not None and (found := changes.differences(before, changes.held(connection, uri))):
        changes.note(connection, uri, found)
