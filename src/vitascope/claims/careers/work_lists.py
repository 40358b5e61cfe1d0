"""Where a text lists what somebody made: behind a verb ("wrote The Tide (1883), Sedges (1886) and …"), behind their
works ("her publications include …", "among her works were …"), behind "the author of"; and where somebody said
something in a book.

What follows is read word by word, for the parser knows no titles: it takes "Sedges of the North (1886)" for a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vitascope.claims.context import Context
from vitascope.claims.framing.works import Works
from vitascope.model import Clause, Span

_TITLES = ("publication", "creation")
_WITHIN = ("ADP", "ADJ", "ADV", "CCONJ", "DET", "NOUN", "NUM", "PRON", "PROPN", "PUNCT", "SYM", "X")
"""What may stand between two titles of a list: nothing that tells anything more."""


class WorkList(NamedTuple):
    """The token behind which titles are listed, the one that names the maker, what the titles are claims of, the words
    that tell it, and their clause."""

    at: int
    maker: int
    type: str
    told: Span
    clause: int


def work_lists(context: Context, clauses: Sequence[Clause], works: Works) -> Iterator[WorkList]:
    """The lists of a document in text order."""
    grammar, making = context.lexicon.grammar, context.lexicon.making
    for index, clause in enumerate(clauses):
        maker = next((a.head for a in clause.arguments if a.function == "subject"), None)
        lemma, words = clause.lemma, clause.predicate
        if clause.kind == "verb" and not clause.passive and (lemma in making or lemma in grammar["issuing"]):
            if maker is not None and context.is_person(maker):
                yield WorkList(clause.head, maker, _TITLES[lemma not in grammar["issuing"]], words, index)
        elif lemma in grammar["listing"]:
            heads = (a.head for a in clause.arguments if a.function == "subject" or a.function in grammar["amid"])
            owner = next((m for m in map(works.maker, heads) if m is not None), None)
            if owner is not None:
                yield WorkList(_last_of(context, clause), owner, _TITLES[0], words, index)
        if maker is not None and context.is_person(maker):
            yield from (WorkList(at, maker, _TITLES[0], words, index) for at in _told_in(context, clause))
            for at in _authorship(context, clause):
                yield WorkList(at, maker, _TITLES[0], context.tokens[at - 1].span, index)


def titles_behind(context: Context, works: Works, at: int) -> Iterator[range]:
    """The runs of capitalised words behind a token, as long as nothing else is told between them."""
    tokens, sentence = context.tokens, context.tokens[at].sentence
    here = at + 1
    while here < len(tokens) and tokens[here].sentence == sentence:
        run = works.run(here)
        if run is not None:
            if not context.is_place(context.phrases.cover(run)):
                yield run
            here = run[-1] + 1
        elif tokens[here].pos in _WITHIN or context.times_by_span.within(*tokens[here].span):
            here += 1
        else:
            return


def _last_of(context: Context, clause: Clause) -> int:
    """The last word of a predicate: of "were" in "among her works were"."""
    last: int = context.tokens_in(clause.predicate)[-1]
    return max(clause.head, last)


def _told_in(context: Context, clause: Clause) -> Iterator[int]:
    """ "Whom she attacked in A Lantern for the Giddy (1674)": the preposition before the book."""
    if clause.kind == "verb" and clause.lemma in context.lexicon.grammar["arguing"]:
        for argument in clause.arguments:
            if argument.function == "in":
                yield context.tokens[argument.head].head


def _authorship(context: Context, clause: Clause) -> Iterator[int]:
    """ "Was the author of The Tide (1883)": the "of"."""
    grammar = context.lexicon.grammar
    for argument in clause.arguments:
        token = context.tokens[argument.head]
        if argument.function == "complement" and token.lemma.lower() in grammar["authors"]:
            behind = context.tokens[token.index + 1 : token.index + 2]
            yield from (b.index for b in behind if b.lemma.lower() in grammar["binding"])
