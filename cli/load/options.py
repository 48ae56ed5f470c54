"""Options that several commands of lsgraph load take."""

from __future__ import annotations

from typing import Annotated

import typer

Whole = Annotated[bool, typer.Option("--all", help="The wide dataset too (some 540 more groups).")]
Townships = Annotated[
    bool, typer.Option("--townships", help="The townships of September 2026, too.")
]
Unsourced = Annotated[
    bool,
    typer.Option("--allow-unsourced", help="Take in what names no source, marked `unsourced`."),
]
IntoExisting = Annotated[
    bool,
    typer.Option(
        "--into-existing", help="Load beside nodes of somebody else; none of them is changed."
    ),
]
