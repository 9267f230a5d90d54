"""Events: what happened or is said to have, with PLOVER's types, its parties and its status.

Words that name events (``triggers``) are read with who does it to whom (``roles``), in which sense
(``sense``), whether it happened and on whose word (``status``), when and where (``setting``) and
how many it befell (``toll``); what two words tell of one event is one (``merge``). See
docs/decisions/events.md.
"""

from onrecord.extract.events.find import find_events

__all__ = ["find_events"]
