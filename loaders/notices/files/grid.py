"""Rows of a table, from Word or from a page, as lines: cells divided by tabs, merged ones filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.notices.words.bodies import is_unit
from loaders.notices.words.names import Name, name_kind, unmarked
from loaders.notices.words.titles import is_title

MAX_CELLS = 50_000
MAX_SPAN = 60
"""Columns of a table, at most; a cell that says it spans more spans these."""


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs, the columns it spans, and whether it goes on from the cell above it."""

    paragraphs: tuple[str, ...]
    span: int = 1
    goes_on: bool = False


class Grid:
    """A table that is read row by row."""

    def __init__(self) -> None:
        self._above: dict[int, tuple[str, ...]] = {}

    def lines(self, row: Sequence[Cell]) -> Iterator[str]:
        """A row as a line: a cell over several rows has its words in each, over columns in the first.

        A row whose cells hold equally many paragraphs, one person each, is a line a paragraph.
        """
        texts: dict[int, tuple[str, ...]] = {}
        column = 0
        for cell in row:
            own = tuple(text for text in map(_squeezed, cell.paragraphs) if text)
            if len(own) > 1 and all(len(text) == 1 for text in own):
                own = ("".join(own),)
            span = min(max(1, cell.span), MAX_SPAN)
            texts |= dict.fromkeys(range(column, column + span), ())
            texts[column] = self._above.get(column, own) if cell.goes_on else own
            column += span
        self._above = texts
        yield from _lines(list(texts.values()))


def _lines(cells: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if not any(cells):
        return
    several = [cell for cell in cells if len(cell) > 1]
    apart = len(several) > 1 and len(set(map(len, several))) == 1 and any(map(_one_each, several))
    if not apart:
        yield _line(["".join(cell) if _broken(cell) else " ".join(cell) for cell in cells])
        return
    for number in range(len(several[0])):
        yield _line([cell[number if len(cell) > 1 else 0] if cell else "" for cell in cells])


def _line(texts: Sequence[str]) -> str:
    """The cells between tabs; a row with one cell filled, at its start, is a heading of its own."""
    return texts[0] if texts[0] and not any(texts[1:]) else "\t".join(texts)


def _one_each(cell: Sequence[str]) -> bool:
    """Whether each paragraph is a person or each a body: not the lines of one long cell."""
    persons = all(name_kind(unmarked(text)) >= Name.RARE for text in cell)
    return persons or all(map(is_unit, cell))


def _broken(cell: Sequence[str]) -> bool:
    """Whether the paragraphs are one title, body or list that was broken by hand: 市发展改革委 | 主任."""
    if all(text.endswith(("、", "，", ",")) for text in cell[:-1]):
        return True
    whole = "".join(cell)
    return not is_title(cell[0]) and (is_title(whole) or is_unit(whole))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
