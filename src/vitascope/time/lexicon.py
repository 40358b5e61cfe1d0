"""The language's time rules, compiled once: patterns with named parts, and the words around an expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from vitascope import edtf
from vitascope.errors import DataError
from vitascope.lang import load
from vitascope.time.alternation import BLANK, either
from vitascope.time.scene import SceneWords

_CASED = ("month", "weekday", "lunar_month", "era_name", "ruler", "lone_ruler", "saint")
_NAMED_PART = re.compile(r"(?<!\(\?)(?<!\(\?P)<(?:(?P<name>[a-z_]\w*)=)?(?P<klass>[a-z_]\w*)>")
_NUMBERED = re.compile(r"(?P<klass>[a-z_]+?)\d*")
_NESTED = re.compile(r"\{([a-z_]+)\}")
_ARTICLES = ("the", "a", "an")
_SCENE = ("telling", "commenting", "settings", "bounding", "stepping")
WORD = re.compile(r"[^\W_]+")
"""Letters and digits without anything between them."""
FEW, MANY = "00", "0000"
"""Keys under which rules are filed that may begin with one or two digits, and with more."""
_DIGITS = {"few digits": (FEW,), "many digits": (MANY,), "digit": (FEW, MANY)}


@dataclass(frozen=True)
class Rule:
    """One way of telling a time. ``needs`` names the leads that a weak rule accepts, empty for any.

    ``article`` says whether an article before it belongs to it ("the summer", but "the 1912 elections"),
    ``ordinal_article`` that it does before an ordinal only ("the 3rd of May", but "the 3 May meeting").
    ``ancient`` rules count in lives of the first millennium only, ``near`` ones in those that began before its
    second century.
    """

    name: str
    source: str
    flags: re.RegexFlag
    make: str
    weak: bool
    needs: frozenset[str]
    count_guard: bool
    name_guard: bool
    article: bool
    ordinal_article: bool
    ancient: bool
    near: bool
    unless_after: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first tried. Raises DataError where it is broken."""
        try:
            return re.compile(rf"(?:{self.source})(?!\w)", self.flags)
        except re.error as fault:
            raise DataError("time", f"rule {self.name!r} has a broken pattern: {fault}") from fault


@dataclass(frozen=True)
class Filed:
    """The rules that may begin with one word, sure ones first."""

    rules: tuple[Rule, ...]

    @cached_property
    def common(self) -> tuple[Rule, ...]:
        """Those that hold in any life."""
        return tuple(rule for rule in self.rules if not rule.near)

    @cached_property
    def gate(self) -> re.Pattern[str]:
        """Matches where one of the rules may: one pass in place of many where none does."""
        forms = []
        for rule in self.rules:
            form = re.sub(r"\(\?P<\w+>", "(?:", rule.source)
            form = re.sub(r"\(\?P=\w+\)", ".", form)
            forms.append(f"(?i:{form})" if rule.flags & re.IGNORECASE else f"(?:{form})")
        return re.compile(f"(?:{'|'.join(forms)})(?!\\w)")


@dataclass(frozen=True)
class Periods:
    """The named periods that begin with one word: by each of their names, their span as EDTF and the name to show."""

    forms: Mapping[str, tuple[str, str]]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the longest of the names."""
        return re.compile(either(self.forms) + r"(?!\w)")

    def meant(self, match: re.Match[str]) -> tuple[str, str]:
        """The span and the name of what the pattern matched."""
        return self.forms[" ".join(match[0].split())]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the engine knows of a language's way of telling time."""

    words: Mapping[str, Mapping[str, Any]]
    rules: Mapping[str, Filed]
    openings: frozenset[str]
    leading: re.Pattern[str]
    leading_words: frozenset[str]
    relations: Mapping[str, str]
    parts: Mapping[str, str]
    attributive: frozenset[str]
    scene: SceneWords
    doubtful: frozenset[str]
    between: frozenset[str]
    spanning: frozenset[str]
    belonging: frozenset[str]
    owners: re.Pattern[str]
    counted: frozenset[str]
    uncounted: frozenset[str]
    numbered: frozenset[str]
    joins: Mapping[str, re.Pattern[str]]
    elapsed: re.Pattern[str]
    named: re.Pattern[str]
    life: Mapping[str, re.Pattern[str]]
    own_death: re.Pattern[str]
    not_lives: frozenset[str]
    birth_keys: frozenset[str]
    death_keys: frozenset[str]
    periods: Mapping[str, Periods]


