"""Groups of one's own beside those that are shipped: what a file adds, and under which name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.core.marks import unmarked
from graph.core.model import Label, TieType
from graph.core.words import Words
from loaders.write.apply import Records

OTHER_NAME = 40.0
"""Similarity (0 to 100) below which two names under one uid are two groups."""

EVIDENCE = (TieType.IN, TieType.HOLDS)
"""Ties of shipped posts and persons that further evidence changes: theirs stay as they are shipped."""


def dataset_of(files: Sequence[Path], name: str | None) -> str:
    """The name under which files are loaded: a later load of the same name replaces them."""
    return f"file:{name or files[0].resolve().stem}"


def beyond(shipped: Records, whole: Records) -> Records:
    """What the files add to the shipped groups. Raises InputError where they change one."""
    nodes = {(n.label, n.uid): n.digest for n in shipped.nodes}
    ties = {(t.type, t.key): t.digest for t in shipped.ties}
    changed = [n.uid for n in whole.nodes if nodes.get((n.label, n.uid), n.digest) != n.digest]
    changed += [
        t.key for t in whole.ties
        if t.type not in EVIDENCE and ties.get((t.type, t.key), t.digest) != t.digest
    ]  # fmt: skip
    if changed:
        raise InputError(
            Words(
                f"The file changes what is shipped ({changed[0]} and {len(changed) - 1} more). Give your"
                " version of a shipped group, post or person a uid of its own.",
                f"该文件改动了自带的数据（{changed[0]}，另有 {len(changed) - 1} 处）。"
                "请为您所写的小组、职务或任职者另取 uid。",
            )
        )
    return Records(
        whole.dataset,
        [n for n in whole.nodes if (n.label, n.uid) not in nodes],
        [t for t in whole.ties if (t.type, t.key) not in ties],
    )


def check_name(database: Database, records: Records) -> None:
    """Refuse to write groups over others that were loaded under the same name from another file.

    Ids of tables are local to their file: G1 of one is not G1 of another. Raises InputError.
    """
    own = {n.uid: str(n.properties["name"]) for n in records.nodes if n.label is Label.GROUP}
    stored = {
        row.uid for row in queries.stored_nodes(database=database)
        if row.dataset == records.dataset and row.label == Label.GROUP
    }  # fmt: skip
    names = {r.uid: r.name for r in queries.group_names(database=database) if r.uid in stored}
    over = [
        uid for uid, name in names.items()
        if uid in own and fuzz.ratio(name, own[uid]) < OTHER_NAME
    ]  # fmt: skip
    apart = bool(names) and bool(own) and not set(names) & set(own)
    if over or apart:
        name = unmarked(records.dataset).removeprefix("file:")
        held = names[over[0]] if over else next(iter(names.values()))
        raise InputError(
            Words(
                f"The graph holds other groups under the name {name!r}"
                f" ({held} for one). Nothing was written. If this is another file, give it a name of its own:"
                " --name NAME. If it is to replace them, load with --force.",
                f"图谱中已有名称为“{name}”的其他小组（例如{held}），未写入任何内容。"
                "如果这是另一个文件，请另取名称：--name 名称。如果要替换原有小组，请用 --force 载入。",
            )
        )
