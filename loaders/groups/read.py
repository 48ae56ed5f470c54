"""Read group files: YAML in the form of docs/data.md to rows with resolved references.

    data = read_groups()                                  # the shipped bodies
    data = read_groups([*shipped_files(), Path("my.yaml")])

Reads everything, reports every fault at once (graph.core.errors.InvalidData) and writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from graph.core.dates import start_bound
from loaders.divisions.lookup import DivisionTable, shipped_divisions
from loaders.files.problems import Problems
from loaders.files.yaml import YamlFile, read_yaml
from loaders.form.entries import Entries, Located
from loaders.form.fields import unknown_fields
from loaders.form.read import read_entries
from loaders.form.references import References
from loaders.form.schema import DocumentEntry
from loaders.groups.agencies import agency_row, agency_ties
from loaders.groups.bodies import bodies
from loaders.groups.checks import held_twice, two_chairs, two_heads
from loaders.groups.derived_ends import ended_seats
from loaders.groups.posts import post_rows, tenure_rows
from loaders.groups.rows import LEGAL_ITEMS, DocumentRow, GroupData, row_of
from loaders.groups.tenures import left_seats, tenures
from loaders.overlays.lay import Overlays, lay_over
from loaders.tables.convert import read_tables
from loaders.tables.read.detect import is_tables

DATA = Path(__file__).parents[1] / "data"
CENTRE = (DATA / "terms" / "centre.yaml", DATA / "terms" / "state.yaml")
"""The terms of the highest posts; those of other posts name bodies and persons of the wide dataset."""


def shipped_files() -> tuple[Path, ...]:
    """The agencies, the terms of the centre and the group files of the project, in fixed order."""
    return (DATA / "agencies.yaml", *CENTRE, *_sorted("groups"))


def _sorted(folder: str) -> list[Path]:
    return sorted((DATA / folder).glob("*.yaml"))


def core_groups() -> frozenset[str]:
    """The uids of the shipped groups, read from their entries alone."""
    entries = read_entries(shipped_files(), Problems())
    return frozenset(group.head.entry.uid for group in entries.groups)


def dataset_files() -> tuple[Path, ...]:
    """The files of the wide dataset, which add to the shipped ones and are read after them.

    Last come the terms of other posts than the centre's, and the laws that name one of the bodies.
    """
    terms = (path for path in _sorted("terms") if path not in CENTRE)
    return (*_sorted("dataset"), *terms, DATA / "laws.yaml")


def read_everything(*own: Path) -> GroupData:
    """The shipped groups, those of the wide dataset and files of one's own; raises InvalidData."""
    return read_groups([*shipped_files(), *dataset_files(), *own])


def dataset_source() -> str | None:
    """The first source of the wide dataset: a graph that has it holds the dataset."""
    for path in dataset_files()[:1]:
        for uid, _ in read_entries([path], Problems()).sources:
            return uid
    return None


def read_groups(
    paths: Sequence[Path] | None = None,
    divisions: DivisionTable | None = None,
    *,
    allow_unsourced: bool = False,
    name: str | None = None,
    overlays: Overlays | None = None,
) -> GroupData:
    """Read and validate group files (default: the shipped ones) against a table of divisions.

    A path is a YAML file of either form, a workbook (XLSX) or a folder of CSV. `allow_unsourced`: what
    has no source is taken in under the source `unsourced`, with confidence low. `name` is put before
    the ids of tables, instead of the file's name. `overlays` are corrections laid over the files.

    Raises graph.core.errors.InvalidData with every problem of every file: file, line, column, remedy.
    """
    problems = Problems()
    files = shipped_files() if paths is None else paths
    entries, data = read_located(
        files, problems, divisions, allow_unsourced=allow_unsourced, name=name
    )
    if overlays is not None and not problems.found:
        data = laid_over(entries, data, overlays, problems, divisions)
    problems.stop()
    return data


