"""lsgraph view series and lsgraph view beside: files, and errors that leave none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_series_is_one_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "小组.html"
    asked = ("view", "series", "group:a-jjj-air-cooperation", "--no-follow")
    answer = run(*asked, "-o", str(target))
    assert answer.code == 0, answer.err
    assert "6 pictures, 7 breakpoints read." in " ".join(answer.out.split())
    html = target.read_text(encoding="utf-8")
    assert "新增：河南省" in html and 'id="strip"' in html


def test_two_days_are_one_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "b.html"
    days = ("--as-of", "2018-12-25", "--as-of", "2018-12-26")
    answer = run("view", "beside", "济南市", *days, "-o", str(target))
    assert answer.code == 0, answer.err
    assert 'id="canvas-2"' in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("series", "济莱协做区"), "Did you mean: 济莱协作区"),
        (("series", "group:guangfozhao"), "No source dates"),
        (("series", "济莱协作区", "--from", "2020", "--to", "2019-13-40"), "2020"),
        (("beside", "山东省"), "Name two groups or two regions"),
        (("beside", "山东省", "济南市"), "The regions overlap"),
        (("beside", "山东省", "江苏省", "--as-of", "tomorrow"), "tomorrow"),
    ],
)
def test_bad_input_is_said_and_nothing_written(
    run: Run, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    target = tmp_path / "x.html"
    answer = run("view", *words, "-o", str(target))
    assert answer.code == 1
    assert says in " ".join(answer.err.split())
    assert not target.exists()


@pytest.mark.parametrize(
    "words", [("series", "济莱协作区"), ("beside", "济南市", "青岛市"), ("nation",)]
)
@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".PNG"])
def test_a_page_is_not_written_as_a_figure(
    run: Run, tmp_path: Path, words: tuple[str, ...], suffix: str
) -> None:
    target = tmp_path / f"x{suffix}"
    answer = run("view", *words, "-o", str(target))
    assert answer.code == 1 and "ends in .html" in " ".join(answer.err.split())
    assert not target.exists()
