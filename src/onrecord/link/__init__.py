"""What is one and the same across reports: actors, wire copies, origins."""

from onrecord.link.copies import CopyOptions, copies
from onrecord.link.origins import origins

__all__ = ["CopyOptions", "copies", "origins"]
