"""Draws the README's pictures: the program's own output on the examples, as a terminal shows it.

    python docs/make_pictures.py

Reads the examples into a record in a temporary folder, runs each command there, and writes
docs/pictures/NAME.svg.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 100

COMMANDS = {
    "timeline": "timeline --by Ordavia --limit 8",
    "denials": "statements --act deny --limit 7",
    "warnings": "warnings --limit 6",
}


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        examples = ROOT / "examples"
        told = ["--gazetteer", examples / "gazetteer.csv", "--lexicons", examples / "lexicons"]
        run(["add", examples / "reports", *told, "--quiet"], folder)
        for name, words in COMMANDS.items():
            picture(f"onrecord {words}", run(words.split(), folder), PICTURES / f"{name}.svg")


def run(words: list[str | Path], folder: str) -> str:
    """What the command prints to a terminal with colours."""
    environment = {
        **os.environ,
        "FORCE_COLOR": "1",
        "TERM": "xterm-256color",
        "COLUMNS": str(WIDTH),
    }
    environment.pop("NO_COLOR", None)
    ran = subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, words)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return ran.stdout


def picture(command: str, output: str, path: Path) -> None:
    """The command and its output as an SVG."""
    with open(os.devnull, "w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text(f"$ {command}\n", style="bold"))
        console.print(Text.from_ansi(output.rstrip("\n")))
        # A fixed id, so that the same output gives the same file.
        svg = console.export_svg(title=command, unique_id=path.stem)
    # The fonts that rich names would be fetched from elsewhere; the reader's own will do.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S).replace("Fira Code, ", "")
    path.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
