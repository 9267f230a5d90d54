"""From an analysis to the record of one report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.accusers import with_accusers
from onrecord.extract.actors import find_actors
from onrecord.extract.capitals import with_capitals
from onrecord.extract.claimed import with_claimed
from onrecord.extract.datelined import with_dateline
from onrecord.extract.events import find_events
from onrecord.extract.forenames import with_forenames
from onrecord.extract.gazetteer import load_gazetteer
from onrecord.extract.given import with_given
from onrecord.extract.headlines import with_headlines
from onrecord.extract.hung import with_clauses
from onrecord.extract.joined import with_conjuncts
from onrecord.extract.labels import with_labels
from onrecord.extract.places import find_places
from onrecord.extract.statements import cut_names, find_statements, gather_statements
from onrecord.extract.surnames import with_surnames
from onrecord.extract.times import find_times
from onrecord.extract.towns import with_towns
from onrecord.extract.whole_names import with_whole_names
from onrecord.model.analysis import Analysis
from onrecord.read.frontmatter import front
from onrecord.read.legible import as_read, as_stored
from onrecord.records import Report, ReportRecord

if TYPE_CHECKING:
    from onrecord.extract.gazetteer import Gazetteer

__all__ = ["read_record"]


def read_record(
    report: Report, analysis: Analysis, *, gazetteer: Gazetteer | None = None
) -> ReportRecord:
    """Everything that ``report`` gives, from what the model read in it.

    ``gazetteer`` holds a user's own places beside the package's. Item ids are ``<report.id>:t1``
    and so on, the same on every run. A report that the model does not read (``readable`` false)
    gives only itself. What copying has left in its text is read as it was meant, and quoted as it
    is stored: ``analysis`` is of the text to be read (``read.legible``), or else of the stored
    text, which is then read as it stands.
    """
    if not report.readable:
        return ReportRecord(report)
    stored = report
    report = report if analysis.text == report.text else as_read(report)
    gazetteer = gazetteer or load_gazetteer()
    analysis = with_whole_names(with_labels(analysis), gazetteer)
    analysis = with_forenames(with_given(analysis))
    analysis = with_towns(with_surnames(with_capitals(analysis)), gazetteer)
    analysis = with_clauses(with_conjuncts(with_accusers(with_claimed(analysis))))
    analysis = with_headlines(analysis)
    opening = front(
        report.text, title=report.title, is_place=lambda name: bool(gazetteer.lookup(name))
    )
    analysis = cut_names(with_dateline(analysis, opening), opening)
    times = find_times(report, analysis)
    places = find_places(report, analysis, gazetteer=gazetteer)
    gathered = gather_statements(report, analysis, times)
    actors = find_actors(report, analysis, places, spans=gathered.sources())
    statements = find_statements(report, analysis, times, actors, gathered=gathered)
    events = find_events(report, analysis, times, places, actors, statements)
    record = ReportRecord(report, times, places, actors.actors, statements, events)
    return as_stored(record, stored)
