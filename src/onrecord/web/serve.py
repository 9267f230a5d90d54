"""Running the reading room until it is interrupted."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from onrecord.web.app import create_app
from onrecord.web.settings import Settings


def listen(host: str, port: int) -> socket.socket:
    """A socket at which requests will be answered; port 0 takes a free one. OSError where it is
    another's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except BaseException:
        bound.close()
        raise
    return bound


def serve_on(
    settings: Settings, bound: socket.socket, ready: Callable[[], None] = lambda: None
) -> None:
    """Answer requests at the socket until interrupted; ``ready`` is called before the first.

    StoreError where there is no record.
    """
    config = uvicorn.Config(
        create_app(settings),
        access_log=False,
        log_level="warning",
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    ready()
    uvicorn.Server(config).run(sockets=[bound])
