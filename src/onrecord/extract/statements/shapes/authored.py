"""What is said with no verb of saying: in a body's own paper, and in the turns of an interview.

"There was no mutiny. Power will be back by noon" in a ministry's communiqué are the ministry's
words; all that follows "Ada Cole:" up to the next question is Ada Cole's. No cue attributes them:
the source is where the paper names its author, or the label of the turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.actors.trees.authors import Author, listed
from onrecord.extract.actors.trees.turns import Turn
from onrecord.extract.statements.words.draft import Draft, relinked
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import trim
from onrecord.records import Act

_LEAST = 3
"""Words of a sentence that says something, at least."""
_FINITE = frozenset({"VERB", "AUX"})
_SUPPOSING = frozenset({"should", "had", "were"})
_WILL = frozenset({"will", "'ll", "shall", "wo"})
_ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "all"})
_HELD = 0.5
"""How much of a sentence the author's words with a cue must make up, to be all it says."""


def with_own(
    syntax: Syntax,
    found: Sequence[Draft],
    marks: Sequence[Offsets],
    author: Author | None,
    turns: Sequence[Turn],
    body: int,
) -> list[Draft]:
    """The drafts, with what the author and those in their turns say without a cue.

    ``body`` is where the text begins, behind its headline and dateline.
    """
    kept = _without_supposed(syntax, found)
    if turns:
        kept = _without_labels(syntax, kept, [turn.label for turn in turns])
    for turn in turns:
        if turn.asks:
            kept = [d for d in kept if d.source is None or not covers([turn.label], d.source)]
        else:
            kept = _in_turn(syntax, kept, marks, turn)
    if author is not None and author.own and author.named:
        inside = [(turn.label[0], turn.end) for turn in turns]
        for start, end in _uttered(syntax, kept, marks, (body, len(syntax.text))):
            if not covers(inside, (start, end)):
                own = _of_author(syntax, kept, author, (start, end))
                kept = [*relinked(kept, [_within(own, draft) for draft in kept]), own]
    return sorted(kept, key=lambda d: ((d.outer or d).order(), d.outer is not None, d.order()))


def _within(own: Draft, draft: Draft) -> Draft:
    """ "We have seen | the statement by the army that …|": told within the author's own words."""
    inside = draft.outer is None and own.cue is None and bool(draft.content)
    inside = inside and all(covers(own.content, span) for span in draft.spans())
    return replace(draft, outer=own) if inside else draft


def _of_author(syntax: Syntax, found: Sequence[Draft], author: Author, span: Offsets) -> Draft:
    """What the author says in a sentence; of "We | thank | the nurses" the verb is the cue."""
    whole = Draft(_author(author, span[0]), None, (span,), by="own")
    root = next((i for i in syntax.within(*span) if syntax.heads[i] < 0), None)
    subject = syntax.kid(root, "nsubj") if root is not None else None
    if root is None or subject is None or subject > root:
        return whole
    token, verb = syntax.tokens[subject], syntax.tokens[root]
    named = any(start <= token.start < end for start, end in author.named)
    ours = named or syntax.words[subject] in ("we", "it")
    if not ours or syntax.lemmas[root] not in listed("performed") or syntax.has(root, "aux"):
        return whole
    others = [s for d in found for s in d.spans() if verb.end < s[0] < span[1]]
    part = trim(syntax, (verb.end, min((s for s, _ in others), default=span[1])))
    if part is None or syntax.lemmas[syntax.within(*part)[-1]] in ("but", "and"):
        inside = syntax.within(*part)[:-1] if part is not None else ()
        part = syntax.span(inside) if inside else None
    source = noun_phrase(syntax, subject) if named else (token.start, token.end)
    if part is None or source[1] > verb.start:
        return whole
    return Draft(source, (verb.start, verb.end), (part,), head=root, by="own")


def _author(author: Author, start: int) -> Offsets:
    """Where the author is named: in the sentence before, or first of all."""
    before = [span for span in author.named if span[0] <= start]
    return before[-1] if before else author.named[0]


