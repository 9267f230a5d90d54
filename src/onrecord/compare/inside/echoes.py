"""Who bears an account out in one report by telling the same: "a nurse also said that …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.figures import differ
from onrecord.compare.inside.replies import elsewhere, names_of
from onrecord.compare.pairs.claims import affirms, alike
from onrecord.compare.pairs.denials import one_side
from onrecord.link.words import has_mark, tokens, written
from onrecord.records import Link

_NEAR = 4
"""Statements before the echo among which the account is looked for."""
_BEFORE = 30
"""Characters before a cue within which "also" stands."""
_FIRST = 5
"""Words at the beginning of what is said among which "also heard" stands."""
_SHARED = 2
"""Content words, or words for one act, that both must have."""


def echoes(view: View) -> Iterator[Link]:
    """``supports`` from each account that says of itself that it tells the same."""
    common = names_of(view)
    for place, echo in enumerate(view.ordered):
        if not affirms(echo):
            continue
        before = view.ordered[max(0, place - _NEAR) : place][::-1]
        if _matching(echo, view):
            account = next((one for one in before if _may_bear_out(one, echo)), None)
            if account is not None:
                why = f"says that it is as told: {quote(account.text)}"
                yield link("supports", echo, account, 0.7, why)
                continue
        sense = _sense(tokens(echo.text)[:_FIRST])
        if sense is None and not _too(echo, view):
            continue
        for account in before:
            if not _may_bear_out(account, echo):
                continue
            shared = _same(account, echo) - common
            if sense is not None and (sense in _senses(account) or shared):
                why = f"“{sense}” it too: {quote(account.text)}"
                yield link("supports", echo, account, 0.6, why)
                break
            own = shared & echo.matter.telling & account.matter.telling
            if _of_others(account, echo, common) or _persons(view, echo) - _persons(view, account):
                continue
            if own and len(shared) >= _SHARED and len(shared) >= 0.3 * len(echo.keys - common):
                named = written(shared, echo.text)
                yield link("supports", echo, account, 0.6, f"tells the same too: {named}")
                break


def _sense(first: list[str]) -> str | None:
    """ "She also heard a double bang", "he too had seen it": the word for the sense."""
    if not has_mark("too", first):
        return None
    return next((word for word in first if has_mark("sensing", [word])), None)


def _senses(account: Said) -> list[str]:
    return [word for word in tokens(account.text) if has_mark("sensing", [word])]


def _matching(echo: Said, view: View) -> bool:
    """Whether it is introduced as the same: "gave a matching account: …"."""
    source, text = echo.statement.source, view.record.report.text
    if source is None or source.span is None or echo.start <= source.span.end:
        return False
    told = tokens(text[source.span.end : echo.start])
    told += tokens(echo.text)[:2]  # "the same thing: bullets through the door"
    alike = next((at for at, word in enumerate(told) if has_mark("matching", [word])), None)
    return alike is not None and has_mark("accounts", told[alike + 1 : alike + 3])


def _may_bear_out(account: Said, echo: Said) -> bool:
    """Whether the two are accounts of two sources which nothing keeps apart."""
    if not affirms(account) or one_side(account, echo) or elsewhere(account, echo):
        return False
    if {"only", "just"} & set(tokens(account.text)):
        return False  # "there was only one explosion": it may be what it is not
    return account.statement.id != echo.statement.within and differ(account, echo) is None


def _of_others(account: Said, echo: Said, common: frozenset[str]) -> bool:
    """Whether each names somebody whom the other does not: "found that the envoy Karo had lied",
    "also found that the clerk Tenn had"; or one tells what is, and the other what is ahead."""
    one, other = account.matter.names - common, echo.matter.names - common
    more = echo.matter.names - echo.matter.where - account.matter.names - account.keys
    if more or "also" in tokens(echo.text):
        return True  # "his brother Tenn was found guilty as well", "fighters were also killed"
    ahead = [bool({"will", "would"} & set(tokens(said.text))) for said in (account, echo)]
    return bool(one and other and not one & other) or ahead[0] != ahead[1]


def _persons(view: View, said: Said) -> frozenset[str]:
    """The persons named in what is said: "his brother Tenn was found guilty" is not of Karo."""
    spans = said.statement.content
    return frozenset(
        actor.id
        for actor in view.record.actors
        if actor.kind == "person" and actor.named
        if any(s.start <= m.start < s.end for m in actor.mentions for s in spans)
    )


def _too(said: Said, view: View) -> bool:
    """Whether it is told as one more of its kind."""
    cue = said.statement.cue
    if cue is None:
        return False
    before = view.record.report.text[max(0, cue.start - _BEFORE) : cue.start]
    return has_mark("too", [*tokens(before)[-2:], *tokens(cue.text)])


def _same(account: Said, echo: Said) -> frozenset[str]:
    """What two accounts have in common."""
    both = account.keys & echo.keys
    return both | alike(echo.keys - both, account.keys - both)
