"""Accounts set against each other: what agrees, repeats, denies and contradicts."""

from onrecord.compare.across import across
from onrecord.compare.within import within

__all__ = ["across", "within"]
