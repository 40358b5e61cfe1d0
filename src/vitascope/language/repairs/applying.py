"""Named repairs of known parser faults: each a small rewrite of one sentence's parse, with examples.

A repair looks at structure only and must be right wherever it applies; what needs the meaning of words is left to
later stages. ``examples`` are sentences with the relation that must hold afterwards (dependent, relation, head);
``near_misses`` are sentences that the repair must leave alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vitascope.language.repairs.clauses import CLAUSES
from vitascope.language.repairs.commas import BETWEEN_COMMAS
from vitascope.language.repairs.contents import CONTENTS
from vitascope.language.repairs.contrasts import CONTRASTS
from vitascope.language.repairs.coordination import COORDINATIONS
from vitascope.language.repairs.gapping import GAPPING
from vitascope.language.repairs.introduced import INTRODUCED
from vitascope.language.repairs.lists import LISTS
from vitascope.language.repairs.name_rows import IN_A_ROW
from vitascope.language.repairs.objects import OBJECTS
from vitascope.language.repairs.parallels import PARALLELS
from vitascope.language.repairs.participles import PARTICIPLES
from vitascope.language.repairs.plurals import PLURALS
from vitascope.language.repairs.prepositions import PREPOSITIONS
from vitascope.language.repairs.put_in import PUT_IN
from vitascope.language.repairs.relatives import RELATIVES
from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, words
from vitascope.language.repairs.second_subjects import SECOND_SUBJECTS
from vitascope.language.repairs.semicolons import SEMICOLONS
from vitascope.language.repairs.subjects import SUBJECTS
from vitascope.language.repairs.tenses import TENSES
from vitascope.language.repairs.whose import WHOSE
from vitascope.model import Sentence, Token


def repair(tokens: Iterable[Token], sentences: Sequence[Sentence]) -> Parse:
    """The tokens with every repair applied, sentence by sentence, in the order of :data:`REPAIRS`.

    A repair that would hang words on each other in a circle, as on a parse that nobody foresaw, is left out.
    """
    repaired = Parse(tokens)
    for sentence in sentences:
        for rule in REPAIRS:
            edits = rule.apply(repaired, sentence)
            if edits and not _circular(repaired, sentence, edits):
                for index, (dep, head) in edits.items():
                    repaired.put(replace(repaired[index], dep=dep, head=head))
    return repaired


def _circular(tokens: Parse, sentence: Sentence, edits: Edit) -> bool:
    """Whether after the edits some word would hang on itself, through others."""
    heads = {t.index: edits[t.index][1] if t.index in edits else t.head for t in words(tokens, sentence)}
    for at in edits:
        for _ in heads:
            if heads.get(at, at) == at:
                break
            at = heads[at]
        else:
            return True
    return False


def relative_closing_the_lead(tokens: Parse, sentence: Sentence) -> Edit:
    """ "X was an A, a B and follower of Y, who was shot": in a list of what X was, the clause is X's."""
    edits: Edit = {}
    if sentence.index:
        return edits
    for clause in words(tokens, sentence):
        if clause.dep != "relcl":
            continue
        noun = tokens[clause.head]
        pronoun = next((c for c in children(tokens, sentence, clause.index) if c.tag == "WP"), None)
        if pronoun is None or noun.dep != "pobj" or pronoun.dep not in ("nsubj", "nsubjpass"):
            continue
        apart = tokens[pronoun.index - 1].text == "," and noun.pos == "PROPN"
        listed = tokens[tokens[noun.head].head]
        if listed.pos not in ("NOUN", "PROPN"):
            continue
        root = listed
        while root.dep == "conj" and root.head != root.index:
            root = tokens[root.head]
        copula = tokens[root.head]
        subject = next((c for c in children(tokens, sentence, copula.index) if c.dep == "nsubj"), None)
        in_list = listed.dep == "conj" or any(c.dep == "conj" for c in children(tokens, sentence, listed.index))
        if apart and in_list and copula.pos == "AUX" and subject is not None and clause.index > noun.index:
            edits[clause.index] = ("relcl", subject.index)
    return edits


def year_before_the_subject(tokens: Parse, sentence: Sentence) -> Edit:
    """ "In 1922 Lund moved", "After the fire of 1922 Lund moved": the year and the name after it are no phrase; the
    name is the subject."""
    edits: Edit = {}
    for name in words(tokens, sentence):
        if name.dep != "pobj" or name.pos != "PROPN":
            continue
        year = next((c for c in children(tokens, sentence, name.index) if c.dep == "nummod"), None)
        prep = tokens[name.head]
        if year is None or prep.index != year.index - 1 or len(year.text) != 4 or not year.text.isdigit():
            continue
        noun = tokens[prep.head]
        before = tokens[noun.head] if noun.dep == "pobj" else prep
        verb = tokens[before.head] if noun.dep == "pobj" else noun
        opening = None
        if noun.dep in ("nsubj", "nsubjpass") and noun.index < prep.index:  # "After his arrest in 1922 Lund moved"
            verb = tokens[noun.head]
            opening = next((c for c in children(tokens, sentence, verb.index) if c.dep == "mark"), None)
        if verb.index < name.index or verb.pos not in ("VERB", "AUX") or before.index > name.index:
            continue
        below = children(tokens, sentence, verb.index)
        if any(c.dep in ("nsubj", "nsubjpass") and c.index != noun.index for c in below):
            continue
        if noun.head == verb.index and noun.dep in ("nsubj", "nsubjpass"):
            if opening is None or opening.index > noun.index:
                continue
            edits[opening.index] = ("prep", verb.index)
            edits[noun.index] = ("pobj", opening.index)
        passive = any(c.dep == "auxpass" for c in below)
        edits[year.index] = ("pobj", prep.index)
        edits[name.index] = ("nsubjpass" if passive else "nsubj", verb.index)
    return edits


