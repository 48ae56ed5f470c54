"""What the reader of group files hands on: rows with resolved references, ranks and bounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.core.dates import Period
from graph.offices.ranks import Mode


@dataclass(frozen=True)
class SourceRow:
    """A source (来源); `url` is where it was read, a link only after `loaders.write.provenance.link`."""

    uid: str
    title: str
    url: str | None
    kind: str
    date: str | None
    licence: str | None


@dataclass(frozen=True)
class AgencyRow:
    """A unit that is no division (机构); `rank_basis` None where the rank is unknown."""

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
class AgencyTie:
    """Who leads or guides an agency: `kind` DEPARTMENT_OF, LED_BY or GUIDED_BY."""

    lower: str
    upper: str
    kind: str
    period: Period
    sources: tuple[str, ...]


@dataclass(frozen=True)
class PersonRow:
    """A holder of posts (任职者)."""

    uid: str
    name: str
    note: str | None = None


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


@dataclass(frozen=True)
class TenureRow:
    """A person HOLDS a post. `end_basis` is stated, derived, open or unknown.

    `derived` marks a tenure read off a seat; `last_evidence` is the latest day a source shows it.
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


LEGAL_ITEMS = (
    "issuer_competent", "binding_powers", "duties_per_member", "host_office",
    "term_and_abolition", "published",
)  # fmt: skip
"""What of a founding act makes it a legal basis (法律依据): six questions with yes, no or unknown."""


@dataclass(frozen=True)
class DocumentRow:
    """The act (文件) that founds a group; `issuers` are uids of units and groups.

    `legal` holds those of LEGAL_ITEMS that a source answers: yes or no.
    """

    uid: str
    number: str | None
    title: str | None
    issued: str | None
    instrument: int | None
    issuers: tuple[str, ...]
    sources: tuple[str, ...]
    legal: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class SeatRow:
    """A seat (席位) of a post, of a unit listed itself, or of a name whose post is unknown."""

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


@dataclass(frozen=True)
class EventRow:
    """What happened to a group or, with `context`, to its matter; `on` is EDTF or None."""

    group: str
    on: str | None
    what: str
    context: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class NoteRow:
    """What a reader must know of a group."""

    group: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class GroupRow:
    """A leading small group or its kin.

    `last_documented` is the day of its latest dated evidence, at most the day before its end; None
    with `undated` true where no source dates it.
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
    last_documented: dt.date | None
    undated: bool
    established_by: tuple[str, ...]
    succeeded_by: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class GroupData:
    """Everything that the files hold, in file order; `warnings` are doubts, not faults."""

    sources: tuple[SourceRow, ...]
    agencies: tuple[AgencyRow, ...]
    ties: tuple[AgencyTie, ...]
    persons: tuple[PersonRow, ...]
    posts: tuple[PostRow, ...]
    tenures: tuple[TenureRow, ...]
    documents: tuple[DocumentRow, ...]
    groups: tuple[GroupRow, ...]
    seats: tuple[SeatRow, ...]
    events: tuple[EventRow, ...]
    notes: tuple[NoteRow, ...]
    warnings: tuple[str, ...] = ()

    def seats_of(self, group: str) -> Iterable[SeatRow]:
        """The seats of one group, in file order."""
        return (seat for seat in self.seats if seat.group == group)
