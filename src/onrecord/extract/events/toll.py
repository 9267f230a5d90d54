"""Giving the counts of a text to the events that they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.draft import Draft
from onrecord.extract.events.numbers.counts import Found, quantity
from onrecord.extract.events.numbers.quantities import tables
from onrecord.extract.events.numbers.single import all_counts

_TYPES = {
    "killed": ("ASSAULT",),
    "injured": ("ASSAULT", "PROTEST"),
    "displaced": ("ASSAULT", "COERCE"),
    "detained": ("COERCE",),
    "missing": ("ASSAULT",),
    "abducted": ("ASSAULT",),
    "released": ("RETREAT", "CONCEDE"),
}

_BEHIND = 8
"""Characters from a number to the place that it is of: "10 | in the | port"."""
_EARLIER = re.compile(
    r"\b(?:earlier|previous|initial|preliminary|provisional|first) (?:death |casualty )?"
    r"(?:toll|count|estimate|figure|tally)s?\b[^.;]{0,50}$",
    re.IGNORECASE,
)


def attach_counts(text: Text, drafts: list[Draft]) -> None:
    """Give each count to the event whose word it stands by, else to the nearest fit one."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(text.syntax.sentences[draft.trigger.head], []).append(draft)
    for number, near in by_sentence.items():
        low, high = text.syntax.bounds[number]
        start, end = text.syntax.tokens[low].start, text.syntax.tokens[high - 1].end
        for count in all_counts(text.syntax.text, start, end):
            best = _best(text, near, count)
            if best is None and count.what == "detained":  # "captured two nurses"
                taken = replace(count, what="abducted")
                best = _best(text, [d for d in near if d.sense.mode == "abduct"], taken)
                count = taken if best is not None else count
            if best is None or _is_time(text, count) or _sparked(text, best, count):
                continue
            if any(c.what == count.what for c in best.counts) and _old(text, start, count):
                continue
            if _by_another(text, best, count):
                continue
            best.counts.append(count)
            _befell(text, best, count)
            _of_two_places(text, best, count)
    _told_alone(text, by_sentence)
    for draft in drafts:
        _of_whom(text, draft)


def _of_two_places(text: Text, draft: Draft, count: Found) -> None:
    """ "killed | 247 in Besk and 10 | in Lun": all of them, and not all of them in Besk."""
    inside = [p for p in text.places if count.start <= p.span.start < count.end]
    if not any(place.id == draft.where_place for place in inside):
        return
    behind = (p for p in text.places if count.end <= p.span.start <= count.end + _BEHIND)
    other = next(behind, None)
    first = inside[0].name
    draft.where = None if other is None else f"{first} and {other.name}"
    draft.where_place = None


def _of_whom(text: Text, draft: Draft) -> None:
    """ "four, among them | two officers | who were murdered": how many were, of those killed."""
    syntax, verb = text.syntax, draft.trigger.verb
    if verb is None or syntax.deprel(verb) != "acl:relcl" or draft.counts:
        return
    if draft.sense.type != "ASSAULT" or not syntax.has(verb, "aux:pass"):
        return
    what = tables()[3].get(syntax.word(verb))
    phrase = text.phrases.of(syntax.heads[verb])
    if what not in ("killed", "injured", "abducted") or phrase is None:
        return
    start, end = text.offsets(phrase.first, phrase.last)
    count = quantity(syntax.text, start, end, what, syntax.tokens[verb].start)
    draft.counts += [count] if count is not None else []


def _told_alone(text: Text, by_sentence: dict[int, list[Draft]]) -> None:
    """ "A bomb went off in a market. | Six people died.": of the one attack just told."""
    syntax = text.syntax
    for number, (low, high) in enumerate(syntax.bounds):
        attacks = [d for d in by_sentence.get(number - 1, []) if d.sense.type == "ASSAULT"]
        verb = next((i for i in range(low, high) if syntax.deprel(i) == "root"), None)
        if number in by_sentence or len(attacks) != 1 or verb is None:
            continue
        attack = attacks[0]
        if attack.standing.status not in ("happened", "ongoing", "alleged"):
            continue
        if any(c.what == "killed" for c in attack.counts) or not _only_died(text, verb, high):
            continue
        start, end = syntax.tokens[low].start, syntax.tokens[high - 1].end
        attack.counts += [c for c in all_counts(syntax.text, start, end) if c.what == "killed"]
        dead = syntax.kid(verb, "nsubj")
        phrase = text.phrases.of(dead) if dead is not None else None
        _struck(text, attack, text.joined(phrase) if phrase is not None else [])


def _only_died(text: Text, verb: int, high: int) -> bool:
    """Whether a sentence says that somebody died, and nothing of what else it was of."""
    syntax = text.syntax
    if syntax.lemmas[verb] not in ("die", "perish") or not syntax.word(verb).endswith("d"):
        return False
    if syntax.negated(verb) or {syntax.word(k) for k in syntax.kids(verb, "aux")} - _PERFECT:
        return False
    return all(
        syntax.upos(i) == "PUNCT" or i in text.time_of or syntax.word(i) in _ON_THE_SPOT
        for i in range(verb + 1, high)
    )


_PERFECT = frozenset({"have", "has", "had"})
_ON_THE_SPOT = frozenset(
    {"at", "the", "scene", "on", "spot", "in", "hospital", "of", "his", "her", "their", "wounds",
     "injuries", "instantly", "later", "immediately", "also", "there", "and"}
)  # fmt: skip


