"""A report's sentences as one list of tokens, with the tree made easy to walk.

Token indices are positions in the whole report; a head is -1 at the root of its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.extract.actors.trees.branches import with_countries
from onrecord.extract.actors.trees.holders import hold
from onrecord.extract.actors.trees.initials import with_short_names
from onrecord.extract.actors.trees.lexicon import Words
from onrecord.extract.actors.trees.mended import mend
from onrecord.extract.actors.trees.quotes import quoted_stretches
from onrecord.extract.actors.trees.tagged import tagged_names
from onrecord.extract.actors.trees.tagging import Tagged, Tree
from onrecord.model.analysis import Analysis, NameKind, Token

NOUNS = frozenset({"NOUN", "PROPN"})
CLAUSES = frozenset(
    {"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "xcomp", "csubj", "parataxis"}
)
# Dependents that belong to a noun phrase on either side of its head.
_LEFT = frozenset(
    {
        "det", "det:predet", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "nmod",
        "flat", "nmod:unmarked", "goeswith", "fixed", "nmod:npmod", "nmod:tmod",
    }
)  # fmt: skip
_RIGHT = frozenset({"flat", "compound", "nmod", "fixed", "goeswith", "nummod", "nmod:poss", "list"})
_CLAUSAL = frozenset(
    {
        "acl:relcl", "appos", "parataxis", "acl", "advcl", "nsubj", "nsubj:pass", "aux",
        "aux:pass", "cop", "mark", "ccomp", "xcomp", "conj:relcl", "advcl:relcl",
    }
)  # fmt: skip
_PRENOMINAL = frozenset({"compound", "amod", "det", "nmod:desc", "nummod"})
_MODIFIERS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_STOPS = frozenset({"VERB", "AUX", "SCONJ", "CCONJ", "PRON", "ADV", "INTJ"})
# Verbs whose object is followed by a preposition of theirs.
_TAKES = {
    "of": frozenset({"accuse", "suspect", "convict", "warn", "inform", "deprive", "rob", "strip"}),
    "for": frozenset({"blame", "fault", "condemn", "criticise", "criticize", "thank", "rebuke"}),
    "with": frozenset({"charge", "threaten", "supply", "provide", "arm"}),
}
_POSTPOSED = frozenset(
    {"attorney", "prosecutor", "procurator", "auditor", "solicitor", "governor", "inspector",
     "surgeon", "consul", "director", "secretary", "advocate", "comptroller", "paymaster"}
)  # fmt: skip
"""Before "general" the nouns of an office, which is no general's."""
_DEEP = 24
"""Steps up the tree in which a phrase's head is looked for; deeper ones are no phrase."""
_INSIDE = frozenset({"-", "–", "’", "'", ".", "/"})
_OWNED = re.compile(r"\w['’]s?\b|s['’]\s")


