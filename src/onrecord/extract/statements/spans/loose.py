"""Ends that do not meet, in texts that have lost their commas.

"… injured a source at | Aleppo police said", "the rebels this month | called for",
"condemned | the attack saying it was …": words stand on the wrong side of an edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.sift import silent
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.verbgroup import lexical

_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
_ASKING = frozenset({"what", "where", "who", "whom"})
_FEW = 8
"""Words of a question at most, at whose end its preposition stands."""
_MAX_TAIL = 8
"""Tokens that a source may take back from the end of a content."""


def tighten(syntax: Syntax, draft: Draft, times: Sequence[Offsets]) -> Draft:
    """The draft with a source that has taken back its head, and lost the time beside it."""
    draft = _without_time(syntax, _with_head(syntax, draft), times)
    draft = _before_source(syntax, draft)
    draft = _without_moment(syntax, draft, times)
    draft = _without_day(syntax, draft, times)
    draft = _unsaid_then(syntax, draft, times)
    return _expletive(syntax, _with_object(syntax, draft, times))


def _before_source(syntax: Syntax, draft: Draft) -> Draft:
    """ "it is terror | the party | added", drawn twice: who says it is not what is said."""
    if draft.source is None or not draft.content:
        return draft
    (start, end), source = draft.content[-1], draft.source
    if not start < source[0] < end <= source[1]:
        return draft
    kept = [i for i in syntax.within(start, source[0])]
    while kept and syntax.upos(kept[-1]) in ("PUNCT", "CCONJ"):
        kept.pop()
    if not kept:
        return draft
    return draft.with_(content=(*draft.content[:-1], (start, syntax.tokens[kept[-1]].end)))


def _with_object(syntax: Syntax, draft: Draft, times: Sequence[Offsets]) -> Draft:
    """ "… was struck on | Sunday X said": a preposition at the end goes on to its noun or day."""
    if not draft.content:
        return draft
    start, end = draft.content[-1]
    inside = syntax.within(start, end)
    if (
        len(inside) < 2
        or syntax.upos(inside[-1]) != "ADP"
        or syntax.deprel(inside[-1]) == "compound:prt"
        or any(word in _ASKING for word in syntax.words[inside[-1] - _FEW : inside[-1]])
    ):
        return draft  # of "where they came from" nothing is lost
    behind = inside[-1] + 1
    if syntax.upos(inside[-2]) == "VERB" and (
        behind == len(syntax.tokens) or syntax.upos(behind) == "PUNCT"
    ):
        return draft  # nor of "something that we need to look into."
    taken = [span for span in (draft.source, draft.cue) if span]
    stop = min((s for s, _ in taken if s >= end), default=None)
    time = next((t for t in times if 0 <= t[0] - end <= 1), None)
    if time is not None and (stop is None or time[1] <= stop):
        return draft.with_(content=(*draft.content[:-1], (start, time[1])))
    # Nothing that it could go on to: it is a slip, and the day or place is not known.
    return draft.with_(content=(*draft.content[:-1], (start, syntax.tokens[inside[-2]].end)))


def _without_moment(syntax: Syntax, draft: Draft, times: Sequence[Offsets]) -> Draft:
    """ "rejected | the claim within an hour": when it was said is not what was said.

    Of a mere thing only: a clause has a time of its own, and so has an event's noun.
    """
    if len(draft.content) != 1 or draft.cue is None or draft.content[0][0] < draft.cue[1]:
        return draft
    start, end = draft.content[0]
    inside = list(syntax.within(start, end))
    if any(syntax.upos(i) in ("VERB", "AUX", "PUNCT") for i in inside):
        return draft
    time = next((t for t in times if t[1] == end and t[0] > start), None)
    if time is None:
        return draft
    kept = list(syntax.within(start, time[0]))
    if len(kept) < 2 or syntax.upos(kept[-1]) != "ADP" or syntax.upos(kept[-2]) != "NOUN":
        return draft
    told = syntax.lemmas[kept[-2]] in words("harms", "told")
    return draft.with_(content=((start, syntax.tokens[kept[-2]].end),)) if told else draft


def _without_day(syntax: Syntax, draft: Draft, times: Sequence[Offsets]) -> Draft:
    """ "said | today | conditions had worsened": the day of saying, before a clause of its own."""
    if draft.cue is None or not draft.content or draft.head is None:
        return draft
    start, end = draft.content[0]
    time = next((t for t in times if t[0] == start and t[1] < end), None)
    if time is None or start - draft.cue[1] != 1 or syntax.lemmas[draft.head] not in _TELLING:
        return draft
    if syntax.text[slice(*time)].lower() not in _DAYS:
        return draft
    rest = [i for i in syntax.within(time[1], end)]
    subject = next((i for i in rest if syntax.upos(i) in ("NOUN", "PROPN", "PRON")), None)
    opens = bool(rest) and syntax.upos(rest[0]) in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")
    if not opens or subject is None or not syntax.deprel(subject).startswith("nsubj"):
        return draft
    return draft.with_(content=((syntax.tokens[rest[0]].start, end), *draft.content[1:]))


def _unsaid_then(syntax: Syntax, draft: Draft, times: Sequence[Offsets]) -> Draft:
    """ "declined to comment | Thursday | on the report": when nothing was said, not of what."""
    if draft.head is None or draft.cue is None or not draft.content:
        return draft
    start, end = draft.content[0]
    inside = list(syntax.within(start, end))
    while inside and syntax.words[inside[0]] in ("on", "late", "early"):
        inside.pop(0)
    first = syntax.tokens[inside[0]].start if inside else end
    time = next((t for t in times if t[0] <= first < t[1] <= end and start < t[1]), None)
    if time is None or start < draft.cue[1] or not silent(syntax, draft.head):
        return draft
    if syntax.text[time[1] : time[1] + 2] in ("'s", "’s"):
        return draft  # "declined to comment | on Monday's raid"
    rest = [i for i in inside if syntax.tokens[i].start >= time[1]]
    while rest and syntax.upos(rest[0]) == "PUNCT":
        rest.pop(0)
    told = ((syntax.tokens[rest[0]].start, end),) if rest else ()
    return replace(draft, content=(*told, *draft.content[1:]))


_TELLING = frozenset({"say", "report", "announce", "state"})
_DAYS = frozenset(
    "today yesterday monday tuesday wednesday thursday friday saturday sunday".split()
)


def _expletive(syntax: Syntax, draft: Draft) -> Draft:
    """ "It has been reported that": nobody has."""
    if draft.source is None or draft.head is None:
        return draft
    it = syntax.text[slice(*draft.source)].lower() == "it"
    return replace(draft, source=None) if it and syntax.has(draft.head, "aux:pass") else draft


def _with_head(syntax: Syntax, draft: Draft) -> Draft:
    """ "… injured a source at | Aleppo police said": the preposition leads to the source."""
    if draft.source is None or not draft.content:
        return draft
    part = draft.content[-1]
    inside = list(syntax.within(*part))
    if not inside or syntax.upos(inside[-1]) != "ADP":
        return draft
    if syntax.text[part[1] : draft.source[0]].strip() or part[1] > draft.source[0]:
        return draft
    for index in reversed(inside[-_MAX_TAIL:-1]):
        if syntax.upos(index) == "DET":
            if index in (inside[0], inside[-1] - 1):
                return draft
            rest = (part[0], syntax.tokens[index - 1].end)
            source = (syntax.tokens[index].start, draft.source[1])
            return draft.with_(source=source, content=(*draft.content[:-1], rest))
        if syntax.upos(index) not in _NOMINAL:
            break
    return draft


def _without_time(syntax: Syntax, draft: Draft, times: Sequence[Offsets]) -> Draft:
    """ "the rebels this month | called for": when it was said is not who said it."""
    if draft.source is None:
        return draft
    start, end = draft.source
    for time in times:
        if not overlap(time, (start, end)):
            continue
        if time[1] >= end and time[0] > start:
            inside = list(syntax.within(start, time[0]))
            if syntax.words[inside[-1]] == "of" and syntax.upos(inside[-2]) in ("NOUN", "PROPN"):
                continue  # "the fullest account of the attack | of 14 August"
            if any(syntax.upos(i) == "VERB" for i in inside):
                continue  # "a poll released on Saturday": the day is of what the source did
            while len(inside) > 1 and syntax.upos(inside[-1]) in ("ADP", "PUNCT"):
                inside.pop()
            end = syntax.tokens[inside[-1]].end
        elif time[0] <= start and time[1] < end:
            inside = list(syntax.within(time[1], end))
            while len(inside) > 1 and syntax.upos(inside[0]) in ("ADP", "PUNCT"):
                inside.pop(0)
            start = syntax.tokens[inside[0]].start
    return draft.with_(source=(start, end)) if start < end else draft


def split(syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], draft: Draft) -> Iterator[Draft]:
    """ "condemned | the attack saying it was …": two statements of one speaker."""
    if draft.cue is None:
        yield draft
        return
    double = _double(syntax, draft)
    if double:
        yield from double
        return
    for number, part in enumerate(draft.content):
        inside = list(syntax.within(*part))
        if number and part[0] >= draft.cue[1] and _answers(syntax, lexicon, inside[0]):
            token, second = syntax.tokens[inside[0]], syntax.tokens[inside[1]]
            yield replace(draft, content=draft.content[:number])
            rest = ((second.start, part[1]), *draft.content[number + 1 :])
            yield Draft(draft.source, (token.start, token.end), rest, head=inside[0])
            return
        for index in inside[1:-1]:
            if part[0] < draft.cue[1]:
                break
            start = _second_cue(syntax, lexicon, marks, draft, index)
            last = _last(syntax, lexicon, index)
            after = _after(syntax, last, part) if start is not None else None
            if start is None or after is None or start - 1 < syntax.within(*part)[0]:
                continue
            before = (*draft.content[:number], (part[0], syntax.tokens[start - 1].end))
            cue = (syntax.tokens[index].start, syntax.tokens[last].end)
            yield replace(draft, content=before)
            yield Draft(draft.source, cue, (after, *draft.content[number + 1 :]), head=index)
            return
    yield draft


def _answers(syntax: Syntax, lexicon: Cues, index: int) -> bool:
    """ "…, X said, | contradicting a report that …": it is X who contradicts it."""
    if not syntax.words[index].endswith("ing") or syntax.has(index, "mark", "aux", "nsubj"):
        return False
    frames = lexicon.verbs.get(syntax.lemmas[index], {})
    things = [syntax.lemmas[k] for k in syntax.kids(index, "obj") if k > index]
    told = words("harms", "told")
    return frames.get("object") in ("deny", "reject") and any(noun in told for noun in things)


def _last(syntax: Syntax, lexicon: Cues, index: int) -> int:
    """ "called | on": the second word that the lexicon lists with a verb goes with it."""
    seconds = lexicon.particles.get(syntax.lemmas[index], frozenset())
    beside = index + 1 < len(syntax.tokens) and syntax.lemmas[index + 1] in seconds
    return index + 1 if beside else index


def _double(syntax: Syntax, draft: Draft) -> list[Draft]:
    """ "“…,” X | reported adding | that …": two cues in one, with what each says on its side."""
    assert draft.cue is not None
    inside = syntax.within(*draft.cue)
    before = tuple(part for part in draft.content if part[1] <= draft.cue[0])
    after = tuple(part for part in draft.content if part[0] >= draft.cue[1])
    if len(inside) < 2 or not (before and after):
        return []
    last = inside[-1]
    if not syntax.word(last).endswith("ing") or syntax.upos(last - 1) not in ("VERB", "PUNCT"):
        return []
    first = (draft.cue[0], syntax.tokens[last - 1].end)
    second = (syntax.tokens[last].start, syntax.tokens[last].end)
    return [
        replace(draft, cue=first, content=before),
        Draft(draft.source, second, after, head=last),
    ]


def _second_cue(
    syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], draft: Draft, index: int
) -> int | None:
    """The token before which the first statement ends, if a second cue stands at ``index``."""
    token = syntax.tokens[index]
    if covers(marks, (token.start, token.end)):
        return None
    if syntax.deprel(index) == "xcomp" and syntax.heads[index] == index - 1:
        before = syntax.tokens[index - 1]
        if covers(draft.content, (before.start, before.end)):
            return None  # "said that he was considering | asking him"
    if _goes_on(syntax, lexicon, marks, index):
        return index
    return _beside(syntax, lexicon, draft, index)


def _beside(syntax: Syntax, lexicon: Cues, draft: Draft, index: int) -> int | None:
    """ "say the vote was rigged | and have pledged to …": a verb beside the cue's own."""
    if draft.cue is None or syntax.deprel(index) != "conj" or syntax.upos(index) != "VERB":
        return None
    if _out_of_mood(syntax, lexicon, draft, index) or _of_speaker(syntax, lexicon, draft, index):
        return min(syntax.kids(index, "cc"))
    holder = syntax.tokens[syntax.heads[index]].start
    if not draft.cue[0] <= holder < draft.cue[1] or syntax.has(index, "nsubj"):
        return None
    known = {syntax.lemmas[index], lexical(syntax, index, lexicon)} & lexicon.verbs.keys()
    if not known or not syntax.has(index, "cc"):
        return None
    return min(syntax.kids(index, "cc"))


