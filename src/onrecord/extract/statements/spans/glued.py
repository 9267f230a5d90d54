"""Sources that took in the end of what they say, where a comma is lost: "killed nine in the city of
Lun | state television said"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.model.analysis import Analysis

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_ARTICLES = frozenset({"a", "an", "the"})
_PEOPLE = frozenset({"person", "people"})


def unglued(analysis: Analysis, syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each source that a preposition stands before cut to who speaks."""
    starts = {n.start: n.kind in ("GPE", "LOC") for n in (*analysis.names, *analysis.toponyms)}
    cut = {id(draft): _cut(syntax, draft, starts) for draft in drafts}
    return [
        replace(cut[id(d)], outer=cut.get(id(d.outer), d.outer)) if d.outer else cut[id(d)]
        for d in drafts
    ]


def _cut(syntax: Syntax, draft: Draft, starts: Mapping[int, bool]) -> Draft:
    if draft.source is None or draft.cue is None or draft.cue[0] < draft.source[1]:
        return draft
    inside = syntax.within(*draft.source)
    if len(inside) < 2 or inside[0] == 0 or not _governed(syntax, inside[0]):
        return draft
    if draft.outer is not None and syntax.word(inside[0] - 1) in ("by", "from"):
        return draft  # "a message by | the party's leader | that urges them": who wrote it
    begins = [i for i in inside[1:] if _begins(syntax, i, starts, inside[-1])]
    if not begins:
        return draft
    first = syntax.tokens[begins[0]].start
    content = tuple(
        (start, syntax.tokens[begins[0] - 1].end)
        if _before(syntax, end, draft.source)
        else (start, end)
        for start, end in draft.content
    )
    return replace(draft, source=(first, draft.source[1]), content=content)


def _of_name(syntax: Syntax, index: int, last: int, starts: Mapping[int, bool]) -> bool:
    """ "the wounded | Observatory | chief": a name, of no place, that describes who speaks."""
    token = syntax.tokens[index]
    place = starts.get(token.start, False)
    inner = syntax.deprel(index) == "compound" and index < syntax.heads[index] <= last
    return token.upos == "PROPN" and not place and inner


def _before(syntax: Syntax, end: int, source: Offsets) -> bool:
    """Whether what is told ends right before the source, or before the preposition there."""
    between = syntax.within(end, source[0]) if end < source[0] else range(0)
    return end <= source[0] and len(between) <= 1 and all(syntax.upos(i) == "ADP" for i in between)


def _governed(syntax: Syntax, first: int) -> bool:
    """Whether a preposition of the words before takes what the source begins with."""
    before = first - 1
    if syntax.sentences[before] != syntax.sentences[first] or syntax.upos(before) != "ADP":
        return False
    return syntax.word(before) != "with"  # "with | a monitor | saying …"


def _begins(syntax: Syntax, index: int, starts: Mapping[int, bool], last: int) -> bool:
    """Whether who speaks may begin at a token: an article, a name or a noun for tellers right
    behind a noun that is no part of it."""
    if syntax.upos(index - 1) not in _NOUNS and syntax.words[index - 1] not in ("wounded", "dead"):
        return False
    word, named = syntax.word(index), syntax.tokens[index].start in starts
    if word in _ARTICLES:
        return True
    if syntax.tokens[index - 1].start in starts and syntax.upos(index) == "PROPN" and not named:
        return False  # within one name
    if named and syntax.upos(index - 1) == "PROPN":
        return True  # "in Geneva | Ada Cole"
    return _tellers(syntax, index, last)


def _tellers(syntax: Syntax, index: int, last: int) -> bool:
    """Whether the words up to the source's end are those for who tells: "local sources"."""
    told = [syntax.words[i] for i in range(index, last + 1)]
    if " ".join(told) in words("headlines", "tellers"):
        return True
    sort = actor_words().sort_of(told[:1])
    titled = actor_words().title_only(told[:1]) or (sort is not None and sort.kind in _PEOPLE)
    title = titled and len(told) > 1 and syntax.upos(index + 1) == "PROPN"
    tail = " ".join(told[1:])
    adjective = syntax.upos(index) == "ADJ" or told[0] in words("headlines", "describing")
    describes = adjective and tail in words("headlines", "tellers")
    return title or describes
