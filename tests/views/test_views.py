"""Words for dates and statuses, the order of a life, and its timeline."""

from __future__ import annotations

import itertools
import typing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readings import brandvold, claim, date, document, reading
from vitascope.errors import VitascopeError
from vitascope.export.attested import Attested, attested
from vitascope.model import Modality, Polarity, Standing, Status, When
from vitascope.views.claim_words import headline
from vitascope.views.date_words import date_words
from vitascope.views.life import life
from vitascope.views.status_words import bracketed, mark, status_sentence
from vitascope.views.timeline import timeline
from vitascope.views.timeline_plot import FAMILY_COLOURS, save_plot, year_label
from vitascope.views.timeline_text import timeline_text
from vitascope.vocabulary import load

ITEMS = attested(brandvold())


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1871-05-03", "3 May 1871"),
        ("1871-05", "May 1871"),
        ("1871-21", "spring 1871"),
        ("1871", "1871"),
        ("1871~", "about 1871"),
        ("1871?", "1871?"),
        ("1871-05%", "about May 1871?"),
        ("187X", "1870s"),
        ("18XX", "1800–1899"),
        ("0987", "AD 987"),
        ("0000", "1 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("-004X", "-004X"),
        ("1902/1904", "1902–1904"),
        ("1902-05/1904", "May 1902 – 1904"),
        ("1902~/1904", "about 1902 – 1904"),
        ("1902/..", "from 1902 on"),
        ("1902/", "from 1902, end unknown"),
        ("../1904", "until 1904"),
        ("[1911..1914]", "between 1911 and 1914"),
        ("[..1962-04]", "by April 1962"),
        ("[1962..]", "1962 or later"),
        ("[1911-02-05,1912-02-05]", "5 February 1911 or 5 February 1912"),
        ("not a date", "not a date"),
        (None, ""),
        ("", ""),
    ],
)
def test_dates_in_words(edtf, words):
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("status", "short", "sentence"),
    [
        (Status(), "", "asserted by the author"),
        (Status(polarity="negated"), "negated", "negated: told as not so"),
        (Status(modality="reported"), "reported", "reported"),
        (Status(attributed_to="a witness"), "attributed", "according to a witness"),
        (Status(modality="alleged", attributed_to="the police"), "alleged", "alleged by the police"),
        (Status(modality="uncertain", attributed_to="X"), "uncertain", "uncertain, according to X"),
        (
            Status(modality="alleged", attributed_to="Ann", chain=("a report", "the police", "Ann"), duress=True),
            "alleged, under duress",
            "alleged by Ann (as told by the police, as told by a report); under duress",
        ),
        (Status(standing="disputed"), "disputed", "disputed"),
    ],
)
def test_statuses_in_words(status, short, sentence):
    assert mark(status) == short
    assert status_sentence(status) == sentence


def test_what_annulled_it_is_named():
    item = ITEMS[5]
    assert status_sentence(item.claim.status, ITEMS[-1].claim).endswith("under duress; annulled 1956 by rehabilitation")


def test_only_a_plain_assertion_is_without_a_mark():
    parts = [
        typing.get_args(Polarity),
        typing.get_args(Modality),
        (None, "X"),
        (False, True),
        typing.get_args(Standing),
    ]
    for polarity, modality, who, duress, standing in itertools.product(*parts):
        status = Status(polarity, modality, who, duress, standing)
        assert bool(bracketed(status)) == (status != Status())


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "birth: Łomża"), (2, "arrest"), (7, "event: sign")],
)
def test_headlines(number, words):
    assert headline(ITEMS[number].claim) == words


# ------------------------------------------------------------ order


def lived(*told):
    """Claims told in this order, as type or (type, when)."""
    words = [f"w{i}" for i in range(len(told))]
    of = document(" ".join(words) + ".")
    claims = []
    for word, each in zip(words, told, strict=True):
        type_, when = each if isinstance(each, tuple) else (each, None)
        claims.append(claim(of, type_, word, when=when))
    return attested(reading(of, claims))


def year(number, **changes):
    iso = f"{number:04d}"
    return replace(date(iso, f"{iso}-01-01", f"{iso}-12-31"), **changes)


def bounded(first, last):
    return When(earliest=first and f"{first}-01-01", latest=last and f"{last}-12-31")


@pytest.mark.parametrize(
    ("told", "order"),
    [
        ([("birth", year(1900)), "work", ("arrest", year(1930))], "birth work arrest"),
        ([("arrest", year(1930)), "release", ("birth", year(1900))], "birth arrest release"),
        (["rank", ("birth", year(1900)), ("arrest", year(1930))], "birth rank arrest"),
        ([("birth", year(1900)), ("death", year(1950)), "rank", ("arrest", year(1930))], "birth rank arrest death"),
        ([("arrest", year(1930)), ("exile", bounded(1935, 1940)), ("trial", year(1933))], "arrest trial exile"),
        ([("arrest", year(1930)), ("exile", bounded(None, 1920)), ("birth", year(1925))], "exile birth arrest"),
        ([("arrest", date("[..1930]", None, "1930-12-31")), ("birth", year(1925))], "birth arrest"),
        ([("post", date("1925/..", "1925-01-01", None)), ("birth", year(1925))], "birth post"),
        (["rank", ("arrest", year(1930)), ("trial", year(1929))], "rank trial arrest"),
        (["work", "rank"], "work rank"),
        ([], ""),
    ],
)
def test_the_order_of_a_life(told, order):
    assert [entry.item.claim.type for entry in life(lived(*told))] == order.split()


