"""Times: expressions of English text and what they mean, as TIMEX3.

Words become a string of signs (``lexer``, ``vocabulary``), rules over signs find expressions
(``grammar``, ``rules*``), an expression is what the words mean before it is known what they are
measured from (``expressions``), and a reading from the first to the last resolves them (``scene``,
``resolution``, ``choose``) on the calendar (``periods``, ``intervals``).
"""

from onrecord.extract.times.filed import opens
from onrecord.extract.times.find import find_times
from onrecord.extract.times.helpers import is_dated, lies_ahead, nearest, resolve
from onrecord.extract.times.intervals import interval

__all__ = ["find_times", "interval", "is_dated", "lies_ahead", "nearest", "opens", "resolve"]
