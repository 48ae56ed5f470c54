"""Where sources disagree: the sentences in which notes keep what another source says, read back as values.

disputed("The gathered entries differ on the start: [..2015-04-20] (A87), [..2015-04] (F13).")
# [Told("from", "[..2015-04-20]", ("A87",)), Told("from", "[..2015-04]", ("F13",))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PROPERTY = {"start": "from", "end": "to"}


class Told(NamedTuple):
    """A value of a property; `sources` is empty where the sentence does not say whose it is."""

    property: str
    value: str
    sources: tuple[str, ...] = ()


_EACH = re.compile(r"The gathered entries differ on the (start|end): (.+?)\.(?=; |$)")
_ITEM = re.compile(r"(\S+) \(([^)]*)\)")
_ONE = (
    re.compile(r"The gathered entries give the (start|end) as (\S+) \(here: "),
    re.compile(r"The stated (end) \((\S+)\) is before the start"),
    re.compile(r"its source dates its (end) (\S+), after the group's"),
    re.compile(r"sources differ on the (end): (?:\S+), (\S+?)(?=; |$)"),
)
_SEAT_START = re.compile(r"its source dates it (\S+), after the group's end")


def disputed(text: str) -> list[Told]:
    """Every value that the sentences of a note keep; nothing of what is prose."""
    return list(_told(text))


def _told(text: str) -> Iterator[Told]:
    for what, said in _EACH.findall(text):
        for value, sources in _ITEM.findall(said):
            yield Told(PROPERTY[what], value.lstrip(", "), tuple(sources.split(", ")))
    for pattern in _ONE:
        yield from (Told(PROPERTY[what], value) for what, value in pattern.findall(text))
    yield from (Told("from", value) for value in _SEAT_START.findall(text))
