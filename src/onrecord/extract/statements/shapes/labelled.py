"""Whose word a line is that opens with who speaks: "09:15 — Army: attack repelled".

Entries of live pages, headlines and digests of posts name who speaks before a colon, with no verb
of saying and often without a finite verb at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.words.draft import Draft, relinked
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.times.entries import entries
from onrecord.model.analysis import Name

_LINE = re.compile(r"(?:^|(?<=\n))[ \t•▪*-]*(?=\S)")
_LABEL = re.compile(r"(?P<who>[^\W\d_][^\n:.!?;,“”\"()]{0,70}?)[ \t]?:[ \t]+(?=[^\s“\"‘'])")
_NOTE = re.compile(r"\s*\([^()]*\d[^()]*\)$")
_LONGEST = 6
"""Words of a label, at most."""
_MODIFIES = frozenset({"ADJ", "NOUN", "PROPN"})
_KINDS = frozenset({"government", "office", "military", "armed_group", "igo", "ngo"})
_TELLS = frozenset({"VERB", "AUX"})
_HARM = frozenset({"dead", "killed", "injured", "wounded", "arrested", "missing", "detained"})


def labelled(
    syntax: Syntax,
    found: Sequence[Draft],
    names: Sequence[Name],
    taken: Sequence[Offsets],
) -> list[Draft]:
    """The drafts, without those of a heading, and with what a line tells behind who says it.

    ``names`` are the report's; ``taken`` the turns of an exchange, whose labels are read elsewhere.
    """
    people = [(name.start, name.end) for name in names if name.kind == "PER"]
    kept = relinked(found, [_without_note(syntax.text, draft) for draft in found])
    kept = [draft for draft in kept if not _heading(syntax.text, draft)]
    kept = [d for d in kept if d.outer is None or any(d.outer is one for one in kept)]
    fresh = []
    for start, stop in _lines(syntax.text):
        draft = _line(syntax, people, start, stop)
        if draft is None or any(overlap((start, stop), span) for span in taken):
            continue
        if not any(overlap(a, b) for other in kept for a in draft.spans() for b in other.spans()):
            fresh.append(draft)
    kept += fresh
    return sorted(kept, key=lambda d: ((d.outer or d).order(), d.outer is not None, d.order()))


def _without_note(text: str, draft: Draft) -> Draft:
    """A source without when it was posted: "Lun mayor Ada Cole | (Telegram, 04:12)"."""
    if draft.source is None or draft.cue is None or text[slice(*draft.cue)].strip() != ":":
        return draft
    note = _NOTE.search(text[slice(*draft.source)])
    if note is None:
        return draft
    return replace(draft, source=(draft.source[0], draft.source[0] + note.start()))


def _heading(text: str, draft: Draft) -> bool:
    """ "Suspects: two men arrested", "Army: what we know": what a line is about, nobody's word."""
    if draft.source is None or draft.cue is None or text[slice(*draft.cue)].strip() != ":":
        return False
    first = text[slice(*draft.content[0])].casefold().split()[:1] if draft.content else []
    told = text[slice(*draft.source)].casefold().removeprefix("the ").strip()
    return told in words("headlines", "rubrics") or first in (["what"], ["why"], ["how"])


def _lines(text: str) -> Iterator[Offsets]:
    """The lines of a text, each behind its bullet and behind the clock of a live page's entry."""
    clocks = dict(entry.clock for entry in entries(text))
    for match in _LINE.finditer(text):
        start = clocks.get(match.end(), match.end())
        end = text.find("\n", start)
        yield start, len(text) if end < 0 else end


def _line(syntax: Syntax, people: Sequence[Offsets], start: int, stop: int) -> Draft | None:
    """The statement that a line is; None where what opens it may not be who speaks."""
    match = _LABEL.match(syntax.text, start, stop)
    if match is None:
        return None
    who = match.span("who")
    first = next(iter(syntax.within(match.end(), stop)), None)
    if first is None or not speaks(syntax, people, who):
        return None
    close = syntax.tokens[syntax.bounds[syntax.sentences[first]][1] - 1].end
    part = trim(syntax, (match.end(), min(close, stop)))
    if part is None or not _tells(syntax, people, part):
        return None
    return Draft(who, (match.end("who"), match.end("who") + 1), (part,), by="rule")


def speaks(syntax: Syntax, people: Sequence[Offsets], who: Offsets) -> bool:
    """Whether a label is somebody who speaks: "Lun's health ministry", "Kobo mayor Ada Cole"."""
    inside = list(syntax.within(*who))
    told = [syntax.words[i] for i in inside]
    told = told[1:] if told[:1] == ["the"] else told
    if not told or len(told) > _LONGEST:
        return False
    label = syntax.text[slice(*who)]
    if " ".join(told) in words("headlines", "kickers") | words("headlines", "rubrics"):
        return False
    known = actor_words().institution(label)
    if known is not None:
        return known.kind in _KINDS
    if not all(
        syntax.upos(i) in _MODIFIES or syntax.words[i] in ("the", "'s", "’s") for i in inside
    ):
        return False
    tellers = words("headlines", "tellers") | words("headlines", "marked")
    if any(" ".join(told[at:]) in tellers for at in range(len(told))):
        return True
    named = next((span for span in people if span[1] == who[1] and span[0] >= who[0]), None)
    if named is None or " " not in syntax.text[slice(*named)]:
        return False
    before = [syntax.words[i] for i in syntax.within(who[0], named[0])]
    return any(actor_words().title_only(before[at:]) for at in range(len(before)))


def _tells(syntax: Syntax, people: Sequence[Offsets], part: Offsets) -> bool:
    """Whether a line's words tell something: no question, no bare name or list ("12 killed")."""
    inside = list(syntax.within(*part))
    told = [syntax.words[i] for i in inside]
    if len(told) < 2 or told[0] in words("headlines", "asking") - {"a", "an"} or told[-1] == "?":
        return False
    if syntax.text[part[1] : part[1] + 1] == "?":
        return False
    if len(told) == 2 and told[1] in _HARM:
        return False
    if any(start == part[0] and syntax.text[end : end + 1] in ",\n" for start, end in people):
        return False  # "President: Ada Cole, born in 1961"
    short = any(syntax.words[i] == "out" and syntax.words[i + 1] == "of" for i in inside[:-1])
    return short or any(syntax.upos(i) in _TELLS for i in inside) or not _HARM.isdisjoint(told)
