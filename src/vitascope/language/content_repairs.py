"""Named repairs of what belongs to a content: lists of what many say, and clauses about somebody of a body."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.language.repairing import Edit, Repair, children, has_subject, words
from vitascope.model import Sentence, Token

__all__ = ["CONTENTS"]

_SUBJECT = ("nsubj", "nsubjpass")
_PAST = ("VBD", "VBN")


def list_of_what_many_say(tokens: Sequence[Token], sentence: Sentence) -> Edit:
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


def _of_many(tokens: Sequence[Token], sentence: Sentence, saying: Token) -> bool:
    """Whether those who say something are many and without a name or an article, and what they say is of another."""
    subjects = [c for c in children(tokens, sentence, saying.index) if c.dep == "nsubj"]
    return any(
        s.tag == "NNS" and not any(c.dep in ("det", "poss") for c in children(tokens, sentence, s.index))
        for s in subjects
    )


def somebody_of_a_body(tokens: Sequence[Token], sentence: Sentence) -> Edit:
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


def before_its_main_clause(tokens: Sequence[Token], sentence: Sentence) -> Edit:
    """ "Having been beaten, he signed": a participle of the perfect is no content of the verb behind it."""
    edits: Edit = {}
    for deed in words(tokens, sentence):
        below = children(tokens, sentence, deed.index)
        having = any(c.dep == "aux" and c.tag == "VBG" and c.index < deed.index for c in below)
        before = deed.dep == "ccomp" and deed.tag == "VBN" and deed.index < deed.head
        if before and having and not has_subject(tokens, sentence, deed):
            edits[deed.index] = ("advcl", deed.head)
    return edits


CONTENTS = (
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
