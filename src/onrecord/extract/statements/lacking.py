"""Attributions that the tagger left without their words, or without whose words they are.

"“…,” underlined | X": whoever stands after the verb is the source, not what was said. "…, X | said,
but Y said that …": the words before X are X's, though the tagger linked none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.lexicon import Cues
from onrecord.extract.statements.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.verbgroup import head_of, lexical, negated

_LEAST = 4
"""Words that must stand before "X said" to be what X said."""
_NOMINAL = frozenset(
    {"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "NUM", "PRON", "CCONJ", "PUNCT"}
)
_DATELINE = re.compile(r"\s*[^\n]{0,60}?\s[–—-]+\s")


def with_contents(
    syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], drawn: Sequence[Draft]
) -> list[Draft]:
    """The drafts as tagged, those that lack their content or their source with it."""
    found = list(drawn)
    for at, draft in enumerate(found):
        if draft.cue is None or not _speaks(syntax, lexicon, draft.cue):
            continue
        mark = _turned(syntax, marks, draft)
        if mark is not None:
            found = [_without(other, mark) for other in found]
            found[at] = replace(draft, source=draft.content[-1], content=(mark,))
        elif draft.source is not None and not draft.content:
            before = _before(syntax, found, draft)
            if before is not None:
                found[at] = replace(draft, content=(before,))
    return found


def _speaks(syntax: Syntax, lexicon: Cues, cue: Offsets) -> bool:
    """Whether the cue is a verb that takes a clause, and says that something was said."""
    head = head_of(syntax, cue, lexicon)
    if head is None or syntax.upos(head) != "VERB" or negated(syntax, head):
        return False
    return "clause" in lexicon.verbs.get(lexical(syntax, head, lexicon), {})


def _turned(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Offsets | None:
    """The quotation before a cue after which its speaker stands, taken for its content."""
    if draft.source is not None or draft.cue is None or not draft.content:
        return None
    *others, (start, end) = sorted(draft.content)
    inside = syntax.within(start, end)
    if syntax.text[draft.cue[1] : start].strip() or not inside:
        return None
    if any(syntax.upos(i) not in _NOMINAL for i in inside):
        return None
    if not any(syntax.upos(i) in ("NOUN", "PROPN") for i in inside):
        return None
    before = [m for m in marks if m[1] <= draft.cue[0] and m[1] + 2 >= draft.cue[0]]
    return before[0] if before and all(overlap(before[0], part) for part in others) else None


def _without(draft: Draft, mark: Offsets) -> Draft:
    """The draft without the quotation, which is another's."""
    kept = tuple(part for part in draft.content if not overlap(part, mark))
    return replace(draft, content=kept) if kept != draft.content and kept else draft


def _before(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Offsets | None:
    """The words from the start of the sentence to the comma before "X said"."""
    assert draft.source is not None and draft.cue is not None
    first = syntax.at(draft.source[0])
    if first is None or draft.source[1] > draft.cue[0]:
        return None
    if syntax.text[draft.source[1] : draft.cue[0]].strip(" ,"):
        return None
    low, _ = syntax.bounds[syntax.sentences[first]]
    if first - low <= _LEAST or syntax.tokens[first - 1].text != ",":
        return None
    start = _after_dateline(syntax, low, first)
    span = syntax.tokens[start].start, syntax.tokens[first - 2].end
    inside = range(start, first - 1)
    if len(inside) < _LEAST or not any(syntax.upos(i) in ("VERB", "AUX") for i in inside):
        return None
    taken = any(overlap(span, other) for d in found if d is not draft for other in d.spans())
    return None if taken else span


def _after_dateline(syntax: Syntax, low: int, first: int) -> int:
    """The token with which the sentence begins after "MANILA, April 25 (Agency) -"."""
    opening = syntax.text[syntax.tokens[low].start : syntax.tokens[first].start]
    line = _DATELINE.match(opening)
    if line is None or not opening[: line.end()].split(",")[0].split("(")[0].strip().isupper():
        return low
    start = syntax.tokens[low].start + line.end()
    return next((i for i in range(low, first) if syntax.tokens[i].start >= start), low)
