"""Whose words they are where the tagger gave no source, or gave it to another cue of the sentence.

"X denies … and accuses …", "X said …, claiming …": the tagger gives each word to one attribution
only, so that a shared source stands with one cue and is missing from the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.candidates import speaker_of, subject_before
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap, participle
from onrecord.extract.statements.words.verbgroup import group_start


def with_sources(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without a source with the one that they share, if there is one."""
    return [
        draft
        if draft.source is not None and not _strayed(syntax, drafts, draft)
        else _shared(syntax, drafts, draft)
        for draft in drafts
    ]


def _strayed(syntax: Syntax, drafts: Sequence[Draft], draft: Draft) -> bool:
    """Whether the tagger linked a cue to a source that is not its own.

    "X threatened … if Y goes on, | saying": a participle goes on with the speaker of a verb before
    it. "Y has denied": a finite verb has its subject in its own sentence, most often beside it.
    """
    if draft.source is None or draft.cue is None or draft.head is None:
        return False
    if syntax.upos(draft.head) != "VERB" or syntax.words[draft.head] == "according":
        return False
    if participle(syntax, draft.head) and not syntax.has(draft.head, "aux", "nsubj"):
        return _participle_strayed(syntax, drafts, draft)
    if _touches(syntax, draft.source, draft.cue):
        return False
    here = _sentence(syntax, draft.cue)
    if here != _sentence(syntax, draft.source) or _of_relative(syntax, draft):
        return True
    nearer = syntax.kid(draft.head, "nsubj")
    if nearer is not None and syntax.upos(nearer) in ("NOUN", "PROPN"):
        token = syntax.tokens[nearer]
        if draft.source[1] <= token.start and token.end <= draft.cue[0]:
            return True  # "X denied it but its spokeswoman, Ada Cole, | later said"
    own = subject_before(syntax, draft.head)
    if own is not None and draft.source[1] <= draft.cue[0]:
        token = syntax.tokens[own]
        return not overlap(draft.source, (token.start, token.end)) and own not in _reach(
            syntax, draft.source
        )
    return _other_verb_between(syntax, drafts, draft)


def _of_relative(syntax: Syntax, draft: Draft) -> bool:
    """ "X, who | came late, | said": the pronoun belongs to its own clause, the cue to X's."""
    assert draft.source is not None and draft.head is not None
    top = syntax.top(*draft.source)
    if top is None or syntax.words[top] not in ("who", "which", "that"):
        return False
    subject = syntax.subject(draft.head)
    return subject is not None and subject != top


def _touches(syntax: Syntax, source: Offsets, cue: Offsets) -> bool:
    """Whether at most a stop or an adverb stands between the two."""
    gap = (
        syntax.within(source[1], cue[0])
        if source[1] <= cue[0]
        else (syntax.within(cue[1], source[0]))
    )
    return all(syntax.upos(i) in ("PUNCT", "ADV", "AUX", "PART") for i in gap)


def _sentence(syntax: Syntax, span: Offsets) -> int:
    at = syntax.at(span[0])
    return syntax.sentences[at] if at is not None else -1


def _reach(syntax: Syntax, source: Offsets) -> range:
    """The tokens of a source and the one after it, which may still be of its phrase."""
    inside = syntax.within(*source)
    return range(inside[0], inside[-1] + 2) if inside else range(0)


def _other_verb_between(syntax: Syntax, drafts: Sequence[Draft], draft: Draft) -> bool:
    """ "Many blame X, who | denied it and | described": the nearer verb's subject is shared."""
    assert draft.source is not None and draft.cue is not None and draft.head is not None
    start = group_start(syntax, draft.head)
    if not start or syntax.words[start - 1] not in ("and", "or", "but"):
        return False
    nearest = max(
        (other for other in drafts
         if other.cue and other.source and other is not draft and other.cue[1] <= draft.cue[0]),
        key=lambda other: other.cue or (0, 0), default=None,
    )  # fmt: skip
    if nearest is None or nearest.cue is None or nearest.source == draft.source:
        return False
    return _sentence(syntax, nearest.cue) == _sentence(syntax, draft.cue) and (
        nearest.cue[0] > draft.source[1]
    )