def test_years_before_christ_come_first():
    old = When("-0043", earliest="-0043-01-01", latest="-0043-12-31", basis="stated")
    older = When("-0100", earliest="-0100-01-01", latest="-0100-12-31", basis="stated")
    assert [e.item.claim.when.edtf for e in life(lived(("rank", year(14)), ("rank", old), ("rank", older)))] == [
        "-0100",
        "-0043",
        "0014",
    ]


def test_documents_do_not_carry_each_other():
    dated = ITEMS[2]
    other = lived("work")[0]
    entries = life([other, dated])
    assert [entry.item for entry in entries] == [dated, other]


@given(st.permutations(ITEMS))
def test_the_order_is_the_same_whatever_came_first(items):
    assert life(items) == life(ITEMS)
    assert sorted(e.item.claim.id for e in life(items)) == sorted(i.claim.id for i in ITEMS)


# ------------------------------------------------------------ timeline


def row(when, status=None):
    item = lived(("post", when))[0]
    return timeline("x", [Attested(item.document, replace(item.claim, status=status or Status()))]).rows[0]


@pytest.mark.parametrize(
    ("when", "shape", "ends", "sure"),
    [
        (date("1900-01-01", "1900-01-01", "1900-01-01"), "day", (1900, 1900 + 1 / 365), None),
        (date("1900", "1900-01-01", "1900-12-31"), "within", (1900, 1901), None),
        (date("1902/1904", "1902-01-01", "1904-12-31"), "extent", (1902, 1905), (1903, 1904)),
        (date("1902/1902-06", "1902-01-01", "1902-06-30"), "extent", (1902, 1902 + 181 / 365), None),
        (date("1902/..", "1902-01-01", None), "extent", (1902, None), None),
        (date("[..1902]", None, "1902-12-31"), "within", (None, 1903), None),
        (date("-0043", "-0043-01-01", "-0043-12-31"), "within", (-43, -42), None),
        (replace(date("", "1900-01-01", "1900-12-31"), edtf=None, basis="derived"), "within", (1900, 1901), None),
    ],
)
def test_shapes(when, shape, ends, sure):
    found = row(when)
    assert found.shape == shape
    assert (found.earliest, found.latest) == pytest.approx(ends)
    assert found.sure == (sure if sure is None else pytest.approx(sure))


def test_flags():
    found = row(year(1900), Status("negated", "alleged", None, True, "withdrawn"))
    assert (found.plain, found.duress, found.revoked, found.negated) == (False, True, True, True)
    assert found.mark == "negated, alleged, under duress, withdrawn"


def test_undated_claims_are_counted():
    lines = timeline("Ilse", ITEMS)
    assert (len(lines.rows), lines.undated) == (5, 5)
    assert lines.span == (pytest.approx(1871.33, abs=0.01), 1957)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_text_keeps_its_width_and_its_marks(width):
    marked = [item._replace(claim=replace(item.claim, when=year(1900))) for item in ITEMS]
    text = timeline_text(timeline("Ilse", marked), width)
    assert all(len(line) <= max(width, 70) for line in text.splitlines())
    assert text.count("[") == 4
    assert timeline_text(timeline("Nobody", [])) == "Nobody: no claim has a date\n"


@pytest.mark.parametrize(("number", "label"), [(0, "1 BC"), (-43.2, "44 BC"), (14, "14"), (1900, "1900")])
def test_years_on_the_axis(number, label):
    assert year_label(number) == label


def test_every_family_has_its_own_colour():
    families = [family for family in load().families if family != load().family("event")]
    assert sorted(families) == sorted(FAMILY_COLOURS)
    assert len(set(FAMILY_COLOURS.values())) == len(FAMILY_COLOURS)


def many(count):
    whens = [
        date("1900-05-01", "1900-05-01", "1900-05-01"),
        year(1910),
        date("1902/1930", "1902-01-01", "1930-12-31"),
        date("[..1910]", None, "1910-12-31"),
        date("1905~/..", "1905-01-01", None),
        When("-0043", earliest="-0043-01-01", latest="-0043-12-31", basis="stated"),
    ]
    types = list(load().types)
    return [
        item._replace(claim=replace(item.claim, id=f"c{i}", when=whens[i % 6], type=types[i % len(types)]))
        for i, item in enumerate(itertools.islice(itertools.cycle(ITEMS), count))
    ]


@pytest.mark.parametrize("suffix", [".svg", ".png"])
@pytest.mark.parametrize("count", [1, 5, 100])
def test_a_plot_is_the_same_bytes_each_time(tmp_path, suffix, count):
    lines = timeline("Ilse $Brandvold$ _x_ <&>", many(count))
    paths = [tmp_path / f"{n}{suffix}" for n in range(2 if count < 100 or suffix == ".svg" else 1)]
    for path in paths:
        save_plot(lines, path)
    contents = {path.read_bytes() for path in paths}
    assert len(contents) == 1
    content = contents.pop()
    assert content.startswith(b"<?xml" if suffix == ".svg" else b"\x89PNG")
    assert b"<dc:date>" not in content


def test_plotting_leaves_no_settings_behind(tmp_path):
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    save_plot(timeline("Ilse", ITEMS), tmp_path / "a.svg")
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize(
    ("name", "items", "told"),
    [
        ("a.pdf", ITEMS, "not a format"),
        ("a.svg", [], "no claim has a date"),
        ("no/a.svg", ITEMS, "cannot be written"),
    ],
)
def test_plots_that_cannot_be(tmp_path, name, items, told):
    with pytest.raises(VitascopeError, match=told):
        save_plot(timeline("Ilse", items), tmp_path / name)
