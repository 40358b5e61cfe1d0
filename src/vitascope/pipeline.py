"""The one way through the house: a document in, everything read from it out."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from vitascope import __version__, lang
from vitascope.claims.assembly import read_claims
from vitascope.language import Annotator, SpacyAnnotator
from vitascope.model import Document, Provenance, Reading
from vitascope.people import read_people
from vitascope.time import read_times


class Reader:
    """Reads documents of one language with one annotator. Reusable; holds no state between documents.

    ``model`` is a name of ``vitascope models list``, None for the best that is installed. Raises ModelError where
    it is missing.
    """

    def __init__(self, model: str | None = None, language: str = "en", annotator: Annotator | None = None) -> None:
        self._annotator = annotator or SpacyAnnotator(model)
        self.provenance = Provenance(f"vitascope {__version__}", rules_digest(language), self._annotator.info)

    def read(self, document: Document) -> Reading:
        """Everything the document says: personas, times and claims, each with its words."""
        annotation = self._annotator.annotate(document)
        times = read_times(document, annotation)
        people = read_people(document, annotation)
        claims = read_claims(document, annotation, people, times)
        return Reading(document, people, times, claims, self.provenance)


_SHARED = ("vocabulary.yml", "event-order.yml", "antecedent-weights.yml")


def rules_digest(language: str) -> str:
    """sha256 over the language's rules and lexicons, vocabulary, event order, weights: changes when reading could."""
    shared = b"".join(files("vitascope").joinpath(name).read_bytes() for name in _SHARED)
    return hashlib.sha256(lang.digest(language).encode() + shared).hexdigest()
