"""One text as the event rules see it: its words, phrases, times, places, actors and statements."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.actors import ActorIndex
from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.phrases import Phrase, Phrases
from onrecord.extract.events.clauses.rows import beside, glued, next_event, past_age, titled_too
from onrecord.extract.statements.words.quotation import quotations
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.model.analysis import Analysis
from onrecord.read.frontmatter import front
from onrecord.records import Actor, Place, Span, Statement, Time

_COUNTED = frozenset({"a", "an", "one", "two", "three", "four", "five", "six", "another"})


class Text:
    """What the extractors before have found, with the ways to ask it that the rules share."""

    def __init__(
        self,
        analysis: Analysis,
        times: Sequence[Time],
        places: Sequence[Place],
        actors: ActorIndex,
        statements: Sequence[Statement],
        published: str | None = None,
    ) -> None:
        self.published = published
        self.analysis = analysis
        self.syntax = Syntax(analysis)
        self.quotations = quotations(self.syntax.text)
        self.times = tuple(times)
        self.places = tuple(places)
        self.actors = actors
        self.statements = tuple(statements)
        self.time_of: dict[int, Time] = {}
        for time in times:
            for index in self.syntax.within(time.span.start, time.span.end):
                self.time_of[index] = time
        self.place_of: dict[int, Place] = {}
        for place in places:
            if place.lat is None and place.name.split()[-1] in listed("setting", "bodies"):
                continue  # "the African Union": whatever reads its name as a land's
            for index in self.syntax.within(place.span.start, place.span.end):
                self.place_of[index] = place
        self.glued = glued(self.syntax)
        for index, (first, last) in self.glued.items():
            self.syntax.lemmas[index] = f"{self.syntax.word(first)}-{self.syntax.lemmas[last]}"
        self.mistagged = {i for i in range(len(self.syntax.tokens)) if self._mistagged(i)}
        apart = {i for i, time in self.time_of.items() if time.type != "DURATION"}
        self.phrases = Phrases(self.syntax, apart | self._dateline(), self.mistagged)
        self.tagged = {
            index
            for trigger in analysis.triggers
            for index in self.syntax.within(trigger.start, trigger.end)
        }

    def sentence(self, index: int) -> tuple[int, int]:
        """The first token of a token's sentence, and the one behind its last."""
        return self.syntax.bounds[self.syntax.sentences[index]]

    def _dateline(self) -> set[int]:
        """The words of the dateline, who do nothing: "BEIRUT (Reuters) -"."""
        return set(self.syntax.within(*(self.dateline() or (0, 0))))

    def dateline(self) -> Offsets | None:
        """Where the dateline stands."""
        named = {place.span.text for place in self.places}
        line = front(self.syntax.text, is_place=named.__contains__).dateline
        return (line.span.start, line.span.end) if line else None

    def _gerund(self, index: int) -> bool:
        """Whether an "-ing" tagged as a verb is an event's noun: "army shelling of the town"."""
        syntax = self.syntax
        word = syntax.word(index)
        if syntax.upos(index) != "VERB" or word not in words().nouns or not word.endswith("ing"):
            return False
        low, high = self.sentence(index)
        before = syntax.upos(index - 1) if index > low else ""
        if high > index + 1 and syntax.word(index + 1) == "by":
            if syntax.word(index - 1) in ("in", "during", "from") and index > low:
                return True  # "killed in | shelling | by the army"
        owned = before == "PART" and syntax.word(index - 1) in ("'s", "’s", "'")
        kinds = ("aux", "obj") if owned else ("nsubj", "nsubj:pass", "aux", "mark", "obj")
        clausal = syntax.kids(index, *kinds)
        if any(kid != index - 1 for kid in clausal):  # the noun right before may be a compound
            return False
        after = index + 1
        behind = syntax.upos(after) if after < high else "PUNCT"
        if index == low and syntax.deprel(index) in ("nsubj", "csubj"):
            if behind in ("VERB", "AUX") or syntax.word(after) in ("between", "by", "of"):
                return True  # "Fighting broke out in the north", "Shelling by rebels killed two"
        if owned:  # "since the mayor's | killing | last year"
            return behind in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ") or after in self.time_of
        return before in ("ADJ", "DET", "NOUN", "PROPN") and (
            behind in ("AUX", "VERB") or syntax.word(after) in ("of", "on", "in", "at", ":")
        )  # "Lun shelling: army denies role"

    def _mistagged(self, index: int) -> bool:
        """Whether a word tagged as a verb or adjective stands where an event's noun does."""
        syntax = self.syntax
        if self._gerund(index):
            syntax.lemmas[index] = syntax.word(index)
            return True
        if syntax.lemmas[index] not in words().tails or syntax.upos(index) not in ("ADJ", "VERB"):
            return False
        lemma = syntax.lemmas[index]
        if syntax.word(index) not in (lemma, f"{lemma}s", f"{lemma}es"):
            return False
        clausal = syntax.kids(index, "nsubj", "nsubj:pass", "aux", "mark", "obj")
        if any(kid != index - 1 for kid in clausal):  # the noun right before may be a compound
            return False
        low, high = self.sentence(index)
        before = syntax.upos(index - 1) if index > low else ""
        after = syntax.upos(index + 1) if index + 1 < high else "PUNCT"
        return before in ("ADJ", "DET", "NOUN") and after in ("ADP", "PUNCT", "AUX")

    def actor(self, first: int, last: int) -> Actor | None:
        """Whom the tokens mean."""
        if first < last and self.syntax.word(first) == "visiting":
            first += 1  # "visiting | President Ada Cole", of which a tree makes a clause
        return self.actors.at(*self.offsets(first, last))

    def same_side(self, one: str, other: str | None) -> bool:
        """Whether two actors are one, or both speak for one state."""
        if other is None:
            return False
        if one == other:
            return True
        first, second = self.actors.get(one), self.actors.get(other)
        states = {"government", "office", "military", "person"}
        if not (first.kind in states and second.kind in states and first.kind != "person"):
            return False
        if first.country is not None and second.country is not None:
            return first.country == second.country
        # "The minister said the government would …": theirs, unless another's is told.
        return first.kind == "government" and (second.kind != "person" or bool(second.roles))

    def offsets(self, first: int, last: int) -> Offsets:
        """The characters of the tokens."""
        return self.syntax.tokens[first].start, self.syntax.tokens[last].end

    def quote(self, first: int, last: int) -> Span:
        """The span of the tokens."""
        return Span.of(self.syntax.text, *self.offsets(first, last))

    def before(self, index: int) -> str:
        """The lemma of the word before, "" at the beginning of a sentence."""
        low, _ = self.sentence(index)
        return self.syntax.lemmas[index - 1] if index > low else ""

    def after(self, index: int) -> str:
        """The word after, "" at the end of the text."""
        return self.syntax.word(index + 1) if index + 1 < len(self.syntax.tokens) else ""

    def case(self, phrase: Phrase) -> str:
        """The preposition of a phrase, or "" where it has none; "because of" gives "of"."""
        low, _ = self.sentence(phrase.first)
        index = phrase.first - 1
        owner = self.phrases.owner(phrase)
        if owner is not None:
            return self.case(owner)
        while index >= low and self.syntax.upos(index) == "PUNCT":
            if self.syntax.word(index) not in "“\"‘'":
                return ""
            index -= 1
        if index >= low and self.syntax.upos(index) in ("ADP", "SCONJ"):
            if self.syntax.deprel(index) != "compound:prt":
                return self.syntax.word(index)
        return ""

    def fronted(self, phrase: Phrase) -> Phrase:
        """The phrase with a time that stands in it: "an | August 2015 | drone strike"."""
        first = phrase.first
        low, _ = self.sentence(first)
        while first > low and (
            first - 1 in self.time_of
            or (first < phrase.first and self.syntax.word(first - 1) == ",")
        ):
            first -= 1
        if first == phrase.first:
            return phrase
        while first > low and self._of_phrase(first - 1):
            first -= 1
        inside = self._of_phrase(first)
        return Phrase(first, phrase.last, phrase.head) if inside else phrase

    def _of_phrase(self, index: int) -> bool:
        syntax = self.syntax
        participle = syntax.upos(index) == "VERB" and syntax.deprel(index) == "amod"
        return participle or syntax.upos(index) in ("DET", "ADJ") or syntax.word(index) in (
            "its", "their", "his", "her", "our",
        )  # fmt: skip

    def day_between(self, phrase: Phrase, of: int) -> bool:
        """ "the killing on Monday | of two men": whether only a day stands before its "of"."""
        syntax, between = self.syntax, range(phrase.last + 1, of)
        days = all(i in self.time_of or syntax.upos(i) == "ADP" for i in between)
        behind = bool(between) and days and syntax.heads[of] > of
        return behind and syntax.heads[syntax.heads[of]] == phrase.head

    def following(self, phrase: Phrase, most: int = 5) -> list[tuple[str, Phrase]]:
        """The prepositional phrases behind a phrase, one behind the other, with the preposition.

        "the attack by rebels on the base near Lun": by, on, near. Times between are stepped over.
        """
        found: list[tuple[str, Phrase]] = []
        _, high = self.sentence(phrase.last)
        index = phrase.last + 1
        while index < high and len(found) < most:
            if index in self.time_of:
                index += 1
                continue
            if self.syntax.word(index) in ("somewhere", "elsewhere"):
                index += 1
                continue
            if self.syntax.words[index : index + 2] in (["close", "to"], ["next", "to"]):
                near = self.phrases.after(index + 1)
                if near is not None:
                    found.append(("near", self.whole(near)))
                break
            if self.syntax.upos(index) not in ("ADP", "SCONJ"):
                break
            if index + 1 in self.time_of:
                index += 1
                continue
            word = self.syntax.word(index)
            if word in ("like", "unlike", "than"):
                break  # "more raids | like the one in Lun"
            if word == "of" and index - 1 in self.time_of and not self.day_between(phrase, index):
                break  # "after several days | of calm"
            than = self.syntax.words[index + 1 : index + 3] == ["more", "than"]
            than = than and self.syntax.lemmas[phrase.head] in listed("roles", "done_to_many")
            behind = self.phrases.after(index + 2 * than)  # "the killing of more than | 140 men"
            if behind is None:
                if self.syntax.upos(index + 1) == "ADP" if index + 1 < high else False:
                    index += 1
                    continue
                break
            whole = self.whole(behind)
            if self.syntax.lemmas[whole.head] == "behalf":
                break  # "a complaint on behalf | of the migrants": whose it is
            found.append((word, whole))
            index = self.last_of(whole) + 1
        return found

    def whole(self, phrase: Phrase) -> Phrase:
        """The phrase that a phrase owns, if it is an owner: from "Iran" to "Iran's navy"."""
        number = self.phrases.at[phrase.head]
        later = self.phrases.all[number + 1 : number + 2]
        return self.whole(later[0]) if later and later[0].owner == number else phrase

    def counted(self, phrase: Phrase) -> Phrase:
        """Who is meant by an amount: of "scores of students" the students."""
        if self.syntax.lemmas[phrase.head] not in listed("roles", "amounts"):
            return phrase
        behind = self.following(phrase, 1)
        if not behind or behind[0][0] != "of":
            return phrase
        last = behind[0][1].last
        if self.syntax.word(phrase.head) == "one" and self.actor(phrase.first, last) is not None:
            return Phrase(phrase.first, last, phrase.head)  # "one of the parties": it, not all
        return self.counted(behind[0][1])  # "tens of thousands of students"

    def last_of(self, phrase: Phrase) -> int:
        """Where a phrase and those joined to it ("and rebels") end."""
        joined = self.joined(phrase)
        return joined[-1].last

    def _named_to(self, phrase: Phrase) -> int:
        """The last word of a name that goes on behind its phrase: "the Army | of Dawn"."""
        tokens = self.syntax.tokens
        for name in self.analysis.names:
            if name.start <= tokens[phrase.head].start < name.end > tokens[phrase.last].end:
                return max(self.syntax.within(name.start, name.end), default=phrase.last)
        return phrase.last

    def joined(self, phrase: Phrase) -> list[Phrase]:
        """The phrase and those joined to it by "and", ",": as the tree says, or plain order."""
        found, syntax = [phrase], self.syntax
        _, high = self.sentence(phrase.last)
        while True:
            end = self._named_to(found[-1])
            index = end + 1
            seen_and = False
            index = past_age(self.syntax, index, high)
            while index < high and (syntax.word(index) in (",", "and", "or", "&")):
                seen_and = seen_and or syntax.upos(index) == "CCONJ"
                index += 1
            more = beside(self.syntax, index)
            index += more
            if index == end + 1 and not more and (apart := self._apart(found[-1])) is not None:
                found.append(apart)
                continue
            number = self.phrases.at[index] if index < high else -1
            if number < 0 or index == end + 1:
                return found
            other = self.whole(self.phrases.all[number])
            if more and other not in found:
                found.append(other)
                continue
            # The head may be a name's last part: "Annan and Deputy Minister | Aziz".
            tree = any(
                syntax.deprel(i) == "conj" and 0 <= syntax.heads[i] < other.first
                for i in range(other.first, other.last + 1)
            )
            tree = tree or self._in_row(found[-1], other, high)
            tree = tree or (seen_and and titled_too(self.syntax, found[-1], other))
            tree = tree or (seen_and and bool(self._roles(other) & self._roles(found[-1])))
            if not (tree and (seen_and or self._listed(other, high))):
                return found
            if found[0].head in self.place_of and next_event(syntax, found[0].first, other.head):
                return found
            if other in found:
                return found
            found.append(other)

    def _apart(self, phrase: Phrase) -> Phrase | None:
        """ "a driver | of a truck | and a boy": the next one, behind what the first is of."""
        syntax = self.syntax
        if self.after(phrase.last) != "of":
            return None
        behind = self.phrases.after(phrase.last + 1)
        if behind is None or self.after(self.whole(behind).last) != "and":
            return None
        index = self.whole(behind).last + 2
        number = self.phrases.at[index] if index < len(syntax.tokens) else -1
        if number < 0:
            return None
        other = self.whole(self.phrases.all[number])
        subjects = syntax.deprel(phrase.head) in ("nsubj", "nsubj:pass", "obj")
        heads = syntax.deprel(other.head) == "conj" and syntax.heads[other.head] == phrase.head
        return other if heads and subjects and other.first > behind.last else None

    def _in_row(self, one: Phrase, other: Phrase, high: int) -> bool:
        """ "a man, | a woman | and two children": no other name of the man."""
        syntax = self.syntax
        after = other.last + 1 + (other.last + 1 < high and syntax.word(other.last + 1) == ",")
        if after + 1 >= high or syntax.word(after) != "and":
            return False
        owner = self.phrases.owner(other)  # "a baby, | her mother | and two women"
        first = owner.first if owner is not None else other.first
        opening = _COUNTED | {"his", "her", "their"} if one.first != first else _COUNTED
        single = syntax.word(one.first) in _COUNTED and all(
            syntax.word(i) in opening for i in (first, after + 1)
        )
        return single and syntax.deprel(other.head) == "appos"

    def listed_from(self, phrase: Phrase) -> int:
        """Where the list begins whose last member a phrase is: "the army | and other forces"."""
        low, _ = self.sentence(phrase.first)
        first = phrase.first
        while first - 2 >= low and self.syntax.word(first - 1) in ("and", ","):
            before = self.phrases.of(first - 2)
            if before is None or phrase not in self.joined(before):
                break
            first = before.first
        return first

    def _roles(self, phrase: Phrase) -> set[tuple[str, int]]:
        """What a phrase is to the words outside it: two subjects, or two agents, of one verb."""
        syntax = self.syntax
        inside = range(phrase.first, phrase.last + 1)
        told = {
            (syntax.deprel(i), syntax.heads[i]) for i in inside if syntax.heads[i] not in inside
        }
        return {role for role in told if role[0] in ("nsubj", "nsubj:pass", "obl:agent")}

    def _listed(self, phrase: Phrase, high: int) -> bool:
        """Whether another member follows a member of a list after a comma."""
        return phrase.last + 1 < high and self.syntax.word(phrase.last + 1) in (",", "and", "or")

    def innermost(self, index: int) -> Statement | None:
        """The smallest statement whose content holds the token.

        "Rejected reports that its troops had looted": where nobody is named who says so, it stands
        on the word of who rejects it.
        """
        start, end = self.offsets(index, index)
        best: Statement | None = None
        size = 0
        for statement in self.statements:
            if not any(part.start <= start and end <= part.end for part in statement.content):
                continue
            if statement.source is None and statement.within is not None:
                continue
            length = sum(part.end - part.start for part in statement.content)
            if best is None or length < size or statement.within == best.id:
                best, size = statement, length
        return best

    def cue_of(self, index: int) -> Statement | None:
        """The statement whose cue holds the token."""
        start, end = self.offsets(index, index)
        cues = ((one.cue, one) for one in self.statements if one.cue is not None)
        return next((one for cue, one in cues if cue.start <= start and end <= cue.end), None)
