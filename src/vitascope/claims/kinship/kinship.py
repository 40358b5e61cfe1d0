"""Kinship claims: a relative who is named beside the tie ("her sister Olga"), or a tie that is stated of somebody
("Berg was the second son of a baker").

An unnamed relative who only acts ("her mother was a teacher") is a persona, and no claim of its own. The subject is
whose kin is told; ``relation`` says what the relative is to the subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.kinship.parents import second_parent
from vitascope.model import Argument, Clause, Mention, Party, Persona, Span

_TIED = ("of", "to", "possessor")
_PARENT, _SPOUSE = "parent", "spouse"
_BEFORE_A_NAME = ("compound", "nmod", "poss")


def named_relatives(context: Context) -> Iterator[Draft]:
    """ "his elder brother, Karl": one claim for each place that gives a relative's name with the tie."""
    names: dict[str, list[Mention]] = {}
    for mention in context.people.mentions:
        if mention.kind == "name":
            names.setdefault(mention.persona, []).append(mention)
    for mention in context.people.mentions:
        persona = context.personas[mention.persona]
        if mention.kind != "kin" or mention.head is None or not persona.kin:
            continue
        named = _name_beside(context, mention, names.get(mention.persona, ()))
        if named is None:
            continue
        relation, subject = composed_tie(context, *_tie_told(context, mention))
        span = Span(min(mention.span.start, named.start), max(mention.span.end, named.end))
        yield Draft(
            "kinship",
            Party(subject.label, subject.id),
            span,
            mention.span,
            context.tokens[mention.head].sentence,
            {"relation": Party(relation), "relative": Party(persona.label, persona.id, named)},
            rule="kinship:named",
            confidence=0.85,
        )


def composed_tie(context: Context, relation: str, anchor: str) -> tuple[str, Persona]:
    """What a relative of an unnamed relative is: "his sister's son, Otto Lind" is his nephew."""
    through = context.personas[anchor]
    for between, other in through.kin if through.kind == "person" and not through.names else ():
        composed = context.lexicon.kin_composed.get(between, {}).get(relation)
        if composed is not None:
            return composed, context.personas[other]
    return relation, through


def named_of_unknown(context: Context, clauses: tuple[Clause, ...]) -> Iterator[Draft]:
    """ "My brother Karl": the kin of somebody whom the text does not name, and children told of whoever has them
    ("they have two sons, Karl and Ivar")."""
    for noun in clauses:
        if noun.kind not in ("nominal", "apposition") or noun.lemma not in context.lexicon.kin:
            continue
        named = [a for a in noun.arguments if a.function == "named" and _is_named(context, a.head)]
        above = context.tokens[noun.head]
        if not named and above.dep in _BEFORE_A_NAME and _is_named(context, above.head):
            named = [Argument("named", above.head, context.phrases.noun_phrase(above.head))]
        whose = _whose(context, noun, [noun.head, *(a.head for a in named)])
        for number, argument in enumerate(named):
            relative = context.party(argument.head)
            for owner in whose:
                if owner.label != relative.label:
                    yield Draft(
                        "kinship", owner, Span(min(noun.span.start, argument.span.start), argument.span.end),
                        noun.predicate, noun.sentence,
                        {"relation": Party(context.lexicon.kin[noun.lemma]), "relative": relative},
                        noun.index, "kinship:unnamed", 0.75, number,
                    )  # fmt: skip


