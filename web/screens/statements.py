"""Who says what of a thing: the statements of the shipped data, read when the first is asked for."""

from __future__ import annotations

from threading import Lock

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from graph.core.moved import current
from loaders.package.ask import Statements, shipped_statements
from web.pages.facts.statements import drawer, statements_page
from web.site import Site

_READING = Lock()
"""The entries are read by one, while others wait for it."""


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/statement/{uid}")
    async def statements(request: Request, uid: str) -> Response:
        held = await run_in_threadpool(_held)
        found = drawer(held, current(uid) or uid)
        return site.html(request, statements_page(found, site.around(request)))

    return router


def _held() -> Statements:
    with _READING:
        return shipped_statements()
