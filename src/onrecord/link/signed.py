"""Credits to outlets that no list of agencies has: a dateline's, a signature, "the agency X"."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.link.words import fold
from onrecord.records import Report

_HEAD, _TAIL = 300, 120
# "ADENAU, Oct 7 (CNS) - "
_FILED = re.compile(r"\((?P<who>[A-Z][^()\n]{1,40}?)\)\s*[-–—]{1,2}\s")
# " - MPA", "(Ledger/CP)", "Source: CP" behind the last sentence
_SIGNED = re.compile(
    r"[.!?…][\"'”’)\]]*\s+(?:\(|\[|[-–—]+\s*|[Ss]ource:\s*)(?P<who>[^\W\d_][^()\[\]\n.]{1,60}?)"
    r"[)\]]?\.?\s*$"
)
_FROM = re.compile(r"(?:with|from|by|source|inputs?|reporting|material)\b\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[/,;&]|\band\b)\s*")
_SHORT = re.compile(r"[A-Z]{2,6}")
_NO_NAMES = frozenset({"AD", "END", "ENDS", "MORE", "UPDATE", "UPDATED", "WRAPUP", "LEAD", "ADDS"})
_TAKES = (
    r"(?:citing|quoting|according to|via|told|tells|"
    r"(?:cited|quoted|reported|carried|published|obtained|seen|sent) (?:by|to)|"
    r"(?:interview|statement|message)s?(?: sent)? (?:with|to)|spoke to|speaking to)"
)
_GIVES = r"(?:has\s+|have\s+)?(?:reported|reports|said|says|quoted|quotes|cited|cites|wrote|writes)"
_AGENCY = r"(?:news\s+)?(?:agency|service)"
_PLAIN = frozenset({"the", "of", "and", "for", "de", "la", "le"})


def signatures(report: Report) -> frozenset[str]:
    """Those whose text a report says that it is: in its dateline, or behind its last sentence."""
    filed = [match["who"] for match in _FILED.finditer(report.text[:_HEAD])]
    signed = _SIGNED.search(report.text[-_TAIL:])
    named = filed + _AND.split(signed["who"]) if signed else filed
    bare = (_FROM.sub("", name).strip() for name in named)
    return frozenset(name for name in bare if name and name not in _NO_NAMES)


def short_names(report: Report) -> frozenset[str]:
    """The signatures that are an agency's initials, as all reports write them: "CNS"."""
    return frozenset(name for name in signatures(report) if _SHORT.fullmatch(name))


def own_signature(report: Report) -> str | None:
    """The initials under which a report's own outlet files it: "(CNS)" of Coast News Service."""
    short = initials(report.outlet or "")
    return short if short in short_names(report) else None


def names_outlet(copy: Report, origin: Report) -> str | None:
    """The name by which ``copy`` credits the outlet of ``origin``, if it does."""
    outlet = (origin.outlet or "").strip()
    if not outlet or fold(outlet) == fold(copy.outlet or ""):
        return None
    full = re.sub(r"^[Tt]he\s+", "", outlet)
    signed = signatures(copy)
    if any(fold(name) in (fold(full), fold(outlet)) for name in signed):
        return outlet
    short = initials(outlet)
    if short in signed:
        return short
    if _taken(full, alone=True).search(copy.text):
        return outlet
    if len(short) > 1 and _taken(short, alone=own_signature(origin) == short).search(copy.text):
        return short
    return None


@lru_cache(maxsize=4096)
def initials(outlet: str) -> str:
    """ "CNS" of "Coast News Service"; the name itself where it is such letters."""
    if _SHORT.fullmatch(outlet):
        return outlet
    found = [word for word in re.findall(r"[^\W\d_]+", outlet) if word.lower() not in _PLAIN]
    short = "".join(word[0] for word in found if word[0].isupper())
    return short if len(short) == len(found) and _SHORT.fullmatch(short) else ""


@lru_cache(maxsize=4096)
def _taken(name: str, *, alone: bool) -> re.Pattern[str]:
    """Where a text takes something from ``name``: "the agency X", "X agency reported"; and, where
    the name ``alone`` is that of a medium, "told X", "X reported"."""
    one = rf"(?<![\w’'-]){re.escape(name)}(?!\w)"
    forms = [rf"\b{_AGENCY}\s+{one}", rf"{one}\s+{_AGENCY}\b"]
    if alone:
        forms += [rf"\b{_TAKES}\s+(?:[Tt]he\s+)?{one}", rf"{one},?\s+{_GIVES}\b"]
    return re.compile("|".join(forms))