def _participle_strayed(syntax: Syntax, drafts: Sequence[Draft], draft: Draft) -> bool:
    assert draft.source is not None and draft.cue is not None
    if draft.source[1] > draft.cue[0]:
        return False
    between = [
        i
        for i in syntax.within(draft.source[1], draft.cue[0])
        if syntax.upos(i) not in ("PUNCT", "ADV", "ADP")
    ]
    assert draft.head is not None
    if syntax.deprel(draft.head) == "acl" and between and between[-1] == draft.head - 1:
        return syntax.upos(draft.head - 1) == "NOUN"  # "protests demanding …": the protests
    earlier = _beside(syntax, [d for d in drafts if d is not draft], draft)
    return bool(between) and earlier is not None and earlier[1] <= draft.source[0]


def _shared(syntax: Syntax, drafts: Sequence[Draft], draft: Draft) -> Draft:
    if draft.head is None or draft.cue is None or syntax.upos(draft.head) != "VERB":
        return draft
    if syntax.has(draft.head, "aux:pass", "nsubj:pass") or syntax.deprel(draft.head) == "amod":
        return draft
    others = [other for other in drafts if other is not draft]
    subject = _subject(syntax, others, draft)
    beside = _beside(syntax, others, draft)
    head, draft = draft.head, replace(draft, source=None)
    own = subject is not None and not _borrowed(syntax, others, head)
    if subject is not None and (beside is None or (own and subject[0] >= beside[0])):
        told = tuple(c for c in draft.content if c[0] < subject[0] or subject[1] < c[1])
        return draft.with_(source=subject, content=told or draft.content)
    if beside is not None and _goes_on(syntax, head):
        return draft.with_(source=beside)
    return draft


def _borrowed(syntax: Syntax, others: Sequence[Draft], head: int) -> bool:
    """Whether a participle hangs on a verb that says nothing ("if Y goes on, saying")."""
    if not participle(syntax, head) or syntax.deprel(head) not in ("advcl", "conj"):
        return False
    return syntax.heads[head] not in {other.head for other in others}


def _goes_on(syntax: Syntax, head: int) -> bool:
    """Whether a verb shares the subject of one before it: a participle, or after "and"."""
    if participle(syntax, head):
        return True
    start = group_start(syntax, head)
    before = syntax.words[start - 1] if start else ""
    return before in ("and", "but", "or", ",", "then", "to") or syntax.deprel(head) == "conj"


def _subject(syntax: Syntax, drafts: Sequence[Draft], draft: Draft) -> Offsets | None:
    """The subject that the tree gives the cue's verb, if it stands in nobody's content."""
    assert draft.head is not None
    speaker = speaker_of(syntax, draft.head)
    if speaker is None or syntax.sentences[speaker] != syntax.sentences[draft.head]:
        return None
    phrase = noun_phrase(syntax, speaker)
    if _told(syntax, draft, phrase):
        return None
    contents = [part for other in drafts for part in other.content]
    taken = [*contents, *(other.cue for other in drafts if other.cue)]
    return None if any(overlap(phrase, part) for part in taken) else phrase


def _told(syntax: Syntax, draft: Draft, phrase: Offsets) -> bool:
    """ "and warned | X | that …": who stands between a verb and what was said was told it.

    A subject stands there only where words were said before it ("…, said X, adding that …") or
    the words are introduced by a colon.
    """
    assert draft.cue is not None
    after = bool(draft.content) and phrase[1] <= draft.content[0][0]
    gap = syntax.text[phrase[1] : draft.content[0][0]] if after else ""
    return after and draft.cue[1] <= phrase[0] and ":" not in gap


def _beside(syntax: Syntax, drafts: Sequence[Draft], draft: Draft) -> Offsets | None:
    """The nearest source before the cue in its sentence that another draft has."""
    assert draft.cue is not None
    first = syntax.at(draft.cue[0])
    if first is None:
        return None
    low, _ = syntax.bounds[syntax.sentences[first]]
    begin = syntax.tokens[low].start
    found = [
        other.source
        for other in drafts
        if other.source is not None
        and begin <= other.source[0]
        and other.source[1] <= draft.cue[0]
        and not covers([part for d in drafts for part in d.content], other.source)
    ]
    return max(found, default=None)
