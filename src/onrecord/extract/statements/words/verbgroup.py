"""The words of a cue: one verb group, and what of a phrase is part of it.

"has consistently denied", "did not respond to requests for comment", "has said it believes",
"pointed out", "called on"; not the recipient, not the day, not where it was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_UNABLE = frozenset({"unable", "impossible"})
_ABLE = _UNABLE | {"able", "possible"}
_NOT = frozenset({"not", "n't", "never", "neither", "nor", "cannot", *_UNABLE})
_AUXILIARY = ("aux", "aux:pass", "cop")
_POSSIBLE = frozenset(
    {"could", "would", "may", "might", "should", "can", "must", "will", "'ll", "'d"}
)
# Verbs that lead over to the one that speaks ("went on to say", "declined to say"): their subject
# is its subject, and they belong to the group.
_RAISING = frozenset(
    {"go", "continue", "begin", "decline", "refuse", "appear", "seem", "use", "fail"}
)


def chain(syntax: Syntax, verb: int) -> list[int]:
    """The verbs that lead over to this one, outermost first, and the verb itself."""
    found = [verb]
    while (
        syntax.deprel(found[0]) == "xcomp"
        and syntax.heads[found[0]] >= 0
        and syntax.lemmas[syntax.heads[found[0]]] in _RAISING
        and syntax.upos(syntax.heads[found[0]]) == "VERB"
    ):
        found.insert(0, syntax.heads[found[0]])
    return found


def verb_group(syntax: Syntax, verb: int, lexicon: Cues) -> Offsets:
    """The verb with its auxiliaries, what stands between them, and its particle."""
    start = group_start(syntax, chain(syntax, verb)[0])
    end = verb
    for child in syntax.children[verb]:
        if child == end + 1 and _belongs(syntax, verb, child, lexicon):
            end = child
    seconds = lexicon.particles.get(syntax.lemmas[verb], frozenset())
    if syntax.words[verb + 1 : verb + 2] == ["it"] and verb + 2 < len(syntax.tokens):
        end = verb + 2 if syntax.lemmas[verb + 2] in seconds else end  # "made it clear"
    second = preposition(syntax, verb, lexicon)
    if second is not None and second == end + 1:
        end = second
    return syntax.tokens[start].start, syntax.tokens[end].end


def group_start(syntax: Syntax, verb: int) -> int:
    """The first token of what leads up to a verb: auxiliaries, "not", adverbs, "(un)able to"."""
    low = syntax.bounds[syntax.sentences[verb]][0]
    start = verb
    while start > low and syntax.upos(start - 1) in ("AUX", "ADV", "PART"):
        if syntax.words[start - 1] == "to" and syntax.words[start - 2] not in _ABLE:
            break
        if _of_other(syntax, start - 1):
            break
        start -= 2 if syntax.words[start - 1] == "to" else 1
    # An adverb that joins sentences ("however", "meanwhile") is not the verb's.
    while start < verb and syntax.upos(start) == "ADV" and start == low:
        start += 1
    return start


def _of_other(syntax: Syntax, index: int) -> bool:
    """Whether an adverb is of the verb before it: "that police had fired | first | was denied"."""
    above = syntax.heads[index]
    said = syntax.upos(index) == "ADV" and syntax.deprel(index) == "advmod"
    return said and 0 <= above == index - 1 and syntax.upos(above) == "VERB"


def negated(syntax: Syntax, verb: int) -> bool:
    """Whether the verb is denied: by "not" in its group or on it, or by "unable to"."""
    group = range(group_start(syntax, verb), verb)
    if (syntax.negated(verb) and not _elliptic(syntax, verb)) or any(
        syntax.words[i] in _NOT for i in group
    ):
        return True
    return _neither(syntax, group.start)


def _elliptic(syntax: Syntax, verb: int) -> bool:
    """ "the other said they would | not": their doing is denied, though the tree hangs it here."""
    said = [k for k in syntax.kids(verb, "advmod") if syntax.words[k] == "not"]
    return bool(said) and all(syntax.upos(k - 1) == "AUX" and k > verb + 2 for k in said)


def _neither(syntax: Syntax, group: int) -> bool:
    """ "neither the army | nor the police | have been able to confirm"."""
    low, _ = syntax.bounds[syntax.sentences[group]] if group < len(syntax.sentences) else (0, 0)
    before = syntax.words[low:group]
    if "neither" not in before or "nor" not in before[before.index("neither") :]:
        return False
    nor = low + len(before) - 1 - before[::-1].index("nor")
    steps = range(nor, group)
    return not any(syntax.upos(i) == "VERB" for i in steps) and len(steps) <= _JOINED


_JOINED = 12
"""Tokens from "nor" to the verb of both."""


def happened(syntax: Syntax, verb: int) -> bool:
    """Whether the saying is told as a fact: not denied, not a mere possibility, not passive."""
    first = chain(syntax, verb)[0]
    shared = syntax.deprel(verb) == "conj" and not does_beside(syntax, verb)
    beside = [syntax.heads[verb]] if shared else []
    for index in (verb, first, *beside):
        if syntax.negated(index) or syntax.has(index, "aux:pass", "nsubj:pass"):
            return False
        if any(syntax.lemmas[aux] in _POSSIBLE for aux in syntax.kids(index, "aux")):
            return False
    # "to say so would be …", "urged them to warn …": nobody is told to have done it.
    if any(syntax.lemmas[mark] == "to" for mark in syntax.kids(verb, "mark")):
        return first != verb
    return True


def does_beside(syntax: Syntax, verb: int) -> bool:
    """ "were freed and | told | the radio that …": a deed, beside what befell its doers.

    A participle has no object, but for "was asked his name".
    """
    first = syntax.heads[verb]
    if syntax.deprel(verb) != "conj" or first < 0 or not syntax.has(first, "nsubj:pass"):
        return False
    if syntax.has(verb, "aux", "aux:pass", "nsubj", "nsubj:pass") or syntax.negated(verb):
        return False
    things = [k for k in syntax.kids(verb, "obj", "iobj") if k > verb]
    if syntax.lemmas[verb] in ("tell", "ask", "give", "show", "call", "charge"):
        return bool(things) and syntax.has(verb, "ccomp")
    return bool(things) and not syntax.words[verb].endswith("ing")


def _belongs(syntax: Syntax, verb: int, child: int, lexicon: Cues) -> bool:
    if syntax.deprel(child) == "compound:prt":
        return True
    listed = f"{syntax.lemmas[verb]} {syntax.lemmas[child]}"
    return syntax.deprel(child) in ("advmod", "xcomp", "obj") and listed in lexicon.verbs


def preposition(syntax: Syntax, verb: int, lexicon: Cues) -> int | None:
    """The preposition that the lexicon lists with this verb ("warned of"), if it stands by it."""
    seconds = lexicon.particles.get(syntax.lemmas[verb], frozenset())
    for child in syntax.kids(
        verb, "obl", "obl:arg", "advcl", "nmod", "obl:agent", "ccomp", "xcomp", "obj"
    ):
        for case in syntax.kids(child, "case", "mark"):
            if case == verb + 1 and syntax.lemmas[case] in seconds:
                return case
    beside = verb + 1  # "spoke of | soldiers | shelling it": of those who do it, by the tree
    if beside < len(syntax.tokens) and syntax.upos(beside) == "ADP":
        doing = syntax.heads[syntax.heads[beside]] if syntax.heads[beside] >= 0 else -1
        told = syntax.lemmas[beside] in seconds and doing > beside and syntax.heads[doing] == verb
        return beside if told and syntax.deprel(doing) in ("advcl", "ccomp") else None
    return None


def lexical(syntax: Syntax, verb: int, lexicon: Cues) -> str:
    """The verb's entry in the lexicon: with its particle where that is listed, else its lemma."""
    lemma = syntax.lemmas[verb]
    seconds = lexicon.particles.get(lemma)
    if lemma == "plead" and syntax.words[verb + 1 : verb + 3] == ["not", "guilty"]:
        return "plead not guilty"
    if seconds:
        for child in syntax.children[verb]:
            if syntax.deprel(child) in ("compound:prt", "advmod", "xcomp", "obj", "amod"):
                if syntax.lemmas[child] in seconds:
                    return f"{lemma} {syntax.lemmas[child]}"
            for deeper in syntax.kids(child, "amod") if syntax.deprel(child) == "obj" else ():
                if deeper > child and syntax.lemmas[deeper] in seconds:
                    return f"{lemma} {syntax.lemmas[deeper]}"  # "held him responsible"
        after = verb + 1
        if after < len(syntax.tokens) and syntax.upos(after) in ("ADP", "PART", "SCONJ"):
            to_do = syntax.upos(after) == "PART" and "infinitive" in lexicon.verbs.get(lemma, {})
            if syntax.lemmas[after] in seconds and not to_do:  # "swore | to fight on"
                return f"{lemma} {syntax.lemmas[after]}"
    return lemma


