"""Errors in words as answers: a page for people, JSON for programs, each with the status that fits."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.core.errors import (
    AmbiguousName,
    InputError,
    LimitReached,
    LsgraphError,
    NamesNothing,
    NoServer,
    RefusedQuery,
    Stopped,
    UnknownName,
)
from web.http.body import TooLarge
from web.pages.fault import Fault, fault_page
from web.site import Site

STATUS: tuple[tuple[type[LsgraphError], int], ...] = (
    (TooLarge, 413), (UnknownName, 404), (NamesNothing, 404),
    (AmbiguousName, 409), (RefusedQuery, 403), (InputError, 400),
    (LimitReached, 504), (NoServer, 503), (Stopped, 499),
)  # fmt: skip
"""The first that an error is counts."""


def status_of(error: Exception) -> int:
    """The status of an answer that tells an error."""
    return next((status for kind, status in STATUS if isinstance(error, kind)), 500)


def answer_fault(site: Site, request: Request, error: Exception) -> Response:
    """Tell an error in words; where no database answers the page tries again by itself."""
    return answer_words(site, request, str(error), status_of(error), _choices(error))


def answer_words(
    site: Site, request: Request, text: str, status: int, choices: tuple[str, ...] = ()
) -> Response:
    """Tell a fault with the status it has."""
    headers = {"Retry-After": "5"} if status == 503 else None
    if request.url.path.startswith(("/api/", "/openapi")):
        return JSONResponse({"error": text}, status, headers)
    page = fault_page(Fault(status, text, choices), site.around(request))
    answer = site.html(request, page, status)
    answer.headers.update(headers or {})
    return answer


def _choices(error: Exception) -> tuple[str, ...]:
    if isinstance(error, AmbiguousName):
        return error.candidates
    return error.suggestions if isinstance(error, UnknownName) else ()
