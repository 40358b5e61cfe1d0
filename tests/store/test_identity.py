"""Who is who, by what was judged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.store.lines import Rules, life, whole
from vitascope.store import Project
from vitascope.store.identity import Link, clusters, latest

NAMES = [(document, persona) for document in "ab" for persona in "123"]


def linked(*told):
    return [Link(n, ("a", one), ("a", other), verdict) for n, (one, other, verdict) in enumerate(told, 1)]


def test_same_as_the_same_is_the_same():
    [cluster] = clusters(linked(("1", "2", "same"), ("2", "3", "same"), ("4", "5", "different")))
    assert [who for _, who in cluster.members] == ["1", "2", "3"]
    assert (cluster.links, cluster.against) == ((1, 2), ())


def test_a_difference_within_is_told_and_decides_nothing():
    [cluster] = clusters(linked(("1", "2", "same"), ("2", "3", "same"), ("3", "1", "different")))
    assert len(cluster.members) == 3
    assert cluster.against == (3,)


def test_of_one_pair_the_last_judgement_stands():
    assert clusters(linked(("1", "2", "same"), ("2", "1", "different"))) == ()
    assert clusters(linked(("1", "2", "same"), ("2", "1", "unsure"))) == ()
    assert len(clusters(linked(("1", "2", "different"), ("2", "1", "same")))) == 1


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(["same", "different"]))))
def test_clusters_are_what_a_walk_reaches(told):
    links = [Link(n, *each) for n, each in enumerate(told)]
    near = {who: {who} for who in NAMES}
    for link in latest(links):
        if link.verdict == "same":
            near[link.one].add(link.other)
            near[link.other].add(link.one)

    def reached(who):
        seen, stack = set(), [who]
        while stack:
            at = stack.pop()
            if at not in seen:
                seen.add(at)
                stack.extend(near[at])
        return tuple(sorted(seen))

    walked = sorted({reached(who) for who in NAMES if len(reached(who)) > 1})
    assert [cluster.members for cluster in clusters(links)] == walked


def test_personas_are_found_again_by_name_in_another_reading():
    with Project.in_memory() as project:
        project.save(whole(uri="a.txt"))
        project.save(life([("", "Judita Krenn sold her bees")], uri="b.txt"))
        one, other = project.find_personas("Judita Krenn")
        made = project.judge_personas(one, other, "same", by="A", why="same mill")
        assert len(project.clusters()) == 1
        project.save(whole(Rules(salt="2"), uri="a.txt"))
        [cluster] = project.clusters()
        assert {who for _, who in cluster.members} == {each.persona.id for each in project.find_personas("Krenn")}
        assert project.history(other.persona.id)[0].judgement == made
        project.remove("b.txt")
        assert project.clusters() == ()
        assert [each.judgement.number for each in project.judgements(lost=True)] == [1]
        project.save(life([("", "Judita Krenn sold her bees")], uri="b.txt"))
        assert len(project.clusters()) == 1
        project.undo(made.number, by="B")
        assert project.clusters() == ()
        assert project.check() == ()
