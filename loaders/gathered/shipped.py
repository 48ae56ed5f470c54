"""What the project's own files hold already, so that converting adds to it and repeats nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.files.problems import Problems
from loaders.form.entries import Entries, GroupParts
from loaders.form.read import read_entries
from loaders.gathered.merge import name_key
from loaders.groups.read import shipped_files


@dataclass(frozen=True)
class Shipped:
    """The entries of the project's own files, groups by name."""

    entries: Entries
    groups: Mapping[str, GroupParts]

    @property
    def bodies_of_people(self) -> Mapping[str, Sequence[str]]:
        """uid of each person to the references of the bodies of the posts that they show."""
        units = {row.entry.uid: row.entry.unit for row in self.entries.posts}
        found: dict[str, list[str]] = defaultdict(list)
        for tenure in self.entries.tenures:
            found[tenure.entry.person].append(units[tenure.entry.post])
        for parts in self.entries.groups:
            for seat in parts.seats:
                if seat.entry.person and seat.entry.post:
                    found[seat.entry.person].append(units[seat.entry.post])
        return found


@cache
def shipped() -> Shipped:
    """The core files, read once. Raises InvalidData where one of them is faulty."""
    problems = Problems()
    entries = read_entries(shipped_files(), problems)
    problems.stop()
    groups = {}
    for parts in entries.groups:
        groups[name_key(parts.head.entry.name)] = parts
    return Shipped(entries, groups)