class Syntax:
    """The tokens of an analysis with head and children of each.

    ``name_of`` is the index of the name that covers a token, -1 where none does; of each name
    ``name_tokens`` has the first and the last token, ``name_heads`` the head, ``name_kinds`` the
    kind. They are the analysis's names, mended, and not in number the same. ``countries`` are those
    that the names name, once they are told.
    """

    __slots__ = (
        "analysis", "apostrophes", "countries", "deprel", "head", "kids", "name_heads",
        "name_kinds", "name_of", "name_tokens", "quotes", "sent", "starts", "timed", "tokens",
    )  # fmt: skip

    def __init__(self, analysis: Analysis, words: Words) -> None:
        self.analysis = analysis
        self.tokens: list[Token] = []
        self.sent: list[int] = []
        self.head: list[int] = []
        for number, sentence in enumerate(analysis.sentences):
            base = len(self.tokens)
            for token in sentence.tokens:
                self.tokens.append(token)
                self.sent.append(number)
                self.head.append(base + token.head if token.head >= 0 else -1)
        self.deprel = [token.deprel for token in self.tokens]
        self.starts = [token.start for token in self.tokens]
        self._own()
        self._postpose()
        mend(self, words)
        tree = Tree(analysis.text, self.tokens, self.head, self.deprel, self.sent)
        hold(self, tree, words)
        self.kids: list[list[int]] = [[] for _ in self.tokens]
        for index, head in enumerate(self.head):
            if head >= 0:
                self.kids[head].append(index)
        self.timed = self._timed(analysis)
        self.name_of = [-1] * len(self.tokens)
        self.name_tokens: list[tuple[int, int]] = []
        self.name_heads: list[int] = []
        self.name_kinds: list[NameKind] = []
        for number, name in enumerate(self._names(tree, words)):
            self._name(number, name)
        self.quotes = quoted_stretches(analysis.text)
        self.countries: frozenset[str] = frozenset()
        self.apostrophes = _OWNED.search(analysis.text) is not None

    def _postpose(self) -> None:
        """ "the prosecutor general": one office, where the tree has two who speak."""
        for index in range(1, len(self.tokens)):
            first = self.tokens[index - 1].text.lower()
            if self.tokens[index].text.lower() != "general" or first not in _POSTPOSED:
                continue
            if self.head[index - 1] != index and self.head[index] == self.head[index - 1]:
                self.head[index - 1], self.deprel[index - 1] = index, "compound"
                for kid, head in enumerate(self.head):
                    if head == index - 1:
                        self.head[kid] = index

    def _own(self) -> None:
        """Mend owners that the tree puts beside what they own: "The minister's office said"."""
        for mark, token in enumerate(self.tokens[:-1]):
            owner = self.head[mark]
            if owner < 0 or self.deprel[mark] != "case" or token.upos != "PART":
                continue
            for index in range(mark + 1, min(mark + 4, len(self.tokens))):
                if self.tokens[index].upos not in ("NOUN", "PROPN", "ADJ"):
                    break
                joined = self.head[owner] in (index, self.head[index])
                if joined and self.deprel[owner] != "nmod:poss":
                    self.head[owner], self.deprel[owner] = index, "nmod:poss"
                    break

    def _timed(self, analysis: Analysis) -> frozenset[int]:
        """The tokens of time expressions: no part of anybody."""
        spans = (self.between(time.start, time.end) for time in analysis.times)
        return frozenset(i for first, last in spans for i in range(first, last + 1))

    def _names(self, tree: Tree, words: Words) -> list[Tagged]:
        found = tagged_names(self.analysis.names, tree, self.between, words)
        found = with_short_names(with_countries(found, tree, words), tree)
        return [n for n in found if not (n.first in self.timed and n.last in self.timed)]

    def _name(self, number: int, name: Tagged) -> None:
        self.name_heads.append(self.top(name.first, name.last))
        self.name_kinds.append(name.kind)
        self.name_tokens.append((name.first, name.last))
        for index in range(name.first, name.last + 1):
            self.name_of[index] = number

    def name_text(self, number: int) -> str:
        """The words of a name."""
        return self.text(*self.name_tokens[number])

    def token_at(self, offset: int) -> int:
        """The last token that starts at or before ``offset`` (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def between(self, start: int, end: int) -> tuple[int, int]:
        """First and last token of the characters ``[start, end)``; first > last where none."""
        first = max(self.token_at(start), 0)
        if not self.tokens or self.tokens[first].end <= start:
            first += 1
        return first, self.token_at(end - 1)

    def top(self, first: int, last: int) -> int:
        """The token of ``[first, last]`` that governs the others: a noun where two might."""
        tops = [
            index
            for index in range(first, last + 1)
            if not first <= self.head[index] <= last and self.tokens[index].upos != "PUNCT"
        ]
        nouns = [i for i in tops if self.tokens[i].upos in ("NOUN", "PROPN", "PRON")]
        nouns = [i for i in nouns if i not in self.timed] or nouns  # "Ane Holm | Tuesday | urged"
        if len(nouns) < 2:
            return (nouns or tops or [first])[0]
        name = self.name_of[first]
        if name >= 0 and self.name_kinds[name] == "PER" and self.name_heads[name] in nouns:
            return self.name_heads[name]
        # Where the tree has two heads, the last noun before a preposition or a verb is it.
        best = nouns[0]
        for index in range(nouns[0] + 1, last + 1):
            if self.tokens[index].upos in ("ADP", "VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PART"):
                break
            if index in nouns:
                best = index
        return best

    def phrase(self, head: int) -> tuple[int, int]:
        """First and last token of the noun phrase of ``head``.

        It takes in articles, modifiers, titles and prepositional phrases; clauses, appositions,
        conjuncts and what stands behind a comma are left out. It grows from the head a word at a
        time and ends where a word does not belong, so that a wrong tree does little harm.
        """
        first = last = head
        while first > 0 and self._left(first - 1, head):
            first -= 1
            if self.tokens[first].upos == "DET":
                break
        while last + 1 < len(self.tokens) and self._right(last + 1, head):
            last += 1
        if first < head and self.tokens[first].upos == "PUNCT":
            first += 1  # "off- | duty soldiers", whose "off" is none of theirs
        while self._hyphened(first):
            first -= 2
            while (
                first > 0
                and self.tokens[first - 1].upos in ("DET", "PROPN", "NUM")
                and self._left(first - 1, head)
            ):
                first -= 1  # "an | off-duty officer", "the U.N. | secretary-general"
        if first > 0 and self.tokens[first].text.lower() in ("least", "most"):
            first -= self.tokens[first - 1].text.lower() == "at"
        owner = self.name_of[first]
        if owner >= 0:
            first = min(first, self.name_tokens[owner][0])
        while first < head and self.tokens[first].upos in ("PUNCT", "CCONJ"):
            first += 1
        while last > head and self.tokens[last].upos in ("PUNCT", "ADP", "DET"):
            last -= 1
        return first, last

    def _hyphened(self, first: int) -> bool:
        """Whether a hyphen without spaces joins the word to the one before: "Oslo-based"."""
        return self._tied(first) and self.sent[first - 2] == self.sent[first]

    def _tied(self, index: int) -> bool:
        """Whether a word is the second half of a compound: "rebel- | held"."""
        if index < 2 or self.tokens[index - 1].text not in ("-", "–"):
            return False
        dash = self.tokens[index - 1]
        return self.tokens[index - 2].end == dash.start and dash.end == self.tokens[index].start

    def _branch(self, index: int, head: int) -> int:
        """The dependent of ``head`` under which ``index`` hangs; -1 where it hangs elsewhere."""
        for _ in range(_DEEP):
            above = self.head[index]
            if above == head:
                return index
            if above < 0:
                return -1
            index = above
        return -1

    def _left(self, index: int, head: int) -> bool:
        token = self.tokens[index]
        if index in self.timed:
            return False
        kid = self._branch(index, head)
        if kid < 0 and self.deprel[index] in _PRENOMINAL and not index < self.head[index] < head:
            # What stands before a noun modifies it, whatever noun elsewhere the tree prefers.
            return self.sent[index] == self.sent[head] and token.upos in _MODIFIERS
        if kid < 0 or kid > head or self.deprel[kid] not in _LEFT or self.deprel[index] in _CLAUSAL:
            return False
        if token.upos == "PUNCT":
            return token.text in _INSIDE
        if token.upos == "ADP":
            owned = self.deprel[kid] in ("nmod:poss", "nmod:desc") and self.head[index] != kid
            return owned or self._inside(index, head)
        return token.upos not in ("AUX", "SCONJ")

    def _inside(self, index: int, head: int) -> bool:
        """Whether a preposition stands behind the noun's own article: "an | off duty officer"."""
        before = self.tokens[index - 1] if index else None
        own = before is not None and before.upos == "DET" and self.head[index - 1] == head
        return own and self.deprel[index] == "case" and self.head[index] == index + 1 < head

    def _right(self, index: int, head: int) -> bool:
        token = self.tokens[index]
        kid = self._branch(index, head)
        if kid < head or self.deprel[index] in _CLAUSAL:
            return False
        ranked = token.upos == "ADV" and self.head[index] == index + 1  # "the | second largest"
        if token.upos in _STOPS and not ranked and not (kid > index and self._tied(index)):
            return False
        if token.upos == "PUNCT":
            return token.text in _INSIDE
        relation = self.deprel[kid]
        if relation == "nmod" and self._governed(kid, head):
            return False
        if kid == index == head + 1 and relation == "amod":
            return not self.kids[kid]
        return relation in _RIGHT or relation == "case"

    def _governed(self, kid: int, head: int) -> bool:
        """ "accused the rebels | of the raid": the preposition is the verb's, not the noun's."""
        head = self.first_of(head)  # "accused the army and other forces | of the raid"
        above = self.head[head]
        if above < 0 or self.deprel[head] != "obj" or self.tokens[above].upos != "VERB":
            return False
        return self.tokens[above].lemma.lower() in _TAKES.get(self.case(kid) or "", ())

    def case(self, index: int) -> str | None:
        """The preposition before ``index`` ("against"), lower case; None where none is."""
        for kid in self.kids[index]:
            if self.deprel[kid] == "case" and kid < index:
                return self.tokens[kid].text.lower()
        return None

    def of(self, index: int, *relations: str) -> list[int]:
        """The dependents of ``index`` by one of ``relations``, left to right."""
        return [k for k in self.kids[index] if self.deprel[k] in relations]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of the tokens ``first`` to ``last``."""
        return self.tokens[first].start, self.tokens[last].end

    def first_of(self, head: int) -> int:
        """The first of those joined by "and"; a tree that runs in a circle stops where it began."""
        seen = {head}
        while self.deprel[head] == "conj" and self.head[head] >= 0:
            head = self.head[head]
            if head in seen:
                break
            seen.add(head)
        return head

    def text(self, first: int, last: int) -> str:
        """The report's words from token ``first`` to ``last``."""
        start, end = self.span(first, last)
        return self.analysis.text[start:end]

    def quoted(self, index: int) -> bool:
        """Whether the token stands within quotation marks."""
        return self.quoted_at(self.tokens[index].start)

    def quoted_at(self, offset: int) -> bool:
        """Whether the code point stands within quotation marks."""
        place = bisect_right(self.quotes, (offset, 1 << 60)) - 1
        return place >= 0 and offset < self.quotes[place][1]
