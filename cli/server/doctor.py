"""lsgraph doctor: what is wrong, and what to do, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import progress, reported
from cli.help import chinese, said
from cli.output import Format, out, put, show, table
from graph.core.language import say
from graph.core.words import Words
from graph.settings import Settings

if TYPE_CHECKING:
    from graph.doctor import Finding


@reported
@chinese(
    "检查版本、程序文件、磁盘、内存、锁、服务器和数据，指出问题与处理办法。\n\n它不作任何"
    "改动；不加 --start 则什么也不启动。一切正常以 0 退出，否则以 1 退出。"
)
def doctor(
    start: Annotated[
        bool,
        typer.Option(
            "--start",
            help=said(
                "Start the private server first, to look at its graph.",
                "先启动专用服务器，以便查看其图谱。",
            ),
        ),
    ] = False,
    json: Annotated[
        bool,
        typer.Option("--json", help=said("Every finding as JSON.", "以 JSON 给出每一项检查结果。")),
    ] = False,
) -> None:
    """Look at versions, program files, disk, memory, locks, server and data: what is wrong, what to do.

    It changes nothing, and starts nothing without --start. It ends with 0 if all is well, else with 1.

    Example: lsgraph doctor
    """
    from graph.doctor import examine
    from graph.server.local import ensure_running
    from loaders.load.shipped import fingerprint
    from loaders.overlays.store import overlays_folder, overlays_of

    settings = Settings.from_environment()
    if start:
        with progress() as report:
            ensure_running(settings, report)
    findings = list(examine(settings, fingerprint(overlays_of(overlays_folder(settings)))))
    wrong = [one for one in findings if not one.ok]
    if json:
        show([_row(one) for one in findings], (), Format.json)
    else:
        rows = [
            {
                "": say(Words("ok", "正常") if one.ok else Words("WRONG", "有误")),
                "part": say(_PARTS.get(one.part, Words.same(one.part))),
                "found": say(one.found),
                "what to do": say(one.remedy),
            }
            for one in findings
        ]
        out.print(table(rows, list(rows[0])))
        put(
            Words(
                f"{len(wrong)} of {len(findings)} are wrong.",
                f"{len(findings)} 项中有 {len(wrong)} 项有问题。",
            )
            if wrong
            else Words("All is well.", "一切正常。")
        )
    if wrong:
        raise typer.Exit(1)


def _row(one: Finding) -> dict[str, Any]:
    """A finding as JSON, in English whatever is spoken."""
    return {"part": one.part, "ok": one.ok, "found": one.found.en, "remedy": one.remedy.en}


_PARTS = {
    name: Words(name, zh)
    for name, zh in {
        "driver": "驱动程序", "jars": "程序文件", "disk": "磁盘", "lock": "锁", "memory": "内存",
        "server": "服务器", "data": "数据", "data: shipped": "自带数据", "schema": "模式",
    }.items()
}  # fmt: skip
