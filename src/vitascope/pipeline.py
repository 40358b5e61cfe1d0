"""The one way through the house: a document in, everything read from it out."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files

from vitascope import __version__, lang
from vitascope.claims.assembly import read_claims, read_clauses
from vitascope.claims.context import Context
from vitascope.claims.lexicon import load_lexicon
from vitascope.language import Annotator, SpacyAnnotator, identify
from vitascope.model import Clause, Document, ModelInfo, Provenance, Reading
from vitascope.people import read_people, with_words
from vitascope.places import read_places
from vitascope.places.records import DATA
from vitascope.time import read_times

STAGES = ("language", "time", "people", "places", "claims")
"""What a reading goes through, in this order."""


class Reader:
    """Reads documents of one language with one annotator. Reusable; holds no state between documents.

    ``model`` is a name of ``vitascope models list``, None for the best that is installed. Raises ModelError where
    it is missing.
    """

    def __init__(self, model: str | None = None, language: str = "en", annotator: Annotator | None = None) -> None:
        self._annotator = annotator or SpacyAnnotator(model)
        self.provenance = _provenance(self._annotator.info, language)

    def read(self, document: Document, told: Callable[[str], object] = len) -> Reading:
        """Everything the document says: personas, times, places and claims, each with its words.

        ``told`` hears which of :data:`STAGES` begins.
        """
        told("language")
        annotation = self._annotator.annotate(document)
        with _no_search_for_cycles():
            told("time")
            times = read_times(document, annotation)
            told("people")
            people = read_people(document, annotation)
            told("places")
            places = read_places(document, annotation, people, times)
            told("claims")
            claims = read_claims(document, annotation, people, times, places)
        return Reading(document, with_words(people), times, claims, self.provenance, places)

    def clauses(self, reading: Reading) -> tuple[Clause, ...]:
        """The clauses that a reading's claims were read from, for showing how a claim came about; parses once more."""
        document = reading.document
        lexicon = load_lexicon(document.source.language)
        annotation = self._annotator.annotate(document)
        people = read_people(document, annotation)
        return read_clauses(annotation, Context(document, annotation, people, reading.times, reading.places, lexicon))


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Python's collector looks through all that is new, again and again: a tenth of the time that the stages after the
    parse take. They make values without cycles, which go without it: afterwards they are old at once, for else the
    first thing that is made would have all of them searched. What a caller froze stays so."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def provenance(model: str | None = None, language: str = "en") -> Provenance:
    """By what a :class:`Reader` of the same arguments would read, told without loading the model. Raises ModelError."""
    return _provenance(identify(model), language)


def _provenance(model: ModelInfo, language: str) -> Provenance:
    return Provenance(f"vitascope {__version__}", rules_digest(language), model)


_SHARED = ("vocabulary.yml", "event-order.yml", "antecedent-weights.yml")


def rules_digest(language: str) -> str:
    """sha256 over rules, lexicons, vocabulary, event order, weights and places: changes when reading could."""
    names = (*_SHARED, *(f"places/data/{name}.yml" for name in DATA))
    shared = b"".join(files("vitascope").joinpath(name).read_bytes() for name in names)
    return hashlib.sha256(lang.digest(language).encode() + shared).hexdigest()
