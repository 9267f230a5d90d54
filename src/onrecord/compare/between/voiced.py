"""One voice in two reports: an utterance told in both, or the same said again on another day.

That both are of one matter is weighed elsewhere (``judged``); here stands what else it takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.conditions import averts
from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.figures import differ
from onrecord.compare.accounts.voices import may_be_one
from onrecord.compare.pairs.claims import AFFIRMS, alike
from onrecord.compare.pairs.sayings import another_occasion, other_day
from onrecord.link.identity import same_voice
from onrecord.link.words import keys
from onrecord.records import LinkKind, Slot

Again = tuple[LinkKind, bool, Slot | None, str]

DENYING = frozenset({"deny", "reject"})
_DENIED = DENYING | {"assert"}
_AHEAD = frozenset({"threaten", "warn", "predict", "pledge", "demand", "assert"})
_BLAMING = frozenset({"accuse", "condemn"})
_AT_ONCE = 2
"""Days between two reports in which one utterance is told."""


def one_voice(one: Said, other: Said) -> bool:
    """Whether the two speak with one voice for certain."""
    return same_voice(one.who, other.who)


def again(earlier: Said, later: Said) -> Iterator[Again]:
    """The same utterance in two reports, or the same on another day, of one voice or of two that
    may be one."""
    sure = one_voice(earlier, later)
    if not sure and not may_be_one(earlier.called, later.called):
        return
    if not _alike(earlier, later) or negative(earlier) != negative(later):
        return
    if not later.again and not _of_one_act(earlier, later) and not _one_bargain(earlier, later):
        return  # a sinking is no ramming, on whichever reef
    if differ(earlier, later):
        return  # a toll that grew is news
    called = "" if sure else ", by what each calls it"
    if later.again and _day_on(earlier, later):
        yield "repeats", True, None, f"the same source is told to say it again{called}"
    elif another_occasion(earlier, later):
        yield "repeats", True, None, f"the same source says it again{called}"
    elif not other_day(earlier, later) and _at_once(earlier, later):
        yield "restates", True, None, f"one source, about one day{called}"


def negative(said: Said) -> bool:
    """Whether it says that something is not so."""
    return said.statement.polarity == "negative" or said.statement.act in DENYING


def _alike(one: Said, other: Said) -> bool:
    """Whether two acts may be of one utterance, or say the same again."""
    acts = {one.statement.act, other.statement.act}
    return bool(one.statement.content and other.statement.content) and (
        len(acts) == 1 or any(acts <= kind for kind in (AFFIRMS, _AHEAD, _DENIED, _BLAMING))
    )


def _of_one_act(one: Said, other: Said) -> bool:
    """Whether the words for what was done do not tell of two things."""
    heads = one.matter.heads, other.matter.heads
    return not all(heads) or bool(heads[0] & heads[1] or alike(*heads))


def _one_bargain(one: Said, other: Said) -> bool:
    """Whether both hold out the same for the same: a word of the condition and a word of what
    would come of it are in both, or their next of kin."""
    halves = [(said.statement.condition, said.statement.consequence) for said in (one, other)]
    if averts(one.statement) != averts(other.statement):
        return False
    for mine, theirs in zip(*halves, strict=True):
        if mine is None or theirs is None:
            return False
        left, right = keys(mine.text), keys(theirs.text)
        if not left & right and not alike(left, right):
            return False
    return True


def _day_on(earlier: Said, later: Said) -> bool:
    """Whether the later was said on another day, as far as that is known."""
    one, other = (said.days or said.published for said in (earlier, later))
    return one is not None and other is not None and one.end <= other.start


def _at_once(earlier: Said, later: Said) -> bool:
    if earlier.days is not None and later.days is not None:
        return True
    if earlier.published is None or later.published is None:
        return False
    return abs(later.published.start - earlier.published.start) <= _AT_ONCE
