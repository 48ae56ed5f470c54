"""Bring in: files and texts kept as drafts, read, checked, mended at their cells, compared and loaded."""

from __future__ import annotations

import re
from functools import partial

from fastapi import APIRouter
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.core.errors import InputError
from graph.core.language import say, spoken
from graph.core.words import Words
from loaders.tables.mend import Sheet, Spot, mend, sheets
from loaders.tables.template.write import write_template
from web.brought.shelf import Draft, Shelf
from web.brought.work import Checked, Chosen, check, load, read, short
from web.http.download import sent, written
from web.http.given import posted, text, ticked
from web.pages.bring import Edit, Shown, bring_page, draft_address, draft_page, loading_page
from web.site import Site

SOON_S = 0.6
"""Seconds for which a page waits: what is found at once is told without a step between."""
PASTED = "notice.txt"
_FIELD = re.compile(r"c\.(\d{1,2})\.(\d{1,6})\.(\d{1,2})")


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)
    shelf = site.shelf

    @router.get("/bring")
    async def page(request: Request) -> Response:
        return site.html(request, bring_page(shelf.drafts(), site.around(request)))

    @router.post("/bring")
    async def take(request: Request) -> Response:
        try:
            given = await _files(await posted(request))
            draft = await site.door.make(lambda: shelf.take(given))
        except InputError as error:
            said = bring_page(shelf.drafts(), site.around(request), str(error))
            return site.html(request, said, 400)
        return RedirectResponse(draft_address(draft), 303)

    @router.get("/bring/template.xlsx")
    async def template(request: Request) -> Response:
        data = await site.door.make(
            lambda: written("xlsx", lambda path: write_template(path, "xlsx", spoken()))
        )
        return sent(data, "groups", "xlsx")

    @router.get("/bring/{id}")
    async def draft(request: Request, id: str) -> Response:
        return await _draft(site, request, shelf.draft(id))

    @router.post("/bring/{id}/cells")
    async def cells(request: Request, id: str) -> Response:
        draft, form = shelf.draft(id), await posted(request)
        try:
            row = await site.door.make(partial(_mend, draft, form))
        except InputError as error:
            return await _draft(site, request, draft, str(error), form)
        return RedirectResponse(f"{draft_address(draft, **_options(form))}#{row}", 303)

    @router.post("/bring/{id}/load")
    async def begin(request: Request, id: str) -> Response:
        draft, form = shelf.draft(id), await posted(request)
        digest, chosen = draft.digest(), _chosen(form)
        if digest != form.get("digest"):
            return await _draft(site, request, draft, say(_CHANGED))
        shown = site.jobs.under(_check_key(draft, digest, chosen))
        work = partial(load, draft, chosen, site.overlays, shown.result if shown else None)
        site.jobs.forget_over(_load_key(draft))
        site.jobs.look(_load_key(draft), work, kept=True)
        return RedirectResponse(f"/bring/{draft.id}/load", 303)

    @router.get("/bring/{id}/load")
    async def loading(request: Request, id: str) -> Response:
        draft, around = shelf.draft(id), site.around(request)
        job = site.jobs.under(_load_key(draft))
        if job is not None and not await site.jobs.finished(request, job, SOON_S):
            return site.html(request, loading_page(draft, around, job.step))
        if job is not None and not (found := site.jobs.found(_load_key(draft), job)).sound:
            return site.html(request, loading_page(draft, around, error=_faults(found)), 409)
        loaded = draft.note("loaded")
        if loaded is None:
            return RedirectResponse(draft_address(draft), 303)
        return site.html(request, loading_page(draft, around, loaded=loaded))

    @router.post("/bring/{id}/remove")
    async def remove(request: Request, id: str) -> Response:
        shelf.remove(shelf.draft(id))
        return RedirectResponse("/bring", 303)

    _files_of(shelf, router)
    return router


def _files_of(shelf: Shelf, router: APIRouter) -> None:
    @router.get("/bring/{id}/workbook.xlsx")
    async def workbook(request: Request, id: str) -> Response:
        draft = shelf.draft(id)
        if draft.workbook is None:
            raise InputError(_NO_WORKBOOK)
        return sent(draft.workbook.read_bytes(), draft.name, "xlsx")


