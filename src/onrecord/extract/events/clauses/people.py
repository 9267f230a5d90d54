"""From phrases to the actors that they mean."""

from __future__ import annotations

from itertools import pairwise

from onrecord.extract.events.clauses.lexicon import listed, people
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.places.words import words
from onrecord.records import Actor, EventType


def country(text: Text, phrase: Phrase) -> str | None:
    """The country (ISO alpha-3) whose adjective stands in a phrase."""
    demonyms = words().demonyms
    for index in range(phrase.first, phrase.head):
        entry = demonyms.get(text.syntax.tokens[index].text)
        if entry is not None:
            return entry
    return None


_UNITS = frozenset({"column", "convoy", "unit", "force", "squad", "battalion", "group", "troop"})


def led(text: Text, phrase: Phrase) -> Phrase:
    """ "a column | led by Captain Ben Lund": who leads it, where it is nobody's by its words."""
    syntax = text.syntax
    if syntax.lemmas[phrase.head] not in _UNITS or text.actor(phrase.first, phrase.last):
        return phrase
    verb = phrase.last + 1
    leads = syntax.word(verb) in ("led", "commanded", "headed") and text.after(verb) == "by"
    leader = text.phrases.after(verb + 1) if leads else None
    return text.whole(leader) if leader is not None else phrase


def holding_out(text: Text, head: int, hit: list[str]) -> list[str]:
    """ "The rebels said the hostages would be killed if …": by them, who threaten it."""
    said = text.innermost(head)
    source = said.source.actor if said is not None and said.source is not None else None
    if said is None or source is None or said.act != "threaten" or source in hit:
        return []
    return [source] if text.actors.get(source).kind in _ARMED else []


_ARMED = frozenset({"armed_group", "military", "government"})
_STRUNG = 4
"""Words from which a name may be several run together."""
_JOINS = frozenset({"and", "of", "the", "for", "in", "on", "to", "with", "from", "at", "by"})


