"""Reads gathered files: every fault at once, with file and line; nothing is converted from a faulty file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from graph.core.words import Words
from loaders.files.problems import Problems, nearest
from loaders.files.yaml import Step, YamlFile, read_yaml
from loaders.form.schema import SourceEntry
from loaders.form.validation_messages import explained
from loaders.gathered.form import (
    Ended,
    Founding,
    Gathered,
    GatheredFile,
    GatheredGroup,
    GatheredSeat,
    InForce,
    Office,
    Place,
)
from loaders.gathered.lenient import salvaged
from loaders.gathered.resourced import resourced

T = TypeVar("T", bound=BaseModel)

ALL = 100_000
"""Faults that a conversion lists: it leaves the faulty parts out and goes on."""

INNER: dict[str, type[BaseModel]] = {
    "seats": GatheredSeat, "founding": Founding, "ended": Ended, "office": Office,
    "place": Place, "in_force": InForce,
}  # fmt: skip
"""What the parts of an entry are, so that a fault in one is reported in its own terms."""


def read_gathered(paths: Sequence[Path]) -> tuple[Gathered, ...]:
    """Read the files in the order given. Raises graph.core.errors.InvalidData with every fault of all."""
    problems = Problems()
    files = [_read(path, problems) for path in paths]
    problems.stop()
    return tuple(file for file in files if file is not None)


def read_what_is_valid(paths: Sequence[Path]) -> tuple[tuple[Gathered, ...], tuple[str, ...]]:
    """The files without their faulty parts, and each fault with its file and line.

    Raises InvalidData only where a file is not YAML of this form at all, so that nothing can be read.
    """
    problems, unreadable = Problems(most=ALL), Problems()
    found = []
    for path in paths:
        before = len(problems.found)
        file = _read(path, problems)
        if file is None:
            unreadable.found += problems.found[before:]
            continue
        found.append(file)
    unreadable.stop()
    return _told_apart(found), tuple(str(one) for one in sorted(set(problems.found)))


def _told_apart(files: Sequence[Gathered]) -> tuple[Gathered, ...]:
    """Entries whose id stands twice get a number, so that neither hides the other."""
    seen: Counter[str] = Counter()
    found = []
    for file in files:
        groups = []
        for group in file.groups:
            seen[group.id] += 1
            number = seen[group.id]
            groups.append(
                group if number == 1 else group.model_copy(update={"id": f"{group.id}-{number}"})
            )
        found.append(replace(file, groups=tuple(groups)))
    return tuple(found)


def _read(path: Path, problems: Problems) -> Gathered | None:
    file = read_yaml(path, problems)
    return _entries(file, problems) if file else None


def _entries(file: YamlFile, problems: Problems) -> Gathered:
    for name in set(file.tree) - set(GatheredFile.model_fields):
        known = sorted(GatheredFile.model_fields)
        problems.add(
            file.at(name),
            Words(f"Unknown section {name!r}.", f"未知的节“{name}”。"),
            nearest(str(name), known),
        )
    sources = _sources(file, problems)
    groups = _groups(file, problems)
    _check(file, sources, groups, problems)
    kept = (resourced(group, {uid: uid for uid in sources}) for group in groups.values())
    return Gathered(file.path.stem, sources, tuple(group for group in kept if group is not None))


def _sources(file: YamlFile, problems: Problems) -> dict[str, SourceEntry]:
    raw = file.tree.get("sources") or {}
    found: dict[str, SourceEntry] = {}
    if not isinstance(raw, dict):
        problems.add(
            file.at("sources"),
            Words(
                "`sources` is a mapping from an id to a source.", "sources 应为由 id 到来源的映射。"
            ),
        )
        return found
    for uid, row in raw.items():
        whole = {"url": None, **row} if isinstance(row, dict) else row
        if entry := _valid(file, ("sources", uid), whole, SourceEntry, problems):
            found[str(uid)] = entry
    return found


def _groups(file: YamlFile, problems: Problems) -> dict[int, GatheredGroup]:
    found: dict[int, GatheredGroup] = {}
    raw = file.tree.get("groups") or ()
    if not isinstance(raw, list):
        problems.add(
            file.at("groups"), Words("`groups` is a list of entries.", "groups 应为条目的列表。")
        )
        return found
    for number, row in enumerate(raw):
        if entry := _valid(file, ("groups", number), row, GatheredGroup, problems):
            found[number] = entry
    return found


def _valid(
    file: YamlFile, steps: tuple[Step, ...], row: Any, model: type[T], problems: Problems
) -> T | None:
    try:
        return model.model_validate(row)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            inner = INNER.get(str(detail["loc"][0]) if detail["loc"] else "", model)
            text, suggestions = explained(detail, inner)
            problems.add(file.at(*steps, *detail["loc"]), text, suggestions)
        rest = salvaged(row, model)
        if rest is None:
            problems.add(
                file.at(*steps),
                Words(
                    "The entry cannot be converted without these.", "缺少这些内容，该条目不能转换。"
                ),
            )
        return rest


def _check(
    file: YamlFile, sources: dict[str, SourceEntry], groups: dict[int, GatheredGroup],
    problems: Problems,
) -> None:  # fmt: skip
    """Ids stand once; every source named is in the file; an entry without a source says nothing."""
    ids = Counter(group.id for group in groups.values())
    for number, group in groups.items():
        if ids[group.id] > 1:
            problems.add(
                file.at("groups", number, "id"),
                Words(f"The id {group.id!r} stands twice.", f"编号“{group.id}”出现两次。"),
            )
        for uid in group.sources:
            if uid not in sources:
                like = nearest(uid, list(sources), limit=1)
                problems.add(
                    file.at("groups", number),
                    Words(f"No source is called {uid!r}.", f"没有编号为“{uid}”的来源。"),
                    like,
                )
        if not group.sources:
            problems.add(
                file.at("groups", number),
                Words(f"{group.id!r} names no source.", f"“{group.id}”没有注明来源。"),
            )
