"""Conditions without an "if": "will be blocked again should the mine call the police", "send
soldiers and we will kill him", "a raid will be met with fire", "anybody who marches will be held".

Each is found by words that hardly ever stand so in anything but a condition; a plain prediction
("a convoy will leave on Monday") has none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax

Halves = tuple[list[int], list[int]]
"""The tokens of the condition and of the consequence."""

_WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
_SUBJECTS = frozenset({"DET", "PROPN", "PRON", "NOUN", "ADJ"})
_ANYBODY = frozenset({"anybody", "anyone", "whoever", "everyone", "everybody"})
_ONE = frozenset({"a", "an", "another", "further", "every", "each", "such"})
_ARTICLES = frozenset({"a", "an"})
_MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "'", "’"})
_PARTICLES = frozenset({"over", "down", "back", "up", "off", "out"})
_LONGEST = 14
"""Words that a phrase for what would be answered has at most."""


def unspoken(syntax: Syntax, inside: Sequence[int]) -> Halves | None:
    """The two halves of the first such condition among the tokens of a content; None without."""
    readings: tuple[Callable[[Syntax, list[int]], Halves | None], ...] = (
        _should, _without, _and_we_will, or_else, _one_more, _met_with, _anybody, _those_who,
    )  # fmt: skip
    for sentence in _sentences(syntax, inside):
        for reading in readings:
            found = reading(syntax, sentence)
            if found is not None and all(found):
                return found
    return None


def _sentences(syntax: Syntax, inside: Sequence[int]) -> Iterator[list[int]]:
    found: list[int] = []
    for index in inside:
        if found and syntax.sentences[index] != syntax.sentences[found[-1]]:
            yield found
            found = []
        if found or syntax.tokens[index].text not in _MARKS:
            found.append(index)
    if found:
        yield found


def _will(syntax: Syntax, tokens: Sequence[int]) -> int | None:
    return next((at for at, i in enumerate(tokens) if syntax.word(i) in _WILL), None)


def _should(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "the road will be closed | should | they come": a subject behind "should", not before it."""
    for at, index in enumerate(sentence[:-2]):
        if syntax.word(index) != "should" or _will(syntax, sentence[:at]) is None:
            continue
        if syntax.upos(sentence[at + 1]) not in _SUBJECTS or at < 3:
            continue
        then = sentence[:at]
        while then and syntax.tokens[then[-1]].text == ",":
            then.pop()
        while then and syntax.word(then[0]) in ("that", "and", "but"):
            then.pop(0)
        if any(syntax.upos(i) in ("VERB", "AUX") for i in sentence[at + 2 :]):
            return sentence[at + 1 :], then
    return None


