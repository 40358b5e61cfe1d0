"""Whose word a predication is, where a phrase or an aside says so: "according to X", "as X recalled", "…, she said"."""

from __future__ import annotations

from collections.abc import Iterator

from vitascope.claims.clauses.parataxis import is_parted
from vitascope.claims.status.cues import Cues
from vitascope.claims.status.effect import LONGEST_PHRASE, Effect
from vitascope.claims.status.governors import VERBAL
from vitascope.claims.status.media import Media
from vitascope.claims.status.refutation import is_refuted
from vitascope.claims.status.scope import Scopes
from vitascope.claims.status.signs import Signs
from vitascope.claims.status.source_places import SourcePlaces
from vitascope.model import Annotation, Standing, Token

_FINITE = ("VBD", "VBZ", "VBP")
_ADVERBIAL = ("prep", "pcomp", "advmod", "agent")
_PUT_IN = ("parataxis", "ccomp", "dep", "conj")
_ATTACHED = frozenset((*_ADVERBIAL, *_PUT_IN, "advcl"))
"""How what names a source hangs on what it is the source of."""


class NamedSources:
    """The sources that the predications of one annotation name."""

    def __init__(self, annotation: Annotation, cues: Cues, scopes: Scopes, signs: Signs) -> None:
        self._annotation = annotation
        self._tokens = annotation.tokens
        self._children = annotation.children
        self._cues = cues
        self._scopes = scopes
        self._signs = signs
        self._media = Media(annotation, cues, scopes)
        self._places = SourcePlaces(annotation, cues)
        self._placed: dict[int, dict[int, list[Effect]]] = {}
        self._likened = frozenset(self._tokens[i].sentence for i in annotation.told_forms(cues.words.as_said))
        self._bracketed = "(" in annotation.by_word  # most are lifted out before parsing

    def _opening(self, head: int) -> Iterator[Effect]:
        """What stands first in a sentence, however the parser reads the rest: "In Dahl's view Berg joined …"."""
        number = self._tokens[head].sentence
        sentence = self._annotation.sentences[number]
        first = self._tokens[sentence.first]
        if first.index >= head:
            return
        for mark in (self._tokens[c] for c in self._children[head]):
            # "a story current in the camp, that she had fled, …": what the parser makes the main clause is told
            if mark.dep == "mark" and mark.text.lower() in self._cues.words.complementisers:
                yield Effect(mark.index, mark.text, modality="reported")
        for token in self._tokens[sentence.first : sentence.last] if number in self._likened else ():
            if token.head != head:  # "…, its roof gone, so far as the registers show"
                yield from self._measured(token.index)
        if not self._signs.around(head).sources:
            return
        for i in range(first.index + 2, min(first.index + LONGEST_PHRASE, head)):
            owner = self._tokens[i - 2 if self._tokens[i - 1].tag == "POS" else i - 1]
            if self._tokens[i - 1].tag not in ("POS", "PRP$") or owner.index <= first.index:
                continue
            source = self._cues.source_nouns.get(f"{first.text.lower()} {self._tokens[i].lemma.lower()}")
            source = source or self._cues.source_nouns.get(f"{first.text.lower()} {self._tokens[i].text.lower()}")
            attached = first.head == head and first.dep in ("prep", "agent")
            if source is not None and not attached:
                yield Effect(first.index, self._tokens[i].text, modality=source.modality, voice=owner.index)

    def effects(self, head: int) -> Iterator[Effect]:
        """The cues by which a predication, or the opening of its sentence, names whose word it is."""
        yield from self._attached_sources(head)
        if self._signs.around(head).sources:
            yield from self._of_version(head)
        if self._tokens[head].dep == "ROOT":
            yield from self._opening(head)
        if self._tokens[head].sentence in self._likened:
            yield from self._as_said(head)

    def _as_said(self, head: int) -> Iterator[Effect]:
        """ "Where, as one guard, Karl Dahl, testified, she was held": whatever the parser hangs the saying on."""
        subject = next((c for c in self._children[head] if self._tokens[c].dep in ("nsubj", "nsubjpass")), None)
        if self._tokens[head].pos not in VERBAL or subject is None:
            return
        start = self._annotation.sentences[self._tokens[head].sentence].first
        end = min(self._annotation.subtree(subject)) - 1
        if end <= start or self._tokens[end].text != ",":
            return
        inside = range(start, end)
        opening = next((i for i in reversed(inside) if self._tokens[i].text.lower() in self._cues.words.as_said), end)
        aside = self._tokens[opening + 1 : end]
        verbs = [t for t in aside if t.pos in VERBAL and t.tag in _FINITE]
        apart = opening == start or self._tokens[opening - 1].pos == "PUNCT"
        if not apart or len(verbs) != 1:
            return
        said = verbs[0]
        if said.dep == "advcl" and said.head == head and self._tokens[opening].dep in ("mark", "advmod"):
            return  # read as it stands
        cue = self._scopes.governors.cue(said, frozenset(("finite",)))
        if cue is not None and cue.voice == "subject" and cue.modality in ("reported", "alleged"):
            who = [t for t in aside if t.index < said.index and t.head in (said.index, opening)]
            voice = next((t.index for dep in ("nsubj", "pobj") for t in who if t.dep == dep), None)
            yield Effect(said.index, said.text, modality=cue.modality, voice=voice)

    def _of_version(self, head: int) -> Iterator[Effect]:
        """ "The version according to which he hanged himself", whatever the parser hangs the preposition on."""
        subject = next((c for c in self._children[head] if self._tokens[c].dep in ("nsubj", "nsubjpass")), None)
        if subject is None:
            return
        before = self._tokens[max(0, subject - LONGEST_PHRASE) : subject]
        which = next((t.index for t in reversed(before) if t.tag in ("WDT", "WP")), 0)
        for length in range(1, LONGEST_PHRASE):
            words = self._tokens[max(0, which - length) : which]
            source = self._cues.source_prepositions.get(" ".join(t.text.lower() for t in words))
            if source is not None:
                version = self._version(head)
                untrue = version is not None and is_refuted(self._annotation, self._cues, version)
                standing: Standing = "annulled" if untrue else "stands"
                written = version is not None and self._tokens[version].lemma.lower() in self._cues.words.documents
                voice = version if written else None  # a letter speaks, a legend does not
                yield Effect(words[0].index, words[0].text, False, source.modality, voice, standing=standing)
                return

    def _version(self, head: int) -> int | None:
        """What a clause with its "according to which" hangs on."""
        token = self._tokens[head]
        if token.dep == "pcomp":
            token = self._tokens[token.head]
        hung = token.dep in ("relcl", "prep") and self._tokens[token.head].pos == "NOUN"
        return token.head if hung else None

    def _attached_sources(self, head: int) -> Iterator[Effect]:
        number = self._tokens[head].sentence
        placed = self._placed.get(number)
        if placed is None:
            sentence = self._annotation.sentences[number]
            placed = self._placed[number] = {}
            for token in self._tokens[sentence.first : sentence.last]:
                if token.dep not in _ATTACHED or token.head == token.index:
                    continue
                for effect in self._attached(token):
                    home = self._home(token, effect)
                    if home is not None:
                        placed.setdefault(home, []).append(effect)
        yield from placed.get(head, ())

    def _home(self, child: Token, effect: Effect) -> int | None:
        """The predication to which a source belongs that the parser hung somewhere by ``child``."""
        named = child.dep in _ADVERBIAL
        if effect.modality != "reported" or effect.standing != "stands" or (named and not self.names(child.index)):
            return child.head
        return self._places.home(self._start(child), self._end(child, named), child.head)

    def _end(self, child: Token, named: bool) -> int:
        """The last token of a phrase or aside that names a source, without what the parser hung on it by mistake."""
        at = child.index
        while named and self._tokens[at].dep != "pobj":
            below = (c for c in self._children[at] if self._tokens[c].dep in ("prep", "pcomp", "pobj"))
            step = next(below, None)
            if step is None:
                break
            at = step
        last = max(self._annotation.subtree(at))
        if named:
            return next((t.index - 1 for t in self._tokens[at + 1 : last] if self._places.reason(t) is not None), last)
        return next((t.index - 1 for t in self._tokens[at + 1 : last + 1] if t.text in ",)"), last)

    def _attached(self, child: Token) -> Iterator[Effect]:
        """The sources that a word below a predication names."""
        c, head = child.index, child.head
        if child.dep in _ADVERBIAL:
            yield from self._measured(c)
            source = self._source(c) or self._media.fiction(c, head) or self._media.minded(c, head)
            forged = self._media.forged(c)
            if forged is not None:
                yield forged
            elif source is not None and not (child.text.lower() in self._cues.words.media and self._speaks(head)):
                yield source
        elif child.dep == "advcl" and child.pos in VERBAL:
            marks = [
                self._tokens[m].text.lower() for m in self._children[c] if self._tokens[m].dep in ("mark", "advmod")
            ]
            if set(marks) & self._cues.words.as_said and "inf" not in self._scopes.links(child):
                yield from self._said(c)
            elif set(marks) & set(self._cues.subordinators):
                yield from self._trusted(c)
        elif (child.dep == "conj" and self._so_said(c)) or self._put_in(child) or self._in_brackets(child):
            yield from self._said(c)

    def _in_brackets(self, child: Token) -> bool:
        """ "(or so Dahl claimed)", "(as Dahl relates)"."""
        hung = self._bracketed and child.pos in VERBAL and child.dep in ("conj", "parataxis", "advcl", "dep")
        return hung and self._tokens[self._start(child) - 1].text == "("

    def _start(self, child: Token) -> int:
        """The first token of an aside, with the words that open it wherever they hang."""
        inside = self._annotation.subtree(child.index)
        first = min(i for i in inside if self._tokens[i].pos != "PUNCT")
        openers = (*self._cues.words.as_said, *self._cues.words.so_said, *self._cues.negation.disjunction)
        while first and self._tokens[first - 1].text.lower() in openers:
            first -= 1
        return first

    def _measured(self, adverb: int) -> Iterator[Effect]:
        """ "No more than thrice, so far as the registers show": the adverb that a saying measures."""
        for c in self._children[adverb] if self._tokens[adverb].dep == "advmod" else ():
            marks = (self._tokens[m].text.lower() for m in self._children[c] if self._tokens[m].dep == "mark")
            told = "inf" not in self._scopes.links(self._tokens[c])  # "went so far as to open it"
            if told and self._tokens[c].dep == "advcl" and set(marks) & self._cues.words.as_said:
                yield from self._said(c)

    def _put_in(self, child: Token) -> bool:
        """ "…, he recalled, …": a clause between commas."""
        if (
            child.pos not in VERBAL
            or child.dep not in _PUT_IN
            or (child.dep == "conj" and not self._before_verb(child))
        ):
            return False
        return not is_parted(self._annotation, child.index, child.head) and self._between_commas(child)

    def _before_verb(self, child: Token) -> bool:
        """ "Was dismissed and, Dahl claimed, fled": a saying between an "and" and the verb that it joins."""
        first = self._start(child)
        opened = first > 1 and self._tokens[first - 1].text == "," and self._tokens[first - 2].tag == "CC"
        after = self._tokens[child.index + 1 : child.index + 3]
        return opened and len(after) > 1 and after[0].text == "," and after[1].pos in VERBAL

    def _speaks(self, verb: int) -> bool:
        """ "In his memoirs he claimed that …": where he says it, not whose word it is that he says it."""
        cue = self._scopes.governors.cue(self._tokens[verb], frozenset(("finite", "ing")))
        return cue is not None and cue.voice == "subject" and cue.modality in ("reported", "alleged")

    def _so_said(self, verb: int) -> bool:
        """ "…, or so he said"."""
        first = [c for c in self._children[verb] if self._tokens[c].dep == "advmod"][:1]
        return any(self._tokens[c].text.lower() in self._cues.words.so_said for c in first) and any(
            self._tokens[c].text.lower() in self._cues.negation.disjunction
            for c in self._children[self._tokens[verb].head]
            if first[0] - 2 <= c < first[0]
        )

    def _trusted(self, condition: int) -> Iterator[Effect]:
        """ "If the chronicle can be trusted", "if we are to believe the mayor"."""
        inside = [condition, *(c for c in self._children[condition] if self._tokens[c].dep == "xcomp")]
        verb = next((i for i in inside if self._tokens[i].lemma.lower() in self._cues.words.credence), None)
        if verb is None:
            return
        roles = ("nsubjpass", "nsubj") if self._scopes.governors.passive(self._tokens[verb]) else ("dobj",)
        below = (c for i in inside for c in self._children[i])
        source = next((c for c in below if self._tokens[c].dep in roles), None)
        yield Effect(verb, self._tokens[verb].text, modality="reported", voice=source)

    def names(self, prep: int) -> bool:
        """Whether a preposition names whose word a clause is."""
        return self._source(prep) is not None

    def _source(self, prep: int) -> Effect | None:
        """ "According to the charter …", "in the view of her brother …", "by his own account …"."""
        if not self._signs.around(prep).sources:
            return None
        words = [prep]
        at = prep
        while True:
            below = [c for c in self._children[at] if self._tokens[c].dep in ("prep", "pcomp") and c == words[-1] + 1]
            if not below:
                break
            at = below[0]
            words.append(at)
        name = " ".join(self._tokens[w].text.lower() for w in words)
        object_ = next((c for c in self._children[at] if self._tokens[c].dep == "pobj"), None)
        if object_ is None:
            return None
        source = self._cues.source_prepositions.get(name)
        if source is not None:
            # "according to her own account" is her word, "according to the account" that of the account
            owner = self._owner(object_) if self._tokens[object_].lemma.lower() in self._cues.tellings else None
            return Effect(prep, name, modality=source.modality, voice=object_ if owner is None else owner)
        source = self._cues.source_nouns.get(f"{name} {self._tokens[object_].lemma.lower()}")
        if source is None:
            return None
        return Effect(prep, self._tokens[object_].text, modality=source.modality, voice=self._owner(object_))

    def _owner(self, noun: int) -> int | None:
        for c in self._children[noun]:
            if self._tokens[c].dep == "poss":
                return c
        for c in self._children[noun]:
            if self._tokens[c].dep == "prep" and self._tokens[c].text.lower() in self._cues.words.order_sources:
                return next((o for o in self._children[c] if self._tokens[o].dep == "pobj"), None)
        return None

    def _between_commas(self, verb: Token) -> bool:
        """ "…, he claimed, …": a saying put into the clause that it tells."""
        below = [c for c in self._children[verb.index] if self._tokens[c].dep != "punct"]
        if any(self._tokens[c].dep == "dobj" for c in below):
            return False
        subject = next((c for c in below if self._tokens[c].dep in ("nsubj", "nsubjpass")), verb.index)
        first = min(verb.index, *self._annotation.subtree(subject))
        rest = [i for c in below if c > verb.index for i in self._annotation.subtree(c)]
        last = max((verb.index, *rest)) + 1
        shut = last < len(self._tokens) and self._tokens[last].text == ","  # "…, it is claimed in his memoirs, …"
        close = verb.index - first + len(rest) <= (2 * LONGEST_PHRASE if shut else LONGEST_PHRASE)
        return close and first > 0 and self._tokens[first - 1].dep == "punct"

    def _said(self, verb: int) -> Iterator[Effect]:
        cue = self._scopes.governors.cue(self._tokens[verb], frozenset(("finite",)))
        if cue is None or cue.modality not in ("uncertain", "reported", "alleged"):
            return
        voice = None
        if self._undergone(verb):
            return
        if cue.voice == "subject" and not self._scopes.governors.passive(self._tokens[verb]):
            voice = next((c for c in self._children[verb] if self._tokens[c].dep == "nsubj"), None)
        yield Effect(verb, self._tokens[verb].text, modality=cue.modality, voice=voice)

    def _undergone(self, verb: int) -> bool:
        """ "As women were not admitted": what befalls somebody is no saying; "as it was told" is."""
        subjects = (self._tokens[c] for c in self._children[verb] if self._tokens[c].dep == "nsubjpass")
        return any(s.text.lower() not in self._cues.words.cleft for s in subjects)
