"""Printed pages: PDF in columns and with ruled tables; Word tables with merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from loaders.notices.read import read_notice
from tests.notices.pdf_writer import LEFT, SIZE, STEP, TOP, placed

HEAD = "济南市人民政府办公厅关于成立济南市河长制工作领导小组的通知"
WANTED = [
    ("chair", "王忠林", "市长"), ("deputy_chair", "张三丰", "副市长"),
    ("member", "李四光", "市水利局局长"), ("member", "欧阳强", "市财政局局长"),
    ("member", "陈建设", "市体育局局长"),
]  # fmt: skip
Text = tuple[float, float, str]


def seats(path: Path) -> list[tuple[str, str | None, str | None]]:
    """Role, person and title of every seat; all are sure."""
    found = [seat for group in read_notice(path).groups for seat in group.seats]
    assert all(not seat.check for seat in found), found
    return [(seat.role, seat.person, seat.title) for seat in found]


def column(lines: Sequence[str], left: float, first: int = 1) -> list[Text]:
    """Lines one below the other, from a line of the page on."""
    return [(left, TOP - (first + i) * STEP, text) for i, text in enumerate(lines)]


def test_roles_in_two_columns_are_read_down(tmp_path: Path) -> None:
    """A row reads 副组长 | 李四光; down the columns he is a member."""
    left = [
        "组长：王忠林（市长）",
        "副组长：张三丰（副市长）",
        "周　涛（市长助理）",
        "孙　伟（市长助理）",
    ]
    right = ["成　员：李四光（市水利局局长）", *(f"{name}（{title}）" for _, name, title in WANTED[3:]),
             "高　明（市卫生局局长）"]  # fmt: skip
    path = tmp_path / "notice.pdf"
    path.write_bytes(
        placed([(LEFT, TOP, HEAD), *column(left, LEFT), *column(right, LEFT + 16 * SIZE)])
    )
    read = seats(path)
    assert [one for one in read if one in WANTED] == WANTED
    assert [role for role, *_ in read] == ["chair", *["deputy_chair"] * 3, *["member"] * 4]


def test_running_text_in_two_columns_is_read_down(tmp_path: Path) -> None:
    text = (
        "经市政府同意，决定成立领导小组，负责全市河长制工作的组织领导和统筹协调，研究解决工作中的重大问题，督促落实。"
        "组长：王忠林（市长）；副组长：张三丰（副市长）；成员：李四光（市水利局局长）、欧阳强（市财政局局长）、"
        "陈建设（市体育局局长）。领导小组办公室设在市水利局，承担日常工作。"
    )
    lines = [text[i : i + 14] for i in range(0, len(text), 14)]
    half = (len(lines) + 1) // 2
    path = tmp_path / "notice.pdf"
    columns = column(lines[:half], LEFT), column(lines[half:], LEFT + 16 * SIZE)
    path.write_bytes(placed([(LEFT, TOP, HEAD), *columns[0], *columns[1]]))
    assert seats(path) == WANTED


def test_names_and_titles_in_columns_are_read_along(tmp_path: Path) -> None:
    names = (
        ["组长", "副组长", "成员"],
        ["王忠林", "张三丰", "李四光"],
        ["市长", "副市长", "市水利局局长"],
    )
    texts = [one for i, words in enumerate(names) for one in column(words, LEFT + i * 8 * SIZE)]
    path = tmp_path / "notice.pdf"
    path.write_bytes(placed([(LEFT, TOP, HEAD), *texts]))
    assert seats(path) == WANTED[:3]


def test_rows_without_rules_stay_apart_though_they_reach_the_margin(tmp_path: Path) -> None:
    rows = ["组长", "副组长", "成员", "成员"], ["王忠林", "张三丰", "李四光", "欧阳强"], [
        "市委副书记、市长", "市委常委、副市长", "市水利局党组书记、局长", "市财政局党组书记、局长",
    ]  # fmt: skip
    texts = [one for i, words in enumerate(rows) for one in column(words, LEFT + i * 6 * SIZE)]
    path = tmp_path / "notice.pdf"
    path.write_bytes(placed([(LEFT, TOP, HEAD), *texts]))
    assert [(role, person) for role, person, _ in seats(path)] == [
        (role, person) for role, person, _ in WANTED[:4]
    ]


def test_a_ruled_table_with_a_merged_role(tmp_path: Path) -> None:
    """成员 stands beside three rows, a title is broken in its cell."""
    rows = [("组长", "王忠林", "市长"), ("副组长", "张三丰", "副市长"), ("成员", "李四光", "市水利局|局长"),
            ("", "欧阳强", "市财政局局长"), ("", "陈建设", "市体育局局长")]  # fmt: skip
    high, edges = 2 * STEP, [LEFT, LEFT + 70, LEFT + 160, LEFT + 360]
    top = TOP - STEP
    texts: list[Text] = [(LEFT, TOP, HEAD)]
    for i, row in enumerate(rows):
        for x, cell in zip(edges, row, strict=False):
            base = top - i * high - SIZE - 4
            texts += [
                (x + 4, base - k * (SIZE + 3), part) for k, part in enumerate(cell.split("|"))
            ]
    bottom = top - len(rows) * high
    rules = [(x, top, x, bottom) for x in edges]
    for i in range(len(rows) + 1):
        start = edges[1] if i in (3, 4) else edges[0]
        rules.append((start, top - i * high, edges[-1], top - i * high))
    path = tmp_path / "notice.pdf"
    path.write_bytes(placed(texts, rules))
    assert seats(path) == WANTED


def _table(path: Path, rows: Sequence[Sequence[str]], *merged: tuple[int, int, int, int]) -> Path:
    """A Word file with a table; merged are areas by row and column of their corners."""
    document = docx.Document()
    document.add_paragraph(HEAD)
    table = document.add_table(len(rows), len(rows[0]))
    for i, row in enumerate(rows):
        for k, text in enumerate(row):
            table.cell(i, k).text = text
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    document.save(str(path))
    return path


HEADED = [
    ("小组职务", "姓名", "单位及职务", "", "备注"),
    ("组长", "王忠林", "市长", "", ""),
    ("副组长", "张三丰", "副市长", "", ""),
    ("成员", "李四光", "市水利局局长", "", ""),
    ("", "欧阳强", "市财政局局长", "", ""),
    ("", "陈建设", "市体育局局长", "", ""),
]
SECTIONS = [
    ("组长", ""), ("王忠林", "市长"), ("副组长", ""), ("张三丰", "副市长"), ("成员", ""),
    ("李四光", "市水利局局长"), ("欧阳强", "市财政局局长"), ("陈建设", "市体育局局长"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        (HEADED, [(3, 0, 5, 0), *((i, 2, i, 3) for i in range(6))]),
        (HEADED, [(3, 0, 5, 0), (1, 4, 5, 4), (0, 2, 0, 3)]),
        (SECTIONS, [(i, 0, i, 1) for i in (0, 2, 4)]),
    ],
    ids=["over rows and columns", "an empty column over rows", "roles over the whole width"],
)
def test_merged_cells_of_a_word_table(
    rows: Sequence[Sequence[str]], merged: list[tuple[int, int, int, int]], tmp_path: Path
) -> None:
    assert seats(_table(tmp_path / "notice.docx", rows, *merged)) == WANTED


def test_persons_one_below_the_other_in_a_cell(tmp_path: Path) -> None:
    rows = [
        ("组长", "王忠林", "市长"), ("副组长", "张三丰", "副市长"),
        ("成员", "李四光\n欧阳强\n陈建设", "市水利局局长\n市财政局局长\n市体育局局长"),
    ]  # fmt: skip
    assert seats(_table(tmp_path / "notice.docx", rows)) == WANTED


def test_lines_of_a_long_cell_are_no_persons_of_their_own(tmp_path: Path) -> None:
    """The role is written downwards; unit and title are broken into as many lines."""
    rows = [("组\n长", "王忠林", "济南市人\n民政府", "党组书记、\n市长")]
    (seat,) = read_notice(_table(tmp_path / "notice.docx", rows)).groups[0].seats
    assert (seat.role, seat.person) == ("chair", "王忠林")


def test_a_title_broken_in_its_cell(tmp_path: Path) -> None:
    rows = [("组长", "王忠林", "市长"), ("成员", "李四光", "市水利局\n局长")]
    assert seats(_table(tmp_path / "notice.docx", rows))[1] == WANTED[2]
