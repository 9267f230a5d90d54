"""Who was told: the words between a cue and what was said, and whom they mean."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import Cast
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.records import Actor

_OPENS = ("PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM")
_ADDRESSED = frozenset({"person", "government", "office", "military", "armed_group"})
"""Whom one warns, urges or tells; outlets, companies and assemblies pass on what is said."""
_MEANT = frozenset({"warn", "threaten", "caution", "promise", "assure", "remind"})
"""Verbs whose recipients are those whom it concerns."""
_WARNED = frozenset({"warn", "threaten", "caution"})
"""Those of them that nobody does by way of another."""
_INTO = frozenset({"in", "at", "from", "outside", "near", "with", "for"})


class Recipients:
    """Finds the recipients of the statements of one text. ``times`` are nobody."""

    def __init__(self, syntax: Syntax, cast: Cast, times: Sequence[Offsets]) -> None:
        self._syntax = syntax
        self._cast = cast
        self._times = times

    def find(self, draft: Draft) -> int | None:
        """The head word of whoever was told: by its place, else an object of the cue's verb."""
        if draft.head is None or self._syntax.lemmas[draft.head] in words("idioms", "penalty"):
            return None  # "expelled the consul for …": whom it befell
        gap = self.gap(draft)
        if gap:
            top = self._syntax.top(*self._syntax.span(gap))
            return None if top is None or self._of_content(draft, top) else top
        telling = self._syntax.lemmas[draft.head] in words("channels", "telling")
        told = self._syntax.kid(draft.head, "nsubj:pass") if telling else None
        if told is not None and self._syntax.has(draft.head, "obl:agent", "aux:pass"):
            return told  # "he was warned by his generals that …"
        for child in self._syntax.kids(draft.head, "iobj", "obj", "obl"):
            if child < draft.head or not (telling or self._is_press(draft, child)):
                continue
            token = self._syntax.tokens[child]
            span = (token.start, token.end)
            if any(overlap(span, taken) for taken in draft.spans()) or covers(self._times, span):
                continue
            cases = {self._syntax.lemmas[c] for c in self._syntax.kids(child, "case")}
            occasion = self._syntax.lemmas[child] in words("channels", "occasion")
            if (telling and not cases) or (cases == {"to"} and not occasion):
                return child
        return None

    def gap(self, draft: Draft) -> list[int]:
        """The tokens of a noun phrase between the cue and the content ("told X that")."""
        gap = [i for i in self._after_cue(draft) if not self._is_time(i)]
        if draft.source and gap and overlap(self._syntax.span(gap), draft.source):
            return []
        if not gap or self._syntax.upos(gap[0]) not in _OPENS:
            return []
        for at, index in enumerate(gap):
            stop = self._syntax.upos(index) in ("ADP", "PUNCT", "VERB", "AUX", "ADV", "SCONJ")
            if at and stop and self._syntax.word(index) != "-":
                return gap[:at]
        return gap

    def _of_content(self, draft: Draft, noun: int) -> bool:
        """ "played down | the likelihood | that they did it": a noun that its clause explains."""
        assert draft.head is not None
        if self._syntax.lemmas[draft.head] in words("channels", "telling"):
            return False
        clauses = self._syntax.kids(noun, "acl", "ccomp")
        starts = [self._syntax.tokens[k].start for k in clauses if self._marked(k)]
        return any(start <= at < end for start, end in draft.content for at in starts)

    def _marked(self, clause: int) -> bool:
        """Whether "that" opens a clause."""
        return any(self._syntax.words[k] == "that" for k in self._syntax.kids(clause, "mark"))

    def _after_cue(self, draft: Draft) -> list[int]:
        """The tokens from the cue to the content, or to the end where that came first."""
        if draft.cue is None or not draft.content or draft.head is None:
            return []
        if draft.cue[1] <= draft.content[0][0]:
            return list(self._syntax.within(draft.cue[1], draft.content[0][0]))
        if self._syntax.lemmas[draft.head] not in words("channels", "telling"):
            return []
        _, high = self._syntax.bounds[self._syntax.sentences[draft.head]]
        end = min([s for s, _ in draft.spans() if s >= draft.cue[1]], default=None)
        last = self._syntax.tokens[high - 1].end
        return list(self._syntax.within(draft.cue[1], min(end or last, last)))

    def _is_time(self, index: int) -> bool:
        token = self._syntax.tokens[index]
        return covers(self._times, (token.start, token.end))

    def who(self, draft: Draft, head: int) -> Actor | None:
        """The actor that a recipient means, by its head or by a name among its words."""
        found = self._cast.on(head) or self._cast.of(noun_phrase(self._syntax, head))
        if found is not None:
            return found
        named = (self._cast.on(i) for i in reversed(self.gap(draft))
                 if self._syntax.upos(i) == "PROPN")  # fmt: skip
        return next((actor for actor in named if actor is not None), None)

    def is_channel(self, draft: Draft, head: int) -> bool:
        """The press and any audience without a name; a named somebody is an addressee."""
        if self._is_press(draft, head):
            return True
        actor = self.who(draft, head)
        if actor is not None and actor.named:
            warned = draft.head is not None and self._syntax.lemmas[draft.head] in _WARNED
            return actor.kind not in _ADDRESSED and not warned
        if draft.head is not None and self._syntax.lemmas[draft.head] in _MEANT:
            return False  # "warned parents that …": for them, and not by way of them
        return self._syntax.upos(head) in ("NOUN", "PROPN")

    def _is_press(self, draft: Draft, head: int) -> bool:
        """Whether the phrase is of the press: by its noun, or by its own name."""
        listed = words("channels", "press") | words("channels", "mastheads")
        near = {head, *self.gap(draft), *self._syntax.kids(head, "compound", "flat", "appos")}
        return any(self._syntax.lemmas[i] in listed or self._syntax.word(i) in listed for i in near)

    def with_place(self, draft: Draft, head: int) -> Offsets:
        """ "reporters in Baghdad": the place belongs to them however the tree hangs it."""
        gap = self.gap(draft)
        span = self._syntax.span(gap) if gap else noun_phrase(self._syntax, head)
        after = self._syntax.within(span[1], len(self._syntax.text))
        if len(after) < 2:
            return span
        press = self._is_press(draft, head)
        number = self._syntax.sentences[head]
        run: list[int] = []
        for index in after[:6]:
            opens = (
                self._syntax.lemmas[index] in _INTO
                if not run
                else (self._syntax.upos(index) in ("PROPN", "DET", "ADJ", "NOUN"))
            )
            if not opens or self._syntax.sentences[index] != number or self._is_time(index):
                break
            run.append(index)
        outside = press and bool(run) and self._syntax.lemmas[run[0]] in ("outside", "near")
        while run and self._syntax.upos(run[-1]) not in ("PROPN", "NOUN")[: 1 + outside]:
            run.pop()
        return (span[0], self._syntax.tokens[run[-1]].end) if len(run) > 1 else span
