"""Named repairs by the sequence of tenses: what stands in the plain past is no part of a content in the pluperfect."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, words
from vitascope.model import Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass")
_CONTENT = ("ccomp", "acl", "relcl")


def deed_behind_a_content(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Denied that she had met him, and the court dismissed the case": a past form behind a comma is coordinated
    with the verb of saying, not with what was said in the pluperfect."""
    edits: Edit = {}
    for deed in words(tokens, sentence):
        content = tokens[deed.head]
        saying = tokens[content.head]
        if deed.dep != "conj" or content.dep != "ccomp" or saying.tag != "VBD" or saying.index > content.index:
            continue
        if not _pluperfect(tokens, sentence, content) or not _past_deed(tokens, sentence, deed):
            continue
        below = children(tokens, sentence, content.index)
        joint = next((c for c in below if c.dep == "cc" and content.index < c.index < deed.index), None)
        marked = any(c.dep == "mark" and c.index < content.index for c in below)
        if joint is None or not marked or tokens[joint.index - 1].text != ",":
            continue
        edits[deed.index] = ("conj", saying.index)
        edits[joint.index] = ("cc", saying.index)
        edits[joint.index - 1] = ("punct", saying.index)
    return edits


def content_behind_a_content(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Signed a confession that he had met her in 1902, and had sold the plans": a second pluperfect without a subject
    goes on with what was said in the pluperfect, not with the plain past of saying it."""
    edits: Edit = {}
    for further in words(tokens, sentence):
        saying = tokens[further.head]
        if further.dep != "conj" or saying.tag != "VBD" or saying.index > further.index:
            continue
        below = children(tokens, sentence, further.index)
        if not _pluperfect(tokens, sentence, further) or any(c.dep in (*_SUBJECT, "mark") for c in below):
            continue
        held = [saying, *(c for c in children(tokens, sentence, saying.index) if c.dep == "dobj")]
        contents = [
            c
            for h in held
            for c in children(tokens, sentence, h.index)
            if c.dep in _CONTENT and saying.index < c.index < further.index and _pluperfect(tokens, sentence, c)
        ]
        content = next((c for c in contents if any(m.dep == "mark" for m in children(tokens, sentence, c.index))), None)
        joint = next((c for c in words(tokens, sentence) if c.dep == "cc" and c.head == saying.index), None)
        if content is None or joint is None or not content.index < joint.index < further.index:
            continue
        edits |= {further.index: ("conj", content.index), joint.index: ("cc", content.index)}
    return edits


def _pluperfect(tokens: Parse, sentence: Sentence, verb: Token) -> bool:
    first = next((c for c in children(tokens, sentence, verb.index) if c.dep == "aux"), None)
    return verb.tag == "VBN" and first is not None and first.tag == "VBD"


def _past_deed(tokens: Parse, sentence: Sentence, verb: Token) -> bool:
    """A verb in the plain past with a subject of its own, or in the passive, which shares no "had"; what somebody
    was ("…, and was ill") may well be content, told a tense further back."""
    below = children(tokens, sentence, verb.index)
    if verb.pos != "VERB" or any(c.dep == "mark" for c in below):
        return False
    helping = [c for c in below if c.dep in ("aux", "auxpass")]
    if helping:
        return len(helping) == 1 and (helping[0].dep, helping[0].tag) == ("auxpass", "VBD")
    return verb.tag == "VBD" and any(c.dep in _SUBJECT for c in below)


def bearer_before_a_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The register has her die in May", "the ballad has him hanged": what the parser took for a possessor, or for a
    second subject of its perfect, bears the deed that somebody has done."""
    edits: Edit = {}
    for deed in words(tokens, sentence)[2:]:
        having, bearer = tokens[deed.index - 2], tokens[deed.index - 1]
        if deed.pos != "VERB" or deed.tag not in ("VB", "VBN") or bearer.head != deed.index or bearer.pos != "PRON":
            continue
        if bearer.dep == "poss" and deed.dep == "ccomp" and having.index == deed.head:
            edits[bearer.index] = ("nsubj", deed.index)
        below = children(tokens, sentence, deed.index)
        had = (c for c in (*below, *children(tokens, sentence, having.index)) if c.dep == "nsubj")
        haver = next((c for c in had if c.index < having.index), None)
        own = bearer.lemma == bearer.text.lower()  # "had himself composed it"
        if (
            haver is not None
            and not own
            and (having.dep, having.head) == ("aux", deed.index)
            and having.tag in ("VBZ", "VBD")
        ):
            edits[having.index] = (deed.dep, having.index if deed.head == deed.index else deed.head)
            edits |= {deed.index: ("ccomp", having.index), bearer.index: ("nsubj", deed.index)}
            edits |= {c.index: (c.dep, having.index) for c in below if c.index <= haver.index}
    return edits


TENSES = (
    Repair(
        "bearer before a verb",
        bearer_before_a_verb,
        (
            (
                "A lexicon, evidently confusing her with a notary from Lund, has her die at Oslo.",
                ("die", "ccomp", "has"),
            ),
        ),
        ("The mayor saw her dog run.", "The mayor had her house built.", "The mayor had himself built the house."),
    ),
    Repair(
        "content behind a content",
        content_behind_a_content,
        (
            (
                "Karl Dahl signed a statement that he had met her in Riga in 1902, and had been hired by a rival.",
                ("hired", "conj", "met"),
            ),
        ),
        (
            "Karl Dahl signed a statement that he had met her in Riga, and was released.",
            "Karl Dahl signed the lease, and had sold the mill by June.",
            "Karl Dahl said that he knew her, and he had been hired by a rival.",
        ),
    ),
    Repair(
        "deed behind a content",
        deed_behind_a_content,
        (
            (
                "Anna Berg denied that she had met him that day, and Karl Dahl in the end withdrew his evidence.",
                ("withdrew", "conj", "denied"),
            ),
        ),
        (
            "Anna Berg claimed that she had met him, and that Karl Dahl withdrew his evidence.",
            "Anna Berg claimed that she had met him in Lund and he sold her the mill.",
            "Anna Berg claimed that she had met him, and he was her uncle.",
        ),
    ),
)