def _best(text: Text, near: list[Draft], count: Found) -> Draft | None:
    word = text.syntax.at(count.word)
    fit = [d for d in near if d.sense.type in _TYPES.get(count.what, ())]
    fit = [d for d in fit if not _of_other_words(text, d, word)]
    for draft in fit:
        if word is not None and draft.trigger.first <= word <= draft.trigger.last:
            return draft
    if not fit or word is None:
        return None
    if count.what == "killed" and text.syntax.lemmas[word] in listed("senses", "harmless"):
        return None
    best = min(fit, key=lambda d: (_apart(text, d.trigger.head, word), abs(d.trigger.head - word),
                                   d.trigger.first))  # fmt: skip
    told = text.innermost(best.trigger.head), text.innermost(word)
    if _apart(text, best.trigger.head, word) and told[0] is not told[1]:
        return None  # "denied that it left five dead; | two were hurt | in another"
    return best


def _apart(text: Text, one: int, other: int) -> bool:
    """Whether a semicolon parts two words: "it failed, leaving five dead | ; two were shot"."""
    low, high = sorted((one, other))
    return any(text.syntax.tokens[i].text.endswith(";") for i in range(low, high))


def _of_other_words(text: Text, draft: Draft, word: int | None) -> bool:
    """ "“Only | tear gas,” he said, adding that two officers had | died": two statements, of which
    neither holds the other, and so two matters. "But four" were lost to no deed told there."""
    if word is None or draft.trigger.first <= word <= draft.trigger.last:
        return False
    if text.syntax.word(word) == "lost":
        return True
    one, other = text.innermost(draft.trigger.head), text.innermost(word)
    if one is None or other is None or one is other:
        return False
    if text.syntax.lemmas[word] not in ("die", "perish"):
        return False
    return one.within != other.id and other.within != one.id


def _by_another(text: Text, draft: Draft, count: Found) -> bool:
    """ "17 were killed, the mayor said, but the army put the toll | at nine": the army's number,
    and not one of the deed as the mayor tells it."""
    word = text.syntax.at(count.word)
    one = text.innermost(draft.trigger.head)
    other = text.innermost(word) if word is not None else None
    if one is None or other is None or one is other or one.source is None or other.source is None:
        return False
    if one.source.actor == other.source.actor:
        return False
    return one.within != other.id and other.within != one.id


def _sparked(text: Text, draft: Draft, count: Found) -> bool:
    """ "the murder | sparked riots that left | nine dead": not those whom the murder befell."""
    syntax, word = text.syntax, text.syntax.at(count.word)
    if word is None:
        return False
    start = draft.trigger.last + 1
    for verb in range(start, word):
        lemma = syntax.lemmas[verb]
        if syntax.upos(verb) != "VERB" or lemma not in listed("roles", "sparking"):
            continue
        thing = text.phrases.after(verb + (text.after(verb) in ("to", "off")))
        if thing is not None and thing.last < word - 1:
            return syntax.lemmas[thing.head] not in listed("roles", "own_effects")
    return False


def _befell(text: Text, draft: Draft, count: Found) -> None:
    """ "the raid on rebels left nine civilians dead", "nine civilians died in the raid": those
    counted were hit."""
    word, at = text.syntax.at(count.word), text.syntax.at(count.start)
    if word is None or at is None or draft.sense.type != "ASSAULT":
        return
    died = text.syntax.lemmas[word] in ("die", "perish")
    if text.syntax.lemmas[word] != "dead" and not text.syntax.word(word).endswith("ed"):
        return
    phrase = text.phrases.of(at) or text.phrases.after(at)
    first = text.listed_from(phrase) if phrase is not None else at
    phrase = text.phrases.of(first) or phrase  # "left a soldier | and two civilians | dead"
    if phrase is None or phrase.head >= word or draft.trigger.first <= word <= draft.trigger.last:
        return
    before = text.syntax.lemmas[max(0, phrase.first - 3) : phrase.first]
    whom = text.actor(phrase.first, phrase.head)
    if (
        not (died or "leave" in before)
        or whom is None
        or whom.id in (*draft.actor, *draft.recipient)
    ):
        return
    noun = draft.trigger.noun
    fight = noun is not None and text.syntax.lemmas[noun] in listed("roles", "fights")
    if died and fight and not draft.actor and draft.recipient:  # "in a clash with rebels"
        draft.actor, draft.actors = draft.recipient, draft.recipients
        draft.recipient, draft.recipients = [], []
    _struck(text, draft, text.joined(phrase))  # "14 rebels and two soldiers died in clashes"


def _struck(text: Text, draft: Draft, phrases: Sequence[Phrase]) -> None:
    """Add those whom phrases name to those whom an event befell."""
    for other in phrases:
        beside = text.actor(other.first, other.head)
        if beside is not None and beside.id not in (*draft.actor, *draft.recipient):
            draft.recipient.append(beside.id)
            draft.recipients.append(other)


def _old(text: Text, start: int, count: Found) -> bool:
    """ "killed 32, updating an earlier toll of 15": the toll that it takes the place of."""
    return _EARLIER.search(text.syntax.text, start, count.start) is not None


def _is_time(text: Text, count: Found) -> bool:
    index = text.syntax.at(count.start)
    return index is not None and index in text.time_of
