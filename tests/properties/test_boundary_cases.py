"""Every world that the plain reading was proven on by hand is asked of the graph too, by the same name.

The boundary cases live in tests/reference, one function a case: a tax bureau as a member, two provinces
over their own cities, a broken parent chain. Here each runs again, and what it read is kept; then
all those worlds lie side by side in one graph and the queries must say of each what its case says.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from graph.connection import Database
from loaders.write.apply import sync
from tests.properties.comparison import BASES, SCOPES, answers, disagreements
from tests.properties.many import apart, joined
from tests.properties.world_graph import records
from tests.reference import test_members, test_reading, test_sides_and_origin, test_worked_examples
from tests.reference.draft import DAY, Draft
from tests.reference.world import World, on
from tests.servers import empty

MODULES = (test_members, test_reading, test_sides_and_origin, test_worked_examples)


def cases(module: ModuleType) -> Iterator[tuple[str, Callable[[], None]]]:
    """The cases of a module that need nothing but themselves."""
    for name, case in inspect.getmembers(module, inspect.isfunction):
        if name.startswith("test_") and not inspect.signature(case).parameters:
            yield name, case


def recorded(monkeypatch: pytest.MonkeyPatch, case: Callable[[], None]) -> list[World]:
    """The worlds that a case reads, in their order."""
    found: list[World] = []
    made = Draft.world

    def keep(draft: Draft) -> World:
        world = made(draft)
        found.append(world)
        return world

    with monkeypatch.context() as patch:
        patch.setattr(Draft, "world", keep)
        case()
    return found


def test_the_queries_say_of_every_case_what_it_says_by_hand(
    clean_each: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = [
        (name, world)
        for module in MODULES
        for name, case in cases(module)
        for world in recorded(monkeypatch, case)
        if on(world.groups[0], DAY)
    ]
    assert len({name for name, _ in named}) >= 40
    each = apart(world for _, world in named)
    sync(empty(clean_each), records(joined(each)), force=True)
    wrong = {}
    for reading in [(DAY, basis, scope) for basis in BASES for scope in SCOPES]:
        said = answers(clean_each, reading)
        for (name, _), world in zip(named, each, strict=True):
            if found := disagreements(world, said):
                wrong[name, reading] = found
    assert wrong == {}
