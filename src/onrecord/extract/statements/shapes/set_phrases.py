"""Attributions by a verb with set words behind it: "took issue with the count", "put the blame on
the ministry", "gave the rebels 48 hours to leave"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast, get_args

from onrecord import lexicons
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Frame
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, happened
from onrecord.records import Act

_BETWEEN = frozenset({"DET", "ADJ", "PRON", "ADV", "NUM", "PART"})
_GAP = 3
"""Words of those kinds between two words of a phrase, at most."""
_FAR = 8
"""Words between a phrase and the word that is looked for behind it, at most."""
_WHY = frozenset({"for", "over", "about"})
_UNITS = frozenset({"minute", "hour", "day", "week", "month"})
_TERM = 9
"""Words from "gave" to what is to be done, at most."""


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """A phrase of the lexicon: its words behind the verb, and the word looked for behind those."""

    act: Act
    frame: Frame
    words: tuple[str, ...]
    behind: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text: its last token, and the preposition that what is said hangs on."""

    phrase: SetPhrase
    last: int
    case: int


@cache
def _listed(folder: str | None = None) -> dict[str, tuple[SetPhrase, ...]]:
    """The lexicon's phrases by their verbs, the longer ones first."""
    found: dict[str, list[SetPhrase]] = {}
    for act, table in lexicons.load("statements/set_phrases", folder=folder).items():
        if act not in get_args(Act):
            continue
        for frame, entries in table.items():
            for entry in entries:
                words, _, behind = entry.partition(" | ")
                verb, *rest = words.split()
                phrase = SetPhrase(cast(Act, act), cast(Frame, frame), tuple(rest), behind or None)
                found.setdefault(verb, []).append(phrase)
    return {
        verb: tuple(sorted(phrases, key=lambda one: -len(one.words)))
        for verb, phrases in found.items()
    }


def phrase_at(syntax: Syntax, verb: int) -> Found | None:
    """The phrase of the lexicon that begins with a verb, None if none does."""
    if syntax.upos(verb) != "VERB":
        return None
    _, high = syntax.bounds[syntax.sentences[verb]]
    for phrase in _listed().get(syntax.lemmas[verb], ()):
        last = verb
        for word in phrase.words:
            last = _next(syntax, last, high, word)
            if last < 0:
                break
        if last < 0:
            continue
        case = last if phrase.behind is None else _behind(syntax, last, high, phrase.behind)
        if case is not None:
            return Found(phrase, last, case)
    return None


def _next(syntax: Syntax, last: int, high: int, word: str) -> int:
    """Where the next word of a phrase stands; -1 where others stand between."""
    for index in range(last + 1, min(last + 2 + _GAP, high)):
        if word in (syntax.lemmas[index], syntax.words[index]):
            return index
        if syntax.upos(index) not in _BETWEEN:
            return -1
    return -1


def _behind(syntax: Syntax, last: int, high: int, word: str) -> int | None:
    """Where the word behind a phrase stands: "put the blame for the fire | on"."""
    for index in range(last + 1, min(last + 1 + _FAR, high)):
        if syntax.words[index] == word:
            return index
        if syntax.upos(index) in ("VERB", "AUX", "PUNCT", "SCONJ"):
            return None
    return None


