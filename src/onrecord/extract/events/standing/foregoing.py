"""What the words before a noun make of its event: a plan, a threat, a charge, or none at all."""

from __future__ import annotations

from typing import Literal

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.standing.charged import only_charged
from onrecord.records import Status

Own = Status | Literal["negated"]
"""What an event's own words say; "negated" where they say that there was none."""

_NOUNS_ABOVE: tuple[tuple[str, Own], ...] = (
    ("plan_nouns", "planned"),
    ("threat_nouns", "threatened"),
    ("possibility_nouns", "hypothetical"),
    ("allegation_nouns", "alleged"),
    ("denial_nouns", "denied"),
)


_UNHEARD = frozenset({"information", "evidence", "indication", "sign", "mention", "word", "hint"})
"""Of what there is none of these, nothing is told."""
_STAGES = frozenset({"stage", "time", "point", "moment", "present", "now"})
_ROUNDS = frozenset(
    {
        "round",
        "series",
        "session",
        "set",
        "string",
        "resumption",
        "outbreak",
        "day",
        "week",
        "phase",
    }
)


_MARKS = frozenset("“”\"'‘’") | {"``", "''"}

_BESIDES = frozenset({",", "and", "but", ";", "-", "–", "—"})


class Before:
    """Reads what stands before the nouns of one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def leading(self, first: int) -> Own | None:
        """What the words before the noun's phrase say: "ahead of", "threat of", "plan for"."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(first)
        while first > low and syntax.word(first - 1) in ("more", "further"):
            first -= 1
        words = [syntax.lemmas[i] for i in range(max(low, first - 5), first)]
        words = [word for word in words if word not in _MARKS][-4:]  # he sees "no chance" of it
        if words[-1:] == ["and"] and (other := self._text.phrases.of(first - 2)) is not None:
            own = self.leading(other.first)  # "leading to the arrest | and conviction"
            inner = own is None and syntax.word(other.first - 1) in ("against", "of")
            above = self._text.phrases.of(other.first - 2) if inner else None
            return own if above is None else self.leading(above.first)  # "war crimes against X and"
        if only_charged(self._text, first):
            return "alleged"
        if words[-1:] == ["with"] and "charge" in words[:-1]:
            return "alleged"
        unknown = words[-2:-1] and words[-2] in _UNHEARD
        bound = syntax.word(first) in ("the", "this", "these", "those", "its", "their")
        if unknown and words[-1] in ("of", "on", "about") and "no" in words and not bound:
            return "hypothetical"  # "had no information on a threat", "no mention of a truce"
        if words[-1:] == ["for"] and self._unplanned(low, first - 1):
            return "negated"
        if not words or words[-1] not in ("of", "for", "to", "against", "from", "about", "in"):
            return None
        if words[-2:] == ["lead", "to"] and {"information", "tip", "clue"} & set(words):
            return "hypothetical"
        if words[-2:] == ["offer", "for"] and {"reward", "bounty"} & set(syntax.lemmas[low:first]):
            return "hypothetical"  # "a reward has been offered for his capture"
        if words[-1] == "in":
            return "hypothetical" if "interest" in words[-2:-1] else None
        noun = next((w for w in reversed(words[:-1]) if w not in ("the", "a", "an")), "")
        if noun in _ROUNDS and words[-1] == "of":
            phrase = self._text.phrases.of(first - 2)  # "ready for | a second round of talks"
            if phrase is None:
                return None
            to_come = "next" in self._text.phrases.words(phrase)
            return "planned" if to_come else self.leading(phrase.first)
        if first - 2 in self._text.time_of:  # "issued a warrant | on Monday | for his arrest"
            noun = self._before_time(low, first - 2)
        if noun in ("media", "press", "newspaper"):  # "reports in the local media of a raid"
            before = [syntax.lemmas[i] for i in range(max(low, first - 7), first - 1)]
            noun = "report" if "report" in before else noun
        if noun == "ahead":
            return "planned"
        if noun == "question" and words[-2] == "question" and self._asks(first - 2):
            return None  # "was questioned about the raid"
        if noun == "date" and bound and self._deed(first):
            return None  # "the date of the massacre": there was one
        for name, status in _NOUNS_ABOVE:
            if noun in listed("status", name):
                return status
        return None

    def _deed(self, first: int) -> bool:
        """Whether the phrase that begins at a word names what somebody did to others."""
        phrase = self._text.phrases.of(first)
        deeds = listed("roles", "deeds") - {"release", "execution"}
        return phrase is not None and self._text.syntax.lemmas[phrase.head] in deeds

    def _unplanned(self, low: int, index: int) -> bool:
        """ "there are no plans | at this stage | for a raid"."""
        syntax = self._text.syntax
        index -= 1
        while index > low and syntax.upos(index) == "PUNCT":
            index -= 1
        if syntax.lemmas[index] in _STAGES:
            while index > low and syntax.lemmas[index] not in ("at", "for", "right"):
                index -= 1
            index -= 1
        while index > low and (syntax.upos(index) == "PUNCT" or syntax.upos(index) == "ADV"):
            index -= 1
        none = {"no"} & set(syntax.words[max(low, index - 2) : index])
        return syntax.lemmas[index] == "plan" and bool(none)

    def disproved(self, first: int) -> bool:
        """ "reports of a raid | proved false", "the claim | was untrue"."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(first)
        for index in range(first - 1, max(low - 1, first - 6), -1):
            if syntax.lemmas[index] not in listed("status", "allegation_nouns"):
                continue
            head = syntax.heads[index]
            if head < 0 or not syntax.deprel(index).startswith("nsubj"):
                return False
            told = {syntax.lemmas[head], *(syntax.lemmas[k] for k in syntax.kids(head, "xcomp"))}
            return bool(told & listed("status", "false")) and not syntax.negated(head)
        return False

    def _asks(self, index: int) -> bool:
        return self._text.syntax.upos(index) in ("VERB", "AUX")

    def _before_time(self, low: int, index: int) -> str:
        """The noun that stands before a time, and before its preposition."""
        while index > low and index in self._text.time_of:
            index -= 1
        index -= self._text.syntax.word(index) in ("on", "in", "at")
        return self._text.syntax.lemmas[index] if index >= low else ""

    def planned_before(self, first: int, noun: int) -> bool:
        """ "a planned attack", and no "well-planned attack", which has been."""
        syntax, listed_ = self._text.syntax, listed("status", "planned_modifiers")
        return any(
            (syntax.lemmas[i] in listed_ or syntax.word(i) in listed_)
            and not (i > 0 and syntax.word(i - 1) in ("-", "–", "carefully", "highly", "well"))
            for i in range(first, noun)
        )

    def not_before(self, first: int) -> bool:
        """ "without | a raid", "was not | a coup", "a protest, | not | a coup"; but "not a raid but
        a massacre" and "not only a raid" leave it open."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(first)
        if syntax.words[max(low, first - 2) : first][:1] == ["without"]:
            if syntax.lemmas[first - 1] in listed("status", "withholding"):
                return True  # "said they fought back, without giving casualties"
        if first <= low or syntax.word(first - 1) in ("without", "no"):
            return first > low
        other = syntax.word(first) in ("a", "an") and syntax.word(first - 1) == "not"
        before = syntax.word(first - 2) if first - 2 >= low else ""
        return other and (before in _BESIDES or syntax.lemmas[first - 2] == "be")

    def ahead(self, noun: int) -> bool:
        """Whether its sentence looks ahead, or says before it that there was none."""
        low, high = self._text.sentence(noun)
        lemmas = self._text.syntax.lemmas
        # "In another attack gunmen fired on a patrol, causing no injuries": there was one.
        told = {*lemmas[low:noun], *(word for word in lemmas[noun:high] if word != "no")}
        return bool(told & listed("status", "looking_ahead"))
