"""What a denial itself tells that it denies: "dismissed the allegation of X that …", "contradicted
the minister, who has insisted that …", "rejects the criticism" right behind who criticized.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.compare.accounts.facts import Said, View, shown
from onrecord.compare.accounts.ground import capital
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.denials import accused, one_side
from onrecord.link.words import has_mark, mark_stems, stem, tokens
from onrecord.records import LinkKind

KINDS: dict[str, LinkKind] = {"deny": "denies", "reject": "denies", "disclaim": "undercuts"}
"""What an answer of each act is to what it answers."""
_RELATIVE = 60
"""Characters between one who is contradicted and the "who" that tells what he says."""
_OPENING = 8
"""Words of a denial before what the report says that it denies."""
_ARTICLE = 4
"""Words that "the criticism" has at most."""


def told_within(ordered: Sequence[Said], denial: Said) -> Said | None:
    """The claim of somebody else that a denial itself tells: "dismissed the allegation of X that
    …", "could not confirm reports that …"."""
    if denial.statement.act not in KINDS:
        return None
    behind = _who_insists(ordered, denial)
    if behind is not None:
        return behind
    inner = [one for one in ordered if one.statement.within == denial.statement.id]
    inner = [one for one in inner if one.statement.act in AFFIRMS]
    claims = [one for one in inner if _named_claim(one) or _in_report(denial, one)]
    return claims[0] if len(claims) == 1 else None


def _in_report(denial: Said, claim: Said) -> bool:
    """ "denied | a report that says | he has resigned": the report that is denied says it."""
    cue, content = claim.statement.cue, denial.statement.content
    if cue is None or not content or denial.statement.act != "deny":
        return False
    opening = tokens(content[0].text[: max(0, cue.start - content[0].start)])
    told = any(stem(word) in mark_stems("claiming") for word in opening)
    return told and opening[-1] in ("that", "which") and len(opening) <= _OPENING


def _who_insists(ordered: Sequence[Said], denial: Said) -> Said | None:
    """What he says who is contradicted: "contradicted the minister, who has insisted that …"."""
    said = next((one for one in ordered if one.start > denial.start), None)
    source = said.statement.source if said is not None else None
    if said is None or source is None or tokens(source.span.text) not in (["who"], ["which"]):
        return None
    end = max(span.end for span in shown(denial.statement))
    near = 0 <= source.span.start - end <= _RELATIVE
    gainsays = denial.statement.cue is not None and has_mark(
        "gainsaying", tokens(denial.statement.cue.text)
    )
    return said if near and gainsays and said.statement.act in AFFIRMS else None


def _named_claim(inner: Said) -> bool:
    """Whether a statement is told by a noun for a claim, or has a source of its own."""
    cue = inner.statement.cue
    noun = cue is not None and any(stem(w) in mark_stems("claiming") for w in tokens(cue.text))
    return noun or inner.statement.source is not None


def faulting(before: Sequence[Said], denial: Said, view: View) -> Said | None:
    """ "The council criticized Norway. | Norway rejects the criticism": who faulted it."""
    told = tokens(denial.text)
    if denial.statement.act not in ("reject", "deny") or len(told) > _ARTICLE:
        return None
    if not told or told[-1] not in ("criticism", "criticisms", "condemnation", "rebuke"):
        return None
    found = [c for c in before if c.statement.act == "condemn" and not one_side(c, denial)]
    found = [c for c in found if accused(c, denial, view)]
    return found[-1] if found else None


def at_home(claim: Said, denial: Said, view: View, *, seat: bool = False) -> bool:
    """Whether a claim is of a place in the state that denies it, or of its government's seat."""
    side = denial.who.side if denial.who else None
    spans = claim.statement.content
    return side is not None and any(
        place.country == side
        and (not seat or capital(place))
        and any(s.start <= place.span.start < s.end for s in spans)
        for place in view.record.places
    )
