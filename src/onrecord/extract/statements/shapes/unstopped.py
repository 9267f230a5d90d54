"""Texts that have lost their stops: where a speaker, a heading or a sentence begins all the same.

Pages that are scraped or stored carelessly lose commas, and the line between a heading and its
text. The tagger then runs one into the other. What the order of words tells without them is mended
here; a text with its stops has nothing of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap

_NAMING = ("NOUN", "PROPN")
_ARTICLES = frozenset({"A", "An", "The"})
_HEADING = 8
"""Words at most that a heading without a stop puts before a sentence, or a source."""
_CLAUSE = 4
"""Words that a clause must have at least."""
_PLACED = frozenset({"in", "at", "across", "inside", "throughout", "near", "over"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DASH = re.compile(r"(?:^|\s)[-–—]\s*$")


def unstopped(
    syntax: Syntax,
    lexicon: Cues,
    marks: Sequence[Offsets],
    times: Sequence[Offsets],
    drawn: Sequence[Draft],
) -> list[Draft]:
    """The drafts as tagged, without what lost stops have run into them."""
    found = []
    for draft in drawn:
        draft = _named_is(syntax, draft)
        draft = _byline(syntax, draft)
        draft = _misplaced(syntax, draft)
        draft = _at_end(syntax, lexicon, draft)
        draft = _counted(syntax, draft)
        draft = _noted(syntax, lexicon, draft)
        draft = _relative(syntax, draft)
        draft = _governed(syntax, marks, draft)
        found.append(_afresh(syntax, marks, times, draft))
    return _papers(syntax, found)


def _papers(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """ "X said that it fell | the Herald | reported": what X has said is what the paper reports."""
    kept = []
    for draft in found:
        if draft.source is not None and draft.cue is not None and not draft.content:
            told = [d for d in found if d.source and d.cue and closed_by(syntax, d, draft)]
            if len(told) == 1 and told[0].source is not None:
                whole = told[0].source[0], told[0].content[-1][1]
                draft = replace(draft, content=(whole,))
        kept.append(draft)
    return kept


def closed_by(syntax: Syntax, told: Draft, paper: Draft) -> bool:
    """Whether somebody's words end where a paper closes their sentence: "… | LNA reported"."""
    assert paper.source is not None and paper.cue is not None
    if told.source is None or told.cue is None or not told.content or told.source > told.cue:
        return False
    cue = syntax.within(*paper.cue)
    here = syntax.within(*told.cue)
    same = bool(cue and here) and syntax.sentences[cue[-1]] == syntax.sentences[here[0]]
    follows = 0 < paper.source[0] - told.content[-1][1] <= 2 and paper.source[1] < paper.cue[0]
    return (
        same and follows and syntax.lemmas[cue[-1]] == "report" and told.content[0][0] > told.cue[0]
    )


def _named_is(syntax: Syntax, draft: Draft) -> Draft:
    """ "On Monday | IS said |": capitals and a verb behind it tell a name from "is"."""
    if draft.source is not None or draft.cue is None:
        return draft
    inside = syntax.within(*draft.cue)
    if len(inside) < 2 or syntax.tokens[inside[0]].text != "IS":
        return draft
    first, rest = syntax.tokens[inside[0]], (syntax.tokens[inside[1]].start, draft.cue[1])
    return replace(draft, source=(first.start, first.end), cue=rest)


def _byline(syntax: Syntax, draft: Draft) -> Draft:
    """ "Two Die in Raid - Reports | Herald Ada Cole": whoever stands behind a headline's last word
    has not reported it."""
    if draft.source is None or draft.cue is None or draft.source[0] < draft.cue[1]:
        return draft
    word = syntax.text[slice(*draft.cue)]
    if word not in ("Reports", "Report", "Sources") or not _DASH.search(
        syntax.text[max(draft.cue[0] - 3, 0) : draft.cue[0]]
    ):
        return draft
    return replace(draft, source=None)


