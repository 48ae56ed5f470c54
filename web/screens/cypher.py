"""Cypher of one's own: one statement that reads, its answer, and the answer as a file."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from graph.catalogue import Result
from graph.connection import Database
from graph.connection.free_cypher import ask, check
from graph.connection.limits import LONGEST
from graph.core.errors import InputError
from graph.export.results import Asked
from web.http.download import check_format, file_of, sent
from web.http.faults import status_of
from web.http.given import number, text
from web.pages.cypher import cypher_page, plan_part
from web.screens.ask import ROWS
from web.site import Site


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/cypher")
    async def page(request: Request) -> Response:
        statement, around = text(request, "statement", longest=LONGEST), site.around(request)
        if not statement:
            return site.html(request, cypher_page("", None, around))
        most = number(request, "limit", ROWS)
        try:
            rows = await site.ask(request, lambda db: _asked(db, statement, most), own=True)
        except InputError as error:
            said = cypher_page(statement, None, around, str(error))
            return site.html(request, said, status_of(error))
        return site.html(request, cypher_page(statement, rows, around))

    @router.get("/cypher/plan")
    async def plan(request: Request) -> Response:
        statement, around = text(request, "statement", longest=LONGEST), site.around(request)
        if not statement:
            return site.html(request, "")
        try:
            notes = await site.ask(request, lambda db: check(db, statement), own=True)
        except InputError as error:
            return site.html(request, plan_part((), around, str(error)))
        return site.html(request, plan_part(notes, around))

    @router.get("/cypher/answer.{format}")
    async def file(request: Request, format: str) -> Response:
        check_format(format)
        statement = text(request, "statement", longest=LONGEST)
        asked = Asked.statement(statement)

        def written(database: Database) -> bytes:
            return file_of(database, _asked(database, statement, None), asked, format)

        return sent(await site.ask(request, written, own=True), "answer", format)

    return router


def _asked(database: Database, statement: str, most: int | None) -> Result:
    return ask(replace(database, limits=replace(database.limits, rows=most)), statement)
