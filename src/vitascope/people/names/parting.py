"""Where, within capitalised words in a row, a person's name begins: behind a war, a feast or a place put in front."""

from __future__ import annotations

from vitascope.model import Token
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.syntax import SUBJECTS

__all__ = ["begins_name"]


def begins_name(tokens: tuple[Token, ...], first: int, at: int, lex: Lexicon, own: frozenset[str]) -> bool:
    """Whether a name begins at ``at``, in a run of capitalised words that began at ``first``.

    ``own`` are the words of the title.
    """
    return _behind_thing(tokens, first, at, lex, own) or _behind_fronted(tokens, first, at, lex, own)


def _behind_thing(tokens: tuple[Token, ...], first: int, at: int, lex: Lexicon, own: frozenset[str]) -> bool:
    """ "After the Long War Karl Lund moved": behind an article and a word of no person."""
    dated = first > 1 and tokens[first - 1].text in lex.never  # "the February Revolution"
    article = first > 0 and tokens[first - 1 - dated].tag == "DT"
    word = tokens[at].text
    return article and tokens[at - 1].text in lex.not_persons and (word in own or fold(word) in lex.given)


def _behind_fronted(tokens: tuple[Token, ...], first: int, at: int, lex: Lexicon, own: frozenset[str]) -> bool:
    """ "In Hamburg Lund met a printer", "From Hamburg Karl Lund wrote": behind a preposition's noun, the subject.

    A name that says itself that it is a person's is whole.
    """
    stop = at
    while first and stop < len(tokens) and _goes_on(tokens[stop], lex):
        stop += 1
    noun = next((t for t in tokens[first:stop] if t.dep == "pobj" and t.head == first - 1), None)
    if noun is None:
        return False
    subject = next((t for t in tokens[at:stop] if t.dep in SUBJECTS and t.head >= stop), None)
    if subject is None or noun.index > subject.index:
        return False
    front = tokens[first:at]
    if any(t.text in own or (t.text,) in lex.titles for t in front):
        return False
    placed = tokens[first - 1].text.lower() in lex.places and tokens[at].text in own  # "In Santiago Rivas was elected"
    if not placed and any(fold(t.text) in lex.given for t in front):
        return False
    return at == noun.index + 1 or (at <= noun.index and (tokens[at].text in own or fold(tokens[at].text) in lex.given))


def _goes_on(token: Token, lex: Lexicon) -> bool:
    return token.text[:1].isupper() or token.text == "-" or fold(token.text) in lex.particles
