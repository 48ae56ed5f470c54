"""Corrections laid over what is read: right ones change what is meant, wrong ones are told at their place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.core.errors import InvalidData, UnknownName
from loaders.groups.read import read_groups
from loaders.load.shipped import fingerprint
from loaders.overlays.lay import Overlays
from loaders.overlays.store import Rejected, listed, overlay_file, write_overlay
from tests.cli.conftest import invoke
from tests.overlays.files import (
    CHAIR,
    GROUP,
    MEMBER,
    NEW,
    TENURE,
    UNIT,
    correction,
    overlay,
    read,
    shipped,
)

DOCS = Path(__file__).resolve().parents[2] / "docs"
MOVED = CHAIR.replace("03-08", "03-09")
RIGHT = (
    correction(GROUP, "name", "东河综合治理领导小组"),
    correction(GROUP, "to", "2020年5月", source=NEW),
    correction(GROUP, "name_en", "East River: leading group", note="as printed: see X2"),
    correction(GROUP, "vacancy_stated", True),
    correction(CHAIR, "from", "2016-03-09"),
    correction(MOVED, "title", "代市长", source=NEW),
    correction(MEMBER, "executive", True),
    correction(MEMBER, "source", "X2"),
    correction(UNIT, "unit", "370113"),
    correction("person:乙", "note", "not the other 乙: see X1"),
    correction("post:东河专员", "rank", 5),
    correction(TENURE, "from", "[..2014-12-31]"),
    correction("X2", "date", "2018-05-21"),
)
WRONG = (
    (correction("group:east-rivre", "name", "y"), 3, "Did you mean 'group:east-river'?"),
    (correction("person:甲|post:济南市市长|2016-03-08", "to", "2017"), 3, CHAIR),
    (correction("div:370112:历城区", "name", "x"), 3, "docs/divisions.md"),
    (correction(GROUP, "nmae", "x"), 4, "Did you mean 'name'?"),
    (correction(GROUP, "uid", "group:x"), 4, "has no property 'uid'"),
    (correction(GROUP, "seats", []), 4, "has no property 'seats'"),
    (correction(GROUP, "name", None), 5, "`name`"),
    (correction(GROUP, "from", "soon"), 5, "'soon' is not a date"),
    (correction(GROUP, "to", "2016-01-01"), 5, "It ends (2016-01-01) before it starts"),
    (correction(GROUP, "leadership", "duo"), 5, "Choose one of single"),
    (correction(GROUP, "place", "999999"), 5, "Unknown division '999999'"),
    (correction(CHAIR, "post", "post:济南市市张"), 5, "Did you mean 'post:济南市市长'"),
    (correction(CHAIR, "presided", True), 5, "Who presided"),
    (correction("X2", "url", "javascript:alert(1)"), 5, "not a web address"),
    (correction(GROUP, "name", "x", source=None), 6, "Say where the value was read"),
    (correction(GROUP, "name", "x", source={"number": "1号"}), 6, "Say where the value was read"),
    (correction(GROUP, "name", "x", source="X3"), 6, "No source of the data is called 'X3'"),
    (correction(GROUP, "name", "x", source={**NEW, "read": "2020"}), 6, "has no field 'read'"),
    (correction(GROUP, "name", "x", who=...), 3, "`who` is missing"),
    (correction(GROUP, "name", "x", when="2026-11"), 8, "Write one day"),
    (correction(GROUP, "name", "x", why="z"), 9, "has no field 'why'"),
)  # fmt: skip
"""Corrections that are refused, the line of the file at which, and what is said."""


def refused(files: tuple[Path, ...], *overlays: Path) -> list[str]:
    with pytest.raises(InvalidData) as told:
        read(files, *overlays)
    return list(told.value.problems)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    return shipped(tmp_path / "shipped", monkeypatch)


def test_right_corrections_change_what_is_meant(files: tuple[Path, ...], tmp_path: Path) -> None:
    data = read(files, overlay(tmp_path / "fix.yaml", *RIGHT))
    group, (chair, member, unit) = data.groups[0], data.seats
    assert (group.name, group.period.end_edtf) == ("东河综合治理领导小组", "2020-05")
    assert group.name_en == "East River: leading group" and group.vacancy_stated
    assert (chair.period.start_edtf, chair.title) == ("2016-03-09", "代市长")
    assert (member.executive, member.sources, unit.unit) == (True, ("X2",), "div:370113:长清区")
    assert next(post.rank for post in data.posts if post.uid == "post:东河专员") == 5
    assert next(one.note for one in data.persons if one.uid == "person:乙") is not None
    stated = next(one for one in data.tenures if one.person == "person:乙")
    assert stated.period.start_edtf == "[..2014-12-31]"
    assert data.sources["X2"].date == "2018-05-21"
    new = next(uid for uid in data.sources if uid.startswith("O"))
    assert group.sources == ("X1", "X2", new), "the source of a correction stands with the entry"
    source = data.sources[new]
    assert (source.title, source.kind, source.date) == (
        "某公报 某发〔2020〕1号",
        "gov_doc",
        "2020-06-01",
    )
    assert source.read == "2026-11-28"


def test_without_its_file_the_shipped_value_is_back(
    files: tuple[Path, ...], tmp_path: Path
) -> None:
    path, before = overlay(tmp_path / "fix.yaml", *RIGHT), read_groups(files)
    assert read(files, path) != before
    path.unlink()
    assert read_groups(files, overlays=Overlays(())) == before


@pytest.mark.parametrize(("one", "line", "says"), WRONG)
def test_a_fault_is_told_at_its_place(
    one: dict[str, object], line: int, says: str, files: tuple[Path, ...], tmp_path: Path
) -> None:
    path = overlay(tmp_path / "fix.yaml", one)
    (told,) = refused(files, path)
    assert told.startswith(f"{path}:{line}:") and says in told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The file is empty"),
        ("form: lsgraph/patch/1\n", ":1:7: Begin the file with `form: lsgraph/overlay/1`."),
        ("form: lsgraph/overlay/1\n", "holds no list `corrections`"),
        ("form: lsgraph/overlay/1\ncorrections: []\nfix: 1\n", ":3:6: Unknown section 'fix'"),
        ("form: lsgraph/overlay/1\ncorrections:\n- 7\n", ":3:3: A correction is a mapping"),
    ],
)
def test_what_is_no_overlay_is_refused(
    text: str, says: str, files: tuple[Path, ...], tmp_path: Path
) -> None:
    (tmp_path / "fix.yaml").write_text(text, encoding="utf-8")
    assert any(says in told for told in refused(files, tmp_path / "fix.yaml"))


def test_one_property_corrected_twice_is_refused_in_one_file_and_in_two(
    files: tuple[Path, ...], tmp_path: Path
) -> None:
    one, other = correction(GROUP, "name", "甲河"), correction(GROUP, "name", "乙河")
    (told,) = refused(files, overlay(tmp_path / "a.yaml", one, other))
    assert "is corrected twice" in told and "makes it 甲河" in told and "--remove" in told
    paths = [overlay(tmp_path / "b.yaml", one), overlay(tmp_path / "c.yaml", other)]
    (told,) = refused(files, *paths)
    assert told.startswith(str(paths[1])) and str(paths[0]) in told
    moved = correction(MOVED, "from", "2016-03-10")
    (told,) = refused(files, overlay(tmp_path / "d.yaml", RIGHT[4], moved))
    assert "is corrected twice" in told, "the seat has another uid by then"


def test_a_thing_that_is_shipped_but_not_loaded_is_passed_over(
    files: tuple[Path, ...], tmp_path: Path
) -> None:
    path = overlay(tmp_path / "fix.yaml", correction("group:wide", "name", "x"), RIGHT[0])
    data = read_groups(files, overlays=Overlays((path,), lambda uid: uid == "group:wide"))
    assert data.groups[0].name == "东河综合治理领导小组"


@settings(deadline=None, max_examples=40)
@given(chosen=st.lists(st.sampled_from((*RIGHT, *(one for one, _, _ in WRONG))), max_size=6))
def test_corrections_are_laid_over_all_or_none(
    chosen: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patched:
        files = shipped(folder / "shipped", patched)
    path = overlay(folder / "fix.yaml", *chosen) if chosen else None
    named = [(one["thing"], one["property"]) for one in chosen]
    right = all(one in RIGHT for one in chosen) and len(set(named)) == len(named)
    if not right or (RIGHT[5] in chosen and RIGHT[4] not in chosen):
        assert path is not None
        assert all(line.startswith(f"{path}:") for line in refused(files, path))
    else:
        data = read(files, *([path] if path else []))
        assert (data.groups[0].name == "东河综合治理领导小组") == (RIGHT[0] in chosen)
        assert data.seats[1].executive == (RIGHT[6] in chosen)


def test_a_correction_is_written_listed_and_taken_back(
    files: tuple[Path, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "overlays"
    fields = correction(CHAIR.rpartition("|")[0], "to", "2017年1月", source=NEW, note="see 2")
    shown = write_overlay(folder, fields, dry_run=True)
    assert (shown.before, shown.entry.value, folder.exists()) == (None, "2017-01", False)
    kept = write_overlay(folder, fields)
    (one,) = listed(folder)
    assert one.entry == kept.entry and one.entry.thing == CHAIR, "the uid in full"
    path = overlay_file(folder, kept.name)
    assert read(files, path).seats[0].period.end_edtf == "2017-01"
    assert fingerprint(Overlays((path,))) != fingerprint(Overlays(()))
    path.unlink()
    with pytest.raises(UnknownName):
        overlay_file(folder, kept.name)
    with pytest.raises(UnknownName):
        overlay_file(folder, "../shipped/1_groups")
    assert listed(folder) == []


@pytest.mark.parametrize(
    ("fields", "says"),
    [*((one, says) for one, _, says in WRONG if ... not in one.values()),
     (correction(GROUP, "name", "东河治理领导小组"), "nothing changes")],
)  # fmt: skip
def test_a_wrong_correction_is_not_written(
    fields: dict[str, object], says: str, files: tuple[Path, ...], tmp_path: Path
) -> None:
    with pytest.raises(Rejected) as told:
        write_overlay(tmp_path / "overlays", fields)
    assert says in str(told.value) and not (tmp_path / "overlays").exists()


def test_the_second_correction_of_a_value_is_told_of_the_first(
    files: tuple[Path, ...], tmp_path: Path
) -> None:
    first = write_overlay(tmp_path, correction(GROUP, "name", "甲河"))
    with pytest.raises(Rejected, match="makes it 甲河") as told:
        write_overlay(tmp_path, correction(GROUP, "name", "乙河", when="2026-11-29"))
    assert first.name in str(told.value)
    (tmp_path / "broken.yaml").write_text("form: x\n", encoding="utf-8")
    with pytest.raises(InvalidData, match=r"broken\.yaml:1"):
        write_overlay(tmp_path, correction(GROUP, "name_en", "East"))


def test_the_command_shows_writes_lists_and_removes(
    files: tuple[Path, ...], tmp_path: Path
) -> None:
    home = {"LSGRAPH_HOME": str(tmp_path)}
    assert "Name what is corrected" in invoke("correct", **home).err
    values = invoke("correct", CHAIR, "--format", "csv", **home)
    assert "role,chair" in values.out and 'from,"""2016-03-08"""' in values.out
    words = ("correct", MEMBER, "source", "X1", "--source", "X2", "--format", "csv")
    assert "Say who corrects it" in invoke(*words, **home).err
    shown = invoke(*words, "--who", "丙", "--dry-run", **home)
    assert shown.code == 0 and f'{MEMBER},source,"[X1, X2]",X1,X2,丙' in shown.out
    assert "Nothing was written" in shown.err and not (tmp_path / "overlays").exists()
    written = invoke(*words, "--who", "丙", **home)
    (path,) = (tmp_path / "overlays").glob("*.yaml")
    assert written.code == 0 and str(path) in written.err.replace("\n", "")
    told = invoke("correct", "--list", "--format", "csv", **home)
    assert f"{path.stem},{MEMBER},source,X1,X2,丙" in told.out
    wrong = invoke("correct", "--remove", "nothing", **home)
    assert wrong.code == 1 and path.exists()
    assert invoke("correct", "--remove", path.stem, **home).code == 0
    assert not path.exists()


def test_the_example_of_the_manual_corrects_the_example_of_the_form(tmp_path: Path) -> None:
    for name in ("data.md", "corrections.md"):
        found = re.search(r"```yaml\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL)
        assert found is not None
        (tmp_path / name).write_text(found[1], encoding="utf-8")
    data = read((tmp_path / "data.md",), tmp_path / "corrections.md")
    assert data.groups[0].name_en == "East River Leading Group"
    (second,) = [seat for seat in data.seats if seat.person == "person:乙"]
    assert second.period.start_edtf == "2017-02-06" and len(second.sources) == 2
