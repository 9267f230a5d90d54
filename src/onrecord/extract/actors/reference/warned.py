"""Whom a pronoun means in the condition of a threat: "will bomb Norway unless | it | withdraws"."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax

_HARMS = frozenset(
    {"attack", "bomb", "shell", "strike", "hit", "invade", "punish", "sanction", "destroy",
     "target", "expel", "storm", "blockade", "annihilate", "bombard", "retaliate", "fire", "arrest",
     "kill", "execute", "disarm", "isolate", "embargo", "ban", "sue", "suspend", "act", "move",
     "respond", "crush", "besiege", "shut", "close", "raid", "assault"}
)  # fmt: skip
"""What one threatens somebody with."""
_WARNING = frozenset({"warn", "threaten", "tell", "caution", "notify", "inform"})
_AT = frozenset({"against", "at", "on", "upon", "into", "to"})
_IF = frozenset({"unless", "if", "until"})
_OWN = frozenset(
    {"must", "should", "need", "have", "want", "feel", "choose", "decide", "deem", "can"}
)
"""Verbs of a condition that the one who threatens sets himself: "if it has to"."""


def threatened(entities: Entities, syntax: Syntax, mention: Mention) -> Mention | None:
    """The body at which the harm is aimed, where what it does decides on it; else None.

    "Oslo said it would strike Norland unless | it | opened its ports", "would fire on the rebels if
    | they | came nearer". "If it is attacked" is of whoever threatens.
    """
    verb = syntax.head[mention.head]
    if verb < 0 or syntax.deprel[mention.head] != "nsubj" or syntax.deprel[verb] != "advcl":
        return None
    marks = [k for k in syntax.of(verb, "mark") if syntax.tokens[k].text.lower() in _IF]
    helped = {syntax.tokens[k].lemma.lower() for k in (verb, *syntax.of(verb, "aux"))}
    above = syntax.head[verb]
    if not marks or helped & _OWN or above < 0 or above > mention.head:
        return None
    if syntax.tokens[above].lemma.lower() not in _HARMS or syntax.of(above, "nsubj:pass"):
        return None
    whom = [*syntax.of(above, "obj")]
    whom += [k for k in syntax.of(above, "obl") if syntax.case(k) in _AT]
    warns = syntax.head[above] if syntax.deprel[above] == "ccomp" else -1
    if warns >= 0 and syntax.tokens[warns].lemma.lower() in _WARNING:
        that = next((k for k in syntax.of(above, "mark") if k > warns), above)
        told = [  # "warned | Norland | that it would close …", whatever the tree hangs it on
            *syntax.of(warns, "obj", "iobj"),
            *(k for k in syntax.of(above, "nsubj") if warns < k < that),
        ]
        whom = [*told, *(k for k in whom if not told)]
    number = "s" if mention.core == "it" else "p"
    found = [entities.headed(kid) for kid in whom if kid < mention.head]
    bodies = [m for m in found if m is not None and m.nature in ("group", "place")]
    if len(bodies) != 1 or bodies[0].form == "pronoun":
        return None
    many = entities.of(bodies[0]).number == "p"
    return bodies[0] if many == (number == "p") else None