def _misplaced(syntax: Syntax, draft: Draft) -> Draft:
    """ "took land in | Besk | declaring an emirate": where it was done declares nothing."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return draft
    cue, source = syntax.within(*draft.cue), syntax.within(*draft.source)
    if (
        not cue
        or not source
        or not syntax.words[cue[0]].endswith("ing")
        or source[-1] + 1 != cue[0]
    ):
        return draft
    if not all(syntax.upos(i) == "PROPN" for i in source):
        return draft
    before = source[0] - 1
    if before > 1 and syntax.words[before] in ("and", "or") and syntax.upos(before - 1) == "PROPN":
        before -= 2
    if before > 0 and syntax.words[before] == "both":
        before -= 1
    placed = before >= 0 and syntax.words[before] in _PLACED
    return replace(draft, source=None) if placed else draft


def _at_end(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "… set off his charge Barov | said |": the name before the verb has said what it follows."""
    if draft.source is not None or draft.cue is None or len(draft.content) != 1:
        return draft
    part, cue = draft.content[0], syntax.within(*draft.cue)
    if (
        not 0 < draft.cue[0] - part[1] <= 1
        or len(cue) != 1
        or not listed_verb(syntax, lexicon, cue[0])
    ):
        return draft
    inside = list(syntax.within(*part))
    for first in range(_CLAUSE, len(inside) - 2):
        end = counted(syntax, inside[first])
        rest = [i for i in inside if end is not None and i > end]
        if rest and all(syntax.upos(i) in (*_NAMING, "ADJ") for i in rest):
            told = syntax.span(inside[: first + 2])
            return replace(draft, source=syntax.span(rest), content=(told,))
    at = len(inside)
    while at and syntax.upos(inside[at - 1]) == "PROPN" and _capital(syntax, inside[at - 1]):
        at -= 1
    if at < len(inside) and at and syntax.words[inside[at - 1]] == "the":
        at -= 1
    if at == len(inside) or at < _CLAUSE or syntax.words[cue[0]].endswith("ing"):
        return draft
    if syntax.upos(inside[at - 1]) not in ("NOUN", "ADJ", "NUM", "ADV"):
        return draft
    if not any(syntax.upos(i) == "VERB" for i in inside[:at]):
        return draft
    source, content = syntax.span(inside[at:]), syntax.span(inside[:at])
    return replace(draft, source=source, content=(content,))


