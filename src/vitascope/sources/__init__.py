"""Texts from files, folders, patterns and standard input: decoded, brought to one form, with their structure.

``expand`` turns arguments into paths, ``read_file`` a path into a document. To keep the original beside
it, read the bytes once: ``data = raw_bytes(path)``, then ``read_text(data, path.as_posix())``.
"""

from vitascope.sources.paths import STDIN, SUFFIXES, expand, uri_of
from vitascope.sources.reading import Format, raw_bytes, read_file, read_stdin, read_text

__all__ = ["STDIN", "SUFFIXES", "Format", "expand", "raw_bytes", "read_file", "read_stdin", "read_text", "uri_of"]
