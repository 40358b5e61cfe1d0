"""Coreference against gold: the scorer on published examples, the readers of gold on invented texts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.errors import SourceError, VitascopeError
from vitascope.evaluation.coref import Range, conll_scores, score_chains
from vitascope.evaluation.coref_gap import answers, score_gap
from vitascope.evaluation.coref_gold import gold_kind, gold_paths, read_chains, read_gap, read_target
from vitascope.evaluation.coref_target import score_target
from vitascope.evaluation.coref_words import GoldWord, laid_out, spaced
from vitascope.model import Mention, People, Persona, Span

CONLL = """# begin document (brandvold)
0\tIlse\t(1
1\tBrandvold\t1)
2\tmet\t_
3\ther\t(2(1)
4\tbrother\t2)
5\t.\t_
6\tHe\t(2)
7\tleft\t_
8\tthe\t(3
9\tharbour\t3)
10\t.\t_
11\tIt\t(3)
12\tfroze\t_
13\t.\t_
# end document
"""
HEADS = [0, 1, 1, 5, 3, 3, 2, 0, 4, 2, 2, 2, 0, 2]
ENTITIES = {0: "(1-person-new-x-1-coref", 1: "1)", 3: "(2-person-new-x-2-coref(1-person-giv-x-1-ana)", 4: "2)"}
ENTITIES |= {6: "(2-person-giv-x-1-ana)", 8: "(3-place-new-x-2-coref", 9: "3)", 11: "(3-place-giv-x-1-ana)"}


def conllu():
    """The tree of the text above, its first two words a heading."""
    words = [line.split("\t")[1] for line in CONLL.splitlines() if line[0].isdigit()]
    lines, base = ["# meta::title = Ilse Brandvold"], 0
    starts = {0: "# newpar_block = head (1 s)", 2: "# newpar\n# newpar_block = p (3 s)", 6: "", 11: ""}
    for at, word in enumerate(words):
        if at in starts:
            base = at
            lines += [starts[at] or "# sent_id = x"] if at == 0 else ["", starts[at] or "# sent_id = x"]
        misc = ["SpaceAfter=No"] if words[at + 1 : at + 2] == ["."] else []
        misc += [f"Entity={ENTITIES[at]}"] if at in ENTITIES else []
        head = {0: 0, 1: 1, 2: 0, 3: 3, 4: 1, 5: 1, 6: 2, 7: 0, 8: 4, 9: 2, 10: 2, 11: 2, 12: 0, 13: 2}[at]
        pos = "PRON" if word in ("her", "He", "It") else "PROPN" if word[0].isupper() else "NOUN"
        lines.append(
            "\t".join([str(at - base + 1), word, word, pos, "X", "_", str(head), "dep", "_", "|".join(misc) or "_"])
        )
    return "\n".join(lines) + "\n\n"


@pytest.fixture
def corpus(tmp_path):
    for folder, text, suffix in (("ontogum", CONLL, "conll"), ("dep", conllu(), "conllu")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"brandvold.{suffix}").write_text(text, "utf-8")
    return tmp_path


def told(document, *personas):
    """People of a document: for each persona its label, kind, and the words of its mentions in text order."""
    made, mentions = [], []
    for number, (label, main, *words) in enumerate(personas):
        made.append(Persona(str(number), label, names=(label,), main=main))
        at = max(document.text.rfind(label), 0) if main else 0
        for kind, word in words:
            at = document.text.index(word, at)
            mentions.append(Mention(Span(at, at + len(word)), kind, str(number), None, "by hand"))
            at += 1
    return People(tuple(made), tuple(sorted(mentions, key=lambda m: m.span)))


# The worked example of Pradhan et al. (2014): key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
KEY = ("abc", "defg")
RESPONSE = ("ab", "cd", "fghi")
PUBLISHED = {"muc": (0.40, 0.40, 0.40), "b_cubed": (0.50, 0.42, 0.45), "ceaf_e": (0.43, 0.65, 0.52)}


@pytest.mark.parametrize("metric", PUBLISHED)
def test_published_example(metric):
    rates = conll_scores([frozenset(c) for c in KEY], [frozenset(c) for c in RESPONSE])[metric]
    assert (round(rates.p, 2), round(rates.r, 2), round(rates.f1, 2)) == PUBLISHED[metric]


@given(st.lists(st.integers(0, 5), min_size=4, max_size=20).map(lambda labels: dict(enumerate(labels))))
def test_what_is_the_same_is_right(labels):
    chains = {}
    for place, label in labels.items():
        chains.setdefault(label, set()).add(place)
    same = [frozenset(chain) for chain in chains.values() if len(chain) > 1]
    if same:
        assert {rate.f1 for rate in conll_scores(same, same).values()} == {1.0}


def test_nothing_read_is_nothing_right():
    assert {rate.f1 for rate in conll_scores([frozenset("ab")], []).values()} == {0.0}


def test_chains_and_tree(corpus):
    text = read_chains(corpus / "ontogum" / "brandvold.conll")
    assert text.document.title == "Ilse Brandvold"
    assert [block.kind for block in text.document.blocks] == ["heading", "heading", "paragraph"]
    assert text.document.text.endswith("met her brother. He left the harbour. It froze.\n")
    assert [text.document.quote(word) for word in text.words[2:6]] == ["met", "her", "brother", "."]
    assert text.chains == (((0, 2), (3, 4)), ((3, 5), (6, 7)), ((8, 10), (11, 12)))
    assert text.persons == (True, True, False)


def test_without_a_tree_words_alone_are_known(corpus):
    (corpus / "dep" / "brandvold.conllu").unlink()
    text = read_chains(corpus / "ontogum" / "brandvold.conll")
    assert text.document.text == "Ilse Brandvold met her brother. He left the harbour. It froze.\n"
    assert text.persons is None


def read_by_hand(document):
    return told(
        document,
        ("Ilse Brandvold", True, ("name", "Brandvold met"[:9]), ("possessive", "her")),
        ("brother of Ilse Brandvold", False, ("kin", "brother"), ("pronoun", "He")),
        ("harbour", False, ("nominal", "left")),
    )


def test_score_by_words_and_by_heads(corpus):
    texts = [read_chains(path) for path in gold_paths(corpus)]
    score = score_chains(texts, read_by_hand, persons=True)
    # "Brandvold" is not all of the first name, nor its head; "brother" is the head of "her brother"
    assert (score.gold, score.predicted) == (4, 4)
    assert score.rates["exact"]["b_cubed"].f1 < score.rates["head"]["b_cubed"].f1
    assert (score.subject["exact"].p, score.subject["exact"].r) == (0.5, 0.5)
    assert score.counted() == {"extra name": 1, "missed name": 1}


def test_chains_that_the_conversion_cut_are_one_subject(corpus):
    tree = corpus / "dep" / "brandvold.conllu"
    tree.write_text(tree.read_text("utf-8").replace("(2-person", "(1-person").replace("2)", "1)"), "utf-8")
    texts = [read_chains(path) for path in gold_paths(corpus)]
    assert texts[0].entities == ("1", "1", "3")
    score = score_chains(texts, read_by_hand)
    assert (score.subject["exact"].p, score.subject["exact"].r) == (0.5, 0.5)
    assert (score.whole_subject["exact"].p, score.whole_subject["exact"].r) == (0.5, 0.25)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# begin document (x)\n0\tIlse\t_\n", "chains"),
        ("ID\tText\tPronoun\tPronoun-offset\n", "gap"),
        ("_id,label,id,token,sentence\n", "target"),
    ],
)
def test_the_file_tells_its_kind(tmp_path, text, kind):
    path = tmp_path / "gold"
    path.write_text(text, "utf-8")
    assert gold_kind(path) == kind


@pytest.mark.parametrize("text", ["Ilse Brandvold was a painter.\n", "a,b\n1,2\n"])
def test_no_gold(tmp_path, text):
    path = tmp_path / "gold.conll"
    path.write_text(text, "utf-8")
    with pytest.raises(SourceError, match=r"no gold of coreference"):
        gold_kind(path)


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(VitascopeError, match=r"no gold in it"):
        gold_paths(tmp_path)


def test_a_chain_that_never_began(tmp_path):
    path = tmp_path / "gold.conll"
    path.write_text("# begin document (x)\n0\tIlse\t1)\n", "utf-8")
    with pytest.raises(SourceError, match="chain 1 ends at word 0"):
        read_chains(path)


GAP = (
    "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
    "t-1\tIlse Brandvold met Olga Lund before she sailed.\tshe\t36\tIlse Brandvold\t0\tTRUE\tOlga Lund\t19\tFALSE"
    "\thttp://en.wikipedia.org/wiki/Ilse_Brandvold\n"
    "t-2\tKarl Dahl wrote to Lev Holm that he sailed.\the\t33\tKarl Dahl\t0\tTRUE\tLev Holm\t19\tFALSE"
    "\thttp://en.wikipedia.org/wiki/X\n"
)


@pytest.fixture
def gap(tmp_path):
    path = tmp_path / "gap.tsv"
    path.write_text(GAP, "utf-8")
    return path


@pytest.mark.parametrize("titles", [True, False])
def test_gap_offsets(gap, titles):
    first = next(read_gap(gap, titles=titles))
    quoted = [first.document.quote(span) for span in (first.pronoun, *first.names)]
    assert quoted == ["she", "Ilse Brandvold", "Olga Lund"]
    assert (first.document.title == "Ilse Brandvold") == titles


def test_gap_by_gender(gap):
    def read(document):
        if "Ilse" in document.text:
            return told(document, ("Ilse Brandvold", True, ("name", "Brandvold"), ("pronoun", "she")))
        return told(document, ("Lev Holm", True, ("name", "Lev Holm"), ("pronoun", "he")))

    examples = list(read_gap(gap, titles=False))
    assert answers(read(examples[0].document), examples[0].pronoun, examples[0].names) == (True, False)
    score = score_gap(examples, read, {"she": "female", "he": "male"})
    assert (score.rates["female"].f1, score.rates["male"].f1, score.rates["all"].f1) == (1.0, 0.0, 0.5)
    assert score.bias is None
    assert sorted(miss.kind for miss in score.misses) == ["extra", "missed"]


TARGET = """_id,label,id,token,sentence
a,ENTITY,m1,Ilse,0
a,ENTITY,m1,Brandvold,0
a,EVENT,e1,painted,0
,,,her,0
,,,brother,0
,,,.,0
,,,She,1
,,,was,1
,,,tall,1
,,,.,1
a,ENTITY,m2,Her,2
a,ENTITY,m2,school,2
a,EVENT,e2,burned,2
,,,.,2
"""


def test_target(tmp_path):
    path = tmp_path / "1_annotation_tokens.csv"
    path.write_text(TARGET, "utf-8")
    text = read_target(path)
    assert text.mentions == (Range(0, 2), Range(10, 12))
    assert text.document.text == "Ilse Brandvold painted her brother. She was tall. Her school burned.\n"

    def read(document):
        words = ("name", "Ilse Brandvold"), ("possessive", "her"), ("pronoun", "She"), ("possessive", "Her")
        return told(document, ("Ilse Brandvold", True, *words))

    score = score_target([text], read, ("'s",))
    assert (score.mentions.p, score.mentions.r) == (0.5, 1.0)
    assert (score.participants.p, score.participants.r, score.misses) == (1.0, 1.0, ())
    assert (score.words.p, score.words.r) == (0.6, 0.75)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["(", "Ilse", ")", ",", "a", '"', "painter", '"', "."], '(Ilse), a "painter".'),
        (
            ["Brandvold", "'s", "two", "-", "masted", "ship", "did", "n't", "sail"],
            "Brandvold's two-masted ship didn't sail",
        ),
    ],
)
def test_words_are_set_as_typed(words, text):
    assert laid_out(spaced(words), "x", "", "en")[0].text.strip() == text


@given(st.lists(st.tuples(st.text("abcé.(", min_size=1, max_size=4), st.booleans()), min_size=1, max_size=12))
def test_every_word_stands_where_its_span_says(words):
    if not any(c.isalpha() for text, _ in words for c in text):
        return
    document, spans = laid_out([GoldWord(*word) for word in words], "x", "", "en")
    assert [document.quote(span) for span in spans] == [text for text, _ in words]


def test_command(run, corpus, monkeypatch):
    from vitascope.commands import evaluate_coref

    monkeypatch.setattr(evaluate_coref, "reader_of_people", lambda *_: read_by_hand)
    figures = json.loads(run("eval", "coref", corpus, "--chains", "persons", "--persons", "--format", "json").stdout)
    assert figures["head"]["subject"]["f1"] == 0.5
    out = run("eval", "coref", corpus, "--persons", "--misses", "1").stdout
    assert out.startswith("missed name     brandvold.conll: Ilse Brandvold (is Ilse Brandvold)")
    (corpus / "dep" / "brandvold.conllu").unlink()
    assert "which chains are persons'" in run("eval", "coref", corpus, "--persons", code=1).stderr


@pytest.fixture
def run():
    from tests.commands.conftest import Run

    return Run()
