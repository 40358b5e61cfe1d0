"""Named repairs of what stands in parallel: likes are joined to likes, a clause that "and" joins has its subject."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, has_subject, words
from vitascope.model import Sentence

_AUXILIARY = ("aux", "auxpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def likes_with_one_preposition(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Took a degree from Lund and a diploma from Oslo": a noun with an article that is followed by the preposition of
    the noun before is joined to that, not to what stands behind the preposition."""
    edits: Edit = {}
    for second in words(tokens, sentence):
        inner = tokens[second.head]
        prep = tokens[inner.head]
        if second.dep != "conj" or second.pos not in ("NOUN", "PROPN") or (inner.dep, prep.dep) != ("pobj", "prep"):
            continue
        first = tokens[prep.index - 1]
        if (
            not second.index > inner.index > prep.index
            or first.dep != "dobj"
            or prep.head not in (first.index, first.head)
        ):
            continue
        own = [c for c in children(tokens, sentence, second.index) if c.dep == "prep" and c.index == second.index + 1]
        article = next((c for c in children(tokens, sentence, second.index) if c.dep == "det"), None)
        joint = next(
            (c for c in children(tokens, sentence, inner.index) if c.dep == "cc" and c.index < second.index), None
        )
        determined = any(c.dep == "det" for c in children(tokens, sentence, first.index))
        if not own or own[0].text != prep.text or article is None or joint is None or not determined:
            continue
        edits[second.index] = ("conj", first.index)
        edits[joint.index] = ("cc", first.index)
    return edits


def subject_behind_a_conjunction(tokens: Parse, sentence: Sentence) -> Edit:
    """ "It was opened by Ada Lund and the road was renamed": a finite verb that no conjunction or comma parts from the
    noun before it has that noun for its subject."""
    edits: Edit = {}
    for verb in words(tokens, sentence):
        if verb.dep != "conj" or verb.pos not in ("VERB", "AUX") or has_subject(tokens, sentence, verb):
            continue
        below = children(tokens, sentence, verb.index)
        helped = [c for c in below if c.dep in _AUXILIARY and c.index < verb.index]
        begin = helped[0] if helped else verb
        if begin.tag not in _FINITE or (not helped and verb.pos != "AUX") or begin.index == sentence.first:
            continue
        noun = tokens[begin.index - 1]
        while noun.dep in ("pobj", "prep", "compound", "amod") and noun.head < begin.index and noun.head != verb.head:
            noun = tokens[noun.head]
        joint = [c for c in children(tokens, sentence, noun.head) if c.dep == "cc" and c.index < noun.index]
        fits = noun.dep == "conj" and noun.pos in ("NOUN", "PROPN") and tokens[noun.head].index > verb.head and joint
        if not fits or not any(c.dep in ("det", "poss") for c in children(tokens, sentence, noun.index)):
            continue
        passive = any(c.dep == "auxpass" for c in below)
        edits[noun.index] = ("nsubjpass" if passive else "nsubj", verb.index)
        edits[joint[-1].index] = ("cc", verb.head)
    return edits


def what_a_cleft_tells(tokens: Parse, sentence: Sentence) -> Edit:
    """ "It was while sailing that he met her": what is told hangs on the copula, not on the clause set in front."""
    edits: Edit = {}
    for told in words(tokens, sentence):
        inner = tokens[told.head]
        copula = tokens[inner.head]
        if told.dep != "ccomp" or inner.dep != "advcl" or copula.pos != "AUX" or copula.head != copula.index:
            continue
        subject = next((c for c in children(tokens, sentence, copula.index) if c.dep in ("nsubj", "expl")), None)
        marked = any(c.dep == "mark" and c.index > inner.index for c in children(tokens, sentence, told.index))
        opened = any(
            c.dep in ("mark", "advmod") and c.index < inner.index for c in children(tokens, sentence, inner.index)
        )
        if (
            subject is not None
            and subject.tag == "PRP"
            and subject.index < copula.index < inner.index
            and marked
            and opened
        ):
            edits[told.index] = ("ccomp", copula.index)
    return edits


PARALLELS = (
    Repair(
        "likes with one preposition",
        likes_with_one_preposition,
        (
            (
                "Ada Lund took a degree from the University of Lund and a diploma from the College of Oslo.",
                ("diploma", "conj", "degree"),
            ),
        ),
        (
            "Ada Lund took a degree from the University of Lund and a college in Oslo.",
            "Ada Lund wrote a letter to the mayor and the editor of the paper.",
        ),
    ),
    Repair(
        "subject behind a conjunction",
        subject_behind_a_conjunction,
        (
            (
                "The statue was unveiled by Karl Lund and the bridge over the river was renamed.",
                ("bridge", "nsubjpass", "renamed"),
            ),
        ),
        (
            "The house was built by Karl Lund and his brother and was sold in May.",
            "The house was built by Karl Lund and the brothers sold it.",
        ),
    ),
    Repair(
        "what a cleft tells",
        what_a_cleft_tells,
        (("It was while she was studying in Riga that she met the painter.", ("met", "ccomp", "was")),),
        ("He was happy while hoping that she would come.",),
    ),
)
