"""Verbs that mean something else in their clause: in a vote, in talk, of those who suffered."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.clauses.who import Who
from onrecord.extract.events.senses.metaphors import bodily
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.statements.shapes.matching import at_odds

_ANYBODY = frozenset({"somebody", "someone", "anybody", "anyone", "nobody", "people", "others"})


class Figures:
    """Tells figures of speech and everyday senses in one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._who = Who(text)

    def figurative(self, lemma: str, trigger: Trigger, parties: Parties) -> bool:
        """Whether a verb means something else: "slammed into", "beat" in a vote, "left office"."""
        syntax, after = self._text.syntax, self._text.after(trigger.last)
        if lemma in listed("senses", "contested") and self.contest(trigger.head):
            return lemma != "beat" or not bodily(self._text, trigger.head)
        thing = parties.thing
        if lemma in ("hit", "strike") and self._runs_onto(trigger.head, thing):
            return True
        if syntax.words[max(0, trigger.head - 2) : trigger.head] == ["dead", "and"]:
            return lemma in words().harm  # "the dead and wounded": people
        if lemma in words().harm and self._people_hurt(trigger.head):
            return True
        if lemma == "strike" and syntax.deprel(trigger.head) == "amod":
            return True  # "striking miners"
        if lemma in ("offer", "provide", "give", "lend") and thing is not None:
            return syntax.lemmas[thing.head] in listed("senses", "offered")
        if lemma in ("receive", "host") and not self._who.named(parties.recipients):
            return True
        if syntax.word(trigger.head) == "leaving" and self._left_so(trigger.head):
            return True
        if lemma == "leave" and self._sets_out(trigger.last):
            return True
        if lemma in ("leave", "quit") and thing is not None:
            if lemma == "leave" and self._who.civil(parties.actors):
                fled = (
                    syntax.lemmas[thing.head] == "country" and syntax.word(trigger.head) == "left"
                )
                return not (fled and self._who.rules(parties.actors))  # "the president has left"
            return syntax.lemmas[thing.head] in listed("senses", "posts") or self._who.person(thing)
        if lemma == "stand":
            return self._upheld(trigger, parties)
        if at_odds(syntax, trigger.head):
            return True
        if lemma in ("agree", "disagree") and parties.actors:  # "accounts agree on who fired"
            heads = {syntax.lemmas[p.head] for p in parties.actors}
            return heads <= listed("senses", "accounts") | {"source", "witness"}
        if self.posted(trigger.head):
            return True
        if lemma == "rule" and syntax.word(trigger.last) == "out":
            low, _ = self._text.sentence(trigger.head)
            before = syntax.lemmas[max(low, trigger.head - 4) : trigger.head]
            return "confirm" in before or "deny" in before  # "neither confirm nor rule it out"
        if lemma in ("meet", "speak", "talk") and trigger.senses[0].type == "CONSULT":
            return self._chats(trigger, parties)
        if lemma in ("fly", "travel", "arrive"):
            return not self._who.in_office(parties.actors)
        if lemma == "plead":
            return after in ("guilty", "not", "innocent", "no")
        return lemma in ("slam", "blast") and after in ("into", "through", "against")

    def marches(self, trigger: Trigger, parties: Parties) -> bool:
        """ "hundreds demonstrated outside the embassy": they show nobody anything."""
        after = self._text.after(trigger.last)
        shown = parties.thing is not None or after in ("that", "how", "why", "what")
        many = {"thousand", "hundred", "dozen", "score", "many"}  # "thousands demonstrated"
        return not shown and any(
            self._who.person(p) or self._text.syntax.lemmas[p.head] in many for p in parties.actors
        )

    def in_arms(self, trigger: Trigger, parties: Parties) -> bool:
        """ "separatists have been fighting for independence": by arms, and by no lawsuit."""
        behind = self._text.phrases.after(trigger.last + 1)
        if self._text.after(trigger.last) != "for" or behind is None:
            return False
        wanted = self._text.syntax.lemmas[behind.head] in listed("senses", "fought_for")
        found = [self._text.actor(p.first, p.last) for p in parties.actors]
        return wanted and any(
            a is not None and a.kind in ("armed_group", "military") for a in found
        )

    def _runs_onto(self, verb: int, thing: Phrase | None) -> bool:
        """ "their jeep hit a mine": they laid none, and hit nobody."""
        if thing is None or self._clauses.passive(verb):
            return False
        return self._text.syntax.lemmas[thing.head] in listed("senses", "mines")

    def idle_word(self, lemma: str, trigger: Trigger, parties: Parties) -> bool:
        """Whether somebody is only asked for a word: "asked by us whether", "asked for comment"."""
        syntax, index = self._text.syntax, trigger.last + 1
        _, high = self._text.sentence(trigger.head)
        if lemma == "blame":  # "look for somebody to blame"
            bare = parties.thing is None and not parties.recipients
            whom = syntax.word(trigger.head - 2) if trigger.head > 1 else ""
            to = self._text.before(trigger.head) == "to"
            return bare and to and (whom in _ANYBODY or whom in ("is", "are", "was", "were"))
        if lemma != "ask":
            return False
        if index < high and syntax.word(index) == "by":
            by = self._text.phrases.after(index)
            index = by.last + 1 if by is not None else index + 1
        after = syntax.words[index : min(high, index + 4)]
        if after[:1] and after[0] in listed("senses", "asking"):
            return True
        return after[:2] in (["for", "comment"], ["to", "comment"], ["for", "reaction"])

    def _sets_out(self, last: int) -> bool:
        """ "left on Tuesday | for talks in Besk": where somebody goes, and from nothing."""
        _, high = self._text.sentence(last)
        index = last + 1
        while index < high and (
            index in self._text.time_of or self._text.syntax.word(index) == "on"
        ):
            index += 1
        return index < high and self._text.syntax.word(index) == "for"

    def posted(self, verb: int) -> bool:
        """ "soldiers stationed nearby": where they are, and no more."""
        syntax = self._text.syntax
        return syntax.lemmas[verb] == "station" and syntax.deprel(verb) == "acl"

    def _upheld(self, trigger: Trigger, parties: Parties) -> bool:
        """ "stood by its story": an account is upheld; so is "it" by who wrote it."""
        thing = parties.thing or next(iter(parties.recipients), None)
        if thing is None:
            thing = self._text.phrases.after(trigger.last)
        if thing is None:
            return self._text.after(trigger.last) in ("it", "this", "that")
        if self._text.syntax.lemmas[thing.head] in listed("senses", "accounts"):
            return True
        found = [self._text.actor(p.first, p.last) for p in parties.actors]
        pronoun = self._text.syntax.word(thing.head) in ("it", "this", "that", "them")
        return pronoun and any(a is not None and a.kind in ("outlet", "person") for a in found)

    def _left_so(self, verb: int) -> bool:
        """ "leaving many casualties", "leaving them to fend for themselves": nobody goes away."""
        syntax = self._text.syntax
        thing = syntax.kid(verb, "obj")
        if thing is None:
            return False
        return syntax.lemmas[thing] in listed("senses", "left_behind") or syntax.has(verb, "xcomp")

    def _chats(self, trigger: Trigger, parties: Parties) -> bool:
        """ "talked to reporters", "spoke with 30 families", "met with resistance": no talks."""
        if self._clauses.passive(trigger.head):
            return True
        others = parties.recipients
        if not others:
            return (
                self._text.syntax.lemmas[trigger.head] == "meet"
                and len(parties.actors) == 1
                and (
                    self._text.syntax.upos(parties.actors[0].head) == "PRON"
                    and self._text.syntax.word(parties.actors[0].head) in ("i", "he", "she")
                )
            )
        found = [self._text.actor(p.first, p.last) for p in others]
        if all(a is not None and a.kind == "outlet" for a in found):
            return True
        if any(self._text.syntax.lemmas[p.head] in listed("senses", "press") for p in others):
            return True
        plain = all(
            a is not None and a.kind in ("people", "person") and not a.roles and not a.named
            for a in found
        )
        if not plain or not self._who.known(parties.actors):
            return False
        return not (
            self._who.in_office(parties.actors) or self._of_rank([*parties.actors, *others])
        )

    def _of_rank(self, phrases: list[Phrase]) -> bool:
        """ "the president", "his counterpart", "rebel leaders", of whom no more is told."""
        lemmas = self._text.syntax.lemmas
        return any(lemmas[p.head] in listed("senses", "dignitaries") for p in phrases)

    def _people_hurt(self, index: int) -> bool:
        """ "the number of injured", "flew out the badly wounded": those whom it befell."""
        text, syntax = self._text, self._text.syntax
        if syntax.word(index) not in ("injured", "wounded", "hurt", "killed"):
            return False
        low, high = text.sentence(index)
        if index == low or syntax.has(index, "aux:pass", "nsubj:pass", "nsubj"):
            return False
        after = syntax.upos(index + 1) if index + 1 < high else "PUNCT"
        degree = index > low and syntax.upos(index - 1) == "ADV"
        before = text.before(index - 1 if degree else index)
        return before in ("the", "of", "many") and after not in ("NOUN", "ADJ", "PROPN")

    def contest(self, index: int) -> bool:
        """Whether the sentence is of a vote or a match and of no arms."""
        low, high = self._text.sentence(index)
        found = set(self._text.syntax.lemmas[low:high])
        return bool(found & listed("senses", "contests")) and not (
            found & listed("senses", "martial")
        )
