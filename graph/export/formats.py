"""The formats of an exported graph, and which ending is whose."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from graph.core.errors import InputError
from graph.core.words import Words


class GraphFormat(StrEnum):
    """How the graph is written."""

    csv = "csv"
    parquet = "parquet"
    xlsx = "xlsx"
    dta = "dta"
    graphml = "graphml"
    gexf = "gexf"


class Projection(StrEnum):
    """Who is tied by shared groups in an exported network."""

    members = "members"
    persons = "persons"


FOLDERS = (GraphFormat.csv, GraphFormat.parquet, GraphFormat.dta)
"""Formats that are a folder, a file a table; all others are one file."""

ENDINGS = {
    ".xlsx": GraphFormat.xlsx, ".graphml": GraphFormat.graphml, ".gexf": GraphFormat.gexf,
}  # fmt: skip


def format_of(path: Path, given: GraphFormat | None) -> GraphFormat:
    """Return the format that is given, else that of the ending; raises InputError that names all."""
    chosen = given or ENDINGS.get(path.suffix.lower())
    if chosen is None:
        raise InputError(
            Words(
                f"{path}: this ending belongs to no format. Give --format, one of {', '.join(GraphFormat)}.",
                f"{path}：该扩展名不属于任何格式。请给出 --format，可选：{'、'.join(GraphFormat)}。",
            )
        )
    return chosen
