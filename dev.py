#!/usr/bin/env python3
"""Sets up what is needed in .venv, then runs the examples or the tests.

    python3 dev.py run     reads the example reports into a record and shows it
    python3 dev.py test    lint, types, contracts, tests (further words go to pytest)

Standard library only. The syntax is old on purpose: an old Python that is given this file must be
able to say what is wrong, or to hand over to a newer one.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if os.name == "nt" else "python")
STAMP = os.path.join(VENV, "installed-from")
LOG = os.path.join(VENV, "install.log")
NEEDED = (3, 11)

CHECKS = (
    ("lint", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("contracts", ["lint-imports"]),
    ("tests", ["python", "-m", "pytest"]),
)

RECORD = os.path.join("build", "example.db")
REPORTS = os.path.join("examples", "reports")
TOLD = (
    *("--gazetteer", os.path.join("examples", "gazetteer.csv")),
    *("--lexicons", os.path.join("examples", "lexicons")),
)
TOUR = (
    ("What was read", ["reports"]),
    ("Who appears", ["actors", "--limit", "12"]),
    (
        "What happened, or is said to have, in order (a day in brackets is only the report's own)",
        ["timeline", "--from", "2024-03-04", "--limit", "14"],
    ),
    ("Who accused, who denied", ["statements", "--act", "accuse,deny", "--limit", "8"]),
    ("Who would not speak", ["statements", "--act", "decline,disclaim", "--limit", "6"]),
    ("Who warned whom of what", ["warnings", "--limit", "8"]),
)


class SetUpError(Exception):
    """The environment could not be made; the message says what to do."""


def main(argv):
    """Run the command that argv names; the exit status says whether it went well."""
    if len(argv) < 1 or argv[0] not in ("run", "test"):
        print(__doc__.strip())
        return 0 if argv[:1] in (["-h"], ["--help"]) else 2
    if sys.version_info < NEEDED:
        return hand_over(argv)
    os.chdir(ROOT)
    try:
        set_up()
    except SetUpError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return run() if argv[0] == "run" else test(argv[1:])


def hand_over(argv):
    """Run this file again with a Python that is new enough, or say that there is none."""
    for minor in range(20, NEEDED[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return subprocess.call([found, os.path.abspath(__file__), *argv])
    print(
        f"OnRecord needs Python {NEEDED[0]}.{NEEDED[1]} or newer. This is "
        f"{sys.version.split()[0]} at {sys.executable}, and no newer one is on the PATH.\n"
        "Install one (python.org, apt, brew, pyenv), then run this again.",
        file=sys.stderr,
    )
    return 1


def set_up():
    """Make .venv, or bring it up to date where pyproject.toml or Python have changed."""
    version = sys.version.split()[0]
    with open("pyproject.toml", "rb") as file:
        wanted = f"{version} {hashlib.sha256(file.read()).hexdigest()}"
    installed = text_of(STAMP)
    if os.path.exists(PYTHON) and installed == wanted:
        return
    if not os.path.exists(PYTHON) or installed.split(" ")[0] != version:
        make_venv(version)
    install()
    with open(STAMP, "w") as file:
        file.write(wanted)


def make_venv(version):
    """A fresh .venv; SetUpError where this Python cannot make one."""
    began = time.monotonic()
    show(f"Making .venv with Python {version} ... ")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if made.returncode or not os.path.exists(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        major, minor = sys.version_info[:2]
        raise SetUpError(
            "This Python cannot make a virtual environment. It said:\n"
            + made.stdout.decode("utf-8", "replace").strip()
            + f"\n\nOn Debian and Ubuntu: apt install python{major}.{minor}-venv. Elsewhere: "
            "install a Python that has venv and ensurepip."
        )
    print(f"{time.monotonic() - began:.0f} s")


def install():
    """Install OnRecord as it stands here with its tools, showing how far it is."""
    began = time.monotonic()
    what = "Installing OnRecord and its tools into .venv ... "
    show(what)
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "-e", ".[dev]"]
    with open(LOG, "w") as log:
        process = subprocess.Popen(pip, stdout=log, stderr=subprocess.STDOUT)
    while process.poll() is None:
        time.sleep(0.5)
        if sys.stdout.isatty():
            packages = sum(line.startswith("Collecting ") for line in text_of(LOG).splitlines())
            show(f"\r\033[K{what}{packages} packages, {time.monotonic() - began:.0f} s")
    if process.returncode:
        tail = "\n".join("    " + line for line in text_of(LOG).splitlines()[-12:])
        raise SetUpError(f"The installation failed. The end of {LOG}:\n{tail}")
    print(("\r\033[K" + what if sys.stdout.isatty() else "") + f"{time.monotonic() - began:.0f} s")


def text_of(path):
    """The file's text, or nothing where there is no such file."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def run():
    """Read the example reports into build/example.db and show what the record holds."""
    os.makedirs(os.path.dirname(RECORD), exist_ok=True)
    for ending in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(RECORD + ending):
            os.remove(RECORD + ending)
    heading("Reading the example reports into a record")
    status = onrecord(["add", REPORTS, *TOLD, "--db", RECORD])
    for title, words in TOUR:
        if status:
            return status
        heading(title)
        status = onrecord([*words, "--db", RECORD])
    if not status:
        heading("Ask it yourself")
        program = os.path.relpath(os.path.join(BIN, "onrecord"))
        print(f"    {program} statements --by Ostrand --db {RECORD}")
        print(f"    {program} events --type ASSAULT --at Brasnik --db {RECORD}")
        print(f"    {program} --help")
    return status


def onrecord(words):
    """Show the command, run it, and give its exit status."""
    show("$ onrecord " + " ".join(words) + "\n\n")
    return subprocess.call([PYTHON, "-m", "onrecord", *words])


def test(more):
    """Run every check, each to its end, and sum up; 0 only where all of them passed."""
    results = []
    for name, words in CHECKS:
        command = [*words, *more] if name == "tests" else words
        heading(f"{name}: {' '.join(command)}")
        began = time.monotonic()
        status = subprocess.call([os.path.join(BIN, command[0]), *command[1:]])
        results.append((name, status == 0, time.monotonic() - began))
    heading("Summary")
    for name, passed, seconds in results:
        print(f"  {name:<10} {'passed' if passed else 'FAILED':<7} {seconds:6.1f} s")
    return 0 if all(passed for _, passed, _ in results) else 1


def heading(text):
    """A line that sets apart what follows."""
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    show(f"\n\033[1m{text}\033[0m\n" if coloured else f"\n{text}\n")


def show(text):
    """Write without a line end, at once."""
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
