"""The rules of event logic put to the claims of one document: which claim they tie to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vitascope.claims.event_rules import Rule, Side
from vitascope.claims.ordering.constraints import Constraint, Life, precedence
from vitascope.model import Claim

RELATION, RELATIVE, KINSHIP = "relation", "relative", "kinship"
PARENT, CHILD = "parent", "child"


def event_constraints(life: Life) -> Iterator[Constraint]:
    """Every constraint that a rule makes, in the order of the rules, then of the claims."""
    of_person: dict[str, list[int]] = {}
    for at, who in enumerate(life.whose):
        if who is not None:
            of_person.setdefault(who, []).append(at)
    by_type: dict[str, list[int]] = {}
    for at, claim in enumerate(life.claims):
        by_type.setdefault(claim.type, []).append(at)
    parents = _parents(life)
    for rule in life.order.rules:
        if rule.pair != "each":
            firsts, thens = (_counting(life, _holding(life, side, by_type)) for side in (rule.first, rule.then))
            for who in of_person if firsts and thens else ():
                for pair in _episodes(life, rule, of_person[who], firsts.get(who, ()), thens.get(who, ())):
                    yield from _paired(life, rule, *pair)
        elif rule.first.event and rule.then.event:
            yield from _events(life, rule, of_person, parents)
        else:
            yield from _with_event(life, rule, of_person, by_type)


def _holding(life: Life, side: Side, by_type: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """By person, the claims that stand on a side of a rule, in their order."""
    indices: Iterable[int] = range(len(life.claims))
    if not side.any:
        indices = sorted(at for kind in side.types for at in by_type.get(kind, ()))
    found: dict[str, list[int]] = {}
    for at in indices:
        who = life.whose[at]
        if who is not None and side.holds(life.claims[at]):
            found.setdefault(who, []).append(at)
    return found


def _counting(life: Life, found: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """Of those the claims that may constrain others."""
    counting = {who: [at for at in indices if life.counts[at]] for who, indices in found.items()}
    return {who: indices for who, indices in counting.items() if indices}


def _with_event(
    life: Life, rule: Rule, of_person: Mapping[str, Sequence[int]], by_type: Mapping[str, Sequence[int]]
) -> Iterator[Constraint]:
    """An event of a lifetime with every claim of the other side.

    A claim that the author does not vouch for is bounded too, but only where a rule is certain and has no gap: it then
    says no more of the events than they say of each other. What was only planned may be planned for after the death.
    """
    event_first = rule.first.event is not None
    name, side = (rule.first.event, rule.then) if event_first else (rule.then.event, rule.first)
    holding = _holding(life, side, by_type)
    certain = not rule.soft and rule.gap.in_days == 0
    for who in of_person if holding else ():
        event = life.points.events.get((who, str(name)))
        if event is None:
            continue
        for at in holding.get(who, ()):
            if life.counts[at] or (certain and life.claims[at].status.modality != "intended"):
                point = _point(life, at, side)
                yield precedence(*((event, point) if event_first else (point, event)), rule, (at,))


def _events(
    life: Life, rule: Rule, of_person: dict[str, list[int]], parents: Sequence[tuple[str, str, tuple[int, ...]]]
) -> Iterator[Constraint]:
    """Two events of a lifetime, or one of a child's with one of a parent's."""
    own = rule.first.of == rule.then.of == "self"
    pairs = [(who, who, ()) for who in of_person] if own else parents
    for parent, child, claims in pairs:
        first = life.points.events.get((parent if rule.first.of == PARENT else child, str(rule.first.event)))
        then = life.points.events.get((parent if rule.then.of == PARENT else child, str(rule.then.event)))
        if first is not None and then is not None and first != then:
            yield precedence(first, then, rule, claims)


def _episodes(
    life: Life, rule: Rule, indices: Sequence[int], firsts: Sequence[int], thens: Sequence[int]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The claims of one person that a rule may pair, ``indices`` all: on both sides, or on both sides of a block."""
    if not firsts or not thens:
        return
    if not rule.near:
        yield firsts, thens
        return
    for block in dict.fromkeys(life.blocks[at] for at in indices if life.counts[at]):
        if block >= 0:
            yield [at for at in firsts if life.blocks[at] == block], [at for at in thens if life.blocks[at] == block]


def _paired(life: Life, rule: Rule, firsts: Sequence[int], thens: Sequence[int]) -> Iterator[Constraint]:
    """Claims on both sides, where the rule can tell which belongs to which."""
    made: set[tuple[int, int]] = set()
    for role in rule.same or ("",):
        for key, some in _by_role(life, firsts, role).items():
            first = _single(life, some)
            others = _by_role(life, thens, role).get(key, [])
            if rule.pair == "one":
                then = _single(life, others)
                others = [] if then is None else [then]
            for then in others if first is not None else ():
                if first is not None and first != then and (first, then) not in made and _as_told(rule, first, then):
                    made.add((first, then))
                    ends = _point(life, first, rule.first), _point(life, then, rule.then)
                    yield precedence(*ends, rule, tuple(sorted((first, then))))


def _as_told(rule: Rule, first: int, then: int) -> bool:
    return not rule.as_told or first < then


def _by_role(life: Life, indices: Sequence[int], role: str) -> dict[str, list[int]]:
    """The claims by who or what fills a role, those where nothing does left out; all together for no role."""
    found: dict[str, list[int]] = {}
    for at in indices:
        key = _filler(life.claims[at], role) if role else ""
        if key is not None:
            found.setdefault(key, []).append(at)
    return found


def _filler(claim: Claim, role: str) -> str | None:
    party = claim.roles.get(role)
    if party is None:
        return None
    return party.id or party.label.casefold()


def _single(life: Life, indices: Sequence[int]) -> int | None:
    """The first of the claims where all tell of one occurrence: one claim, or several of the same date."""
    dates = {
        (life.claims[at].when.earliest, life.claims[at].when.latest) for at in indices if life.claims[at].when.edtf
    }
    dated = all(life.claims[at].when.edtf for at in indices)
    return indices[0] if len(indices) == 1 or (indices and dated and len(dates) == 1) else None


def _point(life: Life, at: int, side: Side) -> int:
    return (life.points.starts if side.at == "start" else life.points.ends)[at]


def _parents(life: Life) -> list[tuple[str, str, tuple[int, ...]]]:
    """Parent, child, and the claims that say so (none where the persona is known only as somebody's parent)."""
    persons = {p.id for p in life.people.personas if p.kind == "person"}
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for persona in life.people.personas:
        for relation, other in persona.kin:
            if relation in (PARENT, CHILD) and persona.id in persons and other in persons:
                found.setdefault((persona.id, other) if relation == PARENT else (other, persona.id), ())
    for at, claim in enumerate(life.claims):
        relative, told = claim.roles.get(RELATIVE), claim.roles.get(RELATION)
        who = life.whose[at]
        if claim.type != KINSHIP or not life.counts[at] or relative is None or told is None:
            continue
        if who in persons and relative.id in persons and told.label in (PARENT, CHILD):
            pair = (relative.id, who) if told.label == PARENT else (who, relative.id)
            found.setdefault((str(pair[0]), str(pair[1])), (at,))
    return [(parent, child, claims) for (parent, child), claims in found.items()]
