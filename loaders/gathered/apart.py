"""A conversion of one's own beside the project's data: it loads with and without the wide dataset.

What the dataset holds word for word, sources apart, is taken over as it stands there; a person, and
whatever differs under the same uid, gets the name of the file behind its uid. So nothing of one's own
changes or repeats what is shipped, and no two people become one by their name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from loaders.files.problems import Problems
from loaders.form.read import read_entries
from loaders.form.schema import SourceEntry
from loaders.gathered.shipped import shipped
from loaders.groups.read import dataset_files, shipped_files

Entry = dict[str, object]


@dataclass(frozen=True)
class Taken:
    """The entries of core and dataset by uid, and the sources of the dataset."""

    entries: Mapping[str, Entry]
    sources: Mapping[str, SourceEntry]


@cache
def taken() -> Taken:
    """What core and dataset hold, read once. Raises InvalidData where a shipped file is faulty."""
    problems = Problems()
    found = read_entries([*shipped_files(), *dataset_files()], problems)
    problems.stop()
    rows: list[Any] = [*found.units, *found.persons, *found.posts, *found.documents]
    entries = {row.entry.uid: _plain(row.entry) for row in rows}
    entries |= {parts.head.entry.uid: {} for parts in found.groups}
    own = {uid for uid, _ in shipped().entries.sources}
    sources = {uid: row.entry for uid, row in found.sources if uid not in own}
    return Taken(entries, sources)


def set_apart(sections: Mapping[str, list[Entry]], name: str) -> dict[str, SourceEntry]:
    """Bring the sections beside what is shipped; answers the dataset's sources that they now name.

    `sections` holds units, persons, posts, documents, tenures and groups, changed in place.
    """
    new: dict[str, str] = {}
    told: set[str] = set()
    for section in ("persons", "groups", "units", "posts", "documents"):
        for place, entry in enumerate(sections[section]):
            uid = str(entry["uid"])
            known = taken().entries.get(uid)
            if known is None:
                continue
            if section not in ("persons", "groups") and _alike(_renamed(entry, new), known):
                sections[section][place] = dict(known)
                told |= set(_texts(known.get("source")))
            else:
                new[uid] = f"{uid}@{name}"
    for entries in sections.values():
        entries[:] = [_renamed(entry, new) for entry in entries]
    return {uid: taken().sources[uid] for uid in sorted(told & set(taken().sources))}


def _plain(entry: BaseModel) -> Entry:
    """The entry as a file holds it: what it leaves out is left out."""
    return entry.model_dump(by_alias=True, exclude_unset=True, mode="json")


def _alike(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    keys = (set(one) | set(other)) - {"source"}
    return all(_text(one.get(key)) == _text(other.get(key)) for key in keys)


def _text(value: object) -> object:
    return (
        [*value] if isinstance(value, list | tuple) else str(value) if value is not None else None
    )


def _texts(value: object) -> Iterable[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else ()


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, new) for inner in value]
    return new.get(value, value) if isinstance(value, str) else value
