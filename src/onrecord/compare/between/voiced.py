"""One voice in two reports: an utterance told in both, or the same said again on another day.

That both are of one matter is weighed elsewhere (``judged``); here stands what else it takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.figures import differ
from onrecord.compare.accounts.voices import may_be_one
from onrecord.compare.pairs.claims import AFFIRMS, alike
from onrecord.compare.pairs.sayings import another_occasion, one_bargain, other_day
from onrecord.compare.scored.onematter import near
from onrecord.link.identity import same_voice
from onrecord.link.words import capitals, keys, quoted, runs, tokens
from onrecord.records import LinkKind, Slot

Again = tuple[LinkKind, bool, Slot | None, str]

DENYING = frozenset({"deny", "reject"})
_DENIED = DENYING | {"assert"}
_AHEAD = frozenset({"threaten", "warn", "predict", "pledge", "demand", "assert"})
_TOLD, _SOME = 0.45, 0.15
"""What part of the shorter's words both must have to tell the same, and what part at least where
the rest is near in meaning."""
_TELLS = 3
"""Words of a matter that tell more than a name."""
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
    told_of = earlier.statement.within or later.statement.within  # by somebody else
    if not sure and (told_of or not may_be_one(earlier.called, later.called)):
        return
    if not _alike(earlier, later) or negative(earlier) != negative(later):
        return
    if not later.again and not _of_one_act(earlier, later) and not one_bargain(earlier, later):
        return  # a sinking is no ramming, on whichever reef
    if differ(earlier, later):
        return  # a toll that grew is news
    called = "" if sure else ", by what each calls it"
    if later.again and _day_on(earlier, later):
        yield "repeats", True, None, f"the same source is told to say it again{called}"
    elif another_occasion(earlier, later):
        if told_of:
            yield "repeats", True, None, "the same source, as another tells it"
        else:
            yield "repeats", True, None, f"the same source says it again{called}"
    elif not other_day(earlier, later) and _at_once(earlier, later):
        yield "restates", True, None, f"one source, about one day{called}"


def same_told(earlier: Said, later: Said) -> bool:
    """Whether two statements on one matter also tell the same of it, and not two things.

    Names do not count: whoever speaks of a law all week names it each time. Who is told to say it
    again, holds out the same for the same, or is quoted with the same words, says the same.
    """
    if one_bargain(earlier, later) or _one_quotation(earlier, later):
        return True
    names = capitals(earlier.text) & capitals(later.text)
    one, other = earlier.matter.keys - names, later.matter.keys - names
    shared = one & other
    shared |= alike(*sorted((one - shared, other - shared), key=sorted))
    if later.again:
        mine, theirs = capitals(earlier.text), capitals(later.text)
        told = shared or (names and min(len(s.matter.keys) for s in (earlier, later)) >= _TELLS)
        return bool(told) and bool(mine & theirs or not (mine and theirs))
    cover = len(shared) / (min(len(one), len(other)) or 1)
    return cover >= _TOLD or (cover > _SOME and near(earlier, later) >= _TOLD)


def _one_quotation(one: Said, other: Said) -> bool:
    """Whether words that one puts between quotation marks stand in the other."""
    return any(
        len(keys(" ".join(words_))) >= 2 and runs(words_, tokens(theirs.text))
        for mine, theirs in ((one, other), (other, one))
        for words_ in quoted(mine.text)
    )


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
