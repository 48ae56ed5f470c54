"""The form of a claim (主张): what one source says of a property of the entry that it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from pydantic import Field, TypeAdapter, ValidationError, ValidationInfo, field_validator

from graph.ask.claims import Claim
from graph.core.words import Words
from loaders.form.values import End, Leadership, Role, Roster, Row, Sources, Start, Text, fault

Ending = Literal["abolished", "merged", "replaced", "raised"]
Property = Literal[
    "from", "to", "place", "established_by", "issuers", "succeeded_by", "ended", "leadership",
    "roster", "office", "presided", "chair", "deputy_chair", "member", "observer", "secretary",
    "office_director",
]  # fmt: skip


class ClaimedSeat(Row):
    """Whom a source puts into a role, as it prints it."""

    person: Text | None = None
    title: Text | None = None
    executive: bool = False
    from_: Start | None = Field(default=None, alias="from")


_DATE = Words("a date", "日期")
_SEAT = (
    TypeAdapter(ClaimedSeat),
    Words("person, title, executive, from", "person、title、executive、from"),
)
_TEXT = TypeAdapter(Text), Words("a text", "文本")


def _one_of(choices: Any) -> tuple[TypeAdapter[Any], Words]:
    names = get_args(choices)
    told = Words(f"one of {', '.join(names)}", f"{'、'.join(names)}之一")
    return TypeAdapter(choices), told


_VALUES: Mapping[str, tuple[TypeAdapter[Any], Words]] = {
    "from": (TypeAdapter(Start), _DATE), "to": (TypeAdapter(End), _DATE), "ended": _one_of(Ending),
    "leadership": _one_of(Leadership), "roster": _one_of(Roster),
    **dict.fromkeys(get_args(Role), _SEAT),
}  # fmt: skip


class ClaimEntry(Row):
    """A claim; `counts`: the entry's own value follows it, where several disagree.

    Of a role the value is who sits in it; names of bodies, acts and groups are as the source prints them.
    """

    about: Property = Field(alias="property")
    value: Any
    source: Sources
    counts: bool = False
    note: Text | None = None

    @field_validator("value")
    @classmethod
    def _of_its_type(cls, value: Any, told: ValidationInfo) -> Any:
        name = str(told.data.get("about"))
        adapter, what = _VALUES.get(name, _TEXT)
        try:
            return adapter.validate_python(value)
        except ValidationError:
            said = Words(f"A claim of `{name}` has {what.en}.", f"{name} 的主张应为{what.zh}。")
            raise fault("claim", said) from None

    @property
    def claim(self) -> Claim:
        """The claim as rows hold it."""
        value = self.value
        if isinstance(value, ClaimedSeat):
            value = value.model_dump(by_alias=True, exclude_defaults=True)
        return Claim(self.about, value, self.source, self.counts, self.note)
