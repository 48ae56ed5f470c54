"""Corrections in the graph: laid over the shipped data by a load, taken back by the next without the file."""

from __future__ import annotations

from pathlib import Path

from graph.connection import Database
from loaders.load.verbs import load_groups
from loaders.overlays.lay import Overlays
from tests.overlays.files import NEW, correction, overlay
from tests.servers import empty


def test_a_load_lays_them_over_and_takes_them_back(database: Database, tmp_path: Path) -> None:
    path = overlay(
        tmp_path / "fix.yaml",
        correction("group:bth-air-lsg", "name_en", "Air Group", source=NEW),
        # Of the wide dataset, which this load leaves out: passed over.
        correction("group:d-yrd-city-coordination", "name_en", "x", source=NEW),
    )
    elsewhere = Overlays((path,), lambda uid: uid == "group:d-yrd-city-coordination")
    load_groups(empty(database))
    over, _ = load_groups(database, overlays=elsewhere)
    assert (over.changed["Group"], over.added["Source"]) == (1, 1)
    assert load_groups(database, overlays=elsewhere)[0].total == 0
    back, _ = load_groups(database)
    assert (back.changed["Group"], back.removed["Source"]) == (1, 1)
