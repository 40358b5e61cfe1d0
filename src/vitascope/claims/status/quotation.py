"""Quotations: words between quotation marks or set apart, whole across sentences, with their speaker.

A quotation is a stretch with a finite verb of its own between matching marks, or a part of a clause that its words give
as somebody's ("called him “a man of straw”"); a word or a title in marks is none. The speaker is the one whose word the
clause around it gives, or whose saying frames it in the same sentence, else in the sentence just before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.status.contents import RULE
from vitascope.claims.status.fragments import Fragments
from vitascope.claims.status.speakers import Speakers
from vitascope.model import Clause, Party

_TOLD_WITHIN = ("name", "quotation")
"""Types of what is told within a quotation as well as by it."""
_OF_SOMEBODY = ("statement", "testimony")
"""Types of sayings of which the words in marks are often only what is said, and not of whom."""


def quotations(context: Context, fragments: Fragments, speakers: Speakers) -> Iterator[Draft]:
    """A draft for every quotation whose speaker is told."""
    for frame, spans in context.quoted:
        for span in spans:
            inside = context.tokens_in(span)
            said = fragments.saying(inside) or speakers.saying(inside, frame)
            if said is not None:
                roles = {"text": Party(context.document.quote(span), None, span)}
                sentence = context.tokens[inside[0]].sentence
                yield Draft(
                    "quotation", said.subject, span, said.predicate, sentence, roles, said.clause, "quotation", 0.9
                )  # fmt: skip


def with_quotations(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, the quotations, and the sayings that only a quotation shows to be such ("wrote Anna Berg").

    Of two sayings of one sentence, one of which is only quoted, the quotation tells that one ("gave a speech in which
    he declared: “…”"). What one only thinks ("thought him “a clerk in boots”") and what a document says is no saying
    beside its words. What stands in a quotation is no further claim but where it gives a name, is confessed, or is a
    sentence of its own about somebody who is not only described.
    """
    if not any(spans for _, spans in context.quoted):
        return list(drafts)
    fragments = Fragments(context, clauses)
    found = list(quotations(context, fragments, Speakers(context, clauses, drafts)))
    begins = [q.span.start for q in found]
    spoken = {(q.clause, q.predicate): q for q in found}
    said = Counter((d.sentence, d.subject.id or "") for d in drafts if d.type == "statement")
    kept = []
    for draft in drafts:
        quoted = spoken.get((draft.clause, draft.predicate))
        before = bisect_right(begins, draft.predicate.start)
        around = found[before - 1] if before and found[before - 1].span.contains(draft.predicate) else None
        if around is not None and not _told_besides(context, draft, around):
            continue
        if quoted is not None and draft.type == "event":
            deed = "object" in draft.roles and draft.roles["object"].id is None
            if fragments.only_gives(draft.clause):
                kept += [draft] if deed else []  # "opposed the strike as “a leap in the dark”"
                continue
            topic = {"topic": _spoken_of(context, clauses, quoted) or quoted.roles["text"]}
            draft = replace(draft, type="statement", subject=quoted.subject, roles=topic, rule="quotation:saying")
        elif quoted is not None and draft.type == "statement" and said[draft.sentence, draft.subject.id or ""] > 1:
            continue
        elif quoted is not None and draft.type in _OF_SOMEBODY:
            about = _spoken_of(context, clauses, quoted, ("clause",))
            draft = draft if about is None else replace(draft, roles={**draft.roles, "topic": about})
        kept.append(draft)
    return [*kept, *found]


def _spoken_of(
    context: Context, clauses: Sequence[Clause], quoted: Draft, functions: Sequence[str] = ("object", "clause")
) -> Party | None:
    """Of whom or what the words are said, where it stands before them: "called the loan “a leap”", "said that the loan
    was “a leap”". Who speaks of themselves says it of nobody else."""
    clause = clauses[quoted.clause] if quoted.clause is not None else None
    whole = context.document.quote(quoted.span)[:1].isupper()  # "told Karl: “Go!”"
    for argument in clause.arguments if clause is not None else ():
        if argument.function not in functions or (whole and argument.function == "object"):
            continue
        head = argument.head
        if argument.function == "clause":
            content = next((c for c in clauses if c.head == head), None)
            subjects = [a.head for a in content.arguments if a.function == "subject"] if content is not None else []
            if not subjects or context.tokens[subjects[0]].index > head:
                continue
            head = subjects[0]
        token, party = context.tokens[head], context.party(head)
        if token.pos == "PRON" and party.id is None:
            continue
        if token.span.start < quoted.span.start and party.id != quoted.subject.id:
            return party
    return None


def _told_besides(context: Context, draft: Draft, around: Draft) -> bool:
    """Whether what stands in a quotation is told by it as well."""
    if draft.type in _TOLD_WITHIN or draft.rule.startswith(RULE):
        return True
    told = context.personas[draft.subject.id] if draft.subject.id is not None else None
    whole = context.document.quote(around.span)[:1].isupper()
    return whole and (told is None or bool(told.names))
