"""Files to files: read, convert, write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import ConfigDict

from loaders.corrections.again import correct_again
from loaders.form.listed import read_list
from loaders.form.values import Row, Text
from loaders.gathered.convert import Converted, convert
from loaders.quality.decisions import read_decisions
from loaders.gathered.reader import read_gathered, read_what_is_valid
from loaders.gathered.write import write

GATHERED = Path(__file__).parents[1] / "data" / "gathered"
"""The gathered files that come with the project."""

SAME, PERSONS = "same.yaml", "persons.yaml"
REVIEWED = (SAME, PERSONS)
"""Files that hold what was decided by hand: which entries are one group, which names one person."""


def gathered_files() -> tuple[Path, ...]:
    """The shipped gathered files in fixed order."""
    return tuple(path for path in sorted(GATHERED.glob("*.yaml")) if path.name not in REVIEWED)


def convert_files(
    files: Sequence[Path],
    folder: Path,
    same: Path | None = None,
    persons: Path | None = None,
    *,
    strict: bool = True,
) -> tuple[Converted, list[Path]]:
    """Convert files and write the result; answers it with the paths of what was written.

    `same` and `persons` are the reviewed files, by default those beside the files.
    `strict` refuses a faulty file; else its faulty parts are left out and told in `faults`.
    Of all that is shipped the corrections that were applied (`lsgraph data apply`) are made again.
    Raises InvalidData with every fault of the files, and of corrections that do not fit any more.
    """
    paths = [path for path in files if path.name not in REVIEWED]
    groups, names = same or _beside(paths, SAME), persons or _beside(paths, PERSONS)
    joined = read_same(groups) if groups else {}
    decided = read_decisions(names) if names else ()
    read, faults = (read_gathered(paths), ()) if strict else read_what_is_valid(paths)
    converted = convert(read, joined, decided, apart=own_name(paths))
    converted.faults = list(faults)
    written = write(converted, folder)
    if own_name(paths) is None:
        correct_again(written)
    return converted, written


def _beside(paths: Sequence[Path], name: str) -> Path | None:
    """The file of a name beside one of the others."""
    return next((p.parent / name for p in paths if (p.parent / name).is_file()), None)


def own_name(paths: Sequence[Path]) -> str | None:
    """The name of files of one's own; None where all shipped ones are converted together."""
    if {path.resolve() for path in gathered_files()} <= {path.resolve() for path in paths}:
        return None
    return re.sub(r"\W+", "-", paths[0].stem) if paths else "own"


class SameGroup(Row):
    """An entry that is of a group under another name; what else a line says is for its readers."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    entry: Text
    group: Text


def read_same(path: Path) -> dict[str, str]:
    """Entry to group, as the file judges it. Raises InvalidData for a faulty file."""
    return {row.entry: row.group for row in read_list(path, "same", SameGroup)}
