"""Tables (表) of a notice: what a column holds is told by its cells, else by its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.core.words import NOTHING, Words
from loaders.notices.lines.columns import read_entry
from loaders.notices.lines.items import Kind, item_of
from loaders.notices.model import Doubt, Found, Line
from loaders.notices.words.bodies import is_unit, tailed
from loaders.notices.words.names import Name, name_kind, unmarked
from loaders.notices.words.posts import COLUMN_OR_TITLE, RARE_FAMILY, TAKEN_FOR_NAME, with_title
from loaders.notices.words.roles import UNCLEAR, Role, label_word
from loaders.notices.words.text import closed, squeezed
from loaders.notices.words.titles import Place, is_title

UNKNOWN_ROLE = Words("the role is none that the rules know", "角色不在规则之内")
NO_NAME = Words("the cell of the person holds no name", "“姓名”单元格中没有姓名")
UNKNOWN_BODY = Words("the body is none that the rules know", "单位不在规则之内")
_ROLE = (
    r"(?:在)?(?:[\u4e00-\u9fff]{0,12})?(?:领导小组|小组|组|指挥部|委员会|联席会议|机构|本组|专班|领导机构)(?:中|内)?(?:的)?"
    r"(?:职务|职位|任职|担任职务|分工|身份)"
    r"|[\u4e00-\u9fff]{0,8}办(?:公室)?职务|拟任职务|担任职务|角色|拟任|兼任职务|职责分工职务|任职|类别|分工职务"
)
_HEADS = {
    "person": "姓名|名字|人员|负责人姓名|成员姓名",
    "role": _ROLE,
    "title": "(?:行政|现任|工作|本职|党政|原|所任)?职务|(?:工作|所在)?单位(?:及|和|、|与)?职务|职务职称"
    "|职称|(?:单位)?职务（职称）|职位",
    "unit": "单位|工作单位|所在单位|部门|成员单位|单位名称|部门名称|所属单位|部门（单位）|单位（部门）",
    "skip": "序号|编号|备注|电话|联系电话|手机|手机号码?|办公电话|联系方式|传真|邮箱|性别|民族|年龄"
    "|出生年月|分工|职责|责任|主要职责|签字|房间",
}
_PHONE = re.compile("电话|手机|联系方式|传真|邮箱")
_WORD = re.compile("[\u4e00-\u9fff（）()、/]{1,12}")
_EMPTY = re.compile(r"[\s|｜:：\-—+]*")
_COMMITTEE = {"委员", "成员", "组员"}


@dataclass(frozen=True)
class Table:
    """Rows of one table, each with the line that it stands on, and what the columns hold."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, tuple[str, ...]], ...]
    lines: int
    """Lines of the text that it takes, its head among them."""


@dataclass(frozen=True)
class Row:
    """A row read: the role that it states (None: that of the heading), and its seats and doubts."""

    role: Role | None
    seats: Sequence[Found] = ()
    doubts: Sequence[Doubt] = ()


def cells(text: str) -> list[str]:
    """The cells of a row: between tabs, bars or two spaces and more."""
    if "\t" in text:
        return [cell.strip() for cell in text.split("\t")]
    if text.count("|") >= 2 or text.count("｜") >= 2:
        inner = re.sub(r"^ *[|｜]|[|｜] *$", "", text)
        return [cell.strip() for cell in re.split(r"[|｜]", inner)]
    return [cell.strip() for cell in re.split(r" {2,}", text.strip())]


def table_at(lines: Sequence[Line], at: int) -> Table | None:
    """The table that begins with a line: under a head, or with a role between other cells."""
    head = _head(lines[at].text)
    first = at + (head is not None)
    width = len(head) if head else len(cells(lines[at].text)) if "\t" in lines[at].text else 0
    rows: list[tuple[Line, tuple[str, ...]]] = []
    for line in lines[first:] if width > 1 else ():
        row = _fitted(line.text, width)
        if row is None or (rows and _head(line.text)):
            break
        rows.append((line, row))
    columns = _by_cells(head or [""] * width, [row for _, row in rows])
    if head is None and not ("role" in columns[1:-1] and "person" in columns and len(rows) > 1):
        return None
    return Table(tuple(columns), tuple(rows), len(rows) + (head is not None))


def _head(text: str) -> list[str] | None:
    """What the words of a table's head say of its columns, "" of an unknown one; None of another line."""
    words = [closed(cell) for cell in cells(text)]
    words = words if len(words) > 1 else [closed(cell) for cell in text.split()]
    kinds = [column(word) for word in words]
    if any(_PHONE.search(word) for word in words) and "role" not in kinds:
        kinds = ["skip" if kind else None for kind in kinds]
        return None if None in kinds or len(kinds) < 2 else ["skip"] * len(kinds)
    known = len(kinds) - kinds.count(None)
    meant = {"person", "title", "unit"} & set(kinds)
    if len(kinds) < 2 or known < 2 or not meant or (None in kinds and "\t" not in text):
        return None
    odd = [word for word, kind in zip(words, kinds, strict=True) if kind is None]
    plain = all(_WORD.fullmatch(word) and not (label_word(word) or is_title(word)) for word in odd)
    return [kind or "" for kind in kinds] if plain else None


