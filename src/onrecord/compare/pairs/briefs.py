"""What a headline tells in brief of what somebody said, and the report in full."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.figures import figures
from onrecord.compare.pairs.claims import alike
from onrecord.compare.pairs.references import refers
from onrecord.compare.pairs.sayings import one_act, other_day
from onrecord.link.identity import same_voice
from onrecord.link.words import stem, tokens, words
from onrecord.records import Link

_DENIED = frozenset({"deny", "reject"})
_PERFORMED = (
    frozenset({"threaten", "warn"}),
    frozenset({"demand"}),
    _DENIED,
    frozenset({"accuse"}),
)
_ARMS = frozenset({"government", "office", "military", "person"})
"""Whose words a headline may give to the state."""
_LEAD = 1200
"""Characters behind the headline within which its act is told in other words."""
_BEGIN = 6
"""Letters by which "success" is told in "successfully"."""


def briefs(view: View, told: Collection[str]) -> list[Link]:
    """``restates`` from the report to those statements of its headline that are not yet ``told``
    there in the same words: the first act of the kind below it, by the same side."""
    links = []
    below = [said for said in view.ordered if said.start >= view.lines]
    for headline in view.ordered:
        if headline.start >= view.lines or headline.statement.id in told:
            continue
        later = _acted(headline, below, view)
        if later is not None:
            why = f"the headline tells it in brief: {quote(headline.text)}"
            links.append(link("restates", later, headline, 0.65, why))
    return links


def in_brief(headline: Said, later: Said) -> tuple[float, str] | None:
    """How surely a headline tells in brief the utterance that the report tells in full."""
    one, other = headline.statement, later.statement
    if headline.start >= later.start or one.within or other.within or other_day(headline, later):
        return None
    if (
        not one_act(headline, later)
        or one.polarity != other.polarity
        or not _called_alike(headline, later)
    ):
        return None
    numbers = figures(headline), figures(later)
    if len(numbers[0]) == len(numbers[1]) == 1:
        mine, theirs = numbers[0][0], numbers[1][0]
        if mine.alike(theirs) and (mine.low, mine.high) == (theirs.low, theirs.high):
            return 0.8, f"the headline tells it in brief: {quote(headline.text)}"
        return None
    shared = _shared(headline, later)
    told_so = _one_kind(headline, later)  # of one thing a lead warns, as a rule
    if shared and (len(shared) >= 0.5 * len(headline.keys) or told_so):
        return 0.75, f"the headline tells it in brief: {quote(headline.text)}"
    return None


def _acted(headline: Said, below: Sequence[Said], view: View) -> Said | None:
    """The act of the lead that a headline names: "vows revenge", "would pay for it"."""
    acts = next((kind for kind in _PERFORMED if headline.statement.act in kind), None)
    if acts is None or headline.who is None or headline.statement.within:
        return None
    own = [
        said
        for said in below
        if said.statement.act in acts
        and not said.statement.within
        and _may_be_theirs(headline, said)
    ]
    first = next(iter(own), None)
    if first is None or headline.statement.polarity != first.statement.polarity:
        return None
    near = first.start <= view.lines + _LEAD or len(own) == 1
    if not near or _of_others(headline, first) or other_day(headline, first):
        return None
    if same_voice(headline.who, first.who) or _by_state(headline, first):
        meant = headline.statement.act not in _DENIED or refers(headline) is not None
        return first if meant and headline.statement.act != "demand" else None
    if headline.who.name is not None:
        threat = headline.statement.act == "threaten" and len(own) == 1
        return first if threat and first.who is not None and first.who.side is None else None
    return first if _shared(headline, first) else None  # "police boss", below "Inspector General"


def _may_be_theirs(headline: Said, later: Said) -> bool:
    """Whether a headline may mean the source of the report: one side, or an unnamed one's name."""
    one, other = headline.who, later.who
    if one is None or other is None:
        return False
    if same_voice(one, other) or _by_state(headline, later):
        return True
    if one.side is not None and other.side is not None:
        return False
    return other.kind == "person" and (one.kind in ("government", "person"))


def _by_state(headline: Said, later: Said) -> bool:
    """Whether a headline gives to a state what its rulers, or those who command there, said."""
    one, other = headline.who, later.who
    if one is None or other is None or one.kind != "government" or one.side is None:
        return False
    source = later.statement.source
    rule = source is not None and _rulers(tokens(source.span.text))
    paper = other.kind == "outlet" and later.statement.act == "threaten"  # a state's agency
    return one.side == other.side and (other.kind in _ARMS or rule or paper)


def _rulers(told: Sequence[str]) -> bool:
    """Whether words name those who rule."""
    return bool({stem(word) for word in told} & {"ruler", "junta", "regime", "leadership"})


def _of_others(headline: Said, later: Said) -> bool:
    """Whether the two blame different parties."""
    one, other = headline.matter.doers, later.matter.doers
    return bool(one and other and not one & other)


def _shared(headline: Said, later: Said) -> frozenset[str]:
    """The keys of a headline that the report has, in these words or others of their kin: a
    "merciless reply to drills" where the report has "exercises"."""
    shared = headline.keys & later.keys
    shared |= alike(headline.keys - shared, later.keys - shared)
    full = [*later.keys, *_phrased(later)]
    named = {word: word for word in headline.keys - shared} | _phrased(headline)
    return shared | {
        word
        for name, word in named.items()
        if any(other == name or other.startswith(f"{name}-") for other in full)
        or (len(name) >= _BEGIN and any(other[:_BEGIN] == name[:_BEGIN] for other in full))
    }


def _phrased(said: Said) -> dict[str, str]:
    """What a verb and its particle name together, with the verb: "blew up" is an explosion."""
    told = tokens(said.text)
    found = {}
    for verb, particle in pairwise(told):
        name = words().phrases.get((stem(verb), particle))
        if name is not None:
            found[name] = stem(verb)
    return found


def _one_kind(headline: Said, later: Said) -> bool:
    acts = {headline.statement.act, later.statement.act}
    return any(acts <= kind for kind in _PERFORMED)


def _called_alike(headline: Said, later: Said) -> bool:
    """Whether the source of a headline may be the later one: one voice, or the word for its post
    ("minister", "police") among those that name the later one."""
    if headline.who is None or later.who is None:
        return False
    if same_voice(headline.who, later.who) or _by_state(headline, later):
        return True
    mine = headline.statement.source
    theirs = later.statement.source
    if mine is None or theirs is None:
        return False
    sides = headline.who.side, later.who.side
    if None not in sides and sides[0] != sides[1]:
        return False
    told = {stem(word) for word in tokens(mine.span.text)} - {"the", "a", "an"}
    full = {stem(word) for word in (*tokens(theirs.span.text), *tokens(later.who.label))}
    return bool(told) and told <= full
