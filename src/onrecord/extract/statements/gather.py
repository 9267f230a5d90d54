"""Which attributions of a text are statements: the tagger's, mended, and those it missed.

The tagger draws outermost attributions only; what somebody is said to have said within one is found
here, and keeps the one that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.extract.statements.fields.implied import with_sources
from onrecord.extract.statements.fields.leads import with_lead
from onrecord.extract.statements.fields.relative import apart, in_relative
from onrecord.extract.statements.fields.warned import of_what, only_whom
from onrecord.extract.statements.shapes.accounts import with_account
from onrecord.extract.statements.shapes.accused import accused, accusing_too
from onrecord.extract.statements.shapes.adjacent import in_writing
from onrecord.extract.statements.shapes.apposed import with_apposed
from onrecord.extract.statements.shapes.candidates import candidates
from onrecord.extract.statements.shapes.citing import with_cited
from onrecord.extract.statements.shapes.clefts import uncleft
from onrecord.extract.statements.shapes.closing import around_as
from onrecord.extract.statements.shapes.colons import behind_colon
from onrecord.extract.statements.shapes.corrections import taken_back
from onrecord.extract.statements.shapes.figures import given
from onrecord.extract.statements.shapes.first_time import without_since
from onrecord.extract.statements.shapes.glosses import called_so
from onrecord.extract.statements.shapes.grounds import with_nothing
from onrecord.extract.statements.shapes.hearings import before_court
from onrecord.extract.statements.shapes.issued import of_issuer, of_shown
from onrecord.extract.statements.shapes.matching import behind_account
from onrecord.extract.statements.shapes.nominal import claims, to_clause, with_claimed
from onrecord.extract.statements.shapes.nosaying import no_saying
from onrecord.extract.statements.shapes.parenthesis import goes_on_behind, only_behind
from onrecord.extract.statements.shapes.passives import of_whom, unheard
from onrecord.extract.statements.shapes.quoted_as import was_quoted
from onrecord.extract.statements.shapes.quoting import quoted_doing, saying_on
from onrecord.extract.statements.shapes.relayed import cited, nested, with_relays, without_cited
from onrecord.extract.statements.shapes.rows_of_tellers import each_his_own
from onrecord.extract.statements.shapes.said_to_have import said_to_have
from onrecord.extract.statements.shapes.semicolons import own_clauses
from onrecord.extract.statements.shapes.set_phrases import with_phrase
from onrecord.extract.statements.shapes.sift import is_attitude, is_statement, stands_alone
from onrecord.extract.statements.shapes.speculation import of_talk
from onrecord.extract.statements.shapes.things import describing
from onrecord.extract.statements.shapes.told_by import told_by
from onrecord.extract.statements.shapes.trailing import from_tail
from onrecord.extract.statements.shapes.twofold import gives_reason, retold
from onrecord.extract.statements.shapes.unstopped import begun, unstopped
from onrecord.extract.statements.spans.absorb import absorb
from onrecord.extract.statements.spans.drawn import set_right, side_by_side
from onrecord.extract.statements.spans.edges import ended, offence, rejoined
from onrecord.extract.statements.spans.fitted import fitted, nobodys, of_paper
from onrecord.extract.statements.spans.further import reach_on, unbroken
from onrecord.extract.statements.spans.goes_on import goes_on
from onrecord.extract.statements.spans.hearsay import whole_clause
from onrecord.extract.statements.spans.lacking import with_contents
from onrecord.extract.statements.spans.loose import split, tighten
from onrecord.extract.statements.spans.overrun import (
    in_dashes,
    signed,
    told_again,
    without_overrun,
)
from onrecord.extract.statements.spans.paragraphs import keep_apart
from onrecord.extract.statements.spans.regained import (
    regained,
    to_background,
    unjoined,
    with_warning,
)
from onrecord.extract.statements.spans.repair import Mender
from onrecord.extract.statements.spans.runon import run_on
from onrecord.extract.statements.spans.settings import without_setting
from onrecord.extract.statements.words.coordination import own_verb, without_next_clause
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.filed import behind
from onrecord.extract.statements.words.lexicon import Cues, Frame
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import (
    neither_nor,
    of_participle,
    without_main_verb,
    without_recipient,
)
from onrecord.extract.statements.words.verbgroup import lexical, negated
from onrecord.model.analysis import Attribution
from onrecord.records import Act

_WORDS_NESTED = 2
"""Words that a nested content must have at least; less is a label, not a statement."""


def gather(
    syntax: Syntax,
    lexicon: Cues,
    marks: Sequence[Offsets],
    attributions: Sequence[Attribution],
    times: Sequence[Offsets] = (),
    dateline: Offsets | None = None,
) -> list[Draft]:
    """The drafts in the order of the text, each outer one before those within it.

    ``times`` are where the text says when, which is not part of who; nor is the ``dateline``.
    """
    mender = Mender(syntax, lexicon, marks)
    drawn = [Draft(a.source, a.cue, a.content, score=a.score) for a in attributions]
    found = _tagged(syntax, lexicon, marks, times, dateline, drawn, mender)
    found = [without_overrun(syntax, marks, reach_on(syntax, found, draft)) for draft in found]
    found = [ended(syntax, marks, offence(syntax, marks, draft)) for draft in found]
    found = goes_on(syntax, lexicon, found)
    found = of_shown(syntax, of_issuer(syntax, nested(syntax, lexicon, found)))
    found = each_his_own(syntax, lexicon, retold(syntax, lexicon, found))
    found = quoted_doing(syntax, lexicon, found)
    found = accusing_too(syntax, found)
    ruled = _ruled(syntax, lexicon, marks, times, dateline, found, mender)
    for draft in sorted(ruled, key=Draft.order):
        placed = _place(syntax, lexicon, found, draft)
        if placed is not None:
            found.append(placed)
    found = saying_on(syntax, with_cited(syntax, cited(syntax, found)))
    found = with_warning(syntax, lexicon, found)
    found += list(claims(syntax, lexicon, found, times))
    found = with_claimed(syntax, lexicon, found)
    found = fitted(syntax, lexicon, marks, times, [whole_clause(syntax, d) for d in found])
    found = said_to_have(syntax, lexicon, taken_back(syntax, found))
    found = with_apposed(syntax, in_dashes(syntax, side_by_side(syntax, found)), times)
    found = [of_whom(syntax, in_writing(syntax, d)) for d in own_clauses(syntax, found)]
    outer = [
        _with_standing(syntax, marks, found, _without_saying(syntax, found, draft))
        for draft in found
    ]
    outer = [without_setting(syntax, draft) for draft in outer]
    outer = [without_next_clause(syntax, lexicon, without_since(syntax, d)) for d in outer]
    renewed = dict(zip(map(id, found), outer, strict=True))
    outer = [replace(d, outer=renewed[id(d.outer)]) if d.outer else d for d in outer]
    return sorted(outer, key=lambda draft: ((draft.outer or draft).order(), draft.outer is not None,
                                            draft.order()))  # fmt: skip


def _tagged(
    syntax: Syntax,
    lexicon: Cues,
    marks: Sequence[Offsets],
    times: Sequence[Offsets],
    dateline: Offsets | None,
    drawn: list[Draft],
    mender: Mender,
) -> list[Draft]:
    """The statements and attitudes among what the tagger drew, mended."""
    drawn = [draft for draft in drawn if not goes_on_behind(syntax, draft)]
    drawn = own_verb(syntax, lexicon, rejoined(syntax, drawn))
    drawn = [was_quoted(syntax, draft) for draft in drawn]
    drawn = [with_account(syntax, draft) for draft in set_right(syntax, drawn)]
    drawn = [from_tail(syntax, lexicon, times, draft) for draft in drawn]
    drawn = apart(syntax, lexicon, drawn)
    drawn = with_contents(
        syntax, lexicon, marks, behind(dateline, keep_apart(syntax, marks, drawn))
    )
    drawn = unstopped(syntax, lexicon, marks, times, drawn)
    drawn = with_relays(syntax, without_cited(syntax, drawn))
    raws = absorb(syntax, drawn)
    raws = [one for raw in raws for one in told_again(syntax, lexicon, marks, signed(syntax, raw))]
    whole = [one for raw in raws for one in run_on(syntax, lexicon, marks, raw)]
    parts = [part for raw in whole for part in split(syntax, lexicon, marks, raw)]
    mended = with_sources(syntax, [one for raw in parts if (one := _mended(mender, raw))])
    mended = [neither_nor(syntax, told_by(syntax, accused(syntax, one))) for one in mended]
    mended = [without_recipient(syntax, marks, with_phrase(syntax, draft)) for draft in mended]
    mended = [of_talk(syntax, times, of_participle(syntax, draft)) for draft in mended]
    mended = [in_relative(syntax, lexicon, without_main_verb(syntax, d)) for d in mended]
    mended = [with_nothing(syntax, draft) for draft in mended]
    tight = [tighten(syntax, begun(syntax, draft), times) for draft in mended]
    tight = [of_what(syntax, marks, without_overrun(syntax, marks, draft)) for draft in tight]
    tight = [regained(syntax, unheard(syntax, times, draft)) for draft in tight]
    tight = [unjoined(syntax, to_background(syntax, marks, draft)) for draft in tight]
    tight = [to_clause(syntax, lexicon, with_lead(syntax, draft)) for draft in tight]
    tight = [only_behind(syntax, draft) for draft in tight]
    tight = behind_colon(syntax, [behind_account(syntax, draft) for draft in tight])
    tight = before_court(syntax, tight)
    tight = uncleft(syntax, lexicon, [around_as(syntax, draft) for draft in tight])
    return _apart(
        draft
        for draft in tight
        if not only_whom(syntax, marks, draft)
        if is_statement(syntax, lexicon, marks, draft) or is_attitude(syntax, lexicon, draft)
    )


def _ruled(
    syntax: Syntax,
    lexicon: Cues,
    marks: Sequence[Offsets],
    times: Sequence[Offsets],
    dateline: Offsets | None,
    found: Sequence[Draft],
    mender: Mender,
) -> list[Draft]:
    """What rules find that no draft found so far has for its cue, mended."""
    cues = [draft.cue for draft in found if draft.cue]
    fresh = (
        raw
        for raw in candidates(syntax, lexicon, marks)
        if raw.cue and not any(overlap(raw.cue, cue) for cue in cues)
    )
    ruled = [one for raw in behind(dateline, fresh) if (one := _mended(mender, raw))]
    ruled = [draft for draft in ruled if not goes_on_behind(syntax, draft)]
    ruled = [neither_nor(syntax, told_by(syntax, accused(syntax, draft))) for draft in ruled]
    ruled = [tighten(syntax, draft, times) for draft in ruled]
    ruled = [without_overrun(syntax, marks, signed(syntax, draft)) for draft in ruled]
    ruled = [of_what(syntax, marks, d) for d in ruled if not only_whom(syntax, marks, d)]
    ruled = [ended(syntax, marks, unheard(syntax, times, draft)) for draft in ruled]
    return [
        reach_on(syntax, found, one)
        if one.head and given(syntax, one.head)
        else unbroken(syntax, found, one)
        for one in ruled
    ]


def _mended(mender: Mender, draft: Draft) -> Draft | None:
    """The draft mended; what a set phrase tells of is as it should be."""
    return draft if draft.by == "phrase" else mender.mend(draft)


def _apart(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without those whose cue another has already."""
    found: list[Draft] = []
    for draft in drafts:
        if not any(d.cue and draft.cue and overlap(d.cue, draft.cue) for d in found):
            found.append(draft)
    return found


