"""Whom a pronoun means: gender and number must fit, its own clause bars some, presence in mind decides.

The presence model is Lappin & Leass (1994); the bars are the usual binding conditions (a pronoun is not its own
clause's subject, "his mother" is not he).
"""

from __future__ import annotations

from typing import NamedTuple

from vitascope.model import Sentence
from vitascope.people.lexicon import PronounForm
from vitascope.people.names.draft import Draft
from vitascope.people.resolution.other_parent import child_of_both, couples_with_children, parent_before
from vitascope.people.resolution.own_kin import kin_of_the_wed
from vitascope.people.resolution.parentage import named_in_front
from vitascope.people.resolution.preferences import Candidate, Pronoun, features_of
from vitascope.people.resolution.salience import RECENCY
from vitascope.people.resolution.story import Story
from vitascope.people.resolution.voices import bidders, sources, who_takes_back
from vitascope.people.resolution.wedded import wedded_pair, wedded_pair_in_mind
from vitascope.people.syntax import SUBJECTS, clause_of, conjuncts, first_conjunct, predicated, prominence, subject_of

__all__ = ["Choice", "candidates_for", "choose", "choose_pair", "choose_plural"]

_BODY = 0.8
"""Weight of a body, or of a plural noun nobody answers to, against a group of persons for "they"."""
_PRESENT = 50.0
"""A group less present than this is out of mind."""
_ASIDE = _BODY * 0.5 * (RECENCY + 40)
"""A plural noun that only an oblique phrase of the sentence before names ("for years") does not outdo two persons."""
_OBLIQUE = ("prep", "agent", "dative")
_FAR = 12.0
"""Less present than this, only the life's own subject can still be meant."""


class Choice(NamedTuple):
    """The draft meant and why; ``alone`` where nobody else could be."""

    draft: int
    because: str
    alone: bool


def choose(story: Story, at: int, form: PronounForm, sentence: Sentence) -> Choice | None:
    """The one person that a singular pronoun at token ``at`` means, or None where nobody fits."""
    if form.reflexive:
        subject = story.whose(subject_of(story.annotation, clause_of(story.annotation, at)))
        if subject is not None and not subject.plural and _fits(subject, form):
            return Choice(subject.number, "the subject of its clause", True)
    partner = parent_before(story, at) or child_of_both(story, at) or _partner(story, at)
    if partner is not None and partner.kind == "person" and _fits(partner, form):
        return Choice(partner.number, "the person its noun is joined to", False)
    if _is_anybody(story, at, form):
        return None
    whom = _outcome(story, at)
    if whom is not None and whom.kind == "person" and _fits(whom, form):
        return Choice(whom.number, "what came of the clause to its subject", False)
    named = _of_the_name_married(story, at)
    if named is not None and _fits(named, form):
        return Choice(named.number, "who has the name that the clause marries into", False)
    speaker = who_takes_back(story, at, sentence)
    if speaker is not None and _fits(speaker, form):
        return Choice(speaker.number, "who had said what is taken back", False)
    candidates = candidates_for(story, at, form, sentence)
    if story.watch is not None:
        story.watch(at, candidates)
    if not candidates:
        return None
    weights = story.weights
    scores = [(weights.score(c.features), c.draft) for c in candidates]
    best = max(range(len(scores)), key=lambda n: (scores[n][0], -scores[n][1]))
    chosen = candidates[best]
    if len(candidates) == 1:
        return Choice(chosen.draft, _only(story, chosen.draft), True)
    rival = max((n for n in range(len(scores)) if n != best), key=lambda n: scores[n][0])
    return Choice(chosen.draft, weights.because(chosen.features, candidates[rival].features), False)


def candidates_for(story: Story, at: int, form: PronounForm, sentence: Sentence) -> list[Candidate]:
    """All persons that the singular pronoun at token ``at`` could mean by number, gender and place, by number."""
    barred = _barred(story, at).union(kin_of_the_wed(story, at))
    if story.main is not None:
        barred |= sources(story, at, sentence)
    present = [n for n in story.salience.drafts() if story.salience.of(n) >= _FAR]
    ahead = _ahead(story, at, sentence)
    if ahead is not None:
        present.append(ahead[0].number)
    if story.main is not None:
        present.append(story.main)
    pronoun = Pronoun.read(story, at, form, sentence)
    found: list[Candidate] = []
    for number in sorted(set(present)):
        draft = story.drafts[story.final(number)]
        if draft.number != number or draft.kind != "person" or number in barred or not _fits(draft, form):
            continue
        features = features_of(story, pronoun, draft)
        if ahead is not None and draft is ahead[0]:
            features[f"ahead of {ahead[1]}"] = 1.0
        found.append(Candidate(number, features))
    return found


