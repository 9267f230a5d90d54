"""Statements: who said what, from the attributions of a text, with every field of the record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.actors import ActorIndex
from onrecord.extract.actors.trees.authors import author_of
from onrecord.extract.actors.trees.turns import turns
from onrecord.extract.statements.fields import modality
from onrecord.extract.statements.fields.act import decide
from onrecord.extract.statements.fields.addressee import Addressees
from onrecord.extract.statements.fields.channel import Channels
from onrecord.extract.statements.fields.clauses import clauses
from onrecord.extract.statements.fields.condition import find_condition
from onrecord.extract.statements.fields.features import Reader
from onrecord.extract.statements.fields.occasion import Occasions
from onrecord.extract.statements.fields.recipient import Recipients
from onrecord.extract.statements.fields.retold import Heard, Said
from onrecord.extract.statements.fields.sources import Sources
from onrecord.extract.statements.gather import gather
from onrecord.extract.statements.shapes.ascribed import ascribed
from onrecord.extract.statements.shapes.authored import own_act, with_own
from onrecord.extract.statements.shapes.headless import of_writings
from onrecord.extract.statements.shapes.headline_quotes import quoted_first
from onrecord.extract.statements.shapes.labelled import labelled
from onrecord.extract.statements.shapes.tails import cut_names, told_last
from onrecord.extract.statements.spans.glued import unglued
from onrecord.extract.statements.words import quotation
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.filed import filed, speaking, without_clocks
from onrecord.extract.statements.words.lexicon import cues
from onrecord.extract.statements.words.quotation import quotations
from onrecord.extract.statements.words.sides import Cast
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers
from onrecord.extract.times import lies_ahead
from onrecord.extract.times.entries import entries
from onrecord.model.analysis import Analysis
from onrecord.read.frontmatter import front
from onrecord.records import Actor, Report, Source, Span, Statement, Time

__all__ = ["Gathered", "cut_names", "find_statements", "gather_statements"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The attributions of a text before anybody is told apart: spans only.

    ``tagged`` are the sources as the tagger drew them, ``colons`` where its cues end in a colon.
    """

    syntax: Syntax
    marks: tuple[Offsets, ...]
    drafts: tuple[Draft, ...]
    tagged: frozenset[Offsets]
    colons: frozenset[int] = frozenset()

    def sources(self) -> list[Offsets]:
        """The spans of all sources, for ``find_actors`` to give an actor to each."""
        return [draft.source for draft in self.drafts if draft.source is not None]


def gather_statements(report: Report, analysis: Analysis, times: Sequence[Time] = ()) -> Gathered:
    """Which words of a report say who said what, as spans of code points.

    ``times`` are the report's own; what says when is kept out of what says who.
    """
    syntax = Syntax(analysis)
    marks = tuple(quotations(report.text))
    moments = [(time.span.start, time.span.end) for time in times]
    dateline = filed(analysis, report.title)
    drafts = gather(syntax, cues(), marks, speaking(analysis), moments, dateline)
    drafts = of_writings(syntax, unglued(analysis, syntax, drafts))
    drafts = without_clocks(entries(report.text), drafts)
    opening = front(report.text, title=report.title)
    drafts = told_last(analysis, opening, quoted_first(report.text, opening, drafts))
    drafts = ascribed(syntax, drafts)
    exchange = turns(analysis)
    taken = [(turn.label[0], turn.end) for turn in exchange]
    drafts = labelled(syntax, drafts, analysis.names, taken)
    drafts = with_own(syntax, drafts, marks, author_of(report), exchange, opening.body)
    tagged = frozenset(a.source for a in analysis.attributions if a.source)
    ends = {a.cue[1] for a in analysis.attributions if a.cue}
    colons = frozenset(end for end in ends if report.text[end - 1] == ":")
    return Gathered(syntax, marks, tuple(drafts), tagged, colons)


def find_statements(
    report: Report,
    analysis: Analysis,
    times: Sequence[Time],
    actors: ActorIndex,
    *,
    gathered: Gathered | None = None,
) -> tuple[Statement, ...]:
    """The statements of a report, in the order of its text, with ids ``<report.id>:s1`` …

    ``times`` and ``actors`` are the report's own, resolved; they give the statements' dates,
    sources and addressees. ``gathered`` is ``gather_statements`` of the same report, where it was
    asked before. LexiconError where a lexicon cannot be used.
    """
    gathered = gathered or gather_statements(report, analysis, times)
    return (
        _Writer(report, gathered, times, actors).write(gathered.drafts) if gathered.drafts else ()
    )


