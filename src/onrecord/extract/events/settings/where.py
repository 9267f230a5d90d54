"""Where an event was: what the text attaches to it, never what only stands near."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.events.clauses.extent import breadth, compound, with_others
from onrecord.extract.events.clauses.lexicon import listed, people, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.settings.alongside import goals, main_of_absolute, meanwhile, plotted
from onrecord.extract.events.settings.capitals import by_its_land
from onrecord.extract.events.settings.fronted import fronted_phrase
from onrecord.extract.events.settings.landed import landed
from onrecord.extract.events.settings.scene import (
    around,
    aside,
    beside,
    earlier,
    gathered,
    had,
    of_topic,
    on_trial,
    opened,
    out_of,
    passed,
    seat,
    side_of,
    sought,
    where_clause,
)
from onrecord.extract.events.standing.recalled import of_another, only_known, told_in
from onrecord.records import Place

_CASES = frozenset({"in", "at", "near", "on", "outside", "inside", "around", "across", "over",
                    "throughout", "off", "within"})  # fmt: skip
_NO_CLAUSE = ("amod", "compound", "case")
_INTO = frozenset({"in", "at", "near", "outside", "around", "across", "through"})
_SITES = frozenset({"airport", "port", "airfield", "harbour", "harbor", "station", "university"})
_GROUNDS = frozenset({"city", "town", "village", "district", "neighbourhood", "neighborhood",
    "suburb", "camp", "quarter", "hamlet", "township", "settlement", "area"})  # fmt: skip
_REGIONS = frozenset(
    {"border", "coast", "capital", "province", "region", "countryside", "desert", "north", "south",
     "east", "west", "airspace", "territory", "soil", "side", "frontier", "coastline", "shore"}
)  # fmt: skip
_ABROAD = frozenset({"embassy", "consulate", "mission", "delegation", "convoy", "force",
                     "interest"})  # fmt: skip
_SITED = ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT")
_SUBJECTS = ("nsubj", "nsubj:pass", "obj")


class Whereabouts:
    """Finds the places of the triggers of one text, all of which it must know."""

    def __init__(self, text: Text, triggers: list[Trigger]) -> None:
        self._text = text
        self._heads = {trigger.head for trigger in triggers}

    def where(
        self, trigger: Trigger, recipients: list[Phrase], actors: list[Phrase]
    ) -> tuple[str, str | None] | None:
        """The place's name and its id (None for a country told by its adjective)."""
        place = (
            self._place(trigger, recipients)
            or self._of_actors(trigger, actors)
            or self._beside(trigger)
        )
        if place is not None and trigger.verb is not None:
            at = self._text.syntax.within(place.span.start, place.span.end)
            if at and of_another(self._text, self._heads, trigger.head, at[0]):
                place = None  # "arrested over the raid | in Lun"
        if place is not None and breadth(place) == 2 and trigger.senses[0].type == "ASSAULT":
            first = self._text.syntax.within(place.span.start, place.span.end)[0]
            place = None if self._text.before(first) == "at" else place  # "rockets at Israel"
        if place is None:
            found = by_its_land(self._text, trigger, recipients)
            return (found, None) if found is not None else None
        several = with_others(self._text, place)
        return (place.name, place.id) if several is None else (several, None)

    def _place(self, trigger: Trigger, recipients: list[Phrase]) -> Place | None:
        text = self._text
        own = text.phrases.of(trigger.noun) if trigger.noun is not None else None
        if trigger.verb is not None and trigger.senses[0].mode == "visit":
            visited = next((p for p in map(self._in, recipients) if p is not None), None)
            if visited is not None:
                return visited
        for phrase in [*([own] if own is not None else []), *recipients]:
            inside = self._inside(phrase, trigger)
            if inside is not None and phrase is not own and beside(text, phrase):
                return inside
            ground = phrase is not own and text.syntax.lemmas[phrase.head] in _GROUNDS
            ground = ground and phrase.head not in text.place_of  # "ties with Panama City"
            named = self._in(phrase) if ground else None  # "the town | of Lun in western Ard"
            found = named or self._behind(phrase, trigger) or inside
            if found is not None:
                return found
        if trigger.senses[0].speech:
            return self._tried(trigger)
        if trigger.verb is not None:
            left = next((p for p in map(self._in, out_of(text, trigger)) if p), None)
            told = left or self._of_clause(trigger.head) or self._of_verb(trigger.head, trigger)
            told = told or self._pointed(trigger.head) or self._fronted(trigger)
            last = [*landed(text, trigger.head), *aside(text, trigger)]
            return told or next((p for p in map(self._in, last) if p), None)
        governor = self._governor(trigger)
        found = self._of_verb(governor, None) if governor is not None else None
        if found is None and governor is not None and text.syntax.lemmas[governor] == "leave":
            found = self._of_clause(governor)  # "violence that left nine dead in Lun"
        if found is None and governor is not None:
            found = self._swept(governor)
        return found or self._fronted(trigger)

    def _swept(self, governor: int) -> Place | None:
        """ "launched a raid and arrested nine | in Lun": both were there."""
        syntax = self._text.syntax
        if syntax.lemmas[governor] not in ("launch", "conduct", "carry", "stage", "mount"):
            return None
        for other in syntax.kids(governor, "conj"):
            if other in self._heads and not syntax.has(other, "nsubj", "nsubj:pass"):
                return self._of_clause(other)
        return None

    def _tried(self, trigger: Trigger) -> Place | None:
        """ "went on trial on Monday | in Lun", and not for what was done there."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(trigger.last)
        if not on_trial(text, trigger) or trigger.verb is None:
            return None
        for index in range(trigger.last + 1, high):
            if index in text.time_of or syntax.word(index) in ("on", "before"):
                continue
            phrase = text.phrases.after(index) if syntax.word(index) in ("in", "at") else None
            return self._in(text.whole(phrase)) if phrase is not None else None
        return None

    def _fronted(self, trigger: Trigger) -> Place | None:
        """ "In Lun, police said gunmen had killed nine"."""
        if trigger.senses[0].type not in _SITED:
            return None
        phrase = fronted_phrase(self._text, trigger.head)
        return self._in(phrase) if phrase is not None else None

    def _of_actors(self, trigger: Trigger, actors: list[Phrase]) -> Place | None:
        """ "police in Lun fired": they did it there."""
        if trigger.verb is None or trigger.senses[0].type not in _SITED:
            return None
        if plotted(self._text, trigger.verb):
            return None
        subject = self._text.syntax.kid(trigger.verb, "nsubj")  # "bombs | in Lun wounded nine"
        weapon = self._text.phrases.of(subject) if subject is not None else None
        by = [*actors, *([weapon] if weapon is not None and weapon not in actors else [])]
        for phrase in by:
            beside = next(iter(self._text.following(phrase, 1)), None)
            if beside is not None and beside[0] == "in":
                return self._in(beside[1])
            for verb in self._text.syntax.kids(phrase.head, "acl:relcl"):
                if verb in self._heads and trigger.senses[0].type == "ASSAULT":
                    return self._of_clause(verb)  # "killed by gunmen | who attacked a post in Lun"
        return None

    def _beside(self, trigger: Trigger) -> Place | None:
        """Where the clauses beside the event's say that it was."""
        text, kind = self._text, trigger.senses[0].type
        if kind not in (*_SITED, "CONSULT", "AGREE", "AID") or trigger.senses[0].mode == "visit":
            return None
        found: list[Phrase] = []
        if trigger.verb is not None and kind in _SITED:
            found += around(text, trigger.verb)
        elif trigger.noun is not None and kind == "CONSULT":
            found += [phrase for _, phrase in gathered(text, trigger.noun)]
        if trigger.noun is not None and trigger.verb is None:
            found += had(text, trigger.noun)
        found += opened(text, trigger)
        about = where_clause(text, trigger.head)
        found += [about] if about is not None else []
        for phrase in found:
            place = self._in(phrase)
            if place is not None:
                return place
        shared = self._shared(trigger.verb) if trigger.verb is not None else None
        verb = trigger.verb if trigger.verb is not None else text.syntax.heads[trigger.head]
        doing = verb >= 0 and text.syntax.upos(verb) == "VERB"
        return shared or (self._alongside(verb, kind) if doing else None)

    def _alongside(self, verb: int, kind: str) -> Place | None:
        """ "was shot | as he left a mosque in Lun", "gathered in Lun | to protest"."""
        text = self._text
        for clause in meanwhile(text, verb):
            found = self._of_clause(clause) or self._of_verb(clause, None)
            if found is not None and kind in _SITED:
                return found
        main = main_of_absolute(text, verb)
        if main is not None and kind in _SITED:
            subject = text.syntax.kid(main, "nsubj")
            about = text.phrases.of(subject) if subject is not None else None
            behind = self._behind(about) if about is not None else None
            return self._of_verb(main, None) or behind
        return next((p for p in map(self._in, goals(text, verb)) if p is not None), None)

    def _shared(self, verb: int) -> Place | None:
        """ "killed two and arrested nine during a raid | in Lun": both were there."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(verb)
        for other in syntax.kids(verb, "conj"):
            own = syntax.kid(other, "nsubj", "nsubj:pass")
            if other not in self._heads or (own is not None and syntax.upos(own) != "NUM"):
                continue  # "nine were killed and two | held"
            for index in range(other + 1, high - 1):
                if syntax.upos(index) == "VERB":
                    break
                led = syntax.word(index) in ("during", "in")
                phrase = text.phrases.after(index) if led else None
                if phrase is not None and (own is None or phrase.head in self._heads):
                    return self._behind(text.whole(phrase))
        return None

    def _behind(self, phrase: Phrase, trigger: Trigger | None = None) -> Place | None:
        """ "an attack in Lun": a phrase of place behind, the nearest first; and no "talks on"."""
        about = trigger is not None and trigger.senses[0].type not in _SITED
        for case, other in self._text.following(phrase):
            if case in ("after", "before", "following", "over") and other.head in self._heads:
                break  # "shelled rebels after an attack | in Lun"
            if case == "in" and other.head in self._heads and only_known(phrase, trigger):
                break
            visited = case == "to" and trigger is not None and trigger.senses[0].mode == "visit"
            if visited or (case in _CASES and not (about and case in ("on", "over"))):
                found = self._in(other)
                if found is not None:
                    return found
        if self._text.after(phrase.last) == "," and self._text.after(phrase.last + 1) in _CASES:
            aside = self._text.phrases.after(phrase.last + 2)  # "the blast, in a street in Lun,"
            last = self._text.last_of(self._text.whole(aside)) if aside is not None else 0
            if aside is not None and self._text.after(last) in (",", "in", "of"):
                return self._in(self._text.whole(aside))
        end = max([phrase.last, *(p.last for _, p in self._text.following(phrase))]) + 1
        side = side_of(self._text, end) if end < len(self._text.syntax.tokens) else None
        return self._in(side) if side is not None else None

    def _in(self, phrase: Phrase) -> Place | None:
        """The narrowest place that a phrase names, with what it is "of" or "in".

        Between two countries ("the Syria-Turkey border") none is told.
        """
        named = list(self._named(phrase, 3))
        behind = self._text.following(phrase, 1)
        if self._text.syntax.lemmas[phrase.head] in _GROUNDS and behind and behind[0][0] == "of":
            named = [*self._named(behind[0][1], 0), *named]  # "the Ard town | of Lun"
        found = min(named, key=breadth, default=None)
        if found is None or breadth(found) < 2:
            return found
        others = {place.name for place in self._named(phrase, 0)}
        for case, also in behind:
            if case in ("from", "to", "for", "with", "on"):
                continue  # "arrived in India | from China"
            for other in self._text.joined(also):  # "a valley of Norway and Sweden"
                others |= {place.name for place in self._named(other, 0)}
        return found if len(others) < 2 else None

    def _named(self, phrase: Phrase, deep: int) -> Iterator[Place]:
        text = self._text
        for index in range(phrase.first, phrase.last + 1):
            if index in text.place_of and not compound(self._text, index):
                if not self._owner(index, phrase):
                    yield text.place_of[index]
        owner = text.phrases.owner(phrase)
        if owner is not None and text.syntax.lemmas[phrase.head] in _SITES:
            yield from self._named(owner, 0)  # "Lun's | airport"
        town = seat(text, phrase) if deep else None
        if town is not None:
            yield from self._named(town, 0)
        deep = 0 if sought(text, phrase.last + 1) else deep
        for case, other in text.following(phrase, 2) if deep else ():
            if case in ("of", "in"):
                yield from self._named(other, deep - 1)

    def _owner(self, index: int, phrase: Phrase) -> bool:
        """ "U.S. embassies", "the Norway delegation": whose it is, and not where."""
        if index >= phrase.head or phrase.head in self._text.place_of:
            return False
        lemma, word = self._text.syntax.lemmas[phrase.head], self._text.syntax.tokens[index].text
        if lemma in _GROUNDS | _REGIONS or breadth(self._text.place_of[index]) < 2:
            return False
        return word.isupper() or lemma in _ABROAD | people()

    def _inside(self, phrase: Phrase, trigger: Trigger) -> Place | None:
        """ "the Lun bombing", "a Lun air base"; what is acted on may be the place itself."""
        text = self._text
        if trigger.senses[0].type not in _SITED:
            return None
        found = []
        for index in range(phrase.first, phrase.last + 1):
            place = text.place_of.get(index)
            if (
                place is None
                or text.syntax.tokens[index].text.isupper()
                or compound(self._text, index)
            ):
                continue
            unknown = place.lat is None and phrase.head != trigger.noun and index == phrase.head
            if unknown and text.syntax.lemmas[trigger.head] not in listed("setting", "on_towns"):
                continue  # a name that no gazetteer knows, acted on: more likely somebody's
            if phrase.head != trigger.noun and self._owner(index, phrase):
                continue
            lone_state = place.feature in ("A", "COUNTRY") and text.actor(index, index) is not None
            if not lone_state:
                found.append(place)
        return min(found, key=breadth, default=None)

    def _pointed(self, verb: int) -> Place | None:
        """ "Lun, | where | nine were killed"; "nine were killed | there"."""
        text, syntax = self._text, self._text.syntax
        low, marks = text.sentence(verb)[0], [syntax.word(k) for k in syntax.kids(verb, "advmod")]
        if "where" in marks and syntax.deprel(verb) == "acl:relcl":
            phrase = text.phrases.of(syntax.heads[verb])
            beside = where_clause(text, verb)
            if beside is not None and text.case(beside) == "from":
                phrase = beside  # "arrived in India from China, | where he signed a deal"
            return self._in(phrase) if phrase is not None else None
        if "there" not in marks:
            return None
        before = [i for i in range(max(0, low - 60), verb) if i in text.place_of]
        near = [i for i in before if syntax.sentences[verb] - syntax.sentences[i] <= 1]
        found = map(text.place_of.__getitem__, reversed(near))
        return next((place for place in found if not told_in(text, place)), None)

    def _of_clause(self, verb: int) -> Place | None:
        """A phrase of place behind the verb, before the next verb."""
        text, syntax = self._text, self._text.syntax
        behind_it, high = False, text.sentence(verb)[1]
        for index in range(verb + 1, high):
            behind_it = behind_it or syntax.word(index) in ("after", "following", "since", "before")
            if behind_it and index in self._heads:
                return None  # "retaliated after the bombings | in Lun": they were there
            if earlier(text, verb, index) or sought(text, index):
                return None
            if syntax.upos(index) == "VERB" and syntax.deprel(index) not in _NO_CLAUSE:
                if not passed(text, verb, index, self._heads):
                    return None
            side = side_of(text, index)
            if side is not None and (found := self._in(text.whole(side))) is not None:
                return found
            if syntax.word(index) in _INTO:
                behind = text.phrases.after(index)
                if behind is not None and of_topic(text, verb, behind):
                    continue
                found = self._in(text.whole(behind)) if behind is not None else None
                if found is not None:
                    return found
        return None

    def _of_verb(self, verb: int, trigger: Trigger | None) -> Place | None:
        """What hangs on the verb: "At Lun 15 people were killed", "hit the town of Lun", "killed in
        strikes on Lun". ``trigger`` is that of the verb, where it is one's own."""
        text, syntax = self._text, self._text.syntax
        sited = trigger is not None and trigger.senses[0].type in _SITED
        low, high = text.sentence(verb)
        for index in range(low, high):
            if syntax.heads[index] != verb:
                continue
            phrase = text.phrases.of(index)
            if phrase is None or phrase.head != index:
                continue
            relation = syntax.deprel(index).split(":")[0]
            placed = relation == "obl" and text.case(phrase) in _CASES
            placed = placed and not sought(text, index - 1)
            if placed and not sited and trigger is not None:
                placed = text.case(phrase) not in ("on", "over")  # "lifted sanctions on Norway"
            if placed and text.case(phrase) == "over" and index in self._heads:
                continue  # "held two over the Lun massacre": that was there
            if placed and index in self._heads:
                found = self._behind(phrase)  # the act by which it was done has a place of its own
            elif placed or (relation == "obj" and sited and index > verb):
                acted = not placed and text.actor(phrase.first, index) is not None
                found = self._in(phrase) if not acted else None
            else:
                continue
            if found is not None:
                return found
        return None

    def _governor(self, trigger: Trigger) -> int | None:
        """The verb that tells what the noun's act did, or that it was: it was where that was."""
        syntax = self._text.syntax
        if trigger.noun is None or trigger.senses[0].type not in (*_SITED, "CONSULT"):
            return None
        for verb in syntax.kids(trigger.noun, "acl:relcl"):  # "a raid which killed nine in Lun"
            subject = syntax.kid(verb, "nsubj")
            told = subject is not None and syntax.word(subject) in ("that", "which")
            if told and syntax.lemmas[verb] in words().harm | {"leave"}:
                return verb
        verb = syntax.heads[trigger.noun]
        if verb < 0 or syntax.upos(verb) != "VERB" or syntax.deprel(trigger.noun) not in _SUBJECTS:
            return None
        lemma = syntax.lemmas[verb]
        if lemma in listed("roles", "performing") | listed("status", "taking_place"):
            return verb
        bears = verb in self._heads or lemma in listed("roles", "bearing")
        return verb if bears and syntax.deprel(trigger.noun) == "nsubj" else None
