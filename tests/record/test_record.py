"""Two recordings are compared: what went, what came, what changed, and what has only another name."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.record.compare import compare

GRAPH = {"Group": {"": [2, "aa"], "name": [2, "bb"]}}


def recording(file: Path, *answers: dict[str, Any], graph: dict[str, Any] = GRAPH) -> Path:
    """A recording of these answers."""
    head = {"commit": file.stem, "graph": graph, "unasked": []}
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in (head, *answers))
    return file


def answer(query: str, rows: Sequence[dict[str, Any]], **given: Any) -> dict[str, Any]:
    """The answer of one question."""
    return {"query": query, "given": given, "order": str(rows), "rows": rows}


def test_rows_that_went_came_and_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = answer("same", [{"uid": "x"}])
    rows = [{"uid": "a", "rank": 3, "name": "n"}, {"uid": "b", "rank": 1, "name": "m"}]
    others = [{"uid": "a", "rank": 4, "name": "n"}, {"uid": "c", "rank": 7, "name": "o"}]
    a = recording(tmp_path / "a", same, answer("old", []), answer("ranks", rows, day="2018-07-06"))
    counted = {"Group": {"": [3, "cc"], "name": [2, "bb"]}}
    b = recording(tmp_path / "b", same, answer("ranks", others, day="2018-07-06"), graph=counted)
    assert compare((a, a), None, 3) == 0
    assert "graph: the same\n3 questions are answered alike, 0 not." in capsys.readouterr().out
    assert compare((a, b), None, 3) == 1
    told = capsys.readouterr().out
    assert "graph: Group.: 2 -> 3\nonly in A: old, 1 questions" in told
    assert "rows only in A 1, only in B 1,\n  changed 1;" in told
    assert "columns: rank 1" in told and "      rank: 3 -> 4" in told
    assert '- {"name": "m", "rank": 1, "uid": "b"}' in told
    assert told.endswith("1 questions are answered alike, 1 not.\n")


def test_other_names_are_no_difference(tmp_path: Path) -> None:
    a = recording(
        tmp_path / "a",
        answer("old", [{"n": "STRONG", "gone": 1}, {"n": "WEAK", "gone": 2}], seen=5),
    )
    b = recording(tmp_path / "b", answer("new", [{"m": "WEAK"}, {"m": "strong"}], window=5))
    names = tmp_path / "names.yaml"
    names.write_text(
        "queries: {old: new}\nparameters: {seen: window}\n"
        "columns: {n: m, gone: null}\nvalues: {STRONG: strong}\n"
    )
    assert compare((a, b), names, 3) == 0
    assert compare((a, b), None, 3) == 1
