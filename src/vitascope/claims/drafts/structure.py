"""Claims that stand in structure, not in sentences: life spans after a name, and infobox lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vitascope import lang, vocabulary
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.errors import DataError
from vitascope.model import Party, Persona, Span

_BRACKETS = 2
_HEADWORD = 60
_SMALL_WORD = 3
"""Words of a place's name up to this length may begin with a small letter ("Rio de Janeiro")."""
_PLACED = re.compile(
    r"(?:,\s?|\s(?P<word>[^\W\d_]+)\s)(?P<name>[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*)*)\s?(?=[,;)–—-]|$)"
)
_PLACED_BEFORE = re.compile(
    r"[(;,]\s?(?:[a-z]{1,4}\.|[a-z]+(?:\s[a-z]{2,4})?)\s"
    r"(?P<name>[^\W\d_a-z][\w.'’-]*(?:,?\s[^\W\d_][\w'’-]*){0,5}?),?\s(?:on\s|in\s|ca?\.\s?)?$"
)
_MANNERS = ("execution", "assassination", "disappearance")
_MANNER_WINDOW = 30
_WORD_BEFORE = re.compile(r"\b([^\W\d_]+) \Z")
_SEPARATORS = ";\n•·"
_BESIDE = re.compile(r"\([^()]*\)|\b\d{4}\b")
_OPENING, _CLOSING = "“‘\"'", "”’\"'.)"


def life_spans(context: Context) -> Iterator[Draft]:
    """Birth and death told in the parenthesis after a person's name."""
    for time in context.times:
        if time.kind != "lifespan":
            continue
        bearer = named_before(context, time.span)
        if bearer is None:
            continue
        persona, sentence, _ = bearer
        for kind, when in (("birth", time.birth), ("death", time.death)):
            if when is not None and when.span is not None:
                subject = Party(persona.label, persona.id)
                kind, words = _manner(context, kind, when.span)
                place = _place_before(context, when.span.start) or _place_after(context, when.span.end)
                roles = {"place": place} if place is not None else {}
                yield Draft(kind, subject, words, when.span, sentence, roles, rule="lifespan", confidence=0.95)


def _manner(context: Context, kind: str, date: Span) -> tuple[str, Span]:
    """What an end is called, and its words, where a verb before its date tells more ("1901 – executed 3 May 1942")."""
    before = _WORD_BEFORE.search(context.document.text, max(0, date.start - _MANNER_WINDOW), date.start)
    for manner in _MANNERS if kind == "death" and before is not None else ():
        if before is not None and before[1].lower() in context.lexicon.grammar[f"ended_by_{manner}"]:
            return manner, Span(before.start(), date.end)
    return kind, date


def _place_before(context: Context, at: int) -> Party | None:
    """The place named between the mark of a birth or death and its date: "b. Lund, 1901"."""
    text, aside = context.document.text, next((a for a in context.annotation.asides if a.start < at <= a.end), None)
    found = _PLACED_BEFORE.search(text, aside.start, at) if aside is not None else None
    if found is None:
        return None
    place = found["name"].partition(",")[0]  # not what it lies in
    return Party(place, None, Span(found.start("name"), found.start("name") + len(place)))


def _place_after(context: Context, at: int) -> Party | None:
    """The place named straight after a date of a life span: "1901 in Lund", "1901, Lund"."""
    text, aside = context.document.text, next((a for a in context.annotation.asides if a.start < at <= a.end), None)
    found = _PLACED.match(text, at, aside.end) if aside is not None else None
    if found is None or (found["word"] and found["word"].lower() not in context.lexicon.grammar["placing"]):
        return None
    start, end = found.span("name")
    words = text[start:end].split()
    if not all(w[0].isupper() for w in words if len(w) > _SMALL_WORD):
        return None
    return Party(text[start:end], None, Span(start, end))


def named_before(context: Context, span: Span) -> tuple[Persona, int, Span] | None:
    """The persona named just before the aside that holds ``span``, or around it ("Holm [née Berg], Anna"), the index of
    the sentence there, the name."""
    aside = next((a for a in context.annotation.asides if a.contains(span)), span)
    before = context.mentions_by_end.within(aside.start - 2, aside.start + 1)
    around = context.mentions_by_start.within(aside.start - _HEADWORD, aside.start) if aside is not span else ()
    before = [*(mention for mention in around if mention.span.contains(aside)), *before]
    best = next((mention for mention in reversed(before) if mention.kind in ("name", "kin")), None)
    if best is None:
        return None
    sentence = next((s.index for s in context.annotation.sentences if s.span.start <= best.span.start < s.span.end), 0)
    return context.personas[best.persona], sentence, best.span


