"""Event tokens against gold on a tiny table of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from vitascope.errors import SourceError, VitascopeError
from vitascope.evaluation.event_tables import read_lives
from vitascope.evaluation.events import event_spans, score_lives

TABLE = """id,label,token,sentence
1,ENTITY,Ilse,0
1,ENTITY,Brandvold,0
,EVENT-GR,was,0
,,a,0
,,Danish,0
,EVENT,painter,0
,,.,0
2,ENTITY,She,1
,EVENT,moved,1
,,to,1
,,Lund,1
,,",",1
,,where,1
,,Otto,1
,,Kern,1
,,died,1
,,.,1
"""


@pytest.fixture
def life(tmp_path: Path):
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    return read_lives(tmp_path)[0]


def test_words_are_put_together_as_they_are_typed(life):
    assert life.document.text == "Ilse Brandvold was a Danish painter. She moved to Lund, where Otto Kern died."
    assert [life.document.quote(span) for span, event in life.tokens if event] == ["was", "painter", "moved"]


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        (['He said " no " .'], 'He said "no".'),
        (['He called it " a wreck .', '" She did not .'], 'He called it "a wreck." She did not.'),
        (['It was a wreck " , he said .', 'She said " no " .'], 'It was a wreck", he said. She said "no".'),
        (['She said " no .', "Never .", 'Nor now " .', 'He " went " .'], 'She said "no. Never. Nor now". He "went".'),
        (['She left by the " Low Road .', '" He fled " at once " .'], 'She left by the "Low Road." He fled "at once".'),
        (
            ['It was " a wreck .', '" She said : " I know .', '" He left .'],
            'It was "a wreck." She said: "I know." He left.',
        ),
    ],
)
def test_straight_marks_stand_with_what_they_quote(tmp_path, sentences, wanted):
    rows = [f'"{word.replace(chr(34), chr(34) * 2)}",,{k}' for k, told in enumerate(sentences) for word in told.split()]
    (tmp_path / "a.csv").write_text("\n".join(["token,label,sentence", *rows]), "utf-8")
    assert read_lives(tmp_path)[0].document.text == wanted


def test_events_are_those_of_the_person(life, annotator):
    told = {life.document.quote(span) for span in event_spans(life.document, annotator).values()}
    assert {"was", "painter", "moved"} <= told
    assert "died" not in told


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ("Her family moved to Oslo .", "moved"),
        ("A court allowed her release .", "allowed"),
        ("Her parents moved to Oslo .", None),
        ('The lake was " moved " .', None),
    ],
)
def test_groups_with_the_person_in_them_and_what_is_done_to_hers_count(tmp_path, annotator, told, event):
    first = "Ilse Brandvold was a Danish painter ."
    rows = [f'"{word.replace(chr(34), chr(34) * 2)}",,{k}' for k, s in enumerate((first, told)) for word in s.split()]
    (tmp_path / "a.csv").write_text("\n".join(["token,label,sentence", *rows]), "utf-8")
    life = read_lives(tmp_path)[0]
    found = {life.document.quote(span) for span in event_spans(life.document, annotator).values()}
    assert found & {"moved", "allowed"} == ({event} if event else set())


@pytest.mark.parametrize(
    ("told", "marked", "unmarked"),
    [
        ("Her daughter Karen was born in 1921 .", "", "born"),
        ("Her house was searched in 1921 .", "searched", ""),
        ("Kern notes that she moved to Oslo .", "moved", "notes"),
        ("Kern noted that she moved to Oslo .", "noted moved", ""),
        ("According to her brother , she sold the house .", "According sold", ""),
        ("She allegedly sold the house .", "allegedly sold", ""),
        ("According to Kern , the house was sold .", "", "According sold"),
        ("She received a medal in 1921 .", "received medal", ""),
        ("She was awarded a degree in 1921 .", "awarded", "degree"),
        ("She was the first woman to teach there .", "was first", "woman"),
        ("She proved to be a good teacher .", "proved teacher", "be"),
        ("Her campaign was unsuccessful .", "campaign was unsuccessful", ""),
        ("Her visit was in May .", "visit", "was"),
        ("Her mother was unsuccessful .", "", "was unsuccessful"),
        ("Her novels were gaining readers .", "gaining", "novels"),
    ],
)
def test_what_counts_with_an_event(tmp_path, annotator, told, marked, unmarked):
    first = "Ilse Brandvold was a Danish painter ."
    rows = [f"{word},,{k}" if word != "," else f'",",,{k}' for k, s in enumerate((first, told)) for word in s.split()]
    (tmp_path / "a.csv").write_text("\n".join(["token,label,sentence", *rows]), "utf-8")
    life = read_lives(tmp_path)[0]
    starts = event_spans(life.document, annotator)
    found = {life.document.quote(span) for start, span in starts.items() if start >= len(first)}
    assert set(marked.split()) <= found
    assert not set(unmarked.split()) & found


def test_the_score_counts_tokens(life, annotator):
    result = score_lives([life], annotator)
    assert (result.gold, result.tokens) == (3, 17)
    assert result.mentions.r == 1.0
    assert result.as_json()["lives"]["a.csv"]["r"] == 1.0


def test_a_folder_without_tables_is_named(tmp_path):
    with pytest.raises(VitascopeError, match="no token tables"):
        read_lives(tmp_path)


def test_a_table_without_its_columns_is_named(tmp_path):
    (tmp_path / "a.csv").write_text("x,y\n1,2\n", "utf-8")
    with pytest.raises(SourceError, match=r"a\.csv"):
        read_lives(tmp_path)
