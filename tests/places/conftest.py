"""One annotator for all tests of places; the small model, which every install has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vitascope.language import SpacyAnnotator
from vitascope.model import Document, Place, PlaceMention, Places
from vitascope.people import read_people
from vitascope.places import read_places
from vitascope.sources import read_text
from vitascope.time import read_times


class Told:
    """A text and the places read from it."""

    def __init__(self, document: Document, places: Places) -> None:
        self.document, self.places = document, places
        self.by_id: dict[str, Place] = {place.id: place for place in places.places}

    def mentions(self, words: str) -> list[PlaceMention]:
        """The mentions of these words."""
        return [mention for mention in self.places.mentions if mention.name == words]

    def label(self, mention: PlaceMention) -> str | None:
        """The label of the chosen place."""
        return self.by_id[mention.place].label if mention.place else None


@pytest.fixture(scope="session")
def told() -> Callable[[str], Told]:
    """``told(text)``: the places of a text."""
    annotator = SpacyAnnotator("sm")

    def read(text: str) -> Told:
        document = read_text(text, "case.txt")
        annotation = annotator.annotate(document)
        times, people = read_times(document, annotation), read_people(document, annotation)
        return Told(document, read_places(document, annotation, people, times))

    return read
