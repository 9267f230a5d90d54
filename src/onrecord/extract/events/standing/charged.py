"""What somebody is held to have done: "suspected of plotting", "believed to have killed"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger

_UP = 4
"""Verbs from a deed up to the word that charges with it: "of helping to plan and carry out"."""
_BOUND = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "whose"}
)
_INNER = ("AUX", "ADV", "PART", "VERB")


class Charged:
    """Reads suspicions and charges in one text, whatever the tags of their words."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def holds(self, trigger: Trigger) -> bool:
        """Whether the words above a verb say that somebody is held to have done it."""
        if trigger.senses[0].type == "PROTEST":
            return False  # "arrested for marching": they did
        if trigger.verb is not None:
            return self._charged(trigger.verb, 0)
        phrase = self._text.phrases.of(trigger.noun or 0)
        verb = phrase.first - 1 if phrase is not None else 0  # "on suspicion of planning | raids"
        return self._text.syntax.word(verb) in ("planning", "plotting") and self._charged(verb, 0)

    def _charged(self, verb: int, depth: int) -> bool:
        """By the words before the verb, or before the one to which it is joined."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(verb)
        index, deed = verb - 1, verb
        while index > low and syntax.upos(index) in _INNER and syntax.word(index) != "to":
            if syntax.upos(index) == "VERB" and not syntax.word(index).endswith("ing"):
                break
            deed = index if syntax.upos(index) == "VERB" or syntax.word(index) == "having" else deed
            index -= 1
        if syntax.word(deed).endswith("ing") and self._names_charge(index, low):
            return True
        if self._thought(verb, index, low):
            return True
        above = self._above(verb)
        return above is not None and depth < _UP and self._charged(above, depth + 1)

    def _names_charge(self, index: int, low: int) -> bool:
        """ "suspected | of", "charged on Monday | with", "wanted | for"."""
        syntax = self._text.syntax
        charges = listed("status", f"charged_{syntax.word(index)}")
        index -= 1
        while index > low and index in self._text.time_of:
            index -= 1
            index -= syntax.word(index) == "on"
        return index >= low and syntax.word(index) in charges

    def _thought(self, verb: int, index: int, low: int) -> bool:
        """ "believed to have robbed him", "alleged to have been killed"."""
        syntax = self._text.syntax
        if index <= low or syntax.word(index) != "to" or syntax.word(index + 1) != "have":
            return False
        if syntax.word(verb).endswith("ing"):
            return False
        return syntax.word(index - 1) in listed("status", "thought_to_have")

    def _above(self, verb: int) -> int | None:
        """The verb of which one goes on: "of helping | to fund", "of robbing | and killing"."""
        syntax = self._text.syntax
        head, relation = syntax.heads[verb], syntax.deprel(verb)
        if not 0 <= head < verb or syntax.upos(head) != "VERB":
            return None
        if syntax.has(verb, "nsubj", "nsubj:pass", "mark") and self._text.before(verb) != "to":
            return None
        if relation in ("xcomp", "advcl") and self._text.before(verb) == "to":
            return head
        bare = syntax.word(verb) == syntax.lemmas[verb]
        if relation in ("xcomp", "ccomp") and syntax.lemmas[head] == "help" and bare:
            return head
        same = syntax.word(verb).endswith("ing") == syntax.word(head).endswith("ing")
        return head if relation == "conj" and same else None


def only_charged(text: Text, first: int) -> bool:
    """ "charged on Monday with | genocide", "acquitted of | murder": a crime that somebody is held
    to have done or not, by its bare name, and no deed that the report tells of.

    ``first`` is the first token of the name. "Charged with the murder of a nurse" tells of one.
    """
    syntax = text.syntax
    low, _ = text.sentence(first)
    charges = listed("status", f"charged_{syntax.word(first - 1)}")
    if not charges or first - 2 < low or syntax.word(first) in _BOUND:
        return False
    if text.after(first) == "of" or (syntax.word(first - 1) == "with" and first in text.time_of):
        return False
    index = first - 2
    while index > low and index in text.time_of:
        index -= 1
        index -= syntax.word(index) == "on"
    return syntax.word(index) in charges