def head_of(syntax: Syntax, cue: Offsets, lexicon: Cues) -> int | None:
    """The token that a cue turns on: a verb that the lexicon knows, else its top."""
    inside = syntax.within(*cue)
    known = [
        i
        for i in inside
        if syntax.upos(i) == "VERB" and lexical(syntax, i, lexicon) in lexicon.verbs
    ]
    top = syntax.top(*cue)
    if top is not None and top in known and not _leads_over(syntax, top, known):
        return top
    if known:
        return known[-1] if top is None or syntax.lemmas[top] in _RAISING else known[0]
    return top


def _leads_over(syntax: Syntax, top: int, known: Sequence[int]) -> bool:
    return syntax.lemmas[top] in _RAISING and any(top in syntax.up(k) for k in known if k != top)


def declined(syntax: Syntax, verb: int) -> Offsets | None:
    """The cue of a refusal to speak, if the verb begins one; half-open offsets, else None.

    "declined to comment", "did not immediately respond to a request for comment", "could not be
    reached for comment", "was not available for comment", "refused to answer questions".
    """
    lemma = syntax.lemmas[verb]
    if lemma in words("refusals", "unwilling"):
        return _unwilling(syntax, verb)
    if lemma == "hang" and syntax.words[verb + 1 : verb + 2] == ["up"]:
        return _from_auxiliary(syntax, verb), syntax.tokens[verb + 1].end
    if _not_yet(syntax, verb):
        first = max(verb - 3, 0)
        had = first if syntax.lemmas[first] in ("have", "be") else verb - 2
        return syntax.tokens[had].start, syntax.tokens[verb].end
    if _left_open(syntax, verb):
        return _from_auxiliary(syntax, verb), syntax.tokens[verb].end
    if (silence := _keeps_silent(syntax, verb)) is not None:
        return _from_auxiliary(syntax, verb), syntax.tokens[silence].end
    if lemma == "draw" and syntax.negated(verb) and syntax.has(verb, "aux:pass"):
        return _from_auxiliary(syntax, verb), syntax.tokens[verb].end  # "would not be drawn"
    if lemma in words("refusals", "speak") and syntax.negated(verb) and _acts(syntax, verb):
        return _from_auxiliary(syntax, verb), syntax.tokens[verb].end
    silent = lemma in words("refusals", "unanswered") and syntax.negated(verb)
    if silent or (lemma in words("refusals", "unavailable") and _not_reached(syntax, verb)):
        return _through_request(syntax, verb)
    return _gives_none(syntax, verb) or _refers(syntax, verb)


