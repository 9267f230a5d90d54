"""Whom a headline and the first words of a report mean, before they give the name."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.introduced import other_body, other_calling
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.text import name_parts

OPENING = 4
"""Sentences in which a report that opens with "a rights group said" tells its name."""
_HIGH = frozenset({"official", "diplomat", "envoy", "negotiator", "lawmaker", "leader"})
"""What a lead calls somebody whom the next sentence names."""
_OTHERS = frozenset({"also", "another", "meanwhile", "separately", "but", "however", "other"})
"""Words of a sentence that tells of somebody else."""
_SHARED = 3
"""Words that both sentences must have in common, so that the matter is one."""
_TELLING = ("NOUN", "PROPN", "VERB", "ADJ")
_SAYING = frozenset(
    {"say", "tell", "warn", "add", "call", "make", "be", "have", "official", "state"}
)


def _named_next(entities: Entities, syntax: Syntax) -> None:
    """ "A top Norwegian official has warned Oslo over … | Norwegian Deputy Minister Ane Holm said
    …": the official of the lead, where both sentences are of one matter and one state."""
    _bare_name(entities, syntax)
    for mention in entities.mentions:
        lead = mention.form == "nominal" and mention.wanted and mention.definite == "indef"
        if not lead or not entities.alone(mention):
            continue
        if mention.number != "s" or mention.kind != "person" or mention.country is None:
            continue
        found = [m for m in entities.mentions if _new_teller(entities, m, mention, syntax)]
        if any(
            other_calling(entities, mention, m) or other_body(mention, m, syntax) for m in found
        ):
            continue
        high = mention.core in _HIGH or (len(found) == 1 and _titled(found[0], mention))
        if high and len(found) == 1 and _of_state(entities.of(found[0]), mention):
            own, other = (syntax.sent[m.head] for m in (mention, found[0]))
            inside = range(mention.first, mention.last + 1)
            one = _matter(syntax, own, inside)
            two = _matter(syntax, other, range(found[0].first, found[0].last + 1))
            if len(one & two) >= (2 if entities.of(found[0]).country else _SHARED):
                entities.merge(mention, found[0])


def _bare_name(entities: Entities, syntax: Syntax) -> None:
    """ "Norway's minister has warned … | Ane Holm told a rally …": a name brought in with no word
    of whose it is, right behind a sentence about one person by title."""
    for named in entities.mentions:
        if not _brought_in_bare(entities, named, syntax):
            continue
        before = syntax.sent[named.head] - 1
        told = [m for m in entities.mentions if syntax.sent[m.head] == before]
        leads = [m for m in told if m.wanted and _person_by_title(entities, m, syntax)]
        others = [m for m in told if m.form == "name" and m.kind == "person"]
        if len(leads) == 1 and not others and _agree(entities, leads[0], named):
            entities.merge(leads[0], named)


def _brought_in_bare(entities: Entities, named: Mention, syntax: Syntax) -> bool:
    """Whether somebody's full name, and no more, opens a sentence and speaks, not named before."""
    if named.form != "name" or named.kind != "person" or named.name < 0 or not named.wanted:
        return False
    entity = entities.of(named)
    first, last = syntax.name_tokens[named.name]
    full = len(name_parts(named.core)) > 1  # no "Mr. Holm", who is known already
    if named.posts or entity.mentions[0] is not named or not full or entity.posts:
        return False
    opens = first == 0 or syntax.sent[first - 1] != syntax.sent[first]
    opens = opens or _speaking_before(entities, syntax, first)
    behind = syntax.tokens[last + 1] if last + 1 < len(syntax.tokens) else None
    spoken = behind is not None and behind.upos in ("VERB", "AUX", "ADV")
    spoken = spoken and behind is not None and behind.text.lower() not in _OTHERS
    return opens and named.first == first and spoken and syntax.sent[first] > 0


