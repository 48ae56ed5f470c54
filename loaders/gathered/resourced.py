"""Entries under other ids of their sources: of those that are there, told apart from the project's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from loaders.form.schema import SourceEntry
from loaders.gathered.form import Gathered, GatheredGroup

NAMED = ("source", "from_source", "to_source")
"""What names sources in a part of an entry."""


def renamed(file: Gathered, known: Mapping[str, SourceEntry]) -> Gathered:
    """The file with its name before every id that a known source of another address or title bears."""
    new = {
        uid: uid if uid not in known or _same(row, known[uid]) else f"{file.name}-{uid}"
        for uid, row in file.sources.items()
    }
    sources = {new[uid]: row for uid, row in file.sources.items()}
    groups = (resourced(group, new) for group in file.groups)
    return replace(file, sources=sources, groups=tuple(group for group in groups if group))


def resourced(group: GatheredGroup, ids: Mapping[str, str]) -> GatheredGroup | None:
    """The entry with `ids` in place of its sources; None where none of them is there: it says nothing then.

    A seat whose sources are all unknown goes, and so does a start, an office, an end or a founding act.
    """
    if all(ids.get(uid) == uid for uid in group.sources):
        return group if group.sources else None
    row = group.model_dump(by_alias=True, exclude_none=True)
    own = [ids[uid] for uid in row.pop("source", ()) if uid in ids]
    found = GatheredGroup.model_validate({**_with(row, ids), "source": own or None})
    return found if found.sources else None


def _same(one: SourceEntry, other: SourceEntry) -> bool:
    return (one.url == other.url and one.url is not None) or one.title == other.title


def _with(value: Any, ids: Mapping[str, str]) -> Any:
    """The value with every source renamed; None for a part whose `source` is all unknown."""
    if isinstance(value, list | tuple):
        return [part for inner in value if (part := _with(inner, ids)) is not None]
    if not isinstance(value, dict):
        return value
    named = {
        name: [ids[uid] for uid in value[name] if uid in ids] for name in NAMED if name in value
    }
    if named.get("source") == []:
        return None
    # A day whose own source is unknown is told by nobody.
    gone = {name.removesuffix("_source") for name, told in named.items() if not told}
    parts = (
        (key, named[key] or None if key in named else _with(part, ids))
        for key, part in value.items()
        if key not in gone
    )
    return {key: part for key, part in parts if part is not None}
