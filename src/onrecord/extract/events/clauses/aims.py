"""Whom an act is aimed at, where the words name a thing of theirs."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed, people, table
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.records import EventType

_NEAR = frozenset({"near", "outside", "along", "around", "off", "toward", "towards"})
_BORDERS = frozenset({"border", "frontier", "boundary"})


@dataclass(slots=True)
class Parties:
    """The phrases of those who act and of those acted on; ``thing`` is a verb's object itself.

    Those who are ``charged`` are only said to have done it.
    """

    actors: list[Phrase] = field(default_factory=list)
    recipients: list[Phrase] = field(default_factory=list)
    thing: Phrase | None = None
    charged: bool = False


class Aims:
    """Reads whose a thing is, in one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses

    def aimed(self, phrase: Phrase, type_: EventType) -> Phrase:
        """Whom an act on a thing is aimed at: its owner, or who it is of, by or from.

        "rejected the union's plan", "welcomed the decision of the court": the union, the court.
        """
        text = self._text
        if self.somebody(phrase):
            return phrase
        if type_ == "CONSULT":
            return phrase  # "discussed Norway's security": who talks is told by "with"
        lemma = text.syntax.lemmas[phrase.head]
        if type_ == "REQUEST" and lemma in listed("roles", "suffered_nouns"):
            return phrase  # "demanded the prisoners' release": not of them
        owner = text.phrases.owner(phrase)
        if owner is not None and self.befell(phrase, type_):
            return phrase
        if owner is not None and type_ != "RETREAT" and text.syntax.upos(owner.head) != "PRON":
            return owner
        cases = table("roles", "recipients").get(type_, frozenset())
        inner = listed("roles", "of_things") | cases
        deed = lemma in listed("roles", "deeds") | listed("roles", "suffered_nouns")
        if type_ == "REQUEST":
            inner = frozenset({"by", "from"})
        elif type_ == "SUPPORT":
            inner = inner - {"against", "on", "from"}  # "defended the raids against the rebels"
        elif type_ == "PROTEST":
            inner = frozenset({"by", "from"})  # "against cartoons of the prophet"
        elif deed and type_ in ("ACCUSE", "REJECT"):
            inner = frozenset({"by"})  # whom a deed befell is not condemned for it
        if type_ in ("COERCE", "ASSAULT") and phrase.head + 1 < len(text.syntax.tokens):
            if text.syntax.lemmas[phrase.head] in listed("roles", "grounds"):
                inner = inner & {"from"}  # "seized the city with …"
        for at, (case, other) in enumerate(text.following(phrase, 2)):
            if case in _NEAR or text.syntax.lemmas[other.head] in _BORDERS:
                break  # "hit a convoy near the border with Norway"
            if text.syntax.lemmas[other.head] in listed("roles", "talks"):
                break  # "the base in an interview with a newspaper"
            if text.syntax.lemmas[other.head] in listed("roles", "grounds"):
                break  # "raids on fighters in the area of Lun"
            if text.syntax.lemmas[other.head] in listed("roles", "surrounding"):
                break  # "hit a base under siege by rebels": the base is not theirs
            if case in inner and self.somebody(other) and (case != "of" or at == 0):
                return other
            if case == "for" and not at and lemma in listed("roles", "targets"):
                if type_ == "ASSAULT" and self.somebody(other):
                    return other  # "stormed a club for students"
        held = self.held(phrase) or self._aboard(phrase) or self._made_by(phrase, type_)
        return held if held is not None else phrase

    def befell(self, phrase: Phrase, type_: EventType) -> bool:
        """Whether a deed that is condemned is one that its owner suffered: "denounced the mayor's
        arrest", "his arrest"; but not "the army's shelling", "its arrest of the mayor"."""
        lemma = self._text.syntax.lemmas[phrase.head]
        suffered = listed("roles", "suffered_nouns") - listed("roles", "dealt_nouns")
        if type_ not in ("ACCUSE", "REJECT") or lemma not in suffered:
            return False
        return all(case not in ("of", "by") for case, _ in self._text.following(phrase, 1))

    def _aboard(self, phrase: Phrase) -> Phrase | None:
        """Who is in a vehicle: "a bus | carrying pilgrims"."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(phrase.last)
        verb = phrase.last + 1
        if verb + 1 >= high or not syntax.word(verb).endswith("ing"):
            return None
        if syntax.lemmas[verb] not in listed("roles", "carrying"):
            return None
        behind = text.phrases.after(verb)
        whole = text.counted(text.whole(behind)) if behind is not None else None
        return whole if whole is not None and self.somebody(whole) else None

    def _made_by(self, phrase: Phrase, type_: EventType) -> Phrase | None:
        """Whose word or plan it is: "rejected complaints | filed by the union"."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(phrase.last)
        if type_ not in ("REJECT", "ACCUSE", "SUPPORT") or phrase.last + 3 >= high:
            return None
        index = phrase.last + 1
        while index < high - 2 and index <= phrase.last + 5 and syntax.word(index) != "by":
            if syntax.upos(index) in ("PUNCT", "AUX", "CCONJ"):
                return None
            index += 1
        if syntax.word(index) != "by" or syntax.lemmas[index - 1] not in listed("roles", "making"):
            return None
        behind = text.phrases.after(index)
        whole = text.whole(behind) if behind is not None else None
        return whole if whole is not None and self.somebody(whole) else None

    def held(self, phrase: Phrase) -> Phrase | None:
        """Who holds an area: "villages held by rebels"."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(phrase.last)
        verb = phrase.last + 1
        if verb + 2 >= high or syntax.lemmas[verb] not in listed("roles", "holding"):
            return None
        behind = text.phrases.after(verb + 1) if syntax.word(verb + 1) == "by" else None
        return text.whole(behind) if behind is not None else None

    def somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase means an actor, or persons by its noun ("the top diplomat")."""
        if self._text.actor(phrase.first, phrase.last) is not None:
            return True
        return self._text.syntax.lemmas[phrase.head] in people()
