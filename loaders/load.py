"""Load a dataset: read, validate, compare with the graph, write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph import schema
from graph.connection import Database
from graph.errors import InputError
from loaders.division_records import division_facts, division_records
from loaders.divisions import read_divisions
from loaders.group_records import group_records
from loaders.groups import read_groups, shipped_files
from loaders.sync import Changes, Records, Report, compare, sum_of, sync


def load_divisions(
    database: Database, *, dry_run: bool = False, force: bool = False, report: Report | None = None
) -> Changes:
    """Bring the shipped divisions into the graph; answers what changed (or would)."""
    records = division_records(read_divisions())
    return _load(database, records, dry_run, force, report)


def load_groups(
    database: Database,
    files: Sequence[Path] = (),
    *,
    dry_run: bool = False,
    force: bool = False,
    report: Report | None = None,
) -> tuple[Changes, tuple[str, ...]]:
    """Bring the shipped groups, and those of files, into the graph; with the reader's doubts.

    Divisions come first, since groups refer to them. The files of one call are one dataset, named
    after the first of them, so that a later version of it replaces it.
    """
    divisions = read_divisions()
    facts = division_facts(divisions)
    shipped = group_records(read_groups(), facts)
    parts = [division_records(divisions), shipped]
    warnings: tuple[str, ...] = ()
    if files:
        data = read_groups([*shipped_files(), *files])
        warnings = data.warnings
        parts.append(_beyond(shipped, group_records(data, facts, files[0].stem)))
    return sum_of([_load(database, part, dry_run, force, report) for part in parts]), warnings


def _load(
    database: Database, records: Records, dry_run: bool, force: bool, report: Report | None
) -> Changes:
    if dry_run:
        return compare(database, records)
    schema.apply(database)
    return sync(database, records, force=force, report=report)


def _beyond(shipped: Records, whole: Records) -> Records:
    """What the files add to the shipped groups. Raises InputError where they change one."""
    nodes = {(n.label, n.uid): n.digest for n in shipped.nodes}
    ties = {(t.type, t.key): t.digest for t in shipped.ties}
    changed = [n.uid for n in whole.nodes if nodes.get((n.label, n.uid), n.digest) != n.digest]
    changed += [t.key for t in whole.ties if ties.get((t.type, t.key), t.digest) != t.digest]
    if changed:
        raise InputError(
            f"The file changes what is shipped ({changed[0]} and {len(changed) - 1} more). Give your"
            " version of a shipped group, post or person a uid of its own."
        )
    return Records(
        whole.dataset,
        [n for n in whole.nodes if (n.label, n.uid) not in nodes],
        [t for t in whole.ties if (t.type, t.key) not in ties],
    )
