"""Two accounts that lay one deed at different doors: A blames B for it, and C blames D.

"The ministry blamed the Front. Villagers said that the shells had come from the army's side."
Who is meant is known by a name, or by what he is: soldiers are no rebels, and thieves are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.parties import kinds_of, named_sides, share_name, tag
from onrecord.compare.inside.replies import elsewhere, others
from onrecord.compare.inside.tolls import elsewhere_told
from onrecord.compare.pairs.claims import AFFIRMS, alike
from onrecord.compare.pairs.denials import accused, only_ahead
from onrecord.link.words import NEGATIONS, has_mark, keys, mark_keys, tokens
from onrecord.records import Link

_NEAR = 8
"""Statements before an account among which the one is looked for that names another."""
_NEXT = 2
"""The same, where one of the two does not say for what."""
_PHRASE = r"(?P<who>[^.;:,“”\"()]{2,60})"
_DONE_BY = re.compile(
    r"\b(?!(?:was|were|is|are|be|been|being|got)\b)(?P<did>\w+)(?: \w+)?(?: out| off| up| down)?"
    r" by (?:the |an? )?" + _PHRASE,
    re.IGNORECASE,
)
_CAME_FROM = re.compile(
    r"\b(?:c(?:a|o)me|coming|fired|launched|shot|flown|arrived|originated)(?: \w+){0,2}? from "
    + _PHRASE,
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:fired|launched|launch|launches|launchers?)\b[^.;]{0,40}?\b(?:inside|within|in) "
    + _PHRASE,
    re.IGNORECASE,
)
_THEMSELVES = re.compile(
    r"(?:^|that )\W*(?P<who>[^.;:,“”\"()]{2,40}?)(?: had| have)? "
    r"(?P<did>\w+(?:ed|en|wn|ot|ne|ew|it))"
    r"(?: \w+){0,3} themselves\b"
)
_HELD = re.compile(r",? which (?:is|are|was|were) (?:held|in|controlled|under)\b[^.;,]{0,40}")
"""Behind a place, who holds it: "the hills, which are in rebel hands"."""
_END = re.compile(
    r"\b(?:who|which|that|when|while|on|after|before|during|as|but|because|at|in order)\b"
)
_FOR = re.compile(r"\s(?:for|of|over)\s")
_ON = re.compile(r"\s(?:on|to)\s(?P<who>.+)")
_FIRED = "fired"
_PRONOUNS = frozenset({"it", "them", "they", "this", "that", "these"})


@dataclass(frozen=True, slots=True)
class _Doer:
    """Whom an account names as the doer: by ``text``, by the ``tags`` of states and groups named
    and by the ``kinds`` that he is of; the keys of the ``deed``, and whether it is but pointed at
    (``bare``)."""

    text: str
    tags: frozenset[str]
    kinds: frozenset[str]
    deed: frozenset[str]
    bare: bool

    def another(self, other: _Doer) -> bool:
        """Whether the two are known to be two."""
        if self.tags & other.tags or share_name(self.tags, other.tags):
            return False
        if self.tags and other.tags:
            return True
        return bool(self.kinds and other.kinds) and not self.kinds & other.kinds


def at_other_doors(view: View) -> Iterator[Link]:
    """``contradicts``, slot ``who``, from who names another doer than was named before."""
    named = frozenset(
        k for a in view.record.actors if a.named for m in a.mentions for k in keys(m.text)
    )
    told = [(place, said, _doer(view, said, named)) for place, said in enumerate(view.ordered)]
    blaming = [(place, said, doer) for place, said, doer in told if doer is not None]
    for number, (place, later, mine) in enumerate(blaming):
        for before, earlier, theirs in reversed(blaming[:number]):
            if place - before > _NEAR:
                break
            if not others(earlier, later) or elsewhere(earlier, later):
                continue
            if elsewhere_told(view, later):
                continue
            if not mine.another(theirs) and not _turned(earlier, theirs, later, mine, view):
                continue
            if _one_deed(earlier, theirs, later, mine, near=place - before <= _NEXT):
                why = f"who did it: “{mine.text}” against “{theirs.text}”"
                yield link("contradicts", later, earlier, 0.6, why, "who")
                break


def _turned(earlier: Said, theirs: _Doer, later: Said, mine: _Doer, view: View) -> bool:
    """Whether the accused names somebody else than himself."""
    own = tag(later.who)
    return (
        earlier.statement.act == "accuse"
        and not keys(mine.text) & keys(theirs.text)
        and (own is None or own not in mine.tags)
        and accused(earlier, later, view)
    )


def _one_deed(earlier: Said, theirs: _Doer, later: Said, mine: _Doer, *, near: bool) -> bool:
    """Whether both speak of one deed: by a word of it, or because one only points at it."""
    if has_mark("another", tokens(later.text)):
        return False
    shared = (mine.deed & theirs.deed) | alike(mine.deed, theirs.deed)
    if shared - mark_keys("generic") or (shared and near):
        return True
    return near and (mine.bare or theirs.bare)


def _doer(view: View, said: Said, named: frozenset[str]) -> _Doer | None:
    """Whom a statement names as the doer of a deed; None where it names none or leaves it open."""
    statement = said.statement
    if statement.act not in AFFIRMS | {"deny"} or statement.condition or said.who is None:
        return None
    if said.matter.open - NEGATIONS or only_ahead(said, view):
        return None
    found = _accused(said) or _told(view, said) or _owned(said)
    if found is None:
        return None
    start, end, fired = found
    text = view.record.report.text
    phrase, rest = text[start:end], text[start:end]
    tags, kinds = set(), set()
    for actor in view.record.actors:
        for mention in actor.mentions:
            if start <= mention.start < mention.end <= end:
                one = tag(view.who[actor.id])
                if actor.named and not mention.text.islower():
                    one = one or (view.who[actor.id].name if actor.kind == "other" else None)
                    kinds |= {_KIND[actor.kind]} if actor.kind in _KIND else set()
                    rest = rest.replace(mention.text, " ")
                tags |= {one} if one is not None else set()
    kinds |= _kinds(rest)
    tags |= {code for _, _, code in named_sides(phrase)}
    if statement.cue is not None and has_mark("owning", tokens(statement.cue.text)):
        kinds |= set() if tags or kinds else {"rebels"}
    if not tags and not kinds and statement.act != "accuse":
        return None
    deed = said.matter.keys - keys(phrase) - named - mark_keys("telling") - mark_keys("accusing")
    short = set(tokens(said.text)[:4]) | set(tokens(said.text)[-1:])
    bare = not deed or (bool(_PRONOUNS & short) and len(deed) <= 1)
    deed |= {_FIRED} if fired else frozenset()
    words = " ".join(phrase.split())
    return _Doer(words, frozenset(tags), frozenset(kinds), deed, bare)


_KIND = {"armed_group": "rebels", "military": "state", "government": "state", "office": "state"}
"""What named actors are."""


def _owned(said: Said) -> tuple[int, int, bool] | None:
    """Who says that it was his own doing: "claimed responsibility"."""
    cue, source = said.statement.cue, said.statement.source
    if cue is None or source is None or "responsibility" not in tokens(cue.text):
        return None
    return source.span.start, source.span.end, False


def _accused(said: Said) -> tuple[int, int, bool] | None:
    """Where an accusation names the accused: "blamed | the Front | for it", "put it down to …"."""
    statement = said.statement
    if statement.act != "accuse" or statement.cue is None or not statement.content:
        return None
    cue, span = tokens(statement.cue.text), statement.content[0]
    blaming = {"blame", "blames", "blamed", "blaming", "accuse", "accuses", "accused", "accusing"}
    if not (blaming | {"attributed", "attribute", "attributes"}) & set(cue):
        return None
    before = _FOR.search(span.text)
    onto = _ON.search(span.text)
    if (
        before is None
        and onto is not None
        and not {"accused", "accuse", "accuses", "accusing"} & set(cue)
    ):
        return span.start + onto.start("who"), span.start + onto.end("who"), False
    end = before.start() if before is not None else len(span.text)
    return span.start, span.start + end, False


def _told(view: View, said: Said) -> tuple[int, int, bool] | None:
    """Where it is told by whom something was done, or from where it was fired."""
    text = view.record.report.text
    for span in said.statement.content:
        for pattern in (_CAME_FROM, _INSIDE, _DONE_BY, _THEMSELVES):
            match = pattern.search(span.text)
            if match is None:
                continue
            clause = re.split(r"[.;]", span.text[: match.start()])[-1]
            if NEGATIONS & set(tokens(clause)):
                continue
            did = match.groupdict().get("did")
            if did is not None and not has_mark("done", tokens(did)):
                continue
            start, end = match.span("who")
            stop = _END.search(match["who"])
            end = start + stop.start() if stop is not None else end
            start, end = span.start + start, span.start + end
            held = _HELD.match(text, end)
            return start, held.end() if held is not None else end, did is None or _shot(did)
    return None


def _shot(did: str) -> bool:
    return did.lower() in ("fired", "launched", "shot")


def _kinds(phrase: str) -> frozenset[str]:
    """What those are whom a phrase names, by its words and pairs of words."""
    return kinds_of(phrase.replace("’s", "").replace("'s", ""))
