"""Whether a clause says that something is, is not, would be or is said to be."""

from __future__ import annotations

from onrecord.extract.events.lexicon import listed
from onrecord.extract.events.text import Text


class Mood:
    """Reads auxiliaries, negations, conditions and hedges in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def auxiliaries(self, verb: int) -> set[str]:
        """The auxiliaries of a verb: by the tree, else those right before it."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        found = {syntax.word(k) for k in syntax.kids(verb, "aux", "aux:pass")}
        index = verb - 1
        while index >= low and syntax.upos(index) in ("AUX", "ADV", "PART"):
            if syntax.upos(index) == "AUX":
                found.add(syntax.word(index))
            index -= 1
        if not found and syntax.deprel(verb) == "conj" and self._text.before(verb) != "to":
            head = syntax.heads[verb]
            if syntax.upos(head) == "VERB" and syntax.kid(verb, "nsubj") is None:
                shared = {syntax.word(k) for k in syntax.kids(head, "aux")}
                if syntax.word(verb) == syntax.lemmas[verb]:
                    return shared
        return found

    def negated(self, verb: int, auxiliaries: set[str]) -> bool:
        syntax = self._text.syntax
        if syntax.negated(verb) or any(word.endswith("n't") for word in auxiliaries):
            return True
        low, _ = self._text.sentence(verb)
        index = verb - 1
        while index >= low and syntax.upos(index) in ("AUX", "ADV", "PART"):
            if syntax.word(index) in listed("status", "negations"):
                return True
            index -= 1
        if any(self._nobody(k) for k in syntax.kids(verb, "nsubj", "nsubj:pass")):
            return True
        return any(k > verb and self._nobody(k) for k in syntax.kids(verb, "obj", "obl:agent"))

    def _nobody(self, index: int) -> bool:
        """ "no civilian", "nothing", "not one soldier": a party that there is not."""
        syntax = self._text.syntax
        return syntax.word(index) in listed("status", "nobodies") or syntax.negated(index)

    def conditional(self, verb: int) -> bool:
        """Whether the verb stands in an if-clause, or in one that hangs on it."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        marks = listed("status", "conditions")
        if self._inverted(verb):
            return True
        if any(syntax.word(k) in marks for k in syntax.kids(verb, "mark", "advmod")):
            return True
        index, left = verb - 1, 12
        while index >= low and left:
            if syntax.word(index) in marks and syntax.upos(index) != "VERB":  # "provided by"
                return not any(syntax.word(i) in (",", ";") for i in range(index + 2, verb))
            if syntax.word(index) in (";", ":"):
                return False
            index, left = index - 1, left - 1
        return False

    def _inverted(self, verb: int) -> bool:
        """ "Had the soldiers fired …, dozens would have died": no "if", but its order."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        subject = syntax.kid(verb, "nsubj", "nsubj:pass")
        first = syntax.kid(verb, "aux", "aux:pass")
        if subject is None or first is None or not first < subject:
            return False
        opens = first == low or syntax.word(first - 1) in (",", ";")
        return opens and syntax.word(first) in ("had", "should", "were")

    def hedged(self, index: int) -> bool:
        syntax = self._text.syntax
        hedges = listed("status", "hedges")
        if any(syntax.lemmas[k] in hedges for k in syntax.kids(index, "advmod", "amod")):
            return True
        low, _ = self._text.sentence(index)
        place = index - 1
        while place >= low and syntax.upos(place) in ("AUX", "ADV", "ADJ", "DET"):
            if syntax.lemmas[place] in hedges:
                return True
            place -= 1
        return False
