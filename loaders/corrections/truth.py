"""Which group files a patch corrects, which are read with them, and what was corrected before.

The truth of what is shipped are the files of loaders/data; files of one's own are read on top of them.
Every correction is kept in `corrections/` beside the files, as a patch of all that was applied to a folder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.core.errors import InputError
from graph.core.words import Words
from loaders.corrections.form import Change, read_patch
from loaders.overlays.things import Things, things
from loaders.files.problems import Problem, Problems
from loaders.files.yaml import stamp
from loaders.groups.read import DATA, dataset_files, read_located, shipped_files
from loaders.tables.read.detect import is_tables

KEPT, APPLIED = "corrections", "applied"
"""The folder of what was applied, and its file for the folder of the files itself."""


@dataclass(frozen=True)
class Truth:
    """`files` are corrected; `base` is read before them, `behind` after them; `root` is their folder.

    `allow_unsourced` reads what names no source, as a load does.
    """

    files: tuple[Path, ...]
    root: Path
    base: tuple[Path, ...] = ()
    behind: tuple[Path, ...] = ()
    allow_unsourced: bool = False

    def kept_in(self, path: Path) -> Path:
        """The file that keeps what was applied to a file: one for each folder below the root."""
        inside, root = path.resolve().parent, self.root.resolve()
        below = inside.relative_to(root).parts if inside.is_relative_to(root) else ()
        return self.root / KEPT / f"{'_'.join(below) or APPLIED}.yaml"

    @property
    def _all(self) -> tuple[Path, ...]:
        return (*self.base, *self.files, *self.behind)

    def read(self) -> Things:
        """Everything of the files, and of those read with them; raises InvalidData with their faults."""
        return _read(self._all, tuple(map(_stamp, self._all)), self.allow_unsourced)

    def faults(self, instead: Mapping[Path, Path]) -> list[Problem]:
        """What would be wrong with the files if others stood in the place of some."""
        problems, paths = Problems(), [instead.get(path, path) for path in self._all]
        read_located(paths, problems, allow_unsourced=self.allow_unsourced)
        return problems.found

    def history(self, name: str = "*") -> list[Change]:
        """What was applied before, oldest first; `name` is that of the folder of files, all by default.

        Raises InvalidData where what is kept is faulty.
        """
        problems = Problems()
        kept = sorted((self.root / KEPT).glob(f"{name}.yaml"))
        found = [change for path in kept for change in read_patch(path, problems)]
        problems.stop()
        return found


def _stamp(path: Path) -> tuple[int, ...]:
    return stamp(path) if path.exists() else ()


@lru_cache(maxsize=1)
def _read(paths: tuple[Path, ...], _: tuple[tuple[int, ...], ...], allow_unsourced: bool) -> Things:
    """What files hold, kept until one changes."""
    problems = Problems()
    entries, data = read_located(paths, problems, allow_unsourced=allow_unsourced)
    problems.stop()
    return things(entries, data)


def shipped_truth(own: Sequence[Path] = ()) -> Truth:
    """The files that are shipped, core and dataset, and with them files of one's own."""
    return Truth((*shipped_files(), *dataset_files(), *own), DATA)


def own_truth(paths: Sequence[Path], *, allow_unsourced: bool = False) -> Truth:
    """Group files of one's own, on top of those that are shipped.

    Raises InputError for a workbook or tables: they are corrected by hand, at the cell.
    """
    for path in paths:
        if is_tables(path):
            raise InputError(
                Words(
                    f"{path} is a workbook or holds tables: correct its cell, and load it again. A patch"
                    " corrects group files (lsgraph/groups/1).",
                    f"{path} 是工作簿或表格：请改正其单元格后重新载入。"
                    "更正文件只用于小组文件（lsgraph/groups/1）。",
                )
            )
    base = (*shipped_files(), *dataset_files())
    return Truth(tuple(paths), paths[0].resolve().parent, base, allow_unsourced=allow_unsourced)
