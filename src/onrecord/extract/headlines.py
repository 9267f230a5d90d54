"""Verbs of headlines that a tagger takes for nouns: "Army masses tanks on border"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.events.clauses.lexicon import listed, people, words
from onrecord.model.analysis import Analysis, Sentence, Token, Trigger

_LONGEST = 14
"""Words of a headline."""
_NOUNS = ("NOUN", "PROPN")
_NOMINAL = (*_NOUNS, "ADJ", "NUM", "DET")
_MANY = frozenset({"police", "troops", "people", "gunmen", "militiamen", "policemen", "us"})
_SIDES = frozenset(
    {"army", "navy", "court", "judge", "parliament", "president", "premier", "senate", "minister",
     "ministry", "government", "junta", "council", "king", "mayor", "militia", "coalition",
     "regime", "un", "union", "group"}
)  # fmt: skip
_SURE = 0.9


def with_headlines(analysis: Analysis) -> Analysis:
    """The analysis with the verbs of such headlines as verbs, and as event words."""
    sentences = [_mended(sentence) for sentence in analysis.sentences]
    pairs = zip(sentences, analysis.sentences, strict=True)
    told = [one for mended, one in pairs if mended is not one]
    if not told:
        return analysis
    taken = {(t.start, t.end) for t in analysis.triggers}
    more = [
        Trigger(token.start, token.end, "OCCURRENCE", "positive", "certain", "PRESENT", _SURE)
        for sentence in told
        for token in sentence.tokens
        if token.upos == "VERB" and (token.start, token.end) not in taken
    ]
    triggers = sorted([*analysis.triggers, *more], key=lambda t: t.start)
    return replace(
        analysis,
        sentences=type(analysis.sentences)(sentences),
        triggers=type(analysis.triggers)(triggers),
    )


def _mended(sentence: Sentence) -> Sentence:
    tokens = sentence.tokens
    if len(tokens) > _LONGEST or any(t.upos in ("VERB", "AUX", "PRON") for t in tokens):
        return sentence
    verb = next((n for n in range(1, len(tokens) - 1) if _verb(tokens, n)), None)
    root = next((n for n, t in enumerate(tokens) if t.head < 0), -1)
    if verb is None or root <= verb:
        return sentence
    return replace(sentence, tokens=type(tokens)(_hung(tokens, verb, root)))


def _verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun stands where the verb of a headline does, and agrees with who does it."""
    token, subject, behind = tokens[place], tokens[place - 1], tokens[place + 1]
    if token.upos not in _NOUNS or behind.upos not in _NOMINAL or subject.upos not in _NOUNS:
        return False
    if any(t.upos not in _NOMINAL for t in tokens[:place]):
        return False
    word, who = token.text.lower(), subject.text.lower()
    many = who in _MANY or (subject.upos == "NOUN" and _several(subject))
    if many and not (people() | _SIDES | _MANY).isdisjoint((who, subject.lemma.lower())):
        return _known(word) and word not in listed("triggers", "nouns_besides")
    single = who in _SIDES or (who in people() and not many)
    base = _base(word)
    # "Army attacks probe" may be a probe of attacks: only what is no event's noun besides.
    return single and base is not None and base not in words().nouns


def _several(token: Token) -> bool:
    word = token.text.lower()
    return word.endswith("s") and word != token.lemma.lower()


def _known(word: str) -> bool:
    return word in words().verbs or word in words().light or word in words().frames


def _base(word: str) -> str | None:
    """The verb of a third person: "masses", "shells"."""
    for end in ("es", "s"):
        base = word.removesuffix(end)
        if word.endswith(end) and _known(base) and base not in listed("triggers", "nouns_besides"):
            return base
    return None


def _hung(tokens: Sequence[Token], verb: int, root: int) -> list[Token]:
    """The tokens in a tree of which the verb is the root."""
    found = []
    for place, token in enumerate(tokens):
        head, relation = token.head, token.deprel
        if place == verb:
            lemma = _base(token.text.lower()) or token.text.lower()
            found.append(replace(token, upos="VERB", lemma=lemma, head=-1, deprel="root"))
            continue
        if place == root:
            head, relation = verb, "obj"
        elif place == verb - 1:
            head, relation = verb, "nsubj"
        elif place < verb and (head >= verb or head < 0):
            head, relation = verb - 1, "compound"
        elif place > verb and head <= verb:
            head = root if token.upos != "PUNCT" else verb
        elif head == root and place > root and relation == "nmod":
            head, relation = verb, "obl"
        elif head == root and token.upos == "PUNCT":
            head = verb
        found.append(replace(token, head=head, deprel=relation))
    return found
