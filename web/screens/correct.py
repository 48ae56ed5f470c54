"""Corrections of facts: the form of a group, proposals checked and kept, each as a patch to take away."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from graph.core.errors import InputError, UnknownName
from graph.core.words import Words
from loaders.corrections.proposals import Proposal, Proposals, Rejected
from loaders.overlays.things import Thing, Things, is_list, properties
from loaders.files.problems import nearest
from web.http.given import check_length, text
from web.pages.correct import FORM, Correcting, Standing, correct_address, correct_page
from web.site import Site

MOST_FIELDS = 40
"""Fields of a form, at most."""


def routes(site: Site) -> APIRouter:
    """The routes of the screen."""
    router = APIRouter(include_in_schema=False)
    store = site.proposals

    @router.get("/correct/{name}")
    async def page(request: Request, name: str) -> Response:
        uid, property, saved = (text(request, one) for one in ("uid", "property", "saved"))

        def made() -> str:
            return correct_page(
                _shown(store, name, uid, property, saved=saved), site.around(request)
            )

        return site.html(request, await site.door.make(made))

    @router.post("/correct/{name}")
    async def propose(request: Request, name: str) -> Response:
        form = _form(await request.body())

        def added() -> Proposal | str:
            found = _shown(store, name, form.get("uid", ""), form.get("property", ""), typed=form)
            try:
                return store.add(_change(found, form))
            except Rejected as error:
                return correct_page(replace(found, faults=error.faults), site.around(request))

        made = await site.door.make(added)
        if isinstance(made, str):
            return site.html(request, made, 400)
        change = made.change
        state = {"uid": change.uid, "property": change.property, "saved": made.name}
        return RedirectResponse(correct_address(f"group:{name}", **state), 303)

    @router.get("/proposals/{name}.yaml")
    async def patch(name: str) -> Response:
        saved = {"Content-Disposition": f'attachment; filename="{name}.yaml"'}
        return Response(store.text(name), media_type="application/yaml", headers=saved)

    return router


def _shown(
    store: Proposals,
    name: str,
    uid: str,
    property: str,
    *,
    saved: str = "",
    typed: Mapping[str, str] | None = None,
) -> Correcting:
    """What a page shows; raises UnknownName for a group, thing or property that the files do not hold."""
    known = store.truth.read()
    group = known.by_uid.get(f"group:{name}")
    if group is None:
        raise UnknownName(
            Words("group in the shipped files or in those of lsgraph serve --files",
                  "小组（在所附文件或 lsgraph serve --files 的文件中）"), f"group:{name}",
        )  # fmt: skip
    thing = known.found(uid) if uid else None
    if uid and thing is None:
        raise UnknownName(
            Words("thing of the data", "数据对象"), uid, nearest(uid, list(known.by_uid))
        )
    if property and property not in properties((thing or group).model):
        raise UnknownName(Words("property", "属性"), property, properties((thing or group).model))
    kept = store.all()
    here = {one.uid for one in known.of_group(group.uid)} | {(thing or group).uid}
    standing = [
        _standing(one, known) for one in kept
        if one.change.uid in here or group.uid in one.change.uid.split("|")
    ]  # fmt: skip
    told = next((one for one in kept if one.name == saved), None)
    return Correcting(group, known, standing, thing, property, typed or {}, saved=told)


def _standing(one: Proposal, known: Things) -> Standing:
    """A proposal beside what is published now."""
    thing, property = known.found(one.change.uid), one.change.property
    if thing is None or property not in properties(thing.model):
        return Standing(one, None, "past")
    now = thing.value(property)
    state = "made" if now == one.change.to else "open" if now == one.change.from_ else "past"
    return Standing(one, thing, state)


def _form(body: bytes) -> dict[str, str]:
    """The fields of a form; raises InputError for one that no page of ours sends."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise InputError(Words("The form has too many fields.", "表单字段过多。")) from None
    for name, value in pairs:
        check_length(name[:40], value)
    known = {"uid", "property", "from", *FORM}
    return {name: value.replace("\r\n", "\n").strip() for name, value in pairs if name in known}


def _change(found: Correcting, form: Mapping[str, str]) -> dict[str, object]:
    """What is typed, as a change of a patch; it is judged where patches are."""
    thing, name = found.chosen, found.name
    try:
        before = json.loads(form.get("from") or "null")
    except ValueError:
        before = form.get("from")
    return {
        "uid": thing.uid, "property": name, "from": before, "to": _typed(thing, name, form.get("to", "")),
        "source": _source(form), "reason": form.get("reason") or None, "by": form.get("by") or None,
        "on": dt.date.today().isoformat(),
    }  # fmt: skip


def _typed(thing: Thing, name: str, value: str) -> object:
    if name and is_list(thing.model, name):
        return [one for line in value.splitlines() if (one := line.strip())]
    return value or None


def _source(form: Mapping[str, str]) -> object:
    """The id that is typed, else the new source, under an id of its own; None where neither is."""
    new = {
        key.removeprefix("source_"): value
        for key, value in form.items()
        if key.startswith("source_")
    }
    if form.get("source") or not (new.get("title") or new.get("url")):
        return form.get("source") or None
    told = "|".join((new.get("title", ""), new.get("url", "")))
    uid = f"P{sha256(told.encode('utf-8', 'replace')).hexdigest()[:8]}"
    entry = {"title": new.get("title") or None, "url": new.get("url") or None}
    rest = {key: new[key] for key in ("kind", "date", "read") if new.get(key)}
    return {"uid": uid, **entry, **rest}
