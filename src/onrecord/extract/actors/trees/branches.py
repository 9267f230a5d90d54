"""Names of bodies that have a country's name in them: "Air France", "Statistics Canada"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.lexicon import Words
from onrecord.extract.actors.trees.tagging import CALENDAR, Tagged, Tree


def with_countries(found: Iterable[Tagged], tree: Tree, words: Words) -> list[Tagged]:
    """The names, a body that has a country's name behind its own taken for one that is no country.

    "Air France" is not France, nor is "Amnesty Canada" Amnesty: neither may speak for the other.
    """
    kept: list[Tagged] = []
    for name in found:
        text = tree.text[tree.tokens[name.first].start : tree.tokens[name.last].end]
        before = kept[-1] if kept and kept[-1].last == name.first - 1 else None
        if name.kind not in ("GPE", "ORG") or countries().country(text) is None:
            if before is not None and _around_people(tree, kept, name):
                kept[-2:] = [Tagged(kept[-2].first, name.last, "ORG")]
            elif before is not None and _of_people(tree, before, name, words):
                kept[-1] = Tagged(before.first, name.last, "ORG")
            else:
                kept.append(name)
            continue
        if before is None and _names_body(tree, name.first - 1, words):
            before = Tagged(name.first - 1, name.first - 1, "ORG")
        if before is not None and before.kind == "ORG" and _one_phrase(tree, before, name):
            if kept and before is kept[-1]:
                kept.pop()
            kept.append(Tagged(before.first, name.last, "ORG"))
        else:
            kept.append(name)
    return kept


def _around_people(tree: Tree, kept: list[Tagged], name: Tagged) -> bool:
    """Whether a body's name was cut at the people in it: "United | Norwegian | Front"."""
    if len(kept) < 2 or kept[-1].kind != "NORP" or name.kind != "ORG":
        return False
    first, people = kept[-2], kept[-1]
    if first.kind != "ORG" or first.first != first.last or first.last != people.first - 1:
        return False
    word = tree.tokens[first.first]
    same = tree.sent[first.first] == tree.sent[name.last]
    return same and word.upos == "ADJ" and tree.head[first.first] == _head(tree, name)


def _of_people(tree: Tree, before: Tagged, name: Tagged, words: Words) -> bool:
    """Whether a people's name is the first half of a body's: "Khmer | Rouge"."""
    if before.kind != "NORP" or name.kind != "ORG" or name.first != name.last:
        return False
    if countries().of_word(tree.tokens[before.last].text) is not None:
        return False  # "Lebanese | Hezbollah": whose it is, and no part of its name
    text = tree.tokens[name.last].text
    known = text.lower() in words.nouns or text.lower() in words.titles or text.isupper()
    beside = tree.head[before.last] in (name.first, tree.head[name.first])
    plain = tree.tokens[before.last].end + 1 == tree.tokens[name.first].start
    return text[:1].isupper() and not known and beside and plain


def _names_body(tree: Tree, index: int, words: Words) -> bool:
    """Whether an untagged word may be a body's: "Statistics" of "Statistics Canada"."""
    if index < 0 or tree.tokens[index].upos not in ("NOUN", "PROPN"):
        return False
    text = tree.tokens[index].text
    lower = text.lower()
    known = lower in words.nouns or lower in words.titles or lower in CALENDAR
    return text[:1].isupper() and len(text) > 2 and text.isalpha() and not known


def _one_phrase(tree: Tree, before: Tagged, name: Tagged) -> bool:
    """Whether two names side by side are one phrase, in a sentence that is no headline."""
    if tree.sent[before.last] != tree.sent[name.first]:
        return False
    gap = tree.text[tree.tokens[before.last].end : tree.tokens[name.first].start]
    if gap not in (" ", "\u00a0"):
        return False
    one = _head(tree, before)
    two = _head(tree, name)
    if tree.head[two] > two and tree.deprel[two] in ("compound", "amod", "nmod"):
        return False  # "the UN Syria envoy"
    joined = ("compound", "flat", "amod", "nmod", "appos", "nsubj", "nmod:desc")
    below = tree.head[one] == two and tree.deprel[one] in joined
    above = tree.head[two] == one and tree.deprel[two] in joined
    # not "told Reuters Syria was": there the first is an object
    beside = tree.deprel[one] == tree.deprel[two] == "nsubj"
    return (below or above or beside) and not _titled(tree, tree.sent[name.first])


def _head(tree: Tree, name: Tagged) -> int:
    inside = range(name.first, name.last + 1)
    return next((i for i in inside if tree.head[i] not in inside), name.last)


def _titled(tree: Tree, sent: int) -> bool:
    """Whether most of a sentence's longer words are capitalised, as in a headline."""
    long = [t.text for t, s in zip(tree.tokens, tree.sent, strict=True)
            if s == sent and len(t.text) > 3 and t.text.isalpha()]  # fmt: skip
    return sum(word[0].isupper() for word in long) * 4 > len(long) * 3
