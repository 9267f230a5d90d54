"""If X then Y: where a statement sets a condition, and what follows from it.

The condition stands without its "if" and the consequence without its stops. "Unless" and "only if"
stay with the condition, since without them it would say the opposite. "Should they …", "were they
to …", "in case of …", "any use of … will" are conditions too.

The words are found by their order, not by the tree: where a condition begins is marked, it ends at
a comma after which somebody will do something, and trees err most over clauses that come first.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.fields.condition_parts import (
    STOPS,
    Condition,
    before_it,
    held_out,
    sentence_before,
    tidy,
    to_stop,
)
from onrecord.extract.statements.fields.unspoken import Halves, or_else, unspoken
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_IF = frozenset({"if", "unless", "provided", "providing", "lest", "assuming"})
_KEEP = frozenset({"unless", "lest"})
_INVERTED = frozenset({"should", "were", "had"})
_PHRASES = (
    ("in", "the", "event", "that"), ("in", "the", "event", "of"), ("in", "the", "case", "of"),
    ("in", "case", "of"), ("in", "case"), ("as", "long", "as"), ("so", "long", "as"),
    ("on", "condition", "that"), ("on", "the", "condition", "that"),
    ("for", "as", "long", "as"), ("for", "so", "long", "as"),
)  # fmt: skip
_MOMENTS = frozenset({"day", "moment", "minute", "hour", "instant"})
_OPENERS = _IF | _INVERTED | {phrase[0] for phrase in _PHRASES} | {"the", "once"}
_NOMINAL = frozenset({"PRON", "DET", "PROPN", "NOUN", "ADJ"})
# "ask if", "see if": whether, no condition. "as if", "what if", "imagine if": none either.
_WHETHER = frozenset(
    "ask wonder know see doubt question check decide clear unclear sure determine consider learn "
    "as even what say tell examine and measure assess investigate discover learn verify "
    "imagine suppose".split()
)
_WILL = frozenset("will would shall wo 'll 'd must can could may might should is are".split())
_DOUBT = 7
"""Words of "plot there was" at most."""
_PROVISO = 10
"""Tokens behind "provided" within which its clause has an auxiliary."""
_ASIDE = 10
"""Tokens of an aside between a subject and its verb."""
_SET = frozenset({"need", "require", "ask", "anything", "possible", "necessary"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘"})


def proviso(syntax: Syntax, found: Condition) -> bool:
    """Whether a condition is one on which something is offered: "provided", "as long as"."""
    before = syntax.words[max(found.if_[0] - 2, 0) : found.if_[0]]
    return "provided" in before or "providing" in before


def find_condition(syntax: Syntax, content: Sequence[Offsets]) -> Condition | None:
    """The first condition in the content; None where there is none."""
    for number, part in enumerate(content):
        inside = list(syntax.within(*part))
        for position, index in enumerate(inside):
            opening = _opening(syntax, inside, position)
            if opening is not None:
                found = _split(syntax, inside, position, opening)
                found = found or _broken(
                    syntax, inside[position + opening :], content[number + 1 :]
                )
                if found is not None:
                    return found
            if syntax.word(index) == "any":
                before = [syntax.word(i) for i in inside[max(position - 2, 0) : position]]
                opens = position < 3 or before == ["and", "that"]
                found = (_any if opens else _whoever)(syntax, inside, position)
                if found is not None:
                    return found
        found = _slip(syntax, inside) or _unspoken(syntax, inside)
        if found is not None:
            return found
    if len(content) < 2:
        return None
    whole = [i for part in content for i in syntax.within(*part)]
    return _halved(syntax, or_else(syntax, whole))  # "“Leave,” | he said, | “or we will fire”"


def _unspoken(syntax: Syntax, inside: Sequence[int]) -> Condition | None:
    return _halved(syntax, unspoken(syntax, inside))


def _halved(syntax: Syntax, halves: Halves | None) -> Condition | None:
    if halves is None:
        return None
    condition, then = tidy(syntax, halves[0]), tidy(syntax, halves[1])
    if condition is None or then is None:
        return None
    return Condition(syntax.span(condition), syntax.span(then), tuple(condition), tuple(then))


def _opening(syntax: Syntax, inside: Sequence[int], position: int) -> int | None:
    """How many words at ``position`` open a condition and are no part of it; None if none do."""
    if syntax.words[inside[position]] not in _OPENERS:
        return None
    here = [syntax.word(i) for i in inside[position : position + 5]]
    before = syntax.lemmas[inside[position - 1]] if position else ""
    if before == "be" and any(syntax.lemmas[i] == "question" for i in inside[:position]):
        return None  # "the question is if they pay"
    cleared = (
        before == "clear" and syntax.upos(inside[position - 1]) == "VERB"
    )  # "have it cleared if"
    if here[0] in _IF and (before not in _WHETHER or cleared):
        if _doubting(syntax, inside, position):
            return None
        if here[0] in ("provided", "providing", "assuming"):
            bare = here[0] == "provided" and _clause_behind(syntax, inside, position)
            return 2 if here[1:2] == ["that"] else 1 if bare else None
        return 0 if here[0] in _KEEP or before == "only" else 1
    if here[0] == "once" and position <= 1 and _begins_clause(syntax, inside, position):
        opens = len(here) > 2 and syntax.upos(inside[position + 1]) in _NOMINAL
        will = any(syntax.words[i] in ("will", "'ll", "would") for i in inside)
        return 1 if opens and will else None  # "Once the rains come, it will flood"
    if here[0] == "the" and here[1:2] and here[1] in _MOMENTS:
        return _from_moment(syntax, inside, position)
    for phrase in _PHRASES:
        if tuple(here[: len(phrase)]) == phrase:
            return len(phrase)
    if here[0] in _INVERTED and _begins_clause(syntax, inside, position):
        return 1 if _inverted(syntax, inside, position) else None
    return None


def _doubting(syntax: Syntax, inside: Sequence[int], position: int) -> bool:
    """ "the deal, if deal it was": whether it was one, and nothing that follows if it was."""
    clause = to_stop(syntax, list(inside[position + 1 :]))
    comma = next(
        (n for n, i in enumerate(clause) if syntax.tokens[i].text in (",", "–", "—")), None
    )
    clause = [i for i in clause[:comma] if syntax.upos(i) != "ADV" or syntax.word(i) == "there"]
    inverted = 2 < len(clause) <= _DOUBT and syntax.lemmas[clause[-1]] == "be"
    return inverted and syntax.word(clause[-2]) in ("it", "that", "there", "he", "she", "they")


def _clause_behind(syntax: Syntax, inside: Sequence[int], position: int) -> bool:
    """ "would leave provided | the border could be secured"; "provided the army with" gives."""
    after = list(inside[position + 1 : position + _PROVISO])
    if position and syntax.lemmas[inside[position - 1]] in ("be", "have", "get"):
        return False
    if not after or syntax.upos(after[0]) not in ("DET", "PRON", "PROPN", "NOUN", "ADJ"):
        return False
    stop = next((n for n, i in enumerate(after) if syntax.tokens[i].text in STOPS), len(after))
    return any(syntax.upos(i) == "AUX" for i in after[1:stop])


def _from_moment(syntax: Syntax, inside: Sequence[int], position: int) -> int | None:
    """ "the day they sack her", "the moment that it is signed": as soon as, if ever."""
    after = list(inside[position + 2 :])
    opening = 2
    if after and syntax.words[after[0]] in ("that", ","):
        opening, after = 3, after[1:]
    if not after or syntax.upos(after[0]) not in ("PRON", "DET", "PROPN", "NOUN", "ADJ"):
        return None
    verb = next((i for i in after if syntax.upos(i) in ("VERB", "AUX")), None)
    stop = next((i for i in after if syntax.tokens[i].text in STOPS), len(syntax.tokens))
    if verb is not None and syntax.tokens[stop : stop + 1] and syntax.tokens[stop].text == ",":
        aside = verb - stop <= _ASIDE and syntax.tokens[verb - 1].text == ","
        stop = verb if aside else stop  # "the moment their leader, alias X, was moved"
    if verb is None or verb > stop or syntax.words[after[0]] in ("before", "after"):
        return None
    will = any(syntax.words[i] in ("will", "would", "shall", "'ll") for i in inside)
    return opening if will and syntax.words[verb] not in _WILL else None


def _begins_clause(syntax: Syntax, inside: Sequence[int], position: int) -> bool:
    if position == 0:
        return True
    before = inside[position - 1]
    opens = syntax.tokens[before].text in STOPS | _QUOTES or syntax.lemmas[before] in (
        "that",
        "and",
    )
    return opens or syntax.sentences[before] != syntax.sentences[inside[position]]


def _inverted(syntax: Syntax, inside: Sequence[int], position: int) -> bool:
    """ "should they attack", "were Iran to strike", "had it agreed": then a subject and a verb."""
    after = inside[position + 1 : position + 12]
    if syntax.word(inside[position]) == "had" and syntax.upos(inside[position]) != "AUX":
        return False  # "and had nothing to do with it"
    if not after or syntax.upos(after[0]) not in ("PRON", "PROPN", "DET", "NOUN", "ADJ", "NUM"):
        return False
    verbs = [i for i in after if syntax.upos(i) in ("VERB", "AUX")]
    question = any(syntax.tokens[i].text == "?" for i in inside[position:])
    if syntax.word(inside[position]) == "were":
        return bool(verbs) and syntax.word(verbs[0] - 1) == "to" and not question
    return bool(verbs) and not question


def _split(syntax: Syntax, inside: Sequence[int], position: int, opening: int) -> Condition | None:
    """Where the condition that opens at ``position`` ends, and which words its consequence are."""
    rest = list(inside[position + opening :])
    sentence = to_stop(syntax, rest)
    leading = position == 0 or _leads(syntax, inside, position)
    comma = _comma(syntax, sentence) if leading else None
    turn = _turn(syntax, sentence) if leading and comma is None else None
    if comma is not None:
        if_, then = sentence[:comma], sentence[comma + 1 :]
        if then and syntax.word(then[0]) == "then":
            then = then[1:]
    elif turn is not None:
        if_, then = sentence[:turn], sentence[turn:]
    else:
        if_ = _to_next_news(syntax, sentence)
        then = held_out(syntax, before_it(syntax, inside, position))
        if not then:
            return None
    condition, consequence = tidy(syntax, if_), tidy(syntax, then)
    if condition is None or not _says_enough(syntax, condition, opening):
        return None
    return Condition(
        syntax.span(condition),
        syntax.span(consequence) if consequence else None,
        tuple(condition),
        tuple(consequence or ()),
    )


def _to_next_news(syntax: Syntax, sentence: Sequence[int]) -> list[int]:
    """The condition without what is told beside it: "if it went on, | and officers have stopped
    lorries": what somebody has done already is no condition."""
    for place in range(2, len(sentence) - 2):
        index = sentence[place]
        if syntax.word(index) not in ("and", "but") or syntax.word(index - 1) != ",":
            continue
        verb = syntax.heads[index]
        told = verb > index and syntax.has(verb, "nsubj", "nsubj:pass")
        if told and any(syntax.word(aux) in ("has", "have") for aux in syntax.kids(verb, "aux")):
            return list(sentence[: place - 1])
    return list(sentence)


