"""Where what was said begins and ends: quotation marks whole, edges clean, strays left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.extract.statements.spans.asides import to_while, without_asides
from onrecord.extract.statements.spans.margins import without_gloss, without_turn
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.quotation import CLOSING
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap, participle
from onrecord.extract.statements.words.whom_told import is_name
from onrecord.read.dateline import find_dateline

_EDGES = " \t\r\n\u00a0,;:.–—-…"
_STRAY = 3
"""A part of fewer words than this, apart from the rest and not quoted, is a slip of the tagger."""
_REACH = 3
"""Sentences from the cue within which a quotation apart from the rest may still belong to it."""
_SUBHEAD = 8
"""Words of a subheading at most."""
_MARK_GAP = 2
"""Code points between a part's edge and a quotation mark that is still its own."""


class ContentMender:
    """Mends the contents of one text. ``marks`` are its quotations."""

    def __init__(self, syntax: Syntax, marks: Sequence[Offsets]) -> None:
        self._syntax = syntax
        self._marks = marks

    def mend(self, draft: Draft) -> tuple[Offsets, ...]:
        """The content with its quotation marks whole, its edges clean and its parts joined."""
        taken = [span for span in (draft.source, draft.cue) if span]
        parts: list[Offsets] = []
        for part in self._whole_sentences(draft, self.join(self._told(draft))):
            part = self._from_saying(self.stops(self._quotes(self._behind_line(part), taken)))
            part = self._that(
                without_turn(self._syntax, to_while(self._syntax, self._marks, draft, part))
            )
            cut = self.cut(self._in_relative(draft, self._to_mark(part)), taken)
            if cut is not None and self._spoken(cut):
                parts.append(cut)
        parts = self._without_strays(draft, self.join(parts))
        parts = without_asides(self._syntax, self._marks, draft.cue, parts)
        return self._from_start(
            draft, [without_gloss(self._syntax, self._marks, part) for part in parts]
        )

    def _behind_line(self, part: Offsets) -> Offsets:
        """ "OSLO (Agency) | Two men …": a dateline may stand behind a report's first sentences."""
        first = self._syntax.at(part[0])
        if first is None or not self._syntax.tokens[first].text.isupper():
            return part
        line = find_dateline(self._syntax.text, part[0], None)
        if line is None or line.span.end + 1 >= part[1]:
            return part
        return line.span.end + 1, part[1]

    def _told(self, draft: Draft) -> tuple[Offsets, ...]:
        """ "asked | X | whether …": whoever was asked stands before the question."""
        content = tuple(sorted(draft.content))
        head = self._syntax.at(draft.cue[1] - 1) if draft.cue else None
        if len(content) < 2 or head is None:
            return content
        asks = self._syntax.lemmas[head] in words("channels", "telling") | {"ask"}
        first = self._syntax.at(content[1][0])
        opens = first is not None and self._syntax.words[first] in words("channels", "openers")
        if (
            asks
            and opens
            and self._syntax.words[first or 0] != "to"
            and is_name(self._syntax, content[0])
        ):
            return content[1:]
        return content

    def join(self, parts: Iterable[Offsets]) -> list[Offsets]:
        """Parts with nothing but space between them are one; paragraphs stay apart."""
        found: list[Offsets] = []
        for part in sorted(parts):
            between = self._syntax.text[found[-1][1] : part[0]] if found else "-"
            beside = not between.strip() and "\n" not in between
            if found and (beside or part[0] < found[-1][1]):
                found[-1] = (found[-1][0], max(found[-1][1], part[1]))
            else:
                found.append(part)
        return found

    def _spoken(self, part: Offsets) -> bool:
        return any(c.isalnum() for c in self._syntax.text[part[0] : part[1]])

    def _quotes(self, part: Offsets, taken: Sequence[Offsets]) -> Offsets:
        """Reach out to the marks of a quotation that the part fills but for its edges."""
        start, end = part
        for mark in self._marks:
            if not overlap(mark, part) or any(overlap(mark, other) for other in taken):
                continue
            if mark[0] <= start < mark[1] and start - mark[0] <= _MARK_GAP:
                start = mark[0]
            if mark[0] < end <= mark[1] and mark[1] - end <= _MARK_GAP:
                end = mark[1]
            # It opens within the part and closes beyond it, or the other way round.
            if mark[0] >= start and mark[1] > end:
                end = mark[1]
            elif mark[0] < start and mark[1] <= end and mark[1] - start > _MARK_GAP + 1:
                start = mark[0]
        return start, end

    def stops(self, part: Offsets) -> Offsets:
        """The part without the stops at its edges; an abbreviation keeps its own."""
        text = self._syntax.text
        start, end = part
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            if text[end - 1] == "." and self.abbreviated(end):
                break
            end -= 1
        end = self._without_joint(start, end)
        if end > start and text[end - 1] == '"' and text[end - 1] in CLOSING:
            if not any(m[1] == end and m[0] >= start for m in self._marks):
                end -= text[start:end].count('"') == 1
        return start, end

    def _without_joint(self, start: int, end: int) -> int:
        """ "…, and |": the conjunction joins the next thing, not this one."""
        last = self._syntax.at(end - 1)
        if (
            last is None
            or self._syntax.upos(last) != "CCONJ"
            or self._syntax.tokens[last].end != end
        ):
            return end
        cut = self._syntax.tokens[last].start
        while cut > start and self._syntax.text[cut - 1] in _EDGES:
            cut -= 1
        return cut

    def abbreviated(self, end: int) -> bool:
        """Whether the full stop before ``end`` belongs to its word ("the U.S.", "Inc.")."""
        at = self._syntax.at(end - 1)
        return at is not None and self._syntax.tokens[at].text.rstrip(".…") != ""

    def _that(self, part: Offsets) -> Offsets:
        """ "said | that …": the conjunction belongs to what it opens."""
        first = self._syntax.at(part[0])
        if first:
            before = first - 1
            same = self._syntax.sentences[before] == self._syntax.sentences[first]
            if same and self._syntax.lemmas[before] == "that":
                if self._syntax.upos(before) == "SCONJ" or self._syntax.deprel(before) == "mark":
                    return self._syntax.tokens[before].start, part[1]
        return part

    def cut(self, part: Offsets, taken: Sequence[Offsets]) -> Offsets | None:
        """The larger rest of the part beside what is taken; None where nothing is left."""
        start, end = part
        for other in taken:
            if overlap((start, end), other):
                left, right = other[0] - start, end - other[1]
                start, end = (start, other[0]) if left >= right else (other[1], end)
        if start >= end:
            return None
        start, end = self.stops((start, end))
        return (start, end) if start < end else None

    def _without_strays(self, draft: Draft, parts: list[Offsets]) -> list[Offsets]:
        """Leave out parts that something else than source, cue or an aside sets apart."""
        parts = self._after_participle(draft, parts)
        if len(parts) < 2:
            return parts
        parts = [p for p in parts if not (self._between(draft, p) or self._heads(p))] or parts
        parts = self._of_sentence(draft, parts)
        main = min(parts, key=lambda part: self._weight(draft, part))
        kept: list[Offsets] = []
        for part in parts:
            gap = (part[1], main[0]) if part < main else (main[1], part[0])
            near = self._far(draft, part)[0] <= _REACH
            if (
                part == main
                or (near and self._quoted(part))
                or not self._foreign(draft, parts, gap, part)
            ):
                kept.append(part)
        return kept

    def _between(self, draft: Draft, part: Offsets) -> bool:
        """ "X summoned | the envoy | and rejected …": an object of another verb."""
        if draft.source is None or draft.cue is None or self._quoted(part):
            return False
        stands = draft.source[1] <= part[0] and part[1] <= draft.cue[0]
        return stands and is_name(self._syntax, part)

    def _heads(self, part: Offsets) -> bool:
        """Whether a part is a line between two paragraphs that ends without a stop: a subhead."""
        text, (start, end) = self._syntax.text, part
        line = text[text.rfind("\n", 0, start) + 1 : max(text.find("\n", end), end)].strip()
        alone = line == text[start:end].strip() and "\n" in text[:start] and "\n" in text[end:]
        short = len(line.split()) <= _SUBHEAD
        return alone and short and not re.search(r"[.!?,;:…—–-]\W?$", line)

    def _of_sentence(self, draft: Draft, parts: list[Offsets]) -> list[Offsets]:
        """ "The bridge fell, X said. | The river is deep": nobody said what stands beside that.

        What is quoted, or stands behind a colon, may be said sentences away.
        """
        if draft.cue is None or ":" in self._syntax.text[draft.cue[1] - 1 : draft.cue[1] + 2]:
            return parts
        here = self._sentence(draft.cue)
        own = [part for part in parts if here in self._sentences(part)]
        if not own:
            quoted = [part for part in parts if self._quoted(part)]
            return quoted if quoted and len(quoted) < len(parts) else parts
        if any(self._in_own_words(part) and not self._quoted(part) for part in parts):
            return parts
        return [part for part in parts if part in own or self._quoted(part)]

    def _in_relative(self, draft: Draft, part: Offsets) -> Offsets:
        """ "the man, who said he was ill|, was sacked": the rest is the outer clause."""
        syntax = self._syntax
        if draft.source is None or draft.cue is None or self._quoted(part):
            return part
        first = syntax.at(draft.source[0])
        head = syntax.at(draft.cue[1] - 1)
        if first is None or head is None or syntax.words[first] not in ("who", "which"):
            return part
        for index in list(syntax.within(*part))[1:-1]:
            after = index + 1
            if syntax.tokens[index].text == "," and syntax.upos(after) in ("VERB", "AUX"):
                if head not in (after, *syntax.up(after)):
                    return part[0], syntax.tokens[index].start
        return part

    def _whole_sentences(self, draft: Draft, parts: list[Offsets]) -> list[Offsets]:
        """ "said that it fell. | Nobody knows why": a part is cut at full stops."""
        if draft.cue is None:
            return parts
        found: list[Offsets] = []
        for part in parts:
            inside = self._syntax.within(*part)
            numbers = {self._syntax.sentences[index] for index in inside}
            if len(numbers) < 2 or self._in_own_words(part):
                found.append(part)
                continue
            pieces: list[Offsets] = []
            for number in sorted(numbers):
                low, high = self._syntax.bounds[number]
                start = max(part[0], self._syntax.tokens[low].start)
                end = min(part[1], self._syntax.tokens[high - 1].end)
                quoted = any(mark[0] < start < mark[1] for mark in self._marks)
                if pieces and (quoted or not self._stopped(pieces[-1][1])):
                    pieces[-1] = pieces[-1][0], end  # one quotation, or no stop between
                else:
                    pieces.append((start, end))
            found += self._of_sentence(draft, pieces)
        return found

    def _stopped(self, end: int) -> bool:
        """Whether a sentence ends before the place by a mark of its own, or by its line."""
        text = self._syntax.text
        return (
            text[max(end - 4, 0) : end].rstrip("\"”’'")[-1:] in (".", "?", "!")
            or text[end : end + 1] == "\n"
        )

    def _to_mark(self, part: Offsets) -> Offsets:
        """ "“I know her not,”| and hung up": what follows a finished quotation is not said."""
        for mark in self._marks:
            if mark[0] != part[0] or mark[1] >= part[1]:
                continue
            first = self._syntax.at(mark[1])
            rest = self._syntax.within(mark[1] + 1, part[1])
            closed = self._syntax.text[mark[1] - 2 : mark[1] - 1] in (",", ".", "!", "?")
            others = any(m[0] >= mark[1] and m[0] < part[1] for m in self._marks)
            if closed and not others and rest and first is None:
                if self._syntax.upos(rest[0]) == "CCONJ":
                    return part[0], mark[1]
        return part

    def _in_own_words(self, part: Offsets) -> bool:
        """ "we condemn it he said. | We want peace": spoken, though the marks are lost."""
        return any(is_first(self._syntax.words[i]) for i in self._syntax.within(*part))

    def _sentences(self, part: Offsets) -> set[int]:
        return {self._syntax.sentences[index] for index in self._syntax.within(*part)}

    def _weight(self, draft: Draft, part: Offsets) -> tuple[int, bool, int, int]:
        """What makes a part the main one: nearness to the cue, then that it opens a clause."""
        sentences, far = self._far(draft, part)
        first = self._syntax.at(part[0])
        opens = first is not None and self._syntax.words[first] in words("channels", "openers")
        return sentences, not (opens or self._quoted(part)), far, part[0] - part[1]

    def _after_participle(self, draft: Draft, parts: list[Offsets]) -> list[Offsets]:
        """ "…, saying | that …": what a participle says comes after it."""
        first = self._syntax.at(draft.cue[0]) if draft.cue else None
        if first is None or draft.cue is None or not participle(self._syntax, first):
            return parts
        after = [part for part in parts if part[0] >= draft.cue[1] or self._quoted(part)]
        return after or parts

    def _far(self, draft: Draft, part: Offsets) -> tuple[int, int]:
        """How far the part is from the cue: in sentences, then in code points, quotations first."""
        if draft.cue is None:
            return 0, 0
        here, there = self._sentence(draft.cue), self._sentence(part)
        far = max(part[0] - draft.cue[1], draft.cue[0] - part[1], 0)
        return abs(here - there), 0 if self._quoted(part) else far

    def _sentence(self, part: Offsets) -> int:
        at = self._syntax.at(part[0])
        return self._syntax.sentences[at] if at is not None else 0

    def _quoted(self, part: Offsets) -> bool:
        return any(overlap(mark, part) for mark in self._marks)

    def _foreign(self, draft: Draft, parts: Sequence[Offsets], gap: Offsets, part: Offsets) -> bool:
        """Whether words that are not the attribution's own stand in the gap, and are no aside."""
        own = [*draft.spans(), *parts]
        between = [
            i
            for i in self._syntax.within(*gap)
            if self._syntax.upos(i) != "PUNCT"
            and not any(s <= self._syntax.tokens[i].start < e for s, e in own)
        ]
        if all(self._syntax.words[i] in ("that", "which") for i in between):
            return False  # "an accusation | that X called | false"
        if any(self._syntax.upos(i) in ("VERB", "AUX") for i in between):
            text = self._syntax.text[gap[0] : gap[1]].strip()
            return not (text[:1] in "-–—(," and text[-1:] in "-–—),")
        return len(self._syntax.within(*part)) < _STRAY

    def _from_start(self, draft: Draft, parts: list[Offsets]) -> tuple[Offsets, ...]:
        """ "Although …, | the deal stands, X said": what leads the sentence belongs to it."""
        if not parts or draft.cue is None or draft.cue[0] < parts[0][0]:
            return tuple(parts)
        start = parts[0][0]
        first = self._syntax.at(start)
        if (
            first is None
            or (draft.source and draft.source[0] < start)
            or is_name(self._syntax, parts[0])
        ):
            return tuple(parts)
        low, _ = self._syntax.bounds[self._syntax.sentences[first]]
        lead = range(low, first)
        if not lead or self._syntax.tokens[lead[-1]].text != ",":
            return tuple(parts)
        opens = self._syntax.upos(low) in ("SCONJ", "ADP") and len(lead) > _STRAY
        if not opens or any(self._syntax.tokens[i].text in '”"“' for i in lead):
            return tuple(parts)
        return ((self._syntax.tokens[low].start, parts[0][1]), *parts[1:])

    def _from_saying(self, part: Offsets) -> Offsets:
        """ "was quoted by X | as saying | that …": what follows was said."""
        inside = self._syntax.within(*part)
        if len(inside) > 3 and self._syntax.words[inside[0] : inside[0] + 2] == ["as", "saying"]:
            return self._syntax.tokens[inside[2]].start, part[1]
        return part
