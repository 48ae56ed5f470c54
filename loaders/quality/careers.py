"""Two nodes of one name: what shows one career, and what shows two people.

    lines = Lines({"agency:农业部": "100000"})
    evidence("余欣荣", [Held("agency:农业部", "农业部副部长")], [Held("agency:农业农村部", "副部长")], lines)

A rule joins little: a wrong join invents a command, a wrong split only hides a rank. What it leaves
open is for the reviewed file (loaders.quality.persons).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from graph.core.words import Words
from graph.offices.divisions import CENTRE
from graph.offices.words import MUNICIPALITIES
from loaders.units.central_bodies import central_bodies

NEAR = dt.timedelta(days=3653)
"""Ten years: posts of one line further apart are no evidence of one career."""
LONG_NAME = 3
"""Characters: a name of two is too common for posts of one line to show one person."""


@dataclass(frozen=True)
class Held:
    """What one statement tells of a person: a post in a body, or with `title` None only a name beside it.

    `body` is a code or the uid of an agency, `day` one on which the source shows it.
    """

    body: str
    title: str | None = None
    day: dt.date | None = None
    group: str | None = None
    role: str | None = None
    sources: frozenset[str] = frozenset()

    @property
    def said(self) -> Words:
        """The post with the day."""
        plain = self.plain
        return Words(f"{plain.en} {self.day}", f"{plain.zh} {self.day}") if self.day else plain

    @property
    def plain(self) -> Words:
        """The post, or the body where only a name stands there."""
        if self.title:
            return Words.same(self.title)
        return Words(f"named at {self.body}", f"在 {self.body} 列名")


@dataclass(frozen=True)
class Lines:
    """Whose body each is: `above` maps the uid of an agency to the body above it, where one is known."""

    above: Mapping[str, str | None] = field(default_factory=dict)

    def of(self, body: str) -> str | None:
        """The code of the government whose line a body is in; None where nothing tells."""
        seen: set[str] = set()
        while body.startswith("agency:"):
            if body.count(":") == 2:
                return body.split(":")[1]
            if body in seen:
                return None
            seen.add(body)
            body = self.above.get(body) or ""
        code = plain_ref(body)
        return code if code.isdigit() else None

    def one(self, body: str, other: str) -> bool:
        """Whether both are of one government, or one is of the government directly above the other."""
        first, second = self.of(body), self.of(other)
        if first is None or second is None:
            return False
        return first == second or first == _above(second) or second == _above(first)


def evidence(
    name: str, one: Sequence[Held], other: Sequence[Held], lines: Lines
) -> Words | None:  # fmt: skip
    """What shows that two nodes of one name are one person; None where nothing does."""
    for a, b in product(one, other):
        if a.title and b.title and successive(a.body, b.body) and _near(a, b, unknown=True):
            return _both(a, b, Words("one body took over from the other", "后一机构承接前一机构"))
    for a, b in product(one, other):
        if a.sources & b.sources and bool(a.title) != bool(b.title):
            return _both(a, b, _ONE_SOURCE)
        if len(name) >= LONG_NAME and lines.one(a.body, b.body) and _near(a, b):
            return _both(a, b, _ONE_LINE)
    return None


_ONE_SOURCE = Words("one source names both, one without a post", "同一来源载有二者，其一未写职务")
_ONE_LINE = Words("posts in one line of government within ten years", "十年内任职于同一系统")


def refusal(one: Sequence[Held], other: Sequence[Held]) -> Words | None:
    """What shows that two nodes of one name are two: one source seats both in one role of a group."""
    for a, b in product(one, other):
        if a.group and (a.group, a.role) == (b.group, b.role) and a.sources & b.sources:
            seated = Words(
                f"one source seats both in {a.group}", f"同一来源载二者同在 {a.group} 入席"
            )
            return _both(a, b, seated)
    return None


def _both(one: Held, other: Held, why: Words) -> Words:
    """What shows it, and of which two posts."""
    return Words.joined((why, Words.joined((one.said, other.said))), ": ", "：")


def successive(body: str, other: str) -> bool:
    """Whether two uids are one central body in two periods, or one took over from the other."""
    first, second = _name(body), _name(other)
    return first == second or second in _after(first) or first in _after(second)


@cache
def _after(name: str) -> frozenset[str]:
    """The central bodies that took over from one, and what took over from them."""
    rows = [row for rows in central_bodies().rows.values() for row in rows]
    found: set[str] = set()
    waiting = [name]
    while waiting:
        before = waiting.pop()
        fresh = {row.name for row in rows if before in row.predecessors} - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _name(body: str) -> str:
    return body.removeprefix("agency:").partition("@")[0]


def _near(one: Held, other: Held, *, unknown: bool = False) -> bool:
    """Whether two statements are of one stretch of a career; `unknown` is what undated ones count as."""
    if one.day is None or other.day is None:
        return unknown
    return abs(one.day - other.day) <= NEAR


def _above(code: str) -> str | None:
    """The code of the division above by the digits: none above a province, whose line is its own."""
    if code == CENTRE or code.endswith("0000"):
        return None
    under_province = code.endswith("00") or code[2:4] == "90" or code[:2] in MUNICIPALITIES
    return f"{code[:2]}0000" if under_province else f"{code[:4]}00"


def bodies(held: Iterable[Held]) -> tuple[str, ...]:
    """The bodies of statements, each once."""
    return tuple(dict.fromkeys(one.body for one in held))


def plain_ref(ref: str) -> str:
    """A reference to a body without the name beside a code."""
    return ref if ref.startswith("agency:") else ref.removeprefix("div:").partition(":")[0]
