"""Tables (表) of a notice: 序号 | 姓名 | 单位及职务 | 组内职务, their columns found by the head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.core.words import NOTHING, Words
from loaders.notices.lines.columns import read_entry
from loaders.notices.lines.items import Kind, item_of
from loaders.notices.model import Doubt, Found
from loaders.notices.words.bodies import is_unit, tailed
from loaders.notices.words.names import Name, name_kind, unmarked
from loaders.notices.words.posts import with_title
from loaders.notices.words.roles import Role, label_word
from loaders.notices.words.text import closed, squeezed
from loaders.notices.words.titles import Place

_ROLE = (
    r"(?:在)?(?:[\u4e00-\u9fff]{0,12})?(?:领导小组|小组|组|指挥部|委员会|联席会议|机构|本组|专班|领导机构)(?:中|内)?(?:的)?"
    r"(?:职务|职位|任职|担任职务|分工|身份)"
    r"|[\u4e00-\u9fff]{0,8}办(?:公室)?职务|拟任职务|担任职务|角色|拟任|兼任职务|职责分工职务|任职|类别|分工职务"
)
_TITLE = (
    r"职\s*务|(?:行政|现任|工作|本职|党政|原|所任)职务|(?:工作|所在)?单位(?:及|和|、|与)?职务|职务职称|职称"
    r"|(?:单位)?职务（职称）|职位"
)
_UNIT = r"单位|工作单位|所在单位|部门|成员单位|单位名称|部门名称|所属单位|部门（单位）|单位（部门）"
_SKIP = (
    r"序号|编号|备注|电话|联系电话|手机|手机号码?|办公电话|联系方式|传真|邮箱|性别|民族|年龄|出生年月|分工|职责"
    r"|责任|主要职责|签字|房间"
)
_HEADS = {
    "person": r"姓\s*名|人员|负责人姓名|成员姓名", "role": _ROLE, "title": _TITLE, "unit": _UNIT,
    "skip": _SKIP,
}  # fmt: skip
_PHONE = re.compile(r"电话|手机|联系方式|传真|邮箱")


@dataclass(frozen=True)
class Head:
    """The columns of a table: what each holds."""

    columns: tuple[str, ...]
    phones: bool

    def seats(self) -> bool:
        """Whether the table can be a roster: persons, titles or units, and no list of telephones."""
        return not self.phones or "role" in self.columns


def cells(text: str) -> list[str]:
    """The cells of a row: between tabs, bars or two spaces and more."""
    if "\t" in text:
        return [cell.strip() for cell in text.split("\t")]
    if text.count("|") >= 2 or text.count("｜") >= 2:
        inner = re.sub(r"^ *[|｜]|[|｜] *$", "", text)
        return [cell.strip() for cell in re.split(r"[|｜]", inner)]
    return [cell.strip() for cell in re.split(r" {2,}", text.strip())]


def head_of(text: str) -> Head | None:
    """The head of a table, None where the line is none: at least two cells, all of them known words.

    A bare 职务 beside 现任职务 is the column of the roles.
    """
    words = [closed(cell) for cell in cells(text)]
    if len(words) < 2:
        words = [closed(cell) for cell in text.split()]
    kinds = [column(word) for word in words]
    if kinds.count("title") == 2 and "role" not in kinds and "职务" in words:
        kinds[words.index("职务")] = "role"
    if len(kinds) < 2 or None in kinds or not {"person", "title", "unit"} & set(kinds):
        return None
    return Head(tuple(kind or "skip" for kind in kinds), any(_PHONE.search(w) for w in words))


def column(word: str) -> str | None:
    """What the column of a word of a table's head holds; None where it is no such word."""
    for kind, pattern in _HEADS.items():
        if re.fullmatch(pattern, word):
            return kind
    return None if word else "skip"


@dataclass(frozen=True)
class Row:
    """A row read: the role that it states (None: that of the heading), and a seat or a doubt."""

    role: Role | None
    seats: tuple[Found, ...]
    doubts: tuple[Doubt, ...]


def read_row(head: Head, text: str, place: Place) -> Row | None:
    """A row under the head; None where its cells do not fit the columns."""
    if not re.search(r"[^\s|｜:：\-—+]", text):
        return Row(None, (), ())
    row = cells(text)
    if "\t" in text:
        row += [""] * (len(head.columns) - len(row))
    if "\t" not in text and len(row) != len(head.columns):
        row = text.split()
    if len(row) != len(head.columns):
        return None
    found = {
        kind: squeezed(cell) for kind, cell in zip(head.columns, row, strict=True) if kind != "skip"
    }
    role = label_word(found.get("role", "")) if found.get("role") else None
    if not any(found.get(kind) for kind in ("person", "title", "unit")):
        return Row(role, (), ())
    if found.get("role") and role is None:
        return Row(
            None,
            (),
            (
                Doubt(
                    squeezed(text),
                    Words("the role is none that the rules know", "角色不在规则之内"),
                ),
            ),
        )
    seat = _seat(found, place)
    return Row(role, (seat,), ()) if isinstance(seat, Found) else Row(role, seat[0], seat[1])


def _seat(
    found: dict[str, str], place: Place
) -> Found | tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    person, title, unit = (found.get(kind) or None for kind in ("person", "title", "unit"))
    name = unmarked(person) if person else None
    if name and name_kind(name) is Name.NO:
        return (), (
            Doubt(
                " ".join(found.values()),
                Words("the cell of the person holds no name", "“姓名”单元格中没有姓名"),
            ),
        )
    if title is None and unit is not None and name is None:
        return _of_list(unit, place)
    if title is None:
        return Found(
            name,
            None,
            unit,
            NOTHING
            if name_kind(name or "") >= Name.RARE
            else Words("taken for a name", "按人名读取"),
        )
    if unit is None:
        return with_title(name, title, place) if name else _of_list(title, place)
    return _with_unit(name, title, unit, place)


def _of_list(text: str, place: Place) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    seats, doubts = read_entry(text, place)
    return tuple(seats), tuple(doubts)


def _with_unit(name: str | None, title: str, unit: str, place: Place) -> Found:
    """The column of the unit names the body, unless the title names one itself."""
    found = with_title(name, title, place)
    if found.unit and found.unit != place.name and unit not in (found.unit, title):
        return Found(
            name,
            title,
            found.unit,
            Words(
                "the body of the column or that of the title",
                "以列中的单位为准，还是以职务中的单位为准",
            ),
        )
    known = is_unit(unit) or item_of(unit).kind is Kind.UNIT or tailed(unit)
    check = NOTHING if known else Words("the body is none that the rules know", "单位不在规则之内")
    doubtful = name is not None and name_kind(name) < Name.RARE
    return Found(
        name,
        title,
        unit,
        check
        or (Words("the family name is not a known one", "姓氏不常见") if doubtful else NOTHING),
    )
