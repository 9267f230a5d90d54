"""Writings whose verb a tree gives to a noun before it: "Posts shared since the flood | say that".

The tree takes "since the flood say" for a clause, and leaves the sentence without a verb; it is the
posts that say it, and a flood says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft, relinked
from onrecord.extract.statements.words.syntax import Syntax

_BEFORE = frozenset({"before", "after", "since", "until", "during", "as"})
_FAR = 14
"""Words from the noun that says it to what stands before the verb, at most."""


def of_writings(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with its whole subject as its source."""
    return relinked(drafts, [_mended(syntax, draft) for draft in drafts])


def _mended(syntax: Syntax, draft: Draft) -> Draft:
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return draft
    top, first = syntax.top(*draft.source), syntax.at(draft.source[0])
    verb = syntax.at(draft.cue[0])
    if top is None or first is None or verb is None or syntax.upos(top) != "NOUN" or first < 2:
        return draft
    verb = syntax.heads[top] if syntax.deprel(top) == "nsubj" else verb
    if syntax.words[first - 1] not in _BEFORE or syntax.deprel(verb) != "advcl":
        return draft
    above = syntax.heads[verb]
    noun = (
        syntax.heads[above]
        if syntax.deprel(above) == "acl"
        else syntax.kid(above, "nsubj", "nsubj:pass")
    )
    if noun is None or noun < 0 or not noun < above < first or syntax.upos(noun) != "NOUN":
        return draft
    finite = syntax.has(above, "aux", "aux:pass", "cop") or syntax.upos(above) != "VERB"
    plain = syntax.words[above].endswith(("ing", "ed", "en")) and above == noun + 1
    ends = syntax.heads[noun] < 0 or syntax.heads[above] < 0 or syntax.deprel(noun) == "appos"
    if finite or not plain or not ends or first - noun > _FAR or syntax.has(verb, "aux:pass"):
        return draft
    begin = noun
    while begin > 0 and syntax.heads[begin - 1] == noun and syntax.upos(begin - 1) in (
        "ADJ", "NOUN", "DET", "NUM", "PROPN",
    ):  # fmt: skip
        begin -= 1
    return replace(draft, source=(syntax.tokens[begin].start, syntax.tokens[noun].end))
