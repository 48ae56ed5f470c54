"""lsgraph series: steps and their causes in every form."""

from __future__ import annotations

import csv
import io

import pytest

from tests.cli.conftest import Run

AIR = "group:a-jjj-air-cooperation"


def test_steps_as_json(run: Run) -> None:
    first, second, third, fourth = run("series", AIR, "--format", "json").rows
    assert (first["valid_from"], first["valid_to"], first["causes"]) == (
        "2013-10-23", "2015-05-01", [],
    )  # fmt: skip
    assert (second["gap_min"], second["lc"], second["type"]) == (1, 0, "WEAK")
    assert (second["n_members"], second["causes"]) == (7, ["membership: came: 河南省"])
    assert second["chairs"] == ["郭金龙 北京市委书记"]
    # The next secretary sits on the Politburo (9) since its election.
    assert (third["valid_from"], third["gap_min"], third["chairs"]) == (
        "2017-05-27", 0, ["蔡奇 北京市委书记"],
    )  # fmt: skip
    assert (fourth["valid_from"], fourth["gap_min"], fourth["type"]) == ("2017-10-25", 1, "WEAK")


def test_steps_as_csv_and_table(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("series", AIR, "--format", "csv").out)))
    assert [(row["valid_to"], row["gap_min"], row["gap_min_at_most"]) for row in rows] == [
        ("2015-05-01", "1", ""), ("2017-05-27", "1", ""), ("2017-10-25", "0", ""),
        ("2018-07-03", "1", ""),
    ]  # fmt: skip
    shown = run("series", AIR).out
    assert "membership: came: 河南省" in shown
    assert "Steps: 4. Days on which something under the gap changes:" in shown


def test_steps_past_the_last_source_are_told(run: Run) -> None:
    shown = " ".join(run("series", "济莱协作区").out.split())
    assert "ceased to exist: 莱芜市" in shown
    assert "From 2018-12-26 on no source shows the group" in shown


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("济莱协做区",), "Did you mean: 济莱协作区"),
        (("group:guangfozhao",), "No source dates"),
        ((AIR, "--basis", "rank"), "Unknown basis 'rank'. Choose one of: person"),
        ((AIR, "--scope", "some"), "Unknown scope 'some'. Choose one of: auto"),
    ],
)
def test_bad_input_is_said_in_words(run: Run, words: tuple[str, ...], says: str) -> None:
    answer = run("series", *words)
    assert answer.code == 1
    assert says in " ".join(answer.err.split())
