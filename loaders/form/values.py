"""What entries of a form are made of: texts, addresses, dates, words of closed lists, the base of a row."""

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
from loaders.files.dates import date_as

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
