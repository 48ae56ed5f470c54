"""What the reader of group files hands on: rows with resolved references, ranks and bounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from pydantic import BaseModel

from graph.ask.claims import Claim
from graph.core.dates import Period
from graph.core.model import Tie
from graph.offices.ranks import Mode
from loaders.form.schema import PersonEntry, SourceEntry

R = TypeVar("R")

Span = tuple[dt.date, dt.date]
"""First and last day."""


def row_of(kind: type[R], entry: BaseModel, **own: Any) -> R:
    """Return a row with the values of its own, and those that the entry has under the same names."""
    names = [f.name for f in fields(kind) if f.name not in own]  # type: ignore[arg-type]
    return kind(**{name: getattr(entry, name) for name in names if hasattr(entry, name)}, **own)


@dataclass(frozen=True)
class AgencyRow:
    """A unit other than a division (机构); `rank_basis` None where the rank is unknown."""

    uid: str
    name: str
    branch: str
    rank: int | None
    rank_basis: str | None
    rank_reason: str | None
    general_office: bool
    period: Period
    sources: tuple[str, ...]
    note: str | None = None
    category: str | None = None


@dataclass(frozen=True)
class PostRow:
    """An office (职务) IN the unit `unit`; rank and basis are resolved, None is unknown."""

    uid: str
    title: str
    unit: str
    mode: Mode
    branch: str
    rank: int | None
    rank_basis: str | None
    rank_reason: str | None = None
    gaps: tuple[str, ...] = ()
    """Times for which a search found nobody in it, each as JSON: from, to, searched, note."""


@dataclass(frozen=True)
class TenureRow:
    """A person HOLDS a post. `end_basis` is stated, derived, open or unknown.

    `derived` marks a tenure read off a seat; `last_evidence` is the latest day a source shows it.
    `sources` name the person in the post; `from_sources` and `to_sources` give start and end, () where
    `sources` do. `seat_sources` are those of `sources` that only a seat of the person brought.
    `shown` are the spans for which sources speak; it is held from `held_from` to before `held_to`, and its
    person last shown from then to before `shown_to` (all None where no source dates it).
    """

    person: str
    post: str
    period: Period
    end_basis: str
    last_evidence: dt.date | None
    sources: tuple[str, ...]
    confidence: str
    derived: bool = False
    note: str | None = None
    from_sources: tuple[str, ...] = ()
    to_sources: tuple[str, ...] = ()
    seat_sources: tuple[str, ...] = ()
    acting: bool = False
    place: str | None = None
    shown: tuple[Span, ...] = ()
    held_from: dt.date | None = None
    held_to: dt.date | None = None
    shown_to: dt.date | None = None

    @property
    def all_sources(self) -> tuple[str, ...]:
        """Every source of the tenure, the main one first."""
        return tuple(dict.fromkeys((*self.sources, *self.from_sources, *self.to_sources)))


LEGAL_ITEMS = (
    "issuer_competent", "binding_powers", "duties_per_member", "host_office",
    "term_and_abolition", "published",
)  # fmt: skip
"""What of a founding act makes it a legal basis (法律依据): six questions with yes, no or unknown."""


@dataclass(frozen=True)
class DocumentRow:
    """The act (文件) that founds a group; `issuers` are uids of units and groups.

    `petitioned_by`: who asked for what a superior approved (批复), uids of units.
    `legal` holds those of LEGAL_ITEMS that a source answers: yes or no.
    """

    uid: str
    number: str | None
    title: str | None
    issued: str | None
    instrument: int | None
    issuers: tuple[str, ...]
    sources: tuple[str, ...]
    petitioned_by: tuple[str, ...] = ()
    legal: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class SeatRow:
    """A seat (席位) of a post, of a unit listed itself, or of a name whose post is unknown.

    `presided`: a session was presided over (主持) from it, which is no chair. `from_sources` and
    `to_sources` give start and end, () where `sources` do.
    """

    group: str
    role: str
    post: str | None
    unit: str | None
    person: str | None
    title: str | None
    executive: bool
    rotating: bool
    period: Period
    end_basis: str
    last_evidence: dt.date | None
    sources: tuple[str, ...]
    confidence: str
    note: str | None = None
    presided: bool = False
    from_sources: tuple[str, ...] = ()
    to_sources: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    held_to: dt.date | None = None
    shown_to: dt.date | None = None
    """From `held_to` on its person is last shown in it, from `shown_to` on nobody."""

    @property
    def all_sources(self) -> tuple[str, ...]:
        """Every source of the seat, the main one first."""
        return tuple(dict.fromkeys((*self.sources, *self.from_sources, *self.to_sources)))


@dataclass(frozen=True)
class EventRow:
    """What happened to a group or, with `context`, to its matter; `on` and `until` are EDTF or None."""

    group: str
    on: str | None
    until: str | None
    what: str
    context: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ClaimRow:
    """What one source says of a group, beside what its entry says."""

    group: str
    claim: Claim

    @property
    def sources(self) -> tuple[str, ...]:
        """Who says it."""
        return self.claim.sources


@dataclass(frozen=True)
class NoteRow:
    """What a reader must know of a group."""

    group: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class GroupRow:
    """A leading small group or its kin.

    `evidence` are the days that sources speak of, in order, none after its end; `spoken` the spans on
    every day of which one does (ISO, half-open: `2018-01-01/..`). `from_sources` and `to_sources` give its
    start and end, () where `sources` do; `witnesses` are sources that tell of events alone.
    """

    uid: str
    name: str
    name_en: str | None
    kind: str
    field: str
    place: str | None
    in_paper: bool | None
    type_in_paper: str | None
    leadership: str
    roster: str
    vacancy_stated: bool
    period: Period
    evidence: tuple[dt.date, ...]
    spoken: tuple[str, ...]
    established_by: tuple[str, ...]
    succeeded_by: tuple[str, ...]
    sources: tuple[str, ...]
    from_sources: tuple[str, ...] = ()
    to_sources: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()

    @property
    def last_documented(self) -> dt.date | None:
        """The day of its latest evidence; None where no source dates it."""
        return self.evidence[-1] if self.evidence else None


@dataclass(frozen=True)
class GroupData:
    """Everything that the files hold, in file order; `sources` by uid, `ties` those of agencies.

    `warnings` are doubts, not faults.
    """

    sources: Mapping[str, SourceEntry]
    agencies: tuple[AgencyRow, ...]
    ties: tuple[Tie, ...]
    persons: tuple[PersonEntry, ...]
    posts: tuple[PostRow, ...]
    tenures: tuple[TenureRow, ...]
    documents: tuple[DocumentRow, ...]
    groups: tuple[GroupRow, ...]
    seats: tuple[SeatRow, ...]
    events: tuple[EventRow, ...]
    claims: tuple[ClaimRow, ...]
    notes: tuple[NoteRow, ...]
    warnings: tuple[str, ...] = ()
