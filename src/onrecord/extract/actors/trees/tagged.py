"""Names as tagged, on tokens: mended where a tag stops short of the name.

A tagger may cut a name at a hyphen ("Omar al" - "Amin"), leave out a capitalised word that belongs
to it, or take in a possessive; the words and the tree say better.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from onrecord.extract.actors.trees.bodies import with_beginnings
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.landnames import with_lands
from onrecord.extract.actors.trees.lexicon import Words
from onrecord.extract.actors.trees.parted import with_founders, with_nicknames
from onrecord.extract.actors.trees.tagging import (
    CALENDAR,
    DASHES,
    WRITINGS,
    Tagged,
    Tree,
    lost,
    widen,
)
from onrecord.model.analysis import Name, NameKind, Token

LONGEST_NAME = 9
"""Tokens in the longest name that is looked up in the lexicon."""

_SEAT = re.compile(r"[DRI]( ?- ?[A-Z].*)?$")
"""A member of Congress's party and state: "D-Mass."."""
_OWNER = ("'s", "’s", "'", "’")


def tagged_names(
    names: Sequence[Name],
    tree: Tree,
    between: Callable[[int, int], tuple[int, int]],
    words: Words,
) -> list[Tagged]:
    """The names in order, none overlapping another; ``between`` maps code points to tokens.

    Where a name of the lexicon stands in the text in full, it is a name whatever was tagged; a
    "person" called by nothing but a title is none.
    """
    listed = with_lands(_listed(tree, words), tree)
    covered = {i for name in listed for i in range(name.first, name.last + 1)}
    found: list[Tagged] = []
    surnames = _surnames(names, tree, words)
    titles = list(offices(tree, words))
    for name in names:
        first, last = between(name.start, name.end)
        first = max(first, found[-1].last + 1) if found else first
        if name.kind == "PER":
            last = _owner_end(tree, first, last)
        first, last = _trimmed(tree, name.kind, *_beside_title(titles, first, last))
        if (
            first > last
            or _nobody(tree, first, last, surnames)
            or _opening_noun(tree, words, first, last)
        ):
            continue
        if any(i in covered for i in range(first, last + 1)):
            if not any(tree.tokens[i].text in surnames for i in range(first, last + 1)):
                _overrule(listed, covered, Tagged(first, last, name.kind), tree)
            if any(i in covered for i in range(first, last + 1)):
                continue
        titled = words.title_only(t.text for t in tree.tokens[first : last + 1])
        if titled and (name.kind == "PER" or last > first):
            continue  # "the Secretary-General": an office, whatever the tagger takes it for
        if name.kind == "PER":
            first = _without_role(tree, words, first, last)
            behind = [t.text for t in tree.tokens[first : last + 2]]
            if first == last and words.title_only(behind):
                continue  # "Prime" of "Prime Minister"
        new = Tagged(first, last, name.kind)
        if found and _broken(found[-1], new, tree):
            found[-1].last = last
        else:
            found.append(new)
    _given_back(found, tree)
    found = sorted([*_repeated(found, covered, tree), *listed], key=lambda n: n.first)
    return _completed(found, tree, words, surnames)


def _completed(found: list[Tagged], tree: Tree, words: Words, surnames: set[str]) -> list[Tagged]:
    """The names with the surnames that a tagger left out, each as far as it goes."""
    taken = {i for tagged in found for i in range(tagged.first, tagged.last + 1)}
    for index, token in enumerate(tree.tokens):
        lost = token.upos == "NOUN" and token.text[:-1] in surnames
        if index not in taken and token.text in surnames and (token.upos == "PROPN" or lost):
            found.append(Tagged(index, index, "PER"))
            taken.add(index)
    found.sort(key=lambda n: n.first)
    with_nicknames(found, tree)
    with_founders(found, tree, words)
    with_beginnings(found, tree)
    for tagged in found:
        if tagged.kind in ("PER", "ORG"):
            widen(tagged, tree, taken, words)
        if tagged.kind in ("PER", "ORG", "MISC") and _of_place(tagged, tree):
            tagged.kind = "GPE"
    return found


