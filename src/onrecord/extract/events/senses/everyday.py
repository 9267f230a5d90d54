"""Words of force in their everyday senses, by what they are said of: a building is toppled by a
blast and no government, a letter is released and no prisoner."""

from __future__ import annotations

from itertools import pairwise

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.lexicon import listed, table, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.clauses.who import Who
from onrecord.extract.events.senses.harmless import (
    at_odds,
    in_return,
    mild,
    of_nature,
    rolled,
    titled,
)
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.senses.unreal import in_title
from onrecord.extract.statements.words.promises import entrusted, settled

_SURGERY = ("undergo", "number", "series", "surgery", "survive", "recover", "scar")
_BEHIND = 9
"""Words from "an explosion" to "caused by a gas leak"."""
_CAUSED = frozenset({"cause", "due", "because", "result", "after", "follow", "blame", "from", "by"})


class Everyday:
    """Tells everyday senses in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._who = Who(text)
        self._accident = self._accidental()

    def _of_thing(self, lemma: str, verb: int, thing: Phrase | None) -> bool:
        """ "topple a statue", "a message released on Monday": done to things of that sort."""
        syntax = self._text.syntax
        things = table("senses", "of_things").get(lemma, frozenset())
        if thing is not None:
            return syntax.lemmas[thing.head] in things
        done_to = syntax.kid(verb, "nsubj:pass")
        if (
            done_to is None
            and syntax.deprel(verb) == "acl"
            and not syntax.word(verb).endswith("ing")
        ):
            done_to = syntax.heads[verb]
        if done_to is None:
            return False
        if lemma == "release":
            things = things | table("senses", "nouns_of_things")[lemma]
        return syntax.lemmas[done_to] in things

    def verb(self, lemma: str, trigger: Trigger, parties: Parties) -> bool:
        """Whether a verb has a thing for its object that makes no act of it."""
        syntax = self._text.syntax
        thing = parties.thing
        if mild(self._text, trigger, thing) or in_title(self._text, trigger.head):
            return True
        if lemma in ("warn", "caution") and self._text.after(trigger.last) in ("of", "about"):
            if self._who.known(parties.recipients) and self._text.cue_of(trigger.head) is None:
                return True  # "warned of hundreds of fighters": they are not warned
        if lemma == "seek" and syntax.word(trigger.last + 1) == "to":
            return True  # "is seeking to topple him": a try, and no request
        if lemma in ("force", "compel") and thing is not None and not self._who.somebody(thing):
            return not self._who.known(parties.recipients)  # "forcing early elections"
        if self._of_thing(lemma, trigger.head, thing):
            return True
        if (
            lemma == "relocate"
            and thing is None
            and not syntax.has(trigger.head, "obj", "aux:pass")
        ):
            return True  # "the office relocates to Geneva": by itself
        subject = syntax.kid(trigger.head, "nsubj") if lemma == "target" else None
        if subject is not None and syntax.lemmas[subject] in listed("senses", "aiming"):
            return True
        if lemma == "cut" and self._text.after(trigger.head) == "short":
            return True  # "cut short a visit"
        if lemma in ("damage", "harm", "hurt", "destroy") and thing is not None:
            if syntax.lemmas[thing.head] in listed("senses", "bonds") | listed("senses", "esteem"):
                return True  # "would damage ties"
        if lemma == "hit" and thing is not None and syntax.lemmas[thing.head] == "target":
            by = syntax.kid(trigger.head, "nsubj")
            armed = by is not None and syntax.lemmas[by] in table("frames", "classes")["armed"]
            return not (armed or self._who.armed(parties.actors))  # "hit its targets for growth"
        if lemma == "commit" and thing is not None and self._crime(syntax.lemmas[thing.head]):
            return True  # "committing large-scale repression": no promise
        if lemma == "visit" and self._tourists(parties):
            return True
        if lemma == "search" and syntax.word(trigger.last + 1) == "for":
            return True  # "searching for survivors"
        if entrusted(syntax, trigger.head):
            return True
        if lemma == "remove" and self._listed(trigger):
            return True
        if lemma == "retreat" and self._argued(trigger):
            return True
        if lemma == "deny" and self._either(trigger):
            return True
        if lemma in ("release", "discharge") and self._from_hospital(trigger):
            return True
        if lemma == "arm" and not parties.actors:
            return not self._text.syntax.word(trigger.head).endswith("ing")  # "armed with rifles"
        if lemma == "gag" and (self._bound(trigger) or self._text.after(trigger.last) == "on"):
            return True
        if lemma == "slate" and self._text.after(trigger.last) in ("to", "for"):
            return True  # "was slated to meet him"
        if lemma in ("close", "shut", "open") and self._by_itself(trigger, parties):
            return True
        return self._own_arms(lemma, parties)

    def noun(self, trigger: Trigger) -> bool:
        """Whether a noun is of something that makes no act of it: "the release of a letter"."""
        text, syntax = self._text, self._text.syntax
        assert trigger.noun is not None
        lemma = syntax.lemmas[trigger.noun]
        phrase = text.phrases.of(trigger.noun)
        if phrase is None:
            return False
        low, _ = text.sentence(trigger.noun)
        if titled(text, phrase) or in_return(text, phrase):
            return True
        if of_nature(text, phrase) or at_odds(text, phrase):
            return True
        if syntax.word(trigger.noun) == "death" and self._passed_away(phrase):
            return True
        if self._settled(trigger.noun) or self._over(trigger.noun, phrase):
            return True
        above = syntax.heads[trigger.noun]
        letter = syntax.lemmas[max(low, trigger.noun - 2) : trigger.noun] == ["letter", "of"]
        if lemma == "resignation" and letter:
            sent = syntax.heads[trigger.noun - 2]
            return sent >= 0 and syntax.lemmas[sent] in ("send", "deliver", "address")
        if lemma == "threat" and above >= 0 and syntax.lemmas[above] in ("represent", "pose"):
            return True  # "represent a threat to the town": a danger
        if lemma in listed("senses", "bombs") and self._goods(phrase):
            return True
        if lemma == "operation" and syntax.lemmas[syntax.heads[trigger.noun]] in _SURGERY:
            return True
        if lemma == "operation" and _mission(text, phrase):
            return True
        if lemma == "destruction" and syntax.lemmas[max(low, trigger.noun - 3) : trigger.noun] == [
            "weapon", "of", "mass",
        ]:  # fmt: skip
            return True
        after = syntax.words[phrase.last + 1 : phrase.last + 2]
        if lemma in ("battle", "fight") and after == ["to"]:
            aim = syntax.lemmas[phrase.last + 2 : phrase.last + 3]
            return not set(aim) & listed("senses", "fought_to")  # "a battle to keep the child"
        if lemma == "demonstration" and after == ["that"]:
            return True
        things = table("senses", "nouns_of_things").get(lemma)
        behind = next(iter(text.following(phrase, 1)), None)
        if things is None or behind is None or behind[0] != "of":
            return False
        return syntax.lemmas[behind[1].head] in things

    def _passed_away(self, phrase: Phrase) -> bool:
        """ "after Ada Cole's death", where no sentence that speaks of her tells of a killing."""
        text, syntax = self._text, self._text.syntax
        dead = text.phrases.owner(phrase)
        if dead is None:
            behind = next(iter(text.following(phrase, 1)), None)
            dead = behind[1] if behind is not None and behind[0] == "of" else None
        actor = text.actor(dead.first, dead.last) if dead is not None else None
        if actor is None or actor.kind != "person":
            return False
        if any(self._died(at[0]) for m in actor.mentions if (at := syntax.within(m.start, m.end))):
            return True
        killing = (words().harm | listed("senses", "attacking")) - {"die", "death"}
        for mention in actor.mentions:
            at = syntax.within(mention.start, mention.end)
            low, high = text.sentence(at[0]) if at else (0, 0)
            told = syntax.lemmas[low:high]
            if not killing.isdisjoint(told) or any(
                lemma != "death"
                and (sense := words().nouns.get(lemma)) is not None
                and sense.type in ("ASSAULT", "COERCE")
                for lemma in told
            ):
                return False
        return True

    def _died(self, index: int) -> bool:
        """ "died in a helicopter crash", "the sudden death of Ada Cole": by nobody's hand."""
        low, high = self._text.sentence(index)
        told = set(self._text.syntax.lemmas[low:high])
        natural = told & listed("senses", "natural_deaths") and told & {"die", "death", "kill"}
        return bool(natural) and not told & listed("senses", "downing")

    def _crime(self, lemma: str) -> bool:
        sense = words().nouns.get(lemma)
        hostile = sense is not None and sense.type in ("ASSAULT", "COERCE", "REJECT")
        return hostile or lemma in listed("senses", "committed")

    def _over(self, noun: int, phrase: Phrase) -> bool:
        """ "ending a ceasefire", "the truce collapsed": there was one, and is no more."""
        syntax = self._text.syntax
        if syntax.lemmas[noun] not in listed("senses", "truces"):
            return False
        above = syntax.heads[noun]
        if above < 0:
            return False
        told = syntax.lemmas[above]
        if syntax.deprel(noun) == "nsubj" and told in listed("senses", "giving_way"):
            return True
        if syntax.deprel(noun) in ("obj", "nsubj:pass", "nsubj"):
            ended = syntax.deprel(noun) != "nsubj" or told in ("end", "expire")
            return ended and told in listed("senses", "ending_truces")
        return self._text.case(phrase) in ("of", "in", "to") and (
            told in listed("senses", "ends_of_truces")
        )

    def _goods(self, phrase: Phrase) -> bool:
        """ "the flow of roadside bombs": things that are carried, and none that went off."""
        above = self._text.syntax.heads[phrase.head]
        told = above >= 0 and self._text.case(phrase) == "of"
        return told and self._text.syntax.lemmas[above] in listed("senses", "trade")

    def _settled(self, noun: int) -> bool:
        """ "kept its promise": no new one is given."""
        syntax = self._text.syntax
        verb = syntax.heads[noun]
        told = verb >= 0 and syntax.deprel(noun) == "obj"
        return told and settled(syntax, verb, noun) is not None

    def accidental(self, trigger: Trigger, parties: Parties) -> bool:
        """Whether an explosion is one that its own sentence, or the only word of its report on what
        it came of, calls an accident: "caused by a gas leak"."""
        syntax = self._text.syntax
        lemma = syntax.lemmas[trigger.head]
        low, high = self._text.sentence(trigger.head)
        if lemma in words().harm or lemma in ("die", "death"):
            sentence = set(syntax.lemmas[low:high])  # "killed when two helicopters collided"
            if self._accident and not parties.actors:
                return True
            crash = sentence & listed("senses", "crashes") or rolled(self._text, low, high)
            return bool(crash) and not (
                sentence & (listed("senses", "attacking") | listed("senses", "downing"))
            )
        if lemma not in listed("senses", "bursting"):
            return False
        before = syntax.lemmas[max(low, trigger.head - 2) : trigger.head]
        if set(before) & listed("senses", "accident_modifiers"):
            return True
        told = syntax.lemmas[trigger.head : high]
        return self._accident and (
            self._names_accident(told) or not set(syntax.lemmas[low:high]) & {"bomb", "attack"}
        )

    def _accidental(self) -> bool:
        """Whether the report lays an explosion to an accident and tells of no attack."""
        syntax = self._text.syntax
        lemmas = syntax.lemmas
        if set(lemmas) & listed("senses", "attacking"):
            return False
        return any(
            lemma in listed("senses", "bursting") and self._names_accident(
                lemmas[i : self._text.sentence(i)[1]]
            )
            for i, lemma in enumerate(lemmas)
        )  # fmt: skip

    def _names_accident(self, told: list[str]) -> bool:
        """ "… caused by a gas leak", "… after a boiler failed"."""
        for i, lemma in enumerate(told):
            if lemma in _CAUSED:
                near = told[i + 1 : i + 1 + _BEHIND]
                pairs = {f"{a} {b}" for a, b in pairwise(near)}
                if (pairs | set(near)) & listed("senses", "accidents"):
                    return True
        return False

    def hacked(self, lemma: str, parties: Parties) -> bool:
        """ "hacked official e-mails", "attacked a website": by no blade."""
        if lemma not in ("hack", "attack", "target"):
            return False
        things = (
            table("senses", "of_things")["hack"] if lemma == "hack" else listed("senses", "online")
        )
        thing = parties.thing
        return thing is not None and self._text.syntax.lemmas[thing.head] in things

    def _tourists(self, parties: Parties) -> bool:
        """ "a woman visiting from Norway", "soldiers visiting a market"."""
        found = [self._text.actor(p.first, p.last) for p in parties.actors]
        if not found:
            return False
        return all(
            a is not None
            and not a.roles
            and not a.named
            and a.sector in (None, "CVL")
            and (a.kind in ("person", "people") or self._strolls(parties))
            for a in found
        )

    def _strolls(self, parties: Parties) -> bool:
        thing = parties.thing
        lemmas = self._text.syntax.lemmas
        return thing is not None and lemmas[thing.head] in listed("senses", "sights")

    def _listed(self, trigger: Trigger) -> bool:
        """ "were removed from the list": put out of nowhere."""
        syntax = self._text.syntax
        bound = syntax.word(trigger.last) == "from"
        behind = self._text.phrases.after(trigger.last + (not bound))
        return behind is not None and (syntax.lemmas[behind.head] in listed("senses", "registers"))

    def _argued(self, trigger: Trigger) -> bool:
        """ "retreated from its position in the case"."""
        syntax = self._text.syntax
        if syntax.word(trigger.last + 1) != "from":
            return False
        behind = self._text.phrases.after(trigger.last + 1)
        return behind is not None and (
            syntax.lemmas[behind.head] in listed("senses", "views")
            and syntax.word(behind.head) == syntax.lemmas[behind.head]
        )

    def _either(self, trigger: Trigger) -> bool:
        """ "could not confirm or deny": neither."""
        low, _ = self._text.sentence(trigger.head)
        before = self._text.syntax.words[max(low, trigger.head - 2) : trigger.head]
        return len(before) == 2 and before[1] in ("or", "nor") and before[0].startswith("confirm")

    def _from_hospital(self, trigger: Trigger) -> bool:
        """ "will be released from the hospital": he was no captive."""
        if self._text.after(trigger.last) != "from":
            return False
        behind = self._text.phrases.after(trigger.last + 1)
        lemmas = self._text.syntax.lemmas
        return behind is not None and lemmas[behind.head] in ("hospital", "clinic")

    def _by_itself(self, trigger: Trigger, parties: Parties) -> bool:
        """ "banks and schools closed": nobody shut them out of anything."""
        syntax = self._text.syntax
        active = not syntax.has(trigger.head, "aux:pass", "nsubj:pass", "obj", "obl:agent")
        return active and parties.thing is None and trigger.first == trigger.last

    def _bound(self, trigger: Trigger) -> bool:
        """ "was found bound and gagged": with a cloth."""
        low, high = self._text.sentence(trigger.head)
        return bool(set(self._text.syntax.lemmas[low:high]) & {"bind", "tie", "find", "body"})

    def _own_arms(self, lemma: str, parties: Parties) -> bool:
        """ "has destroyed its long-range missiles": it disarms."""
        thing = parties.thing
        if thing is None or lemma not in ("destroy", "eliminate", "dismantle", "scrap"):
            return False
        syntax = self._text.syntax
        owner = self._text.phrases.owner(thing)
        own = owner is not None and syntax.upos(owner.head) == "PRON"
        return own and syntax.lemmas[thing.head] in listed("senses", "arsenal")


def _mission(text: Text, phrase: Phrase) -> bool:
    """ "the bloc's naval operation": something that is kept up, and no attack on anybody."""
    kinds = {
        "naval",
        "maritime",
        "training",
        "monitoring",
        "surveillance",
        "patrol",
        "peacekeeping",
    }
    inside = set(text.syntax.words[phrase.first : phrase.head])
    return bool(kinds & inside) and text.after(phrase.last) not in ("against", "on", "to")
