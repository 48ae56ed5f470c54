"""lsgraph read-notice: the text of an official notice (通知) becomes a draft of its seats."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import database, reported
from cli.help import chinese, said
from cli.output import note, write
from cli.results import Replace
from graph.core.files import check_free, write_fresh
from graph.core.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.notices.changes import Changes
    from loaders.notices.model import Line, Notice


class DraftFormat(StrEnum):
    """How a draft is written."""

    yaml = "yaml"
    json = "json"
    html = "html"


_ADJUSTS = Words(
    "The notice changes a group that is there. --changes compares it with the graph: who comes, who goes.",
    "此通知调整已有的小组。加 --changes 可与图谱比较：谁新任，谁退出。",
)


@reported
@chinese(
    "把成立领导小组的通知读成席位草稿，供人核对。\n\n保存的网页只取正文。扫描"
    "件由机器识别，每个席位都须核对。\n\n他处所作的草稿（--draft）逐席与原文核对，"
    "原文没有的逐一拒绝。\n\n页面（-o check.html）左右并列原文与席位，每个席位对应其文字。"
)
def read_notice(
    file: Annotated[
        Path,
        typer.Argument(
            help=said(
                "The notice: .txt, .html; .docx, .pdf (extra notices); .png, .jpg (extra ocr).",
                "通知：.txt、.html；.docx、.pdf（需附加组件 notices）；.png、.jpg（需附加组件 ocr）。",
            )
        ),
    ],
    format: Annotated[
        DraftFormat | None,
        typer.Option(
            "--format",
            help=said(
                "yaml (to check, then load), json, or html (a page to check by).",
                "yaml（核对后载入）、json 或 html（供核对的页面）。",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help=said("File to write; default standard output.", "要写出的文件；默认为标准输出。"),
        ),
    ] = None,
    changes: Annotated[
        bool,
        typer.Option(
            "--changes",
            help=said(
                "Compare an adjustment (调整) with its group in the graph: who comes, who goes.",
                "将调整通知与图谱中的小组比较：谁新任，谁退出。",
            ),
        ),
    ] = False,
    group: Annotated[
        str | None,
        typer.Option(
            help=said(
                "The group to compare with, by name or uid; default the one that the notice names.",
                "用于比较的小组，名称或 uid；默认为通知所写的小组。",
            ),
        ),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            "--draft",
            help=said(
                "Hold seats that a person or a language model set down (JSON) against the text.",
                "将他人或语言模型列出的席位（JSON）与原文核对。",
            ),
        ),
    ] = None,
    prompt: Annotated[
        bool,
        typer.Option(
            "--prompt",
            help=said(
                "Print instructions, schema and text to paste into any language model.",
                "打印供粘贴到任意语言模型的说明、格式和原文。",
            ),
        ),
    ] = False,
    force: Replace = False,
) -> None:
    """Read a notice (关于成立…领导小组的通知) into a draft of its seats; a person checks it.

    A saved page is cut down to its main text. A scan is read by a machine, each seat then to be checked.

    A draft made elsewhere (--draft) is held against the text: what does not stand there is refused, by name.

    A page (-o check.html) shows the text and the seats side by side, each seat tied to its words.

    Example: lsgraph read-notice notice.docx -o draft.yaml
    """
    from loaders.notices.check import check_page
    from loaders.notices.draft import draft as drawn
    from loaders.notices.draft import notice_json
    from loaders.notices.drafted import prompt as asked
    from loaders.notices.files.lines import read_lines
    from loaders.notices.read import notice_of

    if output is not None:
        check_free(output, force)
    lines = read_lines(file)
    if prompt:
        _out(asked(lines), output, force)
        return
    notice = notice_of(lines)
    notice = _against(draft, notice, lines) if draft else notice
    found = None
    if changes or group:
        found = _compared(notice, group)
    elif notice.adjusts:
        note(_ADJUSTS)
    page = output is not None and output.suffix.lower() in (".html", ".htm")
    match format or (DraftFormat.html if page else DraftFormat.yaml):
        case DraftFormat.yaml:
            text = drawn(notice, file, found)
        case DraftFormat.json:
            text = notice_json(notice, found)
        case DraftFormat.html:
            text = check_page(notice, lines, file)
    _out(text, output, force)
    if output is None:
        return
    seats = [seat for group in notice.groups for seat in group.seats]
    low = sum(bool(seat.check) for seat in seats)
    note(
        Words(
            f"{output}: {len(seats)} seats, {low} of them to check, {len(notice.not_understood)} lines not"
            " understood.",
            f"{output}：{len(seats)} 个席位，其中 {low} 个须核对；{len(notice.not_understood)} 行"
            "未能读懂。",
        )
    )
    if notice.advice:
        note(notice.advice)


def _out(text: str, output: Path | None, force: bool) -> None:
    if output is None:
        write(text.rstrip("\n"))
    else:
        write_fresh(output, text, force)


def _against(draft: Path, notice: Notice, lines: Sequence[Line]) -> Notice:
    """The seats of a draft that stand in the text; how many do, and how many not, is told."""
    from graph.core.door import NOTICE, content
    from loaders.files.decoding import decoded
    from loaders.notices.against import check_draft
    from loaders.notices.drafted import read_draft

    held = check_draft(read_draft(decoded(content(draft, NOTICE))[0], draft), notice, lines)
    note(held.said)
    return held.notice


def _compared(notice: Notice, group: str | None) -> Changes | None:
    """What the notice changes of its group, told line by line; None where it cannot be compared."""
    from loaders.notices.changes import Changes, changes_of

    with database() as opened:
        found = changes_of(notice, opened, group)
    if not isinstance(found, Changes):
        note(found)
        return None
    day = found.day or "?"
    note(Words(f"{found.name} ({found.uid}), {day}:", f"{found.name}（{found.uid}），{day}："))
    for told in found.said:
        note(told)
    return found
