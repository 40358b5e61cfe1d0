"""Fixtures shared by the whole suite."""

import pytest

from vitascope.language import SpacyAnnotator


@pytest.fixture(scope="session")
def annotator() -> SpacyAnnotator:
    """The small model, which every plain install has; loaded once."""
    return SpacyAnnotator("sm")
