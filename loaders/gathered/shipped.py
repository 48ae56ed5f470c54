"""What the project's own files hold already, so that converting adds to it and repeats nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from loaders.files.problems import Problems
from loaders.form.entries import Entries, GroupParts
from loaders.form.read import read_entries
from loaders.gathered.merge import name_key
from loaders.groups.read import dataset_files, shipped_files


@dataclass(frozen=True)
class Shipped:
    """The entries of the project's own files, groups by name and by uid."""

    entries: Entries
    groups: Mapping[str, GroupParts]
    by_uid: Mapping[str, GroupParts]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Name of each person by uid."""
        return {row.entry.uid: row.entry.name for row in self.entries.persons}

    @cached_property
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
def shipped(whole: bool = False) -> Shipped:
    """The core files, or the `whole` with the dataset, read once. Raises InvalidData where one is faulty."""
    problems = Problems()
    entries = read_entries([*shipped_files(), *(dataset_files() if whole else ())], problems)
    problems.stop()
    heads = [(parts.head.entry, parts) for parts in entries.groups]
    named = {name_key(head.name): parts for head, parts in heads}
    return Shipped(entries, named, {head.uid: parts for head, parts in heads})