def parties_beside(context: Context) -> Iterator[Draft]:
    """ "Anna Berg (Progress Party)", "Karl Holm (Labour)": the party in the parenthesis after a person's name."""
    for aside in context.annotation.asides:
        name = Span(aside.start + 1, aside.end - 1) if aside.end - aside.start > _BRACKETS else aside
        words = context.document.quote(name).split()
        if not words or not all(w[0].isupper() or len(w) <= _SMALL_WORD for w in words):
            continue
        kinds = context.lexicon.memberships.get(words[-1].lower(), ())
        party = " ".join(words).lower() in context.lexicon.parties or ("party" in kinds and len(words) > 1)
        bearer = named_before(context, aside) if party else None
        if bearer is not None and bearer[0].kind == "person":
            persona, sentence, named = bearer
            roles = {"organisation": Party(context.document.quote(name), None, name), "phase": Party("member")}
            span = Span(named.start, aside.end)
            subject = Party(persona.label, persona.id, named)
            yield Draft("membership", subject, span, name, sentence, roles, rule="nominal:party", confidence=0.8)


@cache
def infobox_keys(language: str) -> dict[str, tuple[str, str | None, dict[str, str]]]:
    """Infobox key → claim type, the role its value fills (None: a date or place), fixed roles."""
    table: dict[str, tuple[str, str | None, dict[str, str]]] = {}
    for row in lang.load(language, "infobox")["lines"]:
        kind = vocabulary.load()[row["type"]]
        role = row.get("role")
        if role is not None and role not in kind.roles:
            raise DataError(f"lang/{language}/infobox.yml", f"{row['type']} has no role “{role}”")
        for key in row["keys"]:
            table[key] = (row["type"], role, dict(row.get("fixed", {})))
    return table


def infobox_lines(context: Context, language: str) -> Iterator[Draft]:
    """A claim about the life's subject for each value of an infobox line with a known key."""
    if context.main is None:
        return
    subject = Party(context.main.label, context.main.id)
    keys = infobox_keys(language)
    for block in context.document.blocks:
        if block.kind != "infobox" or block.key is None or block.value is None:
            continue
        known = keys.get(context.document.quote(block.key).strip().casefold())
        if known is None:
            continue
        for number, value in enumerate(_values(context, block.value, split=known[1] is not None)):
            whole = Span(block.key.start, value.end) if number == 0 else value
            draft = _told(context, known, value)
            if draft is not None:
                kind, roles = draft
                yield Draft(kind, subject, whole, value, -1, roles, rule=f"infobox:{kind}", confidence=0.9)


def _told(
    context: Context, known: tuple[str, str | None, dict[str, str]], value: Span
) -> tuple[str, dict[str, Party]] | None:
    """The type and the roles that one value of a line tells; None where it holds no words ("Children: 2")."""
    kind, role, fixed = known
    if role is None:
        place = _place(context, value)
        return kind, {"place": place} if place else {}
    words = bare(context, value)
    if words is None:
        return None
    told = context.document.quote(words)
    trade = told.lower() in context.lexicon.occupations and told.lower() not in context.lexicon.posts
    kind = "occupation" if kind == "post" and role == "role" and trade else kind
    return kind, {role: Party(told, None, words)} | {name: Party(word) for name, word in fixed.items()}


def bare(context: Context, value: Span) -> Span | None:
    """The words of a value without its dates and parentheses: the longest stretch of them that is left."""
    text, cuts = context.document.text, [value.start]
    beside = [t.span for t in context.times if value.contains(t.span)]
    beside += [Span(*m.span()) for m in _BESIDE.finditer(text, value.start, value.end)]
    for span in sorted(beside):
        if span.start >= cuts[-1]:
            cuts += [span.start, span.end]
        else:
            cuts[-1] = max(cuts[-1], span.end)
    cuts.append(value.end)
    best: Span | None = None
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        while start < end and not text[start].isalnum() and text[start] not in _OPENING:
            start += 1
        while end > start and not text[end - 1].isalnum() and text[end - 1] not in _CLOSING:
            end -= 1
        lettered = any(c.isalpha() for c in text[start:end]) and not text[start].isdigit()
        if lettered and (best is None or end - start > best.end - best.start):
            best = Span(start, end)
    return best


def _values(context: Context, span: Span, split: bool) -> list[Span]:
    if not split:
        return [span]
    text, found, at, depth = context.document.text, [], span.start, 0
    for place in range(span.start, span.end + 1):
        sign = text[place] if place < span.end else ";"
        depth += (sign in "([") - (sign in ")]")
        comma = sign == "," and not text[place + 1 : place + 3].strip().isdigit()
        if place == span.end or (depth <= 0 and (sign in _SEPARATORS or comma)):
            start, end = at, place
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                found.append(Span(start, end))
            at = place + 1
    return found


def _place(context: Context, span: Span) -> Party | None:
    """What is left of a birth or death line after its date."""
    end = max((t.span.end for t in context.times if span.contains(t.span)), default=span.start)
    text = context.document.text
    close = text.find(")", end, span.end)
    if close >= 0 and "(" not in text[end:close]:
        end = close + 1
    while end < span.end and not text[end].isalnum():
        end += 1
    return Party(text[end : span.end], None, Span(end, span.end)) if end < span.end else None
