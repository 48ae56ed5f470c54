"""What a field offers while a name is typed: the options of its list."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.names import offers
from web.http.given import text
from web.pages.names import names_part
from web.site import Site

SHORTEST = 1
"""Characters from which on names are offered."""


def routes(site: Site) -> APIRouter:
    """The one route."""
    router = APIRouter(include_in_schema=False)

    @router.get("/names")
    async def names(request: Request) -> Response:
        kinds = text(request, "kind").split("|")
        typed = text(request, text(request, "of", "text")).rpartition(",")[2].strip()
        if len(typed) < SHORTEST:
            return site.html(request, "")
        found = await site.ask(request, lambda database: offers(database, kinds, typed))
        return site.html(request, names_part(found))

    return router
