"""The list of all groups: types from the graph, the rest from the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from graph.ask.reasons import type_in_words
from graph.catalogue import Row
from graph.core.dates import end_bound, start_bound
from graph.core.terms import LEVELS, TYPES
from graph.core.words import Words
from graph.pictures import GroupEntry
from loaders.divisions.read import read_divisions
from loaders.divisions.records import english_name
from loaders.form.fields import group_fields
from loaders.groups.rows import GroupData, GroupRow
from loaders.quality.checks import ACROSS, CENTRE, INTER_AGENCY, UNKNOWN, Coverage

PLACES = {
    CENTRE: Words("the centre", "中央"), ACROSS: Words("across provinces", "跨省"),
    UNKNOWN: Words("not known", "不明"),
    INTER_AGENCY: Words("between agencies of several governments", "跨地区部门之间"),
    "between governments": Words("between governments", "政府之间"),
    **LEVELS,
}  # fmt: skip


def group_entries(
    data: GroupData, types: Mapping[str, Row], link: Callable[[str], str | None]
) -> Iterator[GroupEntry]:
    """All groups by name; `types` are rows of authority by uid, `link` answers the path of a group's page."""
    coverage = Coverage(data)
    provinces = {
        unit.name: Words(english_name(unit.code, unit.pinyin), unit.name)
        for unit in read_divisions().units if unit.level == "Province"
    }  # fmt: skip
    for group in sorted(data.groups, key=lambda one: one.name):
        row = types.get(group.uid)
        region, level = coverage.region(group), coverage.level(group)
        field = group_fields().get(group.field)
        yield GroupEntry(
            name=Words(group.name_en or group.name, group.name),
            region=PLACES.get(region) or provinces.get(region, Words(region, region)),
            field=Words(group.field.replace("_", " "), field.zh if field else group.field),
            level=PLACES.get(level, Words(level, level)),
            type=type_in_words(row) if row else TYPES["UNKNOWN"],
            gap=row.gap_min if row else None,
            coverage=row.lc if row else None,
            first=_first(group), last=_last(group), link=link(group.uid),
        )  # fmt: skip


def _first(group: GroupRow) -> int | None:
    text = group.period.start_edtf
    return start_bound(text).day.year if text else _last(group)


def _last(group: GroupRow) -> int | None:
    """Return the year of its end, else of its latest evidence: what no source shows is not counted."""
    text = group.period.end_edtf
    if text and text != "..":
        bound = end_bound(text).day
        return bound.year if (bound.month, bound.day) != (1, 1) else bound.year - 1
    return group.last_documented.year if group.last_documented else None
