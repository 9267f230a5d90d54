"""Contents that run on into what their speaker did next: "said it was looking into it | and asked
witnesses to come forward", "said he had seen planes|, but did not know what they carried".

The second act shares its subject with the first, and the tagger, which sees no second subject,
takes it for more of what was said. The forms of the verbs tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.statements.shapes.sift import UNKNOWING
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues, words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import declined, group_start, head_of, lexical

_ENDS = (("hang", "up"), ("ring", "off"), ("walk", "off"), ("walk", "away"), ("walk", "out"),
         ("drive", "off"), ("turn", "away"), ("leave", "the"), ("end", "the"), ("put", "down"),
         ("put", "the"), ("break", "off"))  # fmt: skip
"""How a speaker ends a talk, as a verb's lemma and the word behind it."""
_ASKING = frozenset(
    "invite urge ask demand warn promise vow accuse blame denounce condemn thank".split()
)
"""What persons do and things do not."""
_DYING = frozenset({"die", "drown", "perish", "fall", "fail", "collapse", "crash", "burn"})
"""What nobody does who accuses somebody afterwards."""


def run_on(
    syntax: Syntax, lexicon: Cues, marks: Sequence[Offsets], draft: Draft
) -> Iterator[Draft]:
    """The draft, cut where its speaker does something else; that too, where it is saying."""
    if draft.cue is None or draft.source is None or not draft.content:
        yield draft
        return
    start, end = draft.content[-1]
    if start < draft.cue[1]:
        yield draft
        return
    second = _skipped(syntax, lexicon, draft)
    if second:
        yield from second
        return
    inside = list(syntax.within(start, end))
    head = head_of(syntax, draft.cue, lexicon)
    for index in inside[1:]:
        token = syntax.tokens[index]
        if covers(marks, (token.start, token.end)):
            continue
        if _stops_at(syntax, draft, inside, index):
            close = token.start + token.text.index(";")
            yield replace(draft, content=(*draft.content[:-1], (start, close)))
            return
        if _leaves(syntax, inside, index):
            yield _cut(syntax, draft, index)
            return
        joint = _joint(syntax, inside, index)
        if joint is None:
            continue
        own = _after_going_on(syntax, lexicon, index) and _may_be(syntax, draft, index)
        own = own or _after_had(syntax, index) or _turns_on(syntax, lexicon, draft, index)
        own = own or _after_present(syntax, lexicon, head, index)
        if own or _cannot_say(syntax, inside, index, joint):
            yield _cut(syntax, draft, joint)
            if own and not _acts(syntax, lexicon, index):
                return
            last = _last(syntax, lexicon, index) if own else index
            first = index if own else group_start(syntax, index)
            cue = syntax.tokens[first].start, syntax.tokens[last].end
            rest = syntax.tokens[last + 1].start, end
            yield Draft(draft.source, cue, (rest,), head=index, by="rule")
            return
        beside = syntax.heads[index] == head or _keeps_back(syntax, head, index)
        refused = declined(syntax, index) if beside else None
        if refused is not None:  # "said three had died | but gave no details"
            yield _cut(syntax, draft, joint)
            what = trim(syntax, (refused[1], end)) if refused[1] < end else None
            yield Draft(draft.source, refused, (what,) if what else (), head=index, by="rule")
            return
        if _does_not_say(syntax, inside, index, joint) or _puts_off(syntax, index, joint):
            yield _cut(syntax, draft, joint)
            return
    yield draft


def _skipped(syntax: Syntax, lexicon: Cues, draft: Draft) -> list[Draft]:
    """ "condemned | the raid and appealed to both sides | to stop": both, where one was drawn."""
    assert draft.cue is not None
    head = head_of(syntax, draft.cue, lexicon)
    first = syntax.at(draft.content[0][0])
    if head is None or first is None or len(draft.content) > 1:
        return []
    frames = lexicon.verbs.get(syntax.lemmas[head], {})
    thing = next((k for k in syntax.kids(head, "obj") if head < k < first), None)
    if thing is None or "object" not in frames:
        return []
    for index in syntax.kids(head, "conj"):
        entry = lexical(syntax, index, lexicon)
        beside = thing < index < first and not syntax.has(index, "nsubj", "aux")
        if not beside or lexicon.act(entry) in (None, "assert"):
            continue
        last = _last(syntax, lexicon, index)
        what = noun_phrase(syntax, thing)
        if what[1] > syntax.tokens[index].start or what[0] < draft.cue[1]:
            continue
        cue = syntax.tokens[index].start, syntax.tokens[last].end
        rest = syntax.tokens[last + 1].start, draft.content[0][1]
        return [
            replace(draft, content=(what,)),
            Draft(draft.source, cue, (rest,), head=index, by="rule"),
        ]
    return []


