"""When a statement was made, told by another sentence: one before it, after it, or beside it.

"On Monday, X issued a warning. “…,” he said."; "The warning comes three days after X told …"; a
lead that sums up without a date what a later sentence tells with one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.records import Actor, Time

_SHARED_WORDS = 3
"""Words of meaning that a lead and the statement that it sums up must share."""
_CALENDAR = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Said:
    """``value`` is TIMEX3; ``time`` the id of the expression that gives it. Both may be None."""

    value: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A draft with what is known of it when its time is sought."""

    draft: Draft
    actor: Actor | None


class Retold:
    """Looks for the time of a statement outside its own sentence."""

    def __init__(self, syntax: Syntax, lexicon: Cues, times: Sequence[Time]) -> None:
        self._syntax = syntax
        self._lexicon = lexicon
        self._dates = dates(times)
        self._lengths = [t for t in times if t.type == "DURATION"]

    def announced(self, heard: Heard) -> Said:
        """ "On Monday, X issued a warning. “…,” he said.": the sentence before says when."""
        head = heard.draft.head
        if head is None or heard.actor is None:
            return Said()
        start = min(s for s, _ in heard.draft.spans())
        first = self._syntax.at(start)
        number = self._syntax.sentences[first if first is not None else head] - 1
        if number < 0:
            return Said()
        low, high = self._syntax.bounds[number]
        speaks = any(
            self._syntax.lemmas[i] in self._lexicon.nouns
            or self._syntax.lemmas[i] in words("going_on", "speaking")
            for i in range(low, high)
        )
        mine = any(self._mentions(heard.actor, i) for i in range(low, high)
                   if self._syntax.deprel(i).startswith("nsubj"))  # fmt: skip
        if not (speaks and mine):
            return Said()
        for time in self._dates:
            top = self._syntax.top(time.span.start, time.span.end)
            holds = top is not None and low <= top < high and self._on_main_verb(top)
            if top is None or not holds or self._told_by_other(heard.actor, top):
                continue
            if not self._to_come(top):
                return Said(time.value, None)
        return Said()

    def _mentions(self, actor: Actor, index: int) -> bool:
        token = self._syntax.tokens[index]
        return any(m.start <= token.start < m.end for m in actor.mentions)

    def _on_main_verb(self, top: int) -> bool:
        holder = self._syntax.heads[top]
        return holder >= 0 and self._syntax.deprel(holder) == "root"

    def _told_by_other(self, actor: Actor, top: int) -> bool:
        """ "A spokeswoman said Saturday | Lima had given notice": the day of her saying so."""
        syntax, verb = self._syntax, self._syntax.heads[top]
        subject = syntax.kid(verb, "nsubj")
        if subject is None or not syntax.has(verb, "ccomp"):
            return False
        return syntax.lemmas[verb] in self._lexicon.verbs and not self._mentions(actor, subject)

    def _to_come(self, top: int) -> bool:
        """ "The report is to be delivered Monday": nobody has said anything on that day yet."""
        syntax, holder = self._syntax, self._syntax.heads[top]
        ahead = any(syntax.word(k) in ("will", "shall", "'ll") for k in syntax.kids(holder, "aux"))
        return ahead or syntax.words[max(holder - 2, 0) : holder] == ["to", "be"]

    def after_event(self, heard: Sequence[Heard], said: Sequence[Said], index: int) -> Said | None:
        """ "The warning comes three days after X told …": so long before the warning's own date."""
        source = heard[index].draft.source
        if source is None:
            return None
        first = self._syntax.at(source[0])
        if not first or self._syntax.word(first - 1) not in ("after", "before"):
            return None
        length = next(
            (t for t in self._lengths if self._syntax.at(t.span.end - 1) == first - 2), None
        )
        if length is None:
            return None
        dated = self._taken_up(heard, said, self._syntax.within(length.span.start, source[0])[0])
        if dated is None:
            return None
        value = shift(dated, length.value, back=self._syntax.word(first - 1) == "after")
        return Said(value, length.id) if value else None

    def _taken_up(self, heard: Sequence[Heard], said: Sequence[Said], end: int) -> str | None:
        """The date of the statement that the sentence takes up before ``end`` ("the warning …")."""
        low, _ = self._syntax.bounds[self._syntax.sentences[end]]
        nouns = self._lexicon.nouns
        noun = next((i for i in range(low, end) if self._syntax.lemmas[i] in nouns), None)
        if noun is None or not self._definite(noun, low):
            return None
        act = nouns[self._syntax.lemmas[noun]]
        for other in range(len(heard) - 1, -1, -1):
            there = heard[other].draft.head
            if there is None or there >= low or said[other].value is None:
                continue
            if act in ("assert", self._lexicon.act(self._syntax.lemmas[there])):
                return said[other].value
        return None

    def _definite(self, noun: int, low: int) -> bool:
        return any(self._syntax.word(i) in ("the", "this", "that", "its", "his", "her", "their")
                   for i in range(max(low, noun - 3), noun))  # fmt: skip

    def summed(self, heard: Sequence[Heard], said: Sequence[Said], index: int) -> Said:
        """A lead without a date tells what a later sentence dates: the same utterance."""
        draft = heard[index].draft
        if draft.head is None or self._syntax.sentences[draft.head] > 1:
            return Said()
        frequent = any(self._syntax.lemmas[a] in words("going_on", "frequent")
                       for a in self._syntax.kids(draft.head, "advmod"))  # fmt: skip
        if frequent:
            return Said()
        mine = self._meaning(draft.content)
        for other in range(index + 1, len(heard)):
            later = heard[other]
            if said[other].value is None or later.draft.outer is not None:
                continue
            if not self._speaks_for(heard[index], later, heard):
                continue
            if len(mine & self._meaning(later.draft.content)) >= _SHARED_WORDS:
                return said[other]
        return Said()

    def _meaning(self, content: Sequence[Offsets]) -> set[str]:
        return {
            self._syntax.lemmas[i]
            for part in content
            for i in self._syntax.within(*part)
            if self._syntax.upos(i) in ("NOUN", "VERB", "ADJ", "NUM")
        }

    def _speaks_for(self, one: Heard, other: Heard, heard: Sequence[Heard]) -> bool:
        """Whether the later speaker is the earlier one or says so in their own title."""
        if related(one.actor, other.actor):
            return True
        if one.actor is None or other.actor is None:
            return False
        spans = [h.draft.source for h in heard if same(h.actor, other.actor)]
        texts = [self._syntax.text[s[0] : s[1]] for s in spans if s]
        return any(one.actor.name in text for text in texts) or any(
            role.organisation and role.organisation in (one.actor.name, *one.actor.aliases)
            for role in other.actor.roles
        )


