"""Files to files: read, convert, write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ruamel.yaml import YAML

from graph.errors import InputError
from loaders.gathered.convert import Converted, convert
from loaders.gathered.reader import read_gathered
from loaders.gathered.write import write

GATHERED = Path(__file__).parents[1] / "data" / "gathered"
"""The gathered files that come with the project."""

SAME = "same.yaml"


def gathered_files() -> tuple[Path, ...]:
    """The shipped gathered files in fixed order."""
    return tuple(path for path in sorted(GATHERED.glob("*.yaml")) if path.name != SAME)


def convert_files(
    files: Sequence[Path], folder: Path, same: Path | None = None
) -> tuple[Converted, list[Path]]:
    """Convert files and write the result; answers it with the paths of what was written.

    Raises InvalidData with every fault of the files, InputError where `same` is no such file.
    """
    paths = [path for path in files if path.name != SAME]
    beside = same or next((p.parent / SAME for p in paths if (p.parent / SAME).is_file()), None)
    converted = convert(read_gathered(paths), read_same(beside) if beside else {})
    return converted, write(converted, folder)


def read_same(path: Path) -> dict[str, str]:
    """Entry to group, as the file judges it."""
    try:
        rows = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["same"]
        return {row["entry"]: row["group"] for row in rows}
    except (KeyError, TypeError) as error:
        raise InputError(f"{path} is no list `same` of entry and group: {error}.") from None
