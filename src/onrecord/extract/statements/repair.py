"""Mending what the tagger drew: spans a word short, lost quotation marks, loose recipients.

Every rule is general: an edge is moved to where the tree or the quotation marks put it, and never
over another part of the same attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.extract.statements.candidates import speaker_of, topic_after
from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.lexicon import Cues, words
from onrecord.extract.statements.phrases import noun_phrase
from onrecord.extract.statements.quotation import CLOSING, OPENING
from onrecord.extract.statements.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.verbgroup import declined, head_of, lexical, verb_group

_EDGES = " \t\r\n\u00a0,;:.–—-"
_MAX_PHRASE = 45
"""Tokens that a source may have; a longer one is a parse that ran away."""


class Mender:
    """Mends the attributions of one text. ``marks`` are its quotations."""

    def __init__(self, syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets]) -> None:
        self._syntax = syntax
        self._lexicon = lexicon
        self._marks = marks

    def mend(self, draft: Draft) -> Draft | None:
        """The draft with its spans in order; None where no words are left of it."""
        content = self.content(draft)
        cue, head = draft.cue, draft.head
        if cue is not None:
            head = head if head is not None else head_of(self._syntax, cue, self._lexicon)
            cue, content = self._cue(cue, head, content)
        source = self._source(draft.source, cue, content)
        if source is None and head is not None:
            source = self._implied(head, cue, content)
        content = self._recipient(head, self._person(head, cue, content))
        cue, content = self._fold(head, cue, content)
        if (cue is None and source is None) or (not content and cue is None):
            return None
        return Draft(source, cue, content, head=head, by=draft.by, outer=draft.outer)

    # --- the cue ---------------------------------------------------------------------------------

    def _cue(
        self, cue: Offsets, head: int | None, content: tuple[Offsets, ...]
    ) -> tuple[Offsets, tuple[Offsets, ...]]:
        syntax = self._syntax
        if head is None:
            return self._trim(cue), content
        silence = self._silence(head, cue)
        if silence is not None:
            rest = topic_after(syntax, head, silence)
            kept = tuple(self._cut(part, [silence]) for part in content)
            return silence, rest or tuple(part for part in kept if part is not None)
        if (
            syntax.upos(head) == "VERB"
            and lexical(syntax, head, self._lexicon) in self._lexicon.verbs
        ):
            if not self._performs_by_noun(cue, head):
                return verb_group(syntax, head, self._lexicon), content
        return self._trim(cue), content

    def _silence(self, head: int, cue: Offsets) -> Offsets | None:
        for index in (head, *self._syntax.within(*cue)):
            found = declined(self._syntax, index)
            if found is not None and overlap(found, cue):
                return found
        return None

    def _performs_by_noun(self, cue: Offsets, head: int) -> bool:
        """ "made a claim", "gave a warning that": the noun is the act and stays in the cue."""
        return any(
            self._syntax.lemmas[i] in self._lexicon.nouns
            and self._syntax.upos(i) == "NOUN"
            and self._syntax.deprel(i) == "obj"
            for i in self._syntax.within(*cue)
            if i != head
        )

    # --- the source ------------------------------------------------------------------------------

    def _source(
        self, source: Offsets | None, cue: Offsets | None, content: Sequence[Offsets]
    ) -> Offsets | None:
        if source is None:
            return None
        source = self._trim(source)
        top = self._syntax.top(*source)
        if top is None or self._syntax.upos(top) not in ("NOUN", "PROPN", "NUM", "ADJ", "DET"):
            return source
        phrase = noun_phrase(self._syntax, top)
        merged = (min(source[0], phrase[0]), max(source[1], phrase[1]))
        others = [*content, *([cue] if cue else [])]
        clear = not any(overlap(merged, other) for other in others)
        short = len(self._syntax.within(*merged)) <= _MAX_PHRASE
        return merged if clear and short else source

    def _implied(
        self, head: int, cue: Offsets | None, content: Sequence[Offsets]
    ) -> Offsets | None:
        """Whose words they are where the tagger left it out: the subject that the verb shares."""
        if self._syntax.upos(head) != "VERB" or self._syntax.has(head, "aux:pass", "nsubj:pass"):
            return None
        speaker = speaker_of(self._syntax, head)
        if speaker is None:
            return None
        phrase = noun_phrase(self._syntax, speaker)
        return (
            None
            if any(overlap(phrase, part) for part in [*content, *([cue] if cue else [])])
            else phrase
        )

    # --- the content -----------------------------------------------------------------------------

    def content(self, draft: Draft) -> tuple[Offsets, ...]:
        """The content with its quotation marks whole, its edges clean and its parts joined."""
        taken = [span for span in (draft.source, draft.cue) if span]
        parts: list[Offsets] = []
        for part in self._join(draft.content):
            part = self._quotes(part, taken)
            part = self._that(self._stops(part))
            cut = self._cut(part, taken)
            if cut is not None and any(c.isalnum() for c in self._syntax.text[cut[0] : cut[1]]):
                parts.append(cut)
        return tuple(self._join(parts))

    def _join(self, parts: Iterable[Offsets]) -> list[Offsets]:
        """Parts with nothing but space between them are one."""
        found: list[Offsets] = []
        for part in sorted(parts):
            if found and not self._syntax.text[found[-1][1] : part[0]].strip():
                found[-1] = (found[-1][0], max(found[-1][1], part[1]))
            elif found and part[0] < found[-1][1]:
                found[-1] = (found[-1][0], max(found[-1][1], part[1]))
            else:
                found.append(part)
        return found

    def _quotes(self, part: Offsets, taken: Sequence[Offsets]) -> Offsets:
        """Reach out to the marks of a quotation that the part fills but for its edges."""
        start, end = part
        for mark in self._marks:
            if not overlap(mark, part) or any(overlap(mark, other) for other in taken):
                continue
            inside_start = mark[0] <= start < mark[1]
            inside_end = mark[0] < end <= mark[1]
            if inside_start and start - mark[0] <= 2:
                start = mark[0]
            if inside_end and mark[1] - end <= 2:
                end = mark[1]
            # It opens within the part and closes beyond it, or the other way round.
            if mark[0] >= start and mark[1] > end:
                end = mark[1]
            elif mark[0] < start and mark[1] <= end and mark[1] - start > 3:
                start = mark[0]
        return start, end

    def _stops(self, part: Offsets) -> Offsets:
        text = self._syntax.text
        start, end = part
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            if text[end - 1] == "." and self._abbreviated(end):
                break
            end -= 1
        if end > start and text[end - 1] in CLOSING and not self._paired(end - 1, start):
            end = (
                end - 1
                if text[start:end].count(text[end - 1]) == 1 and text[end - 1] == '"'
                else end
            )
        return start, end

    def _abbreviated(self, end: int) -> bool:
        """Whether the full stop before ``end`` belongs to its word ("the U.S.", "Inc.")."""
        at = self._syntax.at(end - 1)
        return at is not None and self._syntax.tokens[at].text not in (".", "...", "…")

    def _paired(self, at: int, start: int) -> bool:
        return any(mark[1] == at + 1 and mark[0] >= start for mark in self._marks)

    def _that(self, part: Offsets) -> Offsets:
        first = self._syntax.at(part[0])
        if first:
            before = first - 1
            lead = self._syntax.lemmas[before] == "that" and self._syntax.deprel(before) == "mark"
            if lead and self._syntax.sentences[before] == self._syntax.sentences[first]:
                return self._syntax.tokens[before].start, part[1]
        return part

    def _cut(self, part: Offsets, taken: Sequence[Offsets]) -> Offsets | None:
        start, end = part
        for other in taken:
            if overlap((start, end), other):
                left, right = other[0] - start, end - other[1]
                start, end = (start, other[0]) if left >= right else (other[1], end)
        if start >= end:
            return None
        start, end = self._stops((start, end))
        return (start, end) if start < end else None

    # --- where the content begins ----------------------------------------------------------------

    def _person(
        self, head: int | None, cue: Offsets | None, content: tuple[Offsets, ...]
    ) -> tuple[Offsets, ...]:
        """ "urged X | to do": X belongs to the content with verbs whose lexicon entry says so."""
        if head is None or cue is None or not content or content[0][0] < cue[1]:
            return content
        entry = lexical(self._syntax, head, self._lexicon)
        frames = self._lexicon.verbs.get(entry, {})
        if "person" not in frames or self._takes_clause(content[0]):
            return content
        for person in self._syntax.kids(head, "obj", "iobj", "obl"):
            phrase = noun_phrase(self._syntax, person)
            between = self._syntax.text[phrase[1] : content[0][0]]
            if cue[1] <= phrase[0] < content[0][0] and not between.strip():
                return ((phrase[0], content[0][1]), *content[1:])
        return content

    def _takes_clause(self, part: Offsets) -> bool:
        first = self._syntax.at(part[0])
        return first is not None and self._syntax.lemmas[first] in ("that", "“", '"')

    def _recipient(self, head: int | None, content: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
        """ "told | Reuters that …": the recipient is no part of what it was told."""
        if head is None or not content:
            return content
        if self._syntax.lemmas[head] not in words("channels", "telling"):
            return content
        start, end = content[0]
        for person in self._syntax.kids(head, "obj", "iobj"):
            phrase = noun_phrase(self._syntax, person)
            follows = self._syntax.within(phrase[1], end)
            if phrase[0] == start and len(follows) > 2 and self._begins_clause(follows[0], head):
                return ((self._syntax.tokens[follows[0]].start, end), *content[1:])
        return content

    def _begins_clause(self, index: int, head: int) -> bool:
        if self._syntax.lemmas[index] in ("that", "“", '"'):
            return True
        return any(
            self._syntax.subtree(clause)[0] == index for clause in self._syntax.kids(head, "ccomp")
        )

    def _fold(
        self, head: int | None, cue: Offsets | None, content: tuple[Offsets, ...]
    ) -> tuple[Offsets | None, tuple[Offsets, ...]]:
        """ "said | it believes that …": what it holds is the content, that it holds it the cue."""
        syntax = self._syntax
        if head is None or cue is None or not content or cue[1] > content[0][0]:
            return cue, content
        inner = next((c for c in syntax.kids(head, "ccomp") if c > head), None)
        if inner is None or syntax.lemmas[inner] not in self._lexicon.belief:
            return cue, content
        subject = syntax.kid(inner, "nsubj")
        held = syntax.kid(inner, "ccomp")
        if (
            subject is None
            or held is None
            or syntax.upos(subject) != "PRON"
            or syntax.negated(inner)
        ):
            return cue, content
        if syntax.lemmas[subject] not in ("it", "he", "she", "they") or subject > inner:
            return cue, content
        begin = syntax.tokens[syntax.subtree(held)[0]].start
        between = syntax.text[cue[1] : syntax.tokens[subject].start].strip(" ,")
        if between not in ("", "that") or not content[0][0] <= begin < content[0][1]:
            return cue, content
        return (cue[0], syntax.tokens[inner].end), ((begin, content[0][1]), *content[1:])

    def _trim(self, span: Offsets) -> Offsets:
        text = self._syntax.text
        start, end = span
        while start < end - 1 and text[start] in _EDGES + "(":
            start += 1
        while end > start + 1 and text[end - 1] in _EDGES + OPENING.replace("'", ""):
            if text[end - 1] == "." and self._abbreviated(end):
                break
            end -= 1
        return start, end
