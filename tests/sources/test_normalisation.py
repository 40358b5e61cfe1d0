"""The kept form of a text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.model import Span
from vitascope.sources import read_text
from vitascope.sources.normalisation import normalise


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four\ffive", "one\ntwo\nthree\nfour\nfive"),
        ("Zu\u0308rich", "Zürich"),
        ("Варва\u0301ра", "Варва\u0301ра"),  # a stress mark has no composed form and stays
        ("Андреи\u0306", "Андрей"),
        ("revo\u00adlu\u00ad\n  tion", "revolution"),
        ("An\u200bna\ufeff \u202aBerg\u202c", "Anna Berg"),
        ("15\u00a0June\u20091888", "15 June 1888"),
        ("می\u200cخواهم Anna\u200c", "می\u200cخواهم Anna"),
        ("\x93Anna\x94 \x96 Berg", "“Anna” – Berg"),
        ("Anna\x01\ud800", "Anna\ufffd\ufffd"),
        ("'it' \"is\" - as it - was …  ", "'it' \"is\" - as it - was …  "),
    ],
)
def test_kept_form(raw: str, kept: str) -> None:
    assert normalise(raw) == kept


@given(st.text())
def test_is_nfc_and_stable(raw: str) -> None:
    kept = normalise(raw)
    assert unicodedata.is_normalized("NFC", kept)
    assert normalise(kept) == kept
    kept.encode()


def test_lost_characters_are_told_once() -> None:
    (notice,) = read_text("Anna Berg was \x01 a printer\ud800 of Narva.", "a.txt").notices
    assert (notice.code, notice.span) == ("lost-characters", Span(14, 15))
    assert "2 characters" in notice.message


def test_reread_controls_are_told() -> None:
    (notice,) = read_text("\x93Anna\x94 was a printer.", "a.txt").notices
    assert notice.code == "controls-reread"
