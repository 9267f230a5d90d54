"""Who may ask, and what a browser may do with the answer.

An ASGI layer around everything else, so that no page can forget it:

- the Host header must be a name of this machine, lest another site's name lead here;
- where a token is asked for, it must be in the cookie, or in ``?token=`` once, which sets it;
- whatever is not GET or HEAD must come from our own pages (``Sec-Fetch-Site``, or ``Origin``);
- every answer forbids scripts, styles and frames that are not ours.

The secret of each form is checked where the form is read (``routes/decisions.py``).
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.settings import Settings

COOKIE = "onrecord-token"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
}
SAFE = ("GET", "HEAD")


class Guard:
    """The layer; ``settings`` say which names and which token are right."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                # pages change with the record; a back button may show them, a cache may not
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self._app)(scope, receive, sending)

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered in place of the page; None where the page may be."""
        headers = Headers(scope=scope)
        if not self._settings.knows(headers.get("host", "")):
            return PlainTextResponse("This address is not one of this record's.", 421)
        if scope["method"] not in SAFE and not _from_here(headers):
            return PlainTextResponse("A change must come from a page of this record.", 403)
        if self._settings.token is None:
            return None
        return self._without_token(scope, headers)

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        token = self._settings.token or ""
        if _same(_cookie(headers), token):
            return None
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in asked if name == "token"), None)
        if scope["method"] in SAFE and _same(given, token):
            # the address bar, and so the history, does not keep it
            left = urlencode([pair for pair in asked if pair[0] != "token"])
            answer = RedirectResponse(_here(scope["path"]) + (f"?{left}" if left else ""), 303)
            answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
            return answer
        return PlainTextResponse(
            "This record asks for its token: open the address that `onrecord serve` printed.", 401
        )


def _here(path: str) -> str:
    """The path, which can lead to no other host: ``//elsewhere`` would."""
    return "/" + path.lstrip("/\\")


def _same(given: str | None, token: str) -> bool:
    return given is not None and secrets.compare_digest(given.encode(), token.encode())


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _from_here(headers: Headers) -> bool:
    """Whether a page of this server sent the request, as the browser tells."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == headers.get("host")
