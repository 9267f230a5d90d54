"""Who is no party of an act though a tree has it so: who tells of it, whose weapon it is."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Statement

_OWN = frozenset({"his", "her", "their", "its"})
_NEAR = frozenset({"near", "at", "along", "on", "across", "over", "by", "to"})
_SELF = frozenset({"himself", "herself", "themselves", "itself"})


def mended(text: Text, trigger: Trigger, parties: Parties) -> None:
    """Leave out of ``parties`` those whom the act did not befall, and see who did it to himself."""
    kept = [p for p in parties.recipients if not _spared(text, trigger, p)]
    across = any(beyond_border(text, p.first) for p in parties.recipients)
    if not kept and across and parties.thing is not None:
        kept = [parties.thing]  # "hit a convoy near the border with Besk"
    parties.recipients = kept
    parties.actors = [p for p in parties.actors if not beyond_border(text, p.first)]
    if _strung_on(text, trigger):
        parties.actors = []
    own = _himself(text, trigger)
    if own is not None:
        parties.actors = own


def spoken(text: Text, trigger: Trigger, triggers: Sequence[Trigger]) -> Statement | None:
    """The statement whose cue a trigger is; "has refused | requests": these are not his words."""
    said = text.cue_of(trigger.head)
    if said is None or said.cue is None or trigger.verb is not None:
        return said
    inside = text.syntax.within(said.cue.start, said.cue.end)
    other = any(one.verb in inside and one.noun is None for one in triggers)
    return None if other else said


def took_ground(text: Text, trigger: Trigger) -> bool:
    """ "captured wide areas from the rebels": land that is taken is not arrested."""
    found = text.syntax.kid(trigger.head, "obj")
    return found is not None and text.syntax.lemmas[found] in listed("senses", "ground")


def _spared(text: Text, trigger: Trigger, phrase: Phrase) -> bool:
    syntax = text.syntax
    if syntax.lemmas[trigger.head] in listed("senses", "set_off"):
        if set(syntax.words[max(phrase.first - 1, 0) : phrase.first + 1]) & _OWN:
            return True  # "detonated his vest"
    return beyond_border(text, phrase.first) or _tells(text, trigger, phrase)


def asks_for_another(text: Text, trigger: Trigger, phrase: Phrase) -> bool:
    """ "urged the captors of a nurse to free | her": hardly her who urges them."""
    syntax = text.syntax
    if _of_next_clause(text, trigger, phrase):
        return True
    said = text.innermost(trigger.head)
    if syntax.word(phrase.head) not in ("her", "him", "them") or said is None:
        return False
    actor = text.actor(phrase.first, phrase.last)
    if said.act != "demand" or said.source is None or actor is None:
        return False
    if actor.id != said.source.actor or text.before(trigger.head) != "to":
        return False
    start, end = said.source.span.end, syntax.tokens[phrase.first].start
    return any(
        start <= mention.start < end
        for other in text.actors.actors
        if other.kind == "person" and other.id != actor.id
        for mention in other.mentions
    )


def _of_next_clause(text: Text, trigger: Trigger, phrase: Phrase) -> bool:
    """ "demanded a truce and | the council | will meet": the council does something else."""
    syntax, verb = text.syntax, text.syntax.heads[phrase.head]
    if trigger.verb is None or not trigger.last < phrase.first < phrase.head < verb:
        return False
    if not syntax.deprel(phrase.head).startswith("nsubj") or syntax.upos(verb) != "VERB":
        return False
    finite = any(syntax.upos(k) == "AUX" for k in syntax.kids(verb, "aux"))
    return finite and text.before(phrase.first) == "and"


def _strung_on(text: Text, trigger: Trigger) -> bool:
    """ "killed two patients | injured eight": a participle behind a noun takes no object, so a
    comma is lost, and the patients injured nobody."""
    syntax, verb = text.syntax, trigger.head
    if syntax.deprel(verb) != "acl" or syntax.lemmas[verb] not in words().harm:
        return False
    alone = not syntax.has(verb, "nsubj", "aux", "mark")
    return alone and syntax.word(verb).endswith("ed") and syntax.has(verb, "obj")


def beyond_border(text: Text, first: int) -> bool:
    """ "raids near the border with Besk": a land that only tells where, whatever a tree says."""
    syntax = text.syntax
    if first < 4 or syntax.word(first - 1) != "with":
        return False
    line, where = syntax.word(first - 2), syntax.words[first - 4 : first - 2]
    return line in ("border", "frontier", "boundary") and bool(_NEAR & set(where))


def _tells(text: Text, trigger: Trigger, phrase: Phrase) -> bool:
    """ "according to | a source two huts were burned": who tells of it has not suffered it."""
    statement = text.innermost(trigger.head)
    source = statement.source if statement is not None else None
    if source is None or text.syntax.upos(phrase.head) == "PRON":
        return False
    place = text.syntax.tokens[trigger.head].start
    if source.span.start <= place < source.span.end:
        return False  # "the storming of the embassy drew criticism"
    start, end = text.offsets(phrase.first, phrase.last)
    return source.span.start < end and start < source.span.end


def _himself(text: Text, trigger: Trigger) -> list[Phrase] | None:
    """ "forcing | them | to blow themselves up": those who are forced do it."""
    syntax, verb = text.syntax, trigger.verb
    if verb is None or not _SELF & set(syntax.words[trigger.first : trigger.last + 1]):
        return None
    above = syntax.heads[verb]
    if above < 0 or text.before(verb) != "to" or syntax.deprel(verb) not in ("xcomp", "advcl"):
        return None
    forced = syntax.kid(above, "obj", "iobj")
    if forced is None or not above < forced < verb:
        return None
    found = text.phrases.of(forced) or Phrase(forced, forced, forced)
    subject = syntax.subject(above)
    if subject is None and syntax.heads[above] >= 0:
        subject = syntax.subject(syntax.heads[above])
    other = text.actor(subject, subject) if subject is not None else None
    same = other is not None and text.actor(found.first, found.last) is other
    return [] if same else [found]
