"""The benchmarks' commands: run, speed and seeds. Each has --help."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import seeds


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 where it could be carried out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    seed = commands.add_parser("seeds", help="score the hand-coded reports, with every miss")
    seed.add_argument("--json", nargs="+", type=Path, help="lines that `onrecord read` printed")
    seed.add_argument("--no-extra", action="store_true", help="leave out what the gold lacks")
    seed.add_argument("--summary", action="store_true", help="print the totals only")
    options = parser.parse_args(arguments)
    return _seeds(options)


def _seeds(options: argparse.Namespace) -> int:
    root = seeds.seeds_root()
    if not root.exists():
        print(f"no seeds at {root}", file=sys.stderr)
        return 2
    if options.json:
        lines = [json.loads(line) for path in options.json for line in path.open(encoding="utf-8")]
    else:
        lines = seeds.read_seeds(root)
    scores = seeds.score_lines(root, lines)
    if options.summary:
        print("\n".join(seeds.summary(scores)))
    else:
        print(seeds.render(scores, extra=not options.no_extra), end="")
    print("\n".join(seeds.link_lines(root, scores, lines)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