def _refers(syntax: Syntax, verb: int) -> Offsets | None:
    """ "referred questions | to the army", "directed reporters to": others are to answer."""
    if syntax.lemmas[verb] not in ("refer", "direct", "redirect") or syntax.has(verb, "aux:pass"):
        return None
    thing = syntax.kid(verb, "obj")
    asked = words("refusals", "request") | {"reporter", "journalist", "caller"}
    if thing is None or thing < verb or syntax.lemmas[thing] not in asked - {"letter", "message"}:
        return None
    if syntax.word(thing + 1) == "of":
        return None  # "refers questions of law to the court"
    to = [k for k in (*syntax.kids(verb, "obl"), *syntax.kids(thing, "nmod"))
          if "to" in {syntax.words[c] for c in syntax.kids(k, "case")}]  # fmt: skip
    return (_from_auxiliary(syntax, verb), syntax.tokens[to[0]].end) if to else None


def _not_yet(syntax: Syntax, verb: int) -> bool:
    """ "had yet to respond", "have yet to say"."""
    kept = (
        words("refusals", "unanswered") | words("refusals", "speak") | words("refusals", "untold")
    )
    if syntax.lemmas[verb] not in kept:
        return False
    return syntax.words[max(verb - 2, 0) : verb] == ["yet", "to"]


def _keeps_silent(syntax: Syntax, verb: int) -> int | None:
    """ "The government says | nothing|.", "has kept | silent|.": the last word of that."""
    word = verb + 1
    if word + 1 >= len(syntax.tokens) or syntax.negated(verb) or not _acts(syntax, verb):
        return None
    if syntax.deprel(verb).startswith("acl"):
        return None  # "the minister, who said nothing, was sacked": what he is
    told = {
        "say": ("nothing",),
        "keep": ("silent", "mum"),
        "remain": ("silent",),
        "stay": ("silent",),
    }
    stop = syntax.tokens[word + 1].text in (".", ",", ";") or syntax.words[word + 1] in (
        "about",
        "on",
    )
    return word if stop and syntax.words[word] in told.get(syntax.lemmas[verb], ()) else None


def _left_open(syntax: Syntax, verb: int) -> bool:
    """ "The ministry never answered.", "did not reply": nothing is told of what."""
    if syntax.lemmas[verb] not in ("answer", "reply") or not syntax.negated(verb):
        return False
    return _acts(syntax, verb) and not syntax.has(verb, "obj", "obl", "ccomp", "xcomp", "iobj")


def _acts(syntax: Syntax, verb: int) -> bool:
    """Whether the verb says what its subject does: "did not elaborate"."""
    return syntax.has(verb, "nsubj", "aux") and not syntax.has(verb, "aux:pass", "mark")


