"""What each page of the reading room costs: python -m benchmarks.pages RECORD.

Processor time of the whole request in this process, so that what else the machine does is left
out. Every page is asked for once beforehand, so that templates and tables of names are loaded. Then
the first request after a change of the record, when nothing of what is remembered holds any more,
and those after it.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import time
from pathlib import Path

from fastapi.testclient import TestClient

from onrecord.web import Settings, create_app

PAGES = (
    "/", "/timeline", "/timeline?lanes=actor", "/events", "/events?status=denied",
    "/events?type=ASSAULT&start=50",
    "/statements", "/statements?order=newest", "/statements?act=deny", "/statements?about=market",
    "/warnings", "/disputes", "/silence", "/copies", "/places", "/actors", "/reports",
    "/search?q=market", "/decisions", "/doubtful", "/doubtful?kind=link",
)  # fmt: skip
ONE_OF = (("/events", "events"), ("/statements?act=deny", "statements"), ("/actors", "speakers"),
          ("/reports", "reports"))  # fmt: skip
AGAIN = 4


def main(path: str) -> None:
    """Prints milliseconds, page by page, then the 95th percentile of the requests of each kind."""
    client = TestClient(
        create_app(Settings(record=Path(path))), base_url="http://127.0.0.1", follow_redirects=False
    )
    pages = (*PAGES, *_items(path))
    for page in pages:
        _cost(client, page)
    os.utime(path)  # as if something had been written
    firsts: list[float] = []
    others: list[float] = []
    for page in pages:
        first, *again = (_cost(client, page) for _ in range(1 + AGAIN))
        firsts.append(first)
        others += again
        print(f"{page:50} {first:7.0f} {statistics.median(again):7.0f}")
    for name, costs in (("first", firsts), ("later", others), ("all", firsts + others)):
        print(f"95th percentile, {name:33} {statistics.quantiles(costs, n=20)[-1]:7.0f}")


def _items(path: str) -> list[str]:
    """The first items of some lists, found by another application, which remembers nothing."""
    client = TestClient(create_app(Settings(record=Path(path))), base_url="http://127.0.0.1")
    found = []
    for page, kind in ONE_OF:
        found += re.findall(rf'class="go[^"]*" href="(/{kind}/[\w:]+)"', client.get(page).text)[:2]
    return found


def _cost(client: TestClient, page: str) -> float:
    before = time.process_time()
    answer = client.get(page)
    assert answer.status_code == 200, (page, answer.status_code)
    return 1000 * (time.process_time() - before)


if __name__ == "__main__":
    main(sys.argv[1])
