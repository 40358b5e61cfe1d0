"""Which places a document names: mentions resolved to places with dated names, jurisdictions and coordinates."""

from vitascope.places.reading import read_places

__all__ = ["read_places"]
