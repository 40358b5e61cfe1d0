"""Fixtures shared by the whole suite."""

import pytest
from hypothesis import settings

from vitascope.language import SpacyAnnotator

# How long one example takes tells of the machine's load, not of the code; growth with size has tests of its own.
settings.register_profile("vitascope", deadline=None)
settings.load_profile("vitascope")


@pytest.fixture(scope="session")
def annotator() -> SpacyAnnotator:
    """The small model, which every plain install has; loaded once."""
    return SpacyAnnotator("sm")
