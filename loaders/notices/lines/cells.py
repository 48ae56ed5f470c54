"""A table that lost its columns, each cell on a line of its own (组长 | 张三 | 市长), put into rows again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.notices.lines.sections import group_heading, office_heading
from loaders.notices.lines.tables import column
from loaders.notices.model import Line
from loaders.notices.words.bodies import is_unit
from loaders.notices.words.names import Name, joined, name_kind, unmarked
from loaders.notices.words.roles import UNCLEAR, label_word, split_labels
from loaders.notices.words.text import closed
from loaders.notices.words.titles import is_title, title_like

_ROLE_FIRST = re.compile("(?:R?N(?:U?T|U)?)+|(?:R?(?:U?T|U)N)+")
_ROLE_LAST = re.compile("(?:N(?:U?T|U)?R)+")
_ROW = re.compile("(R?)(N)(U?T|U)?|(R?)(U?T|U)(N)")
_ROW_LAST = re.compile("(N)(U?T|U)?(R)")
_PAIRS = 2
"""Names with a title that a run of cells must hold to be a table."""


@dataclass(frozen=True)
class _Cell:
    """A cell: R a role, N a name, T a title, U a body, H a word of a head or a number; X anything else."""

    line: Line
    kind: str
    text: str


def in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that hold the cells of a table put together: one row a line."""
    made: list[Line] = []
    run: list[_Cell] = []
    for line in lines:
        cells = list(_cells(line)) if line.text.strip() else []
        if any(cell.kind == "X" for cell in cells):
            made.extend([*_rows(run), line])
            run = []
        else:
            run.extend(cells or [_Cell(line, "", "")])
    return [*made, *_rows(run)]


def _cells(line: Line) -> Iterator[_Cell]:
    """The cells of a line: mostly one; a role with a colon and what stands behind it are two."""
    text = joined(line.text.strip())
    before, pieces = split_labels(text)
    if len(pieces) == 1 and not before and (words := pieces[0].words.strip()):
        yield _Cell(line, "R", f"{pieces[0].role.word}：")
        yield _Cell(line, _kind(words), words)
    else:
        yield _Cell(line, _kind(text), text)


def _kind(text: str) -> str:
    word = closed(text)
    if word.isdigit() or column(word):
        return "H"
    if group_heading(text) is not None or office_heading(text):
        return "X"
    role = label_word(text)
    if role and (word.endswith("：") or not UNCLEAR.search(role.word)):
        return "R"
    if " " in text or "\t" in text or re.search("[。：；]", text):
        return "X"
    if name_kind(unmarked(text)) >= Name.RARE and not is_unit(text):
        return "N"
    if is_title(text) or title_like(text):
        return "T"
    return "U" if is_unit(text) else "X"


def _rows(run: Sequence[_Cell]) -> Iterator[Line]:
    """The rows of a run of cells; its lines as they are where it is no table."""
    cells = [cell for cell in run if cell.kind not in ("H", "")]
    code = "".join(cell.kind for cell in cells)
    last = code.startswith("N") and code.endswith("R")
    whole = (_ROLE_LAST if last else _ROLE_FIRST).fullmatch(code)
    if whole is None or len(re.findall("N(?=[UT])|[UT](?=N)", code)) < _PAIRS:
        yield from dict.fromkeys(cell.line for cell in run)
        return
    for row in (_ROW_LAST if last else _ROW).finditer(code):
        texts = {cell.kind: cell.text for cell in cells[row.start() : row.end()]}
        role = texts.pop("R", "").rstrip("：")
        words = "  ".join(" ".join(texts[k] for k in part if k in texts) for part in row.groups(""))
        yield Line(cells[row.start()].line.number, f"{role}：{words.strip()}" if role else words)
