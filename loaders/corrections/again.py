"""Corrections of converted files made again, after the files were converted anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loaders.corrections.form import Change
from loaders.corrections.plan import planned
from loaders.corrections.truth import Truth, shipped_truth
from loaders.corrections.write import replace_all
from loaders.files.problems import Problems
from loaders.groups.read import DATA, dataset_files, shipped_files

DATASET = "dataset"
"""The folder of converted files."""


def correct_again(files: Sequence[Path]) -> int:
    """Make in the files of the dataset the corrections that were applied to them; returns how many.

    Raises InvalidData where one does not fit any more: the gathered files say something else now, or nothing.
    """
    behind = tuple(path for path in dataset_files() if path.parent == DATA)
    converted = Truth(tuple(files), files[0].parent, shipped_files(), behind)
    return make_again(shipped_truth().history(DATASET), converted)


def make_again(history: Sequence[Change], converted: Truth) -> int:
    """Make corrections anew in files; raises as `correct_again`."""
    made = 0
    while history:
        turn, history = _turn(history, converted)
        done = planned(turn, converted, Problems())
        files = set(converted.files)
        replace_all({path: text for path, text in done.after.items() if path in files})
        made += len(done.made)
    return made


def _turn(history: Sequence[Change], converted: Truth) -> tuple[list[Change], list[Change]]:
    """The corrections to be made next, and those that build on them: each property once a turn."""
    known = converted.read()
    turn: dict[tuple[str, str], Change] = {}
    later: list[Change] = []
    for change in history:
        thing = known.found(change.entry.uid)
        fact = (thing.uid if thing else "", change.entry.property)
        if thing is None or fact in turn:
            later.append(change)
        else:
            turn[fact] = change
    return (list(turn.values()), later) if turn else (later, [])
