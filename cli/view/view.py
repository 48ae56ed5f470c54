"""lsgraph view: network pages, each one file that opens offline, and the same as figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.ask.query import Folder, Name, Parameters, answered, catalogue_of, resolved, values_of
from cli.context import AsOf, Basis, Group, Scope, SpokenIn, asks, database, day
from cli.help import chinese, said
from cli.output import put
from cli.results import Replace
from cli.view import several as view_several
from cli.view.figure import (
    AsMatrix,
    PageFile,
    PictureFile,
    Title,
    Width,
    check_page_file,
    write_picture,
)
from cli.view.map import view_map
from cli.view.strip import strip
from graph.core.files import fresh_file
from graph.core.words import Words

if TYPE_CHECKING:
    from graph.connection import Database
    from graph.pictures.contract import Picture

app = typer.Typer(
    no_args_is_help=True,
    help=said(
        "Network pages: one HTML file each, offline; or figures.",
        "画关系网络：每幅为一个可离线打开的 HTML 页面，或插图。",
    ),
)


@app.command()
@asks
@chinese("画一个小组：组长、副组长和成员按级别排列，连线上注明关系与级差。")
def group(
    name: Group,
    output: PictureFile = Path("group.html"),
    as_of: AsOf = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    suppose_chair: Annotated[
        str | None,
        typer.Option(metavar="TITLE", help=said("Suppose a chair.", "假设由某职务任组长。")),
    ] = None,
    suppose_member: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help=said("Suppose a member.", "假设某地为成员。")),
    ] = None,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    matrix: AsMatrix = None,
    force: Replace = False,
) -> None:
    """Draw a group: chair, deputies and members by rank, relation and gap on each tie.

    Example: lsgraph view group 济莱协作区 -o jinan-laiwu.html
    Example: lsgraph view group 济莱协作区 -o jinan-laiwu.pdf --language zh --width 85
    """
    from graph.ask.authority import Question, authority
    from graph.pictures.group.picture import group_picture

    question = Question(day(as_of), basis, scope, suppose_chair, tuple(suppose_member or ()))
    write_picture(
        output,
        force,
        width,
        title,
        lambda db: group_picture(db, authority(db, name, question)),
        matrix,
    )


@app.command()
@asks
@chinese(
    "画一个地区的层级，省级到县级；加 --groups 则在成员上方画其小组。\n\n加 --groups 时，页"
    "面另有全部小组与成员的矩阵；连线过多的插图即画成矩阵。"
)
def region(
    name: Annotated[
        str, typer.Argument(help=said("Name or code of a division.", "区划的名称或代码。"))
    ],
    output: PictureFile = Path("region.html"),
    as_of: AsOf = None,
    groups: Annotated[
        bool,
        typer.Option(
            "--groups",
            help=said("With the groups in force, by rank.", "连同当日存续的小组，按级别排列。"),
        ),
    ] = False,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    matrix: AsMatrix = None,
    force: Replace = False,
) -> None:
    """Draw the hierarchy of a region, province to county; with --groups its groups above their members.

    With --groups the page holds a matrix of all groups and members too; a figure of many ties is the matrix.

    Example: lsgraph view region 山东省 --groups --as-of 2018-12-25 -o shandong.html
    Example: lsgraph view region 山东省 --groups --as-of 2018-12-25 --matrix -o shandong.pdf
    """
    from graph.pictures.region.groups import region_groups_picture
    from graph.pictures.region.picture import region_picture

    draw, asked = region_groups_picture if groups else region_picture, day(as_of)
    write_picture(output, force, width, title, lambda db: draw(db, name, asked), matrix)


@app.command()
@asks
@chinese("画一个政府及其全部小组：它的席位、各组类型、组长的级别与统属关系。")
def government(
    name: Annotated[
        str,
        typer.Argument(
            help=said(
                "Name or code of a division, or name of an agency.",
                "区划的名称或代码，或机构名称。",
            )
        ),
    ],
    output: PictureFile = Path("government.html"),
    as_of: AsOf = None,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    matrix: AsMatrix = None,
    force: Replace = False,
) -> None:
    """Draw a government with all its groups: its seats, their types, rank and command of their chairs.

    Example: lsgraph view government 山东省 --as-of 2018-12-25 -o shandong-groups.html
    """
    from graph.pictures.government.picture import government_picture

    asked = day(as_of)
    write_picture(
        output, force, width, title, lambda db: government_picture(db, name, asked), matrix
    )


@app.command()
@asks
@chinese("画一个人物：所任职务，以及任组长、副组长或有席位的小组。")
def person(
    name: Annotated[
        str, typer.Argument(help=said("Name or uid of a person.", "人物的姓名或 uid。"))
    ],
    output: PictureFile = Path("person.html"),
    as_of: AsOf = None,
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    force: Replace = False,
) -> None:
    """Draw a person: the posts held, and the groups chaired, vice-chaired or sat in.

    Example: lsgraph view person 韩正 -o hanzheng.html
    """
    from graph.pictures.person.picture import person_picture

    asked = day(as_of)
    write_picture(output, force, width, title, lambda db: person_picture(db, name, asked))


@app.command()
@asks
@chinese(
    "画一个查询的结果，目录中的或自编的均可：每行为一条连线（start、end、kind）。\n\n可画的"
    "查询见 lsgraph query list --tag picture。"
)
def query(
    name: Name,
    parameter: Parameters = None,
    folder: Folder = None,
    output: PictureFile = Path("query.html"),
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    force: Replace = False,
) -> None:
    """Draw what a query answers, one of the catalogue or your own: a row is a tie (start, end, kind).

    Those that can be drawn are listed by lsgraph query list --tag picture.

    Example: lsgraph view query succession_ties -p unit=div:371200:莱芜市 -o laiwu.html
    """
    from graph.pictures.query import check_drawable, query_picture

    asked = catalogue_of(folder)[name]
    check_drawable(asked)
    values = values_of(asked, parameter)

    def drawn(db: Database) -> Picture:
        found = resolved(db, asked, values)
        return query_picture(db, asked, answered(db, asked, found), found)

    write_picture(output, force, width, title, drawn)


@app.command()
@asks
@chinese("画全国的行政层级：所有存续的区划，载入了乡级的画到乡级。")
def nation(
    output: PageFile = Path("china.html"), as_of: AsOf = None, force: Replace = False
) -> None:
    """Draw the national hierarchy: every division in force, down to townships where they are loaded.

    Example: lsgraph view nation -o china.html
    """
    from graph.pictures.nation import nation as national_hierarchy
    from visualize.national import write_nation

    check_page_file(output, Words.same("lsgraph view region NAME"), force)
    with database() as db:
        found = national_hierarchy(db, day(as_of))
    with fresh_file(output, force) as made:
        write_nation(found, made)
    put(
        Words(
            f"Wrote {output}: {len(found.units):,} divisions.",
            f"已写入 {output}：{len(found.units):,} 个区划。",
        )
    )


app.command()(view_several.series)
app.command()(view_several.beside)
app.command("map")(view_map)
app.command()(strip)
