"""Rules as regular expressions over words of time.

A pattern is written with one item a word, and the operators ``( ) | ? * +`` between items:

    the? {ord:n} {hyph}? quarter (of? {year:y})?

``{class}`` is any word of a class of the vocabulary, ``{class:name}`` the same, to be asked for,
as is the group ``name:( … )``; a bare word stands for itself, ``<name>`` for a macro. Where a
pattern has the group ``[ … ]``, the expression is what stands in it and the rest is context.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from onrecord.extract.times.expressions import Expression
from onrecord.extract.times.lexer import Word, Words
from onrecord.extract.times.vocabulary import Value, Vocabulary

PUNCTUATION = {
    "comma": ",", "dot": ".", "hyph": "-", "dash": "--", "poss": "'s", "open": "(", "close": ")",
    "dollar": "$", "percent": "%", "slash": "/", "pound": "£", "euro": "€", "colon": ":",
    "hash": "#",
}  # fmt: skip
"""Names that patterns use for marks."""

_ITEM = re.compile(r"\{(\w+)(?::(\w+))?\}|<(\w+)>|(\w+):\(|([a-z]+)|(\S)")

_LAST_WORD = re.compile(r"([^\W\d_]+|\S)\s*\Z")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+|\S)")


class Match:
    """What a rule matched: asked by the names of its pattern."""

    __slots__ = ("_match", "_names", "_words", "first", "last")

    def __init__(
        self, match: re.Match[str], names: Mapping[str, tuple[str, ...]], words: Words
    ) -> None:
        self._match = match
        self._names = names
        self._words = words
        inner = self._span("span")
        self.first, self.last = match.span() if inner is None else inner

    def _span(self, name: str) -> tuple[int, int] | None:
        """The words that the item or group ``name`` matched; a name may stand in alternatives."""
        for group in self._names.get(name, ()):
            span = self._match.span(group)
            if span[0] >= 0:
                return span
        return None

    @property
    def start(self) -> int:
        """Where the expression begins in the text."""
        return self._words.bounds(self.first, self.last)[0]

    @property
    def end(self) -> int:
        """Where the expression ends in the text."""
        return self._words.bounds(self.first, self.last)[1]

    @property
    def text(self) -> str:
        """The expression as written."""
        return self._words.text[self.start : self.end]

    @property
    def report(self) -> str:
        """The whole text."""
        return self._words.text

    def word(self, name: str) -> Word | None:
        """The word that the item ``name`` matched, None where it matched none."""
        span = self._span(name)
        return self._words.words[span[0]] if span and span[0] < span[1] else None

    def get(self, name: str, cls: str) -> Value | None:
        """The value in class ``cls`` of the item ``name``, None where it matched none."""
        word = self.word(name)
        return word.entry.values.get(cls) if word else None

    def number(self, name: str, cls: str = "num") -> int:
        """The whole number of the item ``name``; -1 where it matched none."""
        value = self.get(name, cls)
        return int(value) if value is not None else -1

    def has(self, name: str) -> bool:
        """Whether the group or item ``name`` matched a word."""
        return self.word(name) is not None

    def low(self, name: str) -> str:
        """The words of the group ``name`` in lower case, one space between; "" without a match."""
        span = self._span(name)
        if span is None:
            return ""
        return " ".join(word.low for word in self._words.words[span[0] : span[1]] if word)

    def before(self) -> str:
        """The word or mark before the expression in lower case, "" at the text's beginning."""
        start = self.start
        match = _LAST_WORD.search(self.report[max(0, start - 24) : start])
        return match[1].lower() if match else ""

    def after(self) -> str:
        """The word or mark after the expression in lower case, "" at the text's end."""
        match = _NEXT_WORD.match(self.report, self.end)
        return match[1].lower() if match else ""


Builder = Callable[[Match], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means. ``needs`` is a class of which the text must have a word."""

    pattern: str
    build: Builder
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in its place; of two with the same words the lower ``rank`` wins.

    It is the number of words that the rule looked at, negated, and the number of the rule.
    """

    start: int
    end: int
    expression: Expression
    rank: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Compiled:
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None
    build: Builder
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules compiled against a vocabulary."""

    vocabulary: Vocabulary
    rules: tuple[_Compiled, ...]
    cores: re.Pattern[str]

    def find(self, words: Words) -> list[Found]:
        """Every expression of ``words``, none within or across another, in order.

        The longer one wins, then the one that rests on more words around it, then the earlier rule.
        """
        found = []
        for rank, rule in enumerate(self.rules):
            if rule.needs is not None and not rule.needs.search(words.string):
                continue
            for each in rule.pattern.finditer(words.string):
                match = Match(each, rule.names, words)
                expression = rule.build(match)
                if expression is not None:
                    context = each.end() - each.start()
                    found.append(Found(match.start, match.end, expression, (-context, rank)))
        return _without_overlaps(found)


def _without_overlaps(found: list[Found]) -> list[Found]:
    chosen: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.rank, f.start)):
        if all(one.end <= other.start or other.end <= one.start for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda f: f.start)


def compiled(rules: Iterable[Rule], macros: Mapping[str, str], cores: Iterable[str]) -> Grammar:
    """The grammar of ``rules``; a stretch of text is read where it has a word of ``cores``."""
    rules = list(rules)
    patterns = [_expanded(rule.pattern, macros) for rule in rules]
    literals = {word for pattern in patterns for word in _literals(pattern)}
    vocabulary = Vocabulary(sorted(literals | set(PUNCTUATION.values())))
    made = []
    for rule, pattern in zip(rules, patterns, strict=True):
        needs = re.compile(f"[{_signs(rule.needs, vocabulary)}]") if rule.needs else None
        regex, names = _regex(pattern, vocabulary)
        made.append(_Compiled(re.compile(regex), needs, rule.build, names))
    core = "".join(_signs(name, vocabulary) for name in cores)
    return Grammar(vocabulary, tuple(made), re.compile(f"[^x]*[{core}][^x]*"))


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    while "<" in pattern:
        pattern = re.sub(r"<(\w+)>", lambda m: f"({macros[m[1]]})", pattern)
    return pattern


def _literals(pattern: str) -> list[str]:
    return [m[5] for m in _ITEM.finditer(pattern) if m[5]]


def _signs(name: str, vocabulary: Vocabulary) -> str:
    if name in PUNCTUATION:
        name = "=" + PUNCTUATION[name]
    signs = vocabulary.signs(name)
    if not signs:
        raise ValueError(f"a rule speaks of the class {name!r}, which no word has")
    return signs


def _regex(pattern: str, vocabulary: Vocabulary) -> tuple[str, dict[str, tuple[str, ...]]]:
    """The regular expression, and the groups that stand for each name of the pattern."""
    out = []
    names: dict[str, tuple[str, ...]] = {}

    def group(name: str) -> str:
        made = f"{name}_{len(names.get(name, ()))}"
        names[name] = (*names.get(name, ()), made)
        return f"(?P<{made}>"

    for match in _ITEM.finditer(pattern):
        cls, label, _, named, literal, other = match.groups()
        if named:
            out.append(group(named))
        elif literal:
            out.append(f"[{_signs('=' + literal, vocabulary)}]")
        elif cls:
            item = f"[{_signs(cls, vocabulary)}]"
            out.append(f"{group(label)}{item})" if label else item)
        elif other == "[":
            out.append(group("span"))
        elif other == "(":
            out.append("(?:")
        else:
            out.append(")" if other == "]" else other)
    return "".join(out), names
