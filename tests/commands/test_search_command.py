"""``search``: what is shown, and where it stands."""

from __future__ import annotations


def test_texts_names_and_places(run, project, life):
    out = run("search", "łomza", "--project", project).stdout
    assert out == (
        f"Texts (1)\n  {life}:4:42  Ilse Brandvold\n"
        "    … Brandvold  Life Ilse Brandvold was born on 3 May 1871 in *Łomża*. She taught drawing. In 1902 she was"
        " arrested and held …\n"
        "Places\n  Łomża  1 claim, as in " + str(life) + "\n"
    )
    assert "Names (2)\n  ilse  Ilse Brandvold, in" in run("search", "brandvold", "--project", project).stdout


def test_a_phrase_and_a_limit(run, project, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"She did hard labour, {number} years.\n", "utf-8")
    run("read", *sorted(tmp_path.glob("?.txt")), "--project", project)
    out = run("search", '"hard labour"', "--limit", 2, "--project", project).stdout
    assert out.startswith("Texts (2 of 3)\n")
    assert "She did *hard labour*, 0 years." in out


def test_nothing_found_is_told(run, project):
    result = run("search", "nowhere", "--project", project)
    assert result.stdout == ""
    assert "nothing found" in result.stderr
    assert "no such project" in run("search", "x", "--project", "none.vita", code=1).stderr
