"""Whether an event happened: what its own words say, and on whose word it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.mood import Mood
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.senses.unreal import rather, told_not_to
from onrecord.extract.events.standing.charged import Charged
from onrecord.extract.events.standing.foregoing import Own
from onrecord.extract.events.standing.granted import Granted
from onrecord.extract.events.standing.merely_named import unconvinced
from onrecord.extract.events.standing.own_words import OwnWords
from onrecord.extract.events.standing.untold import claimed_by_none, left_unsaid, rumoured
from onrecord.extract.statements.shapes.corrections import misstated, withdrawn
from onrecord.extract.statements.shapes.grounds import unfounded
from onrecord.records import REPORTER, Statement, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """An event's status, and the statement or the reporter on whose word it is."""

    status: Status
    on_word_of: str


class Statuses:
    """Decides the status of triggers in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._mood = Mood(text)
        self._granted = Granted(text, self._mood)
        self._own = OwnWords(text, self._mood, self._granted)
        self._charged = Charged(text)

    def find(self, trigger: Trigger) -> Standing | None:
        """The standing of an event; None where the report itself says that there was none."""
        text = self._text
        if claimed_by_none(text, trigger):
            return None
        if self._granted.no_part(trigger):
            return Standing("happened", REPORTER)
        statement = text.innermost(trigger.head)
        if statement is not None and text.cue_of(trigger.head) is statement:
            statement = None
        if statement is not None and _sought(statement):
            statement = None
        if statement is not None and self._granted.presupposed(trigger, statement):
            statement = None
        own = self._own.say(trigger)
        above = self._text.syntax.heads[trigger.head]
        if own == "planned" and trigger.senses[0].speech and above >= 0:
            voted = self._text.syntax.lemmas[above] == "vote"
            own = None if voted else own  # "voted to condemn the raid": it has
        if own in _TOLD and self._charged.holds(trigger):
            if statement is None:
                return Standing("alleged", REPORTER)
            if statement.act != "deny" and (own != "planned" or statement.act != "accuse"):
                return Standing("alleged", statement.id)
        if own in (None, *_TOLD) and unconvinced(text, trigger.head, noun=trigger.verb is None):
            return Standing("alleged", REPORTER)  # "not convinced that he ordered the raid"
        if statement is None:
            if own == "negated":
                return None
            if own == "planned" and _violent(trigger) and self._vowed(trigger):
                own = "threatened"
            if own == "planned" and rumoured(text, trigger.head):
                own = "hypothetical"
            if own == "ongoing" and trigger.senses[0].speech:
                own = None  # "is threatening to": it has been said
            if own is None and withdrawn(text.syntax, trigger.head):
                own = "alleged"  # "Correction: a report said that nine had been shot"
            return Standing(own if own is not None else "happened", REPORTER)
        if statement.cue is not None and misstated(statement.cue.text) and self._claimed(trigger):
            return Standing("denied", statement.within or REPORTER)  # "wrongly said that …"
        if own == "alleged" and trigger.verb is not None and unfounded(text.syntax, trigger.verb):
            return Standing("alleged", REPORTER)  # "found no sign that …": on others' word
        if own in (*_TOLD, "negated") and left_unsaid(text, trigger, statement):
            return Standing("hypothetical", REPORTER)
        return Standing(self._told(own, statement, trigger), statement.id)

    def _claimed(self, trigger: Trigger) -> bool:
        """Whether it is claimed that it was, and not told of what was: "the raid failed"."""
        phrase = self._text.phrases.of(trigger.noun) if trigger.noun is not None else None
        bare = trigger.verb is None and phrase is not None
        return not (bare and self._text.syntax.word(phrase.first if phrase else 0) in _KNOWN)

    def _vowed(self, trigger: Trigger) -> bool:
        """Whether the verb above is a promise, which of harm is a threat."""
        syntax = self._text.syntax
        head = syntax.heads[trigger.head]
        return head >= 0 and syntax.lemmas[head] in listed("status", "vowing")

    def refused(self, trigger: Trigger) -> bool:
        """Whether somebody says that they will not do it: "will not lift the ban"."""
        if trigger.verb is None:
            return False
        auxiliaries = self._mood.auxiliaries(trigger.verb)
        return self._mood.negated(trigger.verb, auxiliaries) and bool(
            auxiliaries & (listed("status", "future_auxiliaries") | {"would"})
        )

    def ceased(self, trigger: Trigger) -> Standing | None:
        """How it stands that somebody no longer does it: "has stopped supplying oil"."""
        verb = trigger.verb
        if verb is None or self._text.before(verb) not in ("stop", "cease", "quit", "discontinue"):
            return None
        if not self._text.syntax.word(verb).endswith("ing"):
            return None
        return self.find(replace(trigger, first=verb - 1, last=verb - 1, verb=verb - 1, noun=None))

    def _told(self, own: Own | None, statement: Statement, trigger: Trigger) -> Status:
        """The status of what a source says."""
        position = self._text.offsets(trigger.head, trigger.head)
        knows = self._granted.known_of(trigger.noun) or self._granted.survived(trigger.noun)
        if knows or (statement.act != "deny" and self._known(trigger)):
            return "alleged"
        if _holds(statement.condition, position):
            # "if it stops shelling us"; "if the bloc, from which Norway withdrew, is not"
            been = self._ends(trigger) or self._in_passing(trigger)
            return "alleged" if been else "hypothetical"
        if trigger.verb is not None and statement.content[0].text.startswith("not guilty"):
            return "denied"  # "pleaded not guilty to killing him"
        if own == "planned" and trigger.verb is None:
            menaced = statement.act == "threaten" and _violent(trigger)
            return "threatened" if menaced else "planned"  # "to quit the upcoming talks"
        if _holds(statement.consequence, position) and statement.act == "threaten":
            pact = trigger.verb is None and trigger.senses[0].type in _PACTS
            return "alleged" if pact and own is None else "threatened"  # "the truce is dead"
        ends = own in (None, "negated", "hypothetical")
        if ends and statement.act in ("pledge", "demand", "threaten"):
            if self._ends(trigger):
                return "alleged"  # "promised to stop killing them": it has been done
        if self._denies_nothing(own, statement, trigger):
            return "hypothetical"
        if own is None and trigger.noun is not None and rather(self._text, trigger.noun):
            return "alleged"
        if statement.act == "deny" or own == "negated":
            return "denied"
        promised = own == "planned" and statement.act in ("pledge", "threaten")
        if promised and (_violent(trigger) or _forces(trigger, statement)):
            return "threatened"
        if own == "hypothetical" and self._own_threat(trigger, statement):
            return "threatened"
        if own in ("hypothetical", "planned", "threatened", "denied"):
            return own
        if own == "alleged" and statement.act == "threaten":
            return "alleged"  # "vowed to find those suspected of blowing it up"
        if own == "ongoing" and trigger.noun is not None and statement.act == "demand":
            return "alleged"  # "to wait until it ends its inquiry"
        if trigger.verb is not None and statement.act in ("demand", "threaten", "pledge"):
            marks = self._text.syntax.kids(trigger.verb, "mark", "advmod")
            if any(self._text.syntax.word(k) == "until" for k in marks):
                return "hypothetical"  # "called for a freeze until it let them in"
        wanted = statement.act == "demand" or (
            statement.act == "reject" and trigger.verb is not None
        )
        if wanted and (self._commanded(trigger) or not self._mood.finite_past(trigger.head)):
            return "hypothetical"
        if statement.act == "reject" and trigger.senses[0].type in _OFFERED:
            return "hypothetical"  # "ruled out talks"
        if statement.act == "pledge" and not self._mood.finite_past(trigger.head):
            return "threatened" if _violent(trigger) else "planned"
        menaced = statement.act == "threaten" or self._by_rebels(statement, trigger)
        if menaced and not self._mood.finite_past(trigger.head):
            return "threatened"
        return "alleged"

    def _denies_nothing(self, own: Own | None, statement: Statement, trigger: Trigger) -> bool:
        """Whether a "not" or a silence leaves open what was: "must see to it that nobody would be
        attacked", "promised that nobody would be", "did not expect them to attack"."""
        act = statement.act
        if act == "decline" and trigger.verb is None and own in ("negated", "denied"):
            return True  # "declined to comment on an alleged raid"
        if own != "negated" or act == "deny":
            return False
        if act == "demand" or (act == "pledge" and self._not_to_be(trigger)):
            return True
        if trigger.verb is not None and told_not_to(self._text, trigger.verb):
            return True  # "they were told not to attack"
        return self._guaranteed(trigger) or self._unforeseen(trigger)

    def _guaranteed(self, trigger: Trigger) -> bool:
        """ "guarantees that they will not be | arrested|": nobody denies that they were."""
        syntax, verb = self._text.syntax, trigger.verb
        noun = syntax.heads[verb] if verb is not None else -1
        return noun >= 0 and syntax.lemmas[noun] in ("guarantee", "assurance", "pledge")

    def _not_to_be(self, trigger: Trigger) -> bool:
        """Whether a verb tells of what is not to be: "would not be harmed", "will not fire"."""
        if trigger.verb is None:
            return False
        ahead = {"will", "would", "wo", "'ll", "shall"}
        return bool(self._mood.auxiliaries(trigger.verb) & ahead)

    def _unforeseen(self, trigger: Trigger) -> bool:
        """Whether it is the expectation of it that is denied: "did not expect a raid"."""
        syntax = self._text.syntax
        above = syntax.heads[trigger.head]
        told = above >= 0 and syntax.lemmas[above] in listed("status", "foreseeing")
        return told and syntax.negated(above)

    def _in_passing(self, trigger: Trigger) -> bool:
        """Whether a relative clause tells it of somebody, set off by a comma, as over."""
        syntax, verb = self._text.syntax, trigger.verb
        if verb is None or syntax.deprel(verb) != "acl:relcl" or not self._mood.finite_past(verb):
            return False
        first = syntax.subtree(verb)[0]
        return syntax.word(first) == "," or syntax.word(first - 1) == ","

    def _commanded(self, trigger: Trigger) -> bool:
        """ "ordered four people | detained": what is to be done to them."""
        syntax, verb = self._text.syntax, trigger.verb
        if verb is None or syntax.deprel(verb) not in ("acl", "xcomp", "ccomp"):
            return False
        if trigger.senses[0].type == "ACCUSE" or syntax.has(verb, "aux", "aux:pass", "mark"):
            return False
        head = syntax.heads[verb]
        if syntax.upos(head) != "VERB":
            head = syntax.heads[head] if syntax.deprel(head) in ("obj", "nsubj") else -1
        return head >= 0 and syntax.lemmas[head] == "order"

    def _ends(self, trigger: Trigger) -> bool:
        """Whether it is what somebody is to stop: "stop killing", "end the practice of killing"."""
        syntax, verb = self._text.syntax, trigger.verb
        joined = verb is not None and syntax.deprel(verb) == "conj"  # "halt it and allow aid in"
        above = syntax.heads[verb] if verb is not None and not joined else -1
        if above >= 0 and syntax.upos(above) == "NOUN" and self._text.before(verb or 0) == "of":
            above = syntax.heads[above]
        beside = verb is not None and syntax.word(verb).endswith("ing")
        stops = listed("status", "putting_an_end")
        if beside and self._text.before(verb or 0) in stops:
            return True  # "must stop | attacking convoys", hung on the convoys
        return above >= 0 and syntax.lemmas[above] in stops

    def _known(self, trigger: Trigger) -> bool:
        """Whether it is an act of force that has been, by the words beside it."""
        noun = trigger.noun
        return noun is not None and _violent(trigger) and self._granted.known(noun)

    def _own_threat(self, trigger: Trigger, statement: Statement) -> bool:
        """ "warned that it would shell the port if …": harm by the speaker's own side."""
        verb = trigger.verb
        if verb is None or statement.act not in ("warn", "threaten") or not _violent(trigger):
            return False
        told = self._mood.auxiliaries(verb)
        if "be" in told and told & {"would", "'d"}:
            return self._has_power(verb, trigger, statement)
        to_come = told & {"would", "'d", "could"}
        return bool(to_come) and self._mood.own_side(verb, statement)

    def _has_power(self, verb: int, trigger: Trigger, statement: Statement) -> bool:
        """ "the ministry warned that they would be deported": whose the power is, means to."""
        id_ = statement.source.actor if statement.source is not None else None
        if id_ is None or self._text.syntax.kid(verb, "obl:agent") is not None:
            return False
        source = self._text.actors.get(id_)
        armed = source.kind in ("military", "armed_group") or source.sector in ("MIL", "REB")
        rules = source.sector in ("GOV", "COP", "JUD") and source.kind != "igo"
        return armed or (rules and trigger.senses[0].type == "COERCE")

    def _by_rebels(self, statement: Statement, trigger: Trigger) -> bool:
        """Whether an armed group warns of harm: it would do it."""
        source = statement.source
        if statement.act != "warn" or source is None or source.actor is None:
            return False
        kind = self._text.actors.get(source.actor).kind
        return kind == "armed_group" and _violent(trigger)


_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_TOLD = (None, "ongoing", "planned", "alleged")
_PACTS = frozenset({"RETREAT", "AGREE"})
_OFFERED = frozenset({"CONSULT", "AGREE", "AID", "COOPERATE", "CONCEDE"})


def _sought(statement: Statement) -> bool:
    """ "a man wanted | for killing a judge": nobody's word, and surely not his."""
    cue = statement.cue.text.lower() if statement.cue is not None else ""
    told = statement.content[0].text.lower() if statement.content else ""
    return cue == "wanted for" or (cue.split()[-1:] == ["wanted"] and told.startswith("for "))


def _violent(trigger: Trigger) -> bool:
    return trigger.senses[0].type in ("ASSAULT", "COERCE")


def _forces(trigger: Trigger, statement: Statement) -> bool:
    """Whether what is promised is a show of arms, which the statement makes a threat."""
    return statement.act == "threaten" and trigger.senses[0].type == "MOBILIZE"


def _holds(span: object, position: tuple[int, int]) -> bool:
    start, end = getattr(span, "start", None), getattr(span, "end", None)
    if start is None or end is None:
        return False
    return bool(start <= position[0] and position[1] <= end)
