"""Word files (docx): paragraphs and tables in the order of the document, cells divided by tabs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from graph.core.errors import InputError
from graph.core.words import Words
from loaders.files.guard import MOST_TEXT, xml_parts
from loaders.notices.files.grid import MAX_CELLS, Cell, Grid
from loaders.notices.files.refusals import damaged, too_long


def word_lines(file: BinaryIO, limit: int) -> list[str]:
    """The lines of the document; raises InputError for other archives, bombs and broken files."""
    import docx

    for _ in xml_parts(file, Words("Word file", "Word 文件"), "word/document.xml", MOST_TEXT):
        pass
    lines: list[str] = []
    size = 0
    try:
        for line in _blocks(docx.Document(file).element.body):
            size += len(line)
            if size > limit:
                raise too_long(limit)
            lines.append(line)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # python-docx lets those of zip, XML and its own through
        raise damaged(Words("a Word file", " Word 文件"), error) from None
    return lines


def _blocks(parent: Any) -> Iterator[str]:
    """Paragraphs and tables in their order; what stands in a text box comes behind its paragraph."""
    for node in parent:
        kind = _kind(node)
        if kind == "p":
            boxes: list[Any] = []
            yield from "".join(_text(node, boxes)).split("\n")
            for box in boxes:
                yield from _blocks(box)
        elif kind == "tbl":
            yield from _rows(node)
        elif kind in _AROUND:
            yield from _blocks(node)


def _rows(table: Any) -> Iterator[str]:
    """A line a row; what stands in a cell and is no paragraph follows its row."""
    cells, grid = 0, Grid()
    for row in (node for node in table.iter() if _kind(node) == "tr" and _of(node, "tbl") is table):
        inner: list[Any] = []
        made = [Cell((), row.grid_before)] if row.grid_before else []
        for cell in (node for node in row.iter() if _kind(node) == "tc" and _of(node, "tr") is row):
            cells += 1
            if cells > MAX_CELLS:
                return
            words = ["".join(_text(node, inner)) for node in cell if _kind(node) == "p"]
            inner.extend(node for node in cell if _kind(node) == "tbl")
            paragraphs = tuple(line for text in words for line in text.split("\n"))
            made.append(Cell(paragraphs, cell.grid_span, cell.vMerge == "continue"))
        yield from grid.lines(made)
        for node in inner:
            yield from _rows(node) if _kind(node) == "tbl" else _blocks(node)


_AROUND = ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "txbxContent")
_LEFT_OUT = ("del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr")
"""Deleted and moved text, and what repeats a text box for old programs."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _text(node: Any, boxes: list[Any]) -> Iterator[str]:
    """The words of a paragraph, inserted ones too; its text boxes are put into `boxes`."""
    for child in node:
        kind = _kind(child)
        if kind == "txbxContent":
            boxes.append(child)
        elif kind == "t":
            yield child.text or ""
        elif kind in _SIGNS:
            yield _SIGNS[kind]
        elif kind not in _LEFT_OUT:
            yield from _text(child, boxes)


def _kind(node: Any) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def _of(node: Any, kind: str) -> Any:
    """The nearest element of a kind around a node."""
    above = node.getparent()
    while above is not None and _kind(above) != kind:
        above = above.getparent()
    return above
