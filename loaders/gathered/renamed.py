"""Source ids that mean something else in the project's own files get the name of their file before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from loaders.form.schema import SourceEntry
from loaders.gathered.form import GatheredGroup
from loaders.gathered.reader import Gathered


def renamed(file: Gathered, known: Mapping[str, SourceEntry]) -> Gathered:
    """The file with every id renamed that a known source of another address or title bears."""
    new = {
        uid: f"{file.name}-{uid}" for uid, row in file.sources.items()
        if uid in known and not _same(row, known[uid])
    }  # fmt: skip
    if not new:
        return file
    sources = {new.get(uid, uid): row for uid, row in file.sources.items()}
    groups = tuple(
        GatheredGroup.model_validate(_with(group.model_dump(by_alias=True), new))
        for group in file.groups
    )
    return replace(file, sources=sources, groups=groups)


def _same(one: SourceEntry, other: SourceEntry) -> bool:
    return (one.url == other.url and one.url is not None) or one.title == other.title


def _with(value: Any, new: Mapping[str, str]) -> Any:
    """The entry with the ids under every `source` renamed."""
    if isinstance(value, dict):
        return {
            key: tuple(new.get(uid, uid) for uid in inner) if key == "source" and inner
            else _with(inner, new)
            for key, inner in value.items()
        }  # fmt: skip
    if isinstance(value, list | tuple):
        return tuple(_with(inner, new) for inner in value)
    return value
