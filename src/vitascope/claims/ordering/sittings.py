"""Dates of what is told of one sitting of a court: what was said and done there, and its verdict.

A sitting opens with a dated trial or hearing and lasts, within its paragraph, until another time is told. Where a later
day is told of its verdict, what was said in it fell some time between the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope import edtf
from vitascope.claims.context import Context
from vitascope.claims.dating.lasting import some_time_in
from vitascope.claims.dating.set_in import OPENED
from vitascope.claims.framing.frames import Draft
from vitascope.claims.ordering.constraints import constrains
from vitascope.claims.paragraphs import numbered
from vitascope.model import Claim, Clause, When

VERDICTS = ("conviction", "sentence", "rehabilitation", "finding")
HEARING = ("trial", "testimony")
"""What goes before the verdict."""
_NO_LATER = "[.."
"""How the date of what went before the sitting begins, which does not end it."""
CLEARING = "rehabilitation"
HEARD = ("testimony", "confession", "accusation", "refusal", "renunciation", "statement", "quotation")
"""What is said and done in court while a trial lasts."""
_DONE = ("event", "interrogation")


def in_court(
    context: Context, clauses: Sequence[Clause], drafts: Sequence[Draft], claims: Sequence[Claim]
) -> list[Claim]:
    """The claims (parallel to ``drafts``), the undated of one sitting with its date; order and number unchanged."""
    found = list(claims)
    then = [draft.clause is not None and _told_in_order(clauses[draft.clause]) for draft in drafts]
    main = [draft.clause is not None and clauses[draft.clause].link in ("root", "conj") for draft in drafts]
    blocks = [b.span for b in context.document.blocks]
    here, last, sitting = 0, None, None
    for (at, claim), number in zip(enumerate(claims), numbered(blocks, (c.span.start for c in claims)), strict=True):
        if number != here:
            here, last, sitting = number, None, None
        opened = claim.when.because.startswith(OPENED) and claim.type in (*HEARD, *_DONE)
        if opened and _at_hearing(context, claim):
            sitting = last = claim
            ending = _verdict(claims[at:], claim, blocks[number].end if number < len(blocks) else claim.span.end)
            found[at] = replace(claim, when=_until(claim.when, ending.when)) if ending else claim
        elif claim.when.edtf and not claim.when.edtf.startswith(_NO_LATER):
            same = last is not None and claim.when.edtf == last.when.edtf
            judging = claim.type in (*HEARING, *VERDICTS) and _moment(claim.when)
            last = claim if judging else last if same else None
            within = sitting is not None and claim.when.edtf == sitting.when.edtf
            opens = (claim.type in HEARING and constrains(claim)) or _at_hearing(context, claim)
            sitting = claim if opens and not within else sitting if within else None
        elif sitting is not None and claim.type in HEARD and then[at] and claim.when.edtf is None:
            ending = _verdict(claims[at:], sitting, blocks[number].end if number < len(blocks) else claim.span.end)
            found[at] = _lent(
                claim, sitting, _until(sitting.when, ending.when) if ending else some_time_in(sitting.when)
            )
        elif (
            claim.when.edtf is None
            and last is not None
            and (claim.type in (*HEARING, *VERDICTS) or (main[at] and _told_the_court(context, claim)))
            and constrains(claim)
            and _of_one(last, claim)
        ):
            found[at] = _lent(claim, last, last.when)
    return found


def _told_the_court(context: Context, claim: Claim) -> bool:
    """Whether something is said to a court or a judge: "She told the court that …"."""
    told = claim.roles.get("recipient")
    words = context.tokens_in(told.span) if told is not None and told.span is not None else ()
    return claim.type == "statement" and any("court" in context.kinds(i) for i in words)


def _told_in_order(clause: Clause) -> bool:
    """Not "who had confessed" nor "as a historian puts it"."""
    if clause.kind == "nominal":
        return False  # "she retracted her confession"
    return clause.kind != "verb" or clause.tense == "past" or (clause.tense == "none" and clause.link == "conj")


def _lent(claim: Claim, lender: Claim, when: When) -> Claim:
    because = f"{lender.type} at {lender.span.start}"
    return replace(claim, when=replace(when, text="", span=None, basis="anchored", because=because))


def _at_hearing(context: Context, claim: Claim) -> bool:
    """Whether a dated claim is told of what was done at a hearing that opens its sentence: "At his trial in May"."""
    grammar = context.lexicon.grammar
    if not constrains(claim):
        return False
    for i in context.tokens_in(claim.sentence):
        token = context.tokens[i]
        prep = context.tokens[token.head]
        if token.pos == "NOUN" and token.lemma.lower() in grammar["sitting"]:
            set_in = token.dep == "pobj" and prep.lemma.lower() in grammar["setting"]
            return set_in and prep.span.start == claim.sentence.start
    return False


def _verdict(following: Sequence[Claim], sitting: Claim, end: int) -> Claim | None:
    """The dated verdict with which a sitting ends in its paragraph."""
    for claim in following:
        if claim.span.start >= end:
            return None
        later = claim.when.edtf and str(claim.when.earliest) > str(sitting.when.latest)
        if later and constrains(claim):
            return claim if claim.type in VERDICTS else None
    return None


def _until(start: When, end: When) -> When:
    """Some time between two moments told in one precision, else the first."""
    first, last = (start.edtf or "").rstrip("~?%"), (end.edtf or "").rstrip("~?%")
    value = f"[{first}..{last}]"
    if not (_moment(start) and _moment(end)) or len(first) != len(last) or not edtf.valid(value):
        return some_time_in(start)
    earliest, latest = edtf.bounds(value)
    return replace(start, edtf=value, earliest=earliest, latest=latest)


def _of_one(dated: Claim, claim: Claim) -> bool:
    """Whether a claim may be of the sitting of a dated one: nobody testifies after the verdict or is cleared of it."""
    return dated.type in HEARING or (claim.type not in (*HEARING, CLEARING) and dated.subject.key == claim.subject.key)


def _moment(when: When) -> bool:
    return bool(when.edtf) and not set("/[") & set(when.edtf or "")
