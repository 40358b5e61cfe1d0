"""From a document to its annotation: tokens, parse and entities behind a small protocol."""

from vitascope.language.annotator import Annotator, SpacyAnnotator
from vitascope.language.models import identify

__all__ = ["Annotator", "SpacyAnnotator", "identify"]
