"""Answers about groups as flat rows, for Stata, R and a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.ask.authority import Authority

OF_GROUP = (
    "type",
    "type_certainty",
    "possible",
    "rests_on",
    "type_if_known_only",
    "gap_min",
    "lc",
    "origin",
    "scope",
    "flags",
    "last_documented",
    "seen",
    "status",
)
"""Figures of the group that each row of a member repeats, led by `group_`."""


def flat_group(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of authority with titles, names and ranks of the chairs as lists instead of maps."""
    chairs = {
        f"chair_{key}": [chair[key] for chair in row["chairs"] if chair[key] is not None]
        for key in ("title", "name", "rank")
    }
    shown = [f"{one['name']} {one['on']}" for one in row["chairs_last_shown"]]
    other = [f"{s['reading']}: {s['type']}" for s in row["sensitive"]]
    kept = {k: v for k, v in row.items() if k not in ("chairs", "sensitive", "lcs_uids")}
    return {**kept, **chairs, "chairs_last_shown": shown, "sensitive": other}


def flat_members(answer: Authority) -> list[dict[str, Any]]:
    """A row for each member, with the figures of the group."""
    of_group = {f"group_{name}": answer.group[name] for name in OF_GROUP}
    return [{**row, **of_group} for row in answer.members]
