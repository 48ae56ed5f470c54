"""What is loaded without a source (`--allow-unsourced`): one source of that name, and groups marked by it."""

from __future__ import annotations

from loaders.form.schema import SourceEntry
from loaders.groups.rows import GroupData

UNSOURCED = "unsourced"
"""Id of the source of everything that names none; `source` of a tie shows it."""


def no_source() -> SourceEntry:
    """The entry of that source; no file may write its kind."""
    return SourceEntry.model_construct(
        title="No source given (未注明来源)", url=None, kind=UNSOURCED, date=None, licence=None
    )


def unsourced_groups(data: GroupData) -> frozenset[str]:
    """Groups with a statement without a source: theirs, a seat's, a note's, their act's, a tenure's."""
    found = {row.uid for row in data.groups if UNSOURCED in row.sources}
    acts = {row.uid for row in data.documents if UNSOURCED in row.sources}
    found |= {row.uid for row in data.groups if acts.intersection(row.established_by)}
    for rows in (data.seats, data.events, data.notes):
        found |= {row.group for row in rows if UNSOURCED in row.sources}
    holders = {row.person for row in data.tenures if UNSOURCED in row.sources}
    found |= {row.group for row in data.seats if row.person in holders}
    return frozenset(found)
