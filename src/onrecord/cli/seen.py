"""When somebody was last told what is new in a record: kept with the person, not in the record.

A record may be shared, and asking it changes nothing in it; so this is a file of the user's.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from onrecord.cli.out import complain


def moment() -> str:
    """The moment to be remembered, in UTC: a second ago, lest what comes in within this second be
    missed. It may be told twice."""
    then = datetime.now(UTC) - timedelta(seconds=1)
    return then.isoformat(timespec="seconds").replace("+00:00", "Z")


def path() -> Path:
    """The file: ``onrecord/seen.json`` in ``XDG_STATE_HOME``, or in ~/.local/state."""
    home = os.environ.get("XDG_STATE_HOME")
    return (Path(home) if home else Path.home() / ".local" / "state") / "onrecord" / "seen.json"


def last(db: Path) -> str | None:
    """When what is new in this record was last asked; None where it never was."""
    return _kept().get(str(db.resolve()))


def remember(db: Path, when: str) -> None:
    """Keep that it was asked. Where that cannot be written it is told, and no more."""
    kept = {**_kept(), str(db.resolve()): when}
    file = path()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(kept, indent=1, ensure_ascii=False), "utf-8")
        beside.replace(file)
    except OSError as error:
        complain(f"{file}: it cannot be kept that this was asked: {error.strerror or error}")


def _kept() -> dict[str, str]:
    try:
        found = json.loads(path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(db): str(when) for db, when in found.items()}
