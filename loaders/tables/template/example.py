"""The worked example of a template: an invented group (东河治理领导小组), every table in use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from loaders.files.yaml import shipped_yaml
from loaders.tables.schema import Table

EXAMPLE = Path(__file__).parents[2] / "data" / "templates" / "groups.yaml"


def example_rows(table: Table, language: str) -> list[list[str]]:
    """The rows of a table in the order of its columns, words of closed lists in the language."""
    rows = []
    for row in _example()[table.name]:
        cells = []
        for column in table.columns:
            text = row.get(column.name, "")
            if text and column.values is not None and language == "zh":
                text = column.values.words[text][0]
            cells.append(text)
        rows.append(cells)
    return rows


@cache
def _example() -> Any:
    return shipped_yaml(EXAMPLE)
