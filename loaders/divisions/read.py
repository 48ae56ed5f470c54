"""Reads the shipped division data (行政区划): units, who leads whom, who followed whom.

Three CSV files and two YAML files in one folder; the build (`python -m tools.divisions.build`)
writes the tables, and a folder of the same form written by hand can be read as well. Everything is
checked before anything is returned.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from graph.core.errors import InvalidData
from graph.core.words import Words
from loaders.divisions.breach import Breach
from loaders.divisions.checks import Known, problems
from loaders.divisions.periods import DivisionData
from loaders.divisions.rows import SourceRow, SuccessionRow, TieRow, UnitRow
from loaders.files.yaml import shipped_yaml

__all__ = ["DivisionData", "SourceRow", "SuccessionRow", "TieRow", "UnitRow", "read_divisions"]

SHIPPED = Path(__file__).parents[1] / "data" / "divisions"

_Row = TypeVar("_Row", UnitRow, TieRow, SuccessionRow)
_COLUMNS = {"old": "from", "new": "to"}
_MAYBE = ("valid_from", "valid_to", "on", "document")
"""Columns whose empty cell is unknown, and None here."""


def read_divisions(folder: Path = SHIPPED) -> DivisionData:
    """Read and check a folder of division data.

    Raises InvalidData that lists every problem of every file with file and line.
    """
    faults: list[Breach] = []
    units = _table(folder / "units.csv", UnitRow, faults)
    ties = _table(folder / "ties.csv", TieRow, faults)
    successions = _table(folder / "successions.csv", SuccessionRow, faults)
    sources = _sources(folder / "sources.yaml", faults)
    known = _known(folder / "kinds.yaml", sources)
    data = DivisionData(units, ties, successions, sources)
    faults = faults or problems(folder, data, known)
    if faults:
        raise InvalidData(faults)
    return data


def _table(path: Path, kind: type[_Row], faults: list[Breach]) -> tuple[_Row, ...]:
    """Rows of one CSV file; what cannot be read is added to `faults` with its line."""
    if not path.is_file():
        faults.append(
            Breach(
                "",
                Words(
                    f"{path} is missing. In a checkout run python -m tools.divisions.build.",
                    f"缺少 {path}。在代码库中运行：python -m tools.divisions.build",
                ),
            )
        )
        return ()
    columns = {name: _COLUMNS.get(name, name) for name in kind.__dataclass_fields__}
    rows: list[_Row] = []
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        for raw in reader:
            try:
                rows.append(kind(**{n: _cell(n, raw[column]) for n, column in columns.items()}))
            except KeyError as missing:
                faults.append(
                    Breach(
                        f"{path}:1",
                        Words(
                            f"the column {missing} is missing.",
                            f"缺少列 {missing}。",
                        ),
                    )
                )
                return ()
            except ValueError as wrong:
                faults.append(
                    Breach(
                        f"{path}:{reader.line_num}",
                        Words(
                            f"{wrong}; check the number of fields.",
                            f"“{wrong}”；请检查字段的个数。",
                        ),
                    )
                )
    return tuple(rows)


def _cell(name: str, text: str) -> Any:
    if name in ("rank", "rank_by_rule"):
        return int(text) if text else None
    return (text or None) if name in _MAYBE else text


def _sources(path: Path, faults: list[Breach]) -> tuple[SourceRow, ...]:
    if not path.is_file():
        faults.append(
            Breach(
                "",
                Words(
                    f"{path} is missing. It must list the source that each row names.",
                    f"缺少 {path}。该文件须列出各行所注的来源。",
                ),
            )
        )
        return ()
    names, rows = SourceRow.__dataclass_fields__, shipped_yaml(path)["sources"]
    return tuple(SourceRow(*(row.get(name) for name in names)) for row in rows)


def _known(path: Path, sources: Sequence[SourceRow]) -> Known:
    """Return the words that the data may use: kinds and sources, and the codes without a superior."""
    raw = shipped_yaml(path if path.is_file() else SHIPPED / path.name)
    return Known(
        frozenset(row["kind"] for row in raw["kinds"]),
        frozenset(row["code"] for row in raw["without_superior"]),
        frozenset(source.uid for source in sources),
    )
