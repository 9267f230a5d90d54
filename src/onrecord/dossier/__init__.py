"""A part of the record as one file that opens anywhere: every sentence leads to its source."""

from onrecord.dossier.gather import Dossier, Entry, of_items, of_question
from onrecord.dossier.verify import Finding, verify
from onrecord.dossier.write import to_html

__all__ = ["Dossier", "Entry", "Finding", "of_items", "of_question", "to_html", "verify"]
