"""A gathered file that the rules have not seen: read, its faults left out, loaded beside what is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ask.authority import authority
from graph.connection import Database
from graph.core.errors import InvalidData
from loaders.gathered.form import GatheredGroup
from loaders.gathered.lenient import salvaged
from loaders.gathered.report import report, understood
from loaders.gathered.run import GATHERED, convert_files, own_name
from loaders.groups.read import dataset_files, read_everything, read_groups, shipped_files
from loaders.load.verbs import load_groups
from loaders.units.names import kind_by_name, level_by_code
from tests.loaders.groups_for_tests import seats_of
from tests.servers import empty

WEST = Path(__file__).parent / "files" / "west.yaml"

FAULTY = """
sources:
  Y1: {title: 某网页, url: 'https://www.example.org/3', kind: webpage, date: sometime}
  Y2: {url: 'https://www.example.org/4', kind: press}
  Y3: just text
extra_section: 3
groups:
- id: q one
  name: 石河子市安全生产委员会
  level: ../../etc
  place: {code: '659001', name: 石河子市}
  in_force: {from: 2020-13-45, precision: day}
  colour: red
  seats:
  - {role: chair, title: 市委书记, of: 石河子市, code: '659001', source: Y1, mood: good}
  - {role: boss, title: 市长, of: 石河子市, source: Y1}
  - {role: member, title: 局长, of: 市应急管理局, agency_of: '659001', from: 2020-02-30, source: Y1}
  - {role: member, unit: 财政局, source: Y9}
  - just a string
  - {role: member, unit: 某某局, code: '999999', source: Y2}
  ended: {on: nonsense, why: merged, by: q-two, source: Y1}
- name: 没有编号的指挥部
  seats:
  source: Y2
- {id: nothing}
- 5
- {id: q-no-source, name: 无来源小组, kind: 小组, field: other, level: county}
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A file with a fault of each kind."""
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_what_is_valid_is_converted_and_the_rest_is_told(faulty: Path, tmp_path: Path) -> None:
    found, paths = convert_files([faulty], tmp_path / "out", strict=False)
    assert [draft.uid for draft in found.drafts] == ["group:q-one", "group:没有编号的指挥部"]
    seats = {seat.title: seat.post.title if seat.post else None for seat in found.drafts[0].seats}
    assert seats == {
        "石河子市 市委书记": "石河子市委书记",
        "市应急管理局 局长": "石河子市应急管理局局长",
        "某某局": None,
    }
    told = "\n".join(found.faults)
    for fault in ("Unknown role 'boss'", "'2020-02-30' is not a date", "has no field 'colour'",
                  "Unknown kind 'webpage'", "No source is called 'Y9'", "this is 'just a string'",
                  "Unknown section 'extra_section'", "'q-no-source' names no source"):  # fmt: skip
        assert fault in told
    assert all(str(faulty) in fault for fault in found.faults)
    assert "## Faults of the files" in report(found)
    assert all(path.parent == tmp_path / "out" for path in paths)
    read_groups([*shipped_files(), *paths])


def test_strict_refuses_it_and_writes_nothing(faulty: Path, tmp_path: Path) -> None:
    with pytest.raises(InvalidData):
        convert_files([faulty], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("text", ["groups: [1, 2", "- a\n- b\n", "", "\tx: 1\n"])
def test_what_is_no_yaml_of_the_form_is_refused_in_words(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidData, match=r"bad\.yaml"):
        convert_files([path], tmp_path / "out", strict=False)


def test_nothing_of_the_wrong_kind_in_any_place_ends_in_a_traceback(tmp_path: Path) -> None:
    parts = ("3", "null", "[]", "{}", "text", "[1]", "{a: 1}", "[[x]]", "true", "2020-01-01")
    for number, part in enumerate(parts):
        path = tmp_path / f"f{number}.yaml"
        lines = [
            f"sources: {part}", "groups:", f"- {part}",
            *(f"- {{id: g{i}, name: 名, {key}: {part}}}" for i, key in enumerate(
                ("seats", "place", "in_force", "ended", "founding", "office", "source", "level")
            )),
        ]  # fmt: skip
        path.write_text("\n".join(lines), encoding="utf-8")
        found, _ = convert_files([path], tmp_path / f"out{number}", strict=False)
        assert found.faults


def test_an_unseen_file_is_understood() -> None:
    assert own_name([WEST]) == "west"
    assert own_name(sorted(GATHERED.glob("*.yaml"))) is None


def test_it_loads_beside_core_and_dataset(tmp_path: Path) -> None:
    """The result reads with the core alone and with the dataset, and changes nothing of either."""
    found, paths = convert_files([WEST], tmp_path / "out", strict=False)
    titles, known = understood(found)
    assert (titles, known) == (12, 11)
    for base in (shipped_files(), (*shipped_files(), *dataset_files())):
        data = read_groups([*base, *paths])
        (group,) = [row for row in data.groups if row.uid == "group:t-xn-hd"]
        assert group.leadership == "rotating"
        assert len(list(seats_of(data, group.uid))) == 13


def test_a_file_that_tells_of_shipped_groups_stands_beside_them(tmp_path: Path) -> None:
    found, paths = convert_files([GATHERED / "h.yaml"], tmp_path / "out", strict=False)
    assert found.additions == []
    read_everything(*paths)


def test_loaded_on_a_server_it_answers(database: Database, tmp_path: Path) -> None:
    graph = empty(database)
    load_groups(graph)
    _, paths = convert_files([WEST], tmp_path / "out", strict=False)
    load_groups(graph, paths)
    group = authority(graph, "group:t-xn-hd").group
    assert (group.n_members, group.leadership) == (2, "rotating")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("某市河长制工作领导小组", "领导小组"), ("长三角市长联席会议", "联席会议"), ("某会", None),
     ("防汛抗旱指挥部（旱灾）", "指挥部"), ("推进市长峰会", "峰会")],
)  # fmt: skip
def test_the_kind_that_a_name_tells(name: str, kind: str | None) -> None:
    assert kind_by_name(name) == kind


@pytest.mark.parametrize(
    ("code", "level"),
    [("100000", "central"), ("370000", "provincial"), ("370100", "prefecture"),
     ("370112", "county"), ("310115125", "township"), ("", "unknown"), ("x", "unknown")],
)  # fmt: skip
def test_the_level_that_a_code_tells(code: str, level: str) -> None:
    assert level_by_code(code) == level


def test_an_entry_without_id_and_name_can_not_be_kept() -> None:
    assert salvaged({"kind": "小组"}, GatheredGroup) is None
    assert salvaged("text", GatheredGroup) is None


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("659002", ["The entry names 石河子市, and its code 659002 is that of 阿拉尔市."]),
        ("659001", []),
    ],
)
def test_a_code_that_is_another_place_is_told(tmp_path: Path, code: str, told: list[str]) -> None:
    path = tmp_path / "places.yaml"
    place = f"place: {{code: '{code}', name: 石河子市}}"
    seat = "seats: [{role: chair, title: 市长, source: X1}]"
    source = "X1: {title: 通知, url: 'https://www.example.org/1', kind: press, date: '2015-03-01'}"
    group = "id: x-one, name: 某市工作领导小组, kind: 领导小组, field: other, level: county"
    path.write_text(f"sources: {{{source}}}\ngroups:\n- {{{group}, {place}, {seat}}}\n", "utf-8")
    (draft,) = convert_files([path], tmp_path / "made")[0].drafts
    assert [text for text, _ in draft.notes if "The entry names" in text] == told