def _broken(syntax: Syntax, if_: Sequence[int], behind: Sequence[Offsets]) -> Condition | None:
    """ "If they come, | he said, | we will fight": what follows stands behind the speaker."""
    then = list(syntax.within(*behind[0])) if behind else []
    if not then or not if_ or syntax.sentences[then[0]] != syntax.sentences[if_[-1]]:
        return None
    condition, consequence = tidy(syntax, if_), tidy(syntax, then)
    verbal = any(syntax.upos(i) in ("VERB", "AUX") for i in if_)
    if condition is None or consequence is None or not verbal:
        return None
    if not any(syntax.word(i) in _WILL for i in consequence):
        return None
    return Condition(
        syntax.span(condition), syntax.span(consequence), tuple(condition), tuple(consequence)
    )


def _leads(syntax: Syntax, inside: Sequence[int], position: int) -> bool:
    """Whether the condition comes before what follows from it: nothing finite in front of it."""
    before = sentence_before(syntax, inside, position)
    start = len(before)
    # "our stance that | if …", "let us be clear, | if …": a new clause begins here.
    if before and syntax.lemmas[before[-1]] in ("that", "but", ":", "“", '"', "and", "—", "–"):
        return True
    if before and syntax.tokens[before[-1]].text == ",":
        after = to_stop(syntax, list(inside[position:]))
        comma = _comma(syntax, after)
        return comma is not None
    return not any(syntax.upos(i) in ("VERB", "AUX") for i in before[:start])