def choose_plural(story: Story, at: int, sentence: Sentence) -> Choice | None:
    """The group, pair or body that "they" means; None where another plural noun could be meant as well."""
    if story.one_they and story.main is not None:
        return Choice(story.main, "singular they: the text says neither he nor she", False)
    again = _object_again(story, at)
    if again is not None:
        return Choice(again.number, "the object of the clause that it is joined to", False)
    barred = _barred(story, at).union(_children(story, at), couples_with_children(story, at))
    scores: list[tuple[float, int]] = []
    for number in story.salience.drafts():
        draft = story.drafts[story.final(number)]
        if draft.number == number and number not in barred and (draft.plural or draft.kind == "organisation"):
            scores.append((story.salience.of(number) * (1.0 if draft.plural else _BODY), number))
    best, number = max(scores, key=lambda s: (s[0], -s[1]), default=(0.0, -1))
    rival = _rival(story, at, sentence)
    if best < _PRESENT:
        return _two(story, at, sentence) or _wedded(wedded_pair_in_mind(story)) if rival <= _ASIDE else None
    if rival >= best:
        return None
    return Choice(number, "the most prominent group or body just before", len(scores) == 1)


def _children(story: Story, at: int) -> set[int]:
    """ "Their son", behind a word on somebody's children, is not the children's."""
    tokens, lex = story.annotation.tokens, story.lex
    noun = lex.kin.get(tokens[tokens[at].head].text.lower())
    if tokens[at].dep != "poss" or noun is None or noun.relation not in lex.generic:
        return set()
    return {d.number for d in story.drafts if d.plural and any(tie in lex.generic for tie, _ in d.kin)}


def _object_again(story: Story, at: int) -> Draft | None:
    """ "Convicted two officers and fined them": the object of the verb to which one without a subject is joined."""
    tokens, children = story.annotation.tokens, story.annotation.children
    verb = tokens[tokens[at].head]
    if tokens[at].dep != "dobj" or verb.dep != "conj" or any(tokens[c].dep in SUBJECTS for c in children[verb.index]):
        return None
    found = next((story.whose(c) for c in children[verb.head] if tokens[c].dep == "dobj"), None)
    return found if found is not None and found.plural else None


def choose_pair(story: Story, at: int, sentence: Sentence) -> Choice | None:
    """The two persons that "the couple" means: the pair most in mind, else the two just spoken of."""
    drafts = [story.drafts[story.final(n)] for n in story.salience.drafts()]
    pairs = [(story.salience.of(d.number), -d.number) for d in drafts if len(d.members) == 2]
    if not pairs:
        couple = story.annotation.tokens[at].lemma.lower() in story.lex.family["couples"]
        return (_wedded(wedded_pair(story)) if couple else None) or _two(story, at, sentence)
    return Choice(-max(pairs)[1], "the two persons joined before", len(pairs) == 1)


def choose_joined(story: Story, at: int, sentence: Sentence) -> Choice | None:
    """The two persons that "both" means, where "they" would mean them: never things, bodies or larger groups."""
    choice = None if story.one_they else choose_plural(story, at, sentence)
    return choice if choice is not None and len(story.drafts[choice.draft].members) == 2 else None


def member_in_turn(story: Story, pair: int, turn: int) -> int:
    """The member of a pair named first (0) or last (-1) when they were last named: "the former", "the latter"."""
    members, tokens = (story.final(m) for m in story.drafts[pair].members), story.annotation.tokens
    return sorted(members, key=lambda m: [t for t in story.mentioned(m) if tokens[t].pos == "PROPN"][-1:])[turn]


def _two(story: Story, at: int, sentence: Sentence) -> Choice | None:
    """The two persons, no more and no fewer, that this sentence and the one before it speak of."""
    before = story.annotation.sentences[max(sentence.index - 1, 0)]
    first = before.first if before.block == sentence.block else sentence.first
    found = (story.whose(t) for t in range(first, at) if t in story.at)
    persons = {d.number: d for d in found if d is not None and d.number in story.met}
    if len(persons) != 2 or any(d.kind != "person" or d.plural for d in persons.values()):
        return None
    return Choice(story.together(list(persons.values())).number, "the two persons just spoken of", False)


