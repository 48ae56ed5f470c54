"""What every command needs: the database of the environment, days, progress, and errors in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Annotated, Any, ParamSpec, TypeVar

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from cli.output import Format, err
from graph.core.dates import parse_day
from graph.core.errors import LsgraphError

P = ParamSpec("P")
R = TypeVar("R")

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DAY", help="The day, for example 2018-12-25.")
]
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
        except LsgraphError as error:
            err.print(f"Error: {error}", style="red", markup=False, highlight=False)
            raise typer.Exit(error.exit_code) from None
        except OSError as error:
            err.print(f"Error: {error}", style="red", markup=False, highlight=False)
            raise typer.Exit(1) from None

    return run


def day(text: str | None) -> dt.date | None:
    """The day of `--as-of`, or None where it is not given."""
    return parse_day(text) if text else None


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
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        console=err, transient=True, disable=not err.is_terminal,
    )  # fmt: skip
    tasks: dict[str, Any] = {}

    def report(what: str, done: int, total: int) -> None:
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total or None)
        bars.update(tasks[what], completed=done, total=total or None)

    with bars:
        yield report
