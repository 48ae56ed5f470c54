"""How sure the types of the shipped groups are: identified, by which convention, or which ones remain."""

from __future__ import annotations

import pytest

from graph.ask.reasons import type_in_words
from graph.catalogue import Row

CASES = [
    ("bth-air-lsg", "STRONG", []),
    ("gba-lsg", "STRONG, by convention", ["sar_line"]),
    ("a-pan-prd-heads", "SELF_FORMING, by convention", ["origin_inferred"]),
    ("g-mengzhou-diesel-trucks-2020", "STRONG, by convention", ["roster_below_host"]),
    ("cy-joint-conference", "SELF_FORMING, by convention", ["origin_inferred", "post_kept"]),
    ("hzmb-task-force", "SELF_FORMING or WEAK", []),
    ("f-cn-patriotic-health", "SELF_FORMING, STRONG or WEAK", []),
    ("k-wuhan-circle-cppcc", "SELF_FORMING or UNCLASSIFIED", []),
    ("guangfozhao", "UNKNOWN", []),
]


@pytest.mark.parametrize(("group", "told", "rests_on"), CASES, ids=[case[0] for case in CASES])
def test_how_sure_a_type_is(
    answers: dict[str, Row], group: str, told: str, rests_on: list[str]
) -> None:
    row = answers[group]
    assert (type_in_words(row).en, row.rests_on) == (told, rests_on)


def test_the_heads_of_the_pan_pearl_river_delta_take_turns(answers: dict[str, Row]) -> None:
    row = answers["a-pan-prd-heads"]
    assert (row.leadership, row.origin, row.n_own) == ("rotating", "unknown", 11)


def test_a_county_head_stands_above_a_roster_that_is_not_complete(answers: dict[str, Row]) -> None:
    row = answers["g-mengzhou-diesel-trucks-2020"]
    assert [chair["title"] for chair in row.chairs] == ["孟州市市长"]
    assert (row.roster, row.type_if_known_only) == ("partial", "STRONG")


def test_no_undated_group_has_a_chair_a_gap_or_a_type(answers: dict[str, Row]) -> None:
    undated = [row for row in answers.values() if "undated" in row.flags]
    assert len(undated) > 90
    for row in undated:
        assert (row.chairs, row.gap_min, row.gap_max, row.lc, row.row) == (
            [],
            None,
            None,
            None,
            None,
        )
        assert (row.type, row.type_certainty, row.possible) == ("UNKNOWN", None, None)
