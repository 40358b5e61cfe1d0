"""Clauses: who does what to whom, whatever the voice, across coordination, control and relative clauses."""

import pytest

from tests.documents import document
from vitascope.claims.clauses.clauses import ClauseReader
from vitascope.claims.clauses.passives import ClauseWords
from vitascope.claims.clauses.phrases import Phrases

NOUNS = frozenset({"printer", "murder", "member"})
WORDS = ClauseWords(
    NOUNS,
    NOUNS,
    {"shoot"},
    {"emigrate"},
    charging=frozenset({"of", "for"}),
    conveying={"send"},
    purposive={"leave"},
)

CASES = [
    # sentence, predicate, {function: words}
    ("Ada printed the pamphlet in Lund.", "print", {"subject": "Ada", "object": "the pamphlet", "in": "Lund"}),
    ("The pamphlet was printed by Ada.", "print", {"subject": "Ada", "object": "The pamphlet"}),
    ("Arrested in 1908, Ada wrote letters.", "arrest", {"object": "Ada", "in": "1908"}),
    ("Ada was tried and sentenced to death.", "sentence", {"object": "Ada", "to": "death"}),
    ("Ada was tried for theft and shot in 1907.", "shoot", {"object": "Ada", "in": "1907"}),
    ("Ada was accused of hiding Otto and exiled to Oslo.", "exile", {"object": "Ada", "to": "Oslo"}),
    ("Ada was arrested on 9 August 1907, and sent to Narva.", "send", {"object": "Ada", "to": "Narva"}),
    ("Ada was arrested on 9 August 1907, and sent a letter to Otto.", "send", {"object": "a letter", "to": "Otto"}),
    ("Ada was acquitted and emigrated to Canada.", "emigrate", {"subject": "Ada", "to": "Canada"}),
    ("Otto was tried; Ada denied that she knew him.", "deny", {"subject": "Ada", "clause": "that she knew him"}),
    ("Ada asked to be removed from the post.", "remove", {"object": "Ada", "from": "the post"}),
    ("The judge forced Ada to confess.", "confess", {"subject": "Ada"}),
    ("The judge accused Ada of hiding the press.", "hide", {"subject": "Ada"}),
    ("The judge thanked her for coming.", "come", {"subject": "her"}),
    ("Ada left the town to join Otto.", "join", {"subject": "Ada"}),
    ("The guards left her to freeze.", "freeze", {"subject": "her"}),
    ("Ada sold the press before leaving.", "leave", {"subject": "Ada"}),
    ("Ada used the money for printing.", "print", {"subject": "Ada"}),
    ("Ada, who had led the strike, fled.", "lead", {"subject": "Ada", "object": "the strike"}),
    ("The town that Ada left was burnt.", "leave", {"subject": "Ada", "object": "The town"}),
    ("They read the book printed by Ada.", "print", {"subject": "Ada", "object": "the book"}),
    ("Ada was elected to the board and the court.", "elect", {"object": "Ada", "to": ["the board", "the court"]}),
    ("Ada and Olga founded a school.", "found", {"subject": ["Ada", "Olga"], "object": "a school"}),
    ("Ada was one of the first printers to be arrested.", "arrest", {"object": "Ada"}),
    ("Ada became a printer.", "become", {"subject": "Ada", "complement": "a printer"}),
    ("Ada warned against selling the press.", "warn", {"subject": "Ada", "against": "selling the press"}),
    ("They mourned the murder of Ada.", "murder", {"of": "Ada"}),
]  # fmt: skip

STATES = [
    ("Ada did not sign.", "sign", {"negated": True, "tense": "past"}),
    ("Ada had signed the letter.", "sign", {"negated": False, "tense": "pluperfect"}),
    ("Ada may sign the letter.", "sign", {"modal": "may", "tense": "future"}),
    ("Ada was arrested.", "arrest", {"passive": True}),
    ("Ada arrested him.", "arrest", {"passive": False}),
]


@pytest.fixture
def clauses(annotator):
    def read(text):
        life = document(text)
        annotation = annotator.annotate(life)
        phrases = Phrases(annotation, frozenset({"of"}), frozenset({"the", "a"}), frozenset({"for"}))
        return life, ClauseReader(annotation, phrases, WORDS).read()

    return read


@pytest.mark.parametrize(("text", "predicate", "wanted"), CASES)
def test_arguments(clauses, text, predicate, wanted):
    life, found = clauses(text)
    clause = next(c for c in found if c.lemma == predicate)
    for function, words in wanted.items():
        quotes = [life.quote(a.span) for a in clause.arguments if a.function == function]
        assert quotes == ([words] if isinstance(words, str) else words)


@pytest.mark.parametrize(("text", "predicate", "wanted"), STATES)
def test_voice_tense_negation(clauses, text, predicate, wanted):
    _, found = clauses(text)
    clause = next(c for c in found if c.lemma == predicate)
    assert {k: getattr(clause, k) for k in wanted} == wanted


def test_existential_there_lends_no_subject(clauses):
    _, found = clauses("A panel admitted that there was no proof against Ada.")
    clause = next(c for c in found if c.lemma == "be")
    assert not [a for a in clause.arguments if a.function == "subject"]


def test_span_is_tight(clauses):
    life, found = clauses("In 1932 Ada led the press, which printed books, and her brother ran the shop.")
    clause = next(c for c in found if c.lemma == "lead")
    assert life.quote(clause.span) == "In 1932 Ada led the press"