def _without(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "without a corridor|, patients will die": a thing that there may yet be."""
    here = sentence[syntax.word(sentence[0]) == "that" :] if sentence else []
    if len(here) < 5 or syntax.word(here[0]) != "without":
        return None
    comma = next((n for n, i in enumerate(here) if syntax.tokens[i].text == ","), None)
    if comma is None or not 1 < comma <= _LONGEST or _will(syntax, here[:comma]) is not None:
        return None
    if any(syntax.upos(i) in ("VERB", "AUX") for i in here[:comma]):
        return None  # "without firing a shot, they …": how, and no condition
    then = here[comma + 1 :]
    will = _will(syntax, then)
    return (here[:comma], then) if will and syntax.upos(then[0]) in _SUBJECTS else None


def _and_we_will(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "send soldiers | and | we will kill him", "let him land, | and | they will see"."""
    first = sentence[0] if sentence else None
    if first is None or syntax.upos(first) != "VERB" or syntax.word(first) != syntax.lemmas[first]:
        return None  # "Fighting broke out and …" orders nothing
    if [syntax.word(i) for i in sentence[:2]] in (["let", "us"], ["let", "me"]):
        return None
    for at, index in enumerate(sentence):
        if syntax.word(index) != "and" or at < 2:
            continue
        then = sentence[at + 1 :]
        will = _will(syntax, then[:5])
        if will and syntax.upos(then[0]) in _SUBJECTS:
            if_ = [i for i in sentence[:at] if syntax.tokens[i].text != "," or i < index - 1]
            return if_, then
    return None


def or_else(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "open the gates | or | we will open them", "to leave the town | or | face arrest"."""
    for at, index in enumerate(sentence[:-1]):
        if syntax.word(index) != "or" or at < 2:
            continue
        start = _order(syntax, sentence[:at])
        then = sentence[at + 1 :]
        then = then[syntax.word(then[0]) == "else" :]
        while then and syntax.tokens[then[0]].text in (",", *_MARKS):
            then = then[1:]
        if start is None or len(then) < 2:
            continue
        if _will(syntax, then[:5]) and syntax.upos(then[0]) in _SUBJECTS:
            return _if(syntax, sentence[start:at]), then
        if syntax.lemmas[then[0]] in words("condition", "facing"):
            return _if(syntax, sentence[start:at]), then
    return None


def _order(syntax: Syntax, before: Sequence[int]) -> int | None:
    """Where an order begins among the tokens: with a bare verb first, or the last "to" do."""
    first = next((n for n, i in enumerate(before) if syntax.tokens[i].text not in _MARKS), 0)
    verb = before[first]
    bare = syntax.upos(verb) == "VERB" and syntax.word(verb) == syntax.lemmas[verb]
    if bare or syntax.word(verb + 1) in _PARTICLES:  # "Hand over" is taken for a noun
        return first
    told = [n for n, i in enumerate(before[:-1])
            if syntax.word(i) == "to" and syntax.upos(before[n + 1]) == "VERB"]  # fmt: skip
    return told[0] + 1 if told else None


def _if(syntax: Syntax, tokens: list[int]) -> list[int]:
    while tokens and syntax.tokens[tokens[-1]].text in (",", *_MARKS):
        tokens = tokens[:-1]
    return tokens


def _one_more(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "one more shell on our soil | and | the truce is dead"."""
    first = [syntax.word(i) for i in sentence[:2]]
    if first[:1] != ["another"] and first not in (
        ["one", "more"],
        ["a", "single"],
        ["one", "false"],
    ):
        return None
    for at, index in enumerate(sentence[:-2]):
        if syntax.upos(index) in ("VERB", "AUX"):
            return None
        then = sentence[at + 1 :]
        if syntax.word(index) == "and" and at > 1 and syntax.upos(then[0]) in _SUBJECTS:
            verbs = [i for i in then if syntax.upos(i) in ("VERB", "AUX")]
            return (sentence[:at], then) if verbs else None
    return None


def _those_who(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "ships that ignore the order | will be fired on": whoever does the first."""
    here = sentence[syntax.word(sentence[0]) == "that" :] if sentence else []
    if len(here) < 5 or syntax.word(here[1]) not in ("that", "who", "which"):
        return None
    noun = syntax.tokens[here[0]].text.lower()
    plural = noun in ("those", "any") or noun != syntax.lemmas[here[0]]
    will = _will(syntax, here)
    if (
        not plural
        or will is None
        or will < 3
        or syntax.word(here[1]) == syntax.word(here[will - 1])
    ):
        return None
    did = any(
        syntax.upos(i) in ("VERB", "AUX") and syntax.word(i) not in (
            syntax.lemmas[i], f"{syntax.lemmas[i]}s", "are", "is", "has")
        for i in here[2:will]
    )  # fmt: skip
    if did:
        return None  # "rebels who attacked the port will be tried": they did
    then = here[will:]
    punished = syntax.word(then[1]) in ("be", "face") if len(then) > 2 else False
    deed = next((syntax.lemmas[i] for i in then[1:4] if syntax.upos(i) == "VERB"), "")
    listed = words("harms", "harm") | words("harms", "penal")
    return (here[:will], then) if punished and deed in listed else None


def _met_with(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "a duty on wine | will be met by one on whisky", "another raid | would bring war"."""
    here = [i for i in sentence if syntax.word(i) != "that"] if sentence else []
    will = _will(syntax, here[: _LONGEST + 1])
    if will is None or will < 2 or syntax.word(here[0]) not in _ONE:
        return None
    phrase, after = here[:will], [i for i in here[will + 1 :] if syntax.upos(i) != "ADV"]
    if any(syntax.upos(i) in ("VERB", "AUX") and syntax.deprel(i) not in _INNER for i in phrase):
        return None
    lemmas = [syntax.lemmas[i] for i in after[:5]]
    # "A delegation will be met by the mayor" awaits nothing; "another raid" may be.
    one = syntax.word(here[0]) in _ARTICLES
    how = {"with"} if one else {"with", "by"}
    ends = len(after) < 3 or syntax.tokens[after[2]].text in (".", ",")
    passive = lemmas[:1] == ["be"]
    answered = passive and bool(words("condition", "answered") & set(lemmas[1:2]))
    answered &= bool(how & set(lemmas[2:4])) or ends
    answered |= passive and "as" in lemmas[2:4] and lemmas[1] in words("condition", "taken")
    parts = {"of", "on", "against", "into"} & {syntax.word(i) for i in phrase}
    would = syntax.word(here[will]) == "would" and (bool(parts) or not one)
    brings = would and lemmas[:1] != [] and lemmas[0] in words("condition", "bringing")
    return (phrase, here[will:]) if answered or brings else None


_INNER = frozenset({"acl", "amod", "acl:relcl", "compound"})


def _relative_end(syntax: Syntax, rest: list[int], will: int) -> int:
    """Where what somebody does ends: "whoever did not fire | was a traitor and would die"."""
    verb = syntax.kid(rest[0], "acl:relcl", "acl")
    joined = syntax.word(rest[will - 1]) in ("and", "or")
    end = max(syntax.subtree(verb)) if verb is not None and joined else None
    turn = next((n for n, i in enumerate(rest) if end is not None and i > end), will)
    return turn if 1 < turn < will else will


def _anybody(syntax: Syntax, sentence: list[int]) -> Halves | None:
    """ "police would hold | anybody who marched", "anyone who crosses | will be shot"."""
    for at, index in enumerate(sentence[:-2]):
        who = syntax.word(index)
        if who not in _ANYBODY or (who != "whoever" and syntax.word(sentence[at + 1]) != "who"):
            continue
        rest = sentence[at:]
        will = _will(syntax, rest)
        if at <= 1 and will is not None and will > 2:
            turn = _relative_end(syntax, rest, will)
            return rest[:turn], rest[turn:]
        if who == "whoever" and syntax.tokens[index - 1].text == ",":
            continue  # "it will be published, whoever it embarrasses": all the same
        if _will(syntax, sentence[:at]) is not None and will is None:
            then = sentence[:at]
            while then and syntax.word(then[0]) in ("that", "and", "but"):
                then.pop(0)
            return rest, then
    return None
