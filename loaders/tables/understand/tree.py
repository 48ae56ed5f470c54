"""Entries of `lsgraph/groups/1` made from tables, each value with the cell that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from loaders.files.problems import Place
from loaders.files.yaml import Step, YamlFile
from loaders.form.schema import FORM
from loaders.tables.read.raw import Row

Entry = dict[str, Any]
Steps = tuple[Step, ...]


@dataclass(frozen=True)
class TablesFile(YamlFile):
    """What the reader of entries takes: the mapping of sections, and cells in place of lines."""

    cells: Mapping[Steps, Place] = field(default_factory=dict)

    def at(self, *steps: Step) -> Place:
        """Place of the value that the steps lead to, else of the nearest thing above it."""
        while steps and steps not in self.cells:
            steps = steps[:-1]
        return self.cells.get(steps, Place(self.path))


@dataclass
class Tree:
    """Sections being filled; `columns` of an entry tell from which column a field comes."""

    sections: Entry = field(default_factory=lambda: {"form": FORM, "sources": {}})
    places: dict[Steps, Place] = field(default_factory=dict)

    def source(self, uid: str, entry: Entry, row: Row) -> None:
        """Enter a source under its id."""
        self.sections["sources"][uid] = entry
        self._place(("sources", uid), row, {})

    def add(self, section: str, entry: Entry, row: Row, columns: Mapping[str, str]) -> Steps:
        """Enter a row of a section; answers the steps that lead to it."""
        rows = self.sections.setdefault(section, [])
        rows.append(_known(entry))
        steps: Steps = (section, len(rows) - 1)
        self._place(steps, row, columns)
        return steps

    def below(
        self, steps: Steps, name: str, entry: Entry, row: Row, columns: Mapping[str, str]
    ) -> None:
        """Enter a seat or note of a group."""
        group = self.sections[str(steps[0])][steps[1]]
        rows = group.setdefault(name, [])
        rows.append(_known(entry))
        self._place((*steps, name, len(rows) - 1), row, columns)

    def _place(self, steps: Steps, row: Row, columns: Mapping[str, str]) -> None:
        self.places[steps] = row.at()
        for name in row.cells:
            self.places[*steps, name] = row.at(name)
        for name, column in columns.items():
            self.places[*steps, name] = row.at(column)


def _known(entry: Entry) -> Entry:
    """The entry without what is not known."""
    return {key: value for key, value in entry.items() if value not in (None, [], "")}
