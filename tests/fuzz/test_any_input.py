"""Whatever comes in: offsets hold, quotations are the text's own, and nothing fails but by an error for the user."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.annotator import ChanceAnnotator
from tests.fuzz.texts import EXAMPLES, anything, texts
from vitascope.errors import SourceError
from vitascope.export.attested import attested
from vitascope.export.claims_jsonl import claims_jsonl
from vitascope.export.schema import faults
from vitascope.model import Document, Reading, Span
from vitascope.pipeline import Reader
from vitascope.sources import read_text
from vitascope.sources.normalisation import normalise
from vitascope.store import Project

NAMES = ("a.txt", "a.wiki", "a.md", "a.html", "a.xhtml", "a")
LIMITED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def document_of(content: str | bytes, name: str) -> Document | None:
    """The document, or None where the user is told why there is none."""
    try:
        return read_text(content, name)
    except SourceError as fault:
        where, told = fault.where, fault.what
    assert where.startswith(name)
    assert told
    return None


def sound(document: Document) -> None:
    """Every span of the document lies within its text, in order, and the text is in its kept form."""
    length = len(document.text)
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= length
        at = block.span.end
        for part in (block.key, block.value):
            assert part is None or block.span.contains(part)
        assert -1 <= block.section < len(document.sections)
    for span in (*(s.span for s in document.sections), *(n.span for n in document.notices)):
        assert 0 <= span.start <= span.end <= length
    assert normalise(document.text) == document.text
    document.text.encode()


def whole(reading: Reading) -> None:
    """Every span of the reading lies within the text, every persona that is named is there, every quotation holds."""
    text = reading.document.text
    people = {p.id for p in reading.people.personas}
    spans: list[Span | None] = [m.span for m in reading.people.mentions]
    assert all(m.persona in people for m in reading.people.mentions)
    for time in reading.times:
        assert time.span.contains(time.core)
        spans += [time.span, time.when.span]
    for claim in reading.claims:
        assert claim.span.start < claim.span.end
        spans += [claim.span, claim.predicate, claim.sentence, claim.when.span, claim.subject.span]
        spans += [party.span for party in claim.roles.values()]
        for party in (claim.subject, *claim.roles.values()):
            assert party.id is None or party.id in people
    assert all(s is None or 0 <= s.start <= s.end <= len(text) for s in spans)
    for line in claims_jsonl(attested(reading)):
        written = json.loads(line)
        assert written["quote"] == text[written["start"] : written["end"]]
        assert faults(written) == ()


@given(texts, st.sampled_from(NAMES))
@LIMITED
def test_any_text_in_any_format(text: str, name: str):
    document = document_of(text, name)
    if document is not None:
        sound(document)
        assert read_text(text, name) == document


@given(st.one_of(st.binary(max_size=200), anything.map(lambda t: t.encode("utf-8", "replace"))), st.sampled_from(NAMES))
@LIMITED
def test_any_bytes(data: bytes, name: str):
    document = document_of(data, name)
    if document is not None:
        sound(document)


@given(anything, st.integers(0, 400))
@LIMITED
def test_pages_cut_off_anywhere(text: str, at: int):
    page = f"<html><body><h1>Kolb</h1><p>Maria Kolb was born in Vienna, and {text}</p><ul><li>{text}</ul></body></html>"
    document = document_of(page[:at], "a.html")
    if document is not None:
        sound(document)


@given(texts, st.sampled_from(NAMES[:3]))
@LIMITED
def test_the_whole_way_on_any_parse(text: str, name: str):
    document = document_of("Maria Kolb\n\n" + text, name)
    if document is not None:
        reader = Reader(annotator=ChanceAnnotator())
        reading = reader.read(document)
        whole(reading)
        assert reader.read(document) == reading
        with Project.in_memory() as project:
            project.save(reading)
            assert list(project.readings()) == [reading]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader("sm")


@given(text=texts)
@settings(LIMITED, max_examples=max(20, EXAMPLES // 3))
def test_the_whole_way_with_a_language_model(reader: Reader, text: str):
    document = document_of("Maria Kolb\n\nMaria Kolb was born in Vienna. " + text, "a.txt")
    if document is not None:
        whole(reader.read(document))


@given(st.lists(texts, max_size=3), texts)
@LIMITED
def test_any_search(saved: list[str], words: str):
    with Project.in_memory() as project:
        for number, text in enumerate(saved):
            document = document_of(f"Maria Kolb was born.\n{text}", f"{number}.txt")
            if document is not None:
                project.save(Reader(annotator=ChanceAnnotator()).read(document))
        assert isinstance(project.find_documents(words), tuple)
        assert isinstance(project.find_personas(words), tuple)
        for asked in (words, "kolb", '"maria kolb" born'):
            hits = project.search(asked, 2)
            assert len(hits.texts) <= 2
            for hit in hits.texts:
                assert all(0 <= s.start < s.end <= len(hit.text) for s in hit.spans)
                stretch, inner = hit.snippet()
                assert all(stretch.contains(s) for s in inner)
                assert 0 <= stretch.start <= stretch.end <= len(hit.text)


CUT = (
    "The younger son of Karl Lund, a smith, and of the pianist Ida Holm, he had by her two sons, who, as he later said,"
    " were never told whose children they were. In 1902 he led a guild that shrank, as a clerk wrote, from 90 hands to"
    " hardly a dozen; he was promoted to captain, made manager of the works, tried for theft and, according to Ove"
    " Dahl, shot"
)


@pytest.mark.parametrize("words", range(1, len(CUT.split()) + 1))
def test_a_text_may_end_behind_any_word(reader: Reader, words: int) -> None:
    document = document_of(" ".join(CUT.split()[:words]), "cut.txt")
    assert document is not None
    whole(reader.read(document))
