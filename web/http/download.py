"""Answers as files: what a page shows, in the formats of graph.export."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from starlette.responses import Response

from graph.catalogue import Result
from graph.connection import Database
from graph.core.errors import UnknownName
from graph.core.words import Words
from graph.export.results import ENDINGS, Asked, export_result

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "dta": "application/x-stata-dta",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
FORMATS = tuple(ending[1:] for ending in ENDINGS)


def check_format(name: str) -> str:
    """Return a format that an answer can be written in; raises UnknownName for another."""
    if name not in FORMATS:
        raise UnknownName(Words("format of a file", "文件格式"), name, FORMATS)
    return name


def file_of(database: Database, rows: Result, asked: Asked, format: str) -> bytes:
    """Return the rows as a file; a workbook holds its codebook, a file for Stata its labels."""
    check_format(format)
    return written(format, lambda path: export_result(database, rows, asked, path))


def written(format: str, write: Callable[[Path], object]) -> bytes:
    """Return what a function writes into a file with this ending."""
    with tempfile.TemporaryDirectory(prefix="lsgraph-") as folder:
        path = Path(folder) / f"answer.{format}"
        write(path)
        return path.read_bytes()


def sent(data: bytes, name: str, format: str) -> Response:
    """Answer with a file that the browser saves under a name."""
    kept = quote(f"{name}.{format}", safe="")
    headers = {
        "Content-Disposition": f"attachment; filename=\"lsgraph.{format}\"; filename*=UTF-8''{kept}"
    }
    return Response(data, media_type=TYPES[format], headers=headers)
