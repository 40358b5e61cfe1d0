"""What is told of somebody along with others is told of them too: "was arrested along with Olga Lund", "escaped with
eleven other prisoners"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Argument, Clause

_ACTED_ON = "object"


def with_companions(context: Context, clauses: Sequence[Clause], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, each followed by the same about those of whom its clause tells it as well."""
    linking = {context.tokens[i].sentence for i in context.annotation.told(context.lexicon.grammar["company"])}
    for draft in drafts:
        yield draft
        clause = None if draft.clause is None or draft.sentence not in linking else clauses[draft.clause]
        sharing = None if clause is None or clause.kind != "verb" else _sharing(context, clause, draft)
        if clause is None or sharing is None:
            continue
        known = {draft.subject.id, *(party.id for party in draft.roles.values())} - {None}
        for head in _companions(context, clause, sharing, draft.type):
            party = context.party(head)
            if party.id not in known:
                yield replace(draft, subject=party)


def _sharing(context: Context, clause: Clause, draft: Draft) -> Argument | None:
    """The argument that the draft is about: its clause's grammatical subject, or whoever has a lot."""
    told = _ACTED_ON if clause.passive else "subject"
    lot = draft.type in context.lexicon.grammar["lots"]
    first = next((a for a in clause.arguments if a.function == told), None)
    for argument in clause.arguments if lot else (first,):
        if argument is None or draft.subject.span is None or argument.function not in (_ACTED_ON, "subject"):
            continue
        persona = context.persona(argument.head)
        same = persona.id == draft.subject.id if persona is not None else argument.span.overlaps(draft.subject.span)
        if same:
            return argument
    return None


def _companions(context: Context, clause: Clause, sharing: Argument, kind: str) -> list[int]:
    """Heads of those told with the one who is ``sharing`` in a claim of a ``kind``."""
    tokens, children, grammar = context.tokens, context.annotation.children, context.lexicon.grammar
    lot, counted = kind in grammar["lots"], kind in grammar["lots"] | grammar["numbers"]
    holders = [clause.head, *(a.head for a in clause.arguments if a.function == sharing.function or counted)]
    holders += [c for h in holders for c in children[h] if tokens[c].text.lower() in grammar["along"]]
    links = sorted({c for h in holders for c in children[h] if tokens[c].text.lower() in grammar["company"]})
    found: list[int] = []
    for link in links:
        whom = [c for c in children[link] if tokens[c].dep == "pobj"]
        along = any(tokens[i].text.lower() in grammar["along"] for i in (link, max(link - 1, 0)))
        below = [tokens[c] for w in whom for c in children[w]]
        others = any(c.text.lower() in grammar["others"] or (counted and c.dep == "nummod") for c in below)
        beside = lot and tokens[link].head in (clause.head, sharing.head)
        if any(_told_apart(context, w) for w in whom):
            continue
        if along or beside or (others and all(tokens[w].tag == "NNS" for w in whom)):
            found += [c for w in whom for c in context.phrases.told_singly(w)]
    return [c for c in found if _is_people(context, c)]


def _told_apart(context: Context, head: int) -> bool:
    """ "With his lawyer Karl Dahl at his side", "with Karl Dahl as treasurer": what the other does is told too."""
    tokens = context.tokens
    prep = next((t for t in tokens[head + 1 : head + 2] if t.dep == "prep"), None)
    if prep is None or prep.text.lower() in context.lexicon.grammar["binding"]:
        return False
    below = [c for noun in context.annotation.children[prep.index] for c in context.annotation.children[noun]]
    return prep.text.lower() in context.lexicon.grammar["as"] or any(tokens[c].tag == "PRP$" for c in below)


def _is_people(context: Context, noun: int) -> bool:
    """Whether a noun stands for people, "others" too."""
    kinds = context.kinds(noun)
    others = context.tokens[noun].lemma.lower() in context.lexicon.grammar["others"]
    return others or bool(kinds & {"person", "group"} and "time" not in kinds)
