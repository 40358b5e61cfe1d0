"""Fit the weights of the preferences for antecedents: ``python tools/fit_antecedents.py FOLDER > WEIGHTS``.

FOLDER holds the public development data ``gap/gap-development.tsv`` (Webster et al. 2018) and ``gum-bio/ontogum`` and
``gum-bio/dep`` (OntoGUM's biographies). Nothing of them enters the weights but the numbers.

A pronoun's candidates compete in a softmax; its loss is minus the log of the share of those that gold calls right. A
quadratic penalty draws each weight to its prior: zero, or what the rule books of resolution give (``PRIOR``). Steps of
fixed number under one bound on the curvature (Böhning 1992), so that the same data give the same weights.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import numpy as np
import yaml

from vitascope.language import SpacyAnnotator
from vitascope.model import Block, Document, Source, Span
from vitascope.people.coreference import read_story
from vitascope.people.story import Story
from vitascope.people.weights import antecedent_weights

PENALTY, STEPS, RARE = 8.0, 400, 15
LIVES = 2
"""A pronoun of a running life counts so often: GAP holds none but the doubtful ones."""
PRIOR = {
    "gender against": -1.4,
    "gender hinted": 0.2,
    "gender told": 0.4,
    "kin unnamed": -1.0,
    "life": 0.6,
    "life with a lead": 2.5,
    "parallel clause before": 0.4,
    "parallel life after kin": 2.0,
    "parallel own clause": 0.6,
    "parallel own pronoun": 2.0,
    "parallel own time": 4.0,
    "parallel possessor before": 2.5,
    "parallel possessor within": 1.0,
    "parallel sentence before": 0.3,
    "parallel told clause before": 2.5,
    "presence": 0.7,
}


class Case(NamedTuple):
    """One pronoun: the features of each candidate, and which of them gold calls right."""

    features: list[dict[str, float]]
    right: list[bool]


def gap_cases(path: Path, annotator: SpacyAnnotator) -> Iterator[Case]:
    """The cases of a GAP file: right is who gold says A or B is; where it denies both, everybody else."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            title = unquote(row["URL"].split("/wiki/")[1]).replace("_", " ").split("#")[0]
            document = _document(row["ID"], row["Text"], title, [Span(0, len(row["Text"]))])
            story, seen = _watched(document, annotator)
            candidates = seen.get(int(row["Pronoun-offset"]))
            if not candidates:
                continue
            sides: dict[str, set[int]] = {"TRUE": set(), "FALSE": set()}
            for side in "AB":
                start = int(row[f"{side}-offset"])
                sides[row[f"{side}-coref"]] |= _drafts(story, [Span(start, start + len(row[side]))])
            either = "TRUE" in (row["A-coref"], row["B-coref"])
            right = [(d in sides["TRUE"]) if either else (d not in sides["FALSE"]) for d, _ in candidates]
            if any(right) and not all(right):
                yield Case([features for _, features in candidates], right)


def life_cases(folder: Path, annotator: SpacyAnnotator) -> Iterator[Case]:
    """The cases of OntoGUM: right is who has most names in the pronoun's chain."""
    for path in sorted((folder / "ontogum").glob("*.conll")):
        document, chains = _ontogum(path, folder / "dep" / f"{path.stem}.conllu")
        story, seen = _watched(document, annotator)
        chain_at = {span.start: chain for chain in chains for span in chain}
        for start, candidates in sorted(seen.items()):
            named = [span for span in chain_at.get(start, []) if span.end - span.start < 40]
            votes = Counter(d for span in named for d in sorted(_drafts(story, [span])))
            most = max(votes.values(), default=0)
            right = [most > 0 and votes[d] == most for d, _ in candidates]
            if any(right) and not all(right):
                yield Case([features for _, features in candidates], right)


def _document(name: str, text: str, title: str, blocks: list[Span]) -> Document:
    return Document(name, text, title, Source(name, "text", name), tuple(Block("paragraph", b) for b in blocks))


