"""Errors that a user can act on: each names what was wrong, where, and what to do."""

from __future__ import annotations


class VitascopeError(Exception):
    """A problem with the input or the set-up, told in full; the command line prints it without a traceback.

    ``where`` names the file (and position), ``what`` the problem, ``advice`` the way out.
    """

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        super().__init__(f"{where}: {what}" + (f"\n  → {advice}" if advice else ""))
        self.where, self.what, self.advice = where, what, advice

    def __reduce__(self) -> tuple[type[VitascopeError], tuple[str, str, str]]:
        # An exception is pickled by the arguments of its base class, of which this one has another number.
        return type(self), (self.where, self.what, self.advice)


class SourceError(VitascopeError):
    """A file that cannot be read as a text."""


class ModelError(VitascopeError):
    """A language model that is missing or not what it should be."""


class DataError(VitascopeError):
    """A lexicon, rule or vocabulary file that breaks its own rules."""


class StoreError(VitascopeError):
    """A project file that cannot be opened, read or written."""
