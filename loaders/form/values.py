"""What entries of a form are made of: texts, addresses, dates, words of closed lists, the base of a row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Literal, LiteralString
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
from graph.core.words import Words
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


def fault(kind: LiteralString, told: Words) -> PydanticCustomError:
    """A fault that a validator of the form tells in both languages; `explained` picks one of them."""
    return PydanticCustomError(kind, "{en}", {"en": told.en, "zh": told.zh})


def _printable(text: str) -> str:
    """A control character steers a terminal and says nothing: an escape could rewrite the screen."""
    steering = sorted({f"U+{ord(c):04X}" for c in text if category(c) == "Cc" and c != "\n"})
    if steering:
        told = ", ".join(steering)
        raise fault(
            "printable",
            Words(
                f"The text holds control characters ({told}); take them out.",
                f"文本含有控制字符（{told}），请删除。",
            ),
        )
    return text


def dated(read: Callable[[str], object], text: str) -> str:
    """Return a date as EDTF that `read` takes; the form says what is wrong with another."""
    try:
        return date_as(read, text)
    except InputError as error:
        raise fault("edtf", error.words) from None


def _web(text: str) -> str:
    if not is_web_address(text):
        raise fault("address", NOT_WEB)
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
            told = Words(
                f"It ends ({self.to}) before it starts ({self.from_}).",
                f"结束（{self.to}）早于开始（{self.from_}）。",
            )
            if self.to == self.from_:
                told = Words(
                    f"It ends on the day it starts ({self.to}); `to` is the first day without it.",
                    f"结束与开始是同一天（{self.to}）；to 是不再有效的第一天。",
                )
            raise fault("order", told)
        return self