def set_phrase(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "The minister | took issue with | the count": by whoever does so."""
    if speaker is None or not happened(syntax, verb) or not somebody(syntax, speaker):
        return None
    found = phrase_at(syntax, verb)
    if found is None:
        return _ultimatum(syntax, verb, speaker)
    part = _content(syntax, verb, found)
    if part is None:
        return None
    source = noun_phrase(syntax, speaker)
    fronted = syntax.words[verb].endswith("ing") and part[1] <= source[0]
    if source[1] > syntax.tokens[verb].start and not fronted:
        return None
    return Draft(source, _cue(syntax, verb, found.last), (part,), head=verb, by="rule")


def with_phrase(syntax: Syntax, draft: Draft) -> Draft:
    """A tagged attribution with the whole of its phrase for a cue, and what stands behind it."""
    if draft.head is None or draft.cue is None or len(draft.content) > 1:
        return draft
    found = phrase_at(syntax, draft.head)
    part = _content(syntax, draft.head, found) if found else None
    if found is None or part is None or (draft.content and draft.content[0][1] < part[0]):
        return draft
    return replace(draft, cue=_cue(syntax, draft.head, found.last), content=(part,))


def _cue(syntax: Syntax, verb: int, last: int) -> Offsets:
    return syntax.tokens[group_start(syntax, verb)].start, syntax.tokens[last].end


def _content(syntax: Syntax, verb: int, found: Found) -> Offsets | None:
    """What stands behind a phrase: its object and what for, or its clause."""
    _, high = syntax.bounds[syntax.sentences[verb]]
    if found.phrase.frame == "clause":
        told = [k for k in syntax.kids(verb, "ccomp", "advcl", "acl") if k > found.last]
        told += [k for k in syntax.kids(found.last, "ccomp", "acl") if k > found.last]
        first = found.last + 1
        opens = first < high and syntax.words[first] in ("that", "who", "what", "why", "how")
        if not opens or not told:
            return None
        inside = [i for i in syntax.subtree(told[0]) if i >= first]
        return trim(syntax, syntax.span(inside)) if inside else None
    target = syntax.heads[found.case]
    if target <= found.case:
        return None
    inside = [i for i in syntax.subtree(target) if i > found.case]
    inside = list(range(found.last + 1, found.case + 1)) + inside
    for more in syntax.kids(verb, "obl", "advcl", "nmod"):
        marks = {syntax.words[k] for k in syntax.kids(more, "case", "mark")}
        run = syntax.subtree(more)
        if marks & _WHY and inside and run[0] == inside[-1] + 1:
            inside += run
    return trim(syntax, syntax.span(inside)) if _unbroken(inside) else None


def _unbroken(inside: Sequence[int]) -> bool:
    return bool(inside) and inside[-1] - inside[0] + 1 == len(inside)


def _ultimatum(syntax: Syntax, verb: int, speaker: int) -> Draft | None:
    """ "Lun | gave | Besk 48 hours to pull back", "gave the rebels until Friday to leave"."""
    if syntax.lemmas[verb] != "give" or speaker > verb:
        return None
    _, high = syntax.bounds[syntax.sentences[verb]]
    reach = range(verb + 2, min(verb + _TERM, high - 2))
    term = next((i for i in reach if _term(syntax, i)), None)
    to = next((i for i in reach if term is not None and i > term and syntax.words[i] == "to"), None)
    if term is None or to is None or syntax.upos(to + 1) != "VERB":
        return None
    if any(syntax.upos(i) in ("VERB", "AUX", "PUNCT") for i in range(verb + 1, to)):
        return None
    whom = [i for i in range(verb + 1, term) if syntax.upos(i) in ("NOUN", "PROPN", "PRON")]
    if not whom or not somebody(syntax, whom[-1]):
        return None
    inside = [i for i in range(verb + 1, high) if i <= max(syntax.subtree(to + 1))]
    part = trim(syntax, syntax.span(inside))
    source = noun_phrase(syntax, speaker)
    if part is None or source[1] > syntax.tokens[verb].start:
        return None
    return Draft(source, _cue(syntax, verb, verb), (part,), head=verb, by="rule")


def _term(syntax: Syntax, index: int) -> bool:
    """Whether a term begins at a token: "48 hours", "until Friday"."""
    if syntax.words[index] in ("until", "till"):
        return True
    near = syntax.lemmas[index + 1 : index + 3]
    return (syntax.upos(index) == "NUM" or syntax.words[index] == "a") and bool(_UNITS & set(near))


def ultimatum(syntax: Syntax, draft: Draft) -> bool:
    """Whether a draft is an order with a term: "gave Besk 48 hours to pull back"."""
    if draft.head is None or not draft.content or syntax.lemmas[draft.head] != "give":
        return False
    inside = list(syntax.within(*draft.content[0]))
    return draft.by == "rule" and any(_term(syntax, i) for i in inside[1:-2])
