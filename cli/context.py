"""What every command needs: the database of the environment, days, progress, and errors in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypeVar, overload

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from cli.output import Format, err, note
from graph.core.as_of import parse_as_of
from graph.core.errors import LsgraphError
from graph.core.language import language_of, speaking

P = ParamSpec("P")
R = TypeVar("R")

_DAY = typer.Option(
    "--as-of", metavar="DAY", help="The day: 2018-12-25; a year or a month means its last day."
)
AsOf = Annotated[str | None, _DAY]
NeededAsOf = Annotated[str, _DAY]
EachAsOf = Annotated[list[str] | None, _DAY]
Group = Annotated[str, typer.Argument(help="Name, part of a name, or uid.")]
Basis = Annotated[str, typer.Option(help="Rank of the chair: person, seat or unit.")]
Scope = Annotated[str, typer.Option(help="Members: auto, governments or all.")]
Output = Annotated[Format, typer.Option("--format", help="table, json or csv.")]


def reported(command: Callable[P, R]) -> Callable[P, R]:
    """A command whose errors are printed in words, with the exit code that belongs to each."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        """The command, its errors in words."""
        try:
            return command(*args, **kwargs)
        except (LsgraphError, OSError) as error:
            note(f"Error: {error}", style="red")
            raise typer.Exit(getattr(error, "exit_code", 1)) from None

    return run


def _speak(context: typer.Context, language: str | None) -> str | None:
    """Speak the language for the rest of the command."""
    if language:
        context.with_resource(speaking(language_of(language)))
    return language


SpokenIn = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="en|zh", callback=reported(_speak),
        help="Language of texts, en or zh. Default: LSGRAPH_LANGUAGE, else the locale.",
    ),
]  # fmt: skip


@overload
def day(text: str, *, first: bool = False) -> dt.date: ...
@overload
def day(text: str | None, *, first: bool = False) -> dt.date | None: ...
def day(text: str | None, *, first: bool = False) -> dt.date | None:
    """The day of `--as-of`, None where it is not given; says which day a year or a month is read as."""
    if text is None:
        return None
    found, notes = parse_as_of(text, first=first)
    tell(notes)
    return found


def tell(notes: Iterable[str]) -> None:
    """Print what a reader should know beside the answer."""
    for text in notes:
        note(text)


@contextmanager
def database() -> Iterator[Any]:
    """The database of the environment, its start shown as it goes; closed in the end."""
    from graph.connection import connect

    with progress() as report:
        opened = connect(progress=report)
    with opened:
        yield opened


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each kind of work, drawn only where there is a terminal and gone when done."""
    bars = Progress(
        SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(),
        console=err, transient=True, disable=not err.is_terminal,
    )  # fmt: skip
    tasks: dict[str, Any] = {}

    def report(what: str, done: int, total: int) -> None:
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total or None)
        bars.update(tasks[what], completed=done, total=total or None)

    with bars:
        yield report
