"""One reader for each public corpus: frozen records with the raw text and character spans.

The corpora themselves are not part of the project. They are looked for in the folder named by
the environment variable ``ONRECORD_CORPORA``, or else in ``../shared/corpora`` beside the
repository. Offsets are half-open code points, and ``text[start:end]`` is what was annotated.
"""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["CorpusMissing", "corpora_root", "corpus_path"]


class CorpusMissing(FileNotFoundError):
    """A corpus is not where it was looked for; the message says where that was."""


def corpora_root() -> Path:
    """The folder that holds the corpora, whether or not it exists."""
    told = os.environ.get("ONRECORD_CORPORA")
    if told:
        return Path(told)
    return Path(__file__).resolve().parents[2].parent / "shared" / "corpora"


def corpus_path(*parts: str) -> Path:
    """The path of a corpus or a part of it; CorpusMissing where it is absent."""
    path = corpora_root().joinpath(*parts)
    if not path.exists():
        raise CorpusMissing(
            f"no corpus at {path}: put it there, or set ONRECORD_CORPORA to the folder of corpora"
        )
    return path
