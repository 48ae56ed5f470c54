"""What a column becomes in a file of Stata: variables with values, labels and what they are called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graph.core.dates import OPEN_END, UNKNOWN_START
from graph.core.terms import unit
from graph.core.words import Words
from graph.export.columns import Column
from graph.export.labels import FLAGGED, YES_NO, LabelSet, label_set
from graph.export.texts import plain_text, printable

LONGEST_LABEL = 80
DAY_ZERO = dt.date(1960, 1, 1)
"""The day that Stata counts from."""


@dataclass(frozen=True)
class Variable:
    """A variable of a file: the column that it is made of, its values, its labels and what it is called.

    Numbers and days since 1960 are numbers, None where they are not known; texts are texts.
    """

    column: Column
    values: Sequence[Any]
    labels: LabelSet | None
    said: Words


def variables(column: Column, values: Sequence[Any]) -> Iterator[Variable]:
    """Yield what a column becomes: one variable, or of a list of closed words a flag for each word."""
    start, kind, words = FLAGGED.get(column.name, ("", Words.same(""), {}))
    items = {item for value in values if value is not None for item in value} if start else set()
    if column.kind == "list" and start and items <= words.keys():
        for name, said in words.items():
            told = Words(
                f"{kind.en}: {_named(name, said.en)}", f"{kind.zh}：{_named(name, said.zh)}"
            )
            found = [None if value is None else int(name in value) for value in values]
            flag = Column(f"{start}_{name}", "boolean", told)
            yield Variable(flag, found, YES_NO, told)
        return
    known = label_set(column)
    labels = known if known and known.holds(values) else None
    told = column.meaning
    if column.unit:
        counted = unit(column.unit)
        told = Words(f"{told.en} ({counted.en})", f"{told.zh}（{counted.zh}）")
    yield Variable(column, _numbers(column, values, labels), labels, told)


def _named(name: str, said: str) -> str:
    """The word of a list and what it says, once where they are the same."""
    return name if name == said else f"{name}, {said}"


def _numbers(column: Column, values: Sequence[Any], labels: LabelSet | None) -> Sequence[Any]:
    if labels:
        return [None if value is None else labels.codes[value] for value in values]
    if column.kind == "date":
        return [_day(value) for value in values]
    if column.kind in ("integer", "float"):
        return values
    return ["" if value is None else printable(plain_text(value)) for value in values]


def _day(value: dt.date | None) -> int | None:
    """Return the days since 1960; None for what is not known, and for the bounds that stand for it."""
    if value is None or value in (UNKNOWN_START, OPEN_END):
        return None
    return (value - DAY_ZERO).days


def label(text: str) -> str:
    """Return a text as Stata takes it for a label of a variable or file: at most 80 characters."""
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"
