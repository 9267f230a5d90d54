"""Attributions that the tagger left without their words, or without whose words they are.

"“…,” underlined | X": whoever stands after the verb is the source, not what was said. "…, X | said,
but Y said that …": the words before X are X's, though the tagger linked none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.closing import interrupting
from onrecord.extract.statements.shapes.glosses import of_thing
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.verbgroup import head_of, lexical, negated

_LEAST = 4
"""Words that must stand before "X said" to be what X said."""
_FEW = 4
"""Words at most that stand before a speaker who breaks in."""
_MARK_GAP = 2
"""Code points between a quotation and the verb that goes with it."""
_NOMINAL = frozenset(
    {"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "NUM", "PRON", "CCONJ", "PUNCT"}
)
_JOINTS = frozenset({"as", "when", "while", "because", "after", "before", "until", "since"})
_DATELINE = re.compile(r"\s*[^\n]{0,60}?\s[–—-]+\s")


def with_contents(
    syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], drawn: Sequence[Draft]
) -> list[Draft]:
    """The drafts as tagged, those that lack their content or their source with it."""
    found = _parted(syntax, [_in_sentence(syntax, draft) for draft in drawn])
    for at, draft in enumerate(found):
        draft = found[at] = _carried_on(syntax, draft)
        between = _between(syntax, lexicon, draft)
        if between is not None:
            found[at] = between
            continue
        judged = of_thing(syntax, lexicon, _with_as(syntax, draft))
        if judged is not None:
            found[at] = judged
            continue
        if draft.cue is None or not _speaks(syntax, lexicon, draft.cue):
            continue
        draft = found[at] = _opening(syntax, found, _behind_verb(syntax, marks, draft))
        mark = _turned(syntax, marks, draft)
        if mark is not None:
            found = [_without(other, mark) for other in found]
            found[at] = replace(draft, source=draft.content[-1], content=(mark,))
        elif (paper := _in_paper(syntax, draft)) is not None:
            found[at] = replace(draft, source=paper[1], cue=paper[0])
        elif draft.source is not None and _outcome(syntax, draft):
            whole = _before(syntax, found, replace(draft, content=()))
            before = draft.content[:-1] or ((whole,) if whole else ())
            found[at] = replace(draft, content=before or draft.content)
        elif draft.source is not None and draft.content:
            found[at] = replace(draft, content=_from_start(syntax, found, draft))
        elif draft.source is not None:
            said = _before(syntax, found, draft)
            if said is not None:
                found[at] = replace(draft, content=(said,))
    return found


def _in_sentence(syntax: Syntax, draft: Draft) -> Draft:
    """ "Nine dead in blast | The army said": a headline above is no part of who says it."""
    if draft.source is None or draft.cue is None:
        return draft
    inside, cue = syntax.within(*draft.source), syntax.within(*draft.cue)
    if not inside or not cue:
        return draft
    mine = [i for i in inside if syntax.sentences[i] == syntax.sentences[cue[0]]]
    if not mine or len(mine) == len(inside):
        return draft
    return replace(draft, source=syntax.span(mine))


def _parted(syntax: Syntax, drawn: Sequence[Draft]) -> list[Draft]:
    """ "X denied | responsibility. The raid was …” | Y added": what Y closes is his.

    Where the tagger ran one's words on into the next sentence and left its own speaker none.
    """
    found = list(drawn)
    for at, draft in enumerate(found):
        if draft.content or draft.source is None or draft.cue is None:
            continue
        begin = min(draft.source[0], draft.cue[0])
        here = syntax.at(begin)
        if here is None:
            continue
        low, _ = syntax.bounds[syntax.sentences[here]]
        opens = syntax.tokens[low].start
        for number, other in enumerate(found):
            if other.cue is None or other.cue[1] > opens or not other.content:
                continue
            start, end = other.content[-1]
            if start < opens < end <= begin and len(syntax.within(end, begin)) <= 1:
                before = start, syntax.tokens[low - 1].end
                found[number] = replace(other, content=(*other.content[:-1], before))
                found[at] = replace(draft, content=((opens, end),))
    return found


def _speaks(syntax: Syntax, lexicon: Cues, cue: Offsets) -> bool:
    """Whether the cue is a verb that takes a clause, and says that something was said."""
    head = head_of(syntax, cue, lexicon)
    if head is None or syntax.upos(head) != "VERB" or negated(syntax, head):
        return False
    return "clause" in lexicon.verbs.get(lexical(syntax, head, lexicon), {})


def _carried_on(syntax: Syntax, draft: Draft) -> Draft:
    """ "The army, according to residents, | had left": the verb of what was begun before it."""
    if draft.cue is None or draft.source is None or len(draft.content) != 1:
        return draft
    words_ = [syntax.words[i] for i in syntax.within(*draft.cue)]
    part = draft.content[0]
    if words_ != ["according", "to"] or part[1] > draft.cue[0] or draft.source[0] < draft.cue[1]:
        return draft
    inside = syntax.within(*part)
    if not inside or any(syntax.upos(i) not in _NOMINAL for i in inside):
        return draft
    comma = syntax.at(draft.source[1])
    _, high = syntax.bounds[syntax.sentences[inside[0]]]
    if comma is None or comma + 2 >= high or syntax.tokens[comma].text != ",":
        return draft
    if syntax.upos(comma + 1) not in ("VERB", "AUX"):
        return draft
    rest = syntax.tokens[comma + 1].start, syntax.tokens[high - 1].end
    return replace(draft, content=(part, rest))


def _between(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft | None:
    """ "The air|, they said,| was clean": the draft with the speaker who interrupts the clause."""
    if draft.cue is None:
        return None
    verb = head_of(syntax, draft.cue, lexicon)
    found = interrupting(syntax, lexicon, verb) if verb is not None else None
    if found is None or found.source is None:
        return None
    return replace(draft, source=found.source, cue=found.cue, content=found.content)


def _with_as(syntax: Syntax, draft: Draft) -> Draft:
    """ "condemned as | piracy": what it is condemned as is said of it."""
    if draft.cue is None or len(draft.content) != 1 or draft.content[0][0] < draft.cue[1]:
        return draft
    inside = syntax.within(*draft.cue)
    if len(inside) < 2 or syntax.words[inside[-1]] != "as":
        return draft
    cue = draft.cue[0], syntax.tokens[inside[-2]].end
    start = syntax.tokens[inside[-1]].start
    return replace(draft, cue=cue, content=((start, draft.content[0][1]),))


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


def _behind_verb(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """ "“Who was it?” asked | the mayor": right behind a quotation and its verb, who says it."""
    if draft.source is not None or draft.cue is None or len(draft.content) != 1:
        return draft
    end = draft.content[0][1]
    if not any(mark[1] == end for mark in marks) or not 0 <= draft.cue[0] - end <= _MARK_GAP:
        return draft
    verb = syntax.at(draft.cue[1] - 1)
    if verb is None or syntax.upos(verb) != "VERB":
        return draft
    kids = [k for k in syntax.kids(verb, "nsubj", "obj", "iobj") if k > verb]
    if len(kids) != 1 or syntax.upos(kids[0]) not in ("NOUN", "PROPN"):
        return draft
    phrase = noun_phrase(syntax, kids[0])
    beside = not syntax.text[draft.cue[1] : phrase[0]].strip()
    return replace(draft, source=phrase) if beside else draft


def _opening(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft:
    """ "There was|, he said,| no way back": the few words before the speaker belong to the rest."""
    if draft.source is None or draft.cue is None or not draft.content:
        return draft
    first = syntax.at(draft.source[0])
    if first is None or draft.content[0][0] < draft.cue[1] or draft.source[1] > draft.cue[0]:
        return draft
    low, _ = syntax.bounds[syntax.sentences[first]]
    lead = range(low, first - 1)
    if not 1 < len(lead) <= _FEW or syntax.tokens[first - 1].text != ",":
        return draft
    behind = syntax.within(*draft.content[0])[0]
    if "," not in (syntax.tokens[behind - 1].text, syntax.tokens[behind - 2].text):
        return draft
    told = syntax.upos(lead[0]) in ("PRON", "DET", "NOUN", "PROPN")
    if not told or syntax.upos(lead[-1]) not in ("AUX", "VERB"):
        return draft
    span = syntax.span(list(lead))
    if any(overlap(span, other) for d in found for other in d.spans()):
        return draft
    return replace(draft, content=(span, *draft.content))


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


def _outcome(syntax: Syntax, draft: Draft) -> bool:
    """ "The talks failed, X said, | dashing hopes": what came of it the reporter tells."""
    if draft.cue is None or not draft.content or draft.content[-1][0] < draft.cue[1]:
        return False
    first = syntax.at(draft.content[-1][0])
    comma = syntax.text[draft.cue[1] : draft.content[-1][0]].strip() == ","
    if not comma or first is None or not syntax.words[first].endswith("ing"):
        return False
    return syntax.lemmas[first] in words("idioms", "outcome")


def _in_paper(syntax: Syntax, draft: Draft) -> tuple[Offsets, Offsets] | None:
    """ "it | is said in the statement of X": cue and source; the paper says it."""
    if draft.cue is None or not draft.content:
        return None
    if draft.source and syntax.text[slice(*draft.source)].lower() != "it":
        return None
    inside = list(syntax.within(*draft.cue))
    last = next((i for i in inside if syntax.upos(i) == "VERB"), None)
    if last is None or not syntax.has(last, "aux:pass"):
        return None
    _, high = syntax.bounds[syntax.sentences[last]]
    if last + 2 >= high or syntax.word(last + 1) != "in":
        return None
    paper = next((i for i in syntax.kids(last, "obl") if i > last + 1), None)
    if paper is None or syntax.lemmas[paper] not in words("channels", "voice") | {
        "document",
        "report",
    }:
        return None
    source = noun_phrase(syntax, paper, after=last + 1)
    if any(overlap(source, part) for part in draft.content):
        return None
    return (syntax.tokens[inside[0]].start, syntax.tokens[last + 1].end), source


def _from_start(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> tuple[Offsets, ...]:
    """ "The ship sank | as it left port, X said": no sentence is said from its middle on."""
    assert draft.cue is not None
    start, end = draft.content[0]
    first = syntax.at(start)
    if first is None or end > draft.cue[0] or syntax.words[first] not in _JOINTS:
        return draft.content
    low, high = syntax.bounds[syntax.sentences[first]]
    cue = syntax.at(draft.cue[0])
    if cue is None or not low < first < cue < high or syntax.upos(first - 1) == "PUNCT":
        return draft.content
    begin = syntax.tokens[_after_dateline(syntax, low, first)].start
    lead = begin, syntax.tokens[first - 1].end
    if any(overlap(lead, other) for d in found for other in d.spans()):
        return draft.content
    verbal = any(syntax.upos(i) in ("VERB", "AUX") for i in syntax.within(*lead))
    return ((begin, end), *draft.content[1:]) if verbal else draft.content
