"""Which ties share a line: those of one chair, and where too many lines run side by side, all of a kind.

Ties with one start, or with one end, share a strand that fans out at its ends. Where more than
`MOST` such strands would run through one channel, all ties of a kind become one strand with a name, and
so do all seats; at a box it ends once for each kind, relation and gap.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from graph.pictures import Picture, PictureTie
from visualize.picture.first_view import MANY, off_at_first
from visualize.picture.words import TIES, tie_words

Key = tuple[str, str]
SEATS = "SEATS"
_FAMILY = dict.fromkeys(("CHAIRS", "DEPUTY_CHAIRS", "MEMBER_OF", "SITS_IN"), SEATS)
"""Kinds that are bundled together; any other kind by itself."""
MOST = 5
"""Lines without a name that may run side by side."""


@dataclass(frozen=True)
class Strands:
    """Of each kind of ties what they share: their start, their end, or, of a bundle, all of it."""

    by_start: frozenset[str]
    bundled: frozenset[str] = frozenset()
    crowded: bool = False

    def bundle(self, tie: PictureTie) -> str | None:
        """Return the family of a tie if it is bundled."""
        name = family(tie.kind)
        return name if name in self.bundled else None

    def key(self, tie: PictureTie) -> Key:
        """Ties of one key run together: from one chair or superior, to one group or unit, or all."""
        if bundle := self.bundle(tie):
            return bundle, ""
        return tie.kind, tie.start if tie.kind in self.by_start else tie.end

    def port(self, tie: PictureTie) -> Hashable:
        """Ties of one port reach a box at one point: in a bundle those that say the same."""
        key = self.key(tie)
        if not self.bundle(tie):
            return key
        return key, tie.kind, tie_words(tie) if badged(tie) else None


def family(kind: str) -> str:
    """Return the name under which ties of a kind are bundled."""
    return _FAMILY.get(kind, kind)


def strands(picture: Picture, rows: Mapping[str, int], most: float = MOST) -> Strands:
    """Choose the bundles: the family with most strands first, until no channel has too many lines.

    `rows` are the numbers of the rows in which the boxes stand. What is left out at first is counted by
    itself.
    """
    chosen = Strands(_fanning(picture.ties))
    off = off_at_first([picture])
    # Rows of a crowded picture share channels: a line counts in those above and below its rows.
    reach = int(len(picture.ties) > MANY)
    bundled: set[str] = set()
    for hidden in (False, True):
        ties = [tie for tie in picture.ties if (tie.kind in off) is hidden]
        bundled |= set(_bundles(_counts(ties, chosen, rows, reach), most))
    return Strands(chosen.by_start, frozenset(bundled), bool(bundled and reach))


def _counts(
    ties: Iterable[PictureTie], chosen: Strands, rows: Mapping[str, int], reach: int
) -> dict[str, list[int]]:
    """Return by family at each row how many of its strands begin, less those that have ended."""
    spans: dict[Key, tuple[int, int]] = {}
    for tie in ties:
        ends = rows[tie.start], rows[tie.end]
        low, high = spans.get(chosen.key(tie), ends)
        spans[chosen.key(tie)] = min(low, *ends), max(high, *ends)
    counts: dict[str, list[int]] = {}
    for (kind, _), (low, high) in spans.items():
        steps = counts.setdefault(family(kind), [0] * (max(rows.values()) + 2 + reach))
        steps[low] += 1
        steps[high + 1 + reach] -= 1
    return counts


def _bundles(counts: Mapping[str, list[int]], most: float) -> Iterator[str]:
    """Families to bundle; `counts` are those of `_counts`."""
    lines = {kind: list(accumulate(steps)) for kind, steps in counts.items()}
    while lines:
        full = [sum(side) for side in zip(*lines.values(), strict=True)]
        worst = full.index(max(full))
        if full[worst] <= most:
            return
        kind = max(lines, key=lambda one: lines[one][worst])
        del lines[kind]
        yield kind


def _fanning(ties: Iterable[PictureTie]) -> frozenset[str]:
    """Kinds whose ties share their slots by their start: one official in many groups, one chair.

    Relations differ from member to member, so authority always fans out of the chair.
    """
    starts: dict[str, set[str]] = {}
    ends: dict[str, set[str]] = {}
    for tie in ties:
        starts.setdefault(tie.kind, set()).add(tie.start)
        ends.setdefault(tie.kind, set()).add(tie.end)
    fewer = {kind for kind in starts if len(starts[kind]) < len(ends[kind])}
    return frozenset({"AUTHORITY", "COMMAND", *fewer})


def badged(tie: PictureTie) -> bool:
    """Whether words stand on the tie: relation and gap, since when a post is held, what a user says."""
    said = tie.kind in ("AUTHORITY", "HOLDS", "SUCCEEDED_BY") or tie.kind not in TIES
    return tie.relation is not None or (said and bool(tie.label.en or tie.label.zh))
