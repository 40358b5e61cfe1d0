"""Both parents of a child: "by whom she had a son, Karl" and "their son, Karl" tell him of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.kinship.couples import Couples
from vitascope.model import Argument, Clause, Party

_CHILD = "child"
_LISTED = ("conj", "appos", "dobj", "nsubjpass")
_OTHER = 50
"""The part of the other parent's claim, which stands beside that of the first."""


def of_both(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and each child told of one parent told of the other as well, whom the same clause names or "their"
    means."""
    drafts = [_of_parent(context, draft) for draft in drafts]
    couples = Couples(context)
    verbs = {c.head: c for c in clauses if c.kind == "verb"}
    told = {(d.sentence, d.subject.id, _relative(d)) for d in drafts if _is_child(d)}
    found = list(drafts)
    for draft in drafts:
        if not _is_child(draft):
            continue
        others = [context.party(a.head) for a in _other_parents(context, verbs, draft, clauses)]
        others += _other_of_them(context, couples, draft)
        for parent in others:
            if parent.id is not None and (draft.sentence, parent.id, _relative(draft)) not in told:
                found.append(replace(draft, subject=parent, part=draft.part + _OTHER))
    return found


def _is_child(draft: Draft) -> bool:
    return draft.type == "kinship" and "relative" in draft.roles and draft.roles["relation"].label == _CHILD


def _relative(draft: Draft) -> str:
    return draft.roles["relative"].id or draft.roles["relative"].label


def _of_parent(context: Context, draft: Draft) -> Draft:
    """ "With their two daughters, but their son fled": told of the children, he is their parent's."""
    known = context.personas.get(draft.subject.id or "")
    if not _is_child(draft) or known is None or known.kind != "group" or _their(context, draft) is None:
        return draft
    parent = next((of for relation, of in known.kin if relation == _CHILD), None)
    if parent is None:
        return draft
    return replace(draft, subject=Party(context.personas[parent].label, parent, draft.subject.span))


def _their(context: Context, draft: Draft) -> int | None:
    """The possessive of several persons in the words of a tie."""
    inside = (context.tokens[i] for i in context.tokens_in(draft.predicate))
    vague = context.lexicon.grammar["vague"]
    return next((t.index for t in inside if t.tag == "PRP$" and t.text.lower() in vague), None)


def _other_of_them(context: Context, couples: Couples, draft: Draft) -> list[Party]:
    known, their = context.personas.get(draft.subject.id or ""), _their(context, draft)
    spouse = couples.spouse(known, their) if known is not None and their is not None else None
    return [Party(spouse.label, spouse.id)] if spouse is not None else []


def _other_parents(
    context: Context, verbs: dict[int, Clause], draft: Draft, clauses: Sequence[Clause]
) -> Iterator[Argument]:
    """Persons behind the prepositions, or beside the verb, of a clause that says who had a child."""
    if draft.clause is None:
        return
    head = clauses[draft.clause].head
    while head not in verbs and context.tokens[head].dep in _LISTED:
        head = context.tokens[head].head
    verb = verbs.get(head)
    if verb is None:
        return
    grammar = context.lexicon.grammar
    with_whom = grammar["parenting"] if verb.lemma in grammar["having"] else ()
    ways = (*with_whom, "recipient") if verb.lemma in grammar["bearing"] else with_whom
    for argument in verb.arguments:
        if argument.function in ways and context.is_person(argument.head):
            head = _meant(context, argument.head)
            yield argument if head == argument.head else argument._replace(head=head)


def _meant(context: Context, head: int) -> int:
    """ "Married Ida, daughter of Karl Berg, by whom he had two sons": the daughter, not whose daughter she is."""
    noun = context.tokens[context.tokens[context.tokens[head].head].head]
    of = context.tokens[head].dep == "pobj" and context.lexicon.kin.get(noun.lemma.lower()) == _CHILD
    return noun.head if of and noun.dep == "appos" else head
