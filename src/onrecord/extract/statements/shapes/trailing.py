"""Speakers who stand last and are told more of: "…, refugees who reached the border | said".

The relative clause or participle behind such a noun leads tagger and tree to take it for more of
what was said, and the saying for nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, head_of, lexical

_BEFORE = ("DET", "ADJ", "NUM", "NOUN", "PROPN")
_LONGEST = 16
"""Words of such a speaker, at most."""


def from_tail(syntax: Syntax, lexicon: Cues, times: Sequence[Offsets], draft: Draft) -> Draft:
    """ "The army burned it|, villagers who fled | said": the villagers say so."""
    verb = head_of(syntax, draft.cue, lexicon) if draft.cue else None
    if draft.cue is None or verb is None or not _says(syntax, lexicon, verb):
        return draft
    if draft.source is not None:
        return _of_two(syntax, draft) if draft.content else _with_front(syntax, draft, verb)
    if not draft.content or (len(draft.content) > 1 and draft.content[1][0] < draft.cue[1]):
        return draft
    start, end = draft.content[0]
    if end > draft.cue[0] or syntax.text[end : draft.cue[0]].strip(" ,"):
        return draft
    behind = _behind(syntax, verb)
    if behind is not None and not any(overlap(behind, time) for time in times):
        return replace(draft, source=behind, content=((start, end),))  # "…, | say | residents"
    if len(draft.content) > 1:
        return draft
    if syntax.text[end : draft.cue[0]].strip():
        return draft
    inside = list(syntax.within(start, end))
    comma = next((i for i in reversed(inside) if syntax.tokens[i].text == ","), None)
    if comma is None or comma - inside[0] < 2:
        return draft
    tail = [i for i in inside if i > comma]
    if not tail or len(tail) > _LONGEST or not _speaks(syntax, tail):
        return draft
    part = trim(syntax, (start, syntax.tokens[comma - 1].end))
    if part is None or group_start(syntax, verb) <= tail[-1]:
        return draft
    return replace(draft, source=syntax.span(tail), content=(part,))


def _of_two(syntax: Syntax, draft: Draft) -> Draft:
    """ "The army burned it, | three villagers and | a clerk | said": all of them say so."""
    assert draft.source is not None and draft.cue is not None
    start, end = draft.content[-1]
    if end >= draft.source[0] or syntax.text[end : draft.source[0]].strip() != "and":
        return draft
    top = syntax.top(*draft.source)
    if top is None or syntax.deprel(top) != "conj" or draft.source[1] > draft.cue[0]:
        return draft
    inside = list(syntax.within(start, end))
    comma = next((i for i in reversed(inside) if syntax.tokens[i].text == ","), None)
    if comma is None or comma - inside[0] < 2 or syntax.heads[top] not in inside:
        return draft
    tail = [i for i in inside if i > comma]
    if syntax.heads[top] not in tail or any(syntax.upos(i) in ("VERB", "AUX") for i in tail):
        return draft
    part = trim(syntax, (start, syntax.tokens[comma - 1].end))
    source = syntax.tokens[tail[0]].start, draft.source[1]
    return replace(draft, source=source, content=(*draft.content[:-1], part)) if part else draft


def _says(syntax: Syntax, lexicon: Cues, verb: int) -> bool:
    if "clause" not in lexicon.verbs.get(lexical(syntax, verb, lexicon), {}):
        return False
    return not syntax.has(verb, "aux:pass") and not syntax.words[verb].endswith("ing")


def _behind(syntax: Syntax, verb: int) -> Offsets | None:
    """Who stands right behind the verb that ends a sentence: "say | aid workers in the town"."""
    _, high = syntax.bounds[syntax.sentences[verb]]
    rest = [i for i in range(verb + 1, high) if syntax.upos(i) != "PUNCT"]
    if not rest or rest[-1] - verb != len(rest) or len(rest) > _LONGEST:
        return None
    opens = syntax.upos(rest[0]) in _BEFORE and syntax.words[rest[0]] not in ("that", "this")
    return syntax.span(rest) if opens and _speaks(syntax, rest) else None


def _with_front(syntax: Syntax, draft: Draft, verb: int) -> Draft:
    """ "The army burned it|, a woman who fled | said": what stands before the speaker was said."""
    assert draft.source is not None and draft.cue is not None
    first, last = syntax.at(draft.source[0]), group_start(syntax, verb) - 1
    low, high = syntax.bounds[syntax.sentences[verb]]
    if first is None or not low + 3 < first <= last or syntax.tokens[first - 1].text != ",":
        return draft
    after = [i for i in range(verb + 1, high) if syntax.upos(i) not in ("PUNCT", "ADP", "NOUN",
             "PROPN", "NUM", "DET", "ADV")]  # fmt: skip
    if after or not _speaks(syntax, list(range(first, last + 1))):
        return draft
    part = trim(syntax, (syntax.tokens[low].start, syntax.tokens[first - 2].end))
    if part is None or not any(syntax.upos(i) == "VERB" for i in syntax.within(*part)):
        return draft
    return replace(draft, source=syntax.span([first, last]), content=(part,))


def _speaks(syntax: Syntax, tail: list[int]) -> bool:
    """Whether the words are somebody with a relative clause or a participle behind."""
    noun = 0
    while noun + 1 < len(tail) and syntax.upos(tail[noun + 1]) in _BEFORE:
        noun += 1
    if syntax.upos(tail[noun]) not in ("NOUN", "PROPN") or not somebody(syntax, tail[noun]):
        return False
    rest = tail[noun + 1 :]
    if not rest:
        return True
    opens = syntax.words[rest[0]]
    described = syntax.upos(rest[0]) == "VERB" and opens != syntax.lemmas[rest[0]]
    return opens in ("who", "in", "at", "from", "near", "with", "of", "for") or described