def column(word: str) -> str | None:
    """What the column of a word of a table's head holds; None where it is no such word."""
    found = (kind for kind, pattern in _HEADS.items() if re.fullmatch(pattern, word))
    return next(found, None) if word else "skip"


def _fitted(text: str, width: int) -> tuple[str, ...] | None:
    """The cells of a row as many as the table has columns; None where they do not fit."""
    if _EMPTY.fullmatch(text):
        return ("",) * width if text.strip() else None
    row = cells(text)
    if "\t" in text:
        row += [""] * (width - len(row))
    elif len(row) != width:
        row = text.split()
    return tuple(row) if len(row) == width else None


def _by_cells(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """What each column holds: roles, names, titles or bodies where its cells are, else as headed."""
    kinds = list(head)
    filled = [[closed(row[at]) for row in rows if row[at]] for at in range(len(kinds))]
    roles = [at for at, held in enumerate(filled) if _of_roles(held)]
    if roles and not ("role" in kinds and kinds.index("role") in roles):
        kinds = ["" if kind == "role" else kind for kind in kinds]
        kinds[roles[0]] = "role"
    for at, held in enumerate(filled):
        names = (name_kind(unmarked(word)) >= Name.RARE and not is_unit(word) for word in held)
        if held and kinds[at] not in ("skip", "role") and all(names):
            kinds = ["" if kind == "person" else kind for kind in kinds]
            kinds[at] = "person"
    for at, held in enumerate(filled):
        titles = sum(is_title(word) for word in held)
        if kinds[at] in ("", "unit") and 2 * titles > len(held) and "title" not in kinds:
            kinds[at] = "title"
        elif kinds[at] == "" and held and all(map(is_unit, held)) and "unit" not in kinds:
            kinds[at] = "unit"
    return [kind or "skip" for kind in kinds]


def _of_roles(held: Sequence[str]) -> bool:
    """Whether all cells of a column are roles, and not all of them titles as well (主任, 副主任)."""
    words = [role.word for cell in held if (role := label_word(cell))]
    clear = [word for word in words if not UNCLEAR.search(word) or word in _COMMITTEE]
    return bool(clear) and len(words) == len(held)


def read_row(table: Table, row: Sequence[str], place: Place) -> Row:
    """A row of a table: the role of its cell, and the seats that the other cells give."""
    found = {k: squeezed(c) for k, c in zip(table.columns, row, strict=True) if k != "skip"}
    role = label_word(found["role"]) if found.get("role") else None
    person, title, unit = (found.get(kind) or None for kind in ("person", "title", "unit"))
    if not (person or title or unit):
        return Row(role)
    if found.get("role") and role is None:
        return Row(None, (), (Doubt(squeezed(" ".join(row)), UNKNOWN_ROLE),))
    name = unmarked(person) if person else None
    if name and name_kind(name) is Name.NO:
        return Row(role, (), (Doubt(" ".join(filter(None, found.values())), NO_NAME),))
    if name is None and (title is None or unit is None):
        return Row(role, *read_entry(title or unit or "", place))
    if title is None:
        check = NOTHING if name_kind(name or "") >= Name.RARE else TAKEN_FOR_NAME
        return Row(role, (Found(name, None, unit, check),))
    if unit is None:
        return Row(role, (with_title(name, title, place),))
    return Row(role, (_with_unit(name, title, unit, place),))


def _with_unit(name: str | None, title: str, unit: str, place: Place) -> Found:
    """The column of the unit names the body, unless the title names one itself."""
    found = with_title(name, title, place)
    if found.unit and found.unit != place.name and unit not in (found.unit, title):
        return Found(name, title, found.unit, COLUMN_OR_TITLE)
    known = is_unit(unit) or item_of(unit).kind is Kind.UNIT or tailed(unit)
    rare = name is not None and name_kind(name) < Name.RARE
    check = UNKNOWN_BODY if not known else RARE_FAMILY if rare else NOTHING
    return Found(name, title, unit, check)


def lists(table: Table) -> bool:
    """Whether the table can be a roster: it holds more than telephones."""
    return any(kind in table.columns for kind in ("person", "title", "unit"))


def rows_of(table: Table, place: Place) -> Iterator[tuple[Line, Row]]:
    """The rows of a table that is a roster, read; none of a list of telephones."""
    for line, row in table.rows if lists(table) else ():
        yield line, read_row(table, row, place)
