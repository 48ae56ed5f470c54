"""Patches: what is wrong is told at its place, and what is right changes the lines that are meant."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.core.errors import InputError, InvalidData
from graph.core.language import speaking
from loaders.corrections.plan import plan
from loaders.corrections.truth import Truth, own_truth
from loaders.corrections.write import replace_all, write
from loaders.groups.read import read_groups
from tests.cli.conftest import invoke
from tests.corrections.files import (
    CHAIR,
    GROUP,
    MEMBER,
    NEW,
    TENURE,
    UNIT,
    applied,
    change,
    folder,
    held,
    patch,
)

RIGHT = (
    change(GROUP, "name", "东河治理领导小组", "东河综合治理领导小组"),
    change(GROUP, "to", None, "2020-05", source=NEW),
    change(GROUP, "name_en", None, "East River: leading group"),
    change(GROUP, "vacancy_stated", False, True),
    change(CHAIR, "from", "2016-03-08", "2016-03-09"),
    change(CHAIR, "to", None, "2017-01-01", source=NEW),
    change(MEMBER, "title", "副市长", "常务副市长"),
    change(MEMBER, "executive", False, True),
    change(MEMBER, "source", ["X1", "X2"], "X2"),
    change(UNIT, "unit", "370112", "370113"),
    change("person:乙", "note", None, "not the other 乙: see X1"),
    change("post:东河专员", "rank", None, 5),
    change(TENURE, "from", 2015, "[..2014-12-31]"),
    change("X2", "date", "2018-05-20", "2018-05-21"),
)
WRONG = (
    (change("group:east-rivre", "name", "x", "y"), 4, "Did you mean 'group:east-river'?"),
    (change("person:甲|post:济南市市长|2016-03-08", "to", None, "2017"), 4, CHAIR),
    (change(f"post:济南市|{GROUP}", "role", "chair", "member"), 4, "Nothing has the uid"),
    (change("div:370112:历城区", "name", "历城区", "x"), 4, "docs/divisions.md"),
    (change(GROUP, "nmae", "东河治理领导小组", "x"), 5, "Did you mean 'name'?"),
    (change(GROUP, "uid", GROUP, "group:x"), 5, "has no property 'uid'"),
    (change(GROUP, "seats", [], []), 5, "has no property 'seats'"),
    (change(GROUP, "name", "西河", "x"), 6, "is 东河治理领导小组 now, not 西河"),
    (change(GROUP, "name", "东河治理领导小组", None), 7, "`name`"),
    (change(GROUP, "from", "2016-03-08", "soon"), 7, "'soon' is not a date"),
    (change(GROUP, "to", None, "2016-01-01"), 7, "It ends (2016-01-01) before it starts"),
    (change(GROUP, "leadership", "single", "duo"), 7, "Choose one of single"),
    (change(GROUP, "place", "370100", "999999"), 7, "Unknown division '999999'"),
    (change(GROUP, "name", "东河治理领导小组", "东河治理领导小组"), 7, "nothing changes"),
    (change(CHAIR, "post", "post:济南市市长", "post:济南市市张"), 7, "Did you mean 'post:济南市市长'"),
    (change(CHAIR, "presided", False, True), 7, "Who presided"),
    (change("X2", "url", "https://www.example.org/1", "javascript:alert(1)"), 7, "not a web address"),
    (change(GROUP, "name", "东河治理领导小组", "x", source=None), 8, "has no source"),
    (change(GROUP, "name", "东河治理领导小组", "x", source="X3"), 8, "No source is called 'X3'"),
    (change(GROUP, "name", "东河治理领导小组", "x", source={"uid": "N"} | {"title": "t"}), 8, "`read`"),
    (change(GROUP, "name", "东河治理领导小组", "x", source={**NEW, "uid": "X1"}), 8, "another source"),
    (change(GROUP, "name", "东河治理领导小组", "x", reason=""), 9, "has no reason"),
    (change(GROUP, "name", "东河治理领导小组", "x", by=None), 10, "names nobody"),
    (change(GROUP, "name", "东河治理领导小组", "x", on="2026-11"), 11, "Write one day"),
    (change(GROUP, "name", "东河治理领导小组", "x", why="z"), 12, "has no field 'why'"),
)  # fmt: skip
"""Changes that are refused, the line of the patch at which, and what is said."""


def refused(truth: Truth, *patches: Path) -> list[str]:
    before = held(truth.root)
    with pytest.raises(InvalidData) as told:
        applied(truth, *patches)
    assert held(truth.root) == before, "nothing is written"
    return list(told.value.problems)


@pytest.mark.parametrize(("one", "line", "says"), WRONG)
def test_a_fault_is_told_at_its_place(
    one: dict[str, object], line: int, says: str, tmp_path: Path
) -> None:
    path = patch(tmp_path / "fix.yaml", one)
    (told,) = refused(folder(tmp_path / "mine"), path)
    assert told.startswith(f"{path}:{line}:") and says in told


def test_every_fault_of_every_patch_is_told_at_once(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    several = [one for one, _, says in WRONG if says != "nothing changes"]
    paths = [patch(tmp_path / f"{n}.yaml", one) for n, one in enumerate(several)]
    told = refused(truth, *paths, patch(tmp_path / "right.yaml", RIGHT[0]))
    assert {line.split(":")[0] for line in told} >= set(map(str, paths))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The file is empty"),
        ("form: lsgraph/groups/1\n", ":1:7: Begin the patch with `form: lsgraph/patch/1`."),
        ("form: lsgraph/patch/1\n", "holds no list `changes`"),
        (
            "form: lsgraph/patch/1\nchanges: []\nchange: 1\n",
            ":3:9: A patch has no section 'change'",
        ),
        ("form: lsgraph/patch/1\nchanges:\n- 7\n", ":3:3: A change is a mapping"),
        ("form: lsgraph/patch/1\nchanges:\n- {uid: &a x}\n", "Anchors"),
        ("form: lsgraph/patch/1\nchanges: [\n", "This is not YAML"),
    ],
)
def test_what_is_no_patch_is_refused(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "fix.yaml"
    path.write_text(text, encoding="utf-8")
    assert any(says in told for told in refused(folder(tmp_path / "mine"), path))


def test_one_property_changed_twice_is_refused_in_one_patch_and_in_two(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    one = change(GROUP, "name", "东河治理领导小组", "甲河", by="丁")
    other = change(GROUP, "name", "东河治理领导小组", "乙河")
    (told,) = refused(truth, patch(tmp_path / "a.yaml", one, other))
    assert "is changed twice" in told and "makes it 甲河" in told
    paths = [patch(tmp_path / "b.yaml", one), patch(tmp_path / "c.yaml", other)]
    (told,) = refused(truth, *paths)
    assert told.startswith(str(paths[1])) and str(paths[0]) in told


def test_the_second_who_corrects_a_fact_is_told_who_was_first(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    applied(
        truth,
        patch(tmp_path / "a.yaml", change(GROUP, "name", "东河治理领导小组", "甲河", by="丁")),
    )
    second = patch(tmp_path / "b.yaml", change(GROUP, "name", "东河治理领导小组", "乙河"))
    (told,) = refused(truth, second)
    assert (
        "丁 changed its name on 2026-11-28 from 东河治理领导小组 to 甲河: The gazette has it."
        in told
    )
    with speaking("zh"):
        (told,) = refused(truth, second)
    assert "丁 于 2026-11-28 将其 name 由 东河治理领导小组 改为 甲河" in told


def test_a_seat_that_another_gave_a_new_start_is_told_with_its_new_uid(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    applied(truth, patch(tmp_path / "a.yaml", RIGHT[4]))
    second = change(CHAIR, "from", "2016-03-08", "2016-03-10")
    (told,) = refused(truth, patch(tmp_path / "b.yaml", second))
    assert '丙 changed its from on 2026-11-28 from "2016-03-08" to "2016-03-09"' in told
    assert f"Did you mean '{CHAIR.replace('03-08', '03-09')}'" in told


def test_two_who_write_at_once_do_not_undo_each_other(tmp_path: Path) -> None:
    truth, start = folder(tmp_path / "mine"), Barrier(2)
    paths = [patch(tmp_path / f"{n}.yaml", RIGHT[n]) for n in (0, 6)]

    def one(path: Path) -> None:
        start.wait()
        applied(truth, path)

    threads = [Thread(target=one, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    known = truth.read()
    assert known.by_uid[GROUP].value("name") == "东河综合治理领导小组"
    assert known.by_uid[MEMBER].value("title") == "常务副市长"
    assert len(truth.history()) == 2


def test_only_the_lines_that_are_meant_change(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    before = held(truth.root)
    done = applied(truth, patch(tmp_path / "fix.yaml", *RIGHT))
    assert len(done.made) == len(RIGHT)
    for name, text in before.items():
        old, new = text.decode().splitlines(), (truth.root / name).read_text("utf-8").splitlines()
        comments = [line[line.index("#") :] for line in old if "#" in line]
        assert [c for c in comments if c not in "\n".join(new)] == []
        assert len(set(old) - set(new)) <= 15
    data = read_groups(truth.files)
    group, (chair, member, unit) = data.groups[0], data.seats
    assert (group.name, group.period.end_edtf) == ("东河综合治理领导小组", "2020-05")
    assert group.sources == ("X1", "X2", "N1"), "the sources of the changes stand with the entry"
    assert chair.period.start_edtf == "2016-03-09" and chair.period.end_edtf == "2017-01-01"
    assert (member.title, member.executive, member.sources) == ("常务副市长", True, ("X2",))
    assert unit.unit == "div:370113:长清区" and data.sources["N1"].title == "某公报"
    assert next(post.rank for post in data.posts if post.uid == "post:东河专员") == 5


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_stay(newline: str, tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    for path in truth.files:
        path.write_text(path.read_text("utf-8"), encoding="utf-8", newline=newline)
    applied(truth, patch(tmp_path / "fix.yaml", *RIGHT))
    for path in truth.files:
        data = path.read_bytes()
        assert data.count(b"\r\n") == (data.count(b"\n") if newline == "\r\n" else 0)


def test_a_file_in_another_encoding_is_written_as_utf_8(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    for path in truth.files:
        path.write_text(path.read_text("utf-8"), encoding="gb18030")
    applied(truth, patch(tmp_path / "fix.yaml", RIGHT[0], RIGHT[10]))
    assert "东河综合治理领导小组  # as printed" in truth.files[1].read_text("utf-8")


@settings(deadline=None, max_examples=60)
@given(
    chosen=st.lists(
        st.sampled_from((*RIGHT, *(one for one, _, _ in WRONG))), min_size=1, max_size=8
    )
)
def test_a_patch_is_applied_whole_or_not_at_all(
    chosen: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("own")
    truth = folder(path / "mine")
    before = held(truth.root)
    fix = patch(path / "fix.yaml", *chosen)
    named = [(one["uid"], one["property"]) for one in chosen]
    right = all(one in RIGHT for one in chosen) and len(set(named)) == len(named)
    if not right:
        with pytest.raises(InvalidData) as told:
            applied(truth, fix)
        assert held(truth.root) == before
        assert all(f"{fix}:" in line for line in told.value.problems)
        return
    done = applied(truth, fix)
    known = truth.read()
    for one in done.made:
        spot = one.thing.spots[0]
        now = next(t for t in known.by_uid.values() if t.spots[0].steps == spot.steps
                   and t.spots[0].file.path == spot.file.path)  # fmt: skip
        assert now.value(one.property) == one.after
    assert [old.entry.by for old in truth.history()] == ["丙"] * len(chosen)


def test_a_file_that_cannot_be_replaced_leaves_all_as_they_were(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    before = held(truth.root)
    blocked = truth.root / "a_folder"
    (blocked / "inside").mkdir(parents=True)
    with pytest.raises(InputError):
        replace_all({**dict.fromkeys(truth.files, "changed"), blocked: "x"})
    with pytest.raises(InputError):
        replace_all({blocked: "x", **dict.fromkeys(truth.files, "changed")})
    assert held(truth.root) == before


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    found = plan([patch(tmp_path / "fix.yaml", *RIGHT)], truth)
    path = truth.files[1]
    path.write_text(path.read_text("utf-8") + "# meanwhile\n", encoding="utf-8")
    before = held(truth.root)
    with pytest.raises(InputError, match="changed meanwhile"):
        write(found)
    assert held(truth.root) == before


def test_a_workbook_is_corrected_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    assert invoke("template", "-o", str(path)).code == 0
    with pytest.raises(InputError, match="correct its cell"):
        own_truth([path])


def test_the_command_shows_then_writes(tmp_path: Path) -> None:
    truth = folder(tmp_path / "mine")
    fix, before = patch(tmp_path / "fix.yaml", *RIGHT), held(truth.root)
    asked = ("data", "apply", str(fix), "--files", str(truth.root))
    shown = invoke(*asked, "--format", "csv", "-o", str(tmp_path / "copies"))
    assert shown.code == 0 and "Nothing was written into the files" in shown.err
    assert f"{GROUP},name,东河治理领导小组,东河综合治理领导小组,X2,丙," in shown.out
    assert held(truth.root) == before
    assert invoke(*asked, "--write").code == 0
    for path in truth.files:
        assert (
            (tmp_path / "copies" / path.name).read_bytes() == path.read_bytes() != before[path.name]
        )
