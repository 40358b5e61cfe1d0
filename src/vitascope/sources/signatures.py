"""Files that are not text, told by their first bytes (after file(1) and the formats' own specifications)."""

from __future__ import annotations

import re

_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]")
_IN_ASCII: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "extract its text first, e.g. pdftotext file.pdf file.txt"),
    (b"%!PS", "a PostScript file", "extract its text first, e.g. ps2ascii"),
    (b"{\\rtf", "a Rich Text file", "save it as plain text (UTF-8) first"),
)
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Office file",
        "save it as plain text (UTF-8) first",
    ),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "run text recognition (OCR) on it first"),
    (b"\xff\xd8\xff", "a JPEG image", "run text recognition (OCR) on it first"),
    (b"GIF87a", "a GIF image", "run text recognition (OCR) on it first"),
    (b"GIF89a", "a GIF image", "run text recognition (OCR) on it first"),
    (b"II*\0", "a TIFF image", "run text recognition (OCR) on it first"),
    (b"MM\0*", "a TIFF image", "run text recognition (OCR) on it first"),
    (b"AT&TFORM", "a DjVu file", "extract its text first, e.g. djvutxt file.djvu file.txt"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\0", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\0", "an SQLite database", "export its texts first"),
    (b"\x7fELF", "a program", "give a text"),
    (b"MZ\x90\0", "a program", "give a text"),
    (b"ID3", "an MP3 recording", "give a transcript"),
    (b"OggS", "an Ogg recording", "give a transcript"),
    (b"fLaC", "a FLAC recording", "give a transcript"),
    (b"RIFF", "a WAV, AVI or WebP file", "give a transcript"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (.docx)"),
    (b"application/epub+zip", "an e-book (EPUB)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"xl/", "an Excel workbook (.xlsx)"),
)


def binary(data: bytes) -> tuple[str, str] | None:
    """What ``data`` looks like and what to do about it, if it is not text; else None.

    Looks at the first bytes, then for NUL bytes, which no text in an eight-bit encoding or UTF-8 has.
    """
    # A text may begin with the letters "RIFF" or "ID3"; then no control characters follow.
    lettered = _CONTROL.search(data, 0, 4096) is None
    for magic, name, advice in _IN_ASCII + _SIGNATURES:
        if data.startswith(magic) and not (lettered and magic.isalnum()):
            return name, advice
    if data.startswith(b"PK\x03\x04"):
        head = data[:4096]
        name = next((name for inside, name in _ZIPPED if inside in head), "a ZIP archive")
        return name, "save its text as plain text (UTF-8) first"
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or b"\0" not in data:
        return None
    # UTF-16 of Latin script has a NUL in every second byte, always on the same side.
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    half = min(len(data), 4096) // 2
    if half and max(even, odd) > 0.4 * half and min(even, odd) < 0.1 * half:
        order = "be" if even > odd else "le"
        return "UTF-16 without a byte order mark", f"name the encoding: --encoding utf-16-{order}"
    return (
        f"a binary file (NUL byte at offset {data.index(0)})",
        "give a text, or name its encoding with --encoding",
    )
