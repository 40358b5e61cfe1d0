"""The one form in which texts are kept, so that offsets and ids mean the same everywhere.

Editorial policy, applied in this order:

* line ends of any system, vertical tab, form feed and U+2028/2029 become ``\\n``;
* a soft hyphen before a line end joins the two halves of the word; other soft hyphens, zero-width spaces,
  word joiners, byte order marks and direction marks are layout and are removed;
* joiners (U+200C, U+200D) stay only between letters of scripts that need them;
* every typographic space (no-break, thin, em …) becomes an ordinary one;
* C1 controls are what Windows-1252 has in their place, as in the WHATWG standards: they come from
  mislabelled text;
* other controls, lone surrogates and noncharacters become U+FFFD, and a notice says how many;
* after 30 combining marks in a row a grapheme joiner (U+034F) stands, as in the Stream-Safe Text Format of UAX #15:
  no writing needs so many, and to sort them takes time that grows with the square of their number;
* the whole is put in Normalization Form C (UAX #15). Stress marks on Cyrillic (``Варва́ра``) have no
  composed form and stay as combining accents.

Nothing else is touched: no trimming, no folding of quotes or dashes, no repair of words.
"""

from __future__ import annotations

import re
import unicodedata

from vitascope.model import Notice, Span

LOST = "\ufffd"

_SOFT_BREAK = re.compile("\u00ad[ \t]{0,4}\n[ \t]{0,40}")
_JOINER = re.compile("(?<![\u0590-\U0010ffff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0590-\U0010ffff])")
_LINE_END = re.compile("\r\n?|[\v\f\u2028\u2029]")
_REMOVED = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_C1 = re.compile("[\u0080-\u009f]")
_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MOST_MARKS = 30
_PARTING = "\u034f"
_BROKEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_MISLABELLED = {code: bytes([code]).decode("cp1252", errors="replace") for code in range(0x80, 0xA0)}


def normalise(text: str) -> str:
    """``text`` in its kept form. Linear; applying it twice changes nothing more."""
    text = _LINE_END.sub("\n", text)
    if not text.isascii():
        text = _C1.sub(lambda m: _MISLABELLED[ord(m[0])], text)
        text = _REMOVED.sub("", _SOFT_BREAK.sub("", text))
        text = _MARKS.sub(lambda m: _stream_safe(m[0]), text)
        text = _SPACE.sub(" ", unicodedata.normalize("NFC", text))
        text = unicodedata.normalize("NFC", _JOINER.sub("", text))
    return _BROKEN.sub(LOST, text)


def _stream_safe(marks: str) -> str:
    """Characters of any kind with a grapheme joiner after every 30 combining marks in a row."""
    parts: list[str] = []
    run = 0
    for mark in (piece for sign in marks for piece in unicodedata.normalize("NFD", sign)):
        run = run + 1 if unicodedata.combining(mark) else 0
        if run > _MOST_MARKS:
            parts.append(_PARTING)
            run = 1
        parts.append(mark)
    return "".join(parts)


def lost_characters(text: str) -> tuple[Notice, ...]:
    """A notice at the first character that could not be read, saying how many there are; empty if none."""
    at = text.find(LOST)
    if at < 0:
        return ()
    count = text.count(LOST)
    words = "1 character is" if count == 1 else f"{count} characters are"
    return (Notice("lost-characters", Span(at, at + 1), f"{words} unreadable and shown as {LOST}"),)


def mislabelled(raw: str) -> int:
    """How many C1 control characters ``raw`` has: Windows-1252 punctuation read under a wrong name."""
    return 0 if raw.isascii() else len(_C1.findall(raw))
