"""What a noun of several senses names in its report: a strike of workers, a launch of a missile."""

from __future__ import annotations

from itertools import pairwise

from onrecord.extract.events.clauses.lexicon import Sense, listed, table, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger

_AGAINST = frozenset({"on", "against", "at", "in"})


_BY_AIR = frozenset({("air", "strike"), ("air", "raid"), ("air", "strikes"), ("air", "raids")})


class NounKinds:
    """Reads the kinds of nouns in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        lemmas = text.syntax.lemmas
        self._missiles = bool(set(lemmas) & listed("senses", "launched"))
        pairs = set(pairwise(lemmas))
        self._tests = any(
            (first in ("nuclear", "weapon") and second in ("test", "testing"))
            or (self._missiles and first in listed("senses", "launched") and second == "test")
            for first, second in pairs
        )
        said = text.syntax.words
        self._tests = self._tests or any(said[i : i + 2] == ["test", "-"] for i in range(len(said)))
        told = {*lemmas, *(word.removesuffix("s") for word in text.syntax.words)}
        self._raids = bool(told & listed("senses", "raided")) or not pairs.isdisjoint(_BY_AIR)
        self._drills = any(
            first in listed("senses", "drilling") and second in listed("senses", "drill_nouns")
            for first, second in pairs
        )

    def of_labour(self, first: int, noun: int) -> bool:
        """Whether a strike is one of workers: by its own words, or those of its sentence."""
        text, syntax = self._text, self._text.syntax
        if syntax.lemmas[noun] not in ("strike", "walkout"):
            return False
        verb = syntax.heads[noun]
        if verb >= 0 and syntax.deprel(noun) == "nsubj":
            if syntax.lemmas[verb] in listed("roles", "striking") | words().harm:
                return False  # "the strikes hit a school"
        phrase = text.phrases.of(noun)
        own = set(syntax.words[phrase.first if phrase else first : noun])
        if own & listed("senses", "strike_kinds"):
            return True
        owner = text.phrases.owner(phrase) if phrase is not None else None
        aimed = syntax.words[noun + 1 : noun + 2] in (["on"], ["against"])
        workers = table("frames", "classes")["labour"]
        if owner is not None and not aimed and syntax.lemmas[owner.head] in workers:
            return True  # "the dockers' strike", and no "pilots' strike on the convoy"
        if first != noun:
            return bool(set(syntax.lemmas[first:noun]) & listed("senses", "labour"))
        if phrase is not None and self._called(phrase):
            return True
        low, high = text.sentence(noun)
        # Where there are air raids, a school beside a strike is what was struck.
        told = listed("senses", "labour_alone" if self._raids else "labour")
        return bool(set(syntax.lemmas[low:high]) & told)

    def _called(self, phrase: Phrase) -> bool:
        """ "called for a strike", against nobody: those who call for it are to stop work."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(phrase.head)
        before = syntax.lemmas[max(low, phrase.first - 2) : phrase.first]
        if before[-1:] not in (["for"], ["call"]) or "call" not in before:
            return False
        if syntax.word(phrase.head) != "strike":
            return False
        return not any(
            case in _AGAINST and other.first not in text.time_of
            for case, other in text.following(phrase, 1)
        )

    def tested(self, noun: int | None) -> bool:
        """Whether it is a missile that flies in a report of tests."""
        lemmas = self._text.syntax.lemmas
        return self._tests and noun is not None and lemmas[noun] in listed("senses", "launched")

    def of_arms(self, noun: int) -> bool:
        """Whether a bare launch, test or drill is one of the arms that the report tells of."""
        text, lemma = self._text, self._text.syntax.lemmas[noun]
        phrase = text.phrases.of(noun)
        if phrase is None or any(
            text.syntax.upos(i) in ("NOUN", "PROPN") and i not in text.time_of
            for i in range(phrase.first, noun)
        ):
            return False
        if lemma in listed("senses", "drill_nouns"):
            return self._drills and text.syntax.word(phrase.first) not in ("a", "an")
        if lemma not in listed("senses", "arms_nouns"):
            return False
        whose = [other for case, other in text.following(phrase, 1) if case == "of"]
        if whose:
            return text.syntax.lemmas[whose[0].head] in listed("senses", "launched")
        return self._tests if lemma == "test" else self._missiles

    def named_by(self, trigger: Trigger, sense: Sense) -> bool:
        """ "a place of detention", "rejected it as disinformation", "told a meeting": no event."""
        text, syntax = self._text, self._text.syntax
        phrase = text.phrases.of(trigger.head)
        if phrase is None:
            return False
        low, _ = text.sentence(trigger.head)
        before = syntax.lemmas[phrase.first - 2] if phrase.first - 2 >= low else ""
        bare = syntax.upos(phrase.first) != "DET"  # "the site of a raid" tells of the raid
        if bare and text.before(phrase.first) == "of" and before in listed("senses", "venues"):
            return True
        if sense.mode == "misinformation" and text.before(phrase.first) == "as":
            return True
        return sense.type == "CONSULT" and text.before(phrase.first) in ("tell", "address")

    def of_policy(self, verb: int) -> bool:
        """ "their policy of using force": what a rule says, and nobody has done by that."""
        lemmas = self._text.syntax.lemmas
        gerund = self._text.syntax.word(verb).endswith("ing") and self._text.before(verb) == "of"
        return gerund and lemmas[verb - 2] in ("policy", "right", "rule", "law")

    def breaks_out(self, noun: int) -> bool:
        """ "violence erupted on Wednesday", "violence that left nine people dead", "the trial of
        the mayor resumed"."""
        syntax = self._text.syntax
        above = syntax.heads[noun]
        held = above >= 0 and syntax.deprel(noun).startswith("nsubj")
        if syntax.lemmas[noun] == "trial" and held:
            return syntax.lemmas[above] in listed("roles", "breaking_out") | {"open", "adjourn"}
        if syntax.lemmas[noun] not in listed("roles", "located_nouns") | {"fighting"}:
            return False
        verb, begun = above, above >= 0 and syntax.deprel(noun) == "nsubj"
        if begun and syntax.lemmas[verb] in (
            "erupt", "flare", "rage", "ensue", "break", "escalate",
        ):  # fmt: skip
            return True
        return any(
            syntax.lemmas[one] == "leave" and self._tells_outcome(one)
            for one in ([verb] if begun else []) + syntax.kids(noun, "acl:relcl")
        )

    def _tells_outcome(self, verb: int) -> bool:
        _, high = self._text.sentence(verb)
        near = self._text.syntax.lemmas[verb + 1 : min(high, verb + 12)]
        return bool(set(near) & listed("senses", "outcomes"))

    def modified(self, noun: int | None, name: str) -> bool:
        """Whether a word before the noun makes something else of it: "heart attack"."""
        syntax = self._text.syntax
        phrase = self._text.phrases.of(noun) if noun is not None else None
        if noun is None or phrase is None:
            return False
        pairs = {f"{syntax.lemmas[i]} {syntax.lemmas[noun]}" for i in range(phrase.first, noun)}
        if "civil war" in pairs and self._fought(phrase):
            return False
        return bool(pairs & listed("senses", name))

    def _fought(self, phrase: Phrase) -> bool:
        """ "a civil war | between the north and the south": a war with its sides named."""
        return any(case in ("between", "against") for case, _ in self._text.following(phrase, 2))
