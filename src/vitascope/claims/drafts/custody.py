"""What befalls those who are held: "was taken to Elm House", "was discharged", "was killed" mean another thing of them.

Of somebody who was arrested, sentenced or held a little before, and not let go since, being brought somewhere, lying
there and serving "it" there is imprisonment (exile, of exiles), being discharged a release, being killed an
assassination.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vitascope.claims.context import OPEN, Context
from vitascope.claims.framing.frames import Draft
from vitascope.claims.paragraphs import numbered
from vitascope.model import Argument, Clause

_TAKEN = frozenset({"arrest", "imprisonment", "abduction", "interrogation", "torture", "sentence", "conviction"})
_EXILED = frozenset({"exile"})
_TRIED = frozenset({"trial", "charge", "finding"})
"""Claims of people whose being discharged is a release too."""
_LEFT = frozenset({"release", "escape", "pardon", "rehabilitation", "appointment", "election", "post", "service"})
_MOVED = frozenset({"move", "event", "appointment", "residence"})
_SAT_OUT = frozenset({"service", "event", "work", "residence"})
"""Claims by which a frame or none tells that somebody sat out a sentence."""
_SENTENCES = 4
"""How many sentences back somebody was taken who is held still."""
_NOWHERE = frozenset({"hospital", "court", "trial", "post", "scaffold", "army", "police", "time"})
_SERVED = frozenset({"person", "group", "organisation", "party", "army"})
"""Those whom somebody may serve."""
_WALLED = frozenset({"prison", "camp"})
_HELD, _BANISHED = "imprisonment", "exile"
RULE = "custody"


def of_the_held(context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those about people in custody as what they mean there."""
    grammar = context.lexicon.grammar
    blocks = [b.span for b in context.document.blocks]
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].sentence, drafts[n].predicate))
    where = dict(zip(order, numbered(blocks, (drafts[n].span.start for n in order)), strict=True))
    since: dict[str, tuple[int, int, str]] = {}
    found: dict[int, list[Draft]] = {}
    for n in order:
        draft = drafts[n]
        clause = clauses[draft.clause] if draft.clause is not None else None
        who = draft.subject.key
        if clause is None or clause.negated or clause.kind != "verb":
            continue
        if draft.type == "residence" and _is_walled(context, draft):
            found[n] = [draft := replace(draft, type=_HELD, rule=RULE)]  # "was sent to a camp, where she remained"
        last = since.get(who)
        held = last is not None and draft.sentence - last[0] <= _SENTENCES and where[n] - last[1] <= 1
        if held and last is not None:
            told = list(_meant(context, clause, draft, last[2])) if clause.passive else _served(context, clause, draft)
            if told:
                found[n] = told
                draft = told[0]
        if draft.type in _TAKEN or draft.type in _EXILED:
            kept = last[2] if last is not None and held and draft.type in ("interrogation", "torture") else draft.type
            since[who] = (draft.sentence, where[n], kept)
        elif draft.type in _TRIED and not held:
            since[who] = (draft.sentence, where[n], draft.type)
        elif draft.type in _LEFT and clause.lemma not in grammar["transferring"]:
            since.pop(who, None)
    return [d for n, draft in enumerate(drafts) for d in found.get(n, [draft])]


def _meant(context: Context, clause: Clause, draft: Draft, since: str) -> Iterator[Draft]:
    grammar = context.lexicon.grammar
    undergone = next((a for a in clause.arguments if a.function == "object"), None)
    if undergone is None or context.party(undergone.head).id != draft.subject.id:
        return
    if draft.type in _MOVED and since not in _TRIED and clause.lemma in grammar["transferring"]:
        rest = {k: v for k, v in draft.roles.items() if k in ("agent", "duration")}
        for number, argument in enumerate(_places(context, clause)):
            unwalled = context.tokens[argument.head].lemma.lower() in grammar["unwalled"]
            kind = _BANISHED if since in _EXILED or unwalled else _HELD
            yield replace(
                draft, type=kind, roles={"place": context.party(argument.head), **rest}, part=number, rule=RULE
            )
    elif draft.type == "dismissal" and clause.lemma in grammar["discharged"] and not draft.roles:
        yield replace(draft, type="release", rule=RULE)
    elif draft.type == "event" and clause.lemma in grammar["exchanged"]:
        yield replace(draft, type="release", roles={}, rule=RULE)
    elif draft.type == "death" and clause.lemma in grammar["killing"] and "cause" not in draft.roles:
        yield replace(draft, type="assassination", rule=RULE)


