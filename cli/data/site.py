"""lsgraph site: the public reference as static pages."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Annotated

import typer

from cli.context import database, progress, works
from cli.help import chinese, said
from cli.output import put
from cli.results import Replace
from graph.core.errors import InputError
from graph.core.files import check_folder, fresh_folder
from graph.core.words import Words


@works
@chinese(
    "写出公开参考网站：图谱中全部内容的静态网页，中英文各一套。\n\n"
    "包括列表、小组及其图、人物、地方、区域、来源、问题与答案、检索、引用格式。可从磁盘打开，也可置于任何主机、"
    "任何路径之下。整个数据集需数分钟。"
)
def site(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=said("Folder for the site.", "网站所在的文件夹。")),
    ],
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            metavar="URL",
            help=said(
                "Where it will stand: then pages name their canonical address, and a sitemap is written.",
                "网站将来的地址：页面写明规范地址，并写出站点地图。",
            ),
        ),
    ] = None,
    force: Replace = False,
) -> None:
    """Write the public reference: static pages of all that the graph holds, in English and Chinese.

    Lists, groups with their pictures, persons, places, regions, sources, questions with answers, search,
    citations. It opens from a disk and from any host, under any path. The dataset takes some minutes.

    Example: lsgraph site -o build/site
    Example: lsgraph site -o build/site --address https://example.org/lsgraph/
    """
    from web.reference.write import TOP, write_site

    check_folder(output, force)
    at, began = _checked(address), time.monotonic()
    with fresh_folder(output, force, TOP.__contains__) as made:
        with database() as db, progress() as report:
            pages = write_site(db, made, at, report)
        size = sum(one.stat().st_size for one in made.rglob("*") if one.is_file())
    took = time.monotonic() - began
    said = f"{size / 1e6:.0f} MB, {took:.0f} s"
    put(Words(f"{pages} pages, {said}.", f"{pages} 页，{said}。"))
    put(Words(f"Open {output / 'index.html'}", f"请打开 {output / 'index.html'}"))


def _checked(address: str | None) -> str:
    """The address with "/" at its end; raises InputError for what is no address of the web."""
    if not address:
        return ""
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", address):
        raise InputError(
            Words(
                f"{address} is no address of a site. Write one such as https://example.org/lsgraph/",
                f"“{address}”不是网站地址。请写成 https://example.org/lsgraph/ 的样子。",
            )
        )
    return address.rstrip("/") + "/"