async def _draft(
    site: Site, request: Request, draft: Draft, error: str = "", typed: FormData | None = None
) -> Response:
    """The page of a draft as it stands: under way, faulty at its cells, or what a load would change."""
    around = site.around(request)
    if draft.ready is None:
        reading = ("read", draft.id)
        job = site.jobs.look(reading, partial(read, draft))
        if not await site.jobs.finished(request, job, SOON_S):
            return site.html(request, draft_page(Shown(draft, step=job.step), around))
        try:
            site.jobs.found(reading, job)
        except InputError as refused:
            told = short(draft, str(refused))
            return site.html(request, draft_page(Shown(draft, error=told), around), 400)
    digest, chosen = draft.digest(), _asked(request)
    key = _check_key(draft, digest, chosen)
    job = site.jobs.look(key, partial(check, draft, chosen, site.overlays))
    over = await site.jobs.finished(request, job, SOON_S)
    checked: Checked | None = site.jobs.found(key, job) if over else None
    edit = Edit.of(text(request, "edit"))

    def made() -> str:
        held = _sheets(draft)
        shown = Shown(draft, digest, held, chosen, checked, job.step, edit, error, _typed(typed))
        return draft_page(shown, around)

    return site.html(request, await site.door.make(made), 400 if error else 200)


def _sheets(draft: Draft) -> tuple[Sheet, ...]:
    """The cells of its workbook; none where it cannot be read: the check says why."""
    try:
        return sheets(draft.workbook) if draft.workbook else ()
    except InputError:
        return ()


def _check_key(draft: Draft, digest: str, chosen: Chosen) -> tuple[object, ...]:
    """What is found belongs to a state of the draft, and is told in a language."""
    return ("check", draft.id, digest, chosen, spoken())


def _load_key(draft: Draft) -> tuple[str, str]:
    return ("load", draft.id)


def _asked(request: Request) -> Chosen:
    return Chosen(text(request, "name"), ticked(request, "unsourced"), ticked(request, "replace"))


def _chosen(form: FormData) -> Chosen:
    name = str(form.get("name") or "").strip()
    return Chosen(name, bool(form.get("unsourced")), bool(form.get("replace")))


def _options(form: FormData) -> dict[str, object]:
    chosen = _chosen(form)
    return {
        "name": chosen.name,
        "unsourced": chosen.unsourced and 1,
        "replace": chosen.replace and 1,
    }


async def _files(form: FormData) -> list[tuple[str, bytes]]:
    given = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    files = [(str(one.filename), await one.read()) for one in given]
    pasted = str(form.get("text") or "").strip()
    return [*files, *([(PASTED, pasted.encode("utf-8", "replace"))] if pasted else [])]


def _mend(draft: Draft, form: FormData) -> str:
    """Write what was typed into the cells; answers which row to show."""
    if draft.workbook is None:
        raise InputError(_NO_WORKBOOK)
    if draft.digest() != form.get("digest"):
        raise InputError(_CHANGED)
    held = sheets(draft.workbook)
    texts: dict[Spot, str] = {}
    rows: list[str] = []
    for (sheet, row, column), given in _typed(form).items():
        if sheet >= len(held):
            raise InputError(_CHANGED)
        if held[sheet].rows.get(row, {}).get(column, "") != given.strip():
            texts[held[sheet].title, row, column] = given
            rows.append(f"r{sheet}-{row}")
    if texts:
        mend(draft.workbook, texts)
    return rows[0] if rows else ""


def _typed(form: FormData | None) -> dict[tuple[int, int, int], str]:
    """What was typed into cells: sheet (0 is the first), row and column to text."""
    found: dict[tuple[int, int, int], str] = {}
    for name, value in form.multi_items() if form is not None else ():
        if (spot := _FIELD.fullmatch(name)) and isinstance(value, str):
            sheet, row, column = map(int, spot.groups())
            found[sheet, row, column] = value.replace("\r\n", "\n")
    return found


def _faults(found: Checked) -> str:
    return found.refusal or "\n".join(map(str, found.problems))


_CHANGED = Words(
    "The draft was changed in another window meanwhile. Here it is as it stands; nothing was written.",
    "草稿已在另一窗口中更改。本页显示其现状；未写入任何内容。",
)
_NO_WORKBOOK = Words(
    "Only the cells of a workbook can be mended here. Mend the file, then bring it in again.",
    "此处只能修改工作簿的单元格。请修改文件后重新导入。",
)
