"""The application: screens behind the guard, each a router over one door to the graph."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp

from graph.connection.limits import Limits
from graph.core.errors import LsgraphError
from web.brought.shelf import Shelf
from web.http.door import Door
from web.http.entry import Entry
from web.http.faults import answer_fault, answer_words
from web.http.guard import Guard
from web.http.opened import Opened
from web.pages.assets import assets
from web.screens import (
    api,
    ask,
    bring,
    compare,
    correct,
    cypher,
    group,
    groups,
    names,
    network,
    statements,
    things,
)
from web.site import Site


@dataclass(frozen=True)
class Screen:
    """A router of the application; `private` ones are left out with --public."""

    routes: Callable[[Site], APIRouter]
    private: bool = False


SCREENS = (
    Screen(groups.routes),
    Screen(group.routes),
    Screen(things.routes),
    Screen(network.routes),
    Screen(compare.routes),
    Screen(bring.routes, private=True),
    Screen(names.routes),
    Screen(ask.routes),
    Screen(cypher.routes, private=True),
    Screen(statements.routes),
    Screen(correct.routes, private=True),
    Screen(api.routes),
)


def create_app(
    opened: Opened,
    limits: Limits,
    entry: Entry | None,
    folder: Path,
    *,
    hosts: Sequence[str] = (),
    started: Callable[[], Any] = lambda: None,
) -> ASGIApp:
    """Return the application. `entry` None opens it to everybody, for reading only (--public).

    `folder` keeps what its user brings in, and corrections as overlays.
    `hosts` are names under which a proxy serves it, beside those of this machine; `started` is called once
    it answers. The connection is opened with the first question and closed with the application.
    """
    site = Site(
        Door(opened, limits), Shelf(folder / "brought"), folder / "overlays", public=entry is None
    )

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        started()
        yield
        site.jobs.end()
        opened.close()

    app = FastAPI(
        title="lsgraph", openapi_url=None, docs_url=None, redoc_url=None, lifespan=life,
        redirect_slashes=False,
    )  # fmt: skip
    app.include_router(_ground())
    for screen in SCREENS:
        if not (screen.private and site.public):
            app.include_router(screen.routes(site))
    _tell_faults(app, site)
    return Guard(app, entry, hosts)


def _ground() -> APIRouter:
    """The first page, and the files that pages name."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    async def first() -> Response:
        return RedirectResponse("/groups", 303)

    @router.get("/static/{digest}/{name}")
    async def static(digest: str, name: str) -> Response:
        found = assets().get(name)
        if found is None or found.address != f"/static/{digest}/{name}":
            raise HTTPException(404)
        kept = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(found.text, media_type=found.type, headers=kept)

    return router


def _tell_faults(app: FastAPI, site: Site) -> None:
    @app.exception_handler(LsgraphError)
    async def fault(request: Request, error: Exception) -> Response:
        return answer_fault(site, request, error)

    @app.exception_handler(HTTPException)
    async def unknown(request: Request, error: HTTPException) -> Response:
        around = site.around(request)
        missing = around.say("No page has this address.", "没有此地址的页面。")
        refused = around.say("This address does not take such requests.", "此地址不接受此类请求。")
        text = missing if error.status_code == 404 else refused
        return answer_words(site, request, text, error.status_code)
