"""A graph that an earlier lsgraph wrote, brought to the schema of this one."""

from __future__ import annotations

from graph.catalogue import queries, schema
from graph.connection import Database
from graph.connection.write import batches
from graph.core.errors import InputError
from graph.core.language import say
from graph.core.model import SCHEMA_VERSION
from graph.core.words import Words
from graph.server.jars import silent
from loaders.write.apply import BATCH, Report
from loaders.write.door import one_load


def upgrade(database: Database, *, wait: float = 0.0, report: Report | None = None) -> int:
    """Mark what an earlier lsgraph wrote as ours; answers how many nodes and ties that were.

    Only what bears its fingerprint is marked: nodes of somebody else stay as they are. One that died
    half-way is run again. Raises InputError for a graph that lsgraph never wrote, or a newer one did.
    """
    found = schema.version(database)
    if found is None:
        raise InputError(
            Words(
                "Nothing to upgrade: no lsgraph has loaded into this graph yet.",
                "无需升级：lsgraph 尚未向此图谱载入过数据。",
            )
        )
    if found >= SCHEMA_VERSION:
        schema.check(database)
        return 0
    tell, count = report or silent, 0
    with one_load(database, wait) as token:
        for what, old, mark in (
            (Words("Marking nodes", "正在标记节点"), queries.old_nodes, queries.remark_nodes),
            (Words("Marking ties", "正在标记关系"), queries.old_ties, queries.remark_ties),
        ):
            ids = [row.id for row in old(database=database)]
            for number, batch in enumerate(batches(ids, BATCH)):
                mark(batch, token=token, database=database)
                tell(say(what), number * BATCH + len(batch), len(ids))
            count += len(ids)
        schema.create(database)
        queries.mark_schema_version(SCHEMA_VERSION, database=database)
    return count
