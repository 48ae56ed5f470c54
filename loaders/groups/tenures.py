"""Tenures (任职) that a source names beside or outside a group, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from graph.core.dates import Period, start_bound
from loaders.form.entries import Entries, Located
from loaders.form.references import References
from loaders.form.schema import PostEntry, TenureEntry
from loaders.groups.derived_ends import end_basis, last_shown
from loaders.groups.rows import TenureRow, row_of


def tenure_rows(entries: Entries, refs: References) -> tuple[TenureRow, ...]:
    """The stated tenures; unknown persons, posts and sources become problems."""
    return tuple(row for entry in entries.tenures for row in _tenure(entry, refs))


def _tenure(row: Located[TenureEntry], refs: References) -> Iterator[TenureRow]:
    entry = row.entry
    period = Period.of(entry.from_, entry.to)
    person = refs.known(entry.person, "person", row.at("person"))
    post = refs.known(entry.post, "post", row.at("post"))
    sources = refs.sources(row)
    _unit_exists(row, refs)
    if person and post:
        shown = last_shown(period, entry.as_of)
        yield row_of(
            TenureRow, entry, period=period, end_basis=end_basis(period), last_evidence=shown,
            sources=sources,
        )  # fmt: skip


def _unit_exists(row: Located[TenureEntry], refs: References) -> None:
    post = refs.first.get(row.entry.post)
    text = row.entry.from_ or row.entry.as_of
    if text and post is not None and isinstance(post.entry, PostEntry):
        refs.unit(post.entry.unit, start_bound(text).day, row.at("post"))
