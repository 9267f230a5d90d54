"""Whether a clause says that something is, is not, would be or is said to be."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.text import Text
from onrecord.records import Statement

_NEAR = 4
"""Words from an auxiliary that opens a sentence to its subject: "Had the two soldiers"."""


_CLAUSE = 8
"""Words from "provided" to the verb of its clause, at most."""
_PROVIDED = (
    ("provided", "that"), ("providing", "that"), ("assuming", "that"), ("condition", "that"),
    ("event", "that"), ("as", "long", "as"), ("so", "long", "as"),
)  # fmt: skip
"""Words that open a condition with no "if"."""
_WILL = frozenset({"will", "would", "can", "could", "may", "might", "shall", "'ll", "must"})
_SEEMING = frozenset(
    {"appear", "seem", "purport", "purportedly", "apparently", "allegedly", "claim"}
)


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
            finite = syntax.upos(head) == "VERB" or syntax.has(head, "cop")
            if finite and syntax.kid(verb, "nsubj") is None:
                shared = {syntax.word(k) for k in syntax.kids(head, "aux")}
                if syntax.word(verb) == syntax.lemmas[verb]:
                    return shared
                passive = syntax.has(head, "aux:pass") and not syntax.has(verb, "obj", "nsubj:pass")
                if passive and shared and not syntax.word(verb).endswith("ing"):
                    return shared | {"be"}  # "would be arrested or | deported"
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
        if self.finite_past(verb) and self._until(verb):
            return False  # "rallied | until police arrested nine of them"
        if any(syntax.word(k) in marks for k in syntax.kids(verb, "mark", "advmod")):
            return True
        if self._provided(verb):
            return True
        index, left = verb - 1, 12
        while index >= low and left:
            if syntax.word(index) in marks and syntax.upos(index) != "VERB":  # "provided by"
                return not any(syntax.word(i) in (",", ";") for i in range(index + 2, verb))
            if syntax.word(index) in (";", ":", "but"):
                return False
            index, left = index - 1, left - 1
        return False

    def _provided(self, verb: int) -> bool:
        """ "on condition that the siege | is lifted", "will talk as long as they | are freed"."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        for first in range(max(low, verb - _CLAUSE), verb - 2):  # whatever "that" hangs on
            if (
                tuple(syntax.words[first : first + 2]) in _PROVIDED
                and "," not in syntax.words[first:verb]
            ):
                return True
        mark = next((k for k in syntax.kids(verb, "mark") if syntax.word(k) in ("that", "as")), low)
        for words in _PROVIDED:
            first = mark + 1 - len(words)
            if mark > first >= low and tuple(syntax.words[first : mark + 1]) == words:
                lasting = words[-1] == "as"  # "as long as the army shells them": it does
                free = not syntax.word(verb).endswith("ing") and not self.finite_past(verb)
                verbs = (up for up in syntax.up(first) if syntax.upos(up) == "VERB")
                ahead = self.auxiliaries(next(verbs, verb)) & _WILL
                return not lasting or (free and bool(ahead))
        return False

    def _until(self, verb: int) -> bool:
        """Whether its clause opens with "until", and the one above it is of the past as well."""
        syntax = self._text.syntax
        marks = {syntax.word(k) for k in syntax.kids(verb, "mark", "advmod")}
        above = syntax.heads[verb]
        return "until" in marks and above >= 0 and self.finite_past(above)

    def _inverted(self, verb: int) -> bool:
        """ "Had the soldiers fired …, dozens would have died": no "if", but its order."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        subject = syntax.kid(verb, "nsubj", "nsubj:pass")
        first = syntax.kid(verb, "aux", "aux:pass")
        if first is None and subject is not None and subject - low <= _NEAR:
            first = low if syntax.upos(low) == "AUX" else None  # hung on the other clause's verb
        if subject is None or first is None or not first < subject:
            return False
        opens = first == low or syntax.word(first - 1) in (",", ";")
        return opens and syntax.word(first) in ("had", "should", "were")

    def infinitive(self, verb: int) -> bool:
        """ "to free", "to be freed"."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        if self._text.before(verb) == "be" and verb - 2 >= low:
            return syntax.word(verb - 1) == "be" and syntax.word(verb - 2) == "to"
        return self._text.before(verb) == "to"

    def hedged(self, index: int) -> bool:
        syntax = self._text.syntax
        hedges = listed("status", "hedges")
        hung = [k for k in syntax.kids(index, "advmod", "amod") if syntax.lemmas[k] in hedges]
        if any(k + 1 == index or syntax.deprel(k + 1) != "acl" for k in hung):
            return True  # but not in "suspects | allegedly | linked to it were held"
        low, _ = self._text.sentence(index)
        place = index - 1
        while place >= low and syntax.upos(place) in ("AUX", "ADV", "ADJ", "DET"):
            if syntax.lemmas[place] in hedges:
                return True
            place -= 1
        return False

    def due(self, verb: int) -> bool:
        """ "is to meet him on Friday"; "its aim is to meet him" says what for."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(verb)
        if verb > low and syntax.word(verb - 1) == "be":
            verb -= 1  # "were to | be freed"
        if text.before(verb) != "to" or verb - 2 <= low or syntax.upos(verb - 2) != "AUX":
            return False
        if syntax.lemmas[verb - 2] != "be":
            return False
        phrase = text.phrases.of(verb - 3)
        lemma = syntax.lemmas[phrase.head] if phrase is not None else ""
        return lemma not in listed("status", "aims")

    def not_quite(self, verb: int) -> bool:
        """ "instead of attacking", "came close to taking it", "is capable of striking": it is not
        said that anybody did."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(verb)
        index = verb - 1
        while index > low and syntax.upos(index) in ("AUX", "ADV") and syntax.word(index) != "than":
            index -= 1
        if any(
            syntax.word(i) in ("almost", "nearly", "practically") for i in range(index + 1, verb)
        ):
            return True  # "nearly | took the town"
        if index <= low:
            return False
        two = (syntax.lemmas[index - 1], syntax.word(index))
        if two == ("rule", "out"):
            return syntax.word(verb).endswith("ing")  # "did not rule out | using force"
        if two == ("rather", "than"):
            return syntax.word(verb) == syntax.lemmas[verb] or syntax.word(verb).endswith("ing")
        return syntax.word(verb).endswith("ing") and (
            (two[1] == "of" and two[0] in listed("status", "not_quite"))
            or two in (("interest", "in"), ("hope", "at"), ("hope", "in"), ("interested", "in"))
            or two in (("close", "to"), ("closer", "to"), ("near", "to"), ("short", "of"))
        )

    def seeming(self, verb: int) -> bool:
        """ "a video appears to show soldiers shooting prisoners": whether they do, is not sure."""
        syntax = self._text.syntax
        index = verb
        for _ in range(3):
            index = syntax.heads[index]
            if index < 0:
                return False
            if syntax.lemmas[index] in ("show", "depict", "capture"):
                above = syntax.heads[index]
                near = [above, *syntax.kids(index, "advmod")]
                return any(k >= 0 and syntax.lemmas[k] in _SEEMING for k in near)
        return False

    def undone(self, verb: int) -> bool:
        """ "were to have met on Monday": they have not."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(verb)
        if text.before(verb) != "have" or verb - 3 < low or syntax.word(verb - 2) != "to":
            return False
        return syntax.word(verb - 1) == "have" and syntax.word(verb - 3) in ("was", "were")

    def announced(self, verb: int) -> bool:
        """ "He said the crossings would be closed": what is to be, with nobody who does it."""
        text, syntax = self._text, self._text.syntax
        statement = text.innermost(verb)
        if statement is None or statement.condition is not None or statement.act == "warn":
            return False
        low, high = text.sentence(verb)
        if set(syntax.lemmas[low:high]) & {"if", "unless", "were"}:
            return False
        return syntax.has(verb, "aux:pass") and syntax.kid(verb, "obl:agent") is None

    def speakers(self, verb: int) -> bool:
        """ "She said Norway would expel them": what the speaker's own side says it will do."""
        text, syntax = self._text, self._text.syntax
        statement = text.innermost(verb)
        if statement is None or statement.source is None or statement.condition is not None:
            return False
        low, high = text.sentence(verb)
        if set(syntax.lemmas[low:high]) & {"if", "unless", "were"}:
            return False
        return self.own_side(verb, statement)

    def own_side(self, verb: int, statement: Statement) -> bool:
        """Whether it is the statement's source, or its side, that does what a verb says."""
        text, syntax = self._text, self._text.syntax
        subjects = syntax.kids(verb, "nsubj")
        phrase = text.phrases.of(max(subjects)) if subjects else None
        actor = text.actor(phrase.first, phrase.last) if phrase is not None else None
        source = statement.source.actor if statement.source is not None else None
        return actor is not None and source is not None and text.same_side(actor.id, source)

    def finite_past(self, index: int) -> bool:
        """Whether the word stands in a finite clause about what has been."""
        syntax = self._text.syntax
        if syntax.upos(index) != "VERB":
            return False
        word, lemma = syntax.word(index), syntax.lemmas[index]
        has = [syntax.word(k) for k in syntax.kids(index, "aux", "aux:pass")]
        if any(w in ("has", "have", "had", "was", "were", "did", "'ve", "'d") for w in has):
            return True
        if not has and word.endswith("ed") and word != lemma:
            return True
        past = word != lemma and not word.endswith(("ing", "s"))
        if not has and past and syntax.has(index, "nsubj"):
            return True  # "to find out who shot it down"
        if has or word.endswith("ing") or syntax.deprel(index) != "acl:relcl":
            return False
        # "to free the men they took"
        return syntax.has(index, "nsubj") and self._text.before(index) != "to"