def _of_speaker(syntax: Syntax, lexicon: Cues, draft: Draft, index: int) -> bool:
    """ "conceded that shots were fired | but maintained that …": no shots maintain anything."""
    holder = syntax.heads[index]
    token = syntax.tokens[holder]
    if not syntax.has(index, "cc") or syntax.has(index, "nsubj", "nsubj:pass", "aux", "aux:pass"):
        return False
    if any(syntax.lemmas[mark] == "to" for mark in syntax.kids(holder, "mark")):
        return _finite_after_infinitive(syntax, lexicon, draft, index)
    told = syntax.has(holder, "aux:pass", "nsubj:pass") and syntax.has(index, "ccomp")
    speaks = "clause" in lexicon.verbs.get(syntax.lemmas[index], {})
    past = syntax.words[index] != syntax.lemmas[index] and not syntax.words[index].endswith("ing")
    return told and speaks and past and covers(draft.content, (token.start, token.end))


def _finite_after_infinitive(syntax: Syntax, lexicon: Cues, draft: Draft, index: int) -> bool:
    """ "calls upon the force to act | and asks the people …": "to act and asks" is no English."""
    token = syntax.tokens[syntax.heads[index]]
    word, lemma = syntax.words[index], syntax.lemmas[index]
    finite = word != lemma and not word.endswith("ing")
    listed = lexical(syntax, index, lexicon) in lexicon.verbs
    return finite and listed and covers(draft.content, (token.start, token.end))