def _cut(syntax: Syntax, draft: Draft, index: int) -> Draft:
    """The draft with a content that ends before the token, and before the stop beside it."""
    while index and syntax.upos(index - 1) in ("PUNCT", "CCONJ"):
        if syntax.tokens[index - 1].text in "”\"’'":
            break
        index -= 1
    part = draft.content[-1][0], syntax.tokens[index - 1].end
    return replace(draft, content=(*draft.content[:-1], part))


def _joint(syntax: Syntax, inside: Sequence[int], index: int) -> int | None:
    """The conjunction by which a verb without a subject is joined to one of the content."""
    if syntax.upos(index) != "VERB" or syntax.deprel(index) != "conj":
        return None
    if syntax.has(index, "nsubj", "nsubj:pass", "expl"):
        return None
    start = group_start(syntax, index)
    before = start - 1
    if before <= inside[0] or before + 1 >= inside[-1]:
        return None
    return before if syntax.words[before] in ("and", "but") else None


def _after_going_on(syntax: Syntax, lexicon: Cues, index: int) -> bool:
    """ "it was examining the raid | and urged …": a past does not go on from "was examining"."""
    holder = syntax.heads[index]
    going = syntax.words[holder].endswith("ing") and syntax.has(holder, "aux")
    if not going or not _past(syntax, index):
        return False
    subject = syntax.kid(holder, "nsubj")
    own = subject is not None and syntax.words[subject] in ("it", "they", "he", "she")
    return own and (syntax.has(index, "obj") or _acts(syntax, lexicon, index))


def _may_be(syntax: Syntax, draft: Draft, index: int) -> bool:
    """Whether the subject that goes on may be who speaks: "they" are more than "the official"."""
    subject = syntax.kid(syntax.heads[index], "nsubj")
    top = syntax.top(*draft.source) if draft.source else None
    if subject is None or top is None or syntax.words[subject] != "they":
        return True
    several = syntax.words[top] != syntax.lemmas[top] or syntax.has(top, "conj")
    noun = syntax.upos(top) == "NOUN"
    sort = actor_words().sort_of([syntax.words[top]], syntax.lemmas[top]) if noun else None
    return several or not noun or sort is None or sort.kind not in ("person", "people")


def _after_had(syntax: Syntax, index: int) -> bool:
    """ "the shells had come from a hill | and invited …": who invites is no shell; "that he had
    been misled | and declared a truce": "been" does not go with what has an object."""
    holder = syntax.heads[index]
    if not any(syntax.words[k] == "had" for k in syntax.kids(holder, "aux")):
        return False
    if not _past(syntax, index) or not syntax.has(index, "obj"):
        return False
    if syntax.has(holder, "aux:pass"):
        return True
    subject = syntax.kid(holder, "nsubj")
    if subject is None or syntax.upos(subject) != "NOUN":
        return False
    noun = syntax.lemmas[subject]
    return actor_words().sort_of([noun], noun) is None and syntax.lemmas[index] in _ASKING


def _after_present(syntax: Syntax, lexicon: Cues, head: int | None, index: int) -> bool:
    """ "said he is to blame for it | and accused him of …": what was said is told as it is, what
    the speaker did is past."""
    if head is None or not _past(syntax, head) or not _past(syntax, index):
        return False
    if not syntax.has(index, "obj") or not _acts(syntax, lexicon, index):
        return False
    return all(_present(syntax, verb) for verb in _above(syntax, index, head))


def _above(syntax: Syntax, index: int, head: int) -> list[int]:
    """The verbs from one that is joined to another up to the cue's."""
    found: list[int] = []
    for above in syntax.up(index):
        if above == head:
            break
        found.append(above)
    return found


def _present(syntax: Syntax, verb: int) -> bool:
    """Whether a predicate is told as it is: "plagues", "is the reason"."""
    copulas = [syntax.words[k] for k in syntax.kids(verb, "cop")]
    if copulas:
        return copulas[0] in ("is", "are") and not syntax.has(verb, "aux")
    word = syntax.words[verb]
    bare = not syntax.has(verb, "aux", "aux:pass")
    return syntax.upos(verb) == "VERB" and bare and word != syntax.lemmas[verb] and word[-1] == "s"


def _puts_off(syntax: Syntax, index: int, joint: int) -> bool:
    """ "Lun had met the terms|, but held off inviting it": who is invited does not invite."""
    if syntax.words[joint] != "but" or syntax.tokens[joint - 1].text != ",":
        return False
    after = syntax.words[index + 1 : index + 2]
    off = (syntax.lemmas[index], *after) in (("hold", "off"), ("put", "off"), ("stop", "short"))
    return off and _past(syntax, index)