def _in_turn(
    syntax: Syntax, found: Sequence[Draft], marks: Sequence[Offsets], turn: Turn
) -> list[Draft]:
    """The drafts, all that is said in a turn said by whose turn it is.

    What others are told in it to have said stands within a statement of the speaker's.
    """
    if turn.who is None:
        return list(found)
    whole = turn.start, turn.end
    kept: list[Draft] = []
    renewed: dict[int, Draft] = {}
    for draft in found:
        new = replace(draft, outer=renewed.get(id(draft.outer), draft.outer))
        if draft.source is not None and overlap(draft.source, turn.label):
            new = replace(new, content=_first(syntax, draft, whole))
        mine = draft.cue is not None and covers([whole], draft.cue) and draft.outer is None
        if mine and draft.source is not None and covers([whole], draft.source):
            new = _clipped(syntax, new, marks)
            first = syntax.at(draft.source[0])
            if first is not None and _own(syntax, first):
                new = replace(new, source=turn.who)
            elif (said := _sentence(syntax, new, whole)) is not None:
                around = Draft(turn.who, None, (said,), by="own")
                kept.append(around)
                new = replace(new, outer=around)
        renewed[id(draft)] = new
        kept.append(new)
    fresh = [Draft(turn.who, None, (s,), by="own") for s in _uttered(syntax, kept, marks, whole)]
    return [*kept, *fresh]


def _without_labels(
    syntax: Syntax, found: Sequence[Draft], labels: Sequence[Offsets]
) -> list[Draft]:
    """The drafts, no label told by anybody: of "RUIZ: The police say so" the police say "so"."""
    kept = []
    for draft in found:
        content = tuple(part for part in draft.content if not covers(labels, part))
        if not content and draft.content and draft.cue is not None:
            behind = next(iter(syntax.within(draft.cue[1], len(syntax.text))), None)
            if behind is not None and syntax.words[behind] in ("so", "not"):
                content = ((syntax.tokens[behind].start, syntax.tokens[behind].end),)
        kept.append(draft if content == draft.content else replace(draft, content=content))
    kept = relinked(found, kept)
    pairs = zip(kept, found, strict=True)
    return [new for new, was in pairs if new.content or not was.content]


def _clipped(syntax: Syntax, draft: Draft, marks: Sequence[Offsets]) -> Draft:
    """What another is told to have said ends with the sentence, unless it is quoted: the speaker
    goes on ("He warned that they would pay. I met one of them")."""
    assert draft.cue is not None
    at = syntax.at(draft.cue[0])
    if at is None:
        return draft
    end = syntax.tokens[syntax.bounds[syntax.sentences[at]][1] - 1].end
    content = tuple(
        part if part[0] >= end or any(overlap(part, mark) for mark in marks)
        else trim(syntax, (part[0], min(part[1], end))) or part
        for part in draft.content
    )  # fmt: skip
    return draft if content == draft.content else replace(draft, content=content)


def _own(syntax: Syntax, first: int) -> bool:
    """Whether the first word of a source is the speaker, and no "our minister" of theirs."""
    return is_first(syntax.words[first]) and syntax.deprel(first) != "nmod:poss"


def _first(syntax: Syntax, draft: Draft, whole: Offsets) -> tuple[Offsets, ...]:
    """Of what stands behind a label the first sentence that says something: "No. It was not us"."""
    if not draft.content:
        return draft.content
    begin = draft.content[0][0]
    for low, high in syntax.bounds:
        start, end = max(syntax.tokens[low].start, begin), syntax.tokens[high - 1].end
        if start < begin or not start < end <= whole[1]:
            continue
        if _long(syntax, start, end):
            span = trim(syntax, (begin, end))
            return (span,) if span is not None and end < draft.content[-1][1] else draft.content
    return draft.content


def _long(syntax: Syntax, start: int, end: int) -> bool:
    return sum(syntax.upos(i) != "PUNCT" for i in syntax.within(start, end)) >= _LEAST


def _sentence(syntax: Syntax, draft: Draft, whole: Offsets) -> Offsets | None:
    """The sentence of a cue, where nobody's words but its own are in it."""
    assert draft.cue is not None
    first = syntax.at(draft.cue[0])
    if first is None:
        return None
    low, high = syntax.bounds[syntax.sentences[first]]
    start, end = max(syntax.tokens[low].start, whole[0]), syntax.tokens[high - 1].end
    span = trim(syntax, (start, min(end, whole[1])))
    return span if span is not None and all(covers([span], one) for one in draft.spans()) else None


