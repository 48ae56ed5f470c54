"""The form of group files (`lsgraph/groups/1`): what a scholar writes, field by field.

A file may hold any of the sections; references go across all files that are read together.
docs/data.md explains every field with an example. Dates are EDTF (graph.core.dates) or
as scholars write them (loaders.files.dates), and kept as EDTF.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from graph.core.dates import end_bound, start_bound
from graph.core.words import Words
from graph.offices.ranks import Mode
from loaders.form.claims import ClaimEntry
from loaders.form.terms import TermsEntry
from loaders.form.values import (
    Address,
    Branch,
    Confidence,
    Dated,
    End,
    Leadership,
    RankBasis,
    RankNumber,
    Role,
    Roster,
    Row,
    SourceKind,
    Sources,
    Start,
    Text,
    TieKind,
    UnitRef,
    fault,
)

FORM = "lsgraph/groups/1"
"""The version of the form; a later form is another text, so an old program refuses it by name."""


class SourceEntry(Row):
    """Where a statement was read (来源); `url` is kept as data, and is not yet a link."""

    title: Text
    url: Address | None
    kind: SourceKind
    date: Start | None = None
    read: Start | None = None
    licence: Text | None = None


class UnitEntry(Dated):
    """An agency (机构): its body above, the tie to it, and its rank where a source gives one."""

    uid: Annotated[Text, StringConstraints(pattern=r"^agency:[^\s:]+(:[^\s:]+)?$")]
    name: Text
    of: UnitRef | None = None
    tie: TieKind | None = None
    branch: Branch
    rank: RankNumber | None = None
    rank_basis: RankBasis | None = None
    rank_reason: Text | None = None
    general_office: bool = False
    category: Text | None = None
    succeeded_by: UnitRef | None = None
    note: Text | None = None
    source: Sources


class PersonEntry(Row):
    """A holder (任职者); two people of one name have two uids."""

    uid: Annotated[Text, StringConstraints(pattern=r"^person:\S+$")]
    name: Text
    note: Text | None = None


class PostEntry(Row):
    """An office (职务) in a unit; a rank left out is derived from the unit's."""

    uid: Annotated[Text, StringConstraints(pattern=r"^post:\S+$")]
    title: Text
    unit: UnitRef
    mode: Mode
    branch: Branch
    rank: RankNumber | None = None
    rank_basis: RankBasis | None = None
    rank_reason: Text | None = None


class TenureEntry(Dated):
    """A person in a post (任职), as a source names it beside or outside a group.

    `from_source` and `to_source` give the start and the end where `source` does not, or not all of it.
    `acting`: appointed for a time (代省长). `place` is where in the source it stands, in its words.
    """

    person: Text
    post: Text
    acting: bool = False
    end_basis: Literal["derived"] | None = None
    as_of: Start | None = None
    source: Sources
    from_source: Sources | None = None
    to_source: Sources | None = None
    place: Text | None = None
    confidence: Confidence
    note: Text | None = None


class GapEntry(Dated):
    """A time for which a search found nobody in a post that one person holds at a time (缺口)."""

    post: Text
    searched: Start
    note: Text | None = None


class DocumentEntry(Row):
    """The act that founds or changes a group (文件); number and title may be unknown.

    The six items of its legal basis (法律依据) are true or false where a source shows it, else null.
    """

    uid: Annotated[Text, StringConstraints(pattern=r"^doc:\S+$")]
    number: Text | None
    title: Text | None
    issued: Start | None = None
    instrument: Annotated[int, Field(ge=0, le=3)] | None
    issuers: tuple[UnitRef, ...] = ()
    petitioned_by: tuple[UnitRef, ...] = ()
    issuer_competent: bool | None = None
    binding_powers: bool | None = None
    duties_per_member: bool | None = None
    host_office: bool | None = None
    term_and_abolition: bool | None = None
    published: bool | None = None
    source: Sources


