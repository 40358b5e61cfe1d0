"""Dates against gold: by hand on invented texts, and against an independent scorer where that is installed."""

from __future__ import annotations

import random

import pytest

from vitascope.errors import SourceError, VitascopeError
from vitascope.evaluation.claims import Rates
from vitascope.evaluation.timex import PredictedDate, agrees, pair, score, score_reading
from vitascope.evaluation.timex_gold import GoldDate, gold_documents, read_gold, tei_bounds
from vitascope.evaluation.timex_kinds import time_class
from vitascope.model import Annotation, ModelInfo, Span
from vitascope.time import read_times

NO_PARSE = Annotation((), (), (), (), ModelInfo("none", "", ""), ())

TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" value="2001-01-01">1 January 2001</TIMEX3></DCT>
<TEXT>Dates of <TIMEX3 tid="t1" type="DATE" value="1911">1911</TIMEX3>

On <TIMEX3 tid="t2" type="DATE" value="1911-05-03">3 May 1911</TIMEX3> Ilse Brandvold opened her school in the harbour.
She taught
from <TIMEX3 tid="t3" type="DATE" value="1912">1912</TIMEX3> to <TIMEX3 tid="t4" type="DATE" value="1914">1914</TIMEX3>
and rested for <TIMEX3 tid="t5" type="DURATION" value="P4M">three long months of that bleak year</TIMEX3>.
In 1915 she sailed.
It was <TIMEX3 tid="t6" type="DATE" value="null">the time of the great frost</TIMEX3>.
</TEXT></TimeML>"""

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><date when="2001"/></teiHeader><text><body>
<head>Ilse Brandvold</head>
<p>She opened a school on <date when="1911-05-03">3 May 1911</date>, taught <date notBefore="1912">since 1912</date> and
sailed until <date when="1914">1914</date>; in <date from="1920-01-01" to="1929-12-31">the 1920s</date> she rested.
She was seen on <date when="--09-30">30 September</date>.</p></body></text></TEI>"""

VERTICAL = """<text id="a" title="b">
<head>
<s>
Ilse\tNP\tIlse
Brandvold\tNP\tBrandvold
</s>
</head>
<p>
<s>
She\tPP\tshe
did\tVVD\tdo
n't\tRB\tnot
sail\tVV\tsail
(\t(\t(
in\tIN\tin
<date when="1911-05">
May\tNP\tMay
1911\tCD\t1911
</date>
)\t)\t)
on\tIN\ton
a\tDT\ta
<w>
two\tCD\ttwo
-\tHYPH\t-
masted\tJJ\tmasted
</w>
ship\tNN\tship
.\tSENT\t.
</s>
</p>
</text>
"""


def regex_score(*gold):
    return score_reading(gold, lambda document: read_times(document, NO_PARSE))


def test_timeml_gold_keeps_text_and_offsets():
    gold = read_gold(TIMEML.encode(), "a.tml")
    assert [gold.document.quote(date.span) for date in gold.dates][:2] == ["1911", "3 May 1911"]
    assert (gold.tei, gold.document.title, len(gold.dates)) == (False, "Dates of 1911", 6)


def test_scoring_timeml():
    result = regex_score(read_gold(TIMEML.encode(), "a.tml"))
    assert (result.gold, result.predicted) == (6, 5)
    assert result.relaxed == Rates(0.8, 0.6667, 0.7273)
    assert result.strict == result.value_strict == result.value_relaxed == Rates(0.6, 0.5, 0.5455)
    assert result.value_accuracy == 0.75
    assert [(miss.kind, miss.klass, miss.wanted, miss.got) for miss in result.misses] == [
        ("missed", "year", "1911", ""),  # in the heading
        ("extent", "duration", "P4M", "P3M"),
        ("value", "duration", "P4M", "P3M"),
        ("extra", "year", "", "1915"),
        ("missed", "unknown", "null", ""),
    ]
    assert result.classes["year"] == {"gold": 3, "missed": 1, "extent": 0, "value": 0, "extra": 1}


def test_headings_on_request(tmp_path):
    (tmp_path / "a.tml").write_text(TIMEML.replace("Dates of", "The dates of school in"), "utf-8")
    plain, flat = (regex_score(*gold_documents(tmp_path, headings=headings)) for headings in (False, True))
    assert plain.classes["year"]["missed"] == 1
    assert flat.classes["year"]["missed"] == 0


def test_scoring_tei():
    gold = read_gold(TEI.encode(), "a.xml")
    assert gold.tei
    assert gold.document.title == "Ilse Brandvold"
    result = regex_score(gold)
    assert result.relaxed == Rates(1.0, 1.0, 1.0)
    assert result.value_relaxed == Rates(0.8, 0.8, 0.8)
    assert [(miss.kind, miss.words) for miss in result.misses if miss.kind == "value"] == [("value", "30 September")]


def test_vertical_text_is_put_together():
    gold = read_gold(VERTICAL.encode(), "a.xml")
    assert gold.document.text == "Ilse Brandvold\n\nShe didn't sail (in May 1911) on a two-masted ship.\n\n"
    assert [gold.document.quote(date.span) for date in gold.dates] == ["May 1911"]


