"""Who bears an account out in one report by telling the same: "a nurse also said that …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.build import link
from onrecord.compare.claims import affirms, alike
from onrecord.compare.denials import one_side
from onrecord.compare.facts import Said, View
from onrecord.compare.figures import differ
from onrecord.compare.replies import elsewhere, names_of
from onrecord.link.words import has_mark, tokens, written
from onrecord.records import Link

_NEAR = 4
"""Statements before the echo among which the account is looked for."""
_BEFORE = 30
"""Characters before a cue within which "also" stands."""
_SHARED = 2
"""Content words, or words for one act, that both must have."""


def echoes(view: View) -> Iterator[Link]:
    """``supports`` from each account that says of itself that it tells the same."""
    common = names_of(view)
    for place, echo in enumerate(view.ordered):
        if not affirms(echo) or not _too(echo, view):
            continue
        for account in reversed(view.ordered[max(0, place - _NEAR) : place]):
            shared = _same(account, echo) - common
            if len(shared) >= _SHARED and len(shared) >= 0.3 * len(echo.keys - common):
                named = written(shared, echo.text)
                yield link("supports", echo, account, 0.6, f"tells the same too: {named}")
                break


def _too(said: Said, view: View) -> bool:
    """Whether it is told as one more of its kind."""
    cue = said.statement.cue
    if cue is None:
        return False
    before = view.record.report.text[max(0, cue.start - _BEFORE) : cue.start]
    return has_mark("too", [*tokens(before)[-2:], *tokens(cue.text)])


def _same(account: Said, echo: Said) -> frozenset[str]:
    """What two accounts of two sources have in common, where nothing keeps them apart."""
    if not affirms(account) or one_side(account, echo) or elsewhere(account, echo):
        return frozenset()
    if differ(account, echo) is not None:
        return frozenset()
    both = account.keys & echo.keys
    return both | alike(echo.keys - both, account.keys - both)
