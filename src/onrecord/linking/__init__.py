"""Reports set against each other as they are added: loads what shares a key, keeps what it gives.

What the record holds in the end is a function of the set of its reports, whatever the order in
which they came: ``compare.across`` yields the same links from all of them at once.
"""

from onrecord.linking.stage import relink

__all__ = ["relink"]
