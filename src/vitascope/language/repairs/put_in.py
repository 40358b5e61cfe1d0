"""Named repairs of what is put in between commas near the opening of a clause: a time, a participle, a saying."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.language.repairs.repairing import (
    Edit,
    Parse,
    Repair,
    children,
    descends,
    has_subject,
    token_after,
    words,
)
from vitascope.model import Sentence, Token

_NOUNS = ("NOUN", "PROPN")
_SUBJECT = ("nsubj", "nsubjpass")


def _counts(token: Token) -> bool:
    return any(c.isdecimal() for c in token.text)


def time_after_an_opening_participle(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Born in Lund, probably in 1921, he was the eldest": a time between commas belongs to what it follows."""
    edits: Edit = {}
    opening = tokens[sentence.first]
    if opening.tag != "VBN" or opening.dep != "advcl":
        return edits
    verb = opening.head
    own = [t.index for t in words(tokens, sentence) if descends(tokens, t.index, opening.index)]
    end = next((t.index for t in words(tokens, sentence) if t.text == "," and t.index > opening.index), verb)
    if any(_counts(tokens[i]) for i in own) or any(i > end for i in own if tokens[i].pos != "PUNCT"):
        return edits
    prep = next((t for t in tokens[end + 1 : end + 3] if t.dep == "prep" and t.head == verb), None)
    if prep is None:
        return edits
    phrase = [t for t in words(tokens, sentence) if descends(tokens, t.index, prep.index)]
    last = max((prep.index, *(t.index for t in phrase)))
    begins = last + 2 < sentence.last and tokens[last + 1].text == ","
    subject = next((c for c in children(tokens, sentence, verb) if c.dep in _SUBJECT and c.index > last), None)
    if not begins or subject is None or not any(_counts(t) for t in phrase):
        return edits
    if all(
        t.index == subject.index or descends(tokens, t.index, subject.index) for t in tokens[last + 2 : subject.index]
    ):
        edits[prep.index] = ("prep", opening.index)
    return edits


def participle_before_a_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The files, opened in 1988, show that …": behind the second comma a verb without a subject has the noun's."""
    edits: Edit = {}
    for told in words(tokens, sentence)[2:]:
        if told.tag != "VBN" or told.dep not in ("conj", "ccomp") or tokens[told.index - 1].text != ",":
            continue
        below = children(tokens, sentence, told.index)
        noun = next((c for c in below if c.dep in _SUBJECT and c.pos in _NOUNS and c.index < told.index), None)
        if noun is None or any(c.dep in ("aux", "auxpass", "cc") for c in below if c.index < told.index):
            continue
        comma = next((t for t in tokens[told.index : sentence.last] if t.text == ","), None)
        verb = token_after(tokens, comma) if comma is not None and comma.index + 1 < sentence.last else told
        if verb.tag not in ("VBD", "VBZ", "VBP", "VB") or verb.dep != "conj":
            continue
        if has_subject(tokens, sentence, verb):
            continue
        if verb.head == told.index:
            edits[verb.index] = (told.dep, told.head)
        edits[noun.index] = ("nsubj", verb.index)
        edits[told.index] = ("acl", noun.index)
    return edits


def saying_put_in(tokens: Parse, sentence: Sentence) -> Edit:
    """ "If she had stayed, wrote Lund, she would have …": what stands before the saying belongs to what was said."""
    edits: Edit = {}
    for verb in words(tokens, sentence)[2:]:
        below = children(tokens, sentence, verb.index)
        if verb.tag not in ("VBD", "VBZ") or verb.pos != "VERB":
            continue
        sayer = next((c for c in below if c.dep in (*_SUBJECT, "dobj") and c.pos in (*_NOUNS, "PRON")), None)
        if sayer is None or any(c.dep in ("aux", "mark", "cc") or c.tag in ("WRB", "WP", "WDT") for c in below):
            continue
        own = [t.index for t in words(tokens, sentence) if descends(tokens, t.index, sayer.index)]
        start = min(verb.index, sayer.index, *own)
        said = _said(tokens, sentence, verb)
        if tokens[start - 1].text != "," or abs(sayer.index - verb.index) > 3 or said is None:
            continue
        subject = next((c for c in children(tokens, sentence, said.index) if c.dep in _SUBJECT), None)
        if subject is None or subject.index < verb.index or any(c.index < start and c.dep in _SUBJECT for c in below):
            continue
        behind = next((t for t in words(tokens, sentence) if t.index > verb.index and t.text == ","), None)
        if sayer.index < verb.index and (behind is None or not _only_placed(tokens, verb, behind)):
            continue
        if not any(t.text == "," for t in tokens[max(sayer.index, verb.index) : subject.index]):
            continue
        edits[sayer.index] = ("nsubj", verb.index)
        for part in below:
            if part.index < start and part.dep in ("advcl", "prep", "npadvmod"):
                edits[part.index] = (part.dep, said.index)
        if said.head != verb.index:
            edits[verb.index] = ("parataxis", said.index)
    return edits


