"""When an event was: what the text attaches to it, never what only stands near."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.relatives import carried_out
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.parties.carriers import carrier
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.settings.alongside import main_of_absolute, meanwhile, since, then
from onrecord.extract.events.settings.beside_days import (
    harmed_in,
    main_of,
    of_cause,
    of_described,
    of_end,
    of_whole,
    only_told,
)
from onrecord.extract.events.settings.dated import (
    among_phrases,
    attributive,
    before_list,
    day_of_deed,
    included,
    mooted,
    of_incident,
    of_paper,
    opening,
    set_for,
    several,
)
from onrecord.extract.events.settings.fronted import fronted_time
from onrecord.extract.events.settings.others_times import OTHERS, of_claim
from onrecord.extract.events.standing.recalled import of_another
from onrecord.extract.times import is_dated, opens
from onrecord.records import Time

_SEASONS = frozenset({"winter", "spring", "summer", "autumn", "fall"})
_DAY = 10
"""Letters of a value that names a day: "2027-10-04", "XXXX-WXX-2"."""
_SHORT = frozenset({"raid", "attack", "assault", "ambush", "sweep", "swoop", "search", "strike"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID"})
_RAIDING = frozenset({"storm", "raid", "ambush", "attack", "search", "assault"})
_UTTERED = frozenset({"statement", "interview", "speech", "remark", "letter", "message", "address"})

_BOUND = frozenset(
    {"the", "a", "an", "this", "that", "'s", "its", "their", "his", "her", "our", "whose"}
)
_OF_OTHERS = frozenset(
    {"since", "until", "till", "before", "after", "from", "of", "the", "than", "by", "for"}
)
"""Words before a time that is no event's own day."""

_NEXT = 3
"""Words between a cue and when it was said: "told a newspaper on Monday"."""


