"""What is worded as an attribution, and in which nobody says anything: "has ever offered", "put
alleged criminals on a list", "is often cited as a reason"."""

from __future__ import annotations

from onrecord.extract.statements.shapes.grounds import shows_nothing
from onrecord.extract.statements.shapes.matching import tells_nothing
from onrecord.extract.statements.shapes.unclaimed import keeps_mum
from onrecord.extract.statements.shapes.withholding import kept_from, shrinks
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.promises import (
    as_duty,
    entrusted,
    settled,
    to_be_checked,
)
from onrecord.extract.statements.words.syntax import Syntax

_PURPOSES = frozenset({("aimed", "at"), ("meant", "to"), ("intended", "to"), ("designed", "to"),
                       ("meant", "as"), ("intended", "as")})  # fmt: skip
_THINGS = {
    "accept": "handed", "show": "shown", "issue": "papers", "submit": "handed", "tender": "handed",
    "find": "found", "discover": "found", "recall": "goods",
    "chant": "chanted", "shout": "chanted", "sing": "chanted",
}  # fmt: skip


_OWNERS = frozenset({"'", "’", "'s", "’s"})
_VERDICTS = frozenset({"guilty", "liable", "innocent", "dead", "alive", "responsible"})


def no_saying(syntax: Syntax, draft: Draft) -> bool:
    """Whether the cue of a draft, which must have a head, attributes nothing."""
    assert draft.head is not None
    head = draft.head
    if syntax.deprel(head) == "amod" and syntax.upos(head) != "NOUN":
        return True  # "put | alleged | criminals on a list"
    if syntax.word(head - 1) in _OWNERS and draft.source is not None and draft.cue is not None:
        if draft.source[1] < draft.cue[0] - len(syntax.word(head - 1)) - 1:
            return True  # "the army refuted | rebels' | claims": theirs, and not the army's
    before = [m for m in syntax.lemmas[max(head - 3, 0) : head] if not m.endswith("ly")][-2:]
    if before == ["fail", "to"] or before[-1:] == ["fail"]:
        return True
    if syntax.lemmas[head] == "sign" or _warrants(syntax, draft):
        return True  # "met to sign a document"
    if syntax.lemmas[head] == "direct" and not syntax.has(head, "xcomp", "ccomp", "advcl"):
        return True  # "directed traffic to the north"
    if tuple(syntax.words[max(head - 2, 0) : head]) in _PURPOSES:
        return True  # "the tape seemed aimed at | warning | the students"
    if (
        _surname(syntax, head)
        or _supposed(syntax, head)
        or _owed(syntax, draft)
        or _turned_away(syntax, draft)
        or _kept(syntax, draft)
        or entrusted(syntax, head)
        or as_duty(syntax, head)
        or to_be_checked(syntax, head)
        or _hunted(syntax, head)
        or shows_nothing(syntax, head)
        or _remarks_on(syntax, draft)
        or kept_from(syntax, head)
        or shrinks(syntax, head)
    ):
        return True
    if syntax.deprel(head) == "acl:relcl" and "ever" in syntax.words[max(head - 2, 0) : head]:
        return True  # "the largest reward it has ever offered"
    if _nameless(syntax, draft):
        return True
    if _of_whom_told(syntax, draft) or "behalf" in _cue(syntax, draft):
        return True  # "filed a complaint on behalf of | the men"
    if _matters(syntax, draft) or _put_off(syntax, draft) or _to_come(syntax, draft):
        return True
    if tells_nothing(syntax, draft):
        return True  # "spoke on condition | that he not be named"
    if draft.by != "phrase" and keeps_mum(syntax, head):
        return True  # "has yet to claim | the raid"
    return _cited_as(syntax, draft) or _done_to_a_thing(syntax, draft)


def _remarks_on(syntax: Syntax, draft: Draft) -> bool:
    """ "commented on reports that they were dead": on what others say, and not that it is so."""
    head = draft.head
    if head is None or syntax.lemmas[head] not in ("comment", "respond", "react", "reply"):
        return False
    if syntax.words[head + 1 : head + 2] not in (["on"], ["to"]) or not draft.content:
        return False
    said = syntax.within(*draft.content[0])
    last = said.start + _NEAR_CLAIM
    claims = {syntax.lemmas[i] for i in range(head + 2, min(last, said.stop, head + 6))}
    named = claims & {"report", "claim", "allegation", "rumour", "rumor", "speculation", "news"}
    return bool(named) and "that" in syntax.words[head + 2 : head + 7]


_NEAR_CLAIM = 4
"""Words from where what is said begins within which a noun says that it is a claim."""


