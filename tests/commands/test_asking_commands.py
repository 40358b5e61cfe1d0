"""``show``, ``timeline``, ``claims``, ``why``: over a project and over files."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.readings import TEXT


def types(result):
    return [json.loads(line)["type"] for line in result.stdout.splitlines()]


def test_show_is_in_order_and_marked(run, project):
    out = run("show", "brandvold", "--project", project).stdout
    assert out.splitlines()[0].startswith("Ilse Brandvold · ")
    places = [out.index(words) for words in ("birth", "occupation", "arrest", "duress]", "[negated]", "death", "1956")]
    assert places == sorted(places)
    assert "3 May 1871" in out
    assert "[reported]" not in out, "that is told of her mother"


@pytest.mark.parametrize("name", ["ILSE brandvold", "mother brandvold"])
def test_show_over_files(run, life, name):
    by_argument = run("show", name, life).stdout
    assert by_argument == run("show", name, "--from", life).stdout
    assert ("[reported]" in by_argument) == name.startswith("mother")


def test_the_default_project_and_the_variable(run, project, monkeypatch):
    missing = run("show", "brandvold", code=1)
    assert "vitascope.vita: there is no such project" in missing.stderr
    monkeypatch.setenv("VITASCOPE_PROJECT", str(project))
    assert "arrest" in run("show", "brandvold").stdout


def test_nobody_of_that_name(run, project):
    failed = run("show", "brandwold", "--project", project, code=1)
    assert "brandwold: nobody of this name is told of" in failed.stderr
    assert "nearest: " in failed.stderr
    assert "Ilse Brandvold" in failed.stderr


def test_several_of_that_name(run, life, tmp_path):
    (tmp_path / "second.txt").write_text(TEXT + "More.\n", "utf-8")
    failed = run("show", "ilse", "--from", life, "--from", "second.txt", code=1)
    assert "fits 2 personas" in failed.stderr
    assert "second.txt" in failed.stderr
    assert run("show", "ilse", life, "second.txt", "--every").stdout.count("rehabilitation") == 2


def test_a_bad_file_among_those_asked(run, life):
    result = run("show", "ilse", life, "missing.txt", code=1)
    assert "arrest" in result.stdout
    assert "missing.txt: no such file" in result.stderr
    result = run("show", "nobody", "missing.txt", code=1)
    assert "missing.txt: no such file" in result.stderr
    assert "nobody of this name" in result.stderr


def test_timeline_in_characters(run, project):
    out = run("timeline", "brandvold", "--project", project).stdout
    assert "●" in out
    assert "1902–1904: imprisonment" in out
    assert "without a date: 4 more" in out


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_timeline_as_a_figure(run, life, tmp_path, suffix):
    run("timeline", "brandvold", life, "--output", f"a{suffix}")
    assert (tmp_path / f"a{suffix}").stat().st_size > 5000
    assert "not a format" in run("timeline", "brandvold", life, "--output", "a.pdf", code=1).stderr


def test_timeline_without_dates(run, life):
    assert "no claim has a date" in run("timeline", "mother brandvold", life, code=1).stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--type", "arrest", "--type", "death"], "arrest death"),
        (["--person", "mother brandvold"], "escape"),
        (["--status", "duress"], "confession involvement"),
        (["--status", "unasserted", "--type", "event"], "event"),
        (["--after", "1903", "--before", "1903-06"], "imprisonment"),
        (["--before", "1871-05-03"], "birth"),
        (["--after", "[1940..1950]"], "death rehabilitation"),
        (["--before", "-0043"], ""),
    ],
)
def test_claims(run, project, arguments, expected):
    assert types(run("claims", "--project", project, "--format", "jsonl", *arguments)) == expected.split()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--type", "arest"], "nearest: arrest"),
        (["--type", "zzz"], "one of birth, baptism"),
        (["--status", "negate"], "nearest: negated"),
        (["--after", "last year"], "no EDTF date"),
    ],
)
def test_claims_that_cannot_be_asked_for(run, project, arguments, told):
    assert told in " ".join(run("claims", "--project", project, *arguments, code=2).stderr.split())


def test_claims_as_csv_into_a_file(run, project, tmp_path):
    run("claims", "--project", project, "--format", "csv", "--output", "a.csv")
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 10


def test_why_tells_every_part(run, project):
    table = run("claims", "--project", project, "--type", "involvement", "--format", "csv").stdout
    claim = next(csv.DictReader(io.StringIO(table)))
    out = run("why", claim["id"][:8], "--project", project).stdout
    words = " ".join(out.split())
    for part in (
        "she confessed to ⟦smuggling⟧.",
        "[alleged, under duress, annulled] involvement: smuggling",
        "brandvold.txt:5:",
        "alleged by Ilse Brandvold (as told by the police); under duress; annulled 1956 by rehabilitation",
        "because confessed under threat",
        "frame:involvement",
        "model toy 1.0, sha256 00ff",
        "no time is told",
        claim["id"],
    ):
        assert part in words


def test_why_of_a_dated_claim(run, project):
    claim = json.loads(run("claims", "--project", project, "--type", "birth", "--format", "jsonl").stdout)
    words = " ".join(run("why", claim["id"] + "…", "--project", project).stdout.split())
    assert "3 May 1871 (1871-05-03)" in words
    assert "words: “3 May 1871”" in words
    assert "basis: stated" in words


def test_why_without_an_answer(run, project):
    assert "no claim’s id begins with “zz”" in run("why", "zz", "--project", project, code=1).stderr
