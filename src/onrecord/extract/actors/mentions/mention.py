"""Every phrase of a report that may mean an actor: names, noun phrases and pronouns.

Detection only: what a mention says of its actor is the work of ``describe``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from onrecord.extract.actors.mentions.cutting import cut_off
from onrecord.extract.actors.mentions.roles import Post
from onrecord.extract.actors.trees.beside import title_start
from onrecord.extract.actors.trees.lexicon import Sort, words
from onrecord.extract.actors.trees.mended import of_people
from onrecord.extract.actors.trees.nounphrases import one_more, tells_sort, unstrung
from onrecord.extract.actors.trees.syntax import NOUNS, Syntax
from onrecord.extract.actors.trees.tagging import DASHES, WRITINGS
from onrecord.records import ActorKind

Form = Literal["name", "nominal", "pronoun", "joint"]
Nature = Literal["person", "group", "place", "thing"]
Key = tuple[str, ...]

PRONOUNS: dict[str, tuple[str | None, str | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("s", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("s", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("s", "n")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("p", None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("s", "1")),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("p", "1")),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), (None, "2")),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), (None, "r")),
}
"""Number and gender of each pronoun; "1" and "2" are first and second person, "r" relative."""

# A noun in one of these places is part of another phrase, not one of its own.
_INNER = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc"})
_NOT_TIME = frozenset({"obl:unmarked", "nmod:unmarked", "obl:tmod", "nmod:tmod"})


@dataclass(slots=True)
class Mention:
    """A phrase by its head token, with what it says of whom it means.

    ``first``/``last`` are tokens, ``start``/``end`` code points. ``name`` indexes the syntax's
    names (-1: none) and ``core`` is that name, or the head noun in lower case. ``modifier`` is a
    name that only describes another noun ("a US jet"). ``key`` is equal for mentions that mean the
    same by what they say alone. ``acts`` is set where a noun phrase does something or has it done
    to it, and ``doing`` to the number of those named before what they do ("rebel fire"). A
    ``joint`` mention is several named side by side; its ``parts`` are their heads.
    """

    head: int
    first: int
    last: int
    start: int
    end: int
    form: Form
    core: str
    name: int = -1
    modifier: bool = False
    wanted: bool = False
    kind: ActorKind | None = None
    nature: Nature = "thing"
    number: str | None = None
    gender: str | None = None
    country: str | None = None
    sector: str | None = None
    named: bool = False
    definite: str = "bare"
    sort: Sort | None = None
    key: Key | None = None
    acts: bool = False
    doing: str | None = None
    label: str = ""
    posts: tuple[Post, ...] = ()
    parts: tuple[int, ...] = field(default=())


def find_mentions(syntax: Syntax, spans: Iterable[tuple[int, int]]) -> list[Mention]:
    """The mentions in the order of the text; each of ``spans`` has one with its head."""
    found: dict[int, Mention] = {}
    for number, head in enumerate(syntax.name_heads):
        mention = _name(syntax, number, head)
        if mention is not None:
            found.setdefault(mention.head, mention)
    for index in range(len(syntax.tokens)):
        if index not in found:
            mention = _pronoun(syntax, index) or _nominal(syntax, index)
            if mention is not None:
                found[index] = mention
    for start, end in sorted(set(spans)):
        cut_off(syntax, found, start, end)
        _want(syntax, found, start, end)
    return in_order(found.values())


def in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions by where they stand, the longer before what it holds."""
    return sorted(mentions, key=lambda m: (m.start, -m.end, m.head))


def joint_mentions(
    syntax: Syntax, mentions: list[Mention], spans: Iterable[tuple[int, int]]
) -> list[Mention]:
    """One mention more for each "X and Y" of persons or bodies; wanted where ``spans`` has it."""
    asked = list(spans)
    heads = {m.head: m for m in mentions}
    found: list[Mention] = []
    for mention in mentions:
        others = [heads.get(k) for k in syntax.of(mention.head, "conj")]
        parts = [mention, *(m for m in others if m is not None)]
        if len(parts) < 2 or any(p.nature == "thing" or p.form == "joint" for p in parts):
            continue
        end = max(p.end for p in parts)
        last = max(p.last for p in parts)
        if not any(syntax.tokens[i].upos == "CCONJ" for i in range(mention.first, last)):
            continue  # "The minister, Ada Cole": no "and", no two
        joint = Mention(mention.head, mention.first, last, mention.start, end, "joint", "and")
        joint.parts = tuple(p.head for p in parts)
        joint.nature, joint.number = "group", "p"
        if any(end <= e and _heads(syntax, joint, s, e) for s, e in asked):
            for each in (joint, *parts):
                each.wanted = True
        found.append(joint)
    heads_joined = {joint.head for joint in found}
    for start, end in asked:
        joint_names = _named_together(syntax, mentions, start, end)
        if joint_names is not None and joint_names.head not in heads_joined:
            found.append(joint_names)
            heads_joined.add(joint_names.head)
    return found


