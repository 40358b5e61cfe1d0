"""The story's clock: what anchors a date without a year, what moves the story on, and where two readings stay."""

from __future__ import annotations

import pytest
from life_text import UNREAD, document

from vitascope.edtf import bounds
from vitascope.language import SpacyAnnotator
from vitascope.time import read_clock, read_times

BERG = "Anna Berg (3 May 1871 – 9 March 1940) was a painter.\n"


def told(text: str) -> dict[str, str | None]:
    """Core words → EDTF, without a parse."""
    life = document(text)
    return {life.quote(t.core): t.when.edtf for t in read_times(life, UNREAD)}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # the clock goes on within the year, and over its end
        ("In March 1911 she left. In April she wrote.", "April", "1911-04"),
        ("In November 1911 she left. In January she wrote.", "January", "1912-01"),
        ("On 12 May 1911 she left. On 3 May she had packed.", "3 May", "1911-05-03"),
        ("In 1911 she left. In April she wrote.", "April", "1911-04"),
        ("In 1911–13 she toured. In April she wrote.", "April", "1911-04"),
        # a new paragraph takes the last time over
        ("In March 1911 she left.\n\nIn April she wrote.", "April", "1911-04"),
        ("In March 1911 she left.\n= Exile, 1921 =\nIn April she wrote.", "April", "1921-04"),
        # what does not move the clock
        ("In March 1911 she left. Her school (closed in 1890) wrote. In April she wrote.", "April", "1911-04"),
        ("In March 1911 she left. “In 1890 I was poor,” she said. In April she wrote.", "April", "1911-04"),
        ("In March 1911 she quoted the law of 1890. In April she wrote.", "April", "1911-04"),
        ("In March 1911, before 1930, she wrote. In April she left.", "April", "1911-04"),
        # what is told behind the clock's date is spoken of, if it is no older
        ("In 1911 she joined the rising of August 1912. That autumn she left.", "That autumn", "1912-23"),
        ("In March 1911 she left. After two months she wrote.", "two months", "1911-05~"),
        # whole months are counted from a month, not from a day
        ("In March 1911 she left. Two months later she wrote.", "Two months later", "1911-05"),
        ("On 3 March 1911 she left. Two months later she wrote.", "Two months later", "1911-05~"),
        ("On 3 March 1911 she left. Two weeks later she wrote.", "Two weeks later", "1911-03-17"),
        ("On 3 March 1911 she left. After two weeks she wrote.", "two weeks", "1911-03-17~"),
        # the story goes on from the end of a stretch
        ("From May 1911 to June 1913 she taught. In September she left.", "September", "1913-09"),
        ("From 1911 to 1913 she taught. In September she left.", "September", "1911-09"),
        # what a paragraph tells outweighs the one before, a word at length is no lull
        ("In 1911 she left.\n\nHer plea (8 May 1914) failed. In June she wrote.", "June", "1911-06"),
        ("In 1911 she left.\n\nHer plea, dated 8 May 1914, failed. She sang. In July she wrote.", "July", "1914-07"),
        ("In January 1911 she left. They wrote at length in February. In 1914 she died.", "February", "1911-02"),
        # far ahead: behind, or both where both fit
        ("In October 1911 she left. In September she wrote.", "September", "1911-09"),
        ("In October 1911 she left. In September she wrote. In 1920 she died.", "September", "[1911-09,1912-09]"),
        # a lull: a year may have been skipped
        ("In May 1911 she left. At last, on 2 June she sang. In 1914 she died.", "2 June", "[1911-06-02,1912-06-02]"),
        ("In May 1911 she left. Eventually, on 2 June she wrote. In 1911 she died.", "2 June", "1911-06-02"),
        ("In May 1911 she left. On 2 June she wrote. In 1914 she died.", "2 June", "1911-06-02"),
        # the months that are told to have passed
        ("In February 1911 she left. She walked. She sang. She lay ill for five months. In July she wrote. In 1914 she "
         "died.", "July", "1911-07"),
        ("In February 1911 she left. She walked. She sang. She lay ill. In July she wrote. In 1914 she died.", "July",
         "[1911-07,1912-07]"),
        # a day soon after one told in full off the story's line
        ("In May 1911 she left. The law of 3 March 1914 was hers. On 5 March she wed.", "5 March", "1914-03-05"),
        ("In May 1911 she left. The law of 3 March 1914 was hers. On 5 June she wed.", "5 June", "1911-06-05"),
        # no clock, no year
        ("In April she wrote.", "April", "XXXX-04"),
        ("Until April she wrote.", "April", None),
        ("Early in April she wrote.", "Early in April", "XXXX-04"),
        ("Perhaps on 3 April she wrote.", "3 April", "XXXX-04-03?"),
        ("In spring she wrote.", "spring", None),
        ("Three years later she wrote.", "Three years later", None),
        ("In May and June 1905 she sang.", "May", "1905-05"),
        # later and earlier within the year
        ("On 5 March 1911 she left. Later that year she wrote.", "Later that year", "[1911-03-05..1911-12-31]"),
        ("In March 1911 she left, having wed earlier that year.", "earlier that year", "[1911-01..1911-03]"),
        # after a named event: no later than what is told next in the paragraph
        ("After the October Revolution she left. In May 1918 she sang.", "the October Revolution",
         "[1917-11..1918-05]"),
        ("After the October Revolution she left.\n\nIn May 1918 she wrote.", "the October Revolution", "[1917-11..]"),
        ("After the October Revolution she left. In 1905 she wed.", "the October Revolution", "[1917-11..]"),
        # a look back and a date of another time leave the clock where it is
        ("In March 1911 she left, two years earlier than he. In April she wrote.", "April", "1911-04"),
        ("In March 1911 she left, having failed the previous year. In April she wrote.", "April", "1911-04"),
        ("In May 1911 she read of 1614. In July she left. In September 1911 she wed.", "July", "1911-07"),
        ("= War, 1942–43 =\nIn April she left.", "April", "1942-04"),
        # neighbours of a day
        ("On 3 May 1911 she left. The following Monday she wrote.", "The following Monday", "1911-05-08"),
        ("On 3 May 1911 she left. That evening she wrote.", "That evening", "1911-05-03"),
        ("On 3 May 1911 she left at 5 p.m.", "5 p.m.", "1911-05-03"),
        ("In 509 BC he left. The next decade was hard.", "The next decade", "-0498/-0489"),
        # stretches from the clock on
        ("In 1911 she left. Over the next three years she wrote.", "the next three years", "1911/1914"),
        # many years: the clock is lost
        ("In 1911 she left. Many years later she wrote. In April she died.", "April", "XXXX-04"),
    ],
)  # fmt: skip
def test_anchored(text: str, words: str, value: str | None) -> None:
    assert told(text)[words] == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("At 17 she left.", "At 17", "[1888-05-03..1889-05-02]"),
        ("She left at the age of twenty-one.", "at the age of twenty-one", "[1892-05-03..1893-05-02]"),
        ("In her teens she left.", "her teens", "1884/1890"),
        ("In her late thirties she left.", "her late thirties", "1908/1910"),
        ("When she was nine, they moved.", "When she was nine", "[1880-05-03..1881-05-02]"),
    ],
)
def test_ages_are_counted_from_the_birth_in_the_lead(text: str, words: str, value: str) -> None:
    assert told(BERG + text)[words] == value


