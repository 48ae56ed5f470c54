"""Posts (职务) as rows, each with its unit and rank, given or by rule; tenures (任职) that a source names."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.core.dates import Period, Precision, end_bound, first_day, start_bound
from graph.core.language import say
from graph.core.words import Words
from graph.offices.ranks import post_rank
from loaders.divisions.lookup import DivisionRef
from loaders.form.entries import Entries, Located
from loaders.form.references import References
from loaders.form.schema import PostEntry, TenureEntry
from loaders.groups.checks import seat_day
from loaders.groups.derived_ends import end_basis, last_shown
from loaders.groups.rows import AgencyRow, PostRow, TenureRow, row_of
from loaders.groups.tenures import stated_spans


def post_rows(
    entries: Entries, refs: References, agencies: Iterable[AgencyRow]
) -> tuple[tuple[PostRow, ...], tuple[str, ...]]:
    """The posts, and a doubt for each that is used on days when its code meant different units.

    A post is in the unit of the latest day on which a seat or tenure uses it.
    """
    days = _days_of_posts(entries, refs)
    ranks = {agency.uid: agency.rank for agency in agencies}
    rows = [row for row in entries.posts if refs.unique(row.entry.uid, row)]
    gaps = _gaps(entries, refs)
    found = (_post(row, days[row.entry.uid], refs, ranks, gaps[row.entry.uid]) for row in rows)
    doubts = (text for row in rows for text in _two_units(row, days[row.entry.uid], refs))
    return tuple(post for post in found if post is not None), tuple(doubts)


def _gaps(entries: Entries, refs: References) -> dict[str, list[str]]:
    """Post to the times for which a search found nobody in it, each as JSON, in the order of the files."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in entries.gaps:
        gap = row.entry
        if post := refs.known(gap.post, "post", row.at("post")):
            told = {"from": gap.from_, "to": gap.to, "searched": gap.searched, "note": gap.note}
            known = {name: text for name, text in told.items() if text}
            found[post].append(json.dumps(known, ensure_ascii=False))
    return found


def _days_of_posts(entries: Entries, refs: References) -> dict[str, list[dt.date]]:
    """Post to the days on which seats and tenures use it, earliest first."""
    found: dict[str, set[dt.date]] = defaultdict(set)
    for row in entries.tenures:
        text = row.entry.from_ or row.entry.as_of
        if text:
            found[row.entry.post].add(start_bound(text).day)
    for parts in entries.groups:
        for seat in parts.seats:
            day = seat_day(seat.entry, parts.head.entry, refs)
            if seat.entry.post and day:
                found[seat.entry.post].add(day)
    return defaultdict(list, {post: sorted(days) for post, days in found.items()})


def _post(
    row: Located[PostEntry],
    days: list[dt.date],
    refs: References,
    ranks: dict[str, int | None],
    gaps: list[str],
) -> PostRow | None:
    entry = row.entry
    if entry.unit.startswith("agency:"):
        unit = refs.unit(entry.unit, None, row.at("unit"))
        unit_rank = ranks.get(entry.unit)
    else:
        division = _division(row, days, refs)
        unit, unit_rank = (division.uid, division.rank) if division else (None, None)
    if unit is None:
        return None
    rank, basis = entry.rank, entry.rank_basis or ("stated" if entry.rank else None)
    if rank is None:
        rank = post_rank(entry.mode, unit_rank)
        basis = "derived" if rank is not None else None
    return row_of(PostRow, entry, unit=unit, rank=rank, rank_basis=basis, gaps=tuple(gaps))


def _division(row: Located[PostEntry], days: list[dt.date], refs: References) -> DivisionRef | None:
    """The unit on the latest day of use; a seat on a day without it is that seat's fault."""
    last = refs.division(row.entry.unit, None, row.at("unit"))
    if last is None or not days:
        return last
    return refs.division_if_any(row.entry.unit, days[-1]) or last


def _two_units(row: Located[PostEntry], days: list[dt.date], refs: References) -> Iterator[str]:
    if row.entry.unit.startswith("agency:"):
        return
    units = {day: refs.division_if_any(row.entry.unit, day) for day in days}
    uids = {unit.uid: day for day, unit in units.items() if unit is not None}
    if len(uids) > 1:
        uses = [f"{uid} ({day})" for uid, day in uids.items()]
        yield say(
            Words(
                f"{row.at()}: {row.entry.uid} is used in {' and '.join(uses)}: write one post for each.",
                f"{row.at()}：{row.entry.uid} 用于不同单位（{'、'.join(uses)}）：请为每个单位各写一个职务。",
            )
        )


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
        basis = entry.end_basis or end_basis(period)
        shown = last_shown(period, entry.as_of, basis)
        as_of = start_bound(entry.as_of).day if entry.as_of else _told_on(period, sources, refs)
        yield row_of(
            TenureRow, entry, period=period, end_basis=basis, last_evidence=shown, sources=sources,
            shown=stated_spans(period, as_of),
            from_sources=refs.sources(row, "from_source"), to_sources=refs.sources(row, "to_source"),
        )  # fmt: skip


def _told_on(period: Period, sources: Iterable[str], refs: References) -> dt.date | None:
    """The latest day of the sources of a tenure whose end they say has not come."""
    if period.end.precision is not Precision.OPEN:
        return None
    told = (refs.first[uid].entry for uid in sources if uid in refs.first)
    return max(
        (start_bound(one.date or one.read).day for one in told if one.date or one.read),
        default=None,
    )


def _unit_exists(row: Located[TenureEntry], refs: References) -> None:
    post = refs.first.get(row.entry.post)
    text = row.entry.from_ or row.entry.as_of
    if text and post is not None and isinstance(post.entry, PostEntry):
        unit = post.entry.unit
        refs.unit(unit, _day_of_unit(text, refs.lives(unit)), row.at("post"))


def _day_of_unit(start: str, lives: Sequence[Period]) -> dt.date:
    """The first day that a start can mean on which its unit is there.

    Before the first day that a unit is known by, it is taken to be there too.
    """
    first = start_bound(start)
    exact = first.precision is Precision.DAY
    until = first.day + dt.timedelta(days=1) if exact else end_bound(start).day
    by = [life.start.day for life in lives if life.start.precision is Precision.BY]
    until = max(until, *(day + dt.timedelta(days=1) for day in by), first.day)
    return first_day(lives, first.day, until) or first.day
