"""Which encoding a file is in, and what is said when it cannot be known."""

from __future__ import annotations

import codecs

import pytest

from vitascope.errors import SourceError
from vitascope.sources import read_text

LIFE = "Käthe Öhler met René in Besançon; “naïve”, he said – and paid 5 € for it.\n"
POLISH = "Urodziła się w Łodzi, gdzie jej ojciec był zecerem; później wyjechała do Gdańska, żeby pisać książki.\n"
RUSSIAN = "Анна Берг родилась в Нарве в семье наборщика и долго жила в этом городе.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LIFE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LIFE.encode(), "utf-8"),
        (LIFE.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + LIFE.encode("utf-16-be"), "utf-16-be"),
        (LIFE.encode("utf-32"), "utf-32-le"),
    ],
)
def test_marked_and_utf8_are_certain(data: bytes, encoding: str) -> None:
    document = read_text(data, "a.txt")
    assert (document.text, document.source.encoding, document.notices) == (LIFE, encoding, ())


@pytest.mark.parametrize(
    ("text", "encoding"), [(LIFE, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (POLISH, "cp1250")]
)
def test_guessed_is_right_and_told(text: str, encoding: str) -> None:
    document = read_text(text.encode(encoding), "a.txt")
    assert document.text == text
    assert document.source.encoding == codecs.lookup(encoding).name
    assert [notice.code for notice in document.notices] == ["encoding-guessed"]


def test_forced_encoding_wins_over_the_guess() -> None:
    document = read_text(RUSSIAN.encode("cp866"), "a.txt", encoding="cp866")
    assert (document.text, document.source.encoding, document.notices) == (RUSSIAN, "cp866", ())


@pytest.mark.parametrize(
    "declared", ['<meta charset="windows-1251">', '<meta http-equiv="x" content="y; charset=cp1251">']
)
def test_page_declaration_is_trusted(declared: str) -> None:
    page = f"<html><head>{declared}</head><body><p>{RUSSIAN}</p></body></html>".encode("cp1251")
    document = read_text(page, "a.html")
    assert document.source.encoding == "cp1251"
    assert RUSSIAN.strip() in document.text
    assert document.notices == ()


def test_latin1_declaration_means_windows_1252() -> None:
    page = '<html><meta charset="iso-8859-1"><p>“Anna” — she said.</p></html>'.encode("cp1252")
    assert "“Anna” — she said." in read_text(page, "a.html").text


@pytest.mark.parametrize(
    ("data", "encoding", "where", "what"),
    [
        (b"Anna \xff Berg", "utf-8", "a.txt, byte 5", "utf-8"),
        (b"Anna \x81 Berg", "cp1252", "a.txt, byte 5", "cp1252"),
        (b"Anna", "klingon", "a.txt", "klingon"),
        (b"Anna", "rot13", "a.txt", "rot13"),
        (codecs.BOM_UTF16_LE + b"A\0\x00\xd8", None, "a.txt, byte 4", "utf-16"),
    ],
)
def test_undecodable_is_told_with_its_place(data: bytes, encoding: str | None, where: str, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_text(data, "a.txt", encoding=encoding)
    assert caught.value.where == where
    assert what in caught.value.what
    assert caught.value.advice


@pytest.mark.parametrize(
    ("data", "like"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"PK\x03\x04....word/document.xml", "Word document"),
        (b"PK\x03\x04mimetypeapplication/epub+zip", "EPUB"),
        (b"{\\rtf1\\ansi Anna}", "Rich Text"),
        (b"Anna\0Berg", "NUL byte at offset 4"),
        ("Anna Berg was born.".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_binary_is_named(data: bytes, like: str) -> None:
    with pytest.raises(SourceError, match=like):
        read_text(data, "a.txt")


def test_a_text_may_begin_with_the_letters_of_a_signature() -> None:
    assert read_text(b"RIFF was a band of Narva.", "a.txt").text == "RIFF was a band of Narva."
    assert read_text("RIFFO, ÁNGEL".encode(), "a.txt").text == "RIFFO, ÁNGEL"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, "\u200b\u00ad \n".encode()])
def test_empty_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"empty|white space"):
        read_text(data, "a.txt")
