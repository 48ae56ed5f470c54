"""The form of group files (`lsgraph/groups/1`): what a scholar writes, field by field.

A file may hold any of the sections; references go across all files that are read together.
docs/data.md explains every field with an example. Dates are EDTF (graph.core.dates) or
as scholars write them (loaders.files.dates), and kept as EDTF.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Literal
from unicodedata import category

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from graph.core.dates import OPEN, end_bound, start_bound
from graph.core.errors import InputError
from graph.core.safe_text import LONGEST, NOT_WEB, is_web_address
from graph.offices.ranks import Mode
from loaders.files.dates import date_as

FORM = "lsgraph/groups/1"
"""The version of the form; a later form is another text, so an old program refuses it by name."""

Branch = Literal[
    "party", "government", "congress", "cppcc", "court", "procuratorate", "military",
    "mass_organisation", "enterprise",
]  # fmt: skip
"""系统: 党委, 政府, 人大, 政协, 法院, 检察院, 军队武警, 群团, 企业."""

RankBasis = Literal["stated", "derived", "override"]
Confidence = Literal["high", "medium", "low"]
TieKind = Literal["department_of", "led_by", "guided_by"]
Role = Literal["chair", "deputy_chair", "member", "observer", "secretary", "office_director"]
"""组长, 副组长, 成员, 列席 (观察员), 秘书长, 办公室主任."""

Leadership = Literal["single", "co_chairs", "rotating", "collective", "unknown"]
Roster = Literal["complete", "partial", "unknown"]
SourceKind = Literal[
    "gov_doc", "gov_doc_mirror", "gov_site", "gov_site_mirror", "press", "press_mirror",
    "agreement", "dataset", "yearbook", "encyclopedia", "article", "journal_abstract",
    "paper_abstract",
]  # fmt: skip


def _text(value: object) -> object:
    """YAML reads 2018 as a number: a year or a code is text."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _printable(text: str) -> str:
    """A control character steers a terminal and says nothing: an escape could rewrite the screen."""
    steering = sorted({f"U+{ord(c):04X}" for c in text if category(c) == "Cc" and c != "\n"})
    if steering:
        reason = f"The text holds control characters ({', '.join(steering)}); take them out."
        raise PydanticCustomError("printable", "{reason}", {"reason": reason})
    return text


def dated(read: Callable[[str], object], text: str) -> str:
    """Return a date as EDTF that `read` takes; the form says what is wrong with another."""
    try:
        return date_as(read, text)
    except InputError as error:
        raise PydanticCustomError("edtf", "{reason}", {"reason": str(error)}) from None


def _web(text: str) -> str:
    if not is_web_address(text):
        raise PydanticCustomError("address", "{reason}", {"reason": NOT_WEB})
    return text


Text = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True),
    AfterValidator(_printable),
]  # fmt: skip
Address = Annotated[Text, AfterValidator(_web)]
Start = Annotated[str, BeforeValidator(_text), AfterValidator(partial(dated, start_bound))]
End = Annotated[str, BeforeValidator(_text), AfterValidator(partial(dated, end_bound))]
RankNumber = Annotated[int, Field(ge=1, le=10)]
UnitRef = Annotated[Text, BeforeValidator(_text)]
"""A six-digit code, `code:name` where a code was reused, or the uid of an agency."""

Sources = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
"""One id or a list; the first is the main source."""


