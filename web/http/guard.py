"""Refuses requests that do not come from a page of ours, and tells the browser what pages may do.

Host against names that another site points at this machine, Origin and Sec-Fetch-Site against forms and
scripts of other sites and of other ports, the token against other users of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.core.language import say, speaking
from graph.core.words import Words
from web.http.body import MOST_BODY, TOO_LARGE, bounded
from web.http.entry import Entry
from web.pages.entry import entry_page, foreign_page, onward_page
from web.spoken import around, language_for

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
READING = ("GET", "HEAD")
OPEN = ("/static/",)
"""What is answered to everybody who reaches the port: files of this project, no data."""

FOR_PROGRAMS = re.compile(r"^/api/|\.(csv|dta|json|parquet|xlsx)$")
"""Addresses that programs read, some of which can send a token in no other place: they answer at once."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Cache-Control": "private, no-cache",
}

_UNKNOWN_HOST = Words(
    "Unknown host name. Use the address that lsgraph serve prints.",
    "主机名未知。请使用 lsgraph serve 所显示的地址。",
)
_FOREIGN = Words(
    "Refused: the request comes from a page of another origin.", "已拒绝：请求来自另一来源的页面。"
)
_NOT_OURS = Words(
    "Refused: the request does not come from a page of lsgraph.",
    "已拒绝：请求不是来自 lsgraph 的页面。",
)
_ENTER = Words(
    "Enter first: send the token as 'Authorization: Bearer TOKEN'.",
    "请先进入：以“Authorization: Bearer TOKEN”发送令牌。",
)


class Guard:
    """An ASGI application around another. `entry` None lets everybody read (--public).

    Within it the language of the request is spoken, also in the threads and tasks that the request begins.
    """

    def __init__(self, app: ASGIApp, entry: Entry | None, hosts: Sequence[str] = ()) -> None:
        self.app, self.entry = app, entry
        self.hosts = frozenset((*LOOPBACK, *hosts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or what the application answers, with the headers of every answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        told = _with_headers(send)
        with speaking(language_for(request)):
            answer = self._refused(request) or self._entering(request)
            await (answer or self.app)(scope, bounded(receive), told)

    def _refused(self, request: Request) -> Response | None:
        """The answer to a request that is refused whatever it brings."""
        headers = request.headers
        if int(headers.get("content-length", 0)) > MOST_BODY:
            return _plain(TOO_LARGE, 413)
        if _without_port(headers.get("host", "")) not in self.hosts:
            return _plain(_UNKNOWN_HOST, 421)
        if not _same_origin(headers):
            return _plain(_FOREIGN, 403)
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return self._from_elsewhere(request)
        return None

    def _from_elsewhere(self, request: Request) -> Response | None:
        """A link on a page of another origin leads to a page that asks to go on; all else is refused."""
        headers = request.headers
        link = request.method in READING and headers.get("sec-fetch-mode") == "navigate"
        if not link or headers.get("sec-fetch-dest") != "document":
            return _plain(_FOREIGN, 403)
        if self.entry and self.entry.knows(request.query_params.get("token")):
            return None
        return _page(foreign_page(around(request)), 403)

    def _entering(self, request: Request) -> Response | None:
        """The cookie for a token, and the page that says how to enter for neither."""
        if self.entry is None or request.url.path.startswith(OPEN):
            return None
        if self.entry.knows(request.query_params.get("token")) and request.method in READING:
            return (
                None if FOR_PROGRAMS.search(request.url.path) else self.entry.admit(_clean(request))
            )
        if not self.entry.admits(request.cookies, request.headers.get("authorization")):
            return self._stay_out(request)
        if request.method in READING or _ours(request):
            return None
        return _plain(_NOT_OURS, 403)

    @staticmethod
    def _stay_out(request: Request) -> Response:
        if request.url.path.startswith("/api/"):
            return _plain(_ENTER, 401)
        return _page(entry_page(around(request)), 401)


def _clean(request: Request) -> Response:
    """Lead to the same address without the token.

    A browser sends the new cookie only where the way began here: after a link elsewhere the page goes on.
    """
    address = str(request.url.remove_query_params("token").replace(scheme="", netloc=""))
    address = "/" + address.lstrip("/")
    if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return RedirectResponse(address, 303)
    return _page(onward_page(around(request), address), 200)


def _ours(request: Request) -> bool:
    """Whether a request that writes says that it comes from here; a program sends the token instead."""
    said = {"origin", "authorization"} & set(request.headers)
    return bool(said) or request.headers.get("sec-fetch-site") == "same-origin"


def _same_origin(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _plain(text: Words, status: int) -> Response:
    return Response(f"{say(text)}\n", status, media_type="text/plain")


def _page(text: str, status: int) -> Response:
    return Response(text, status, media_type="text/html")


def _with_headers(send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return told
