"""The ways out from the command line: answers with -o, the graph, and refusals."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pandas
import pytest

from tests.cli.conftest import Run, invoke
from tests.documents import ROOT, blocks

DOCUMENT = ROOT / "docs" / "export.md"
ASK = ("query", "run", "divisions_in_force", "-p", "as_of=2018-12-26")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "json"])
def test_an_answer_becomes_a_file(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"out.{ending}"
    done = run(*ASK, "-o", str(path))
    assert (done.code, done.err) == (0, "")
    rows = run(*ASK, "--format", "json").rows
    assert [tuple(row.values()) for row in _read(path)] == [
        tuple("" if value is None else str(value) for value in row.values()) for row in rows
    ]
    told = _codebook(path)
    assert "Which divisions existed on a day?" in told or "2018-12-26" in told
    assert "as_of=2018-12-26" in told and "GB/T 2260" in told and "lsgraph" in told


def _read(path: Path) -> list[dict[str, str]]:
    """Cells as text, unknown as nothing, whole numbers without a point."""
    kind = path.suffix.removeprefix(".")
    if kind == "json":
        frame = pandas.DataFrame(json.loads(path.read_text(encoding="utf-8")), dtype=object)
    elif kind == "csv":
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
    elif kind == "xlsx":
        frame = pandas.read_excel(path, dtype=object, keep_default_na=False)
    else:
        frame = pandas.read_parquet(path)
    return [{str(k): _text(v) for k, v in row.items()} for row in frame.to_dict("records")]


def _text(value: object) -> str:
    if value is None or value != value:
        return ""
    return str(int(value)) if isinstance(value, float) else str(value)


def _codebook(path: Path) -> str:
    if path.suffix == ".xlsx":
        sheet = pandas.read_excel(path, sheet_name="codebook", header=None, dtype=str)
        return sheet.to_string(max_colwidth=None)
    return path.with_name(f"{path.name}.codebook.md").read_text(encoding="utf-8")


def test_a_statement_of_ones_own_becomes_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.dta"
    statement = (Path(__file__).parent / "own_queries" / "odd_names.txt").read_text("utf-8")
    assert run("cypher", statement, "-o", str(path)).code == 0
    frame = pandas.read_stata(path)
    assert list(frame) == ["v_in", "first", "v_2_notes"] and len(frame) == 3
    assert "`v_in` (`in`)" in _codebook(path)


def test_an_unknown_ending_is_refused_before_the_question(tmp_path: Path) -> None:
    done = invoke(*ASK, "-o", str(tmp_path / "out.doc"))
    assert done.code == 1 and ".csv, .parquet, .xlsx, .dta, .json" in " ".join(done.err.split())


def test_a_file_that_is_there_is_kept(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("mine", encoding="utf-8")
    done = run(*ASK, "-o", str(path))
    assert done.code == 2 and "--force" in done.err
    assert [inside.name for inside in tmp_path.iterdir()] == ["out.csv"]
    assert path.read_text(encoding="utf-8") == "mine"
    assert run(*ASK, "-o", str(path), "--force").code == 0


def test_the_commands_of_the_manual_run(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [line for block in blocks(DOCUMENT, "bash") for line in block.text.splitlines()]
    for program, *words in map(shlex.split, lines):
        assert program == "lsgraph"
        done = run(*words)
        assert done.code == 0, done.err
        assert Path(words[words.index("-o") + 1]).exists()


def test_what_is_no_format(run: Run) -> None:
    done = run("export", "-o", "graph")
    assert done.code == 1 and done.err.startswith("Error: ")
