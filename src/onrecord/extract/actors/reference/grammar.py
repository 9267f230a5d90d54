"""What grammar says of two mentions: relative clauses, appositions, predicates, "the group X"."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, agree, named_person
from onrecord.extract.actors.mentions.mention import Mention, relative_clause
from onrecord.extract.actors.mentions.styled import join_styled
from onrecord.extract.actors.reference.two_titles import join_two_titles
from onrecord.extract.actors.trees.beside import between_commas
from onrecord.extract.actors.trees.syntax import Syntax


def join_by_grammar(entities: Entities, syntax: Syntax) -> None:
    """Merge what one sentence says to be one: relatives, appositions, predicates."""
    for mention in entities.mentions:
        if mention.form == "pronoun":
            _relative(entities, mention, syntax)
        elif syntax.deprel[mention.head] == "appos" and mention.form != "joint":
            _apposition(entities, mention, syntax)
        elif mention.form == "nominal":
            _predicate(entities, mention, syntax)
    _between_commas(entities, syntax)
    _side_by_side(entities, syntax)
    _styled(entities, syntax)
    join_styled(entities, syntax)
    _also_known(entities, syntax)
    _speakers(entities, syntax)
    _titles(entities, syntax)
    join_two_titles(entities, syntax)
    _offices(entities, syntax)


_KNOWN_BODIES = frozenset({"ngo", "armed_group", "igo", "company", "office"})


def _side_by_side(entities: Entities, syntax: Syntax) -> None:
    """ "the Harbour Watch | a local group that …": an apposition whose comma was lost."""
    ends = {m.last: m for m in entities.mentions if m.form == "name" and m.nature != "thing"}
    for mention in entities.mentions:
        other = ends.get(mention.first - 1)
        if other is None or mention.form != "nominal" or mention.definite != "indef":
            continue
        alike = mention.kind == other.kind or (
            mention.kind == "other" and other.kind in _KNOWN_BODIES
        )
        alike = alike and mention.number == "s" and mention.nature == other.nature
        said = syntax.tokens[mention.first].text.lower() in ("a", "an")
        if not alike or not said or syntax.sent[other.head] != syntax.sent[mention.head]:
            continue
        one, two = entities.of(other), entities.of(mention)
        seated = "-based" in syntax.text(mention.first, mention.head)  # where it sits, not whose
        if entities.alone(mention) and (agree(one, two) or (seated and one.number != "p")):
            two.country = None if seated else two.country
            entities.merge(other, mention)


def _offices(entities: Entities, syntax: Syntax) -> None:
    """ "Ada Cole, head of the bank and chair of the fund": both are hers."""
    for mention in entities.mentions:
        if mention.name >= 0 or not mention.posts or syntax.deprel[mention.head] != "conj":
            continue
        before = entities.headed(syntax.head[mention.head])
        if before is None or not before.posts or before.name >= 0 or before.number != "s":
            continue
        said = syntax.deprel[before.head] == "appos" or syntax.of(before.head, "cop")
        if said and named_person(entities.of(before)) and entities.alone(mention):
            entities.merge(before, mention)


def join_predicates(entities: Entities, syntax: Syntax) -> None:
    """ "He is a blogger", "Cole, who is a judge": now that it is known who he is."""
    for mention in entities.mentions:
        if mention.form != "nominal" or not entities.alone(mention):
            continue
        _predicate(entities, mention, syntax, pronouns=True)
        first = entities.headed(syntax.head[mention.head])
        if first is None or syntax.deprel[mention.head] != "conj" or first.form != "nominal":
            continue
        both = mention.kind == first.kind == "person" and mention.number == first.number == "s"
        if both and syntax.of(first.head, "cop") and not entities.alone(first):
            if mention.definite in ("indef", "bare") and agree(
                entities.of(first), entities.of(mention)
            ):
                entities.merge(first, mention)


def _titles(entities: Entities, syntax: Syntax) -> None:
    """A title before a name, where the tree holds it for a phrase of its own."""
    for name in entities.mentions:
        if name.form != "name" or name.kind != "person" or name.name < 0:
            continue
        for token in range(name.first, syntax.name_tokens[name.name][0]):
            title = entities.headed(token)
            if title is None or title is name or title.name >= 0:
                continue
            owner = syntax.deprel[token] == "nmod:poss"
            if (
                title.kind == "person"
                and not owner
                and agree(entities.of(name), entities.of(title))
            ):
                entities.merge(name, title)


def _between_commas(entities: Entities, syntax: Syntax) -> None:
    """ "The minister, Ada Cole, said" and "Ada Cole, the minister, said"."""
    posts = [m for m in entities.mentions if m.posts and m.number == "s" and m.name < 0]
    ends = {m.last: m for m in posts}
    starts = {m.first: m for m in posts}
    for name in entities.mentions:
        if name.form != "name" or name.kind != "person":
            continue
        title = ends.get(name.first - 2)
        apart = title is not None and between_commas(syntax, name.first, name.last)
        if title is None or not (apart or _goes_on(syntax, title, name)):
            title = starts.get(name.last + 2)
            if title is None or not between_commas(syntax, title.first, title.last):
                continue
        one, two = entities.of(name), entities.of(title)
        if not named_person(two) and agree(one, two):
            entities.merge(name, title)


def _goes_on(syntax: Syntax, title: Mention, name: Mention) -> bool:
    """ "The mayor of Karst, Ane Holm told reporters": the second comma was left out."""
    opens = title.first == 0 or syntax.sent[title.first - 1] != syntax.sent[title.first]
    verb = name.last + 1
    told = title.definite in ("def", "bare")
    if not opens or not told or verb >= len(syntax.tokens):
        return False
    spoken = syntax.tokens[verb].upos in ("VERB", "AUX") and (name.wanted or title.wanted)
    return spoken and syntax.tokens[name.first - 1].text == ","


def _styled(entities: Entities, syntax: Syntax) -> None:
    """ "the gang's leader, who calls himself Colonel Toto": the name that somebody goes by."""
    starts = {m.first: m for m in entities.mentions if m.form == "name" and m.kind == "person"}
    for index in range(1, len(syntax.tokens) - 1):
        text = syntax.tokens[index].text
        if text not in ("himself", "herself") or syntax.tokens[index - 1].lemma != "call":
            continue
        who = next(iter(syntax.of(index - 1, "nsubj")), -1)
        name = starts.get(index + 1)
        if who < 0 or name is None or syntax.deprel[index - 1] != "acl:relcl":
            continue
        other = entities.headed(syntax.head[index - 1])
        if other is not None and other.form == "nominal" and entities.of(other).number != "p":
            if other.nature == "person" and agree(entities.of(other), entities.of(name)):
                entities.merge(other, name)


def _also_known(entities: Entities, syntax: Syntax) -> None:
    """ "Hamid Amin, also known as Abu Tal": two names of one."""
    persons = [m for m in entities.mentions if m.form == "name" and m.kind == "person"]
    starts, ends = {m.first: m for m in persons}, {m.last: m for m in persons}
    for index in range(2, len(syntax.tokens) - 1):
        words = [t.text.lower() for t in syntax.tokens[index - 2 : index + 1]]
        if words != ["also", "known", "as"]:
            continue
        before = index - 3 - (syntax.tokens[index - 3].text == ",")
        one, two = ends.get(before), starts.get(index + 1)
        if one is not None and two is not None and agree(entities.of(one), entities.of(two)):
            entities.merge(one, two)


def _speakers(entities: Entities, syntax: Syntax) -> None:
    """ "said the utility, Harbour Gas": of those who say something, a name behind the comma."""
    names = {m.first: m for m in entities.mentions if m.form == "name" and m.named}
    for mention in entities.mentions:
        if not mention.wanted or not _describes(mention) or mention.number == "p":
            continue
        if mention.definite not in ("def", "poss", "indef") or not entities.alone(mention):
            continue
        name = names.get(_behind_comma(mention, syntax))
        if name is None or name.modifier or not _speaks_alone(name, syntax):
            continue
        person = name.kind == "person"
        if person != (mention.kind == "person") and mention.kind not in (None, "other"):
            continue
        mention.nature = name.nature
        if mention.kind in (None, "other") or name.kind not in (None, "other"):
            mention.kind = name.kind
        mention.number = name.number
        entities.of(mention).changed()
        if agree(entities.of(mention), entities.of(name)):
            entities.merge(mention, name)


def _describes(mention: Mention) -> bool:
    """Whether a phrase tells what somebody is: a noun, or a title taken for a name."""
    return mention.form == "nominal" or (mention.kind == "other" and mention.sort is None)


def _behind_comma(mention: Mention, syntax: Syntax) -> int:
    """The token behind the comma that closes a phrase, with what hangs on its head; -1 if none."""
    low, high = mention.head + 1, mention.head + _REACH
    for index in range(low, min(high, len(syntax.tokens) - 1)):
        if syntax.sent[index + 1] != syntax.sent[mention.head]:
            return -1
        if syntax.tokens[index].text == ",":
            return index + 1
        if syntax.tokens[index].upos not in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PART"):
            return -1
    return -1


_REACH = 8
"""Words within which the comma behind a description must stand: "the rapporteur on housing,"."""


def _speaks_alone(name: Mention, syntax: Syntax) -> bool:
    """Whether a name stands between commas, or ends its sentence, and no list goes on with it."""
    after = name.last + 1
    if after >= len(syntax.tokens) or syntax.sent[after] != syntax.sent[name.last]:
        return True
    if syntax.tokens[after].upos != "PUNCT":
        return syntax.tokens[after].text in ("of", "from", "in")
    return not any(syntax.tokens[k].upos == "CCONJ" for k in range(after, after + 2)
                   if k < len(syntax.tokens))  # fmt: skip


def _relative(entities: Entities, mention: Mention, syntax: Syntax) -> None:
    """A relative pronoun is the noun that its clause describes."""
    if mention.gender != "r":
        return
    other = entities.headed(relative_clause(syntax, mention.head) - 1)
    if other is None or (mention.core != "which" and other.nature == "thing"):
        before = mention.head - 1
        before -= syntax.tokens[before].text == ","
        near = [m for m in entities.mentions if m.last == before and m.form != "joint"]
        people = [m for m in near if m.nature != "thing"]
        other = min(people, key=lambda m: m.first, default=other)
    if other is not None and other is not mention:
        entities.merge(other, mention)


def _apposition(entities: Entities, mention: Mention, syntax: Syntax) -> None:
    """ "Ryan Cole, a spokesman": the second says what the first is."""
    above = syntax.head[mention.head]
    other = entities.headed(above)
    if other is None or other.form == "pronoun":
        return
    one, two = entities.of(other), entities.of(mention)
    if named_person(one) and named_person(two):
        return
    if _of_noun_before(mention, above, syntax):
        return  # "a leader of the militia | Badr": the militia's name
    if _teller_behind(mention, above, syntax):
        return
    _either(entities, other, mention)
    _either(entities, mention, other)
    both = other.name >= 0 and mention.name >= 0 and other.key is not None
    if both and mention.key not in (None, other.key):
        return
    if other.nature == "thing" or mention.nature == "thing":
        if mention.form == "nominal" and other.form == "name" and other.nature == mention.nature:
            entities.merge(other, mention)
        return
    if agree(one, two) and not _listed(mention, syntax):
        entities.merge(other, mention)


def _teller_behind(mention: Mention, above: int, syntax: Syntax) -> bool:
    """ "The minister will go, | his spokesman | said": who tells it, behind what the other does."""
    verb, after = syntax.head[above], mention.head + 1
    if not above < verb < mention.first or syntax.tokens[verb].upos != "VERB":
        return False
    return after < len(syntax.tokens) and syntax.tokens[after].lemma in _TELLING


_TELLING = frozenset({"say", "tell", "add", "announce", "confirm", "state", "report", "claim"})


def _of_noun_before(mention: Mention, above: int, syntax: Syntax) -> bool:
    """Whether a body's name stands right behind another noun than the one that the tree says."""
    before = mention.first - 1
    person = mention.name >= 0 and syntax.name_kinds[mention.name] == "PER"
    if mention.form != "name" or person or not above < before:
        return False
    return syntax.tokens[before].upos == "NOUN"


