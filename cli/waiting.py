"""The option `--wait`: how long a command waits for another load to end."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from cli.help import said

WAIT_S = 600
"""Seconds of a `--wait` without a number."""

Wait = Annotated[
    float,
    typer.Option(
        "--wait",
        min=0,
        metavar="[SECONDS]",
        help=said(
            f"Wait until no other load runs, {WAIT_S} s at most where no number is given.",
            f"等到没有其他载入在进行；未写秒数时最多等 {WAIT_S} 秒。",
        ),
    ),
]


class Waiting(TyperCommand):
    """A command whose `--wait` stands alone or before a number of seconds."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the number where none was given."""
        given: list[str] = []
        for word, after in zip(args, [*args[1:], ""], strict=False):
            given.append(word)
            if word == "--wait" and not after.replace(".", "", 1).isdecimal():
                given.append(str(WAIT_S))
        return super().parse_args(ctx, given)
