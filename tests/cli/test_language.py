"""The language of a command: its option, that of `lsgraph`, LSGRAPH_LANGUAGE; data never change with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.core.language import speaking
from tests.cli.conftest import Run, invoke
from tests.visualize.samples import air_picture
from visualize import page

SHEETS = {"en": "groups", "zh": "小组"}


@pytest.mark.parametrize(
    ("before", "after", "variable", "language"),
    [
        ((), (), None, "en"), ((), (), "zh", "zh"), (("--language", "zh"), (), None, "zh"),
        (("--language", "zh"), (), "en", "zh"), ((), ("--language", "zh"), None, "zh"),
        (("--language", "zh"), ("--language", "en"), "zh", "en"),
        ((), ("--lang", "zh"), None, "zh"), (("--lang", "zh"), (), None, "zh"),
    ],
)  # fmt: skip
def test_the_nearest_setting_is_spoken(
    before: tuple[str, ...], after: tuple[str, ...], variable: str | None, language: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    path = tmp_path / "own.xlsx"
    environ = {"LSGRAPH_LANGUAGE": variable} if variable else {}
    assert invoke(*before, "template", "-o", str(path), *after, **environ).code == 0
    assert SHEETS[language] in load_workbook(path).sheetnames


@pytest.mark.parametrize("words", [("--language", "fr", "template"), ("template", "--lang", "fr")])
def test_another_language_is_refused_before_anything_is_written(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = invoke(*words)
    assert (answer.code, list(tmp_path.iterdir())) == (1, [])
    assert answer.err == "Error: Unknown language 'fr'. Choose en or zh. 请选 en 或 zh。\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("query", "show", "nothing"), "Error: No query is called 'nothing'."),
        (("export", "-o", "graph"), "Error: "), (("template", "-o", "x.xlsx"), "Unknown language 'fr'"),
        (("--language", "fr", "template"), "Error: Unknown language 'fr'"),
    ],
)  # fmt: skip
def test_a_variable_that_names_no_language_leaves_errors_in_english(
    words: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = invoke(*words, LSGRAPH_LANGUAGE="fr", NEO4J_URI=None)
    assert answer.code in (1, 2) and answer.err.startswith("Error: ") and says in answer.err


def test_the_old_name_is_not_listed() -> None:
    shown = invoke("view", "group", "--help").out
    assert "--language" in shown and "--lang " not in shown


def test_a_page_opens_in_the_language_that_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    assert '<html lang="en" data-language="en"' in page(air_picture())
    with speaking("zh"):
        assert '<html lang="zh-Hans" data-language="zh"' in page(air_picture())
    monkeypatch.delenv("LSGRAPH_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert '<html lang="zh-Hans" data-title-en' in page(air_picture())


def test_a_reason_is_said_in_the_language_and_data_stay(run: Run) -> None:
    words = ("authority", "济莱协作区", "--as-of", "2018-12-25", "--suppose-chair", "济南市市长")
    told = " ".join(run(*words).out.split())
    assert "that the members founded it is inferred; the chair comes from" in told
    assert "组长来自成员之一" in run("--language", "zh", *words).out.replace("\n", "")
    for form in ("json", "csv"):
        english = run(*words, "--format", form)
        assert run("--language", "zh", *words, "--format", form) == english


def test_a_comparison_is_said_in_the_language_and_data_stay(run: Run, tmp_path: Path) -> None:
    words = ("compare", "山东省", "广东省", "--as-of", "2018-12-25", "--seen-within", "10")
    assert "这些数字不支持对地区的任何推断" in run("--language", "zh", *words).out
    english = run(*words, "--format", "csv")
    assert run(*words, "--format", "csv", "--language", "zh") == english
