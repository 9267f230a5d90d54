"""Accounts of which the report itself says that they differ.

"Accounts of the clash differed. A miner said … . The company said …" and "The drivers told a
different story" tell by the reporter's own words that two sources gainsay each other, whatever
words these have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.inside.replies import elsewhere, others
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.denials import only_ahead
from onrecord.link.words import NEGATIONS, has_mark, tokens
from onrecord.records import Link

_SENTENCE = re.compile(r"[^.;:!?\n]+")
_WORD = re.compile(r"[\w’'-]+")
_ANYBODY = frozenset({"everyone", "everybody", "each"})
_OPEN = re.compile(
    r"\b(?:in dispute|disputed|contested|a matter of dispute"
    r"|(?:no|nor is there|nor was there) agreement (?:on|about|over|as to))\b",
    re.IGNORECASE,
)
_GAINSAID = re.compile(
    r"\b(?:contradicts?|contradicted|disputes?|disputed) "
    r"(?:this|that|it|him|her|them|the (?:claim|account|version))\b"
)
_LONG = 24
"""Words that a sentence has at most that says so."""
_WITHIN = 4
"""Words between "different" and "story"."""
_LEAST = 3
"""Words that a statement has, beside those that announce it."""
_PART = re.compile(r"\n\s*\n|\n")


def announced(view: View) -> Iterator[Link]:
    """``contradicts`` between accounts that are told to differ."""
    for match in _SENTENCE.finditer(view.record.report.text):
        told = tokens(match[0])
        if match.start() < view.headline or len(told) > _LONG or NEGATIONS & set(told) - {"nor"}:
            continue
        if _differ(told, match[0]):
            if not any(_first(s) < match.start() and match.end() <= _last(s) for s in view.ordered):
                yield from _behind(view, match.end())
        elif (at := _otherwise(match[0])) is not None:
            yield from _against(view, match.start(), match.start() + at, match.end())


def _differ(told: list[str], sentence: str) -> bool:
    """Whether a sentence says that the accounts which follow differ."""
    if has_mark("at_first", told):
        return False
    for at, word in enumerate(told):
        if has_mark("versions", [word]) and (
            (has_mark("conflicting", told[max(0, at - _WITHIN) : at]) and _given(told[:at]))
            or any(has_mark("diverging", [verb]) for verb in told[at + 1 :])
        ):
            return True
    return _OPEN.search(sentence) is not None and told[:1] in (["what"], ["who"], ["nor"])


def _given(told: list[str]) -> bool:
    """Whether somebody gave the accounts: those of which "there were many" are not told here."""
    return any(has_mark("giving", [word]) for word in told)


def _otherwise(sentence: str) -> int | None:
    """Behind which character a sentence has said that the account which follows is another than
    the one before it."""
    gainsaid = _GAINSAID.search(sentence)
    if gainsaid is not None:
        return gainsaid.end()
    before: list[str] = []
    for match in _WORD.finditer(sentence):
        word = match[0].lower()
        if has_mark("versions", [word]) and has_mark("otherwise", before[-1:]):
            giving = any(has_mark("giving", [verb]) for verb in before[-_WITHIN:])
            if giving and not _ANYBODY & set(before):
                return match.end()
        before.append(word)
    return None


def _behind(view: View, end: int) -> Iterator[Link]:
    """The account right behind the announcement and the next one."""
    stop = _part_end(view, end)
    row = [s for s in view.ordered if end <= s.start < stop and not _goes_on(s)]
    if len(row) > 1 and _apart(view, row[0], row[1]):
        yield _gainsay(row[0], row[1])


def _against(view: View, start: int, at: int, end: int) -> Iterator[Link]:
    """The account that is told otherwise, in the sentence that says so or behind it, and the last
    one of another source before it."""
    stop = _part_end(view, end)
    if any(_first(s) < start - 1 and at <= _last(s) for s in view.ordered):
        return  # somebody says of others that they differ
    behind = [s for s in view.ordered if _last(s) > at + 1 and start - 1 <= s.start < stop]
    behind = [s for s in behind if len(tokens(s.text)) >= _LEAST]
    before = [s for s in view.ordered if s.start < start and _last(s) <= at]
    if not behind or not before:
        return
    later, earlier = behind[0], before[-1]
    if earlier.who is not None and earlier.who == later.who and len(before) > 1:
        earlier = before[-2]
    if _apart(view, earlier, later):
        yield _gainsay(earlier, later)


def _first(said: Said) -> int:
    return min((span.start for span in said.statement.content), default=said.start)


def _goes_on(said: Said) -> bool:
    """Whether its source stands for what was told before: "which in its view pointed to …"."""
    source = said.statement.source
    return source is not None and tokens(source.span.text) in (["which"], ["who"], ["that"])


def _gainsay(earlier: Said, later: Said) -> Link:
    why = f"the report tells it as another account than {quote(earlier.text)}"
    return link("contradicts", later, earlier, 0.65, why, "whether")


def _last(said: Said) -> int:
    return max((span.end for span in said.statement.content), default=said.start)


def _part_end(view: View, at: int) -> int:
    """Where the paragraph ends, or the next one where the announcement is a paragraph itself."""
    text = view.record.report.text
    found = _PART.search(text, at)
    if found is not None and not text[at : found.start()].strip(' .:;,”"’'):
        found = _PART.search(text, found.end())
    return found.start() if found is not None else len(text)


def _apart(view: View, earlier: Said, later: Said) -> bool:
    """Whether two sources tell what was or was not, and neither the same as the other."""
    for said in (earlier, later):
        if said.statement.act not in AFFIRMS | {"deny"} or said.statement.source is None:
            return False
        if said.statement.condition or only_ahead(said, view) or not said.statement.content:
            return False
    cue = later.statement.cue
    if cue is not None and has_mark("too", tokens(cue.text)):
        return False
    return _two(earlier, later) and not elsewhere(earlier, later)


def _two(earlier: Said, later: Said) -> bool:
    """Whether two sources speak, of whom one may be a paper: "the communiqué"."""
    if None not in (earlier.who, later.who):
        return others(earlier, later)
    ids = earlier.statement.id, later.statement.id
    nested = ids[0] == later.statement.within or ids[1] == earlier.statement.within
    one, other = earlier.statement.source, later.statement.source
    named = one is not None and other is not None and one.span.text != other.span.text
    return named and not nested and (earlier.who is not None or later.who is not None)
