"""The build on an excerpt of its inputs: Shandong's Jinan, Tai'an and Laiwu, as in the wheels."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.divisions.kinds import read_kinds
from loaders.divisions.periods import DivisionData
from loaders.divisions.read import read_divisions
from tools.divisions.build import build, save
from tools.divisions.corrections import Corrections, Patch, read_corrections
from tools.divisions.packages import GB2260, Change, Inputs, read_wheels, snapshot_table

EXCERPT = Path(__file__).parent / "build_excerpt.json"
PLACES = ("3701", "3709", "3712", "3726", "3790")
"""Jinan, Tai'an City, Laiwu City, Tai'an Prefecture, Shandong's cities under the province."""


def excerpt() -> Inputs:
    raw = json.loads(EXCERPT.read_text(encoding="utf-8"))
    changes = tuple(Change(**change) for change in raw["changes"])
    return Inputs(raw["snapshots"], raw["current"], changes)


def corrections() -> Corrections:
    """The shipped corrections, as far as they concern the excerpt."""
    shipped = read_corrections()
    return replace(
        shipped,
        tables=tuple(map(_here, shipped.tables)),
        later=tuple(map(_here, shipped.later)),
        successions=tuple(row for row in shipped.successions if row.old[0][:4] in PLACES),
    )


def _here(patch: Patch) -> Patch:
    return replace(patch, put={code: n for code, n in patch.put.items() if code[:4] in PLACES})


def built() -> DivisionData:
    return build(excerpt(), corrections(), read_kinds())


def test_the_excerpt_gives_the_shipped_rows() -> None:
    shipped = {unit.uid: unit for unit in read_divisions().units}
    units = built().units
    laiwu = [unit for unit in units if unit.name in ("莱芜县", "莱芜市", "莱芜区", "钢城区")]
    assert len(laiwu) == 9
    assert all(shipped[unit.uid] == unit for unit in laiwu)


def test_the_excerpt_gives_the_shipped_successions() -> None:
    shipped = set(read_divisions().successions)
    ours = {row for row in built().successions if row.old[-2:] in ("芜市", "芜县", "城区")}
    assert len(ours) >= 8 and ours <= shipped


def test_the_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        save(built(), tmp_path / name)
    for name in ("units.csv", "ties.csv", "successions.csv"):
        first, second = (tmp_path / folder / name for folder in ("one", "two"))
        assert first.read_bytes() == second.read_bytes()
        assert b"\r" not in first.read_bytes()


def test_a_current_table_that_the_changes_do_not_reach_is_refused() -> None:
    inputs = excerpt()
    current = inputs.current | {"370199": "新设县"}
    with pytest.raises(ValueError, match="370199 新设县 is missing at the end"):
        build(replace(inputs, current=current), corrections(), read_kinds())


def test_a_correction_of_a_unit_that_is_not_there_is_refused() -> None:
    row = replace(read_corrections().successions[0], old=("379999",), year=1992)
    wrong = replace(corrections(), successions=(row,))
    with pytest.raises(ValueError, match="no unit has 379999"):
        build(excerpt(), wrong, read_kinds())


def test_a_wheel_that_is_missing_or_altered_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is missing"):
        read_wheels(tmp_path)
    (tmp_path / GB2260).write_bytes(b"another wheel")
    with pytest.raises(ValueError, match="SHA-256 is"):
        read_wheels(tmp_path)


def test_a_snapshot_is_read_as_a_literal_and_never_run() -> None:
    text = "raise SystemExit\ndivision_schema = {'370100': '济南市'}\n"
    assert snapshot_table(text) == {"370100": "济南市"}