def _watched(
    document: Document, annotator: SpacyAnnotator
) -> tuple[Story, dict[int, list[tuple[int, dict[str, float]]]]]:
    annotation = annotator.annotate(document)
    seen: dict[int, list[tuple[int, dict[str, float]]]] = {}
    story = read_story(
        document, annotation, lambda at, found: seen.update({annotation.tokens[at].span.start: list(found)})
    )
    return story, seen


def _drafts(story: Story, spans: list[Span]) -> set[int]:
    tokens = story.annotation.tokens
    heads = [t for t in story.at if tokens[t].text.lower() not in story.lex.pronouns]
    return {story.final(story.at[t]) for t in heads if any(s.contains(tokens[t].span) for s in spans)}


def _ontogum(path: Path, dep: Path) -> tuple[Document, list[list[Span]]]:
    """The text of one OntoGUM file, its paragraphs and chains."""
    title, opens, glued = "", [], []
    paragraph = False
    for line in dep.read_text(encoding="utf-8").splitlines():
        if line.startswith("# meta::title = "):
            title = line.removeprefix("# meta::title = ")
        paragraph = paragraph or line.startswith("# newpar")
        if line.split("\t")[0].isdigit():
            opens.append(paragraph)
            glued.append("SpaceAfter=No" in line)
            paragraph = False
    text, spans, starts = "", [], []
    chains: dict[str, list[Span]] = {}
    unclosed: dict[str, list[int]] = {}
    rows = [r for r in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()) if len(r) == 3]
    for (_, word, marks), new, tight in zip(rows, opens, glued, strict=True):
        if new:
            text = f"{text.rstrip(' ')}\n" if text else text
            starts.append(len(text))
        spans.append(Span(len(text), len(text) + len(word)))
        text += word if tight else f"{word} "
        for mark in marks.replace("(", " (").replace(")", ") ").split():
            number = mark.strip("()")
            if mark.startswith("("):
                unclosed.setdefault(number, []).append(spans[-1].start)
            if mark.endswith(")"):
                chains.setdefault(number, []).append(Span(unclosed[number].pop(), spans[-1].end))
    blocks = [Span(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return _document(path.stem, text, title, blocks), list(chains.values())


def fit(cases: list[Case]) -> dict[str, float]:
    """The weights that make gold's choice likeliest under the penalty. Needs at least one case."""
    counts = Counter(name for case in cases for features in case.features for name in features)
    names = sorted({*PRIOR, *(name for name, count in counts.items() if count >= RARE)})
    column = {name: k for k, name in enumerate(names)}
    owner = np.array([k for k, case in enumerate(cases) for _ in case.features])
    right = np.array([float(flag) for case in cases for flag in case.right])
    table = np.zeros((len(owner), len(names)))
    for row, features in enumerate(f for case in cases for f in case.features):
        for name, value in features.items():
            if name in column:
                table[row, column[name]] = value
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weight, curvature = prior.copy(), np.eye(len(names)) * PENALTY + table.T @ table * 0.25
    step = np.linalg.inv(curvature)
    for _ in range(STEPS):
        share = _shares(table @ weight, np.ones(len(owner)), owner)
        wanted = _shares(table @ weight, right, owner)
        weight = weight - step @ (table.T @ (share - wanted) + PENALTY * (weight - prior))
    return {name: round(float(value), 2) for name, value in zip(names, weight, strict=True)}


def _shares(score: np.ndarray, counted: np.ndarray, owner: np.ndarray) -> np.ndarray:
    top = np.full(owner.max() + 1, -np.inf)
    np.maximum.at(top, owner, score)
    odds = np.exp(score - top[owner]) * counted
    share: np.ndarray = odds / np.maximum(np.bincount(owner, odds)[owner], 1e-300)
    return share


def main() -> None:
    """Print the weights as YAML, under the wording that the present file gives its features."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="md")
    asked = parser.parse_args()
    annotator = SpacyAnnotator(asked.model)
    cases = list(gap_cases(asked.folder / "gap" / "gap-development.tsv", annotator))
    cases += list(life_cases(asked.folder / "gum-bio", annotator)) * LIVES
    weights = {name: value for name, value in fit(cases).items() if abs(value) >= 0.03}
    print(yaml.safe_dump({"says": dict(antecedent_weights().says), "weights": weights}, sort_keys=False, width=120))


if __name__ == "__main__":
    main()
