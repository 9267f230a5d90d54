"""Pronouns and who tells of it: when the teller is meant, for whom he speaks, when never he.

"The union said | it would refuse": the union. "It says | they are on strike": others.
"""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.speech import Speech
from onrecord.extract.actors.trees.syntax import Syntax

_DEPUTIES = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "aide", "agent", "solicitor"}
)
"""Who speaks for somebody, mostly of that somebody."""
_OWN_LACK = frozenset({"information", "detail", "comment", "knowledge", "word", "idea"})
"""What it is the spokesman who has none of."""
_OWN_SILENCE = frozenset({"confirm", "comment", "elaborate", "know", "aware", "authorize"})
_WILLED = frozenset(
    {"refuse", "intend", "plan", "hope", "expect", "believe", "reject", "accept", "agree",
     "support", "oppose", "favor", "favour", "welcome", "condemn", "ask", "demand", "seek", "want",
     "consider", "investigate", "deny", "regret", "respect", "recognize", "recognise", "offer",
     "cooperate", "negotiate", "vow", "decide", "review", "decline", "appeal", "respond",
     "retaliate", "boycott", "participate", "comply", "honor", "honour", "try", "insist"}
)  # fmt: skip
"""What only somebody with a will does, who tells of it."""
_ASKS = frozenset(
    {"call", "urge", "ask", "order", "tell", "press", "beg", "appeal", "implore", "want"}
)
_HARMS = frozenset(
    {"attack", "fire", "shoot", "kill", "wound", "injure", "arrest", "detain", "abduct", "kidnap",
     "ambush", "beat", "target", "bomb", "shell", "intercept", "disperse", "confront", "hit",
     "seize", "assault", "capture"}
)  # fmt: skip
"""What is done to those who are then told to be doing something: "shot at farmers as they fled"."""
_CARERS = frozenset(
    {"doctor", "nurse", "relative", "surgeon", "pathologist", "prosecutor", "medic"}
)
_SUFFERED = frozenset(
    {"torture", "mistreat", "abuse", "whip", "hold", "jail", "imprison", "free", "release",
     "hospitalise", "hospitalize", "poison", "stab", "rape", "deport", "charge", "sentence",
     "convict", "transfer", "deny", "treat", "execute", "murder", "interrogate", "question"}
)  # fmt: skip
_ONE = frozenset({"government", "office", "military", "company", "igo", "outlet"})
"""Bodies that are "it" to most reports."""
_US = frozenset({"us", "our", "ours", "we"})
_PARTS = frozenset({"one", "another", "some", "others", "several", "both"})
"""Those of a group who speak by themselves."""
_STEPS = 6


def excluded(
    entities: Entities, syntax: Syntax, speech: Speech, mention: Mention, entity: Entity
) -> bool:
    """Whether "they" and "them" cannot be the one body that tells of them.

    "| It | says they …": who is "it" here is no "they"; "X called on Norway to free | them |": X
    asks it for others; "a lawyer for the family said | he had been beaten": not the lawyer.
    """
    if mention.core in ("he", "she"):
        spokesman = speech.around(mention)
        own = spokesman is not None and entities.of(spokesman) is entity
        return own and spokesman is not None and _for_him(syntax, spokesman, mention)
    if mention.core not in ("they", "them"):
        return False
    teller = speech.around(mention)
    if teller is not None and _one_of_them(entities, syntax, speech, mention, entity):
        return True
    if teller is None or entities.of(teller) is not entity or entity.nature != "group":
        return False
    if teller.core == "it" or _asked_for(syntax, mention):
        return True
    return entity.number != "p" and entity.kind in _ONE and _others(entities, syntax, mention)


def _one_of_them(
    entities: Entities, syntax: Syntax, speech: Speech, mention: Mention, entity: Entity
) -> bool:
    """ "two chiefs said. “| They | shot them before our eyes,” one said": never the chiefs.

    Nor where one of them by name says what was done before "us".
    """
    teller = speech.around(mention)
    if teller is None or not speech.direct(mention):
        return False
    end = next((i for i in range(mention.head, len(syntax.tokens)) if not syntax.quoted(i)), -1)
    ours = any(syntax.tokens[i].text.lower() in _US for i in range(mention.head, end))
    single = entities.of(teller).nature == "person" and entities.of(teller).number != "p"
    if teller.core not in _PARTS and not (single and ours):
        return False
    before = speech.before(mention)
    near = before is not None and 0 <= syntax.sent[mention.head] - syntax.sent[before.head] <= 1
    return near and before is not None and entities.of(before) is entity and entity.number == "p"


def _for_him(syntax: Syntax, teller: Mention, mention: Mention) -> bool:
    """Whether somebody tells what was done to whom he speaks for, or looks after."""
    verb = syntax.head[mention.head]
    if verb < 0 or teller.form != "nominal" or teller.core not in _DEPUTIES | _CARERS:
        return False
    if syntax.deprel[mention.head] != "nsubj:pass" or teller.head > mention.head:
        return False
    if teller.core in _DEPUTIES and not syntax.of(teller.head, "nmod", "nmod:poss"):
        return False  # "a lawyer said | he had been held for defending protesters"
    return syntax.tokens[verb].lemma.lower() in _HARMS | _SUFFERED


