"""One small graph, written once, exported once in every format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.connection import Database
from graph.export.formats import FOLDERS, GraphFormat
from graph.export.write import export_graph
from loaders.package.graph_tables import TABLES
from tests.cli.conftest import run, server_environment
from tests.export.worlds import A_DAY, HOSTILE, UNSEEN, write_world
from tests.whole import Whole, whole

__all__ = ["exported", "old", "run", "server_environment"]


@dataclass(frozen=True)
class Exported:
    """What the graph held, and where each format of it is, some as of a day too."""

    held: Whole
    paths: Mapping[GraphFormat, Path]
    on_day: Mapping[GraphFormat, Path]
    beyond: tuple[str, ...]


def path_of(folder: Path, format: GraphFormat) -> Path:
    """A folder or file for a format."""
    return folder / (str(format) if format in FOLDERS else f"graph.{format}")


@pytest.fixture(scope="package")
def exported(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """All formats of the small graph; the graph itself may be emptied afterwards."""
    return _exported(database, tmp_path_factory.mktemp("exported"), HOSTILE)


@pytest.fixture(scope="package")
def old(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """The same of a graph that holds what cannot be seen, too."""
    return _exported(database, tmp_path_factory.mktemp("old"), (*HOSTILE, *UNSEEN))


def _exported(database: Database, folder: Path, texts: Sequence[str]) -> Exported:
    write_world(database, texts)
    beyond: tuple[str, ...] = ()
    paths, on_day = {}, {}
    for format in GraphFormat:
        paths[format] = path_of(folder, format)
        beyond += export_graph(database, TABLES, paths[format], format).beyond
    for format in (GraphFormat.csv, GraphFormat.gexf):
        on_day[format] = path_of(folder / "day", format)
        export_graph(database, TABLES, on_day[format], format, as_of=A_DAY)
    return Exported(whole(database), paths, on_day, beyond)
