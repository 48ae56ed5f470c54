"""What goes along with every file that leaves: the question or graph, its day, and every column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.export.columns import Column, Table

NOTES = {
    "csv": "Unknown is empty. A text that a spreadsheet would take for a formula, that is empty or"
    " that begins with ' is led by one ': take one off to have it back. Lists are JSON.",
    "xlsx": "Unknown is empty. An empty text, or one that begins with ', is led by one '. Lists are JSON.",
    "dta": "Unknown is . or empty text, also an unknown start and an open or unknown end. Days are days"
    " (%td), lists are JSON, truth values and the words of a closed list labelled numbers. A list of flags is"
    " a variable for each, 1 or 0.",
    "parquet": "Unknown is null.",
    "json": "Unknown is null, days are texts.",
}
"""How to read the cells of a file, by its format."""


@dataclass(frozen=True)
class About:
    """The head of a codebook: a title, facts as pairs, and sentences on how to read the cells."""

    title: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


def book_of(path: Path) -> Path:
    """Where the codebook of a file stands: beside it."""
    return path.with_name(f"{path.name}.codebook.md")


def versions(database: Database) -> tuple[tuple[str, str], ...]:
    """Find which lsgraph wrote a file, and of which graph."""
    try:
        program = version("lsgraph")
    except PackageNotFoundError:
        program = "unknown"
    loaded = next((row.fingerprint for row in queries.loaded_fingerprint(database=database)), None)
    graph = f"schema {schema.version(database) or 'unknown'}"
    if loaded:
        graph += f", shipped data {loaded}"
    return ("lsgraph", program), ("graph", graph)


def markdown(
    about: About,
    tables: Sequence[Table],
    names: Mapping[str, str] | None = None,
    further: Iterable[str] = (),
) -> str:
    """Return the codebook as Markdown; `names` are other names of the columns, as Stata needs them.

    `further` are lines below all tables.
    """
    return "\n".join((*_markdown(about, tables, names or {}), *further)) + "\n"


def lines(about: About, tables: Sequence[Table]) -> Iterator[tuple[str, ...]]:
    """Yield the codebook as rows of a sheet: table, column, type, unit, meaning."""
    yield ("about", "title", "", "", about.title)
    yield from (("about", name, "", "", text) for name, text in about.facts)
    yield from (("about", "note", "", "", note) for note in about.notes)
    for table in tables:
        yield (table.name, "", "", "", f"One row: {table.title}.")
        for column in table.columns:
            yield (table.name, column.name, column.kind, column.unit or "", meaning(column))


def meaning(column: Column) -> str:
    """Say what a column means, with the values that may stand in it."""
    values = f" One of: {', '.join(column.values)}." if column.values else ""
    return f"{column.meaning.rstrip('.')}.{values}" if values else column.meaning


def _markdown(about: About, tables: Sequence[Table], names: Mapping[str, str]) -> Iterator[str]:
    yield f"# {about.title}\n"
    yield from (f"* {name}: {_line(text)}" for name, text in about.facts)
    yield ""
    yield from (f"{note}\n" for note in about.notes)
    for table in tables:
        yield f"## {table.name}\n\nOne row: {table.title}.\n"
        yield "| column | type | unit | meaning |\n|---|---|---|---|"
        for column in table.columns:
            other = names.get(column.name, column.name)
            told = f" (`{column.name}`)" if other != column.name else ""
            yield f"| `{other}`{told} | {column.kind} | {column.unit or ''} | {_line(meaning(column))} |"
        yield ""


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
