"""A group through time as a page shows it: a picture for each day on which something in it changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.core.words import Words
from graph.pictures.contract import Picture


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise than before, in words.

    `kind` is group (another followed), type, chair, membership, unit (of a region), role, rank, name,
    authority (relation and gap), fact (of a box: a seat and who holds it), command or figure (of the whole
    picture).
    """

    kind: str
    what: Words


@dataclass(frozen=True)
class Difference:
    """What differs between two pictures: `changes` in words, and the uids they are about.

    `came` are nodes of the later picture only, `left` of the earlier only, `altered` stand in both with
    another rank, role, name or fact, `retied` are members whose relation or gap to a chair is another.
    """

    changes: tuple[Change, ...] = ()
    came: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    altered: frozenset[str] = frozenset()
    retied: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Moment:
    """The group from `day` up to, not including, `until` (None: no end is known).

    `type` is the group's type in words, `gap` its smallest gap in steps of rank (最小级差),
    `gap_at_most` its bound where a rank is missing; both None where unknown. `shown` tells whether a
    source shows the group on that day or later, `difference` what is otherwise than in the moment before.
    """

    day: dt.date
    until: dt.date | None
    picture: Picture
    type: Words
    gap: int | None
    gap_at_most: int | None
    shown: bool
    difference: Difference


@dataclass(frozen=True)
class PictureSeries:
    """The moments of one group, oldest first; `n_breakpoints` is the number of days that were read.

    `told` says which groups followed it and are shown too.
    """

    title: Words
    moments: tuple[Moment, ...]
    n_breakpoints: int
    told: tuple[Words, ...] = ()
