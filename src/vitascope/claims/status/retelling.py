"""Stretches that retell a work: what happens there happens to its figures, and nobody's life is told.

In a life told in the past, sentences in the plain present that follow on the mention of a work, name nobody who was
named before and are not mostly about the life's person tell a plot ("The novel is the story of a smith. He leaves his
village ..."). The historical present of a whole life, a life that ends with how things are ("She lives in Oslo."), and
what scholars say of the person are no such stretches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.framing.works import WORK, Works
from vitascope.model import Clause, Party

_LEAST = 3
"""Sentences in the plain present that make a stretch."""
_TOLD_IN_THE_PAST = 0.5
"""The least share of a life's main clauses in the past, those of the stretch aside, for its present to stand out."""


def retold(context: Context, clauses: Sequence[Clause], works: Works) -> frozenset[int]:
    """The sentences, by index, that retell a work. Linear in the text."""
    main = {c.sentence: c for c in clauses if c.link == "root" and c.kind in ("verb", "copula")}
    present = {s: _is_present(context, clause) for s, clause in main.items()}
    named = _first_named(context, works)
    found: set[int] = set()
    for stretch in _stretches(present, named, len(context.annotation.sentences)):
        opened = any(_names_work(context, works, s) for s in (stretch[0] - 1, stretch[0]) if s >= 0)
        if opened and not _is_about_life(context, [main[s] for s in stretch]):
            found.update(stretch)
    rest = [now for s, now in present.items() if s not in found]
    return frozenset(found) if rest.count(False) >= _TOLD_IN_THE_PAST * len(rest) else frozenset()


def _first_named(context: Context, works: Works) -> dict[int, int]:
    """Of each sentence that names persons outside titles, the first sentence that named one of them."""
    first: dict[str, int] = {}
    found: dict[int, int] = {}
    for mention in context.people.mentions:
        if mention.kind != "name" or mention.head is None or works.in_title(mention.head):
            continue
        if context.personas[mention.persona].kind == "person":
            sentence = context.tokens[mention.head].sentence
            since = first.setdefault(mention.persona, sentence)
            found[sentence] = min(since, found.get(sentence, since))
    return found


def without_plots(context: Context, drafts: list[Draft], plots: frozenset[int]) -> list[Draft]:
    """The drafts without what plots tell, and without what is told anywhere of those whom a plot is the first to name;
    what plots tell of the life's person by name is the author's and stays."""
    if not plots:
        return drafts
    figures = _figures(context, plots)
    told = (d for d in drafts if d.subject.id not in figures)
    return [d for d in told if d.sentence not in plots or _names_main(context, d.subject)]


def _figures(context: Context, plots: frozenset[int]) -> frozenset[str]:
    """The persons whom a plot is the first to name."""
    first: dict[str, int] = {}
    for mention in context.people.mentions:
        if mention.kind == "name" and mention.head is not None:
            first.setdefault(mention.persona, context.tokens[mention.head].sentence)
    return frozenset(p for p, s in first.items() if s in plots and not context.personas[p].main)


def _names_main(context: Context, subject: Party) -> bool:
    if context.main is None or subject.id != context.main.id or subject.span is None:
        return False
    return any(context.tokens[i].pos == "PROPN" for i in context.tokens_in(subject.span))


def _is_present(context: Context, clause: Clause) -> bool:
    below = (context.tokens[c] for c in context.annotation.children[clause.head])
    perfect = context.tokens[clause.head].tag == "VBN" and any(t.dep == "aux" for t in below)
    return clause.tense == "present" and not perfect


def _stretches(present: dict[int, bool], named: dict[int, int], total: int) -> Iterator[list[int]]:
    """Runs of sentences in the present, ended by one that names somebody named before the run.

    One sentence of the past between two of the present does not end a run, nor does one without a verb.
    """
    run: list[int] = []
    for s in range(total + 1):
        known = bool(run) and named.get(s, s) < run[0] - 1
        if present.get(s, False) and not known:
            run.append(s)
        elif run and (s == total or known or (s in present and not present.get(s + 1, False))):
            if len(run) >= _LEAST:
                yield run
            run = [s] if present.get(s, False) else []


def _names_work(context: Context, works: Works, sentence: int) -> bool:
    span = context.annotation.sentences[sentence]
    return any(
        works.in_title(i)
        or (context.tokens[i].pos == "NOUN" and WORK in context.lexicon.memberships.get(context.tokens[i].lemma, ()))
        for i in range(span.first, span.last)
    )


def _is_about_life(context: Context, told: list[Clause]) -> bool:
    """Whether the person of the life, named or pointed at, is the subject of half of the sentences."""
    heads = [a.head for clause in told for a in clause.arguments if a.function == "subject"]
    personas = [context.persona(head) for head in heads]
    return 2 * sum(p is not None and p.main for p in personas) >= len(told)
