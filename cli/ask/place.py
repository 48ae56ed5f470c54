"""lsgraph place: which division a name or code means on a day, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import AsOf, Output, asks, database
from cli.help import chinese, said
from cli.output import Format, err, out, table, write
from graph.core.errors import AmbiguousName
from graph.core.safe_text import shown
from graph.core.words import Words
from graph.export.answers import csv_text, json_text

if TYPE_CHECKING:
    from graph.connection import Database
    from graph.places.place import Place

COLUMNS = ("code", "name", "name_en", "level", "kind", "rank", "above", "valid_from", "valid_to")
FIELDS = (*COLUMNS, "pinyin", "uid", "as_of", "matched", "notes")
HEADS = ("title", "name", "tenure_status", "since", "until", "last_shown")
HISTORY = ("code", "name", "kind", "rank", "from_edtf", "to_edtf", "becomes")


@asks
@chinese("按日期（默认今天）查找地方及其主官；同名的地方有数处时，不代为选择。")
def place(
    name: Annotated[
        str,
        typer.Argument(
            help=said(
                "Code, name, short or former name, pinyin, initials, English name, or uid.",
                "代码、名称、简称或旧称、拼音或其首字母、英文名、uid。",
            )
        ),
    ],
    as_of: AsOf = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="REGION",
            help=said("Only places below this one.", "只找该地以下的地方。"),
        ),
    ] = None,
    history: Annotated[
        bool,
        typer.Option(
            "--history",
            help=said(
                "All units of the place, from first to last.", "该地历次的建制，从最早到最近。"
            ),
        ),
    ] = False,
    format: Output = Format.table,
) -> None:
    """Find a place on a day (default: today), and who heads it. Of several that bear the name none is chosen.

    Example: lsgraph place 襄樊 --as-of 2009-06-30 --history
    """
    from graph.core.as_of import parse_as_of
    from graph.places.find import find_place, places

    day, read = (None, []) if as_of is None else parse_as_of(as_of)
    with database() as opened:
        try:
            found = find_place(opened, name, day, within)
        except AmbiguousName as several:
            _show(places(opened, name, day, within), [*read, *_notes(several)], format)
            raise
        asked = history or (found.matched != found.uid and format is not Format.csv)
        units = _history(opened, found) if asked else None
        heads = None if format is Format.csv else _heads(opened, found)
    _show([found], [*read, *found.notes], format, units, heads, only_history=history)


def _history(opened: Database, found: Place) -> list[dict[str, Any]]:
    """The place that was asked for: of 莱芜市 the chain of Laiwu, not that of Jinan."""
    from graph.catalogue import queries

    return queries.place_history(found.matched, database=opened).to_dicts()


def _heads(opened: Database, found: Place) -> list[dict[str, Any]]:
    """Who holds the posts that head the place on its day: of each whether held, last shown or nobody."""
    from graph.catalogue import queries

    return queries.holders(as_of=found.as_of, unit=found.uid, database=opened).to_dicts()


def _show(
    found: Sequence[Place],
    notes: Sequence[str],
    format: Format,
    units: list[dict[str, Any]] | None = None,
    heads: list[dict[str, Any]] | None = None,
    only_history: bool = False,
) -> None:
    rows = [{**one.to_dict(), "notes": list(dict.fromkeys((*notes, *one.notes)))} for one in found]
    if format is Format.json:
        more = {"heads": heads, "history": units}
        told = {name: value for name, value in more.items() if value is not None}
        write(json_text([{**row, **told} for row in rows]))
        return
    console = out if format is Format.table else err
    for note in notes:
        console.print(shown(note), highlight=False)
    if format is Format.csv:
        history = only_history and units
        write(csv_text(units or (), list(HISTORY)) if history else csv_text(rows, FIELDS))
        return
    out.print(table([{**row, "above": _below_centre(row["above"])} for row in rows], COLUMNS))
    if heads:
        out.print(table(heads, HEADS, title=Words("Heads", "主官")))
    if units is not None:
        out.print(table(units, HISTORY, title=Words("History", "沿革")))


def _below_centre(above: list[str]) -> list[str]:
    return above[:-1] if len(above) > 1 else above


def _notes(several: AmbiguousName) -> list[str]:
    return list(getattr(several, "__notes__", ()))
