"""The command that opens the reading room, and the address at which it answers."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
import uvicorn
from typer.testing import CliRunner

from onrecord.cli.app import app
from onrecord.web import Settings, listen, serve_on


def test_other_commands_do_not_load_the_pages() -> None:
    code = (
        "import sys, onrecord.cli.app, onrecord.api\n"
        "print([n for n in ('fastapi', 'jinja2', 'uvicorn', 'onrecord.web') if n in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == "[]"


def test_without_a_record_it_says_so(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["serve", "--db", str(tmp_path / "none.db"), "--port", "0"])
    assert answer.exit_code == 2 and "there is no record" in answer.stderr


def test_a_port_that_is_taken_is_told_of(path: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        taken.listen()
        port = str(taken.getsockname()[1])
        answer = CliRunner().invoke(app, ["serve", "--db", str(path), "--port", port])
    assert answer.exit_code == 2 and "another --port" in answer.stderr


def test_it_answers_at_its_address(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    servers = []
    started = threading.Event()
    startup = uvicorn.Server.startup

    async def noted(self: uvicorn.Server, sockets: list | None = None) -> None:
        await startup(self, sockets)
        servers.append(self)
        started.set()

    monkeypatch.setattr(uvicorn.Server, "startup", noted)
    with listen("127.0.0.1", 0) as bound:
        settings = Settings(record=path, port=bound.getsockname()[1])
        thread = threading.Thread(target=serve_on, args=(settings, bound))
        thread.start()
        assert started.wait(20)
        answer = httpx.get(settings.address)
        servers[0].should_exit = True
        thread.join(20)
    assert answer.status_code == 200 and "server" not in answer.headers
    assert not thread.is_alive()
