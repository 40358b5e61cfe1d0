"""Works whose year stands in brackets behind their title: "her memoirs, The Long Field (1904)", each one published.

What a verb tells of the same work is the same telling: "wrote a textbook, The Slow Sky (1921)" is one claim, "wrote
The Tide (1883) and Sedges (1886)" is two. Who stands beside a title made it too: "The Tide (1891, with Karl Berg)".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vitascope.claims.careers.work_lists import titles_behind, work_lists
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.framing.works import Works
from vitascope.model import Clause, Party, Span, TimeExpression

_WORK = "work"
_RULE = "title:dated"
_MADE = ("creation", "publication")
_RETOLD = (*_MADE, "event", "occupation")
"""What the verb of a list would else tell of its titles."""


def with_dated_works(context: Context, clauses: Sequence[Clause], works: Works, drafts: list[Draft]) -> list[Draft]:
    """The drafts and a claim for each title with its year in brackets, without what tells the same once more."""
    titled = list(_beside_nouns(context, works))
    for opened in work_lists(context, clauses, works):
        known = {draft.predicate for draft in titled}
        listed = _listed(context, works, opened.at, opened.maker, opened.type)
        found = [draft for draft in listed if draft.predicate not in known]
        if not found:
            continue
        same = [d for d in drafts if d.type in _RETOLD and d.predicate.overlaps(opened.told) and _tells(d, found)]
        drafts = [d for d in drafts if d not in same]
        start = min((d.span.start for d in same if d.clause is not None), default=found[0].span.start)
        found = [replace(d, clause=opened.clause, part=n) for n, d in enumerate(found)]
        titled += [replace(found[0], span=Span(min(start, found[0].span.start), found[0].span.end)), *found[1:]]
    told = [d for d in drafts if not any(_same(context, d, other) for other in titled)]
    return [*told, *titled]


def _tells(draft: Draft, titled: Sequence[Draft]) -> bool:
    """Whether a role of a draft is made of the titles: not in "printed forty books, among them a Chronicle (1489)"."""
    titles = [d.predicate for d in titled]
    return any(p.span is not None and p.span.overlaps(t) for p in draft.roles.values() for t in titles)


def _beside_nouns(context: Context, works: Works) -> Iterator[Draft]:
    """ "Her memoirs, The Long Field (1904)", and the titles listed right after it."""
    for work, title, maker in works.titles():
        for draft in _listed(context, works, title[0] - 1, maker, _MADE[1]):
            whole = context.phrases.noun_phrase(work)
            first = draft.predicate == context.phrases.cover(title)
            yield replace(draft, span=Span(min(whole.start, draft.span.start), draft.span.end)) if first else draft


def _listed(context: Context, works: Works, at: int, maker: int, kind: str) -> Iterator[Draft]:
    """A claim for each title with its year behind a token, and one for whoever stands beside it."""
    before = context.tokens[at].span.end
    for title in titles_behind(context, works, at):
        year = _year_behind(context, title[-1])
        if year is None or _is_body(context, title):
            continue
        words = context.phrases.cover(title)
        close = context.document.text.find(")", year.span.end) + 1
        draft = Draft(
            kind, context.party(maker), Span(words.start, close), words, context.tokens[title[0]].sentence,
            {_WORK: Party(context.document.quote(words), None, words)}, None, _RULE, 0.8, occasion=year,
        )  # fmt: skip
        yield draft
        for span in (Span(before, words.start), Span(year.span.end, close)):
            yield from (replace(draft, subject=party) for party in _beside(context, span, draft.subject))
        before = close


def _is_body(context: Context, title: range) -> bool:
    """ "A degree from the University of Lund (1924)": a body behind a preposition."""
    tokens = context.tokens
    head = next((i for i in title if tokens[i].head not in title), title[0])
    return tokens[head].dep == "pobj" and any(tokens[i].pos == "PROPN" and context.is_body_noun(i) for i in title)


def _beside(context: Context, span: Span, maker: Party) -> Iterator[Party]:
    """Those whom a stretch tells as companions: "with Karl Berg"."""
    for i in context.tokens_in(span):
        if context.tokens[i].lemma.lower() in context.lexicon.grammar["company"]:
            for mention in context.mentions_by_start.within(context.tokens[i].span.end, span.end)[:1]:
                if mention.head is not None and context.is_person(mention.head):
                    party = context.party(mention.head)
                    yield from (party,) if party.id != maker.id else ()


def _same(context: Context, draft: Draft, dated: Draft) -> bool:
    title = dated.predicate
    if title.contains(draft.predicate):
        return draft.rule != _RULE  # the words of a title tell nothing
    if draft.type not in _MADE or draft.subject.id != dated.subject.id:
        return False
    verbs = (context.tokens[i].lemma.lower() for i in context.tokens_in(draft.predicate))
    told = draft.roles.get(_WORK)
    same = told is not None and told.span is not None and told.span.contains(title)
    return same and any(v in context.lexicon.grammar["issuing"] for v in verbs)


def _year_behind(context: Context, last: int) -> TimeExpression | None:
    """The date that fills the brackets right behind a token, alone or first ("(1904)", "(1904; rev. 1911)")."""
    end = context.tokens[last].span.end
    after = context.document.text[end : end + 4]
    opened = after.lstrip("’”'\" ?!").startswith("(")
    near = context.times_by_span.within(end + 1, end + len(after) + 1) if opened else ()
    return next((t for t in near if t.kind == "date"), None)
