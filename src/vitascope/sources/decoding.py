"""From bytes to characters: what encoding a file is in, and how sure that is.

The order of trust: what the caller forces, a byte order mark, strict UTF-8 (text in another encoding
almost never happens to be valid UTF-8), the page's own declaration, and last a statistical guess, which
is told to the reader.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from vitascope.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 2048  # bytes: where HTML requires the declaration to stand is the first 1024
_EVIDENCE = 65_536  # bytes shown to the statistical detector: enough for it, and constant time
_WINDOWS = "cp1252"
# Of the encodings of the WHATWG Encoding Standard those in wide use; the rarer ones differ from them by a few letters
# and win by chance if all are tried at once.
_USUAL = [
    *(f"cp125{page}" for page in range(9)),
    *("iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "cp866", "cp874"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
_FOREIGN = re.compile(r"[^\W\d_\x00-\x7f]")
_DOUBLED = re.compile(r"[^\W\d_\x00-\x7f]{2,}")
_SYMBOL_IN_WORD = re.compile(r"[^\W\d_][^\w\s\x00-\x7f’“”–—…·][^\W\d_]|[^\W\d_][¹²³][^\W\d_]")
_SECOND_BEST = ("iso-8859-1", "latin-1", "latin1", "iso8859-1", "us-ascii", "ascii")


class Decoded(NamedTuple):
    """Text with the name of its encoding; ``guessed`` where only statistics speak for it."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, where: str, *, encoding: str | None = None, declared: bool = False) -> Decoded:
    """The characters of ``data``. ``encoding`` forces one; ``declared`` trusts a declaration in the first
    2 KiB.

    Raises SourceError naming ``where`` and the byte offset if the bytes are not text in the forced
    encoding, or in any that could be found.
    """
    if encoding is not None:
        return _forced(data, where, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(name), name)
            except UnicodeDecodeError as fault:
                raise _undecodable(where, name, fault.start + len(mark), fault.reason) from fault
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        named = _declaration(data) if declared else None
        found = _attempt(data, named) if named else None
        if found:
            return found
        guess = _guess(data)
        if guess is None:
            raise _undecodable(where, "utf-8", fault.start, fault.reason) from fault
        return guess


def _forced(data: bytes, where: str, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except UnicodeDecodeError as fault:
        raise _undecodable(where, encoding, fault.start, fault.reason) from fault
    except UnicodeError as fault:
        raise SourceError(where, f"not {encoding}: {fault}", "leave out --encoding to have it found") from fault
    except (LookupError, ValueError) as fault:
        advice = "use a name such as utf-8, utf-16, cp1252 (Western Windows) or cp1251 (Cyrillic Windows)"
        raise SourceError(where, f"“{encoding}” is not a text encoding", advice) from fault
    return Decoded(text.removeprefix("\ufeff"), name)


def _undecodable(where: str, encoding: str, offset: int, reason: str) -> SourceError:
    return SourceError(
        f"{where}, byte {offset}",
        f"cannot be decoded as {encoding} ({reason})",
        "name the encoding with --encoding, e.g. --encoding cp1252, or save the file as UTF-8",
    )


def _declaration(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    # Pages that declare Latin-1 are in fact Windows-1252; so the WHATWG Encoding Standard reads them.
    return _WINDOWS if name in _SECOND_BEST else name


def _attempt(data: bytes, encoding: str) -> Decoded | None:
    """The decoded text, or None where the page declares what it is not: other evidence then decides."""
    try:
        return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guess(data: bytes) -> Decoded | None:
    """The likeliest encoding of the lines that are not ASCII, which alone can tell encodings apart."""
    telling = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_EVIDENCE]
    names = [_WINDOWS] if _western(telling) else []
    if not names:
        best = from_bytes(telling, cp_isolation=_USUAL).best() or from_bytes(telling).best()
        names = [] if best is None else [best.encoding, *best.could_be_from_charset]
    for name in names:
        found = _attempt(data, name)
        if found:
            return found._replace(guessed=True)
    return None


def _western(telling: bytes) -> bool:
    """Whether Windows-1252, the commonest encoding of English before UTF-8, reads as English with foreign names.

    Then accented letters are few and stand alone among plain ones, and no symbol stands inside a word. The
    statistical detector knows too little of such text: it takes it for Baltic or Chinese.
    """
    found = _attempt(telling, _WINDOWS)
    if found is None:
        return False
    letters = sum(map(str.isalpha, found.text))
    foreign = len(_FOREIGN.findall(found.text))
    doubled = len(_DOUBLED.findall(found.text))
    return 0.12 * letters >= foreign >= 5 * doubled and not _SYMBOL_IN_WORD.search(found.text)
