"""Trees mended where a title and its holder are hung on the wrong word.

The words beside a name tell who holds an office; a parse often takes the office, its land or a
spokesman for the one who is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.actors.trees.countries import bare, countries
from onrecord.extract.actors.trees.lexicon import LONGEST, Words
from onrecord.extract.actors.trees.tagged import offices
from onrecord.extract.actors.trees.tagging import Tree
from onrecord.extract.actors.trees.titled import hold_far
from onrecord.model.analysis import Name

if TYPE_CHECKING:
    from onrecord.extract.actors.trees.syntax import Syntax


def hold(syntax: Syntax, tree: Tree, words: Words) -> None:
    """Mend holders that the tree puts below their office: "Secretary of State Jon Reed"."""
    persons = [n for n in syntax.analysis.names if n.kind == "PER"]
    _hold_of_town(syntax, persons, words)
    _hold_of_post(syntax, persons, words)
    _hold_before_post(syntax, persons, words)
    _hold_whom_for(syntax, persons, words)
    hold_far(syntax, persons, words)
    _generals(syntax)
    _list(syntax, words)
    for office, end in offices(tree, words):
        holder = end + 1
        if holder >= len(syntax.tokens) or syntax.sent[holder] != syntax.sent[office]:
            continue
        at = syntax.tokens[holder].start
        last = max((syntax.between(n.start, n.end)[1] for n in persons
                    if n.start <= at < n.end), default=-1)  # fmt: skip
        if last < holder:
            continue
        inside = range(office, last + 1)
        top = office if syntax.head[office] not in inside else holder
        if syntax.head[top] in inside:
            continue
        _put(syntax, holder, last, top)
        syntax.head[office], syntax.deprel[office] = holder, "nmod:desc"
        syntax.head[end], syntax.deprel[end] = office, "nmod"


def _put(syntax: Syntax, first: int, last: int, top: int) -> None:
    """Hang a name, of the tokens ``first`` to ``last``, where ``top`` hangs."""
    syntax.head[first], syntax.deprel[first] = syntax.head[top], syntax.deprel[top]
    for index in range(first + 1, last + 1):
        syntax.head[index], syntax.deprel[index] = first, "flat"


def _hold_of_town(syntax: Syntax, persons: Sequence[Name], words: Words) -> None:
    """Mend whom the tree puts below a town: "said | Karst Governor Ane Holm", his title's."""
    for name in persons:
        first, last = syntax.between(name.start, name.end)
        while first <= last and words.title_only([syntax.tokens[first].text]):
            first += 1
        town, title = first - 2, first - 1
        if first > last or town < 0 or syntax.sent[town] != syntax.sent[last]:
            continue
        if not words.title_only([syntax.tokens[title].text]) or syntax.tokens[town].upos != "PROPN":
            continue
        beside = syntax.head[title] == first and syntax.head[first] == syntax.head[town]
        if not (beside or syntax.head[title] == town):
            continue
        if _under(syntax, town, range(town + 1, last + 1)):
            continue
        _put(syntax, first, last, town)
        syntax.head[town], syntax.deprel[town] = title, "compound"
        syntax.head[title], syntax.deprel[title] = first, "nmod:desc"


def _hold_of_post(syntax: Syntax, persons: Sequence[Name], words: Words) -> None:
    """Mend whom the tree hangs on a post's land: "the envoy for Norway | Ane Holm"."""
    for name in persons:
        first, last = syntax.between(name.start, name.end)
        post = first - 3
        if post < 0 or first > last or syntax.sent[post] != syntax.sent[last]:
            continue
        place, case = syntax.tokens[first - 1], syntax.tokens[first - 2]
        if place.upos != "PROPN" or case.text not in ("for", "to", "in"):
            continue
        hung = syntax.head[first] in (post, syntax.head[post])
        if not words.title_only([syntax.tokens[post].text]) or not hung:
            continue
        if _under(syntax, post, range(post + 1, last + 1)):
            continue
        syntax.head[first], syntax.deprel[first] = syntax.head[post], syntax.deprel[post]
        syntax.head[post], syntax.deprel[post] = first, "nmod:desc"
        syntax.head[first - 1], syntax.deprel[first - 1] = post, "nmod"
        syntax.head[first - 2], syntax.deprel[first - 2] = first - 1, "case"