def _given_back(found: list[Tagged], tree: Tree) -> None:
    """Mend "Office on Arms and Crime Ane | Holm": a first name tagged as the end of a body's, or as
    one."""
    for body, person in list(pairwise(found)):
        if (body.kind, person.kind) != ("ORG", "PER") or body.last != person.first - 1:
            continue
        first = person.first
        flat = tree.deprel[first] == "flat" and tree.head[first] == body.last
        if not flat or tree.tokens[body.last].upos != "PROPN":
            continue
        person.first = body.last
        if body.last > body.first:
            body.last -= 1
        else:
            found.remove(body)


def _trimmed(tree: Tree, kind: NameKind, first: int, last: int) -> tuple[int, int]:
    """A name's first and last token without what is none of it."""
    while last > first and _trailing(tree.tokens[last], kind) and not _syllable(tree, last):
        last -= 1
    while first < last and _leading(tree.tokens[first]):
        if kind == "PER" and tree.tokens[first].text in _GIVEN:
            break  # "Jan Egeland"
        first += 1
    return first, last


def _syllable(tree: Tree, index: int) -> bool:
    """Whether a word in small letters ends a name that a hyphen goes through: "Kim Jong- | min"."""
    if index < 2 or tree.tokens[index - 1].text not in DASHES:
        return False
    before, dash, token = tree.tokens[index - 2 : index + 1]
    tight = before.end == dash.start and dash.end == token.start
    return tight and token.upos == "PROPN" and before.text[:1].isupper()


def _owner_end(tree: Tree, first: int, last: int) -> int:
    """The last token of a person's name without what is theirs: "Amins' | Harbour"."""
    for index in range(first + 1, last):
        token = tree.tokens[index]
        if token.text in _OWNER and token.end < tree.tokens[index + 1].start:
            return index - 1
    return last


_GIVEN = frozenset({"Jan", "April", "June", "August", "May"})
"""Names of months that are people's."""


def _nobody(tree: Tree, first: int, last: int, surnames: set[str]) -> bool:
    """Whether what is tagged is no name: a mark, a number, a seat, a day, common words."""
    inside = tree.tokens[first : last + 1]
    text = tree.text[inside[0].start : inside[-1].end]
    if not any(c.isalnum() for c in inside[-1].text) or inside[-1].text in _OWNER:
        return True
    if text.isnumeric() or _SEAT.match(text):
        return True
    if first == last and inside[0].text.lower().rstrip(".") in CALENDAR:
        return text not in surnames  # "Thu said", of Pham Tai Thu
    if _particle(tree, first, last):
        return False  # "al | - | Bayan", cut at its hyphen
    return all(t.text.islower() or t.upos == "PUNCT" for t in inside)  # "air force", "sarin"


def _particle(tree: Tree, first: int, last: int) -> bool:
    """Whether what is tagged is the "al" of a name that goes on behind its hyphen."""
    alone = first == last and tree.tokens[first].text.lower() in _PARTICLES
    if not alone or last + 2 >= len(tree.tokens) or tree.tokens[last + 1].text not in DASHES:
        return False
    dash, behind = tree.tokens[last + 1 : last + 3]
    tight = tree.tokens[last].end == dash.start and dash.end == behind.start
    before = tree.tokens[first - 1] if first and tree.sent[first - 1] == tree.sent[first] else None
    if before is not None and (before.upos == "ADP" or before.text[:1].isupper()):
        return False  # "shells on al-Jalloum", "Tal al-Hawa": places
    return tight and behind.text[:1].isupper()


def _opening_noun(tree: Tree, words: Words, first: int, last: int) -> bool:
    """ "Warplanes bombed the town": a plural, in capitals for the sentence's sake alone."""
    text = tree.tokens[first].text
    if first < last or text.isupper() or not text.endswith(("s", "men")):
        return False
    if first > 0 and tree.sent[first - 1] == tree.sent[first]:
        return False
    lower = text.lower()
    return words.sort_of([lower], lower.removesuffix("s")) is not None


def _without_role(tree: Tree, words: Words, first: int, last: int) -> int:
    """The first token of a person's name, without what was tagged with it."""
    if last > first + 1 and words.title_only([tree.tokens[first + 1].text]):
        if countries().of_word(tree.tokens[first].text) is not None:
            first += 1  # "U.S. Senator Ane Holm"
    while last > first + 1 and _known(tree.tokens[first], words):
        first += 1  # "Daesh Omar Amin said"
    while first < last and _small(tree.tokens[first]):
        first += 1  # "president-elect Amin", cut at the hyphen
    return first


