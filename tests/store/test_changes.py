"""What another reading made different."""

from __future__ import annotations

import pytest

from tests.store.lines import LINES, Rules, life, whole
from vitascope.store import Project

PLAIN = list(LINES.items())


def told(found):
    return [(each.kind, (each.after or each.before).claim.type, each.parts) for each in found]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (whole(), []),
        (whole(Rules(salt="2")), []),
        (life([("", "A preface"), *PLAIN]), []),
        (whole(Rules(late=frozenset({"post"}))), [("changed", "post", ("when",))]),
        (whole(Rules(salt="2", late=frozenset({"post"}))), [("changed", "post", ("when",))]),
        (whole(Rules(blind=frozenset({"arrest", "death"}))), [("disappeared", t, ()) for t in ("arrest", "death")]),
        (life([*PLAIN, ("burial", "They buried her in 1940")]), [("appeared", "burial", ())]),
        (
            life([("imprisonment", w) if t == "arrest" else (t, w) for t, w in PLAIN], Rules("2")),
            [("changed", "imprisonment", ("type",))],
        ),
    ],
    ids=["nothing", "ids", "moved", "date", "ids and date", "gone", "new", "type"],
)
def test_differences(after, expected):
    with Project.in_memory() as project:
        project.save(whole())
        assert told(project.compare(after)) == expected
        assert project.last_changes() == {}, "a first reading changes nothing, and comparing saves nothing"
        project.save(after)
        kept = project.last_changes()
        assert told(kept.get("krenn.txt", ())) == expected
        project.save(after)
        assert project.last_changes() == kept, "the last reading that changed anything is told of"


def test_nothing_is_paired_twice():
    with Project.in_memory() as project:
        project.save(life([("event", "She wrote to him in 1911"), ("event", "She wrote to him in 1911")]))
        found = project.compare(life([("event", "She wrote to him in 1911")], Rules(salt="2")))
    assert told(found) == [("disappeared", "event", ())]


def test_what_is_taken_out_disappears():
    with Project.in_memory() as project:
        project.save(whole())
        project.remove("krenn.txt")
        assert {each.kind for each in project.last_changes()["krenn.txt"]} == {"disappeared"}
