"""What knowing the nouns for persons mends in a parse: trades read as adjectives, names hung beside their trade.

"The mathematician Karl Berg" has a noun before the name, whatever the tagger makes of a rare word; in "a lecturer in
chemistry, Karl Berg, came" the name is the lecturer's, not that of what is lectured in; "the painter and sculptor Karl
Berg" is one person. Structure alone tells none of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from vitascope.language.repairs.repairing import Parse, children
from vitascope.model import Entity, Sentence, Token

_GOVERNED = {"pcomp": "pobj", "xcomp": "attr", "ccomp": "attr"}
"""What a verbal noun is in its clause, and what a noun is in its place."""
_STRAY = ("appos", "npadvmod", "dep")
_PERSON = "PERSON"
_ENDS = (",", ".", ";")
_JOINING = ("PUNCT", "CCONJ", "ADJ")
_MODIFIERS = ("amod", "compound", "nmod")


def mend_person_nouns(
    tokens: Parse,
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    persons: Collection[str],
    articles: Collection[str],
) -> Parse:
    """The tokens, mended. ``persons``: nouns for persons, lower case; ``articles``: the indefinite ones."""
    mended = Parse(tokens)
    named = {e.span.end for e in entities if e.label == _PERSON}
    for sentence in sentences:
        for token in tokens[sentence.first : sentence.last]:
            _mend_participle(mended, sentence, token, persons)
            _part_listed(mended, sentence, token.index, persons)
            _name_post(mended, sentence, token.index, persons)
        for token in tokens[sentence.first : sentence.last]:
            if _is_trade_as_adjective(mended, sentence, token, persons):
                mended.put(replace(token, pos="NOUN", tag="NN", dep="compound"))
        for name in tokens[sentence.first : sentence.last]:
            ends = name.span.end in named  # "a lawyer in Lund, Sweden" names nobody
            trade = _trade_before(mended, sentence, name, persons, articles) if ends else None
            if trade is not None:
                mended.put(replace(mended[name.index], dep="appos", head=trade))
            beside = mended[name.index]
            trades = _trades_joined(mended, sentence, beside, persons) if ends else []
            trades = trades or (_trades_of_first(mended, sentence, beside, persons) if ends else [])
            if trades:
                _put_before(mended, sentence, name.index, trades)
    return mended


def _part_listed(tokens: Parse, sentence: Sentence, at: int, persons: Collection[str]) -> None:
    """ "A Danish novelist, short story writer and essayist": a trade before a comma describes no other trade."""
    first, last = tokens[at], tokens[tokens[at].head]
    trades = all(t.tag == "NN" and t.lemma.lower() in persons for t in (first, last))
    if not trades or first.dep not in ("nmod", "compound") or last.index < at or tokens[at + 1].text != ",":
        return
    for child in children(tokens, sentence, last.index):
        if child.index < at:
            tokens.put(replace(child, head=at))
    tokens.put(replace(first, dep=last.dep, head=last.head if last.head != last.index else at))
    tokens.put(replace(last, dep="conj", head=at))


def _name_post(tokens: Parse, sentence: Sentence, at: int, persons: Collection[str]) -> None:
    """ "The post of Visiting Professor at Lund": a participle with a capital before a post is part of its name."""
    verb, post = tokens[at], tokens[min(at + 1, sentence.last - 1)]
    capital = verb.tag == "VBG" and verb.text[:1].isupper() and verb.index > sentence.first
    if not capital or verb.dep not in _GOVERNED or post.pos != "PROPN" or post.lemma.lower() not in persons:
        return
    if post.head != at or post.dep != "dobj":
        return
    tokens.put(replace(post, dep=_GOVERNED[verb.dep], head=verb.head))
    tokens.put(replace(verb, pos="PROPN", tag="NNP", dep="compound", head=post.index))
    for child in children(tokens, sentence, at):
        if child.index > post.index:
            tokens.put(replace(child, head=post.index))


def _mend_participle(tokens: Parse, sentence: Sentence, token: Token, persons: Collection[str]) -> None:
    """ "Was visiting professor", "was acting mayor": a bare noun in the singular is no object; the participle before it
    is its own."""
    if token.tag != "VBG":
        return
    below = children(tokens, sentence, token.index)
    helped = [c for c in below if c.dep == "aux" and c.index < token.index]
    noun = next((c for c in below if c.dep == "dobj"), None)
    if len(helped) != 1 or helped[0].lemma != "be" or noun is None or token.dep == "xcomp":
        return
    own = children(tokens, sentence, noun.index)
    between = all(t.dep in _MODIFIERS and t.head == noun.index for t in tokens[token.index + 1 : noun.index])
    bare = between and all(c.dep in (*_MODIFIERS, "prep", "punct") for c in own)
    if noun.tag != "NN" or noun.lemma.lower() not in persons or not bare:
        return
    copula = helped[0].index
    for child in below:
        if child.index not in (copula, noun.index):
            tokens.put(replace(child, head=noun.index if child.dep == "prep" and child.index > noun.index else copula))
    head = copula if token.head == token.index else token.head
    tokens.put(replace(helped[0], dep=token.dep, head=head))
    tokens.put(replace(noun, dep="attr", head=copula))
    tokens.put(replace(token, dep="amod", head=noun.index))


def _is_trade_as_adjective(tokens: Parse, sentence: Sentence, token: Token, persons: Collection[str]) -> bool:
    """ "The mathematician Karl Berg": right before a name, behind an article."""
    name = tokens[token.head]
    if token.tag != "JJ" or token.dep != "amod" or name.pos != "PROPN" or token.lemma.lower() not in persons:
        return False
    below = children(tokens, sentence, name.index)
    between = tokens[token.index + 1 : name.index]
    determined = any(c.tag == "DT" and c.index < token.index for c in below)
    return determined and all(t.pos == "PROPN" and t.head == name.index for t in between)


def _trade_before(
    tokens: Parse, sentence: Sentence, name: Token, persons: Collection[str], articles: Collection[str]
) -> int | None:
    """The noun for a person whose phrase ends at the comma before a name that hangs elsewhere."""
    if name.pos != "PROPN" or name.dep not in _STRAY:
        return None
    below = [c.index for c in children(tokens, sentence, name.index) if c.dep in ("compound", "nmod")]
    first, after = min([name.index, *below]), name.index + 1
    if first - 2 < sentence.first or tokens[first - 1].text != "," or tokens[name.head].lemma.lower() in persons:
        return None
    if after < sentence.last and tokens[after].text not in _ENDS:
        return None
    at = first - 2
    while True:
        token = tokens[at]
        own = children(tokens, sentence, at)
        whole = " ".join(
            [*(c.text.lower() for c in own if c.index == at - 1 and c.dep == "compound"), token.lemma.lower()]
        )
        if token.tag == "NN" and (token.lemma.lower() in persons or whole in persons):
            return at if any(c.text.lower() in articles for c in own) else None
        if token.head == at or token.head >= first or token.pos in ("VERB", "AUX"):
            return None
        at = token.head


def _trades_joined(tokens: Parse, sentence: Sentence, name: Token, persons: Collection[str]) -> list[int]:
    """The nouns for persons that are joined before a name and all tell of its bearer, first one first: nothing stands
    between them but commas, the conjunction and their own adjectives, and no owner or article of one before it."""
    below = children(tokens, sentence, name.index)
    own = [c.index for c in below if c.dep == "compound" and c.tag == "NN" and c.lemma.lower() in persons]
    found, at = own[:1], name.head
    while own and tokens[at].tag == "NN" and tokens[at].lemma.lower() in persons and at < found[0]:
        found.insert(0, at)
        if tokens[at].dep != "conj":
            break
        at = tokens[at].head
    if name.dep != "conj" or len(found) < 2 or tokens[found[0]].dep == "conj":
        return []
    first = children(tokens, sentence, found[0])
    if any(c.dep == "poss" or (c.dep == "det" and c.index > found[0]) for c in first):
        return []
    between = (t for t in tokens[found[0] : found[-1] + 1] if t.index not in found)
    return found if all(t.pos in _JOINING or (t.dep == "compound" and t.head in found) for t in between) else []


def _trades_of_first(tokens: Parse, sentence: Sentence, name: Token, persons: Collection[str]) -> list[int]:
    """The same nouns where the parser hung the name on the first of them: "the painter and engraver Karl Berg"."""
    first = tokens[name.head]
    if name.dep != "appos" or name.pos != "PROPN" or not _is_trade(first, persons):
        return []
    found = [first.index]
    while joined := [c for c in children(tokens, sentence, found[-1]) if c.dep == "conj" and _is_trade(c, persons)]:
        found.append(joined[0].index)
    below = children(tokens, sentence, name.index)
    starts = min([name.index, *(c.index for c in below if c.dep in ("compound", "nmod"))])
    owned = any(c.dep == "poss" for c in children(tokens, sentence, first.index))
    plain = all(t.pos in _JOINING or t.index in found for t in tokens[first.index : starts])
    apart = first.dep == "conj" or starts != found[-1] + 1
    return found if len(found) > 1 and plain and not owned and not apart else []


def _is_trade(token: Token, persons: Collection[str]) -> bool:
    return token.tag == "NN" and token.lemma.lower() in persons


def _put_before(tokens: Parse, sentence: Sentence, name: int, trades: Sequence[int]) -> None:
    """Give a name the place of the first of the trades, which with all that hangs on them stand before it."""
    first = tokens[trades[0]]
    for child in [c for trade in trades for c in children(tokens, sentence, trade)]:
        if child.index != name and child.index not in trades:
            inside = child.dep in _MODIFIERS and child.index < name
            tokens.put(child if inside else replace(child, head=name))
    head = name if first.head == first.index else first.head
    tokens.put(replace(tokens[name], dep=first.dep, head=head))
    for trade in trades:
        tokens.put(replace(tokens[trade], dep="compound", head=name))
