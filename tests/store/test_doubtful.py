"""The queue of doubt from the database is the one of the views; the tallies are the counts."""

from __future__ import annotations

from collections import Counter

import pytest

from tests import readings
from vitascope.judgement import Correction
from vitascope.store import ClaimFilter, Project
from vitascope.store.doubtful import DoubtQuery
from vitascope.store.facets import FacetQuery
from vitascope.views.doubt import by_doubt


@pytest.mark.parametrize("with_judgements", [False, True])
def test_the_search_that_asks_nothing_counts_as_every_other(project: Project, with_judgements: bool) -> None:
    if with_judgements:
        judged(project)
    everything, narrowed = project.faceted(FacetQuery()), project.faceted(FacetQuery(before=9000))
    told = project.faceted(FacetQuery(after=-9000, before=9000))
    assert told == narrowed, "one way to ask for what is dated"
    asked = [project.faceted(FacetQuery(type=name)) for name in everything.facets["type"]]
    assert everything.total == sum(found.total for found in asked) == len(project.claims())
    assert set(everything.claims) == {item.claim.id for item in project.claims()}
    for facet in ("status", "person", "place", "organisation", "role", "decade"):
        summed: Counter[str] = Counter()
        for found in asked:
            summed.update(found.facets[facet])
        assert everything.facets[facet] == summed, facet


@pytest.fixture
def project() -> Project:
    opened = Project.in_memory()
    opened.save(readings.brandvold())
    return opened


def judged(project: Project) -> None:
    ids = [item.claim.id for item in project.claims()]
    project.judge(ids[0], "accept", by="A")
    project.judge(ids[1], "unsure", by="A")
    project.judge(ids[2], "reject", by="A")
    project.judge(ids[3], "correct", by="A", correction=Correction(when="1903", status={"duress": True}))


@pytest.mark.parametrize("with_judgements", [False, True])
def test_page_by_page_it_is_the_order_of_the_views(project: Project, with_judgements: bool) -> None:
    if with_judgements:
        judged(project)
    expected = [item.claim.id for item in by_doubt(project.claims(ClaimFilter(rejected=True)))]
    pages = [project.doubtful(DoubtQuery(), offset, 2) for offset in range(0, len(expected) + 2, 2)]
    assert [id_ for page in pages for id_ in page.claims] == expected
    assert {page.left for page in pages} == {len(expected)}
    assert {page.settled for page in pages} == {3 if with_judgements else 0}


def test_it_is_narrowed(project: Project) -> None:
    [arrest] = [item.claim for item in project.claims(ClaimFilter(types=("arrest",)))]
    assert project.doubtful(DoubtQuery(type="arrest"), 0, 9).claims == (arrest.id,)
    assert project.doubtful(DoubtQuery(arrest.document, "arrest"), 0, 9).claims == (arrest.id,)
    assert project.doubtful(DoubtQuery("another"), 0, 9).claims == ()


def test_the_index_gives_the_order_without_sorting(project: Project) -> None:
    plan = []
    project._connection.set_trace_callback(plan.append)
    project.doubtful(DoubtQuery())
    project._connection.set_trace_callback(None)
    [query] = [sql for sql in plan if "NOT IN" in sql]
    told = " ".join(row["detail"] for row in project._connection.execute(f"EXPLAIN QUERY PLAN {query}"))
    assert "claims_by_doubt" in told
    assert "TEMP B-TREE" not in told


def test_counts_are_those_of_what_stands(project: Project) -> None:
    def counted() -> Counter[str]:
        return Counter(item.claim.type for item in project.claims())

    def forced() -> int:
        return sum(item.claim.status.duress for item in project.claims())

    assert project.counts().types == counted()
    judged(project)
    counts = project.counts()
    assert counts.types == counted()
    assert counts.claims == sum(counted().values())
    assert counts.statuses.get("duress", 0) == forced()
    project.save(readings.read(readings.document("Anew.\n\n" + readings.TEXT)))
    assert project.counts().types == counted()
    project.remove("lives/brandvold.txt")
    assert project.counts().claims == 0