def _hunted(syntax: Syntax, head: int) -> bool:
    """ "two men | wanted | in connection with the raid": what they are, and not what they want."""
    if syntax.word(head) not in ("wanted", "sought") or syntax.word(head + 1) == "to":
        return False
    own = syntax.has(head, "aux:pass") or syntax.deprel(head) in ("acl", "amod")
    return own and syntax.word(head + 1) in ("in", "over", "for", "by", "on")


_SOUGHT = frozenset(
    {"request", "seek", "plead", "ask", "demand", "prefer", "insist", "want", "cite"}
)


def _nameless(syntax: Syntax, draft: Draft) -> bool:
    """ "he said, | requesting | anonymity": how somebody speaks, and no demand of theirs."""
    assert draft.head is not None
    if syntax.lemmas[draft.head] not in _SOUGHT or not draft.content:
        return False
    inside = syntax.within(*draft.content[0])
    near = [syntax.lemmas[i] for i in inside[:7]]
    kept = {"name", "identity"} & set(near) and _KEPT & set(near)  # "asked that his name be kept"
    return "anonymity" in near[:4] or bool(kept)


_KEPT = frozenset({"withhold", "use", "publish", "print", "reveal", "disclose", "mention", "omit"})


_DELAYS = frozenset({"postpone", "delay", "defer", "await", "cancel", "shelve"})


def _cue(syntax: Syntax, draft: Draft) -> list[str]:
    return [syntax.words[i] for i in syntax.within(*draft.cue)] if draft.cue else []


def _of_whom_told(syntax: Syntax, draft: Draft) -> bool:
    """ "The man, | who | testified | Friday, | is a nurse": what he is, and not what he said."""
    assert draft.head is not None
    noun, first = syntax.heads[draft.head], syntax.at(draft.source[0]) if draft.source else None
    if first is None or noun < 0 or syntax.deprel(draft.head) != "acl:relcl":
        return False
    told = syntax.tokens[noun]
    return syntax.words[first] in ("who", "which", "that") and any(
        start <= told.start < end for start, end in draft.content
    )


def _warrants(syntax: Syntax, draft: Draft) -> bool:
    """ "issued arrest orders against three men": papers of a court, and no order to anybody."""
    verb = draft.head
    if verb is None:
        return False
    nouns = [k for k in syntax.kids(verb, "obj") if syntax.lemmas[k] in ("order", "warrant")]
    nouns += [verb] if syntax.lemmas[verb] in ("order", "warrant") else []
    return any(syntax.words[noun - 1] == "arrest" for noun in nouns)


_AHEAD = frozenset({"scheduled", "expected", "due", "set", "slated"})


def _to_come(syntax: Syntax, draft: Draft) -> bool:
    """ "is scheduled to appear today to | call for | more troops": it has not been said yet."""
    assert draft.head is not None and draft.cue is not None
    low = syntax.bounds[syntax.sentences[draft.head]][0]
    start = draft.source[1] if draft.source and draft.source[1] <= draft.cue[1] else draft.cue[0]
    before = syntax.words[max(low, draft.head - 2) : draft.head]
    if before[-1:] == ["to"] and before[:1] and before[0] in ("is", "are", "was", "were"):
        return True  # "is to | call for | a vote"
    for at in syntax.within(start, syntax.tokens[draft.head].start):
        be = at > low and (syntax.lemmas[at - 1] == "be" or syntax.lemmas[at - 2] == "be")
        if syntax.words[at] in _AHEAD and be and syntax.words[at + 1] == "to":
            return syntax.words[draft.head - 1] == "to" or at + 2 >= draft.head
    return False


def _put_off(syntax: Syntax, draft: Draft) -> bool:
    """ "postponed until Sunday | a decision | to close it": nothing is decided, nor said."""
    assert draft.head is not None and draft.cue is not None
    inside = [*syntax.within(*draft.cue), draft.head]
    noun = next((i for i in inside if syntax.upos(i) == "NOUN"), None)
    verb = syntax.heads[noun] if noun is not None else draft.head
    told = verb >= 0 and syntax.upos(verb) == "VERB"
    return told and syntax.lemmas[verb] in _DELAYS and not syntax.has(verb, "ccomp")


def _matters(syntax: Syntax, draft: Draft) -> bool:
    """ "its fate | remains of concern | to Oslo", "is of interest": it matters to somebody."""
    assert draft.cue is not None
    inside = syntax.within(*draft.cue)
    return any(
        syntax.words[i] == "of" and syntax.lemmas[i - 1] in ("be", "remain", "become")
        for i in inside
        if i > 0 and i + 1 < len(syntax.words) and syntax.upos(i + 1) in ("NOUN", "ADJ")
    )


