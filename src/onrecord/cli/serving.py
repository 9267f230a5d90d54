"""``serve``: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli import options as o
from onrecord.cli.out import complain, give_up

LOCAL = "127.0.0.1"
PORT = 8650

Host = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        help="Where to answer. Another than this machine's own asks everybody for a token.",
    ),
]
Port = Annotated[int, typer.Option("--port", metavar="N", help="The port.", min=0, max=65535)]
Open = Annotated[
    bool, typer.Option("--open/--no-open", help="Open it in a browser, or only print its address.")
]
Name = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Under which name corrections are kept; your name on this machine without it.",
        show_default=False,
    ),
]


def serve(
    db: o.Db = o.DB,
    host: Host = LOCAL,
    port: Port = PORT,
    open: Open = False,
    by: Name = None,
) -> None:
    """The reading room: the record as pages in a browser, until it is interrupted.

    It answers on this machine alone. With another --host, whoever opens it needs the token in the
    address that is printed.
    """
    from onrecord.web import Settings, listen, serve_on

    given = {"by": by} if by else {}
    try:
        socket = listen(host, port)
    except OSError as error:
        give_up(
            f"{host} port {port} cannot be used ({error.strerror or error}); try another --port"
        )
    settings = Settings(record=db, host=host, port=socket.getsockname()[1], **given)
    address = settings.address + (f"?token={settings.token}" if settings.token else "")
    with socket:
        serve_on(settings, socket, lambda: _tell(address, open))


def _tell(address: str, browse: bool) -> None:
    complain(f"The reading room is open at {address}\nPress Ctrl+C to close it.")
    if browse:
        import webbrowser

        webbrowser.open(address)
