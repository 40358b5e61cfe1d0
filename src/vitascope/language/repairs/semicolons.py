"""Named repairs of entries that semicolons part: each tells of its own person."""

from __future__ import annotations

from collections.abc import Sequence

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, has_subject, words
from vitascope.model import Sentence, Token

__all__ = ["SEMICOLONS"]

_OBJECTS = ("dobj", "nsubjpass", "auxpass", "attr")


def person_behind_a_semicolon(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Ida married in 1843 Karl Lund; and Ove, vicar of Holm, wrote books": a name behind a semicolon is not joined
    to one before it, but is whom the verb behind it tells of."""
    edits: Edit = {}
    for name in words(tokens, sentence)[3:]:
        before = tokens[name.head]
        at = name.index - 1
        while at > before.index and (tokens[at].head == name.index or tokens[at].dep == "cc"):
            at -= 1
        if name.dep != "conj" or name.pos != "PROPN" or before.pos not in ("PROPN", "NOUN") or tokens[at].text != ";":
            continue
        verb = next((t for t in _behind(tokens, sentence, name) if t.pos == "VERB" and t.tag in ("VBD", "VBN")), None)
        if verb is None or verb.dep not in ("conj", "ROOT", "ccomp", "parataxis", "advcl"):
            continue
        subjects = [c for c in children(tokens, sentence, verb.index) if c.dep in ("nsubj", "nsubjpass")]
        if any(s.index > at for s in subjects):
            continue
        edits[name.index] = ("nsubj", verb.index)
        main = _before(tokens, sentence, verb, at)
        if main.index != verb.head:
            edits[main.index] = (verb.dep, main.index)
        edits[verb.index] = ("conj", main.index)
        for joint in (t for t in tokens[at + 1 : name.index] if t.dep == "cc"):
            edits[joint.index] = ("cc", main.index)
        for subject in subjects:
            bare = main.index < subject.index and not _governs(tokens, sentence, main)
            edits[subject.index] = ("dobj" if bare and has_subject(tokens, sentence, main) else "dep", main.index)
    return edits


def _behind(tokens: Parse, sentence: Sentence, name: Token) -> Sequence[Token]:
    """The words behind a name up to the next semicolon."""
    rest = tokens[name.index + 1 : sentence.last]
    end = next((n for n, t in enumerate(rest) if t.text == ";"), len(rest))
    return rest[:end]


def _before(tokens: Parse, sentence: Sentence, verb: Token, end: int) -> Token:
    """The verb of what stands before the semicolon at ``end``, which the parser may have hung on the one behind it."""
    if verb.head != verb.index:
        return tokens[verb.head]
    hung = (c for c in children(tokens, sentence, verb.index) if c.index < end and c.dep in ("advcl", "ccomp"))
    bare = (c for c in hung if has_subject(tokens, sentence, c) and c.tag == "VBD")
    return next((c for c in bare if all(d.dep != "mark" for d in children(tokens, sentence, c.index))), verb)


def _governs(tokens: Parse, sentence: Sentence, verb: Token) -> bool:
    return any(c.dep in _OBJECTS for c in children(tokens, sentence, verb.index))


SEMICOLONS = (
    Repair(
        "person behind a semicolon",
        person_behind_a_semicolon,
        (
            (
                "Ada (b. 1823) married in 1843 Karl Lund, cooper; and Ove (1827–1894), vicar of Holm, wrote books.",
                ("Ove", "nsubj", "wrote"),
            ),
        ),
        (
            "Ada Holm met Karl Lund, a cooper; Ove Dahl, a vicar; and Per Lund, a smith.",
            "Ada Holm met Karl Lund and Ove, who wrote books.",
        ),
    ),
)
