"""Where an event was that the words place by a land: in its capital, or on a site of its own."""

from __future__ import annotations

from functools import cache

from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.events.clauses.extent import country_name
from onrecord.extract.events.clauses.people import country
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.settings.scene import country_of_site, seat

_IN = frozenset({"in", "across", "throughout", "inside", "outside"})
_SITED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "CONSULT"})


def by_its_land(text: Text, trigger: Trigger, recipients: list[Phrase]) -> str | None:
    """The name of the capital or of the country: "in Guinea's capital", "a Syrian air base"."""
    if trigger.senses[0].type not in _SITED:
        return None
    found = _in_capital(text, trigger)
    if found is not None or trigger.senses[0].type != "ASSAULT":
        return found
    sites = (country_of_site(text, phrase) for phrase in recipients)
    return next((site for site in sites if site is not None), None)


def _in_capital(text: Text, trigger: Trigger) -> str | None:
    """The name of the capital in which the words say that it was."""
    syntax = text.syntax
    low, high = text.sentence(trigger.head)
    for index in range(low, high):
        phrase = text.phrases.of(index) if syntax.lemmas[index] == "capital" else None
        if phrase is None or phrase.head != index or not _governs(text, trigger, index):
            continue
        if text.case(phrase) in _IN and seat(text, phrase) is None:
            return _named(text, phrase)
    return None


def _governs(text: Text, trigger: Trigger, index: int) -> bool:
    """Whether the phrase of a word hangs on the event, or on what came of it: "seven were killed
    | in the capital | when troops opened fire"."""
    syntax, head = text.syntax, trigger.head
    above = syntax.heads[index]
    if above == head:
        return True
    marks = {syntax.word(k) for k in syntax.kids(head, "mark", "advmod")}
    return above == syntax.heads[head] and syntax.deprel(head) == "advcl" and "when" in marks


def _named(text: Text, phrase: Phrase) -> str | None:
    owner = text.phrases.owner(phrase)
    if owner is not None:
        words = [token.text for token in text.syntax.tokens[owner.first : owner.last + 1]]
        code = countries().within([word for word in words if word not in ("'s", "’s")])
    else:
        code = country(text, phrase)
    if code is None:
        return _of_dateline(text) if owner is None and phrase.first + 1 == phrase.head else None
    names = _capitals().get(code, [])
    told = [name for name in names if name in {place.name for place in text.places}]
    return (told or names)[0] if len(told or names) == 1 else country_name(code)


def _of_dateline(text: Text) -> str | None:
    """ "CONAKRY (Reuters) - … in the capital": the town that the report comes from."""
    line = text.dateline()
    inside = (i for i in text.syntax.within(*line) if i in text.place_of) if line else ()
    names = [text.place_of[index].name for index in inside]
    return names[0] if names and countries().capital(names[0]) is not None else None


@cache
def _capitals() -> dict[str, list[str]]:
    """The capitals of each country, by its code."""
    found: dict[str, list[str]] = {}
    for name, code in countries().capitals.items():
        found.setdefault(code, []).append(name)
    return found