def _uttered(
    syntax: Syntax, found: Sequence[Draft], marks: Sequence[Offsets], whole: Offsets
) -> Iterator[Offsets]:
    """The sentences of a stretch that say something, and that nobody is yet said to have said."""
    taken = [span for d in found for span in (d.cue, *d.content) if span]
    for low, high in syntax.bounds:
        start, end = max(syntax.tokens[low].start, whole[0]), syntax.tokens[high - 1].end
        if not start < end <= whole[1] or syntax.tokens[high - 1].text in ("?", ":"):
            continue
        low = next((i for i in range(low, high) if syntax.tokens[i].start >= start), low)
        inside = [i for i in range(low, high) if syntax.upos(i) != "PUNCT"]
        roots = [i for i in inside if syntax.heads[i] < low]  # behind the label
        if len(roots) != 1 or not _says(syntax, roots[0], low, high):
            continue
        token = syntax.tokens[roots[0]]
        if any(overlap((token.start, token.end), span) for span in (*taken, *marks)):
            continue
        if sum(overlap((start, end), span) for span in taken) > _HELD * (end - start):
            continue  # "It is with grief that we | confirm the death of …|"
        span = trim(syntax, (start, end))
        if span is not None:
            yield span


def _says(syntax: Syntax, root: int, low: int, high: int) -> bool:
    """Whether a sentence states something: a subject and a finite verb, closed by a stop."""
    if syntax.tokens[high - 1].text[-1] not in '.!…”"' or high - low <= _LEAST:
        return False
    subject = syntax.has(root, "nsubj", "nsubj:pass", "expl", "csubj", "expl:pv")
    finite = syntax.upos(root) in _FINITE or syntax.has(root, "cop")
    return subject and finite


def _without_supposed(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that nobody says: "Can | you confirm | it?", "Should | Lun insist |
    on it, we will …", "Those | who call for | riots will be held"."""
    gone = {id(d) for d in found if _supposed(syntax, d)}
    return [d for d in found if id(d) not in gone and id(d.outer) not in gone]


def _supposed(syntax: Syntax, draft: Draft) -> bool:
    if draft.head is None or draft.source is None:
        return False
    low, high = syntax.bounds[syntax.sentences[draft.head]]
    top = syntax.top(*draft.source)
    if top is None:
        return False
    if syntax.words[top] == "you" and syntax.tokens[high - 1].text == "?":
        return True
    if syntax.lemmas[draft.head] == "feel" and syntax.deprel(draft.head) == "acl:relcl":
        return not syntax.has(draft.head, "ccomp")  # "all who feel cheated"
    if _generic(syntax, draft.head):
        return True
    first = next((i for i in range(low, high) if syntax.upos(i) not in ("PUNCT", "CCONJ")), low)
    return syntax.words[first] in _SUPPOSING and syntax.at(draft.source[0]) == first + 1


def _generic(syntax: Syntax, verb: int) -> bool:
    """ "Anyone who | calls for | riots will be punished": whoever does it, if anybody."""
    for index in (verb, *syntax.up(verb)):
        if syntax.deprel(index) == "acl:relcl":
            noun = syntax.heads[index]
            above = syntax.heads[noun]
            will = above >= 0 and any(
                syntax.words[k] in _WILL for k in syntax.kids(above, "aux") if k > index
            )
            now = syntax.words[index] in (syntax.lemmas[index], f"{syntax.lemmas[index]}s")
            return syntax.words[noun] in _ANYBODY and will and now
        if syntax.deprel(index) not in ("xcomp", "conj"):
            return False
    return False


def own_act(syntax: Syntax, draft: Draft, act: Act) -> Act:
    """The act of what is said without a cue, where its form alone tells it.

    "There was no mutiny" denies; "power will be restored by noon" promises, in the paper of a body
    that may see to it.
    """
    inside = [i for part in draft.content for i in syntax.within(*part)]
    roots = [i for i in inside if syntax.heads[i] < 0]
    if draft.head is not None and syntax.lemmas[draft.head] == "invite":
        return "demand" if syntax.has(draft.head, "xcomp") else act
    if not roots or act not in ("assert", "predict", "pledge"):
        return act
    root, told = roots[0], [syntax.words[i] for i in inside]
    will = [k for k in syntax.kids(root, "aux") if syntax.words[k] in _WILL]
    if told[:2] == ["there", "was"] or told[:2] == ["there", "were"]:
        return "deny" if told[2:3] == ["no"] or told[2:3] == ["never"] else act
    never = (
        told[:3] == ["at", "no", "time"] or told[:1] == ["never"] or "never" in _about(syntax, root)
    )
    if never and not will:
        return "deny"
    if (
        will
        and told[0] in _ANYBODY
        and syntax.lemmas[root] in words("harms", "harm") | words("harms", "penal")
    ):
        return "threaten"
    if will and syntax.lemmas[root] in words("harms", "commitment"):
        agent = syntax.has(root, "obl:agent")
        return "pledge" if syntax.has(root, "nsubj:pass") and not agent else act
    return act


def _about(syntax: Syntax, root: int) -> set[str]:
    return {syntax.words[k] for k in syntax.kids(root, "advmod") if k < root}
