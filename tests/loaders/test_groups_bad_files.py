"""Every bad file is refused with the place of each fault and, where there is one, a suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.core.errors import InvalidData
from loaders.groups.read import read_groups
from tests.loaders.groups_for_tests import HEAD, divisions

BAD = Path(__file__).parent / "bad"

EXPECTED: dict[str, list[tuple[str, str]]] = {
    "empty": [("", "The file is empty")],
    "only_comments": [("", "The file is empty")],
    "not_a_mapping": [("1:1", "not a mapping")],
    "broken_yaml": [("7:7", "This is not YAML")],
    "wrong_form": [("1:7", "This version reads `form: lsgraph/groups/1`")],
    "no_form": [("1:1", "It has no `form`")],
    "duplicate_key": [("13:3", "The key 'kind' stands twice")],
    "duplicate_source": [("4:3", "The key 'B1' stands twice")],
    "unknown_section": [("4:1", "Did you mean 'groups'?")],
    "unknown_field": [("13:3", "Did you mean 'notes'?"), ("14:16", "Did you mean 'leadership'?")],
    "unknown_role": [("19:12", "Did you mean 'chair'?")],
    "unknown_mode": [("5:57", "Did you mean 'HEAD'?"), ("5:72", "Did you mean 'government'?")],
    "unknown_post": [("19:25", "Did you mean 'post:济南市市长'?")],
    "unknown_person": [("10:12", "Did you mean 'person:乙' or 'person:甲'?")],
    "unknown_code": [("14:26", "Did you mean '371200 莱芜市'"), ("15:26", "'371200 莱芜市'?")],
    "unknown_agency": [("7:68", "Did you mean 'agency:水利局'?")],
    "unknown_group": [("13:18", "Did you mean 'group:bad'?"), ("14:20", "No document is called")],
    "dead_unit": [("14:26", "莱芜市 from 1992-11-22 to 2018-12-26")],
    "dead_post": [("17:26", "'371200' does not exist on 2019-03-01")],
    "malformed_date": [
        ("14:42", "'2018-02-30' is not a date"),
        ("15:42", "'2018/13' is not a date"),
        ("16:42", "'..' is not a date"),
    ],
    "end_before_start": [("12:7", "It ends (2014-05-01) before it starts (2015)")],
    "no_source": [
        ("10:3", "This group has no source"),
        ("18:5", "This seat has no source"),
        ("19:36", "This seat has no source"),
        ("21:48", "This tenure has no source"),
    ],
    "undefined_source": [("14:36", "No source is called 'B12'. Did you mean 'B1'?")],
    "duplicate_uid": [
        ("6:3", "'person:甲' stands twice"),
        ("16:3", "'group:bad' stands twice"),
    ],
    "seat_outside_life": [
        ("15:42", "starts (2014-12-01) before the group (2015-03-01)"),
        ("16:42", "starts after the group has ended"),
        ("17:52", "ends (2018-01-01) after the group"),
    ],
    "post_without_unit": [("5:3", "The field `unit` is missing")],
    "seat_of_two": [
        ("19:5", "a post or a unit, not both"),
        ("20:5", "needs a post, a unit, a person or a title"),
    ],
    "bad_uid": [("5:9", "'韩正' is not a uid of a person"), ("7:9", "is not a uid of a unit")],
    "bad_rank": [("5:56", "less than or equal to 10"), ("6:56", "valid integer")],
    "wrong_name_of_code": [("13:10", "Did you mean '371200 莱芜市'?")],
    "a_seat_in_words": [("14:5", "A seat is a mapping of fields"), ("15:11", "is not a list")],
    "many_at_once": [
        ("19:12", "Unknown role 'chari'"),
        ("20:26", "Unknown division '371299'"),
        ("20:44", "No source is called 'B2'"),
        ("20:60", "Unknown confidence 'sure'"),
        ("21:26", "'371200' does not exist on 2020-01-01"),
        ("21:56", "No source is called 'B9'"),
    ],
}


def problems_of(path: Path) -> list[str]:
    with pytest.raises(InvalidData) as caught:
        read_groups([path], divisions())
    return list(caught.value.problems)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_fault_has_its_place_and_its_remedy(name: str) -> None:
    path = BAD / f"{name}.yaml"
    found = problems_of(path)
    assert len(found) == len(EXPECTED[name]), found
    for problem, (place, text) in zip(found, EXPECTED[name], strict=True):
        start = f"{path}:{place}: " if place else f"{path}: "
        assert problem.startswith(start), problem
        assert text in problem


def test_every_bad_file_is_expected() -> None:
    assert {path.stem for path in BAD.glob("*.yaml")} == set(EXPECTED)


def test_all_files_are_reported_at_once() -> None:
    paths = [BAD / "unknown_role.yaml", BAD / "bad_rank.yaml", BAD / "empty.yaml"]
    with pytest.raises(InvalidData) as caught:
        read_groups(paths, divisions())
    assert len(caught.value.problems) == 4
    assert all(path.name in str(caught.value) for path in paths)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(b"form: \xff\xff\xff")
    (problem,) = problems_of(path)
    assert problem.startswith(
        f"{path}:1:1: This is neither UTF-8 nor clearly GBK. Save it as UTF-8"
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / "none.yaml")
    assert problem.startswith(str(tmp_path / "none.yaml")) and "cannot be read" in problem


def test_two_files_that_disagree_about_a_person(tmp_path: Path) -> None:
    one, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    one.write_text(HEAD + "persons:\n- {uid: person:甲, name: 甲}\n", encoding="utf-8")
    other.write_text(HEAD + "persons:\n- {uid: person:甲, name: 甲乙}\n", encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        read_groups([one, other], divisions())
    (problem,) = caught.value.problems
    assert problem.startswith(f"{other}:5:3: ") and f"{one}:5:3 with other content" in problem


def test_two_files_that_say_the_same_make_one_row(tmp_path: Path) -> None:
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in paths:
        path.write_text(HEAD + "persons:\n- {uid: person:甲, name: 甲}\n", encoding="utf-8")
    data = read_groups(paths, divisions())
    assert [row.uid for row in data.persons] == ["person:甲"]
    assert list(data.sources) == ["T1"]
