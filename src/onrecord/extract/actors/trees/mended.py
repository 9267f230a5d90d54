"""Trees mended within a noun phrase: owners, quantities and paired adjectives on the wrong word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.actors.trees.countries import countries

if TYPE_CHECKING:
    from onrecord.extract.actors.trees.lexicon import Words
    from onrecord.extract.actors.trees.syntax import Syntax

_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_FINITE = frozenset({"VERB", "AUX"})
_AMOUNTS = frozenset({"number", "handful", "couple", "lot", "majority"})
"""Nouns that tell how many of those behind their "of", and are nobody themselves."""
_OWN = frozenset({"det", "det:predet", "amod", "advmod", "nummod", "compound"})


def mend(syntax: Syntax, words: Words) -> None:
    """Hang such words where the noun phrase has them."""
    for index in range(len(syntax.tokens)):
        _opening_men(syntax, index, words)
        _own_title(syntax, index)
        _amount(syntax, index)
        _paired(syntax, index)
        _who_by(syntax, index)


def _who_by(syntax: Syntax, index: int) -> None:
    """ "ousted as leader by a singer | who says": the singer, right before, is who says it."""
    clause, noun = syntax.head[index], index - 1
    if syntax.tokens[index].text.lower() != "who" or noun < 1 or clause < index:
        return
    if syntax.deprel[clause] != "acl:relcl" or syntax.tokens[noun].upos not in ("NOUN", "PROPN"):
        return
    other = syntax.head[clause]
    if (
        other >= noun
        or other < 0
        or not any(
            syntax.tokens[k].text.lower() == "by" and syntax.head[k] == noun
            for k in range(other, noun)
        )
    ):
        return
    above = syntax.head[noun]
    if above == other:
        return  # "a book by Reed, who"
    syntax.head[clause] = noun
    if above > index and syntax.head[other] >= 0:
        syntax.head[noun], syntax.deprel[noun] = syntax.head[other], "obl:agent"


def _opening_men(syntax: Syntax, index: int, words: Words) -> None:
    """ "Spokesmen for the union said": a noun, in capitals for the sentence's sake alone."""
    token = syntax.tokens[index]
    single = token.text.lower().removesuffix("men") + "man"
    opens = index == 0 or syntax.sent[index - 1] != syntax.sent[index]
    if not opens or token.upos != "PROPN" or not token.text.endswith("men"):
        return
    if single in words.titles or single in words.nouns:
        syntax.tokens[index] = replace(token, upos="NOUN", lemma=single)


def _own_title(syntax: Syntax, mark: int) -> None:
    """ "Norway's President Ane Holm told Danish television": hers, whatever noun behind the verb
    the tree takes for what is Norway's."""
    owner = syntax.head[mark]
    if syntax.tokens[mark].upos != "PART" or syntax.deprel[mark] != "case" or owner != mark - 1:
        return
    owned = syntax.head[owner]
    far = range(mark + 1, owned)
    if syntax.deprel[owner] != "nmod:poss" or not any(
        syntax.tokens[i].upos in _FINITE for i in far
    ):
        return
    last = mark
    while last + 1 < owned and syntax.tokens[last + 1].upos in _NAMING:
        last += 1
    tops = [i for i in range(mark + 1, last + 1) if not mark < syntax.head[i] <= last]
    if len(tops) == 1 and syntax.sent[tops[0]] == syntax.sent[owner]:
        syntax.head[owner] = tops[0]


def _amount(syntax: Syntax, index: int) -> None:
    """ "A number of | Norwegian press groups": the groups act, and no number."""
    tokens = syntax.tokens
    text = tokens[index].text.lower()
    if index + 2 >= len(tokens) or tokens[index + 1].text != "of":
        return
    article = any(t.text.lower() == "a" for t in tokens[max(0, index - 2) : index])
    if text not in _AMOUNTS or not article:
        return
    noun = syntax.head[index + 1]
    if noun < index or syntax.head[noun] != index or tokens[noun].upos not in ("NOUN", "PROPN"):
        return
    syntax.head[noun], syntax.deprel[noun] = syntax.head[index], syntax.deprel[index]
    for kid in _kids(syntax, index):
        if kid != noun and not (syntax.deprel[kid] in _OWN and kid < index):
            syntax.head[kid] = noun
    syntax.head[index], syntax.deprel[index] = noun, "nummod"
    syntax.head[index + 1], syntax.deprel[index + 1] = index, "fixed"


def _paired(syntax: Syntax, index: int) -> None:
    """ "Sunni and Kurdish leaders": two sorts of leaders, where the tree has the Sunni speak, or
    joins the second adjective to the first as a noun."""
    tokens = syntax.tokens
    if index + 3 >= len(tokens) or tokens[index + 1].text.lower() not in ("and", "or"):
        return
    noun = index + 3
    if not of_people(tokens[index].text) or not of_people(tokens[index + 2].text):
        return
    plural = tokens[noun].upos == "NOUN" and tokens[noun].text.lower() != tokens[noun].lemma.lower()
    if not plural or syntax.sent[noun] != syntax.sent[index]:
        return
    if syntax.head[noun] == index and syntax.deprel[noun] == "conj":
        syntax.head[noun], syntax.deprel[noun] = syntax.head[index], syntax.deprel[index]
        for kid in _kids(syntax, index):
            syntax.head[kid] = noun
    elif syntax.head[index] != noun or syntax.head[index + 2] != index:
        return
    syntax.head[index], syntax.deprel[index] = noun, "amod"
    syntax.head[index + 1], syntax.deprel[index + 1] = index + 2, "cc"
    syntax.head[index + 2], syntax.deprel[index + 2] = noun, "amod"


def of_people(word: str) -> bool:
    """Whether a word tells of what people or creed: "Sunni", "Norwegian"; no plural of it."""
    known = word in countries().adjectives or word in countries().peoples
    known = word in countries().adjectives or word in countries().peoples
    return known and not word.endswith("s") and not word.isupper()  # "the US and Arab allies"


def _kids(syntax: Syntax, index: int) -> Iterator[int]:
    first = last = index
    while first > 0 and syntax.sent[first - 1] == syntax.sent[index]:
        first -= 1
    while last + 1 < len(syntax.tokens) and syntax.sent[last + 1] == syntax.sent[index]:
        last += 1
    return (i for i in range(first, last + 1) if syntax.head[i] == index)
