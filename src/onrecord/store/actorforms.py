"""The forms of a report's actors, and what the report tells of them, as rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from onrecord.identity import form_of, posts_of, shorts_of
from onrecord.identity.forms import family_of
from onrecord.records import Actor


def key_numbers(
    db: sqlite3.Connection, actors: Iterable[Actor], published: str | None
) -> dict[str, int]:
    """The number of each actor's form by the actor's id, new forms made.

    An actor that is nobody beyond its report has none.
    """
    found = ((actor.id, form_of(actor, published)) for actor in actors)
    forms = {id_: form for id_, form in found if form is not None}
    db.executemany(
        "INSERT INTO actor_key (sort, norm, country, office, month, block, family, id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [
            (f.sort, f.norm, f.country, f.office, f.month, f.block, family_of(f), f.id)
            for f in dict.fromkeys(forms.values())
        ],
    )
    ids = json.dumps([form.id for form in forms.values()])
    nums = dict(
        db.execute(
            "SELECT id, num FROM actor_key WHERE id IN (SELECT value FROM json_each(?))", (ids,)
        )
    )
    return {actor: nums[form.id] for actor, form in forms.items()}


def evidence(
    actor: Actor, num: int, key: int, published: str | None
) -> tuple[list[tuple[int, str, int]], list[tuple[int, str, str, str, int]]]:
    """The rows of ``actor_short`` and ``actor_post`` of a report's actor."""
    form = form_of(actor, published)
    if form is None:
        return [], []
    posts = posts_of(actor, published) if form.sort == "person" else ()
    return (
        [(num, short, key) for short in shorts_of(actor, form)],
        [(num, *post, key) for post in {post.office: post for post in posts}.values()],
    )
