"""The browsable list of groups: one row a group, with filters that work without a network."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.core.words import Words
from graph.pictures import GroupEntry
from visualize.page.index import list_page
from visualize.page.network import write_text
from visualize.page.safety import page_link

TITLE = Words("Documented leading small groups", "有据可查的领导小组")
PAGES = "groups"
"""Folder beside the list in which the pages of groups are looked for where no other is named."""
NO_SAMPLE = Words(
    "These groups are those that stored public pages told of: no sample. A share here is a share of"
    " what was found.",
    "所列为已存公开网页所载的小组，并非抽样；这里的比例只是所见资料中的比例。",
)


@dataclass(frozen=True)
class Filter:
    """A choice above the list: `name` of the data attribute, its label, its options."""

    name: str
    label: Words
    options: tuple[Words, ...]


_READ: Mapping[str, tuple[Words, Callable[[GroupEntry], Words]]] = {
    "region": (Words("Region", "地区"), lambda entry: entry.region),
    "level": (Words("Level", "层级"), lambda entry: entry.level),
    "field": (Words("Field", "领域"), lambda entry: entry.field),
    "type": (Words("Type", "类型"), lambda entry: entry.type),
}


def page_of(uid: str) -> str:
    """Return the file name of a group's page."""
    return f"{re.sub(r'[^A-Za-z0-9_.-]', '_', uid.removeprefix('group:'))}.html"


def group_index_page(title: Words, entries: Sequence[GroupEntry]) -> str:
    """Return the list as HTML text, self-contained; rows in the order given."""
    years = [year for entry in entries for year in (entry.first, entry.last) if year is not None]
    return list_page(
        "group_index.html",
        ["filter.js"],
        title=title,
        entries=entries,
        filters=_filters(entries),
        first=min(years, default=1949),
        last=max(years, default=2026),
        note=NO_SAMPLE,
        page_link=page_link,
    )


def write_group_index(title: Words, entries: Sequence[GroupEntry], path: Path) -> None:
    """Write the list to `path` as UTF-8 whatever the locale; raises OSError."""
    write_text(path, group_index_page(title, entries))


def _filters(entries: Sequence[GroupEntry]) -> tuple[Filter, ...]:
    found = []
    for name, (label, read) in _READ.items():
        options = sorted({read(entry) for entry in entries}, key=lambda one: one.en)
        found.append(Filter(name, label, tuple(options)))
    return tuple(found)
