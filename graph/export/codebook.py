"""What goes along with every file that leaves: the question or graph, its day, and every column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.core.language import say
from graph.core.terms import UNKNOWN, unit
from graph.core.words import Words
from graph.export.columns import Column, Table

_FORMULAS = Words(
    "A text that a spreadsheet would take for a formula, that is empty or that begins with ' is led by one ':"
    " take one off to have it back. Lists are JSON.",
    "电子表格会当作公式的文本、空文本和以 ' 开头的文本，前面加一个 '，还原时去掉一个即可。列表为 JSON。",
)
NOTES: Mapping[str, Words] = {
    "csv": Words(f"Unknown is empty. {_FORMULAS.en}", f"不明的为空。{_FORMULAS.zh}"),
    "xlsx": Words(
        "Unknown is empty. An empty text, or one that begins with ', is led by one '. Lists are JSON.",
        "不明的为空。空文本和以 ' 开头的文本，前面加一个 '。列表为 JSON。",
    ),
    "dta": Words(
        "Unknown is . or empty text, also an unknown start and an open or unknown end. Days are days"
        " (%td), lists are JSON, truth values and the words of a closed list labelled numbers. A list of"
        " flags is a variable for each, 1 or 0.",
        "不明的为 . 或空文本，起始不明、尚未终止或终止不明的亦同。日期为日期型（%td），列表为 JSON，"
        "是否与封闭词表的词为带标签的数值。标记的列表分为多个变量，各为 1 或 0。",
    ),
    "parquet": Words("Unknown is null.", "不明的为 null。"),
    "json": Words("Unknown is null, days are texts.", "不明的为 null，日期为文本。"),
}
"""How to read the cells of a file, by its format."""


COLON = Words(": ", "：")
DAY = Words("as of", "日期")


@dataclass(frozen=True)
class About:
    """The head of a codebook: a title, facts as pairs, and sentences on how to read the cells."""

    title: Words
    facts: tuple[tuple[Words, Words], ...]
    notes: tuple[Words, ...] = ()


def book_of(path: Path) -> Path:
    """Where the codebook of a file stands: beside it."""
    return path.with_name(f"{path.name}.codebook.md")


def versions(database: Database) -> tuple[tuple[Words, Words], ...]:
    """Find which lsgraph wrote a file, and of which graph."""
    try:
        program = Words.same(version("lsgraph"))
    except PackageNotFoundError:
        program = UNKNOWN
    loaded = next((row.fingerprint for row in queries.loaded_fingerprint(database=database)), None)
    known = schema.version(database)
    number = Words.same(known) if known else UNKNOWN
    parts = [Words(f"schema {number.en}", f"模式 {number.zh}")]
    if loaded:
        parts.append(Words(f"shipped data {loaded}", f"自带数据 {loaded}"))
    graph = Words.joined(parts, zh="，")
    return (Words.same("lsgraph"), program), (Words("graph", "图谱"), graph)


def markdown(
    about: About,
    tables: Sequence[Table],
    names: Mapping[str, str] | None = None,
    further: Iterable[str] = (),
) -> str:
    """Return the codebook as Markdown, in the language that is spoken.

    `names` are other names of the columns, as Stata needs them; `further` are lines below all tables.
    """
    return "\n".join((*_markdown(about, tables, names or {}), *further)) + "\n"


def lines(about: About, tables: Sequence[Table]) -> Iterator[tuple[str, ...]]:
    """Yield the codebook as rows of a sheet: table, column, type, unit, meaning, in the language spoken."""
    head = say(ABOUT)
    yield (head, say(Words("title", "标题")), "", "", say(about.title))
    yield from ((head, say(name), "", "", say(text)) for name, text in about.facts)
    yield from ((head, say(Words("note", "说明")), "", "", say(text)) for text in about.notes)
    for table in tables:
        yield (table.name, "", "", "", _row(table))
        for column in table.columns:
            yield (table.name, column.name, column.kind, _unit(column), say(meaning(column)))


ABOUT = Words("about", "关于")
HEADS = (
    Words("table", "表"), Words("column", "列"), Words("type", "类型"), Words("unit", "单位"),
    Words("meaning", "含义"),
)  # fmt: skip
"""The heads of the rows that `lines` yields."""


def meaning(column: Column) -> Words:
    """Say what a column means, with the values that may stand in it."""
    if not column.values:
        return column.meaning
    return Words(
        f"{column.meaning.en.rstrip('.')}. One of: {', '.join(column.values)}.",
        f"{column.meaning.zh.rstrip('。')}。取值：{'、'.join(column.values)}。",
    )


def _markdown(about: About, tables: Sequence[Table], names: Mapping[str, str]) -> Iterator[str]:
    yield f"# {say(about.title)}\n"
    yield from (f"* {say(name)}{say(COLON)}{_line(say(text))}" for name, text in about.facts)
    yield ""
    yield from (f"{say(note)}\n" for note in about.notes)
    for table in tables:
        yield f"## {table.name}\n\n{_row(table)}\n"
        yield f"| {' | '.join(map(say, HEADS[1:]))} |\n|---|---|---|---|"
        for column in table.columns:
            other = names.get(column.name, column.name)
            told = f" (`{column.name}`)" if other != column.name else ""
            said = _line(say(meaning(column)))
            yield f"| `{other}`{told} | {column.kind} | {_unit(column)} | {said} |"
        yield ""


def _row(table: Table) -> str:
    """What one row of a table is."""
    return say(Words(f"One row: {table.title.en}.", f"每行：{table.title.zh}。"))


def _unit(column: Column) -> str:
    return say(unit(column.unit)) if column.unit else ""


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
