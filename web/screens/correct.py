"""Corrections of facts: the form of a group, what is typed kept as an overlay, each to take away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.core.errors import InputError, UnknownName
from graph.core.words import Words
from loaders.files.problems import nearest
from loaders.overlays.store import (
    Kept,
    Rejected,
    listed,
    overlay_file,
    shipped_things,
    write_overlay,
)
from loaders.overlays.things import Thing, is_list, properties
from web.http.given import check_length, text
from web.pages.correct import FORM, Correcting, Standing, correct_address, correct_page
from web.site import Site

MOST_FIELDS = 40
"""Fields of a form, at most."""


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)
    folder = site.overlays

    @router.get("/correct/{name}")
    async def page(request: Request, name: str) -> Response:
        uid, property, saved = (text(request, one) for one in ("uid", "property", "saved"))

        def made() -> str:
            return correct_page(
                _shown(folder, name, uid, property, saved=saved), site.around(request)
            )

        return site.html(request, await site.door.make(made))

    @router.post("/correct/{name}")
    async def correct(request: Request, name: str) -> Response:
        form = _form(await request.body())

        def written() -> Kept | str:
            uid, property = form.get("uid", ""), form.get("property", "")
            found = _shown(folder, name, uid, property, typed=form)
            try:
                return write_overlay(folder, _fields(found, form))
            except Rejected as error:
                return correct_page(replace(found, faults=error.faults), site.around(request))

        made = await site.door.make(written)
        if isinstance(made, str):
            return site.html(request, made, 400)
        told = made.entry
        state = {"uid": told.thing, "property": told.property, "saved": made.name}
        return RedirectResponse(correct_address(f"group:{name}", **state), 303)

    @router.get("/overlays/{name}.yaml")
    async def overlay(name: str) -> Response:
        saved = {"Content-Disposition": f"attachment; filename*=utf-8''{quote(name)}.yaml"}
        text = overlay_file(folder, name).read_bytes()
        return Response(text, media_type="application/yaml", headers=saved)

    return router


def _shown(
    folder: Path,
    name: str,
    uid: str,
    property: str,
    *,
    saved: str = "",
    typed: Mapping[str, str] | None = None,
) -> Correcting:
    """What a page shows; raises UnknownName for a group, thing or property that is not shipped."""
    known = shipped_things()
    group = known.by_uid.get(f"group:{name}")
    if group is None:
        raise UnknownName(Words("shipped group", "自带的小组"), f"group:{name}")
    thing = known.found(uid) if uid else None
    if uid and thing is None:
        raise UnknownName(
            Words("thing of the data", "数据对象"), uid, nearest(uid, list(known.by_uid))
        )
    if property and property not in properties((thing or group).model):
        raise UnknownName(Words("property", "属性"), property, properties((thing or group).model))
    here = {one.uid for one in known.of_group(group.uid)} | {(thing or group).uid}
    standing = [
        Standing(one, known.found(one.entry.thing)) for one in listed(folder)
        if one.entry.thing in here or group.uid in one.entry.thing.split("|")
    ]  # fmt: skip
    told = next((one.kept for one in standing if one.kept.name == saved), None)
    return Correcting(group, known, standing, thing, property, typed or {}, saved=told)


def _form(body: bytes) -> dict[str, str]:
    """The fields of a form; raises InputError for one that no page of ours sends."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise InputError(Words("The form has too many fields.", "表单字段过多。")) from None
    for name, value in pairs:
        check_length(name[:40], value)
    known = {"uid", "property", *FORM}
    return {name: value.replace("\r\n", "\n").strip() for name, value in pairs if name in known}


def _fields(found: Correcting, form: Mapping[str, str]) -> dict[str, object]:
    """What is typed, as the fields of a correction; it is judged where overlays are written."""
    told = {name: form[name] for name in ("who", "note") if form.get(name)}
    new = {
        key.removeprefix("source_"): value
        for key, value in form.items()
        if key.startswith("source_") and value
    }
    return {
        "thing": found.chosen.uid, "property": found.name,
        "value": _typed(found.chosen, found.name, form.get("value", "")),
        "source": form.get("source") or new or None, "when": dt.date.today().isoformat(), **told,
    }  # fmt: skip


def _typed(thing: Thing, name: str, value: str) -> object:
    if name and is_list(thing.model, name):
        return [one for line in value.splitlines() if (one := line.strip())]
    return value or None
