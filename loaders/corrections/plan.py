"""What patches would do to the files: everything checked, every fault told at its place, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.core import door
from graph.core.errors import InputError
from graph.core.words import Words
from loaders.corrections.checks import Checks, Made
from loaders.corrections.edits import FileEdits, edits_of
from loaders.corrections.form import Change, change_text, patch_text, read_patch
from loaders.corrections.truth import Truth
from loaders.files.decoding import text_of
from loaders.files.problems import Problem, Problems
from loaders.files.yaml import read_yaml

HEAD = "Corrections that were applied, oldest first; lsgraph data apply adds to them."


@dataclass(frozen=True)
class Plan:
    """Changes, and the files as they are (None: not there) and as they would be."""

    truth: Truth
    made: Sequence[Made]
    before: Mapping[Path, str | None]
    after: Mapping[Path, str]


def plan(patches: Sequence[Path], truth: Truth) -> Plan:
    """Check patches against the files, all together.

    Raises InvalidData with every fault of every patch: a thing or property that is not there, another value
    than `from`, a value that is not valid, no source, one property changed twice.
    """
    problems = Problems()
    changes = [change for path in patches for change in read_patch(path, problems)]
    return planned(changes, truth, problems)


def planned(changes: Sequence[Change], truth: Truth, problems: Problems) -> Plan:
    """Check changes that were read, as `plan` does; `problems` holds the faults of reading them."""
    known = truth.read()
    checks = Checks(truth, known, problems)
    judged = [checks.made(change) for change in changes]
    made = checks.once([one for one in judged if one is not None])
    edits = edits_of(made, known)
    texts = {path: one.text() for path, one in edits.items()}
    before: dict[Path, str | None] = {path: old for path, (old, _) in texts.items()}
    after = {path: new for path, (_, new) in texts.items()}
    _read_back(truth, made, edits, after, problems)
    problems.stop()
    for path, changes_kept in _kept(truth, made).items():
        before[path] = text_if_there(path)
        after[path] = _with(before[path], changes_kept)
    return Plan(truth, made, before, after)


def text_if_there(path: Path) -> str | None:
    """The text of a file; None where there is none."""
    return text_of(path, door.YAML) if path.is_file() else None


def _kept(truth: Truth, made: Sequence[Made]) -> dict[Path, list[Made]]:
    """Which changes are noted in which file of what was applied."""
    found: dict[Path, list[Made]] = {}
    for one in made:
        for path in {truth.kept_in(spot.file.path) for spot in one.thing.spots}:
            found.setdefault(path, []).append(one)
    return found


def _with(kept: str | None, made: Sequence[Made]) -> str:
    if kept is None:
        return patch_text((one.change.entry for one in made), HEAD)
    added = "\n".join(change_text(one.change.entry) for one in made)
    return f"{kept.rstrip()}\n{added}\n"


def _read_back(
    truth: Truth,
    made: Sequence[Made],
    edits: Mapping[Path, FileEdits],
    texts: Mapping[Path, str],
    problems: Problems,
) -> None:
    """Read all files as they would be: what is wrong then is a fault of the change that makes it so."""
    if not made:
        return
    with TemporaryDirectory(prefix="lsgraph-") as folder:
        staged = {path: Path(folder) / f"{n}_{path.name}" for n, path in enumerate(texts)}
        for path, text in texts.items():
            staged[path].write_text(text, encoding="utf-8", newline="")
            _compare(path, staged[path], edits[path])
        names = {new: old for old, new in staged.items()}
        for problem in truth.faults(staged):
            _blame(problem, made, names.get(problem.place.path), problems)


def _compare(path: Path, staged: Path, edits: FileEdits) -> None:
    """Raise InputError where the changed text does not read as it must."""
    file = read_yaml(staged, Problems())
    if file is None or file.tree != edits.tree():
        raise InputError(
            Words(
                f"{path} is written in a way that a patch cannot change. Change it by hand.",
                f"{path} 的写法无法以更正文件改动，请手工改正。",
            )
        )


def _blame(problem: Problem, made: Sequence[Made], path: Path | None, problems: Problems) -> None:
    """Tell a fault of the files as they would be at the change that leads to it; `path` is the file's own.

    None is a file in which nothing changes.
    """
    at = replace(problem.place, path=path or problem.place.path)
    near = sorted(_before(problem, made, path), key=lambda one: one[0]) if path else []
    change = near[-1][1].change if near else made[0].change
    where = at.words
    told = Words(
        f"{problem.text.en} (It would stand in {where.en}.)",
        f"{problem.text.zh}（将见于 {where.zh}。）",
    )
    problems.add(change.at("to"), told, problem.suggestions)


def _before(
    problem: Problem, made: Sequence[Made], path: Path
) -> Iterator[tuple[tuple[bool, int, int], Made]]:
    """The changes of entries of that file that begin before the fault, those last whose value it is."""
    file = read_yaml(problem.place.path, Problems())
    for one in made:
        for spot in one.thing.spots:
            if file is not None and spot.file.path == path:
                value, entry = file.at(*spot.steps, one.property), file.at(*spot.steps)
                if entry.line <= problem.place.line:
                    exact = (value.line, value.column) == (problem.place.line, problem.place.column)
                    yield (exact, entry.line, entry.column), one
