"""A person, a division and an agency: their pages and their pictures alone."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.chairs.persons import person_sheet
from graph.pictures.government.picture import government_picture
from graph.pictures.person.picture import person_picture
from graph.places.sheet import place_sheet
from visualize.page.pages import page as picture_page
from web.http.framed import framed
from web.http.given import day, text
from web.pages.around import person_address, place_address
from web.pages.things import person_page, place_page
from web.site import Site


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/person/{name}")
    async def person(request: Request, name: str) -> Response:
        as_of, notes = day(request)
        sheet = await site.ask(request, lambda db: person_sheet(db, name, as_of))
        uid, given = str(sheet.groups.person.uid), text(request, "as_of")
        if name != uid.removeprefix("person:"):
            return RedirectResponse(person_address(uid, as_of=given), 303)
        return site.html(request, person_page(sheet, given, site.around(request), notes))

    @router.get("/person/{name}/picture")
    async def person_alone(request: Request, name: str) -> Response:
        as_of, _ = day(request)
        return framed(
            await site.ask(request, lambda db: picture_page(person_picture(db, name, as_of)))
        )

    @router.get("/place/{name}")
    async def place(request: Request, name: str) -> Response:
        as_of, notes = day(request)
        sheet = await site.ask(request, lambda db: place_sheet(db, name, as_of))
        given = text(request, "as_of")
        if name != sheet.unit.uid and as_of is None:
            return RedirectResponse(place_address(sheet.unit.uid), 303)
        return site.html(request, place_page(sheet, given, site.around(request), notes))

    @router.get("/place/{name}/picture")
    async def place_alone(request: Request, name: str) -> Response:
        as_of, _ = day(request)
        return framed(
            await site.ask(request, lambda db: picture_page(government_picture(db, name, as_of)))
        )

    return router