def test_offsets_follow_the_kept_form_of_the_text():
    year = "<TIMEX3 value='{0}'>{0}</TIMEX3>".format
    text = f"<TimeML><TEXT>Lo\u0301mza in\u00a0{year(1911)}&#13;\ne\u0301 {year(1912)}</TEXT></TimeML>"
    gold = read_gold(text.encode(), "a.tml")
    assert [gold.document.quote(date.span) for date in gold.dates] == ["1911", "1912"]


@pytest.mark.parametrize(
    ("attributes", "bounds"),
    [
        ({"when": "1911"}, ("1911-01-01", "1911-12-31")),
        ({"notBefore": "1911", "notAfter": "1912-02"}, ("1911-01-01", "1912-02-29")),
        ({"from": "1911"}, ("1911-01-01", None)),
        ({"notAfter": "1911"}, (None, "1911-12-31")),
        ({"when": "--09-30"}, ("XXXX-09-30", "XXXX-09-30")),
        ({}, (None, None)),
    ],
)
def test_bounds_of_tei_dates(attributes, bounds):
    assert tei_bounds(attributes) == bounds


def test_what_is_no_gold_is_told(tmp_path):
    with pytest.raises(VitascopeError, match="no gold in it"):
        list(gold_documents(tmp_path))
    with pytest.raises(SourceError, match="has no text"):
        read_gold(b"<TEI><text/></TEI>", "a.xml")
    with pytest.raises(SourceError, match="no such file"):
        list(gold_documents(tmp_path / "none.tml"))


def dates(kind, *spans, value="1911"):
    return [kind(Span(*span), value) for span in spans]


@pytest.mark.parametrize(
    ("predicted", "gold", "pairs"),
    [
        ([(0, 4)], [(0, 4)], [(0, 0)]),
        ([(0, 4)], [(4, 8)], []),
        ([(0, 9)], [(0, 4), (5, 9)], [(0, 0)]),
        ([(0, 4), (5, 9)], [(0, 9)], [(0, 0)]),
        ([(0, 9), (5, 9)], [(2, 9), (5, 9)], [(0, 0), (1, 1)]),
        ([(0, 3), (3, 9)], [(1, 9)], [(1, 0)]),
    ],
)
def test_pairs(predicted, gold, pairs):
    assert pair(dates(PredictedDate, *predicted), dates(GoldDate, *gold)) == pairs


def test_a_preposition_is_heeded_where_gold_has_it():
    alone, led = ("1911-01-01", "1911-12-31"), ("1911-01-01", None)
    read = PredictedDate(Span(6, 10), "1911/..", bounds=alone, steered=led, lead=0)
    assert agrees(read, GoldDate(Span(6, 10), "", bounds=alone))
    assert agrees(read, GoldDate(Span(0, 10), "", bounds=led))
    assert not agrees(read, GoldDate(Span(0, 10), "", bounds=alone))


@pytest.mark.parametrize(
    ("value", "words", "kind"),
    [
        ("1911-05-03", "3 May 1911", "full date"),
        ("1911-05-03", "3 May", "partial date"),
        ("1911-05", "May", "partial date"),
        ("1911-05-03", "the following day", "anaphoric"),
        ("1911-05", "May 1911", "month"),
        ("1911", "1911", "year"),
        ("1914", "14", "year"),
        ("BC0044", "44 BC", "year"),
        ("1911", "that year", "anaphoric"),
        ("1911-SP", "the spring of 1911", "season"),
        ("1911-SP", "the spring", "partial date"),
        ("191", "the 1910s", "decade"),
        ("18", "the 19th century", "century"),
        ("1911-05-03TMO", "the morning of 3 May 1911", "time of day"),
        ("P3M", "three months", "duration"),
        ("PRESENT_REF", "now", "deictic"),
        ("XXXX-XX-XX", "one day", "unknown"),
        ("null", "that time", "unknown"),
    ],
)
def test_kinds_of_time(value, words, kind):
    assert time_class(GoldDate(Span(0, 1), value), words) == kind


def test_sets_and_ranges_are_told_by_their_gold():
    assert time_class(GoldDate(Span(0, 1), "XXXX-XX-XX", "SET"), "daily") == "set"
    assert time_class(GoldDate(Span(0, 1), "from=1911/to=1914", extent=True), "for years") == "range"


def test_nothing_against_nothing():
    assert score([]).relaxed == Rates(0.0, 0.0, 0.0)


@pytest.mark.parametrize("seed", range(6))
def test_strict_extents_agree_with_tieval(seed):
    """Sousa et al. (2023). Its relaxed measure also takes touching spans for a match, so strict is compared."""
    tieval = pytest.importorskip("tieval.evaluate", reason="tieval is not installed")
    chance = random.Random(seed)
    gold = read_gold(TIMEML.encode(), "a.tml")

    def spans():
        starts = sorted(chance.sample(range(0, 60, 6), 6))
        return [(start, start + chance.randint(1, 5)) for start in starts]

    corpus = [(spans(), spans()) for _ in range(5)]
    scored = [
        (type(gold)(gold.document, tuple(dates(GoldDate, *wanted)), False), dates(PredictedDate, *got))
        for wanted, got in corpus
    ]
    theirs = tieval.span_identification([wanted for wanted, _ in corpus], [got for _, got in corpus])["micro"]
    ours = score(scored).strict
    assert (ours.p, ours.r) == (round(theirs["precision"], 4), round(theirs["recall"], 4))
