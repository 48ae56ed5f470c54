"""The guard: each kind of find is found in a file made to hold it, and nothing shipped is new."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.main import app
from graph.core.errors import InputError
from graph.core.language import speaking
from loaders.groups.read import read_everything, read_groups
from loaders.quality.finds import FINDERS, Find, finds
from loaders.quality.known import judged, known_cases, told
from loaders.quality.report import report
from tests.english import english

ODD = Path(__file__).parent / "files" / "odd_cases.yaml"
"""A file with one case, or two, of each kind."""
KEYS = [
    ("early_seat", "group:odd"),
    ("presiding_chair", "group:odd"),
    ("host_member", "group:odd"),
    ("twice", "group:odd + group:odd-2"),
    ("twice", "agency:510700:绵阳市发展改革委 + agency:510700:绵阳市发展和改革委员会"),
    ("several_chairs", "group:odd"),
    ("dead_body", "agency:石油工业部"),
    ("dead_body", "agency:电力工业部"),
    ("long_over", "group:odd-3"),
    ("partial_roster", "group:odd"),
    ("partial_roster", "group:odd-2"),
    ("one_person", "person:乙 + person:乙@2"),
]


@cache
def shipped() -> tuple[Find, ...]:
    """The finds of core and dataset."""
    return tuple(finds(read_everything()))


def test_each_kind_is_found_and_keeps_its_key() -> None:
    found = finds(read_groups([ODD]))
    assert [find.key for find in found] == KEYS
    assert {find.kind for find in found} == set(FINDERS)


def test_what_is_found_in_the_shipped_data_is_listed_and_nothing_else_is() -> None:
    result = judged(shipped(), known_cases())
    assert (list(told(result)), bool(result.held)) == ([], True)


def test_every_known_case_has_a_reason() -> None:
    assert all(len(why) > 20 for why in known_cases().values())


def test_a_case_that_is_gone_is_told() -> None:
    result = judged([], {("twice", "a + b"): "two bodies"})
    assert [text.en for text in told(result)] == [
        "Not found any more: twice a + b. Remove its line from the list of known cases."
    ]


def test_the_report_is_chinese_where_chinese_is_spoken() -> None:
    with speaking("zh"):
        data = read_groups([ODD])
        text = report(data, judged(finds(data), {("twice", "a + b"): "two bodies"}))
    assert text.startswith("# 小组数据的质量\n") and "新发现：dead_body agency:石油工业部" in text
    assert "不再出现：twice a + b。" in text and "| 90 年代" not in text
    assert not english(text)


def own_list(path: Path, *keys: tuple[str, str]) -> Path:
    """A list of known cases of one's own."""
    rows = [f"- {{kind: {kind}, why: tried, uids: ['{uid}']}}" for kind, uid in keys]
    path.write_text("\n".join(["known:", *rows]), encoding="utf-8")
    return path


def test_what_a_file_of_ones_own_brings_is_new_until_it_is_listed(tmp_path: Path) -> None:
    report = tmp_path / "quality.md"
    done = CliRunner().invoke(app, ["data", "check", str(ODD), "-o", str(report)])
    assert done.exit_code == 1
    assert "New: dead_body agency:石油工业部" in done.output
    assert f"Error: {len(KEYS)} new finds." in done.output
    assert "New: host_member group:odd:" in report.read_text(encoding="utf-8")
    listed = own_list(tmp_path / "known.yaml", *KEYS)
    again = CliRunner().invoke(
        app, ["data", "check", str(ODD), "--known", str(listed), "-o", str(tmp_path / "q.md")]
    )
    assert (again.exit_code, "new finds" in again.output) == (0, False)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ([("twins", "a")], "Unknown kind 'twins'. Choose one of early_seat"),
        ([("twice", "a"), ("twice", "a")], "twice a is listed twice"),
    ],
)
def test_a_faulty_list_is_refused(tmp_path: Path, keys: list[tuple[str, str]], said: str) -> None:
    with pytest.raises(InputError, match=said):
        known_cases(own_list(tmp_path / "known.yaml", *keys))
