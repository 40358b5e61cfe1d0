"""What the page draws from: the text in pieces, the timeline in per cent, the network, lives side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import readings
from vitascope.export.attested import Attested, attested
from vitascope.model import Claim, Party, Persona, Span, Status, When
from vitascope.views.comparison import comparison
from vitascope.views.marked_text import marked_text
from vitascope.views.network import network
from vitascope.views.timeline import timeline
from vitascope.views.timeline_chart import timeline_chart

DOCUMENT = readings.document()
SPANS = st.tuples(st.integers(0, len(DOCUMENT.text)), st.integers(0, 60)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], len(DOCUMENT.text)))
)


def at(number: int, span: Span) -> Claim:
    made = readings.claim(DOCUMENT, "arrest", "In 1902 she was arrested")
    return replace(made, id=f"claim-{number}", span=span)


@given(st.lists(SPANS, max_size=12))
def test_pieces_are_the_text_and_name_just_the_claims_that_cover_them(spans: list[Span]) -> None:
    claims = [at(number, span) for number, span in enumerate(spans)]
    shown = marked_text(DOCUMENT, claims)
    assert len(shown) == len(DOCUMENT.blocks)
    for block, marked in zip(DOCUMENT.blocks, shown, strict=True):
        assert "".join(piece.text for piece in marked.pieces) == DOCUMENT.quote(block.span)
        for piece in marked.pieces:
            assert {claim.id for claim in piece.claims} == {
                claim.id for claim in claims if claim.span.overlaps(piece.span)
            }
            widths = [claim.span.end - claim.span.start for claim in piece.claims]
            assert widths == sorted(widths)


YEARS = st.one_of(st.none(), st.integers(1, 2100).map(lambda year: f"{year:04d}"))


@given(st.lists(st.tuples(YEARS, YEARS), min_size=1, max_size=8))
def test_bars_lie_on_the_axis_and_no_wider_than_they_are_told(ends: list[tuple[str | None, str | None]]) -> None:
    items = []
    for number, (first, last) in enumerate(ends):
        low, high = (min(first, last), max(first, last)) if first and last else (first, last)
        when = When(
            f"{low or '..'}/{high or '..'}",
            earliest=f"{low}-01-01" if low else None,
            latest=f"{high}-12-31" if high else None,
            basis="stated",
        )
        items.append(Attested(DOCUMENT, replace(at(number, Span(0, 3)), when=when)))
    chart = timeline_chart(timeline("x", items))
    if chart is None:
        assert not any(first or last for first, last in ends)
        return
    for bar in chart.bars:
        assert 0 <= bar.start <= bar.start + bar.width <= 100.001
        assert bar.opens == {(True, True): "both", (True, False): "left", (False, True): "right"}.get(
            (bar.row.earliest is None, bar.row.latest is None), ""
        )
        if bar.solid:
            assert bar.start - 0.001 <= bar.solid[0]
            assert bar.solid[0] + bar.solid[1] <= bar.start + bar.width + 0.001
    assert [tick.at for tick in chart.ticks] == sorted(tick.at for tick in chart.ticks)


@pytest.mark.parametrize(
    ("status", "plain"), [(Status(), True), (Status(modality="alleged"), False), (Status(duress=True), False)]
)
def test_a_link_says_whether_it_is_plainly_asserted(status: Status, plain: bool) -> None:
    told = readings.claim(DOCUMENT, "arrest", "In 1902 she was arrested", status=status)
    told = replace(told, roles={"agent": Party("a court", "court"), "place": Party("Łomża")})
    personas = {(DOCUMENT.id, id_): Persona(id_, label) for id_, label in readings.NAMES.items()}
    drawn = network([Attested(DOCUMENT, told)], personas)
    assert [node.label for node in drawn.nodes] == ["Ilse Brandvold", "a court"]
    [link] = drawn.links
    assert [tie.plain for tie in link.ties] == [plain]


def test_personas_that_were_judged_the_same_are_one_node() -> None:
    told = readings.claim(DOCUMENT, "arrest", "In 1902 she was arrested")
    told = replace(told, roles={"agent": Party("a court", "court"), "with": Party("mother", "mother")})
    personas = {(DOCUMENT.id, id_): Persona(id_, label) for id_, label in readings.NAMES.items()}
    same = {(DOCUMENT.id, "mother"): (DOCUMENT.id, "court")}
    drawn = network([Attested(DOCUMENT, told)], personas, same)
    assert [node.label for node in drawn.nodes] == ["Ilse Brandvold", "a court"]


def test_the_network_keeps_those_with_most_ties_and_counts_the_rest() -> None:
    told = readings.claim(DOCUMENT, "arrest", "In 1902 she was arrested")
    told = replace(told, roles={"agent": Party("a court", "court"), "with": Party("mother", "mother")})
    personas = {(DOCUMENT.id, id_): Persona(id_, label) for id_, label in readings.NAMES.items()}
    drawn = network([Attested(DOCUMENT, told)], personas, limit=2)
    assert len(drawn.nodes) == 2
    assert drawn.left_out == 1


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [("1901", "1901-05", True), ("1901", "1902", False), ("1901/1903", "1902", True), (None, "1902", True)],
)
def test_dates_of_what_happens_once_agree_or_not(one: str | None, other: str, agree: bool) -> None:
    def life(uri: str, edtf: str | None) -> object:
        document = readings.document(uri=uri)
        ends = (f"{edtf[:4]}-01-01", f"{edtf[-4:] if '/' in edtf else edtf[:4]}-12-31") if edtf else (None, None)
        when = When(edtf, "", None, *ends, "stated" if edtf else "none")
        return readings.reading(document, [readings.claim(document, "birth", "was born on 3 May 1871", when=when)])

    compared = comparison([life("a.txt", one), life("b.txt", other)])  # type: ignore[list-item]
    assert [(row.type, row.agree) for row in compared.claims] == [("birth", agree)]


def test_lives_side_by_side_share_their_axis() -> None:
    early = readings.brandvold()
    document = readings.document(uri="late.txt")
    late = readings.reading(
        document,
        [
            readings.claim(
                document, "arrest", "In 1902 she was arrested", when=readings.date("1999", "1999-01-01", "1999-12-31")
            )
        ],
    )
    compared = comparison([early, late])
    charts = [life.chart for life in compared.lives]
    assert all(charts)
    assert len({(chart.first, chart.last) for chart in charts if chart}) == 1
    assert len(attested(early)) > 3
