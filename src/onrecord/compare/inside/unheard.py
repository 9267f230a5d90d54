"""Doubts that only point to what they doubt: "had no information", "nothing to bear that out",
"no record of any such calls".

What is pointed to is what was told right before, by another; a plural ("the accounts") is each of
the accounts of that paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.compare.accounts.build import quote
from onrecord.compare.accounts.facts import Said, View, shown
from onrecord.compare.accounts.figures import figures
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.denials import accused, common_side, one_side, tells_of
from onrecord.link.words import has_mark, keys, mark_keys, mark_stems, stem, tokens
from onrecord.records import EventType, Span

Found = list[tuple[Said, str]]

_CLAIMS = AFFIRMS | {"predict", "pledge"}
_REACH = 400
"""Characters between what was told and the doubt that only points to it."""
_SHORT = 9
"""Words that a bare "had no information" has at most."""
_ASKS = frozenset({"who", "whom", "whose", "what", "where", "why", "how", "when", "whether", "if",
                   "which", "because"})  # fmt: skip
"""Words behind which stands what is not known."""
_THAT = r"(?:this|that|these|those|it|them|they)"
_WHENCE = re.compile(
    rf"\b(?:where|what) {_THAT} (?:is|are|was|were|comes?|came|has|have|had)\b", re.IGNORECASE
)
_NOTHING_TO = re.compile(
    r"\b(?:nothing|no \w+) (?:(?:that|which|to) )?(?:would |could |might )?"
    rf"(?:support|bear|back|confirm|corroborate|substantiate|prove)s? {_THAT}\b",
    re.IGNORECASE,
)
_NO_SUPPORT = re.compile(
    r"\b(?:nothing|no \w+) (?:(?:that|which|to) )?(?:would |could |might )?"
    r"(?:support|back|confirm|corroborate|substantiate|prove)s? the (?P<what>\w+)\W*$",
    re.IGNORECASE,
)
_NOTHING_SAYS = re.compile(
    r"\bnothing (?:(?:that|which|to) )?(?:\w+ )?(?:suggest|indicate|show|prove|point)\w*",
    re.IGNORECASE,
)
_SEEN_SUCH = re.compile(
    r"\b(?:seen|saw|heard|received|found|know|knew|knows) (?:of )?(?:no|any) such\b", re.IGNORECASE
)
_SUCH = re.compile(r"\b(?:any|no) such (?P<what>\w+)", re.IGNORECASE)
_TRACE = re.compile(
    r"\b(?:found|finds?|seen|sees?|saw|had|has|have) no "
    r"(?:trace|record|sign|evidence|proof|indication|confirmation)s? of "
    r"(?:the|that|this|any such|such) \w+\W*$",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\b(?:of|about|on|for) (?:any|a|an|such an?) (?:such )?(?P<what>\w+)\W*$", re.IGNORECASE
)
_NOUN = re.compile(
    r"(?:^|\b(?:confirm|verify|corroborate|substantiate|authenticate|check|support) )"
    r"(?:the|that|this|those|these|his|her|its|their) (?P<what>\w+)\W*$",
    re.IGNORECASE,
)
_RULE_OUT = re.compile(rf"\brule(?: out {_THAT}\b| {_THAT} out\b|d? out\W*$)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\bno (?:\w+ )?(?:evidence|proof|indication|sign)s? (?:\w+ ){0,3}?"
    r"(?:against|implicating|incriminating|linking|tying)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:asked|questioned|pressed|quizzed) (?:about|on|over|whether|if|why|when|how|what)\b"
    r"(?P<of>[^.!?\n]*)$",
    re.IGNORECASE,
)
_DEED: frozenset[EventType] = frozenset({"ASSAULT", "COERCE"})


def pointed(doubt: Said, place: int, view: View) -> Found:
    """The statements that a doubt points to, each with the reason; none where it names its matter
    itself. ``place`` is the doubt's among the report's statements."""
    if not _doubts(doubt):
        return []
    if _AGAINST.search(doubt.text):
        return [
            (claim, f"sees nothing to show that it is so: {quote(claim.text)}")
            for claim in view.ordered[:place]
            if _charges(claim, doubt, view)
        ]
    charge = _charge(doubt, place, view)
    if charge is not None:
        return [(charge, f"sees nothing to show that it is so: {quote(charge.text)}")]
    before = _just_told(doubt, place, view)
    if before is None:
        return []
    several = _several(doubt, place, view)
    if several:
        return [(claim, f"could not confirm it: {quote(claim.text)}") for claim in several]
    if not _points(doubt, before, view):
        return []
    return [(before, f"“{doubt.text.strip()}” here is of {quote(before.text)}")]


def _doubts(said: Said) -> bool:
    """Whether somebody professes not to know, be it told as that there is nothing: "had found no
    record of it"."""
    if said.statement.act == "disclaim":
        return True
    negative = said.statement.polarity == "negative" and said.statement.act in (
        "assert", "deny", "decline",
    )  # fmt: skip
    found = tokens(said.text)
    return negative and (
        _NOTHING_TO.search(said.text) is not None
        or _NO_SUPPORT.search(said.text) is not None
        or _TRACE.search(said.text) is not None
        or _NOTHING_SAYS.search(said.text) is not None
        or _SEEN_SUCH.search(said.text) is not None
        or ("no" in found and has_mark("professing", found) and _SUCH.search(said.text) is not None)
    )


