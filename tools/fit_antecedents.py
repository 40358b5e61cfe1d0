"""Fit the weights of the preferences for antecedents and write their file.

``python tools/fit_antecedents.py FOLDER`` prints ``src/vitascope/antecedent-weights.yml`` anew. FOLDER holds the public
development data ``gap/gap-development.tsv`` (Webster et al. 2018) and ``gum-bio/ontogum`` with ``gum-bio/dep``
(OntoGUM's biographies). Nothing of them enters the file but the numbers. ``--folds 5`` prints instead what weights
fitted on four fifths of GAP score on the fifth left out.

A pronoun's candidates compete in a softmax; its loss is minus the log of the share of those that gold calls right. A
quadratic penalty draws each weight to its prior. What a pronoun could mean hangs on how those before it were read, so
reading and fitting take turns, beginning from the priors alone: the file that is there plays no part.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

from vitascope.evaluation.coref_gap import score_gap
from vitascope.evaluation.coref_gold import ChainText, GapExample, Range, gold_paths, read_chains, read_gap
from vitascope.language import Annotator, SpacyAnnotator
from vitascope.model import Annotation, Document, Span
from vitascope.people.coreference import read_people, read_story
from vitascope.people.lexicon import lexicon
from vitascope.people.resolution.story import Story
from vitascope.people.resolution.weights import Weights, antecedent_weights

PENALTY, RARE, SMALL = 8.0, 15, 0.03
ROUNDS = 4
"""Turns of reading and fitting; from the third on hardly a weight moves."""
LIVES = 2
"""A pronoun of a running life counts so often: GAP holds none but the doubtful ones."""
STEPS, CLOSE = 200, 1e-9
PRIOR = {
    "gender against": -1.0,
    "gender told": 0.5,
    "kin unnamed": -1.0,
    "life": 0.5,
    "life with a lead": 2.0,
    "parallel alone before": 2.0,
    "parallel kin who goes on": 1.5,
    "parallel life after kin": 2.0,
    "parallel own clause": 1.0,
    "parallel own pronoun": 2.0,
    "parallel own time": 4.0,
    "parallel possessor before": 2.0,
    "parallel possessor within": 1.0,
    "parallel stressed": 4.0,
    "parallel told clause before": 2.0,
    "presence": 1.0,
    "unnamed in a relative clause before": -0.5,
}
"""What the rule books of resolution give where the data are silent."""


class Read(NamedTuple):
    """A text of the data and its parse."""

    gold: GapExample | ChainText
    annotation: Annotation


class Case(NamedTuple):
    """One pronoun: the features of each candidate, which of them gold calls right, and how often it counts."""

    features: list[dict[str, float]]
    right: list[bool]
    times: int


def load(folder: Path, annotator: Annotator) -> tuple[list[Read], list[Read]]:
    """GAP's passages and the lives, parsed. Raises SourceError where a file is not what it should be."""
    gap = read_gap(folder / "gap" / "gap-development.tsv")
    lives = [read_chains(path) for path in gold_paths(folder / "gum-bio" / "ontogum")]
    parsed = [[Read(gold, annotator.annotate(gold.document)) for gold in texts] for texts in (gap, lives)]
    return parsed[0], parsed[1]


def cases_of(reads: Iterable[Read], weights: Weights) -> list[Case]:
    """The cases in texts as read with ``weights``."""
    found: list[Case] = []
    for gold, annotation in reads:
        story, seen = _watched(gold.document, annotation, weights)
        found += _gap_case(gold, story, seen) if isinstance(gold, GapExample) else _life_cases(gold, story, seen)
    return [case for case in found if any(case.right) and not all(case.right)]


_Seen = dict[int, list[tuple[int, dict[str, float]]]]
"""Where a pronoun begins → its candidates: draft and features."""


def _watched(document: Document, annotation: Annotation, weights: Weights) -> tuple[Story, _Seen]:
    seen: _Seen = {}

    def watch(at: int, found: Sequence[tuple[int, dict[str, float]]]) -> None:
        seen[annotation.tokens[at].span.start] = list(found)

    return read_story(document, annotation, watch, weights), seen


def _gap_case(gold: GapExample, story: Story, seen: _Seen) -> list[Case]:
    """Right is who gold says A or B is; where it denies both, everybody else."""
    candidates = seen.get(gold.pronoun.start, [])
    bearers = [_drafts(story, [name]) for name in gold.names]
    meant = {d for drafts, true in zip(bearers, gold.meant, strict=True) if true for d in drafts}
    denied = {d for drafts, true in zip(bearers, gold.meant, strict=True) if not true for d in drafts}
    right = [(d in meant) if any(gold.meant) else (d not in denied) for d, _ in candidates]
    return [Case([features for _, features in candidates], right, 1)]


def _life_cases(gold: ChainText, story: Story, seen: _Seen) -> list[Case]:
    """Right is who has most names in the pronoun's chain."""
    chains = [[_span(gold, mention) for mention in chain] for chain in gold.chains]
    chain_at = {span.start: chain for chain in chains for span in chain if span.start in seen}
    found: list[Case] = []
    for start, candidates in sorted(seen.items()):
        named = [span for span in chain_at.get(start, []) if span.end - span.start < 40]
        votes = Counter(d for span in named for d in sorted(_drafts(story, [span])))
        most = max(votes.values(), default=0)
        right = [most > 0 and votes[d] == most for d, _ in candidates]
        found.append(Case([features for _, features in candidates], right, LIVES))
    return found


