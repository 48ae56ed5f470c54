"""Stata files as Stata's users expect them, read back with pyreadstat: labels, days, flags."""

from __future__ import annotations

import csv
import datetime as dt
import struct
from pathlib import Path

import pytest
from pyreadstat import read_dta

from graph.core.terms import FLAGS, LEVELS, ROLES, TYPES
from graph.core.words import NOTHING
from graph.export.columns import Column
from graph.export.formats import GraphFormat
from graph.export.labels import TEXTS, label_set
from loaders.package.graph_tables import TABLES
from tests.cli.conftest import Run
from tests.export.conftest import Exported

BOUNDS = ("0001-01-01", "9999-12-31")
CLOSED = {"role", "mode", "rank_basis", "confidence", "leadership", "roster", "from_precision"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_has_labels_days_and_flags(old: Exported, table: object) -> None:
    (held,) = (one for one in TABLES if one is table)
    frame, meta = read_dta(old.paths[GraphFormat.dta] / f"{held.name}.dta")
    with (old.paths[GraphFormat.csv] / f"{held.name}.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(frame) == len(rows)
    for column, name in zip(held.columns, frame.columns, strict=True):
        known = label_set(column)
        cells = [row[column.name] for row in rows]
        if known:
            assert meta.variable_to_label[name] == f"{known.name}_en"
            said = {code: words.en for code, words in known.words.items()}
            assert meta.variable_value_labels[name] == said
            assert meta.readstat_variable_types[name] == "int8"
            codes = {str(value): code for value, code in known.codes.items()}
            codes |= {"true": 1, "false": 0}
            found = [None if value != value else int(value) for value in frame[name]]
            assert found == [codes[cell] if cell else None for cell in cells]
        elif column.kind == "date":
            assert str(meta.original_variable_types[name]).startswith("%td")
            days = [
                value.isoformat() if isinstance(value, dt.date) else "" for value in frame[name]
            ]
            assert days == cells
    named = {column.name for column in held.columns}
    assert CLOSED & named <= {c.name for c in held.columns if label_set(c)}


def test_the_other_language_is_there_too(old: Exported) -> None:
    path = old.paths[GraphFormat.dta] / "sits_in.dta"
    _, meta = read_dta(path)
    codes = TEXTS["role"].codes
    assert meta.value_labels["role_zh"] == {codes[role]: ROLES[role].zh for role in ROLES}
    told = characteristics(path.read_bytes())
    assert told["_dta", "_lang_list"] == "en zh" and told["_dta", "_lang_c"] == "en"
    assert told["role", "_lang_l_zh"] == "role_zh"
    assert {of for of, name in told if name == "_lang_v_zh"} == {"_dta", *meta.column_names}


def characteristics(raw: bytes) -> dict[tuple[str, str], str]:
    """The characteristics of a file, as Stata's description of format 118 lays them out."""
    (start,) = struct.unpack("<Q", raw[raw.index(b"<map>") + 5 :][8 * 8 : 9 * 8])
    at, found = start + len("<characteristics>"), {}
    while raw[at : at + 4] == b"<ch>":
        (length,) = struct.unpack("<I", raw[at + 4 : at + 8])
        body = raw[at + 8 : at + 8 + length]
        of, name = (body[part : part + 129].rstrip(b"\0").decode() for part in (0, 129))
        found[of, name] = body[258:].rstrip(b"\0").decode()
        at += 8 + length + len("</ch>")
        assert raw[at - 5 : at] == b"</ch>"
    assert raw[at:].startswith(b"</characteristics><data>")
    return found


def test_the_codebook_tells_the_labels_in_both_languages(old: Exported) -> None:
    book = (old.paths[GraphFormat.dta] / "codebook.md").read_text(encoding="utf-8")
    for role, words in ROLES.items():
        assert (
            f"| `role_en`, `role_zh` | {TEXTS['role'].codes[role]} | {words.en} | {words.zh} |"
            in book
        )
    assert "| `valid_from` | date |" in book and "Value labels `role_en`, `role_zh`." in book


@pytest.mark.parametrize(("language", "zh"), [("en", False), ("zh", True)])
def test_types_have_a_variable_for_each_flag(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, zh: bool
) -> None:
    monkeypatch.setenv("LSGRAPH_LANGUAGE", language)
    ask = ("types", "--as-of", "2018-12-25", "--stale")
    rows = run(*ask, "--format", "json").rows
    path = tmp_path / "types.dta"
    assert run(*ask, "-o", str(path)).code == 0
    frame, meta = read_dta(path, apply_value_formats=True)
    assert list(frame["group"]) == [row["group"] for row in rows]
    for flag, words in FLAGS.items():
        yes = "是" if zh else "yes"
        found = [row["group"] for row in rows if flag in row["flags"]]
        assert list(frame.loc[frame[f"flag_{flag}"] == yes, "group"]) == found
        assert meta.readstat_variable_types[f"flag_{flag}"] == "int8"
        said = words.zh if zh else words.en
        assert said[:40] in str(meta.column_names_to_labels[f"flag_{flag}"])
    assert any(row["flags"] for row in rows) and "flags" not in meta.column_names
    for name, words_of in (("type", TYPES), ("level", LEVELS), ("chair_level", LEVELS)):
        told = [words_of[row[name]].say(language) if row[name] else None for row in rows]
        assert [None if value != value else value for value in frame[name]] == told
    days = [value.isoformat() if value == value else None for value in frame["seen"]]
    assert days == [row["seen"] for row in rows] and any(days)
    book = Path(f"{path}.codebook.md").read_text(encoding="utf-8")
    assert (
        "| `flag_undated` | integer |" in book
        and "| `type_en`, `type_zh` | 1 | STRONG | 强领导 |" in book
    )


@pytest.mark.parametrize(
    "words", [("divisions_in_force", "as_of=2018-12-26"), ("groups_of_person", "person=韩正")]
)
def test_an_answer_becomes_a_stata_file(run: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    """0001-01-01 and 9999-12-31 stand for what is not known: no mean may count them."""
    ask = ("query", "run", words[0], "-p", words[1])
    asked = run(*ask, "--format", "json")
    rows = asked.rows
    done = run(*ask, "-o", str(tmp_path / "out.dta"))
    assert (done.code, done.err) == (0, asked.err)
    frame, meta = read_dta(tmp_path / "out.dta")
    known = {name for name, of in meta.variable_to_label.items() if of != "yesno_en"}
    assert known and len(frame) == len(rows) and list(frame) == list(rows[0])
    for name in map(str, frame):
        codes = label_set(Column(name, "string", NOTHING)) or label_set(
            Column(name, "integer", NOTHING)
        )
        told = [row[name] for row in rows]
        if name in known:
            assert codes is not None
            told = [None if value is None else codes.codes[value] for value in told]
        found = [None if value != value else value for value in frame[name]]
        days = [value.isoformat() if isinstance(value, dt.date) else value for value in found]
        assert [value or None for value in days] == [
            None if v in BOUNDS else v or None for v in told
        ], name
    book = Path(f"{tmp_path / 'out.dta'}.codebook.md").read_text(encoding="utf-8")
    assert words[1].split("=")[0] in book and "Value label" in book


def test_words_outside_the_list_stay_text(run: Run, tmp_path: Path) -> None:
    statement = (Path(__file__).parent / "words_outside.txt").read_text("utf-8")
    path = tmp_path / "mine.dta"
    assert run("cypher", statement, "-o", str(path)).code == 0
    frame, meta = read_dta(path)
    assert list(frame["type"]) == ["STRONG", "mine"] and list(frame["own"]) == [0, 1]
    assert meta.variable_to_label == {"own": "yesno_en"}
