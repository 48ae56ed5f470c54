"""lsgraph series: steps and their causes in every form."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

AIR = "group:a-jjj-air-cooperation"


def test_steps_as_json(run: Run) -> None:
    first, unseen, second, third, fourth = run(
        "series", AIR, "--no-follow", "--format", "json"
    ).rows
    assert (first["valid_from"], first["valid_to"], first["causes"]) == (
        "2013-10-23", "2013-10-24", [],
    )  # fmt: skip
    # 郭金龙, on the Politburo (9), is shown in the chair on one day; then the post alone (8) counts.
    assert (first["chairs"], unseen["chairs"]) == (["郭金龙 北京市委书记"], ["北京市委书记"])
    assert (first["gap_min"], second["gap_min"], second["lc"], second["type"]) == (1, 0, 0, "WEAK")
    assert (second["n_members"], second["causes"]) == (7, ["membership: came: 河南省"])
    assert second["chairs"] == ["北京市委书记"]
    # The next secretary sits on the Politburo (9) since its election.
    assert (third["valid_from"], third["gap_min"], third["chairs"]) == (
        "2017-05-27", 0, ["蔡奇 北京市委书记"],
    )  # fmt: skip
    assert (fourth["valid_from"], fourth["gap_min"], fourth["type"]) == ("2017-10-25", 1, "WEAK")


def test_steps_as_csv_and_table(run: Run) -> None:
    rows = list(
        csv.DictReader(io.StringIO(run("series", AIR, "--no-follow", "--format", "csv").out))
    )
    assert [(row["valid_to"], row["gap_min"], row["gap_min_at_most"]) for row in rows] == [
        ("2013-10-24", "1", ""), ("2015-05-01", "0", ""), ("2017-05-27", "0", ""),
        ("2017-10-25", "0", ""), ("2018-07-03", "1", ""),
    ]  # fmt: skip
    shown = run("series", AIR, "--no-follow").out
    assert "membership: came: 河南省" in shown
    assert "rank 8 → 9, by a seat in the Politburo" in " ".join(shown.split())
    assert "The end, as the source gives it: 2018-07-03." in shown
    assert "Steps: 5. Days on which something under the gap changes:" in shown


def test_a_series_goes_on_with_the_group_that_followed(run: Run, tmp_path: Path) -> None:
    """The step from WEAK +1 to STRONG +2 stands in one answer; the page begins the same steps."""
    answer = run("series", AIR, "--format", "json")
    assert "followed 京津冀及周边地区大气污染防治协作小组" in " ".join(answer.err.split())
    rows = answer.rows
    steps = [(row["valid_from"], row["gap_min"], row["type"]) for row in rows]
    assert steps[4:6] == [("2017-10-25", 1, "WEAK"), ("2018-07-03", 2, "STRONG")]
    assert (rows[4]["valid_to"], rows[5]["group"]) == ("2018-07-03", "group:bth-air-lsg")
    kinds = [cause.partition(":")[0] for cause in rows[5]["causes"]]
    assert kinds[:2] == ["succession", "person"]
    path = tmp_path / "air.html"
    told = run("view", "series", AIR, "-o", str(path))
    page = path.read_text(encoding="utf-8")
    assert "is read from 2018-07-03 on" in " ".join(told.err.split()) and told.code == 0
    assert "is read from 2018-07-03 on" in page
    drawn = set(re.findall(r"(\d{4}-\d\d-\d\d): [\w ,]+, smallest gap", page))
    assert {row["valid_from"] for row in rows} <= drawn


def test_steps_past_the_last_source_are_told(run: Run) -> None:
    shown = " ".join(run("series", "济莱协作区").out.split())
    assert "ceased to exist: 莱芜市" in shown
    assert "no source speaks of the group: its seats are presumed" in shown


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