class SeatEntry(Dated):
    """A seat in a group (席位): held by a post, or by a unit that is listed itself.

    `from_source` and `to_source` give the start and the end where `source` does not, or not all of it.
    """

    role: Role
    post: Text | None = None
    unit: UnitRef | None = None
    person: Text | None = None
    title: Text | None = None
    executive: bool = False
    rotating: bool = False
    presided: bool = False
    as_of: Start | None = None
    source: Sources
    from_source: Sources | None = None
    to_source: Sources | None = None
    confidence: Confidence
    note: Text | None = None
    claims: tuple[ClaimEntry, ...] = ()

    @model_validator(mode="after")
    def _is_held(self) -> SeatEntry:
        if self.post and self.unit:
            raise fault(
                "seat",
                Words(
                    "A seat has a post or a unit, not both.", "席位或属职务，或属单位，不能兼有。"
                ),
            )
        if not (self.post or self.unit or self.person or self.title):
            raise fault(
                "seat",
                Words(
                    "A seat needs a post, a unit, a person or a title.",
                    "席位须有职务、单位、任职者或职务名称之一。",
                ),
            )
        if self.presided and self.role != "member":
            told = Words(
                "Who presided (主持) sits as a member: write `role: member, presided: true`.",
                "主持者以成员身份列席：请写 role: member, presided: true。",
            )
            raise fault("seat", told)
        return self


class EventEntry(Row):
    """What a source tells of a day; `context` true: of the matter, no record of the group.

    With `until` (half-open; `..`: still so) the source speaks of the group on every day from `on`: a law
    in force names the body (法律规定设立), or a text tells that it went on (延续).
    """

    on: Start | None
    until: End | None = None
    what: Text
    context: bool = False
    source: Sources

    @model_validator(mode="after")
    def _spans(self) -> EventEntry:
        if self.until and not self.on:
            raise fault(
                "event",
                Words(
                    "An event with `until` needs the day it begins: `on`.",
                    "写了 until 的事件须注明开始之日：on。",
                ),
            )
        if self.until and self.on and end_bound(self.until).day <= start_bound(self.on).day:
            raise fault(
                "event",
                Words(
                    "The event ends (`until`) before it begins (`on`).",
                    "事件的结束（until）早于开始（on）。",
                ),
            )
        return self


class NoteEntry(Row):
    """What a reader must know, in words."""

    text: Text
    source: Sources


class GroupEntry(Dated):
    """A leading small group (领导小组) or its kin with its seats, events, claims and notes.

    `from_source` and `to_source` give the start and the end, where not every `source` does.
    """

    uid: Annotated[Text, StringConstraints(pattern=r"^group:\S+$")]
    name: Text
    name_en: Text | None = None
    kind: Text
    field: Text
    place: UnitRef | None = None
    in_paper: bool | None = None
    type_in_paper: Literal["strong", "weak", "self_forming"] | None = None
    leadership: Leadership
    roster: Roster
    vacancy_stated: bool = False
    established_by: tuple[Text, ...] = ()
    succeeded_by: tuple[Text, ...] = ()
    source: Sources
    from_source: Sources | None = None
    to_source: Sources | None = None
    seats: tuple[SeatEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()


class AdditionEntry(Row):
    """What a source tells beyond another file's entry of a group: founding, successor, seats, events."""

    group: Text
    established_by: tuple[Text, ...] = ()
    succeeded_by: tuple[Text, ...] = ()
    source: Sources
    seats: tuple[SeatEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()


class GroupFile(Row):
    """One file: the form's name and any of the sections."""

    form: Literal["lsgraph/groups/1"]
    sources: dict[str, SourceEntry] = Field(default_factory=dict)
    units: tuple[UnitEntry, ...] = ()
    persons: tuple[PersonEntry, ...] = ()
    posts: tuple[PostEntry, ...] = ()
    tenures: tuple[TenureEntry, ...] = ()
    terms: tuple[TermsEntry, ...] = ()
    gaps: tuple[GapEntry, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    groups: tuple[GroupEntry, ...] = ()
    additions: tuple[AdditionEntry, ...] = ()
