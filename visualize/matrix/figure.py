"""The matrix of a picture as a figure for a paper, with caption and alternative text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from graph.core.errors import InputError
from graph.core.language import language_of, say
from graph.core.words import Words
from graph.pictures import Matrix, Picture
from visualize.figures.legend import TextLine, heading
from visualize.figures.plan import PAGE, TALLEST
from visualize.figures.told import told
from visualize.figures.write import Size, check_asked
from visualize.matrix.data import opens_with_matrix
from visualize.matrix.scene import MEMBER, Shown, matrix_scene, shown, upright
from visualize.picture.words import FOOTER, names
from visualize.strips.paper import sheet_height, sheet_width, write_scene
from visualize.strips.scene import SIZE

FORM = Words("Matrix of groups and who sits in them", "小组与其成员的矩阵")
NAMED = 12
"""Groups that an alternative text names; of more it says how many."""
MOST_HEIGHT = 400.0
"""Millimetres of the highest figure: a sheet of A3."""
AROUND = 30.0
"""Millimetres that title and notes take."""
MEANING = Words(
    "A row is a group, before it the rank of its chair; a column is a member, below its name its own rank."
    " A cell shows the role and, of governments, what the chair is to the member, and the gap.",
    "一行为一个小组，其前为组长级别；一列为一个成员，其下为自身级别。单元格为角色；成员为政府的，另注与组长的关系和级差。",
)
OF_ONE = Words(
    "A row is a member, before it its rank. A cell shows the role and, of governments, what the chair is to"
    " the member, and the gap.",
    "一行为一个成员，其前为其级别。单元格为角色；成员为政府的，另注与组长的关系和级差。",
)
GAP = Words(
    "The number is the gap: ordinal steps of rank, chair minus member.",
    "数字为级差：组长级别减成员级别，以级数计。",
)
REST = Words(
    "The last column counts the other members, each in {} of the groups at most.",
    "末栏为其余成员数，各至多在其中 {} 个小组。",
)


def drawn_as_matrix(picture: Picture, asked: bool | None) -> bool:
    """Tell whether a figure shows the matrix: where it is asked for, else as the page does at first.

    Raises InputError where a matrix is asked for and the picture has none.
    """
    if asked and not picture.matrices:
        raise InputError(
            Words(
                f"{picture.title.en or picture.title.zh} has no matrix. Leave --matrix out.",
                f"{picture.title.zh or picture.title.en}没有矩阵。请去掉 --matrix。",
            )
        )
    return opens_with_matrix(picture) if asked is None else asked


def write_matrix(
    picture: Picture, path: Path, lang: str = "en", width: float = PAGE, titled: bool = True
) -> Size:
    """Draw the first matrix of a picture, `width` mm wide, no text under 6 points; answers its size.

    Raises InputError as `visualize.figures.write_figure`, and for a matrix that no sheet holds; OSError.
    """
    check_asked(path, lang, width)
    language, sheet = language_of(lang), sheet_width(width)
    whole = matrix = upright(picture.matrices[0])
    lines = shown(matrix, sheet)
    scene = matrix_scene(matrix, lines, sheet, language)
    if sheet_height(scene.height) > TALLEST - AROUND:
        matrix = _seen(whole)
        lines = shown(matrix, sheet)
        scene = matrix_scene(matrix, lines, sheet, language)
    if (high := sheet_height(scene.height) + AROUND) > MOST_HEIGHT:
        raise InputError(
            Words(
                f"A matrix of {len(matrix.groups)} rows would be {high:.0f} mm high, and a sheet holds"
                f" {MOST_HEIGHT:g}. Draw a smaller region or another day, or write a page (.html).",
                f"{len(matrix.groups)} 行的矩阵高 {high:.0f} mm，而一张图最高 {MOST_HEIGHT:g} "
                "mm。请绘制较小的地区或另一日期，或写成网页（.html）。",
            )
        )
    head: list[TextLine] = []
    if titled:
        head = heading((picture.title, picture.caption), picture.as_of, lang, scene.width, SIZE)
    rest = Words(REST.en.format(lines.most), REST.zh.format(lines.most))
    notes = [
        OF_ONE if matrix.name == MEMBER else MEANING,
        GAP,
        *([rest] if lines.rest else []),
        FOOTER,
    ]
    size = Words(
        f"{len(lines.groups)} rows, {len(lines.members)} columns",
        f"{len(lines.groups)} 行，{len(lines.members)} 列",
    )
    listed = Words.first([names(line.node) for line in lines.groups], NAMED, "另 {} 个")
    beside = told(
        picture.title, picture.as_of, (picture.caption, *notes), (FORM, size, picture.caption, listed),
        lang,
    )  # fmt: skip
    made = write_scene(scene, path, beside, head, [one.say(lang) for one in notes])
    return replace(made, left_out=" ".join(_left_out(whole, lines)))


def _seen(matrix: Matrix) -> Matrix:
    """Return a matrix without the groups that have not been seen for long."""
    groups = tuple(line for line in matrix.groups if not line.node.faded)
    kept = {line.node.uid for line in groups}
    cells = tuple(cell for cell in matrix.cells if cell.group in kept)
    seated = {cell.member for cell in cells}
    members = tuple(line for line in matrix.members if line.node.uid in seated)
    return replace(matrix, groups=groups, members=members, cells=cells)


def _left_out(whole: Matrix, lines: Shown) -> Iterator[str]:
    """Yield a sentence on the groups without a row, and on the members without a column."""
    if stale := len(whole.groups) - len(lines.groups):
        yield say(
            Words(
                f"{stale} groups that have not been seen for long are left out: the figure would "
                "be too high.",
                f"略去 {stale} 个久无记载的小组：否则图过高。",
            )
        )
    if lines.rest:
        yield (
            say(
                Words(
                    f"Some members, in {lines.most} groups at most, have no column: the last one counts them."
                    " A page (.html) lists all, and a larger --width holds more.",
                    f"有些成员没有单独一列（各至多在 {lines.most} 个小组），由末栏计数。"
                    "网页（.html）列出全部，加大 --width 可容纳更多。",
                )
            )
        )
