"""Definite nouns that safely mean one person or body: "the chairman, Lev Kolm", "the brigade", "the painter".

A noun for a role points back only where the text tells the role of one person who is still in mind, and where nobody
of unknown calling stands nearer; every link says so in its reason.
"""

from __future__ import annotations

from vitascope.model import Sentence, Span
from vitascope.people.lexicon import PronounForm
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.antecedents import choose
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import first_conjunct, prominence, subject_of

__all__ = ["Nominals"]

_ANYONE = PronounForm("unknown", False, "nominal", False)
_MODIFIED = ("prep", "relcl", "acl", "appos")
_PLACES = ("nsubj", "nsubjpass", "dobj", "agent")
_PRESENT = 40.0
"""A role's bearer less present than this is out of mind, the life's subject excepted."""


class Nominals:
    """Links definite nouns while a text is read. ``inside`` maps tokens of names to sightings."""

    def __init__(self, story: Story, inside: dict[int, int]) -> None:
        self._story, self._inside = story, inside
        self._bearers, self._lead = _told_roles(story)
        self._told = frozenset(n for numbers in self._bearers.values() for n in numbers)

    def meet(self, at: int, sentence: Sentence) -> None:
        """Link the noun at token ``at`` where it is safe to."""
        story = self._story
        tokens, children = story.annotation.tokens, story.annotation.children[at]
        named = _named(story, at)
        if named is not None:
            self._point(at, named, f"in apposition to the name {named.label}")
            return
        span = self._span(at)
        opens = next((t for t in tokens[sentence.first : at] if t.span.start == span.start), None)
        if opens is not None and opens.text.lower() in story.lex.fresh:
            self._somebody(at, opens.index)
        if opens is None or opens.text.lower() not in story.lex.definite:
            return
        between = tokens[opens.index + 1 : at]
        if any(tokens[c].dep in _MODIFIED for c in children) or any(t.tag.startswith("NN") for t in between):
            return
        if tokens[at].text.lower() in story.lex.lower_bodies and not between:
            self._body_again(at)
        elif not any(t.text.lower() in story.lex.another for t in between):
            self._bearer_again(at, sentence)

    def _somebody(self, at: int, opens: int) -> None:
        """ "A former guard testified …": a person without a name, of whom the text may go on."""
        story, tokens = self._story, self._story.annotation.tokens
        token = tokens[at]
        if token.dep not in ("nsubj", "nsubjpass") or token.lemma not in story.lex.roles or token.tag != "NN":
            return
        noun = " ".join(t.text for t in tokens[opens + 1 : at + 1])
        draft = story.new(noun, story.lex.gendered.get(token.lemma, "unknown"))
        self._point(at, draft, "told without a name")

    def _body_again(self, at: int) -> None:
        """ "The brigade" after the one body whose name ends so."""
        story = self._story
        word = story.annotation.tokens[at].text.lower()
        fits = [d for d in story.drafts if d.kind == "organisation" and d.label.split()[-1].lower() == word]
        met = [d for d in fits if d.number in story.met]
        if len(met) == 1:
            self._point(at, met[0], f"the only {word} named before")

    def _bearer_again(self, at: int, sentence: Sentence) -> None:
        """ "The painter" where one person in mind is told to be a painter."""
        story, token = self._story, self._story.annotation.tokens[at]
        by = token.dep == "pobj" and story.annotation.tokens[token.head].dep == "agent"
        if token.dep not in _PLACES and not by:
            return
        bearers = self._bearers.get(token.lemma, [])
        present = [n for n in bearers if story.final(n) == story.main or story.salience.of(n) >= _PRESENT]
        if len(present) != 1:
            return
        draft = story.drafts[story.final(present[0])]
        nearest = choose(story, at, _ANYONE, sentence)
        free = nearest is None or nearest.draft == draft.number or nearest.draft in self._told
        if draft.main and (token.lemma not in self._lead or not free):
            return
        if not draft.main and (draft.number not in story.met or not free):
            return
        told = "what the lead says the title's person was" if draft.main else f"{draft.label} is told to be one"
        self._point(at, draft, f"{told}, and nobody else in mind")

    def _point(self, at: int, draft: Draft, because: str) -> None:
        weight = prominence(self._story.annotation, at)
        self._story.point(self._span(at), "nominal", draft.number, at, because, weight)

    def _span(self, at: int) -> Span:
        tokens, first = self._story.annotation.tokens, at
        while (
            first > 0
            and tokens[first - 1].head == at
            and tokens[first - 1].dep in ("det", "amod", "compound", "nummod")
            and first - 1 not in self._inside
        ):
            first -= 1
        return Span(tokens[first].span.start, tokens[at].span.end)


def _named(story: Story, at: int) -> Draft | None:
    """Whose name is told of the noun at token ``at``: "the chairman, Lev Dahl", "a servant, a boy called Ove"."""
    tokens, lex = story.annotation.tokens, story.lex
    for child in story.annotation.children[at]:
        if any(tokens[c].text in lex.hedges for c in story.annotation.children[child]):
            continue
        if tokens[child].dep == "appos":
            beside = story.annotation.subtree(child)[0] == at + 1
            if beside and tokens[at].lemma not in lex.roles and tokens[at].lemma not in lex.gendered:
                # "after her release Anna Berg left": nothing sets the name off, and the noun is nobody's
                continue
            found = story.whose(child) or (_named(story, child) if tokens[child].tag == "NN" else None)
        elif tokens[child].dep == "acl" and tokens[child].text in lex.naming:
            found = next((d for c in story.annotation.children[child] if (d := story.whose(c)) is not None), None)
        else:
            continue
        if found is not None and found.kind == "person" and not found.plural:
            return found
    return None


def _told_roles(story: Story) -> tuple[dict[str, list[int]], frozenset[str]]:
    """Who is told to be what, by copula, apposition or title; and what the lead tells of its subject.

    A noun that tells a gender tells it of its bearer at once, for the whole text.
    """
    annotation, lex = story.annotation, story.lex
    bearers: dict[str, list[int]] = {}
    lead: set[str] = set()
    for token in (annotation.tokens[i] for i in annotation.told_forms(lex.roles.union(lex.gendered))):
        if token.lemma not in lex.roles and token.lemma not in lex.gendered:
            continue  # capitalised
        top = annotation.tokens[first_conjunct(annotation, token.index)]
        bearer = story.whose(subject_of(annotation, top.head)) if top.dep == "attr" else None
        if bearer is None and token.dep in ("appos", "compound", "nmod"):
            bearer = story.whose(token.head)
        if bearer is not None and bearer.main and token.sentence <= 1:
            lead.add(token.lemma)
        for draft in (bearer, _named(story, token.index)):
            if draft is None or draft.kind != "person":
                continue
            if draft.gender == "unknown" and token.tag == "NN":
                draft.gender = lex.gendered.get(token.lemma, "unknown")
            if token.lemma in lex.roles and draft.number not in bearers.setdefault(token.lemma, []):
                bearers[token.lemma].append(draft.number)
    for draft in story.drafts:
        ranks = [form for form in draft.forms if form is draft.forms[0] or not form.given] if draft.main else []
        lead.update(title.lower() for form in ranks for title in form.titles)
        for role in {title.lower(): None for form in draft.forms for title in form.titles}:
            if role in lex.roles and draft.number not in bearers.setdefault(role, []):
                bearers[role].append(draft.number)
    return bearers, frozenset(lead)
