"""A group: its page, its picture alone, and the picture as a figure."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.ask.authority import authority
from graph.ask.question import Question
from graph.connection import Database
from graph.core.errors import UnknownName
from graph.core.language import spoken
from graph.core.words import Words
from graph.pictures.group.picture import group_picture
from graph.pictures.group.sheet import group_sheet
from visualize.figures import write_figure
from visualize.page.pages import page as picture_page
from web.http.download import written
from web.http.framed import framed
from web.http.given import day, text
from web.pages.around import group_address
from web.pages.group import group_page
from web.site import Site

FIGURES = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}
WIDTH_MM = 175.0
"""Width of a figure: two columns of a journal."""


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/group/{name}")
    async def page(request: Request, name: str) -> Response:
        question, state, notes = _asked(request)
        sheet = await site.ask(request, lambda db: group_sheet(db, name, question))
        if name != sheet.uid.removeprefix("group:"):
            return RedirectResponse(group_address(sheet.uid, **state), 303)
        return site.html(request, group_page(sheet, question, site.around(request), state, notes))

    @router.get("/group/{name}/picture")
    async def picture(request: Request, name: str) -> Response:
        question, _, _ = _asked(request)

        def drawn(database: Database) -> str:
            return picture_page(group_picture(database, authority(database, name, question)))

        return framed(await site.ask(request, drawn))

    @router.get("/group/{name}/figure.{format}")
    async def figure(request: Request, name: str, format: str) -> Response:
        if format not in FIGURES:
            raise UnknownName(Words("format of a figure", "图的格式"), format, tuple(FIGURES))
        question, _, _ = _asked(request)

        def drawn(database: Database) -> bytes:
            found = group_picture(database, authority(database, name, question))
            language = spoken()
            return written(format, lambda path: write_figure(found, path, language, WIDTH_MM, True))

        data = await site.ask(request, drawn)
        saved = {"Content-Disposition": f'attachment; filename="group.{format}"'}
        return Response(data, media_type=FIGURES[format], headers=saved)

    return router


def _asked(request: Request) -> tuple[Question, dict[str, object], list[str]]:
    """The question of an address, what of it an address keeps, and how its day is read."""
    as_of, notes = day(request)
    basis, scope = text(request, "basis", "person"), text(request, "scope", "auto")
    chair = text(request, "suppose") or None
    members = tuple(filter(None, re.split(r"[,，、;；\s]+", text(request, "member"))))
    state: dict[str, object] = {
        "as_of": text(request, "as_of"), "basis": "" if basis == "person" else basis,
        "scope": "" if scope == "auto" else scope, "suppose": chair, "member": ",".join(members),
    }  # fmt: skip
    return Question(as_of, basis, scope, chair, members), state, notes
