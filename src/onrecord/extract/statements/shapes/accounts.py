"""What is told on somebody's word without a verb of saying: "by the mayor's account", "as the
general tells it", "the ministry's version is that", "if the rebels are to be believed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim

_OPENING = frozenset({"by", "in", "on", "from"})
_ALL = frozenset({"all", "most", "some", "many", "several"})
_TOLD = frozenset({"tell", "have", "put", "describe", "explain"})
_REACH = 8
"""Words of such a phrase, at most."""
_LEAST = 3
"""Words of what is told, at least."""


def accounts(syntax: Syntax, index: int) -> Iterator[Draft]:
    """The statement that a word introduces so, if it does."""
    word = syntax.words[index]
    if word in _OPENING:
        found = _by_account(syntax, index)
    elif word == "per":
        found = _per(syntax, index)
    elif word == "as":
        found = _as_told(syntax, index)
    elif word in ("is", "was", "are") and syntax.word(index + 1) == "that":
        found = _version(syntax, index)
    elif word == "believed":
        found = _believed(syntax, index)
    elif word == "hear":
        found = _to_hear(syntax, index)
    else:
        found = None
    if found is not None:
        yield found


def with_account(syntax: Syntax, draft: Draft) -> Draft:
    """ "As one envoy | put | it, “…”": without the "it", which is no part of what was said."""
    last = syntax.at(draft.cue[1] - 1) if draft.cue and draft.source is None else None
    if last is not None and syntax.words[last] == "believed":
        return _believed(syntax, last) or draft
    first = syntax.at(draft.source[0]) if draft.source else None
    if first is None or first == 0 or syntax.words[first - 1] != "as" or draft.cue is None:
        return draft
    found = _as_told(syntax, first - 1)
    if found is None or found.cue is None or not overlap(found.cue, draft.cue):
        return draft
    return replace(draft, cue=found.cue, content=found.content, head=found.head, by="phrase")


def _by_account(syntax: Syntax, first: int) -> Draft | None:
    """ "By the mayor's own account, …", "…, by the account of two survivors", "by all accounts"."""
    _, high = syntax.bounds[syntax.sentences[first]]
    reach = range(first + 1, min(first + _REACH, high))
    noun = next((i for i in reach if syntax.lemmas[i] in words("idioms", "accounts")), None)
    if noun is None or any(syntax.upos(i) in ("VERB", "AUX", "PUNCT") for i in range(first, noun)):
        return None
    if syntax.words[first] == "on" and syntax.lemmas[noun] != "word":
        return None  # "on his account": where it was posted
    spoken = syntax.words[first] in ("by", "on") or syntax.lemmas[noun] != "account"
    behind = syntax.word(noun + 1)
    if syntax.words[first + 1] in _ALL and noun == first + 2:
        if syntax.words[first] != "by":
            return None
        return _drafted(syntax, None, syntax.span([first, noun]), (first, noun), noun)
    owner = syntax.kid(noun, "nmod:poss")
    if owner is not None and owner > first and behind != "of":
        if not somebody(syntax, owner) or is_first(syntax.words[owner]):
            return None
        own = noun - 1 if syntax.words[noun - 1] == "own" else noun
        source = syntax.span([i for i in syntax.subtree(owner) if first < i < own])
        return _drafted(syntax, source, syntax.span([own, noun]), (first, noun), noun)
    if behind != "of" or not spoken or syntax.words[first + 1] != "the" or noun != first + 2:
        return None
    speaker = syntax.heads[noun + 1]
    if not noun + 1 < speaker < high or not somebody(syntax, speaker):
        return None
    source = noun_phrase(syntax, speaker, after=noun + 1)
    last = syntax.within(*source)[-1]
    return _drafted(syntax, source, syntax.span([first, noun + 1]), (first, last), noun)


def _per(syntax: Syntax, first: int) -> Draft | None:
    """ "The fire, per the mayor's office, began at noon": by what it says."""
    low, high = syntax.bounds[syntax.sentences[first]]
    stops = (i for i in range(first + 1, high) if syntax.tokens[i].text in ",.;")
    end = next(stops, high)
    opens = first == low or syntax.tokens[first - 1].text == ","
    inside = range(first + 1, end)
    if not opens or not inside or any(_verbal(syntax, i) for i in inside) or len(inside) > _REACH:
        return None
    top = syntax.top(*syntax.span([inside[0], inside[-1]]))
    if top is None or not somebody(syntax, top) or syntax.upos(top) not in ("NOUN", "PROPN"):
        return None  # "per cent", "per day"
    parts = [p for run in (range(low, first), range(end, high)) if run
             and (p := trim(syntax, syntax.span([run[0], run[-1]])))]  # fmt: skip
    if not any(_verbal(syntax, i) for p in parts for i in syntax.within(*p)):
        return None
    source = syntax.span([inside[0], inside[-1]])
    return Draft(source, syntax.span([first]), tuple(parts), head=first, by="phrase")


def _as_told(syntax: Syntax, first: int) -> Draft | None:
    """ "As the general tells it, …", "…, as one envoy put it"."""
    _, high = syntax.bounds[syntax.sentences[first]]
    it = next((i for i in range(first + 2, min(first + _REACH, high)) if syntax.words[i] == "it"),
              None)  # fmt: skip
    if it is None or syntax.lemmas[it - 1] not in _TOLD or syntax.upos(it - 1) != "VERB":
        return None
    if it + 1 < high and syntax.upos(it + 1) != "PUNCT":
        return None
    who = [i for i in range(first + 1, it - 1) if syntax.upos(i) in ("NOUN", "PROPN", "PRON")]
    if not who or not somebody(syntax, who[-1]) or is_first(syntax.words[who[-1]]):
        return None
    if any(syntax.upos(i) in ("VERB", "PUNCT") for i in range(first + 1, it - 1)):
        return None
    source = trim(syntax, syntax.span([first + 1, it - 2]))
    return _drafted(syntax, source, syntax.span([it - 1, it]), (first, it), it - 1)


def _to_hear(syntax: Syntax, hear: int) -> Draft | None:
    """ "To hear the mayor tell it, …"."""
    _, high = syntax.bounds[syntax.sentences[hear]]
    reach = range(hear + 2, min(hear + _REACH, high))
    tell = next((i for i in reach if syntax.words[i : i + 2] == ["tell", "it"]), None)
    if tell is None or syntax.words[hear - 1] != "to":
        return None
    source = trim(syntax, syntax.span([hear + 1, tell - 1]))
    return _drafted(syntax, source, syntax.span([tell, tell + 1]), (hear - 1, tell + 1), tell)


def _believed(syntax: Syntax, verb: int) -> Draft | None:
    """ "If the rebels are to be believed, …"."""
    low, _ = syntax.bounds[syntax.sentences[verb]]
    if verb < low + 5 or syntax.words[verb - 2 : verb] != ["to", "be"]:
        return None
    opens = next((i for i in range(verb - 4, max(low, verb - _REACH) - 1, -1)
                  if syntax.words[i] == "if"), None)  # fmt: skip
    if opens is None or syntax.words[verb - 3] not in ("is", "are", "was", "were"):
        return None
    source = trim(syntax, syntax.span([opens + 1, verb - 4]))
    return _drafted(syntax, source, syntax.span([verb - 3, verb]), (opens, verb), verb)


def _version(syntax: Syntax, copula: int) -> Draft | None:
    """ "The ministry's version | is | that …", "Word from the front is that …"."""
    low, high = syntax.bounds[syntax.sentences[copula]]
    before = range(low, copula)
    noun = next((i for i in before if syntax.lemmas[i] in words("idioms", "versions")), None)
    if noun is None or any(syntax.upos(i) in ("VERB", "PUNCT") for i in before):
        return None
    part = trim(syntax, (syntax.tokens[copula + 1].start, syntax.tokens[high - 1].end))
    if part is None or len(syntax.within(*part)) <= _LEAST:
        return None
    owner = syntax.kid(noun, "nmod:poss")
    if owner is not None and is_first(syntax.words[owner]):
        return None
    if owner is not None:
        source: Offsets | None = syntax.span([i for i in syntax.subtree(owner) if i < noun])
        cue = syntax.tokens[noun].start, syntax.tokens[copula].end
    elif syntax.word(noun + 1) in ("from", "of", "in", "at") and noun + 2 < copula:
        of = syntax.words[noun + 1] in ("from", "of")
        who = trim(syntax, syntax.span([noun + 2, copula - 1])) if of else None
        source = who if who and somebody(syntax, syntax.top(*who) or 0) else None
        cue = (syntax.tokens[copula].start, syntax.tokens[copula].end) if source else syntax.span(
            [low, copula])  # fmt: skip
    elif noun == copula - 1:
        source, cue = None, syntax.span([low, copula])
    else:
        return None
    return Draft(source, cue, (part,), head=noun, by="phrase")


def _drafted(
    syntax: Syntax, source: Offsets | None, cue: Offsets, phrase: tuple[int, int], head: int
) -> Draft | None:
    """The statement whose content is the sentence without the phrase; None for none."""
    first, last = phrase
    low, high = syntax.bounds[syntax.sentences[first]]
    before, after = range(low, first), range(last + 1, high)
    runs = [run for run in (before, after) if any(_verbal(syntax, i) for i in run)]
    parts = [part for run in runs if (part := trim(syntax, syntax.span([run[0], run[-1]])))]
    if len(parts) != 1 or len(syntax.within(*parts[0])) < _LEAST:
        return None
    beside = after[:1] if parts[0][0] >= cue[1] else before[-1:]
    if not beside or syntax.tokens[beside[0]].text != ",":
        return None  # "was sacked by all accounts clerks": no more than a part of a clause
    return Draft(source, cue, (parts[0],), head=head, by="phrase")


def _verbal(syntax: Syntax, index: int) -> bool:
    return syntax.upos(index) in ("VERB", "AUX")