def _predicate(
    entities: Entities, mention: Mention, syntax: Syntax, *, pronouns: bool = False
) -> None:
    """ "Cole is a spokesman": the predicate says what the subject is, unless it is denied."""
    if mention.nature not in ("person", "group") or not syntax.of(mention.head, "cop"):
        return
    if any(syntax.tokens[k].lemma in _DENIALS for k in syntax.of(mention.head, "advmod", "aux")):
        return
    if any(syntax.tokens[k].lemma == "no" for k in syntax.of(mention.head, "det")):
        return
    subject = next(iter(syntax.of(mention.head, "nsubj")), -1)
    other = entities.headed(subject)
    described = other is not None and other.form == "nominal" and other.kind == "person"
    described = described and other is not None and other.definite in ("def", "dem", "poss")
    if other is None or not (described or other.form == ("pronoun" if pronouns else "name")):
        return
    if (
        pronouns
        and other.form == "pronoun"
        and (other.gender not in ("m", "f", "r", "1") or mention.nature != "person")
    ):
        return
    _either(entities, other, mention)
    if entities.of(other).nature != mention.nature:
        return
    if agree(entities.of(other), entities.of(mention)):
        entities.merge(other, mention)


def _either(entities: Entities, other: Mention, mention: Mention) -> None:
    """ "Norway, a member of the bloc": what persons and states are alike is here a state."""
    if mention.form != "nominal" or mention.core not in _ALIKE_OF_STATES:
        return
    if other.form != "name" or other.nature not in ("group", "place"):
        return
    mention.nature, mention.kind, mention.posts = "group", other.kind, ()
    mention.sector = other.sector
    entities.of(mention).posts.clear()
    entities.of(mention).changed()


