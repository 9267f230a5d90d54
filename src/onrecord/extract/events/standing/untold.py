"""What stands though it is denied, and what nobody has said: "the raid will not go unanswered".

A deed that will not be forgotten has been; of one that somebody "has not said" was done, nothing is
told on that word.
"""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Statement

_KNOWN = frozenset({"the", "this", "that", "these", "those", "last", "such"})
_SAYING = frozenset(
    {"say", "said", "saying", "admit", "admitted", "claim", "claimed", "acknowledge",
     "acknowledged"}
)  # fmt: skip
_ASKED = frozenset({"who", "whom", "whose", "when", "where", "how", "why", "what", "which"})
_SUBJECT = ("nsubj", "nsubj:pass", "nsubj:outer")


def not_let_pass(text: Text, noun: int, first: int) -> bool:
    """ "the raid | will not go unanswered", "their killing will not be forgotten": it has been."""
    syntax = text.syntax
    verb = syntax.heads[noun]
    phrase = text.phrases.of(noun)
    owned = phrase is not None and text.phrases.owner(phrase) is not None
    if verb < noun or syntax.deprel(noun) not in _SUBJECT:
        return False
    if not (owned or syntax.word(first) in _KNOWN):
        return False
    _, high = text.sentence(verb)
    near = syntax.words[max(noun + 1, verb - 2) : min(high, verb + 3)]
    denied = any(w in listed("status", "negations") for w in syntax.words[noun + 1 : verb + 1])
    return denied and bool(set(near) & listed("status", "let_pass"))


def left_unsaid(text: Text, trigger: Trigger, statement: Statement) -> bool:
    """ "has not said that | it holds them", "would not say it had fired": nobody's word."""
    if statement.act != "decline" or statement.cue is None or not statement.content:
        return False
    content = statement.content[0]
    if content.start < statement.cue.end or statement.quote == "direct":
        return False
    says = statement.cue.text.lower().split()[-1:]
    told = content.text.lower().split()
    if says == [] or says[0] not in _SAYING or not told or told[0] in _ASKED:
        return False
    syntax = text.syntax
    inside = syntax.within(content.start, content.end)
    clause = any(syntax.has(i, "nsubj", "nsubj:pass") for i in inside if syntax.upos(i) == "VERB")
    doing = says[0].startswith(("admit", "acknowledge")) and told[0].endswith("ing")
    return clause or doing or told[0] == "that"


def claimed_by_none(text: Text, trigger: Trigger) -> bool:
    """ "No group has claimed responsibility, police said": of nobody's claim is nothing to keep."""
    syntax, verb = text.syntax, trigger.verb
    if verb is None or syntax.lemmas[verb] not in listed("roles", "owning"):
        return False
    subject = syntax.kid(verb, "nsubj")
    if subject is None or trigger.senses[0].type != "ACCUSE":
        return False
    return any(syntax.word(k) in ("no", "neither") for k in syntax.kids(subject, "det", "advmod"))


def rumoured(text: Text, head: int) -> bool:
    """ "There were reports that the militia was preparing | an attack": nobody is named who says
    so, and the report does not."""
    syntax, clause = text.syntax, head
    for above in list(syntax.up(head))[:_UP]:
        if syntax.lemmas[above] in listed("status", "rumours") and syntax.upos(above) == "NOUN":
            opened = any(syntax.word(k) == "that" for k in syntax.kids(clause, "mark"))
            return opened and above < clause and syntax.deprel(clause) in ("acl", "ccomp")
        clause = above
    return False


_UP = 4
"""Steps of the tree from what is planned to the rumour that it is."""
