"""Holders of long titles: "the head of the ruling party, Ane Holm", "Secretary of State for Trade
Ane Holm". A parse hangs such a name on the body in the title, or beside the title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.actors.trees.lexicon import Words
from onrecord.model.analysis import Name

if TYPE_CHECKING:
    from onrecord.extract.actors.trees.syntax import Syntax

_JOINTS = ("of", "for", "to", "in", "at")
_LONGEST = 12
"""Tokens of a title at most."""
_HEADS = frozenset({"head", "leader", "chief", "chairman", "chairwoman", "boss", "commander"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "VERB", "PART", "NUM"})


def hold_far(syntax: Syntax, persons: Sequence[Name], words: Words) -> None:
    """Mend holders whom the tree parts from a long title before them."""
    for name in persons:
        first, last = syntax.between(name.start, name.end)
        _in_one_piece(syntax, first, last)
        if first > last or first < 3:
            continue
        _behind_comma(syntax, first, persons, words)
        _behind_title(syntax, first, last, words)
        _below_body(syntax, first, last, words)


def _in_one_piece(syntax: Syntax, first: int, last: int) -> None:
    """Mend a name of which the tree hangs a part on its title: "minister Omar | al | -Amin"."""
    inside = range(first, last + 1)
    tops = [i for i in inside if syntax.head[i] not in inside]
    for index in tops[1:]:
        if syntax.deprel[index] == "flat" and 0 <= syntax.head[index] < first:
            syntax.head[index] = tops[0]


def _behind_comma(syntax: Syntax, first: int, persons: Sequence[Name], words: Words) -> None:
    """ "The head of the ruling party, | Ane Holm|, said": its head's name, and no party's."""
    body = syntax.head[first]
    if syntax.tokens[first - 1].text != "," or syntax.deprel[first] != "appos" or body < 0:
        return
    head = syntax.head[body]
    if head < 0 or syntax.deprel[body] != "nmod" or _person(syntax, body, persons, words):
        return
    title = syntax.tokens[head].text.lower()
    if title in _HEADS or words.title_only([syntax.tokens[head].text]):
        if syntax.tokens[head + 1].text == "of" and head < body < first:
            syntax.head[first] = head


def _person(syntax: Syntax, index: int, persons: Sequence[Name], words: Words) -> bool:
    """Whether a word may itself be whom the name is of: "an aide to the leader, Ane Holm"."""
    token = syntax.tokens[index]
    if any(name.start <= token.start < name.end for name in persons):
        return True
    lower = token.text.lower()
    sort = words.sort_of([lower], token.lemma.lower())
    human = sort is not None and sort.kind in ("person", "people")
    return human or words.title_only([token.text])


def _behind_title(syntax: Syntax, first: int, last: int, words: Words) -> None:
    """ "Assistant Secretary of State for Trade | Ane Holm | said": the title's subject is hers."""
    verb = syntax.head[first]
    if verb < first or syntax.deprel[first] != "nsubj":
        return
    for title in range(max(0, first - _LONGEST), first - 2):
        under = title > 0 and syntax.tokens[title - 1].text == "Under"  # "Under Secretary of State"
        beside = syntax.deprel[title] in ("nsubj", "obl:unmarked") or under
        if syntax.head[title] != verb or not beside:
            continue
        between = range(title + 1, first)
        if not words.title_only([syntax.tokens[title].text]):
            continue
        plain = all(syntax.tokens[i].upos in _NOMINAL for i in between)
        if syntax.tokens[title + 1].text not in _JOINTS or not plain:
            continue
        if all(syntax.head[i] in range(title, last + 1) for i in between):
            for index in between:
                if syntax.head[index] >= first:
                    syntax.head[index] = title
            syntax.head[title], syntax.deprel[title] = first, "nmod:desc"
            return


def _below_body(syntax: Syntax, first: int, last: int, words: Words) -> None:
    """ "Head of the Office on Arms and Crime | Ane Holm | said": hung on the office, or apart.

    "The leader of the group | Abu Tal" is left alone: there the name may be the group's.
    """
    if syntax.deprel[first] == "flat" and syntax.head[first] == first - 1:
        first -= 1  # "Ane | Holm", of whom only the last name was tagged
    body = syntax.head[first]
    hung = syntax.deprel[first] in ("appos", "nsubj")
    hung = hung or (syntax.deprel[first] == "flat" and body < first - 1)
    if syntax.tokens[first - 1].upos != "PROPN" or body < 0 or not hung:
        return
    for title in range(max(0, first - _LONGEST), first - 2):
        between = range(title + 1, first)
        if not words.title_only([syntax.tokens[title].text]):
            continue
        if syntax.tokens[title + 1].text not in _JOINTS or syntax.sent[title] != syntax.sent[last]:
            continue
        beside = body > last and syntax.head[title] == body  # of one verb both subjects
        plain = all(syntax.tokens[i].upos in _NOMINAL - {"VERB"} for i in between)
        inside = all(syntax.head[i] in range(title, first) for i in between)
        if (beside or title < body < first) and plain and inside:
            syntax.head[first], syntax.deprel[first] = title, "appos"
            return
