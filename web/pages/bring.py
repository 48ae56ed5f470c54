"""Bring in: the shelf of drafts; a draft with its text, its cells, what is wrong, what would change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markupsafe import Markup

from graph.core.words import Words
from loaders.load.naming import SIGNS, in_short
from loaders.tables.mend import Sheet
from loaders.tables.schema import named
from loaders.tables.vocabulary import CONFIDENCES
from web.brought.shelf import ENDINGS, Draft
from web.brought.work import STEPS, Checked, Chosen
from web.pages.around import Around, address
from web.pages.render import render

TITLE = Words("Bring in", "导入")
MOST_ROWS = 200
"""Rows of a sheet on a page; those with a fault are always on it."""
MOST_TOUCHED = 200

UNCHOSEN = Chosen()
Typed = Mapping[tuple[int, int, int], str]


@dataclass(frozen=True)
class Edit:
    """The row that is being edited: number of its sheet, from 0, and its own; 0 is a new one."""

    sheet: int = -1
    row: int = -1

    @classmethod
    def of(cls, text: str) -> Edit:
        """From `1.14`, or `1.new`; none for anything else."""
        sheet, _, row = text.partition(".")
        if not (sheet.isascii() and sheet.isdigit()) or len(text) > 12:
            return cls()
        digits = row.isascii() and row.isdigit()
        return cls(int(sheet), int(row) if digits else 0 if row == "new" else -1)


NO_ROW = Edit()


@dataclass(frozen=True)
class Shown:
    """A draft and all that its page tells of it; `typed` is what could not be kept."""

    draft: Draft
    digest: str = ""
    sheets: Sequence[Sheet] = ()
    chosen: Chosen = UNCHOSEN
    checked: Checked | None = None
    step: int = 0
    edit: Edit = NO_ROW
    error: str = ""
    typed: Typed = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """A cell: what it is called in a form, its text, what is wrong with it, and what may be chosen."""

    name: str
    label: str
    text: str
    faults: Sequence[str]
    choices: Sequence[str]
    open: bool


@dataclass(frozen=True)
class Line:
    """A row of a sheet; `check` is what the reader of a notice doubts, `sure` the field that settles it.

    `seat` is its number in the notice, 0 for none.
    """

    number: int
    anchor: str
    fields: Sequence[Field]
    faults: Sequence[str]
    edit: str
    check: str
    sure: str
    seat: int


@dataclass(frozen=True)
class Part:
    """A sheet as it is shown; `left` rows are not."""

    title: str
    head: Sequence[str]
    lines: Sequence[Line]
    left: int
    add: str
    anchor: str


def bring_page(drafts: Sequence[Draft], around: Around, error: str = "") -> str:
    """Return the page that takes files and lists what was brought in."""
    return render(
        "bring.html", around, title=around.told(TITLE), drafts=drafts, error=error,
        accept=",".join(ENDINGS), draft_address=draft_address,
    )  # fmt: skip


def draft_page(shown: Shown, around: Around) -> str:
    """Return the page of a draft."""
    checked, draft = shown.checked, shown.draft
    checks = {"seats": [], "lost": [], "advice": "", "machine": False, "changes": []} | (
        draft.note("checks") or {}
    )
    made = list(_parts(shown, around, checks["seats"]))
    # Seats come first: they are what there is to look at.
    made.sort(key=lambda part: not any(line.seat for line in part.lines))
    parts = [part for part in made if part.lines]
    empty = [part for part in made if not part.lines]
    return render(
        "draft.html", around, title=draft.given[0].name if len(draft.given) == 1 else draft.name,
        draft=draft, chosen=shown.chosen, checked=checked, error=shown.error, steps=STEPS,
        step=shown.step, digest=shown.digest, notice_text=Markup(draft.note("text") or ""), checks=checks,
        parts=parts, empty=empty, here=draft_address(draft),
        faults=list(_listed(shown, around)), loaded=draft.note("loaded"),
        touched=(checked.touched if checked else ())[:MOST_TOUCHED], signs=SIGNS, in_short=in_short,
    )  # fmt: skip


def loading_page(
    draft: Draft, around: Around, step: int = 0, *, error: str = "",
    loaded: Mapping[str, Any] | None = None,
) -> str:  # fmt: skip
    """Return the page of a load: under way, refused, or done, with the groups that it brought."""
    return render(
        "loading.html", around, title=draft.name, draft=draft, step=step, steps=STEPS, error=error,
        loaded=loaded, here=draft_address(draft),
    )  # fmt: skip


def draft_address(draft: Draft, **state: object) -> str:
    """The page of a draft."""
    return address(f"/bring/{draft.id}", **state)


def _listed(shown: Shown, around: Around) -> Iterator[tuple[str, str, str]]:
    """Each fault: where it is, the anchor of its cell on the page if it has one, what is said of it."""
    numbers = {sheet.title: number for number, sheet in enumerate(shown.sheets)}
    for problem in shown.checked.problems if shown.checked else ():
        place = problem.place
        spot = numbers.get(place.sheet)
        anchor = "" if spot is None else f"r{spot}-{place.line}" if place.line else f"p{spot}"
        yield around.told(place.words), anchor, around.told(problem.said)


def _parts(shown: Shown, around: Around, checks: Sequence[str]) -> Iterator[Part]:
    faults: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for problem in shown.checked.problems if shown.checked else ():
        place = problem.place
        faults[place.sheet, place.line, place.column].append(around.told(problem.said))
    for number, sheet in enumerate(shown.sheets):
        yield _Maker(number, sheet, shown, around, faults, checks).part()


@dataclass(frozen=True)
class _Maker:
    number: int
    sheet: Sheet
    shown: Shown
    around: Around
    faults: Mapping[tuple[str, int, int], list[str]]
    checks: Sequence[str]

    def part(self) -> Part:
        """The sheet with the rows that have faults, the one that is edited, and the first ones."""
        rows = list(self.sheet.rows)
        wanted = {row for title, row, _ in self.faults if title == self.sheet.title}
        wanted |= {row for sheet, row, _ in self.shown.typed if sheet == self.number}
        if self.shown.edit.sheet == self.number:
            wanted.add(self.shown.edit.row or self.sheet.next_row)
        kept = sorted({*rows[:MOST_ROWS], *(row for row in wanted if row > 0)})
        anew = draft_address(self.shown.draft, edit=f"{self.number}.new")
        left = len(set(rows) - set(kept))
        lines = [self._line(row) for row in kept if row > 1]
        head = [self.sheet.head[column] for column in self._columns]
        return Part(
            self.sheet.title, head, lines, left, f"{anew}#r{self.number}-{self.sheet.next_row}",
            f"p{self.number}",
        )  # fmt: skip

    @cached_property
    def _columns(self) -> list[int]:
        """The columns to show: all where a row is edited, else those that hold something or should."""
        if self.shown.edit.sheet == self.number:
            return list(self.sheet.head)
        used = {column for cells in self.sheet.rows.values() for column in cells}
        used |= {column for title, _, column in self.faults if title == self.sheet.title}
        used |= {column for column, one in self.sheet.meant.items() if one.required}
        return [column for column in self.sheet.head if column in used]

    def _line(self, row: int) -> Line:
        cells = self.sheet.rows.get(row, {})
        edit = self.shown.edit
        whole = edit.sheet == self.number and (edit.row or self.sheet.next_row) == row
        fields = [
            self._field(row, column, cells.get(column, ""), whole) for column in self._columns
        ]
        anchor = f"r{self.number}-{row}"
        address = draft_address(self.shown.draft, edit=f"{self.number}.{row}")
        told = self.faults.get((self.sheet.title, row, 0), [])
        check, sure = self._check(row, cells)
        seat = row - 1 if self._certainty and 0 < row - 1 <= len(self.checks) else 0
        return Line(
            row,
            anchor,
            fields,
            told,
            f"{address}#{anchor}",
            check,
            sure,
            seat,
        )

    @cached_property
    def _certainty(self) -> int:
        """The column that says how certain a seat is; 0 in a sheet of anything else."""
        return next((n for n, one in self.sheet.meant.items() if one.name == "certainty"), 0)

    def _check(self, row: int, cells: Mapping[int, str]) -> tuple[str, str]:
        """What a seat of a notice is doubted for, and the field that says it is right."""
        column = self._certainty
        low = CONFIDENCES.read(cells.get(column, "")) == "low" if column else False
        check = self.checks[row - 2] if 0 <= row - 2 < len(self.checks) else ""
        return (check, f"c.{self.number}.{row}.{column}") if low else ("", "")

    def _field(self, row: int, column: int, text: str, whole: bool) -> Field:
        meant = self.sheet.meant.get(column)
        told = self.faults.get((self.sheet.title, row, column), [])
        typed = self.shown.typed.get((self.number, row, column))
        language = self.around.language
        label = named(meant, language) if meant else self.sheet.head[column]
        choices: list[str] = []
        text = text if typed is None else typed
        if meant and meant.values:
            read = meant.values.read(text)
            shown = meant.values.shown(language)
            if read is not None and text:
                text = shown[list(meant.values.words).index(read)]
            choices = ["", *([] if text in ("", *shown) else [text]), *shown]
        name = f"c.{self.number}.{row}.{column}"
        return Field(name, label, text, told, choices, bool(told) or whole or typed is not None)