def _comma(syntax: Syntax, sentence: Sequence[int]) -> int | None:
    """The comma after which somebody will do something; any comma before a verb, failing that."""
    commas = [p for p, i in enumerate(sentence) if syntax.tokens[i].text == "," and p > 0]
    fallback: int | None = None
    for number, position in enumerate(commas):
        end = commas[number + 1] if number + 1 < len(commas) else len(sentence)
        segment = sentence[position + 1 : end]
        verbs = [i for i in segment if syntax.upos(i) in ("VERB", "AUX")]
        if not any(syntax.upos(i) in ("VERB", "AUX") for i in sentence[:position]):
            continue
        relative = bool(segment) and syntax.lemmas[segment[0]] in (
            "which",
            "who",
            "and",
            "or",
            "that",
        )
        if any(syntax.word(i) in _WILL for i in segment) and not relative:
            return position
        if verbs and fallback is None and not relative:
            fallback = position
    if fallback is None:
        # "in the event of an attack, …": a condition without a verb of its own.
        for position in commas:
            if any(syntax.word(i) in _WILL for i in sentence[position + 1 :]):
                return position
    return fallback


def _turn(syntax: Syntax, sentence: Sequence[int]) -> int | None:
    """Where the consequence begins in a text that has lost its commas: whose "will" it is.

    "if these prove true | it will be inevitable": the noun phrase before the first "will" that
    follows a verb.
    """
    verbs = 0
    for at, index in enumerate(sentence):
        if verbs and syntax.words[index] in ("will", "would", "shall", "'ll"):
            start = at - 1
            kept = ("PROPN",) if syntax.upos(sentence[start]) == "PROPN" else ("NOUN", "ADJ")
            while (
                start > 1
                and syntax.upos(sentence[start - 1]) in kept
                and (syntax.upos(sentence[start]) != "PRON")
            ):
                start -= 1
            if start > 1 and syntax.upos(sentence[start - 1]) == "DET":
                start -= 1
            return start if start > 1 else None
        verbs += syntax.upos(index) in ("VERB", "AUX")
    return None


