"""Which worker runs a test: all tests of a group share one, and the groups that take longest start first.

pytest-xdist writes the group into the name of a test and reads it there again, which pytest 9 no longer
shows. So each worker notes the groups in a file of the run, and the scheduler reads that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadscope import LoadScopeScheduling

NOTE = "groups.json"


def group_of(item: pytest.Item) -> str:
    """The group that the test is marked with; its file where it is not."""
    mark = item.get_closest_marker("xdist_group")
    return str(mark.args[0]) if mark else item.nodeid.partition("::")[0]


def first_groups_first(items: list[pytest.Item], first: Iterable[str]) -> None:
    """Put the tests of these groups, in this order, before all others; within a group nothing moves."""
    place = {group: number for number, group in enumerate(first)}
    items.sort(key=lambda item: place.get(group_of(item), len(place)))


def note(items: Iterable[pytest.Item], folder: Path) -> None:
    """Write the group of each test into the folder, in one step: several workers write the same."""
    draft = folder / f"{NOTE}.{os.getpid()}"
    draft.write_text(json.dumps({item.nodeid: group_of(item) for item in items}), encoding="utf-8")
    draft.replace(folder / NOTE)


class ByGroup(LoadScopeScheduling):  # type: ignore[misc]
    """Hands a whole group to the worker that is free, in the order in which the groups were collected."""

    def __init__(self, config: pytest.Config, log: Producer, folder: Path) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False
        self._folder = folder
        self._groups: Mapping[str, str] = {}

    def schedule(self) -> None:
        """Begin: every worker has collected, so the note is there, unless none found a test."""
        file = self._folder / NOTE
        self._groups = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        super().schedule()

    def _split_scope(self, nodeid: str) -> str:
        return self._groups[nodeid]