def _heads(syntax: Syntax, joint: Mention, start: int, end: int) -> bool:
    """Whether the coordination is what the span is about."""
    first, last = syntax.between(start, end)
    return first <= last and first <= joint.head and syntax.top(first, last) == joint.head


def _named_together(
    syntax: Syntax, mentions: list[Mention], start: int, end: int
) -> Mention | None:
    """The names that make up a source span, whatever the tree: "Mr Lund and Ms Cole"."""
    inside = [m for m in mentions if m.form == "name" and start <= m.start and m.end <= end]
    if len(inside) < 2 or any(m.nature == "thing" for m in inside):
        return None
    place = syntax.between(start, end)[0]
    if not any(syntax.tokens[i].upos == "CCONJ" for i in range(place, inside[-1].first)):
        return None
    for mention in inside:
        while place < mention.first and syntax.tokens[place].text in (",", "and", "both", "or"):
            place += 1
        if place != mention.first:
            return None
        place = mention.last + 1
    if place <= syntax.between(start, end)[1] and syntax.tokens[place].text != ",":
        return None
    first = inside[0]
    joint = Mention(
        first.head, first.first, inside[-1].last, first.start, inside[-1].end, "joint", "and"
    )
    joint.parts = tuple(m.head for m in inside)
    joint.nature, joint.number, joint.wanted = "group", "p", True
    for mention in inside:
        mention.wanted = True
    return joint


def _want(syntax: Syntax, found: dict[int, Mention], start: int, end: int) -> None:
    first, last = syntax.between(start, end)
    if first > last:
        return
    head = syntax.top(first, last)
    if head in found:
        found[head].wanted = True
        found[head].modifier = False
        return
    owner = syntax.name_of[head]
    if owner >= 0 and syntax.name_heads[owner] in found:
        mention = found[syntax.name_heads[owner]]
        if mention.start <= start and end <= mention.end:
            mention.wanted, mention.modifier = True, False
            return
    left, right = syntax.phrase(head)
    left, right = max(left, first), min(right, last)
    if head < last and syntax.tokens[head + 1].text == "of":  # "one of them"
        marks = (i for i in range(head, last + 1) if syntax.tokens[i].upos == "PUNCT")
        right = max(right, next(marks, last + 1) - 1)
    begin, finish = syntax.span(left, right)
    core = syntax.tokens[head].lemma.lower()
    found[head] = Mention(head, left, right, begin, finish, "nominal", core, wanted=True)


def _name(syntax: Syntax, number: int, head: int) -> Mention | None:
    """The mention of a name, in the phrase that it heads ("President Donald Trump")."""
    kind = syntax.name_kinds[number]
    first, last = syntax.name_tokens[number]
    top = _titled(syntax, first, head) if kind == "PER" else head
    left, right = syntax.phrase(top)
    left, right = min(left, first), max(right, last)
    before = first
    if kind == "PER":
        before = left = title_start(syntax, first, words())
        behind = syntax.tokens[last + 1].text if last + 1 < len(syntax.tokens) else ""
        right = right if behind == "of" else last
    relation = syntax.deprel[head]
    modifier = top == head and relation in ("amod", "compound", "nmod:desc", "nmod:unmarked")
    if modifier or relation == "flat":
        left, right = before, last
    start, end = syntax.span(left, right)
    core = syntax.text(first, last)
    if core.endswith(")") and "(" not in core and right == last:
        core, end = core[:-1], end - 1  # "(PfL)", whose bracket is no token of its own
    mention = Mention(top, left, right, start, end, "name", core, number)
    mention.modifier = modifier and kind != "PER"
    if kind in ("EVENT", "MISC", "FAC", "LOC") and modifier:
        return None
    if first == last and _spoken(syntax, first):
        return None
    if kind in ("ORG", "MISC") and (_written(syntax, first, last) or _operation(syntax, first)):
        return None
    if kind in ("ORG", "MISC") and first == last and _platform(syntax, head):
        return None
    return mention