class People:
    """Finds the actors of phrases in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def ids(self, phrases: list[Phrase]) -> list[str]:
        """The actors' ids, each once, in the order of the phrases."""
        found: list[str] = []
        for phrase in phrases:
            for id_ in self._of(phrase):
                if id_ not in found:
                    found.append(id_)
        return found

    def of_matter(self, phrase: Phrase, type_: EventType) -> bool:
        """Whether what is asked for or protested against names somebody who is not asked, nor the
        aim of the protest: "demanded the prisoner's release", "cartoons of the prophet"."""
        if self._text.actor(phrase.first, phrase.last) is not None:
            return False
        lemma = self._text.syntax.lemmas[phrase.head]
        if lemma in listed("roles", "suffered_nouns"):
            dealt = lemma in listed("roles", "dealt_nouns")
            behind = next((case for case, _ in self._text.following(phrase, 1)), None)
            own = not dealt and behind not in ("of", "by")  # "condemned | his arrest"
            return type_ in ("REQUEST", "PROTEST") or (type_ in ("ACCUSE", "REJECT") and own)
        owned = self._text.phrases.owner(phrase) is not None
        behind = next((case for case, _ in self._text.following(phrase, 1)), None)
        return (
            type_ == "PROTEST"
            and not owned
            and behind == "of"
            and lemma not in listed("roles", "reigns")
        )

    def settled(self, phrases: list[Phrase]) -> list[Phrase]:
        """Those who act, without any where it is one or the other: "the army or the rebels"."""
        syntax = self._text.syntax
        for one, other in pairwise(sorted(phrases, key=lambda p: p.first)):
            between = syntax.words[one.last + 1 : other.first]
            if "or" in between and len(between) <= 3:
                return []
        return [p for p in phrases if not self._either(p)]

    def _either(self, phrase: Phrase) -> bool:
        """ "Russian or Syrian jets": whose, is not settled."""
        syntax = self._text.syntax
        adjectives = words().demonyms
        inside = range(phrase.first + 1, phrase.last)
        return any(
            syntax.word(i) == "or"
            and syntax.tokens[i - 1].text in adjectives
            and syntax.tokens[i + 1].text in adjectives
            for i in inside
        )

    def commanded(self, actors: list[str]) -> list[str]:
        """The actors, with the state in place of a head of state who orders its forces to act.

        Only where the report speaks of that state as an actor.
        """
        return list(dict.fromkeys(self._commander_of(id_) or id_ for id_ in actors))

    def strung(self, identity: str) -> bool:
        """Whether a name is two others of the report and more, run together where a line of
        keywords lost its commas: "gas Observatory Grenn Warplanes"."""
        people = self._text.actors
        own = people.get(identity).name.removeprefix("unnamed ")
        if len(own.split()) < _STRUNG or set(own.lower().split()) & _JOINS:
            return False
        parts = {
            name
            for other in people.actors
            if other.id != identity and other.named
            for name in (other.name, *other.aliases)
            if name != own and f" {name} " in f" {own} "
        }
        apart = [p for p in parts if not any(p != q and f" {p} " in f" {q} " for q in parts)]
        return len(apart) > 1

    def named(self, phrases: list[Phrase]) -> list[Phrase]:
        """The phrases, and before a pronoun the words of its sentence that name whom it means."""
        found: list[Phrase] = []
        for phrase in phrases:
            name = self._name_of(phrase)
            found += [phrase] if name is None or name in phrases else [name, phrase]
        return found

    def _name_of(self, phrase: Phrase) -> Phrase | None:
        text = self._text
        syntax = text.syntax
        if phrase.first != phrase.last or syntax.upos(phrase.head) != "PRON":
            return None
        actor = text.actor(phrase.first, phrase.last)
        low, _ = text.sentence(phrase.head)
        for mention in actor.mentions if actor is not None else ():
            inside = syntax.within(mention.start, mention.end)
            if not inside or not low <= inside[0] <= inside[-1] < phrase.first:
                continue
            if syntax.upos(inside[-1]) != "PRON":
                return Phrase(inside[0], inside[-1], inside[-1])
        return None

    def _commander_of(self, identity: str) -> str | None:
        people = self._text.actors
        person = people.get(identity)
        if person.kind != "person" or person.country is None:
            return None
        if not any(_heads(role.title) for role in person.roles):
            return None
        for actor in people.actors:
            if actor.kind == "government" and actor.country == person.country:
                return actor.id
        return None

    def _each(self, phrase: Phrase) -> list[str]:
        """ "the governments of Norway and Chad": both states, where the report speaks of both."""
        syntax = self._text.syntax
        if syntax.word(phrase.head) != "governments":
            return []
        first = next((k for k in syntax.kids(phrase.head, "nmod") if k > phrase.head), None)
        names = [first, *syntax.kids(first, "conj")] if first is not None else []
        found: list[str] = []
        for index in names:
            actor = self._text.actor(index, index) or self._called_state(index)
            if actor is None or actor.kind != "government":
                return []
            found.append(actor.id)
        return found if len(found) > 1 else []

    def _called_state(self, index: int) -> Actor | None:
        """The state that a report calls by this name elsewhere."""
        name = self._text.syntax.tokens[index].text
        states = [a for a in self._text.actors.actors if a.kind == "government"]
        found = [a for a in states if name == a.name or name in {m.text for m in a.mentions}]
        return found[0] if len(found) == 1 else None

    def _of(self, phrase: Phrase) -> list[str]:
        text = self._text
        if both := self._each(phrase):
            return both
        whole = text.actor(phrase.first, phrase.last)
        article = text.syntax.upos(phrase.first) == "DET"
        if whole is None and (article or text.syntax.word(phrase.first) == "one"):
            whole = text.actor(min(phrase.first + 1, phrase.last), phrase.last)
        if whole is not None:
            each = text.actors.each_at(*text.offsets(phrase.first, phrase.last))
            return [actor.id for actor in each] or [whole.id]
        if phrase.first == phrase.last and (state := self._called_by(phrase)):
            return state
        owner = text.phrases.owner(phrase)
        if owner is not None:
            own = text.syntax.upos(owner.head) == "PRON"
            if own and text.syntax.lemmas[phrase.head] in people() | listed("roles", "bands"):
                return []  # "freed by her captors", whoever they are: not by her
            land = text.syntax.lemmas[phrase.head] in listed("roles", "homelands")
            return self._homeland(owner) if land else self._of(owner)
        found = self._inside(phrase) or self._called(phrase) or self._by_noun(phrase)
        return found or self._alliance(phrase) or self._part_of(phrase)

    def _called_by(self, phrase: Phrase) -> list[str]:
        """ "the | Israeli | - | Palestinian | talks": the state of an adjective, or of its name."""
        index = phrase.head
        hyphen = {self._text.before(index), self._text.after(index)} & {"-", "–"}
        place = self._text.place_of.get(index)
        code = words().demonyms.get(self._text.syntax.tokens[index].text)
        code = code or (place.country if place is not None else None)
        if not hyphen or code is None:
            return []
        actors = self._text.actors.actors
        theirs = [a for a in actors if a.kind in ("government", "people") and a.country == code]
        theirs.sort(key=lambda a: a.kind != "government")
        return [a.id for a in theirs[:1]]

    def _homeland(self, owner: Phrase) -> list[str]:
        """ "his country": the state whose he is, where the report speaks of it."""
        people = self._text.actors
        holders = [people.get(id_) for id_ in self._of(owner)]
        lands = {holder.country for holder in holders} - {None}
        if not lands:
            states = {s for holder in holders for s in self._served(holder)}
            return list(states) if len(states) == 1 else []
        if len(lands) != 1:
            return []
        return [a.id for a in people.actors if a.kind == "government" and a.country in lands][:1]

    def _served(self, person: Actor) -> list[str]:
        """ "Syria's ambassador": the state whose he is by the words that name him."""
        text = self._text
        found: list[str] = []
        for mention in person.mentions:
            inside = text.syntax.within(mention.start, mention.end)
            phrase = text.phrases.of(inside[-1]) if inside else None
            owner = text.phrases.owner(phrase) if phrase is not None else None
            state = text.actor(owner.first, owner.last) if owner is not None else None
            if state is not None and state.kind == "government":
                found.append(state.id)
        return found

    def _part_of(self, phrase: Phrase) -> list[str]:
        """ "one of its fighters": the fighters whom it is one of."""
        syntax = self._text.syntax
        if syntax.upos(phrase.head) != "NUM":
            return []
        behind = next(iter(self._text.following(phrase, 1)), None)
        if behind is None or behind[0] != "of":
            return []
        whole = self._text.actor(behind[1].first, behind[1].last)
        return [whole.id] if whole is not None and whole.kind != "government" else []

    def _alliance(self, phrase: Phrase) -> list[str]:
        """ "a US-led strike", where the report knows one "US-led coalition"."""
        syntax, last = self._text.syntax, phrase.last
        if syntax.words[last + 1 : last + 3] not in (["-", "led"], ["–", "led"]):
            return []
        led = f"{syntax.tokens[last].text}-led "
        found = [a.id for a in self._text.actors.actors if f" {led}" in f" {a.name}"]
        return found if len(found) == 1 else []

    def _by_noun(self, phrase: Phrase) -> list[str]:
        """ "Coalition | raids", "army helicopters": the only one whom the report calls so."""
        syntax = self._text.syntax
        owned = syntax.lemmas[phrase.head].lower() in listed("roles", "crafts")
        first = phrase.first + (syntax.upos(phrase.first) == "DET")
        last = phrase.head - 1 if owned else phrase.last  # "army | helicopters": the army's
        noun = syntax.lemmas[last].lower()
        if first != last or noun not in listed("roles", "sides"):
            return []
        found = [
            actor.id
            for actor in self._text.actors.actors
            if any(
                mention.text.lower().split()[-1:] in ([noun], [f"{noun}s"])
                for mention in actor.mentions
            )
        ]
        return found if len(found) == 1 else []

    def _called(self, phrase: Phrase) -> list[str]:
        """Who has just these words for a name elsewhere in the report: "Syrian government"."""
        syntax = self._text.syntax
        first = phrase.first
        while first < phrase.last and syntax.upos(first) == "DET":
            first += 1
        words_ = self._text.quote(first, phrase.last).text.lower()
        actors = self._text.actors.actors
        found = [a.id for a in actors if a.named and a.name.lower() == words_]
        if not found and first == phrase.last and first in self._text.place_of:
            name = syntax.tokens[first].text  # "Oslo's refusal", where Oslo has spoken before
            states = [a for a in actors if a.kind == "government"]
            found = [a.id for a in states if name in {m.text for m in a.mentions}]
        return found if len(found) == 1 else []

    def _inside(self, phrase: Phrase) -> list[str]:
        """Whose it is, by the words before the head: "the opposition stronghold"."""
        text = self._text
        ground = text.syntax.lemmas[phrase.head] in (
            listed("roles", "grounds") | listed("roles", "lasting")
        )
        for start in range(phrase.first, phrase.head):
            if text.syntax.upos(start) == "DET":
                continue
            for end in range(phrase.head - 1, start - 1, -1):
                actor = text.actor(start, end)
                if actor is None or end in text.place_of:
                    continue
                if ground and actor.kind == "government":
                    return []  # "Norway | northern province": it lies there, and is not the state
                return [actor.id]
        state = self._state(phrase)
        if state is not None:
            return [state]
        deeds = listed("roles", "deeds") | listed("roles", "suffered_nouns")
        if text.syntax.lemmas[phrase.head] in deeds:
            return []  # "the killing of civilians", "any takeover of the government"
        for case, other in text.following(phrase, 1):
            actor = text.actor(other.first, other.last)
            if case == "of" and actor is not None and not self._town(other):
                # "the hometown of the rebel leader": he is not taken with it
                return [] if ground and actor.kind == "person" else [actor.id]
        return []

    def _state(self, phrase: Phrase) -> str | None:
        """The state on whose site an act falls: "Syrian military installations", or on whose
        wares: "tariffs on Danish steel"."""
        text = self._text
        lemma = text.syntax.lemmas[phrase.head]
        theirs = listed("setting", "sites") | listed("roles", "wares")
        if lemma not in theirs or lemma in listed("roles", "grounds"):
            return None  # "a Syrian village" is no part of the state
        code = country(text, phrase)
        for actor in text.actors.actors:
            if code is not None and actor.country == code and actor.kind == "government":
                return actor.id
        return None

    def _town(self, phrase: Phrase) -> bool:
        return phrase.head in self._text.place_of


def _heads(title: str) -> bool:
    """Whether a title is that of a head of state or government: no vice president, no former."""
    words_ = title.lower().split()
    ends = {" ".join(words_[i:]) for i in range(len(words_))}
    return bool(ends & listed("roles", "heads_of_state")) and not (
        set(words_) & listed("roles", "not_in_office")
    )
