"""What the project's own files hold already, so that converting adds to it and repeats nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from graph.core.dates import start_bound
from loaders.files.problems import Problems
from loaders.form.entries import Entries, GroupParts
from loaders.form.read import read_entries
from loaders.form.schema import PostEntry, SeatEntry, TenureEntry
from loaders.gathered.merge import name_key
from loaders.quality.careers import Held, plain_ref
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
    def held_by_people(self) -> Mapping[str, Sequence[Held]]:
        """uid of each person to what tenures and seats tell of it."""
        posts = {row.entry.uid: row.entry for row in self.entries.posts}
        found: dict[str, list[Held]] = defaultdict(list)
        for row in self.entries.tenures:
            found[row.entry.person].append(_held(posts[row.entry.post], row.entry))
        for parts in self.entries.groups:
            for seat in parts.seats:
                if seat.entry.person and seat.entry.post:
                    group = parts.head.entry.uid
                    found[seat.entry.person].append(
                        _held(posts[seat.entry.post], seat.entry, group)
                    )
        return found


def _held(
    post: PostEntry, told: TenureEntry | SeatEntry, group: str | None = None
) -> Held:  # fmt: skip
    return Held(
        plain_ref(post.unit), post.title, start_bound(told.from_).day if told.from_ else None, group,
        told.role if isinstance(told, SeatEntry) else None, frozenset(told.source),
    )  # fmt: skip


@cache
def shipped(whole: bool = False) -> Shipped:
    """The core files, or the `whole` with the dataset, read once. Raises InvalidData where one is faulty."""
    problems = Problems()
    entries = read_entries([*shipped_files(), *(dataset_files() if whole else ())], problems)
    problems.stop()
    heads = [(parts.head.entry, parts) for parts in entries.groups]
    named = {name_key(head.name): parts for head, parts in heads}
    return Shipped(entries, named, {head.uid: parts for head, parts in heads})
