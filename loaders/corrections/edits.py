"""The texts of the files with changes made in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.core import door
from loaders.corrections.checks import Made
from loaders.overlays.things import Things, as_written, properties
from loaders.files.decoding import text_of
from loaders.files.edit import Edit, edited
from loaders.files.flow import alone
from loaders.files.yaml import YamlFile, value_in
from loaders.form.entries import Located


@dataclass
class FileEdits:
    """What changes in one file: the values of its entries by their steps, and its new sources."""

    file: YamlFile
    rows: dict[tuple[Any, ...], dict[str, object]] = field(default_factory=dict)
    sources: dict[str, Mapping[str, object]] = field(default_factory=dict)

    def text(self) -> tuple[str, str]:
        """The text as it is, and with the changes."""
        before = text_of(self.file.path, door.YAML)
        return before, edited(before, list(self._edits()))

    def tree(self) -> Any:
        """What the changed text must read as."""
        tree = deepcopy(self.file.tree)
        for edit in self._edits():
            value_in(tree, edit.steps)[edit.key] = alone(edit.value)
        return tree

    def _edits(self) -> Iterable[Edit]:
        for steps, values in self.rows.items():
            yield from (Edit(steps, key, value) for key, value in values.items())
        if self.sources and not self.file.tree.get("sources"):
            yield Edit((), "sources", dict(self.sources))
        else:
            yield from (Edit(("sources",), uid, row) for uid, row in self.sources.items())


def edits_of(made: Iterable[Made], known: Things) -> dict[Path, FileEdits]:
    """What changes in each file: the value, and the change's source beside those of the entry."""
    found: dict[Path, FileEdits] = {}
    for one in made:
        source = one.change.entry.source
        for spot in one.thing.spots:
            edits = found.setdefault(spot.file.path, FileEdits(spot.file))
            edits.rows.setdefault(spot.steps, {})[one.property] = one.after
        if source.entry is not None and source.uid not in known.data.sources:
            found[one.thing.spots[0].file.path].sources[source.uid] = source.entry
    for one in made:
        if "source" in properties(one.thing.model) and one.property != "source":
            for spot in one.thing.spots:
                _add_source(found[spot.file.path].rows[spot.steps], spot, one)
    return found


def _add_source(values: dict[str, object], spot: Located[Any], one: Made) -> None:
    uid = one.change.entry.source.uid
    told = values.get("source", spot.row.get("source"))
    held = as_written(one.thing.model, "source", told) if told else []
    assert isinstance(held, list)
    if uid not in held:
        values["source"] = [*held, uid]