def _hold_before_post(syntax: Syntax, persons: Sequence[Name], words: Words) -> None:
    """Mend whom the tree puts below a post behind the name: "said | Ane Holm | head of …"."""
    for name in persons:
        first, last = syntax.between(name.start, name.end)
        post = last + 1
        if (
            not first < last
            or post + 1 >= len(syntax.tokens)
            or syntax.sent[post] != syntax.sent[first]
        ):
            continue
        of = syntax.tokens[post + 1].text == "of"
        if not of or not words.title_only([syntax.tokens[post].text]) or syntax.head[first] != post:
            continue
        if _under(syntax, post, range(first, post)):
            continue
        syntax.head[first], syntax.deprel[first] = syntax.head[post], syntax.deprel[post]
        syntax.head[post], syntax.deprel[post] = first, "appos"


def _hold_whom_for(syntax: Syntax, persons: Sequence[Name], words: Words) -> None:
    """Mend whom the tree puts beside who speaks for them: "a spokesman for Minister | Ane Holm"."""
    for name in persons:
        first, last = syntax.between(name.start, name.end)
        while first < last and words.title_only([syntax.tokens[first].text]):
            first += 1
        case = _before_titles(syntax, first, words)
        if case < 1 or first > last or syntax.tokens[case - 1].upos != "NOUN":
            continue
        who, title = case - 1, first - 1
        hung = syntax.head[first] == who and syntax.deprel[first] == "appos"
        below = syntax.head[first] == title and syntax.deprel[first] in ("appos", "flat")
        if not hung and not (below and syntax.head[title] == who):
            continue
        syntax.head[first], syntax.deprel[first] = who, "nmod"
        syntax.head[title], syntax.deprel[title] = first, "nmod:desc"
        syntax.head[case], syntax.deprel[case] = first, "case"


def _generals(syntax: Syntax) -> None:
    """Mend titles cut at their hyphen: "the consul- | general"."""
    for index in range(2, len(syntax.tokens)):
        whole, dash = index - 2, syntax.tokens[index - 1]
        if syntax.tokens[index].text.lower() != "general" or dash.text not in ("-", "–"):
            continue
        tight = syntax.tokens[whole].end == dash.start and dash.end == syntax.tokens[index].start
        below = syntax.head[index] == whole and syntax.deprel[index] == "appos"
        beside = (syntax.head[index], syntax.deprel[index]) == (
            syntax.head[whole],
            syntax.deprel[whole],
        )  # "the secretary-general said": of one verb both subjects
        if not tight or not (below or beside) or syntax.head[whole] == index:
            continue
        for kid, above in enumerate(syntax.head):
            if above == whole:
                syntax.head[kid] = index
        syntax.head[index], syntax.deprel[index] = syntax.head[whole], syntax.deprel[whole]
        syntax.head[whole], syntax.deprel[whole] = index, "compound"


def _list(syntax: Syntax, words: Words) -> None:
    """Mend a list whose second is hung as the first in other words: "the EU, | Norway and Iran"."""
    known: set[int] = set()
    for name in syntax.analysis.names:
        text = syntax.analysis.text[name.start : name.end]
        if name.kind in ("GPE", "ORG") and _stands_alone(text, words):
            first, last = syntax.between(name.start, name.end)
            inside = range(first, last + 1)
            known.update(i for i in inside if syntax.head[i] not in inside)
    for index in known:
        above = syntax.head[index]
        if syntax.deprel[index] != "appos" or above not in known or above > index:
            continue
        others = [i for i in known if i > index and syntax.head[i] in (above, index)]
        if any(syntax.deprel[i] == "conj" for i in others):
            syntax.deprel[index] = "conj"


def _stands_alone(name: str, words: Words) -> bool:
    """Whether a name is a country's or a known body's."""
    return countries().country(name) is not None or words.institution(bare(name)) is not None


def _before_titles(syntax: Syntax, first: int, words: Words) -> int:
    """The "for" or "of" before the titles of the name that begins at ``first``; -1 if none."""
    size = next(
        (size for size in range(LONGEST, 0, -1) if 0 <= first - size
         and words.title_only(t.text for t in syntax.tokens[first - size : first])),
        0,
    )  # fmt: skip
    case = first - size - 1
    while size and case > max(-1, first - _TITLED) and syntax.tokens[case].upos in _BESIDE:
        case -= 1
    inside = case >= 0 and syntax.sent[case] == syntax.sent[first]
    return case if size and inside and syntax.tokens[case].text.lower() in ("for", "of") else -1


_BESIDE = ("ADJ", "NOUN", "PROPN", "DET")
_TITLED = 7
"""Words within which "for" stands before a name with its titles."""


def _under(syntax: Syntax, index: int, others: range) -> bool:
    """Whether a token hangs, near or far, on one of the others: no tree may run in a circle."""
    above = syntax.head[index]
    for _ in range(len(syntax.tokens)):
        if above < 0:
            return False
        if above in others:
            return True
        above = syntax.head[above]
    return True
