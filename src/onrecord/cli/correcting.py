"""Persons' decisions: ``correct``, ``undo``, and ``corrections``, the history of them."""

from __future__ import annotations

import json as jsonlib
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options as o
from onrecord.cli.answers import answer_json, answer_table, most, open_record
from onrecord.cli.out import SOME_UNREAD, complain, console, give_up

if TYPE_CHECKING:
    from onrecord.api import Record

What = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID FIELD VALUE",
        help="Or: merge ID ID, split ID ID, rename ID NAME, retract ID. An ID alone lists its "
        "fields.",
        show_default=False,
    ),
]
Reason = Annotated[
    str | None,
    typer.Option("--reason", "-r", metavar="TEXT", help="Why; always wanted.", show_default=False),
]
Person = Annotated[
    str | None,
    typer.Option(
        "--by",
        envvar="ONRECORD_BY",
        metavar="NAME",
        help="Whose decision it is; your name on this machine without it.",
        show_default=False,
    ),
]
From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Decisions of another record of the same reports, as corrections --json prints them; "
        "- for standard input.",
        show_default=False,
    ),
]
Numbers = Annotated[
    list[str], typer.Argument(metavar="NUMBER", help="As corrections shows it, or a range: 4-7.")
]
OfItem = Annotated[
    str | None,
    typer.Argument(metavar="ID", help="Only those about this item or report.", show_default=False),
]
Retracted = Annotated[
    bool,
    typer.Option("--retracted", help="Only what is retracted now.", rich_help_panel=o.ASKING),
]

SHORT = {
    "merge": ("same_as", 2, "merge ID ID"),
    "split": ("not_same_as", 2, "split ID ID"),
    "rename": ("name", 2, "rename ID NAME"),
    "retract": ("retracted", 1, "retract ID"),
}
"""Words in the place of an id: the field that they are about, how many words follow, and how."""

UNKNOWN = ("", "null", "unknown")
"""Values that stand for what is not known."""


def correct(
    what: What = None,
    reason: Reason = None,
    by: Person = None,
    from_: From = None,
    db: o.Db = o.DB,
    json: o.Json = False,
) -> None:
    """Decide what stands of an item, with a reason: a field of it, whether it is another, or that
    it is none.

    What the program read is kept beside it, and undo brings it back. null stands for what is not
    known. A merge or split is of two actors, or of two events.
    """
    words = what or []
    with _writing(db) as record:
        if from_ is not None:
            _take(record, from_)
            return
        if len(words) == 1:
            _list_fields(record, words[0], json)
            return
        item, field, value = _asked(words)
        if reason is None:
            give_up("a correction needs a reason; give it with --reason")
        made = record.correct(item, field, value, reason=reason, by=by)
        if json:
            answer_json(iter([made]))
        else:
            from onrecord.cli.deciding import decision_words

            item, value = made.item_id, jsonlib.loads(made.value)
            complain(f"correction {made.number}: {decision_words(item, made.field, value)}")


def undo(
    numbers: Numbers,
    reason: Reason = None,
    by: Person = None,
    db: o.Db = o.DB,
    json: o.Json = False,
) -> None:
    """Undo a correction, by its number: what the others come to stands again.

    Both decisions are kept. Of several numbers the last is undone first.
    """
    if reason is None:
        give_up("to undo a correction needs a reason; give it with --reason")
    with _writing(db) as record:
        for number in sorted(_numbers(numbers), reverse=True):
            made = record.undo(number, reason=reason, by=by)
            if json:
                answer_json(iter([made]))
            else:
                complain(f"correction {number} is undone, by {made.number}")


def corrections(
    item: OfItem = None,
    retracted: Retracted = False,
    db: o.Db = o.DB,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """What persons decided, in the order taken, undone or not: of which item, why, by whom, when.

    With --json as correct --from takes it.
    """
    from onrecord.cli.deciding import corrections_table

    with open_record(db) as record:
        found = record.corrections(item)
        if retracted:
            found = (
                d for d in found
                if d.field == "retracted" and d.undoes is None and d.undone_by is None
            )  # fmt: skip
        answer_table(islice(found, most(limit, json)), corrections_table, limit, json)


def _writing(db: Path) -> Record:
    """The record at ``db``, to be written to; it has to be there."""
    from onrecord.api import Record

    open_record(db).close()
    return Record(db, write=True)


def _asked(words: list[str]) -> tuple[str, str, object]:
    """Item, field and value."""
    if words and words[0] in SHORT:
        field, count, how = SHORT[words[0]]
        if len(words) != count + 1:
            give_up(f"it is: onrecord correct {how} --reason …")
        return words[1], field, words[2] if count == 2 else True
    if len(words) != 3:
        give_up("it is: onrecord correct ID FIELD VALUE --reason …; an ID alone lists its fields")
    item, field, value = words
    return item, field, _value(value)


def _value(text: str) -> object:
    """The value that ``text`` is: JSON where it is a list or an object, else its words."""
    if text.strip().lower() in UNKNOWN:
        return None
    if text.lstrip()[:1] in "[{":
        try:
            found: object = jsonlib.loads(text)
            return found
        except ValueError as error:
            give_up(f"{text!r} is no JSON: {error}")
    return text


def _numbers(given: list[str]) -> set[int]:
    found: set[int] = set()
    for text in given:
        first, _, last = text.partition("-")
        if not (first.isdigit() and (last or first).isdigit()):
            give_up(f"{text!r} is no number of a correction; `onrecord corrections` shows them")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def _list_fields(record: Record, item: str, json: bool) -> None:
    from onrecord.cli.deciding import fields_table

    found = record.correctable(item)
    if json:
        answer_json(iter(found))
    else:
        console().print(fields_table(found))


def _take(record: Record, path: Path) -> None:
    """Takes the lines of a file, telling what could not be taken."""
    taken = there = failed = 0
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        give_up(f"{path}: it cannot be read: {error}")
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    for done, (number, _) in zip(record.take(map(_parsed, lines)), lines, strict=True):
        if done.problem is not None:
            failed += 1
            complain(f"{path}, line {number}: {done.problem}")
        elif done.correction is None:
            there += 1
        else:
            taken += 1
    complain(f"{taken} decisions taken, {there} there already, {failed} not taken")
    if failed:
        raise SystemExit(SOME_UNREAD)


def _parsed(line: tuple[int, str]) -> object:
    """What a line holds; what is no JSON is refused as the record refuses it."""
    try:
        found: object = jsonlib.loads(line[1])
        return found
    except ValueError:
        return None
