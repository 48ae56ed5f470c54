"""Tables of one file to entries of `lsgraph/groups/1`: what is checked and written is one code path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.core.language import say
from graph.core.words import Words
from graph.offices.agency import Agency
from loaders.files.problems import Place, Problems
from loaders.form.entries import Entries
from loaders.tables.read.detect import read_raw
from loaders.tables.read.raw import RawFile
from loaders.tables.schema import POSTS, TABLES
from loaders.tables.understand.book import Book, slug
from loaders.tables.understand.groups import read_groups_table, settle_leadership
from loaders.tables.understand.holding import Holding
from loaders.tables.understand.origins import read_documents, read_sources
from loaders.tables.understand.people import People
from loaders.tables.understand.seats import Seats
from loaders.tables.understand.tree import TablesFile
from loaders.units.central_bodies import central_sources


def read_tables(
    path: Path, known: Entries, problems: Problems, name: str | None = None
) -> tuple[TablesFile, list[str]] | None:
    """The entries of a file with their cells, and doubts; None where there is nothing to read.

    `known` are the entries read before: their agencies and posts are used again. `name` is put before
    the ids of the file (default: the file's name without its ending).
    """
    raw = read_raw(path, problems)
    if raw is None:
        return None
    if not any(table.rows for table in raw.tables):
        if not problems.found:
            tables = ", ".join(table.name for table in TABLES)
            tables_zh = "、".join(table.zh for table in TABLES)
            problems.add(
                Place(path),
                Words(
                    f"No table ({tables}) holds a row. Begin with: lsgraph template",
                    f"各表（{tables_zh}）都没有数据行。请先运行：lsgraph template",
                ),
            )
        return None
    book = Book(raw, slug(name or path.stem) or "own", known, problems)
    _convert(book, raw)
    return TablesFile(path, book.tree.sections, cells=book.tree.places), _doubts(book, path)


def _convert(book: Book, raw: RawFile) -> None:
    read_sources(book)
    read_documents(book)
    read_groups_table(book)
    _check_posts(book)
    people = People(book)
    people.read()
    holding = Holding(book, people)
    holding.read()
    seats = Seats(book, people, holding)
    found = seats.read()
    for seat in found:
        seats.enter(seat)
    holding.enter_beside()
    settle_leadership(book, found)
    people.twice()
    for row in book.titles.overrides.unused():
        text = Words(
            f"No seat and no tenure has the title {row.text('title')!r}.",
            f"没有席位或任期使用职务名称“{row.text('title')}”。",
        )
        book.reader.doubt(row.at("title"), text)
    enter_holders(book)


def _check_posts(book: Book) -> None:
    """Words and ranks of overrides are judged whether a seat uses them or not."""
    for row in book.raw.rows("posts"):
        for column in ("mode", "branch", "rank_basis"):
            book.reader.word(row, POSTS, column)
        book.titles.rank(row)
        if not row.text("title"):
            book.problems.add(
                row.at("title"),
                Words("The post has no title (职务).", "该职务没有职务名称（职务）。"),
            )
        book.source_ids(row)


def enter_holders(book: Book) -> None:
    """Posts and agencies that the rows refer to, with the bodies above them."""
    first = next((row for table in book.raw.tables for row in table.rows), None)
    if first is None:
        return
    for entry in book.posts.entries.values():
        book.tree.add("posts", entry, first, {})
    wanted = dict(book.posts.agencies)
    uppers = {one.uid: one for one in book.units.bodies.agencies.found.values()}
    for agency in list(wanted.values()):
        with_uppers(agency, wanted, uppers)
    units = [agency.entry() for agency in wanted.values() if not agency.known]
    for entry in units:
        book.tree.add("units", entry, first, {})
    known = {uid for uid, _ in book.known.sources}
    book.tree.sections["sources"] |= central_sources(units, known)


def with_uppers(agency: Agency, wanted: dict[str, Agency], known: Mapping[str, Agency]) -> None:
    """The bodies above an agency, sourced as it is."""
    wanted.setdefault(agency.uid, agency)
    upper = known.get(agency.of or "")
    if upper is not None and upper is not agency:
        if not upper.known:
            upper.sources |= agency.sources
        with_uppers(upper, wanted, known)


def _doubts(book: Book, path: Path) -> list[str]:
    lost = [
        say(
            Words(
                f"{path}: not understood in the notice, line {row.get('line', '?')}: {row.get('text', '')!r}"
                f" ({row.get('why', 'no reason given')}).",
                f"{path}：通知第 {row.get('line', '?')} 行未能读懂："
                f"“{row.get('text', '')}”（{row.get('why', '未说明原因')}）。",
            )
        )
        for row in book.raw.not_understood
    ]
    fresh = len(book.units.fresh)
    names = _names(book)
    told = Words(
        f"{path}: {fresh} bodies that no file names yet are taken in: {names.en}.",
        f"{path}：收入 {fresh} 个尚无文件载明的机构：{names.zh}。",
    )
    new = [say(told)] if fresh else []
    return list(dict.fromkeys([*book.raw.notes, *lost, *book.reader.doubts, *new]))


def _names(book: Book) -> Words:
    known = {one.uid: one.name for one in book.units.bodies.agencies.found.values()}
    names = [known[uid] for uid in book.units.fresh if uid in known]
    more = len(names) - 8
    told = Words(", ".join(names[:8]), "、".join(names[:8]))
    if more <= 0:
        return told
    return Words(f"{told.en} and {more} more", f"{told.zh}，另有 {more} 个")
