"""Reads short texts whole and gives their claims in a form that tables can compare."""

from __future__ import annotations

from tests.documents import document
from vitascope.model import Claim, Document
from vitascope.pipeline import Reader


def read(reader: Reader, text: str, name: str = "test.wiki") -> tuple[Document, tuple[Claim, ...]]:
    """The document and its claims."""
    life = document(text, name)
    return life, reader.read(life).claims


def of(claims: tuple[Claim, ...], kind: str) -> list[Claim]:
    """The claims of a type."""
    return [c for c in claims if c.type == kind]
