"""Networks: a region or a government with its groups, and the way between two things."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.lookup import find_unit
from graph.ask.question import choose
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures.contract import Picture
from graph.pictures.government.picture import government_picture
from graph.pictures.region.groups import region_groups_picture
from graph.pictures.region.picture import region_picture
from graph.pictures.region.strip import EVERY, Strip, region_strip
from graph.pictures.way import way_between
from graph.regions.named.definitions import is_named
from visualize.page.pages import page as picture_page
from visualize.strips.page import strip_page
from web.http.faults import status_of
from web.http.framed import framed
from web.http.given import day, text, ticked
from web.pages.network import VIEWS, Shown, Walk, network_page, way_page
from web.site import Site

DRAWN: Mapping[str, Callable[[Database, str, dt.date | None], Picture | Strip]] = {
    "groups": region_groups_picture,
    "government": government_picture,
    "strip": region_strip,
    "hierarchy": region_picture,
}
"""The function behind each view: that of `lsgraph view region --groups`, `government`, `strip`, `region`."""


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/network")
    async def page(request: Request) -> Response:
        shown, around = _shown(request), site.around(request)
        if not shown.of:
            return site.html(request, network_page(shown, around))
        try:
            as_of, notes = day(request)
            view, found = await site.ask(request, lambda db: _drawn(db, shown, as_of))
        except InputError as error:
            said = network_page(shown, around, error=str(error))
            return site.html(request, said, status_of(error))
        seen = replace(shown, view=view)
        return site.html(request, network_page(seen, around, found, notes=notes))

    @router.get("/network/picture")
    async def picture(request: Request) -> Response:
        shown, (as_of, _) = _shown(request), day(request)

        def drawn(database: Database) -> str:
            _, found = _drawn(database, shown, as_of)
            return strip_page(found) if isinstance(found, Strip) else picture_page(found, True)

        return framed(await site.ask(request, drawn))

    _ways(site, router)
    return router


def _ways(site: Site, router: APIRouter) -> None:
    """The routes of the way between two things."""

    @router.get("/network/way")
    async def way(request: Request) -> Response:
        walk, around = _walk(request), site.around(request)
        try:
            as_of, notes = day(request)
            found = await site.ask(
                request, lambda db: way_between(db, walk.one, walk.other, as_of, walk.walk)
            )
        except InputError as error:
            said = way_page(walk, around, error=str(error))
            return site.html(request, said, status_of(error))
        return site.html(request, way_page(walk, around, found, notes=notes))

    @router.get("/network/way/picture")
    async def way_alone(request: Request) -> Response:
        walk, (as_of, _) = _walk(request), day(request)

        def drawn(database: Database) -> str:
            return picture_page(way_between(database, walk.one, walk.other, as_of, walk.walk).drawn)

        return framed(await site.ask(request, drawn))


def _shown(request: Request) -> Shown:
    of, view, as_of = (text(request, name) for name in ("of", "view", "as_of"))
    return Shown(of, view, as_of, ticked(request, "stale"))


def _walk(request: Request) -> Walk:
    one, other, as_of = (text(request, name) for name in ("one", "other", "as_of"))
    return Walk(one, other, as_of, text(request, "walk", "all"))


def _drawn(database: Database, shown: Shown, as_of: dt.date | None) -> tuple[str, Picture | Strip]:
    """What is shown, and the view that it is: without one the view that fits."""
    view = shown.view or _fitting(database, shown.of, as_of)
    choose(Words("view", "视图"), view, tuple(VIEWS))
    return view, DRAWN[view](database, shown.of, as_of)


def _fitting(database: Database, name: str, as_of: dt.date | None) -> str:
    if is_named(name) or name in EVERY:
        return "strip"
    level = find_unit(database, name, as_of or dt.date.today()).level
    return "groups" if level else "government"
