"""A saying that is put into what is said has it for its topic, and words in marks are said of whom they describe."""

import pytest

from tests.claims.told import of, read

LEAD = "= Ada Lund =\n\nAda Lund (1871–1940) was a Swedish lawyer.\n\n"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("If she had stayed, Karl Holm argued, she would have been shot.", "she would have been shot"),
        ("Lund had been threatened, as she later told the judge.", "Lund had been threatened"),
        ("Karl Holm called Lund “a fox without a forest”.", "Ada Lund"),
        ("Karl Holm said that the mill was “a leap in the dark”.", "mill"),
        ("Karl Holm told Lund: “I have sold the mill.”", None),
    ],
)
def test_what_is_said_or_of_whom(reader, text, topic):
    _, claims = read(reader, LEAD + text)
    (statement,) = of(claims, "statement")
    told = statement.roles["topic"].label if "topic" in statement.roles else None
    assert told == topic or (topic is None and told != "Ada Lund")
