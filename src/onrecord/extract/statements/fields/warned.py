"""Whom one warns: "warned | the network | about the threat of an attack".

Who is warned is told so, and what of stands behind. "threatened the group", "warned the paper" tell
nothing that was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim

_WARNING = frozenset({"warn", "caution", "alert"})
_MENACING = frozenset({"threaten", "warn", "menace"})
_OF = frozenset({"about", "of", "over"})
_AGAINST = "against"
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "ADP", "CCONJ"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST = 8
"""Words of who is warned, at most."""


def of_what(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """The draft with a content that begins behind whoever was warned."""
    if draft.head is None or draft.cue is None or not draft.content:
        return draft
    start, end = draft.content[0]
    verb = syntax.lemmas[draft.head] in _WARNING and syntax.upos(draft.head) == "VERB"
    beside = start >= draft.cue[1] and not syntax.text[draft.cue[1] : start].strip()
    if not verb or not beside or any(mark[0] <= start < mark[1] for mark in marks):
        return draft
    inside = list(syntax.within(start, end))
    link = _link(syntax, inside)
    if link is None:
        return draft
    first = link if syntax.words[inside[link]] == _AGAINST else link + 1
    part = trim(syntax, (syntax.tokens[inside[first]].start, end))
    return replace(draft, content=(part, *draft.content[1:])) if part else draft


def _link(syntax: Syntax, inside: Sequence[int]) -> int | None:
    """Where the preposition stands that leads from who is warned to what of."""
    found: list[int] = []
    for at, index in enumerate(inside[: _LONGEST + 1]):
        if syntax.words[index] in _OF or syntax.words[index] == _AGAINST:
            found.append(at)
        elif syntax.upos(index) not in _PHRASE:
            break
    plain = [at for at in found if syntax.words[inside[at]] != "of"]
    link = next(iter(plain or found[-1:]), None)
    if not link or link + 1 >= len(inside):
        return None
    if plain:
        return link if any(syntax.upos(i) in _NOMINAL for i in inside[:link]) else None
    # "the governor of Lun" is warned of nothing
    named = syntax.upos(inside[link + 1]) == "PROPN"
    return link if not named and _somebody(syntax, inside[:link]) else None


def _somebody(syntax: Syntax, phrase: Sequence[int]) -> bool:
    """Whether a phrase may be of persons, or a body: no name is asked for."""
    known = actor_words()
    for index in phrase:
        if syntax.upos(index) in ("PROPN", "PRON"):
            return True
        lemma = syntax.lemmas[index]
        noun = syntax.upos(index) == "NOUN"
        if noun and (lemma in known.nouns or known.sort_of([lemma], lemma) is not None):
            return True
    return False


def only_whom(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> bool:
    """ "threatened | the group", "aimed at warning | the students": nothing is told of what."""
    if draft.head is None or len(draft.content) != 1 or syntax.upos(draft.head) != "VERB":
        return False
    if syntax.lemmas[draft.head] not in _MENACING:
        return False
    part = draft.content[0]
    inside = list(syntax.within(*part))
    if any(overlap(mark, part) for mark in marks) or not inside or inside[0] < draft.head:
        return False
    if any(syntax.upos(i) not in _PHRASE - {"ADP"} for i in inside):
        return False
    top = syntax.top(*part)
    if top is None or syntax.heads[top] != draft.head or syntax.deprel(top) != "obj":
        return False
    return _somebody(syntax, [top])
