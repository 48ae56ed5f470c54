"""Fold listings and seats into MEMBER_OF: one tie a unit and period, with the rank that counts.

`basis` keeps why: `listed` (a source lists the unit itself), `seat` (an official of it sits), `chair` (an
official of it chairs). Which of them makes a member depends on the host and the day; queries decide.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.core.dates import OPEN_END, UNKNOWN_START, Bound
from graph.core.model import Tie, TieType
from graph.offices.ranks import Mode, post_rank
from loaders.groups.rows import PostRow, SeatRow
from loaders.write.provenance import known, provenance

MEMBERS = ("deputy_chair", "member")
"""Roles that make a member; observers, secretaries and office directors have seats only."""


@dataclass(frozen=True)
class UnitFacts:
    """What the fold needs of a unit: its rank, how it is known, without overrides, and its life."""

    rank: int | None
    rank_basis: str | None
    rank_by_rule: int | None
    valid_from: dt.date
    valid_to: dt.date


@dataclass(frozen=True)
class _Claim:
    unit: str
    basis: str
    role: str
    rank: int | None
    rank_basis: str | None
    rank_by_rule: int | None
    start: dt.date
    end: dt.date
    seat: SeatRow


def fold(
    seats: Iterable[SeatRow], posts: Mapping[str, PostRow], units: Mapping[str, UnitFacts]
) -> list[Tie]:
    """MEMBER_OF ties of all groups; none outlives its unit, none overlaps another of its unit."""
    claims: dict[tuple[str, str], list[_Claim]] = defaultdict(list)
    for seat in seats:
        claim = _claim(seat, posts, units)
        if claim is not None and claim.start < claim.end:
            claims[claim.unit, seat.group].append(claim)
    return [tie for (unit, group), found in claims.items() for tie in _ties(unit, group, found)]


def _claim(
    seat: SeatRow, posts: Mapping[str, PostRow], units: Mapping[str, UnitFacts]
) -> _Claim | None:
    post = posts.get(seat.post) if seat.post else None
    unit = post.unit if post else seat.unit
    if unit is None or (seat.role != "chair" and seat.role not in MEMBERS):
        return None
    facts = units[unit]
    basis = "chair" if seat.role == "chair" else "seat" if post else "listed"
    rank, rank_basis, by_rule = _rank(post, facts)
    start = max(seat.period.start.day, facts.valid_from)
    end = min(seat.period.end.day, facts.valid_to)
    role = seat.role if seat.role in MEMBERS else "member"
    return _Claim(unit, basis, role, rank, rank_basis, by_rule, start, end, seat)


def _rank(post: PostRow | None, facts: UnitFacts) -> tuple[int | None, str | None, int | None]:
    if post is None:
        by_rule = facts.rank_by_rule if facts.rank_basis == "override" else None
        return facts.rank, facts.rank_basis, by_rule
    return post.rank, post.rank_basis, rank_by_rule(post, facts)


def rank_by_rule(post: PostRow, unit: UnitFacts) -> int | None:
    """Rank of a post without overrides: by rule from the unit's rank by rule, else None."""
    overridden = post.rank_basis == "override"
    return post_rank(Mode(post.mode), unit.rank_by_rule) if overridden else None


def _ties(unit: str, group: str, claims: Sequence[_Claim]) -> list[Tie]:
    days = sorted({day for claim in claims for day in (claim.start, claim.end)})
    pieces = [(a, b, tuple(c for c in claims if c.start <= a < c.end)) for a, b in pairwise(days)]
    return [_tie(unit, group, a, b, held) for a, b, held in _joined(pieces)]


def _joined(
    pieces: Iterable[tuple[dt.date, dt.date, tuple[_Claim, ...]]],
) -> list[tuple[dt.date, dt.date, tuple[_Claim, ...]]]:
    joined: list[tuple[dt.date, dt.date, tuple[_Claim, ...]]] = []
    for start, end, held in pieces:
        if not held:
            continue
        if joined and joined[-1][1] == start and _facts(joined[-1][2]) == _facts(held):
            joined[-1] = (joined[-1][0], end, tuple(dict.fromkeys((*joined[-1][2], *held))))
        else:
            joined.append((start, end, held))
    return joined


def _facts(claims: Sequence[_Claim]) -> dict[str, object]:
    below = [c for c in claims if c.basis != "chair"] or claims
    top = max(below, key=lambda c: (c.rank or 0, c.rank_basis == "stated"))
    roles = {c.role for c in claims}
    return {
        "basis": sorted({c.basis for c in claims}),
        "derived": all(c.basis != "listed" for c in claims),
        "role": "deputy_chair" if "deputy_chair" in roles else "member",
        "rank": top.rank,
        "rank_basis": top.rank_basis if top.rank is not None else None,
        "rank_by_rule": top.rank_by_rule,
    }


def _tie(unit: str, group: str, start: dt.date, end: dt.date, claims: Sequence[_Claim]) -> Tie:
    evidence = [c.seat.last_evidence for c in claims if c.seat.last_evidence]
    best = min(claims, key=lambda c: ("high", "medium", "low").index(c.seat.confidence))
    sources = dict.fromkeys(s for c in [best, *claims] for s in c.seat.sources)
    properties = known(
        **_facts(claims), valid_from=start, valid_to=end,
        from_precision=_precision(start, UNKNOWN_START, (c.seat.period.start for c in claims)),
        to_precision=_precision(end, OPEN_END, (c.seat.period.end for c in claims)),
        last_evidence=max(evidence, default=None),
        **provenance(tuple(sources), best.seat.confidence),
    )  # fmt: skip
    return Tie(TieType.MEMBER_OF, unit, group, properties, start.isoformat())


def _precision(day: dt.date, unbounded: dt.date, bounds: Iterable[Bound]) -> str:
    told = next((str(bound.precision) for bound in bounds if bound.day == day), None)
    return told or ("unknown" if day == unbounded else "day")
