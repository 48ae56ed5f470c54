"""Ask a query of the catalogue in texts, as a command line or an address gives them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from graph.catalogue import Query, Result, is_shipped
from graph.connection import Database
from graph.connection.free_cypher import check
from graph.core.as_of import parse_as_of
from graph.core.errors import InputError
from graph.core.words import Words


def pair(text: str) -> tuple[str, str]:
    """The key and the value of a parameter; raises InputError for any other text."""
    key, separator, value = text.partition("=")
    if not separator or not key:
        raise InputError(
            Words(
                f"{text!r} is not a parameter. Write key=value, for example as_of=2018-12-26.",
                f"“{text}”不是参数。请写作 key=value，例如 as_of=2018-12-26。",
            )
        )
    return key.strip(), value


def read_values(query: Query, texts: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """Checked values of all parameters, and notes on days that a year or a month is read as."""
    values = query.values(query.read(texts))
    days = [text for key, text in texts.items() if isinstance(values[key], dt.date)]
    return values, [note for text in days for note in parse_as_of(text)[1]]


def answer_of(database: Database, query: Query, values: Mapping[str, Any]) -> Result:
    """Run a query; one of the user's own is checked as free Cypher is, its faults told with their line.

    The notes of the result name what is probably a mistake in it.
    """
    database = database.asked()
    with checked(database, query, values) as notes:
        rows = database.run(query, query.values(values), database.limits.rows)
        return replace(rows, notes=notes)


@contextmanager
def checked(
    database: Database, query: Query, values: Mapping[str, Any]
) -> Iterator[tuple[Words, ...]]:
    """Check a query of the user's own before the body runs it, and tell its faults with their line.

    Hands on what is probably a mistake in it.
    """
    if is_shipped(query):
        yield ()
        return
    try:
        yield check(database, query.statement, values)
    except InputError as error:
        raise InputError(query.located(error.words)) from None