@pytest.mark.parametrize(
    "text",
    [
        "- Born: 3 May 1871\nShe painted. At 17 she left.",
        "Anna Berg was born on 3 May 1871. At 17 she left.",
        "Anna Berg (born 3 May 1871) paints. At 17 she left.",
        "Anna Berg (Анна Берг; 3 May 1871 – ?) painted. At 17 she left.",
    ],
)
def test_the_birth_is_found_wherever_it_is_told(text: str) -> None:
    assert told(text)["At 17"] == "[1888-05-03..1889-05-02]"


def test_an_age_has_no_date_without_a_birth() -> None:
    assert told("She painted. At 17 she left.") == {"At 17": None}


@pytest.mark.parametrize(
    ("text", "birth", "death"),
    [
        ("Anna Berg (1871–1940) painted.", "1871", "1940"),
        ("Anna Berg (3 May 1871 – 9 March 1940) painted.", "1871-05-03", "1940-03-09"),
        ("Anna Berg (May 3, 1871 – March 9, 1940) painted.", "1871-05-03", "1940-03-09"),
        ("Anna Berg (3 May 1871–9 March 1940) painted.", "1871-05-03", "1940-03-09"),
        ("Anna Berg (c. 1640 – c. 1702) painted.", "1640~", "1702~"),
        ("Anna Berg (?–1939) painted.", None, "1939"),
        ("Anna Berg (1871–?) painted.", "1871", None),
        ("Anna Berg (born 1871) painted.", "1871", None),
        ("Anna Berg (b. 1871) painted.", "1871", None),
        ("Anna Berg (d. 1940) painted.", None, "1940"),
        ("Anna Berg (died 9 March 1940) painted.", None, "1940-03-09"),
        ("Anna Berg (b. 1871, d. 1940) painted.", "1871", "1940"),
        ("Anna Berg (born 3 May 1871 in Oslo – died 1940 in Rome) painted.", "1871-05-03", "1940"),
        ("Anna Berg (née Holm; 1871–1940) painted.", "1871", "1940"),
        ("Anna Berg (Анна Берг; 3 May 1871 – 1940) painted.", "1871-05-03", "1940"),
        ("Anna Berg (22 April [O.S. 10 April] 1871 – 1940) painted.", "1871-04-22", "1940"),
        ("Gaius Varo (63 BC – 14 AD) ruled.", "-0062", "0014"),
        ("Abbo of Laon (c. 347–30 September 420) prayed.", "0347~", "0420-09-30"),
        ("Abbo of Laon (c. 347–420) prayed.", "0347~", "0420"),
        ("Josua Varo (c. 1818–January 8, 1880) prayed.", "1818~", "1880-01-08"),
    ],
)
def test_life_span(text: str, birth: str | None, death: str | None) -> None:
    life = document(text)
    (span,) = [t for t in read_times(life, UNREAD) if t.kind == "lifespan"]
    assert (span.birth and span.birth.edtf, span.death and span.death.edtf) == (birth, death)
    for when in filter(None, (span.birth, span.death)):
        assert when.span is not None
        assert life.quote(when.span) == when.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He led the band.\n\nHe was mayor of Bergen (1914–1918) and retired.", "1914/1918"),
        ("He led the band.\n\nHe fought in the Long War (1880–1938) and retired.", "1880/1938"),
        ("Olaf (r. 1012–1031) was a king.", "1012/1031"),
        ("Olaf (fl. 1012–1051) was a poet.", "1012/1051"),
    ],
)
def test_years_in_a_parenthesis_that_are_no_life(text: str, value: str) -> None:
    assert [(t.kind, t.when.edtf) for t in read_times(document(text), UNREAD)] == [("extent", value)]


