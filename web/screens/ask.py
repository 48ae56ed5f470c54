"""Questions: every query of the catalogue as a form, its answer, and the answer as a file."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.answered import answered, check_readable
from graph.catalogue import Query, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.export.results import Asked
from web.http.download import check_format, file_of, sent
from web.http.faults import status_of
from web.http.given import number, text
from web.pages.ask import RESERVED, Form, asked_page, questions_page
from web.site import Site

ROWS = 1000
"""Rows of a table on a page; a file holds all."""


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/ask")
    async def every(request: Request) -> Response:
        words, tag = text(request, "text"), text(request, "tag")
        found = queries.search(words, tag)
        page = questions_page(found, queries.tags(), words, tag, site.around(request))
        return site.html(request, page)

    @router.get("/ask/{name}")
    async def one(request: Request, name: str) -> Response:
        query, texts = readable(name), texts_of(request)
        form, around = Form(query, texts), site.around(request)
        if not texts and "run" not in request.query_params:
            return site.html(request, asked_page(form, None, around))
        most = number(request, "limit", ROWS)
        try:
            found = await site.ask(request, lambda db: answered(db, query, texts, most))
        except InputError as error:
            page = asked_page(form, None, around, str(error))
            return site.html(request, page, status_of(error))
        return site.html(request, asked_page(form, found, around))

    @router.get("/ask/{name}/answer.{format}")
    async def file(request: Request, name: str, format: str) -> Response:
        check_format(format)
        query, texts = readable(name), texts_of(request)

        def written(database: Database) -> bytes:
            found = answered(database, query, texts)
            return file_of(database, found.rows, Asked.query(query, found.values), format)

        return sent(await site.ask(request, written), name, format)

    return router


def readable(name: str) -> Query:
    """The query of a name; raises UnknownName, and InputError for one that writes."""
    query = queries[name]
    check_readable(query)
    return query


def texts_of(request: Request) -> dict[str, str]:
    """The parameters of a query that an address gives; empty ones are not given."""
    given = {name: text(request, name) for name in request.query_params if name not in RESERVED}
    return {name: value for name, value in given.items() if value}
