"""Texts put aside: what they state stands in them. `tests.notices.together` counts how they are read."""

from __future__ import annotations

from loaders.notices.words.text import closed
from tests.notices.cases import ASIDE, Case, cases

ALL = cases(ASIDE)


def test_halves_and_layouts() -> None:
    readme = (ASIDE / "README.md").read_text(encoding="utf-8")
    assert f"{len(ALL)} texts with {sum(len(case.seats) for case in ALL)} seats" in readme
    assert {case.layout for case in ALL} == {
        "notice_apart", "notice_run_together", "news", "bodies", "several", "traditional", "table",
        "none",
    }  # fmt: skip


def test_persons_that_are_stated_stand_in_the_text() -> None:
    lost = {case.path.stem: persons for case in ALL if (persons := _not_in_the_text(case))}
    assert lost == {}


def _not_in_the_text(case: Case) -> list[str]:
    text = closed(case.path.read_text(encoding="utf-8"))
    return [seat[2] for seat in case.seats if seat[2] and closed(seat[2]) not in text]
