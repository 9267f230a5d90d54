"""The words that name events: verbs, nouns, and light verbs with their nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.events.clauses.lexicon import Light, Sense, Words, listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.reach import heavy
from onrecord.extract.events.clauses.relatives import object_relative
from onrecord.extract.events.clauses.text import Text


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``first`` to ``last``; ``verb`` or ``noun`` (or both) is the token that counts.

    A light verb with its noun has both. ``senses`` are what it may name, likeliest first.
    """

    first: int
    last: int
    senses: tuple[Sense, ...]
    verb: int | None = None
    noun: int | None = None

    @property
    def head(self) -> int:
        """The token on which all turns: the verb where there is one."""
        if self.verb is not None:
            return self.verb
        assert self.noun is not None
        return self.noun

    @property
    def weak(self) -> bool:
        """Whether something else must speak for it."""
        return all(sense.weak for sense in self.senses)


class Finder:
    """Finds the triggers of one text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._words: Words = words()
        self._names = [name for name in text.analysis.names if name.kind in ("PER", "ORG", "FAC")]

    def find(self) -> list[Trigger]:
        """All triggers in the order of the text; of a light verb and its noun there is one."""
        found: list[Trigger] = []
        taken: set[int] = set()
        for verb, light in self._lights():
            if light.noun in taken:
                continue
            found.append(light)
            taken.update(i for i in (verb, light.noun) if i is not None)
        for index in range(len(self._text.syntax.tokens)):
            if index in taken:
                continue
            one = self._of_noun(index) or self._noun(index) or self._verb(index)
            if one is not None:
                found.append(one)
                taken.update(range(index + 1, one.last + 1) if one.noun == index else ())
        verbs = {i for t in found if t.verb is not None for i in range(t.first, t.last + 1)}
        kept = [t for t in found if t.verb is not None or t.noun not in verbs]
        kept = [t for t in kept if t.verb is not None or not self._set_off(t.head)]
        return sorted(kept, key=lambda t: (t.first, t.last))

    def _set_off(self, noun: int) -> bool:
        """ "detonated | a car bomb": told by the verb, and no second blast."""
        syntax, verb = self._text.syntax, self._text.syntax.heads[noun]
        told = 0 <= verb < noun and syntax.lemmas[verb] in ("detonate", "explode")
        return told and syntax.deprel(noun) == "obj"

    def _lights(self) -> Iterator[tuple[int, Trigger]]:
        syntax = self._text.syntax
        for index in range(len(syntax.tokens)):
            if syntax.upos(index) != "VERB":
                continue
            entry, last = self._entry(index, self._words.light)
            if entry is None:
                continue
            thing = self._object(index, last)
            if thing is None:
                continue
            fitting = [one for one in self._words.light[entry] if self._named(thing, one)]
            second = self._second(index, thing)
            if not fitting and second is not None:  # "gave the army an ultimatum"
                thing = second
                fitting = [one for one in self._words.light[entry] if self._named(thing, one)]
            if fitting:  # the one that names the thing in most words: "ballistic missile"
                light = max(fitting, key=lambda one: self._length(thing, one))
                yield index, self._light(index, last, thing, light)

    def _second(self, verb: int, thing: Phrase) -> Phrase | None:
        """The phrase right behind a verb's first object: what it gives."""
        if thing.last < verb:
            return None
        found = (
            self._text.phrases.of(thing.last + 1)
            if thing.last + 1 < len(self._text.syntax.tokens)
            else None
        )
        same = found is not None and self._text.phrases.owner(found) is None
        return found if same and found is not None and found.first == thing.last + 1 else None

    def _named(self, thing: Phrase, light: Light) -> bool:
        """Whether the object is one that the light verb takes: its head, or with a modifier."""
        lemmas = self._text.phrases.words(thing)
        head = self._text.syntax.lemmas[thing.head]
        if head in light.objects:
            return True
        ends = {" ".join(lemmas[i:]) for i in range(len(lemmas))}
        return bool(ends & light.objects)

    def _length(self, thing: Phrase, light: Light) -> int:
        """How many words of the object the light verb's entry has."""
        lemmas = self._text.phrases.words(thing)
        sizes = [
            len(lemmas) - i for i in range(len(lemmas)) if " ".join(lemmas[i:]) in light.objects
        ]
        return max(sizes, default=1)

    def _light(self, verb: int, last: int, thing: Phrase, light: Light) -> Trigger:
        """A light verb's trigger: with the noun, or the noun alone where that names the act.

        "signing a deal" and "issued a warning" are one; "carried out the attack" is the attack.
        """
        noun = self._noun(thing.head)
        if noun is not None and noun.senses[0].type == "ASSAULT" == light.sense.type:
            return Trigger(noun.first, noun.last, noun.senses, verb=None, noun=noun.noun)
        mode = light.sense
        passive = thing.last < verb
        _, head = self._text.glued.get(thing.head, (0, thing.head))  # "held a sit-in"
        first, end = (thing.first, last) if passive else (verb, head)
        end = last if heavy(self._text, last) == thing else end
        if passive:  # "a deal was signed": the noun and the verb are apart
            first, end = verb, last
            if noun is not None and not noun.weak and noun.senses[0].type == mode.type:
                first, end = noun.first, noun.last  # "a curfew was imposed": the noun names it
        return Trigger(first, end, (mode,), verb=verb, noun=thing.head)

    def _object(self, verb: int, last: int) -> Phrase | None:
        """What the verb does its act with: its object, or its subject in the passive."""
        text, syntax = self._text, self._text.syntax
        place = last
        _, high = text.sentence(verb)
        while place + 1 < high and (syntax.upos(place + 1) == "ADV" or place + 1 in text.time_of):
            place += 1
        behind = text.phrases.after(place)
        if behind is not None:
            return text.whole(behind)
        late = heavy(text, place)
        if late is not None:
            return late
        for kid in syntax.kids(verb, "obj", "nsubj:pass"):
            phrase = text.phrases.of(kid)
            if phrase is not None:
                return text.whole(phrase)
        relative = object_relative(text, verb)
        if relative is not None:
            return relative[1]  # "the deal | it signed in June"
        if syntax.deprel(verb) == "acl":  # "a deal signed in June", "the missile, launched …"
            before = verb - 2 if syntax.word(verb - 1) == "," else verb - 1
            if syntax.heads[verb] == before:
                return text.phrases.of(before)
        return None

    def _entry(self, verb: int, table: object) -> tuple[str | None, int]:
        """The entry of a verb in a table, with its particle if it has one, and its last token."""
        assert hasattr(table, "__contains__")
        syntax = self._text.syntax
        lemma = syntax.lemmas[verb]
        lemma = lemma if lemma in table else self._again(lemma)
        seconds = self._words.seconds.get(lemma)
        if seconds:
            for rest in sorted(seconds, key=len, reverse=True):
                end = self._reach(verb, rest.split())
                if end is not None and f"{lemma} {rest}" in table:
                    return f"{lemma} {rest}", end
        return (lemma, verb) if lemma in table else (None, verb)

    def _reach(self, verb: int, rest: list[str]) -> int | None:
        """Where the further words of an entry end: right behind the verb, or near it."""
        syntax = self._text.syntax
        _, high = self._text.sentence(verb)
        index, left = verb + 1, 4
        for word in rest:
            while index < high and syntax.lemmas[index] != word and syntax.word(index) != word:
                if index in self._text.time_of:  # "fired | on Sunday | at a convoy"
                    index += 1
                    continue
                if left == 0 or syntax.upos(index) in ("PUNCT", "VERB", "SCONJ", "CCONJ"):
                    return None
                if len(rest) == 1 and not self._particle(verb, word, high):
                    return None
                index, left = index + 1, left - 1
            if index >= high:
                return None
            index += 1
        return index - 1

    def _particle(self, verb: int, word: str, high: int) -> bool:
        """Whether a particle stands apart from its verb ("called the march off")."""
        syntax = self._text.syntax
        near = range(verb + 1, min(verb + 6, high))
        return any(
            syntax.word(i) == word
            and syntax.deprel(i) == "compound:prt"
            and syntax.heads[i] == verb
            for i in near
        )

    def _known(self, lemma: str) -> bool:
        return lemma in self._words.verbs or lemma in self._words.light

    def _again(self, lemma: str) -> str:
        """ "reseal": the verb of what is done once more."""
        bare = lemma.removeprefix("re").removeprefix("-")
        if "-" in lemma and self._known(lemma.replace("-", "")):
            return lemma.replace("-", "")  # "re-opened"
        again = lemma.startswith("re") and bare in listed("triggers", "again")
        return bare if again else lemma

    def _verb(self, index: int) -> Trigger | None:
        syntax = self._text.syntax
        if syntax.upos(index) != "VERB":
            return self._willing(index)
        hyphen = self._text.before(index) in ("-", "–")
        _, high = self._text.sentence(index)
        if syntax.deprel(index) in ("amod", "compound", "aux", "case", "mark", "fixed"):
            heads = hyphen and index + 1 < high and syntax.upos(index + 1) == "DET"
            ended = syntax.word(index).endswith("ing") and self._text.before(index) in (
                "stop", "cease", "halt", "quit", "keep",
            )  # fmt: skip
            heads = heads or ended  # "to stop bombing villages", hung on the villages
            if not heads:  # in "test-fired a new missile" it heads its clause
                return None
        if hyphen:
            return self._hyphened(index)
        entry, last = self._entry(index, self._words.verbs)
        framed, end = self._entry(index, self._words.frames)
        if framed is not None and (entry is None or end > last):
            plain = self._words.verbs[entry] if entry is not None else ()
            senses = self._words.frames[framed] + plain
            return Trigger(index, self._near(index, end), senses, verb=index)
        if entry is None:
            return None
        senses = self._words.verbs[entry] + self._words.frames.get(entry, ())
        return Trigger(index, self._near(index, last), senses, verb=index)

    def _hyphened(self, verb: int) -> Trigger | None:
        """ "ill-treated", "test-fired"; "US-backed" is none."""
        low, _ = self._text.sentence(verb)
        lemmas = self._text.syntax.lemmas
        senses = (
            self._words.verbs.get(f"{lemmas[verb - 2]}-{lemmas[verb]}") if verb - 2 >= low else None
        )
        return Trigger(verb - 2, verb, senses, verb=verb) if senses else None

    def _near(self, verb: int, last: int) -> int:
        """Where a trigger's words end: at its particle, where that is not too far off."""
        return last if last - verb <= 3 else verb

    def _willing(self, index: int) -> Trigger | None:
        """ "is ready to send …" says what "agrees" does."""
        syntax = self._text.syntax
        _, high = self._text.sentence(index)
        if syntax.upos(index) != "ADJ" or syntax.lemmas[index] not in listed("triggers", "willing"):
            return None
        if index + 2 >= high or syntax.word(index + 1) != "to":
            return None
        if syntax.upos(index + 2) != "VERB" or syntax.negated(index):
            return None
        entry, _ = self._entry(index + 2, self._words.verbs)
        deed = self._words.verbs[entry] if entry is not None else ()
        if deed and deed[0].type in ("ASSAULT", "COERCE"):
            return None  # "ready to storm the building": to no agreement
        if any(syntax.word(k) in ("will", "'ll") for k in range(index - 2, index)):
            return None  # "will be ready to go in May": able
        subject = syntax.kid(index, "nsubj")
        whose = self._text.phrases.of(subject) if subject is not None else None
        actor = self._text.actor(whose.first, whose.last) if whose is not None else None
        if actor is not None and actor.kind == "people":
            return None  # "young people are willing to join them"
        return Trigger(index, index, (Sense("AGREE"),), verb=index)

    def _noun(self, index: int) -> Trigger | None:
        text, syntax = self._text, self._text.syntax
        lengths = self._words.tails.get(syntax.lemmas[index])
        phrase = text.phrases.of(index)
        if lengths is None or phrase is None or not self._heads(index, phrase):
            return None
        for length in lengths:
            first = index - length + 1
            if first < phrase.first:
                continue
            entry = " ".join(syntax.lemmas[first : index + 1])
            sense = self._words.nouns.get(entry)
            if sense is not None:
                first, last = text.glued.get(index, (first, index))
                return Trigger(self._start(first, phrase), last, (sense,), noun=index)
        return None

    def _of_noun(self, index: int) -> Trigger | None:
        """ "an exchange of fire", "a state of emergency": a noun that what it is of makes one."""
        text, syntax = self._text, self._text.syntax
        wanted = self._words.of.get(syntax.lemmas[index])
        phrase = text.phrases.of(index)
        if wanted is None or phrase is None or not self._heads(index, phrase):
            return None
        _, high = text.sentence(index)
        if index + 2 >= high or syntax.word(index + 1) != "of":
            return None
        thing = text.phrases.after(index + 1)
        if thing is None:
            return None
        lemmas = text.phrases.words(thing)
        ends = (" ".join(lemmas[i:]) for i in range(len(lemmas)))
        sense = next((wanted[end] for end in ends if end in wanted), None)
        if sense is None:
            return None
        return Trigger(self._start(index, phrase), thing.last, (sense,), noun=index)

    def _heads(self, index: int, phrase: Phrase) -> bool:
        """Whether a noun heads its phrase and is used as a noun, not within a name."""
        syntax = self._text.syntax
        if index != phrase.head:
            return False
        if syntax.upos(index) not in ("NOUN", "PROPN") and index not in self._text.mistagged:
            return False
        written = syntax.tokens[index].text
        if syntax.upos(index) == "PROPN" and written[0].isupper():
            alone = phrase.first == index == self._text.sentence(index)[0]
            if any(name.start <= syntax.tokens[index].start < name.end for name in self._names):
                return False
            return alone or not written[1:].islower()
        after = index + 1
        return after >= len(syntax.tokens) or syntax.word(after) not in ("'s", "-")

    def _start(self, first: int, phrase: Phrase) -> int:
        """Where the words begin that name the event: compounds and kinds of weapon."""
        syntax = self._text.syntax
        start, index = first, first - 1
        while index >= phrase.first:
            lemma, upos = syntax.lemmas[index], syntax.upos(index)
            if upos == "ADJ" and lemma in listed("triggers", "adjectives"):
                start = index
            elif upos in ("NOUN", "PROPN") and self._naming(index):
                start = index
            else:
                break
            index -= 1
        return start

    def _naming(self, index: int) -> bool:
        """Whether a noun before the event's noun says what kind it is, not who does it."""
        text, syntax = self._text, self._text.syntax
        if syntax.tokens[index].text[0].isupper() or index in text.place_of:
            return False
        if text.before(index) in ("-", "–"):
            return False
        if syntax.lemmas[index] in listed("triggers", "doers"):
            return False
        return text.actor(index, index) is None
