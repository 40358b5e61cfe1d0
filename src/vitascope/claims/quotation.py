"""Quotations: words between quotation marks or set apart, whole across sentences, with their speaker.

A quotation is a stretch with a finite verb of its own between matching marks, or a phrase that a verb of naming gives
as somebody's ("called him “a man of straw”"); a word or a title in marks is none. The speaker is the one whose saying
frames it in the same sentence, else in the sentence just before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from vitascope import vocabulary
from vitascope.claims.context import Context
from vitascope.claims.frames import Draft
from vitascope.model import Clause, Party, Span

_PHRASE = 3
"""Words that a phrase without a verb must have to be a quotation."""
_NEAR = 7
"""Words after a verb of saying within which the speaker is named."""


def quotations(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for every quotation whose speaker is told."""
    family = {name for name, t in vocabulary.load().types.items() if t.family == "speech"}
    sayings: dict[int, list[tuple[int, Draft]]] = {}
    for number, draft in enumerate(drafts):
        if draft.type in family:
            sayings.setdefault(draft.sentence, []).append((number, draft))
    verbs = sorted(c.head for c in clauses if c.kind in ("verb", "copula") and c.tense != "none")
    by_head = {c.head: c for c in clauses}
    for frame, spans in context.quoted:
        for span in spans:
            inside = context.tokens_in(span)
            if bisect_left(verbs, inside.start) != bisect_left(verbs, inside.stop):
                said = _inverted(context, by_head, inside) or _speaker(context, sayings, inside, frame)
                said = said or _framing(context, clauses, inside)
            else:
                said = _naming(context, by_head, inside)
            if said is not None:
                roles = {"text": Party(context.document.quote(span), None, span)}
                sentence = context.tokens[inside[0]].sentence
                yield Draft(
                    "quotation", said.subject, span, said.predicate, sentence, roles, said.clause, "quotation", 0.9
                )  # fmt: skip


def with_quotations(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, the quotations, and the sayings that only a quotation shows to be such ("wrote Anna Berg").

    Of two sayings of one sentence, one of which is only quoted, the quotation tells that one ("gave a speech in which
    he declared: “…”").
    """
    found = list(quotations(context, clauses, drafts))
    spoken = {(q.clause, q.predicate): q for q in found}
    said = Counter((d.sentence, d.subject.id or "") for d in drafts if d.type == "statement")
    kept = []
    for draft in drafts:
        quoted = spoken.get((draft.clause, draft.predicate))
        if quoted is not None and draft.type == "event":
            topic = {"topic": quoted.roles["text"]}
            draft = replace(draft, type="statement", subject=quoted.subject, roles=topic, rule="quotation:saying")
        elif quoted is not None and draft.type == "statement" and said[draft.sentence, draft.subject.id or ""] > 1:
            continue
        kept.append(draft)
    return [*kept, *found]


def _speaker(
    context: Context, sayings: Mapping[int, Sequence[tuple[int, Draft]]], inside: range, frame: Span
) -> Draft | None:
    """The saying in the quotation's sentence, before or after it, else the last one of the sentence before.

    ``sayings`` by sentence, each with its place among the drafts; ``frame`` is where the speaker may be told.
    """
    first = context.tokens[inside[0]].sentence
    last = context.tokens[inside[-1]].sentence
    around = sorted((s for n in range(first - 1, last + 1) for s in sayings.get(n, ())), key=itemgetter(0))
    outside = [d for _, d in around if not _within(context, d, inside) and frame.contains(d.span)]
    near = [d for d in outside if first <= d.sentence <= last]
    if near:
        return min(near, key=lambda d: abs(d.predicate.end - context.tokens[inside[0]].span.start))
    before = [d for d in outside if d.sentence == first - 1]
    return before[-1] if before else None


def _framing(context: Context, clauses: Sequence[Clause], inside: range) -> Draft | None:
    """The verb outside that governs the quotation's first clause, where no frame made a saying of it."""
    for clause in clauses:
        if clause.head in inside or not any(a.function == "clause" and a.head in inside for a in clause.arguments):
            continue
        said = next((a for a in clause.arguments if a.function == "subject"), None)
        if said is not None and context.persona(said.head) is not None:
            return Draft(
                "statement", context.party(said.head), clause.span, clause.predicate, clause.sentence, {}, clause.index
            )  # fmt: skip
    return None


def _inverted(context: Context, by_head: Mapping[int, Clause], inside: range) -> Draft | None:
    """The saying straight after a quotation, its speaker last: "“…”, wrote Anna Berg"."""
    at = inside.stop
    while at < len(context.tokens) and context.tokens[at].dep == "punct":
        at += 1
    if at >= len(context.tokens) or context.tokens[at].sentence not in _around(context, inside):
        return None
    verb = context.tokens[at]
    if verb.lemma.lower() not in context.lexicon.grammar["quoting"] or verb.tag not in ("VBD", "VBZ"):
        return None
    for i in range(at + 1, min(at + 1 + _NEAR, len(context.tokens))):
        if context.tokens[i].pos == "PROPN" and context.tokens[i].dep not in ("compound", "poss"):
            known = context.persona(i) is not None and context.tokens[i].sentence == verb.sentence
            clause = by_head.get(at)
            return _saying(context, i, verb.index, clause) if known else None
    return None


def _around(context: Context, inside: range) -> tuple[int, int]:
    last = context.tokens[inside[-1]].sentence
    return last, last + 1


def _naming(context: Context, by_head: Mapping[int, Clause], inside: range) -> Draft | None:
    """The verb that gives a phrase as somebody's words: "dismissed him as “a clerk in a general's coat”"."""
    words = [i for i in inside if context.tokens[i].pos != "PUNCT"]
    if len(words) < _PHRASE or not context.tokens[words[0]].text[:1].islower():
        return None
    at = next((i for i in inside if context.tokens[i].head not in inside), inside[0])
    while context.tokens[at].head != at:
        at = context.tokens[at].head
        if at in by_head and by_head[at].kind == "verb":
            break
    clause = by_head.get(at)
    if clause is None or clause.lemma not in context.lexicon.grammar["naming"] or at in inside:
        return None
    said = next((a.head for a in clause.arguments if a.function == "subject"), None)
    if said is None or (context.persona(said) is None and context.tokens[said].pos not in ("NOUN", "PROPN")):
        return None
    bodies = {"person", "group", "organisation"}
    return _saying(context, said, clause.head, clause) if context.kinds(said) & bodies else None


def _saying(context: Context, speaker: int, verb: int, clause: Clause | None) -> Draft:
    token = context.tokens[verb]
    predicate = clause.predicate if clause is not None else token.span
    span = clause.span if clause is not None else token.span
    index = clause.index if clause is not None else None
    return Draft("statement", context.party(speaker), span, predicate, token.sentence, {}, index)


def _within(context: Context, draft: Draft, inside: range) -> bool:
    start, end = context.tokens[inside[0]].span.start, context.tokens[inside[-1]].span.end
    return start <= draft.predicate.start < end
