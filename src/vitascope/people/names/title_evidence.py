"""What a document's title says of the names in its text: whether it names a person, and so whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vitascope.model import Annotation
from vitascope.people.folding import fold
from vitascope.people.lexicon import Lexicon
from vitascope.people.names.matching import compare
from vitascope.people.names.parts import PersonName
from vitascope.people.names.sightings import is_listed_thing, is_thing

__all__ = ["believe_title", "words_of_name"]

_BONUS, _NEEDS = 4.0, 1.5
"""What the title adds to the forms of its name, where other hints begin to show a person."""
_NO_NAME = -4.0
"""Words in the title that stand in no personal name."""
_THING, _THING_OR_SURNAME = -1.5, -0.5
_GIVEN = 1.5
"""A known given name before others."""
_TOLD_OF = 1.0
"""Pronouns of one person; where the title is worded as a name twice that."""
_CALLED = 3.0
"""The title tells in brackets what its person is: "Anna Berg (painter)"."""
_BRACKETED = re.compile(r"\(([^()]*)\)\s*$")


def believe_title(
    title: PersonName,
    written: str,
    annotation: Annotation,
    names: Mapping[str, PersonName],
    scores: dict[str, float],
    lex: Lexicon,
) -> None:
    """Where any form of the title's name looks like a person's, all its forms are that person's.

    ``written`` is the title as it stands, ``names`` are those of the text by key; their ``scores`` are raised.
    """
    forms = [key for key in scores if compare(title, names[key]) != "different"]
    wording = _wording(title, lex)
    best = max((scores[key] for key in forms), default=0.0) + wording
    if _is_told_of(annotation, lex):
        best += 2 * _TOLD_OF if wording >= _GIVEN else _TOLD_OF
    called = _BRACKETED.search(written)
    if called is not None and called.group(1).split() and called.group(1).split()[-1].lower() in lex.roles:
        best += _CALLED
    if best >= _NEEDS:
        for key in forms:
            if not _ends_as_thing(names[key], title, lex):
                scores[key] += _BONUS


def words_of_name(title: PersonName | None, lex: Lexicon) -> frozenset[str]:
    """The words of a title that opens with a given name: a surname, though it ends as nouns do ("Hastings")."""
    words = [] if title is None else title.bare.replace("-", " ").split()
    return frozenset(words) if len(words) > 1 and fold(words[0]) in lex.given else frozenset()


def _is_told_of(annotation: Annotation, lex: Lexicon) -> bool:
    return len(annotation.told([word for word, form in lex.pronouns.items() if not form.plural])) > 1


def _ends_as_thing(name: PersonName, title: PersonName, lex: Lexicon) -> bool:
    """ "The Anna Berg Bridge" is not Anna Berg."""
    last = name.text.split()[-1]
    return is_thing(last, lex) and last not in title.text.split()


def _wording(title: PersonName, lex: Lexicon) -> float:
    """What a title's own words say: a given name before others, or words that stand in no personal name."""
    words = title.bare.replace("-", " ").split()
    if any(
        not w[0].isupper() and fold(w) not in lex.particles and w not in lex.linking
        for w in words
        if w != lex.epithet_article
    ):
        return _NO_NAME
    given = len(words) > 1 and fold(words[0]) in lex.given
    things = [w for w in words[1:] if (is_listed_thing if given else is_thing)(w, lex)]
    if things:
        return _THING_OR_SURNAME if given and all(w in lex.surnames_too for w in things) else _THING
    return _GIVEN if given else 0.0