def _wedded(pair: Draft | None) -> Choice | None:
    return None if pair is None else Choice(pair.number, "the person the life is about and their spouse", False)


def _fits(draft: Draft, form: PronounForm) -> bool:
    return not draft.plural and (form.gender == "unknown" or draft.gender in ("unknown", form.gender))


def _only(story: Story, number: int) -> str:
    draft = story.drafts[number]
    known = f"{draft.gender} " if draft.gender != "unknown" else ""
    if draft.main and not story.salience.is_here(number):
        return "the person the life is about, nobody else fits"
    return f"the only {known}person in the {'sentence' if story.salience.is_here(number) else 'sentences before'}"


def _barred(story: Story, at: int) -> set[int]:
    """Drafts that the pronoun's own place rules out."""
    annotation, token = story.annotation, story.annotation.tokens[at]
    barred: set[int | None] = set()
    if token.dep == "poss":
        noun = annotation.tokens[first_conjunct(annotation, token.head)]
        if noun.dep in ("attr", "oprd"):
            barred.add(subject_of(annotation, noun.head))
        held = annotation.tokens[token.head]
        act = annotation.tokens[held.head if held.dep == "dobj" else annotation.tokens[held.head].head]
        theirs = held.dep in ("dobj", "pobj") and held.lemma in story.lex.upon_others.get(act.lemma, ())
        if theirs or _is_of_others(story, held.index, act.index):
            barred.add(subject_of(annotation, act.index))
        if held.dep == "appos":
            barred.add(held.head)
        barred.update(c for c in annotation.children[token.head] if annotation.tokens[c].dep == "appos")
    else:
        verb = clause_of(annotation, at)
        subject = subject_of(annotation, verb)
        if subject == at:
            # "she was born Anna Lund": what is predicated of the subject may name it
            named = annotation.tokens[verb].lemma in story.lex.born
            barred.update(c for c in annotation.children[verb] if not named and not predicated(annotation, c))
            # "the daughter of Karl Berg and Olga Lund, she": no parent is the child
            barred.update(named_in_front(annotation, at, story.lex))
            for child in annotation.children[verb]:
                if annotation.tokens[child].dep in _OBLIQUE:
                    barred.update((*annotation.children[child], *bidders(annotation, child, story.lex)))
                if annotation.tokens[child].dep in ("advcl", "acl") and _is_of_subject(story, child):
                    # "accompanied by Lev Dahl, he set out": who takes part in what is said of him is not he
                    below = annotation.children[child]
                    barred.update(below)
                    oblique = (b for b in below if annotation.tokens[b].dep in _OBLIQUE)
                    # "appointed a peer as Baroness Berg, she" is that very person
                    other = (b for b in oblique if annotation.tokens[b].text.lower() not in story.lex.being)
                    barred.update(c for b in other for c in annotation.children[b])
        else:
            if _takes_part(story, at, verb):
                # "he and Olga met her": no part of the subject is she
                barred.update([subject] if subject is None else conjuncts(annotation, subject))
            if token.dep in ("dobj", "dative"):
                barred.update(c for c in annotation.children[verb] if annotation.tokens[c].dep in ("dobj", "dative"))
            elif annotation.tokens[token.head].head == verb:
                barred.update(c for c in annotation.children[verb] if annotation.tokens[c].dep == "dobj")
    barred.discard(at)
    return {story.final(story.at[t]) for t in barred if t is not None and t in story.at}


def _is_of_others(story: Story, relative: int, act: int) -> bool:
    """ "The mayor, who had known his father": nobody is told of for knowing a parent of his own."""
    annotation, tokens, lex = story.annotation, story.annotation.tokens, story.lex
    noun = lex.kin.get(tokens[relative].text.lower())
    if (
        noun is None
        or noun.relation not in lex.kin_of_others["elders"]
        or tokens[act].dep != "relcl"
        or story.main is None
    ):
        return False
    subject = story.whose(subject_of(annotation, act))
    said = [tokens[c] for c in annotation.children[act] if tokens[c].dep in ("neg", "advmod")]
    own = [tokens[c] for c in annotation.children[relative] if tokens[c].dep == "amod"]
    told = all(t.text.lower() not in lex.kin_of_others["hardly"] for t in said) and all(
        t.text.lower() in lex.tell_apart for t in own
    )
    return (
        told and tokens[act].lemma in lex.kin_of_others["verbs"] and (subject is None or subject.number != story.main)
    )


