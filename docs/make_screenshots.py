"""Takes the pictures of the reading room: the examples, in a browser of this machine.

    python docs/make_screenshots.py

Needs chromium and the development tools. Reads the examples into a record in a temporary folder,
serves it, and writes docs/pictures/NAME.png.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from onrecord import Record

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DESK, PHONE = 1200, 390

SHOTS = (
    ("case", "/", DESK, 900, "light"),
    ("event", "/events/{event}", DESK, 800, "light"),
    ("report", "/reports/{report}", DESK, 800, "light"),
    ("doubtful", "/doubtful?kind=link", DESK, 800, "light"),
    ("phone", "/reports/{report}", PHONE, 800, "dark"),
)
"""Name, address, width and height, theme."""


def main() -> None:
    """Write every picture."""
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        examples = ROOT / "examples"
        told = ["--gazetteer", examples / "gazetteer.csv", "--lexicons", examples / "lexicons"]
        db = str(Path(folder) / "examples.db")
        program = [sys.executable, "-m", "onrecord"]
        subprocess.run(
            [*program, "add", examples / "reports", *told, "--db", db, "--quiet"], check=True
        )
        with Record(db) as record:
            event = max(
                record.happenings(), key=lambda found: (found.place is not None, found.reports)
            ).id
            report = max(record.reports(), key=lambda row: row.statements).report.id
        server = subprocess.Popen([*program, "serve", "--db", db, "--port", str(port)])
        try:
            _wait(f"http://127.0.0.1:{port}/")
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
                for name, address, width, height, theme in SHOTS:
                    context = browser.new_context(
                        viewport={"width": width, "height": height}, color_scheme=theme
                    )
                    page = context.new_page()
                    page.goto(
                        f"http://127.0.0.1:{port}{address.format(event=event, report=report)}"
                    )
                    page.screenshot(path=PICTURES / f"{name}.png")
                    context.close()
                browser.close()
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{address} does not answer")


if __name__ == "__main__":
    main()
