"""Ranks that contradict the hierarchy: each kind made on purpose, and counted."""

from __future__ import annotations

from graph.catalogue import queries
from graph.connection import Database
from tests.groups.worlds import several, write
from tests.reference.draft import DAY, Draft, shandong
from tests.reference.world import World


def contradicting() -> World:
    """A district of its city's rank, a post above its unit, a chair under its member, unknown ranks."""
    draft: Draft = shandong()
    draft.division("莱芜区", "County", 7, "济南")
    draft.division("特区", "Province", None, "cn")
    draft.post("总师", "滨州", "OTHER", 7)
    draft.post("秘书", "滨州", "OTHER", None)
    return several(draft, ("a", "淄博长", ("济南", "滨州")), ("b", "副省长", ("济南", "特区")))


def test_each_kind_is_found(clean_each: Database) -> None:
    write(clean_each, contradicting())
    rows = queries.rank_contradictions(DAY, database=clean_each)
    assert [(r.kind, r.lower, r.upper, r.excess, r.group) for r in rows] == [
        ("chair", "济南", "淄博长", 1, "a"), ("post", "总师", "滨州", 1, None),
        ("unit", "莱芜区", "济南", 0, None),
    ]  # fmt: skip
    assert {r.lower: r.tie for r in rows} == {
        "济南": "OUTRANKED",
        "总师": "IN",
        "莱芜区": "PART_OF",
    }


def test_equals_of_the_chair_where_asked(clean: Database) -> None:
    write(clean, contradicting())
    rows = queries.rank_contradictions(DAY, equals=True, database=clean)
    equal = {(r.group, r.lower, r.tie) for r in rows if r.kind == "chair" and r.excess == 0}
    # A vice-governor over the sub-provincial city: delegated command without a step of rank.
    assert equal == {("a", "滨州", "PEER"), ("b", "济南", "LINE")}


def test_a_region_leaves_the_others_out(clean: Database) -> None:
    write(clean, contradicting())
    assert list(queries.rank_contradictions(DAY, "河北", database=clean)) == []
    rows = queries.rank_contradictions(DAY, "济南", database=clean)
    assert {(r.kind, r.lower) for r in rows} == {("chair", "济南"), ("unit", "莱芜区")}


def test_what_was_looked_at_is_counted(clean: Database) -> None:
    world = contradicting()
    write(clean, world)
    counts = {r.kind: r for r in queries.rank_contradiction_counts(DAY, database=clean)}
    found = {k: (r.n_checked, r.n_contradict, r.n_unknown) for k, r in counts.items()}
    # Four members; seven posts and two more; every division but the centre under its superior.
    assert found == {"chair": (4, 1, 1), "post": (9, 1, 1), "unit": (8, 1, 1)}
