"""The whole graph, or what is in force on a day, in the format that a tool reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.connection import Database
from graph.core.errors import InputError
from graph.core.files import check_free, fresh_file, fresh_folder, write_fresh
from graph.core.words import Words
from graph.export.codebook import DAY, NOTES, About, book_of, markdown, versions
from graph.export.columns import Tables
from graph.export.elements import Elements, Report
from graph.export.formats import FOLDERS, GraphFormat, format_of
from graph.export.network.chosen import narrowed
from graph.export.network.gexf import write_gexf
from graph.export.network.graphml import write_graphml
from graph.export.network.looks import MOST_PLACED
from graph.export.network.network import Network, counting, whole
from graph.export.network.project import projected
from graph.export.network.wanted import EVERYTHING, Wanted
from graph.export.tabular import WRITERS
from graph.export.tabular.stata import stata_codebook, write_stata
from graph.export.tabular.workbook import write_workbook
from graph.server.jars import silent

CODEBOOK = "codebook.md"


_NETWORKS: Mapping[GraphFormat, Callable[[Network, Path], None]] = {
    GraphFormat.graphml: write_graphml, GraphFormat.gexf: write_gexf,
}  # fmt: skip
TURNED = Words(
    "An unknown start and an open or unknown end are empty; from_precision and to_precision tell which.",
    "起始不明、尚未终止或终止不明的为空，由 from_precision 和 to_precision 区别。",
)
LOOKS = Words(
    "Nodes are coloured by kind, units by level. A network of some groups has places (ForceAtlas2 from a"
    f" fixed start), where it has at most {MOST_PLACED:,} nodes; sources and documents are left out.",
    "节点按种类着色，单位按层级着色。只含部分小组的网络，节点不超过 "
    f"{MOST_PLACED:,} 个的，带有位置（ForceAtlas2，起点固定）；不含来源和文件。",
)


@dataclass(frozen=True)
class Written:
    """What an export wrote; `beyond` are properties without a column, which are left out.

    `unplaced`: whether a network was narrowed and is yet too large for a layout; `left_out`: what a network
    of a region does without, in sentences; `counts` has its nodes (`node`) and edges (`edge`).
    """

    path: Path
    codebook: Path | None
    beyond: tuple[str, ...]
    unplaced: bool = False
    left_out: tuple[Words, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def export_graph(
    database: Database,
    tables: Tables,
    path: Path,
    format: GraphFormat | None = None,
    *,
    as_of: dt.date | None = None,
    wanted: Wanted = EVERYTHING,
    force: bool = False,
    report: Report | None = None,
) -> Written:
    """Write the graph to a file or folder that comes into being whole, with its codebook.

    `wanted` narrows a network; its nodes are given places. Raises InputError for an unknown ending, a path
    that is there already unless forced, an empty graph, what a format cannot hold, and as `narrowed`.
    """
    chosen = format_of(path, format)
    check_narrowed(chosen, wanted)
    ours = _ours(tables)
    if chosen not in FOLDERS and chosen is not GraphFormat.xlsx:
        check_free(book_of(path), force)
    opened = fresh_folder(path, force, ours) if chosen in FOLDERS else fresh_file(path, force)
    with opened as made:
        elements = Elements(database, tables, as_of, report or silent)
        if chosen in _NETWORKS:
            kept, said = narrowed(elements, wanted) if wanted else (elements, [])
            counts: dict[str, int] = {}
            network = counting(_network(kept, wanted), counts)
            _NETWORKS[chosen](network, made)
            about = _about(database, kept, chosen, wanted, said)
            write_fresh(book_of(path), markdown(about, network.described()), force)
            unplaced = bool(wanted) and not network.places
            beyond = tuple(sorted(elements.beyond | kept.beyond))
            return Written(path, book_of(path), beyond, unplaced, tuple(said), counts)
        about = _about(database, elements, chosen, wanted)
        book = _write(elements, about, chosen, made, path)
    return Written(path, book, tuple(sorted(elements.beyond)))


def check_narrowed(format: GraphFormat, wanted: Wanted) -> None:
    """Raise InputError where something is to narrow what is not a network."""
    if wanted and format not in _NETWORKS:
        raise InputError(
            Words(
                f"--region, --group, --fields and --projection narrow a network, and {format} is the whole"
                f" graph. Write a file that ends in .{' or .'.join(_NETWORKS)}.",
                f"--region、--group、--fields 和 --projection 用于收窄网络，而 {format} 是整个图谱。请"
                f"写出以 .{' 或 .'.join(_NETWORKS)} 结尾的文件。",
            )
        )


def _network(kept: Elements, wanted: Wanted) -> Network:
    if wanted.projection:
        return projected(kept, wanted.projection)
    return whole(kept, laid_out=bool(wanted))


def _write(
    elements: Elements, about: About, chosen: GraphFormat, made: Path, path: Path
) -> Path | None:
    """Write it; answers where the codebook is, None where it is a sheet of the file itself."""
    if chosen is GraphFormat.xlsx:
        write_workbook(((t, elements.rows(t)) for t in elements.tables), about, made)
        return None
    if chosen is GraphFormat.dta:
        text = stata_codebook(about, [
            write_stata(table, elements.rows(table), made / f"{table.name}.dta")
            for table in elements.tables
        ])  # fmt: skip
    else:
        for table in elements.tables:
            WRITERS[chosen](table, elements.rows(table), made / f"{table.name}.{chosen}")
        text = markdown(about, elements.tables)
    (made / CODEBOOK).write_text(text, encoding="utf-8", newline="\n")
    return path / CODEBOOK


def _ours(tables: Tables) -> Callable[[str], bool]:
    """Tell whether an export writes a file of this name into a folder."""
    stems = [table.name for table in tables]

    def ours(name: str) -> bool:
        stem, _, ending = name.rpartition(".")
        return name == CODEBOOK or (stem in stems and ending in ("csv", "parquet", "dta"))

    return ours


def _about(
    database: Database, elements: Elements, chosen: GraphFormat, wanted: Wanted,
    left_out: Sequence[Words] = (),
) -> About:  # fmt: skip
    day = elements.as_of
    facts = (
        (Words("format", "格式"), Words.same(chosen)),
        (DAY, Words.same(day) if day else Words("the whole graph", "整个图谱")),
        *wanted.facts(),
        *versions(database),
    )
    notes = (TURNED, *filter(None, [NOTES.get(chosen)]))
    notes += (LOOKS, *left_out) if chosen in _NETWORKS else ()
    return About(Words("The graph of lsgraph", "lsgraph 的图谱"), facts, notes)
