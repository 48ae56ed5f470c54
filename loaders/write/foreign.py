"""Nodes of somebody else in the same database: told before the first write, and never written over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.connection.write import batches
from graph.core.errors import InputError
from graph.core.words import NOTHING, Words
from loaders.write.records import Records, key_of

Key = tuple[str, str]
"""Label and uid of a node."""

_BATCH = 10_000
_NAMED = 5


def node_keys(parts: Sequence[Records]) -> Iterator[Key]:
    """Yield label and uid of every node that these records would write."""
    return (key_of(node) for part in parts for node in part.nodes)


def check(database: Database, keys: Iterable[Key], *, into_existing: bool = False) -> None:
    """Read whether a load of these nodes may begin; raises InputError, in words, where it may not.

    Not into a graph of another version of lsgraph; not, unless `into_existing`, into one that we never
    wrote and that holds nodes; never where a node that is not ours bears a uid of these.
    """
    if schema.check(database) is None and not into_existing:
        _refuse_foreign(database)
    if queries.foreign_labels(database=database)[0].found:
        wanted = set(keys)
        taken = list(islice(_taken(database, wanted), _NAMED + 1))
        if taken:
            raise taken_over(taken)


def _refuse_foreign(database: Database) -> None:
    rows = list(queries.foreign_nodes(database=database))
    if not rows:
        return
    count = sum(row.nodes for row in rows)
    named = [(row.nodes, ":".join(row.labels)) for row in rows[:_NAMED]]
    told = [f"{nodes} {label or 'without a label'}" for nodes, label in named]
    told_zh = [f"{nodes} 个 {label or '无标签'}" for nodes, label in named]
    if len(rows) > _NAMED:
        told, told_zh = [*told, "others"], [*told_zh, "等"]
    raise InputError(
        Words(
            f"This database holds {count} nodes that lsgraph did not write ({', '.join(told)})."
            " Nothing was changed. Load into an empty database; or give --into-existing: lsgraph then adds"
            " its nodes, constraints and indexes beside them, and changes none of them.",
            f"此数据库有 {count} 个节点不是 lsgraph 写入的（{'、'.join(told_zh)}）。"
            "未作任何改动。请载入空的数据库；或使用 --into-existing：lsgraph "
            "会在其旁添加自己的节点、约束和索引，而不改动它们。",
        )
    )


def _taken(database: Database, wanted: set[Key]) -> Iterator[Key]:
    for batch in batches(dict.fromkeys(uid for _, uid in wanted), _BATCH):
        for row in queries.foreign_uids(batch, database=database):
            if (row.label, row.uid) in wanted:
                yield row.label, row.uid


def taken_over(taken: Sequence[Key]) -> InputError:
    """Return the error of nodes that bear our uids and are not ours."""
    named = ", ".join(f"{label} {uid!r}" for label, uid in taken[:_NAMED])
    more = Words(" and others", "等") if len(taken) > _NAMED else NOTHING
    return InputError(
        Words(
            f"This database holds nodes that lsgraph did not write under uids that it would write:"
            f" {named}{more.en}. They stay as they are, and these are not written. Give yours another uid"
            " or label, or load into another database.",
            "此数据库中有不是 lsgraph 写入的节点，而 lsgraph 要写入相同的 uid："
            f"{named}{more.zh}。这些节点保持不变，lsgraph 的也未写入。请为您的节点另取 uid "
            "或标签，或载入另一个数据库。",
        )
    )