class _Writer:
    """Gives the drafts of one text their fields."""

    def __init__(
        self, report: Report, gathered: Gathered, times: Sequence[Time], actors: ActorIndex
    ) -> None:
        syntax, lexicon = gathered.syntax, cues()
        self._report = report
        self._syntax = syntax
        self._lexicon = lexicon
        self._marks = gathered.marks
        self._tagged = gathered.tagged
        self._drafts = gathered.drafts
        self._colons = gathered.colons
        self._cast = Cast(syntax, actors)
        self._sources = Sources(syntax, self._cast)
        self._reader = Reader(syntax, lexicon, self._cast)
        moments = [(time.span.start, time.span.end) for time in times]
        recipients = Recipients(syntax, self._cast, moments)
        self._channels = Channels(syntax, self._cast, recipients, moments)
        self._addressees = Addressees(syntax, self._cast, recipients)
        own_date = report.published if report.published_basis == "text" else None
        past = [time for time in times if not lies_ahead(time, report.published)]
        self._occasions = Occasions(syntax, lexicon, past, published=own_date)

    def write(self, drafts: Sequence[Draft]) -> tuple[Statement, ...]:
        """The statements of the drafts, which are in the order of the text."""
        sources = self._sources.resolve(drafts)
        speakers = [self._sources.speaker(source) for source in sources]
        heard = [Heard(d, speaker) for d, speaker in zip(drafts, speakers, strict=True)]
        said = self._occasions.find(heard)
        ids = {id(draft): f"{self._report.id}:s{n}" for n, draft in enumerate(drafts, start=1)}
        return tuple(
            self._statement(draft, source, speaker, moment, ids)
            for draft, source, speaker, moment in zip(drafts, sources, speakers, said, strict=True)
        )

    def _statement(
        self,
        draft: Draft,
        source: Source | None,
        speaker: Actor | None,
        said: Said,
        ids: dict[int, str],
    ) -> Statement:
        syntax, text = self._syntax, self._report.text
        # What somebody writes or answers is as much their own words as a quotation.
        marks = (*self._marks, *draft.content) if draft.by == "own" else self._marks
        found = clauses(syntax, draft.content, marks, self._lexicon)
        condition = find_condition(syntax, draft.content)
        if condition is not None and self._of_inner(draft, condition.condition):
            condition = None
        features = self._reader.features(draft, speaker, found, condition)
        act, _ = decide(features)
        act = own_act(syntax, draft, act) if draft.by == "own" else act
        channel = self._channels.find(draft) if draft.outer is None else None
        addressee = self._addressees.find(draft, act, speaker, found, condition)
        return Statement(
            id=ids[id(draft)],
            source=self._closed(source),
            cue=self._introducing(draft.cue),
            content=tuple(Span.of(text, start, end) for start, end in draft.content),
            quote=quotation.kind(text, draft.content, self._marks),
            act=act,
            addressee=addressee.id if addressee else None,
            condition=_span(text, condition.condition if condition else None),
            consequence=_span(text, condition.consequence if condition else None),
            certainty=modality.certainty(syntax, draft, act, found, self._lexicon),
            polarity=modality.polarity(syntax, act, found, negated_cue=features.cue.negated),
            said=said.value,
            said_time=said.time,
            channel=channel.name if channel else None,
            channel_span=_span(text, channel.span if channel else None),
            within=ids[id(draft.outer)] if draft.outer else None,
        )

    def _of_inner(self, draft: Draft, condition: Offsets) -> bool:
        """Whether a condition is set by somebody whose words a statement tells of."""
        return any(d.outer is draft and covers(d.content, condition) for d in self._drafts)

    def _closed(self, source: Source | None) -> Source | None:
        """The source with the comma that closes its apposition, as PolNeAR draws sources."""
        if source is None or (source.span.start, source.span.end + 1) not in self._tagged:
            return source
        span = Span.of(self._report.text, source.span.start, source.span.end + 1)
        return replace(source, span=span) if span.text[-1] == "," else source

    def _introducing(self, cue: Offsets | None) -> Span | None:
        """The cue with the colon by which it introduces the words, as PolNeAR draws cues."""
        if cue is not None and cue[1] + 1 in self._colons:
            cue = cue[0], cue[1] + 1
        return _span(self._report.text, cue)


def _span(text: str, span: Offsets | None) -> Span | None:
    return Span.of(text, *span) if span else None