def _turns_on(syntax: Syntax, lexicon: Cues, draft: Draft, index: int) -> bool:
    """ "two shepherds had died | and accused Lun of it": whoever tells turns on somebody named.

    "Had beaten him and accused him" goes on with the same two, and so does what people have seen.
    """
    top = syntax.top(*draft.source) if draft.source else None
    if top is None or (syntax.upos(top) == "NOUN" and _seers(syntax, top)):
        return False
    holder = syntax.heads[index]
    had = any(syntax.words[k] == "had" for k in syntax.kids(holder, "aux"))
    dead = syntax.lemmas[holder] in _DYING
    if not (had or dead) or not _past(syntax, index) or not _acts(syntax, lexicon, index):
        return False
    whom = index + 1
    while whom + 1 < len(syntax.words) and syntax.upos(whom) in ("DET", "ADJ", "NUM"):
        whom += 1
    named = whom < len(syntax.words) and syntax.upos(whom) in ("NOUN", "PROPN")
    return named and syntax.lemmas[index] in _ASKING


def _seers(syntax: Syntax, top: int) -> bool:
    """Whether a source are people who tell what they saw: "witnesses", "residents"."""
    sort = actor_words().sort_of([syntax.words[top]], syntax.lemmas[top])
    return syntax.lemmas[top] == "witness" or (sort is not None and sort.kind == "people")


def _acts(syntax: Syntax, lexicon: Cues, index: int) -> bool:
    """Whether a verb says something, and does more by it than telling."""
    return lexicon.act(lexical(syntax, index, lexicon)) not in (None, "assert")


def _past(syntax: Syntax, index: int) -> bool:
    """Whether a verb has the form of a past, and no auxiliary."""
    word = syntax.words[index]
    past = word != syntax.lemmas[index] and not word.endswith("ing")
    return past and not syntax.has(index, "aux", "aux:pass")


def _cannot_say(syntax: Syntax, inside: Sequence[int], index: int, joint: int) -> bool:
    """ "…, but | did not know what they carried", "but could not say where": of a question."""
    if syntax.words[joint] != "but" or not syntax.negated(index) or index + 1 >= inside[-1]:
        return False
    modal = any(syntax.words[k] in ("could", "can") for k in syntax.kids(index, "aux"))
    unable = modal and syntax.lemmas[index] in ("say", "tell")
    if not unable and syntax.lemmas[index] not in UNKNOWING:
        return False
    return syntax.word(index + 1) in words("channels", "openers") - {"to", "that"}


def _does_not_say(syntax: Syntax, inside: Sequence[int], index: int, joint: int) -> bool:
    """ "the drone was shot down over the sea | but did not specify where": no drone does."""
    if syntax.words[joint] != "but" or not syntax.negated(index) or index >= inside[-1]:
        return False
    silent = syntax.lemmas[index] in words("refusals", "comment")
    return silent and syntax.word(index + 1) in words("refusals", "asked")


def _keeps_back(syntax: Syntax, head: int | None, verb: int) -> bool:
    """ "said it was in touch with Lun | but would not give details": who speaks gives none."""
    told = syntax.heads[verb]
    gives = syntax.lemmas[verb] in words("refusals", "give") and syntax.words[verb - 1] != "and"
    return gives and head is not None and told >= 0 and syntax.heads[told] == head


def _leaves(syntax: Syntax, inside: Sequence[int], index: int) -> bool:
    """ "he had no idea|, then hung up": the talk was over."""
    if syntax.words[index] != "then" or syntax.words[index - 1] not in (",", "and", "but"):
        return False
    if index + 2 > inside[-1]:
        return False
    return (syntax.lemmas[index + 1], syntax.word(index + 2)) in _ENDS


def _stops_at(syntax: Syntax, draft: Draft, inside: Sequence[int], index: int) -> bool:
    """ "rejected the findings as “a fiction”|; it did not say …": a thing ends at a semicolon."""
    if not syntax.tokens[index].text.endswith(";") or draft.cue is None:
        return False
    first = inside[0]
    top = syntax.top(*syntax.span([i for i in inside if i < index]))
    thing = top is not None and syntax.deprel(top) in ("obj", "obl") and syntax.upos(first) in (
        "DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "PUNCT", "ADP")  # fmt: skip
    held = top is not None and draft.cue[0] <= syntax.tokens[syntax.heads[top]].start < draft.cue[1]
    return thing and held


def _last(syntax: Syntax, lexicon: Cues, index: int) -> int:
    seconds = lexicon.particles.get(syntax.lemmas[index], frozenset())
    return index + 1 if syntax.lemmas[index + 1] in seconds else index
