"""Whom "who", "whose" and "which" mean: the noun that their clause hangs on, with one named repair."""

from __future__ import annotations

from vitascope.model import Annotation, Sentence
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.bodies_again import body_apposed
from vitascope.people.resolution.story import Story
from vitascope.people.syntax import clause_of, first_conjunct, subject_of

__all__ = ["antecedent_of"]

_DEPTH = 8


def antecedent_of(story: Story, at: int, sentence: Sentence) -> tuple[int, str] | None:
    """The draft that the relative pronoun at token ``at`` means, and why; None where it is not known."""
    annotation = story.annotation
    wanted = story.lex.relatives[annotation.tokens[at].text.lower()]
    verb = _relative_verb(annotation, at)
    if verb is None:
        return _joined(story, at, sentence) or (_beside(story, at, sentence) if wanted == "person" else None)
    noun = annotation.tokens[verb].head
    if wanted == "person":
        subject = _lead_subject(story, at, verb, sentence)
        if subject is not None:
            return subject, "rule lead-relative: the clause closes what the lead says of its subject"
    draft = story.whose(noun)
    if draft is None and wanted != "person":
        draft = body_apposed(story, noun)
    first = at - (annotation.tokens[at - 1].dep == "prep" and annotation.tokens[at].head == at - 1)
    described = annotation.tokens[first - 1].tag == "," or annotation.tokens[noun].dep == "appos"
    bride = _bride(story, noun, verb) if wanted == "person" and described else None
    if bride is not None:
        return bride.number, "the one married, of whose father its noun tells"
    if (draft is None or draft.kind == "organisation") and wanted == "person" and described:
        draft = _apposed(story, noun)
        if draft is not None:
            return draft.number, "the name that the noun it hangs on describes"
    if draft is None and wanted == "person":
        draft = story.whose(_predicated_of(annotation, noun))
        because = "the noun it hangs on says what the subject is"
    else:
        because = "the noun its clause hangs on"
    if draft is None or (wanted == "person") == (draft.kind == "organisation"):
        return None
    return draft.number, because


def _relative_verb(annotation: Annotation, at: int) -> int | None:
    tokens = annotation.tokens
    for _ in range(_DEPTH):
        at = tokens[at].head
        if tokens[at].dep == "relcl":
            return at
        if tokens[at].head == at:
            return None
    return None


def _joined(story: Story, at: int, sentence: Sentence) -> tuple[int, str] | None:
    """ "Karl Dahl, whom she married and with whom she had a son": as the relative pronoun before the conjunction."""
    tokens = story.annotation.tokens
    first = at - 1 if tokens[at].dep == "pobj" and tokens[at - 1].index == tokens[at].head else at
    if first <= sentence.first or tokens[first - 1].pos != "CCONJ":
        return None
    before = (t for t in reversed(tokens[sentence.first : first]) if t.text.lower() in story.lex.relatives)
    draft = next((story.whose(t.index) for t in before), None)
    body = story.lex.relatives[tokens[at].text.lower()] != "person"
    if draft is None or body != (draft.kind == "organisation"):  # "whose land was flooded and which has suffered"
        return None
    return draft.number, "the relative pronoun that it is joined to"


def _beside(story: Story, at: int, sentence: Sentence) -> tuple[int, str] | None:
    """ "She met Karl Dahl, a cooper and the brother of Lev, by whom she had a son": the person whose phrase ends before
    the comma, where the parser hung the clause on a verb."""
    tokens = story.annotation.tokens
    comma = at - 2
    if comma <= sentence.first or tokens[at - 1].pos != "ADP" or tokens[comma].tag != ",":
        return None
    noun = comma - 1
    for _ in range(_DEPTH):
        above, token = tokens[noun].head, tokens[noun]
        inner = token.dep == "pobj" and tokens[tokens[above].head].pos in ("NOUN", "PROPN")
        if inner:
            noun = tokens[above].head
        elif token.dep in ("appos", "compound", "nmod") or (token.dep == "conj" and token.pos == "NOUN"):
            noun = above
        else:
            break
    draft = story.whose(noun)
    known = draft is not None and draft.kind == "person" and not draft.plural
    return (draft.number, "the person beside whom its clause stands") if draft is not None and known else None