class Settings:
    """Finds the times of the triggers of one text, all of which it must know."""

    def __init__(self, text: Text, triggers: list[Trigger]) -> None:
        self._text = text
        self._heads = {trigger.head for trigger in triggers}

    def when(self, trigger: Trigger) -> Time | None:
        """The dated time that the words or the tree attach to the event."""
        found = self._attached(trigger)
        if found is None:
            return None
        if self._of_saying(found, trigger) and fronted_time(self._text, trigger.head) is not found:
            return None
        others = (several, only_told, *OTHERS)
        if any(of_another_act(self._text, trigger, found) for of_another_act in others):
            return None
        span = found.span
        return None if opens(self._text.syntax.text, span.start, span.end) else found

    def _of_saying(self, time: Time, trigger: Trigger) -> bool:
        """ "nine were killed, the army said | on Monday": when it was said, and not when it was."""
        at = self._text.syntax.tokens[trigger.head].start
        for one in self._text.statements:
            cue = one.cue
            if cue is None or not any(part.start <= at < part.end for part in one.content):
                continue
            if any(part.start <= time.span.start < part.end for part in one.content):
                continue
            if of_claim(one, time):
                return True
            start, end = sorted((cue, time.span), key=lambda span: span.start)
            between = self._text.syntax.text[start.end : end.start].split()
            if len(between) <= _NEXT and not any(
                part.start < end.start and start.end < part.end for part in one.content
            ):
                return True
        return False

    def _attached(self, trigger: Trigger) -> Time | None:
        syntax = self._text.syntax
        if trigger.verb is not None and mooted(self._text, trigger.verb):
            return None
        if trigger.verb is None:
            between = day_of_deed(self._text, trigger)
            found = between or self._beside_noun(trigger)
            if found is not None and (between or not self._announced(found, trigger)):
                return found
            verb = carrier(self._text, self._heads, trigger)
            if verb is not None and of_end(self._text, trigger, verb, self._of_verb(verb)):
                return None
            found = (self._of_verb(verb) or self._of_when(verb)) if verb is not None else None
            doing = verb if verb is not None else self._text.syntax.heads[trigger.head]
            if found is None and doing >= 0 and syntax.upos(doing) == "VERB":
                found = self._beside(doing)
            found = found or included(self._text, trigger.head)
            if found is None and (harm := harmed_in(self._text, trigger.head)) is not None:
                found = self._of_verb(harm)
            return found if found is not None else self._of_outcome(trigger)
        found = self._of_verb(trigger.verb) or self._of_when(trigger.verb)
        found = found or self._of_raid(trigger)
        main = syntax.heads[trigger.verb]
        if found is None and then(self._text, trigger.verb):
            return None
        if found is None and main >= 0 and syntax.deprel(trigger.verb) == "conj":
            return self._leading(trigger.verb, main) or self._of_main(main) or self._of_when(main)
        if found is None:
            found = of_incident(self._text, trigger.verb) or opening(self._text, trigger.verb)
            found = found or self._beside(trigger.verb) or since(self._text, trigger)
        if found is None:
            found = self._of_both(trigger.verb)
        if found is not None or main < 0 or syntax.deprel(trigger.verb) != "advcl":
            return found
        if syntax.word(trigger.verb).endswith("ing") and not syntax.has(trigger.verb, "mark"):
            return self._of_verb(main)  # "last week it agreed, signing …"
        leading = self._of_verb(main)
        if of_whole(self._text, trigger, leading, main):
            return leading
        return self._of_main(trigger.verb)

    def _beside(self, verb: int) -> Time | None:
        """The day of a clause beside the event's: "was shot | as he left a mosque on Monday"."""
        text = self._text
        for clause in meanwhile(text, verb):
            time = self._of_verb(clause)
            if time is not None:
                return time
        main = main_of_absolute(text, verb)
        if main is not None:
            return self._of_verb(main)
        return fronted_time(text, verb)

    def _of_raid(self, trigger: Trigger) -> Time | None:
        """ "launched a raid on Monday and | arrested nine": at once."""
        syntax, verb = self._text.syntax, trigger.head
        main = syntax.heads[verb]
        if syntax.deprel(verb) != "conj" or trigger.senses[0].type not in _BY_FORCE:
            return None
        if syntax.has(verb, "nsubj", "nsubj:pass", "aux") or not 0 <= main < verb:
            return None
        raid = syntax.kid(main, "obj")
        done = syntax.lemmas[main] in ("launch", "carry", "conduct", "stage", "mount")
        forced = raid is not None and syntax.lemmas[raid] in _SHORT
        raided = main in self._heads and syntax.lemmas[main] in _RAIDING
        time = self._of_verb(main) if raided or (done and forced) else None
        return time if time is not None and len(time.value) >= _DAY else None

    def _of_both(self, verb: int) -> Time | None:
        """ "killed two and captured nine in a raid on Monday": both were then."""
        syntax = self._text.syntax
        for other in syntax.kids(verb, "conj"):
            if other not in self._heads or syntax.has(other, "nsubj", "nsubj:pass"):
                continue
            time = self._of_verb(other)
            inside = syntax.within(time.span.start, time.span.end) if time is not None else []
            if inside and any(
                noun in self._heads and self._text.before(noun) in ("a", "an", "the")
                for noun in range(other + 1, inside[0])
            ):
                return time
        return None

    def _of_main(self, verb: int) -> Time | None:
        """ "In March two men died when a camp was shelled": both were then."""
        syntax = self._text.syntax
        main = syntax.heads[verb]
        if main < 0 or syntax.deprel(verb) != "advcl" or syntax.upos(main) != "VERB":
            return None
        when = any(syntax.word(k) == "when" for k in syntax.kids(verb, "advmod", "mark"))
        harmed = syntax.lemmas[main] in words().harm | listed("roles", "perishing")
        return self._of_verb(main) if when and harmed and main < verb else None

    def _of_when(self, verb: int) -> Time | None:
        """ "since May 2028, when two men were shot": the time that a clause tells of."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        marks = [k for k in syntax.kids(verb, "advmod", "mark", "obl") if syntax.word(k) == "when"]
        index = marks[0] - 1 if marks else -1
        if index > low and syntax.word(index) == ",":
            index -= 1
        time = self._text.time_of.get(index) if index >= low else None
        return time if time is not None and is_dated(time) else None

    def _leading(self, verb: int, main: int) -> Time | None:
        """ "today banned it and froze …": a time before both verbs is of both."""
        syntax = self._text.syntax
        if main > verb or syntax.upos(main) != "VERB" or syntax.has(verb, "nsubj", "nsubj:pass"):
            return None
        found = self._of_verb(main)
        if found is None:
            return None
        inside = syntax.within(found.span.start, found.span.end)
        return found if inside and inside[-1] < main else None

    def _of_outcome(self, trigger: Trigger) -> Time | None:
        """ "an attack that left 80 hurt on Monday", "an attack that the rebels made on Monday": the
        time of what it did, and of who made it."""
        syntax = self._text.syntax
        assert trigger.noun is not None
        for verb in syntax.kids(trigger.noun, "acl:relcl"):
            if carried_out(self._text, verb):
                return self._of_verb(verb)
            subject = syntax.kid(verb, "nsubj")
            if subject is not None and syntax.word(subject) in ("that", "which"):
                return self._of_verb(verb)
        return None

    def _beside_noun(self, trigger: Trigger) -> Time | None:
        """ "the 4 April attack", "Monday's raid", "a raid on Monday"."""
        text, syntax = self._text, self._text.syntax
        assert trigger.noun is not None
        low, high = text.sentence(trigger.noun)
        phrase = text.phrases.of(trigger.noun)
        first = phrase.first if phrase is not None else trigger.first
        index = first - 1
        while index >= low and (syntax.upos(index) == "PART" or syntax.word(index) in ("'s", ",")):
            index -= 1
        before = text.time_of.get(index) if index >= low else None
        if before is not None and is_dated(before) and not self._closes(index, first):
            if not self._seasonal(before):
                return before
        right = self._right_behind(trigger.noun) or before_list(text, trigger.noun, first)
        if right is not None:
            return right
        index = trigger.noun + 1
        between = among_phrases(text, trigger.noun) if phrase is not None else None
        if between is not None and not self._spoken_of(trigger.noun, between[0]):
            return between[1]
        if phrase is not None:
            for _, other in text.following(phrase):
                index = max(index, text.last_of(other) + 1)
        while index < high and syntax.upos(index) in ("ADP", "ADV", "ADJ", "DET"):
            if index in text.time_of:
                break
            index += 1
        behind = text.time_of.get(index)
        if self._spoken_of(trigger.noun, index) or (behind and attributive(text, index)):
            return None
        near = behind is not None and is_dated(behind) and index <= trigger.noun + 16
        near = near and not of_cause(text, self._heads, trigger.noun, index)
        return behind if near and not self._bounds(index, trigger.noun) else None

    def _seasonal(self, time: Time) -> bool:
        """ "a winter offensive": of what sort it is, and not of which winter."""
        words = time.span.text.lower().split()
        return len(words) == 1 and words[0] in _SEASONS

    def _announced(self, time: Time, trigger: Trigger) -> bool:
        """ "announced the arrests | on Saturday": the day hangs on what was said."""
        syntax = self._text.syntax
        above = syntax.heads[trigger.noun] if trigger.noun is not None else -1
        if above < 0 or syntax.deprel(trigger.noun or 0) != "obj":
            return False
        if any(c.isdigit() for c in time.span.text) or len(time.value.partition("T")[0]) < _DAY:
            return False  # "condemned the raid in October 2027"
        told = syntax.lemmas[above] in listed("status", "recalling") | {"announce", "confirm"}
        inside = syntax.within(time.span.start, time.span.end)
        return told and any(syntax.heads[i] == above for i in inside)

    def _spoken_of(self, noun: int, index: int) -> bool:
        """ "denounced the fighting in statements | on Friday": when it was spoken of."""
        syntax = self._text.syntax
        above = syntax.heads[noun]
        if above < 0 or self._text.cue_of(above) is None or syntax.deprel(noun) != "obj":
            return False
        return any(syntax.lemmas[i] in _UTTERED for i in range(noun + 1, index))

    def _right_behind(self, noun: int) -> Time | None:
        """ "a raid on Monday on the town", "the raid late Monday": a time with nothing between."""
        syntax = self._text.syntax
        _, high = self._text.sentence(noun)
        index = noun + 1
        while index < high and index not in self._text.time_of:
            if syntax.upos(index) != "ADP" or index > noun + 1:
                return None
            index += 1
        time = self._text.time_of.get(index)
        if time is None or not is_dated(time) or self._barred(index, noun):
            return None
        return None if time.span.text.endswith(("'s", "’s")) else time

    def _closes(self, index: int, first: int) -> bool:
        """Whether a time before the phrase belongs to what stands before: "on Monday air raids"."""
        syntax, time = self._text.syntax, self._text.time_of[index]
        start = index
        low, _ = self._text.sentence(index)
        while start - 1 >= low and self._text.time_of.get(start - 1) is time:
            start -= 1
        while start - 1 > low and syntax.deprel(start - 1) == "amod":
            start -= 1  # "the failed | July 21 attacks"
        before = syntax.word(start - 1) if start > low else ""
        owned = syntax.upos(first - 1) == "PART" or syntax.word(first - 1).endswith(("'s", "’s"))
        return not owned and before not in _BOUND

    def _of_verb(self, verb: int) -> Time | None:
        """The time whose way up the tree ends at the verb, or that stands in its clause."""
        text = self._text
        low, high = text.sentence(verb)
        best: tuple[int, Time] | None = None
        for index in range(low, high):
            time = text.time_of.get(index)
            if time is None or not is_dated(time):
                continue
            far = abs(index - verb)
            kept = set_for(text, index, verb) or not self._barred(index, verb)
            if (self._leads(index, verb) or main_of(text, verb, index)) and kept:
                if of_paper(text, index) or of_another(text, self._heads, verb, index):
                    continue
                if of_described(text, self._heads, verb, index):
                    continue
                if of_cause(text, self._heads, verb, index):
                    continue
                if best is None or far < best[0]:
                    best = (far, time)
        return best[1] if best is not None else None

    def _leads(self, index: int, verb: int) -> bool:
        """Whether a time word hangs on the verb, or on nothing else that could have it."""
        syntax = self._text.syntax
        seen = 0
        for head in syntax.up(index):
            if head == verb:
                return True
            if any(
                syntax.word(k) in ("since", "including") for k in syntax.kids(head, "case", "mark")
            ):
                return False  # "since the war began in 2011": when it began is another's
            # "the paper says police | Monday | held him"
            beside = index == verb - 1 and syntax.heads[index - 1] == verb
            if syntax.upos(head) == "VERB" and head < index < verb and not beside:
                return False  # "which began in 2011 has killed": the time closes its own clause
            if syntax.upos(head) in ("VERB", "AUX") or head in self._heads:
                return self._sole(index, verb)
            if syntax.deprel(head) in ("root", "acl", "acl:relcl"):
                return self._sole(index, verb)
            seen += 1
            if seen > 6:
                return False
        return False

    def _sole(self, index: int, verb: int) -> bool:
        """Whether no other verb stands between the time and the verb, whatever the tree says."""
        syntax = self._text.syntax
        low, high = min(index, verb) + 1, max(index, verb)
        if high - low > 12:
            return False
        between = range(low, high)
        return not any(
            syntax.upos(i) == "VERB" and syntax.deprel(i) not in ("amod", "compound")
            for i in between
        ) and not any(syntax.word(i) in (",", ";", "-", "–", "—", ":") for i in between)

    def _bounds(self, index: int, noun: int) -> bool:
        """ "its raids since 2014": a time from or to which there were many, and when none was."""
        low, _ = self._text.sentence(index)
        many = self._text.syntax.word(noun) != self._text.syntax.lemmas[noun]
        return many and index > low and self._text.before(index) in ("since", "until", "till")

    def _of_next(self, end: int, verb: int) -> bool:
        """Whether the noun that a time stands before in its phrase is another event."""
        phrase = self._text.phrases.of(end + 1) if end + 1 < len(self._text.syntax.tokens) else None
        if phrase is None or phrase.first != end + 1 or phrase.head not in self._heads:
            return False
        inside = self._text.fronted(phrase).first < phrase.first
        return inside and not phrase.first <= verb <= phrase.last

    def _barred(self, index: int, verb: int) -> bool:
        """Whether the time is said of something else: "after Monday's vote", "since 2013"."""
        syntax = self._text.syntax
        start, end, time = index, index, self._text.time_of[index]
        low, high = self._text.sentence(index)
        while start - 1 >= low and self._text.time_of.get(start - 1) is time:
            start -= 1
        while end + 1 < high and self._text.time_of.get(end + 1) is time:
            end += 1
        before = syntax.word(start - 1) if start > low else ""
        owner = end + 1 < high and syntax.word(end + 1) in ("'s", "'")
        if self._of_next(end, verb):
            return True  # "sanctions after its 1990 invasion"
        if before in ("before", "after") and time.type == "TIME" and "T" in time.value[1:]:
            return owner  # "before dawn on Thursday" is still that Thursday
        return owner or before in _OF_OTHERS
