"""When a statement was made: by a time in its own clause, or on the occasion of an earlier one.

Nothing is taken from the publication date unless the text says so (then a time expression does, and
its value is already resolved). What is said habitually ("denies", "has consistently denied") has no
date, and none is given to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.statements.fields.channel import voice
from onrecord.extract.statements.fields.mainclause import of_main_clause
from onrecord.extract.statements.fields.retold import (
    Heard,
    Retold,
    Said,
    dates,
    habitual,
    of_participle,
    related,
    same,
)
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap, participle
from onrecord.extract.statements.words.unsaid import said_to_be
from onrecord.extract.statements.words.verbgroup import declined
from onrecord.extract.times.entries import entries
from onrecord.records import Time

_HEADING = 200
"""Code points within which a text that gives its own date gives it."""
_ISSUING = frozenset(
    {"issue", "release", "publish", "post", "air", "broadcast", "send", "read", "carry", "date"}
)
"""How what somebody says is made known, on the day that it is said."""
_PAST = frozenset({"said", "told", "wrote", "spoke", "swore", "put", "gave", "made"})
_DECLINING = frozenset({"decline", "refuse"})
_NEAR = 6
"""Sentences that "the statement" may reach back over."""


class Occasions:
    """Finds when the statements of one text were made."""

    def __init__(
        self, syntax: Syntax, lexicon: Cues, times: Sequence[Time], *, published: str | None = None
    ) -> None:
        """``published`` is the report's date where its own text gives it: no time of saying."""
        self._syntax = syntax
        self._lexicon = lexicon
        heading = (t for t in times if published and t.value == published[:10])
        dateline = next(heading, None)
        if dateline is not None and dateline.span.start > _HEADING:
            dateline = None
        times = [t for t in times if t is not dateline]
        self._dates = dates(times)
        self._entries = [entry for entry in entries(syntax.text) if entry.inline]
        self._retold = Retold(syntax, lexicon, times)

    def find(self, heard: Sequence[Heard]) -> list[Said]:
        """One for each, in the same order. ``heard`` must be in the order of the text."""
        contents = [part for h in heard for part in h.draft.content if h.draft.outer is None]
        said = [self._own(h, contents) for h in heard]
        self._shared(heard, said)
        for index, one in enumerate(heard):
            if said[index].value is None and one.draft.outer is None:
                said[index] = self._before(heard, said, index)
        for index, one in enumerate(heard):
            if said[index].value is None and one.draft.outer is None:
                said[index] = self._retold.after_event(heard, said, index) or self._retold.summed(
                    heard, said, index
                )
        for index, one in enumerate(heard):
            if said[index].value is None and one.draft.outer is None:
                said[index] = self._entry(one.draft)
        return said

    def _entry(self, draft: Draft) -> Said:
        """What an entry of a live page tells as said is of its hour, unless it was "earlier"."""
        if draft.head is None or draft.cue is None:
            return Said()
        entry = next((e for e in self._entries if e.clock[0] <= draft.cue[0] < e.end), None)
        if entry is None or self._anything_earlier(draft.head):
            return Said()
        times = (t for t in self._dates if entry.clock[0] <= t.span.start < entry.clock[1])
        clock = next(times, None)
        return Said(clock.value, clock.id) if clock is not None else Said()

    def _anything_earlier(self, head: int) -> bool:
        """ "It | earlier | said", "had said": before the hour of the entry."""
        syntax = self._syntax
        before = {syntax.words[k] for k in syntax.kids(head, "advmod", "aux")}
        return bool(before & {"earlier", "previously", "before", "had", "already"})

    # --- in its own clause -----------------------------------------------------------------------

    def _own(self, heard: Heard, contents: Sequence[Offsets]) -> Said:
        draft = heard.draft
        if draft.head is None or said_to_be(self._syntax, draft.head):
            return Said()
        sentence = self._syntax.sentences[draft.head]
        for time in self._dates:
            span = (time.span.start, time.span.end)
            top = self._syntax.top(*span)
            if top is None or self._syntax.sentences[top] != sentence:
                continue
            if self._before_saying(span, draft):
                return Said(time.value, time.id)
            if self._declining(span, draft) or self._by_deed(top, draft.head):
                return Said(time.value, time.id)
            if any(overlap(span, part) for part in draft.content):
                continue
            if self._aired(span, draft):
                return Said(time.value, time.id)
            if self._dated(span, draft) or self._fronted(span, draft):
                return Said(time.value, time.id)
            if self._in_source(span, draft):
                continue
            inside = any(overlap(span, part) for part in contents)
            if inside != (draft.outer is not None):
                continue
            own = self._attached(top, draft.head) or self._before_that(top, draft.head)
            if own and not self._until(top) and not of_main_clause(self._syntax, span, draft):
                return Said(time.value, time.id)
        return Said()

    def _aired(self, span: Offsets, draft: Draft) -> bool:
        """ "aired a tape showing | the men | Friday | in which …": the day it went on the air."""
        between = any(
            first[1] <= span[0] and span[1] <= second[0]
            for first, second in pairwise(draft.content)
        )
        inside = self._syntax.within(*draft.cue) if draft.cue is not None else ()
        return between and any(self._syntax.lemmas[i] in _ISSUING for i in inside[:1])

    def _by_deed(self, top: int, head: int) -> bool:
        """ "voted | Friday | to end it, accusing …": said by the deed, on its day."""
        syntax, verb = self._syntax, self._syntax.heads[head]
        while verb >= 0 and any(syntax.words[k] == "to" for k in syntax.kids(verb, "mark")):
            verb = syntax.heads[verb]
        if not participle(syntax, head) or syntax.deprel(head) != "advcl" or not 0 <= verb < head:
            return False
        if any(syntax.lemmas[k] not in ("have", "be") for k in syntax.kids(verb, "aux")):
            return False
        own = syntax.heads[top] == verb and top < head and not self._until(top)
        return own and syntax.deprel(verb) == "root"

    def _declining(self, span: Offsets, draft: Draft) -> bool:
        """ "declined to be interviewed | yesterday": then, whatever was said on another day."""
        syntax = self._syntax
        if draft.head is None or len(draft.content) != 1 or span[1] != draft.content[0][1]:
            return False
        if not declined(syntax, draft.head) and syntax.lemmas[draft.head] not in _DECLINING:
            return False
        inside = [i for i in syntax.within(*draft.content[0]) if syntax.tokens[i].start < span[0]]
        things = [i for i in inside if syntax.upos(i) in ("NOUN", "PROPN")]
        told = all(syntax.lemmas[i] in ("reporter", "journalist", "press") for i in things)
        return bool(inside) and syntax.words[inside[0]] == "to" and told

    def _fronted(self, span: Offsets, draft: Draft) -> bool:
        """ "Earlier this month, | the envoy | said": of the saying, where that is of the past."""
        syntax = self._syntax
        if draft.source is None or draft.cue is None or draft.head is None:
            return False
        first = syntax.within(*span)[0]
        low = syntax.bounds[syntax.sentences[first]][0]
        beside = syntax.text[span[1] : draft.source[0]].strip() == ","
        past = syntax.words[draft.head].endswith("ed") or syntax.words[draft.head] in _PAST
        aside = syntax.text[draft.cue[1] : draft.cue[1] + 1] == ","  # ", he has said, nobody died"
        return first == low and beside and draft.source[1] <= draft.cue[0] and past and not aside

    def _until(self, top: int) -> bool:
        """ "by 2050", "until Friday", "since May": a bound of what is said, not when it was."""
        bounds = {"by", "until", "till", "since", "for", "from", "before", "after", "through"}
        return any(self._syntax.lemmas[c] in bounds for c in self._syntax.kids(top, "case"))

    def _dated(self, span: Offsets, draft: Draft) -> bool:
        """ "a statement | today | by the army", "the | 5 March | cable": the day of saying."""
        if draft.source is None or not overlap(span, draft.source):
            return False
        syntax = self._syntax
        inside, time = syntax.within(*draft.source), syntax.within(*span)
        before, after = time[0] - 1, time[-1] + 1
        while before >= inside[0] and syntax.words[before] in ("on", "late", "early", "earlier"):
            before -= 1
        if before > inside[0] and syntax.lemmas[before] in _ISSUING:
            before -= 1  # "the report | published | Sunday"
        papers = words("channels", "voice") | words("channels", "dated")
        behind = before >= inside[0] and syntax.lemmas[before] in papers
        return behind or (after == inside[-1] and syntax.lemmas[after] in papers)

    def _in_source(self, span: Offsets, draft: Draft) -> bool:
        """Whether the time is of who said it: "a nurse who was there that night | said"."""
        if draft.source is None:
            return False
        syntax, top = self._syntax, self._syntax.top(*span)
        inside = syntax.within(*draft.source)
        if overlap(span, draft.source) or top is None or draft.head is None:
            return overlap(span, draft.source) > 0
        if draft.cue is not None and draft.source[1] <= draft.cue[0] < draft.cue[1] <= span[0]:
            return False  # "the mayor, who warned of it, said | on Friday", whatever a tree says
        for index in (top, *syntax.up(top)):
            if index == draft.head:
                break
            if syntax.deprel(index) == "acl:relcl" and syntax.heads[index] in inside:
                return True
        return self._behind_relative(span, draft)

    def _behind_relative(self, span: Offsets, draft: Draft) -> bool:
        """The same by the order of the words: a source with "who was there", then a time."""
        assert draft.source is not None and draft.cue is not None
        if not draft.source[1] <= span[0] < draft.cue[0]:
            return False
        inside = self._syntax.words[(i := self._syntax.within(*draft.source)).start : i.stop]
        between = self._syntax.text[draft.source[1] : span[0]]
        return between.strip() in ("", "on", "in", "at") and "who" in inside

    def _attached(self, top: int, head: int) -> bool:
        """Whether the time hangs on the cue's verb, by the tree or by standing next to it."""
        syntax = self._syntax
        group = {head, *(v for v in syntax.up(head) if syntax.deprel(head) == "xcomp")}
        if declined(syntax, head):  # "declined to comment Monday"
            comment = words("refusals", "comment")
            group |= {k for k in syntax.kids(head, "xcomp") if syntax.lemmas[k] in comment}
        holder = syntax.heads[top]
        if of_participle(syntax, top, head):
            return False
        for _ in range(3):
            if holder in group or self._spoken(holder, head):
                return True
            if syntax.deprel(holder).startswith("nsubj") and syntax.heads[holder] != head:
                return False  # "the incident of 4 April prompted him | to order"
            if holder >= 0 and self._published(holder):
                holder = syntax.heads[syntax.heads[holder]]  # "in a statement | released Tuesday"
                continue
            if holder < 0 or syntax.upos(holder) in ("VERB", "AUX"):
                break
            # "in a statement on Monday", "late on Tuesday", "a spokesman on Tuesday said".
            holder = syntax.heads[holder]
        between = range(min(top, head) + 1, max(top, head))
        skipped = ("ADP", "DET", "ADV", "PART", "PUNCT", "NUM", "ADJ", "AUX")
        told = {
            k for k in syntax.kids(head, "iobj", "obj") if k in between
        }  # "told Harbour Radio on …"
        told |= {i for i in between if syntax.heads[i] in told}
        verbless = all(i in told or syntax.upos(i) in skipped for i in between)
        return (
            verbless and len(between) <= 4 and syntax.upos(top) in ("PROPN", "NOUN", "NUM", "ADV")
        )

    def _before_saying(self, span: Offsets, draft: Draft) -> bool:
        """ "quoted a spokesman | Saturday | as saying": the day on which he was quoted."""
        syntax = self._syntax
        if draft.head is None or syntax.lemmas[draft.head] not in ("quote", "cite"):
            return False
        last = syntax.within(*span)[-1]
        saying = syntax.words[last + 1 : last + 3] == ["as", "saying"]
        return saying and draft.cue is not None and 0 <= span[0] - draft.cue[1] < _HEADING

    def _spoken(self, verb: int, head: int) -> bool:
        """ "| Speaking | Tuesday in Oslo, X said": the day of the speech is the day of saying."""
        syntax = self._syntax
        if verb < 0 or syntax.heads[verb] != head or verb > head:
            return False
        speaks = syntax.lemmas[verb] in ("speak", "talk", "write", "testify", "address")
        return speaks and syntax.words[verb].endswith("ing") and syntax.deprel(verb) == "advcl"

    def _published(self, verb: int) -> bool:
        """ "a statement | issued | on Monday": by a participle of what it was said in."""
        syntax = self._syntax
        paper = syntax.heads[verb]
        if syntax.deprel(verb) != "acl" or paper < 0 or syntax.words[verb].endswith("ing"):
            return False
        if syntax.has(verb, "mark"):
            return False  # "an interview | to be broadcast | Monday"
        above = syntax.heads[paper]
        if above >= 0 and syntax.lemmas[above] in ("respond", "reply", "answer", "react"):
            return False  # "has not responded to a letter | sent | on Monday"
        papers = words("channels", "voice") | words("channels", "dated")
        return syntax.lemmas[paper] in papers and syntax.lemmas[verb] in _ISSUING

    def _before_that(self, top: int, head: int) -> bool:
        """ "said on television | this week | that …": before "that", whatever the tree says."""
        syntax = self._syntax
        told = syntax.kid(head, "ccomp")
        if told is None or not head < top < told:
            return False
        mark = next((k for k in syntax.kids(told, "mark") if syntax.words[k] == "that"), None)
        between = range(head + 1, top)
        verbs = any(syntax.upos(i) in ("VERB", "AUX", "SCONJ", "PUNCT") for i in between)
        return mark == top + 1 and not verbs

    # --- from the same sentence ------------------------------------------------------------------

    def _beside(self, heard: Sequence[Heard], said: Sequence[Said], index: int) -> Said:
        """ "rejected it on Monday, describing it as …": a participle of the same speaker."""
        one = heard[index].draft
        if one.head is None or not participle(self._syntax, one.head):
            return Said()
        for other in range(index - 1, -1, -1):
            there = heard[other].draft
            if there.source != one.source or there.head is None or there.outer is not one.outer:
                continue
            if self._syntax.sentences[there.head] == self._syntax.sentences[one.head]:
                return said[other]
        return Said()

    def _shared(self, heard: Sequence[Heard], said: list[Said]) -> None:
        """ "said on Monday, claiming …", "on Monday denied … and accused …": one occasion."""
        by_head = {h.draft.head: i for i, h in enumerate(heard) if h.draft.head is not None}
        for index, one in enumerate(heard):
            head = one.draft.head
            if head is None or said[index].value is not None:
                continue
            said[index] = self._beside(heard, said, index)
            if said[index].value is not None:
                continue
            if self._syntax.deprel(head) not in ("advcl", "conj", "xcomp"):
                continue
            if self._syntax.has(head, "nsubj") or self._syntax.has(head, "mark"):
                continue
            governor = by_head.get(self._syntax.heads[head])
            if governor is not None and heard[governor].draft.outer is one.draft.outer:
                said[index] = said[governor]

    # --- from a statement before -----------------------------------------------------------------

    def _before(self, heard: Sequence[Heard], said: Sequence[Said], index: int) -> Said:
        draft = heard[index].draft
        if draft.head is None or habitual(self._syntax, draft.head):
            return Said()
        told = {self._syntax.words[k] for k in self._syntax.kids(draft.head, "advmod")}
        if self._entries and told & {"earlier", "previously"}:
            return Said()  # before the entry that it stands in
        earlier = self._earlier(heard, index)
        if draft.source is not None and voice(self._syntax, draft.source) is not None:
            earlier = self._paper(heard, said, index)
            return replace(said[earlier], time=None) if earlier is not None else Said()
        if earlier is None:
            return self._retold.announced(heard[index])
        taken_up = self._anaphor(draft) and self._follows(heard, earlier, index)
        if (self._goes_on(draft) or taken_up) and said[earlier].value is not None:
            return replace(said[earlier], time=None)
        return self._retold.announced(heard[index])

    def _earlier(self, heard: Sequence[Heard], index: int) -> int | None:
        """The last statement before this one by the same speaker."""
        for other in range(index - 1, -1, -1):
            if heard[other].draft.outer is None and same(heard[other].actor, heard[index].actor):
                return other
        return None

    def _goes_on(self, draft: Draft) -> bool:
        """ "continued", "added", "concluded", "went on": the same speech."""
        return draft.head is not None and self._syntax.lemmas[draft.head] in words(
            "going_on", "verbs"
        )

    def _anaphor(self, draft: Draft) -> bool:
        """A speaker taken up: "he", "Mr Spicer", "the official"."""
        if draft.source is None:
            return True
        top = self._syntax.top(*draft.source)
        if top is not None and self._syntax.words[top] in ("who", "which"):
            return False  # "Cole, who had accused them, said on Monday": then she did not
        return top is not None and (
            self._syntax.upos(top) in ("PRON", "PROPN")
            or any(self._syntax.lemmas[d] == "the" for d in self._syntax.kids(top, "det"))
        )

    def _follows(self, heard: Sequence[Heard], earlier: int, index: int) -> bool:
        """Whether nothing by anybody else stands between, and not much else."""
        between = [h for h in heard[earlier + 1 : index] if h.draft.outer is None]
        if any(not same(h.actor, heard[index].actor) for h in between):
            return False
        first, last = heard[earlier].draft.head, heard[index].draft.head
        if first is None or last is None:
            return False
        return self._syntax.sentences[last] - self._syntax.sentences[first] <= 2

    def _paper(self, heard: Sequence[Heard], said: Sequence[Said], index: int) -> int | None:
        """The dated statement that "the statement" takes up: its paper, or its author's word."""
        head = heard[index].draft.head
        for other in range(index - 1, -1, -1):
            if heard[other].draft.outer is not None or said[other].value is None:
                continue
            there = heard[other].draft.head
            if head is None or there is None:
                continue
            if self._syntax.sentences[head] - self._syntax.sentences[there] > _NEAR:
                return None
            if related(heard[other].actor, heard[index].actor):
                return other
        return None
