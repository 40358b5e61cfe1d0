"""What parents whom nobody names were: "the daughter of a tanner and a cook" gives both their trades."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vitascope.claims.context import Context
from vitascope.claims.framing.frames import Draft
from vitascope.model import Clause, Party

_PARENT, _SPOUSE = "parent", "spouse"
_SAID = ("attr", "appos", "pobj")


def second_parent(context: Context, noun: Clause, child: Party | None = None) -> int | None:
    """The token of another parent that the parser joined to the child: "the son of a cooper and a baker", "the son of
    Karl Berg of Lund and his wife Ida", "the son of Karl Berg of Lund and Ida Berg".

    The article tells: both parents have the indefinite one, and whoever is somebody's child has another. A name behind
    the first parent is another one's where the people stage found its bearer to be a parent of the ``child``.
    """
    if context.lexicon.kin_inverse.get(context.lexicon.kin.get(noun.lemma, "")) != _PARENT:
        return None
    first = next((a.head for a in noun.arguments if a.function in context.lexicon.grammar["binding"]), None)
    if first is None:
        return None
    told = _spouse_told_of(context, noun, first)
    if told is not None:
        return told
    joined = [c for c in context.annotation.children[noun.head] if context.tokens[c].dep == "conj" and c > first]
    wed = next((c for c in joined if _is_spouse(context, c) or _is_named_parent(context, noun.head, first, c)), None)
    wed = wed if wed is not None or child is None else _known_parent(context, noun, first, child)
    if wed is not None or not _is_trade(context, first) or _is_indefinite(context, noun.head):
        return wed
    return next((c for c in joined if _is_trade(context, c)), None)


def _known_parent(context: Context, noun: Clause, first: int, child: Party) -> int | None:
    """ "The third of the four sons of Karl Berg, a smith, and of Ida Berg", "of a smith and of Ida Berg"."""
    listed, last = context.phrases.coordinated(first), context.annotation.sentences[noun.sentence].last
    if child.id is None or len(listed) > 1:
        return None
    whose = context.persona(first)
    for token in context.tokens[first + 1 : last]:
        if (token.pos == "AUX" or token.pos == "VERB") and token.tag != "VBN":
            return None
        known = context.persona(token.index) if token.pos == "PROPN" else None
        if known is not None and known != whose and (_PARENT, child.id) in known.kin:
            return token.index
    return None


def _spouse_told_of(context: Context, noun: Clause, parent: int) -> int | None:
    """ "The son of Karl Berg, a smith, by his second wife, Ida": told by a possessive that means the parent."""
    whose = context.persona(parent)
    last = context.annotation.sentences[noun.sentence].last
    if whose is None:
        return None
    for token in context.tokens[parent + 1 : last]:
        if token.pos == "AUX" or (token.pos == "VERB" and token.tag != "VBN"):
            return None
        if _is_spouse(context, token.index):
            below = context.annotation.children[token.index]
            same = any(context.persona(c) == whose for c in below if context.tokens[c].dep == "poss")
            return token.index if same else None
    return None


def _is_spouse(context: Context, head: int) -> bool:
    """ "His wife": told by a pronoun, which means the parent named before."""
    if context.lexicon.kin.get(context.tokens[head].lemma.lower()) != _SPOUSE:
        return False
    below = (context.tokens[c] for c in context.annotation.children[head])
    return any(t.dep == "poss" and t.pos == "PRON" for t in below)


def _is_named_parent(context: Context, child: int, first: int, other: int) -> bool:
    """ "The daughter of Ida Lund of Oslo and the late Karl Berg": nobody is one child and another person besides."""
    said = context.tokens[child].dep in _SAID and context.tokens[child].tag == "NN"
    return said and all(
        context.tokens[i].pos == "PROPN" and (known := context.persona(i)) is not None and known.kind == "person"
        for i in (first, other)
    )


def trades_of_parents(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """An occupation for each parent of whom nothing but the trade is told."""
    for draft in drafts:
        relative = draft.roles.get("relative")
        if draft.rule != "kinship:stated" or relative is None or relative.id is not None or relative.span is None:
            continue
        inside = context.tokens_in(relative.span)
        head = next((i for i in inside if context.tokens[i].head not in inside), None)
        if head is None or draft.roles["relation"].label != _PARENT or not _is_trade(context, head):
            continue
        label = context.lexicon.kin_label.format(noun=_PARENT, anchor=draft.subject.label)
        words = context.office(head)
        yield Draft(
            "occupation", Party(label), context.phrases.noun_phrase(head), context.tokens[head].span, draft.sentence,
            {"role": Party(context.document.quote(words), None, words)}, draft.clause, "kinship:trade", 0.75,
        )  # fmt: skip


def _is_trade(context: Context, head: int) -> bool:
    token = context.tokens[head]
    known = (
        token.lemma.lower() in context.lexicon.occupations or _two_words(context, head) in context.lexicon.occupations
    )
    return token.tag == "NN" and known and _is_indefinite(context, head)


def _two_words(context: Context, head: int) -> str:
    return f"{context.tokens[head - 1].text.lower()} {context.tokens[head].lemma.lower()}" if head else ""


def _is_indefinite(context: Context, head: int) -> bool:
    articles = context.lexicon.grammar["indefinite"]
    return any(context.tokens[c].text.lower() in articles for c in context.annotation.children[head])
