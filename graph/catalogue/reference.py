"""The query reference, made from the headers of the query files and from what they answer: `make docs`.

Each example is run on the graph that the environment names, which should hold the shipped data and nothing
else. The page stands in build/docs; its links lead from there into the checkout.
"""

from __future__ import annotations

import datetime as dt
import json
import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.catalogue.catalogue import Catalogue, shipped
from graph.catalogue.entry import Query, example_pairs
from graph.catalogue.header import Column, Parameter
from graph.catalogue.samples import sample, table
from graph.connection import Database, connect
from graph.settings import CYPHER

LOADING = "loading"
"""Tag of the queries by which loaders compare: digests, which tell a reader nothing, are not shown."""

THREADS = 4

_INTRODUCTION = """\
# Query reference

Made from the headers of the files below `cypher/` by `make docs`.

Each query is asked under one name in three places: `lsgraph query run NAME -p key=value`, in Python
`from graph.catalogue import queries; queries.NAME(key=value)`, and, as `lsgraph query show NAME`
prints it, in any other Neo4j tool. `?` after a type says that null (unknown) is possible. A parameter
without a default must be given. Lists are written `a,b` or `["a", "b"]`. Where a parameter is a
`uid<...>`, the command line takes a name or code too: `-p region=广东省`; for `uid<Region>` a region of
several divisions as well: `-p region=长三角`. What the figures of authority
mean: [definitions.md](../../docs/definitions.md). Queries of your own:
[own-queries.md](../../docs/own-queries.md).

Below each command stands what it answers on the shipped data, long values cut (…). Those data are documented
facts with gaps, no census: `null` is unknown.
"""


def reference(catalogue: Catalogue, database: Database) -> str:
    """The page in Markdown: every query that reads, by subject, and the parts that they share.

    `database` holds the shipped data; every example is run on it once.
    """
    subjects = groupby(catalogue.readable(), key=lambda query: _subject(query.header.path))
    answers = _samples(catalogue, database)
    sections = [line for subject, found in subjects for line in _section(subject, found, answers)]
    lines = [_INTRODUCTION, *sections, *_parts(catalogue), *_writing(catalogue)]
    return "\n".join(lines).rstrip() + "\n"


def _samples(catalogue: Catalogue, database: Database) -> dict[str, list[str]]:
    """The answer of each example by name; several at once, since planning takes the most of the time."""
    shown = [query for query in catalogue.readable() if LOADING not in query.header.tags]
    with ThreadPoolExecutor(THREADS) as pool:
        answers = pool.map(lambda query: list(sample(query, database)), shown)
        return {query.name: lines for query, lines in zip(shown, answers, strict=True)}


def _section(
    subject: str, found: Iterable[Query], answers: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    yield f"## {subject}\n"
    for query in found:
        yield from _query(query, answers.get(query.name, ()))


def _query(query: Query, answer: Sequence[str]) -> Iterator[str]:
    header = query.header
    yield f"### {query.name}\n"
    yield f"**{header.title}.** {header.question} File: {_link(header.path)}.\n"
    yield f"**{header.called.zh}。** {header.asked.zh}\n"
    if header.note:
        yield f"{_sentence(header.note.en)}\n"
        yield f"{header.note.zh}\n"
    if header.source:
        yield f"Source: {_sentence(header.source)}\n"
    yield f"```console\n$ {_command(query)}\n```\n"
    yield from answer
    if query.parameters:
        given = [_given(parameter) for parameter in query.parameters]
        yield from table(("parameter", "type", "default", "meaning", "含义"), given)
    answered = [_answered(column) for column in query.columns]
    yield from table(("column", "type", "unit", "meaning", "含义"), answered)
    if query.fragments:
        parts = ", ".join(_link(part.path) for part in query.fragments)
        yield f"Made of {parts}.\n"


def _given(parameter: Parameter) -> tuple[str, ...]:
    default = "" if parameter.required else f"`{_text(parameter.default)}`"
    return f"`{parameter.name}`", f"`{parameter.type}`", default, *parameter.meaning.both


def _answered(column: Column) -> tuple[str, ...]:
    return f"`{column.name}`", f"`{column.type}`", column.unit or "", *column.meaning.both


def _parts(catalogue: Catalogue) -> Iterator[str]:
    """The shared definitions, in the order in which they first run."""
    found = {part.path: part for query in catalogue.readable() for part in query.fragments}
    yield "## Shared parts\n"
    yield "Written once and included by the queries above; they do not run as queries of their own.\n"
    rows = [
        (_link(h.path), h.question, _variables(h.takes), _variables(h.gives), h.note.en)
        for h in found.values()
    ]
    yield from table(("part", "question", "takes", "gives", "note"), rows)


def _writing(catalogue: Catalogue) -> Iterator[str]:
    """The statements that only loaders run."""
    found = [query for query in catalogue.values() if query.header.access != "read"]
    yield "## Schema and write statements\n"
    yield "Run by `lsgraph load`, not by hand. A file with `@` in its name is written once for many:"
    yield "each row of a table in [model.py](../../graph/core/model.py) makes an entry of it.\n"
    rows = [
        (f"`{q.name}`", _link(q.header.path), q.header.access, q.header.question) for q in found
    ]
    yield from table(("name", "file", "access", "question"), rows)


def _command(query: Query) -> str:
    """The command line that asks the example of the header."""
    pairs = example_pairs(query.header.example)
    words = (shlex.quote(f"{key}={_commas(value)}") for key, value in pairs.items())
    return " ".join(["lsgraph query run", query.name, *(f"-p {word}" for word in words)])


def _commas(value: str) -> str:
    """A list of texts in the form without quotes: `["a", "b"]` as `a,b`; one of maps as it stands."""
    if not value.startswith("[") or value.startswith("[{"):
        return value
    return ",".join(item.strip().strip('"') for item in value.strip("[]").split(","))


def _text(value: Any) -> str:
    if isinstance(value, str | dt.date):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return ",".join(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def _variables(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _subject(path: Path) -> str:
    return path.parent.name.capitalize()


def _link(path: Path) -> str:
    within = path.relative_to(CYPHER).as_posix()
    return f"[{within}](../../cypher/{within})"


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


if __name__ == "__main__":
    sys.stdout.buffer.write(reference(shipped(), connect()).encode())
