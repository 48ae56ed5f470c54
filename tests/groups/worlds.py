"""Worlds of several groups for the queries that compare groups."""

from __future__ import annotations

from dataclasses import replace

from graph.connection import Database
from loaders.write.apply import sync
from tests.properties.world_graph import records
from tests.reference.draft import Draft
from tests.reference.world import Group, Seat, World


def several(draft: Draft, *groups: tuple[str, str | None, tuple[str, ...]]) -> World:
    """The draft's units and posts with these groups in place of its own: uid, chairing post, members."""
    world = draft.world()
    seats = [*draft.seats]
    for uid, chair, members in groups:
        seats += [Seat(uid, "member", unit=unit) for unit in members]
        seats += [Seat(uid, "chair", post=chair)] if chair else []
    bodies = tuple(Group(uid, uid, "领导小组") for uid, _, _ in groups)
    return replace(world, seats=tuple(seats), groups=bodies)


def write(database: Database, world: World) -> None:
    """Put the world into the graph, whatever was there of an earlier one."""
    sync(database, records(world), force=True)
