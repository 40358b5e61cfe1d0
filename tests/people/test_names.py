"""Personal names: parts, matching, folding."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.people.folding import drop_stress, fold, is_slip
from vitascope.people.lexicon import lexicon
from vitascope.people.names.draft import Draft
from vitascope.people.names.headwords import parse_title
from vitascope.people.names.index import NameIndex
from vitascope.people.names.matching import compare
from vitascope.people.names.parts import parse_name

EN = lexicon("en")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Anna Berg", "Anna Berg"),
        ("Berg, Anna", "Anna Berg"),
        ("Berg, Anna (1871–1940)", "Anna Berg"),
        ("Berg, Anna, 1871-1940", "Anna Berg"),
        ("Anna Berg (painter)", "Anna Berg"),
        ("van der Holm, Karel", "Karel van der Holm"),
        ("Karl Vane, Duke of Narva", "Karl Vane"),
        ("Karl Philip, Prince of Narva", "Karl Philip"),
        ("Martin Hale, Jr.", "Martin Hale, Jr."),
    ],
)
def test_title_gives_the_name_in_natural_order(title: str, text: str) -> None:
    assert parse_title(title, EN).text == text


@pytest.mark.parametrize(
    ("text", "given", "middle", "surname", "suffix"),
    [
        ("Anna Berg", "Anna", (), "Berg", ""),
        ("Anna Petrovna Lund", "Anna", ("Petrovna",), "Lund", ""),
        ("J. R. R. Holm", "J.", ("R.", "R."), "Holm", ""),
        ("Karel van der Holm", "Karel", (), "van der Holm", ""),
        ("Jean-Luc Moreau", "Jean-Luc", (), "Moreau", ""),
        ("Ada Lund-Berg", "Ada", (), "Lund-Berg", ""),
        ("Martin Hale Jr.", "Martin", (), "Hale", "Jr."),
        ("Henry VIII", "Henry", (), "", "VIII"),
        ("Nasim Abu Rashad", "Nasim", (), "Abu Rashad", ""),
        ("Abu Rashad", "", (), "Abu Rashad", ""),
        ("Ben Holm", "Ben", (), "Holm", ""),
    ],
)
def test_parts(text: str, given: str, middle: tuple[str, ...], surname: str, suffix: str) -> None:
    name = parse_name(text, EN)
    assert (name.given, name.middle, name.surname, name.suffix) == (given, middle, surname, suffix)


@pytest.mark.parametrize(
    ("text", "epithet"), [("Eleanor of Narva", "of Narva"), ("Harald the Tall", "the Tall"), ("Harald Tall", "")]
)
def test_epithets(text: str, epithet: str) -> None:
    assert parse_name(text, EN).epithet == epithet


HARD = list(csv.DictReader((Path(__file__).parent / "hard_names.tsv").read_text("utf-8").splitlines(), delimiter="\t"))


@pytest.mark.parametrize("row", HARD, ids=[row["text"] for row in HARD])
def test_names_of_all_cultures(row: dict[str, str]) -> None:
    name = parse_name(row["text"], EN)
    told = {
        "text": name.text,
        "titles": ",".join(name.titles),
        "middle": " ".join(name.middle),
        **{
            part: getattr(name, part)
            for part in ("given", "surname", "suffix", "epithet", "single", "nickname", "gender")
        },
    }
    assert told == row


def test_the_table_of_hard_names_is_long_enough() -> None:
    assert len(HARD) >= 120


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Mao Zedong", "Mao Zedong"),
        ("Kim Il-sung", "Kim Il-sung"),
        ("Nguyễn Văn Linh", "Nguyễn Văn Linh"),
        ("Prof. Nagy Imre", "Nagy Imre"),
        ("Sir Henry Vale, KCB", "Henry Vale"),
        ("Pope John XXIII", "John XXIII"),
        ("Frederick II of Prussia", "Frederick II of Prussia"),
        ("Admiral Kolm", "Admiral Kolm"),
    ],
)
def test_a_label_keeps_the_order_of_the_name(text: str, full: str) -> None:
    assert parse_name(text, EN).full == full


def test_a_lone_word_stays_undecided() -> None:
    assert parse_name("Berg", EN).single == "Berg"


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Anna Berg", "Anna Berg", "equal"),
        ("Łukasz Müller", "Lukasz Muller", "equal"),
        ("Anna Berg", "Anna Sofie Berg", "compatible"),
        ("Anna Berg", "A. Berg", "compatible"),
        ("Anna Berg", "Berg", "compatible"),
        ("Anna Berg", "Anna", "compatible"),
        ("Anna Berg", "Mrs. Berg", "compatible"),
        ("Carmen Ruiz Ortega", "Carmen Ruiz", "compatible"),
        ("Anna Lund-Berg", "Anna Berg", "compatible"),
        ("Pavel Krasnogorsky", "Krasnogorky", "slip"),
        ("Pavel Krasnogorsky", "Pavel Krasnogorksy", "slip"),
        ("Bartók Béla", "Béla Bartók", "equal"),
        ("Mao Zedong", "Mao", "compatible"),
        ("Gabriel García Márquez", "García Márquez", "compatible"),
        ("Gabriel García Márquez", "García", "compatible"),
        ("Carmen Ruiz Ortega", "Ortega", "compatible"),
        ("Frederick II", "Frederick II of Prussia", "equal"),
        ("Frederick II", "Frederick III", "different"),
        ("Lorenzo de' Medici", "Medici", "compatible"),
        ("Nikolai Ivanovich Petrov", "N. I. Petrov", "compatible"),
        ("Nikolai Ivanovich Petrov", "Nikolai Ivanovich", "compatible"),
        ("Mao Zedong", "Mao Xinhai", "different"),
        ("Anna Berg", "Berge", "different"),
        ("Anna Berg", "Karl Berg", "different"),
        ("Anna Berg", "Anna Dahl", "different"),
        ("Mr. Berg", "Mrs. Berg", "different"),
        ("Martin Hale Jr.", "Martin Hale Sr.", "different"),
        ("Henry VII", "Henry VIII", "different"),
    ],
)
def test_compare(one: str, other: str, match: str) -> None:
    assert compare(parse_name(one, EN), parse_name(other, EN)) == match
    assert compare(parse_name(other, EN), parse_name(one, EN)) == match


@pytest.mark.parametrize(
    ("told", "plain"),
    [("Пётр Кузнецо́в", "Пётр Кузнецов"), ("Андре́й", "Андрей"), ("Olivér Sándor", "Olivér Sándor")],
)
def test_stress_marks_go_and_letters_stay(told: str, plain: str) -> None:
    assert drop_stress(told) == plain


_NAMES = st.text(alphabet="abcdeghiklmnoprstuvyø -.'IVXJr,", max_size=40)


@given(_NAMES)
def test_every_text_parses(text: str) -> None:
    name = parse_name(text, EN)
    assert name.text == text
    assert name.weight >= 0


@given(_NAMES, _NAMES)
def test_comparison_is_symmetric(one: str, other: str) -> None:
    a, b = parse_name(one, EN), parse_name(other, EN)
    assert compare(a, b) == compare(b, a)


@given(st.text(alphabet="abcdefg", min_size=7, max_size=12), st.integers(1, 11))
def test_one_letter_left_out_is_a_slip_both_ways(word: str, at: int) -> None:
    cut = word[:at] + word[at + 1 :]
    if cut != word and len(cut) >= 7:
        assert is_slip(word, cut)
        assert is_slip(cut, word)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


_WORD = st.sampled_from(["Anna", "A.", "Berg", "Lund-Berg", "Krasnogorsky", "Krasnogorky", "Karl", "de", "Holm", "II"])
_FORMS = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)


@given(_FORMS, _FORMS)
def test_the_index_loses_no_match(one: str, other: str) -> None:
    a, b = parse_name(one, EN), parse_name(other, EN)
    found = NameIndex([Draft(0, one, forms=[a])]).candidates(b)
    assert found or compare(a, b) == "different"