def _says_enough(syntax: Syntax, condition: Sequence[int], opening: int) -> bool:
    """ "if necessary", "if so", "if any" set no condition; "in case of war" does."""
    verbal = any(syntax.upos(i) in ("VERB", "AUX") for i in condition)
    set_phrase = len(condition) == 1 and syntax.lemmas[condition[0]] in _SET
    return (verbal and not set_phrase) or opening > 1


def _any(syntax: Syntax, inside: Sequence[int], position: int) -> Condition | None:
    """ "any use of gas will be answered": whatever does the first meets the second."""
    sentence = to_stop(syntax, list(inside[position:]))
    for at, index in enumerate(sentence):
        if syntax.word(index) in ("will", "would", "shall", "'ll"):
            condition, then = tidy(syntax, sentence[:at]), tidy(syntax, sentence[at:])
            if condition is None or then is None or len(condition) < 2:
                return None
            return Condition(
                syntax.span(condition), syntax.span(then), tuple(condition), tuple(then)
            )
        if syntax.upos(index) in ("VERB", "AUX") and syntax.word(index - 1) not in (
            "that",
            "which",
        ):
            if syntax.deprel(index) not in ("acl", "amod"):
                return None
    return None


def _whoever(syntax: Syntax, inside: Sequence[int], position: int) -> Condition | None:
    """ "will fire on any aircraft that tries to land": whoever does the second meets the first."""
    before = before_it(syntax, inside, position)
    sentence = to_stop(syntax, list(inside[position:]))
    near = [syntax.words[i] for i in sentence[1:5]]
    if not {"that", "who", "which"} & set(near) or "," in near:
        return None
    if not before or syntax.deprel(before[-1]) != "case":
        return None  # "will shoot down any drone that": nothing would be left to shoot down
    before.pop()
    will = any(
        syntax.words[i] in ("will", "would", "shall", "'ll")
        and syntax.words[i - 1] not in ("which", "that", "who")
        for i in before
    )
    condition, then = tidy(syntax, sentence), tidy(syntax, before)
    if not will or condition is None or then is None:
        return None
    return Condition(syntax.span(condition), syntax.span(then), tuple(condition), tuple(then))


def _slip(syntax: Syntax, inside: Sequence[int]) -> Condition | None:
    """ "will pay for it it it does so": an "if" mistyped as "it" before a clause with its subject.

    The slip stays in the condition, which says no more than the report.
    """
    will = next(
        (p for p, i in enumerate(inside) if syntax.word(i) in ("will", "would", "shall")), None
    )
    if will is None:
        return None
    for position in range(will + 2, len(inside) - 2):
        index, pronoun, verb = inside[position : position + 3]
        if syntax.word(index) not in ("it", "fi", "of", "is"):
            continue
        if syntax.word(pronoun) not in ("it", "he", "she", "they", "we", "you"):
            continue
        if syntax.upos(verb) not in ("VERB", "AUX") or syntax.word(verb) == syntax.word(index):
            continue
        words = tidy(syntax, inside[position:])
        before = tidy(syntax, before_it(syntax, inside, position))
        if words and before:
            return Condition(syntax.span(words), syntax.span(before), tuple(words), tuple(before))
    return None
