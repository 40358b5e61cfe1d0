"""Named repairs of faults around coordinated predicates: which is first, and to which of them a phrase belongs."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, descends, has_subject, words
from vitascope.model import Sentence, Token

_ABOVE = ("ccomp", "parataxis")


def swapped_coordination(tokens: Parse, sentence: Sentence) -> Edit:
    """ "He was A, and in 1920, was B", "She left, sold B, and died": the second is coordinated with the first, not
    above it."""
    edits: Edit = {}
    for second in words(tokens, sentence):
        if second.pos not in ("VERB", "AUX"):
            continue
        below = children(tokens, sentence, second.index)
        if any(c.dep in ("nsubj", "nsubjpass", "expl") for c in below):
            continue
        first = next(
            (c for c in below if c.dep in _ABOVE and c.index < second.index and has_subject(tokens, sentence, c)),
            None,
        )
        between = [
            t for t in words(tokens, sentence) if first and first.index < t.index < second.index and t.dep == "cc"
        ]
        if first is None or not (between or _lists(tokens, first, second, below)):
            continue
        edits[first.index] = (second.dep, first.index if second.head == second.index else second.head)
        edits[second.index] = ("conj", first.index)
        for token in words(tokens, sentence) if between else ():
            stranded = token.dep == "conj" and token.pos == "ADP" and between[-1].index < token.index < second.index
            if stranded and tokens[token.head].pos != "ADP":
                edits[token.index] = ("prep", second.index)
    return edits


def _lists(tokens: Parse, first: Token, second: Token, below: Sequence[Token]) -> bool:
    """ "He left the town, sold his press, and died": the second of three, right behind a comma."""
    own = [c.index for c in below if first.index < c.index < second.index and c.pos != "PUNCT"]
    before = tokens[min([second.index, *own]) - 1]
    third = any(c.dep == "conj" and c.pos in ("VERB", "AUX") and c.index > second.index for c in below)
    return before.text == "," and third and first.tag == second.tag == "VBD"


def aside_behind_its_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She fled and hid, according to X, in a barn": what stands between commas right behind a coordinated verb."""
    edits: Edit = {}
    for prep in words(tokens, sentence)[2:]:
        verb = tokens[prep.index - 2]
        if prep.dep != "prep" or prep.tag != "VBG" or tokens[prep.index - 1].text != ",":
            continue
        if verb.dep != "conj" or verb.pos != "VERB" or verb.head != prep.head:
            continue
        if any(c.dep == "prep" and c.index == prep.index + 1 for c in children(tokens, sentence, prep.index)):
            edits[prep.index] = ("prep", verb.index)
    return edits


def reason_behind_its_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She left and was tried for selling maps": a deed told as a reason is that of the last verb before it."""
    edits: Edit = {}
    for prep in words(tokens, sentence):
        if prep.dep != "prep":
            continue
        if not any(c.dep == "pcomp" and c.tag == "VBG" for c in children(tokens, sentence, prep.index)):
            continue
        joined = [c for c in children(tokens, sentence, prep.head) if c.dep == "conj" and c.index < prep.index]
        if joined and joined[-1].pos == "VERB" and joined[-1].index > prep.head:
            edits[prep.index] = ("prep", joined[-1].index)
    return edits


