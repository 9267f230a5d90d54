"""Whether two statements are one utterance told twice, or one thing said on two occasions."""

from __future__ import annotations

from onrecord.compare.accounts.build import quote
from onrecord.compare.accounts.conditions import averts, negated
from onrecord.compare.accounts.dates import Days
from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.figures import befalling, figures
from onrecord.compare.accounts.voices import may_be_one
from onrecord.compare.pairs.borne import parts, timeless, who_would
from onrecord.compare.pairs.claims import alike
from onrecord.link.identity import same_voice
from onrecord.link.words import keys, mark_keys, quoted, runs, shared_run, stem, tokens, written
from onrecord.records import Span

_ACTS = ({"threaten", "warn"}, {"accuse", "assert", "confirm"}, {"demand", "warn"})
# Days between two tellings from which they are no longer one occasion.
OCCASION = 7
LINE, LONG_LINE, ALIKE = 6, 12, 0.8
"""Words of a telling, also where nobody is named and none is quoted, and the share of them that two
have in common, to be one paper's text: "officials deny involvement" is anybody's."""
_HELD_OUT = frozenset({"threaten", "warn"})
CARRIED, CARRIED_BY_ANY = 9, 14
"""Words in a row that one unnamed source's utterance has in two papers: where both call the source
alike, and where they do not."""


def utterance(earlier: Said, later: Said) -> tuple[float, str] | None:
    """How surely ``later`` tells the same utterance as ``earlier``, within one report."""
    if not comparable(earlier, later) or other_day(earlier, later):
        return None
    for text, other in ((earlier.text, later), (later.text, earlier)):
        for fragment in quoted(text):
            if _telling(fragment) and runs(fragment, tokens(other.text)):
                if _may_be_one(earlier, later):
                    return 0.9, f"both quote “{' '.join(fragment)}”"
    voice = same_voice(earlier.who, later.who)
    shared, cover = overlap(earlier, later)
    if voice and len(shared) >= 4 and cover >= 0.75:
        return 0.5 + cover / 4, f"the same source on the same: {written(shared, later.text)}"
    if not voice and not may_be_one(earlier.called, later.called):
        return None
    if one_bargain(earlier, later, least=0.5):
        return 0.75, f"the same held out for the same: {written(shared, later.text)}"
    return None


def one_bargain(one: Said, other: Said, *, least: float = 0.0) -> bool:
    """Whether both hold out the same for the same: a word of the condition and a word of what
    would come of it are in both, or their next of kin; ``least`` is what part of the shorter's."""
    if _comes_without(one) != _comes_without(other):
        return False
    halves = [(said.statement.condition, said.statement.consequence) for said in (one, other)]
    for mine, theirs in zip(*halves, strict=True):
        if mine is None or theirs is None:
            return False
        left, right = keys(timeless(mine.text)), keys(timeless(theirs.text))
        shared = left & right
        shared |= alike(left - shared, right - shared)
        if not shared or len(shared) < least * min(len(left), len(right)):
            return False
    return True


def _comes_without(said: Said) -> bool:
    """Whether what is held out comes if something is not done: "unless it pays", "if it does not
    pay"; not "unless it does not pay"."""
    condition = said.statement.condition
    return averts(said.statement) != (condition is not None and negated(condition))


