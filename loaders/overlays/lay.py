"""Overlays laid over the entries of group files: each value is judged as if it stood in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.core.words import Words
from loaders.files.flow import value_text
from loaders.files.problems import Problems, nearest
from loaders.form.entries import Entries, Located, Over
from loaders.form.validation_messages import explained
from loaders.groups.rows import GroupData
from loaders.overlays.form import Correction, new_source, read_overlay
from loaders.overlays.things import Thing, Things, properties, things


@dataclass(frozen=True)
class Overlays:
    """Files to lay over what is read; `elsewhere` tells of a thing whether data that are not read hold it."""

    files: Sequence[Path] = ()
    elsewhere: Callable[[str], bool] = lambda uid: False


def lay_over(
    entries: Entries,
    data: GroupData,
    overlays: Overlays,
    problems: Problems,
    resolved: Callable[[], GroupData],
) -> GroupData:
    """Correct the entries in place, and return the rows that `resolved` makes of them then.

    `data` are the rows of the entries as they were. A correction may name a seat or tenure by the uid
    that another one gives it: what is not found is looked for again. Faults go to `problems`.
    """
    waiting = [one for path in overlays.files for one in read_overlay(path, problems)]
    while waiting and not problems.found:
        known = things(entries, data)
        missing = [one for one in waiting if known.found(one.entry.thing) is None]
        if len(missing) == len(waiting):
            for one in missing:
                if not overlays.elsewhere(one.entry.thing):
                    problems.add(one.at("thing"), *_unknown(one.entry.thing, known))
            break
        for one in waiting:
            if thing := known.found(one.entry.thing):
                _correct(entries, known, thing, one, problems)
        waiting = missing
        if not problems.found:
            data = resolved()
    return data


def _correct(
    entries: Entries, known: Things, thing: Thing, one: Correction, problems: Problems
) -> None:
    name, names = one.entry.property, properties(thing.model)
    if name not in names:
        told = Words(
            f"A {thing.kind.en} has no property {name!r}. It has: {', '.join(names)}.",
            f"{thing.kind.zh}没有属性“{name}”。可用者：{'、'.join(names)}。",
        )
        problems.add(one.at("property"), told, nearest(name, names, limit=1))
        return
    source, new = one.entry.source.uid, new_source(one)
    if new is None and source not in known.data.sources:
        told = Words(
            f"No source of the data is called {source!r}. Describe it: title, url, number, date.",
            f"数据中没有名为“{source}”的来源。请写明 title、url、number、date。",
        )
        problems.add(one.at("source"), told, nearest(source, list(known.data.sources)))
        return
    if new is not None and source not in entries.declared:
        entries.declared.add(source)
        entries.sources.append((source, Located(new, one.file, ("corrections", one.number))))
    for number, spot in enumerate(thing.spots):
        if name in spot.over:
            _twice(one, spot.over[name], problems)
        elif corrected := _corrected(spot, one, source, problems):
            entries.put(spot, corrected)
            thing.spots[number] = corrected


def _twice(one: Correction, first: Over, problems: Problems) -> None:
    what, value = f"{one.entry.property} of {one.entry.thing}", value_text(first.after)
    told = Words(
        f"{what} is corrected twice: {first.place} makes it {value}. Keep one of both"
        " (lsgraph correct --list, --remove).",
        f"{one.entry.thing} 的 {one.entry.property} 更正了两次：{first.place} 改为 {value}。"
        "请只保留其一（lsgraph correct --list、--remove）。",
    )
    problems.add(one.at("property"), told)


def _corrected(
    spot: Located[Any], one: Correction, source: str, problems: Problems
) -> Located[Any] | None:
    """The entry with the value, and with the source beside those that it has; None where it is not valid."""
    entry, name, value = spot.entry, one.entry.property, one.entry.value
    model = type(entry)
    row = entry.model_dump(by_alias=True, exclude_unset=True)
    beside = f"{name}_source" if row.get(f"{name}_source") else "source"
    more = {beside: (*row[beside], source)} if beside in row and source not in row[beside] else {}
    if beside != "source":
        more = {beside: (source,)}
    try:
        made = model.model_validate({**row, **more, name: value})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            text, like = explained(detail, model)
            problems.add(one.at("value"), text, like)
        return None
    before, after = (row.model_dump(by_alias=True, mode="json")[name] for row in (entry, made))
    return replace(spot, entry=made, over={**spot.over, name: Over(one.at("value"), before, after)})


def _unknown(uid: str, known: Things) -> tuple[Words, tuple[str, ...]]:
    if several := known.several(uid):
        told = Words(
            f"{uid!r} names several. Write the whole uid.", f"“{uid}”不止一个，请写全 uid。"
        )
        return told, tuple(several[:3])
    if seat := known.derived.get(uid):
        return Words(
            f"This tenure follows by rule from a seat. Correct the seat: {seat}.",
            f"此任职由席位推导而来。请更正席位：{seat}。",
        ), ()
    if uid.startswith("div:"):
        return Words(
            "Divisions are corrected by a table of your own: see docs/divisions.md.",
            "行政区划以自备的表更正：见 docs/divisions.md。",
        ), ()
    like = nearest(uid, [one for one in known.by_uid if ("|" in one) == ("|" in uid)])
    return Words(
        f"Nothing in the shipped data has the uid {uid!r}. A file of your own is corrected in the file.",
        f"自带数据中没有 uid 为“{uid}”的对象。自备的文件请直接改正。",
    ), like
