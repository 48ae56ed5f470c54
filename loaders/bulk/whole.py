"""Everything at one go: divisions, townships, shipped groups and one's own, into an empty database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.settings import Settings
from loaders.areacodes.merge import Merged
from loaders.bulk.load import bulk_load
from loaders.divisions.read import read_divisions
from loaders.groups.read import dataset_files, shipped_files
from loaders.load.datasets import division_parts, group_parts
from loaders.load.verbs import left_alone
from loaders.write.apply import Changes, Records, Report


def load_whole(
    settings: Settings,
    files: Sequence[Path] = (),
    *,
    divisions: Merged | None = None,
    whole: bool = False,
    townships: bool = False,
    allow_unsourced: bool = False,
    name: str | None = None,
    report: Report | None = None,
) -> tuple[Changes, tuple[str, ...]]:
    """The graph of `load_divisions` and `load_groups`, through Neo4j's import; with the reader's doubts.

    `divisions`: those of a source of one's own, else the shipped ones. `whole`: the wide dataset too.
    Raises InputError as `bulk_load` does, InvalidData with every problem of a file.
    """
    warnings: list[str] = []

    def read() -> list[Records]:
        data = divisions.data if divisions else read_divisions()
        base = (*shipped_files(), *(dataset_files() if whole else ()))
        groups = group_parts(base, files, allow_unsourced=allow_unsourced, name=name)
        warnings.extend(groups.warnings)
        own = [groups.own] if groups.own is not None else []
        return [*division_parts(data, townships), groups.shipped, *own]

    changes = bulk_load(settings, read, report)
    return changes, (*warnings, *map(left_alone, changes.left))
