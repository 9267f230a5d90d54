"""Attributions that close a sentence and that its tree hides: "…, X charged again on Monday".

A parser that meets a clause, a comma and a name with its title often hangs the name somewhere in
the clause. The order of the words tells: a whole clause, a comma, nobody but the speaker, a verb of
saying, and after it at most when, where or how it was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "PUNCT", "PRON", "NUM"})
_LEAST = 4
"""Words that must stand before the speaker to be what was said."""
_MOST = 14
"""Words of a speaker at most, titles and commas among them."""
_QUOTES = frozenset('“”"')


def closing(syntax: Syntax, lexicon: Cues, verb: int) -> Iterator[Draft]:
    """The attribution whose cue is the verb, if it closes its sentence."""
    if "clause" not in lexicon.verbs.get(syntax.lemmas[verb], {}) or not _finite(syntax, verb):
        return
    low, high = syntax.bounds[syntax.sentences[verb]]
    if not _only_how(syntax, verb, high):
        return
    first = verb
    while first > low and first > verb - _MOST and syntax.upos(first - 1) in _NAMING:
        first -= 1
        if syntax.tokens[first].text in _QUOTES or syntax.tokens[first].text in ":;—–":
            return
    comma = next((i for i in range(first, verb) if syntax.tokens[i].text == ","), None)
    if comma is None or comma + 1 >= verb or comma - low < _LEAST:
        return
    if not _clause(syntax, low, comma) or not _names_somebody(syntax, comma + 1, verb):
        return
    end = verb - 1 if syntax.tokens[verb - 1].text == "," else verb
    source = syntax.span([comma + 1, end - 1])
    token = syntax.tokens[verb]
    content = syntax.tokens[low].start, syntax.tokens[comma - 1].end
    yield Draft(source, (token.start, token.end), (content,), head=verb, by="rule")


def interrupting(syntax: Syntax, lexicon: Cues, verb: int) -> Draft | None:
    """The attribution between a subject and its verb: "The air, | they said, | was clean".

    Taggers and trees make the subject the speaker. Between two commas stands nothing but a speaker
    and the verb; before the first no verb, after the second a finite one.
    """
    if "clause" not in lexicon.verbs.get(syntax.lemmas[verb], {}):
        return None
    word = syntax.words[verb]
    if word.endswith("ing") or word == syntax.lemmas[verb] or syntax.has(verb, "aux:pass", "mark"):
        return None
    low, high = syntax.bounds[syntax.sentences[verb]]
    end = next((i for i in range(verb + 1, high) if syntax.tokens[i].text == ","), high)
    first = next((i for i in range(low, verb) if syntax.tokens[i].text == ","), None)
    if first is None or first == low or end + 3 > high or end - first > _MOST:
        return None
    if not all(syntax.upos(i) in _SUBJECT for i in range(low, first)):
        return None
    after = end + 1 + (syntax.upos(end + 1) == "ADV")
    if syntax.upos(after) not in ("VERB", "AUX") or not _carries_on(syntax, low, first, after):
        return None
    source = _speaker(syntax, first + 1, verb, end)
    last = high - 1
    while last > after and syntax.upos(last) == "PUNCT":
        last -= 1
    if source is None or any(syntax.tokens[i].text in _QUOTES for i in range(low, high)):
        return None
    parts = (syntax.span([low, first - 1]), syntax.span([end + 1, last]))
    token = syntax.tokens[verb]
    cue = syntax.tokens[_group(syntax, verb, source)].start, token.end
    return Draft(syntax.span(source), cue, parts, head=verb, by="rule")


def around_as(syntax: Syntax, draft: Draft) -> Draft:
    """ "The photograph|, as the daily pointed out, | was taken in May": of the photograph, too."""
    if draft.source is None or draft.cue is None:
        return draft
    if len(draft.content) == 2 and syntax.text[slice(*draft.content[0])].lower() == "as":
        return draft.with_(content=draft.content[1:])  # "| As | the mayor said, the bridge fell"
    if len(draft.content) != 1:
        return draft
    first, after = syntax.at(draft.source[0]), syntax.at(draft.content[0][0])
    if first is None or after is None or draft.source[0] > draft.content[0][0]:
        return draft
    low, _ = syntax.bounds[syntax.sentences[first]]
    begins = first - 1 if syntax.word(first - 1) == "as" else first
    finite = syntax.upos(after) == "AUX" or syntax.has(after, "nsubj", "nsubj:pass")
    if syntax.word(begins) != "as" or begins - 1 <= low or not finite:
        return draft
    if syntax.tokens[begins - 1].text != "," or syntax.tokens[after - 1].text != ",":
        return draft
    if syntax.word(begins - 2) in ("which", "who", "that"):
        front: Offsets = (syntax.tokens[begins - 2].start, syntax.tokens[begins - 2].end)
    elif all(syntax.upos(i) in _SUBJECT for i in range(low, begins - 1)) and _carries_on(
        syntax, low, begins - 1, after
    ):
        front = (syntax.tokens[low].start, syntax.tokens[begins - 2].end)
    else:
        return draft
    return draft.with_(content=(front, *draft.content))


_SUBJECT = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "PRON", "NUM", "CCONJ"})


def _carries_on(syntax: Syntax, low: int, first: int, after: int) -> bool:
    """Whether the verb behind the commas takes up the subject before them: "was", "have begun"."""
    if syntax.upos(low) in ("ADP", "SCONJ", "CCONJ") or is_first(syntax.words[low]):
        return False
    if not any(syntax.upos(i) in ("NOUN", "PROPN", "PRON") for i in range(low, first)):
        return False
    return not syntax.words[after].endswith("ing") and not syntax.has(after, "mark")


def _group(syntax: Syntax, verb: int, source: list[int]) -> int:
    """The first word of the verb group that follows its speaker: "has said"."""
    start = verb
    while start - 1 > source[-1] and syntax.upos(start - 1) in ("AUX", "ADV"):
        start -= 1
    return start if source[-1] < verb else verb


def _speaker(syntax: Syntax, start: int, verb: int, end: int) -> list[int] | None:
    """The words of the speaker, before the verb or behind it; None where anything else is there."""
    before = list(range(start, verb))
    while before and syntax.upos(before[-1]) in ("AUX", "ADV"):
        before.pop()
    behind = list(range(verb + 1, end))
    if before:
        told = before
        telling = syntax.lemmas[verb] in words("channels", "telling")
        told_whom = telling and all(syntax.upos(i) in _NAMING for i in behind)
        if behind and not told_whom and not _only_how(syntax, verb, end):
            return None  # but "the air, | they told the paper, | was clean"
    else:
        told = behind
        stop = next((i for i in behind if syntax.upos(i) == "ADP" and syntax.words[i] != "of"), end)
        told = [i for i in behind if i < stop]
    if not told or not all(syntax.upos(i) in _NAMING for i in told):
        return None
    person = any(syntax.upos(i) in ("NOUN", "PROPN", "PRON") for i in told)
    return told if person and not is_first(syntax.words[told[0]]) else None


def _finite(syntax: Syntax, verb: int) -> bool:
    """Whether the verb says something by itself: "charged", "says"; not "charging", "to charge"."""
    word = syntax.words[verb]
    if word.endswith("ing") or word == syntax.lemmas[verb] or syntax.negated(verb):
        return False
    return not syntax.has(verb, "aux", "aux:pass", "mark", "ccomp", "obj", "xcomp", "cop")


def _only_how(syntax: Syntax, verb: int, high: int) -> bool:
    """Whether nothing follows but when, where and how: no object, no clause of what was said."""
    after = [i for i in range(verb + 1, high) if syntax.upos(i) != "PUNCT"]
    if not after:
        return True
    opens = syntax.upos(after[0]) in ("ADP", "ADV") or (
        syntax.upos(after[0]) == "SCONJ" and syntax.words[after[0]] in ("after", "before", "as")
    )
    quoted = any(syntax.tokens[i].text in _QUOTES for i in range(verb + 1, high))
    return opens and syntax.words[after[0]] not in ("of", "by", "to", "with") and not quoted


def _clause(syntax: Syntax, low: int, comma: int) -> bool:
    """Whether a whole clause stands before the comma, and no mark that makes it part of another."""
    if syntax.upos(low) in ("SCONJ", "ADP") or syntax.words[low] in ("when", "while", "who"):
        return False
    verbs = [i for i in range(low, comma) if syntax.upos(i) in ("VERB", "AUX")]
    finite = any(
        syntax.has(i, "nsubj", "nsubj:pass", "expl") or syntax.upos(i) == "AUX" for i in verbs
    )
    return finite and not any(syntax.tokens[i].text in _QUOTES for i in range(low, comma))


def _names_somebody(syntax: Syntax, start: int, verb: int) -> bool:
    """Whether the words are one speaker's title and name: no list, no "and", no relative."""
    inside = range(start, verb)
    words = [syntax.words[i] for i in inside]
    if any(word in ("and", "or", "but", "who", "which", "that") for word in words):
        return False
    commas = sum(word == "," for word in words)
    first = syntax.upos(start)
    opens = first in ("DET", "PROPN", "PRON", "NOUN", "ADJ") and not is_first(words[0])
    if commas == 1 and words[-1] != ",":
        return False
    return opens and commas <= 2 and any(syntax.upos(i) in ("NOUN", "PROPN") for i in inside)
