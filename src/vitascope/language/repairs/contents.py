"""Named repairs of what belongs to a content: lists of what many say, and clauses about somebody of a body."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, has_subject, words
from vitascope.model import Sentence, Token

__all__ = ["CONTENTS"]

_SUBJECT = ("nsubj", "nsubjpass")
_PAST = ("VBD", "VBN")
_OPENING = ("mark", "dobj", "advmod")
_WHOLE = ("dobj", "attr", "nsubjpass")
_TAKEN = ("dobj", "ccomp", "nsubjpass", "auxpass")
_GOVERNED = ("dobj", "ccomp", "xcomp")


def content_behind_a_semicolon(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She carried copies; the file records merely that she was seized": a marked content belongs to the verb before
    it, never to one on the other side of a semicolon."""
    edits: Edit = {}
    for content in words(tokens, sentence)[2:]:
        mark = next((c for c in children(tokens, sentence, content.index) if c.dep == "mark"), None)
        if content.dep != "ccomp" or mark is None or content.head > mark.index:
            continue
        parted = next((t for t in reversed(tokens[content.head : mark.index]) if t.text == ";"), None)
        behind = tokens[parted.index : mark.index] if parted is not None else ()
        verb = next((t for t in reversed(behind) if t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP")), None)
        if verb is not None and all(t.pos == "ADV" for t in tokens[verb.index + 1 : mark.index]):
            edits[content.index] = ("ccomp", verb.index)
    return edits


def list_of_what_many_say(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Historians claimed that Lund left the guild, joined another and plotted a raid": people without a name say
    things, and are not told to do more; a list behind what they say goes on with it."""
    edits: Edit = {}
    for further in words(tokens, sentence)[1:]:
        saying = tokens[further.head]
        if further.dep != "conj" or further.tag not in _PAST or saying.index > further.index:
            continue
        content = next(
            (c for c in children(tokens, sentence, saying.index) if c.dep == "ccomp" and c.tag in _PAST), None
        )
        if (
            content is None
            or not saying.index < content.index < further.index
            or not _of_many(tokens, sentence, saying)
        ):
            continue
        own = {c.dep for c in children(tokens, sentence, further.index)}
        listed = any(c.dep == "conj" and c.tag in _PAST for c in children(tokens, sentence, further.index))
        helped = any(c.dep in ("aux", "auxpass") for c in children(tokens, sentence, content.index))
        if tokens[further.index - 1].text == "," and listed and not helped and not own & {*_SUBJECT, "aux", "mark"}:
            edits[further.index] = ("conj", content.index)
    return edits


def _of_many(tokens: Parse, sentence: Sentence, saying: Token) -> bool:
    """Whether those who say something are many and without a name or an article, and what they say is of another."""
    subjects = [c for c in children(tokens, sentence, saying.index) if c.dep == "nsubj"]
    return any(
        s.tag == "NNS" and not any(c.dep in ("det", "poss") for c in children(tokens, sentence, s.index))
        for s in subjects
    )


def somebody_of_a_body(tokens: Parse, sentence: Sentence) -> Edit:
    """ "An agent of the Okhrana who had betrayed the branch": no comma parts "who" from its noun, which a name with an
    article is not."""
    edits: Edit = {}
    for who in words(tokens, sentence)[1:]:
        verb = tokens[who.head]
        if who.tag != "WP" or who.dep not in _SUBJECT or verb.dep != "relcl" or tokens[who.index - 1].text == ",":
            continue
        body = tokens[verb.head]
        prep, named = tokens[body.head], children(tokens, sentence, body.index)
        person = tokens[prep.head]
        linked = body.dep == "pobj" and prep.dep == "prep" and prep.head != prep.index and person.pos == "NOUN"
        if linked and body.pos == "PROPN" and body.tag == "NNP" and any(c.dep == "det" for c in named):
            edits[verb.index] = ("relcl", person.index)
    return edits


def before_its_main_clause(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Having been beaten, he signed": a participle of the perfect is no content of the verb behind it."""
    edits: Edit = {}
    for deed in words(tokens, sentence):
        below = children(tokens, sentence, deed.index)
        having = any(c.dep == "aux" and c.tag == "VBG" and c.index < deed.index for c in below)
        before = deed.dep == "ccomp" and deed.tag == "VBN" and deed.index < deed.head
        if before and having and not has_subject(tokens, sentence, deed):
            edits[deed.index] = ("advcl", deed.head)
    return edits


def content_behind_where_it_stands(tokens: Parse, sentence: Sentence) -> Edit:
    """ "He claimed in a letter that she had sold the mill": a clause that has its own object, subject and all is what
    is said, and tells nothing of the letter."""
    edits: Edit = {}
    for that in words(tokens, sentence)[1:]:
        clause, noun = tokens[that.head], tokens[tokens[that.head].head]
        if that.tag not in ("WDT", "IN") or clause.dep not in ("relcl", "acl") or noun.dep != "pobj":
            continue
        below = children(tokens, sentence, clause.index)
        if that.dep not in _OPENING or below[0].index != that.index or not noun.index < that.index < clause.index:
            continue
        whole = has_subject(tokens, sentence, clause) and any(c.dep in _WHOLE for c in below[1:])
        above, prep = noun, noun
        while above.dep in ("pobj", "prep") and above.head != above.index:
            prep, above = (above if above.dep == "prep" else prep), tokens[above.head]
        held = children(tokens, sentence, noun.index)
        named = that.tag == "IN" and any(c.tag == "DT" for c in held)  # "in the belief that"
        wished = that.dep == "mark" and any(c.tag == "MD" for c in below)  # "under the threat that"
        taken = any(c.dep in _TAKEN for c in children(tokens, sentence, above.index))
        if not whole or named or wished or taken or above.pos != "VERB" or above.index > prep.index:
            continue
        edits[clause.index] = ("ccomp", above.index)
        edits[that.index] = ("mark", clause.index)
    return edits


def verb_behind_an_apposition(tokens: Parse, sentence: Sentence) -> Edit:
    """ "His clerk, Karl Lund, confessed that he had sold it": behind what is said of a noun between commas, a verb
    with a clause or an object of its own is what the sentence tells of that noun."""
    edits: Edit = {}
    for verb in words(tokens, sentence)[2:]:
        noun = tokens[verb.head]
        if verb.tag not in _PAST or verb.dep not in ("acl", "appos") or noun.head != noun.index:
            continue
        own = children(tokens, sentence, verb.index)
        if noun.pos not in ("NOUN", "PROPN") or has_subject(tokens, sentence, verb):
            continue
        at = verb.index - 1
        while tokens[at].dep == "advmod" and at > noun.index:
            at -= 1
        between = [t for t in tokens[noun.index + 1 : at] if t.text == ","]
        governs = verb.tag == "VBD" or any(c.dep in _GOVERNED and c.index > verb.index for c in own)
        if tokens[at].text != "," or not between or not governs or any(c.dep in ("agent", "aux") for c in own):
            continue
        edits[verb.index] = (noun.dep, verb.index)
        edits[noun.index] = ("nsubj", verb.index)
        for child in children(tokens, sentence, noun.index):
            if child.index > verb.index or (child.index < noun.index and child.dep in ("prep", "advmod", "npadvmod")):
                edits[child.index] = (child.dep, verb.index)
        break
    return edits


def content_told_again(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Told the court that he had left, and that she had stayed": a conjunction told again before a clause goes on
    with what is said, and shows that the clause behind the first is said as well."""
    edits: Edit = {}
    for again in words(tokens, sentence)[2:]:
        further = tokens[again.head]
        verb = tokens[further.head]
        if again.dep != "mark" or again.tag != "IN" or further.dep != "conj" or verb.pos != "VERB":
            continue
        joint = tokens[again.index - 1]
        if joint.dep != "cc" or not verb.index < again.index < further.index:
            continue
        within = words(tokens, sentence)[verb.index + 1 - sentence.first : joint.index - sentence.first]
        opening = next((t for t in within if t.text == again.text and tokens[t.head].index > t.index), None)
        first = tokens[opening.head] if opening is not None else verb
        held = tokens[first.head]
        told = held.index == verb.index or (held.dep == "dobj" and held.head == verb.index)
        if opening is None or first.dep not in ("ccomp", "relcl", "acl") or not told or opening.dep not in _OPENING:
            continue
        if not has_subject(tokens, sentence, first) or not has_subject(tokens, sentence, further):
            continue
        edits[further.index] = ("conj", first.index)
        edits[joint.index] = ("cc", first.index)
        if first.dep != "ccomp":
            edits[first.index] = ("ccomp", verb.index)
            edits[opening.index] = ("mark", first.index)
    return edits


CONTENTS = (
    Repair(
        "content told again",
        content_told_again,
        (
            (
                "Anna Berg told the court that Karl Lund had left, and that in Oslo he had sold a map.",
                ("sold", "conj", "left"),
            ),
            (
                "Anna Berg told the court that Karl Lund had left, and that in Oslo he had sold a map.",
                ("left", "ccomp", "told"),
            ),
        ),
        (
            "Anna Berg told the court that Karl Lund had left, and that was the end of it.",
            "Anna Berg found the map that Karl Lund had drawn, and that night she left for Oslo.",
            "Anna Berg said that Karl Lund had left because he was ill, and she wept.",
        ),
    ),
    Repair(
        "content behind where it stands",
        content_behind_where_it_stands,
        (
            (
                "In 1931 the journalist Karl Dahl alleged in a pamphlet that Anna Berg had betrayed Strand.",
                ("betrayed", "ccomp", "alleged"),
            ),
        ),
        (
            "Karl Dahl wrote in a letter that Anna Berg had lost.",
            "Karl Dahl confessed under the threat that his sister would be held.",
        ),
    ),
    Repair(
        "verb behind an apposition",
        verb_behind_an_apposition,
        (
            (
                "His assistant, Karl Dahl, confessed in 1950 that he had altered the dates in the register.",
                ("assistant", "nsubj", "confessed"),
            ),
        ),
        ("Karl Dahl, a clerk, born in 1880.", "A clerk, Karl Dahl, who was arrested by the police in May."),
    ),
    Repair(
        "before its main clause",
        before_its_main_clause,
        (
            (
                "For two weeks Karl Lund admitted nothing; then, having been beaten on the soles of his feet by a "
                "colonel, and shown a warrant, he signed on 9 June a statement.",
                ("beaten", "advcl", "signed"),
            ),
        ),
        ("Karl Lund denied having been beaten, and signed.",),
    ),
    Repair(
        "content behind a semicolon",
        content_behind_a_semicolon,
        (
            (
                "Anna Lund carried papers to Oslo; Karl Dahl wrote merely that she was seized with a map.",
                ("seized", "ccomp", "wrote"),
            ),
        ),
        ("Anna Lund said that she was ill; she left.",),
    ),
    Repair(
        "list of what many say",
        list_of_what_many_say,
        (
            (
                "Soviet historians claimed that Lund sabotaged the trade agreement, joined the opposition in 1923 and "
                "plotted the murder of Dahl.",
                ("joined", "conj", "sabotaged"),
            ),
        ),
        (
            "Karl Lund swore that he had joined no guild, offered to talk and refused to sign.",
            "The guards claimed that Lund resisted, beat him in the yard and left.",
        ),
    ),
    Repair(
        "somebody of a body",
        somebody_of_a_body,
        (
            (
                "Holm said that Lund was an agent of the Okhrana who had betrayed the branch in Malmö.",
                ("betrayed", "relcl", "agent"),
            ),
        ),
        (
            "Lund was a friend of Dahl, who had betrayed the branch in Malmö.",
            "Lund was a friend of a printer who had betrayed the branch in Malmö.",
        ),
    ),
)
