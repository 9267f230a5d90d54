"""Which actors of the reports are one actor of the record, kept up to date as reports come and go.

What ``onrecord.identity`` decides is of forms; the tables say which forms to look at again (sql/
actors.sql). What comes out depends on what is in the record alone, never on what was added first.
Every function here runs inside its caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from onrecord.identity import (
    Form,
    Group,
    Meant,
    Rules,
    groups,
    meant_by_body,
    meant_by_office,
    meant_by_surname,
    ruled_country,
    rules,
)
from onrecord.identity.forms import family_of
from onrecord.identity.spelling import alike
from onrecord.store import decisions, tally
from onrecord.store.actorforms import evidence, key_numbers
from onrecord.store.bearers import FORM, bearers_of, tallied
from onrecord.store.load import load_actors


def refresh(db: sqlite3.Connection) -> None:
    """Brings whose each form is up to date with the actors that there are."""
    known = rules()
    row = db.execute("SELECT digest FROM actor_rules").fetchone()
    if row is None or row[0] != known.digest:
        db.execute("INSERT OR IGNORE INTO actor_stale SELECT num FROM actor_key")
        db.execute("DELETE FROM actor_rules")
        db.execute("INSERT INTO actor_rules VALUES (?)", (known.digest,))
    stale = [key for (key,) in db.execute("SELECT key FROM actor_stale ORDER BY key")]
    if stale:
        tally.regroup(db, _Refresh(db, known).of(stale))
        db.execute("DELETE FROM actor_stale")
    if stale or decisions.pending(db):
        decisions.apply(db, known)


def rebuild(db: sqlite3.Connection) -> None:
    """Makes the forms of all actors anew, and what follows from them: none has a form."""
    reports = db.execute("SELECT num, published FROM report ORDER BY num").fetchall()
    for report, published in reports:
        nums = [n for (n,) in db.execute("SELECT num FROM actor WHERE report = ?", (report,))]
        actors = load_actors(db, nums)
        keys = key_numbers(db, actors.values(), published)
        for num, actor in actors.items():
            key = keys.get(actor.id)
            if key is None:
                continue
            db.execute("UPDATE actor SET key = ? WHERE num = ?", (key, num))
            shorts, posts = evidence(actor, num, key, published)
            db.executemany("INSERT INTO actor_short VALUES (?, ?, ?)", shorts)
            db.executemany("INSERT INTO actor_post VALUES (?, ?, ?, ?, ?)", posts)
    refresh(db)


class _Refresh:
    """One bringing up to date."""

    def __init__(self, db: sqlite3.Connection, known: Rules) -> None:
        self._db, self._rules = db, known
        self._changed: set[int] = set()

    def of(self, stale: list[int]) -> set[int]:
        """Looks again at the forms of these numbers, and at all that depends on them.

        The forms are given back whose actors may be others now.
        """
        forms = self._forms("k.num IN (SELECT value FROM json_each(?))", json.dumps(stale))
        for key, form in forms.items():
            if form.sort == "state":
                self._set(key, Meant(form.id, "the same state's"))
        self._persons({f.block for f in forms.values() if f.sort in ("person", "people")})
        self._bodies({f.block for f in forms.values() if f.sort == "body"}, stale)
        touched = {*stale, *self._changed}
        listed = json.dumps(sorted(touched))
        families = {
            family
            for (family,) in self._db.execute(
                "SELECT DISTINCT family FROM actor_key WHERE family <> '' "
                "AND num IN (SELECT value FROM json_each(?))",
                (listed,),
            )
        }
        shorts = [
            short
            for (short,) in self._db.execute(
                "SELECT DISTINCT short FROM actor_use WHERE key IN "
                "(SELECT value FROM json_each(?))",
                (listed,),
            )
        ]
        self._surnames(families, shorts)
        self._ruled(families)
        self._holders(touched, forms.values())
        return self._changed

    def _forms(self, where: str, *values: str) -> dict[int, Form]:
        sql = f"SELECT {FORM} FROM actor_key k WHERE {where}"
        return {num: Form(*fields) for num, *fields in self._db.execute(sql, values)}

    def _set(self, key: int, meant: Meant | None) -> None:
        row = self._db.execute("SELECT id, why FROM actor_group WHERE key = ?", (key,)).fetchone()
        if meant is None:
            if row is not None:
                self._db.execute("DELETE FROM actor_group WHERE key = ?", (key,))
                self._changed.add(key)
            return
        told = (meant.id, meant.why)
        if row == told:
            return
        self._db.execute("INSERT OR REPLACE INTO actor_group VALUES (?, ?, ?)", (key, *told))
        self._changed.add(key)

    def _block(self, block: str) -> tuple[dict[Form, int], list[Group]]:
        """The numbers of a block's forms, and its groups; what is in none is set to none."""
        forms = self._forms("k.block = ?", block)
        nums = {form: num for num, form in forms.items()}
        found, _ = groups(tallied(self._db, forms), self._rules)
        within = {form for group in found for form in group.why}
        for form, num in nums.items():
            if form not in within:
                self._set(num, None)
        return nums, found

    def _persons(self, blocks: Iterable[str]) -> None:
        for block in sorted(blocks):
            nums, found = self._block(block)
            for group in found:
                for form, why in group.why.items():
                    self._set(nums[form], Meant(group.id, why))

    def _bodies(self, blocks: set[str], stale: list[int]) -> None:
        """Bodies, those of the longer names first: a short name may mean one of them."""
        waiting = set(blocks) | self._blocks_of_shorts(stale)
        done: set[str] = set()
        while waiting:
            block = max(waiting, key=lambda b: (b.startswith("body/="), b.count("/"), b))
            waiting.remove(block)
            done.add(block)
            before = set(self._changed)
            nums, found = self._block(block)
            for group in found:
                meant = self._body(group)
                for form, why in group.why.items():
                    self._set(nums[form], meant or Meant(group.id, why))
            new = self._changed - before
            waiting |= self._blocks_of_shorts(new) - done if new else set()

    def _blocks_of_shorts(self, keys: Iterable[int]) -> set[str]:
        """The blocks of bodies whose names are short names of these forms."""
        # CROSS keeps SQLite from beginning with all names of bodies
        found = self._db.execute(
            "SELECT DISTINCT s.block FROM json_each(?) j CROSS JOIN actor_use u ON u.key = j.value "
            "CROSS JOIN actor_key k ON k.num = u.key AND k.sort = 'body' "
            "CROSS JOIN actor_key s ON s.norm = u.short AND s.sort = 'body'",
            (json.dumps(sorted(keys)),),
        )
        return {block for (block,) in found}

    def _body(self, group: Group) -> Meant | None:
        for norm in sorted({form.norm for form in group.why}):
            if norm.startswith("="):
                return None
            countries = {form.country for form in group.why if form.country}
            bearers = [
                b
                for b in bearers_of(self._db, self._users(norm, "body"), norm)
                if b.id != group.id
                and (not countries or not b.countries or countries & b.countries)
            ]
            meant = meant_by_body(norm, bearers, self._rules)
            if meant is not None:
                return meant
        return None

    def _users(self, short: str, sort: str) -> list[int]:
        sql = (
            "SELECT u.key FROM actor_use u CROSS JOIN actor_key k ON k.num = u.key "
            "WHERE u.short = ? AND k.sort = ? AND u.n > 0"
        )
        return [key for (key,) in self._db.execute(sql, (short, sort))]

    def _surnames(self, families: set[str], shorts: list[str]) -> None:
        forms = self._forms(
            "k.sort = 'surname' AND (k.family IN (SELECT value FROM json_each(?)) "
            "OR k.norm IN (SELECT value FROM json_each(?)))",
            json.dumps(sorted(families)),
            json.dumps(shorts),
        )
        for key, form in sorted(forms.items(), key=lambda item: item[1]):
            meant = self._surname(form)
            if meant is None and form.office and form.country:
                meant = Meant(form.id, f"{form.office} of the same name and country")
            self._set(key, meant)

    def _surname(self, form: Form) -> Meant | None:
        keys = set(self._users(form.norm, "person"))
        family = self._forms("k.family = ? AND k.sort = 'person'", family_of(form))
        keys |= {num for num, f in family.items() if alike(f.norm.split()[-1], form.norm)}
        return meant_by_surname(form, bearers_of(self._db, keys, form.norm), self._rules)

    def _ruled(self, families: set[str]) -> None:
        """Governments and forces named for who leads them, as "the Amar regime"."""
        forms = self._forms(
            "k.sort = 'ruled' AND k.family IN (SELECT value FROM json_each(?))",
            json.dumps(sorted(families)),
        )
        for key, form in sorted(forms.items(), key=lambda item: item[1]):
            self._set(key, self._rule(form) or Meant(form.id, "named for the same person"))

    def _rule(self, form: Form) -> Meant | None:
        if " " in form.norm:
            keys = list(self._forms("k.block = ?", Form("person", form.norm).block))
            bearers = bearers_of(self._db, keys, form.norm)
            ids = {bearer.id for bearer in bearers}
        else:
            meant = self._surname(Form("surname", form.norm))
            ids = set() if meant is None else {meant.id}
        if len(ids) != 1:
            return None
        keys = [k for (k,) in self._db.execute("SELECT key FROM actor_group WHERE id = ?", (*ids,))]
        (bearer,) = bearers_of(self._db, keys, form.norm)
        country = ruled_country(bearer)
        if country is None:
            return None
        return Meant(Form("state", form.office, country).id, f"“{bearer.name}” leads {country}")

    def _holders(self, touched: set[int], stale: Iterable[Form]) -> None:
        """Persons named by an office alone, as "the Norwegian president"."""
        countries = {form.country for form in stale if form.sort == "holder"}
        countries |= {
            country
            for (country,) in self._db.execute(
                "SELECT DISTINCT country FROM actor_tenure "
                "WHERE key IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(touched)),),
            )
        }
        for country in sorted(countries):
            forms = self._forms("k.sort = 'holder' AND k.country = ?", country)
            if not forms:
                continue
            keys = self._db.execute(
                "SELECT DISTINCT key FROM actor_tenure WHERE country = ? AND n > 0", (country,)
            )
            bearers = bearers_of(self._db, [key for (key,) in keys], "")
            for key, form in forms.items():
                office = Form("holder", "", form.country, form.office)
                meant = meant_by_office(form, bearers)
                self._set(key, meant or Meant(office.id, "the same office"))
