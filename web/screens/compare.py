"""Comparisons of regions: a form, the work as a job, and what was found as a page and as files."""

from __future__ import annotations

import datetime as dt
from functools import partial

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.connection import Database
from graph.core.errors import InputError, LimitReached, NoServer, Stopped, UnknownName
from graph.core.language import spoken
from graph.core.words import Words
from graph.regions.compare import STEPS, Comparison, compare
from graph.regions.groups import Selection
from graph.server.jars import Progress
from visualize.report.page import report
from visualize.report.write import write_comparison
from web.http.download import written
from web.http.faults import answer_fault, status_of
from web.http.framed import framed
from web.http.given import day, text, ticked
from web.http.jobs import Job
from web.pages.compare import FORMATS, SIDES, Sides, Under, compare_page
from web.site import Site

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "tex": "application/x-tex", "html": "text/html; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "json": "application/json",
}  # fmt: skip
SOON_S = 0.4
"""Seconds for which a page waits: what is wrong at once, or found already, is told without a step between."""


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)

    @router.get("/compare")
    async def page(request: Request) -> Response:
        sides, around = _sides(request), site.around(request)
        if not sides.regions or ticked(request, "edit"):
            return site.html(request, compare_page(sides, around))
        notes: list[str] = []
        try:
            notes = day(request)[1]
            job = _job(site, request, sides)
            if not await site.jobs.finished(request, job, SOON_S):
                under = Under(job.step, len(STEPS), STEPS[job.step])
                return site.html(request, compare_page(sides, around, under=under, notes=notes))
            found: Comparison = site.jobs.found(sides, job)
        except (InputError, LimitReached, Stopped) as error:
            said = compare_page(sides, around, error=str(error), notes=notes)
            return site.html(request, said, status_of(error))
        except NoServer as error:
            answer = answer_fault(site, request, error)
            answer.headers["HX-Refresh"] = "true"  # the whole page, which tries again by itself
            return answer
        made = partial(compare_page, sides, around, found, ended=job.ended, notes=notes)
        return site.html(request, await site.door.make(made))

    @router.get("/compare/report")
    async def alone(request: Request) -> Response:
        found = await _waited(site, request)
        return framed(await site.door.make(lambda: report(found, spoken())))

    @router.get("/compare/report.{format}")
    async def file(request: Request, format: str) -> Response:
        if format not in TYPES:
            raise UnknownName(
                Words("format of a report", "报告格式"), format, [name for name, _ in FORMATS]
            )
        found = await _waited(site, request)
        saved = {"Content-Disposition": f'attachment; filename="comparison.{format}"'}
        data = await site.door.make(
            lambda: written(format, lambda path: write_comparison(found, path, spoken()))
        )
        return Response(data, media_type=TYPES[format], headers=saved)

    if not site.public:
        _end_by_hand(site, router)
    return router


def _end_by_hand(site: Site, router: APIRouter) -> None:
    """Routes that end a comparison; where everybody reads, one would end that of another."""

    @router.post("/compare/cancel")
    async def cancel(request: Request) -> Response:
        sides = _sides(request)
        site.jobs.forget(sides)
        return RedirectResponse(sides.address(edit=1), 303)

    @router.post("/compare/again")
    async def again(request: Request) -> Response:
        sides = _sides(request)
        site.jobs.forget(sides)
        return RedirectResponse(sides.address(), 303)


def _sides(request: Request) -> Sides:
    regions = tuple(filter(None, (text(request, name) for name in SIDES)))
    names = ("as_of", "before", "after", "field", "level")
    return Sides(regions, **{name: text(request, name) for name in names})


def _job(site: Site, request: Request, sides: Sides) -> Job:
    work = partial(_compared, sides, day(request)[0])
    return site.jobs.look(sides, work)


def _compared(
    sides: Sides, as_of: dt.date | None, database: Database, report: Progress
) -> Comparison:
    selection = Selection(field=sides.field or None, level=sides.level or None)
    return compare(
        sides.regions, as_of, periods=sides.periods, database=database, selection=selection,
        report=report,
    )  # fmt: skip


async def _waited(site: Site, request: Request) -> Comparison:
    """What a comparison finds, waited for as long as the reader does."""
    sides = _sides(request)
    job = _job(site, request, sides)
    await site.jobs.finished(request, job)
    found: Comparison = site.jobs.found(sides, job)
    return found