def repeated(earlier: Said, later: Said) -> tuple[float, str] | None:
    """How surely one source says again in ``later`` what it said in ``earlier``."""
    acts = {earlier.statement.act, later.statement.act}
    if (len(acts) > 1 and acts != {"warn", "threaten"}) or not same_voice(earlier.who, later.who):
        return None
    if earlier.statement.polarity != later.statement.polarity:
        return None
    if not _addressed_alike(earlier, later):
        return None
    conditions = [s.statement.condition for s in (earlier, later)]
    if all(conditions):
        one, other = (keys(c.text) for c in conditions if c)
        shared = one & other
        if len(shared) >= 2 and len(shared) >= 0.5 * min(len(one), len(other)):
            named = written(shared, next(c.text for c in conditions if c))
            return 0.8, f"the same condition from the same side: {named}"
        return None
    if earlier.statement.act == "assert":
        shared, cover = overlap(earlier, later)
        alike = (len(shared) >= 5 and cover >= 0.75) or (len(shared) >= 4 and cover >= 0.9)
    else:
        shared, cover = overlap(earlier, later)
        alike = len(shared) >= 2 and cover >= 0.6 and _matter(earlier, later, shared)
    if not alike or _another_harm(earlier, later):
        return None
    return 0.45 + cover / 2.5, f"the same source on the same: {written(shared, later.text)}"


_TELLING_OF_HARM = frozenset({"assert", "confirm", "accuse", "condemn"})


def _another_harm(earlier: Said, later: Said) -> bool:
    """Whether what they tell of may be another day's harm: who counts the dead of a war each day
    says the same words of others. One town, or the same number, tells that it is one."""
    if earlier.statement.act not in _TELLING_OF_HARM:
        return False
    counted = [max((f.low for f in figures(said) if f.low), default=0) for said in (earlier, later)]
    if all(counted):
        return counted[0] != counted[1]
    told = earlier.keys & later.keys & (befalling() | mark_keys("slaughter") | mark_keys("crimes"))
    spots = earlier.matter.spots & later.matter.spots
    return bool(told) and not spots


def told_again(earlier: Said, later: Said) -> tuple[float, str] | None:
    """How surely two reports tell one utterance: one voice, one day, and words in common."""
    if not comparable(earlier, later) or other_day(earlier, later):
        return None
    close = earlier.days is not None and later.days is not None
    near = _gap(earlier.published, later.published)
    if not close and (near is None or near > 3):
        return None
    if near is not None and near <= 3 and one_wire(earlier, later) and _may_be_one(earlier, later):
        return 0.9, f"told in the same words: {quote(later.text)}"
    if not same_voice(earlier.who, later.who):
        doer = who_would(earlier)
        if doer is not None and doer == who_would(later) and _may_be_one(earlier, later):
            return _one_threat(earlier, later)
        return _carried(earlier, later) if near is not None and near <= 3 else None
    if shared_run(tokens(earlier.text), tokens(later.text), 7):
        return 0.9, f"one source in the same words: {quote(later.text)}"
    shared, cover = overlap(earlier, later)
    if close and ((len(shared) >= 4 and cover >= 0.6) or (len(shared) >= 3 and cover >= 0.75)):
        return 0.5 + cover / 3, f"one source, one day, the same: {written(shared, later.text)}"
    return _one_threat(earlier, later)


def _one_threat(earlier: Said, later: Said) -> tuple[float, str] | None:
    """One threat of one voice and day, each telling in its own words: of what is held out, the
    words of the shorter telling are in the other, two of them or one and the condition's."""
    days = [said.days or said.published for said in (earlier, later)]
    stated = earlier.days or later.days
    if stated is None or days[0] is None or days[1] is None or not days[0].meets(days[1]):
        return None
    if stated.length > 1 or not {earlier.statement.act, later.statement.act} <= _HELD_OUT:
        return None
    then = [_telling_words(said.statement.consequence) for said in (earlier, later)]
    if not all(then):
        return None
    shared = then[0] & then[1]
    condition = [_telling_words(said.statement.condition) for said in (earlier, later)]
    whole = len(shared) >= 0.75 * min(len(then[0]), len(then[1]))
    if whole and (len(shared) >= 2 or (shared and condition[0] & condition[1])):
        told = written(shared | (condition[0] & condition[1]), later.text)
        return 0.7, f"one source, one day, one threat: {told}"
    return None