def by_name(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts without a group of relatives ("two sons: Ove and Per") that the same words name one by one."""
    named = [d for d in drafts if d.rule in ("kinship:unnamed", "kinship:listed")]
    return [d for d in drafts if not (_of_group(context, d) and any(_names(n, d) for n in named))]


def in_kin_terms(context: Context, drafts: list[Draft]) -> list[Draft]:
    """The drafts with what their words for a relation or a relative say as the one relation: "a widow" is a spouse;
    several relatives who are told as one are called by these words ("two sons")."""
    return [_in_kin_terms(context, d) if d.type == "kinship" and d.rule.startswith("frame:") else d for d in drafts]


def _in_kin_terms(context: Context, draft: Draft) -> Draft:
    for role in ("relative", "relation"):
        words = draft.roles[role].span if role in draft.roles else None
        nouns = [context.tokens[i].lemma.lower() for i in context.tokens_in(words)] if words is not None else []
        told = next((context.lexicon.kin[noun] for noun in nouns if noun in context.lexicon.kin), None)
        born = draft.roles["relation"].label == _PARENT if "relation" in draft.roles else False
        if told is not None and not (born and told == _SPOUSE):  # "born to Karl Berg and his wife"
            return replace(draft, roles={**draft.roles, "relation": Party(told), "relative": _counted(context, draft)})
    return draft


def _counted(context: Context, draft: Draft) -> Party:
    relative = draft.roles["relative"]
    words = [*context.tokens_in(relative.span)] if relative.span is not None else []
    while len(words) > 1 and context.tokens[words[0]].text.lower() in context.lexicon.grammar["leading"]:
        words.pop(0)
    if not words or not _of_group(context, draft):
        return relative
    span = Span(context.tokens[words[0]].span.start, context.tokens[words[-1]].span.end)
    return Party(context.document.quote(span), relative.id, relative.span)


def told_once(drafts: list[Draft]) -> list[Draft]:
    """The drafts without ties that are told of the same two in the same sentence already; where the people stage knows
    both, :func:`tightest` chooses."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for draft in drafts:
        relative = draft.roles.get("relative")
        if draft.type == "kinship" and relative is not None:
            who = draft.subject.id or draft.subject.span or draft.subject.label
            tie = (draft.sentence, who, relative.key, draft.roles["relation"].label)
            if tie in seen and draft.rule in ("kinship:listed", "kinship:named") and _tie(draft) is None:
                continue
            seen.add(tie)
        kept.append(draft)
    return kept


def tightest(drafts: list[Draft]) -> list[Draft]:
    """The drafts, of several that tell the same tie of the same two in one sentence the one of the fewest words."""
    best: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        key = _tie(draft)
        if key is not None and (key not in best or _length(draft) < _length(best[key])):
            best[key] = draft
    return [d for d in drafts if (key := _tie(d)) is None or best[key] is d]


def _tie(draft: Draft) -> tuple[object, ...] | None:
    relative = draft.roles.get("relative")
    if draft.type != "kinship" or relative is None or relative.id is None or draft.subject.id is None:
        return None
    return draft.sentence, draft.subject.id, relative.id, draft.roles["relation"].label


def _length(draft: Draft) -> int:
    return draft.span.end - draft.span.start


def _of_group(context: Context, draft: Draft) -> bool:
    relative = draft.roles.get("relative")
    known = context.personas.get(relative.id) if relative is not None and relative.id is not None else None
    return draft.type == "kinship" and known is not None and known.kind == "group"


def _names(one: Draft, group: Draft) -> bool:
    relation, words = group.roles.get("relation"), group.roles["relative"].span
    same = one.subject.id == group.subject.id if one.subject.id is not None else one.subject == group.subject
    return same and (words is None or words.overlaps(one.span)) and one.roles["relation"] == relation


def _is_named(context: Context, head: int) -> bool:
    return context.tokens[head].pos == "PROPN" and "person" in context.kinds(head)


def _whose(context: Context, noun: Clause, heads: list[int]) -> list[Party]:
    """The unresolved pronoun before the noun or name; of children without one, who has them."""
    below = [context.tokens[c] for h in heads for c in context.annotation.children[h]]
    owners = [t.index for t in below if t.dep == "poss"]
    if owners:
        vague = context.lexicon.grammar["vague"]
        pronouns = (
            i for i in owners if context.tokens[i].pos == "PRON" and context.tokens[i].text.lower() not in vague
        )
        unknown = [i for i in pronouns if context.persona(i) is None]
        return [context.party(i) for i in unknown[:1]]
    above = context.tokens[context.tokens[noun.head].head]
    had = above.lemma.lower() in context.lexicon.grammar["having"] and context.tokens[noun.head].dep in (
        "dobj",
        "pobj",
        "conj",
    )
    if not had or context.lexicon.kin[noun.lemma] != "child":
        return []
    return [context.party(a.head) for a in noun.arguments if a.function == "topic"]


def _tie_told(context: Context, mention: Mention) -> tuple[str, str]:
    """Of a persona's ties the one that these words tell: to whoever is mentioned in them, else the first."""
    ties = context.personas[mention.persona].kin
    within = context.mentions_by_start.within(mention.span.start, mention.span.end + 1)
    inside = {m.persona for m in within if mention.span.contains(m.span)}
    return next((tie for tie in ties if tie[1] in inside), ties[0])


def _name_beside(context: Context, mention: Mention, names: Iterable[Mention]) -> Span | None:
    """The span of the name that stands with a kin noun, in it or in apposition; ``names`` are all of that persona."""
    near = Span(mention.span.start, mention.span.end + len(", x"))
    for other in names:
        if near.overlaps(other.span) or _in_apposition(context, mention.head, other.head):
            return other.span
    persona = context.personas[mention.persona]
    words = context.document.quote(mention.span)
    for name in sorted(persona.names, key=len, reverse=True):
        at = words.find(name)
        if at >= 0:
            return Span(mention.span.start + at, mention.span.start + at + len(name))
    return None


def named_before(context: Context, noun: Clause, owner: int, name: int, span: Span) -> Iterator[Draft]:
    """ "Karl Berg, her elder brother": the relative is named before the tie."""
    whose, relative = context.persona(owner), context.persona(name)
    if context.tokens[noun.head].dep != "appos" or whose is None or relative is None or whose == relative:
        return
    if whose.kind != "person" or context.tokens[name].pos != "PROPN":
        return
    yield Draft(
        "kinship", context.party(owner), span, noun.predicate, noun.sentence,
        {"relation": Party(context.lexicon.kin[noun.lemma]), "relative": context.party(name)},
        noun.index, "kinship:named", 0.8,
    )  # fmt: skip


def _is_bare(context: Context, head: int) -> bool:
    """ "The daughter of attorney and senator Karl Lund": a noun without an article, which tells what the name's bearer
    is, and nobody beside him."""
    token, children = context.tokens[head], context.annotation.children[head]
    opened = any(context.tokens[c].dep in ("det", "poss", "nummod") for c in children)
    joined = (c for c in children if context.tokens[c].dep == "conj" and context.tokens[c].pos == "PROPN")
    return token.tag == "NN" and not opened and context.persona(head) is None and any(map(context.persona, joined))


def _in_apposition(context: Context, noun: int | None, name: int | None) -> bool:
    """ "An uncle, the jurist Karl Berg", "Karl Berg, his elder brother": one stands in apposition to the other."""
    if noun is None or name is None:
        return False
    tokens = context.tokens
    if tokens[noun].dep == "appos" and tokens[noun].head == name:
        return True
    at = name
    while tokens[at].dep == "appos" and at != noun:
        at = tokens[at].head
    return at == noun


def stated_ties(context: Context, noun: Clause, subject: Party, span: Span) -> Iterator[Draft]:
    """ "was the son of A and B": a claim for each relative named by the noun's of-phrase or possessor."""
    relation = context.lexicon.kin[noun.lemma]
    inverse = context.lexicon.kin_inverse.get(relation)
    if inverse is None:
        return
    span = _with_count(context, noun, span)
    other = second_parent(context, noun, subject)
    joined = [] if other is None else [Argument(_TIED[0], other, context.phrases.noun_phrase(other))]
    for number, argument in enumerate([a for a in noun.arguments if a.function in _TIED] + joined):
        owned = context.phrases.core(argument.head) if argument.function == "possessor" else None
        relative = context.party(argument.head, owned)
        if not context.kinds(argument.head) & {"person", "group"} or relative.label == subject.label:
            continue
        unknown = context.tokens[argument.head].tag == "PRP$" and relative.id is None  # "whom she called "my sister""
        if unknown or _is_bare(context, argument.head):
            continue
        words = _up_to(context, span, noun, argument.head)
        yield Draft(
            "kinship",
            subject,
            words,
            noun.predicate,
            noun.sentence,
            {"relation": Party(inverse), "relative": relative},
            noun.index,
            "kinship:stated",
            0.8,
            number,
        )


def _with_count(context: Context, noun: Clause, span: Span) -> Span:
    """The words for a child among others, with those that count it: "the third of the six children of Karl Berg"."""
    prep = context.tokens[context.tokens[noun.head].head]
    counting = context.tokens[prep.head]
    among = context.tokens[noun.head].dep == "pobj" and prep.lemma.lower() in context.lexicon.grammar["binding"]
    if not among or counting.text.lower() not in context.lexicon.grammar["counting"]:
        return span
    return Span(min(span.start, context.phrases.noun_phrase(counting.index).start), span.end)


def _up_to(context: Context, span: Span, noun: Clause, relative: int) -> Span:
    """Of the words that tell a tie those up to the relative: "the son of Karl Berg" of "and Ida Lund, he"."""
    known = context.persona(relative)
    beside = (c for c in context.annotation.children[relative] if context.tokens[c].dep == "appos")
    named = [c for c in beside if known is not None and context.persona(c) == known and _is_named(context, c)]
    phrase = context.phrases.label if context.tokens[relative].pos == "PROPN" else context.phrases.noun_phrase
    end = max([phrase(relative).end, *(context.phrases.label(c).end for c in named)])
    return Span(span.start, end) if end > noun.predicate.end else span
