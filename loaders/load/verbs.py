"""Load a dataset: read, validate, compare with the graph, write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.language import say
from graph.core.words import Words
from loaders.divisions.read import DivisionData, read_divisions
from loaders.groups.own import check_name
from loaders.groups.read import dataset_files, dataset_source, shipped_files
from loaders.load.datasets import GroupParts, division_parts, group_parts
from loaders.load.own.apply import OWN, apply_own_divisions
from loaders.overlays.lay import Overlays
from loaders.write.apply import STALE_SHARE, Changes, Records, Report, compare, sum_of, sync
from loaders.write.door import writing
from loaders.write.foreign import check, node_keys


def own_divisions(table: Path) -> DivisionData:
    """Return the shipped divisions with the user's own table on top of them.

    Raises InvalidData with every problem of the table, InputError where there is none.
    """
    return apply_own_divisions(read_divisions(), table)


def load_divisions(
    database: Database,
    data: DivisionData | None = None,
    *,
    townships: bool = False,
    dry_run: bool = False,
    force: bool = False,
    into_existing: bool = False,
    wait: float = 0.0,
    report: Report | None = None,
) -> Changes:
    """Bring divisions into the graph, the shipped ones where none are given; answers what changed.

    All are one dataset. Raises InputError, unless forced, where a graph that holds the user's own table
    would lose it, or where more than 5 % of the units would go; and as `writing` does.
    """
    divisions = data or read_divisions()
    parts = division_parts(divisions, townships)
    if dry_run:
        return _compared(database, parts, into_existing)
    # Dates that become more precise give ties new keys: the guard for units stands in for sync's.
    merged = force or data is not None
    with writing(database, node_keys(parts), into_existing=into_existing, wait=wait) as token:
        if not force:
            _keep_sources(database, divisions)
            _keep_units(divisions)
        return _synced(database, parts, merged, report, token)


def added_sources(database: Database) -> tuple[str, ...]:
    """Find which sources beyond the shipped ones the divisions of the graph are made of, by uid."""
    return tuple(row.uid for row in queries.sources_by_uid([OWN], database=database))


def holds_dataset(database: Database) -> bool:
    """Tell whether the wide dataset is in the graph: one of its sources tells."""
    source = dataset_source()
    return bool(source and list(queries.sources_by_uid([source], database=database)))


def _keep_sources(database: Database, data: DivisionData) -> None:
    lost = set(added_sources(database)) - {source.uid for source in data.sources}
    if lost:
        raise InputError(
            Words(
                f"The divisions of this graph hold {' and '.join(sorted(lost))}; this load would undo that."
                " Nothing was written. Name the table again (--own), or give --force to go back.",
                f"此图谱的区划含有 {'、'.join(sorted(lost))}，本次载入会将其撤销。未写入任何内容。"
                "请再次给出该表（--own），或用 --force 恢复原状。",
            )
        )


def _keep_units(data: DivisionData) -> None:
    shipped = {unit.uid for unit in read_divisions().units}
    gone = len(shipped - {unit.uid for unit in data.units})
    if gone > STALE_SHARE * len(shipped):
        raise InputError(
            Words(
                f"{gone} of {len(shipped)} shipped units would be removed; the source may be cut short."
                " Nothing was written. Look with --dry-run, then load with --force.",
                f"自带的 {len(shipped)} 个单位中有 {gone} 个会被删除；来源可能不完整。"
                "未写入任何内容。请先用 --dry-run 查看，再用 --force 载入。",
            )
        )


def load_groups(
    database: Database,
    files: Sequence[Path] = (),
    *,
    whole: bool = False,
    dry_run: bool = False,
    force: bool = False,
    allow_unsourced: bool = False,
    name: str | None = None,
    into_existing: bool = False,
    wait: float = 0.0,
    fingerprint: str | None = None,
    report: Report | None = None,
    overlays: Overlays | None = None,
) -> tuple[Changes, tuple[str, ...]]:
    """Bring the shipped groups, and those of files, into the graph; with the reader's doubts.

    Divisions come first, since groups refer to them. The files of one call are one dataset, called
    `name` or after the first of them, so that a later version of it replaces it. `whole`: the wide
    dataset too; a graph that holds it keeps it, unless forced. `allow_unsourced`: take in what names
    no source, marked as such. `into_existing`: beside nodes of somebody else. `wait`: seconds for
    another load to end. `fingerprint`: noted of the graph in the end. `overlays`: corrections laid over
    what is shipped. Raises InputError where a name is that of other groups, and as `writing` does.
    """
    base = shipped_files()
    held = holds_dataset(database)
    if whole or (held and not force):
        base = (*base, *dataset_files())
    read = group_parts(base, files, allow_unsourced=allow_unsourced, name=name, overlays=overlays)
    kept = added_sources(database)
    parts = [read.shipped] if kept else [read.divisions, read.shipped]
    warnings = read.warnings
    if read.own is not None:
        parts.append(read.own)
    if kept:
        warnings = (
            say(
                Words(
                    f"The divisions stay as they are: they hold {' and '.join(kept)}.",
                    f"区划保持不变：其中含有 {'、'.join(kept)}。",
                )
            ),
            *warnings,
        )
    if dry_run:
        _check_own(database, read, force)
        changes = _compared(database, parts, into_existing)
        return changes, (*warnings, *map(left_alone, changes.left))
    with writing(database, node_keys(parts), into_existing=into_existing, wait=wait) as token:
        if (held, kept) != (holds_dataset(database), added_sources(database)):
            raise InputError(
                Words(
                    "Another load changed this graph meanwhile. Nothing was written. Run the command again.",
                    "其间另一次载入改动了此图谱。未写入任何内容。请重新运行该命令。",
                )
            )
        _check_own(database, read, force)
        changes = _synced(database, parts, force, report, token)
        if fingerprint:
            queries.mark_loaded(fingerprint, database=database)
    return changes, (*warnings, *map(left_alone, changes.left))


def left_alone(uid: str) -> str:
    """Say what is said of a node that another dataset owns with other content."""
    return say(
        Words(
            f"{uid} is in the graph already, from another file and with other content: it stays so.",
            f"{uid} 已在图谱中，来自另一文件，内容不同：保持不变。",
        )
    )


def _check_own(database: Database, read: GroupParts, force: bool) -> None:
    if read.own is not None and not force:
        check_name(database, read.own)


def _compared(database: Database, parts: Sequence[Records], into_existing: bool) -> Changes:
    """What a dry run finds: reads only."""
    check(database, node_keys(parts), into_existing=into_existing)
    return sum_of([compare(database, part) for part in parts])


def _synced(
    database: Database, parts: Sequence[Records], force: bool, report: Report | None, token: str
) -> Changes:
    return sum_of([
        sync(database, part, force=force, report=report, token=token) for part in parts
    ])  # fmt: skip