def _counted(syntax: Syntax, draft: Draft) -> Draft:
    """ "… killing | eight soldiers opposition activists | said": those counted behind a verb of
    harm are whom it befell."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return draft
    inside = list(syntax.within(*draft.source))
    end = counted(syntax, inside[0]) if inside else None
    if end is None or end + 1 > inside[-1]:
        return draft
    source = syntax.span(list(range(end + 1, inside[-1] + 1)))
    told = syntax.tokens[end].end
    content = tuple(
        (start, told) if 0 <= draft.source[0] - stop <= 1 else (start, stop)
        for start, stop in draft.content
    )
    return replace(draft, source=source, content=content)


def counted(syntax: Syntax, first: int) -> int | None:
    """The last word of "eight soldiers" at ``first``, if a verb of harm stands before it."""
    if first < 1 or first + 1 >= len(syntax.tokens) or syntax.upos(first) != "NUM":
        return None
    if syntax.upos(first - 1) != "VERB" or syntax.lemmas[first - 1] not in (
        "kill",
        "wound",
        "injure",
    ):
        return None
    return first + 1 if people(syntax, first + 1) else None


def people(syntax: Syntax, index: int) -> bool:
    """Whether a word is a plural that means people: "soldiers", "civilians"."""
    word = syntax.words[index]
    sort = actor_words().sort_of([word], word.removesuffix("s"))
    plural = syntax.upos(index) == "NOUN" and (word.endswith("s") or word == "people")
    return (
        plural and sort is not None and sort.kind in ("people", "military", "armed_group", "person")
    )


def _noted(syntax: Syntax, lexicon: Cues, draft: Draft) -> Draft:
    """ "Noting that it fell | they said that …": the main clause begins where somebody speaks."""
    if draft.cue is None or len(draft.content) != 1 or draft.content[0][0] < draft.cue[1]:
        return draft
    cue = syntax.within(*draft.cue)
    low, _ = syntax.bounds[syntax.sentences[cue[0]]] if cue else (0, 0)
    if not cue or cue[0] != low or not syntax.words[cue[0]].endswith("ing"):
        return draft
    inside = list(syntax.within(*draft.content[0]))
    for at in range(_CLAUSE, len(inside) - 2):
        here, verb, that = inside[at : at + 3]
        if syntax.upos(here) == "PRON" and syntax.words[that] == "that":
            if listed_verb(syntax, lexicon, verb) and syntax.upos(inside[at - 1]) in _NAMING:
                return replace(draft, content=(syntax.span(inside[:at]),))
    return draft


def _relative(syntax: Syntax, draft: Draft) -> Draft:
    """ "…, said the group | that relies on volunteers": that tells who, not what was said."""
    if draft.source is None or draft.cue is None or len(draft.content) < 2:
        return draft
    end = draft.source[1]
    before = any(part[1] <= draft.cue[0] for part in draft.content)
    if not before or draft.source[0] < draft.cue[1]:
        return draft
    kept = []
    for part in draft.content:
        first = syntax.at(part[0])
        opens = first is not None and syntax.words[first] in ("that", "which", "who", "whose")
        if not (opens and 0 <= part[0] - end <= 1):
            kept.append(part)
    return replace(draft, content=tuple(kept))


def _governed(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """ "It came amid silence over | the attack on the town where many died X said": a clause that
    somebody said before its end has not begun behind a preposition."""
    if draft.source is None or draft.cue is None or len(draft.content) != 1:
        return draft
    part = draft.content[0]
    inside = syntax.within(*part)
    closes = part[1] <= draft.source[0] and draft.source[1] <= draft.cue[0]
    if not inside or not closes or draft.source[0] - part[1] > 1 or len(inside) < _CLAUSE:
        return draft
    if inside[0] == 0 or syntax.upos(inside[0] - 1) != "ADP":
        return draft
    low, _ = syntax.bounds[syntax.sentences[inside[0]]]
    lead = syntax.tokens[low].start
    if any(overlap(mark, (lead, part[1])) for mark in marks) or inside[0] - low < 2:
        return draft
    if not any(syntax.upos(i) in ("VERB", "AUX") for i in range(low, inside[0])):
        return replace(draft, content=((syntax.tokens[inside[0] - 1].start, part[1]),))
    if any(syntax.tokens[i].text in ",;:" for i in range(low, inside[0])):
        return draft
    return replace(draft, content=((lead, part[1]),))


def _afresh(
    syntax: Syntax, marks: Sequence[Offsets], times: Sequence[Offsets], draft: Draft
) -> Draft:
    """A heading, a date line, a place name that stand before a sentence without a stop, cut off."""
    content = []
    for start, end in draft.content:
        if not any(mark[0] <= start < mark[1] for mark in marks):
            begin = fresh(syntax, start, end)
            start = begin if begin is not None else start
            for _, behind in times:
                if start < behind < end and _line_ends(syntax, times, behind):
                    start = syntax.tokens[syntax.within(behind, end)[0]].start
        content.append((start, end))
    return begun(syntax, replace(draft, content=tuple(content)))


def begun(syntax: Syntax, draft: Draft) -> Draft:
    """The draft with a source that begins where its sentence does."""
    if draft.source is None:
        return draft
    begin = fresh(syntax, *draft.source)
    return draft if begin is None else replace(draft, source=(begin, draft.source[1]))


def _line_ends(syntax: Syntax, times: Sequence[Offsets], end: int) -> bool:
    """Whether a day with its year ends here and a sentence begins: "6 May 2030 | At least two"."""
    day = next(syntax.text[s:e] for s, e in times if e == end)
    after = syntax.at(end + 1)
    if after is None or not _YEAR.search(day) or len(day.split()) < 3:
        return False
    opens = syntax.tokens[after].text[:1].isupper() and syntax.upos(after) not in ("PROPN", "VERB")
    return opens and syntax.text[end : end + 1] == " "


def fresh(syntax: Syntax, start: int, end: int) -> int | None:
    """Where a sentence begins within a stretch, behind a heading that has no stop.

    "Lima | A source", "attack police | Three men": a capital that only a sentence's first word has,
    right behind a noun.
    """
    inside = syntax.within(start, end)
    for index in inside[1 : _HEADING + 1]:
        text = syntax.tokens[index].text
        if index + 1 >= len(syntax.tokens) or syntax.upos(index - 1) not in _NAMING:
            continue
        if syntax.text[syntax.tokens[index - 1].end : syntax.tokens[index].start] != " ":
            continue
        if not (
            text in _ARTICLES
            or (syntax.upos(index) == "NUM" and text[1:].islower() and text[:1].isupper())
        ):
            continue
        after = syntax.tokens[index + 1].text
        lower = after[:1].islower() and syntax.upos(index + 1) in ("NOUN", "ADJ", "VERB", "ADV")
        names = (
            text == "The" and syntax.upos(index + 1) in ("PROPN", "ADJ") and index - inside[0] <= 3
        )
        verbs = any(
            syntax.upos(i) in ("VERB", "AUX") and _finite(syntax, i)
            for i in range(inside[0], index)
        )
        if (lower or names) and not verbs:
            return syntax.tokens[index].start
    return None


def _finite(syntax: Syntax, index: int) -> bool:
    return syntax.upos(index) == "AUX" or syntax.has(index, "nsubj", "nsubj:pass")


def listed_verb(syntax: Syntax, lexicon: Cues, index: int) -> bool:
    """Whether a word is a verb by which a clause is said."""
    return syntax.upos(index) == "VERB" and "clause" in lexicon.verbs.get(syntax.lemmas[index], {})


def _capital(syntax: Syntax, index: int) -> bool:
    return syntax.tokens[index].text[:1].isupper()
