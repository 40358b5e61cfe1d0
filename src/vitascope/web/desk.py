"""The desk: texts that were pasted into the page and are read in memory, without touching the project.

One text is read at a time, in a thread of its own; the reader, with its language model, is opened for the first of
them. The last few readings are held for as long as the server runs.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from vitascope.errors import VitascopeError
from vitascope.model import Document, Reading
from vitascope.pipeline import Reader

HELD = 16
"""How many pasted texts are held; the oldest goes first."""


@dataclass(slots=True)
class Sheet:
    """One text on the desk. ``stage`` is one of :data:`vitascope.pipeline.STAGES`, "" before the first."""

    document: Document
    stage: str = ""
    reading: Reading | None = None
    failure: VitascopeError | None = None

    @property
    def is_done(self) -> bool:
        """Whether it was read, or failed to be."""
        return self.reading is not None or self.failure is not None


class Desk:
    """Where sheets lie and are read. Safe to be used from several threads."""

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._sheets: OrderedDict[str, Sheet] = OrderedDict()
        self._reader: Reader | None = None
        self._lock = threading.Lock()
        self._reading = threading.Lock()

    def lay(self, document: Document) -> Sheet:
        """Put a text on the desk and begin to read it; one that lies there already is not read again."""
        with self._lock:
            held = self._sheets.get(document.id)
            if held is not None and held.failure is None:
                return held
            sheet = self._sheets[document.id] = Sheet(document)
            while len(self._sheets) > HELD:
                self._sheets.popitem(last=False)
        threading.Thread(target=self._read, args=(sheet,), daemon=True, name="reading").start()
        return sheet

    def sheet(self, document: str) -> Sheet | None:
        """The sheet of a document id, None where it is not, or no longer, on the desk."""
        with self._lock:
            return self._sheets.get(document)

    def _read(self, sheet: Sheet) -> None:
        def told(stage: str) -> None:
            sheet.stage = stage

        try:
            with self._reading:
                if self._reader is None:
                    self._reader = Reader(self._model)
                sheet.reading = self._reader.read(sheet.document, told)
        except VitascopeError as failure:
            sheet.failure = failure
        except Exception as fault:  # noqa: BLE001  (the page must tell of it: it would wait for ever)
            sheet.failure = VitascopeError(sheet.document.title, f"could not be read ({fault!r})", "please report it")