def _surnames(names: Sequence[Name], tree: Tree, words: Words) -> set[str]:
    """The surnames of persons named in full, and what a lost apostrophe makes of them."""
    called = [tree.text[n.start : n.end].split() for n in names if n.kind == "PER"]
    called = [name for name in called if not any(word.endswith(_OWNER) for word in name[:-1])]
    found = {name[-1] for name in called if len(name) > 1 and not words.title_only(name)}
    short = {name[-1] for name in called if len(name) > 2 and name[-1].lower() in CALENDAR}
    found = {n for n in found if n[:1].isupper() and (len(n) > 3 or n in short)}
    found = {name for name in found if not words.title_only([name])}  # "Prime Minister"
    if lost(tree):
        found |= {name + "s" for name in found}
    return found


def _small(token: Token) -> bool:
    """Whether a name's first word is a common one: lower case, and no particle."""
    return token.text.islower() and len(token.text) > 3 and token.upos in ("NOUN", "ADJ", "VERB")


def _known(token: Token, words: Words) -> bool:
    return token.text in words.institutions and len(token.text) > 2


def offices(tree: Tree, words: Words) -> Iterator[tuple[int, int]]:
    """First and last token of each title with "of" in it, no body's name: "Secretary of State"."""
    for index, token in enumerate(tree.tokens):
        if token.text.lower() not in ("of", "for") or index == 0:
            continue
        last = index + 1
        if last < len(tree.tokens) and tree.sent[last] == tree.sent[index - 1]:
            if words.title_only(t.text for t in tree.tokens[index - 1 : last + 1]):
                yield index - 1, last


