"""Named repairs of clauses hung one level too low: a main clause or a further predicate taken for a clause within."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, descends, token_after, words
from vitascope.model import Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass", "expl")
_FINITE = ("VBD", "VBZ", "VBP")
_PAST = ("VBD", "VBN")
_TIMES = {"ADP": "prep", "NOUN": "npadvmod"}
"""What a time before a clause ("in May", "the following year") hangs on it by."""
_RELATIVE = ("WP", "WDT", "WP$", "WRB")


def main_clause_behind_its_time(tokens: Parse, sentence: Sentence) -> Edit:
    """ "When he was tried as an enemy of the abbey he declared …": the clause of the time is not the main one."""
    edits: Edit = {}
    for timed in words(tokens, sentence):
        if timed.pos not in ("VERB", "AUX") or timed.dep not in ("ROOT", "conj"):
            continue
        opening = next((c for c in children(tokens, sentence, timed.index) if c.tag == "WRB"), None)
        if opening is None or not _opens(tokens, sentence, opening):
            continue
        main = next((t for t in words(tokens, sentence) if _main(tokens, sentence, t, timed)), None)
        if main is not None and not any(t.text == "?" for t in words(tokens, sentence)):
            edits[main.index] = (timed.dep, main.index if timed.head == timed.index else timed.head)
            edits[timed.index] = ("advcl", main.index)
    return edits


def _opens(tokens: Parse, sentence: Sentence, word: Token) -> bool:
    return word.index == sentence.first or tokens[word.index - 1].dep == "cc"


def _main(tokens: Parse, sentence: Sentence, clause: Token, timed: Token) -> bool:
    """Whether a "relative" clause opens with a pronoun for somebody, and no clause of the sentence is the main one."""
    if clause.dep != "relcl" or clause.tag not in _FINITE or not descends(tokens, clause.index, timed.index):
        return False
    below = children(tokens, sentence, clause.index)
    subject = next((c for c in below if c.dep in _SUBJECT), None)
    if subject is None or subject.tag != "PRP" or any(c.tag in _RELATIVE for c in below):
        return False
    objects = any(c.dep in ("dobj", "ccomp", "xcomp", "attr") for c in below)
    inside = (subject.index - 1 == clause.head) or descends(tokens, subject.index - 1, clause.head)
    return objects and subject.index == min(c.index for c in below) and inside


def clause_behind_a_conjunction(tokens: Parse, sentence: Sentence) -> Edit:
    """ "It is said from a book, and in May she left": what follows the verb's "and" is no content of it."""
    edits: Edit = {}
    for clause in words(tokens, sentence):
        verb = tokens[clause.head]
        if clause.dep != "ccomp" or verb.index > clause.index or clause.tag not in _FINITE:
            continue
        own = children(tokens, sentence, clause.index)
        if not any(c.dep in _SUBJECT for c in own) or any(c.dep == "mark" for c in own):
            continue
        below = children(tokens, sentence, verb.index)
        joint = next((c for c in below if c.dep == "cc" and verb.index < c.index < clause.index), None)
        if joint is None or tokens[joint.index - 1].text != ",":
            continue
        edits[clause.index] = ("conj", verb.index)
        for phrase in below:
            if phrase.dep in ("conj", "dep") and joint.index < phrase.index < clause.index and phrase.pos in _TIMES:
                edits[phrase.index] = (_TIMES[phrase.pos], clause.index)
    return edits


def _finite(tokens: Parse, sentence: Sentence, verb: Token) -> bool:
    helped = (c for c in children(tokens, sentence, verb.index) if c.dep in ("aux", "auxpass"))
    return verb.tag == "VBD" or (verb.tag == "VBN" and any(c.tag == "VBD" for c in helped))