def _is_of_subject(story: Story, verb: int) -> bool:
    """Whether a clause is a participle without a subject of its own, which is so the subject's of the clause above."""
    tokens, below = story.annotation.tokens, story.annotation.children[verb]
    return tokens[verb].tag in ("VBN", "VBG") and not any(tokens[c].dep in (*SUBJECTS, "mark", "aux") for c in below)


def _takes_part(story: Story, at: int, verb: int) -> bool:
    """Whether the pronoun is an argument of ``verb`` itself and not of a noun below it ("evidence against her")."""
    tokens = story.annotation.tokens
    return tokens[at].head == verb or (tokens[at].dep == "pobj" and tokens[tokens[at].head].head == verb)


def _ahead(story: Story, at: int, sentence: Sentence) -> tuple[Draft, str] | None:
    """The subject that follows a pronoun in a fronted phrase or clause, and how that stands to it."""
    annotation = story.annotation
    verb, link = clause_of(annotation, at), "phrase"
    while True:
        subject = subject_of(annotation, verb)
        if subject is not None and at < subject < sentence.last and at < verb:
            named = story.whose(subject)
            return None if named is None else (named, link)
        above = clause_of(annotation, verb)
        if above == verb:
            return None
        verb, link = above, "clause"


def _is_anybody(story: Story, at: int, form: PronounForm) -> bool:
    """ "He or she", "his/her": nobody whom the text tells of."""
    tokens = story.annotation.tokens
    for joint, there in ((at + 1, at + 2), (at - 1, at - 2)):
        if not (0 <= there < len(tokens) and tokens[joint].text.lower() in story.lex.either):
            continue
        other = story.lex.pronouns.get(tokens[there].text.lower())
        if other is not None and "unknown" not in (other.gender, form.gender) and other.gender != form.gender:
            return True
    return False


def _of_the_name_married(story: Story, at: int) -> Draft | None:
    """ "In 1864 she married Karl Lund", in the life of Anna Lund, who bears his name since: she is Anna Lund."""
    annotation, tokens = story.annotation, story.annotation.tokens
    verb = clause_of(annotation, at)
    main = None if story.main is None else story.drafts[story.main]
    if main is None or tokens[at].dep not in SUBJECTS or tokens[verb].lemma not in story.lex.marry:
        return None
    spouse = next((d for c in annotation.children[verb] if (d := story.whose(c)) is not None and c > at), None)
    names = {form.surname for form in main.forms}
    theirs = set() if spouse is None or spouse is main else {form.surname for form in spouse.forms}
    return main if names & theirs - {""} else None


def _outcome(story: Story, at: int) -> Draft | None:
    """ "Anna won the race, making her the first": the subject of the clause whose outcome befalls it."""
    annotation, tokens = story.annotation, story.annotation.tokens
    verb = clause_of(annotation, at)
    told = tokens[verb]
    if told.tag != "VBG" or told.dep not in ("advcl", "acl") or told.lemma not in story.lex.outcomes:
        return None
    if (
        told.head > verb
        or tokens[at].dep == "poss"
        or any(tokens[c].dep in SUBJECTS for c in annotation.children[verb] if c != at)
    ):
        return None
    return story.whose(subject_of(annotation, clause_of(annotation, verb)))


def _partner(story: Story, at: int) -> Draft | None:
    """ "Lev Dahl and his wife": a possessive in the second part of a pair is the first part's, or its owner's."""
    tokens = story.annotation.tokens
    held = tokens[tokens[at].head]
    if tokens[at].dep != "poss" or held.dep != "conj":
        return None
    for child in story.annotation.children[held.head]:
        if tokens[child].dep == "poss" and tokens[child].text.lower() == tokens[at].text.lower():
            return story.whose(child)
    return story.whose(held.head)


def _rival(story: Story, at: int, sentence: Sentence) -> float:
    """Weight of the most prominent plural noun before ``at``, here or one sentence back, that is nobody's mention."""
    annotation = story.annotation
    before = annotation.sentences[max(sentence.index - 1, 0)]
    best = 0.0
    for token in annotation.tokens[before.first : at]:
        if token.tag in ("NNS", "NNPS") and token.index not in story.at:
            fade = 1.0 if token.sentence == sentence.index else 0.5
            best = max(best, _BODY * fade * (RECENCY + prominence(annotation, token.index)))
    return best
