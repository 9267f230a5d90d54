"""Times: expressions of English text and what they mean, as TIMEX3."""

from onrecord.extract.times.find import find_times
from onrecord.extract.times.intervals import interval

__all__ = ["find_times", "interval"]