@cache
def lexicon(language: str) -> Lexicon:
    """The compiled time lexicon of ``language``. Raises DataError where a rule is broken, naming it."""
    data, where = load(language, "time"), f"lang/{language}/time.yml"
    words = {name: {str(k): v for k, v in entries.items()} for name, entries in data["words"].items()}
    shapes = _shapes(words, data["shapes"])
    rules: dict[str, list[Rule]] = {}
    for record in data["rules"]:
        rule = _rule(record, shapes, where)
        for start in _starts(record, words):
            rules.setdefault(start, []).append(rule)
    relations = {lead: relation for relation, leads in data["leads"].items() for lead in leads}
    parts = {phrase: part for part, phrases in data["parts"].items() for phrase in phrases}
    life = data["life"]
    periods = _periods(language)
    return Lexicon(
        words=words,
        rules={start: _filed(tuple(sorted(found, key=lambda rule: rule.weak))) for start, found in rules.items()},
        openings=frozenset((*rules, *periods)),
        leading=_leading(relations, parts, data["approx"], data["doubt"]),
        leading_words=_words(_ARTICLES, relations, parts, data["approx"], data["doubt"]),
        relations=relations,
        parts=parts,
        attributive=frozenset(data["attributive"]),
        scene=SceneWords(*(frozenset(data[key]) for key in _SCENE)),
        doubtful=frozenset(data["doubtful"]),
        between=frozenset(data["between"]),
        spanning=frozenset(data["spanning"]),
        belonging=frozenset(data["belonging"]),
        owners=re.compile(
            rf"(?:(?<!\w){either(data['owners'])}|['’]s?|(?<!\w)(?:the|an?)\s{{1,3}}[a-z-]{{3,14}})\s{{1,3}}$", re.I
        ),
        counted=frozenset(data["count"]),
        uncounted=frozenset(data["uncounted"]),
        numbered=frozenset(data["numbered"]),
        joins={kind: re.compile(either(words_), re.I) for kind, words_ in data["joins"].items()},
        elapsed=re.compile(rf"(?<!\w){either(data['elapsed'])}", re.I),
        named=re.compile(rf"[ -]{either(data['named'])}"),
        life={
            kind: re.compile(rf"(?:(?<!\w){either(life[kind])})(?: +(?:on|in|about|c\.?|ca\.?))?[ :,]*$", re.I)
            for kind in ("born", "died", "flourished", "reigned")
        },
        own_death=re.compile(
            rf"(?<!\w){either(words['pronoun'])} {either(w for w, e in words['event'].items() if e == 'death' != w)}"
            r"(?:\s[^\W\d]{1,12}){0,3}\s$",
            re.I,
        ),
        not_lives=frozenset(life["not_lives"]),
        birth_keys=frozenset(life["birth_keys"]),
        death_keys=frozenset(life["death_keys"]),
        periods=periods,
    )


def _shapes(words: Mapping[str, Mapping[str, Any]], given: Mapping[str, str]) -> dict[str, str]:
    shapes = {name: _class(name, entries) for name, entries in words.items()}
    for name, shape in given.items():
        shapes[name] = f"(?:{_NESTED.sub(lambda m: shapes[m[1]], shape)})"
    return shapes


def _class(name: str, entries: Mapping[str, Any]) -> str:
    """Alternation of a word class, longest first; a cased class matches with its capital only."""
    if name not in _CASED:
        return either(entries)
    short = [w for w in entries if any(other != w and other.startswith(w) for other in entries)]
    full = [w for w in entries if w not in short]
    return rf"(?-i:{either(full)}|{either(short)}\.?)" if short else f"(?-i:{either(full)})"


