"""A diff of two releases in few lines: how many rows came, went, moved and changed, and which groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from loaders.package.diff import Change, Release

KINDS = ("added", "removed", "moved", "changed")
NAMED = 12
"""So many groups are named; the diff itself has all."""

Rows = list[dict[str, str | int]]


def summary(old: Release, new: Release, changes: Sequence[Change]) -> Rows:
    """Per table: rows before and after, and how many were added, removed, moved and changed."""
    keys = _keys(changes)
    return [
        {"table": table, **{f"rows_{when}": len(one[table].rows) if table in one else 0
                            for when, one in (("before", old), ("after", new))},
         **{kind: len(keys[table, kind]) for kind in KINDS}}
        for table in sorted({*old, *new})
    ]  # fmt: skip


def changelog(old: Release, new: Release, changes: Sequence[Change]) -> str:
    """The summary as Markdown for CHANGELOG.md, with the names of groups that came, went or moved."""
    rows = summary(old, new, changes)
    lines = ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0])]
    lines += ["| " + " | ".join(map(str, row.values())) + " |" for row in rows]
    return "\n".join([*lines, "", *_groups(old, new, changes)]) + "\n"


def _groups(old: Release, new: Release, changes: Sequence[Change]) -> Iterator[str]:
    keys = _keys(changes)
    for kind in KINDS[:3]:
        found = sorted(keys["groups", kind])
        sheet = (new if kind == "added" else old).get("groups")
        if found and sheet is not None:
            names = [f"{sheet.rows[key]['name']} ({key})" for key in found[:NAMED]]
            more = f", and {len(found) - NAMED} more" if len(found) > NAMED else ""
            yield f"* Groups {kind}: {', '.join(names)}{more}."


def _keys(changes: Sequence[Change]) -> defaultdict[tuple[str, str], Set[str]]:
    """The rows of each table and kind of change; a row that moved is not told as changed as well."""
    keys: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    came = {(change.table, change.new) for change in changes if change.change == "moved"}
    for change in changes:
        if change.change != "changed" or (change.table, change.key) not in came:
            keys[change.table, change.change].add(change.key or change.old)
    return keys  # type: ignore[return-value]
