"""What two claims have to do with each other: denied, undercut, borne out.

Each function takes two statements (or a statement and an event) of two reports or one, and judges
them by themselves alone. Words that every report of a conflict has ("killed", "attack", "forces")
tie nothing: two claims are of one matter by the words beside them, by a town, by a day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from onrecord.compare.accounts.dates import Days, apart, same_day
from onrecord.compare.accounts.facts import REAL, EventFacts, Said
from onrecord.compare.accounts.matter import Matter, harmful, other_towns
from onrecord.compare.accounts.states import other_news
from onrecord.compare.accounts.unaware import unaware_of
from onrecord.extract.actors.trees.countries import countries
from onrecord.link.identity import Who, same_voice
from onrecord.link.words import (
    capitals,
    has_mark,
    shared_run,
    stem,
    tokens,
    topics,
    words,
    written,
)

AFFIRMS = frozenset({"accuse", "assert", "confirm"})
NEAR = 14
"""Days between two reports within which one may answer what the other tells."""

_OPEN = frozenset(
    {"could", "would", "might", "may", "if", "should", "unless", "whether", "allegation"}
)
_ASPECT = frozenset({"whether", "how"})

_WORDING = 5
"""Words in a row that two sources of whom one is unnamed do not happen to have in common."""

_READ_OUT = 12
"""Words in a row that no two sources have in common, whoever they are."""

_NOBODY = frozenset({"monitor", "group", "it", "he", "she", "they", "watchdog", "organisation"})
_BODIES = frozenset({"government", "office", "military", "igo", "ngo", "company"})
_PLAIN = frozenset(
    "the a an of for in and unnamed official officials union ministry party council committee "
    "agency service international national".split()
)

Found = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two matters: the keys that both have, what part ``cover`` they are of the smaller
    one's, those ``telling`` among them, whether a town (``place``) and a day are the same, and the
    days between the two reports."""

    shared: frozenset[str]
    cover: float
    telling: frozenset[str]
    place: bool
    day: bool
    gap: int

    @property
    def strength(self) -> int:
        """How many things tie the two."""
        return len(self.telling) + self.place + self.day


_LOOSE = Tie(frozenset(), 0.0, frozenset(), False, False, 0)


def tie(left: Said | EventFacts, right: Said | EventFacts) -> Tie:
    """What ties two items; nothing where they are known to be of other towns or other days."""
    one, other = left.matter, right.matter
    shared = one.keys & other.keys
    # Counted on one side, the same whichever is given first.
    shared |= alike(*sorted((one.keys - shared, other.keys - shared), key=sorted))
    gap = _gap(left.published, right.published)
    if not shared or other_towns(one, other):
        return _LOOSE
    if apart(one.days, other.days) or gap > NEAR or not (_told_of(left, right)):
        return _LOOSE
    return Tie(
        shared=shared,
        cover=min(1.0, len(shared) / min(len(one.keys), len(other.keys))),
        telling=shared & one.telling & other.telling,
        place=bool((one.spots or one.setting) & (other.spots or other.setting)),
        day=same_day(one.days, other.days),
        gap=gap,
    )


