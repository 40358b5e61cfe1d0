"""Clauses told of something else than what the parser hung them on, where no frame fits them as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vitascope.claims.context import Context
from vitascope.model import Argument, Clause


class Rehanging:
    """Tells the clauses of one document of something else."""

    def __init__(self, context: Context, clauses: Sequence[Clause]) -> None:
        self._context = context
        self._tokens = context.tokens
        self._clauses = clauses

    def of_the_thing(self, clause: Clause) -> Clause:
        """ "Was director of the mill, which he founded": nobody does to himself what the clause tells of the thing."""
        nearby = next((a for a in clause.arguments if a.function == "nearby"), None) if clause.link == "relcl" else None
        if nearby is None:
            return clause
        acts, acted = ([a for a in clause.arguments if a.function == f] for f in ("subject", "object"))
        if len(acts) != 1 or len(acted) != 1:
            return clause
        who, whom = self._context.persona(acts[0].head), self._context.persona(acted[0].head)
        if who is None or who != whom or self._tokens[acted[0].head].tag == "PRP":
            return clause
        kept = (a for a in clause.arguments if a not in (nearby, acted[0]))
        return replace(clause, arguments=(*kept, nearby._replace(function="object")))

    def of_what_is_renamed(self, clause: Clause) -> Clause | None:
        """ "Moved to the coast of Lista, known as “the Garden”": a name given behind a comma is that of what stands
        before it, where that is no person. None where the clause gives no name so."""
        verb = self._tokens[clause.head]
        first = min(self._context.annotation.subtree(clause.head))
        helped = any(
            self._tokens[c].dep in ("aux", "auxpass", "dobj") for c in self._context.annotation.children[verb.index]
        )
        given = clause.lemma in self._context.lexicon.grammar["renaming"] and verb.tag in ("VBN", "VBD") and not helped
        if not given or clause.link not in ("acl", "advcl") or self._tokens[first - 1].text != ",":
            return None
        noun = self._tokens[first - 2]
        while noun.dep == "pobj" and self._tokens[self._tokens[noun.head].head].pos in ("NOUN", "PROPN"):
            noun = self._tokens[self._tokens[noun.head].head]
        if (
            noun.pos not in ("NOUN", "PROPN")
            or noun.dep in ("attr", "oprd", "appos")
            or "person" in self._context.kinds(noun.index)
        ):
            return None
        told = Argument("object", noun.index, self._context.phrases.noun_phrase(noun.index))
        kept = (a for a in clause.arguments if a.function not in ("subject", "object", "nearby"))
        return replace(clause, passive=True, arguments=(told, *kept))

    def of_the_noun_above(self, clause: Clause) -> Clause:
        """ "The living of Hoxby, which he kept until 1905": the clause said of the noun whose phrase it closes, where
        the parser hung it on the last one of that phrase."""
        acted = next((a for a in clause.arguments if a.function == "object"), None)
        if acted is None or self._tokens[acted.head].dep != "pobj":
            return clause
        prep = self._tokens[self._tokens[acted.head].head]
        above = self._tokens[prep.head]
        apart = self._tokens[min(self._context.annotation.subtree(clause.head)) - 1].text == ","
        if not apart or above.pos != "NOUN" or prep.lemma.lower() not in self._context.lexicon.grammar["binding"]:
            return clause
        kept = (a for a in clause.arguments if a != acted)
        return replace(clause, arguments=(*kept, acted._replace(head=above.index)))

    def of_the_noun_before(self, clause: Clause) -> Clause:
        """The clause said of the noun just before it: no frame fits the noun that the parser hung it on."""
        nearby = next((a for a in clause.arguments if a.function == "nearby"), None)
        said = next((a for a in clause.arguments if a.function == ("object" if clause.passive else "subject")), None)
        if nearby is None or said is None:
            return clause
        kept = (a for a in clause.arguments if a not in (nearby, said))
        return replace(clause, arguments=(nearby._replace(function=said.function), *kept))

    def of_the_sentence(self, clause: Clause) -> Clause:
        """ "Was arrested during a strike, charged with sedition and held": after a comma told of whom the verb above
        is told, where no frame fits the noun between them."""
        first = clause
        while first.link == "conj" and first.parent is not None:
            first = self._clauses[first.parent]
        acted = next((a for a in clause.arguments if a.function == "object"), None)
        titling = clause.lemma in self._context.lexicon.grammar["titling"]  # "finished a play, called Dust"
        if titling or first.link != "acl" or first.parent is None or acted is None or acted.head >= first.head:
            return clause
        above = self._clauses[first.parent]
        bearer = next((a for a in above.arguments if a.function == ("object" if above.passive else "subject")), None)
        apart = self._tokens[min(self._context.annotation.subtree(first.head)) - 1].text == ","
        if bearer is None or not apart or bearer.head > first.head:
            return clause
        kept = (a for a in clause.arguments if a != acted)
        return replace(clause, arguments=(bearer._replace(function="object"), *kept))
