"""What was said, without whom it was told: "told | Reuters that …", "a warning to | X over …"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers

_CLAUSAL = ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ", "SCONJ")
"""With what the clause begins that follows on "at the time"."""
_NOBODY_ASKED = ("ADP", "PUNCT")
"""What stands before what is asked about, and what opens a question in quotation marks."""
_QUESTIONS = frozenset({"whether", "why", "if", "how", "what"})
_ASKED_OF = 12
"""Words from whom a question is asked of to the question."""


def without_recipient(
    syntax: Syntax,
    marks: Sequence[Offsets],
    head: int | None,
    content: tuple[Offsets, ...],
    *,
    by_noun: bool,
) -> tuple[Offsets, ...]:
    """ "told | Reuters that …", "a warning to | X over …": the recipient is no part of it.

    ``by_noun`` is whether the cue is a noun's ("issued a warning to").
    """
    if head is None or not content:
        return content
    content = _asked(syntax, head, _from_that(syntax, content))
    if syntax.lemmas[head] not in words("channels", "telling") and not by_noun:
        return content
    if len(content) > 1 and is_name(syntax, content[0]) and _opens_clause(syntax, content[1]):
        content = content[1:]
    start, end = content[0]
    if end <= syntax.tokens[head].start and not by_noun:
        return content  # "Reports that he had fled were groundless, a spokesman | told | the BBC"
    inside = syntax.within(start, end)
    for index in inside[1:]:
        topic = by_noun and syntax.lemmas[index] in words("channels", "topics")
        that = syntax.lemmas[index] == "that" and syntax.upos(index) == "SCONJ"
        if that or topic:
            return ((syntax.tokens[index].start, end), *content[1:])
        if syntax.upos(index) not in (
            "NOUN",
            "PROPN",
            "DET",
            "ADJ",
            "ADP",
            "PUNCT",
            "PART",
        ):
            break
        if syntax.tokens[index].text in ',.;“"':
            break
    return _by_tree(syntax, marks, head, content)


def _asked(syntax: Syntax, head: int, content: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """ "asked | the minister on Monday | whether …": of whom it was asked, and when."""
    start, end = content[0]
    inside = syntax.within(start, end)
    if syntax.lemmas[head] != "ask" or not inside or syntax.upos(inside[0]) in _NOBODY_ASKED:
        return content
    for index in inside[1:_ASKED_OF]:
        if syntax.upos(index) in ("VERB", "AUX", "PUNCT"):
            break
        if syntax.word(index) in _QUESTIONS:
            return ((syntax.tokens[index].start, end), *content[1:])
    return content


def _from_that(syntax: Syntax, content: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
    """ "said | for the first time | that …": how it was said is not what was said."""
    start, end = content[0]
    inside = syntax.within(start, end)
    if not inside or syntax.upos(inside[0]) not in ("ADP", "ADV", "DET"):
        return content
    if syntax.words[inside[0]] == "as":
        return content  # "dismissed | as a lie the claim that …"
    if syntax.words[inside[0] : inside[0] + 3] == ["at", "the", "time"]:
        after = inside[0] + 3  # "said | at the time | it had been empty"
        opens = after < inside[-1] and syntax.upos(after) in _CLAUSAL
        rest = any(syntax.upos(i) in ("VERB", "AUX") for i in range(after, inside[-1]))
        if opens and rest:
            return ((syntax.tokens[after].start, end), *content[1:])
    timed = syntax.upos(inside[0]) == "DET"
    for index in inside[1:8]:
        if timed and syntax.word(index - 1) != "time":
            continue
        if syntax.upos(index) in ("VERB", "AUX", "PUNCT"):
            break
        if syntax.word(index) == "that" and syntax.upos(index) == "SCONJ":
            return ((syntax.tokens[index].start, end), *content[1:])
    return content


def _opens_clause(syntax: Syntax, part: Offsets) -> bool:
    first = syntax.at(part[0])
    return first is not None and syntax.lemmas[first] in ("that", "“", '"')


def _by_tree(
    syntax: Syntax, marks: Sequence[Offsets], head: int, content: tuple[Offsets, ...]
) -> tuple[Offsets, ...]:
    start, end = content[0]
    for person in syntax.kids(head, "obj", "iobj"):
        inside = syntax.subtree(person)
        phrase = syntax.span(inside)
        follows = syntax.within(phrase[1], end)
        if phrase[0] == start and len(follows) > 2 and _begins(syntax, marks, follows[0], head):
            return ((syntax.tokens[follows[0]].start, end), *content[1:])
    return content


def _begins(syntax: Syntax, marks: Sequence[Offsets], index: int, head: int) -> bool:
    """Whether a clause or quotation that the cue takes begins at the token."""
    token = syntax.tokens[index]
    if token.text in '“"' or covers(
        [m for m in marks if m[0] == token.start], (token.start, token.end)
    ):
        return True
    return any(syntax.subtree(clause)[0] == index for clause in syntax.kids(head, "ccomp"))


def is_name(syntax: Syntax, part: Offsets) -> bool:
    """Whether a part is a noun phrase and no clause."""
    inside = syntax.within(*part)
    nominal = ("NOUN", "PROPN", "DET", "ADJ", "ADP", "PUNCT", "PART", "NUM", "PRON")
    return all(syntax.upos(i) in nominal for i in inside)
