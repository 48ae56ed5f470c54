"""How a region is written: a name, a version, members of one's own, a day or a period."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.core.as_of import parse_as_of
from graph.core.errors import NamesNothing
from graph.core.words import Words
from graph.regions.named.definitions import Definition, version_of, versions_of
from graph.regions.read.periods import Span, is_span, span_of


@dataclass(frozen=True)
class Asked:
    """A region as it was written: a name, its day or period, and the mark of one of its own.

    `definition` is that of a named region; `members` are the texts of one that the user put together.
    """

    name: str
    day: dt.date | None
    period: Span | None
    mark: str
    definition: Definition | None = None
    members: tuple[str, ...] = ()

    @property
    def area(self) -> tuple[Definition | None, tuple[str, ...]] | None:
        """What tells a named region from another; None of a province and of the stratum across provinces."""
        return (self.definition, self.members) if self.definition or self.members else None


def asked_region(text: str, as_of: dt.date | str | None) -> Asked:
    """Read a region as it is written. Raises InputError for an unknown version, and without members."""
    name, version, own = _parts(text)
    name, equals, listed = name.partition("=")
    members = tuple(part.strip() for part in listed.split("+") if part.strip())
    if equals and not (name.strip() and members):
        raise NamesNothing(
            Words(
                f"{text!r} names no region. Write NAME=MEMBER+MEMBER, for example 沪苏=上海市+江苏省.",
                f"“{text}”不是区域。请写“名称=成员+成员”，例如 沪苏=上海市+江苏省。",
            )
        )
    versions = versions_of(name)
    definition = version_of(versions, version) if versions and not equals else None
    mark = f"@{version}" if version else ""
    if is_span(own):
        period = span_of(own)
        return Asked(name, period.last, period, f"{mark} {period}", definition, members)
    day = _day(own or as_of)
    return Asked(name, day, None, f"{mark} {day}" if own else mark, definition, members)


def _parts(text: str) -> tuple[str, str | None, str]:
    """Split into name, version (None without) and day or period: 长三角@2010@2017-12-31 has all.

    What follows the name of a named region is a version if the region has it, or if it is a bare year.
    """
    name, _, rest = text.partition("@")
    versions = versions_of(name)
    first, _, last = rest.partition("@")
    if versions and (first in versions or (len(first) == 4 and first.isdigit())):
        return name, first, last
    return name, None, rest


def has_time(text: str) -> bool:
    """Tell whether a region is written with a day or period of its own."""
    return bool(_parts(text)[2])


def _day(given: dt.date | str | None) -> dt.date | None:
    return parse_as_of(given)[0] if isinstance(given, str) else given
