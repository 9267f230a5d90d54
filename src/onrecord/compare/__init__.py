"""Accounts set against each other: what agrees, repeats, denies and contradicts."""

from onrecord.compare.between.across import across
from onrecord.compare.inside.within import within

__all__ = ["across", "within"]