def _beside_title(titles: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """What is left of a name without the title's words in it; the longer side, or nothing."""
    for begin, end in titles:
        if first <= end and last >= begin:
            before, after = (first, begin - 1), (end + 1, last)
            return max(before, after, key=lambda side: side[1] - side[0])
    return first, last


def _leading(token: Token) -> bool:
    """Whether a name's first word is none of it: "the", or the day before it."""
    return token.upos in ("DET", "PUNCT", "ADP") or token.text.lower() in CALENDAR


def _trailing(token: Token, kind: NameKind) -> bool:
    """Whether a name's last word is none of it: a possessive, "Government of", a bracket."""
    if token.text in _OWNER or token.text in _MARKS:
        return True
    plain = kind == "PER" and len(token.text) > 3
    return token.text.islower() and (token.upos == "ADP" or plain)


_MARKS = frozenset('([:;,–-"“”')


def _listed(tree: Tree, words: Words) -> Iterator[Tagged]:
    """The lexicon's names of several words, the longest first where two begin together."""
    index, count = 0, len(tree.tokens)
    without = lost(tree)
    while index < count:
        size = 0
        if tree.tokens[index].text in words.openings:
            most = min(LONGEST_NAME, count - index)
            for size in range(most, 0, -1):
                last = index + size - 1
                if tree.sent[last] != tree.sent[index] or (size == 1 and not _letters(tree, index)):
                    continue
                if tree.tokens[last].upos in ("DET", "PUNCT", "ADP"):
                    continue  # "the European Union | , the"
                if words.listed(
                    tree.text[tree.tokens[index].start : tree.tokens[last].end], lost=without
                ):
                    yield Tagged(index, last, "ORG")
                    break
            else:
                size = 0
        index += max(size, 1)


def _letters(tree: Tree, index: int) -> bool:
    """Whether a word is in capitals among others that are not: "the WHO says"."""
    text = tree.tokens[index].text
    if (
        not text.isupper()
        or len(text) < 2
        or (len(text) == 2 and tree.tokens[index].upos != "PROPN")
    ):
        return False
    near = [t.text for t in tree.tokens[max(0, index - 2) : index + 3] if t.text.isalpha()]
    return sum(word.isupper() for word in near) * 2 <= len(near)


def _repeated(found: list[Tagged], covered: set[int], tree: Tree) -> list[Tagged]:
    """The names, a part of a longer one taken for the whole where all its words stand there."""
    full: dict[str, list[Tagged]] = {}
    for name in found:
        if name.last > name.first and name.kind in ("PER", "ORG"):
            full.setdefault(tree.tokens[name.first].text, []).append(name)
    if not full:
        return found
    whole: list[Tagged] = []
    index = 0
    while index < len(tree.tokens):
        match = next(
            (n for n in full.get(tree.tokens[index].text, ()) if _stands(n, index, tree)), None
        )
        size = match.last - match.first + 1 if match is not None else 1
        if match is not None and not covered & set(range(index, index + size)):
            whole.append(Tagged(index, index + size - 1, match.kind))
        index += size
    inside = {i for name in whole for i in range(name.first, name.last + 1)}
    kept = [n for n in found if not inside & set(range(n.first, n.last + 1)) or _holds(n, whole)]
    return [*kept, *(w for w in whole if not any(_within(w, n) for n in kept))]


def _stands(name: Tagged, index: int, tree: Tree) -> bool:
    """Whether the name's words stand from ``index`` on, in one sentence."""
    last = index + name.last - name.first
    if last >= len(tree.tokens) or tree.sent[last] != tree.sent[index]:
        return False
    words = zip(tree.tokens[name.first : name.last + 1], tree.tokens[index:], strict=False)
    return all(one.text == other.text for one, other in words)


def _within(one: Tagged, other: Tagged) -> bool:
    return other.first <= one.first and one.last <= other.last


def _holds(name: Tagged, whole: list[Tagged]) -> bool:
    """Whether a tagged name takes in one that stands there in full."""
    return any(_within(one, name) for one in whole)


def _overrule(listed: list[Tagged], covered: set[int], name: Tagged, tree: Tree) -> None:
    """A tagged name that holds one of the lexicon's, and more, stands ("Central Command South").

    But what a body has written is no part of its name ("Security Council Resolution").
    """
    if tree.tokens[name.last].text.lower() in WRITINGS:
        return
    for known in listed:
        inside = name.first <= known.first and known.last <= name.last
        if inside and known.last - known.first < name.last - name.first:
            listed.remove(known)
            covered.difference_update(range(known.first, known.last + 1))
            return


def _of_place(name: Tagged, tree: Tree) -> bool:
    """ "The village of Tal Amin", "Amin province": what is so called is a place."""
    before, after = name.first - 2, name.last + 1
    if before >= 0 and tree.tokens[before + 1].text == "of":
        if tree.tokens[before].lemma.lower() in PLACES:
            return True
    return after < len(tree.tokens) and tree.tokens[after].text in PLACES


PLACES = frozenset(
    {"village", "town", "city", "district", "province", "neighbourhood", "neighborhood", "region",
     "suburb", "countryside", "governorate", "area", "county", "valley", "river", "island",
     "airport", "camp", "road", "street", "square", "outskirt", "port", "peninsula"}
)  # fmt: skip


def _broken(one: Tagged, two: Tagged, tree: Tree) -> bool:
    """Whether the two are one name cut at a hyphen, or within a person's name."""
    if tree.sent[one.first] != tree.sent[two.first]:
        return False
    gap = [tree.tokens[i].text for i in range(one.last + 1, two.first)]
    glued = tree.tokens[one.last].end == tree.tokens[two.first].start
    if len(gap) == 1 and gap[0] in DASHES:
        dash = tree.tokens[one.last + 1]
        tight = dash.start == tree.tokens[one.last].end and dash.end == tree.tokens[two.first].start
        return tight and (one.kind == two.kind or tree.tokens[one.last].text.lower() in _PARTICLES)
    return not gap and (glued or (one.kind == "PER" and _surname(two) and _flat(two, tree)))


_PARTICLES = ("al", "el", "ul", "bin", "ibn", "abu", "de", "van", "von")


def _surname(name: Tagged) -> bool:
    """Whether a name behind a person's may be its end, though it was tagged as a body's."""
    return name.kind == "PER" or (name.kind == "ORG" and name.first == name.last)


def _flat(name: Tagged, tree: Tree) -> bool:
    inside = range(name.first, name.last + 1)
    return any(tree.deprel[i] == "flat" and tree.head[i] < name.first for i in inside)