def predicate_behind_a_comma(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Swore that he had joined no guild, offered to talk and refused to sign", "blamed them, quarrelled and left":
    what a finite verb is joined to, without a subject of its own, is a further predicate of the first."""
    edits: Edit = {}
    for further in words(tokens, sentence)[2:]:
        if further.tag not in ("VBD", "VBN") or tokens[further.index - 1].text != ",":
            continue
        below = children(tokens, sentence, further.index)
        listed = any(c.dep == "conj" and _finite(tokens, sentence, c) for c in below)
        helped = any(c.dep in (*_SUBJECT, "aux", "auxpass", "mark", "agent") for c in below)
        if further.dep not in ("ccomp", "acl", "advcl", "dep") or not listed or helped:
            continue
        first = tokens[further.head]
        while first.tag not in ("VBD", "VBZ") and first.head != first.index:
            first = tokens[first.head]
        if first.tag in ("VBD", "VBZ") and first.index < further.index:
            edits[further.index] = ("conj", first.index)
    return edits


def content_behind_its_saying(tokens: Parse, sentence: Sentence) -> Edit:
    """ "In a letter the abbot asserted, wrongly, that she had left": no main clause opens with a conjunction; what
    the parser took for a relative clause before it is the main one."""
    edits: Edit = {}
    for main in words(tokens, sentence):
        if main.head != main.index or main.pos not in ("VERB", "AUX"):
            continue
        below = children(tokens, sentence, main.index)
        mark = next((c for c in below if c.dep == "mark" and c.tag == "IN"), None)
        subjects = [c.index for c in below if c.dep in _SUBJECT]
        if mark is None or not subjects or mark.index > min(subjects):
            continue
        preps = [c for c in below if c.dep == "prep" and c.index < mark.index]
        for saying in words(tokens, sentence):
            own = children(tokens, sentence, saying.index)
            if saying.dep != "relcl" or saying.tag != "VBD" or saying.index > mark.index:
                continue
            phrase = next((p for p in preps if descends(tokens, saying.index, p.index)), None)
            told = any(c.dep in _SUBJECT and c.tag not in _RELATIVE for c in own)
            if phrase is None or not told or any(c.tag in _RELATIVE for c in own):
                continue
            if any(c.dep in ("dobj", "ccomp", "xcomp") for c in own):
                continue
            edits[saying.index] = ("ROOT", saying.index)
            edits[main.index] = ("ccomp", saying.index)
            for child in below:
                if child.index < mark.index or child.index == sentence.last - 1:
                    edits[child.index] = (child.dep, saying.index)
    return edits


def relative_behind_a_preposition(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She was held by officers, to whom she said …": the clause of "to whom" tells of the noun before it, and is
    never the main one of what stands before."""
    edits: Edit = {}
    for prep in words(tokens, sentence)[2:]:
        led = any(c.tag in ("WP", "WDT") and c.index == prep.index + 1 for c in children(tokens, sentence, prep.index))
        noun = tokens[prep.index - 2]
        if not led or prep.dep not in ("prep", "dative") or tokens[prep.index - 1].text != ",":
            continue
        if noun.pos not in ("NOUN", "PROPN"):
            continue
        nouns = [noun]
        while nouns[-1].dep == "pobj" and tokens[tokens[nouns[-1].head].head].pos in ("NOUN", "PROPN"):
            nouns.append(tokens[tokens[nouns[-1].head].head])
        clause = tokens[prep.head]
        if clause.index < prep.index:  # the parser hung "to whom" on the verb before it
            later = [
                c
                for c in children(tokens, sentence, clause.index)
                if c.index > prep.index and c.dep in ("conj", "ccomp")
            ]
            joined = any(t.dep == "cc" for t in tokens[prep.index : later[0].index]) if later else True
            if clause.pos not in ("VERB", "AUX") or joined or later[0].tag not in _FINITE:
                continue
            clause = later[0]
            edits[prep.index] = (prep.dep, clause.index)
        elif clause.pos not in ("VERB", "AUX") or clause.head in {n.index for n in nouns}:
            continue
        before = children(tokens, sentence, clause.index)
        main = next(
            (m for m in before if m.dep in ("ccomp", "advcl") and m.index < noun.index and m.tag in _PAST), None
        )
        if main is not None and clause.dep in ("ROOT", "conj") and descends(tokens, noun.index, main.index):
            edits[main.index] = (clause.dep, main.index if clause.head == clause.index else clause.head)
        elif clause.dep not in ("conj", "ccomp", "relcl") or not clause.head < noun.index:
            continue
        edits[clause.index] = ("relcl", nouns[-1].index)
    return edits


def clause_of_a_place_behind_its_source(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She was held in a camp where, as Lund testified, she was beaten": the main clause stands before "where"."""
    edits: Edit = {}
    for where in words(tokens, sentence)[1:]:
        saying, after = tokens[where.head], tokens[min(where.index + 2, sentence.last - 1)]
        if where.tag != "WRB" or saying.dep != "relcl" or saying.tag != "VBD" or saying.index < where.index:
            continue
        if token_after(tokens, where).text != "," or after.tag != "IN" or after.head not in (saying.index, where.index):
            continue
        place = tokens[where.index - 1]
        place = tokens[place.index - 1] if place.text == "," else place
        told = next((t for t in words(tokens, sentence) if t.head == t.index and t.index > saying.index), None)
        below = children(tokens, sentence, told.index) if told is not None else []
        main = next((c for c in below if c.dep == "ccomp" and c.index < where.index and c.tag in _PAST), None)
        if told is None or main is None or place.pos not in ("NOUN", "PROPN"):
            continue
        edits[main.index] = (told.dep, main.index)
        edits[told.index] = ("relcl", place.index)
        edits[saying.index] = ("advcl", told.index)
        edits[where.index] = ("advmod", told.index)
        edits[after.index] = ("mark", saying.index)
    return edits


def main_clause_behind_a_demonstrative(tokens: Parse, sentence: Sentence) -> Edit:
    """ "In a note issued that May the abbot claimed that she had left; it was read by all": before the name of a time
    the demonstrative opens no clause."""
    edits: Edit = {}
    for that in words(tokens, sentence)[:-1]:
        time, saying = token_after(tokens, that), tokens[that.head]
        issued = tokens[saying.head]
        if that.dep != "mark" or time.pos != "PROPN" or time.dep != "npadvmod" or time.head != saying.index:
            continue
        if saying.dep != "ccomp" or issued.dep != "acl" or issued.index != that.index - 1:
            continue
        prep = tokens[tokens[issued.head].head]
        main = tokens[prep.head]
        if (
            prep.dep != "prep"
            or main.index < saying.index
            or not any(t.text == ";" for t in tokens[saying.index : main.index])
        ):
            continue
        edits[that.index] = ("det", time.index)
        edits[time.index] = ("npadvmod", issued.index)
        edits[saying.index] = ("ccomp", main.index)
        edits[prep.index] = ("prep", saying.index)
        stop = next(t.index for t in tokens[saying.index : main.index] if t.text == ";")
        for content in children(tokens, sentence, main.index):
            if content.dep == "ccomp" and saying.index < content.index < stop:
                edits[content.index] = ("ccomp", saying.index)
    return edits


CLAUSES = (
    Repair(
        "main clause behind a demonstrative",
        main_clause_behind_a_demonstrative,
        (
            (
                "In a notice issued that August the Danish police claimed that she had died in a brawl at Lund; "
                "the matter was studied by her sister.",
                ("claimed", "ccomp", "studied"),
            ),
        ),
        ("In a notice issued in August the police claimed that she had died; it was read by her sister.",),
    ),
    Repair(
        "clause of a place behind its source",
        clause_of_a_place_behind_its_source,
        (
            (
                "She was held in the camp where, as one prisoner, Karl Dahl, testified in 1985, Anna Berg was "
                "questioned by an officer.",
                ("questioned", "relcl", "camp"),
            ),
        ),
        ("She was held in the camp where, in May, a guard was shot.",),
    ),
    Repair(
        "content behind its saying",
        content_behind_its_saying,
        (
            (
                "In a statement the army asserted, untruthfully, that Anna Berg had been killed in a clash.",
                ("killed", "ccomp", "asserted"),
            ),
        ),
        (
            "In a statement that the army issued, Anna Berg was praised.",
            "In the house the abbot built, she was held.",
        ),
    ),
    Repair(
        "relative behind a preposition",
        relative_behind_a_preposition,
        (
            (
                "Anna Berg was held for a week by officers of the ministry, to whom, according to the diary of her "
                "brother, she said nothing.",
                ("said", "relcl", "officers"),
            ),
        ),
        ("When she was held in Lund, to whom did she write?",),
    ),
    Repair(
        "main clause behind its time",
        main_clause_behind_its_time,
        (
            (
                "She fled, and when she was denounced as a friend of the abbey she declared that she had left it.",
                ("denounced", "advcl", "declared"),
            ),
        ),
        ("When was the convent he loved built?", "She knew when he was sent to the convent he had built."),
    ),
    Repair(
        "clause behind a conjunction",
        clause_behind_a_conjunction,
        (
            (
                "She sued, and the following year a jury found the story false and awarded her a pension.",
                ("year", "npadvmod", "found"),
            ),
        ),
        ("It is said that she left, and in May he died.",),
    ),
    Repair(
        "predicate behind a comma",
        predicate_behind_a_comma,
        (
            (
                "She testified that she had never seen the maps, offered to swear to it and refused to name others.",
                ("offered", "conj", "testified"),
            ),
        ),
        (
            "Lund had a press, sold in 1901, and refused to speak of it.",
            "Lund returned to the town, accompanied by his wife, and was arrested.",
        ),
    ),
)
