"""Since and until which release a statement was told, and what only earlier releases said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from graph.core.moved import current
from loaders.package.cells import Row, cells, parts, row_key, row_sources, spoken_cells
from loaders.package.disputes import disputed
from loaders.package.released import KEPT, Tables, releases
from loaders.package.tables import Rows

Cell = tuple[str, str, str]
"""Table, entity, property."""
Tellers = dict[str, set[str]]
"""Each part of a value with the sources that say it."""
CORE: Mapping[str, tuple[str, ...]] = {
    "groups": ("uid",), "seats": ("group", "post", "role", "person"), "tenures": ("person", "post"),
}  # fmt: skip
"""What makes a row the same where its key, which holds its start, was corrected."""


class Former(NamedTuple):
    """What an earlier release said and none since `last`; `row` is as that release had it."""

    cell: Cell
    value: str
    first: str
    last: str
    row: Row


class History:
    """The cells of every earlier release, under the entities of today."""

    def __init__(self, now: Mapping[str, Rows]) -> None:
        self._said: dict[str, dict[Cell, Tellers]] = {}
        self._rows: dict[str, list[tuple[str, str, Row]]] = {}
        for version, tables in releases().items():
            self._rows[version] = list(_led(tables, now))
            self._said[version] = _said(self._rows[version])

    def first(self, cell: Cell, value: str, source: str | None, differs: bool) -> str | None:
        """The earliest release in which that source said it; None for what is new."""
        table, entity, name = cell
        asked = (table, entity, f"not {name}" if differs else name)
        for version, said in self._said.items():
            tellers = said.get(asked, {})
            if all(source in tellers.get(part, ()) for part in parts(value)):
                return version
        return None

    def former(self, now: Mapping[Cell, set[str]]) -> Iterator[Former]:
        """Values that somebody said in an earlier release and nobody says now."""
        found: dict[tuple[Cell, str], Former] = {}
        for version, rows in self._rows.items():
            for table, entity, row in rows:
                for name, item in spoken_cells(table, row):
                    cell, value = (table, entity, name), current(item) or item
                    if not parts(value) <= now.get(cell, set()):
                        first = found[cell, value].first if (cell, value) in found else version
                        found[cell, value] = Former(cell, value, first, version, row)
        yield from found.values()


def _said(rows: Iterable[tuple[str, str, Row]]) -> dict[Cell, Tellers]:
    """The tellers of each cell: the sources of the row, of an act any source that the release names.

    No release kept the sources of its acts apart.
    """
    every = {source for _, _, row in rows for source in row_sources(row)}
    said: defaultdict[Cell, Tellers] = defaultdict(dict)
    for table, entity, row in rows:
        own = row_sources(row)
        for name, text in cells(row).items():
            who = every if name == "established_by" else own
            for part in parts(text):
                said[table, entity, name].setdefault(part, set()).update(who)
            for told in disputed(text) if name in ("note", "notes") else ():
                other = said[table, entity, f"not {told.property}"]
                other.setdefault(told.value, set()).update(told.sources or own)
    return said


def _led(tables: Tables, now: Mapping[str, Rows]) -> Iterator[tuple[str, str, Row]]:
    """Every row of a release with its table and the entity that it is today."""
    for table in KEPT:
        present = {row_key(row) for row in now[table]}
        cores = _unique(table, now[table])
        before = Counter(_core(table, row) for row in tables[table])
        for row in tables[table]:
            entity = "|".join(current(part) or part for part in row_key(row).split("|"))
            core = _core(table, row)
            if entity not in present and before[core] == 1:
                entity = cores.get(core, entity)
            yield table, entity, row


def _unique(table: str, rows: Rows) -> dict[tuple[str, ...], str]:
    """The entity of each core that only one row has."""
    counted = Counter(_core(table, row) for row in rows)
    return {
        core: row_key(row) for row in rows if counted[core := _core(table, row)] == 1
    }  # fmt: skip


def _core(table: str, row: Mapping[str, object]) -> tuple[str, ...]:
    texts = (str(row[name] or "") for name in CORE[table])
    return tuple(current(text) or text for text in texts)
