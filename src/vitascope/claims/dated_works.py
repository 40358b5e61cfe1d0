"""Works whose year stands in brackets behind their title: "her memoirs, The Long Field (1904)", each one published.

What a verb tells of the same work is the same telling: "wrote a textbook, The Slow Sky (1921)" is one claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.context import Context
from vitascope.claims.frames import Draft
from vitascope.claims.works import Works
from vitascope.model import Party, Span, TimeExpression

_WORK = "work"
_RULE = "title:dated"
_MADE = ("creation", "publication")


def dated_works(context: Context, works: Works) -> Iterator[Draft]:
    """A publication for each title with its year in brackets, and for those listed right after it."""
    for work, title, maker in works.titles():
        start = context.phrases.noun_phrase(work).start
        listed: range | None = title
        while listed is not None:
            year = _year_behind(context, listed[-1])
            if year is None:
                break
            words = context.phrases.cover(listed)
            close = context.document.text.find(")", year.span.end)
            yield Draft(
                "publication", context.party(maker), Span(min(start, words.start), close + 1), words,
                context.tokens[work].sentence, {_WORK: Party(context.document.quote(words), None, words)},
                None, _RULE, 0.8,
            )  # fmt: skip
            after = next((t.index for t in context.tokens[listed[-1] :] if t.span.start > close), len(context.tokens))
            listed = _next_title(context, works, after)
            start = context.tokens[listed[0]].span.start if listed is not None else start


def told_once(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts without what a verb of giving to the public tells of a work whose year is told behind its title."""
    dated = [d for d in drafts if d.rule == _RULE]
    return [d for d in drafts if not any(_same(context, d, other) for other in dated)]


def _same(context: Context, draft: Draft, dated: Draft) -> bool:
    if draft.type not in _MADE or draft.rule == _RULE or draft.subject.id != dated.subject.id:
        return False
    verbs = (context.tokens[i].lemma.lower() for i in context.tokens_in(draft.predicate))
    told, title = draft.roles.get(_WORK), dated.roles[_WORK].span
    same = told is not None and told.span is not None and title is not None and told.span.contains(title)
    return same and any(v in context.lexicon.grammar["issuing"] for v in verbs)


def _year_behind(context: Context, last: int) -> TimeExpression | None:
    """The date that fills the brackets right behind a token, alone or first ("(1904)", "(1904; rev. 1911)")."""
    after = context.document.text[context.tokens[last].span.end :][:3]
    opened = after.lstrip("’”'\" ").startswith("(")
    end = context.tokens[last].span.end
    near = context.times_by_span.within(end + 1, end + len(after) + 1) if opened else ()
    return next((t for t in near if t.kind == "date"), None)


def _next_title(context: Context, works: Works, at: int) -> range | None:
    """The title that goes on a list: behind a comma, a conjunction, or both."""
    first = at
    while (
        first < len(context.tokens)
        and first - at < 2
        and (context.tokens[first].text == "," or context.tokens[first].pos == "CCONJ")
    ):
        first += 1
    return works.run(first) if first > at else None
