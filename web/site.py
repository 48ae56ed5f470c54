"""What every screen is given: the door to the graph, and how a page becomes an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from graph.connection import Database
from web.brought.shelf import Shelf
from web.http.door import Door
from web.http.jobs import Jobs
from web.pages.around import Around
from web.spoken import around, keep_language

T = TypeVar("T")


@dataclass(frozen=True)
class Site:
    """One application: its door, what its user brought in, its overlays, whether it is open to everybody."""

    door: Door
    shelf: Shelf
    overlays: Path
    public: bool = False
    jobs: Jobs = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "jobs", Jobs(self.door))

    def around(self, request: Request) -> Around:
        """What stands round the page that a request asks for."""
        return around(request, self.public)

    async def ask(self, request: Request, work: Callable[[Database], T], *, own: bool = False) -> T:
        """Ask in a thread, within the limits; `own` marks a statement that a user wrote."""
        return await self.door.ask(request, work, own=own)

    def html(self, request: Request, text: str, status: int = 200) -> Response:
        """Answer with a page."""
        response = HTMLResponse(text.encode("utf-8", "replace"), status)
        keep_language(request, response)
        return response
