"""Sound tables in every dress: XLSX, CSV, YAML; English and Chinese; UTF-8, UTF-16, GBK; what they mean."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText

from graph.core.errors import InvalidData
from graph.export.answers import csv_text
from loaders.groups.read import read_groups
from loaders.groups.rows import GroupData, PostRow, SeatRow
from tests.loaders.groups_for_tests import divisions
from tests.tables.files import book, csv_folder, sheet_of, sound, spoilt, with_table, workbook

ZH = {
    "来源": [["编号", "标题", "类别", "发布日期"], ["S1", "通知", "公文", "2016年3月8日"]],
    "小组": [["编号", "name", "地区", "开始", "来源"], 
             ["G1", "东河治理领导小组", "济南市", "2016/3/8", "S1"]],
    "席位": [
        ["小组", "角色", "职务", "单位", "姓名", "来源"],
        ["G1", "组长", "济南市市长", "", "甲", "S1"],
        ["G1", "成员", "", "历城区", "", "S1"],
    ],
}  # fmt: skip


def read(path: Path, *, allow_unsourced: bool = False) -> GroupData:
    """One file alone."""
    return read_groups([path], divisions(), allow_unsourced=allow_unsourced)


def told(data: GroupData) -> list[tuple[object, ...]]:
    """What the sound tables say, in every dress the same."""
    (group,) = data.groups
    seats = [(s.role, s.post, s.unit, s.person, s.period.start_edtf) for s in data.seats]
    return [(group.uid, group.name, group.place, group.kind, group.period.start_edtf), *seats]


SAYS = [
    ("group:own.G1", "东河治理领导小组", "div:370100:济南市:2", "领导小组", "2016-03-08"),
    ("chair", "post:济南市市长", None, "person:甲@own", "2016-03-08"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_folder_in_every_encoding(encoding: str, delimiter: str, tmp_path: Path) -> None:
    data = read(csv_folder(tmp_path / "own", ZH, encoding, delimiter))
    assert told(data)[0] == SAYS[0]
    assert [row[:4] for row in told(data)[1:]] == [
        SAYS[1][:4], ("member", None, "div:370112:历城区:2", None),
    ]  # fmt: skip
    said = any("read as GBK" in text for text in data.warnings)
    assert said == encoding.startswith("gb")


def test_a_workbook_says_the_same(tmp_path: Path) -> None:
    english = read(workbook(tmp_path / "own.xlsx", sound()))
    folder = read(csv_folder(tmp_path / "own", sound()))
    assert told(english) == told(folder)
    assert told(english)[:2] == SAYS
    chinese = read(_zh(tmp_path))
    assert told(chinese)[0] == SAYS[0]


def test_what_a_row_leaves_out_is_not_known(tmp_path: Path) -> None:
    (group,) = read(csv_folder(tmp_path / "own", sound())).groups
    assert (group.roster, group.leadership, group.field) == ("unknown", "single", "other")


def _zh(folder: Path) -> Path:
    (folder / "zh").mkdir()
    return workbook(folder / "zh" / "own.xlsx", ZH)


def test_cells_of_every_kind(tmp_path: Path) -> None:
    tables = sound()
    tables["sources"][1][3] = dt.datetime(2016, 3, 8)
    tables["groups"][1][2:4] = [370100, dt.date(2016, 3, 8)]
    tables["seats"][2][3] = 370112.0
    made = book(tables)
    sheet_of(made, "groups")["B2"] = CellRichText("东河治理", "领导小组")
    made.save(tmp_path / "own.xlsx")
    assert told(read(tmp_path / "own.xlsx"))[:2] == SAYS


def test_a_formula_with_its_value_is_its_value(tmp_path: Path) -> None:
    made = book(sound())
    made.save(tmp_path / "own.xlsx")
    import zipfile

    with zipfile.ZipFile(tmp_path / "own.xlsx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet2.xml"]
    cell = b'<c r="D2" t="str"><f>"2016"&amp;"-03-08"</f><v>2016-03-08</v></c>'
    start, end = sheet.index(b'<c r="D2"'), sheet.index(b'<c r="G2"')
    parts["xl/worksheets/sheet2.xml"] = sheet[:start] + cell + sheet[end:]
    with zipfile.ZipFile(tmp_path / "own.xlsx", "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert told(read(tmp_path / "own.xlsx"))[:2] == SAYS


def test_text_like_a_formula_is_text_and_disarmed_on_export(tmp_path: Path) -> None:
    tables = spoilt("groups", 2, "name", "=cmd|' /C calc'!A0领导小组")
    (group,) = read(csv_folder(tmp_path / "own", tables)).groups
    assert group.name == "=cmd|' /C calc'!A0领导小组"
    assert csv_text([{"name": group.name}], ["name"]).splitlines()[1].startswith("'=")


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    tables = spoilt("groups", 2, "name", "<script>alert(1)</script>领导小组")
    (group,) = read(csv_folder(tmp_path / "own", tables)).groups
    assert group.name == "<script>alert(1)</script>领导小组"


def seats_of(data: GroupData) -> dict[str, tuple[SeatRow, PostRow | None]]:
    """Seats by title as published, with their posts."""
    posts = {post.uid: post for post in data.posts}
    return {seat.title or "": (seat, posts.get(seat.post or "")) for seat in data.seats}


@pytest.mark.parametrize(
    ("place", "title", "unit", "mode", "rank"),
    [
        ("济南市", "山东省副省长", "div:370000:山东省", "DEPUTY_HEAD", 7),
        ("山东省", "济南市委书记", "div:370100:济南市:2", "HEAD", 7),
        ("山东省", "省环保厅厅长", "agency:370000:山东省环保厅", "DEPT_HEAD", 6),
        ("济南市", "省环保厅厅长", "agency:370000:山东省环保厅", "DEPT_HEAD", 6),
        ("四川省", "德阳市政府主要负责同志", "div:510600:德阳市", "HEAD", 6),
        ("德阳市", "副市长", "div:510600:德阳市", "DEPUTY_HEAD", 5),
        ("", "国务院副总理", "div:100000:国家", "DEPUTY_HEAD", 9),
        ("德阳市", "市长助理", "agency:510600:德阳市人民政府办公室", "OTHER", None),
    ],
)  # fmt: skip
def test_posts_by_title(
    place: str, title: str, unit: str, mode: str, rank: int | None, tmp_path: Path
) -> None:
    tables = spoilt("groups", 2, "place", place)
    tables["seats"][1][2] = title
    data = read(csv_folder(tmp_path / "own", tables))
    _, post = seats_of(data)[title]
    assert post is not None
    assert (str(post.mode), post.rank) == (mode, rank)
    assert post.unit == unit or (unit.startswith("div:100000") and post.unit.startswith("div:1000"))


def test_what_is_not_understood_is_told_and_kept(tmp_path: Path) -> None:
    tables = sound()
    tables["seats"] += [
        ["G1", "member", "大法师", "济南市", "乙", "", "", "S1"],
        ["G1", "member", "各乡镇长", "", "", "", "", "S1"],
    ]
    data = read(csv_folder(tmp_path / "own", tables))
    _, post = seats_of(data)["济南市 大法师"]
    assert post is not None
    assert (post.title, str(post.mode), post.rank, post.rank_basis) == (
        "济南市大法师",
        "OTHER",
        None,
        None,
    )
    kept, none = seats_of(data)["各乡镇长"]
    assert (none, kept.unit, kept.post) == (None, None, None)
    lost = [text for text in data.warnings if "Not understood" in text]
    assert len(lost) == 2
    assert "seats.csv, row 4, column 3 (title): Not understood: '大法师'" in lost[0]


def test_units_are_resolved_as_of_their_day(tmp_path: Path) -> None:
    """莱芜 was 371200 until 2018-12-26, 历城区 was a district before and after its county."""
    tables = sound()
    tables["seats"].append(["G1", "member", "", "莱芜市", "", "2017-01-01", "2018-12-26", "S1"])
    data = read(csv_folder(tmp_path / "own", tables))
    assert [s.unit for s in data.seats if s.title == "莱芜市"] == ["div:371200:莱芜市"]


def test_an_ambiguous_name_is_the_one_inside_the_place(tmp_path: Path) -> None:
    tables = spoilt("groups", 2, "place", "南京市")
    tables["seats"][1][2] = "市长"
    tables["seats"][2][3] = "鼓楼区"
    data = read(csv_folder(tmp_path / "own", tables))
    assert [s.unit for s in data.seats if s.unit] == ["div:320106:鼓楼区:2"]


def test_checks_of_sense(tmp_path: Path) -> None:
    tables = with_table(
        "tenures", ["person", "title", "from", "to", "source"],
        ["甲", "济南市市长", "2017-05-01", "", "S1"],
        ["丙中林", "济南市市长", "2016-01-01", "2018-01-01", "S1"],
        ["丁一", "济南市市长", "2016-06-01", "2018-01-01", "S1"],
    )  # fmt: skip
    tables["seats"] += [["G1", "member", "济南市副市长", "", "丙忠林", "", "", "S1"]]
    tables["posts"] = [
        ["title", "unit", "mode", "rank", "source"],
        ["济南市副市长", "济南市", "DEPUTY_HEAD", "4", "S1"],
    ]
    warnings = "\n".join(read(csv_folder(tmp_path / "own", tables)).warnings)
    assert (
        "甲 sits as 济南市市长 on 2016-03-08, but the tenures give that post from 2017-05-01 to ?"
        in warnings
    )
    assert "丙中林 and 丙忠林 of the same body differ in one character" in warnings
    assert "The rank 4 contradicts the title 济南市副市长, which has 6 by rule" in warnings
    assert "post:济南市市长 has two holders at once" in warnings


def test_an_override_makes_the_post(tmp_path: Path) -> None:
    tables = sound()
    tables["seats"][1][2] = "东河总管"
    tables["posts"] = [
        ["title", "unit", "mode", "branch", "rank", "source"],
        ["东河总管", "济南市", "副职", "政府", "6", "S1"],
    ]
    _, post = seats_of(read(csv_folder(tmp_path / "own", tables)))["东河总管"]
    assert post is not None
    assert (post.unit, str(post.mode), post.rank, post.rank_basis) == (
        "div:370100:济南市:2", "DEPUTY_HEAD", 6, "stated",
    )  # fmt: skip


def test_persons_of_one_name_are_one_unless_told_apart(tmp_path: Path) -> None:
    tables = sound()
    tables["persons"] = [["person", "name", "born"], ["P1", "乙", "1960"], ["P2", "乙", "1971"]]
    tables["seats"] += [
        ["G1", "member", "济南市副市长", "", "P1", "", "", "S1"],
        ["G1", "member", "历城区区长", "", "P2", "", "", "S1"],
        ["G1", "member", "历下区区长", "", "丁　一", "", "", "S1"],
    ]
    data = read(csv_folder(tmp_path / "own", tables))
    assert {row.uid: row.note for row in data.persons} == {
        "person:甲@own": None, "person:乙@own.P1": "born 1960", "person:乙@own.P2": "born 1971",
        "person:丁一@own": None,
    }  # fmt: skip


def test_a_seat_without_a_day_starts_with_the_founding_act(tmp_path: Path) -> None:
    tables = spoilt("seats", 2, "from", "")
    tables["groups"][0].append("document")
    tables["groups"][1].append("D1")
    tables["groups"][1][3] = ""
    tables["documents"] = [
        ["document", "title", "issued", "issuers", "source"],
        ["D1", "关于成立东河治理领导小组的通知", "2016-03-08", "济南市人民政府办公厅", "S1"],
    ]
    data = read(csv_folder(tmp_path / "own", tables))
    assert data.groups[0].period.start_edtf == "2016-03-08"
    assert {seat.period.start_edtf for seat in data.seats} == {"2016-03-08"}
    assert data.documents[0].issuers == ("agency:370100:济南市人民政府办公厅",)
    tables["documents"][1][1] = "关于调整东河治理领导小组成员的通知"
    later = read(csv_folder(tmp_path / "other", tables))
    assert later.groups[0].period.start_edtf == "[..2016-03-08]"


def test_a_draft_shows_its_doubts(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        """form: lsgraph/tables/1
sources:
- {source: S1, title: 通知, kind: gov_doc, date: 2016-03-08}
groups:
- {group: G1, name: 东河治理领导小组, place: 济南市, from: 2016-03-08, source: S1}
seats:
- {group: G1, role: executive_deputy, title: 副市长, person: 黎　明, source: S1, line: 3, certainty: low}
not_understood:
- {line: 9, text: 各有关单位, why: names no unit}
""",
        encoding="utf-8",
    )
    data = read(path)
    (seat,) = data.seats
    assert (seat.role, seat.executive, seat.person, seat.confidence) == (
        "deputy_chair", True, "person:黎明@own", "low",
    )  # fmt: skip
    said = "\n".join(data.warnings)
    assert "own.yaml:7:3: 黎　明 副市长 (line 3 of the notice): the draft is not certain" in said
    assert "line 9: '各有关单位' (names no unit)" in said


def test_without_a_source_only_where_that_is_allowed(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "own", spoilt("seats", 3, "source", ""))
    with pytest.raises(InvalidData, match=r"row 3: This seat has no source: .*--allow-unsourced"):
        read(folder)
    data = read(folder, allow_unsourced=True)
    assert [(s.sources, s.confidence) for s in data.seats] == [
        (("own:S1",), "high"), (("unsourced",), "low"),
    ]  # fmt: skip
    assert [row.kind for row in data.sources.values()] == ["gov_doc", "unsourced"]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    tables = spoilt("groups", 2, "from", "2015-02-30")
    tables["seats"][1][1] = "chari"
    tables["seats"][2][3] = "济难市"
    tables["seats"][2][7] = "S9"
    with pytest.raises(InvalidData) as caught:
        read(csv_folder(tmp_path / "own", tables))
    assert [text.partition("own/")[2].partition(":")[0] for text in caught.value.problems] == [
        "groups.csv, row 2, column 4 (from)", "seats.csv, row 2, column 2 (role)",
        "seats.csv, row 3, column 4 (unit)", "seats.csv, row 3, column 8 (source)",
    ]  # fmt: skip


def test_a_township_is_kept_by_name(tmp_path: Path) -> None:
    """The table of divisions ends at counties; a notice names townships all the same."""
    tables = spoilt("seats", 3, "unit", "柳埠镇")
    tables["seats"].append(["G1", "member", "书记", "仲宫街道办事处", "", "", "", "S1"])
    tables["members"] = [["group", "unit", "source"], ["G1", "西营镇", "S1"]]
    data = read(csv_folder(tmp_path / "own", tables))
    assert [(s.title, s.post, s.unit) for s in data.seats][1:] == [
        ("柳埠镇", None, None), ("仲宫街道办事处 书记", None, None), ("西营镇", None, None),
    ]  # fmt: skip
    assert sum("is a township" in text for text in data.warnings) == 3


def test_a_remark_and_a_short_name_of_the_centre(tmp_path: Path) -> None:
    tables = spoilt("seats", 3, "unit", "市委办公厅（市档案局）")
    tables["seats"].append(["G1", "member", "", "国家标准委", "", "", "", "S1"])
    data = read(csv_folder(tmp_path / "own", tables))
    assert all(seat.unit for seat in data.seats if seat.role == "member")


def test_a_name_without_a_day_is_the_latest_of_it(tmp_path: Path) -> None:
    """镇江市 was also a city of the prefecture of 镇江 until 1983."""
    tables = spoilt("groups", 2, "place", "镇江市")
    tables["groups"][1][3] = tables["seats"][1][5] = tables["sources"][1][3] = ""
    tables["seats"][1][2] = "市长"
    tables["seats"][2][3] = "丹阳市"
    assert read(csv_folder(tmp_path / "own", tables)).groups[0].place == "div:321100:镇江市"


def test_a_short_name_is_of_the_place_and_a_ministry_of_the_centre(tmp_path: Path) -> None:
    tables = spoilt("groups", 2, "place", "山东省")
    tables["seats"][1][2] = "省长"
    tables["seats"].pop()
    for unit in ("统战部", "发展改革委", "省水利厅", "水利部", "国家发展改革委", "济南市财政局"):
        tables["seats"].append(["G1", "member", "", unit, "", "", "", "S1"])
    data = read(csv_folder(tmp_path / "own", tables))
    units = {seat.title: seat.unit or "" for seat in data.seats}
    assert units["统战部"].startswith("agency:370000:")
    assert units["发展改革委"].startswith("agency:370000:")
    assert units["省水利厅"].startswith("agency:370000:")
    assert (units["水利部"], units["国家发展改革委"]) == (
        "agency:水利部",
        "agency:国家发展和改革委员会",
    )
    assert units["济南市财政局"] == "agency:370100:济南市财政局"


def _without_day(title: str, unit: str) -> dict[str, list[list[object]]]:
    """A group of 1985 whose second seat has no day: its source tells of the past."""
    tables = spoilt("groups", 2, "from", "1985")
    tables["sources"].append(["S2", "词条", "encyclopedia", ""])
    tables["seats"][1:] = [["G1", "member", title, unit, "", "", "", "S2"]]
    return tables


@pytest.mark.parametrize(
    ("title", "unit", "found"),
    [
        ("", "海南省", "div:460000:海南省"),
        ("", "460000", "div:460000:海南省"),
        ("", "国家林业局", "agency:国家林业局"),
        ("海南省省长", "", "div:460000:海南省"),
        ("局长", "国家林业局", "agency:国家林业局"),
    ],
)
def test_a_seat_without_a_day_is_of_the_first_day_of_its_body(
    title: str, unit: str, found: str, tmp_path: Path
) -> None:
    data = read(csv_folder(tmp_path / "own", _without_day(title, unit)))
    (seat,) = data.seats
    units = {post.uid: post.unit for post in data.posts}
    assert (units[seat.post] if seat.post else seat.unit) == found
    assert data.warnings == () or not any("not exist" in text for text in data.warnings)


def test_a_body_that_came_after_the_group_ended_is_refused(tmp_path: Path) -> None:
    tables = _without_day("", "海南省")
    tables["groups"][1][4] = "1987"
    with pytest.raises(InvalidData, match="'海南省' does not exist on 1985-01-01"):
        read(csv_folder(tmp_path / "own", tables))
