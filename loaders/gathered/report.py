"""What a conversion did, in words and numbers: counts by file, and every title and unit not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from loaders.gathered.convert import Converted
from loaders.gathered.form import GatheredGroup, GatheredSeat
from loaders.gathered.merge import Draft
from loaders.gathered.seats import Seat


def report(converted: Converted) -> str:
    """The report as Markdown."""
    lines = ["# Conversion of gathered files", ""]
    lines += [*_counts(converted), "", *_files(converted), "", *_merged(converted), ""]
    lines += [*_titles(converted), "", *_units(converted)]
    if converted.faults:
        lines += ["", "## Faults of the files", "", *(f"- {text}" for text in converted.faults)]
    return "\n".join(lines) + "\n"


def seats(converted: Converted) -> Iterator[tuple[Draft, Seat, GatheredSeat]]:
    """Every seat of every file with the group and the seat that it became."""
    found = _entries(converted)
    for draft in converted.drafts:
        for seat in draft.seats:
            for _, group, number in seat.origin:
                yield draft, seat, found[group].seats[number]


def understood(converted: Converted) -> tuple[int, int]:
    """How many titles of posts there are, and how many of them a rule understood."""
    titled = [seat for _, seat, raw in seats(converted) if raw.title]
    return len(titled), sum(seat.understood for seat in titled)


def resolved(converted: Converted) -> tuple[int, int]:
    """How many names of bodies stand beside titles or as members, and how many became a unit."""
    named = [seat for _, seat, raw in seats(converted) if raw.unit or raw.of]
    return len(named), sum(bool(seat.unit or seat.post or not seat.problem) for seat in named)


def _entries(converted: Converted) -> dict[str, GatheredGroup]:
    return {group.id: group for file in converted.files for group in file.groups}


def _counts(converted: Converted) -> Iterator[str]:
    titles, known = understood(converted)
    units, placed = resolved(converted)
    made = sum(len(draft.seats) for draft in converted.drafts)
    raw = sum(len(group.seats) for group in _entries(converted).values())
    yield "| what | number |"
    yield "|---|---|"
    yield f"| entries | {len(_entries(converted))} |"
    yield f"| groups | {len(converted.drafts)} |"
    yield f"| of them shipped before, now with additions | {len(converted.additions)} |"
    yield f"| seats of the files | {raw} |"
    yield f"| seats after joining | {made} |"
    yield f"| titles of posts | {titles} |"
    yield f"| titles understood | {known} ({100 * known / max(titles, 1):.1f} %) |"
    yield f"| names of bodies | {units} |"
    yield f"| bodies found | {placed} ({100 * placed / max(units, 1):.1f} %) |"


def _files(converted: Converted) -> Iterator[str]:
    yield "| file | entries | seats | seats in the result |"
    yield "|---|---|---|---|"
    kept = Counter(
        file for draft in converted.drafts for seat in draft.seats for file, _, _ in seat.origin
    )
    for file in converted.files:
        number = sum(len(group.seats) for group in file.groups)
        yield f"| {file.name} | {len(file.groups)} | {number} | {kept[file.name]} |"


def _merged(converted: Converted) -> Iterator[str]:
    yield "## Entries joined"
    yield ""
    for draft in converted.drafts:
        ids = ", ".join(entry.id for _, entry in draft.entries)
        if draft.shipped:
            yield f"- {draft.uid} (shipped before): {ids}"
        elif len(draft.entries) > 1:
            yield f"- {draft.uid}: {ids}"


def _titles(converted: Converted) -> Iterator[str]:
    yield "## Titles not understood"
    yield ""
    yield from _listed([(d, s, r) for d, s, r in seats(converted) if not s.understood and r.title])


def _units(converted: Converted) -> Iterator[str]:
    yield "## Bodies not found"
    yield ""
    yield from _listed([(d, s, r) for d, s, r in seats(converted) if s.problem and s.understood])


def _listed(rows: Sequence[tuple[Draft, Seat, GatheredSeat]]) -> Iterator[str]:
    told = Counter(
        (raw.unit or f"{raw.of or ''} {raw.title or ''}".strip(), seat.problem, draft.uid)
        for draft, seat, raw in rows
    )
    for (text, problem, uid), number in told.items():
        times = f" ({number} times)" if number > 1 else ""
        yield f"- {text}: {problem}; {uid}{times}"
