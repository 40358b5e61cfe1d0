"""Documents for tests, made by the readers that users meet."""

from vitascope.model import Document
from vitascope.sources import read_text


def document(text: str, name: str = "test.txt") -> Document:
    """A document of the given text, its format detected as for a file of that name."""
    return read_text(text, name)
