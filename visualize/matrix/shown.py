"""Which rows and columns of a matrix a sheet holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.core.errors import InputError
from graph.core.words import Words
from graph.pictures import Matrix, MatrixCell, MatrixLine
from visualize.picture.first_view import MANY

LEFT, COLUMN, MARGIN = 262.0, 29.0, 8.0
"""Pixels of the heads of rows, of a column, and of the margin of the sheet."""
MEMBER = Words("Member", "成员")


@dataclass(frozen=True)
class Shown:
    """What a sheet shows of a matrix, in order; `rest` counts by group the cells that are left out.

    `most` is the number of groups in which a member without a column sits at most.
    """

    groups: Sequence[MatrixLine]
    members: Sequence[MatrixLine]
    cells: Mapping[tuple[str, str], MatrixCell]
    rest: Mapping[str, int]
    most: int


def upright(matrix: Matrix) -> Matrix:
    """Return a matrix of one group with its members as rows, and any other as it is."""
    if len(matrix.groups) > 1:
        return matrix
    cells = tuple(replace(cell, group=cell.member, member=cell.group) for cell in matrix.cells)
    return Matrix(MEMBER, matrix.members, matrix.groups, cells)


def shown(matrix: Matrix, width: float) -> Shown:
    """Return the columns that a sheet of so many pixels holds.

    These are the members that a page shows at first; where they are too many, those that sit in most groups.
    Raises InputError for a sheet that holds no column.
    """
    count = Counter(cell.member for cell in matrix.cells)
    many = len(matrix.members) > MANY
    members = [line for line in matrix.members if not many or line.near or count[line.node.uid] > 1]
    room = int((width - LEFT - 2 * MARGIN) // COLUMN) - 1
    if room < 1:
        raise InputError(
            Words(
                "The sheet is too narrow for a matrix. Give a larger --width, 175 for example.",
                "纸面太窄，容不下矩阵。请加大 --width，例如 175。",
            )
        )
    if len(members) > room:
        kept = {
            line.node.uid for line in sorted(members, key=lambda one: -count[one.node.uid])[:room]
        }
        members = [line for line in members if line.node.uid in kept]
    kept = {line.node.uid for line in members}
    return Shown(
        matrix.groups, members, {(cell.group, cell.member): cell for cell in matrix.cells},
        Counter(cell.group for cell in matrix.cells if cell.member not in kept),
        max((number for uid, number in count.items() if uid not in kept), default=0),
    )  # fmt: skip
