"""Named repairs of what stands between commas: "A, not B", "left and, it is said, died", "without, however, paying"."""

from __future__ import annotations

from vitascope.language.repairs.repairing import Edit, Parse, Repair, children, descends, token_after, words
from vitascope.model import Sentence, Token

_NOUNS = ("NOUN", "PROPN")


_BOUND = ("nsubj", "nsubjpass", "aux", "auxpass", "mark")


def set_against_a_noun(tokens: Parse, sentence: Sentence) -> Edit:
    """ "It was Lund, not Dahl, who built it": what is told further is told of the first, not of the other."""
    edits: Edit = {}
    for negation in words(tokens, sentence)[1:]:
        noun = tokens[negation.head]
        if negation.dep != "neg" or noun.pos not in _NOUNS or noun.index > negation.index:
            continue
        if tokens[negation.index - 1].text != ",":
            continue
        other = next(
            (c for c in children(tokens, sentence, noun.index) if c.dep == "appos" and c.index > negation.index), None
        )
        if other is None:
            continue
        edits[negation.index] = ("neg", other.index)
        edits[other.index] = ("dep", noun.head)
        for clause in children(tokens, sentence, other.index):
            if clause.dep == "relcl":
                edits[clause.index] = ("relcl", noun.index)
    return edits


def set_against_a_phrase(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She studied in Lund, not, as he said, in Malmö": behind a comma "not" denies the phrase, and not the verb."""
    edits: Edit = {}
    for negation in words(tokens, sentence)[1:]:
        verb = tokens[negation.head]
        if negation.dep != "neg" or verb.pos not in ("VERB", "AUX") or verb.index > negation.index:
            continue
        if tokens[negation.index - 1].text != ",":
            continue
        edits[negation.index] = ("dep", verb.index)
        for phrase in children(tokens, sentence, verb.index):
            if phrase.dep in ("prep", "advcl", "npadvmod") and phrase.index > negation.index:
                edits[phrase.index] = (phrase.dep, negation.index)
    return edits


def aside_before_a_later_verb(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She left and, by her own account, was held": behind the conjunction the aside is the later verb's."""
    edits: Edit = {}
    for prep in words(tokens, sentence)[2:]:
        if prep.dep != "prep":
            continue
        below = [t.index for t in words(tokens, sentence) if descends(tokens, t.index, prep.index)]
        first = min((prep.index, *below))  # "and, together with her, …"
        if tokens[first - 1].text != "," or tokens[first - 2].dep != "cc":
            continue
        end = max((prep.index, *below))
        end += tokens[end].text != ","
        if end >= sentence.last or tokens[end].text != ",":
            continue
        behind = tokens[end + 1 : min(end + 5, sentence.last)]
        later = next((t for t in behind if t.pos in ("VERB", "AUX") and t.dep not in ("aux", "auxpass")), None)
        if later is not None and later.dep in ("conj", "ccomp") and later.index != prep.head:
            edits[prep.index] = ("prep", later.index)
    return edits


def deed_behind_an_aside(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Studied in Lund without, however, taking a degree": the participle is what the bare preposition governs."""
    edits: Edit = {}
    for prep in words(tokens, sentence)[:-2]:
        if prep.dep != "prep" or token_after(tokens, prep).text != ",":
            continue
        if any(c.pos != "PUNCT" for c in children(tokens, sentence, prep.index)):
            continue
        deed = next((t for t in words(tokens, sentence) if t.index > prep.index and t.tag == "VBG"), None)
        if deed is None or deed.dep != "advcl" or deed.head != prep.head:
            continue
        if all(t.dep in ("punct", "advmod") for t in tokens[prep.index + 1 : deed.index]):
            edits[deed.index] = ("pcomp", prep.index)
    return edits


def subject_behind_a_comma(tokens: Parse, sentence: Sentence) -> Edit:
    """ "After his arrest by the Guard, Lund fled": a comma parts a name from the one that closes the opening phrase."""
    edits: Edit = {}
    for name in words(tokens, sentence)[1:]:
        first = name.index
        while tokens[first - 1].dep == "compound" and tokens[first - 1].head == name.index:
            first -= 1
        if name.dep != "pobj" or name.pos != "PROPN" or first < sentence.first + 2 or tokens[first - 1].text != ",":
            continue
        before = tokens[first - 2]
        if before.head != name.index or before.pos not in _NOUNS or before.dep not in ("nmod", "compound", "appos"):
            continue
        verb = tokens[name.head]
        while verb.pos not in ("VERB", "AUX") and verb.head != verb.index:
            verb = tokens[verb.head]
        below = children(tokens, sentence, verb.index)
        if verb.pos not in ("VERB", "AUX") or verb.index < name.index or any("subj" in c.dep for c in below):
            continue
        edits[before.index] = ("pobj", name.head)
        edits[name.index] = ("nsubjpass" if any(c.dep == "auxpass" for c in below) else "nsubj", verb.index)
        edits[first - 1] = ("punct", verb.index)
    return edits


def denial_before_an_aside(tokens: Parse, sentence: Sentence) -> Edit:
    """ "She did not, as he claimed, sell it", "was not, as is said, born there", "nor was she, as he says, his heir":
    behind the aside goes on the predicate that the denial opened."""
    edits: Edit = {}
    for comma in words(tokens, sentence)[2:]:
        opened = _opened(tokens, sentence, comma)
        close = next((t for t in tokens[comma.index + 2 : sentence.last] if t.text == ","), None)
        if opened is None or close is None or close.index + 2 >= sentence.last:
            continue
        said = next((t for t in reversed(tokens[comma.index + 1 : close.index]) if t.pos in ("VERB", "AUX")), None)
        auxiliary, denied = opened
        predicate = next((t for t in tokens[close.index + 1 : sentence.last] if t.dep != "advmod"), close)
        own = predicate.index == auxiliary.head
        if predicate.pos == "VERB" and (own or predicate.tag in ("VB", "VBP", "VBN")):
            edits[denied.index] = ("neg", predicate.index)
            if not own:
                edits |= _taken_over(tokens, sentence, auxiliary, predicate)
        else:
            subject = next((c for c in children(tokens, sentence, auxiliary.index) if c.dep == "nsubj"), None)
            second = [
                c for c in children(tokens, sentence, auxiliary.index) if c.dep == "nsubj" and c.index > close.index
            ]
            if subject is None or not second or subject.index > comma.index:
                continue
            edits[second[0].index] = ("attr", auxiliary.index)
            predicate = auxiliary
        if said is not None:
            edits[said.index] = ("advcl", predicate.index)
    return edits


def _opened(tokens: Parse, sentence: Sentence, comma: Token) -> tuple[Token, Token] | None:
    """The auxiliary and the denial before a comma behind which a conjunction opens an aside."""
    following = token_after(tokens, comma) if comma.index + 1 < sentence.last else comma
    if comma.text != "," or following.tag != "IN" or following.dep not in ("mark", "prep"):
        return None
    last, before = tokens[comma.index - 1], tokens[comma.index - 2]
    if last.dep == "neg" and before.pos in ("AUX", "VERB"):
        return before, last
    first = tokens[comma.index - 3] if comma.index >= sentence.first + 3 else comma
    if last.dep == "nsubj" and last.tag == "PRP" and before.pos == "AUX" and first.dep == "cc":
        return before, first
    return None


def _taken_over(tokens: Parse, sentence: Sentence, auxiliary: Token, verb: Token) -> Edit:
    """The verb in the place of the auxiliary that the parser made the head of its clause."""
    above = verb.index if auxiliary.head == auxiliary.index else auxiliary.head
    edits: Edit = {verb.index: (auxiliary.dep, above)}
    edits[auxiliary.index] = ("auxpass" if verb.tag == "VBN" else "aux", verb.index)
    for child in children(tokens, sentence, auxiliary.index):
        if child.index != verb.index:
            passive = child.dep == "nsubj" and verb.tag == "VBN"
            edits[child.index] = ("nsubjpass" if passive else child.dep, verb.index)
    return edits


def predicate_behind_a_saying(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Had her questioned, as his clerk testified in 1956, deprived her of sleep": behind the second comma of an aside
    a past form without a subject goes on with the verb before the first."""
    edits: Edit = {}
    for further in words(tokens, sentence)[2:]:
        saying = tokens[further.head]
        if further.dep != "conj" or further.tag not in ("VBD", "VBN") or tokens[further.index - 1].text != ",":
            continue
        below = children(tokens, sentence, saying.index)
        opening = next((c for c in below if c.dep == "mark" and c.tag == "IN"), None)
        if saying.dep != "advcl" or opening is None or tokens[opening.index - 1].text != ",":
            continue
        first = tokens[saying.head]
        while first.tag != "VBD" and first.head != first.index:
            first = tokens[first.head]
        own = children(tokens, sentence, further.index)
        if first.tag == "VBD" and first.index < opening.index and not any(c.dep in _BOUND for c in own):
            edits[further.index] = ("conj", first.index)
    return edits


def subject_behind_its_description(tokens: Parse, sentence: Sentence) -> Edit:
    """ "The son of Karl Lund and of his wife, Ida, Lund was born here": the noun tells of the name behind the last
    comma, right before the verb."""
    edits: Edit = {}
    for noun in words(tokens, sentence):
        verb = tokens[noun.head]
        if noun.dep not in ("nsubj", "nsubjpass") or noun.tag not in ("NN", "JJS") or verb.index < noun.index:
            continue
        of = [c for c in children(tokens, sentence, noun.index) if c.dep == "prep" and c.index == noun.index + 1]
        opening = all(t.head == noun.index for t in tokens[sentence.first : noun.index])
        helping = [c.index for c in children(tokens, sentence, verb.index) if c.dep in ("aux", "auxpass")]
        name = tokens[min([i for i in helping if i > noun.index] + [verb.index]) - 1]
        if not (of and opening) or name.pos != "PROPN" or name.dep not in ("conj", "appos"):
            continue
        first = name.index
        while tokens[first - 1].dep == "compound" and tokens[first - 1].head == name.index:
            first -= 1
        if tokens[first - 1].text != "," or not descends(tokens, name.index, noun.index):
            continue
        edits[name.index] = (noun.dep, verb.index)
        edits[noun.index] = ("appos", name.index)
    return edits


def time_behind_a_relative_clause(tokens: Parse, sentence: Sentence) -> Edit:
    """ "Was sent to Narva, where she died, probably that winter": no name is a winter; it tells of the verb before."""
    edits: Edit = {}
    for noun in words(tokens, sentence)[3:]:
        below = children(tokens, sentence, noun.index)
        first = min((c.index for c in below), default=noun.index)
        if (
            noun.dep != "appos"
            or noun.pos != "NOUN"
            or tokens[noun.head].pos != "PROPN"
            or tokens[first].dep != "advmod"
        ):
            continue
        verb = tokens[first - 2]
        if tokens[first - 1].text == "," and verb.dep == "relcl" and verb.head == noun.head:
            edits[noun.index] = ("npadvmod", verb.index)
    return edits


BETWEEN_COMMAS = (
    Repair(
        "time behind a relative clause",
        time_behind_a_relative_clause,
        (
            (
                "Her mother was deported in August 1942 to Narva, where she perished, probably that winter.",
                ("winter", "npadvmod", "perished"),
            ),
        ),
        ("She was sent to Narva, where she met Karl, a smith.", "She was sent to Narva, formerly a fortress."),
    ),
    Repair(
        "predicate behind a saying",
        predicate_behind_a_saying,
        (
            (
                "The examiner had her questioned by men in relays, as his clerk, Otto Kern, testified in 1956, "
                "deprived her of sleep, and showed her a warrant.",
                ("deprived", "conj", "had"),
            ),
        ),
        ("The examiner had her questioned, as his clerk testified and swore.",),
    ),
    Repair(
        "denial before an aside",
        denial_before_an_aside,
        (
            ("Anna Berg was not, as is often stated, born in Oslo.", ("Berg", "nsubjpass", "born")),
            ("Anna Berg did not, as the papers reported, die in Oslo.", ("not", "neg", "die")),
            ("Nor was she, as several handbooks maintain, the author of the novel.", ("author", "attr", "was")),
        ),
        ("Anna Berg did not die in Oslo, as the papers reported, but fled.", "She was not, he said, born in Oslo."),
    ),
    Repair(
        "subject behind its description",
        subject_behind_its_description,
        (
            (
                "The younger son of Karl Lund, a smith, and of his second wife, Zarina, Lund was born in Narva.",
                ("Lund", "nsubjpass", "born"),
            ),
        ),
        ("The son of Karl Lund, Ove, was born here.", "The mayor of Narva and Ove Lund were born here."),
    ),
    Repair(
        "subject behind a comma",
        subject_behind_a_comma,
        (
            (
                "After the arrest of his brother Nils by the Gestapo, Vogt fled to Sweden.",
                ("Vogt", "nsubj", "fled"),
            ),
        ),
        ("After the arrest of Nils in Lund, Scania, he fled.", "After the arrest of Nils, Vogt fled to Sweden."),
    ),
    Repair(
        "aside before a later verb",
        aside_before_a_later_verb,
        (
            (
                "Anna Berg joined the union and, according to Dahl, robbed a bank.",
                ("according", "prep", "robbed"),
            ),
            (
                "Anna Berg was admitted to the guild and, together with Karl Dahl, a friend, opened a shop in Lund.",
                ("with", "prep", "opened"),
            ),
        ),
        ("Anna Berg joined the union and robbed a bank in Lund.",),
    ),
    Repair(
        "deed behind an aside",
        deed_behind_an_aside,
        (("Anna Berg studied in Lund, without, however, taking a degree.", ("taking", "pcomp", "without")),),
        ("Anna Berg studied in Lund without taking a degree.",),
    ),
    Repair(
        "set against a noun",
        set_against_a_noun,
        (("It was Lund, not Dahl, who built the mill.", ("built", "relcl", "Lund")),),
        ("Lund, who was not a smith, built the mill.", "Lund did not build the mill."),
    ),
    Repair(
        "set against a phrase",
        set_against_a_phrase,
        (("Anna Berg studied in Lund, not, as was claimed, in Malmö.", ("not", "dep", "studied")),),
        ("Anna Berg did not study in Lund.", "Anna Berg, not yet twenty, studied in Lund."),
    ),
)