def _apposed(story: Story, noun: int) -> Draft | None:
    """The name in apposition to which the noun's phrase ends: "Olga, the widow of a knight from Narva, who"."""
    tokens = story.annotation.tokens
    for _ in range(_DEPTH):
        while tokens[noun].dep == "conj" and tokens[noun].pos == "NOUN" and tokens[tokens[noun].head].pos == "NOUN":
            noun = tokens[noun].head  # "a smith and the brother of Lev"
        above = tokens[noun].head
        if tokens[noun].dep == "appos":
            draft = story.whose(above)
            return draft if draft is not None and draft.kind == "person" and not draft.plural else None
        if tokens[noun].dep != "pobj":
            return None
        noun = tokens[above].head
        if story.whose(noun) is not None:
            return None
    return None


def _bride(story: Story, noun: int, verb: int) -> Draft | None:
    """ "Married Olga, daughter of Karl Dahl of Narva, who died in 1902": the one married, where a plain deed is told
    of her; "who had been his master" is the father."""
    tokens, lex = story.annotation.tokens, story.lex
    if tokens[verb].tag != "VBD" or tokens[verb].pos != "VERB":
        return None
    for _ in range(_DEPTH):
        kin = lex.kin.get(tokens[noun].text.lower())
        if kin is not None and tokens[noun].dep == "appos":
            spouse = tokens[noun].head
            wed = tokens[clause_of(story.annotation, spouse)].lemma in lex.marry and kin.relation == "child"
            return story.whose(spouse) if wed and tokens[spouse].dep in ("dobj", "pobj", "oprd") else None
        if tokens[noun].dep == "appos" and tokens[tokens[noun].head].pos == "PROPN":
            noun = tokens[noun].head  # "daughter of Karl Dahl, a smith, by whom he had two sons"
            continue
        if tokens[noun].dep != "pobj":
            return None
        noun = tokens[tokens[noun].head].head
    return None


def _predicated_of(annotation: Annotation, noun: int) -> int | None:
    """The subject of the copula whose predicate nominal, of one person, ``noun`` is."""
    tokens = annotation.tokens
    above = tokens[tokens[noun].head]
    if tokens[noun].tag == "NN" and tokens[noun].dep == "conj" and above.pos == "AUX":
        return subject_of(annotation, above.index)  # "was a painter and sculptor who", joined to the verb by the parser
    top = first_conjunct(annotation, noun)
    if tokens[noun].tag != "NN" or tokens[top].dep not in ("attr", "oprd"):
        return None
    return subject_of(annotation, tokens[top].head)


def _lead_subject(story: Story, at: int, verb: int, sentence: Sentence) -> int | None:
    """The rule ``lead-relative`` of pronouns.yml: its conditions, one by one."""
    annotation, tokens = story.annotation, story.annotation.tokens
    if sentence.index != 0 or story.main is None or at == 0 or tokens[at - 1].tag != ",":
        return None
    root = next((k for k in range(sentence.first, sentence.last) if tokens[k].head == k), None)
    if root is None or tokens[root].pos != "AUX":
        return None
    subject = story.whose(subject_of(annotation, root))
    if subject is None or subject.number != story.main:
        return None
    closes = all(tokens[k].pos == "PUNCT" for k in range(annotation.subtree(verb)[-1] + 1, sentence.last))
    # the antecedent stands in an "of" phrase, and so up to the predicate nominal: no verb on the way
    noun = first_conjunct(annotation, tokens[verb].head)
    steps = 0
    while closes and tokens[noun].dep == "pobj" and steps < _DEPTH:
        preposition = tokens[noun].head
        if tokens[preposition].text.lower() not in story.lex.linking:
            return None
        above = tokens[preposition].head
        noun = first_conjunct(annotation, above)
        if tokens[noun].dep == "attr" and tokens[noun].head == root:
            return story.main
        steps += 1
    return None
