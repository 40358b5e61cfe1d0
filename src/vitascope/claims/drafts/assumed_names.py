"""Names that a noun for names tells: "left under the name of Otto Lind", "on a passport in the name of Otto Lind", "his
pen name, Swallow", "Otto Lind, courtesy name Jing". Whoever acts bears the name, or whoever is acted on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vitascope import lang
from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Party, Span

_REACH = 6
"""Words between "under" and the noun for a name: "under the rather odd pen name"."""
_QUOTES = "\"'“”‘’«»„"


def assumed_names(
    context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft], language: str
) -> Iterator[Draft]:
    """A claim for each such name that no draft tells yet."""
    words = lang.load(language, "persons")["assumed"]
    monikers = _monikers(context, words["monikers"])
    if not monikers:
        return
    told = [d.roles["value"].span for d in drafts if d.type == "name" and "value" in d.roles]
    verbs = {c.head: c for c in clauses if c.kind in ("verb", "copula")}
    near = {i for at in monikers for i in range(max(0, at - _REACH), at)}
    for token in (context.tokens[i] for i in sorted(near)):
        owned, beside = token.tag == "PRP$", token.text == ","
        if not (owned or beside) and not _opens(context, token.index, words):
            continue
        found = _moniker(context, token.index, monikers, 1 if beside else _REACH)
        value = _value(context, found[0], words["linking"], owned) if found is not None else None
        if found is None or value is None or any(span is not None and span.overlaps(value) for span in told):
            continue
        verb = _verb(verbs, context, token.index)
        bearer = _owner(context, token.index - beside) if owned or beside else _actor(context, verb)
        if bearer is not None:
            roles = {"value": Party(context.document.quote(value), None, value), "kind": Party(found[1])}
            span, told_by = Span(token.span.start + 2 * beside, value.end), None if owned or beside else verb
            predicate, clause = (value, None) if told_by is None else (told_by.predicate, told_by.index)
            yield Draft("name", bearer, span, predicate, token.sentence, roles, clause, "assumed-name", 0.8)


def _opens(context: Context, at: int, words: dict[str, list[str]]) -> bool:
    """Of "in" that a paper stands before it."""
    if context.tokens[at].text.lower() not in words["before"]:
        return False
    alone = context.tokens[at].text.lower() in words["alone"]
    return alone or (at > 0 and context.tokens[at - 1].lemma.lower() in words["papers"])


def _monikers(context: Context, rows: Sequence[Mapping[str, Any]]) -> dict[int, tuple[int, str]]:
    """Where each noun for a name begins: where it ends, and the kind of the name. Of several the longest counts."""
    nouns = ((tuple(noun.split()), str(row["kind"])) for row in rows for noun in row["nouns"])
    known = sorted(nouns, key=lambda noun: -len(noun[0]))
    found: dict[int, tuple[int, str]] = {}
    for at in context.annotation.told({noun[0] for noun, _ in known}):
        for noun, kind in known:
            if tuple(t.text.lower() for t in context.tokens[at : at + len(noun)]) == noun:
                found.setdefault(at, (at + len(noun), kind))
    return found


def _moniker(
    context: Context, prep: int, monikers: Mapping[int, tuple[int, str]], reach: int
) -> tuple[int, str] | None:
    """Where the noun for a name, a few words after a token, ends, and the kind of the name."""
    last = context.annotation.sentences[context.tokens[prep].sentence].last
    for at in range(prep + 1, min(prep + 1 + reach, last)):
        if at in monikers:
            return monikers[at]
        if context.tokens[at].pos in ("VERB", "ADP", "PUNCT", "AUX"):
            return None
    return None


def _value(context: Context, at: int, linking: Sequence[str], owned: bool) -> Span | None:
    """The name at a token, or behind a word that links it and an opening mark; somebody's own behind a comma."""
    last = context.annotation.sentences[context.tokens[at - 1].sentence].last
    at += owned and at < last and context.tokens[at].text == ","
    at += at < last and context.tokens[at].text.lower() in linking
    at += at < last and context.tokens[at].text in _QUOTES
    end = at
    while end < last and context.tokens[end].text[:1].isupper():
        end += 1
    if end == at:
        return None
    return Span(context.tokens[at].span.start, context.tokens[end - 1].span.end)


def _verb(verbs: dict[int, Clause], context: Context, at: int) -> Clause | None:
    while at not in verbs and context.tokens[at].head != at:
        at = context.tokens[at].head
    return verbs.get(at)


def _owner(context: Context, at: int) -> Party | None:
    return context.party(at) if context.is_person(at) else None


def _actor(context: Context, verb: Clause | None) -> Party | None:
    """Who does it, or to whom it is done; where a body acts, the one person beside it."""
    if verb is None:
        return None
    done = [a for a in verb.arguments if a.function in (("object",) if verb.passive else ("subject",))]
    others = [a for a in verb.arguments if a.function not in ("subject", "under")] if not verb.passive else []
    return next((p for a in (*done, *others) if (p := _owner(context, a.head)) is not None), None)
