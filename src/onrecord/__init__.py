"""OnRecord reads news reports and keeps the record: who said what, who did what to whom, when,
where, and on whose word.

    import onrecord

    for record in onrecord.read("reports/"):
        for statement in record.statements:
            ...

    with onrecord.Record("record.db") as record:
        for row in record.statements(by="Lavrov", act=("deny",)):
            print(row.day, row.speaker.name, [span.text for span in row.statement.content])

Nothing is loaded before it is used.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import Record, Summary, read

__version__ = "0.1.0"
__all__ = ["Record", "Summary", "read"]


class _Package(ModuleType):
    """``onrecord.read`` is the function of the API. The folder of the stage that reads has that
    name too, and importing it would put the module in the function's place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "read" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from onrecord import api

    return getattr(api, name)
