"""What GraphML and GEXF share: identities, names to show, values of attributes, XML written in a stream."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOBase
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from graph.export.columns import Column, GraphTable, NodeTable, Table, Tables
from graph.export.elements import Elements
from graph.export.texts import plain_text, printable

TYPES: Mapping[str, str] = {"integer": "long", "float": "double", "boolean": "boolean"}
"""Types of attributes in both formats; all else is text."""


def node_id(label: str, uid: str) -> str:
    """Return an id that is unique in the whole graph: uids are so by label."""
    return f"{label}/{uid}"


def shown(row: Mapping[str, Any]) -> str:
    """Say what a picture writes at a node."""
    return str(row.get("name") or row.get("title") or row.get("number") or row["uid"])


def kind(table: GraphTable) -> str:
    """Label or relationship type."""
    return str(table.label) if isinstance(table, NodeTable) else table.type.stored


def sides(tables: Tables) -> dict[str, list[GraphTable]]:
    """Return the tables of nodes, and those of edges."""
    nodes = [table for table in tables if isinstance(table, NodeTable)]
    return {"node": [*nodes], "edge": [table for table in tables if table not in nodes]}


def items(elements: Elements, tables: Tables) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """Yield each node or edge of some tables: its identity, and its row with `type` and `label`."""
    for table in tables:
        named = {"type": kind(table), "label": kind(table)}
        for row in elements.rows(table):
            if isinstance(table, NodeTable):
                identity = {"id": node_id(kind(table), row["uid"])}
                yield identity, {**row, **named, "label": shown(row)}
            else:
                start = node_id(row["start_label"], row["start"])
                end = node_id(str(table.end), row["end"])
                identity = {"id": f"{table.name}/{row['key']}", "source": start, "target": end}
                yield identity, {**row, **named}


def attributes(tables: Sequence[Table]) -> dict[str, Column]:
    """Return the columns of several tables by name, without the ends of ties."""
    columns: dict[str, Column] = {}
    for table in tables:
        for column in table.columns:
            if column.name not in ("start", "end"):
                columns.setdefault(column.name, column)
    return columns


def values(row: Mapping[str, Any], known: Mapping[str, Column]) -> Iterator[tuple[str, str]]:
    """Say what a row holds as text, by name; what is not known is left out."""
    for name in known:
        if row.get(name) is not None:
            yield name, plain_text(row[name])


class Xml:
    """A file of XML, element by element; texts and names are escaped here and nowhere else."""

    def __init__(self, file: TextIOBase) -> None:
        self._file = file
        self._depth = 0
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')

    @contextmanager
    def inside(self, name: str, **attributes: str) -> Iterator[None]:
        """An element with others in it."""
        self._line(f"<{name}{_given(attributes)}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{name}>")

    def leaf(self, name: str, text: str | None = None, **attributes: str) -> None:
        """An element with a text, or with attributes only."""
        if text is None:
            self._line(f"<{name}{_given(attributes)}/>")
        else:
            self._line(f"<{name}{_given(attributes)}>{_text(text)}</{name}>")

    def _line(self, text: str) -> None:
        self._file.write(f"{'  ' * self._depth}{text}\n")


@contextmanager
def xml(path: Path) -> Iterator[Xml]:
    """A new file of XML."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        yield Xml(file)


def _given(attributes: Mapping[str, str]) -> str:
    # A line break in an attribute becomes a blank when it is read, unless it is written as a number.
    breaks = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return "".join(
        f" {name.rstrip('_').replace('__', '.')}={quoteattr(printable(value), breaks)}"
        for name, value in attributes.items()
    )


def _text(text: str) -> str:
    return escape(printable(text), {"\r": "&#13;"})
