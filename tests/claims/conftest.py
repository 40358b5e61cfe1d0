"""One reader for all tests of claims."""

import pytest

from vitascope.pipeline import Reader


@pytest.fixture(scope="session")
def reader(annotator) -> Reader:
    """The whole reader on the small model."""
    return Reader(annotator=annotator)