def _rule(record: Mapping[str, Any], shapes: Mapping[str, str], where: str) -> Rule:
    def part(match: re.Match[str]) -> str:
        label = match["klass"]
        klass = label if label in shapes else _NUMBERED.fullmatch(label)["klass"]  # type: ignore[index]
        if klass not in shapes:
            raise DataError(where, f"rule {record['name']!r} names an unknown class <{label}>")
        name = match["name"] or label
        return f"(?:{shapes[klass]})" if klass == "dash" else f"(?P<{name}>{shapes[klass]})"

    pattern = _NESTED.sub(lambda m: shapes[m[1]], _NAMED_PART.sub(part, record["pattern"]))
    pattern = pattern.replace("[ -]", r"[\s-]").replace("[- ]", r"[\s-]")
    pattern = pattern.replace(" ?", r"\s{0,3}").replace(" ", BLANK)
    needs = record.get("needs", ())
    return Rule(
        record["name"],
        pattern,
        re.NOFLAG if record.get("exact_case") or record.get("lower") else re.IGNORECASE,
        record["make"],
        record.get("weak", False),
        frozenset() if needs == "year" else frozenset(needs),
        needs == "year",
        record.get("not_before_name", False),
        record.get("article", True) is True,
        record.get("article") == "ordinal",
        record.get("ancient", False) is not False,
        record.get("ancient") == "near",
        frozenset(record.get("unless_after", ())),
    )


@cache
def _filed(rules: tuple[Rule, ...]) -> Filed:
    """One for all words under which the same rules are filed."""
    return Filed(rules)


def _starts(record: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> list[str]:
    keys: list[str] = []
    for start in record["starts"]:
        if start in _DIGITS:
            keys += _DIGITS[start]
        elif start in words:
            keys += [re.split(r"[\s.'’ʿʾ-]", word.lower())[0] for word in words[start]]
        else:
            keys.append(start.lower())
    return list(dict.fromkeys(keys))


def _words(*phrases: Iterable[str]) -> frozenset[str]:
    """All words of the phrases, in lower case."""
    return frozenset(word.lower() for some in phrases for phrase in some for word in WORD.findall(phrase))


def _leading(
    relations: Mapping[str, str], parts: Mapping[str, str], approx: list[str], doubt: list[str]
) -> re.Pattern[str]:
    """What may stand before an expression, in order: doubt, lead, doubt, about, part, with articles between."""
    about = rf"(?P<approx>{either(approx)})\s{{0,2}}"
    article = rf"(?:{either(_ARTICLES)}\s{{1,3}})?"
    return re.compile(
        rf"(?<![\w’'])(?:(?P<doubt>{either(doubt)}),?\s{{1,3}})?(?:(?P<lead>{either(relations)})\s{{1,3}})?"
        rf"(?P<core>(?:(?P<doubt2>{either(doubt)})\s{{1,3}})?(?:{about})?{article}"
        rf"(?:(?P<part>{either(parts)})[\s-]{{0,3}})?{article})$",
        re.IGNORECASE,
    )


def _periods(language: str) -> dict[str, Periods]:
    """Named periods by the lower-cased first word of each of their names."""
    where = f"lang/{language}/periods.yml"
    named: dict[str, dict[str, tuple[str, str]]] = {}
    data = load(language, "periods")
    told = [(r, (r["name"], *r.get("also", ()))) for r in data["periods"]]
    told += [(r, tuple(form.format(r["name"]) for form in data["reign_forms"])) for r in data["reigns"]]
    for record, names in told:
        span = str(record["edtf"])
        if not edtf.valid(span):
            raise DataError(where, f"{record['name']!r} has no valid EDTF: {span!r}")
        if record.get("source") not in data["sources"]:
            raise DataError(where, f"{record['name']!r} names no source of the list")
        for name in names:
            forms = named.setdefault(re.split(r"[\s.-]", name.lower())[0], {})
            if name not in forms or names[0] < forms[name][1]:
                forms[name] = span, names[0]
    return {first: Periods(forms) for first, forms in named.items()}
