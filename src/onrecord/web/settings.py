"""What the reading room is told when it is opened."""

from __future__ import annotations

import getpass
import hashlib
import ipaddress
import secrets
import socket
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")

PORT = 8650


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        # a process may run as a number that no table of users names
        return "somebody"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Which record is shown, where, and to whom.

    ``token`` is asked for of everybody where it is given, and is always given where ``host`` is
    not the machine's own loopback. ``by`` is the name under which corrections are kept where their
    form gives none. ``csrf`` is the secret that every form of this run carries.
    """

    record: Path
    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    by: str = field(default_factory=_user)
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def __post_init__(self) -> None:
        if not self.is_local and self.token is None:
            object.__setattr__(self, "token", secrets.token_urlsafe(24))

    @cached_property
    def is_local(self) -> bool:
        """Whether only programs on this machine can reach it."""
        return self.host in LOOPBACK

    @cached_property
    def record_key(self) -> str:
        """By which a browser tells this record from others: their files may have one name."""
        return hashlib.sha256(str(self.record.resolve()).encode()).hexdigest()[:16]

    @cached_property
    def _own_names(self) -> frozenset[str]:
        names = {*LOOPBACK, self.host}
        if not self.is_local:
            names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
        return frozenset(names)

    def knows(self, host: str) -> bool:
        """Whether a request's Host header is one of this machine's names.

        Another's name that leads here is how a foreign page would read the record (DNS rebinding).
        """
        name = _host_alone(host)
        if name in self._own_names:
            return True
        if self.is_local:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def _host_alone(host: str) -> str:
    """The name in a Host header, without the port: ``[::1]:80`` gives ``::1``."""
    host = host.strip().lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host
