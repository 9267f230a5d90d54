"""Findings that there is nothing to show for a thing: "found no evidence that the police fired".

What was found is that there is none, and not what would have been shown. Who "offered no proof" has
said nothing by that: it is the reporter's remark on what somebody says elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax, overlap

_NONE = frozenset({"no", "little", "scant", "nothing", "hardly", "neither"})
_ANY = frozenset({"any", "evidence", "proof", "a", "either"})
_UP = 4
"""Steps of the tree from a verb to the noun whose clause it is in."""


def groundless(syntax: Syntax, noun: int) -> bool:
    """Whether a noun says that there is nothing to show: "no sign", "did not find evidence"."""
    if syntax.upos(noun) != "NOUN" or syntax.lemmas[noun] not in words("idioms", "grounds"):
        return False
    own = [syntax.words[k] for k in syntax.children[noun] if k < noun]
    if _NONE & set(own):
        return True
    verb = syntax.heads[noun]
    if verb < 0 or syntax.deprel(noun) not in ("obj", "nsubj", "nsubj:pass", "obl"):
        return False
    if any(syntax.words[k] == "without" for k in syntax.kids(noun, "case")):
        return True
    bare = set(own) <= _ANY | {"credible", "hard", "clear", "convincing", "concrete"}
    return bare and syntax.upos(verb) == "VERB" and syntax.negated(verb)


def unfounded(syntax: Syntax, verb: int) -> bool:
    """Whether a verb stands in the clause of such a noun: "no proof that they | fired | on it"."""
    return any(groundless(syntax, noun) for noun in _nouns_above(syntax, verb))


def _nouns_above(syntax: Syntax, verb: int) -> Iterator[int]:
    """The nouns of whose "that" clauses the verb is a part, the nearest first."""
    for step, above in enumerate(syntax.up(verb)):
        if step >= _UP:
            return
        if syntax.upos(above) == "NOUN" and _that(syntax, above, verb):
            yield above
        elif syntax.upos(above) == "VERB":  # some trees hang the clause on the verb
            things = [k for k in syntax.kids(above, "obj") if k < verb]
            yield from (k for k in things if syntax.word(k + 1) == "that")


def _that(syntax: Syntax, noun: int, verb: int) -> bool:
    """Whether a "that" leads from a noun to a verb below it."""
    return noun < verb and "that" in syntax.words[noun + 1 : min(noun + 3, verb)]


def with_nothing(syntax: Syntax, draft: Draft) -> Draft:
    """ "found | no evidence that the men were armed": with the noun, which is what was found.

    The tagger takes the noun for a part of the cue, or leaves it out.
    """
    if draft.head is None or draft.cue is None or len(draft.content) != 1:
        return draft
    start, end = draft.content[0]
    first = syntax.at(start)
    if first is None or syntax.words[first] not in ("that", "of") or first - 1 <= draft.head:
        return draft
    noun = first - 1
    if syntax.heads[noun] != draft.head or not groundless(syntax, noun):
        return draft
    opening = min([noun, *(k for k in syntax.children[noun] if draft.head < k < noun)])
    between = range(draft.head + 1, opening)
    if any(syntax.upos(i) not in ("ADV", "PUNCT") for i in between):
        return draft
    cue = draft.cue[0], min(draft.cue[1], syntax.tokens[draft.head].end)
    if not overlap(cue, (syntax.tokens[draft.head].start, syntax.tokens[draft.head].end)):
        return draft
    return draft.with_(cue=cue, content=((syntax.tokens[opening].start, end),))


def shows_nothing(syntax: Syntax, head: int) -> bool:
    """ "has | shown | no evidence", "offered no proof that …": what somebody has not said."""
    if syntax.lemmas[head] not in words("idioms", "furnishing"):
        return False
    return any(groundless(syntax, noun) for noun in syntax.kids(head, "obj"))
