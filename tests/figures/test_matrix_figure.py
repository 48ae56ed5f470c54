"""The matrix as a figure: all of it where there is room, else what it leaves out; no small text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from graph.core.errors import InputError
from graph.pictures import Matrix, MatrixCell, MatrixLine, Picture
from tests.cli.conftest import Run, run, server_environment
from tests.figures.reading import read
from tests.visualize.samples import node, words
from visualize.matrix.data import ROLE_SIGNS
from visualize.matrix.figure import drawn_as_matrix, write_matrix

__all__ = ["run", "server_environment"]

DAY = ("--as-of", "2018-12-25")


def matrix_picture(groups: int, members: int, faded: int = 0) -> Picture:
    """Groups, the last of them faded, over members; the first members sit in most groups."""
    rows = [
        MatrixLine(
            replace(node(f"g{n}", f"小组{n}", f"Group {n}", "group", "STRONG", 8), faded=n >= groups - faded),
            words("water"),
        )
        for n in range(groups)
    ]  # fmt: skip
    columns = [
        MatrixLine(
            node(f"m{n}", f"市{n}", f"City {n}", "prefecture", "member", 6),
            words(f"Province {n // 9}"),
        )
        for n in range(members)
    ]
    cells = tuple(
        MatrixCell(f"g{g}", f"m{m}", "chair" if m == g else "member", "LINE" if m % 2 else None, 2)
        for g in range(groups)
        for m in range(members)
        if (g + 1) * (m + 1) <= groups + members
    )
    matrix = Matrix(words("Members"), tuple(rows), tuple(columns), cells)
    return Picture(
        words("Groups of a province"), words("A caption."), "2018-12-25", "tiers", (), (),
        (rows[0].node,), (), matrices=(matrix,),
    )  # fmt: skip


def signs(path: Path, which: str) -> int:
    return read(path).text.count(which)


def test_a_matrix_shows_every_line_and_cell(tmp_path: Path) -> None:
    picture, path = matrix_picture(12, 15), tmp_path / "m.pdf"
    size = write_matrix(picture, path)
    sheet = read(path)
    assert sheet.width == pytest.approx(175, abs=0.1) and size.left_out == ""
    assert min(char["size"] for char in sheet.chars if char["upright"]) >= 5.99
    turned = [char for char in sheet.chars if not char["upright"]]
    assert {round(char["x1"] - char["x0"], 2) for char in turned} == {
        round(max(char["size"] for char in sheet.chars if char["text"] == "★"), 2)
    }
    assert all(char["x0"] >= 0 and char["x1"] <= sheet.width * 72 / 25.4 for char in sheet.chars)
    for number in range(12):
        assert f"Group {number}" in sheet.text
    said = "".join(char["text"] for char in turned)
    assert all(f"City {number}" in said for number in range(15))
    cells = Counter(cell.role for cell in picture.matrices[0].cells)
    for role, count in cells.items():
        assert signs(path, ROLE_SIGNS[role]) == count + 1, "each cell, and the legend"
    assert "Matrix of groups and who sits in them. 12 rows, 15 columns" in size.told.alt
    assert "The number is the gap" in size.told.caption


def test_who_sits_in_most_groups_has_a_column_where_there_is_no_room(tmp_path: Path) -> None:
    picture, path = matrix_picture(20, 60), tmp_path / "m.pdf"
    size = write_matrix(picture, path, width=120)
    turned = "".join(char["text"] for char in read(path).chars if not char["upright"])
    said = turned.replace("not shown", "|").replace("City", "|City") + "|"
    shown = [number for number in range(60) if f"City {number}|" in said]
    assert shown == list(range(len(shown))) and 5 < len(shown) < 60
    cells = picture.matrices[0].cells
    beside = sum(int(cell.member[1:]) >= len(shown) for cell in cells)
    counted = [int(word) for word in read(path).text.split() if re.fullmatch(r"\+\d+", word)]
    assert sum(counted) == beside > 0
    most = max(Counter(c.member for c in cells if int(c.member[1:]) >= len(shown)).values())
    assert f"in {most} groups at most, have no column" in size.left_out
    wide = write_matrix(picture, tmp_path / "wide.pdf", width=400)
    assert wide.left_out == ""


def test_a_high_matrix_does_without_groups_not_seen_for_long(tmp_path: Path) -> None:
    size = write_matrix(matrix_picture(60, 10, faded=40), tmp_path / "m.pdf")
    assert size.left_out.startswith("40 groups that have not been seen for long are left out")
    text = read(tmp_path / "m.pdf").text
    assert "Group 19" in text and "Group 20" not in text and size.height < 240
    whole = write_matrix(matrix_picture(20, 10, faded=5), tmp_path / "low.pdf")
    assert whole.left_out == "" and "Group 19 ◌" in read(tmp_path / "low.pdf").text


@pytest.mark.parametrize(
    ("groups", "width", "says"),
    [(150, 175, "150 rows would be .* Draw a smaller region"), (9, 60, "Give a larger --width")],
)
def test_what_no_sheet_holds_is_refused(
    tmp_path: Path, groups: int, width: float, says: str
) -> None:
    path = tmp_path / "m.pdf"
    with pytest.raises(InputError, match=says):
        write_matrix(matrix_picture(groups, 30), path, width=width)
    assert not path.exists()


def test_one_group_has_its_members_as_rows_and_words_in_the_cells(tmp_path: Path) -> None:
    write_matrix(matrix_picture(1, 6), tmp_path / "m.pdf", lang="zh")
    text = read(tmp_path / "m.pdf").text
    assert all(f"市{number}" in text for number in range(6))
    assert (
        "★ 组长" in text
        and "统属 +2" in text
        and all(c["upright"] for c in read(tmp_path / "m.pdf").chars)
    )


def test_a_figure_is_the_matrix_where_the_page_opens_with_it() -> None:
    small, large = matrix_picture(3, 5), matrix_picture(20, 60)
    assert [drawn_as_matrix(one, None) for one in (small, large)] == [False, True]
    assert drawn_as_matrix(small, True) and not drawn_as_matrix(large, False)
    with pytest.raises(InputError, match="has no matrix"):
        drawn_as_matrix(replace(small, matrices=()), True)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_the_command_draws_the_matrix_of_a_region(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"m{suffix}"
    done = run("view", "region", "山东省", "--groups", *DAY, "--matrix", "-o", str(path))
    assert done.code == 0 and path.exists(), done.err
    assert "Matrix of groups and who sits in them." in " ".join(done.out.split())
    network = run(
        "view", "region", "山东省", "--groups", *DAY, "--network", "-o", str(path), "--force"
    )
    assert "Diagram on tiers of rank" in " ".join(network.out.split())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("region", "山东省", "--matrix", "-o", "m.svg"), "has no matrix. Leave --matrix out."),
        (
            ("government", "山东省", "--matrix", "-o", "m.html"),
            "A page holds the network and the matrix.",
        ),
    ],
)
def test_a_matrix_that_is_not_there_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("view", *words, *DAY)
    assert done.code == 1 and says in " ".join(done.err.split())
    assert list(tmp_path.iterdir()) == []
