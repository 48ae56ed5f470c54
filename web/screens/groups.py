"""The list of groups: a table to filter and sort, and the same as a file."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.listed import FILTERS, NEWEST, Chosen, listed, listed_as
from web.http.download import check_format, file_of, sent
from web.http.given import day, number, text, ticked
from web.pages.groups import groups_page
from web.site import Site


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/groups")
    async def page(request: Request) -> Response:
        chosen, notes = _chosen(request)
        first = number(request, "page", 1, most=10**6)
        found = await site.ask(request, lambda database: listed(database, chosen))
        return site.html(request, groups_page(found, site.around(request), first, notes))

    @router.get("/groups.{format}")
    async def file(request: Request, format: str) -> Response:
        check_format(format)
        chosen, _ = _chosen(request)
        data = await site.ask(
            request,
            lambda database: file_of(
                database, (found := listed(database, chosen)).rows, listed_as(found), format
            ),
        )
        return sent(data, "groups", format)

    return router


def _chosen(request: Request) -> tuple[Chosen, list[str]]:
    as_of, notes = day(request)
    filters = {name: text(request, name) for name in FILTERS}
    chosen = Chosen(
        as_of, text=text(request, "text"), stale=ticked(request, "stale"),
        sort=text(request, "sort", NEWEST), relation=text(request, "relation", "any"), **filters,
    )  # fmt: skip
    return chosen, notes
