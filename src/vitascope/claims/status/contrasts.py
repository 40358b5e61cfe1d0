"""Sayings that are set against what stands before them: whose word that is does not reach them."""

from __future__ import annotations

from vitascope.claims.status.cues import Cues
from vitascope.claims.status.governors import Governors
from vitascope.model import Annotation

_SAID = frozenset(("finite", "marked"))


def is_set_against(annotation: Annotation, cues: Cues, governors: Governors, verb: int) -> bool:
    """ "According to the register he died there, whereas Berg recalled that …": one's word is not another's."""
    tokens, said = annotation.tokens, annotation.tokens[verb]
    below = [tokens[c] for c in annotation.children[verb]]
    joints = [c for c in below if c.dep in ("mark", "cc")]
    joints += [tokens[c] for c in annotation.children[said.head] if tokens[c].dep == "cc" and c < verb]
    own = any(c.dep == "nsubj" and c.pos != "PRON" for c in below)
    if not own or not any(j.text.lower() in cues.words.contrasting for j in joints[-1:]):
        return False
    cue = governors.cue(said, _SAID)
    return cue is not None and cue.voice == "subject"