def _span(gold: ChainText, mention: Range) -> Span:
    return Span(gold.words[mention.first].start, gold.words[mention.last - 1].end)


def _drafts(story: Story, spans: list[Span]) -> set[int]:
    tokens = story.annotation.tokens
    heads = [t for t in story.at if tokens[t].text.lower() not in story.lex.pronouns]
    return {story.final(story.at[t]) for t in heads if any(s.contains(tokens[t].span) for s in spans)}


def fitted(reads: Sequence[Read]) -> dict[str, float]:
    """The weights that reading and fitting in turns come to, in order of name. Needs at least one case."""
    weight = dict(PRIOR)
    for _ in range(ROUNDS):
        weight = fit(cases_of(reads, Weights(weight, antecedent_weights().says)))
    return {name: value for name, value in weight.items() if abs(value) >= SMALL}


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """The weights that make gold's choice likeliest under the penalty. Needs at least one case.

    Expectation and Newton steps in turns: given how gold's share is spread over the candidates it calls right, the
    loss is convex, and its curvature the covariance of the features.
    """
    counts = Counter(name for case in cases for features in case.features for name in features)
    names = sorted({*PRIOR, *(name for name, count in counts.items() if count >= RARE)})
    column = {name: k for k, name in enumerate(names)}
    owner = np.array([k for k, case in enumerate(cases) for _ in case.features])
    right = np.array([float(flag) for case in cases for flag in case.right])
    times = np.array([float(case.times) for case in cases])[owner]
    table = np.zeros((len(owner), len(names)))
    for row, features in enumerate(f for case in cases for f in case.features):
        for name, value in features.items():
            if name in column:
                table[row, column[name]] = value
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    weight = prior.copy()
    for _ in range(STEPS):
        score = table @ weight
        share, wanted = _shares(score, np.ones(len(owner)), owner), _shares(score, right, owner)
        mean = np.zeros((len(cases), len(names)))
        np.add.at(mean, owner, table * share[:, None])
        apart = table - mean[owner]
        curvature = apart.T @ (apart * (share * times)[:, None]) + np.eye(len(names)) * PENALTY
        step = np.linalg.solve(curvature, table.T @ ((share - wanted) * times) + PENALTY * (weight - prior))
        weight = weight - step * min(1.0, 1.0 / float(np.abs(step).max() or 1.0))
        if np.abs(step).max() < CLOSE:
            break
    # adding nought turns the -0.0 of rounding into 0.0
    return {name: round(float(value), 2) + 0.0 for name, value in zip(names, weight, strict=True)}


def _shares(score: np.ndarray, counted: np.ndarray, owner: np.ndarray) -> np.ndarray:
    top = np.full(owner.max() + 1, -np.inf)
    np.maximum.at(top, owner, score)
    odds = np.exp(score - top[owner]) * counted
    share: np.ndarray = odds / np.maximum(np.bincount(owner, odds)[owner], 1e-300)
    return share


def left_out(gap: Sequence[Read], lives: Sequence[Read], folds: int) -> str:
    """F1 of each fold of GAP, read with weights fitted on the other folds and the lives, and of all together."""
    genders = {form: told.gender for form, told in lexicon("en").pronouns.items()}
    by_document = {id(read.gold.document): read.annotation for read in gap}
    weights: dict[int, Weights] = {}
    for fold in range(folds):
        rest = [read for k, read in enumerate(gap) if k % folds != fold]
        found = Weights(fitted([*rest, *lives]), antecedent_weights().says)
        weights |= {id(read.gold.document): found for read in gap[fold::folds]}
    examples = [read.gold for read in gap if isinstance(read.gold, GapExample)]
    score = score_gap(examples, lambda d: read_people(d, by_document[id(d)], weights[id(d)]), genders)
    rates = "  ".join(f"{name} {rate.f1:.4f}" for name, rate in score.rates.items())
    return f"{folds} folds, {score.examples} passages: F1 {rates}  bias {score.bias}"


HEADER = """\
# How much each preference for an antecedent counts (people/resolution/preferences.py), and the words in which a link
# names it.
#
# Written by tools/fit_antecedents.py from the development half of GAP (Webster et al. 2018) and the biographies of
# OntoGUM's development half, parsed with the model {model}; do not set a number by hand. A softmax over each
# pronoun's candidates; a quadratic penalty of {penalty:g} draws each weight to its prior; a pronoun of a life
# counts {lives} times; {rounds} turns of reading and fitting.
# No number here speaks of a gender or of a word. Priors (all others 0):
{priors}
"""


def file_of(weights: dict[str, float], model: str) -> str:
    """The whole file, with the wording that the present one gives its features."""
    priors = "\n".join(f"#   {name}: {value:g}" for name, value in PRIOR.items())
    header = HEADER.format(model=model, penalty=PENALTY, lives=LIVES, rounds=ROUNDS, priors=priors)
    body = {"says": dict(antecedent_weights().says), "weights": weights}
    return header + yaml.safe_dump(body, sort_keys=False, width=120, allow_unicode=True)


def main() -> None:
    """Print the file, or what is asked for instead."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="md")
    parser.add_argument("--folds", type=int, default=0, help="print scores on folds left out instead")
    asked = parser.parse_args()
    gap, lives = load(asked.folder, SpacyAnnotator(asked.model))
    print(left_out(gap, lives, asked.folds) if asked.folds else file_of(fitted([*gap, *lives]), asked.model), end="")


if __name__ == "__main__":
    main()
