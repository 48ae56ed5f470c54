"""Tables: what a column holds is told by its cells, whatever its head says, wherever it stands."""

from __future__ import annotations

import pytest

from loaders.notices.model import Line
from loaders.notices.read import notice_of

TITLE = "济南市人民政府办公厅关于成立济南市河长制工作领导小组的通知"
ROWS = [
    ("组长", "王忠林", "市政府办公厅"), ("副组长", "李四光", "市水利局"),
    ("成员", "欧阳强", "市财政局"), ("成员", "赵敏", "市民政局"),
]  # fmt: skip
WANTED = [
    ("chair", "王忠林", "市政府办公厅"), ("deputy_chair", "李四光", "市水利局"),
    ("member", "欧阳强", "市财政局"), ("member", "赵敏", "市民政局"),
]  # fmt: skip


def seats(*rows: str) -> list[tuple[str, str | None, str | None, str | None, bool]]:
    """Role, person, title, unit of each seat of a notice with these lines, and whether it is certain."""
    lines = [Line(n, text) for n, text in enumerate([TITLE, "", *rows], start=1)]
    read = notice_of(lines)
    return [
        (s.role, s.person, s.title, s.unit, not s.check)
        for group in read.groups
        for s in group.seats
    ]


def table(head: str, order: tuple[int, ...] = (0, 1, 2), merged: bool = False) -> list[str]:
    """The rows under a head, their cells in an order; `merged`: a role that goes on stands once."""
    made, last = [head] if head else [], ""
    for row in ROWS:
        cells = ["" if merged and row[0] == last else row[0], *row[1:]]
        made.append("\t".join(cells[at] for at in order))
        last = row[0]
    return made


VARIANTS = {
    "the role under 职务": table("职务\t姓名\t单位"),
    "other heads": table("身份\t名字\t工作单位"),
    "another order": table("姓名\t单位\t职务", (1, 2, 0)),
    "the role in the middle": table("单位\t职务\t姓名", (2, 0, 1)),
    "a column of numbers": [
        f"{n or '序号'}\t{row}" for n, row in enumerate(table("职务\t姓名\t单位"))
    ],
    "分工": table("分工\t姓名\t单位"),
    "组内职务": table("组内职务\t姓名\t单位"),
    "merged roles": table("职务\t姓名\t单位", merged=True),
    "bars": ["| " + row.replace("\t", " | ") + " |" for row in table("职务\t姓名\t单位")],
}


@pytest.mark.parametrize("kind", VARIANTS)
def test_a_column_of_roles_is_no_title(kind: str) -> None:
    found = seats(*VARIANTS[kind])
    assert [(role, person, unit) for role, person, _, unit, _ in found] == WANTED
    assert not any(title in ("组长", "副组长", "成员") for _, _, title, _, _ in found)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0), (2, 0, 1)])
def test_without_a_head_cells_alone_tell(order: tuple[int, ...]) -> None:
    found = seats(*table("", order))
    assert [(role, person, unit) for role, person, _, unit, _ in found] == WANTED


def test_titles_stay_titles_where_they_look_like_roles() -> None:
    """主任 and 副主任 of bodies are titles where nothing says 委员."""
    rows = [
        "成员：",
        "姓名\t单位\t职务",
        "李四光\t市发展改革委\t主任",
        "赵敏\t市卫生健康委\t副主任",
    ]
    assert seats(*rows) == [
        ("member", "李四光", "主任", "市发展改革委", True),
        ("member", "赵敏", "副主任", "市卫生健康委", True),
    ]


def test_a_committee_in_a_table() -> None:
    rows = [
        "职务\t姓名\t单位及职务",
        "主任\t王忠林\t市长",
        "副主任\t李四光\t副市长",
        "委员\t赵敏\t市民政局局长",
    ]
    assert [(role, title) for role, _, title, _, _ in seats(*rows)] == [
        ("chair", "市长"), ("deputy_chair", "副市长"), ("member", "市民政局局长"),
    ]  # fmt: skip


def test_titles_under_the_head_of_bodies() -> None:
    rows = [
        "职务\t姓名\t单位",
        "组长\t王忠林\t市长",
        "成员\t赵敏\t市民政局局长",
        "成员\t李四光\t市水利局副局长",
    ]
    assert [seat[:4] for seat in seats(*rows)] == [
        ("chair", "王忠林", "市长", "济南市"), ("member", "赵敏", "市民政局局长", "市民政局"),
        ("member", "李四光", "市水利局副局长", "市水利局"),
    ]  # fmt: skip
