"""The list of all groups as a page: types from the graph, the rest from the files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.ask.authority import authority
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.dates import end_bound, start_bound
from graph.core.terms import LEVELS, TYPES, term
from graph.core.words import Words
from graph.pictures.group.picture import group_picture
from loaders.divisions.english import english_name
from loaders.divisions.read import DivisionData, read_divisions
from loaders.form.fields import group_fields
from loaders.groups.rows import GroupData, GroupRow
from loaders.quality.coverage import ACROSS, CENTRE, UNKNOWN, Coverage
from visualize import write_page
from visualize.page.group_index import GroupEntry, write_group_index

TITLE = Words("Documented leading small groups", "有据可查的领导小组")
PAGES = "groups"
"""Folder beside the list in which the pages of groups are looked for."""
PLACES = {
    CENTRE: Words("the centre", "中央"), ACROSS: Words("across provinces", "跨省"),
    UNKNOWN: Words("not known", "不明"),
    "between governments": Words("between governments", "政府之间"),
    **LEVELS,
}  # fmt: skip


def write(database: Database, data: GroupData, path: Path, pages: bool) -> int:
    """Write the list, and with `pages` a page of each group beside it; answers the number of rows."""
    types = {
        row.group: row for row in queries.authority_by_group(sensitivity=False, database=database)
    }
    if pages:
        for group in data.groups:
            _page(database, group, path.parent)
    entries = list(_entries(data, types, path.parent))
    write_group_index(TITLE, entries, path)
    return len(entries)


def page_of(uid: str) -> str:
    """The path of a group's page beside the list."""
    return f"{PAGES}/{re.sub(r'[^A-Za-z0-9_.-]', '_', uid.removeprefix('group:'))}.html"


def _page(database: Database, group: GroupRow, folder: Path) -> None:
    path = folder / page_of(group.uid)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_page(group_picture(database, authority(database, group.uid)), path)


def _entries(data: GroupData, types: Mapping[str, Row], folder: Path) -> Iterator[GroupEntry]:
    coverage = Coverage(data)
    provinces = _provinces(read_divisions())
    for group in sorted(data.groups, key=lambda one: one.name):
        row = types.get(group.uid)
        region, level = coverage.region(group), coverage.level(group)
        field = group_fields().get(group.field)
        link = page_of(group.uid)
        yield GroupEntry(
            name=Words(group.name_en or group.name, group.name),
            region=PLACES.get(region) or provinces.get(region, Words(region, region)),
            field=Words(group.field.replace("_", " "), field.zh if field else group.field),
            level=PLACES.get(level, Words(level, level)),
            type=term(TYPES, row.type if row else "UNKNOWN"),
            gap=row.gap_min if row else None,
            coverage=row.lc if row else None,
            first=_first(group), last=_last(group),
            link=link if (folder / link).is_file() else None,
        )  # fmt: skip


def _provinces(table: DivisionData) -> Mapping[str, Words]:
    return {
        unit.name: Words(english_name(unit.code, unit.pinyin), unit.name)
        for unit in table.units if unit.level == "Province"
    }  # fmt: skip


def _first(group: GroupRow) -> int | None:
    text = group.period.start_edtf
    return start_bound(text).day.year if text else _last(group)


def _last(group: GroupRow) -> int | None:
    """The year of its end, else of its latest evidence: what no source shows is not counted."""
    text = group.period.end_edtf
    if text and text != "..":
        bound = end_bound(text).day
        return bound.year if (bound.month, bound.day) != (1, 1) else bound.year - 1
    return group.last_documented.year if group.last_documented else None
