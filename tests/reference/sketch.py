"""The hierarchy of a random world: units, ties, posts and tenures, drawn fact by fact.

Used by the strategies of the property tests. The plainest choice comes first, so that examples
shrink to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeVar

from hypothesis import strategies as st

from tests.reference.world import (
    BEGIN,
    OPEN,
    Branch,
    Group,
    Label,
    Mode,
    Post,
    Seat,
    Tenure,
    Tie,
    TieKind,
    Unit,
)

T = TypeVar("T")
Span = tuple[date, date]

DAYS = tuple(date(2013 + i, 1, 1) for i in range(6))
ALWAYS: Span = (BEGIN, OPEN)
LEVELS: tuple[Label, ...] = ("Country", "Province", "Prefecture", "County")
RANKS: dict[Label, int] = {"Province": 8, "Prefecture": 6, "County": 4}
APART: tuple[Literal["sar", "taiwan"] | None, ...] = ("sar", "sar", "taiwan", None)
BRANCHES: tuple[Branch, ...] = (
    *("government",) * 7,
    *("party",) * 2,
    "enterprise",
    "mass_organisation",
    "congress",
    "cppcc",
    "court",
    "procuratorate",
    "military",
)
AGENCY_TIES: tuple[tuple[TieKind, ...], ...] = (
    *(("DEPARTMENT_OF",),) * 5,
    *(("LED_BY",),) * 2,
    ("GUIDED_BY",),
    ("DEPARTMENT_OF", "GUIDED_BY"),
    ("DEPARTMENT_OF", "LED_BY"),
    (),
)
DIVISION_MODES: tuple[Mode, ...] = ("HEAD", "HEAD", "DEPUTY_HEAD", "COLLEGIAL", "OTHER")
AGENCY_MODES: tuple[Mode, ...] = ("DEPT_HEAD", "DEPT_HEAD", "HEAD", "DEPUTY_HEAD", "OTHER")


@dataclass
class Sketch:
    """A world in the making; `draw` is hypothesis's own."""

    draw: st.DrawFn
    units: list[Unit] = field(default_factory=lambda: [Unit("u0", "中央", "Country", 10)])
    ties: list[Tie] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices, the first the plainest."""
        return self.draw(st.sampled_from(choices))

    def rarely(self, times: int = 4) -> bool:
        """True about once in so many times, and never in the plainest world."""
        return self.draw(st.integers(0, times - 1)) == times - 1

    def number(self, least: int, most: int) -> int:
        """A whole number within the bounds, both included."""
        return self.draw(st.integers(least, most))

    def span(self, within: Span, times: int = 6) -> Span:
        """A span, once in so many times a part of it; bounded by its own bounds and `DAYS`."""
        if not self.rarely(times):
            return within
        inside = [day for day in DAYS if within[0] < day < within[1]]
        cuts = [within[0], *inside, within[1]]
        start = self.number(0, len(cuts) - 2)
        return cuts[start], cuts[len(cuts) - 1 - self.number(0, len(cuts) - 2 - start)]

    def unit(self, uid: str) -> Unit:
        """The unit of that uid."""
        return next(unit for unit in self.units if unit.uid == uid)

    def life(self, uid: str) -> Span:
        """The life of a unit."""
        unit = self.unit(uid)
        return unit.valid_from, unit.valid_to


def shared(*spans: Span) -> Span | None:
    """What the spans have in common, if anything."""
    start, end = max(span[0] for span in spans), min(span[1] for span in spans)
    return (start, end) if start < end else None


def above(sketch: Sketch, unit: Unit) -> list[str]:
    """The divisions of a higher level than a division."""
    level = LEVELS.index(unit.labels)
    higher = (u for u in sketch.units if u.is_division and LEVELS.index(u.labels) < level)
    return [u.uid for u in higher]


def tie(sketch: Sketch, lower: str, uppers: Sequence[str], kind: TieKind) -> None:
    """A tie to one of the units, for all or part of the life that both share."""
    upper = sketch.one(uppers)
    life = shared(sketch.life(lower), sketch.life(upper))
    known = any((t.lower, t.upper, t.kind) == (lower, upper, kind) for t in sketch.ties)
    if life is not None and not known:
        sketch.ties.append(Tie(lower, upper, kind, *sketch.span(life, 12)))


def division(sketch: Sketch, label: Label, life: Span) -> None:
    """A division: mostly one upper government, at times none or two (dual command)."""
    usual = RANKS[label]
    rank = sketch.one((usual, usual, usual, usual, usual + 1, usual - 1, None))
    uid = f"u{len(sketch.units)}"
    outside = rank is None and label == "Province"
    standing = sketch.one(APART) if outside else None
    unit = Unit(uid, uid, label, rank, None, None, False, False, standing, *life)
    sketch.units.append(unit)
    if sketch.rarely(12):
        return
    tie(sketch, uid, above(sketch, unit), "PART_OF")
    if sketch.rarely(5):
        tie(sketch, uid, above(sketch, unit), "PART_OF")


def divisions(sketch: Sketch) -> None:
    """Two to four levels; a division that ends may be succeeded on that day."""
    labels = LEVELS[1 : sketch.number(2, len(LEVELS))]
    for _ in range(sketch.number(3, 6)):
        label = sketch.one(labels)
        life = sketch.span(ALWAYS)
        division(sketch, label, life)
        if life[1] != OPEN and sketch.draw(st.booleans()):
            division(sketch, sketch.one(labels), (life[1], OPEN))


def agency(sketch: Sketch) -> None:
    """An agency with any ties upward, or a government's general office."""
    owners = [unit.uid for unit in sketch.units if not unit.general_office]
    bodies = [unit.uid for unit in sketch.units if unit.labels == "Agency"]
    uid, office = f"u{len(sketch.units)}", sketch.rarely(5)
    kinds = ("DEPARTMENT_OF",) if office else sketch.one(AGENCY_TIES)
    governments = [owner for owner in owners if sketch.unit(owner).is_division]
    rank = sketch.one((6, 8, 4, 2, None))
    branch = "government" if office else sketch.one(BRANCHES)
    life = sketch.span(ALWAYS)
    sketch.units.append(
        Unit(uid, uid, "Agency", rank, None, branch, office, "LED_BY" in kinds, None, *life)
    )
    for kind in kinds:
        uppers = bodies if kind != "DEPARTMENT_OF" else governments if office else owners
        if uppers:
            tie(sketch, uid, uppers, kind)


