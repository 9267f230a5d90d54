"""Things that a tagger takes for somebody who speaks."""

from __future__ import annotations

from onrecord import lexicons
from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Offsets, Syntax


def thought_to_be(syntax: Syntax, draft: Draft) -> bool:
    """ "a gas | believed | to be chlorine": what is believed to be something believes nothing."""
    head = draft.head
    if head is None or syntax.deprel(head) not in ("acl", "advcl"):
        return False
    if syntax.word(head).endswith("ing") or syntax.has(head, "nsubj", "aux"):
        return False
    assert draft.source is not None
    inside = syntax.within(*draft.source)
    near = syntax.heads[head] in inside or (head - 1 in inside and syntax.word(head + 1) == "to")
    passive = syntax.has(head, "xcomp", "ccomp") and near
    return passive and syntax.lemmas[head] in (
        "believe",
        "think",
        "suspect",
        "know",
        "say",
        "suppose",
    )


def menacing_thing(syntax: Syntax, draft: Draft) -> bool:
    """ "Fresh fighting | threatens | the truce": what endangers something has said nothing."""
    if draft.head is None or syntax.lemmas[draft.head] not in ("threaten", "menace"):
        return False
    assert draft.source is not None
    if draft.content and draft.cue and draft.content[0][1] <= draft.cue[0]:
        return False  # "not one truck will move, the federation | threatened"
    top = syntax.top(*draft.source)
    if top is None or syntax.upos(top) != "NOUN":
        return False
    known, lemma, word = actor_words(), syntax.lemmas[top], syntax.words[top]
    somebody = lemma in known.nouns or word in known.nouns or word in known.plural
    return not somebody and lemma not in known.documents and lemma not in words("harms", "told")


_HELD = frozenset({"alleged", "suspected", "supposed", "purported", "accused", "reported"})
_ISSUED = frozenset(
    {"news", "television", "tv", "media", "radio", "agency", "broadcaster", "run", "owned", "-"}
)


def describing(syntax: Syntax, draft: Draft) -> bool:
    """ "the five | alleged | rebels were held", "Norways | state | news agency": no word of saying,
    but one that describes the noun behind it."""
    head = draft.head
    if head is None or draft.cue is None or not 0 < head < len(syntax.words) - 1:
        return False
    word, after = syntax.words[head], head + 1
    if word == "accused" and syntax.lemmas[head - 1] == "stand":
        return True
    if len(syntax.within(*draft.cue)) != 1:
        return False
    if word == "state":
        return syntax.words[after] in _ISSUED
    if syntax.lemmas[head] == "seek":
        return syntax.words[after] == "to"
    if syntax.lemmas[head] == "claim" and {"life", "lives"} & set(syntax.words[after : after + 4]):
        return True  # "the blast | claimed the lives of three | wounded two others"
    counted = syntax.upos(head - 1) in ("DET", "NUM", "ADJ") and syntax.words[head - 1] != "all"
    return word in _HELD and counted and syntax.upos(after) in ("NOUN", "PROPN", "ADJ")


def told_of(syntax: Syntax, part: Offsets) -> bool:
    """ "stands by | it", "stood by | its account": what was told; not a friend in need."""
    top = syntax.top(*part)
    return top is not None and (
        syntax.words[top] == "it"
        or syntax.lemmas[top] in words("harms", "told")
        or syntax.lemmas[top] in lexicons.load("statements/set_phrases")["told"]["stood_by"]
    )


def reminds(syntax: Syntax, draft: Draft) -> bool:
    """ "The episode recalls a raid": it is like one."""
    assert draft.head is not None
    top = syntax.top(*draft.source) if draft.source else None
    happening = top is not None and syntax.lemmas[top] in words("idioms", "happening")
    return happening and not syntax.has(draft.head, "ccomp")


def lists_deeds(syntax: Syntax, draft: Draft) -> bool:
    """ "Holm listed a number of attacks", "cited the killing of two": it is he who tells of them.

    Not "citing concerns": a mere reason.
    """
    head = draft.head
    if head is None or syntax.lemmas[head] not in _LISTS or syntax.word(head).endswith("ing"):
        return False
    if not syntax.has(head, "nsubj") or syntax.has(head, "aux:pass"):
        return False
    things = syntax.kids(head, "obj")
    things += [k for thing in things for k in syntax.kids(thing, "nmod")]
    told = words("harms", "deed") | words("harms", "wrong") | _WRONGS
    return any(syntax.lemmas[thing] in told for thing in things)


_LISTS = frozenset({"list", "cite", "detail", "recount", "enumerate"})
_WRONGS = frozenset(
    {"abuse", "death", "incident", "arrest", "detention", "beating", "disappearance"}
)


def of_which(syntax: Syntax, draft: Draft) -> bool:
    """ "the plan, | which | she said | breaks the law": what is said stands behind the cue."""
    if draft.cue is None or draft.head is None or len(draft.content) != 2:
        return False
    for clause in syntax.kids(draft.head, "ccomp"):
        if any(k > draft.head for k in syntax.kids(clause, "nsubj", "nsubj:pass")):
            return False  # "footage which she said | she had filmed": another's clause
    said = syntax.lemmas[draft.head] in ("say", "believe", "claim", "insist", "argue", "think")
    return said and draft.content[1][0] - draft.cue[1] == 1


def of_call(syntax: Syntax, lexicon: Cues, draft: Draft) -> bool:
    """ "a call which London endorsed": what is made of what somebody said before it."""
    assert draft.head is not None
    noun = syntax.heads[draft.head]
    if noun < 0 or syntax.deprel(draft.head) != "acl:relcl" or len(draft.content) != 1:
        return False
    said = syntax.lemmas[noun] in lexicon.nouns or syntax.lemmas[noun] in words("harms", "told")
    alone = len(syntax.within(*draft.content[0])) == 1
    acts = set(lexicon.verbs.get(syntax.lemmas[draft.head], {}).values())
    return said and alone and bool(acts & {"praise", "reject", "condemn", "confirm"})