def _gives_none(syntax: Syntax, verb: int) -> Offsets | None:
    """ "offered no details", "has given no public response": the answer that was not given."""
    if syntax.lemmas[verb] not in words("refusals", "give"):
        return None
    withheld = words("refusals", "answer") | words("refusals", "detail")
    refused = syntax.negated(verb) and not syntax.has(verb, "aux:pass", "mark", "iobj")
    refused = refused and any(syntax.lemmas[k] in _DID for k in syntax.kids(verb, "aux"))
    for noun in syntax.kids(verb, "obj"):
        none = any(syntax.word(i) == "no" for i in syntax.kids(noun, "det"))
        none = none or (refused and not syntax.has(noun, "nmod:poss", "acl:relcl"))
        if none and syntax.lemmas[noun] in withheld:
            return _from_auxiliary(syntax, verb), syntax.tokens[noun].end
    return None


_DID = frozenset({"do", "have", "would", "wo"})
"""With which it is told that somebody has not answered: "did not give a reason"."""


def _unwilling(syntax: Syntax, verb: int) -> Offsets | None:
    if verb + 2 < len(syntax.tokens) and syntax.word(verb + 2) == "be":
        # "refused to be drawn"; "declined to be named" is no refusal to speak.
        drawn = syntax.word(verb + 3) == "drawn"
        return (_from_auxiliary(syntax, verb), syntax.tokens[verb + 3].end) if drawn else None
    for index in range(verb + 2, min(verb + 4, len(syntax.tokens))):
        # By the order of the words, for where the tree errs: "declined to comment".
        if syntax.word(verb + 1) == "to" and _speaks(syntax, verb, index):
            if not any(
                syntax.lemmas[o] in words("refusals", "request") for o in syntax.kids(index, "obj")
            ):
                return _from_auxiliary(syntax, verb), syntax.tokens[index].end
    for child in syntax.kids(verb, "xcomp"):
        if _speaks(syntax, verb, child):
            end = child
            for deeper in syntax.kids(child, "obj"):
                if syntax.lemmas[deeper] in words("refusals", "request"):
                    end = deeper
            for case in (c for o in syntax.kids(child, "obl") for c in syntax.kids(o, "case")):
                if syntax.lemmas[child] == "respond" and case == child + 1:
                    end = max(end, syntax.heads[case])
            return _from_auxiliary(syntax, verb), syntax.tokens[end].end
    for child in syntax.kids(verb, "obj"):
        if syntax.lemmas[child] in words("refusals", "request"):
            return _from_auxiliary(syntax, verb), syntax.tokens[child].end
    return None


def not_excluded(syntax: Syntax, verb: int) -> int | None:
    """The end of "refused to rule out", if the verb begins it: nothing is rejected by that."""
    if syntax.lemmas[verb] not in words("refusals", "unwilling"):
        return None
    after = tuple(syntax.lemmas[verb + 1 : verb + 4])
    return verb + 3 if after == ("to", "rule", "out") else None


def _speaks(syntax: Syntax, verb: int, index: int) -> bool:
    """Whether the refused verb is one of speaking; one refuses to answer much besides questions."""
    lemma = syntax.lemmas[index]
    if lemma == "answer" and syntax.lemmas[verb] == "refuse":
        asked = words("refusals", "request")
        return any(syntax.lemmas[o] in asked for o in syntax.kids(index, "obj"))
    if lemma in words("refusals", "give"):
        withheld = words("refusals", "detail") | {"comment", "statement", "assertion", "remark"}
        return any(syntax.lemmas[o] in withheld for o in syntax.kids(index, "obj"))
    return lemma in words("refusals", "comment")


def _not_reached(syntax: Syntax, verb: int) -> bool:
    return syntax.negated(verb) or syntax.lemmas[verb] in ("unavailable", "unreachable")


def _through_request(syntax: Syntax, verb: int) -> Offsets | None:
    """From the first auxiliary to the end of "requests for comment"; only where there is such."""
    ends = [
        i
        for i in syntax.subtree(verb)
        if i > verb and syntax.lemmas[i] in words("refusals", "request")
    ]
    # Nearest first; "requests for comment on the allegations": the run goes on while the nouns do.
    end: int | None = None
    for index in ends:
        if end is None or index - end <= 3:
            end = index
    if end is None:
        return None
    return _from_auxiliary(syntax, verb), syntax.tokens[end].end


def _from_auxiliary(syntax: Syntax, verb: int) -> int:
    left = [c for c in syntax.children[verb] if c < verb and syntax.deprel(c) in _AUXILIARY]
    return syntax.tokens[min([*left, verb])].start
