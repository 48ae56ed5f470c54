"""The gathered form: groups as they were read off public pages, before units and posts are distinguished.

loaders/data/gathered/README.md explains it. Unknown fields are an error, so that nothing is lost in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from graph.core.dates import end_bound, known_by
from loaders.form.schema import SourceEntry
from loaders.form.values import Row, Sources, Start, Text, UnitRef, dated

Precision = Literal["day", "month", "year", "by"]
StartPrecision = Literal["day", "month", "year", "by", "planned"]
_LENGTH = {"day": 10, "month": 7, "year": 4}

Role = Literal[
    "chair",
    "executive_deputy",
    "deputy_chair",
    "member",
    "presider",
    "observer",
    "office_director",
    "secretary",
]


def _edtf(text: str, precision: Precision) -> str:
    return known_by(text) if precision == "by" else text[: _LENGTH[precision]]


End = Annotated[Start, AfterValidator(partial(dated, end_bound))]


class Place(Row):
    """The government that runs a group."""

    code: UnitRef
    name: Text


class InForce(Row):
    """When a group is known from; `by`: known to exist then; `planned`: announced then, not there yet.

    `source` tells it, where neither the founding act nor the first source does.
    """

    from_: Start = Field(alias="from")
    precision: StartPrecision
    source: Sources | None = None

    @property
    def edtf(self) -> str | None:
        """As exact as its precision makes it; None for what was only announced."""
        return None if self.precision == "planned" else _edtf(self.from_, self.precision)


class Ended(Row):
    """When and why a group ended; `by`: what came after it, the id of a group or a name."""

    on: End | None = None
    precision: Precision | None = None
    why: Text | None = None
    by: Text | None = None
    source: Sources | None = None

    @property
    def edtf(self) -> str | None:
        """As exact as its precision makes it; None where it gives no day or period."""
        return _edtf(self.on, self.precision or "by") if self.on else None


class Founding(Row):
    """The act that founded a group; `petitioned_by`: who asked for what the issuer approved."""

    document: Text | None = None
    issuer: Text | None = None
    petitioned_by: Text | None = None
    instrument: Literal["normative", "agreement", "minutes", "law"] | None = None
    source: Sources


class Office(Row):
    """The body that does a group's office work."""

    at: Text
    agency_of: UnitRef | None = None
    code: UnitRef | None = None
    source: Sources


class GatheredSeat(Row):
    """A seat as published: a person, a title `of` a body, or a `unit`.

    `from_source` and `to_source` give the start and the end where `source` does not, or not all of it.
    """

    role: Role
    person: Text | None = None
    title: Text | None = None
    of: Text | None = None
    branch: Text | None = None
    unit: Text | None = None
    code: UnitRef | None = None
    agency_of: UnitRef | None = None
    within: UnitRef | None = None
    from_: Start | None = Field(default=None, alias="from")
    to: End | None = None
    note: Text | None = None
    source: Sources
    from_source: Sources | None = None
    to_source: Sources | None = None


class GatheredGroup(Row):
    """A group as one gathering found it; another file may tell more of the same group."""

    id: Annotated[Text, Field(pattern=r"^\S+$")]
    name: Text
    name_en: Text | None = None
    kind: Text
    field: Text
    level: Text
    place: Place | None = None
    in_force: InForce | None = None
    ended: Ended | None = None
    founding: Founding | None = None
    seats: tuple[GatheredSeat, ...] = ()
    office: Office | None = None
    roster_complete: bool | None = None
    note: Text | None = None
    source: Sources | None = None

    @property
    def planned(self) -> bool:
        """Whether its sources only announce it: their day shows neither the group nor a seat."""
        return self.in_force is not None and self.in_force.precision == "planned"

    @property
    def start(self) -> str | None:
        """EDTF from which the group is known."""
        return self.in_force.edtf if self.in_force else None

    @property
    def end(self) -> str | None:
        """EDTF of its end."""
        return self.ended.edtf if self.ended else None

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that the entry names, in order."""
        parts = (self.founding, self.in_force, self.ended, self.office, *self.seats)
        named = [*(self.source or ())]
        for part in parts:
            named += (part.source if part is not None else None) or ()
        for seat in self.seats:
            named += (*(seat.from_source or ()), *(seat.to_source or ()))
        return tuple(dict.fromkeys(named))


class GatheredFile(Row):
    """One gathered file."""

    sources: dict[str, SourceEntry] = Field(default_factory=dict)
    groups: tuple[GatheredGroup, ...] = ()


@dataclass(frozen=True)
class Gathered:
    """A file with its valid entries; `name` is its stem, as reports call it."""

    name: str
    sources: dict[str, SourceEntry]
    groups: tuple[GatheredGroup, ...]
