"""A matrix laid out for a sheet: a row a group, a column a member, and in a cell role, relation and gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph.core.errors import InputError
from graph.core.language import Language
from graph.core.words import Words
from graph.pictures import Matrix, MatrixCell, MatrixLine
from visualize.figures.legend import in_rows
from visualize.matrix.data import FADED_SIGN, cell_signs, cell_words, matrix_legend, relation_colour
from visualize.picture.first_view import MANY
from visualize.picture.texts import text_width, wrap
from visualize.picture.words import names
from visualize.strips.scene import RULE, SIZE, TINT, Bar, Scene, Text

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


LINE, PAD = 13.0, 4.0
"""Heights of a line of text and of the room round the lines of a row."""
RANK, TOP, HEAD = 22.0, 18.0, 118.0
"""Width of the rank before a row; heights of the families over columns, and of the longest head."""
FEW, WORDS = 3, 150.0
"""Columns that leave room for words in the cells, and the width of such a column."""
GROUP, REST = Words("Group", "小组"), Words("not shown", "未列出")


def matrix_scene(matrix: Matrix, lines: Shown, width: float, language: Language) -> Scene:
    """Lay out what is shown of a matrix on a sheet of so many pixels."""
    step = COLUMN if len(lines.members) > FEW else min(WORDS, (width - LEFT - 2 * MARGIN) / FEW)
    sheet = _Sheet(lines, Scene(width), step, _head_height(lines, step, language), language)
    sheet.heads(MEMBER if matrix.name == MEMBER else GROUP, matrix.name)
    for line in lines.groups:
        sheet.row(line)
    sheet.rule(sheet.scene.height)
    sheet.scene.height += 8
    kept = {line.node.uid for line in lines.members}
    cells = tuple(cell for cell in matrix.cells if cell.member in kept)
    _legend(sheet.scene, replace(matrix, members=tuple(lines.members), cells=cells), language)
    return sheet.scene


def _head_height(lines: Shown, step: float, language: Language) -> float:
    """Return the height of the names and ranks of columns: no more than the longest name takes."""
    if step > COLUMN:
        return 24 + 4 * LINE
    said = [REST, *(names(line.node) for line in lines.members)]
    return min(HEAD, max(text_width(words.say(language), SIZE) for words in said) + 26)


@dataclass(frozen=True)
class _Sheet:
    lines: Shown
    scene: Scene
    step: float
    head: float
    language: Language

    @property
    def right(self) -> float:
        """The right edge of the columns."""
        return self.at(len(self.lines.members) + bool(self.lines.rest)) - self.step / 2

    def at(self, place: int) -> float:
        """The middle of a column."""
        return MARGIN + LEFT + self.step * (place + 0.5)

    def rule(self, y: float) -> None:
        """A line across."""
        self.scene.bars.append(Bar(MARGIN, y, self.right - MARGIN, 0.6, TINT))

    def heads(self, row: Words, name: Words) -> None:
        """Families over names and ranks of the columns; at the left what rows and columns are."""
        say, scene = self.language, self.scene
        place = 0
        for family, some in groupby(self.lines.members, key=lambda line: line.family.say(say)):
            span = len(list(some))
            left = self.at(place) - self.step / 2
            scene.bars.append(Bar(left, 0, 0.8, TOP + self.head, RULE))
            most = self.step * span - 5
            if text_width(family, SIZE) <= most or span > 1:
                scene.texts.append(Text(family, left + 3, TOP / 2, bold=True, most=most))
            place += span
        for number, line in enumerate(self.lines.members):
            self._head(number, names(line.node).say(say), line.node.faded)
            rank = str(line.node.rank or "–")
            scene.texts.append(
                Text(rank, self.at(number), TOP + self.head - 8, "center", soft=True)
            )
        if self.lines.rest:
            self._head(len(self.lines.members), REST.say(say), True)
        scene.texts.append(Text(row.say(say), MARGIN, TOP + self.head - 8, bold=True))
        if name != row:
            scene.texts.append(
                Text(name.say(say), MARGIN + LEFT - 6, TOP / 2, "right", bold=True, most=LEFT - 10)
            )
        scene.height = TOP + self.head

    def _head(self, number: int, words: str, soft: bool) -> None:
        if self.step > COLUMN:
            lines = wrap(words, SIZE, self.step - 6, 4)
            for place, line in enumerate(lines):
                y = TOP + self.head - 24 - LINE * (len(lines) - 1 - place)
                self.scene.texts.append(Text(line, self.at(number), y, "center", soft=soft))
            return
        lines = wrap(words, SIZE, self.head - 22, 2)
        for place, line in enumerate(lines):
            x = self.at(number) + (place - (len(lines) - 1) / 2) * (LINE - 2)
            self.scene.texts.append(
                Text(line, x, TOP + self.head - 18, soft=soft, most=self.head - 20, turned=True)
            )

    def row(self, line: MatrixLine) -> None:
        """The name of a group behind the rank of its chair, and its cells."""
        uid, faded, scene = line.node.uid, line.node.faded, self.scene
        cells = [self.lines.cells.get((uid, one.node.uid)) for one in self.lines.members]
        *name, last = wrap(names(line.node).say(self.language), SIZE, LEFT - RANK - 26, 3)
        name.append(last + f" {FADED_SIGN}" * faded)
        two = self.step == COLUMN and any(cell and cell.relation for cell in cells)
        high = LINE * max(len(name), 1 + two) + PAD
        middle = scene.height + high / 2
        self.rule(scene.height)
        scene.texts.append(
            Text(
                str(line.node.rank or "–"),
                MARGIN + RANK / 2 - 2,
                middle,
                "center",
                bold=True,
                soft=True,
            )
        )
        for place, words in enumerate(name):
            y = middle + LINE * (place - (len(name) - 1) / 2)
            scene.texts.append(Text(words, MARGIN + RANK, y, soft=faded, most=LEFT - RANK - 4))
        for number, cell in enumerate(cells):
            if cell:
                soft = faded or self.lines.members[number].node.faded
                self._cell(cell, self.at(number), middle, high, soft)
        if count := self.lines.rest.get(uid):
            x = self.at(len(self.lines.members))
            scene.texts.append(Text(f"+{count}", x, middle, "center", soft=True))
        scene.height += high

    def _cell(self, cell: MatrixCell, x: float, y: float, high: float, soft: bool) -> None:
        left = x - self.step / 2
        if cell.relation:
            colour = relation_colour(cell.relation)
            self.scene.bars.append(Bar(left + 1, y - high / 2 + 1.5, 2.6, high - 3, colour, soft))
        signs = [sign for sign in cell_signs(cell) if sign]
        if self.step > COLUMN:
            words = f"{''.join(signs)} {cell_words(cell).say(self.language)}"
            self.scene.texts.append(Text(words, left + 8, y, soft=soft, most=self.step - 12))
            return
        for place, sign in enumerate(signs):
            down = LINE * (place - (len(signs) - 1) / 2)
            self.scene.texts.append(
                Text(sign, x + 1.5, y + down, "center", place == 0, soft, COLUMN)
            )


def _legend(scene: Scene, matrix: Matrix, language: Language) -> None:
    """Add the signs that occur, with their words, below all else."""
    entries = list(_entries(matrix, language))
    wide = [24 + text_width(words, SIZE) for _, words, _ in entries]
    places, height = in_rows(wide, scene.width, 16, 14)
    for (sign, words, colour), (x, y) in zip(entries, places, strict=True):
        if colour:
            scene.bars.append(Bar(x, scene.height + y - 7, 2.6, 14, colour))
        scene.texts.append(Text(sign, x + 11, scene.height + y, "center", bold=True))
        scene.texts.append(Text(words, x + 22, scene.height + y, most=scene.width - x - 30))
    scene.height += height + 4


def _entries(matrix: Matrix, language: Language) -> Iterator[tuple[str, str, str]]:
    colon = "：" if language == "zh" else ": "
    for sign, word, meaning, colour in matrix_legend([matrix]):
        told = word.say(language) + (f"{colon}{meaning.say(language)}" if meaning else "")
        yield sign, told, colour
