"""lsgraph read-notice: the text of an official notice (通知) becomes a draft of its seats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cli.context import reported
from cli.output import note, write
from cli.results import Replace
from graph.core.files import check_free, write_fresh


class DraftFormat(StrEnum):
    """How a draft is written."""

    yaml = "yaml"
    json = "json"


@reported
def read_notice(
    file: Annotated[Path, typer.Argument(help="The notice: .txt, .docx, or .pdf with text.")],
    format: Annotated[
        DraftFormat, typer.Option("--format", help="yaml (to check, then load) or json.")
    ] = DraftFormat.yaml,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File to write; default standard output.")
    ] = None,
    force: Replace = False,
) -> None:
    """Read a notice (关于成立…领导小组的通知) into a draft of its seats; a person checks it.

    Example: lsgraph read-notice notice.docx -o draft.yaml
    """
    from loaders.notices.draft import draft, notice_json
    from loaders.notices.read import read_notice as read

    if output is not None:
        check_free(output, force)
    notice = read(file)
    text = draft(notice, file) if format is DraftFormat.yaml else notice_json(notice)
    if output is None:
        write(text.rstrip("\n"))
        return
    write_fresh(output, text, force)
    seats = [seat for group in notice.groups for seat in group.seats]
    low = sum(bool(seat.check) for seat in seats)
    note(
        f"{output}: {len(seats)} seats, {low} of them to check, {len(notice.not_understood)} lines not"
        " understood."
    )
    if notice.advice:
        note(notice.advice)