def _written(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a name is that of something written: "Resolution 2249", "the Black Book"."""
    words = [syntax.tokens[index].text.lower() for index in range(first, last + 1)]
    return words[0] in WRITINGS or words[-1] in WRITINGS


def _operation(syntax: Syntax, first: int) -> bool:
    """Whether a name is that of what somebody carries out: "Operation Harbour Shield"."""
    text, begin = syntax.analysis.text, syntax.tokens[first].start
    behind = _OPERATION.search(text[max(0, begin - 16) : begin]) is not None
    return behind or text.startswith("Operation ", begin)


_OPERATION = re.compile(r"\bOperation\W{1,4}$")


def _platform(syntax: Syntax, head: int) -> bool:
    """Whether a name only says where something was posted: "on Twitter"."""
    first = syntax.head[head] if syntax.deprel[head] == "conj" else head
    where = first >= 0 and syntax.case(first) in ("on", "via", "through", "over")
    return where and syntax.tokens[head].text.lower() in _PLATFORMS


_PLATFORMS = frozenset(
    {"twitter", "x", "facebook", "instagram", "telegram", "whatsapp", "youtube", "tiktok",
     "linkedin", "flickr", "reddit", "snapchat", "weibo", "wechat", "vkontakte", "signal",
     "zoom", "skype", "periscope", "tumblr", "pinterest", "mastodon", "bluesky", "threads"}
)  # fmt: skip


def _spoken(syntax: Syntax, index: int) -> bool:
    """Whether a word is the language that something is in: "in Arabic", "(Arabic: …"."""
    before = syntax.tokens[index - 1].text.lower() if index else ""
    behind = syntax.tokens[index + 1] if index + 1 < len(syntax.tokens) else None
    told = behind is not None and behind.text.lower() in (":", "language", "dialect", "script")
    alone = behind is None or (behind.upos not in ("NOUN", "PROPN") and behind.text not in "-–")
    if not told and not (before in _IN_TONGUE and alone):
        return False
    return syntax.tokens[index].text in _languages()


_IN_TONGUE = frozenset({"in", "into", "from", "speak", "speaks", "spoke", "speaking"})


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    """The languages that ISO 639-1 has a code for, by name."""
    import pycountry  # a third of a second's parsing, seldom needed

    return frozenset(lang.name for lang in pycountry.languages if hasattr(lang, "alpha_2"))


def _titled(syntax: Syntax, first: int, head: int) -> int:
    """The head of "President Trump" where the parse puts the title above the name."""
    above = syntax.head[head]
    if above < 0 or above >= first or syntax.deprel[head] not in ("flat", "appos", "compound"):
        return head
    lemma = syntax.tokens[above].text.lower()
    joined = not any(syntax.tokens[k].upos == "PUNCT" for k in range(above, first))
    title = lemma in words().titles or lemma in words().address
    return above if joined and title and syntax.tokens[above].upos in NOUNS else head


def _pronoun(syntax: Syntax, index: int) -> Mention | None:
    token = syntax.tokens[index]
    text = token.text.lower()
    if token.upos not in ("PRON", "DET") or text not in PRONOUNS:
        return None
    number, gender = PRONOUNS[text]
    if text == "it" and syntax.deprel[index] == "expl":
        return None
    if gender == "r" and not relative_clause(syntax, index) and not _behind_noun(syntax, index):
        return None
    mention = Mention(index, index, index, token.start, token.end, "pronoun", text)
    mention.number, mention.gender = number, gender
    return mention


def _behind_noun(syntax: Syntax, index: int) -> bool:
    """Whether "who" follows a noun, with a comma between or without."""
    if syntax.tokens[index].text.lower() not in ("who", "whom") or index < 1:
        return False
    before = index - 1 if syntax.tokens[index - 1].text != "," else index - 2
    if before < 0 or syntax.sent[before] != syntax.sent[index]:
        return False
    return syntax.tokens[before].upos in ("NOUN", "PROPN", "PRON")


def relative_clause(syntax: Syntax, index: int) -> int:
    """The noun that the relative pronoun ``index`` stands for, plus one; 0 where none is."""
    above = index
    for _ in range(4):
        relation = syntax.deprel[above]
        above, below = syntax.head[above], above
        if above < 0:
            return 0
        if relation == "acl:relcl":
            return above + 1 if above < index else 0
        if relation in ("ccomp", "advcl") and below != index and above > index:
            continue
    return 0


def _describes(syntax: Syntax, index: int) -> bool:
    """Whether a noun is an adjective to another: "the humanitarian and refugee crises"."""
    first = index
    while syntax.deprel[first] == "conj" and 0 <= syntax.head[first] < first:
        first = syntax.head[first]
    return syntax.deprel[first] == "amod" and syntax.head[first] > index


_STAFF = (["chief", "of", "staff"], ["chiefs", "of", "staff"])
"""Titles that end in a noun for people."""


def _nominal(syntax: Syntax, index: int) -> Mention | None:
    token = syntax.tokens[index]
    covered = syntax.name_of[index]
    if token.upos not in NOUNS or syntax.deprel[index] in _INNER | _NOT_TIME:
        return None
    if (token.upos == "NOUN" or of_people(token.text)) and _describes(syntax, index):
        return None
    if [t.text.lower() for t in syntax.tokens[max(0, index - 2) : index + 1]] in _STAFF:
        return None
    if index and token.text == "forces" and syntax.tokens[index - 1].lemma.lower() == "join":
        return None  # "the two have joined forces": nobody else's
    if covered >= 0:
        if syntax.name_kinds[covered] in ("PER", "ORG", "GPE", "NORP"):
            return None
        if index != syntax.name_heads[covered]:
            return None
    left, right = syntax.phrase(index)
    left = one_more(syntax, unstrung(syntax, left, index))
    if syntax.deprel[index] == "nmod:poss" and tells_sort(syntax, left, index):
        return None
    start, end = syntax.span(left, right)
    core = token.lemma.lower() if token.upos == "NOUN" else token.text
    if core == "general" and left < index - 1 and syntax.tokens[index - 1].text in DASHES:
        core = f"{syntax.tokens[index - 2].text.lower()}-{core}"  # "the attorney-general"
    form: Form = "nominal" if token.upos == "NOUN" or token.text.islower() else "name"
    return Mention(index, left, right, start, end, form, core)
