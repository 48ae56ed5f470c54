"""lsgraph correct: corrections of the shipped data, as files of one's own that a load lays over them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import Output, reported
from cli.help import chinese, said
from cli.output import Format, note, put, show
from graph.core.errors import InputError, UnknownName
from graph.core.words import Words
from graph.settings import Settings

if TYPE_CHECKING:
    from loaders.overlays.store import Kept

LISTED = ("name", "thing", "property", "value", "source", "who", "when", "note")
WRITTEN = ("thing", "property", "before", "value", "source", "who")
Name = Annotated[
    str | None,
    typer.Option("--remove", metavar="NAME", help=said("Take one back.", "撤回一条更正。")),
]


@reported
@chinese(
    "更正自带数据中的一项事实：写成您的一个小文件，载入时覆于自带数据之上。\n\n只写对象，则列出"
    "其各项属性与现值。值为 null 表示不明；有多个值的，以逗号分隔。"
)
def correct(
    thing: Annotated[
        str | None, typer.Argument(help=said("Uid or permanent id.", "uid 或永久编号。"))
    ] = None,
    property: Annotated[
        str | None,
        typer.Argument(help=said("Which value: from, name ...", "哪一项：from、name 等。")),
    ] = None,
    value: Annotated[str | None, typer.Argument(help=said("The new value.", "新值。"))] = None,
    source: Annotated[
        str | None,
        typer.Option(help=said("Id of a source of the data.", "数据中已有来源的标识。")),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help=said("Or a new source: its title.", "或新来源：标题。"))
    ] = None,
    url: Annotated[str | None, typer.Option(help=said("Its address.", "其网址。"))] = None,
    number: Annotated[str | None, typer.Option(help=said("Its number (文号).", "其文号。"))] = None,
    date: Annotated[str | None, typer.Option(help=said("Its day.", "其日期。"))] = None,
    who: Annotated[str | None, typer.Option(help=said("Who corrects it.", "更正者。"))] = None,
    remark: Annotated[str | None, typer.Option("--note", help=said("Why.", "说明。"))] = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=said("Show it; write nothing.", "只显示，不写入。")),
    ] = False,
    list_: Annotated[
        bool, typer.Option("--list", help=said("List your corrections.", "列出您的各条更正。"))
    ] = False,
    remove: Name = None,
    format: Output = Format.table,
) -> None:
    """Correct a fact of the shipped data: a small file of yours that a load lays over them.

    With a thing alone it lists its properties and values. null is unknown; commas part several values.

    Example: lsgraph correct group:bth-air-lsg
    Example: lsgraph correct group:bth-air-lsg name_en "Air Group" --source A04 --who 丁 --dry-run
    Example: lsgraph correct --list
    """
    from loaders.overlays.store import listed, overlay_file, overlays_folder, write_overlay

    folder = overlays_folder(Settings.from_environment())
    if remove is not None:
        path = overlay_file(folder, remove)
        path.unlink()
        put(Words(f"Removed {path}", f"已移除 {path}"))
        _tell_load()
    elif list_:
        show([_row(one) for one in listed(folder)], LISTED, format)
    elif thing is None:
        told = Words(
            "Name what is corrected: THING PROPERTY VALUE; or --list.",
            "请写明更正什么：对象 属性 新值；或用 --list。",
        )
        raise InputError(told)
    elif property is None or value is None:
        _show_values(thing, format)
    elif who is None:
        raise InputError(Words("Say who corrects it: --who NAME.", "请写明更正者：--who 姓名。"))
    else:
        new = {"title": title, "url": url, "number": number, "date": date}
        described = {name: text for name, text in new.items() if text is not None}
        fields = {
            "thing": thing, "property": property, "value": _typed(thing, property, value),
            "source": source or described or None, "who": who,
            "when": dt.date.today().isoformat(), "note": remark,
        }  # fmt: skip
        kept = write_overlay(folder, fields, dry_run=dry_run)
        show([_row(kept)], WRITTEN, format)
        _tell_written(folder, kept, dry_run)


def _typed(thing: str, property: str, text: str) -> object:
    """What is typed as a value: null is unknown, commas part the values of a list."""
    from loaders.overlays.store import shipped_things
    from loaders.overlays.things import is_list, properties

    found = shipped_things().found(thing)
    if found and property in properties(found.model) and is_list(found.model, property):
        return [one.strip() for one in text.split(",") if one.strip()]
    return None if text == "null" else text


def _show_values(thing: str, format: Format) -> None:
    from loaders.files.flow import value_text
    from loaders.files.problems import nearest
    from loaders.overlays.store import shipped_things
    from loaders.overlays.things import properties

    known = shipped_things()
    found = known.found(thing)
    if found is None:
        raise UnknownName(Words("thing", "对象"), thing, nearest(thing, list(known.by_uid)))
    rows = [
        {"property": name, "value": value_text(found.value(name))}
        for name in properties(found.model)
    ]
    show(rows, ("property", "value"), format)


def _row(one: Kept) -> dict[str, object]:
    from loaders.files.flow import value_text

    told = one.entry
    return {
        "name": one.name, "thing": told.thing, "property": told.property,
        "before": value_text(one.before), "value": value_text(told.value),
        "source": told.source.id or told.source.title, "who": told.who, "when": told.when,
        "note": told.note,
    }  # fmt: skip


def _tell_written(folder: Path, kept: Kept, dry_run: bool) -> None:
    if dry_run:
        note(Words("Nothing was written.", "未写入。"))
        return
    path = folder / f"{kept.name}.yaml"
    note(Words(f"Written: {path}. To contribute, send it.", f"已写入 {path}。发送该文件即可贡献。"))
    _tell_load()


def _tell_load() -> None:
    note(Words("It takes effect with: lsgraph load groups", "载入后生效：lsgraph load groups"))
