"""To whom a statement was made, and through what.

Those who are told things in order that they be printed are a channel; so are a paper, a gathering
and a service. An addressee is an actor: who was warned, told or urged, or whose act a threat or a
demand is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord import lexicons
from onrecord.extract.statements.clauses import Clause
from onrecord.extract.statements.condition import Condition
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.lexicon import words
from onrecord.extract.statements.phrases import noun_phrase
from onrecord.extract.statements.sides import Cast
from onrecord.extract.statements.syntax import Offsets, Syntax, covers, overlap
from onrecord.records import Act, Actor, Time

_AT = frozenset({"in", "at", "on", "during", "via", "through", "by", "over", "from", "to"})
_INTO = frozenset({"in", "at", "from", "outside", "near", "with", "for"})


@dataclass(frozen=True, slots=True)
class Channel:
    """What the channel is called, and the words that say so."""

    name: str
    span: Offsets


class Reach:
    """Finds channels and addressees in one text. ``times`` are kept out of a channel's words."""

    def __init__(self, syntax: Syntax, cast: Cast, times: Sequence[Time]) -> None:
        self._syntax = syntax
        self._cast = cast
        self._times = [(time.span.start, time.span.end) for time in times]

    # --- the channel -----------------------------------------------------------------------------

    def channel(self, draft: Draft) -> Channel | None:
        """Where or to whom it was said; None where the report does not tell."""
        found = self._voice(draft) or self._service(draft)
        if found is not None:
            return found
        if draft.head is None:
            return None
        recipient = self.recipient(draft)
        if recipient is not None and self._is_channel(draft, recipient):
            return self._named(self._with_place(recipient))
        return self._occasion(draft)

    def _voice(self, draft: Draft) -> Channel | None:
        """A paper that speaks for whoever wrote it: "a statement from the ministry said"."""
        if draft.source is None:
            return None
        head = voice(self._syntax, draft.source)
        if head is None:
            return None
        modifiers = self._syntax.kids(head, "amod", "compound")
        kept = [i for i in modifiers if i < head and self._plain(i)]
        first = min([*kept, head])
        det = self._syntax.kid(head, "det", "nmod:poss")
        span = self._syntax.span([first, head])
        name = self._syntax.text[span[0] : span[1]]
        start = self._syntax.tokens[det].start if det is not None and det < first else span[0]
        many = self._syntax.word(head) != self._syntax.lemmas[head]
        return Channel(name if many else f"{_article(name)} {name}", (start, span[1]))

    def _plain(self, index: int) -> bool:
        """Not a name, nor whose it is: "a joint statement", not "a White House statement"."""
        return self._syntax.upos(index) in ("ADJ", "NOUN") and self._cast.on(index) is None

    def _service(self, draft: Draft) -> Channel | None:
        if draft.cue is None:
            return None
        services: Mapping[str, str] = lexicons.load("statements/channels")["services"]
        for index in self._syntax.within(*draft.cue):
            name = services.get(self._syntax.lemmas[index])
            if name is not None and self._syntax.upos(index) == "VERB":
                token = self._syntax.tokens[index]
                return Channel(name, (token.start, token.end))
        return None

    def recipient(self, draft: Draft) -> int | None:
        """The head word of whoever was told: an object of the cue outside the content."""
        if draft.head is None:
            return None
        between = self._between(draft)
        if between is not None:
            return between
        for child in self._syntax.kids(draft.head, "iobj", "obj", "obl"):
            token = self._syntax.tokens[child]
            span = (token.start, token.end)
            if any(overlap(span, taken) for taken in draft.spans()) or self._is_time(span):
                continue
            cases = {self._syntax.lemmas[c] for c in self._syntax.kids(child, "case")}
            if not cases or (cases == {"to"} and self._syntax.lemmas[child] not in _occasions()):
                return child
        return None

    def _between(self, draft: Draft) -> int | None:
        """The head of a phrase that stands between the cue and the content: "told X that"."""
        gap = self._gap(draft)
        gap = [i for i in gap if not self._in_time(i)]
        while gap and self._syntax.upos(gap[-1]) in ("PUNCT", "ADP"):
            gap.pop()
        if not gap or self._syntax.upos(gap[0]) not in ("PROPN", "NOUN", "DET", "ADJ", "PRON"):
            return None
        if any(self._syntax.upos(i) in ("VERB", "AUX") for i in gap):
            return None
        for at, index in enumerate(gap):
            if (
                at
                and self._syntax.upos(index) in ("ADP", "PUNCT")
                and self._syntax.word(index) != "-"
            ):
                gap = gap[:at]
                break
        span = self._syntax.span(gap)
        return self._syntax.top(*span)

    def _gap(self, draft: Draft) -> list[int]:
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

    def _in_time(self, index: int) -> bool:
        token = self._syntax.tokens[index]
        return self._is_time((token.start, token.end))

    def _who(self, draft: Draft, head: int) -> Actor | None:
        """The actor that a recipient means, by its head or by the words up to the content."""
        found = self._cast.on(head)
        if found is not None or draft.cue is None or not draft.content:
            return found or self._cast.of(noun_phrase(self._syntax, head))
        gap = [i for i in self._syntax.within(draft.cue[1], draft.content[0][0]) if i != head]
        named = [self._cast.on(i) for i in reversed(gap) if self._syntax.upos(i) == "PROPN"]
        return next((actor for actor in named if actor is not None), None)

    def _is_channel(self, draft: Draft, head: int) -> bool:
        """The press and any audience without a name; a named somebody is an addressee."""
        actor = self._who(draft, head)
        if actor is not None and actor.kind in ("outlet", "igo"):
            return True
        if self._is_press(head):
            return True
        if actor is not None and actor.named:
            return False
        return self._syntax.upos(head) in ("NOUN", "PROPN")

    def _is_press(self, head: int) -> bool:
        """Whether the phrase is of the press: by its noun, or by its own name."""
        near = [head, *self._syntax.kids(head, "compound", "flat", "appos", "amod")]
        listed = words("channels", "press") | words("channels", "mastheads")
        if self._syntax.deprel(head) in ("flat", "compound"):
            near.append(self._syntax.heads[head])
        return any(self._syntax.lemmas[i] in listed or self._syntax.word(i) in listed for i in near)

    def _with_place(self, head: int) -> Offsets:
        """ "reporters in Baghdad": the place belongs to them however the tree hangs it."""
        span = noun_phrase(self._syntax, head)
        after = self._syntax.within(span[1], len(self._syntax.text))
        if len(after) < 2 or not self._is_press(head):
            return span
        first = after[0]
        holder = self._syntax.heads[first]
        if self._syntax.lemmas[first] not in _INTO or holder < first:
            return span
        if self._syntax.sentences[first] != self._syntax.sentences[head]:
            return span
        phrase = noun_phrase(self._syntax, holder)
        clear = not any(overlap(phrase, time) for time in self._times)
        return (span[0], phrase[1]) if clear and phrase[0] > span[1] else span

    def _occasion(self, draft: Draft) -> Channel | None:
        """ "in a statement", "at a news conference", "on state television", "on Twitter"."""
        syntax = self._syntax
        assert draft.head is not None
        low, high = syntax.bounds[syntax.sentences[draft.head]]
        best: tuple[int, int] | None = None
        for index in range(low, high):
            token = syntax.tokens[index]
            if any(overlap((token.start, token.end), taken) for taken in draft.spans()):
                continue
            if not self._says_where(index, draft.head):
                continue
            distance = abs(index - draft.head)
            if best is None or distance < best[0]:
                best = distance, index
        if best is None:
            return None
        span = self._without_times(noun_phrase(syntax, best[1]), draft)
        services: Mapping[str, str] = lexicons.load("statements/channels")["services"]
        name = services.get(syntax.word(best[1]))
        if name and syntax.upos(best[1]) == "PROPN":
            token = syntax.tokens[best[1]]
            return Channel(name, (token.start, token.end))
        return self._named(span)

    def _says_where(self, index: int, head: int) -> bool:
        syntax = self._syntax
        services = lexicons.load("statements/channels")["services"]
        lemma, proper = syntax.lemmas[index], syntax.upos(index) == "PROPN"
        if not (lemma in _occasions() or (proper and syntax.word(index) in services)):
            return False
        cases = {syntax.lemmas[c] for c in syntax.kids(index, "case")}
        if not cases & _AT or syntax.deprel(index) not in (
            "obl",
            "nmod",
            "obl:agent",
            "root",
            "obl:npmod",
        ):
            return False
        if "to" in cases and not proper:
            return False
        holder = syntax.heads[index]
        # On the cue's own verb, or on one that leads to it ("took to Twitter to say").
        return holder == head or holder in syntax.up(head) or syntax.heads[holder] == head

    def _without_times(self, span: Offsets, draft: Draft) -> Offsets:
        start, end = span
        for taken in (*self._times, *draft.spans()):
            if overlap((start, end), taken):
                end = min(end, taken[0]) if taken[0] > start else end
        inside = list(self._syntax.within(start, end))
        while len(inside) > 1 and self._syntax.upos(inside[-1]) in (
            "ADP",
            "PUNCT",
            "CCONJ",
            "SCONJ",
        ):
            inside.pop()
        return (start, self._syntax.tokens[inside[-1]].end) if inside else span

    def _named(self, span: Offsets) -> Channel:
        return Channel(self._syntax.text[span[0] : span[1]], span)

    def _is_time(self, span: Offsets) -> bool:
        return covers(self._times, span)

    # --- the addressee ---------------------------------------------------------------------------

    def addressee(
        self,
        draft: Draft,
        act: Act,
        speaker: Actor | None,
        found: Sequence[Clause],
        condition: Condition | None,
    ) -> Actor | None:
        """The actor who is told, or at whom a threat, a warning or a demand is aimed."""
        recipient = self.recipient(draft)
        actor: Actor | None = None
        if recipient is not None and not self._is_channel(draft, recipient):
            actor = self._who(draft, recipient)
        if actor is None and act in ("threaten", "warn", "demand"):
            actor = self._aimed(draft, act, speaker, found, condition)
        if actor is None or not actor.named or (speaker is not None and actor.id == speaker.id):
            return None
        return actor

    def _aimed(
        self,
        draft: Draft,
        act: Act,
        speaker: Actor | None,
        found: Sequence[Clause],
        condition: Condition | None,
    ) -> Actor | None:
        if act == "demand":
            return self._urged(draft) or self._obliged(found, speaker)
        if condition is not None:
            doer = self._doer(condition.if_)
            if doer is not None:
                return doer
        if act == "threaten":
            menaced = self._menaced(draft)
            if menaced is not None:
                return menaced
            for clause in found:
                if clause.future and clause.subject is not None:
                    meant = self._cast.on(clause.subject)
                    if (
                        meant is not None
                        and self._cast.side(clause.subject, speaker, quoted=clause.quoted)
                        == "other"
                    ):
                        return meant
        return None

    def _menaced(self, draft: Draft) -> Actor | None:
        """ "threatened X with …": X, with whom the content begins."""
        if not draft.content or draft.cue is None or draft.content[0][0] < draft.cue[1]:
            return None
        found: Actor | None = None
        for index in self._syntax.within(*draft.content[0]):
            if self._syntax.lemmas[index] == "with":
                return found
            if self._syntax.upos(index) not in ("PROPN", "NOUN", "DET", "ADJ", "PUNCT"):
                return None
            found = self._cast.on(index) or found
        return None

    def _doer(self, condition: Sequence[int]) -> Actor | None:
        """Whose act a condition is: who stands before its verb; "any strike on X" is nobody's."""
        found: Actor | None = None
        for index in condition:
            if self._syntax.upos(index) in ("VERB", "AUX"):
                return found
            if self._syntax.upos(index) == "ADP" and found is None:
                return None
            found = self._cast.on(index) or found
        return None

    def _urged(self, draft: Draft) -> Actor | None:
        """ "urged Russia to …": the person within the content that the cue governs."""
        if draft.head is None or not draft.content:
            return None
        for child in self._syntax.kids(draft.head, "obj", "iobj", "obl"):
            token = self._syntax.tokens[child]
            if covers(draft.content, (token.start, token.end)):
                if any(self._syntax.has(draft.head, rel) for rel in ("xcomp", "advcl", "ccomp")):
                    return self._cast.on(child)
                if self._syntax.has(child, "acl"):
                    return self._cast.on(child)
        return None

    def _obliged(self, found: Sequence[Clause], speaker: Actor | None) -> Actor | None:
        for clause in found:
            if clause.necessary and clause.subject is not None:
                side = self._cast.side(clause.subject, speaker, quoted=clause.quoted)
                return self._cast.on(clause.subject) if side != "own" else None
            vocative = self._syntax.kid(clause.head, "vocative")
            if clause.imperative and vocative is not None:
                return self._cast.on(vocative)
        return None


def voice(syntax: Syntax, source: Offsets) -> int | None:
    """The head of a source that is a paper, not a person ("the statement"); else None."""
    top = syntax.top(*source)
    if top is not None and syntax.lemmas[top] in words("channels", "voice"):
        return top if syntax.upos(top) == "NOUN" else None
    return None


def _occasions() -> frozenset[str]:
    return words("channels", "occasion")


def _article(name: str) -> str:
    return "an" if name[:1].lower() in "aeiou" else "a"
