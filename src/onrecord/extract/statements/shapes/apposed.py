"""Denials in apposition: "accuse the army of torture, | a charge | it | denies".

The phrase takes up what was said before it, and the clause behind it says who denies it. Trees hang
such a clause in many ways, and the tagger sees it seldom; the order of the words tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.verbgroup import group_start

_DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "contest", "repudiate"})
_SOMETHING = "something"
_RELATIVES = frozenset({"that", "which"})
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "PART", "CCONJ", "NUM"})
_PARTS = frozenset({"AUX", "ADV", "PART"})
_LONGEST = 8
"""Words of who denies, at most."""
_BEFORE = 3
"""Words before the noun in its phrase, at most: "a long-standing charge"."""


def takes_up(syntax: Syntax, draft: Draft) -> bool:
    """Whether a draft is such a denial, and by a pronoun: "a charge | it | denies"."""
    if draft.source is None or len(draft.content) != 1:
        return False
    start, end = draft.content[0]
    last, who = syntax.at(end - 1), syntax.within(*draft.source)
    if last is None or end > draft.source[0] or len(who) != 1 or syntax.upos(who[0]) != "PRON":
        return False
    first = syntax.at(start)
    return first is not None and _phrase(syntax, last) == first


def with_apposed(syntax: Syntax, found: Sequence[Draft], times: Sequence[Offsets]) -> list[Draft]:
    """The drafts, with the denials in apposition, and no other's words reaching into these."""
    fresh = [draft for noun in range(len(syntax.tokens)) for draft in _denial(syntax, noun, times)]
    if not fresh:
        return list(found)
    cues = [draft.cue for draft in fresh if draft.cue]
    kept = [d for d in found if not (d.cue and any(overlap(d.cue, cue) for cue in cues))]
    cut = {id(d): _before(syntax, d, fresh) for d in kept}
    again = [cut[id(d)] for d in kept if cut[id(d)].content or not d.content]
    return [
        *(replace(d, outer=cut.get(id(d.outer), d.outer)) if d.outer else d for d in again),
        *fresh,
    ]


def _before(syntax: Syntax, draft: Draft, fresh: Sequence[Draft]) -> Draft:
    """A draft whose words end where the apposition begins."""
    content = []
    for start, end in draft.content:
        for other in fresh:
            begin = other.content[0][0]
            if overlap((start, end), (begin, other.spans()[-1][1])):
                end = min(end, begin)
        text = syntax.text[start:end].rstrip(" ,–—-")
        content += [(start, start + len(text))] if text else []
    return draft if tuple(content) == draft.content else draft.with_(content=tuple(content))


def _denial(syntax: Syntax, noun: int, times: Sequence[Offsets]) -> Iterator[Draft]:
    """The denial of what a noun takes up; nothing where it takes up nothing, or none denies it."""
    start = _phrase(syntax, noun)
    if start is None:
        return
    part = syntax.tokens[start].start, syntax.tokens[noun].end
    passive = _by(syntax, noun)
    if passive is not None:
        verb, source = passive
        cue = syntax.tokens[noun + 1].start, syntax.tokens[verb].end
        yield Draft(source, cue, (part,), head=verb, by="rule")
        return
    first = noun + 1 + (syntax.word(noun + 1) in _RELATIVES)
    verb_at = _verb(syntax, first)
    if verb_at is None:
        return
    group = verb_at
    while group > first and syntax.upos(group - 1) in _PARTS and syntax.words[group - 1] != "'s":
        group -= 1
    if (
        group == first
        or syntax.upos(first) in ("ADP", "CCONJ", "PART")
        or not any(syntax.upos(i) in ("NOUN", "PROPN", "PRON") for i in range(first, group))
    ):
        return
    if _takes_more(syntax, verb_at, times):
        return
    source = syntax.span(range(first, group))
    cue = syntax.tokens[group].start, syntax.tokens[verb_at].end
    yield Draft(source, cue, (part,), head=verb_at, by="rule")


def _phrase(syntax: Syntax, noun: int) -> int | None:
    """Where the phrase of a noun for what was told begins, if it stands behind a comma."""
    low, high = syntax.bounds[syntax.sentences[noun]]
    told = syntax.lemmas[noun] in words("harms", "told") or syntax.words[noun] == _SOMETHING
    if not told or noun + 2 >= high:
        return None
    start = noun
    while start > low and noun - start < _BEFORE and syntax.upos(start - 1) in ("DET", "ADJ"):
        start -= 1
    plural = syntax.words[noun] != syntax.lemmas[noun] or syntax.words[noun] == _SOMETHING
    opens = syntax.words[start] in ("a", "an", "another", "both") or (start == noun and plural)
    behind = start - low > 2 and syntax.tokens[start - 1].text in (",", "-", "–", "—", "--")
    return start if opens and behind else None


def _verb(syntax: Syntax, first: int) -> int | None:
    """The verb of denying behind a short phrase for who denies."""
    _, high = syntax.bounds[syntax.sentences[first]]
    for index in range(first, min(first + _LONGEST, high)):
        verbal = syntax.upos(index) == "VERB" or syntax.has(index, "nsubj", "aux")
        if syntax.lemmas[index] in _DENYING and verbal and index > first:
            active = group_start(syntax, index) <= index and not syntax.has(index, "aux:pass")
            return index if active and not syntax.negated(index) else None
        if syntax.upos(index) not in _NAMING | _PARTS:
            return None
    return None


def _takes_more(syntax: Syntax, verb: int, times: Sequence[Offsets]) -> bool:
    """ "a report the army denied | having seen": it is something else that is denied."""
    if verb + 1 >= len(syntax.tokens):
        return False
    token = syntax.tokens[verb + 1]
    if any(overlap(time, (token.start, token.end)) for time in times):
        return False
    return syntax.upos(verb + 1) in ("VERB", "AUX", "DET", "PRON", "SCONJ", "PROPN", "NOUN")


def _by(syntax: Syntax, noun: int) -> tuple[int, Offsets] | None:
    """ "a claim | dismissed | by | the mayor": the verb, and who denies."""
    _, high = syntax.bounds[syntax.sentences[noun]]
    verb = noun + 1
    while verb < high and syntax.upos(verb) == "ADV":
        verb += 1
    if verb + 2 >= high or syntax.lemmas[verb] not in _DENYING or syntax.word(verb + 1) != "by":
        return None
    last = verb + 2
    while last < high and last - verb < _LONGEST + 2 and syntax.upos(last) in _NAMING:
        last += 1
    while last > verb + 2 and syntax.upos(last - 1) in ("ADP", "CCONJ", "DET", "PART"):
        last -= 1
    if not any(syntax.upos(i) in ("NOUN", "PROPN", "PRON") for i in range(verb + 2, last)):
        return None
    return verb, syntax.span(range(verb + 2, last))
