"""Every door reads a file alike: in each encoding the same rows, in each writing the same dates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.core.errors import InputError
from loaders.files.problems import Problems
from loaders.groups.read import read_groups
from loaders.load.own.rows import read_own_rows
from loaders.notices.read import read_notice
from tests.loaders.groups_for_tests import divisions

Door = Callable[[Path], object]

NOTICE = """济南市人民政府办公厅关于成立济南市河长制工作领导小组的通知
组长：王忠林（市长）
成员：李四光（市水利局局长）
{date}
"""
OWN = "code,name,kind,parent,valid_from,valid_to,source\n370117,钢城区,,,{date},,通告\n"
TABLES = """form: lsgraph/tables/1
来源:
- {{编号: S1, 标题: 关于成立东河治理领导小组的通知, 类别: 公文}}
小组:
- {{编号: G1, name: 东河治理领导小组, 地区: 济南市, 开始: "{date}", 来源: S1}}
"""
FORM = """form: lsgraph/groups/1
sources:
  T1: {{title: 公告, url: null, kind: gov_doc}}
groups:
- {{uid: "group:a", name: 甲领导小组, kind: 领导小组, field: water, leadership: unknown,
    roster: unknown, from: "{date}", source: T1}}
"""
SHEETS = {
    "sources": "编号,标题,类别\nS1,关于成立东河治理领导小组的通知,公文\n",
    "groups": "编号,name,地区,开始,来源\nG1,东河治理领导小组,济南市,{date},S1\n",
}


def _groups(path: Path) -> object:
    return read_groups([path], divisions()).groups


def _own(path: Path) -> object:
    problems = Problems()
    found = read_own_rows(path, problems)
    problems.stop()
    return found


DOORS: dict[str, tuple[Door, dict[str, str]]] = {
    "tables, a folder": (_groups, {f"own/{name}.csv": text for name, text in SHEETS.items()}),
    "tables, YAML": (_groups, {"own.yaml": TABLES}),
    "form": (_groups, {"own.yaml": FORM}),
    "own divisions": (_own, {"own.csv": OWN}),
    "notice": (lambda path: read_notice(path).to_dict(), {"notice.txt": NOTICE}),
}  # fmt: skip
"""What each door reads, and the files of one sound input."""


def through(door: str, folder: Path, encoding: str = "utf-8", date: str = "2018-07") -> object:
    """What a door makes of its input."""
    read, files = DOORS[door]
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.format(date=date).replace("\n", "\r\n").encode(encoding))
    return read(path if path.parent == folder else path.parent)


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"]
)
@pytest.mark.parametrize("door", DOORS)
def test_every_encoding_gives_the_same_rows(door: str, encoding: str, tmp_path: Path) -> None:
    plain = through(door, tmp_path)
    assert plain and through(door, tmp_path, encoding) == plain


@pytest.mark.parametrize("door", DOORS)
def test_what_is_not_a_text_is_refused_in_words(door: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither UTF-8 nor clearly GBK"):
        through(door, tmp_path)
        for path in tmp_path.rglob("*.*"):
            path.write_bytes(path.read_bytes() + "臺灣觀光協會會長戲劇".encode("big5"))
        DOORS[door][0](path if path.parent == tmp_path else path.parent)


DATED = ("tables, a folder", "tables, YAML", "form", "own divisions", "notice")
SAME = {
    "2018-07": ("2018年7月", "２０１８年７月", "二〇一八年七月", "2018.7", "2018/07"),
    "2018-07-03": ("2018年7月3日", "２０１８－０７－０３", "2018/7/3"),
}
BY = {"[..2018-07]": ("2018年7月前", "２０１８年７月前", "不晚于2018年7月")}


@pytest.mark.parametrize(
    ("door", "edtf", "written"),
    [
        (door, edtf, written)
        for door in DATED
        for edtf, many in (SAME if door == "notice" else SAME | BY).items()
        for written in many
    ],
)
def test_every_writing_of_a_date_is_read_alike(
    door: str, edtf: str, written: str, tmp_path: Path
) -> None:
    assert through(door, tmp_path, date=written) == through(door, tmp_path, date=edtf)


def _packed(core: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(core, content)
    return buffer.getvalue()


PACKED = {
    "tables.xlsx": "xl/workbook.xml", "notice.docx": "word/document.xml",
}  # fmt: skip
"""Doors for packed files, with the part that makes each what it is."""

REFUSED: dict[str, tuple[Callable[[str], bytes], str]] = {
    "a bomb": (lambda core: _packed(core, bytes(40_000_000)), "zip bomb"),
    "entities": (lambda core: _packed(core, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "declares entities"),
    "entities in UTF-16": (lambda core: _packed(core, "<!ENTITY b>".encode("utf-16")), "declares"),
    "another zip": (lambda core: _packed("a.txt", b"a"), "zip file without a"),
    "cut short": (lambda core: _packed(core, b"<a/>")[:-30], "damaged or cut short"),
}  # fmt: skip


@pytest.mark.parametrize("name", PACKED)
@pytest.mark.parametrize("kind", REFUSED)
def test_every_door_guards_against_what_unpacks_to_harm(
    name: str, kind: str, tmp_path: Path
) -> None:
    make, told = REFUSED[kind]
    path = tmp_path / name
    path.write_bytes(make(PACKED[name]))
    with pytest.raises(InputError, match=told):
        (read_notice if name == "notice.docx" else _groups)(path)