@pytest.mark.parametrize(
    ("text", "relation", "duration", "value"),
    [
        ("She sang for three months.", "during", "P3M", None),
        ("She sang for forty hours.", "during", "PT40H", None),
        ("She sang for two and a half years.", "during", "P2Y6M", None),
        ("She sang for several years.", "during", None, None),
        ("In May 1911 she left. After six weeks she wrote.", "offset", "P6W", "1911-06~"),
        ("In May 1911 she left. After a year she wrote.", "offset", "P1Y", "1912"),
    ],
)
def test_durations(text: str, relation: str, duration: str | None, value: str | None) -> None:
    length = read_times(document(text), UNREAD)[-1]
    assert (length.kind, length.relation, length.duration, length.when.edtf) == (
        "duration", relation, duration, value,
    )  # fmt: skip


def test_spans_cover_the_lead_and_cores_do_not() -> None:
    life = document("He stayed until about 1911, or from late May 1920 to June 1921.")
    assert [(life.quote(t.span), life.quote(t.core)) for t in read_times(life, UNREAD)] == [
        ("until about 1911", "about 1911"),
        ("from late May 1920 to June 1921", "late May 1920 to June 1921"),
    ]


def test_bounds_and_reasons_are_given() -> None:
    life = document("In September 1921 she left. In October she wrote.")
    when = read_times(life, UNREAD)[1].when
    assert (when.earliest, when.latest) == ("1921-10-01", "1921-10-31") == bounds("1921-10")
    assert (when.basis, when.because) == ("anchored", "anchored to “September 1921”")


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("In March 1911 she left. She had studied in Paris in 1905. Then she wrote.", "1911-03"),
        ("In March 1911 she left. She met Olga, who married in 1930. Then she wrote.", "1911-03"),
        ("In March 1911 she left. She wrote until 1913. Then she slept.", "1913"),
        ("On 8 May 1936 he confessed that in 1929 he met her. The same night he left. Then he slept.", "1936-05-08"),
        ("She wrote by 1913. Then she slept.", "1913"),
        ("In 1911 she left and, as her sister testified in 1930, wept. Then she wrote.", "1911"),
        ("In 1911 she left. During the strike of 1913 she sang. Then she wrote.", "1913"),
        ("In 1911 she left. She sang of the strike of 1913. Then she wrote.", "1911"),
        ("She wrote. Then she slept.", None),
    ],
)
def test_the_clock_at_the_start_of_the_last_sentence(annotator: SpacyAnnotator, text: str, clock: str | None) -> None:
    life = document(text)
    annotation = annotator.annotate(life)
    inforce = read_clock(life, annotation)
    last = inforce.get(annotation.sentences[-1].index)
    assert (last and last.edtf) == clock
    assert last is None or last.basis == "anchored"


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("She met her former tutor.", "former", "before"),
        ("She met her future tutor.", "future", "after"),
        ("She now paints.", "now", "at"),
        ("In 1911 she left. She was poor at the time.", "the time", "at"),
        ("In 1911 she left, then wrote.", "then", "then"),
    ],
)
def test_references_say_where_they_point(text: str, words: str, relation: str) -> None:
    life = document(text)
    found = {life.quote(t.core): t for t in read_times(life, UNREAD)}[words]
    assert (found.kind, found.relation) == ("reference", relation)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She taught until her death.", "../1940-03-09"),
        ("Five days before her death she wrote.", "1940-03-04"),
        ("Two years after her death it was shown.", "1942"),
    ],
)
def test_times_told_from_the_death_in_the_lead(text: str, value: str) -> None:
    assert value in told(BERG + text).values()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She drew her 1911 cycle.", True),
        ("She drew a famous 1911 cycle.", True),
        ("It is the best (Holm 1968).", True),
        ("She drew 1911 sheets.", False),
        ("The house of 1500 souls", False),
        ("Regiment 1812 left.", False),
    ],
)
def test_years_without_a_preposition(text: str, found: bool) -> None:
    assert bool(told(text)) is found