class Row(BaseModel):
    """Base of every entry: unknown fields are an error, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Dated(Row):
    """An entry with a validity; null is unknown, `..` an end that has not come."""

    from_: Start | None = Field(default=None, alias="from")
    to: End | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Dated:
        open_or_unknown = self.to is None or self.to == OPEN or self.from_ is None
        if not open_or_unknown and end_bound(self.to).day <= start_bound(self.from_).day:
            told = "It ends ({to}) before it starts ({from_})."
            if self.to == self.from_:
                told = "It ends on the day it starts ({to}); `to` is the first day without it."
            raise PydanticCustomError("order", told, {"to": self.to, "from_": self.from_})
        return self


class SourceEntry(Row):
    """Where a statement was read (来源); `url` is kept as data, and is not yet a link."""

    title: Text
    url: Address | None
    kind: SourceKind
    date: Start | None = None
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
    """A person in a post (任职), as a source names it beside or outside a group."""

    person: Text
    post: Text
    end_basis: Literal["derived"] | None = None
    as_of: Start | None = None
    source: Sources
    confidence: Confidence
    note: Text | None = None


class TermEvent(Row):
    """Who holds a post from a day on (`holders`: a whole list), or who joins and leaves on it.

    `partial`: a new list began, of which only these names were read.
    """

    on: Start
    holders: tuple[Text, ...] = ()
    joins: tuple[Text, ...] = ()
    leaves: tuple[Text, ...] = ()
    partial: bool = False
    source: Sources
    confidence: Confidence
    note: Text | None = None

    @model_validator(mode="after")
    def _is_list_or_change(self) -> TermEvent:
        if bool(self.holders) == bool(self.joins or self.leaves):
            told = "An event is a list of `holders`, or it names who `joins` or `leaves`."
            raise PydanticCustomError("terms", told)
        return self


class TermsEntry(Row):
    """The lists of a post that several hold, one after another (任期表); persons by name."""

    post: Text
    events: Annotated[tuple[TermEvent, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _follow(self) -> TermsEntry:
        held: set[str] = set()
        for event, before in zip(self.events, (None, *self.events), strict=False):
            if before and start_bound(event.on).day <= start_bound(before.on).day:
                told = "`{on}` does not follow `{before}`; put the events in the order of time."
                raise PydanticCustomError("terms", told, {"on": event.on, "before": before.on})
            wrong = [name for name in event.leaves if name not in held]
            wrong += [name for name in event.joins if name in held]
            if wrong:
                told = "{name} cannot join or leave on {on}: compare the list before."
                raise PydanticCustomError("terms", told, {"name": wrong[0], "on": event.on})
            held = set(event.holders) or (held - set(event.leaves)) | set(event.joins)
        return self


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
    """A seat in a group (席位): held by a post, or by a unit that is listed itself."""

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
    confidence: Confidence
    note: Text | None = None

    @model_validator(mode="after")
    def _is_held(self) -> SeatEntry:
        if self.post and self.unit:
            raise PydanticCustomError("seat", "A seat has a post or a unit, not both.")
        if not (self.post or self.unit or self.person or self.title):
            raise PydanticCustomError("seat", "A seat needs a post, a unit, a person or a title.")
        if self.presided and self.role != "member":
            told = "Who presided (主持) sits as a member: write `role: member, presided: true`."
            raise PydanticCustomError("seat", told)
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
            raise PydanticCustomError(
                "event", "An event with `until` needs the day it begins: `on`."
            )
        if self.until and self.on and end_bound(self.until).day <= start_bound(self.on).day:
            raise PydanticCustomError("event", "The event ends (`until`) before it begins (`on`).")
        return self


class NoteEntry(Row):
    """What a reader must know, in words."""

    text: Text
    source: Sources


class GroupEntry(Dated):
    """A leading small group (领导小组) or its kin with its seats, events and notes."""

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
    seats: tuple[SeatEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()


class AdditionEntry(Row):
    """What a source tells beyond another file's entry of a group: founding, successor, seats, events."""

    group: Text
    established_by: tuple[Text, ...] = ()
    succeeded_by: tuple[Text, ...] = ()
    source: Sources
    seats: tuple[SeatEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()


class GroupFile(Row):
    """One file: the form's name and any of the sections."""

    form: Literal["lsgraph/groups/1"]
    sources: dict[str, SourceEntry] = {}
    units: tuple[UnitEntry, ...] = ()
    persons: tuple[PersonEntry, ...] = ()
    posts: tuple[PostEntry, ...] = ()
    tenures: tuple[TenureEntry, ...] = ()
    terms: tuple[TermsEntry, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    groups: tuple[GroupEntry, ...] = ()
    additions: tuple[AdditionEntry, ...] = ()