def read_located(
    paths: Sequence[Path],
    problems: Problems,
    divisions: DivisionTable | None = None,
    *,
    allow_unsourced: bool = False,
    name: str | None = None,
) -> tuple[Entries, GroupData]:
    """The entries of group files with their places, and the rows made of them; faults go to `problems`."""
    entries = read_entries(paths, problems, partial(_opened, name), allow_unsourced=allow_unsourced)
    return entries, _resolved(entries, problems, divisions)


def laid_over(
    entries: Entries,
    data: GroupData,
    overlays: Overlays,
    problems: Problems,
    divisions: DivisionTable | None = None,
) -> GroupData:
    """Correct entries and answer the rows made of them then, as `lay_over` does; faults go to `problems`."""
    again = partial(_resolved, entries, problems, divisions)
    return lay_over(entries, data, overlays, problems, again)


def _resolved(
    entries: Entries, problems: Problems, divisions: DivisionTable | None = None
) -> GroupData:
    """The rows made of entries; what they refer to and is not there is noted in `problems`."""
    refs = References(entries, divisions or shipped_divisions(), problems)
    data = _rows(entries, refs)
    refs.check_faulty()
    return data


def _opened(name: str | None, path: Path, before: Entries, problems: Problems) -> YamlFile | None:
    """Tables by their cells, with doubts noted; a file of the form as it is."""
    if not is_tables(path):
        return read_yaml(path, problems)
    found = read_tables(path, before, problems, name)
    if found is None:
        return None
    before.doubts += found[1]
    return found[0]


def _rows(entries: Entries, refs: References) -> GroupData:
    units = [row for row in entries.units if refs.unique(row.entry.uid, row)]
    agencies = tuple(agency_row(row, refs) for row in units)
    posts, doubts = post_rows(entries, refs, agencies)
    by_uid = {post.uid: post for post in posts}
    acts = [row for row in entries.documents if refs.unique(row.entry.uid, row)]
    documents = tuple(_document(row, refs, _day_of_document(row.entry, entries)) for row in acts)
    found = bodies(entries, refs, documents)
    groups = {group.uid: group for group in found.groups}
    stated = tenure_rows(entries, refs)
    held = tenures(stated, found.seats, by_uid)
    warnings = [
        *entries.doubts, *doubts, *two_heads(held, by_uid), *held_twice(stated),
        *two_chairs(found.seats, groups), *unknown_fields(entries.groups),
    ]  # fmt: skip
    return GroupData(
        sources={uid: row.entry for uid, row in entries.sources if refs.unique(uid, row)},
        agencies=agencies,
        ties=tuple(tie for row in units for tie in agency_ties(row, refs)),
        persons=tuple(r.entry for r in entries.persons if refs.unique(r.entry.uid, r)),
        posts=posts,
        tenures=held,
        documents=documents,
        groups=found.groups,
        seats=left_seats(ended_seats(found.seats, groups), held),
        events=found.events,
        claims=found.claims,
        notes=found.notes,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _day_of_document(entry: DocumentEntry, entries: Entries) -> str | None:
    """When it was issued, else when the first group that it founded is first known."""
    starts = (
        parts.head.entry.from_ for parts in entries.groups
        if entry.uid in parts.head.entry.established_by
    )  # fmt: skip
    return entry.issued or next((start for start in starts if start), None)


def _document(row: Located[DocumentEntry], refs: References, dated: str | None) -> DocumentRow:
    entry = row.entry
    day = start_bound(dated).day if dated else None
    issuers = [
        refs.known(text, "group", row.at("issuers", number)) if text.startswith("group:")
        else refs.unit(text, day, row.at("issuers", number))
        for number, text in enumerate(entry.issuers)
    ]  # fmt: skip
    known = tuple(uid for uid in issuers if uid)
    asked = [
        refs.unit(text, day, row.at("petitioned_by", number))
        for number, text in enumerate(entry.petitioned_by)
    ]
    legal = {item: yes for item in LEGAL_ITEMS if (yes := getattr(entry, item)) is not None}
    return row_of(
        DocumentRow, entry, issuers=known, petitioned_by=tuple(uid for uid in asked if uid),
        sources=refs.sources(row), legal=legal,
    )  # fmt: skip
