"""How a group came in: cases and examples are hand-picked, the gathered dataset is no sample."""

from __future__ import annotations

from dataclasses import replace

from graph.connection import Database
from graph.regions import compare
from graph.regions.differences import Terms, statistics
from graph.regions.groups import (
    CASE,
    EXAMPLE,
    EXAMPLES,
    GATHERED,
    OWN,
    GroupReading,
    standing_of,
)
from graph.regions.say import cautions
from loaders.groups.read import core_groups
from tests.regions.conftest import Build
from tests.regions.world import DAY, plain


def test_the_examples_are_those_of_the_files() -> None:
    assert core_groups() == EXAMPLES


def test_standing() -> None:
    assert standing_of("group:guangfo", False, "groups") == EXAMPLE
    assert standing_of("group:jinan-laiwu", True, "groups") == CASE
    assert standing_of("group:370100-2020-1", None, "groups") == GATHERED
    assert standing_of("group:mine", None, "file:mine") == OWN


def test_shipped_groups_are_hand_picked(loaded: Database) -> None:
    found = compare(["山东省", "跨省"], "2018-12-25", database=loaded)
    assert found.refused and all(set(one.standings) <= {CASE, EXAMPLE} for one in found.regions)


def test_a_gathered_set_is_called_a_convenience_sample(build: Build) -> None:
    """Tested, with the words that say what such a p cannot mean."""
    database = build([*plain("甲省", [1, 2, 3]), *plain("乙省", [0, 1, 0])])
    found = compare(["甲省", "乙省"], DAY, database=database)
    gathered = [replace(one, groups=tuple(map(_gathered, one.groups))) for one in found.regions]
    nothing = statistics([], Terms())
    told = [text.en for text in cautions(gathered, nothing, [], [])]
    assert "From the gathered dataset: 3 of 3 groups of 甲省; 3 of 3 groups of 乙省" in told[0]
    assert "convenience sample. No sample, no inference about frequency" in told[0]
    zh = [text.zh for text in cautions(gathered, nothing, [], [])]
    assert "便利样本" in zh[0] and "没有抽样，就不能推断频率" in zh[0]
    assert not any("gathered" in text for text in found.warnings)


def _gathered(group: GroupReading) -> GroupReading:
    return replace(group, standing=GATHERED)