def _place(syntax: Syntax, lexicon: Cues, found: Sequence[Draft], draft: Draft) -> Draft | None:
    """A ruled draft beside or within those found; None where it repeats or muddles one."""
    assert draft.cue is not None
    around = [other for other in found if covers(other.content, draft.cue)]
    if not around:
        spans = draft.spans()
        clear = not any(_collide(spans, other) for other in found)
        return draft if clear and stands_alone(syntax, lexicon, draft) else None
    if draft.by == "phrase" and draft.head is not None and syntax.upos(draft.head) == "NOUN":
        return None  # a claim told of within what is said: ``claims`` finds it
    outer = min(around, key=lambda other: sum(e - s for s, e in other.content))
    if any(other.cue and overlap(other.cue, draft.cue) for other in found):
        return None
    return _nested(syntax, lexicon, outer, draft)


def _collide(spans: Iterable[Offsets], other: Draft) -> bool:
    """Whether a span of a draft meets one of another; both may have the same source."""
    shared = [span for span in (other.cue, *other.content) if span]
    return any(overlap(span, taken) for span in spans for taken in shared)


def _nested(syntax: Syntax, lexicon: Cues, outer: Draft, draft: Draft) -> Draft | None:
    """The draft within another, cut to its content; None where it is no statement of its own."""
    assert draft.head is not None and draft.cue is not None
    if outer.outer is not None or draft.source is None or describing(syntax, draft):
        return None
    if no_saying(syntax, draft):
        return None
    part = next(part for part in outer.content if covers([part], draft.cue))
    if not covers([part], draft.source) or _same(syntax, part, draft):
        return None
    parts = [part]
    if syntax.words[max(draft.head - 1, 0) : draft.head + 1] == ["as", "saying"]:
        parts = [other for other in outer.content if other >= part]  # what is quoted goes on
    content = tuple(
        (max(s, p[0]), min(e, p[1])) for s, e in draft.content for p in parts if overlap((s, e), p)
    )
    shared = syntax.deprel(draft.head) == "conj" and not syntax.has(draft.head, "nsubj")
    if shared:
        return None  # beside another verb: whose it is the tree knows least
    words = sum(1 for s, e in content for i in syntax.within(s, e) if syntax.upos(i) != "PUNCT")
    verb = lexical(syntax, draft.head, lexicon)
    frames = lexicon.verbs.get(verb, {})
    whole = frames.get("object") == "deny" and words == 1  # "deny everything"
    called = called_so(syntax, draft.head)
    if (words < _WORDS_NESTED and not (whole or called)) or verb in lexicon.belief:
        return None
    told = {"clause", "person"} & frames.keys() or "confirm" in frames.values()
    notice = "notice" in syntax.lemmas[draft.head : draft.head + 6] and draft.by == "rule"
    if not (told or called or notice or _welcomes(syntax, draft.head, frames)):
        return None
    paper = of_paper(syntax, draft)
    goes_on = syntax.word(draft.head).endswith("ing") and syntax.word(draft.head - 1) != "as"
    if goes_on and not syntax.has(draft.head, "nsubj", "aux"):
        return None  # the outer speaker goes on
    top = syntax.top(*draft.source)
    if paper is not None:
        draft = replace(draft, source=paper)
    elif (
        top is None
        or is_first(syntax.word(top))
        or (syntax.upos(top) == "PRON" and (syntax.lemmas[top] not in ("he", "she", "they", "who")))
    ) and not gives_reason(syntax, draft):
        return None
    draft = reach_on(syntax, (), draft.with_(content=content)) if content else draft
    content = tuple((s, min(e, parts[-1][1])) for s, e in draft.content if s < parts[-1][1])
    content = _without_outer_marks(syntax, outer, content)
    draft = nobodys(syntax, draft) if paper is not None else draft
    return replace(draft, content=content, outer=outer) if content else None


