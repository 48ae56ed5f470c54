"""What a saved page shows, in lines and rows of tables, each with the element that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.notices.files.grid import MAX_CELLS, MAX_SPAN, Cell, Grid

LAYOUT = 150
"""Characters of a cell above which a table lays out a page."""

_LEFT_OUT = re.compile(
    "script|style|noscript|template|svg|rt|rp|head|nav|footer|iframe|button|select|textarea|object|canvas"
    "|audio|video|input"
)
_BLOCKS = re.compile(
    "p|div|br|li|h[1-6r]|section|article|main|header|aside|d[dtl]|ul|ol|blockquote|pre|center|figure|table"
    "|figcaption|t(?:body|head|foot|r|d|h)|caption|body|form|fieldset|address|details|summary"
)
_OF_SITE = frozenset(
    ["foot", "footer", "nav", "menu", "share", "copyright", "breadcrumb", "sidebar"]
)
"""Names that sites give to what surrounds a text."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_END = "\u2028"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
"""A line end of the source between Chinese characters: nothing, as a browser shows it."""


@dataclass(frozen=True)
class Block:
    """A line of the page and the element that it stands in."""

    text: str
    element: Any


def blocks_of(tree: Any) -> Iterator[Block]:
    """Lines and rows in the order of the page, each with the element that it ends in."""
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        table = element.tag == "table" and not _lays_out(element)
        skipped = event == "start" and element is not tree and _skipped(element)
        if event in ("start", "end") and _BLOCKS.fullmatch(element.tag):
            ended = element.getparent() if event == "start" else element
            yield from (Block(text, ended) for text in _lines(parts))
            parts.clear()
        if event == "start" and table and not skipped:
            grid = Grid()
            yield from (Block(line, element) for r in _rows(element) for line in grid.lines(r))
        if skipped or (event == "start" and table):
            walk.skip_subtree()
        elif event == "start":
            parts.append(element.text or "")
        if event != "start" and element is not tree:
            parts.append(element.tail or "")
    yield from (Block(text, tree) for text in _lines(parts))


def _skipped(element: Any) -> bool:
    """Whether a browser shows nothing of it, or it belongs to the site and not to the page."""
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return bool(_LEFT_OUT.fullmatch(element.tag) or hidden or _OF_SITE.intersection(named))


def _lines(parts: Sequence[str]) -> Iterator[str]:
    """Words as a browser shows them: gaps of the source are single spaces, wide spaces stay."""
    for line in "".join(parts).split(_END):
        if text := re.sub(r"[ \t\r\n\f]+", " ", _BREAK.sub("", line)).strip(" "):
            yield text


def keep_lines(tree: Any) -> None:
    """Mark the line ends that a browser shows as such: in pre."""
    for outer in tree.iter("pre"):
        for node in outer.iter():
            node.text = (node.text or "").replace("\n", _END)
            if node is not outer:
                node.tail = (node.tail or "").replace("\n", _END)


def _lays_out(table: Any) -> bool:
    """Whether a table lays out a page: it holds another, or one column, or paragraphs of text."""
    if any(inner is not table for inner in table.iter("table")):
        return True
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if max(map(len, rows), default=0) < 2:
        return True
    cells = (cell for row in rows for cell in row if len(cell) > 2)
    return any(len("".join(cell.itertext())) > LAYOUT for cell in cells)


def _rows(table: Any) -> Iterator[list[Cell]]:
    """The rows with cells that go on from above put in."""
    going: dict[int, tuple[int, int]] = {}
    cells = 0
    for row in table.iter("tr"):
        made: list[Cell] = []
        column = 0
        own = [cell for cell in row if cell.tag in ("td", "th")]
        while own or column in going:
            if column in going:
                rows, span = going.pop(column)
                cell = Cell((), span, goes_on=True)
            else:
                node = own.pop(0)
                rows, span = (
                    _number(node.get("rowspan")),
                    min(_number(node.get("colspan")), MAX_SPAN),
                )
                cell = Cell(tuple(block.text for block in blocks_of(node)), span)
            if rows > 1:
                going[column] = (rows - 1, span)
            made.append(cell)
            column += span
            cells += span
        if cells > MAX_CELLS:
            return
        yield made


def _number(text: str | None) -> int:
    return max(1, int(text)) if text and re.fullmatch(r"\d{1,5}", text) else 1
