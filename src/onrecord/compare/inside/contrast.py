"""Two accounts that the report itself sets against each other: "X said …, but Y said …".

A reporter who puts a second source's account behind "but", "however" or "insists" tells by that
word that the two do not go together, whatever words they have in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.figures import figures
from onrecord.compare.inside.replies import elsewhere, others
from onrecord.compare.pairs.claims import AFFIRMS, alike
from onrecord.compare.pairs.denials import one_side, only_ahead
from onrecord.link.words import capitals, has_mark, tokens
from onrecord.records import Link

_GAP = 160
"""Characters between the words of the two accounts at most."""
_LEFT = 4
"""Words between them that neither has, as "on Monday", beside the one that sets them apart."""
_AHEAD = frozenset({"would", "will", "should", "could", "might"})
"""Words of what nobody can have seen."""
_NO_OTHER = (["the", "report"], ["the", "statement"], ["the", "document"], ["who"], ["which"])
"""Sources that go on with what was told: "the report says", "… of the minister, who insists"."""
_BACK = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "them"})
_PRONOUNS = (["they"], ["he"], ["she"], ["it"])
_COUNTED = frozenset({"toll", "number", "figure", "victims", "dead"})
_SIDE_BY_SIDE = re.compile(r"\W*;\s(?:and )?")
"""Of two sources in one sentence each has its own account: "the mayor counts 39; the UN …"."""


def contrasted(view: View) -> Iterator[Link]:
    """``contradicts`` from the account that a report sets against the one right before it."""
    before: Said | None = None
    for earlier, later in zip(view.ordered, view.ordered[1:], strict=False):
        word = _set_against(view, earlier, later)
        if word is not None and _accounts(view, earlier, later, word):
            denied = _denied(earlier)
            at_odds = has_mark("disputing", [word]) or _answers(earlier, word)
            if at_odds or denied or _of_one_thing(earlier, later, named=word != ";"):
                why = f"set against {quote(earlier.text)} by “{word}”"
                yield link("contradicts", later, earlier, 0.6, why, "whether")
                if before is not None and _goes_on(view, before, earlier):
                    why = f"set against {quote(_words(before))} by “{word}”"
                    yield link("contradicts", later, before, 0.6, why, "whether")
        before = earlier


def _answers(earlier: Said, word: str) -> bool:
    """Whether somebody insists on something else, right behind an accusation."""
    return earlier.statement.act == "accuse" and has_mark("gainsaying", [word])


def _words(said: Said) -> str:
    """What was said, or that it was denied."""
    cue = said.statement.cue
    return f"{cue.text} {said.text}" if cue and said.statement.act == "deny" else said.text


def _goes_on(view: View, denial: Said, more: Said) -> bool:
    """Whether the one who denied goes on in words of his own, right behind: "denied the report.
    “We were not told,” its spokesman said"."""
    if denial.statement.act != "deny" or not _denied_or_direct(more):
        return False
    between = view.record.report.text[_end(denial) : more.start]
    return "\n" not in between and len(between) < _GAP and one_side(denial, more)


def _denied_or_direct(said: Said) -> bool:
    return _denied(said) or said.statement.quote == "direct"


def _denied(said: Said) -> bool:
    return said.statement.act == "deny" or said.statement.polarity == "negative"


def _accounts(view: View, earlier: Said, later: Said, word: str) -> bool:
    """Whether two sources tell what is or was, and the later one not the same again. Two of one
    state may be at odds where the report says so."""
    one, other = earlier.statement, later.statement
    if one.act not in AFFIRMS | {"deny"} or other.act not in AFFIRMS:
        return False
    if not others(earlier, later) and not (_denied(earlier) and _two(earlier, later, word)):
        return False
    if other.act == "confirm" and not _denied(earlier):
        return False
    for said in (earlier, later):
        if said.statement.condition or said.who is None or _AHEAD & set(tokens(said.text)):
            return False
    if tokens(earlier.text)[:1] == ["whether"] or elsewhere(earlier, later):
        return False
    if _may_be_one(earlier, later):
        return False
    return not any(only_ahead(said, view) for said in (earlier, later))


def _may_be_one(earlier: Said, later: Said) -> bool:
    """ "Officials say …. Though they insist": they may be who spoke last."""
    source = later.statement.source
    if source is None or source.span is None or tokens(source.span.text) not in _PRONOUNS:
        return False
    return all(said.who is None or said.who.name is None for said in (earlier, later))


def _two(earlier: Said, later: Said, word: str) -> bool:
    """Whether two who are of one state, and none of whom speaks for the other, are set apart."""
    one, other = earlier.who, later.who
    if one is None or other is None or one.actor == other.actor or word == ";":
        return False
    if later.statement.within == earlier.statement.id or earlier.statement.within:
        return False
    return other.kind in ("person", "people", "other") and other.name is None


def _of_one_thing(earlier: Said, later: Said, *, named: bool = True) -> bool:
    """Whether the later account speaks of what the earlier one does: in a word of it (a name will
    do where ``named``), by a pronoun, or with another number of the same."""
    shared = (earlier.keys & later.keys) | alike(later.keys, earlier.keys)
    if not named:
        shared -= earlier.matter.names | later.matter.names | capitals(earlier.text)
    if shared:
        return True
    first = tokens(later.text)[:5]
    if later.matter.definite or _BACK & set(first[:3]) or _COUNTED & set(first):
        return True
    return any(one.alike(other) for one in figures(earlier) for other in figures(later))


def _set_against(view: View, earlier: Said, later: Said) -> str | None:
    """The word by which the later account is set against the earlier one: right before who gives
    it ("but the mayor said"), right behind ("the mayor, however, said"), or how it is said."""
    text, end = view.record.report.text, _end(earlier)
    source = later.statement.source
    if source is None or source.span is None or later.statement.cue is None:
        return None
    if not end <= source.span.start < later.start:
        return None
    if tokens(source.span.text) in _NO_OTHER:
        return None
    before, behind = text[end : source.span.start], text[source.span.end : later.start]
    if "\n\n" in before or len(before) + len(behind) > _GAP:
        return None
    told = [word for word in tokens(before) if word not in ("the", "a", "an")]
    then = tokens(behind)
    if len(told) > _LEFT + 1 or has_mark("too", then):
        return None
    for word in then:
        if has_mark("gainsaying", [word]) or has_mark("set_apart", [word]):
            return word
        if has_mark("conceding", [word]) and _denied(earlier):
            one_sentence = re.search(r"[.!?]", before) is None
            return word if one_sentence or _of_one_thing(earlier, later) else None
    if told and (has_mark("against", told[-1:]) or has_mark("set_apart", told[-1:])):
        return told[-1]
    ended = text[:end].rstrip('”"’ ').endswith((".", "!", "?"))  # “I need help.”; another said
    return ";" if _SIDE_BY_SIDE.fullmatch(before) and not ended and "." not in before else None


def _end(said: Said) -> int:
    """Where a statement ends with its cue and source."""
    statement = said.statement
    source = statement.source.span if statement.source else None
    return max(s.end for s in (*statement.content, statement.cue, source) if s is not None)
