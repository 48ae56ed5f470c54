"""The folder of overlays: corrections written, listed and taken back. Nothing is written into a graph."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from graph.core.errors import InputError, UnknownName
from graph.core.files import write_fresh
from graph.core.words import Words
from graph.settings import Settings
from loaders.files.flow import value_text
from loaders.files.problems import Problems, nearest
from loaders.files.yaml import stamp
from loaders.form.entries import Entries
from loaders.groups.read import dataset_files, laid_over, read_located, shipped_files
from loaders.groups.rows import GroupData
from loaders.overlays.form import FORM, CorrectionEntry, overlay_text, read_overlay
from loaders.overlays.lay import Overlays
from loaders.overlays.things import Things, things


def overlays_folder(settings: Settings) -> Path:
    """Where the overlays of a home lie."""
    return settings.data_dir / "overlays"


def overlays_of(folder: Path) -> Overlays:
    """The overlays of a folder, in the order of their names, for a load of shipped groups."""
    return Overlays(_files(folder), lambda uid: shipped_things().found(uid) is not None)


def shipped_things() -> Things:
    """All that the shipped files hold, kept until one of them changes; raises InvalidData."""
    return _shipped()[2]


class Rejected(InputError):
    """A correction that is not valid: `faults` say why."""

    def __init__(self, faults: Sequence[Words]) -> None:
        super().__init__(Words.joined(faults, "\n", "\n"))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Kept:
    """A correction, the name of the file that keeps it, and the value that it replaces."""

    name: str
    entry: CorrectionEntry
    before: object = None


def write_overlay(folder: Path, fields: Mapping[str, object], *, dry_run: bool = False) -> Kept:
    """Check a correction against the shipped data and the overlays of the folder, and keep it as a file.

    `fields` are those of the form: thing, property, value, source, who, when, and note if there is one.
    Raises Rejected with every fault, InvalidData where the other overlays are faulty. Nothing is
    written then, nor with `dry_run`.
    """
    with tempfile.TemporaryDirectory(prefix="lsgraph-") as made:
        path = Path(made) / "overlay.yaml"
        rows = "\n  ".join(f"{name}: {value_text(value)}" for name, value in fields.items())
        text = f"form: {FORM}\ncorrections:\n- {rows}\n"
        path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        entry, before = _judged(path, _files(folder))
    fact = sha256(f"{entry.thing}|{entry.property}".encode()).hexdigest()[:8]
    name = f"{entry.when}-{entry.property}-{fact}"
    if not dry_run:
        folder.mkdir(parents=True, exist_ok=True)
        write_fresh(folder / f"{name}.yaml", overlay_text([entry]), False)
    return Kept(name, entry, before)


def listed(folder: Path) -> list[Kept]:
    """The corrections of a folder in the order of its files; raises InvalidData with every fault."""
    problems = Problems()
    found = [
        Kept(path.stem, one.entry)
        for path in _files(folder)
        for one in read_overlay(path, problems)
    ]
    problems.stop()
    return found


def overlay_file(folder: Path, name: str) -> Path:
    """The file of that name; raises UnknownName where there is none."""
    files = {path.stem: path for path in _files(folder)}
    if name.removesuffix(".yaml") not in files:
        raise UnknownName(Words("overlay", "更正文件"), name, nearest(name, list(files)))
    return files[name.removesuffix(".yaml")]


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.yaml")))


def _judged(path: Path, others: Sequence[Path]) -> tuple[CorrectionEntry, object]:
    """The one correction of a file with its uid and value in full, and the value that it replaces."""
    problems = Problems()
    entries, data, known = _shipped()
    entries = entries.copy()
    laid_over(entries, data, Overlays((*others, path)), problems)
    if mine := [one.said for one in sorted(set(problems.found)) if one.place.path == path]:
        raise Rejected(mine)
    problems.stop()
    over = next(o for row in entries.located() for o in row.over.values() if o.place.path == path)
    if over.before == over.after:
        same = Words("The data has this value: nothing changes.", "数据已为此值：无所更正。")
        raise Rejected([same])
    told = read_overlay(path, problems)[0].entry
    thing = known.found(told.thing)
    uid = thing.uid if thing else told.thing
    return told.model_copy(update={"thing": uid, "value": over.after}), over.before


def _shipped() -> tuple[Entries, GroupData, Things]:
    files = (*shipped_files(), *dataset_files())
    return _read(files, tuple(map(stamp, files)))


@lru_cache(maxsize=1)
def _read(
    files: tuple[Path, ...], _: tuple[tuple[int, ...], ...]
) -> tuple[Entries, GroupData, Things]:
    problems = Problems()
    entries, data = read_located(files, problems)
    problems.stop()
    return entries, data, things(entries, data)