def _speaking_before(entities: Entities, syntax: Syntax, first: int) -> bool:
    """ "Speaking to reporters in Oslo, | Ane Holm said": whoever spoke goes on, no other named."""
    begin = first
    while begin > 0 and syntax.sent[begin - 1] == syntax.sent[first]:
        begin -= 1
    words = [t.text.lower() for t in syntax.tokens[begin : begin + 3]]
    if syntax.tokens[first - 1].text != "," or not words:
        return False
    speech = words[0] == "in" and any(word in _OCCASIONS for word in words[1:])
    if words[0] not in ("speaking", "talking", "addressing") and not speech:
        return False
    between = range(begin, first)
    return not any(m.kind == "person" and m.head in between for m in entities.mentions)


_OCCASIONS = frozenset(
    {"interview", "speech", "statement", "remarks", "address", "televised", "televized"}
)


def _person_by_title(entities: Entities, mention: Mention, syntax: Syntax) -> bool:
    """Whether a mention is a person told by a title, who speaks as its sentence's subject."""
    if mention.form != "nominal" or mention.kind != "person" or mention.number != "s":
        return False
    subject = syntax.deprel[mention.head] in ("nsubj", "nsubj:pass")
    told = bool(mention.posts) or (mention.sort is not None and mention.sort.unnamed)
    return subject and told and not named_person(entities.of(mention))


def _agree(entities: Entities, lead: Mention, named: Mention) -> bool:
    """Whether gender and country do not differ."""
    one, other = entities.of(lead), entities.of(named)
    sexes = {one.gender, other.gender} - {None}
    lands = {one.country, other.country} - {None}
    return len(sexes) < 2 and len(lands) < 2


def _titled(named: Mention, lead: Mention) -> bool:
    """Whether the one named has the title by which the lead calls him: "a general"."""
    return any(lead.core in post.title.lower().split() for post in named.posts)


def _of_state(named: Entity, lead: Mention) -> bool:
    """Whether the state is the same, or is not told anew of somebody who holds an office."""
    return named.country == lead.country or (named.country is None and bool(named.posts))


def _new_teller(entities: Entities, other: Mention, lead: Mention, syntax: Syntax) -> bool:
    """Whether somebody is first named in the sentence behind the lead, and speaks there."""
    if syntax.sent[other.head] != syntax.sent[lead.head] + 1 or not other.wanted:
        return False
    entity = entities.of(other)
    return named_person(entity) and entity.mentions[0] is other and other.form == "name"


def _matter(syntax: Syntax, sentence: int, who: range) -> set[str]:
    """The words that tell of what a sentence is, less those for who speaks in it."""
    found: set[str] = set()
    for index, token in enumerate(syntax.tokens):
        if syntax.sent[index] != sentence or index in who:
            continue
        if token.text.lower() in _OTHERS:
            return set()
        if token.upos in _TELLING and token.lemma.lower() not in _SAYING:
            found.add(token.lemma.lower())
    return found


def announced(entities: Entities, syntax: Syntax) -> None:
    """ "A rights group said" at the opening is the only such body that the report then names."""
    _named_next(entities, syntax)
    named = [m for m in entities.mentions if m.kind == "ngo" and m.named and not m.modifier]
    if len({id(entities.of(m)) for m in named}) != 1 or not named[0].wanted:
        return
    for mention in entities.mentions:
        if mention.start > named[0].start or syntax.sent[named[0].head] > OPENING:
            return
        opens = mention.form == "nominal" and mention.kind == "ngo" and mention.wanted
        if opens and mention.definite in ("indef", "bare") and mention.number == "s":
            if entities.alone(mention):
                entities.merge(mention, named[0])


def in_headline(
    entities: Entities, mention: Mention, syntax: Syntax, holders: list[Entity]
) -> Mention | None:
    """ "Spokesman says": the only one with that post whom the opening then names."""
    bare = mention.definite == "bare" and mention.number == "s" and entities.alone(mention)
    if not bare or syntax.sent[mention.head] > 0 or mention.last > mention.head:
        return None
    opening = [
        entity.mentions[0]
        for entity in holders
        if named_person(entity) and syntax.sent[entity.mentions[0].head] <= OPENING
    ]
    return opening[0] if len(opening) == 1 else None
