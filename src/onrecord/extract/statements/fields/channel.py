"""Through what a statement was made: the press, a paper, a gathering, a service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord import lexicons
from onrecord.extract.statements.fields.recipient import Recipients
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import Cast
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap

_AT = frozenset({"in", "at", "on", "during", "via", "through", "over", "from"})
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART")
_ON_WITH = frozenset({"with", "to"})


_SPOKEN_OF = frozenset({"comment", "remark", "reflect", "elaborate", "expand"})
"""Verbs with "on" behind which stands what is spoken of."""


@dataclass(frozen=True, slots=True)
class Channel:
    """What the channel is called, and the words that say so."""

    name: str
    span: Offsets


class Channels:
    """Finds the channels of one text. ``times`` are kept out of a channel's words."""

    def __init__(
        self, syntax: Syntax, cast: Cast, recipients: Recipients, times: Sequence[Offsets]
    ) -> None:
        self._syntax = syntax
        self._cast = cast
        self._recipients = recipients
        self._times = times

    def find(self, draft: Draft) -> Channel | None:
        """Where or to whom it was said; None where the report does not tell."""
        found = self._voice(draft) or self._service(draft)
        if found is not None or draft.head is None:
            return found
        quoter = self._quoter(draft.head)
        if quoter is not None:
            return quoter
        recipient = self._recipients.find(draft)
        if recipient is not None and self._recipients.is_channel(draft, recipient):
            medium = self._occasion(draft)
            if medium is not None and self._on_air(medium):
                return medium  # "told the strikers on state radio"
            return self._named(self._recipients.with_place(draft, recipient))
        return self._occasion(draft)

    def _quoter(self, head: int) -> Channel | None:
        """By whom somebody's words were passed on: "Bell was quoted by the Herald as saying"."""
        syntax = self._syntax
        verb = syntax.heads[head] if syntax.deprel(head) in ("advcl", "xcomp") else head
        agent = syntax.kid(verb, "obl:agent") if verb >= 0 else None
        if agent is None or syntax.lemmas[verb] not in ("quote", "cite"):
            return None
        return self._named(noun_phrase(syntax, agent))

    def _on_air(self, channel: Channel) -> bool:
        """Whether a channel is a station or a service, which reaches more than those addressed."""
        last = self._syntax.within(*channel.span)[-1]
        return self._syntax.lemmas[last] in words("channels", "on_air")

    def _voice(self, draft: Draft) -> Channel | None:
        """A paper that speaks for whoever wrote it: "a statement from the ministry said"."""
        head = voice(self._syntax, draft.source) if draft.source else None
        if head is None:
            return None
        modifiers = self._syntax.kids(head, "amod", "compound")
        first = min([*(i for i in modifiers if i < head and self._plain(i)), head])
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
        """A service that the verb names: "tweeted"."""
        if draft.cue is None:
            return None
        for index in self._syntax.within(*draft.cue):
            name = _services().get(self._syntax.lemmas[index])
            if name is not None and self._syntax.upos(index) == "VERB":
                token = self._syntax.tokens[index]
                return Channel(name, (token.start, token.end))
        return None

    def _occasion(self, draft: Draft) -> Channel | None:
        """ "in a statement", "at a news conference", "on state television", "on Twitter"."""
        assert draft.head is not None
        low, high = self._joined(draft, *self._clause_of(draft.head))
        low, high = self._relative(draft.head, low, high)
        found: list[tuple[int, Channel]] = []
        for index in range(low, high - 1):
            if self._syntax.lemmas[index] in _AT and self._free(index, draft):
                channel = self._at(index, high, draft)
                if channel is not None:
                    found.append((abs(index - draft.head), channel))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _clause_of(self, head: int) -> tuple[int, int]:
        """The tokens from the semicolon before a cue to that behind it, or to the sentence's ends.

        "A wrote in a memo that …; B claims …": each says it in its own place.
        """
        low, high = self._syntax.bounds[self._syntax.sentences[head]]
        for index in range(low, high):
            if self._syntax.tokens[index].text.endswith(";"):
                if index < head:
                    low = index + 1
                elif index >= head:
                    return low, index
        return low, high

    def _joined(self, draft: Draft, low: int, high: int) -> tuple[int, int]:
        """The same between the clauses that it is joined to and that have their own subjects.

        "The army posted it on Telegram, but | the rebels said it was old".
        """
        syntax, head = self._syntax, draft.head
        assert head is not None
        source = syntax.within(*draft.source) if draft.source is not None else range(head, head)
        above = syntax.heads[head]
        if syntax.deprel(head) in ("conj", "parataxis") and low <= above < source.start:
            low = max([low, *(k for k in syntax.kids(head, "cc") if above < k < head)])
        for other in syntax.kids(head, "conj"):
            own = [k for k in syntax.kids(other, "nsubj", "nsubj:pass", "cc") if head < k < other]
            if syntax.has(other, "nsubj", "nsubj:pass") and own:
                high = min(high, min(own))
        return low, high

    def _relative(self, head: int, low: int, high: int) -> tuple[int, int]:
        """The same within a relative clause: "Cole, | who claims he won|, said on the radio …"."""
        syntax = self._syntax
        about = syntax.heads[head]
        if syntax.deprel(head) != "acl:relcl" or not 0 <= about < head:
            return low, high
        if syntax.lemmas[about] in words("channels", "voice"):
            return low, high  # "a statement that promised to pay": through that
        inside = syntax.subtree(head)
        return max(low, inside[0]), min(high, inside[-1] + 2)

    def _free(self, index: int, draft: Draft) -> bool:
        token = self._syntax.tokens[index]
        return not any(overlap((token.start, token.end), taken) for taken in draft.spans())

    def _at(self, preposition: int, high: int, draft: Draft) -> Channel | None:
        """The channel that the phrase after a preposition is, if its noun is one."""
        run: list[int] = []
        for index in range(preposition + 1, high):
            token = self._syntax.tokens[index]
            part = self._syntax.upos(index) in _PHRASE or token.text == "-"
            if not part or not self._free(index, draft):
                break
            if covers(self._times, (token.start, token.end)):
                break
            run.append(index)
        while run and self._syntax.upos(run[-1]) not in ("NOUN", "PROPN"):
            run.pop()
        if not run:
            return None
        name = _services().get(self._syntax.word(run[0]))
        if name and self._syntax.upos(run[0]) == "PROPN":
            return Channel(name, self._syntax.span(run[:1]))
        last = run[-1]
        if preposition and self._syntax.lemmas[preposition - 1] in _SPOKEN_OF:
            return None  # "Commenting on the statement, Lund noted": what he spoke of
        if self._syntax.lemmas[last] not in words("channels", "occasion"):
            return None
        if self._syntax.lemmas[last] in words("channels", "places") and self._is_place(run):
            return None
        posted = self._posted(run, high)
        if posted is not None:
            return posted
        return self._named(self._syntax.span([*run, *self._partner(last, high, draft)]))

    def _is_place(self, run: Sequence[int]) -> bool:
        """ "the Lysk border post": one that is known or named, and of no service."""
        before = [self._syntax.words[index] for index in run[:-1]]
        if any(word in _services() for word in before):
            return False
        named = any(self._syntax.upos(index) == "PROPN" for index in run[:-1])
        guarded = not words("channels", "guards").isdisjoint(before)
        return named or guarded or before[:1] == ["the"]

    def _posted(self, run: Sequence[int], high: int) -> Channel | None:
        """ "in a post on Telegram": the service is the channel."""
        after = run[-1] + 2
        if after >= high or self._syntax.lemmas[after - 1] not in ("on", "to"):
            return None
        name = _services().get(self._syntax.words[after])
        if name is None or self._syntax.upos(after) != "PROPN":
            return None
        return Channel(name, self._syntax.span([run[0], after]))

    def _partner(self, last: int, high: int, draft: Draft) -> list[int]:
        """ "an interview with CNN", "a statement to AFP": with whom belongs to it."""
        if last + 2 >= high or self._syntax.lemmas[last + 1] not in _ON_WITH:
            return []
        run = [last + 1]
        for index in range(last + 2, high):
            token = self._syntax.tokens[index]
            named = token.text[:1].isupper()  # "The Daily Star", "The Associated Press"
            part = named or self._syntax.upos(index) in ("PROPN", "DET", "NOUN")
            if not part or not self._free(index, draft):
                break
            if covers(self._times, (token.start, token.end)):
                break
            run.append(index)
        while self._syntax.upos(run[-1]) not in ("PROPN", "NOUN") and len(run) > 1:
            run.pop()
        return run if len(run) > 1 else []

    def _named(self, span: Offsets) -> Channel:
        return Channel(self._syntax.text[span[0] : span[1]], span)


def voice(syntax: Syntax, source: Offsets) -> int | None:
    """The head of a source that is a paper, not a person ("the statement"); else None."""
    top = syntax.top(*source)
    if top is not None and syntax.lemmas[top] in words("channels", "voice"):
        return top if syntax.upos(top) == "NOUN" else None
    return None


def _services() -> Mapping[str, str]:
    found: Mapping[str, str] = lexicons.load("statements/channels")["services"]
    return found


def _article(name: str) -> str:
    return "an" if name[:1].lower() in "aeiou" else "a"
