"""What two statements of two reports have to do with each other, once they are of one matter.

That they are is weighed by a trained scorer (``onematter``), the rest follows from who speaks and
what each does: a denial denies, a disclaimer undercuts, one voice says it again, two differ in a
number or bear each other out. The rules of ``claims`` and ``sayings`` ask for more words in common
and for less certainty about the matter; what they find goes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from onrecord.compare.accounts.dates import apart
from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.figures import differ
from onrecord.compare.accounts.matter import other_towns
from onrecord.compare.accounts.negation import attitude, negates
from onrecord.compare.accounts.parties import share_name
from onrecord.compare.accounts.refrain import own
from onrecord.compare.accounts.states import other_news
from onrecord.compare.accounts.unaware import unaware_of
from onrecord.compare.between.denying import answers, denying, named, of_it, only_names, other_sides
from onrecord.compare.between.voiced import again, one_voice, same_told
from onrecord.compare.pairs.claims import (
    AFFIRMS,
    affirms,
    called_alike,
    comes_after,
    meet,
    not_the_doer,
    sources_are_two,
    told_figures,
)
from onrecord.compare.pairs.gainsaid import met, other_doer
from onrecord.compare.scored.onematter import one_matter
from onrecord.link.words import (
    NEGATIONS,
    capitals,
    has_mark,
    keys,
    mark_keys,
    negated,
    shared_run,
    tokens,
    written,
)
from onrecord.records import LinkKind, Slot

Found = tuple[LinkKind, bool, float, str, Slot | None]
"""Kind, whether it leads from the later to the earlier, score, reason, slot."""

SURE: dict[LinkKind, float] = {
    "denies": 0.5, "contradicts": 0.6, "undercuts": 0.5, "supports": 0.95, "restates": 0.5,
    "repeats": 0.6,
}  # fmt: skip
"""How likely two statements must be of one matter for a link of each kind."""
SURER: dict[Slot, float] = {"who": 0.75, "time": 0.95, "place": 0.85, "number": 0.8}
"""The same where what differs may be what tells two matters apart."""
_NAMED = 0.2
"""The same of a denial and a claim whose source it names."""
_SAID_BEFORE = 0.35
"""The same where the report tells that it was said before."""
_COUNTED = 0.4
"""The same where both count the same in one town within a day: of what else would they tell?"""
_RECOUNTED = 5
"""Days after which another number may be of what became known since."""
_AGAIN = frozenset({"restates", "repeats"})
_FULL = frozenset({"repeats", "contradicts", "supports"})
_FEW = 3
"""Words of a matter that are too few to be told again or gainsaid."""
_WIRE = 10
_FIRST = 6
"""Words of a statement among which stands that there is nothing known."""


def judged(earlier: Said, later: Said) -> Iterator[Found]:
    """The links between two statements, ``later`` published after ``earlier``."""
    brief = min(len(earlier.matter.keys), len(later.matter.keys)) < _FEW
    # "The regime", said twice, is nothing said again.
    kinds = [
        found
        for found in _kinds(earlier, later)
        if not brief or (_may_be_brief(found[0], later) and _tells(earlier, later))
    ]
    if not kinds:
        return
    chance = one_matter(earlier, later)
    if (earlier.worn or later.worn) and not {kind for kind, *_ in kinds} & _AGAIN:
        # what all of a report is about stands in every account of it
        chance = min(chance, one_matter(own(earlier, later), own(later, earlier)))
    for kind, back, slot, why in kinds:
        least = SURER.get(slot, SURE[kind]) if slot else SURE[kind]
        if kind == "denies" and named(*((later, earlier) if back else (earlier, later))):
            least = _NAMED
        if slot == "number" and _one_scene(earlier, later):
            least = _COUNTED
        if kind == "repeats" and later.again:
            least = _SAID_BEFORE
        if chance >= least:
            score = 0.5 + 0.4 * (chance - least) / (1 - least)
            shared = earlier.matter.keys & later.matter.keys
            if kind in _AGAIN and not (shared and same_told(earlier, later)):
                continue  # two things that one voice said of one matter
            of = written(shared, min(earlier.text, later.text))
            yield kind, back, round(score, 2), f"{why}: {of}" if of else why, slot


def _may_be_brief(kind: LinkKind, later: Said) -> bool:
    """Whether a link of that kind may rest on few words: where it is told that it was said before,
    a repeat may."""
    return kind not in _FULL or (kind == "repeats" and later.again)


def _kinds(earlier: Said, later: Said) -> Iterator[tuple[LinkKind, bool, Slot | None, str]]:
    """What they would be to each other, the first that fits."""
    told = list(again(earlier, later))
    yield from told
    if told or one_voice(earlier, later):
        return
    if not meet(earlier, later):
        return
    for answer, claim in ((later, earlier), (earlier, later)):
        back = answer is later
        if not_the_doer(answer, claim) and denying(answer):
            return
        if denying(answer) and affirms(claim) and answers(answer, claim):
            if not of_it(answer, claim):
                return
            yield "denies", back, None, "denies what the other tells"
            return
        if comes_after(claim, answer):
            continue  # nobody answers what is told days later
        if answer.statement.act == "disclaim" and affirms(claim) and unaware_of(answer, claim):
            if answer.statement.source is None or only_names(answer, claim, any_act=True):
                return
            yield "undercuts", back, None, "knows nothing of what the other tells"
            return
    yield from _accounts(earlier, later)


_LOOKED = frozenset({"found", "seen", "saw", "heard"})
"""Verbs with which somebody says that there was "no evidence" of it."""


def _accounts(earlier: Said, later: Said) -> Iterator[tuple[LinkKind, bool, Slot | None, str]]:
    """Two voices that tell of it: the contrary, another number, another doer, or the same."""
    if earlier.statement.act not in AFFIRMS or later.statement.act not in AFFIRMS:
        return
    if shared_run(tokens(earlier.text), tokens(later.text), _WIRE):
        return  # one text under two names
    for claim, other in ((earlier, later), (later, earlier)):
        if other.matter.open - _LOOKED or not affirms(claim) or other_sides(claim, other):
            continue
        denied = negated(other.text, before=2, after=5)
        felt = attitude(other.text)  # "does not expect to sign"
        unknown = (
            frozenset() if felt else denied & mark_keys("knowing") - negated(claim.text, after=5)
        )
        unknown = frozenset() if comes_after(claim, other) else unknown
        if unknown and NEGATIONS & set(tokens(other.text)[:_FIRST]):  # "no reports of a break-in"
            yield "undercuts", other is later, None, "knows nothing of what the other tells"
            return
        if other.matter.open or felt or negates(tokens(claim.text)):
            continue
        if other.statement.polarity == "negative":
            told = met(other, claim)
        else:  # "there was no exercise: …", "were trampled, not shot"
            told = negated(other.text) & claim.matter.heads
        if told and one_thing(claim, other):
            yield "contradicts", True, "whether", "one says that it was not"
            return
    if not (affirms(earlier) and affirms(later)):
        return
    numbers = differ(earlier, later)
    if numbers is not None:
        if numbers.grown and later.published != earlier.published:
            return  # a later and higher toll
        if not _near(earlier, later):
            return  # what each counted may not be what there was to count
        yield "contradicts", True, "number", numbers.why
        return
    one, two = earlier.matter, later.matter
    if one.doers and two.doers and not share_name(one.doers, two.doers):
        names = " against ".join(sorted(" and ".join(sorted(d)) for d in (one.doers, two.doers)))
        yield "contradicts", True, "who", f"who did it: {names}"
        return
    if apart(one.days, two.days):
        yield "contradicts", True, "time", "each names another day"
        return
    if other_towns(one, two):
        towns = " against ".join(sorted((min(one.spots), min(two.spots))))
        yield "contradicts", True, "place", f"where it was: {towns}"
        return
    if "unknown" in (earlier.statement.certainty, later.statement.certainty):
        return
    if one.sides and two.sides and one.sides != two.sides:
        return  # of one matter, but perhaps with the parts changed
    if _other_scale(earlier, later) or other_doer(earlier, later) or _others(earlier, later):
        return
    if _two(earlier, later) and not other_news(earlier, later):
        yield "supports", True, None, "another source tells the same"


def one_thing(one: Said, other: Said) -> bool:
    """Whether they share more than the two words of one name: "climate change", and not what of
    it."""
    shared = one.matter.keys & other.matter.keys
    return len(shared) != 2 or not all(_side_by_side(said.text, shared) for said in (one, other))


def _side_by_side(text: str, pair: frozenset[str]) -> bool:
    told = [keys(word) for word in tokens(text)]
    return any(left | right == pair for left, right in pairwise(told) if left and right)


def _other_scale(one: Said, other: Said) -> bool:
    """Whether each tells numbers, and none that the other does."""
    told = told_figures(one.text), told_figures(other.text)
    return all(told) and told[0].isdisjoint(told[1])


def _others(one: Said, other: Said) -> bool:
    """Whether they share names and no more, or each has names, and none that the other has."""
    if only_names(one, other, any_act=True):
        return True
    mine, theirs = capitals(one.text), capitals(other.text)
    return bool(mine and theirs) and mine.isdisjoint(other.keys) and theirs.isdisjoint(one.keys)


_PRONOUNS = frozenset({"he", "she", "they", "who"})


def _tells(one: Said, other: Said) -> bool:
    """Whether two brief statements share a word that not every report of a conflict has."""
    return bool(one.matter.telling & other.matter.telling)


def _one_scene(earlier: Said, later: Said) -> bool:
    """Whether both are of one town and about one day, so that what each counts is mostly one."""
    one, two = earlier.matter, later.matter
    if earlier.published is None or later.published is None:
        return False
    near = later.published.start - earlier.published.start <= 1
    return near and bool((one.spots or one.setting) & (two.spots or two.setting))


def _near(earlier: Said, later: Said) -> bool:
    if earlier.published is None or later.published is None:
        return True
    return later.published.start - earlier.published.start <= _RECOUNTED


def _two(left: Said, right: Said) -> bool:
    """Whether two sources are two: by the rules for sources, or since one is a private person.

    A widow, a nurse or shopkeepers are nobody's spokesman and no monitor under another name.
    """
    if sources_are_two(left, right):
        return True
    if called_alike(left, right) or any(_pointed_at(said) for said in (left, right)):
        return False  # "the bishop" of both may be one, and she "the witness" of the other report
    return left.report != right.report and any(_private(said) for said in (left, right))


def _pointed_at(said: Said) -> bool:
    source = said.statement.source
    return source is not None and tokens(source.span.text)[:2] in [[word] for word in _PRONOUNS]


def _private(said: Said) -> bool:
    who = said.who
    if who is None or who.name is not None or who.kind not in ("person", "people"):
        return False
    told = tokens(said.statement.source.span.text) if said.statement.source else []
    return bool(told) and not has_mark("officials", told) and not has_mark("anyone", told)
