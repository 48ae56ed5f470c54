"""lsgraph data apply: corrections of facts into the files that are the truth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import Output, reported
from cli.help import chinese, said
from cli.load.options import Unsourced
from cli.output import Format, note, show
from cli.results import Replace
from graph.core.errors import InputError
from graph.core.files import check_folder, filled_folder
from graph.core.words import Words

if TYPE_CHECKING:
    from loaders.corrections.plan import Plan
    from loaders.corrections.truth import Truth

SHOWN = ("uid", "property", "before", "after", "source", "by", "at")


@reported
@chinese(
    "检查对事实的更正并显示将有哪些改动；加 --write 则写入小组文件。\n\n先检查全部更正文件："
    "有一处错误即不写入。文件中的注释保留。"
)
def apply(
    patches: Annotated[
        list[Path],
        typer.Argument(
            help=said("Patches (docs/corrections.md).", "更正文件（见 docs/corrections.md）。")
        ),
    ],
    files: Annotated[
        list[Path] | None,
        typer.Option(
            "--files",
            metavar="PATH",
            help=said(
                "Group files of your own, or their folder; repeat for more. Default: those shipped.",
                "自备的小组文件或其文件夹；可重复给出。默认为自带文件。",
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help=said("Write corrected copies into this folder.", "把更正后的副本写入此文件夹。"),
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write/--dry-run",
            help=said(
                "Write into the files, or only show what would change.",
                "写入文件，或只显示将有哪些改动。",
            ),
        ),
    ] = False,
    allow_unsourced: Unsourced = False,
    format: Output = Format.table,
    force: Replace = False,
) -> None:
    """Check corrections of facts and show what would change; with --write, write it into the group files.

    All patches are checked first: one fault, and nothing is written. Comments of the files stay.

    Example: lsgraph data apply fix.yaml
    Example: lsgraph data apply fix.yaml --files my-groups --write
    """  # fmt: skip
    from loaders.corrections.plan import plan
    from loaders.corrections.truth import own_truth, shipped_truth
    from loaders.corrections.write import apply as applied
    from loaders.corrections.write import write_copies
    from loaders.load.datasets import given_files

    if output is not None:
        check_folder(output, force)
    truth = (
        own_truth(given_files(files), allow_unsourced=allow_unsourced) if files else shipped_truth()
    )
    if write:
        _check_checkout(truth)
    found = applied(patches, truth) if write else plan(patches, truth)
    _show(found, format)
    if output is not None:
        with filled_folder(output, force) as made:
            made.mkdir()
            write_copies(found, made)
        note(Words(f"Corrected copies: {output}", f"更正后的副本：{output}"))
    _tell(found, write)


def _check_checkout(truth: Truth) -> None:
    from loaders.groups.read import DATA

    if truth.root == DATA and not (DATA.parents[1] / "pyproject.toml").is_file():
        raise InputError(
            Words(
                "The shipped files of an installed lsgraph are not changed: the next version would undo it."
                " Write copies with -o DIR, or correct a checkout and open a pull request.",
                "已安装的 lsgraph 自带的文件不予改动：下一版本会将其覆盖。"
                "请用 -o 文件夹 写出副本，或在检出的仓库中更正并提交合并请求。",
            )
        )


def _show(found: Plan, format: Format) -> None:
    from loaders.files.flow import value_text

    rows = [
        {
            "uid": one.thing.uid, "property": one.property, "before": value_text(one.before),
            "after": value_text(one.after), "source": one.change.entry.source.uid,
            "by": one.change.entry.by, "at": "; ".join(map(str, one.places())),
        }
        for one in found.made
    ]  # fmt: skip
    show(rows, SHOWN, format)


def _tell(found: Plan, written: bool) -> None:
    if not written:
        note(
            Words(
                "Nothing was written into the files. --write writes it.",
                "未写入文件。加 --write 则写入。",
            )
        )
        return
    names = ", ".join(str(path) for path in found.after)
    note(Words(f"Written: {names}", f"已写入：{names}"))
    note(
        Words(
            "Read it with git diff, then load the files again.",
            "请以 git diff 查看，然后重新载入这些文件。",
        )
    )