def pronoun_before_an_extent(tokens: Parse, sentence: Sentence) -> Edit:
    """ "sentenced her to ten years": "her" is the object, "to ten years" its own phrase."""
    edits: Edit = {}
    for pronoun in words(tokens, sentence):
        after = pronoun.index + 1
        if pronoun.tag != "PRP" or pronoun.dep != "poss" or after >= sentence.last:
            continue
        noun, to = tokens[pronoun.head], tokens[after]
        verb = tokens[noun.head]
        if to.dep == "quantmod" and noun.dep == "dobj" and verb.index == pronoun.index - 1:
            edits[pronoun.index] = ("dobj", verb.index)
            edits[to.index] = ("prep", verb.index)
            edits[noun.index] = ("pobj", to.index)
    return edits


def negation_before_a_complement(tokens: Parse, sentence: Sentence) -> Edit:
    """ "was found not guilty": a negation before what somebody is found or declared negates the finding."""
    edits: Edit = {}
    for token in words(tokens, sentence):
        said = tokens[token.head]
        if token.dep == "neg" and said.dep == "oprd" and said.pos == "ADJ" and token.index == said.index - 1:
            edits[token.index] = ("neg", said.head)
    return edits


def deed_after_the_agent(tokens: Parse, sentence: Sentence) -> Edit:
    """ "was accused by X of hiding it": a preposition before a participle in -ing never belongs to a name, nor one
    before a perfect to whoever acts."""
    edits: Edit = {}
    for prep in words(tokens, sentence):
        name = tokens[prep.head]
        agent = tokens[name.head]
        if prep.dep != "prep" or agent.dep != "agent" or prep.index < name.index:
            continue
        deeds = [c for c in children(tokens, sentence, prep.index) if c.dep == "pcomp"]
        perfect = [c for d in deeds for c in children(tokens, sentence, d.index) if c.dep == "aux"]
        if any(c.tag == "VBG" for c in (perfect if name.pos == "NOUN" else (*deeds, *perfect))):
            edits[prep.index] = ("prep", agent.head)
    return edits


def content_after_a_time(tokens: Parse, sentence: Sentence) -> Edit:
    """ "He said the following year that she had left": what is said hangs on the verb, not on the time before it."""
    edits: Edit = {}
    for token in words(tokens, sentence):
        time = tokens[token.head]
        if token.dep != "relcl" or time.dep != "npadvmod" or tokens[time.head].pos != "VERB":
            continue
        below = children(tokens, sentence, token.index)
        opening = next((c for c in below if c.index == time.index + 1 and c.dep in ("advmod", "mark")), None)
        dated = any(c.dep == "amod" for c in children(tokens, sentence, time.index))  # "the same day", no day when
        past = any(c.dep == "aux" and c.tag == "VBD" for c in below)
        if opening is not None and (opening.tag in ("WDT", "IN") or (opening.tag == "WRB" and dated and past)):
            edits[token.index] = ("ccomp", time.head)
            edits[opening.index] = ("mark", token.index)
    return edits


REPAIRS = (
    *PARTICIPLES,
    *COORDINATIONS,
    *CONTRASTS,
    *PARALLELS,
    *PREPOSITIONS,
    Repair(
        "relative closing the lead",
        relative_closing_the_lead,
        (
            (
                "Anna Berg was a Danish printer, pamphleteer, and follower of Jens Holm, who was shot in the square.",
                ("shot", "relcl", "Berg"),
            ),
        ),
        (
            "Anna Berg was the daughter of Jens Holm, who was shot in the square.",
            "Anna Berg was a Danish printer and worked with Jens Holm, who was shot in the square.",
        ),
    ),
    Repair(
        "year before the subject",
        year_before_the_subject,
        (
            ("In 1922 Lund moved to Malmö and found work.", ("Lund", "nsubj", "moved")),
            ("Under the charter of 1672 Lund was licensed as a pedlar at Marrow.", ("Lund", "nsubjpass", "licensed")),
            ("After his discharge in 1946 Lund returned to the looms.", ("Lund", "nsubj", "returned")),
        ),
        ("In 1922 the guild moved to Malmö.", "In May 1922, Lund moved to Malmö."),
    ),
    Repair(
        "pronoun before an extent",
        pronoun_before_an_extent,
        (("A court found her guilty of theft and sentenced her to ten years in jail.", ("her", "dobj", "sentenced")),),
        ("They gave her ten years of peace.",),
    ),
    Repair(
        "deed after the agent",
        deed_after_the_agent,
        (
            ("She was accused by Pavel Orlov of hiding the money.", ("of", "prep", "accused")),
            ("Anna Berg, accused by some of having hidden the money, left the town.", ("of", "prep", "accused")),
        ),
        ("She was accused by the mayor of Lund.", "She was ruined by the habit of lying."),
    ),
    Repair(
        "negation before a complement",
        negation_before_a_complement,
        (("The jury met again, and she was found not guilty.", ("not", "neg", "found")),),
        ("The jury met again, and she was found guilty.",),
    ),
    *IN_A_ROW,
    *SECOND_SUBJECTS,
    *SUBJECTS,
    *SEMICOLONS,
    *LISTS,
    *OBJECTS,
    *BETWEEN_COMMAS,
    *PUT_IN,
    *RELATIVES,
    *WHOSE,
    *PLURALS,
    *INTRODUCED,
    *CLAUSES,
    *CONTENTS,
    *TENSES,
    *GAPPING,
    Repair(
        "content after a time",
        content_after_a_time,
        (("He said in court the following year that Bern had dictated the letter.", ("dictated", "ccomp", "said")),),
        ("He left the year that his sister was born.",),
    ),
)