def _out_of_mood(syntax: Syntax, lexicon: Cues, draft: Draft, index: int) -> bool:
    """ "said X could strike | and promised help": beside "could", a past is the speaker's."""
    assert draft.cue is not None
    holder = syntax.heads[index]
    token = syntax.tokens[holder]
    if syntax.has(index, "nsubj", "aux", "aux:pass") or not syntax.has(index, "cc"):
        return False
    if not covers(draft.content, (token.start, token.end)):
        return False
    moods = [syntax.words[aux] for aux in syntax.kids(holder, "aux")]
    past = syntax.words[index] != syntax.lemmas[index] and not syntax.words[index].endswith("ing")
    performs = lexicon.act(lexical(syntax, index, lexicon)) not in (None, "assert")
    if not past or not performs:
        return False
    subject = syntax.kid(holder, "nsubj")
    # "said they regretted it | and called on both": they are the speaker, or theirs is the same.
    own = subject is not None and syntax.words[subject] in ("they", "it", "he", "she")
    return any(mood in _MOODS for mood in moods) or (own and not moods)


_MOODS = frozenset({"could", "would", "will", "can", "may", "might", "should", "must", "'ll", "'d"})


def _goes_on(syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], index: int) -> bool:
    """Whether a participle outside quotation marks goes on with the speaker's words."""
    word, lemma = syntax.word(index), syntax.lemmas[index]
    if not word.endswith("ing") or syntax.upos(index) == "NOUN":
        return False
    if syntax.has(index, "nmod:poss") or syntax.words[index - 1] in ("'s", "'"):
        return False  # "the monitor's finding that …"
    links = lexicon.links.get(lemma)
    near = syntax.words[index + 2 : index + 9]
    if links and lemma in ("accuse", "blame", "urge", "condemn") and links & set(near):
        return not syntax.has(index, "aux", "nsubj", "case", "mark", "det")
    if "clause" not in lexicon.verbs.get(lemma, {}):
        return False
    if lemma == "say":
        return syntax.words[index - 1] not in _BEFORE_GERUND and not syntax.has(
            index, "nsubj", "aux"
        )
    if syntax.has(index, "aux", "nsubj", "case", "mark", "det"):
        return False
    follows = syntax.word(index + 1)
    if syntax.deprel(index) not in _FREE and follows != "that":
        return False
    quoted = any(mark[0] == syntax.tokens[index + 1].start for mark in marks)
    if follows == "that" or quoted:
        return True
    pronoun = follows in ("it", "he", "she", "they", "there", "we")
    return pronoun and syntax.upos(index + 2) in ("AUX", "VERB")


_BEFORE_GERUND = frozenset({"as", "by", "of", "from", "in", "for", "without", "before", "after",
                            "was", "is", "were", "are", "than", "when", "while"})  # fmt: skip
_FREE = frozenset({"advcl", "conj", "xcomp", "parataxis", "acl", "dep", "ccomp"})


def _after(syntax: Syntax, index: int, part: Offsets) -> Offsets | None:
    """What is said after the participle; "in a statement" between them belongs to neither."""
    start = index + 1
    inside = syntax.within(*part)
    if syntax.upos(start) == "ADP":
        quote = next((i for i in inside if i > start and syntax.tokens[i].text in '“"'), None)
        that = next((i for i in inside if i > start and syntax.word(i) == "that"), None)
        found = [i for i in (quote, that) if i is not None]
        if not found:
            return None
        start = min(found)
    if start >= inside[-1]:
        return None
    return syntax.tokens[start].start, part[1]
