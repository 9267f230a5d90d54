"""The place that a sentence opens with, before who tells: "In Lun, police said a bomb went off"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.times import is_dated
from onrecord.records import Time

_CASES = frozenset({"in", "near", "outside", "across"})
_ON_THE_SPOT = frozenset({"COP", "MED"})
_FORCES = frozenset({"MIL", "GOV"})
_OPENING = frozenset({"on", "earlier", "later", "meanwhile", ","})


def fronted_phrase(text: Text, head: int) -> Phrase | None:
    """The phrase of place before the speaker, where it is of what is told first.

    Police, doctors and witnesses tell of what was on the spot; where others speak, the phrase may
    say where they did ("In Geneva, the minister said"). A state's forces do so of a region.
    """
    syntax = text.syntax
    said = text.innermost(head)
    if said is None or said.source is None or said.within is not None or not said.content:
        return None
    low, _ = text.sentence(head)
    opening = syntax.tokens[low].start
    if not opening < said.source.span.start < said.content[0].start:
        return None
    index = low
    while index in text.time_of or syntax.word(index) in (
        "on",
        "earlier",
        "later",
        "meanwhile",
        ",",
    ):
        index += 1
    if syntax.word(index) not in _CASES:
        return None
    phrase = text.phrases.after(index)
    if phrase is None:
        return None
    end = text.last_of(text.whole(phrase))
    behind = text.following(phrase)
    end = max([end, *(text.last_of(other) for _, other in behind)])
    while end + 1 in text.time_of or (syntax.word(end + 1) == "on" and end + 2 in text.time_of):
        end += 1
    if syntax.word(end + 1) != "," or syntax.tokens[end + 1].start >= said.source.span.start:
        return None
    between = syntax.text[syntax.tokens[end + 1].end : said.source.span.start]
    if between.strip() or not _tells_of_there(text, said.source.actor, phrase):
        return None
    return phrase if _first_told(text, head, said.content[0].start) else None


def fronted_time(text: Text, head: int) -> Time | None:
    """ "In Lun today, police say a bomb killed nine": the day beside such a place."""
    syntax = text.syntax
    phrase = fronted_phrase(text, head)
    low, _ = text.sentence(head)
    said = text.innermost(head)
    if phrase is None or said is None or said.source is None:
        return None
    for index in range(low, head):
        if syntax.tokens[index].start >= said.source.span.start:
            return None
        time = text.time_of.get(index)
        if time is not None:
            return time if is_dated(time) else None
    return None


def _first_told(text: Text, head: int, start: int) -> bool:
    """Whether no other verb of the content stands before, and no place of its own behind."""
    syntax = text.syntax
    _, high = text.sentence(head)
    inside = range(next(iter(syntax.within(start, start + 1)), head), high)
    if any(i in text.place_of for i in inside):
        return False
    above = syntax.heads[head] if syntax.deprel(head) == "advcl" else -1  # "nine died when it hit"
    return not any(syntax.upos(i) == "VERB" for i in inside if i < head and i != above)


def _tells_of_there(text: Text, actor_id: str | None, phrase: Phrase) -> bool:
    actor = text.actors.get(actor_id) if actor_id is not None else None
    if actor is None or text.syntax.lemmas[phrase.head] in ("hospital", "clinic", "morgue"):
        return False  # "said a nurse at the Lun hospital", where they were brought
    if actor.sector in _ON_THE_SPOT:
        return True
    said = set(actor.name.lower().split())
    if not said.isdisjoint(listed("setting", "on_the_spot")):
        return True
    if actor.sector not in _FORCES:
        return False
    if text.syntax.lemmas[phrase.head] in listed("setting", "sites"):
        return True
    inside = [text.place_of[i] for i in range(phrase.first, phrase.last + 1) if i in text.place_of]
    wide = any((place.feature or "").startswith(("A", "L")) for place in inside)
    return wide and actor.sector == "MIL"
