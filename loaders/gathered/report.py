"""What a conversion did, in words and numbers: counts by file, and every title and unit not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.offices.names import NO_SINGLE_BODY
from loaders.gathered.convert import Converted
from loaders.gathered.merge import Draft
from loaders.quality.report import table
from loaders.tables.read.raw import Row
from loaders.tables.understand.seat import Seat


def report(converted: Converted) -> str:
    """The report as Markdown."""
    lines = ["# Conversion of gathered files", ""]
    lines += [*_counts(converted), "", *_files(converted), "", *_merged(converted), ""]
    lines += [*_persons(converted), ""]
    lost = [row for row in seats(converted) if not row[1].understood]
    lines += ["## Titles not understood", "", *_listed(lost), ""]
    unplaced = [row for row in seats(converted) if row[1].problem and row[1].understood]
    lines += ["## Bodies not found", "", *_listed(unplaced)]
    if converted.faults:
        lines += ["", "## Faults of the files", "", *(f"- {text}" for text in converted.faults)]
    return "\n".join(lines) + "\n"


def seats(converted: Converted) -> Iterator[tuple[Draft, Seat, Row]]:
    """Every seat of every file, as its row tells it, with the group and the seat that it became."""
    for draft in converted.drafts:
        for seat in draft.seats:
            for row in seat.rows:
                yield draft, seat, row


def understood(converted: Converted) -> tuple[int, int]:
    """How many titles of posts there are, and how many of them a rule understood."""
    titled = [seat for _, seat, row in seats(converted) if row.text("title")]
    return len(titled), sum(seat.understood for seat in titled)


def resolved(converted: Converted) -> tuple[int, int]:
    """How many names of bodies stand beside titles or as members, and how many became a unit.

    Words that name no single body (旅游部门) are none of them.
    """
    told = [seat for _, seat, row in seats(converted) if row.text("unit")]
    named = [seat for seat in told if seat.problem != NO_SINGLE_BODY.en]
    return len(named), sum(bool(seat.unit or seat.post or not seat.problem) for seat in named)


def _counts(converted: Converted) -> Iterator[str]:
    titles, known = understood(converted)
    units, placed = resolved(converted)
    made = sum(len(draft.seats) for draft in converted.drafts)
    entries = [group for file in converted.files for group in file.groups]
    yield from table(("what", "number"), [
        ("entries", len(entries)),
        ("groups", len(converted.drafts)),
        ("of them shipped before, now with additions", len(converted.additions)),
        ("seats of the files", sum(len(group.seats) for group in entries)),
        ("seats after joining", made),
        ("titles of posts", titles),
        ("titles understood", f"{known} ({100 * known / max(titles, 1):.1f} %)"),
        ("names of bodies", units),
        ("bodies found", f"{placed} ({100 * placed / max(units, 1):.1f} %)"),
    ])  # fmt: skip


def _files(converted: Converted) -> Iterator[str]:
    kept = Counter(row.at().path.stem for _, _, row in seats(converted))
    rows = (
        (f.name, len(f.groups), sum(len(group.seats) for group in f.groups), kept[f.name])
        for f in converted.files
    )
    yield from table(("file", "entries", "seats", "seats in the result"), rows)


def _merged(converted: Converted) -> Iterator[str]:
    yield "## Entries joined"
    yield ""
    for draft in converted.drafts:
        ids = ", ".join(entry.id for entry in draft.entries)
        if draft.shipped:
            yield f"- {draft.uid} (shipped before): {ids}"
        elif len(draft.entries) > 1:
            yield f"- {draft.uid}: {ids}"


def _persons(converted: Converted) -> Iterator[str]:
    yield "## Names that stand with several bodies"
    yield ""
    for verdict in converted.verdicts:
        yield f"- {verdict.name}: {verdict.what}: {verdict.why}"


def _listed(rows: Sequence[tuple[Draft, Seat, Row]]) -> Iterator[str]:
    told = Counter(
        (f"{row.text('unit')} {row.text('title')}".strip(), seat.problem, draft.uid)
        for draft, seat, row in rows
    )
    for (text, problem, uid), number in told.items():
        times = f" ({number} times)" if number > 1 else ""
        yield f"- {text}: {problem}; {uid}{times}"
