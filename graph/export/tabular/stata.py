"""Stata files (version 118, which Stata 14 and later open): labelled codes, real days, Chinese kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from graph.core.language import LANGUAGES, say
from graph.core.words import Words
from graph.export.codebook import About, markdown
from graph.export.columns import Column, Rows, Table
from graph.export.labels import LabelSet
from graph.export.tabular.variables import Variable, variables

LONGEST_NAME = 32

RESERVED = frozenset(
    """_all _b _coef _cons _n _N _pi _pred _rc _skip aggregate array boolean break byte case catch class
    colvector complex const continue default delegate delete do double else eltypedef end enum explicit
    export external float for friend function global goto if in inline int local long namespace new NULL
    pragma private protected quad rowvector short string strL this throw try typedef typename union
    unsigned using vector virtual with""".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Stored:
    """A table as a file holds it: its variables as columns, and the labels of those that have some."""

    table: Table
    labels: Mapping[str, LabelSet]


def write_stata(table: Table, rows: Rows, path: Path) -> Stored:
    """Write a table; answers what the file holds.

    All its rows are in memory once, since a Stata file begins with the widths of its columns.
    """
    held = [[row.get(name) for name in table.names] for row in rows]
    made = [
        variable
        for number, column in enumerate(table.columns)
        for variable in variables(column, [row[number] for row in held])
    ]
    given = names([variable.column.name for variable in made])
    file = import_module(".stata_file", __package__)
    file.write(path, table.title, {given[one.column.name]: one for one in made}, len(held))
    labels = {one.column.name: one.labels for one in made if one.labels}
    return Stored(Table(table.name, table.title, tuple(map(_described, made))), labels)


def stata_codebook(about: About, files: Sequence[Stored]) -> str:
    """Return the codebook of files: each variable, and what the labelled numbers mean in both languages."""
    tables = [one.table for one in files]
    given = {name: new for table in tables for name, new in names(table.names).items()}
    sets = {known.name: known for one in files for known in one.labels.values()}
    return markdown(about, tables, given, _label_lines([sets[name] for name in sorted(sets)]))


def names(columns: Sequence[str]) -> Mapping[str, str]:
    """Names of columns as Stata takes them: letters, digits, `_`, 32 at most, no word of its own."""
    given: dict[str, str] = {}
    for column in columns:
        name = re.sub(r"[^A-Za-z0-9_]", "_", column)[:LONGEST_NAME] or "_"
        if name[0].isdigit() or name in RESERVED or re.fullmatch(r"str\d+", name):
            name = f"v_{name}"[:LONGEST_NAME]
        base, number = name, 1
        while name in given.values():
            number += 1
            name = f"{base[: LONGEST_NAME - len(str(number)) - 1]}_{number}"
        given[column] = name
    return given


def _label_lines(sets: Sequence[LabelSet]) -> Iterator[str]:
    head = Words("Value labels", "值标签")
    both = Words(
        "Each set in two languages: `label language en`, `label language zh`.",
        "每组有两种语言：`label language en`、`label language zh`。",
    )
    yield f"## {say(head)}\n\n{say(both)}\n"
    columns = (Words("sets", "组"), Words("value", "值"))
    yield f"| {' | '.join(map(say, columns))} | English | 中文 |\n|---|---|---|---|"
    for one in sets:
        for code, words in one.words.items():
            yield f"| `{one.name}_en`, `{one.name}_zh` | {code} | {words.en} | {words.zh} |"


def _described(one: Variable) -> Column:
    if one.labels is None:
        return one.column
    en, zh = (f"`{one.labels.name}_{language}`" for language in LANGUAGES)
    said = one.column.meaning
    told = Words(
        f"{said.en.rstrip('.')}. Value labels {en}, {zh}.",
        f"{said.zh.rstrip('。')}。值标签：{en}、{zh}。",
    )
    return replace(one.column, kind="integer", meaning=told, values=())
