"""The words of a text and their trees, addressed by one index that runs through the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model.analysis import Analysis, Token
from onrecord.model.words import as_meant

Offsets = tuple[int, int]
"""A half-open run of code points of the text."""

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "root"})
_ALLEGING = frozenset({"accuse", "blame", "suspect", "charge", "condemn", "criticize", "criticise"})
_TOWNS = frozenset({"capital", "city", "town", "village", "port", "province", "region", "state"})
_FIRING = frozenset({"fire", "shoot", "bomb", "shell", "strike", "attack", "raid", "storm"})
"""What is done by whoever does what a participle behind it tells."""
_OWNED = frozenset({"ADJ", "NUM", "NOUN", "PROPN"})
"""What may stand between an owner and what is his."""
_PLAIN = str.maketrans({"’": "'", "ʼ": "'"})


class Syntax:
    """Tokens, heads and children of a whole text; a token is named by its index in the text.

    ``heads[i]`` is the index of the token's head, -1 for the root of a sentence. Where a sentence
    has more than one root (a careless parse), all of them stand.
    """

    __slots__ = ("bounds", "children", "heads", "lemmas", "paragraphs", "sentences", "starts",
                 "text", "tokens", "words")  # fmt: skip

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.text
        self.tokens: list[Token] = []
        self.heads: list[int] = []
        self.sentences: list[int] = []
        self.paragraphs: list[int] = []
        self.bounds: list[tuple[int, int]] = []
        for number, sentence in enumerate(analysis.sentences):
            base = len(self.tokens)
            self.tokens.extend(sentence.tokens)
            self.heads.extend(base + t.head if t.head >= 0 else -1 for t in sentence.tokens)
            self.sentences.extend([number] * len(sentence.tokens))
            self.paragraphs.append(sentence.paragraph)
            self.bounds.append((base, len(self.tokens)))
        self.starts = [token.start for token in self.tokens]
        self.words = [_plain(token.text) for token in self.tokens]
        self.lemmas = [
            _plain(token.lemma) if token.lemma else word
            for token, word in zip(self.tokens, self.words, strict=True)
        ]
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for index, head in enumerate(self.heads):
            if head >= 0:
                self.children[head].append(index)
        for index, token in enumerate(self.tokens):
            if self.words[index] == "lay" and self.kids(index, "obj", "compound:prt"):
                self.lemmas[index] = "lay"  # "Lay down your arms": nobody lies
            if token.deprel == "conj":
                self._join(index)
                self._contact(index)
                self._still_open(index)
            elif token.deprel == "advcl":
                self._past_relative(index)
            elif token.deprel == "acl":
                self._lift(index)
            elif token.deprel == "ccomp":
                self._lower(index)
            elif token.deprel in ("nsubj", "vocative", "dislocated"):
                self._place(index)
            if token.deprel in ("nsubj", "nsubj:pass"):
                self._owner(index)

    def _join(self, index: int) -> None:
        """ "before police shot and | killed | him": a verb is joined with the one right before it.

        Some trees hang it on a verb farther off, and what it did on whoever that verb has.
        """
        first = index - 2
        head = self.heads[index]
        if head < 0 or head >= first or self.words[index - 1] not in ("and", "or"):
            return
        if not self.upos(first) == self.upos(index) == "VERB":
            return
        if self.sentences[first] != self.sentences[index] or self.heads[first] == head == -1:
            return
        if self.deprel(first) == "conj" or self.kid(first, "nsubj", "nsubj:pass") is None:
            return
        if self.kid(first, "obj", "obl", "xcomp", "ccomp") is not None:
            return
        self._hang(index, first)

    def _contact(self, index: int) -> None:
        """ "killed a trader | they | had taken": of the trader, though no "whom" says so."""
        verb, who = self.heads[index], self.kid(index, "nsubj")
        if who is None or self.upos(index) != "VERB" or self.upos(who) != "PRON" or who > index:
            return
        noun = who - 1
        if self.heads[noun] == verb and self.deprel(noun) in ("obj", "obl", "nsubj:pass"):
            if self.upos(noun) in ("NOUN", "PROPN") and noun > verb:
                self.tokens[index] = replace(self.tokens[index], deprel="acl:relcl")
                self._hang(index, noun)

    def _still_open(self, index: int) -> None:
        """ "blamed the envoy, who had been held and | was freed": a relative clause that a comma
        opens goes on until another closes it."""
        main = self.heads[index]
        if self.has(index, "nsubj", "nsubj:pass") or not self.has(index, "aux", "aux:pass", "cop"):
            return
        joint = next((k for k in self.kids(index, "cc") if k < index), -1)
        opened = [
            verb
            for noun in (self.kids(main, "obj", "obl") if 0 <= main < joint else ())
            for verb in self.kids(noun, "acl:relcl")
            if main < verb < joint
        ]
        if len(opened) != 1 or self.upos(main) != "VERB":
            return
        verb = opened[0]
        who = next((k for k in self.kids(verb, "nsubj", "nsubj:pass") if k < verb), -1)
        told = self.words[who] in ("who", "which") and self.words[who - 1] == ","
        if told and not any(self.words[i] in (",", "-", "–", "—", ";") for i in range(verb, joint)):
            self._hang(index, verb)

    def _past_relative(self, index: int) -> None:
        """ "fired on a crowd that was throwing stones, | killing | two": by whoever fired."""
        verb = self.heads[index]
        if not self.words[index].endswith("ing") or self.words[index - 1] != ",":
            return
        noun = self.heads[verb] if 0 <= verb < index and self.deprel(verb) == "acl:relcl" else -1
        main = self.heads[noun] if noun >= 0 else -1
        if not 0 <= main < noun or self.kid(index, "nsubj", "mark") is not None:
            return
        fires = self.lemmas[main] in _FIRING or self.words[main + 1] == "fire"  # "opened fire"
        if self.words[noun + 1] != "," and fires:
            self._hang(index, main)

    def _lift(self, index: int) -> None:
        """ "accused by the army | of | shelling | it": the deed hangs on the verb, not on whose
        word it is."""
        agent = self.heads[index]
        verb = self.heads[agent] if agent >= 0 else -1
        if verb < 0 or self.deprel(agent) != "obl:agent":
            return
        if self.lemmas[verb] in _ALLEGING and self.word(agent + 1) in ("of", "for", "over"):
            self._hang(index, verb)

    def _place(self, index: int) -> None:
        """ "In the capital, | Pristina|, Gates vowed": which capital, and nobody who vows."""
        verb, town = self.heads[index], index - 2
        if verb <= index or town < 0 or self.sentences[town] != self.sentences[index]:
            return
        beside = self.words[index - 1] == self.word(index + 1) == ","
        others = [k for k in self.kids(verb, "nsubj") if index < k < verb]
        if beside and others and self.upos(index) == "PROPN" and self.lemmas[town] in _TOWNS:
            if self.deprel(town) == "obl":
                self._hang(index, town)

    def _owner(self, index: int) -> None:
        """ "who shot down | the president |'s plane": whose plane it was, and nobody who shot."""
        verb, mark = self.heads[index], self.kid(index, "case")
        if mark is None or self.words[mark] not in ("'s", "'") or verb < 0:
            return
        if verb == mark + 1:
            self._described(index, verb)
            return
        if verb > index:
            return
        owned = next((k for k in self.kids(verb, "obj", "nsubj:pass") if k > mark), None)
        if owned is not None and all(self.upos(i) in _OWNED for i in range(mark + 1, owned)):
            self.tokens[index] = replace(self.tokens[index], deprel="nmod:poss")
            self._hang(index, owned)

    def _described(self, owner: int, verb: int) -> None:
        """ "found the man's | burned and beheaded | body": in what state it was, and no clause."""
        last = max([verb, *(k for k in self.kids(verb, "conj") if k == verb + 2)])
        noun = next((k for k in self.kids(last, "obj") if k == last + 1), None)
        above = self.heads[verb]
        if noun is None or above < 0 or not self.words[last].endswith(("ed", "en", "t")):
            return
        for index, head, relation in ((noun, above, "obj"), (verb, noun, "amod")):
            self.tokens[index] = replace(self.tokens[index], deprel=relation)
            self._hang(index, head)
        self.tokens[owner] = replace(self.tokens[owner], deprel="nmod:poss")
        self._hang(owner, noun)

    def _lower(self, index: int) -> None:
        """ "said an inquiry | concluded | the men fled": told by the inquiry, right behind it.

        A verb takes one clause; some trees hang on it the one that its own clause takes.
        """
        verb = self.heads[index]
        told = [k for k in self.kids(verb, "ccomp") if verb < k < index] if verb >= 0 else []
        if not told or self.kid(told[-1], "ccomp", "xcomp", "obj") is not None:
            return
        first = self.subtree(index)[0]
        finite = self.kid(index, "nsubj", "nsubj:pass") is not None
        if first == told[-1] + 1 and finite and self.upos(told[-1]) == "VERB":
            self._hang(index, told[-1])

    def _hang(self, index: int, head: int) -> None:
        self.children[self.heads[index]].remove(index)
        self.heads[index] = head
        self.children[head].append(index)
        self.children[head].sort()

    def upos(self, index: int) -> str:
        """The part of speech of a token."""
        return self.tokens[index].upos

    def deprel(self, index: int) -> str:
        """The relation of a token to its head."""
        return self.tokens[index].deprel

    def word(self, index: int) -> str:
        """The token as written, in lower case, with plain apostrophes; "" behind the last."""
        return self.words[index] if index < len(self.words) else ""

    def within(self, start: int, end: int) -> range:
        """The tokens that overlap ``[start, end)``."""
        low = bisect_right(self.starts, start) - 1
        if low < 0 or self.tokens[low].end <= start:
            low += 1
        return range(low, max(low, bisect_left(self.starts, end)))

    def at(self, offset: int) -> int | None:
        """The token that covers the code point at ``offset``."""
        found = self.within(offset, offset + 1)
        return found[0] if found else None

    def has(self, index: int, *deprels: str) -> bool:
        """Whether the token has a child by one of the relations."""
        return any(self.tokens[child].deprel in deprels for child in self.children[index])

    def kids(self, index: int, *deprels: str) -> list[int]:
        """The token's children by the relations, in the order of the text."""
        return [c for c in self.children[index] if self.tokens[c].deprel in deprels]

    def kid(self, index: int, *deprels: str) -> int | None:
        """The first of them."""
        found = self.kids(index, *deprels)
        return found[0] if found else None

    def subject(self, index: int) -> int | None:
        """The head word of a clause's subject; that of the first conjunct where it shares it."""
        seen = 0
        while True:
            found = self._nearer(index, self.kids(index, *SUBJECTS))
            if found is not None or self.deprel(index) != "conj" or seen > 8:
                return found
            index, seen = self.heads[index], seen + 1

    def _nearer(self, verb: int, found: Sequence[int]) -> int | None:
        """ "which last week said | it | had struck": some trees hang "which" on the second verb."""
        if len(found) > 1 and self.words[found[0]] in ("which", "who"):
            between = range(found[0] + 1, found[1])
            if found[1] < verb and any(self.upos(i) == "VERB" for i in between):
                return found[1]
        return found[0] if found else None

    def up(self, index: int) -> Iterator[int]:
        """The token's ancestors, nearest first."""
        head = self.heads[index]
        while head >= 0:
            yield head
            head = self.heads[head]

    def subtree(self, index: int, *, without: Sequence[int] = ()) -> list[int]:
        """The token and all below it, in order, leaving out what hangs on ``without``."""
        found: list[int] = []
        stack = [index]
        while stack:
            top = stack.pop()
            found.append(top)
            stack.extend(child for child in self.children[top] if child not in without)
        return sorted(found)

    def span(self, indices: Sequence[int]) -> Offsets:
        """From the first to the last of the tokens given, which must be in order."""
        return self.tokens[indices[0]].start, self.tokens[indices[-1]].end

    def runs(self, indices: Sequence[int]) -> list[Offsets]:
        """The tokens as unbroken runs of the text."""
        found: list[list[int]] = []
        for index in indices:
            if found and index == found[-1][-1] + 1:
                found[-1].append(index)
            else:
                found.append([index])
        return [self.span(run) for run in found]

    def top(self, start: int, end: int) -> int | None:
        """The highest token in ``[start, end)``: its head lies outside; a word if there is one."""
        inside = self.within(start, end)
        tops = [i for i in inside if self.heads[i] not in inside]
        words = [i for i in tops if self.upos(i) != "PUNCT"] or tops
        return words[0] if words else None

    def clause(self, index: int) -> int:
        """The head word of the smallest clause that holds the token."""
        for candidate in (index, *self.up(index)):
            if self.deprel(candidate) in CLAUSES or self._conjoined_clause(candidate):
                return candidate
        return index

    def _conjoined_clause(self, index: int) -> bool:
        verbal = self.upos(index) in ("VERB", "AUX") or self.has(index, "cop", *SUBJECTS)
        return self.deprel(index) == "conj" and verbal

    def negated(self, index: int) -> bool:
        """Whether the word itself is denied: not, never, hardly; for a noun, "no evidence"."""
        relations = ("advmod", "det", "cc:preconj", "neg")
        if any(
            self.lemmas[c] in _NEGATIONS
            and self.deprel(c) in relations
            and self.words[c : c + 2] not in (["not", "only"], ["not", "merely"])
            for c in self.children[index]
        ):
            return True
        if self.inverted(index):
            return True
        subject = self.kid(index, "nsubj", "nsubj:pass")
        return subject is not None and any(  # "neither the army | nor the police would say"
            self.lemmas[c] == "neither" and self.deprel(c) in ("cc:preconj", "det", "cc", "advmod")
            for c in self.children[subject]
        )

    def inverted(self, index: int) -> bool:
        """Whether a denial stands first, and so the auxiliary before the subject.

        "At no time did the police | torture | or | beat | anybody", "Nor has the army | attacked".
        "Never before have they …" denies nothing: now they have.
        """
        subject = self.kid(index, "nsubj", "nsubj:pass")
        if subject is None:
            joined = self.deprel(index) == "conj" and not self.has(index, "aux", "mark")
            return joined and self.heads[index] >= 0 and self.inverted(self.heads[index])
        low, _ = self.bounds[self.sentences[index]]
        for aux in self.kids(index, "aux", "aux:pass", "cop"):
            if low < aux < subject:
                before = " ".join(self.words[max(low, aux - 3) : aux])
                return _INVERTING.search(before) is not None
        return False


_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "nowise"})

_INVERTING = re.compile(
    r"(?:^|\s)(?:(?:at|in|under|on|by) no (?:time|point|stage|moment|cases?|way|instance|event"
    r"|circumstances?|conditions?|account|occasion|means)|never(?: once| again)?"
    r"|not (?:once|ever)|nor|neither)$"
)
"""What stands before an auxiliary that stands before its subject, and denies its verb."""


def participle(syntax: Syntax, index: int) -> bool:
    """ "saying", "adding"; not the "according" of "according to"."""
    return syntax.words[index].endswith("ing") and syntax.words[index] != "according"


def _plain(word: str) -> str:
    """In lower case, with plain apostrophes, the lost one of "didnt" put back."""
    low = as_meant(word.lower())
    return low if low.isascii() else low.translate(_PLAIN)


def overlap(one: Offsets, other: Offsets) -> int:
    """How many code points two runs share."""
    start = one[0] if one[0] > other[0] else other[0]
    end = one[1] if one[1] < other[1] else other[1]
    return end - start if end > start else 0


def covers(outer: Sequence[Offsets], inner: Offsets) -> bool:
    """Whether one of the runs holds ``inner`` whole."""
    return any(start <= inner[0] and inner[1] <= end for start, end in outer)
