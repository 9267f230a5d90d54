"""Which forms are one actor of the record, and why.

Every function here is of what the record tells of some forms, taken together: nothing depends on
which report came first. What is unclear is left apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.identity.forms import Form, Post, leads
from onrecord.identity.rules import Rules
from onrecord.identity.spelling import alike, words

CLEAR = 16
"""How many times the reports for another reading must be outnumbered to be taken for slips."""

USED = 2
"""Reports that must name somebody in full and by one word before the word alone is theirs."""


@dataclass(frozen=True, slots=True)
class Group:
    """Forms that are one actor of the record. ``why`` has a reason for each, in words."""

    id: str
    why: Mapping[Form, str]


@dataclass(frozen=True, slots=True)
class Bearer:
    """One whom a short name may mean: what the record tells of a group of full names."""

    id: str
    name: str
    countries: frozenset[str]
    posts: frozenset[Post] = frozenset()
    used: int = 0


@dataclass(frozen=True, slots=True)
class Meant:
    """The group that a short form belongs to, and why."""

    id: str
    why: str


def groups(tally: Mapping[Form, int], rules: Rules) -> tuple[list[Group], list[Form]]:
    """The forms of one block as groups, and those that each report's actor bears for itself.

    ``tally`` says in how many reports each form stands. A form joins the others that it agrees
    with where these agree among one another; a reading that reports bear out ``CLEAR`` times as
    often as another goes before it.
    """
    forms = sorted(tally)
    why = {
        frozenset(pair): reason
        for pair in combinations(forms, 2)
        if (reason := same_name(*pair, rules)) is not None
    }
    near = {form: {o for o in forms if frozenset((form, o)) in why} for form in forms}
    kept = {pair for pair in why if not any(_outdone(a, pair - {a}, near, tally) for a in pair)}
    joined = {form: {o for o in near[form] if frozenset((form, o)) in kept} for form in forms}
    torn = {
        form
        for form, others in joined.items()
        if any(frozenset(pair) not in kept for pair in combinations(sorted(others), 2))
    }
    found: list[Group] = []
    loose: list[Form] = []
    left = [form for form in forms if form not in torn]
    while left:
        first = left[0]
        members = [form for form in left if form is first or form in joined[first]]
        left = [form for form in left if form not in members]
        found.append(_group(members, why))
    for form in forms:
        if form in torn:
            # a namesake of people of several countries: nobody says which it is
            alone = form.country or not any(o.country for o in joined[form])
            found.append(_group([form], why)) if alone else loose.append(form)
    return found, loose


def _outdone(
    form: Form,
    other: Collection[Form],
    near: Mapping[Form, set[Form]],
    tally: Mapping[Form, int],
) -> bool:
    """Whether ``form`` goes with somebody whom far more reports tell, against the ``other``."""
    (rare,) = other
    return any(
        rival not in near[rare] and rival is not rare and tally[rival] >= CLEAR * tally[rare]
        for rival in near[form]
    )


def _group(members: Sequence[Form], why: Mapping[frozenset[Form], str]) -> Group:
    first = members[0]
    reasons = {form: why.get(frozenset((first, form)), "named so") for form in members}
    return Group(first.id, reasons)


def same_name(one: Form, other: Form, rules: Rules) -> str | None:
    """Why two forms of a block are one name; None where they are not, or are of two countries."""
    if one.country and other.country and one.country != other.country:
        return None
    if rules.parted(one.norm, other.norm):
        return None
    if one.norm == other.norm:
        return "the same name"
    left, right = words(one.norm), words(other.norm)
    if one.sort == "person":
        if not (_agree(left[0], right[0]) and _agree(left[-1], right[-1])):
            return None
        short, long = sorted((left[1:-1], right[1:-1]), key=len)
        rest = iter(long)
        if not all(any(_agree(part, given) for given in rest) for part in short):
            return None
        told = "the same name" if len(short) == len(long) else "the same name in full"
    elif one.sort == "body" and len(left) == len(right):
        if not all(map(_agree, left, right)):
            return None
        told = "the same name"
    else:
        return None
    return f"{told} in another spelling: “{one.norm}”, “{other.norm}”"


def _agree(one: str, other: str) -> bool:
    """Whether two words are one, if need be with a genitive's s whose apostrophe is lost."""
    short, long = sorted((one, other), key=len)
    return alike(one, other) or (len(short) > 2 and alike(short + "s", long))


def meant_by_surname(form: Form, bearers: Sequence[Bearer], rules: Rules) -> Meant | None:
    """Whom a person's name of one word means: ``bearers`` are all who bear it in the record."""
    able = [
        b
        for b in bearers
        if (not form.country or not b.countries or form.country in b.countries)
        and not rules.parted(form.norm, b.name)
    ]
    if form.office:
        held = [b for b in able if any(p[:2] == (form.office, form.country) for p in b.posts)]
        if len(held) == 1:
            return Meant(held[0].id, f"the only {form.office} of that name: “{held[0].name}”")
    if form.norm not in rules.given:
        meant = _most_used(able, USED)
        if meant is not None:
            return meant
    if len(able) == len(bearers) == 1 and form.country and form.country in able[0].countries:
        return Meant(
            able[0].id, f"the only one of that name and country in the record: “{able[0].name}”"
        )
    return None


def meant_by_body(norm: str, bearers: Sequence[Bearer], rules: Rules) -> Meant | None:
    """The body that a short name ("the Observatory", its initials) means."""
    able = [b for b in bearers if not rules.parted(norm, b.name)]
    return _most_used(able, 1 if " " not in norm and len(norm) <= 6 else 2 * USED)


def _most_used(able: Sequence[Bearer], least: int) -> Meant | None:
    """The one whom reports that name them in full call so, and hardly anybody else."""
    ranked = sorted(able, key=lambda b: (-b.used, b.id))
    if not ranked or ranked[0].used < least:
        return None
    others = sum(b.used for b in ranked[1:])
    if ranked[0].used < CLEAR * others:
        return None
    told = f"{_reports(ranked[0].used)} “{ranked[0].name}” in full and so"
    return Meant(ranked[0].id, f"{told}; {_reports(others)} another so" if others else told)


def _reports(count: int) -> str:
    return "1 report names" if count == 1 else f"{count} reports name"


def meant_by_office(form: Form, bearers: Iterable[Bearer]) -> Meant | None:
    """Who holds an office in the month of ``form``.

    Reports of that month or before it, and of that month or after it, must say that it is theirs,
    and none that it is anybody else's at the time.
    """
    of = leads() if form.office in ("leader", "ruler", "head of state") else {form.office}
    held: list[tuple[Bearer, str, str]] = []
    for bearer in bearers:
        months = [p.month for p in bearer.posts if p.office in of and p.country == form.country]
        if months and min(months) <= form.month <= max(months):
            held.append((bearer, min(months), max(months)))
    if len(held) != 1:
        return None
    bearer, first, last = held[0]
    return Meant(bearer.id, f"“{bearer.name}” holds the office in reports of {first} to {last}")


def ruled_country(bearer: Bearer) -> str | None:
    """The country that somebody leads or led, where the record tells one."""
    led = {post.country for post in bearer.posts if post.office in leads()}
    if led:
        return next(iter(led)) if len(led) == 1 else None
    return next(iter(bearer.countries)) if len(bearer.countries) == 1 else None
