"""The one way through the house: a document in, everything read from it out."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from vitascope import __version__, lang
from vitascope.claims.assembly import read_claims, read_clauses
from vitascope.claims.context import Context
from vitascope.claims.lexicon import load_lexicon
from vitascope.language import Annotator, SpacyAnnotator
from vitascope.model import Annotation, Clause, Document, Provenance, Reading
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
        return self._read(document, self._annotator.annotate(document))

    def explained(self, document: Document) -> tuple[Reading, tuple[Clause, ...]]:
        """The same reading, with the clauses that its claims were read from: for showing how a claim came about."""
        annotation = self._annotator.annotate(document)
        reading = self._read(document, annotation)
        lexicon = load_lexicon(document.source.language)
        context = Context(document, annotation, reading.people, reading.times, lexicon)
        return reading, read_clauses(annotation, context)

    def _read(self, document: Document, annotation: Annotation) -> Reading:
        times = read_times(document, annotation)
        people = read_people(document, annotation)
        claims = read_claims(document, annotation, people, times)
        return Reading(document, people, times, claims, self.provenance)


def rules_digest(language: str) -> str:
    """sha256 over the language's rules and lexicons, the vocabulary and the event order: changes when reading could."""
    shared = b"".join(files("vitascope").joinpath(name).read_bytes() for name in ("vocabulary.yml", "event-order.yml"))
    return hashlib.sha256(lang.digest(language).encode() + shared).hexdigest()
