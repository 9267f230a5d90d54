"""What is one and the same across reports: actors, wire copies, origins."""

from onrecord.link.chain import Step, chain
from onrecord.link.copies import SHARED, CopyOptions, compare_copies, copies, fingerprint
from onrecord.link.origins import origins

__all__ = [
    "SHARED", "CopyOptions", "Step", "chain", "compare_copies", "copies", "fingerprint", "origins",
]  # fmt: skip