def _served(context: Context, clause: Clause, draft: Draft) -> list[Draft]:
    """ "He was sentenced to six years, which he served at Lund", "… where he lay for a year": of the sentenced and held
    the prison that they were in."""
    grammar = context.lexicon.grammar
    told = [a.head for a in clause.arguments if clause.link == "relcl" and a.head < clause.head]
    objects = [a.head for a in clause.arguments if a.function == "object" and a.head not in told]
    serves = clause.lemma in grammar["serving"] and all(_is_length(context, i) for i in objects)
    lies = clause.lemma in grammar["lying"] and not objects
    if draft.type not in _SAT_OUT or not (lies or (serves and _of_sentence(context, clause, objects))):
        return []
    place = draft.roles.get("organisation") or draft.roles.get("place")
    if place is not None and place.span is not None:
        kinds = frozenset(k for i in context.tokens_in(place.span) for k in context.kinds(i))
        if not kinds >= OPEN and kinds & _NOWHERE:
            return []
    rest = {k: v for k, v in draft.roles.items() if k == "duration"}
    return [replace(draft, type=_HELD, roles={"place": place, **rest} if place else rest, rule=RULE)]


def _of_sentence(context: Context, clause: Clause, objects: Sequence[int]) -> bool:
    """Whether what is served is the sentence: told by a pronoun, by a part "of which", or by nothing but its length."""
    tokens, binding = context.tokens, context.lexicon.grammar["binding"]
    others = [a for a in clause.arguments if a.function != "subject" and not context.is_time(a.head)]
    told = [*objects, *(a.head for a in others if a.function in binding)]
    placed = [a for a in clause.arguments if a.function == "object" or a.function in binding]
    before = [a.head for a in placed if clause.link == "relcl" and a.head < clause.head]
    penal = any(context.kinds(i).isdisjoint(_SERVED) for i in before)
    parts = (c for i in objects for c in context.annotation.children[i] if tokens[c].lemma.lower() in binding)
    below = [i for c in parts for i in context.annotation.children[c]]
    return not others or penal or any(tokens[i].pos in ("PRON", "NUM") for i in (*told, *below))


def _is_length(context: Context, head: int) -> bool:
    token = context.tokens[head]
    if token.pos == "NUM" or context.is_time(head) or (token.pos == "PRON" and context.persona(head) is None):
        return True
    below = (i for c in context.annotation.children[head] for i in context.annotation.children[c])
    return any(context.tokens[i].tag == "PRP" and context.persona(i) is None for i in below)  # "the greater part of it"


def _is_walled(context: Context, draft: Draft) -> bool:
    """Whether somebody is told to have lived in a camp or a prison."""
    place = draft.roles.get("place")
    inside = () if place is None or place.span is None else context.tokens_in(place.span)
    return any(context.kinds(i) & _WALLED for i in inside)


def _places(context: Context, clause: Clause) -> list[Argument]:
    """Where somebody was brought: names, and nouns for places, but for those of bodies that treat, try or employ."""
    found = []
    for argument in clause.arguments:
        kinds = context.kinds(argument.head)
        named = context.tokens[argument.head].pos == "PROPN"
        person = context.persona(argument.head)
        somebody = person is not None and person.kind == "person" and person.main
        fits = "place" in kinds or (named and (kinds >= OPEN or not kinds & {"group", "work", "event"}))
        if argument.function in context.lexicon.grammar["giving"] and fits and not somebody and not kinds & _NOWHERE:
            found.append(argument)
    return found
