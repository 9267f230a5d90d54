"""Contents whose end stands in the wrong place: the reporter's gloss and deeds taken in, a clause
begun and not ended.

"blamed “outsiders,” | an apparent reference to Norway"; "chanting “Go home” | and burning a flag";
"asked for access to the man|, whose conviction on spying".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers
from onrecord.extract.statements.words.unsaid import trim

_MEANING = frozenset({"reference", "allusion"})
_REFERRING = frozenset({"referring", "alluding"})
_SHOUTS = frozenset({"chant", "shout", "yell", "scream", "cry", "sing"})
_QUOTES = frozenset({'"', "”", "’’", "''"})
_MEANWHILE = frozenset({"as", "while", "before", "after", "until"})
_DASHES = frozenset({"-", "--", "–", "—"})
_OPENS = frozenset({'"', "“", "''", "‘"})
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_NEAR = 5


def ended(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """The draft with a content that ends with what was said."""
    if not draft.content or draft.cue is None or draft.content[-1][0] < draft.cue[1]:
        return draft
    start, end = draft.content[-1]
    inside = list(syntax.within(start, end))
    cut = _gloss(syntax, inside)
    cut = cut if cut is not None else _led_on(syntax, inside)
    cut = cut if cut is not None else _deed(syntax, marks, draft, inside)
    cut = cut if cut is not None else _half(syntax, inside)
    cut = cut if cut is not None else _behind_dash(syntax, marks, draft, inside)
    if cut is None or cut <= start:
        return draft
    part = trim(syntax, (start, cut))
    return replace(draft, content=(*draft.content[:-1], part)) if part else draft


def _led_on(syntax: Syntax, inside: Sequence[int]) -> int | None:
    """ "shot at the river|, in which | prosecutors say nine died": it leads to what others say."""
    if len(inside) < _LEAST_LED or syntax.words[inside[-1]] not in ("which", "whom"):
        return None
    joint = inside[-2] if syntax.upos(inside[-2]) == "ADP" else inside[-1]
    return syntax.tokens[joint - 1].end


_LEAST_LED = 4
"""Tokens of a content that may end in words that lead on."""


def offence(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """ "fined the club for | “fixing the match”": what it did, and not whom it befell."""
    if draft.head is None or syntax.lemmas[draft.head] not in words("idioms", "penalty"):
        return draft
    for start, end in draft.content:
        for mark in marks:
            first = syntax.at(mark[0] + 1)
            if not start <= mark[0] < end or first is None or first < 2:
                continue
            before = first - 2 if syntax.tokens[first - 1].text in _OPENS else first - 1
            if syntax.words[before] == "for":
                return replace(draft, content=((mark[0], max(end, mark[1])),))
    return draft


def rejoined(syntax: Syntax, drawn: Sequence[Draft]) -> list[Draft]:
    """ "said | the men|, referring to the rebels, had fled": one content, that goes on behind."""
    found = list(drawn)
    for aside in drawn:
        first = syntax.at(aside.cue[0]) if aside.cue else None
        if first is None or syntax.words[first] not in _REFERRING or len(aside.content) != 1:
            continue
        start, end = aside.content[0]
        inside = list(syntax.within(start, end))
        comma = next((i for i in inside if syntax.tokens[i].text == ","), None)
        goes_on = comma is not None and syntax.upos(comma + 1) in ("VERB", "AUX")
        for draft in drawn:
            beside = bool(draft.content) and draft.cue is not None and aside.cue is not None
            if not (beside and goes_on) or draft not in found or draft is aside:
                continue
            begin, close = draft.content[-1]
            gap = syntax.text[close : aside.cue[0]].strip() if aside.cue else ""
            if gap == "," and draft.cue is not None and draft.cue[1] <= begin:
                source = draft.source or aside.source
                whole = (*draft.content[:-1], (begin, end))
                found[found.index(draft)] = replace(draft, source=source, content=whole)
                found.remove(aside)
                break
    return found


def _gloss(syntax: Syntax, inside: Sequence[int]) -> int | None:
    """Where ", an apparent reference to X" or ", referring to X" begins, behind words quoted."""
    for at, index in enumerate(inside[2:-2], start=2):
        mark = inside[at - 1]
        behind = [syntax.words[i] for i in inside[at : at + _NEAR + 1]]
        if syntax.tokens[mark].text in _QUOTES and syntax.tokens[inside[at - 2]].text == ",":
            close = syntax.tokens[mark].end
        elif syntax.tokens[mark].text == ",":
            close = syntax.tokens[mark].start
        else:
            continue
        turn = behind[1:] if behind[0] == "in" else behind
        meant = next((n for n, word in enumerate(turn) if word in _MEANING), None)
        article = turn[:1] and turn[0] in ("a", "an", "apparent", "clear")
        told = article and meant is not None and turn[meant + 1 : meant + 2] == ["to"]
        if not told and not (syntax.words[index] in _REFERRING and behind[1:2] == ["to"]):
            continue
        comma = next((i for i in inside[at:] if syntax.tokens[i].text == ","), None)
        goes_on = comma is not None and any(
            syntax.upos(i) in ("VERB", "AUX") for i in inside if i > comma
        )
        return None if goes_on else close  # "the group, referring to the militia, would go"
    return None


def _deed(
    syntax: Syntax, marks: Sequence[Offsets], draft: Draft, inside: Sequence[int]
) -> int | None:
    """Where the deed begins that is told beside a shout: "“…” | and threw stones"."""
    if draft.head is None or syntax.lemmas[draft.head] not in _SHOUTS or draft.cue is None:
        return None
    start = syntax.tokens[inside[0]].start
    quoted = next((mark for mark in marks if mark[0] == start), None)
    if quoted is None:
        return None
    rest = [i for i in inside if syntax.tokens[i].start >= quoted[1]]
    if rest and syntax.words[rest[0]] in _MEANWHILE and syntax.deprel(rest[0]) == "mark":
        return quoted[1]  # "shouted “Go home” | as police moved in"
    verb = rest[1] if len(rest) > 1 and syntax.upos(rest[0]) == "CCONJ" else None
    if verb is None or syntax.upos(verb) != "VERB":
        return None
    same = syntax.words[verb].endswith("ing") == syntax.words[draft.head].endswith("ing")
    return quoted[1] if same else None


def _behind_dash(
    syntax: Syntax, marks: Sequence[Offsets], draft: Draft, inside: Sequence[int]
) -> int | None:
    """Where " -- land seized in the war" begins: what is wanted is a thing, and the reporter tells
    which it is; of what is said in a clause, only what is dated by a year."""
    for at, index in enumerate(inside[2:-2], start=2):
        token = syntax.tokens[index]
        if token.text not in _DASHES or covers(marks, (token.start, token.end)):
            continue
        rest = inside[at + 1 :]
        top = syntax.top(*syntax.span(rest))
        if (
            top is None
            or syntax.upos(top) != "NOUN"
            or any(syntax.tokens[i].text in _DASHES for i in rest)
        ):
            return None
        told = [k for k in syntax.kids(top, "acl", "acl:relcl") if k > top]
        if not told or syntax.has(top, "nsubj", "cop", "conj") or syntax.upos(rest[0]) == "CCONJ":
            return None
        wanted = syntax.kids(draft.head, "obj") if draft.head is not None else []
        thing = any(inside[0] <= k < index for k in wanted)
        dated = any(_YEAR.fullmatch(syntax.words[i]) for i in rest)
        return token.start if thing or dated else None
    return None


def _half(syntax: Syntax, inside: Sequence[int]) -> int | None:
    """Where a clause by "whose" or "who" begins that the content breaks off before its verb."""
    last = inside[-1]
    for at, index in enumerate(inside[2:], start=2):
        if syntax.words[index] not in ("whose", "who", "which"):
            continue
        if syntax.tokens[inside[at - 1]].text != ",":
            continue
        verb = next((i for i in syntax.up(index) if syntax.upos(i) == "VERB"), None)
        if verb is None or verb <= last:
            continue
        if any(syntax.upos(i) == "AUX" for i in inside[at:]):
            continue
        return syntax.tokens[inside[at - 1]].start
    return None