def _surname(syntax: Syntax, head: int) -> bool:
    """ "Omar | Said | was freed": in a sentence that keeps capitals for names, it is one."""
    low, high = syntax.bounds[syntax.sentences[head]]
    before = syntax.tokens[head - 1].text if head > low else ""
    if syntax.tokens[head].text != "Said" or not before[:1].isupper():
        return False
    others = [syntax.tokens[i].text for i in range(low + 1, high) if syntax.upos(i) != "PROPN"]
    long = [word for word in others if len(word) > 3 and word.isalpha() and word != "Said"]
    return sum(word.islower() for word in long) > len(long) / 2


def _turned_away(syntax: Syntax, draft: Draft) -> bool:
    """ "who was refused entry", "were denied treatment": it befell them, and they say nothing."""
    assert draft.head is not None
    if syntax.lemmas[draft.head] not in ("refuse", "deny") or draft.source is None:
        return False
    whom = syntax.kid(draft.head, "nsubj:pass")
    if whom is None or whom not in syntax.within(*draft.source):
        return False
    return syntax.has(draft.head, "obj") and not syntax.has(draft.head, "ccomp")


def _owed(syntax: Syntax, draft: Draft) -> bool:
    """ "The president should condemn it", "must denounce", "needs to say": asked for, and not said.

    "I must say", "we should admit" say it; "had to concede" is told as said.
    """
    assert draft.head is not None
    head = draft.head
    said = syntax.within(*draft.source) if draft.source is not None else range(0)
    if syntax.upos(head) != "VERB" or any(syntax.words[i] in ("i", "we") for i in said):
        return False
    above = syntax.heads[head] if syntax.deprel(head) == "xcomp" else -1
    if above >= 0 and syntax.lemmas[above] in ("need", "ought") and not syntax.negated(above):
        return above == head - 2 and syntax.words[head - 1] == "to"
    return any(syntax.lemmas[aux] in _DUTY for aux in syntax.kids(head, "aux"))


_DUTY = frozenset({"should", "must", "ought"})


def _supposed(syntax: Syntax, head: int) -> bool:
    """ "if the chief | agrees | to a truce": nobody has, as far as is told."""
    if syntax.upos(head) != "VERB":
        return False
    marks = [i for i in syntax.kids(head, "mark") if syntax.words[i] in ("if", "unless")]
    return bool(marks) and marks[0] < head


def _kept(syntax: Syntax, draft: Draft) -> bool:
    """ "kept its promise to free them": it was given before."""
    inside = syntax.within(*draft.cue) if draft.cue is not None else ()
    return any(
        settled(syntax, verb, noun) is not None for noun in inside for verb in inside if verb < noun
    )


def _cited_as(syntax: Syntax, draft: Draft) -> bool:
    """ "gun control is often cited as a reason": by whom, it does not say."""
    assert draft.head is not None
    if syntax.lemmas[draft.head] != "cite" or draft.source is None:
        return False
    subject = syntax.kid(draft.head, "nsubj:pass")
    if subject is None or syntax.has(draft.head, "obl:agent"):
        return False
    behind = syntax.words[draft.head + 1 : draft.head + 3]
    inside = draft.source[0] <= syntax.tokens[subject].start < draft.source[1]
    says = behind[1:] != ["being"] and any(word.endswith("ing") for word in behind[1:])
    return inside and behind[:1] == ["as"] and not says


def _done_to_a_thing(syntax: Syntax, draft: Draft) -> bool:
    """ "accepted the papers of three envoys": what is no word."""
    assert draft.head is not None
    listed = _THINGS.get(syntax.lemmas[draft.head])
    if listed == "chanted" and any(m in syntax.text[s:e] for s, e in draft.content for m in '“"'):
        return False
    things = words("idioms", listed) if listed is not None else frozenset()
    if syntax.lemmas[draft.head] == "find" and syntax.word(draft.head + 1) in _VERDICTS:
        return True  # "was found guilty of ordering it"
    objects = syntax.kids(draft.head, "obj")
    objects += [k for kid in objects for k in syntax.kids(kid, "nmod") if syntax.upos(kid) == "NUM"]
    return any(syntax.lemmas[kid] in things for kid in objects)


def held_back(syntax: Syntax, head: int) -> bool:
    """ "stopped short of blaming X", "refrained from", "X is to blame": X or nobody is blamed."""
    before = syntax.words[max(head - 2, 0) : head]
    if syntax.words[head].endswith("ing"):
        return (
            before == ["short", "of"]
            or before[-1:] == ["without"]
            or "refrain" in (syntax.lemmas[max(head - 2, 0) : head])
        )
    return syntax.words[head] == "blame" and before[-1:] == ["to"] and syntax.has(head, "cop")


def not_yet(syntax: Syntax, head: int) -> bool:
    """ "has not yet confirmed"."""
    return any(syntax.words[i] == "yet" for i in range(max(head - 4, 0), head))
