"""Scope: from any word up to the root of its sentence, what governs it and how.

A path is the chain of predications that a token stands under, each entered by a step: as the content of a
governing cue, as part of the same predication (a copula's complement), as a coordinated predication, or as an
island (an adverbial or relative clause, a noun already known) into which only whose word it is can reach.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal, NamedTuple

from vitascope.claims.clauses.parataxis import is_juxtaposed
from vitascope.claims.status.cues import Cues, Governor, Modifier
from vitascope.claims.status.governors import VERBAL, Governors
from vitascope.claims.status.relatives import Relatives
from vitascope.model import Annotation, Token

Relation = Literal["root", "same", "content", "conjunct", "island", "aside"]
CLAUSAL = ("ccomp", "xcomp", "csubj", "csubjpass", "pcomp", "advcl", "acl", "relcl", "dep", "parataxis")
_NAMING = ("appos", "compound", "nmod", "poss", "amod", "nummod", "det", "npadvmod", "quantmod", "predet")
_SAME, _DEFAULT = ("attr", "acomp", "oprd"), ("xcomp",)
_PREPOSITIONAL = ("prep", "agent", "conj", "cc", "mark", "advmod", "pcomp", "dative", "prt")
_FINITE = ("VBD", "VBZ", "VBP")
_TENSED = (*_FINITE, "MD")


class Step(NamedTuple):
    """A predication at ``token``, entered by ``relation``; ``governor`` is the word of ``cue``, if any."""

    token: int
    relation: Relation
    governor: int | None = None
    cue: Governor | None = None


class Scopes:
    """The paths of one annotation. ``people`` are nouns that stand for somebody, who is no content of anything."""

    def __init__(self, annotation: Annotation, cues: Cues, people: Container[object] = frozenset()) -> None:
        self.people = people
        self._annotation = annotation
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._relations = annotation.relations
        self._cues = cues
        self.governors = Governors(annotation, cues, people)
        self._relatives = Relatives(annotation, cues)
        self._links: dict[int, frozenset[str]] = {}
        self._steps: dict[int, tuple[Step, int | None]] = {}

    def path(self, token: int) -> list[Step]:
        """Steps from the root of the sentence down to ``token``."""
        steps: list[Step] = []
        at: int | None = token
        while at is not None:
            found = self._steps.get(at)
            if found is None:
                found = self._steps[at] = self._up(at)
            step, at = found
            steps.append(step)
        return steps[::-1]

    # ------------------------------------------------------------ one step

    def _up(self, at: int) -> tuple[Step, int | None]:
        token = self._tokens[at]
        if token.head == at:
            telling = self._announcing(token)
            return (Step(at, "root"), None) if telling is None else (Step(at, "content", *telling), telling[0])
        above = self._tokens[token.head]
        if is_juxtaposed(self._annotation, token) or self._put_in(token):
            return Step(at, "root"), None
        if self._turns_out(token):
            return Step(at, "conjunct", above.index), above.index
        preferred = self._preferred(token)
        if preferred is not None:
            return preferred, above.index
        if token.dep == "conj":
            first = self._coordinate(token, above)
            return Step(at, "conjunct", first), first
        chosen = self._chosen(token, above)
        if chosen is not None:
            return Step(at, "same"), chosen
        if above.pos in ("ADP", "SCONJ") and above.dep in _PREPOSITIONAL:
            return self._through_preposition(token, above)
        if token.dep in _SAME or self._measures(token):
            how = "done" if token.dep == "oprd" and token.tag == "VBN" else "object" if token.dep == "attr" else ""
            held = self.governors.cue(above, frozenset((how,)), token.lemma.lower()) if how else None
            step = Step(at, "same") if held is None else Step(at, "content", above.index, held)
            return step, above.index
        copula = self._relatives.cleft(token, above)
        if copula is not None:
            return Step(at, "same"), copula
        links = self.links(token)
        if "ing" in links and any(self._tokens[c].text.lower() in self._cues.words.reflexive for c in self._own(at)):
            return Step(at, "same"), above.index  # "found himself working"
        governor, cue = self._governing(above, token, links)
        if cue is not None and cue.modality == "intended" and token.index < above.index and links == {"finite"}:
            return Step(at, "root"), None
        if cue is not None:
            return Step(at, "content", governor, cue), above.index
        sayer = self._relatives.sayer(token, above)
        own = None if sayer is None else self.governors.cue(sayer, frozenset(("finite", "marked")))
        if sayer is not None and own is not None and own.voice == "subject":
            return Step(at, "content", sayer.index, own), sayer.index
        return Step(at, self._ungoverned(token, above, links)), above.index

    def _own(self, verb: int) -> list[int]:
        return [c for c in self._children[verb] if self._tokens[c].dep == "nsubj"]

    def _announcing(self, token: Token) -> tuple[int, Governor] | None:
        """ "The chronicler tells another story: the count fled": the verb before the colon that gives what follows as
        somebody's account, on which the parser should have hung it."""
        for c in self._children[token.index]:
            before = self._tokens[c]
            if c > token.index or before.pos not in VERBAL or not is_juxtaposed(self._annotation, before):
                continue
            told = any(self._tokens[o].lemma.lower() in self._cues.words.accounts for o in self._children[c])
            cue = self.governors.cue(before, frozenset(("finite", "marked"))) if told else None
            if cue is not None:
                return c, cue
        return None

    def _chosen(self, token: Token, prep: Token) -> int | None:
        """ "Was to have been one of the defendants": the word that takes somebody out of those they are of."""
        words, one = self._cues.words, self._tokens[prep.head]
        taken = token.dep == "pobj" and prep.lemma.lower() in words.partitive and one.text.lower() in words.ordinals
        return one.index if taken and one.dep in _SAME else None

    def _measures(self, token: Token) -> bool:
        """ "Went so far as to open it": an adverb with a content has the state of its verb."""
        return token.dep == "advmod" and any(self._tokens[c].dep in CLAUSAL for c in self._children[token.index])

    def _turns_out(self, token: Token) -> bool:
        """ "Was released, only to be arrested again": an infinitive that tells what came of it."""
        if token.dep not in ("advcl", "xcomp", "acl", "relcl", "conj") or "inf" not in self.links(token):
            return False
        to = min(c for c in self._children[token.index] if self._tokens[c].text.lower() in self._cues.words.infinitive)
        undergone = self.governors.passive(token) or token.lemma.lower() in self._cues.words.turns
        return self._tokens[max(to - 1, 0)].text.lower() in self._cues.words.turning and undergone

    def _preferred(self, token: Token) -> Step | None:
        """ "Resigned rather than join": two words, the last of which parsers take for a coordinator."""
        if token.dep not in ("conj", "advcl") or not token.index:
            return None
        marks = (c for c in self._children[token.index] if self._tokens[c].dep == "mark")
        for joint in (self._tokens[i] for i in (token.index - 1, *marks)):
            own = self._preposition(joint, set(self.links(token))) if joint.dep in ("cc", "mark") else None
            if own is not None:
                return Step(token.index, "content", joint.index, own)
        return None

    def _coordinate(self, token: Token, above: Token) -> int:
        """The verb that a conjunct stands beside: a past tense is never coordinated with an infinitive before it."""
        at = above
        while token.tag in _FINITE and at.head != at.index and self._without_tense(at):
            at = self._tokens[at.head]
        return at.index if at.pos in VERBAL else above.index

    def _without_tense(self, word: Token) -> bool:
        below = [self._tokens[c] for c in self._children[word.index]]
        perfect = word.tag == "VBN" and any(c.dep == "aux" and c.tag == "VB" for c in below)  # "to have given"
        if word.pos in VERBAL and word.tag not in ("VB", "VBG") and not perfect:
            return False
        return not any(c.dep in ("aux", "auxpass") and c.tag in (*_FINITE, "MD") for c in below)

    def _through_preposition(self, token: Token, prep: Token) -> tuple[Step, int | None]:
        links = {*self.links(token), token.dep}
        chain = prep
        words: list[str] = []
        own = self._preposition(prep, links)
        while chain.head != chain.index and chain.dep in _PREPOSITIONAL and chain.pos in ("ADP", "SCONJ"):
            if chain.dep != "conj" or not words:
                words.append(chain.lemma.lower())
            chain = self._tokens[chain.head]
        if own is not None:
            return Step(token.index, "content", prep.index, own), chain.index
        deeds = (f"{w} ing" for w in words if "ing" in links)
        told = frozenset((*words, *deeds, *(links & {"whether"})))
        governor, cue = self._governing(chain, token, told)
        if cue is None and self._misplaced(chain):
            chain = self._tokens[chain.head]
            governor, cue = self._governing(chain, token, told)
        if cue is not None:
            return Step(token.index, "content", governor, cue), chain.index
        return Step(token.index, "island"), chain.index

    def _misplaced(self, word: Token) -> bool:
        """Whether a phrase that the parser hung on a word is likely its verb's ("accused Anna Berg of theft")."""
        named = word.dep == "dobj" and (word.pos in ("PROPN", "PRON") or word.index in self.people)
        return named or word.dep in ("acomp", "oprd")

    def _preposition(self, prep: Token, links: set[str]) -> Governor | None:
        word = prep.text.lower()
        below = [self._tokens[c].text.lower() for c in self._children[prep.index] if c <= prep.index + 1]
        before = self._tokens[prep.index - 1].text.lower() if prep.index else ""
        for name in (word, f"{before} {word}", *(f"{word} {b}" for b in below)):
            for cue in self._cues.by_preposition.get(name, ()):
                if not links.isdisjoint(cue.links) or ("object" in cue.links and "pobj" in links):
                    return cue
        return None

    def _ungoverned(self, token: Token, above: Token, links: frozenset[str]) -> Relation:
        if token.dep in _NAMING and above.pos not in VERBAL:
            return "aside"
        if token.dep in _DEFAULT and "inf" not in links:
            return "same"
        if token.dep in ("ccomp", "csubj") and "marked" in links and self._relatives.anticipating(above):
            return "same"
        return "island"

    # ------------------------------------------------------------ governors

    def links(self, token: Token) -> frozenset[str]:
        """How a token hangs on its governor, by its form and relation."""
        found = self._links.get(token.index)
        if found is None:
            found = self._links[token.index] = self._linked(token)
        return found

    def _linked(self, token: Token) -> frozenset[str]:
        if token.pos not in VERBAL and token.dep not in CLAUSAL:
            if token.index in self.people:
                return frozenset()
            if token.dep in ("dobj", "nsubjpass", "attr"):
                return frozenset(("object",))
            return frozenset(("subject",) if token.dep == "nsubj" else ())
        words, below = self._cues.words, self._relations[token.index]
        helping, passive = ([self._tokens[c] for c in below.get(dep, ())] for dep in ("aux", "auxpass"))
        marks = {self._tokens[c].text.lower() for c in below.get("mark", ())}
        marked = not words.complementisers.isdisjoint(marks)
        if marked and self._subjunctive(token, helping, passive):
            return frozenset(("subjunctive",))
        if token.tag == "VB":
            if any(c.text.lower() in words.infinitive for c in helping) or not words.infinitive.isdisjoint(marks):
                return frozenset(("inf",))
            if not helping and all(self._tokens[c].tag != "MD" for c in self._children[token.index]):
                return frozenset(("bare",))
        if not helping and any(c.tag == "VB" for c in passive):
            return frozenset(("bare",))
        auxiliaries = helping + passive
        if any(c.text.lower() in words.infinitive for c in auxiliaries):
            perfect = any(c.tag == "VB" and c.lemma.lower() in words.perfect for c in auxiliaries)
            return frozenset(("inf", "perfect inf") if perfect else ("inf",))
        if token.tag in _TENSED or any(c.tag in _TENSED for c in auxiliaries):
            asking = marks.union(self._tokens[c].text.lower() for c in below.get("advmod", ()))
            if not words.doubting.isdisjoint(asking):
                return frozenset(("whether",))
            return frozenset(("finite", "marked") if marked else ("finite",))
        if token.tag == "VBG" or any(c.tag == "VBG" for c in auxiliaries):
            return frozenset(("ing",))
        if token.tag == "VBN":
            return frozenset(("done",))
        return frozenset(("finite",)) if token.dep == "ccomp" else frozenset()

    def _subjunctive(self, token: Token, helping: list[Token], passive: list[Token]) -> bool:
        """ "demanded that she be tried": a marked clause in the base form tells what is wanted."""
        if token.tag != "VB" and all(c.tag != "VB" for c in passive):
            return False
        return all(c.tag not in _TENSED and c.text.lower() not in self._cues.words.infinitive for c in helping)

    def _governing(self, above: Token, token: Token, links: frozenset[str]) -> tuple[int | None, Governor | None]:
        """The cue whose content ``token`` is: ``above`` itself, or what is said of an anticipatory subject."""
        places = (above.index, *self._said_of(above, token, links), *self._listing(above, links))
        for named in (True, False) if links else ():
            if not named and self._one_of_few(above, token):
                break
            for index in places:
                cue = self.governors.cue(self._tokens[index], links, token.lemma.lower(), named)
                if cue is not None and not self._blocked(token, links, cue, index):
                    return index, cue
        return None, None

    def _one_of_few(self, above: Token, token: Token) -> bool:
        """ "Became the first to hold a chair", whichever word the parser hangs the infinitive on."""
        nouns = (self._tokens[c] for c in self._children[above.index] if c < token.index)
        ordinal = self.governors.ordinal
        return ordinal(above) or any(n.dep in _SAME and ordinal(n) for n in nouns)

    def _said_of(self, above: Token, token: Token, links: frozenset[str]) -> Iterator[int]:
        """ "It is unclear whether …", "there was no evidence that …"."""
        if above.pos not in VERBAL or token.dep not in CLAUSAL:
            return
        for c in self._children[above.index]:
            child = self._tokens[c]
            noun = child.dep in ("dobj", "nsubjpass", "nsubj") and child.pos == "NOUN" and c < token.index
            if child.dep in _SAME or (noun and (links & {"marked", "whether"} or self._follows(token, c, links))):
                yield c

    def _listing(self, above: Token, links: frozenset[str]) -> Iterator[int]:
        """ "The register has an Ida Lund, buried in May": what a name with an article is told to be by who has it."""
        article = any(self._tokens[c].dep == "det" for c in self._children[above.index])
        if "done" in links and above.pos == "PROPN" and above.dep == "dobj" and article:
            yield above.head

    def _follows(self, token: Token, noun: int, links: frozenset[str]) -> bool:
        """A participle straight after an object tells of it: "signed a confession implicating himself"."""
        return "ing" in links and noun == token.index - 1

    def _blocked(self, token: Token, links: frozenset[str], cue: Governor, governor: int) -> bool:
        """Whether a relative or adverbial clause only looks like the content of what stands above it."""
        if token.dep == "relcl":
            return "finite" in links and not self._relatives.told(token, cue, self.governors.passive(token))
        if token.dep == "advcl":
            marks = sum(self._tokens[c].dep == "mark" for c in self._children[token.index])
            if "marked" in links and marks == 1:
                return False  # a content clause that the parser took for an adverbial one
            return bool(links & {"finite", "ing", "done"}) and self._tokens[governor].pos in VERBAL
        return False

    def _put_in(self, token: Token) -> bool:
        """Whether a clause is a saying put into what is said ("which, she said, nobody wanted")."""
        hung = token.dep == "parataxis" and token.pos in VERBAL
        cue = self.governors.cue(token, frozenset(("finite",))) if hung else None
        return cue is not None and cue.voice == "subject" and cue.modality in ("reported", "alleged")

    # ------------------------------------------------------------ nouns

    def definite(self, noun: int) -> bool:
        """Whether a noun points at something taken as known: "the arrest", "his arrest", "Berg's arrest"."""
        below = (self._tokens[c] for c in self._children[noun])
        return any(c.dep == "poss" or (c.dep == "det" and c.text.lower() in self._cues.words.definite) for c in below)

    def adjective(self, noun: int) -> Iterator[tuple[int, Modifier]]:
        """Unsettling adjectives of a noun: "the alleged murder", "a failed attempt"."""
        for c in self._children[noun]:
            child = self._tokens[c]
            if child.dep in ("amod", "compound", "nmod", "advmod"):
                found = self._cues.adjectives.get(child.text.lower())
                if found is not None:
                    yield c, found
