"""What something is called: "called the report | a provocation", "described it | as inflated".

Whoever calls a claim bad or untrue denies it; whoever calls a deed or a person bad condemns them.
Of the thing that is judged no word counts: "called the allegations of torture serious".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from onrecord.extract.statements.shapes.glosses import CALLS
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax

_REACH = 6
"""Words after "as" within which the judgement stands."""
_QUALITIES = frozenset({"ADJ", "ADV", "CCONJ", "PUNCT"})


def judgement(syntax: Syntax, draft: Draft) -> tuple[str, ...]:
    """The lemmas of what something is called; none where the cue calls nothing anything."""
    head = draft.head
    if head is None or syntax.lemmas[head] not in CALLS:
        return ()
    inside = [i for part in draft.content for i in syntax.within(*part)]
    fronted = _fronted(syntax, inside)
    if fronted is not None:
        return tuple(syntax.lemmas[i] for i in fronted[0])
    told = [k for k in syntax.kids(head, "xcomp") if k in inside and not _thing(syntax, head, k)]
    told = told or [k for k in syntax.kids(head, "obj") if k in inside][1:]  # two objects
    if told:
        return tuple(syntax.lemmas[i] for i in syntax.subtree(told[-1]) if i in inside)
    at = next((i for i in reversed(inside) if syntax.words[i] == "as" and i > head), None)
    if at is not None:
        called = [i for i in inside if at < i <= at + _REACH]
        plan = next((n for n, i in enumerate(called) if syntax.words[i] == "to"), len(called))
        return tuple(syntax.lemmas[i] for i in called[:plan])  # "as | a plan | to kidnap him"
    things = [k for k in syntax.kids(head, "obj", "xcomp", "obl") if k in inside]
    for thing in things:
        behind = [k for k in syntax.kids(thing, "acl", "amod") if k > thing and k in inside]
        if behind and not syntax.has(behind[0], "mark"):
            return tuple(syntax.lemmas[i] for i in syntax.subtree(behind[0]) if i in inside)
    return tuple(syntax.lemmas[i] for i in inside[_mark(syntax, inside) :])


def _fronted(syntax: Syntax, inside: Sequence[int]) -> tuple[list[int], int] | None:
    """ "described | as absurd | a letter": the judgement before what is judged, and that noun."""
    at = next((n for n, i in enumerate(inside[:2]) if syntax.words[i] == "as"), None)
    if at is None:
        return None
    called = list(takewhile(lambda i: syntax.upos(i) in _QUALITIES, inside[at + 1 :]))
    if not called or len(called) + at + 1 >= len(inside):
        return None
    opens = inside[at + 1 + len(called)]
    if syntax.upos(opens) != "DET" or syntax.upos(called[-1]) != "ADJ":
        return None
    noun = syntax.heads[opens]
    return (called, noun) if noun > opens and syntax.upos(noun) == "NOUN" else None


def _mark(syntax: Syntax, inside: Sequence[int]) -> int:
    """Where the quotation begins, in a headline whose tree is none: "calls claim | “absurd”"."""
    marks = (n for n, i in enumerate(inside) if syntax.tokens[i].text in '“"‘')
    return next(marks, len(inside))


def _thing(syntax: Syntax, head: int, child: int) -> bool:
    """ "called the report one-sided": some trees take the thing for what it is called."""
    return (
        not syntax.has(head, "obj")
        and syntax.has(child, "amod")
        and any(k > child for k in syntax.kids(child, "amod", "acl"))
    )


def of_claim(syntax: Syntax, draft: Draft) -> str | None:
    """The noun of the claim that is judged: "the charge"; None where it is no claim."""
    head = draft.head
    if head is None or syntax.lemmas[head] not in CALLS:
        return None
    inside = {i for part in draft.content for i in syntax.within(*part)}
    near = [k for k in syntax.kids(head, "obj", "obl", "xcomp") if k in inside]
    if syntax.deprel(head) in ("acl", "acl:relcl"):
        near.append(syntax.heads[head])  # "a charge that X called false", "which X called false"
    listed = words("harms", "told")
    content = [i for part in draft.content for i in syntax.within(*part)]
    fronted = _fronted(syntax, content)
    if fronted is not None:
        near = [fronted[1]]
    if not near and _mark(syntax, content) < len(content):
        near = content[:1]
    return next((syntax.lemmas[i] for i in near if syntax.lemmas[i] in listed), None)


def discredits(claim: str, judged: tuple[str, ...]) -> bool:
    """Whether a claim so called is denied: a charge that is "shameful", a report that is "biased".

    A report may tell of what is shameful; that it does is no fault of the report's.
    """
    said = set(judged)
    if said & (words("harms", "doubted") | words("harms", "false")):
        return True
    if any(set(entry.split()) <= said for entry in words("harms", "untrue")):
        return True
    bad = words("harms", "bad") | words("harms", "wrong")
    return bool(said & bad) and claim in words("harms", "alleged")


def scorned(syntax: Syntax, draft: Draft, judged: tuple[str, ...]) -> bool:
    """ "called | the verdict | ridiculous": a ruling, and no claim that could be denied."""
    head = draft.head
    if (
        head is None
        or syntax.lemmas[head] not in CALLS
        or not set(judged) & words("harms", "scorn")
    ):
        return False
    inside = {i for part in draft.content for i in syntax.within(*part)}
    things = [k for k in syntax.kids(head, "obj", "xcomp") if k in inside and k > head]
    noun = next((k for k in things if syntax.upos(k) == "NOUN"), None)
    fronted = _fronted(syntax, [i for part in draft.content for i in syntax.within(*part)])
    noun = fronted[1] if fronted is not None else noun
    if noun is None or syntax.lemmas[noun] in judged:
        return False
    return syntax.lemmas[noun] not in words("harms", "tale") | words("harms", "told")
