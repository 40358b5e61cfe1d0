"""Past forms that the tagger took for adjectives: "Karl Berg and his wife, Olga, divorced" has no other verb.

The forms, each with its lemma, are data (``tokens.yml``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vitascope.language.repairs.repairing import Parse, children
from vitascope.model import Sentence

_HELPING = ("aux", "auxpass", "cop")


def mend_past_forms(tokens: Parse, sentences: Sequence[Sentence], forms: Mapping[str, str]) -> Parse:
    """The tokens, mended: an adjective with a subject before it, and no copula, is the verb that it could be."""
    mended = Parse(tokens)
    for sentence in sentences:
        for token in tokens[sentence.first : sentence.last]:
            if token.tag != "JJ" or token.text not in forms or tokens[token.head].pos == "AUX":
                continue
            below = children(tokens, sentence, token.index)
            told = any(c.dep == "nsubj" and c.index < token.index for c in below)
            if told and not any(c.dep in _HELPING for c in below):
                mended.put(replace(token, pos="VERB", tag="VBD", lemma=forms[token.text]))
    return mended