def twin(sketch: Sketch) -> None:
    """A sibling of a unit, of one under dual command if there is any: same life, same ties."""
    uppers = {u.uid: [t for t in sketch.ties if t.lower == u.uid] for u in sketch.units}
    dual = [unit for unit in sketch.units if len(uppers[unit.uid]) > 1]
    model, uid = sketch.one(dual or sketch.units[1:]), f"u{len(sketch.units)}"
    sketch.units.append(replace(model, uid=uid, name=uid))
    sketch.ties.extend(replace(tie, lower=uid) for tie in uppers[model.uid])


def post(sketch: Sketch) -> None:
    """A post of any mode, its rank by the rule, stated otherwise, or missing."""
    high = [unit for unit in sketch.units if unit.labels in LEVELS[:2]]
    unit = sketch.one(high if sketch.rarely(3) else sketch.units)
    mode = sketch.one(DIVISION_MODES if unit.is_division else AGENCY_MODES)
    less = {"HEAD": 0, "DEPT_HEAD": 0, "DEPUTY_HEAD": 1, "COLLEGIAL": 1}.get(mode)
    rule = None if unit.rank is None or less is None else unit.rank - less
    at_centre = mode == "COLLEGIAL" and unit.labels == "Country"
    rank = sketch.one((9, 10) if at_centre else (rule, rule, rule, rule, None, 7, 5))
    branch = unit.branch or sketch.one(("government", "party"))
    uid = f"p{len(sketch.posts)}"
    sketch.posts.append(Post(uid, uid, unit.uid, mode, rank, None, branch))


def tenures(sketch: Sketch, its: Post) -> None:
    """No holder, one, or two in succession, at times last shown after; three persons share all posts."""
    life = sketch.span(sketch.life(its.unit))
    turns = [day for day in DAYS if life[0] < day < life[1]]
    turn = sketch.one(turns) if turns and sketch.rarely(3) else life[1]
    for start, end in ((life[0], turn), (turn, life[1])):
        if start < end and not sketch.rarely(3):
            person = f"x{sketch.number(0, 2)}"
            later = [day for day in DAYS if end < day <= life[1]]
            shown = sketch.one(later) if later and sketch.rarely(2) else None
            sketch.tenures.append(Tenure(person, its.uid, start, end, shown))