def dates(times: Sequence[Time]) -> list[Time]:
    """The times that say when, not how long or how often, nor merely "now" or "once"."""
    return [t for t in times if t.type in ("DATE", "TIME") and "REF" not in t.value]


def same(one: Actor | None, other: Actor | None) -> bool:
    return one is not None and other is not None and one.id == other.id


def related(one: Actor | None, other: Actor | None) -> bool:
    """The same actor, or an office and what is named after it (a house and its press secretary)."""
    if one is None or other is None:
        return False
    if one.id == other.id:
        return True
    short, long = sorted((one, other), key=lambda actor: len(actor.name))
    if short.name and f" {short.name.lower()} " in f" {long.name.lower()} ":
        return True
    return any(role.organisation == other.name for role in one.roles) or any(
        role.organisation == one.name for role in other.roles
    )


def shift(value: str, length: str, *, back: bool) -> str | None:
    """A calendar date moved by a TIMEX3 duration; None where either is not exact enough.

    Days move a day, weeks give a week's TIMEX3 value, months and years a month and a year: no finer
    than what was said.
    """
    found = re.fullmatch(r"P(\d+)([DWMY])", length)
    if not found or not _CALENDAR.fullmatch(value[:10]):
        return None
    count, unit = int(found[1]), found[2]
    day = date.fromisoformat(value[:10])
    sign = -1 if back else 1
    if unit in "DW":
        moved = day + timedelta(days=sign * count * (7 if unit == "W" else 1))
        if unit == "D":
            return moved.isoformat()
        year, week, _ = moved.isocalendar()
        return f"{year:04d}-W{week:02d}"
    months = day.year * 12 + day.month - 1 + sign * count * (12 if unit == "Y" else 1)
    return f"{months // 12:04d}-{months % 12 + 1:02d}" if unit == "M" else f"{months // 12:04d}"


def of_participle(syntax: Syntax, top: int, head: int) -> bool:
    """ "put it at 31, down from 45 announced | on Friday": of what was announced then."""
    before = min([top, *(k for k in syntax.kids(top, "case", "amod", "det") if k < top)]) - 1
    past = syntax.words[before].endswith("ed") and syntax.upos(before) == "VERB"
    apart = head + 1 < before and syntax.deprel(before) in ("advcl", "acl")
    return past and apart and not syntax.has(before, "aux", "nsubj")


def habitual(syntax: Syntax, head: int) -> bool:
    """A present or a perfect: said at no one time, or at a time that is not told."""
    helpers = {syntax.lemmas[a] for a in syntax.kids(head, "aux")}
    if "have" in helpers:
        return True
    word, lemma = syntax.word(head), syntax.lemmas[head]
    present = word == lemma or (word.endswith("s") and not word.endswith("ss") and not helpers)
    if syntax.deprel(head) == "xcomp" and syntax.has(head, "mark"):
        return False
    adverbs = (syntax.lemmas[a] for a in syntax.kids(head, "advmod"))
    now = present and syntax.upos(head) == "VERB" and not word.endswith(("ed", "id"))
    return now or any(adverb in words("going_on", "frequent") for adverb in adverbs)
