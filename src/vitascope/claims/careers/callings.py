"""What kind of claim a role noun makes: a trade, an office, a rank or a title; and whether it was entered.

"A chemist" is what somebody is, "the director of the mill" what somebody holds. Many nouns may be either: what stands
around them decides.
"""

from __future__ import annotations

from vitascope.claims.context import Context
from vitascope.claims.framing.offices import Offices
from vitascope.model import Clause

_ROLE_NOUNS = ("NOUN", "PROPN")
_PEOPLES = ("NORP", "GPE")


class Callings:
    """Judges the role nouns of one document. ``said`` is the clause that says a noun of somebody, None for a phrase."""

    def __init__(self, context: Context, offices: Offices) -> None:
        self._context = context
        self._tokens = context.tokens
        self._children = context.annotation.children
        self._offices = offices

    def kind(self, noun: Clause, said: Clause | None) -> str | None:
        """A post where the noun names an office of something or of the moment, or one that is no trade beside a name
        ("Karl Berg, an inspector"), else a trade; None for neither."""
        lexicon = self._context.lexicon
        words = self._context.document.quote(self._context.phrases.core(noun.head)).lower()
        forms = {noun.lemma, *(" ".join(words.split()[-n:]) for n in (1, 2, 3))}
        trade, office = bool(forms & lexicon.occupations), bool(forms & lexicon.posts)
        longer = forms - {noun.lemma}
        if longer & lexicon.posts and not longer & lexicon.occupations:
            trade = False  # "a state counsel" is one of the state's, whatever a counsel is
        if forms & lexicon.ranks and not office:
            return "rank"
        if forms & lexicon.titles and not office and not trade:
            return "post" if "jurisdiction" in self._offices.where(noun) else "title"
        apposed = not trade and said is None and not forms & lexicon.ranks and not self._listed(noun.head)
        if office and (
            apposed or self._definite(noun, said) or (self._bound(noun, trade) and not self._indefinite(noun, said))
        ):
            return "post"
        if trade and said is not None and self._employed(noun, said):
            return "post"
        return "occupation" if trade or office else None

    def entered(self, kind: str, noun: Clause, said: Clause | None) -> str:
        """An office or rank that somebody "became" was entered; so was a trade of a body, told without an article."""
        if said is None:
            return kind
        grammar = self._context.lexicon.grammar
        ordained = self._modified(self.first_conjunct(noun.head), "ordaining")
        if kind != "rank" and self._unarticled(noun.head) and ordained:
            return "appointment"  # "was ordained priest", "was ordained deacon and, in 1904, priest"
        if said.lemma not in grammar["becoming"]:
            return kind
        if kind in ("rank", "post"):
            return "promotion" if kind == "rank" else "appointment"
        office = noun.lemma in self._context.lexicon.posts or not self._indefinitely(noun.head)
        return "appointment" if kind == "occupation" and office and self._housed(noun) else kind

    def first_conjunct(self, head: int) -> int:
        """The first of the nouns that are told together: "a nun and abbess", "an actress and theatre director"."""
        at = head
        while self._tokens[self._tokens[at].head].pos in _ROLE_NOUNS and self._tokens[at].head != at:
            below = [self._tokens[c] for c in self._children[at]]
            joined = self._tokens[at].dep == "nmod" and any(t.dep == "cc" for t in below)
            if self._tokens[at].dep != "conj" and not joined:
                break
            at = self._tokens[at].head
        return at

    def of_people(self, at: int) -> bool:
        """ "Polish", "Anglo-Irish", "Polish-born": of what people somebody is, with the hyphens between."""
        token = self._tokens[at]
        if token.tag == "HYPH":
            return self.of_people(at - 1)
        beside = (c for c in self._context.annotation.children[at] if self._tokens[c].dep == "npadvmod")
        told = (at,) if token.tag == "JJ" else beside if token.tag == "VBN" else ()
        return any(self._context.entity(i) in _PEOPLES for i in told)

    # ------------------------------------------------------------ what stands around it

    def _bound(self, noun: Clause, trade: bool) -> bool:
        """Whether an office is one of something: where it is held, or what it is for, is told."""
        return not trade or bool(self._offices.where(noun)) or bool(self._context.purpose(noun.head))

    def _definite(self, noun: Clause, said: Clause | None) -> bool:
        """ "The bishop, Karl Berg", "her former clerk, Karl Berg", "was literary editor": the one who held it."""
        if said is not None:
            complement = self._tokens[noun.head].dep in ("attr", "oprd") and self._tokens[noun.head].tag == "NN"
            return complement and self._unarticled(noun.head) and not self._listed(noun.head)
        if not any(a.function == "named" for a in noun.arguments):
            return False
        below = [self._tokens[c] for c in self._children[noun.head] if c < noun.head]
        owned = any(t.dep == "poss" or (t.tag == "DT" and not self._indefinitely(noun.head)) for t in below)
        return owned or self._modified(noun.head, "passing")

    def _employed(self, noun: Clause, said: Clause) -> bool:
        """ "For two years he was a draughtsman with the railway": a trade at a body for a time is a job."""
        timed = any(self._context.is_time(a.head) for a in said.arguments)
        return said.kind == "copula" and timed and "organisation" in self._offices.where(noun)

    def _housed(self, noun: Clause) -> bool:
        """Whether a phrase tells where or of what somebody is something."""
        grammar = self._context.lexicon.grammar
        at = [a for a in noun.arguments if a.function in grammar["placing"] | grammar["binding"]]
        return bool(self._offices.where(noun)) or any(not self._context.is_time(a.head) for a in at)

    def _unarticled(self, head: int) -> bool:
        return all(self._tokens[c].dep not in ("det", "poss") for c in self._children[head])

    def _indefinitely(self, head: int) -> bool:
        """Whether an indefinite article stands before a noun."""
        articles = self._context.lexicon.grammar["indefinite"]
        return any(self._tokens[c].text.lower() in articles for c in self._children[head])

    def _modified(self, head: int, words: str) -> bool:
        modifiers = (self._tokens[c] for c in self._children[head] if self._tokens[c].dep == "amod")
        return any((t.text or t.lemma).lower() in self._context.lexicon.grammar[words] for t in modifiers)

    def _listed(self, head: int) -> bool:
        joined = any(self._tokens[c].dep == "conj" for c in self._children[head])
        return joined or self.first_conjunct(head) != head

    def _indefinite(self, noun: Clause, said: Clause | None) -> bool:
        """ "a commander" in a list of what somebody was is a calling; "a commander of the guard" is a post."""
        where = self._offices.where(noun)
        seated = any(a.function in self._context.lexicon.grammar["seating"] for a in noun.arguments)
        if where and ("organisation" in where or seated or noun.lemma not in self._context.lexicon.occupations):
            return False  # "a professor at Graz" is one of a body there
        told = () if said is None else (*said.arguments, *noun.arguments)
        timed = self._context.times_at and any(self._context.is_time(a.head) for a in told)
        return self._indefinitely(self.first_conjunct(noun.head)) and (self._listed(noun.head) or not timed)
