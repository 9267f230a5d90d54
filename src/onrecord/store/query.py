"""A query in the making: its conditions, and the values that its marks stand for."""

from __future__ import annotations

from typing import Any


class Query:
    """Conditions joined by AND, tables ``made`` for the query alone, and bound ``values``.

    No value ever becomes a part of the SQL: ``bind`` gives the mark that stands for it.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.made: list[str] = []
        self._with: list[str] = []
        self._joins: list[str] = []
        self._where: list[str] = []

    def bind(self, value: Any) -> str:
        """The mark that stands for ``value``."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def where(self, condition: str) -> None:
        """Wants ``condition`` to hold."""
        self._where.append(f"({condition})")

    def hits(self, name: str, selects: list[str], on: str) -> None:
        """Wants ``on`` to be among the numbers of ``selects``, each of which gives (num, why).

        Made once and joined as a table ``name`` of (num, why), the reasons of a number in one.
        """
        union = " UNION ".join(selects)
        self.made.append(name)
        self._with.append(
            f"{name} (num, why) AS MATERIALIZED "
            f"(SELECT num, group_concat(why) FROM ({union}) GROUP BY num)"
        )
        self._joins.append(f"JOIN {name} ON {name}.num = {on}")

    def sql(
        self,
        select: str,
        order: str | None,
        limit: int | None,
        *,
        after: str = "",
        group: str | None = None,
        start: int = 0,
    ) -> str:
        """``select`` ("SELECT … FROM …") with all that was wanted of it.

        ``after`` are tables that are looked up last, for what has been found in the others.
        ``start`` rows are passed over, where there is a ``limit``.
        """
        parts = [f"WITH {', '.join(self._with)}"] if self._with else []
        parts += [select, *self._joins, after]
        if self._where:
            parts.append("WHERE " + " AND ".join(self._where))
        if group is not None:
            parts.append(f"GROUP BY {group}")
        if order is not None:
            parts.append(f"ORDER BY {order}")
        if limit is not None:
            parts.append(f"LIMIT {self.bind(limit)} OFFSET {self.bind(start)}")
        return " ".join(parts)