_ALIKE_OF_STATES = frozenset(
    {"member", "ally", "partner", "donor", "player", "neighbour", "neighbor", "rival", "backer",
     "supporter", "supplier", "buyer", "producer", "exporter", "importer", "opponent", "host",
     "leader", "critic", "enemy", "friend", "mediator", "owner", "winner", "seller", "publisher",
     "manufacturer", "guarantor", "participant", "victim", "contributor", "sponsor", "employer"}
)  # fmt: skip

_DENIALS = frozenset({"not", "never", "n't", "would", "could", "may", "might", "will", "should"})


def _listed(mention: Mention, syntax: Syntax) -> bool:
    """Whether the "apposition" has conjuncts of its own: a list read as one."""
    return bool(syntax.of(mention.head, "conj"))


def beside(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "The Harbour Watch monitor", "the monitor Harbour Watch": what the body beside it is."""
    if mention.number == "p" or mention.sort is None:
        return None
    after = mention.head + 1
    if [t.text for t in syntax.tokens[after : after + 2]] in (["known", "as"], ["called", "the"]):
        after += 2
    while after < len(syntax.tokens) and syntax.tokens[after].text in ("the", "called", "named"):
        after += 1
    if after < len(syntax.tokens) and syntax.sent[after] == syntax.sent[mention.head]:
        name = syntax.name_of[after]
        other = entities.headed(syntax.name_heads[name]) if name >= 0 else None
        if other is not None:
            _either(entities, other, mention)
        if other is not None and other.nature == mention.nature and _alike(mention, other):
            return other
    before = mention.head - 1
    while before > mention.first and _plain(syntax.tokens[before].text):
        before -= 1
    if before < 0 or syntax.sent[before] != syntax.sent[mention.head]:
        return None
    name = syntax.name_of[before]
    other = entities.headed(syntax.name_heads[name]) if name >= 0 else None
    if other is None or other.nature != "group" or mention.kind not in _STYLES:
        return None
    if mention.kind == "other" and mention.core not in _BODIES:
        return None  # a team, a panel: part of the body
    return other if _alike(mention, other) else None


def _plain(word: str) -> bool:
    """Whether a word before a noun only says what sort of body it is: "news" agency."""
    return word.isalpha() and word.islower() and word not in _OTHERS


# Words by which the body beside the name is another's: "a Harbour Watch splinter group".
_OTHERS = frozenset(
    {"affiliate", "affiliated", "linked", "backed", "allied", "aligned", "offshoot", "splinter",
     "rival", "breakaway", "led", "funded", "owned", "sister", "partner", "parent", "subsidiary",
     "inspired", "supported", "run", "based", "and", "or"}
)  # fmt: skip

_BODIES = frozenset({"group", "movement", "party", "faction", "alliance", "brigade"})
_STYLES = frozenset({"ngo", "outlet", "armed_group", "company", "other"})


def _alike(mention: Mention, other: Mention) -> bool:
    if other.form != "name" or other.kind is None:
        return False
    return other.kind == mention.kind or "other" in (other.kind, mention.kind)
