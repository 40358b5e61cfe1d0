"""Named repairs of faults about subjects: what stands before a verb without being its subject, or apart from it."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, has_subject, token_after, words
from vitascope.model import Sentence, Token

_SUBJECT = ("nsubj", "nsubjpass")
_AUXILIARY = ("aux", "auxpass")
_FINITE = ("VBD", "VBZ", "VBP")
_WITHIN_NAME = ("compound", "nmod", "amod")
_RELATIVE = ("WP", "WDT", "WP$")


def possessive_before_its_noun(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Her play The Lake was staged": a possessive pronoun is never the subject of the noun that it stands before."""
    edits: Edit = {}
    for token in words(tokens, sentence):
        noun = tokens[token.head]
        if token.tag == "PRP$" and token.dep in _SUBJECT and noun.pos in ("NOUN", "PROPN") and noun.index > token.index:
            edits[token.index] = ("poss", noun.index)
    return edits


def one_subject(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The son of a smith, Lund was born here": of two subjects without a conjunction the noun before a comma tells of
    the name after it, and a title after its noun of that noun ("her play The Lake was staged")."""
    edits: Edit = {}
    subjects: dict[int, list[Token]] = {}
    for token in words(tokens, sentence):
        if token.dep in _SUBJECT and token.index < token.head and token.tag not in _RELATIVE:
            subjects.setdefault(token.head, []).append(token)
    for verb, found in subjects.items():
        if (
            len(found) != 2
            or (found[0].pos != "NOUN" and found[0].tag != "JJS")
            or found[1].tag not in ("NNP", "NNPS", "PRP")
        ):
            continue
        first, second = found
        between = {t.text for t in tokens[first.index + 1 : second.index] if t.pos == "PUNCT"}
        if between == {","} and not any(t.dep in _SUBJECT for t in tokens[second.index + 1 : verb]):
            edits[first.index] = ("appos", second.index)
        elif not between and second.pos == "PROPN":
            edits[second.index] = ("appos", first.index)
    return edits


def participle_between_commas(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The tale, often told, that she left rests on an error": "told" tells of the tale."""
    edits: Edit = {}
    for told in words(tokens, sentence)[1:-1]:
        if told.tag not in ("VBD", "VBN") or told.pos != "VERB" or token_after(tokens, told).text != ",":
            continue
        below = children(tokens, sentence, told.index)
        noun = next((c for c in below if c.dep in _SUBJECT and c.pos == "NOUN" and c.index < told.index), None)
        verb = next(
            (c for c in below if c.dep == "conj" and c.tag in ("VBZ", "VBD", "VBP") and c.index > told.index), None
        )
        if noun is None or verb is None or any(c.dep in ("aux", "auxpass", "dobj", "cc", "prep") for c in below):
            continue
        at = told.index - 1
        while tokens[at].dep == "advmod":
            at -= 1
        if tokens[at].text != "," or has_subject(tokens, sentence, verb):
            continue
        edits[verb.index] = (told.dep, verb.index if told.head == told.index else told.head)
        edits[noun.index] = ("nsubj", verb.index)
        edits[told.index] = ("acl", noun.index)
        for clause in below:
            opened = any(c.dep == "mark" for c in children(tokens, sentence, clause.index))
            if clause.dep == "conj" and told.index < clause.index < verb.index and opened:
                edits[clause.index] = ("acl", noun.index)
    return edits


def subject_on_the_auxiliary(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She was later fined": what hangs on an auxiliary hangs on its verb."""
    edits: Edit = {}
    for token in words(tokens, sentence):
        auxiliary = tokens[token.head]
        if token.dep not in _SUBJECT or auxiliary.dep not in _AUXILIARY:
            continue
        if any(c.dep in _AUXILIARY for c in children(tokens, sentence, auxiliary.index)):
            continue  # "to be heard", itself a verb
        if not has_subject(tokens, sentence, tokens[auxiliary.head]):
            edits[token.index] = ("nsubjpass" if auxiliary.dep == "auxpass" else "nsubj", auxiliary.head)
    return edits


def emphasis_before_the_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Lund, who was himself tried": a pronoun between a relative pronoun's auxiliary and its verb is no subject."""
    edits: Edit = {}
    for pronoun in words(tokens, sentence)[3:]:
        auxiliary, subject = tokens[pronoun.index - 1], tokens[pronoun.index - 2]
        verb = tokens[pronoun.head]
        if pronoun.tag != "PRP" or pronoun.dep not in _SUBJECT or verb.index <= pronoun.index or verb.pos != "VERB":
            continue
        if subject.tag != "WP" or subject.dep not in _SUBJECT or auxiliary.pos != "AUX":
            continue
        behind = tokens[subject.index - 1]
        holder = tokens[behind.index - 1] if behind.text == "," else behind
        if holder.pos not in ("NOUN", "PROPN") or holder.index < sentence.first or verb.dep == "relcl":
            continue
        passive = verb.tag == "VBN" and auxiliary.dep == "auxpass"
        edits[pronoun.index] = ("npadvmod", verb.index)
        edits[auxiliary.index] = ("auxpass" if passive else "aux", verb.index)
        edits[subject.index] = ("nsubjpass" if passive else "nsubj", verb.index)
        edits[verb.index] = ("relcl", holder.index)
    return edits


def name_before_its_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Lund married the painter": a name before a finite verb that has no other subject is its subject."""
    edits: Edit = {}
    for name in words(tokens, sentence):
        verb = tokens[name.head]
        if name.dep != "npadvmod" or name.tag != "NNP" or name.index > verb.index or verb.tag not in _FINITE:
            continue
        below = children(tokens, sentence, verb.index)
        if not any(c.dep in (*_SUBJECT, "expl", "csubj") or c.dep in _AUXILIARY for c in below):
            edits[name.index] = ("nsubj", verb.index)
    return edits


def verb_before_a_trade(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Lund married painter Karl Holm": a past tense is no adjective of the noun after it, which is its object."""
    edits: Edit = {}
    for verb in words(tokens, sentence):
        if verb.dep != "amod" or verb.pos != "VERB" or verb.index == sentence.first:
            continue
        bare = verb.tag == "VBN" and tokens[verb.index - 1].pos == "CCONJ" and tokens[verb.head].pos == "PROPN"
        if verb.tag != "VBD" and not bare:
            continue
        noun = tokens[verb.head]
        while noun.dep in _WITHIN_NAME and noun.head != noun.index:
            noun = tokens[noun.head]
        phrase = [t for t in words(tokens, sentence) if t.head in (noun.index, verb.head)]
        before = tokens[verb.index - 1]
        joined = noun.dep == "conj" and tokens[noun.head].pos in ("VERB", "AUX")
        named = noun.head == noun.index and before.tag in ("NNP", "NNPS", "PRP")
        joined = joined and (not bare or tokens[noun.head].pos == "VERB")
        if noun.index < verb.index or not (joined or named) or any(t.dep in ("det", "poss") for t in phrase):
            continue
        edits[verb.index] = (noun.dep, verb.index if noun.head == noun.index else noun.head)
        edits[noun.index] = ("dobj", verb.index)
        for token in phrase:
            beside = token.index > noun.index and token.dep in ("prep", "advcl", "npadvmod", "advmod", "punct")
            if token.head == noun.index and (token.index < verb.index or beside):
                edits[token.index] = (token.dep, verb.index)
        if named:
            edits[before.index] = ("nsubj", verb.index)
    return edits


def participle_before_the_main_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Lund, dismissed in 1939, was never tried": the subject is the later verb's."""
    edits: Edit = {}
    for participle in words(tokens, sentence)[2:]:
        noun, main = tokens[participle.index - 2], tokens[participle.head]
        if participle.tag not in ("VBN", "VBD") or participle.dep not in ("advcl", "ccomp"):
            continue
        if noun.dep not in _SUBJECT or noun.head != participle.index or tokens[participle.index - 1].text != ",":
            continue
        below = children(tokens, sentence, main.index)
        if main.index < participle.index or any(c.dep in _SUBJECT or c.dep == "mark" for c in below):
            continue
        own = children(tokens, sentence, participle.index)
        helped = any(c.dep in (*_AUXILIARY, "dobj") for c in own)
        passive = any(c.dep == "auxpass" for c in below)
        first = min((c.index for c in below if c.dep in _AUXILIARY and c.index > participle.index), default=main.index)
        between = tokens[participle.index + 1 : first]
        if helped or not (passive or main.tag in _FINITE) or not any(t.text == "," for t in between):
            continue
        edits[noun.index] = ("nsubjpass" if passive else "nsubj", main.index)
        edits[participle.index] = ("acl", noun.index)
    return edits


def participle_behind_its_noun(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Karl Lund, called the Bald, was a smith": between commas behind its noun a verb is a participle."""
    edits: Edit = {}
    for verb in words(tokens, sentence):
        below = children(tokens, sentence, verb.index)
        subject = next((c for c in below if c.dep == "nsubj" and c.index < verb.index), None)
        before = [t.text for t in tokens[max(verb.index - 2, sentence.first) : verb.index]]
        if verb.tag != "VBD" or subject is None or before[-1:] != [","] or subject.index != verb.index - 2:
            continue
        own = next((c for c in below if c.dep == "conj" and c.pos in ("VERB", "AUX")), None)
        joined = any(c.dep == "cc" and own is not None and c.index < own.index for c in below)
        if own is None or joined or tokens[own.index - 1].text != ",":
            continue
        if has_subject(tokens, sentence, own):
            continue
        edits[own.index] = (verb.dep, own.index if verb.head == verb.index else verb.head)
        edits[subject.index] = ("nsubj", own.index)
        edits[verb.index] = ("acl", subject.index)
        edits |= {c.index: (c.dep, own.index) for c in below if c.index > own.index}
    return edits


SUBJECTS = (
    Repair(
        "participle before the main verb",
        participle_before_the_main_verb,
        (
            (
                "Karl Dahl, dismissed from the police in 1939, was never tried.",
                ("Dahl", "nsubjpass", "tried"),
            ),
        ),
        ("Karl Dahl, who was dismissed in 1939, was never tried.", "Karl Dahl sold the mill, left and was tried."),
    ),
    Repair(
        "emphasis before the verb",
        emphasis_before_the_verb,
        (("The claim was invented by the clerk, Karl Lund, who was himself shot in 1940.", ("shot", "relcl", "Lund")),),
        ("The clerk, who was tried, left the town.", "The clerk asked who he was."),
    ),
    Repair(
        "possessive before its noun",
        possessive_before_its_noun,
        (("In June 1901, his play The Weirs of Old Marrow was staged in Lund.", ("his", "poss", "play")),),
        ("His was the oldest press in Lund.",),
    ),
    Repair(
        "one subject",
        one_subject,
        (
            (
                "A grandson of the smiths of Marrow, Lund was born the fifth of nine children.",
                ("grandson", "appos", "Lund"),
            ),
            ("In 1903, her story collection A Bridge of Reeds was printed.", ("Bridge", "appos", "collection")),
        ),
        ("The smith and Lund were born here.", "The year that Lund was born was cold."),
    ),
    Repair(
        "participle between commas",
        participle_between_commas,
        (
            (
                "A statement, often repeated, that he was given land for two horses in 1836 rests on a slip of Karl.",
                ("repeated", "acl", "statement"),
            ),
        ),
        ("The clerk, surprised, left the room.", "The clerk wrote, copied, and left."),
    ),
    Repair(
        "subject on the auxiliary",
        subject_on_the_auxiliary,
        (("Lund was afterwards pilloried for theft.", ("Lund", "nsubjpass", "pilloried")),),
        ("Lund was a printer.",),
    ),
    Repair(
        "name before its verb",
        name_before_its_verb,
        (("Knight married poet Anna Holm in 1902.", ("Knight", "nsubj", "married")),),
        ("Sunday he left the town.", "He left the town Sunday."),
    ),
    Repair(
        "verb before a trade",
        verb_before_a_trade,
        (
            ("Lund went back to work at the mill and married Olga Holm in May.", ("married", "conj", "went")),
            (
                "Lund was transferred to the Foreign Ministry as a clerk in 1950 and married Vera Dahl, a typist.",
                ("married", "conj", "transferred"),
            ),
        ),
        ("The married painter Karl Holm left.", "A retired clerk, Otto Lund."),
    ),
    Repair(
        "participle behind its noun",
        participle_behind_its_noun,
        (("Karl Lund, called the Bald, was a smith.", ("Lund", "nsubj", "was")),),
        ("Karl Lund called the smith, and was ill.", "Karl Lund came, saw and left."),
    ),
)
