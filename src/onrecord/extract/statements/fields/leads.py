"""Conditions that stand before whoever sets them: "If they stay, the army said, | it will fire".

The tagger draws what follows the attribution; what leads up to it is said as well.
"""

from __future__ import annotations

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.unsaid import trim

_OPENS = frozenset({"if", "unless", "should", "once", "until", "whenever", "provided"})
_INVERTED = frozenset({"should"})
_LEAST = 3
"""Words of such a clause, at least."""
_JOINTS = frozenset({",", '"', "”", "“", "''"})


def with_lead(syntax: Syntax, draft: Draft) -> Draft:
    """The draft with the condition that opens its sentence, where the tagger left it out."""
    if draft.source is None or draft.cue is None or len(draft.content) != 1:
        return draft
    first, said = syntax.at(draft.source[0]), draft.content[0]
    if first is None or not draft.source[1] <= draft.cue[0] or said[0] < draft.cue[1]:
        return draft
    low, high = syntax.bounds[syntax.sentences[first]]
    end = first - 1
    commas = [i for i in range(low, first) if syntax.tokens[i].text == ","]
    told = syntax.at(said[0])
    if not commas or told is None or not first < told < high or syntax.words[end] not in _JOINTS:
        return draft
    opens = low + (syntax.tokens[low].text in ('"', "“"))
    inside = range(opens, commas[-1])
    if syntax.words[opens] not in _OPENS or len(inside) < _LEAST or commas[-1] < end - 1:
        return draft
    verbs = [i for i in inside if syntax.upos(i) in ("VERB", "AUX")]
    subject = any(syntax.has(i, "nsubj", "nsubj:pass", "expl") for i in inside)
    behind = syntax.tokens[told - 1].text in _JOINTS
    if not verbs or not subject or not behind:
        return draft  # "If asked, he said, …" tells when, and "If he wins, he told them that …" not
    if syntax.words[opens] in _INVERTED and syntax.upos(opens + 1) == "VERB":
        return draft
    part = trim(syntax, (syntax.tokens[low].start, syntax.tokens[commas[-1] - 1].end))
    return draft.with_(content=(part, said)) if part else draft
