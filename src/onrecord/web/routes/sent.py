"""What a form of our pages sent: its fields, whose decision it is, and where to go afterwards."""

from __future__ import annotations

import secrets
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.exceptions import HTTPException

from onrecord.web.settings import Settings

LARGEST_FORM = 100_000
"""Bytes of a form: its fields are a few words each."""

Fields = dict[str, str]


async def fields_of(request: Request) -> Fields:
    """The fields of a form that one of our pages sent; 403 where its secret is not ours."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise HTTPException(415, "A form of this record is wanted.")
    body = b""
    async for some in request.stream():
        body += some
        if len(body) > LARGEST_FORM:
            raise HTTPException(413, "The form is too large.")
    try:
        fields = dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=200))
    except ValueError:
        raise HTTPException(400, "The form cannot be read.") from None
    settings: Settings = request.app.state.settings
    if not secrets.compare_digest(fields.get("csrf", "").encode(), settings.csrf.encode()):
        raise HTTPException(403, "The page is from another run of the program: open it anew.")
    return fields


def by_of(request: Request, fields: Fields) -> str:
    """Whose decision it is."""
    settings: Settings = request.app.state.settings
    return fields.get("by", "").strip() or settings.by


def back_to(fields: Fields, otherwise: str) -> str:
    """The page that the form names, if it is one of ours."""
    to = fields.get("back", "")
    ours = to.startswith("/") and not to.startswith(("//", "/\\"))
    return to if ours and to.isprintable() else otherwise
