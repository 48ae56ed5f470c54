"""The list of groups as a page: filters, a table that leads to each group, and the same as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.ask.listed import FILTERS, NEWEST, SORTS, Chosen, Listed
from graph.ask.reasons import type_in_words
from graph.catalogue import Row
from graph.core.terms import (
    FIELDS,
    LEVELS,
    RELATIONS_TO_PLACE,
    STATUSES,
    STRATA,
    TYPES,
    UNKNOWN,
    term,
)
from graph.core.words import Words
from visualize.picture.words import gap_text
from web.pages.around import Around
from web.pages.render import render

SIZE = 100
"""Rows of one page."""
TITLE = Words("Leading small groups", "领导小组")
HEADS: Mapping[str, Words] = {
    "name": Words("Group", "小组"),
    "type": Words("Type", "类型"),
    "chair": Words("Chair", "组长"),
    "level": Words("Level of the chair", "组长层级"),
    "gap_min": Words("Gap", "级差"),
    "region": Words("Region", "地区"),
    "field": Words("Field", "领域"),
    "seen": Words("Last seen", "最近记载"),
    "status": Words("Status", "存续状态"),
}
LABELS: Mapping[str, Words] = {**HEADS, "kind": Words("Kind", "类别")}
_TERMS = {"level": LEVELS, "field": FIELDS, "type": TYPES, "status": STATUSES}
ASKED = {
    "any": Words("any of the three", "三者有其一"),
    **RELATIONS_TO_PLACE,
    "touching": Words("it or what lies below it", "与其或其下级有关"),
}
"""What the region is to a group, as a reader may ask for it."""
SEVERAL = Words("several, or collective", "多人或集体")


@dataclass(frozen=True)
class Pages:
    """Which rows a page holds: its number, how many pages there are, and the rows."""

    number: int
    count: int
    rows: Sequence[Row]

    @classmethod
    def of(cls, rows: Sequence[Row], number: int, size: int = SIZE) -> Pages:
        """The page of a number, the last where there are not so many."""
        count = max(-(-len(rows) // size), 1)
        number = min(number, count)
        return cls(number, count, rows[(number - 1) * size : number * size])


def groups_page(
    found: Listed, around: Around, number: int = 1, notes: Sequence[str] = (), size: int = SIZE
) -> str:
    """Return a page of the list, of `size` rows."""
    return render(
        "groups.html", around, title=around.told(TITLE), found=found, chosen=found.chosen, notes=notes,
        pages=Pages.of(found.rows, number, size), state=_state(found.chosen), heads=HEADS, labels=LABELS,
        filters=FILTERS, sorts=SORTS, sorted_by=_next(found.chosen.sort), chair_of=_chair,
        type_of=type_in_words, relations=ASKED,
        named=lambda name, value: _named(found, name, value), gap_text=gap_text,
        group_name=lambda row: around.say(row.name_en or row.name, row.name),
    )  # fmt: skip


def _state(chosen: Chosen) -> dict[str, object]:
    kept = {name: getattr(chosen, name) for name in ("text", *FILTERS)}
    kept["relation"] = "" if chosen.relation == "any" else chosen.relation
    sort = "" if chosen.sort == NEWEST else chosen.sort
    return {"as_of": chosen.as_of, **kept, "stale": "1" if chosen.stale else "", "sort": sort}


def _next(sort: str) -> dict[str, str]:
    """The order that a click on each head asks for: its own, or turned round where it is in force."""
    asked = {**{name: name for name in SORTS}, "seen": NEWEST}
    turned = sort.removeprefix("-") if sort.startswith("-") else f"-{sort}"
    return {name: turned if name == sort.removeprefix("-") else asked[name] for name in SORTS}


def _named(found: Listed, name: str, value: str | None) -> Words:
    """A value of a filter in words."""
    if name == "region":
        return STRATA.get(value or "") or Words(
            found.regions.get(value or "", value or ""), value or ""
        )
    return term(_TERMS[name], value) if name in _TERMS else Words.same(value or "")


def _chair(row: Row) -> Words:
    """Who chairs: name and title, or why nobody is named."""
    if named := " ".join(filter(None, (row.chair_name, row.chair_title))):
        return Words.same(named)
    return UNKNOWN if "chair_unknown" in row.flags or row.n_own is None else SEVERAL
