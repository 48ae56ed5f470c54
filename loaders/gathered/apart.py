"""A conversion of one's own beside the project's data: it loads with and without the wide dataset.

What the dataset holds word for word, sources apart, is taken over as it stands there; a person, and
whatever differs under the same uid, gets the name of the file behind its uid. So nothing of one's own
changes or repeats what is shipped, and no two people become one by their name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from loaders.form.schema import SourceEntry
from loaders.gathered.shipped import shipped

Entry = dict[str, Any]


@dataclass(frozen=True)
class Taken:
    """The entries of core and dataset by uid, and the sources of the dataset."""

    entries: Mapping[str, Entry]
    sources: Mapping[str, SourceEntry]


@cache
def taken() -> Taken:
    """What core and dataset hold. Raises InvalidData where a shipped file is faulty."""
    found = shipped(whole=True).entries
    rows: list[Any] = [*found.units, *found.persons, *found.posts, *found.documents]
    entries = {row.entry.uid: plain(row.entry) for row in rows}
    entries |= {parts.head.entry.uid: {} for parts in found.groups}
    own = {uid for uid, _ in shipped().entries.sources}
    sources = {uid: row.entry for uid, row in found.sources if uid not in own}
    return Taken(entries, sources)


def set_apart(sections: Sequence[list[Entry]], name: str) -> dict[str, SourceEntry]:
    """Bring the sections beside what is shipped, in place; answers the dataset's sources that they now name.

    Persons and groups stand first: what refers to them is compared with what is shipped.
    """
    new: dict[str, str] = {}
    told: set[str] = set()
    for section in sections:
        for place, entry in enumerate(section):
            uid = str(entry.get("uid"))
            known = taken().entries.get(uid)
            if known is None:
                continue
            own = uid.startswith(("person:", "group:"))
            if not own and _alike(_renamed(entry, new), known):
                section[place] = dict(known)
                told |= set(map(str, known.get("source", ())))
            else:
                new[uid] = f"{uid}@{name}"
    for section in sections:
        section[:] = [_renamed(entry, new) for entry in section]
    return {uid: taken().sources[uid] for uid in sorted(told & set(taken().sources))}


def plain(entry: BaseModel) -> Entry:
    """The entry as a file holds it: what it leaves out is left out."""
    return entry.model_dump(by_alias=True, exclude_unset=True, mode="json")


def _alike(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    keys = (set(one) | set(other)) - {"source"}
    return all(str(one.get(key)) == str(other.get(key)) for key in keys)


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(inner, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, new) for inner in value]
    return new.get(value, value) if isinstance(value, str) else value
