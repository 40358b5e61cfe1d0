"""Names asked for and names found."""

from __future__ import annotations

import pytest

from tests.readings import brandvold, document, reading
from vitascope.model import Persona
from vitascope.store import Project
from vitascope.store.names import folded_words, nearest

PEOPLE = (
    Persona("p1", "Ilse Brandvold", names=("Ilse Brandvold", "Brandvold"), main=True),
    Persona("p2", "mother of Ilse Brandvold", names=(), kin=(("parent", "p1"),)),
    Persona("p3", "Ådne Brandvold", names=("Ådne Brandvold", "Ådne"), kin=(("child", "p1"),)),
    Persona("p4", "Øystein Łęcki", names=("Øystein Łęcki",)),
    Persona("p5", "Anna Maria Weiß", names=("Anna Maria Weiß", "Frau Weiß")),
    Persona("p6", "Anna Holt", names=("Anna Holt",)),
    Persona("p7", "Σωκράτης", names=("Σωκράτης", "Сократ")),
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("Ilse Brandvold", "p1"),
        ("brandvold ILSE", "p1"),
        ("Brandvold", "p1"),
        ("mother brandvold", "p2"),
        ("adne", "p3"),
        ("oystein lecki", "p4"),
        ("weiss", "p5"),
        ("anna", "p5 p6"),
        ("σωκρατησ", "p7"),
        ("СОКРАТ", "p7"),
        ("p6", "p6"),
        ("nobody", ""),
        ("", ""),
        ('" OR *', ""),
        ("anna -holt", "p6"),
    ],
)
def test_asking_for_a_name(asked, ids):
    with Project.in_memory() as project:
        project.save(reading(document(), [], PEOPLE))
        assert [found.persona.id for found in project.find_personas(asked)] == ids.split()


def test_the_same_name_in_two_documents_is_two_personas():
    with Project.in_memory() as project:
        project.save(brandvold("a.txt"))
        project.save(brandvold("b.txt"))
        assert [n.uri for n in project.find_personas("Ilse Brandvold")] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("Łódź-Østby", "lodz ostby"), ("O’Neill", "o neill"), ("ﬁ_Ⅳ", "fi iv"), ("Đorđe Æbbe", "dorde aebbe")],
)
def test_folding(name, words):
    assert folded_words(name) == tuple(words.split())


def test_nearest_names():
    labels = [p.label for p in PEOPLE]
    assert nearest(labels, "Brandwold")[:1] == ("Ilse Brandvold",) or "Ilse Brandvold" in nearest(labels, "Brandwold")
    assert nearest(labels, "xqzz") == ()
    with Project.in_memory() as project:
        project.save(reading(document(), [], PEOPLE))
        assert project.nearest_names("Ana Hollt") == ("Anna Holt", "Anna Maria Weiß")
