"""lsgraph cite: how to cite the data, or one thing in it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.context import asks, database, day
from cli.results import Replace
from graph.core.files import check_free, write_fresh


class Form(StrEnum):
    """What reference managers and papers read."""

    text = "text"
    bibtex = "bibtex"
    ris = "ris"
    csl = "csl"


@asks
def cite(
    thing: Annotated[
        str | None,
        typer.Argument(
            help="Group, person, place, body, post or document; without it the dataset."
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day that you asked for: 2018-07-12, 2018.")
    ] = None,
    form: Annotated[Form, typer.Option("--as", help="Form of the reference.")] = Form.text,
    address: Annotated[
        str | None, typer.Option("--address", help="Where you read it: the address of the page.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write it here, not to the screen.")
    ] = None,
    force: Replace = False,
) -> None:
    """Print how to cite the data, or one thing in it, with the version and the permanent id.

    Example: lsgraph cite 京津冀及周边地区大气污染防治领导小组 --as-of 2018-07-12 --as bibtex
    """
    from loaders.package.cite import FORMS, named, reference

    if output is not None:
        check_free(output, force)
    cited = None
    if thing is not None:
        with database() as db:
            cited = named(db, thing)
    text = FORMS[form](reference(cited, day(as_of), address))
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_fresh(output, text, force)
