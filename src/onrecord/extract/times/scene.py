"""What an expression of time may be measured from: publication, and what was told before."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.times.periods import Period


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has named: ``at`` is where, ``identifier`` the id of its expression.

    ``ago``: it was itself counted from another.
    """

    period: Period
    at: int
    identifier: str
    ago: bool = False


@dataclass(slots=True)
class Scene:
    """The state of a reading, from the first expression to the last.

    ``now`` is the day of publication, None where it is not known. ``narrative`` says that the text
    tells its story by dates of its own, as histories do. ``at`` is where the reading is, ``told``
    the date named last, ``quarter`` the quarter that the figures are for.
    """

    now: Period | None
    narrative: bool = False
    at: int = 0
    told: Told | None = None
    quarter: Told | None = None

    def tell(self, told: Told) -> None:
        """Remember the date named last."""
        self.told = told
        if told.period.unit == "quarter" and not told.ago:
            self.quarter = told
