"""Templates of the form `lsgraph/tables/1`: empty tables, what each column means, a worked example."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.core.errors import AlreadyThere, InputError
from graph.core.words import Words
from loaders.tables.schema import EXPLANATIONS, FORM, TABLES, explained, explanations, head, named
from loaders.tables.template.example import example_rows

FORMATS = ("xlsx", "csv", "yaml")
LANGUAGES = ("en", "zh")
NAMES = {"xlsx": "groups.xlsx", "csv": "groups", "yaml": "groups.yaml"}
"""What a template is called where no name is given; a folder for CSV."""


def write_template(
    path: Path, format: str = "xlsx", language: str = "en", *, filled: bool = False
) -> list[Path]:
    """Write a template; `filled`: with the worked example in the tables, which loads as it is.

    Raises InputError for an unknown format or language and where there is something already.
    """
    _known(Words("format", "格式"), format, FORMATS)
    _known(Words("language", "语言"), language, LANGUAGES)
    if path.exists():
        raise AlreadyThere(
            Words(f"{path} exists already. Name another.", f"{path} 已存在。请另取名称。")
        )
    if format == "xlsx":
        from loaders.tables.template.workbook import write_workbook

        return [write_workbook(path, language, filled)]
    if format == "yaml":
        path.write_text(yaml_template(language, filled), encoding="utf-8", newline="\n")
        return [path]
    return _write_folder(path, language, filled)


def format_of(path: Path | None) -> str:
    """What a template is written as by the ending of its path; xlsx where it says nothing."""
    suffix = path.suffix.casefold() if path else ".xlsx"
    if suffix in (".yaml", ".yml"):
        return "yaml"
    return "csv" if suffix in (".csv", "") else "xlsx"


def _known(what: Words, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise InputError(
            Words(
                f"Unknown {what.en} {value!r} of a template. Choose one of: {', '.join(known)}.",
                f"模板的{what.zh}“{value}”未知。可选：{'、'.join(known)}。",
            )
        )


def _write_folder(path: Path, language: str, filled: bool) -> list[Path]:
    """A file a table and one of explanations; the example in a folder of its own, unless `filled`."""
    written = _write_tables(path, language, filled)
    if not filled:
        name = EXPLANATIONS["example"] if language == "zh" else "example"
        written += _write_tables(path / name, language, True)
    explained = path / f"{EXPLANATIONS['explanations'] if language == 'zh' else 'explanations'}.csv"
    _write_csv(explained, explanations(language))
    return [*written, explained]


def _write_tables(folder: Path, language: str, filled: bool) -> list[Path]:
    folder.mkdir(parents=True)
    written = []
    for table in TABLES:
        file = folder / f"{named(table, language)}.csv"
        rows = example_rows(table, language) if filled else []
        _write_csv(file, [head(table, language), *rows])
        written.append(file)
    return written


def _write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """With the mark by which spreadsheet programs know UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def yaml_template(language: str, filled: bool) -> str:
    """One YAML file; the example is commented out by `# `, explanations by `## `."""
    mark = "" if filled else "# "
    lines = [f"form: {FORM}", ""]
    if not filled:
        lines += ["## Take the `# ` away before the lines below and write your own rows over them.",
                  "## 去掉下列各行行首的 `# `，改写为自己的内容。", ""]  # fmt: skip
    for table in TABLES:
        lines += [
            f"## {named(table, language)}: {table.meaning_zh if language == 'zh' else table.meaning}"
        ]
        for column in table.columns:
            _, name, other, meaning, *rest = explained(table, column, language)
            lines.append(f"##   {name} ({other}): {meaning}" + (f" [{rest[1]}]" if rest[1] else ""))
        lines.append(f"{mark}{named(table, language)}:")
        for cells in example_rows(table, language):
            fields = zip(head(table, language), cells, strict=True)
            pairs = ", ".join(
                f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in fields if text
            )
            lines.append(f"{mark}- {{{pairs}}}")
        lines.append("")
    return "\n".join(lines)
