"""Program access: every query of the catalogue as JSON, described by OpenAPI from its header."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from graph.ask.answered import Answered, answered
from graph.catalogue import queries
from graph.core.errors import InputError
from graph.core.language import LANGUAGES, Language, say
from graph.core.words import Words
from web.http.given import number
from web.http.openapi import described
from web.pages.api import api_page
from web.screens.ask import texts_of
from web.site import Site
from web.spoken import language_for

ROWS = 10_000
"""Rows of an answer unless `limit` asks for others."""


def routes(site: Site) -> APIRouter:
    """The description, a page for people, and the answers of every query."""
    router = APIRouter()
    readable = {query.name: query for query in queries.readable()}

    @cache
    def description(language: Language) -> str:
        return _text(described(readable.values(), ROWS, language))

    @router.get("/api", include_in_schema=False)
    async def page(request: Request) -> Response:
        base = str(request.base_url).rstrip("/")
        return site.html(request, api_page(queries.readable(), base, site.around(request)))

    @router.get("/openapi.json", include_in_schema=False)
    async def openapi(request: Request) -> Response:
        return _json(description(language_for(request)))

    # One route for all: FastAPI takes milliseconds to prepare each.
    @router.get("/api/v1/{name}", include_in_schema=False)
    async def answer(request: Request, name: str) -> Response:
        query = readable.get(name)
        if query is None:
            raise HTTPException(404)
        _check(request)
        most, texts = number(request, "limit", ROWS), texts_of(request)
        return _json(
            await site.ask(request, lambda db: _text(told(answered(db, query, texts, most))))
        )

    return router


def _check(request: Request) -> None:
    """Raises InputError for what a page would pass over: a parameter without a value, another language."""
    given = request.query_params
    if empty := next((name for name, value in given.multi_items() if not value.strip()), None):
        raise InputError(
            Words(
                f"{empty} is empty. Leave it out, or give it a value.",
                f"{empty} 为空。请省去，或给出值。",
            )
        )
    if given.get("lang", LANGUAGES[0]) not in LANGUAGES:
        raise InputError(Words("lang is en or zh.", "lang 只能为 en 或 zh。"))


def told(found: Answered) -> dict[str, Any]:
    """The answer: its rows as the command prints them, and what a program must know beside them."""
    return {
        "query": found.query.name,
        "parameters": dict(found.values),
        "columns": list(found.rows.columns),
        "total": found.total,
        "truncated": found.truncated,
        "notes": [say(one) for one in found.notes],
        "rows": found.rows.to_dicts(),
    }


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _json(text: str) -> Response:
    return Response(text.encode("utf-8", "replace"), media_type="application/json")
