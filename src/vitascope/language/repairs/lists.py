"""Named repairs of faults in lists and entries: names with what is told of each, years beside names."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, words
from vitascope.model import Sentence


def participle_after_its_name(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Ove, born 1901, Ida, born 1904, and Per": in a list each participle belongs to the name right before it."""
    edits: Edit = {}
    for token in words(tokens, sentence)[2:]:
        name, above = tokens[token.index - 2], tokens[token.head]
        after = token.tag == "VBN" and tokens[token.index - 1].text == ","
        if after and token.dep == "amod" and token.head == name.index and name.pos == "PROPN":
            edits[token.index] = ("acl", name.index)
        listed = after and token.dep in ("acl", "conj")
        if listed and name.pos == "PROPN" and above.index < name.index and (above.pos == "PROPN" or above.tag == "VBN"):
            bare = not any(c.dep in ("aux", "auxpass", "nsubjpass") for c in children(tokens, sentence, token.index))
            if bare and name.head != token.index and name.dep in ("appos", "conj"):
                edits[token.index] = ("acl", name.index)
    return edits


def list_after_a_colon(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Two sons: Ove, born 1901, and Per": the names of a list are coordinated, none is another's apposition."""
    edits: Edit = {}
    for first in words(tokens, sentence)[1:]:
        noun = tokens[first.head]
        colon = tokens[first.index - 1].text == ":" and noun.tag == "NNS" and first.dep == "appos"
        if not colon or first.pos != "PROPN":
            continue
        for name in words(tokens, sentence):
            inside = name.pos == "PROPN" and name.dep == "appos" and name.index > first.index
            if inside and name.head in (first.index, noun.index):
                edits[name.index] = ("conj", first.index)
    return edits


def name_after_a_trade(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Karl Lund, cooper, and Ida": the second name is coordinated with the first, not with what he was."""
    edits: Edit = {}
    for name in words(tokens, sentence):
        trade = tokens[name.head]
        bearer = tokens[trade.head]
        beside = trade.pos == "NOUN" and trade.dep == "appos" and tokens[trade.index - 1].text == ","
        if name.dep != "conj" or name.pos != "PROPN" or not beside:
            continue
        if bearer.pos == "PROPN" and bearer.index < trade.index < name.index:
            edits[name.index] = ("conj", bearer.index)
    return edits


def trade_beside_its_bearer(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The son of Karl Lund, wool carder and printer, and his wife": what follows a full name without an article and
    without a conjunction is what he was."""
    edits: Edit = {}
    for trade in words(tokens, sentence):
        bearer = tokens[trade.head]
        if trade.dep != "conj" or trade.tag != "NN" or bearer.pos != "PROPN" or bearer.dep != "pobj":
            continue
        below = children(tokens, sentence, trade.index)
        opening = min([trade.index, *(c.index for c in below if c.dep in ("amod", "compound"))])
        full = any(c.dep == "compound" for c in children(tokens, sentence, bearer.index))
        bare = opening == bearer.index + 2 and tokens[opening - 1].text == ","
        if bare and full and tokens[opening].pos != "PROPN" and not any(c.dep in ("det", "poss") for c in below):
            edits[trade.index] = ("appos", bearer.index)
            for later in children(tokens, sentence, bearer.index):
                if later.dep == "conj" and later.index > trade.index and later.tag == "NN":
                    edits[later.index] = ("conj", trade.index)
    return edits


def name_after_an_aside(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The son of Karl Lund, a cooper, and Ida Holm": after what the first was, the second is coordinated with him,
    not with the verb; so is "and his wife, Ida" or "and the pianist Ida Holm", and not with the son."""
    edits: Edit = {}
    for aside in words(tokens, sentence):
        bearer = tokens[aside.head]
        if aside.dep != "appos" or aside.pos != "NOUN" or bearer.dep != "pobj" or bearer.pos != "PROPN":
            continue
        after = next((i for i in range(aside.index + 1, sentence.last) if tokens[i].text == ","), sentence.last)
        if bearer.index > aside.index or after + 2 >= sentence.last or tokens[after + 1].dep != "cc":
            continue
        first = after + 2
        joined = first
        while tokens[joined].dep in ("compound", "poss", "amod", "det") and joined < tokens[joined].head:
            joined = tokens[joined].head
        above = tokens[tokens[joined].head]
        verbal = above.pos in ("VERB", "AUX") or (above.tag == "JJS" and above.index < bearer.index)
        named = tokens[joined].pos == "PROPN" and (verbal or above.index == aside.index)
        told = any(c.dep == "appos" and c.pos == "PROPN" for c in children(tokens, sentence, joined))
        owned = (tokens[first].tag == "PRP$" or told) and (verbal or above.index == tokens[bearer.head].head)
        noun = tokens[joined].pos in ("NOUN", "PROPN")
        if tokens[joined].dep == "conj" and noun and (named or owned):
            edits[joined] = ("conj", bearer.index)
            edits[after + 1] = ("cc", bearer.index)
    return edits


def year_before_the_object(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Married in 1922 Ida Lund": the year and the name after it are no phrase; the name is the object."""
    edits: Edit = {}
    for name in words(tokens, sentence):
        year = next((c for c in children(tokens, sentence, name.index) if c.dep == "nummod"), None)
        prep = tokens[name.head]
        if name.dep != "pobj" or name.pos != "PROPN" or year is None or prep.index != year.index - 1:
            continue
        verb = tokens[prep.head]
        if len(year.text) == 4 and year.text.isdigit() and verb.pos == "VERB" and verb.index == prep.index - 1:
            below = children(tokens, sentence, verb.index)
            if not any(c.dep in ("dobj", "nsubjpass", "auxpass") for c in below):
                edits[year.index] = ("pobj", prep.index)
                edits[name.index] = ("dobj", verb.index)
    return edits


def list_before_its_last(tokens: Parse, sentence: Sentence) -> Edit:
    """ "A painter, engraver and art teacher": the nouns are coordinated; only the word right before the last is part of
    it. "A wine and spirit merchant" has its article with the last noun."""
    edits: Edit = {}
    for first in words(tokens, sentence):
        last = tokens[first.head]
        if first.dep != "nmod" or first.tag != "NN" or last.tag != "NN" or last.index < first.index:
            continue
        own = any(c.dep == "det" for c in children(tokens, sentence, first.index))
        comma = first.index > sentence.first and tokens[first.index - 1].text == ","
        chain = [first]
        while joined := [c for c in children(tokens, sentence, chain[-1].index) if c.dep == "conj"]:
            chain.append(joined[-1])
        if not (own or comma) or len(chain) < 2 or chain[-1].index != last.index - 1:
            continue
        edits[first.index] = (last.dep, first.index if last.head == last.index else last.head)
        edits[chain[-1].index] = ("compound", last.index)
        edits[last.index] = ("conj", chain[-2].index)
    return edits


def name_after_its_noun(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The son of the smith Karl Lund": a name right behind a noun is that noun's, and not of the one above."""
    edits: Edit = {}
    for name in words(tokens, sentence):
        if name.dep != "appos" or name.tag != "NNP" or name.index < name.head:
            continue
        first = min([name.index, *(c.index for c in children(tokens, sentence, name.index) if c.dep == "compound")])
        noun = tokens[first - 1]
        prep = tokens[noun.head]
        bound = noun.pos in ("NOUN", "PROPN") and noun.dep == "pobj" and prep.pos == "ADP"
        if first > sentence.first and bound and prep.head == name.head and prep.index > name.head:
            edits[name.index] = ("appos", noun.index)
    return edits


def two_names_of_one_ending(tokens: Parse, sentence: Sentence) -> Edit:
    """ "At Lund Girls' College and Holm College": the first of two full names is no part of the second."""
    edits: Edit = {}
    for first in words(tokens, sentence):
        second = tokens[first.head]
        if first.dep not in ("nmod", "compound") or first.tag != "NNP" or second.index <= first.index:
            continue
        below = children(tokens, sentence, first.index)
        joint = next((c for c in below if c.dep == "cc" and c.index == first.index + 1), None)
        middle = next((c for c in below if c.dep == "conj" and c.index < second.index), None)
        owners = [c for c in children(tokens, sentence, second.index) if c.dep == "poss" and c.index < first.index]
        owned = owners or any(c.dep == "poss" for c in below)
        if joint is None or middle is None or second.tag != "NNP" or not (owned or first.text == second.text):
            continue
        edits[first.index] = (second.dep, second.head)
        edits[second.index] = ("conj", first.index)
        edits[middle.index] = ("compound", second.index)
        for child in children(tokens, sentence, second.index):
            if child.index < first.index:
                edits[child.index] = (child.dep, first.index)
    return edits


def joined_apposition(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The smith Karl Lund and the cooper Ove Dahl": nothing that "and" opens is an apposition."""
    edits: Edit = {}
    for second in words(tokens, sentence):
        first = tokens[second.head]
        apposed = first.dep == "appos" and first.pos == "PROPN" and tokens[first.head].pos == "NOUN"
        if second.dep == "conj" and apposed and "," not in [t.text for t in tokens[first.head : first.index]]:
            first = tokens[first.head]
        elif second.dep != "appos":
            continue
        if second.pos != "NOUN" or first.pos != "NOUN" or first.index > second.index:
            continue
        articles = [
            c.index for c in children(tokens, sentence, second.index) if c.dep == "det" and c.index < second.index
        ]
        before = tokens[articles[0] - 1] if articles else second
        if before.dep == "cc" and first.index < before.index:
            edits[second.index] = ("conj", first.index)
            edits[before.index] = ("cc", first.index)
    return edits


LISTS = (
    Repair(
        "trade beside its bearer",
        trade_beside_its_bearer,
        (
            (
                "He was born on 4 May 1866, the second son of Karl Lund, net maker and Primitive Methodist local "
                "preacher, and his wife, Anna.",
                ("maker", "appos", "Lund"),
            ),
        ),
        ("She wrote to Karl Lund, a cooper and an abbot.", "She wrote to Karl Lund, Ida Holm and a cooper."),
    ),
    Repair(
        "name after its noun",
        name_after_its_noun,
        (
            (
                "The younger daughter of the Liberal MP Sir George Morrow, she was a teacher.",
                ("Morrow", "appos", "MP"),
            ),
        ),
        ("The daughter of the smith, Ida Lund, was a nurse.",),
    ),
    Repair(
        "two names of one ending",
        two_names_of_one_ending,
        (("She was educated at Marrow Ladies' College and Somerton College, Lund.", ("College", "conj", "College")),),
        ("She was educated at Somerton College and in Lund.", "She joined the Royal Army and Navy Club."),
    ),
    Repair(
        "list before its last",
        list_before_its_last,
        (("Anna Berg was a Swedish painter, engraver and art teacher.", ("painter", "attr", "was")),),
        ("Karl Lund was a wine and spirit merchant.",),
    ),
    Repair(
        "list after a colon",
        list_after_a_colon,
        (("She had three children: Ove, born 1901, Ida, born 1904, and Per.", ("Ida", "conj", "Ove")),),
        ("She left one son: Ove Lund, a cooper.",),
    ),
    Repair(
        "participle after its name",
        participle_after_its_name,
        (
            ("She had three children: Ove, born 1901, Ida, born 1904, and Per.", ("born", "acl", "Ida")),
            ("Karl, born 1901, was a cooper.", ("born", "acl", "Karl")),
        ),
        ("She had a son, Ove, born in 1901.",),
    ),
    Repair(
        "name after a trade",
        name_after_a_trade,
        (("She was the daughter of Karl Lund, cooper, and Ida.", ("Ida", "conj", "Lund")),),
        ("She was the daughter of Karl Lund, cooper and brewer.",),
    ),
    Repair(
        "name after an aside",
        name_after_an_aside,
        (
            ("He was the son of Emil Dahl, a tailor, and Ida Kern.", ("Kern", "conj", "Dahl")),
            ("Karl was the son of Emil Dahl, a tailor, and his wife, Ida.", ("wife", "conj", "Dahl")),
        ),
        ("He was the son of Emil Dahl, a tailor, and worked in Lund.",),
    ),
    Repair(
        "year before the object",
        year_before_the_object,
        (("He married in 1922 Ida, a milliner.", ("Ida", "dobj", "married")),),
        ("He married Ida in 1922.",),
    ),
    Repair(
        "joined apposition",
        joined_apposition,
        (
            (
                "The journalist Ida Holm and the economist Karl Berg were tried.",
                ("economist", "conj", "journalist"),
            ),
        ),
        ("The journalist Ida Holm, the wife of Karl Berg, was tried.",),
    ),
)