def alike(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """The keys of ``left`` that another word of ``right`` may name: a bombing, a strike."""
    kin = frozenset(g for key in right for g in words().kin_of.get(key, ()))
    return frozenset(key for key in left if kin & words().kin_of.get(key, frozenset()))


_SAYS_NO = re.compile(
    r"^\W*(?:that )?(?:the )?(?:\S+ ){1,5}?(?:(?:has|have|had) )?(?:\w+ly )?"
    r"(?:denies|deny|denied|rejects|rejected|dismisses|dismissed|disputes|refutes|refuted)\b",
    re.IGNORECASE,
)


def affirms(said: Said) -> bool:
    """Whether it tells of something as done; "the bank denies that …" tells of a denial."""
    told = asserts(said) and bool(said.matter.keys) and not _OPEN & said.matter.open
    return told and _SAYS_NO.match(said.text) is None


def asserts(said: Said) -> bool:
    """Whether it tells that something is so, with no "not" and no "if"."""
    statement = said.statement
    positive = statement.polarity == "positive" and statement.condition is None
    return statement.act in AFFIRMS and positive


def denies(denial: Said, claim: Said) -> Found | None:
    """How surely ``denial`` denies what ``claim`` tells.

    The accused answers, or somebody else in words that are as good as the claim's own.
    """
    if denial.statement.act != "deny" or not affirms(claim) or not meet(denial, claim):
        return None
    if shared_run(tokens(denial.text), tokens(claim.text), _READ_OUT):
        return None  # one text, in one of the two taken for a denial
    found = tie(denial, claim)
    voice, accused = denial.matter.voice, claim.matter.doers
    if denial.report != claim.report and not _answered(denial, claim):
        return None
    if voice is not None and voice in accused:
        names = capitals(denial.text) | capitals(claim.text)
        act = found.shared - topics(found.shared) - {"weapon"} - names
        plain = act and len(found.shared) >= 2 and found.cover >= 0.6 and found.gap <= 7
        if not (found.place or found.day or topics(found.shared)) and comes_after(claim, denial):
            return None  # what it says was not could not yet be meant
        strong = bool(found.telling - names) or found.place or found.day
        if (strong and found.cover >= 0.4) or plain:
            return (
                0.65 + found.cover / 5,
                f"the accused answers: {written(found.shared, denial.text)}",
            )
        return None
    if voice is not None and accused and not denial.matter.doers & accused:
        return None  # it answers for another than the one who is accused
    if not_the_doer(denial, claim):
        return None
    answerable = has_mark("answerable", [*tokens(denial.text), *_cue(denial)])
    if answerable and voice is not None and voice not in claim.matter.sides:
        return None  # that it was is not denied by denying to have done it
    one_man = not found.shared - (capitals(denial.text) & capitals(claim.text))
    enough = found.cover >= 0.6 and found.telling and len(found.shared) >= 2 and not one_man
    if enough and (found.strength >= 2 or found.cover >= 0.9):
        return 0.5 + found.cover / 4, f"both speak of {written(found.shared, denial.text)}"
    return None


def _answered(denial: Said, claim: Said) -> bool:
    """Whether a denial may be of what another report's claim tells, and no general one.

    "Damascus has always denied using such weapons" answers what was claimed of one town only where
    that town is spoken of beside it; and what was claimed of years ago is not denied now.
    """
    told = denial.matter
    towns = claim.matter.spots or claim.matter.setting
    own = (told.telling & claim.matter.telling) | ((told.where & claim.matter.where) - told.names)
    more = bool(own - topics(own) - {"weapon"})  # than the kind of arms
    if not (told.heads & claim.matter.heads or more):
        return False  # to have such arms is not to use them
    if told.spots or told.days is not None:
        past = has_mark("past", tokens(claim.text))
        return not past or bool(told.spots & towns) or same_day(told.days, claim.matter.days)
    if has_mark("past", [*tokens(claim.text), *_cue(claim)]):
        return False
    # a capital that stands beside is as often a government
    return more or any(countries().capital(town.title()) is None for town in told.setting & towns)


_OF_OWN = frozenset({"it", "its", "they", "their", "he", "his", "we", "our", "having"})


def not_the_doer(denial: Said, claim: Said) -> bool:
    """Whether somebody denies to have done what the claim tells without blaming him: "that it had
    bombed the port" leaves it that the port was bombed."""
    voice = denial.matter.voice
    if voice is None or claim.matter.doers or voice in claim.matter.sides:
        return False
    own = denial.matter.doers == {voice} and bool(_OF_OWN & set(tokens(denial.text)[:6]))
    return own and harmful(denial.matter)


def _cue(said: Said) -> list[str]:
    return tokens(said.statement.cue.text) if said.statement.cue else []


def denies_event(denial: Said, event: EventFacts) -> Found | None:
    """How surely ``denial`` denies an event that another report states itself."""
    if denial.statement.act != "deny" or event.event.status not in REAL - {"denied"}:
        return None
    voice = denial.matter.voice
    if voice is not None and event.actors and voice not in event.actors:
        return None
    if voice is not None and voice in denial.matter.doers and not event.actors:
        return None  # that it was is not denied, only who did it
    found = tie(denial, event)
    same_act = bool(denial.matter.heads & event.matter.heads)
    if same_act and found.telling and found.strength >= 2 and found.cover >= 0.5:
        return 0.6 + found.cover / 5, f"both tell of {written(found.shared, denial.text)}"
    return None


def undercuts(doubt: Said, claim: Said) -> Found | None:
    """How surely ``doubt`` professes not to know of what ``claim`` tells."""
    if doubt.statement.act != "disclaim" or not meet(doubt, claim):
        return None
    if claim.statement.act not in AFFIRMS | {"threaten", "warn", "predict"}:
        return None
    if claim.statement.polarity == "negative" or _ASPECT & doubt.matter.open:
        return None  # "could not say whether the raid was Syrian": that it was is not in doubt
    if comes_after(claim, doubt) or not unaware_of(doubt, claim):
        return None
    found = tie(doubt, claim)
    if len(found.shared) < 2 or found.cover < 0.5 or not found.strength:
        return None
    return 0.55 + found.cover / 4, f"it knows nothing of {written(found.shared, doubt.text)}"


def supports(left: Said, right: Said) -> Found | None:
    """How surely two sources, known to be two, tell the same, each in its own words."""
    if (
        not (affirms(left) and affirms(right))
        or not meet(left, right)
        or not sources_are_two(left, right)
    ):
        return None
    unknown = "unknown" in (left.statement.certainty, right.statement.certainty)
    if unknown or other_news(left, right):
        return None
    found = tie(left, right)
    doers = left.matter.doers, right.matter.doers
    if len(found.shared) < 3 or not found.telling or (all(doers) and not doers[0] & doers[1]):
        return None
    if "outlet" in (left.who.kind if left.who else "", right.who.kind if right.who else ""):
        return None  # an agency is no witness, and may have it from the other
    names = capitals(left.text) & capitals(right.text)
    if len(found.shared - names) < 2:
        return None  # both speak of one man
    if left.report != right.report and not (found.place or found.day or names & found.shared):
        return None  # any two that tell of wounded, or of their income
    settled = found.place or found.day or len(found.telling) >= 3
    loose = found.strength >= 3 and found.cover >= 0.5 and (found.gap <= 3 or found.day) and settled
    close = found.strength >= 2 and found.cover >= 0.8 and found.gap <= 3
    whole = len(found.shared) >= 4 and found.cover >= 0.9 and found.gap <= 3
    if not (loose or close or whole) or _tallies_apart(left.matter, right.matter):
        return None
    if _apart(told_figures(left.text), told_figures(right.text)) or _apart(
        left.matter.sides, right.matter.sides
    ):
        return None
    named = all(who is not None and who.name is not None for who in (left.who, right.who))
    one_wire = shared_run(tokens(left.text), tokens(right.text), _WORDING)
    if one_wire and not named and left.report != right.report:
        return None  # one wire, told under two names
    if shared_run(tokens(left.text), tokens(right.text), _READ_OUT):
        return None  # one text, read out by one and put down to another
    of = written(found.shared, min(left.text, right.text))  # the same from either side
    return 0.5 + found.cover / 4, f"another source tells the same: {of}"


def meet(left: Said, right: Said) -> bool:
    """Whether one may answer the other: two voices, of about one time, each its own."""
    if left.statement.id == right.statement.id or same_voice(left.who, right.who):
        return False
    if _gap(left.days or left.published, right.days or right.published) > NEAR:
        return False  # one was said long before it was reported
    if right.statement.within == left.statement.id or left.statement.within == right.statement.id:
        return False
    return _gap(left.published, right.published) <= NEAR


def comes_after(claim: Said, denial: Said) -> bool:
    """Whether the claim came out more than a day after the denial."""
    if claim.published is None or denial.published is None:
        return False
    return claim.published.start > denial.published.start + 1


def _gap(left: Days | None, right: Days | None) -> int:
    return 0 if left is None or right is None else abs(left.start - right.start)


def _told_of(left: Said | EventFacts, right: Said | EventFacts) -> bool:
    """Whether the days that one of the two names may be what the undated other tells of."""
    for one, other in ((left, right), (right, left)):
        days, published = one.matter.stretch, other.published
        if days is None or other.matter.stretch is not None or published is None:
            continue
        if not days.start - 1 <= published.start <= days.end + NEAR:
            return False
    return True


def sources_are_two(left: Said, right: Said) -> bool:
    """Whether two sources are known to be two.

    An unnamed one may be anybody of its kind, "a monitor" the one that another report names, and
    the head of a body speaks for it.
    """
    if left.who is None or right.who is None or left.who.actor == right.who.actor:
        return False
    mine, theirs = _called(left), _called(right)
    if left.report == right.report or not (mine and theirs):
        return bool(mine and theirs)
    if mine & theirs or (mine | theirs) & _NOBODY or _initials(left.who) & theirs:
        return False
    if _initials(right.who) & mine:
        return False
    sides = {left.who.side, right.who.side}
    if None not in sides:
        return len(sides) == 2
    kinds = {left.who.kind, right.who.kind}
    if "person" in kinds and kinds != {"person"} and not _private(left, right):
        return False  # who may speak for the body that is the other source
    if "people" in kinds and kinds & _BODIES:
        return True  # shopkeepers and the police
    return all(who.name is not None or who.kind == "people" for who in (left.who, right.who))


def _private(left: Said, right: Said) -> bool:
    """Whether one of two is of people who are no officials: guards have their spokeswoman."""
    return any(
        said.who is not None
        and said.who.kind == "people"
        and not has_mark("officials", tokens(said.who.label))
        and not has_mark("uniformed", tokens(said.who.label))
        for said in (left, right)
    )


def _initials(who: Who) -> frozenset[str]:
    """The first letters of a name, as bodies are called by them."""
    parts = [word for word in tokens(who.label) if word not in _PLAIN]
    return frozenset({"".join(word[0] for word in tokens(who.label)), "".join(p[0] for p in parts)})


def _called(said: Said) -> frozenset[str]:
    """The stems of what a source is called, in its place and by its actor's name."""
    span = said.statement.source.span.text if said.statement.source else ""
    label = said.who.label if said.who else ""
    towns = {word for name in said.matter.setting | said.matter.spots for word in name.split()}
    called = [word for word in (*tokens(span), *tokens(label)) if word not in towns]
    return frozenset(stem(word) for word in called if word not in _PLAIN)


def called_alike(left: Said, right: Said) -> bool:
    """Whether two sources have a word in common that they are called by."""
    return bool(_called(left) & _called(right))


def one_name(left: Said, right: Said) -> bool:
    """Whether two sources are called by the same words, two or more."""
    return len(_called(left) & _called(right)) >= 2


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


@lru_cache(maxsize=8192)
def told_figures(text: str) -> frozenset[str]:
    """The numbers told, each with its unit: 22 percent is not 22 million."""
    found = set()
    for match in _FIGURE.finditer(text):
        unit = (match["unit"] or "").replace("per cent", "%").replace("percent", "%")
        number = stem(match["number"].lower().replace(",", ""))  # of "eighteen" it is 18
        found |= {number + unit} if number[0].isdigit() else set()
    return frozenset(found)


_FIGURE = re.compile(
    r"\b(?P<number>\d[\d,]*(?:\.\d+)?|[A-Za-z]+)"
    r"(?:\s?(?P<unit>%|(?:per ?cent|cents?|thousand|million|billion|trillion)\b))?"
)


def _tallies_apart(left: Matter, right: Matter) -> bool:
    return any(
        (one.what, one.noun) == (other.what, other.noun) and None not in (one.low, other.low)
        and one.low != other.low
        for one, other in product(left.tallies, right.tallies)
    )  # fmt: skip
