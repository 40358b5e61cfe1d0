"""What is told of somebody along with others is told of them too: "was arrested along with Olga Lund", "escaped with
eleven other prisoners"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.frames import Draft
from vitascope.model import Clause

_ACTED_ON = "object"


def with_companions(context: Context, clauses: Sequence[Clause], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, each followed by the same about those of whom its clause tells it as well."""
    linking = {context.tokens[i].sentence for i in context.annotation.told(context.lexicon.grammar["company"])}
    for draft in drafts:
        yield draft
        clause = None if draft.clause is None or draft.sentence not in linking else clauses[draft.clause]
        if clause is None or clause.kind != "verb" or not _is_of_subject(context, clause, draft):
            continue
        known = {draft.subject.id, *(party.id for party in draft.roles.values())} - {None}
        for head in _companions(context, clause, draft.type in context.lexicon.grammar["lots"]):
            party = context.party(head)
            if party.id not in known:
                yield replace(draft, subject=party)


def _is_of_subject(context: Context, clause: Clause, draft: Draft) -> bool:
    """Whether the draft is about who stands as the clause's grammatical subject."""
    told = _ACTED_ON if clause.passive else "subject"
    first = next((a for a in clause.arguments if a.function == told), None)
    if first is None or draft.subject.span is None:
        return False
    persona = context.persona(first.head)
    return persona.id == draft.subject.id if persona is not None else first.span.overlaps(draft.subject.span)


def _companions(context: Context, clause: Clause, lot: bool) -> list[int]:
    """Heads of those told with the subject; of a ``lot`` also a number of people ("was tried with six officers")."""
    tokens, children, grammar = context.tokens, context.annotation.children, context.lexicon.grammar
    told = _ACTED_ON if clause.passive else "subject"
    holders = [clause.head, *(a.head for a in clause.arguments if a.function == told or lot)]
    holders += [c for h in holders for c in children[h] if tokens[c].text.lower() in grammar["along"]]
    links = sorted({c for h in holders for c in children[h] if tokens[c].text.lower() in grammar["company"]})
    found: list[int] = []
    for link in links:
        whom = [c for c in children[link] if tokens[c].dep == "pobj"]
        along = link > 0 and tokens[link - 1].text.lower() in grammar["along"]
        below = [tokens[c] for w in whom for c in children[w]]
        others = any(c.text.lower() in grammar["others"] or (lot and c.dep == "nummod") for c in below)
        if along or (others and all(tokens[w].tag == "NNS" for w in whom)):
            found += [c for w in whom for c in context.phrases.told_singly(w)]
    return [c for c in found if _is_people(context, c)]


def _is_people(context: Context, noun: int) -> bool:
    """Whether a noun stands for people, "others" too."""
    kinds = context.kinds(noun)
    others = context.tokens[noun].lemma.lower() in context.lexicon.grammar["others"]
    return others or bool(kinds & {"person", "group"} and "time" not in kinds)