def _welcomes(syntax: Syntax, verb: int, frames: Mapping[Frame, Act]) -> bool:
    """ "said the chief | welcomes | the apology": what somebody named makes of it."""
    subject = syntax.kid(verb, "nsubj")
    judges = frames.get("object") in ("praise", "condemn") and syntax.has(verb, "obj", "obl")
    named = subject is not None and syntax.upos(subject) in ("NOUN", "PROPN")
    return judges and named and syntax.deprel(verb) == "ccomp"


def _same(syntax: Syntax, part: Offsets, draft: Draft) -> bool:
    """ "said | he could not confirm that …": he has said that already."""
    assert draft.source is not None and draft.head is not None
    first = syntax.at(draft.source[0])
    opens = syntax.text[part[0] : draft.source[0]].strip() in ("", "that")
    pronoun = first is not None and syntax.upos(first) == "PRON" and syntax.words[first] != "who"
    return opens and pronoun and negated(syntax, draft.head)


def _without_outer_marks(
    syntax: Syntax, outer: Draft, content: tuple[Offsets, ...]
) -> tuple[Offsets, ...]:
    """The closing mark of the outer quotation, and its comma, are not the inner one's."""
    found: list[Offsets] = []
    for start, end in content:
        text = syntax.text
        if (
            text[end - 1] in '”"'
            and text[start:end].count(text[end - 1]) == 1
            and ("“" not in text[start:end])
        ):
            end -= 1
        found.append((start, end))
    return tuple(span for span in found if span[0] < span[1])


