"""The list of pages: one row a page, with type, gap and line coverage where it has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from graph.core.words import Words
from visualize.page.network import environment, write_text
from visualize.page.safety import LANGUAGE, page_link, policy, script, style
from visualize.picture import words


@dataclass(frozen=True)
class IndexEntry:
    """One page of the list.

    `link` is the page's path relative to the index, as a file name and not yet as an address.
    `type`, `gap` (ordinal steps) and `lc` (line coverage, 0 to 1) are None where the page has none
    or it is not known; `sentence` says what the page shows and why.
    """

    title: Words
    type: Words | None
    gap: int | None
    lc: float | None
    link: str
    sentence: Words


def index_page(title: Words, entries: Sequence[IndexEntry]) -> str:
    """The list as HTML text, self-contained like every page; rows in the order given."""
    rows = [(entry, page_link(entry.link)) for entry in entries]
    return list_page("index.html", [], title=title, rows=rows)


def list_page(template: str, scripts: Sequence[Markup], **content: object) -> str:
    """A list made of a template and its own scripts, under the policy and in the style of every list."""
    scripts = [*map(script, LANGUAGE), *scripts]
    return (
        environment()
        .get_template(template)
        .render(
            words=words,
            coverage=coverage,
            scripts=scripts,
            style=style("page.css"),
            policy=policy(scripts),
            **content,
        )
    )


def write_index(title: Words, entries: Sequence[IndexEntry], path: Path) -> None:
    """Write the list to `path` as UTF-8 whatever the locale; raises OSError."""
    write_text(path, index_page(title, entries))


def coverage(value: float | None) -> str:
    """Line coverage with at most two decimals, "–" where it is unknown."""
    return "–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


NO_SAMPLE = Words(
    "These groups are those that stored public pages told of: no sample. A share here is a share of"
    " what was found.",
    "所列为已存公开网页所载之小组，并非抽样；此处之比例仅为所见之比例。",
)


@dataclass(frozen=True)
class GroupEntry:
    """A group in the list.

    `region`, `field`, `level` and `type` are filters. `first` and `last` are the years of its
    earliest and latest evidence or end, None unknown. `gap` counts ordinal steps. `link` is the path
    of its page relative to the list, None where the group has no page.
    """

    name: Words
    region: Words
    field: Words
    level: Words
    type: Words
    gap: int | None
    coverage: float | None
    first: int | None
    last: int | None
    link: str | None = None

    @property
    def years(self) -> str:
        """The years of its evidence: 2013–2018, 2013, or – where no source dates it."""
        known = [str(year) for year in (self.first, self.last) if year is not None]
        return "–".join(dict.fromkeys(known)) or "–"

    @property
    def address(self) -> str | None:
        """The link as an address."""
        return None if self.link is None else page_link(self.link)


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


def group_index_page(title: Words, entries: Sequence[GroupEntry]) -> str:
    """The list as HTML text, self-contained; rows in the order given."""
    years = [year for entry in entries for year in (entry.first, entry.last) if year is not None]
    return list_page(
        "group_index.html",
        [script("filter.js")],
        title=title,
        entries=entries,
        filters=_filters(entries),
        first=min(years, default=1949),
        last=max(years, default=2026),
        note=NO_SAMPLE,
    )


def write_group_index(title: Words, entries: Sequence[GroupEntry], path: Path) -> None:
    """Write the list to `path` as UTF-8 whatever the locale; raises OSError."""
    write_text(path, group_index_page(title, entries))


def _filters(entries: Sequence[GroupEntry]) -> tuple[Filter, ...]:
    filters = []
    for name, (label, read) in _READ.items():
        options = sorted({read(entry) for entry in entries}, key=lambda one: one.en)
        filters.append(Filter(name, label, tuple(options)))
    return tuple(filters)
