"""The datasets that a load is made of, read from files and in the order of loading."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.core.errors import InputError
from graph.core.words import Words
from loaders.divisions.read import DivisionData, read_divisions
from loaders.divisions.records import division_facts, division_records
from loaders.divisions.townships import read_townships, township_records
from loaders.groups.own import beyond, dataset_of
from loaders.groups.read import read_groups
from loaders.groups.records import group_records
from loaders.overlays.lay import Overlays
from loaders.write.apply import Records


def given_files(paths: Sequence[Path]) -> list[Path]:
    """The files to read: a folder of YAML stands for its files.

    Raises InputError for a path that is not there.
    """
    found: list[Path] = []
    for path in paths:
        if not os.path.lexists(path):
            raise InputError(
                Words(
                    f"{path} does not exist. Begin with: lsgraph template",
                    f"{path} 不存在。请先运行：lsgraph template",
                )
            )
        inside = sorted(path.glob("*.yaml")) if path.is_dir() else []
        found += inside or [path]
    return found


def division_parts(data: DivisionData, townships: bool) -> list[Records]:
    """Return the datasets of the divisions, in the order of loading."""
    parts = [division_records(data)]
    return [*parts, township_records(read_townships(data))] if townships else parts


@dataclass(frozen=True)
class GroupParts:
    """The datasets of a load of groups, and the reader's doubts about one's own files."""

    divisions: Records
    shipped: Records
    own: Records | None
    warnings: tuple[str, ...] = ()


def group_parts(
    base: Sequence[Path],
    files: Sequence[Path] = (),
    *,
    allow_unsourced: bool = False,
    name: str | None = None,
    overlays: Overlays | None = None,
) -> GroupParts:
    """Read groups: those of `base`, which are shipped, under the overlays, and one's own files on top."""
    # One's own files are read first: where one is faulty, nothing else is worth the time.
    data = (
        read_groups([*base, *files], allow_unsourced=allow_unsourced, name=name, overlays=overlays)
        if files
        else None
    )
    divisions = read_divisions()
    facts = division_facts(divisions)
    shipped_data = read_groups(base, overlays=overlays)
    shipped = group_records(shipped_data, facts)
    if data is None:
        return GroupParts(division_records(divisions), shipped, None)
    own = beyond(shipped, group_records(data, facts, dataset_of(files, name)))
    doubts = set(
        shipped_data.warnings
    )  # those of the shipped files are told by `lsgraph data check`
    told = tuple(one for one in data.warnings if one not in doubts)
    return GroupParts(division_records(divisions), shipped, own, told)
