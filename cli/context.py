"""What every command needs: the database of the environment, days, progress, and errors in words."""

from __future__ import annotations

import datetime as dt
import inspect
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import partial, wraps
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec, TypeVar, overload

import typer

from cli.gone import typed
from cli.help import said
from cli.output import Format, at_most, err, note
from graph.core.as_of import parse_as_of
from graph.core.errors import LsgraphError, Notice
from graph.core.language import UnknownLanguage, language_of, speaking, told
from graph.core.words import Words

if TYPE_CHECKING:
    from graph.connection.limits import Limits

P = ParamSpec("P")
R = TypeVar("R")

_DAY = typer.Option(
    "--as-of",
    metavar="DAY",
    help=said(
        "The day: 2018-12-25; a year or a month means its last day.",
        "日期，如 2018-12-25；写年或月则指其最后一日。",
    ),
)
AsOf = Annotated[str | None, _DAY]
NeededAsOf = Annotated[str, _DAY]
EachAsOf = Annotated[list[str] | None, _DAY]
Group = Annotated[
    str,
    typer.Argument(help=said("Name, part of a name, or uid.", "小组名称、名称的一部分或 uid。")),
]
Basis = Annotated[
    str,
    typer.Option(
        help=said(
            "Rank of the chair: person, seat or unit.",
            "组长级别的计法：person（个人）、seat（席位）或 unit（单位）。",
        )
    ),
]
Scope = Annotated[
    str,
    typer.Option(
        help=said(
            "Members: auto, governments or all.",
            "成员范围：auto（自动）、governments（只计政府）或 all（全部）。",
        )
    ),
]
SeenWithin = Annotated[
    int,
    typer.Option(
        "--seen-within",
        metavar="YEARS",
        min=0,
        help=said(
            "A group counts on a day only if a source spoke of it so many years before.",
            "当日之前若干年内有资料提及的小组才计入。",
        ),
    ),
]
Output = Annotated[
    Format,
    typer.Option(
        "--format", help=said("table, json or csv.", "输出格式：table（表格）、json 或 csv。")
    ),
]


def reported(command: Callable[P, R]) -> Callable[P, R]:
    """A command whose errors and notices are printed in words, with the exit code of each error."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        """Run the command and print its errors in words, and beside the answer what is to be known."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("always", Notice)
                warnings.showwarning = partial(_told, warnings.showwarning)
                return command(*args, **kwargs)
        except (LsgraphError, UnknownLanguage, OSError) as error:
            note(told(Words(f"Error: {error}", f"错误：{error}")), style="red")
            if gone := typed(sys.argv[1:]):
                note(gone)
            raise typer.Exit(getattr(error, "exit_code", 1)) from None
        except KeyboardInterrupt:
            note(told(Words("Stopped.", "已停止。")))
            raise typer.Exit(130) from None

    return run


def _told(
    other: Callable[..., None],
    message: Warning | str,
    category: type[Warning],
    *place: Any,
    **more: Any,
) -> None:
    if issubclass(category, Notice):
        note(str(message))
    else:
        other(message, category, *place, **more)


_LIMITS: ContextVar[Limits | None] = ContextVar("limits", default=None)


def limits() -> Limits:
    """What each question of the command may take."""
    from graph.connection.limits import UNLIMITED

    return _LIMITS.get() or UNLIMITED


TABLE_ROWS = 1000
"""Rows of a table on the screen unless --limit says otherwise; JSON, CSV and files hold all."""


def asks(command: Callable[..., R]) -> Callable[..., R]:
    """A reported command that asks the graph: takes --timeout, and --limit where it prints rows."""
    prints = "format" in inspect.signature(command).parameters
    options = {"timeout": _timeout(60)} | ({"limit": _LIMIT} if prints else {})
    return _limited(command, options, bounded=True)


def works(command: Callable[..., R]) -> Callable[..., R]:
    """A reported command that loads or takes away the whole graph: no limit unless --timeout sets one.

    Such work grows with the graph and is all or nothing: half a load done in time helps nobody.
    """
    return _limited(command, {"timeout": _timeout(0)}, bounded=False)


def _limited(
    command: Callable[..., R], options: Mapping[str, inspect.Parameter], bounded: bool
) -> Callable[..., R]:
    @wraps(command)
    def run(*args: Any, timeout: float, limit: int | None = None, **given: Any) -> R:
        """The command within its limits."""
        from graph.connection.limits import UNLIMITED, Limits

        most = Limits() if bounded else UNLIMITED
        table = given.get("format") is Format.table and not given.get("output")
        rows = limit or (TABLE_ROWS if table and "limit" in options else None)
        before = _LIMITS.set(replace(most, seconds=timeout or None, rows=rows))
        try:
            with at_most(rows):
                return command(*args, **given)
        finally:
            _LIMITS.reset(before)

    signature = inspect.signature(command, eval_str=True)
    parameters = [*signature.parameters.values(), *options.values()]
    run.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return reported(run)


def _timeout(seconds: float) -> inspect.Parameter:
    option = typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0,
        help=said("Time for each question; 0: no limit.", "每次查询的时限（秒）；0 为不限。"),
    )
    return inspect.Parameter(
        "timeout",
        inspect.Parameter.KEYWORD_ONLY,
        default=seconds,
        annotation=Annotated[float, option],
    )


_LIMIT = inspect.Parameter(
    "limit",
    inspect.Parameter.KEYWORD_ONLY,
    default=None,
    annotation=Annotated[
        int | None,
        typer.Option(
            "--limit",
            metavar="N",
            min=1,
            help=said(
                "Rows. Default: 1000 of a table, else all.",
                "行数。表格默认 1000 行，其他格式默认全部。",
            ),
        ),
    ],
)


def _speak(context: typer.Context, language: str | None) -> str | None:
    """Speak the language for the rest of the command."""
    if language:
        context.with_resource(speaking(language_of(language)))
    return language


SpokenIn = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="en|zh",
        callback=reported(_speak),
        help=said(
            "Language of texts, en or zh. Default: LSGRAPH_LANGUAGE, else the locale.",
            "文字所用语言：en 或 zh。默认依 LSGRAPH_LANGUAGE，其次依系统区域设置。",
        ),
    ),
]


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


def tell(notes: Iterable[Words | str]) -> None:
    """Print what a reader should know beside the answer."""
    for text in notes:
        note(text)


@contextmanager
def database() -> Iterator[Any]:
    """The database of the environment, its start shown as it goes; closed in the end.

    Says what is to be done with a graph of an earlier lsgraph.
    """
    from graph.catalogue import schema
    from graph.connection import connect

    with progress() as report:
        opened = connect(progress=report, limits=limits())
    with opened:
        tell(filter(None, [schema.earlier(opened)]))
        yield opened


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each kind of work, drawn only where there is a terminal and gone when done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

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