def _others(entities: Entities, syntax: Syntax, mention: Mention) -> bool:
    """Whether several people were told of just before: "arrested two men. The ministry said"."""
    own = syntax.sent[mention.head]
    before = entities.mentions[: entities.index(mention)]
    near = [m for m in before if own - syntax.sent[m.head] <= 1 and m.form == "nominal"]
    return any(m.number == "p" and m.kind in ("people", "armed_group") for m in near)


def _asked_for(syntax: Syntax, mention: Mention) -> bool:
    """Whether a pronoun is what is to be done something with: "urged Norway to free | them"."""
    verb, steps = syntax.head[mention.head], 0
    if mention.core != "them" or verb < 0 or syntax.deprel[mention.head] != "obj":
        return False
    if not any(syntax.tokens[kid].text == "to" for kid in syntax.of(verb, "mark")):
        return False
    while verb >= 0 and steps < _STEPS:
        verb, steps = syntax.head[verb], steps + 1
        if verb >= 0 and syntax.tokens[verb].lemma.lower() in _ASKS:
            return True
    return False


def of_itself(
    entities: Entities, syntax: Syntax, speech: Speech, mention: Mention
) -> Mention | None:
    """ "The union has said | it will refuse": a body that tells what it means to do itself."""
    told, teller = syntax.head[mention.head], speech.around(mention)
    if told < 0 or teller is None or syntax.deprel[mention.head] != "nsubj":
        return None
    if syntax.deprel[told] != "ccomp" or syntax.tokens[told].lemma.lower() not in _WILLED:
        return None
    subjects = syntax.of(syntax.head[told], "nsubj")
    entity = entities.of(teller)
    body = entity.nature in ("group", "place") and entity.number != "p"
    plain = teller.form in ("name", "nominal") and teller.head in subjects
    return teller if body and plain and teller.last < mention.first else None


def as_they(entities: Entities, syntax: Syntax, mention: Mention) -> Mention | None:
    """ "Soldiers shot at farmers as | they fled": whom the harm befell, who were many."""
    verb = syntax.head[mention.head]
    if mention.core != "they" or verb < 0 or syntax.deprel[mention.head] != "nsubj":
        return None
    if syntax.deprel[verb] != "advcl":
        return None
    if not {"as", "while", "when"} & {syntax.tokens[k].text for k in syntax.of(verb, "mark")}:
        return None
    above = syntax.head[verb]
    inside = range(above, mention.head) if above >= 0 else range(0)
    done = [i for i in inside if syntax.tokens[i].upos == "VERB"]
    harm = next((i for i in reversed(done) if syntax.tokens[i].lemma.lower() in _HARMS), -1)
    if harm < 0 or syntax.of(harm, "nsubj:pass", "aux:pass"):
        return None
    whom = [*syntax.of(harm, "obj")]
    whom += [k for k in syntax.of(harm, "obl") if syntax.case(k) in ("at", "on", "upon")]
    found = [entities.headed(kid) for kid in whom if harm < kid < mention.head]
    many = [m for m in found if m is not None and m.nature != "thing" and m.number == "p"]
    return many[0] if len(many) == 1 else None


def principal(
    entities: Entities, syntax: Syntax, speech: Speech, mention: Mention
) -> Mention | None:
    """ "A spokesman for Ben Lund said | he would resign": the one spoken for."""
    teller = speech.around(mention)
    if teller is None or teller.form != "nominal" or teller.core not in _DEPUTIES:
        return None
    if teller.head > mention.head or speech.direct(mention) or _of_own(syntax, mention):
        return None
    inside = [
        other
        for other in entities.mentions
        if teller.first <= other.head <= teller.last + 1 and other.head != teller.head
        and other.kind == "person"
        and (other.form == "name" or (other.posts and other.number == "s"))
    ]  # fmt: skip
    if len(inside) != 1:
        return None
    entity = entities.of(inside[0])
    held = bool(inside[0].posts) and inside[0].definite in ("def", "poss")
    known = named_person(entity) or held or any(m.named for m in entity.mentions)
    agrees = None in (entity.gender, mention.gender) or entity.gender == mention.gender
    return inside[0] if known and agrees else None


def _of_own(syntax: Syntax, mention: Mention) -> bool:
    """Whether the spokesman speaks of himself: "he had no details", "he could not confirm it"."""
    verb = syntax.head[mention.head]
    if verb < 0:
        return False
    lacks = {syntax.tokens[k].lemma.lower() for k in syntax.of(verb, "obj")} & _OWN_LACK
    return bool(lacks) or syntax.tokens[verb].lemma.lower() in _OWN_SILENCE


def told_of(mention: Mention) -> bool:
    """ "| The president | is at his desk," he said: somebody else, whoever says so."""
    definite = mention.form == "nominal" and mention.definite == "def"
    return definite and mention.nature == "person" and mention.number == "s"