def _without_saying(syntax: Syntax, found: Sequence[Draft], draft: Draft) -> Draft:
    """ "according to the general|, who added that …": what he added is a statement of its own."""
    if draft.source is None:
        return draft
    inside = syntax.within(*draft.source)
    for comma in inside[1:-1]:
        if syntax.tokens[comma].text == "," and syntax.word(comma + 1) in ("who", "which"):
            rest = [(syntax.tokens[comma].end, draft.source[1])]
            if any(d is not draft and d.cue and covers(rest, d.cue) for d in found):
                return draft.with_(source=(draft.source[0], syntax.tokens[comma].start))
    return draft


def _with_standing(
    syntax: Syntax, marks: Sequence[Offsets], found: Sequence[Draft], draft: Draft
) -> Draft:
    """A quotation that stands by itself right after the sentence it goes on from belongs to it."""
    if draft.outer is not None or draft.cue is None or not draft.content:
        return draft
    if not any(overlap(mark, part) for mark in marks for part in draft.content):
        return draft
    end = max(e for _, e in draft.spans())
    last = syntax.at(end - 1)
    if last is None:
        return draft
    number = syntax.sentences[last]
    _low, high = syntax.bounds[number]
    close = syntax.tokens[high - 1].end
    following = next((mark for mark in marks if mark[0] >= close), None)
    if following is None or syntax.text[close : following[0]].strip() or end > close:
        return draft
    paragraph = not syntax.text[following[1] :].strip(" \t").strip("\r")[:1].strip("\n")
    if "\n" in syntax.text[close : following[0]] and not paragraph:
        return draft  # a quotation that is a paragraph may go on from the one before
    if len(syntax.within(*following)) < 4:
        return draft
    if any(overlap(following, span) for other in found for span in other.spans()):
        return draft
    after = syntax.within(following[1], len(syntax.text))
    alone = (
        not after or syntax.sentences[after[0]] != syntax.sentences[syntax.within(*following)[-1]]
    )
    return draft.with_(content=(*draft.content, following)) if alone else draft
