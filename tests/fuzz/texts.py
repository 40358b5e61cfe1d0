"""Texts that nobody would write, made of what texts are made of."""

from __future__ import annotations

import os

from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("FUZZ", "60"))
"""Examples a test; ``make fuzz`` sets it higher."""

_LIFE = """Maria Kolb Kolb's Maria’s J. K. Dr. Count de von she he her his they who was born died married
arrested exiled said that denied confessed under torture reportedly perhaps not never in on at by of
the a an and or but 1900 1911–12 3 May c. about before after until the following year two years
later aged 17 years mother father wife brother party committee court Vienna St. Petersburg 1 January
19th century"""
_LETTERS = """é Łódź Мария 李 ﬁ ß İ"""
_TAGS = """<p> </p> <b> <table><tr><td> <html><body> <!-- --> <h1>Kolb</h1> <li> &amp; &#0; &#x202e; <script>
<sup>[1]</sup> <br/>"""
_LINES = ["= Kolb =\n", "== Life ==\n", "# Kolb\n", "## Life\n", "- Born: 1900\n", "* one\n"]
_STRANGE = [
    "\t",
    "\r\n",
    "\u00a0",
    "\u2028",
    "\x1b",
    "\u202e",
    "\u200d",
    "\u0301",
    "\ufffd",
    "\ud800",
    "\U0010ffff",
    "\x85",
]
_WORDS = st.sampled_from(_LIFE.split())
_SIGNS = st.sampled_from([*".,;:!?()[]\"“”‘’'«»–—-/*#=|<>&…•", " ", "\n", "\n\n", *_STRANGE, *_LETTERS.split()])
_MARKUP = st.sampled_from([*_TAGS.split(), *_LINES])

prose = st.lists(st.one_of(_WORDS, _WORDS, _WORDS, _SIGNS), max_size=60).map(" ".join)
"""Words and signs with blanks between."""

anything = st.lists(st.one_of(_WORDS, _SIGNS, _MARKUP, st.text(max_size=8)), max_size=60).map("".join)
"""Words, signs, markup and other characters without blanks between."""

texts = st.one_of(prose, anything, st.tuples(prose, anything).map("\n\n".join))
