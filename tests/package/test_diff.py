"""Two releases of the data compared: the earlier one and the changes give the later one, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.core.errors import InputError
from loaders.groups.read import read_everything
from loaders.package.changelog import changelog, summary
from loaders.package.diff import (
    Change,
    Release,
    Sheet,
    compared,
    csv_text,
    diff_text,
    patched,
    read_diff,
    read_release,
)
from loaders.package.write import write_package

OLD: Release = {
    "groups": Sheet(
        ("uid", "name", "place"),
        {
            "group:a": {"uid": "group:a", "name": "甲小组", "place": "div:1"},
            "group:b": {"uid": "group:b", "name": "乙小组", "place": ""},
        },
    ),
    "persons": Sheet(("uid", "name"), {"person:李@1": {"uid": "person:李@1", "name": "李"}}),
    "seats": Sheet(("key", "who"), {"person:李@1|g": {"key": "person:李@1|g", "who": "person:李@1"}}),
    "gone": Sheet(("key",), {"1": {"key": "1"}}),
}  # fmt: skip
NEW: Release = {
    "groups": Sheet(
        ("uid", "name", "field"),
        {
            "group:a": {"uid": "group:a", "name": "甲, \"小\"\n组", "field": "water"},
            "group:c": {"uid": "group:c", "name": "丙小组", "field": ""},
        },
    ),
    "moved": Sheet(("old", "new"), {"person:李@1": {"old": "person:李@1", "new": "person:李"}}),
    "persons": Sheet(("uid", "name"), {"person:李": {"uid": "person:李", "name": "李"}}),
    "seats": Sheet(("key", "who"), {"person:李|g": {"key": "person:李|g", "who": "person:李"}}),
}  # fmt: skip

texts = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=6)
columns = st.lists(st.sampled_from("abcde"), unique=True, max_size=4).map(lambda c: ("key", *c))
names = st.sampled_from(["groups", "seats", "moved"])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A table with any columns and cells."""
    head = draw(columns)
    keys = sorted(draw(st.sets(texts.filter(bool), max_size=5)))
    return Sheet(head, {key: {"key": key, **{c: draw(texts) for c in head[1:]}} for key in keys})


releases = st.dictionaries(names, sheets(), max_size=3)


def written(release: Release, folder: Path) -> Path:
    """The release in a folder, as a package has it."""
    (folder / "csv").mkdir(parents=True)
    for name, sheet in release.items():
        (folder / "csv" / f"{name}.csv").write_text(csv_text(sheet), encoding="utf-8", newline="")
    return folder


@given(releases, releases)
def test_the_changes_lead_from_any_release_to_any_other(old: Release, new: Release) -> None:
    assert patched(old, compared(old, new)) == new
    assert compared(old, old) == []


def test_each_kind_of_change_is_told() -> None:
    changes = compared(OLD, NEW)
    assert {change.change for change in changes} == {
        "columns",
        "removed",
        "moved",
        "added",
        "changed",
    }
    moved = [change for change in changes if change.change == "moved"]
    assert [(change.table, change.old, change.new) for change in moved] == [
        ("persons", "person:李@1", "person:李"), ("seats", "person:李@1|g", "person:李|g")
    ]  # fmt: skip
    assert Change("groups", "group:a", "changed", "place", "div:1", "") in changes
    assert patched(OLD, changes) == NEW


def test_the_summary_counts_rows() -> None:
    rows: Mapping[object, Mapping[str, object]] = {
        row["table"]: row for row in summary(OLD, NEW, compared(OLD, NEW))
    }
    told = ("groups", 2, 2, 1, 1, 0, 1)
    assert tuple(rows["groups"].values()) == told
    assert rows["persons"]["moved"] == 1 and rows["persons"]["changed"] == 0
    assert rows["gone"]["rows_after"] == 0 and rows["gone"]["removed"] == 1
    text = changelog(OLD, NEW, compared(OLD, NEW))
    assert (
        "* Groups added: 丙小组 (group:c)." in text
        and "* Groups removed: 乙小组 (group:b)." in text
    )


def test_a_diff_file_leads_from_the_shipped_data_to_a_corrected_one(tmp_path: Path) -> None:
    write_package(read_everything(), tmp_path / "old")
    old = read_release(tmp_path / "old")
    groups = dict(old["groups"].rows)
    groups["group:bth-air-lsg"] = {**groups["group:bth-air-lsg"], "name_en": 'Another, "name"'}
    del groups["group:jiaodong"]
    new = {**old, "groups": Sheet(old["groups"].columns, groups)}
    folder = written(new, tmp_path / "new")
    (tmp_path / "diff.csv").write_text(
        diff_text(compared(old, read_release(folder))), encoding="utf-8", newline=""
    )
    made = patched(old, read_diff(tmp_path / "diff.csv"))
    for path in (folder / "csv").iterdir():
        assert csv_text(made[path.stem]).encode() == path.read_bytes()
    for path in (tmp_path / "old" / "csv").iterdir():
        assert csv_text(old[path.stem]).encode() == path.read_bytes()


def test_a_diff_of_another_release_is_refused() -> None:
    with pytest.raises(InputError, match="the diff expects 'div:1', the release has ''"):
        patched(NEW, [Change("groups", "group:a", "changed", "place", "div:1", "")])
    with pytest.raises(InputError, match="Give the release that the diff begins with"):
        patched(NEW, [Change("persons", "", "moved", "", "person:李@1", "person:李")])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\r\n甲\r\n", "a table needs a column uid or key or old"),
        ("uid,name\r\nb,1\r\na,2\r\n", "in order, each value once"),
        ("uid,name\r\na,1\r\na,2\r\n", "in order, each value once"),
        ("uid,name\r\na\r\n", "line 2"),
    ],
)
def test_a_table_that_can_not_be_compared_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "groups.csv").write_text(text, encoding="utf-8", newline="")
    with pytest.raises(InputError, match=rf"groups\.csv.*{said}"):
        read_release(tmp_path)


def test_a_folder_without_a_release_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no release of the data"):
        read_release(tmp_path)
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match="is no diff"):
        read_diff(tmp_path / "x.csv")