def _charge(doubt: Said, place: int, view: View) -> Said | None:
    """The accusation for which nothing speaks: "had seen nothing that would support the charge"."""
    noun = _NO_SUPPORT.search(doubt.text)
    if noun is None or stem(noun["what"].lower()) not in mark_stems("claiming"):
        return None
    charges = [
        claim
        for claim in view.ordered[:place]
        if claim.statement.act == "accuse" and claim.keys and not one_side(claim, doubt)
    ]
    return charges[-1] if charges else _just_told(doubt, place, view)


def _points(doubt: Said, claim: Said, view: View) -> bool:
    """Whether the doubt has no other words than such as point to what was told before."""
    text = doubt.text
    if _WHENCE.search(text) or _NOTHING_TO.search(text) or _RULE_OUT.search(text):
        return True
    if _NOTHING_SAYS.search(text):
        return bool(doubt.keys & claim.keys & claim.matter.telling)
    asks = bool(_ASKS & set(tokens(text)))
    such = _SUCH.search(text)
    if such is not None:
        return not asks
    if _TRACE.search(text):  # "no trace of the purchase", after who says that he bought it
        return "\n" not in view.record.report.text[claim.start : doubt.start]
    noun = _NOUN.search(text)
    if noun is not None and stem(noun["what"].lower()) in mark_stems("claiming"):
        return claim.who is None  # of a source that is named, "the report" is told elsewhere
    of_it = _OF_IT.search(text)
    if of_it is not None and stem(of_it["what"].lower()) in mark_stems("moves"):
        return not asks
    if asks or doubt.statement.act != "disclaim":
        return False
    if claim.statement.act == "accuse" and accused(claim, doubt, view):
        return True  # who is accused, and says right behind it that he knows of no such thing
    return _bare(doubt)


def _bare(doubt: Said) -> bool:
    """ "Had no information", "was unaware": no word says of what."""
    told = tokens(doubt.text)
    if not told or len(told) > _SHORT or not has_mark("professing", told):
        return False
    return doubt.keys <= mark_keys("telling") | mark_keys("professing")


def _just_told(doubt: Said, place: int, view: View) -> Said | None:
    """The claim that another made right before the doubt; who only declined to speak stands
    between."""
    text = view.record.report.text
    opens = min(span.start for span in _line(doubt))
    for claim in reversed(view.ordered[:place]):
        if claim.statement.act == "decline" or claim.statement.within == doubt.statement.id:
            continue
        if doubt.statement.within == claim.statement.id:
            continue
        if claim.statement.within is not None:
            outer = view.said.get(claim.statement.within)
            claim = outer if outer is not None and outer.who is not None else claim
        end = max(span.end for span in _line(claim))
        if claim.statement.act not in _CLAIMS or not claim.keys or opens - end > _REACH:
            return None
        if not _anothers(claim, doubt) or claim.start < view.headline <= doubt.start:
            return None
        return claim if _asked_of(text[max(0, opens - _REACH) : opens], claim) else None
    return None


def _asked_of(lead: str, claim: Said) -> bool:
    """Whether the doubt answers no question about something else: "Asked about the price, …"."""
    asked = _ASKED.search(lead)
    if asked is None:
        return True
    of = keys(asked["of"]) - mark_keys("telling") - mark_keys("claiming")
    return not of or bool(of & claim.keys)


def _several(doubt: Said, place: int, view: View) -> list[Said]:
    """ "Could not verify the accounts": each that others gave before in the paragraph."""
    noun = _NOUN.search(doubt.text)
    if noun is None or doubt.statement.act != "disclaim":
        return []
    word = noun["what"].lower()
    if not word.endswith("s") or stem(word) not in mark_stems("claiming") | mark_stems("accounts"):
        return []
    told = list(_in_paragraph(doubt, place, view))
    if has_mark("counting", [word]):
        return [claim for claim in told if figures(claim)][:1]
    return told


def _in_paragraph(doubt: Said, place: int, view: View) -> Iterator[Said]:
    """The last account of each other source that the paragraph goes on with up to the doubt."""
    text = view.record.report.text
    sources = set[object]()
    for claim in reversed(view.ordered[:place]):
        if claim.statement.act not in AFFIRMS or not _anothers(claim, doubt):
            return
        near = doubt.start - claim.start <= _REACH and claim.start >= view.headline
        if not near or "\n" in text[claim.start : doubt.start]:
            return
        if claim.statement.within is None and claim.who not in sources:
            yield claim
        sources.add(claim.who)


def _anothers(claim: Said, doubt: Said) -> bool:
    """Whether it is the claim of another, be it of nobody who is named."""
    if claim.who is None:
        return claim.statement.source is not None or claim.statement.cue is not None
    return doubt.who is None or not one_side(claim, doubt)


def _charges(claim: Said, doubt: Said, view: View) -> bool:
    """Whether a claim of another lays harm at the door of whom the doubt names."""
    if claim.statement.act not in AFFIRMS or claim.statement.within or one_side(claim, doubt):
        return False
    harm = claim.statement.act == "accuse" or tells_of(claim, view, _DEED)
    harm |= bool(claim.keys & mark_keys("weapons"))
    positive = claim.statement.polarity == "positive"
    return harm and positive and common_side(view, claim, doubt)


def _line(said: Said) -> tuple[Span, ...]:
    """The spans of a statement, of its source and of its cue."""
    source = said.statement.source
    spans = (source.span if source else None, said.statement.cue)
    return (*shown(said.statement), *(span for span in spans if span is not None))