def one_name_said_twice(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She joined Lund and Lund": one word joined to itself is one name, headed by its last word."""
    edits: Edit = {}
    for last in words(tokens, sentence)[2:]:
        first, joint = tokens[last.index - 2], tokens[last.index - 1]
        twice = last.text == first.text and first.tag.startswith("NNP")
        if twice and last.dep == "conj" and last.head == first.index and joint.dep == "cc":
            above = last.index if first.head == first.index else first.head
            edits |= {
                last.index: (first.dep, above),
                first.index: ("nmod", last.index),
                joint.index: ("cc", first.index),
            }
    return edits


def list_within_a_relative_clause(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was held and charged with leading a ring that had planned a raid, kept arms and sold maps": after its "and" a
    list is closed, so that what follows it bare behind a comma goes on with the clause within."""
    edits: Edit = {}
    for further in words(tokens, sentence)[1:]:
        bare = further.dep == "conj" and further.tag in ("VBD", "VBN") and tokens[further.index - 1].text == ","
        if not bare or has_subject(tokens, sentence, further) or _helped(tokens, sentence, further):
            continue
        closed = next((t for t in _list_of(tokens, sentence, further) if _joined(tokens, sentence, t, further)), None)
        if closed is None:
            continue
        within = [
            t
            for t in words(tokens, sentence)
            if closed.index < t.index < further.index and t.dep == "relcl" and t.tag in ("VBD", "VBN")
        ]
        if within and descends(tokens, within[-1].index, closed.index):
            edits[further.index] = ("conj", within[-1].index)
            later = (t for t in words(tokens, sentence) if t.index > further.index and t.head == further.head)
            for token in later:
                if token.dep == "conj" and not has_subject(tokens, sentence, token):
                    edits[token.index] = ("conj", within[-1].index)
    return edits


def _list_of(tokens: Parse, sentence: Sentence, last: Token) -> list[Token]:
    """The earlier predicates of the list that a conjunct stands in, nearest first."""
    first = tokens[last.head]
    while first.dep == "conj":
        first = tokens[first.head]
    found = [first]
    for token in words(tokens, sentence):
        if token.dep == "conj" and token.pos == "VERB" and tokens[token.head] in found and token.index < last.index:
            found.append(token)
    return found[:0:-1]


def _joined(tokens: Parse, sentence: Sentence, one: Token, later: Token) -> bool:
    """Whether a conjunction stands before ``one``, and so closes its list before ``later``."""
    below = children(tokens, sentence, one.head)
    return any(c.dep == "cc" and c.index < one.index < later.index for c in below)


def _helped(tokens: Parse, sentence: Sentence, verb: Token) -> bool:
    return any(c.dep in ("aux", "auxpass") for c in children(tokens, sentence, verb.index))


def deed_after_the_charge(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was accused of hiding a friend and exiled", "was forced to move and put to work": a past form is coordinated
    with the verb, not with its charge or infinitive."""
    edits: Edit = {}
    for deed in words(tokens, sentence):
        charge = tokens[deed.head]
        if deed.dep != "conj" or deed.tag not in ("VBD", "VBN"):
            continue
        if (charge.dep, charge.tag) == ("pcomp", "VBG"):
            verb = tokens[tokens[charge.head].head]
        elif (charge.dep, charge.tag) == ("xcomp", "VB") and tokens[charge.head].tag == "VBN":
            verb = tokens[charge.head]
        else:
            continue
        if (
            _helped(tokens, sentence, deed)
            or verb.pos != "VERB"
            or verb.index > charge.index
            or verb.tag not in ("VBD", "VBN")
        ):
            continue
        edits[deed.index] = ("conj", verb.index)
        for token in children(tokens, sentence, charge.index):
            if token.dep == "cc" and charge.index < token.index < deed.index:
                edits[token.index] = ("cc", verb.index)
    return edits


def deed_in_a_list(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was taught at home, passed the examination, and studied law": the second of three, whose relation the parser
    left open."""
    edits: Edit = {}
    for deed in words(tokens, sentence)[1:]:
        verb = tokens[deed.head]
        if deed.dep != "dep" or deed.tag != "VBD" or verb.pos != "VERB" or verb.index > deed.index:
            continue
        joined = [c for c in children(tokens, sentence, deed.index) if c.dep == "conj" and c.pos == "VERB"]
        if joined and tokens[deed.index - 1].text == "," and not has_subject(tokens, sentence, deed):
            edits[deed.index] = ("conj", verb.index)
    return edits


def deed_before_its_object(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Spent a year in a cell and contracted typhus": a bare noun is not coordinated with a verb; the participle
    straight after "and" is."""
    edits: Edit = {}
    for noun in words(tokens, sentence):
        verb = tokens[noun.head]
        if noun.dep != "conj" or noun.pos != "NOUN" or verb.pos != "VERB" or verb.tag != "VBD":
            continue
        first = next((c for c in children(tokens, sentence, noun.index) if c.index < noun.index), None)
        if first is None or (first.dep, first.tag) != ("amod", "VBN") or tokens[first.index - 1].dep != "cc":
            continue
        edits[first.index] = ("conj", verb.index)
        edits[noun.index] = ("dobj", first.index)
    return edits


def deed_behind_alternatives(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Found that he had never sold or lent it, and freed him": another conjunction behind a comma does not go on with
    the alternatives within what is said, but with the verb that says it."""
    edits: Edit = {}
    for deed in words(tokens, sentence)[2:]:
        beside = [c for c in children(tokens, sentence, deed.head) if c.dep == "conj" and c.index < deed.index]
        other = (tokens[deed.head], *beside)[-1]
        if deed.dep != "conj" or other.dep != "conj" or deed.tag != "VBD" or tokens[deed.index - 1].dep != "cc":
            continue
        joint, comma = tokens[deed.index - 1], tokens[deed.index - 2]
        first = next(
            (c for c in children(tokens, sentence, other.head) if c.dep == "cc" and c.index < other.index), None
        )
        if first is None or comma.text != "," or first.text == joint.text or has_subject(tokens, sentence, deed):
            continue
        at = tokens[other.head]
        while at.dep not in ("ccomp", "ROOT") and at.head != at.index:
            at = tokens[at.head]
        saying = tokens[at.head]
        if at.dep == "ccomp" and saying.pos == "VERB" and saying.index < at.index:
            edits[deed.index] = ("conj", saying.index)
            edits[joint.index] = ("cc", saying.index)
    return edits


COORDINATIONS = (
    Repair(
        "deed behind alternatives",
        deed_behind_alternatives,
        (
            (
                "The board found that there was no proof that Karl Lund had ever been a spy or sold maps to anyone, "
                "and restored his pension.",
                ("restored", "conj", "found"),
            ),
        ),
        (
            "The board found that Karl Lund had been a spy and sold maps to a clerk, and dismissed him.",
            "Karl Lund drew or copied maps, and sold them.",
        ),
    ),
    Repair(
        "list within a relative clause",
        list_within_a_relative_clause,
        (
            (
                "Karl Lund was held and charged with leading a ring that had planned raids, kept arms and sold maps.",
                ("kept", "conj", "planned"),
            ),
        ),
        (
            "Karl Lund met a ring that had planned a raid, joined it and burned two mills.",
            "Karl Lund left and wrote to a clerk who had planned a raid.",
        ),
    ),
    Repair(
        "swapped coordination",
        swapped_coordination,
        (
            (
                "She was later bursar of the new college, founded by Ada Lund, and in 1902–05, was dean in North Holm.",
                ("in", "prep", "was"),
            ),
        ),
        ("She said the bursar had left and the dean was ill.",),
    ),
    Repair(
        "aside behind its verb",
        aside_behind_its_verb,
        (
            (
                "Anna Berg left the town in May and died, according to the register, of typhus.",
                ("according", "prep", "died"),
            ),
        ),
        (
            "According to her sister, Anna Berg fled to Lund and hid in a barn.",
            "Anna Berg fled to Lund and hid in a barn, according to her sister.",
        ),
    ),
    Repair(
        "reason behind its verb",
        reason_behind_its_verb,
        (
            (
                "Lev Dahl served in Lund and was court-martialed at Narva in 1945 for refusing to clean a stable.",
                ("for", "prep", "martialed"),
            ),
        ),
        ("She left for Lund and was tried.", "After selling the maps she left and was tried."),
    ),
    Repair(
        "deed after the charge",
        deed_after_the_charge,
        (
            ("Lund was accused of hiding a friend and exiled to Oslo.", ("exiled", "conj", "accused")),
            ("Ada Lund was forced to move to a village and put to work in a mill.", ("put", "conj", "forced")),
        ),
        ("Lund was accused of hiding a friend and selling maps.", "After being tried and sentenced, Lund fled."),
    ),
    Repair(
        "deed in a list",
        deed_in_a_list,
        (
            (
                "Anna Berg was prepared for the examination by a private teacher, passed it as an external pupil at "
                "Oslo in 1905, and studied law in Lund.",
                ("passed", "conj", "prepared"),
            ),
        ),
        ("She said the bursar had left, and the dean was ill.",),
    ),
    Repair(
        "deed before its object",
        deed_before_its_object,
        (
            (
                "In the north Ada Lund spent ten days in the mines and contracted tuberculosis.",
                ("tuberculosis", "dobj", "contracted"),
            ),
        ),
        ("Ada Lund bought bread and salted fish.", "Ada Lund fled and sold the mill."),
    ),
    Repair(
        "one name said twice",
        one_name_said_twice,
        examples=(("In 1925 Anna Berg joined Lund and Lund in Oslo.", ("Lund", "nmod", "Lund")),),
        near_misses=("In 1925 Anna Berg joined Lund and Dahl in Oslo.", "She came back again and again."),
    ),
)