def relative_behind_a_saying(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Lund signed a letter, which, he later said, they had dictated": the main clause stands before "which"."""
    edits: Edit = {}
    for which in words(tokens, sentence)[1:]:
        saying = tokens[which.head]
        if which.tag not in ("WDT", "WP") or which.dep != "dobj" or (saying.dep, saying.tag) != ("relcl", "VBD"):
            continue
        behind = (t for t in words(tokens, sentence) if t.index > saying.index and t.dep in ("ROOT", "conj"))
        told = next((t for t in behind if has_subject(tokens, sentence, t)), None)
        if token_after(tokens, which).text != "," or told is None or which.index > saying.index:
            continue
        below = children(tokens, sentence, told.index)
        parted = [c for c in below if c.dep in ("ccomp", "advcl") and c.index < which.index]
        main = tokens[told.head] if told.dep == "conj" else next(iter(parted), None)
        if main is None or main.tag != "VBD" or not descends(tokens, saying.index, main.index):
            continue
        if any(t.dep == "cc" for t in tokens[saying.index : told.index]):
            continue
        done = next((c for c in below if c.dep == "xcomp"), told)
        if told.dep == "ROOT":
            edits[main.index] = ("ROOT", main.index)
        edits[told.index] = ("relcl", saying.head)
        edits[saying.index] = ("parataxis", told.index)
        edits[which.index] = ("dobj", done.index)
    return edits


def _only_placed(tokens: Parse, verb: Token, comma: Token) -> bool:
    """Whether nothing but times and places stands between a saying and the comma that closes it."""
    between = tokens[verb.index + 1 : comma.index]
    heads = [t for t in between if t.head == verb.index]
    return all(t.dep in ("prep", "npadvmod", "advmod") for t in heads) and all(
        descends(tokens, t.index, verb.index) for t in between
    )


def _said(tokens: Parse, sentence: Sentence, verb: Token) -> Token | None:
    """What a saying put into a sentence tells: a clause on it, or what it, or the condition before it, hangs on."""
    above = tokens[verb.head]
    if verb.dep in ("conj", "parataxis") and above.dep == "advcl" and above.index < verb.index:
        above = tokens[above.head]
    if verb.dep in ("advcl", "conj", "parataxis") and above.index > verb.index:
        return above
    return next((c for c in children(tokens, sentence, verb.index) if c.dep == "ccomp" and c.index > verb.index), None)


def saying_behind_to_whom(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was held by an officer, to whom, she said, she gave nothing": the saying is put in, the clause tells of the
    officer, and what stands before is the main one."""
    found: Edit = {}
    for prep in words(tokens, sentence)[2:-6]:
        noun, whom = tokens[prep.index - 2], token_after(tokens, prep)
        if whom.tag not in ("WP", "WDT") or [tokens[prep.index + i].text for i in (-1, 2)] != [",", ","]:
            continue
        aside = _to_comma(tokens, sentence, prep.index + 3)
        saying, behind = aside[-1] if aside else prep, prep.index + 4 + len(aside)
        told = next((t for t in tokens[behind : sentence.last] if t.dep in _SUBJECT and t.head > t.index), None)
        says = saying.tag in ("VBD", "VBZ") and any(t.dep == "nsubj" and t.head == saying.index for t in aside)
        if told is None or not says or noun.pos not in ("NOUN", "PROPN") or told.index != behind:
            continue
        clause = tokens[told.head]
        edits: Edit = {prep.index: ("prep", clause.index), saying.index: ("parataxis", clause.index)}
        if clause.dep == "ROOT":
            before = [c for c in children(tokens, sentence, clause.index) if c.index < prep.index]
            clauses = [c for c in before if c.dep in ("ccomp", "advcl") and has_subject(tokens, sentence, c)]
            main = clauses[-1] if clauses else None
            if main is None:
                continue
            edits |= {c.index: (c.dep, main.index) for c in before} | {main.index: ("ROOT", main.index)}
            if not any(descends(tokens, noun.index, c.index) for c in before):
                continue
        elif descends(tokens, noun.index, clause.index):
            continue
        found |= edits | {clause.index: ("relcl", noun.index)}
    return found


def verb_behind_an_aside(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was held and, as she told her sister, beaten": the verb behind the aside is what the "and" joins."""
    edits: Edit = {}
    for joint in words(tokens, sentence)[1:-4]:
        aside = _to_comma(tokens, sentence, joint.index + 2)
        if joint.dep != "cc" or token_after(tokens, joint).text != "," or not aside:
            continue
        verb = tokens[aside[-1].index + 2] if aside[-1].index + 2 < sentence.last else joint
        first = tokens[joint.head]
        while first.pos not in ("VERB", "AUX") and first.head != first.index:
            first = tokens[first.head]
        within = aside[0].index <= verb.head <= aside[-1].index
        loose = verb.dep in ("advcl", "acl", "dep") and (within or verb.head <= joint.index)
        told = verb.pos == "VERB" and verb.tag in ("VBD", "VBN") and first.tag in ("VBD", "VBN")
        if not (loose and told) or descends(tokens, first.index, verb.index) or _governs(tokens, sentence, verb):
            continue
        edits[verb.index] = ("conj", first.index)
        saying = aside[-1]
        if saying.dep == "conj" and saying.head == first.index and has_subject(tokens, sentence, saying):
            edits[saying.index] = ("parataxis", verb.index)
    return edits


def _governs(tokens: Parse, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a subject or auxiliary of its own."""
    below = children(tokens, sentence, verb.index)
    return any(c.dep in (*_SUBJECT, "aux", "auxpass") for c in below)


def _to_comma(tokens: Parse, sentence: Sentence, first: int) -> Sequence[Token]:
    """The tokens from one on up to the next comma, nothing where none follows."""
    end = next((t.index for t in tokens[first : sentence.last] if t.text == ","), first)
    return tokens[first:end]


def name_hung_on_a_comma(tokens: Parse, sentence: Sentence) -> Edit:
    """ "It was a waiter, Karl Dahl, who told of her": a name that hangs on the comma before it names the noun there."""
    edits: Edit = {}
    for name in words(tokens, sentence)[2:]:
        comma = tokens[name.head]
        noun = tokens[comma.index - 1]
        hung = name.pos == "PROPN" and comma.text == "," and sentence.first < comma.index < name.index
        if hung and noun.pos == "NOUN" and all(t.dep == "compound" for t in tokens[comma.index + 1 : name.index]):
            edits[name.index] = ("appos", noun.index)
    return edits


PUT_IN = (
    Repair(
        "name hung on a comma",
        name_hung_on_a_comma,
        (
            (
                "It was a waiter, Karl Dahl, who reported her; he denied it for years.",
                ("Dahl", "appos", "waiter"),
            ),
        ),
        ("It was a waiter, who reported Karl Dahl.",),
    ),
    Repair(
        "verb behind an aside",
        verb_behind_an_aside,
        (
            (
                "Anna Lund was held there and, as she later told Karl Dahl, beaten with a whip by the guard.",
                ("beaten", "conj", "held"),
            ),
        ),
        (
            "Anna Lund was held there and, beaten with a whip by the guard, fled.",
            "Anna Lund was held there and, as she later told Karl Dahl, she was beaten.",
        ),
    ),
    Repair(
        "saying behind to whom",
        saying_behind_to_whom,
        (
            (
                "Karl Lund was held by an officer, to whom, he later claimed, he told nothing.",
                ("told", "relcl", "officer"),
            ),
            ("Karl Lund was held by an officer, to whom, he later claimed, he told nothing.", ("held", "ROOT", "held")),
        ),
        ("Karl Lund was held by an officer, to whom he told nothing.",),
    ),
    Repair(
        "time after an opening participle",
        time_after_an_opening_participle,
        (
            (
                "Trained in Oslo, perhaps in 1890, Anna Berg was the first woman to plead in court.",
                ("in", "prep", "Trained"),
            ),
            ("Born near Oslo, around 1870, she was the daughter of a smith.", ("around", "prep", "Born")),
        ),
        ("Educated at Lund, in 1921 Anna Berg moved to Oslo.", "Born in 1870 in Lund, in 1921, a widow, she left."),
    ),
    Repair(
        "participle before a verb",
        participle_before_a_verb,
        (
            (
                "He was silent, and the archives, opened in 1991, prove that Anna Berg had spied for the duke.",
                ("archives", "nsubj", "prove"),
            ),
        ),
        ("The archives were opened in 1991, and show that she was a spy.",),
    ),
    Repair(
        "saying put in",
        saying_put_in,
        (("After his trial, the widow claimed in 1950, Karl Dahl was beaten.", ("After", "prep", "beaten")),),
        (
            "When she died, Karl Dahl wrote that she had been a minister.",
            "If she had stayed, Karl Dahl would have left.",
        ),
    ),
    Repair(
        "relative behind a saying",
        relative_behind_a_saying,
        (
            (
                "In May Karl Lund signed a letter, which, he later said, the guards had forced him to sign.",
                ("said", "parataxis", "forced"),
            ),
        ),
        ("In May Karl Lund signed a letter which he later said was forged.",),
    ),
)
