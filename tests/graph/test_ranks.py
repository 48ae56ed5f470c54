"""The ladder of ranks and what an office takes from its unit."""

from __future__ import annotations

import pytest

from graph.offices.ranks import COMMANDING, RANKS, Mode, department_rank, post_rank


def test_the_ladder_has_ten_steps_from_the_top() -> None:
    assert [step.rank for step in RANKS] == list(range(10, 0, -1))
    assert [step.zh[-2:] for step in RANKS] == ["正职", "副职"] * 5
    assert len({step.zh for step in RANKS}) == len({step.en for step in RANKS}) == 10


@pytest.mark.parametrize(
    ("mode", "unit", "rank"),
    [
        (Mode.HEAD, 8, 8), (Mode.HEAD, 7, 7), (Mode.DEPT_HEAD, 6, 6), (Mode.DEPUTY_HEAD, 8, 7),
        (Mode.DEPUTY_HEAD, 10, 9), (Mode.COLLEGIAL, 8, 7), (Mode.COLLEGIAL, 10, 10),
        (Mode.OTHER, 8, None), (Mode.HEAD, None, None), (Mode.COLLEGIAL, None, None),
    ],
)  # fmt: skip
def test_a_post_takes_its_rank_from_its_unit(
    mode: Mode, unit: int | None, rank: int | None
) -> None:
    assert post_rank(mode, unit) == rank


@pytest.mark.parametrize(
    ("government", "rank"),
    [(8, 6), (7, 5), (6, 4), (5, 3), (4, 2), (10, None), (2, None), (None, None)],
)
def test_a_department_stands_two_below_its_government(
    government: int | None, rank: int | None
) -> None:
    assert department_rank(government) == rank


def test_a_collegial_seat_commands_nobody() -> None:
    assert set(COMMANDING) == {Mode.HEAD, Mode.DEPUTY_HEAD, Mode.DEPT_HEAD}