def one_wire(earlier: Said, later: Said) -> bool:
    """Whether both tell it, with who says it and how, in nearly the same words."""
    one, other = earlier.line, later.line
    unnamed = all(said.who is None or said.who.name is None for said in (earlier, later))
    spoken = earlier.statement.quote == later.statement.quote == "direct"
    least = LONG_LINE if unnamed and not spoken else LINE
    return min(len(one), len(other)) >= least and len(one & other) >= ALIKE * len(one | other)


def _telling_words(span: Span | None) -> frozenset[str]:
    return frozenset(w for _, wanted in parts(span.text) for w in wanted) if span else frozenset()


def _carried(earlier: Said, later: Said) -> tuple[float, str] | None:
    """One wire's sentence in two papers: an unnamed source's long words are nobody else's.

    The two sources are not made one person; it is the utterance that is told twice.
    """
    one, other = earlier.who, later.who
    if one is None or other is None or one.name is not None or other.name is not None:
        return None
    if one.kind != other.kind or earlier.statement.polarity != later.statement.polarity:
        return None
    known = {stem(w) for w in tokens(one.label)} & {stem(w) for w in tokens(other.label)}
    least = CARRIED if known - {"unnam"} else CARRIED_BY_ANY
    if not shared_run(tokens(earlier.text), tokens(later.text), least):
        return None
    return 0.85, f"one text, of a source that neither names: {quote(later.text)}"


def another_occasion(earlier: Said, later: Said) -> bool:
    """Whether the two are known to be said on different days."""
    if earlier.days is not None and later.days is not None:
        gap = max(earlier.days.start, later.days.start) - min(earlier.days.end, later.days.end)
        return gap >= 1
    if shared_run(tokens(earlier.text), tokens(later.text), 7):
        return False  # an old quotation may be told again long after
    gap_ = _gap(earlier.published, later.published)
    return gap_ is not None and gap_ >= OCCASION


def overlap(left: Said, right: Said) -> tuple[frozenset[str], float]:
    """The keys that two contents share, and what part they are of the shorter's."""
    if not left.keys or not right.keys:
        return frozenset(), 0.0
    shared = left.keys & right.keys
    return shared, len(shared) / min(len(left.keys), len(right.keys))


def comparable(left: Said, right: Said) -> bool:
    one, other = left.statement, right.statement
    if not one.content or not other.content or one.within or other.within:
        return False
    if {one.act, other.act} & {"decline", "disclaim"}:
        return False
    return one_act(left, right)


def one_act(left: Said, right: Said) -> bool:
    """Whether the two may be of one act: what one report calls a threat is a warning in another."""
    acts = {left.statement.act, right.statement.act}
    return len(acts) == 1 or any(acts <= kind for kind in _ACTS)


def _may_be_one(left: Said, right: Said) -> bool:
    """Not two that are known to be different speakers."""
    if left.who is None or right.who is None or same_voice(left.who, right.who):
        return True
    named = left.who.name is not None and right.who.name is not None
    persons = left.who.kind == right.who.kind == "person"
    if named and persons:
        return False
    sides = left.who.side, right.who.side
    return None in sides or sides[0] == sides[1]


def other_day(left: Said, right: Said) -> bool:
    return left.days is not None and right.days is not None and not left.days.meets(right.days)


def _addressed_alike(left: Said, right: Said) -> bool:
    if left.to is None or right.to is None:
        return True
    if left.to.name and left.to.name == right.to.name:
        return True
    return left.to.side is not None and left.to.side == right.to.side


def _matter(left: Said, right: Said, shared: frozenset[str]) -> bool:
    """Whether what is shared is more than the names of those who speak."""
    named = frozenset[str]()
    for who in (left.who, right.who):
        named |= keys(who.label) if who else frozenset()
    return len(shared - named) >= 2


def _telling(fragment: list[str]) -> bool:
    return len(fragment) >= 3 and len(keys(" ".join(fragment))) >= 2


def _gap(left: Days | None, right: Days | None) -> int | None:
    if left is None or right is None:
        return None
    return abs(left.start - right.start)
