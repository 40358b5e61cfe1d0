"""Tokens as the stages after need them: "co-founded" and "re-elected" are one word, a few lemmas are mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vitascope import lang

_HYPHENS = "(?:-|"
"""How spaCy's rule that splits words at hyphens begins its list of hyphens."""


def keep_prefixes(nlp: Any, language: str) -> None:
    """Make the pipeline's tokenizer leave a prefix and its hyphen on their word.

    A trained parser reads "co", "-" and "founded" as three verbs; as one token the word is unknown to it but gets
    the right tag from its ending.
    """
    from spacy.util import compile_infix_regex

    prefixes = sorted(lang.load(language, "tokens")["joined_prefixes"])
    behind = "".join(f"(?<!\\b{form})" for prefix in prefixes for form in (prefix, prefix.capitalize()))
    infixes = [behind + rule if _HYPHENS in str(rule) else rule for rule in nlp.Defaults.infixes]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def mended_lemmas(language: str) -> Mapping[str, str]:
    """Word form (lower case) → lemma, for forms that the lemmatizer is known to get wrong."""
    lemmas: Mapping[str, str] = lang.load(language, "tokens")["lemmas"]
    return lemmas
