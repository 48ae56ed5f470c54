"""Parameters of a request as the functions below take them; errors in words, as on the command line."""

from __future__ import annotations

import datetime as dt

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

from graph.core.as_of import parse_as_of
from graph.core.errors import InputError
from graph.core.words import Words
from web.http.body import MOST_BODY

LONGEST = 20_000
"""Characters of one parameter; a statement may be longer."""
MOST_FILES = 20
MOST_FIELDS = 20_000
"""Files and fields of one form."""


def text(request: Request, name: str, default: str = "", longest: int = LONGEST) -> str:
    """A parameter without blanks around it; raises InputError for one that is too long."""
    found = request.query_params.get(name, "").strip()
    check_length(name, found, longest)
    return found or default


def check_length(name: str, value: str, longest: int = LONGEST) -> None:
    """Raise InputError for a text that is too long."""
    if len(value) > longest:
        raise InputError(
            Words(
                f"{name} has {len(value):,} characters. Write at most {longest:,}.",
                f"{name} 有 {len(value):,} 个字符。最多写 {longest:,} 个。",
            )
        )


async def posted(request: Request) -> FormData:
    """The fields and files of a form that was sent; raises InputError for what is none."""
    try:
        return await request.form(
            max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_BODY
        )
    except HTTPException:
        told = Words("The form cannot be read. Send it again.", "无法读取表单，请重新提交。")
        raise InputError(told) from None


def day(request: Request, name: str = "as_of") -> tuple[dt.date | None, list[str]]:
    """A day and the note on how it was read; None where it is not given."""
    given = text(request, name)
    return parse_as_of(given) if given else (None, [])


def ticked(request: Request, name: str) -> bool:
    """Whether a box is ticked."""
    return text(request, name).lower() in ("1", "true", "yes", "on")


def number(request: Request, name: str, default: int, least: int = 1, most: int = 10**9) -> int:
    """A whole number between two; raises InputError for anything else."""
    given = text(request, name)
    if not given:
        return default
    digits = given.removeprefix("-")
    value = int(given) if digits.isascii() and digits.isdigit() and len(digits) < 12 else None
    if value is None or not least <= value <= most:
        raise InputError(
            Words(
                f"{name} must be a whole number from {least} to {most:,}, not {given!r}.",
                f"{name} 应为 {least} 至 {most:,} 之间的整数，而不是“{given}”。",
            )
        )
    return value
