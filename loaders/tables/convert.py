"""Tables of one file to entries of `lsgraph/groups/1`: what is checked and written is one code path."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.core.dates import known_by
from graph.core.language import say
from graph.core.words import Words
from graph.offices.agency import Agency
from graph.offices.bodies import Body, Setting
from graph.offices.divisions import CENTRE
from loaders.files.problems import Place, Problems
from loaders.form.entries import Entries
from loaders.tables.read.detect import read_raw
from loaders.tables.read.raw import RawFile, Row
from loaders.tables.schema import GROUPS, POSTS, TABLES
from loaders.tables.understand.book import Book, Group, first_day, slug
from loaders.tables.understand.holding import Holding
from loaders.tables.understand.origins import read_documents, read_sources, required, twice
from loaders.tables.understand.people import People
from loaders.tables.understand.seat import Seat, led
from loaders.tables.understand.seats import Seats
from loaders.tables.understand.tree import TablesFile
from loaders.units.central_bodies import central_sources
from loaders.units.names import kind_by_name

_FOUNDS = re.compile(r"成立|设立|组建|建立")


def read_groups_table(book: Book) -> None:
    """Enter every group; its seats are added to it later."""
    rows = list(book.raw.rows("groups"))
    names = [row.text("group") for row in rows]
    for row in rows:
        own = required(book, row, "group", "groups")
        if own is not None and not twice(book, row, own, book.groups, "group"):
            _group(book, row, own, names)


def _group(book: Book, row: Row, own: str, names: list[str]) -> None:
    name = required(book, row, "name", "groups") or ""
    acts = book.reader.ids(row, "document", book.documents, "documents")
    start = book.reader.date(row, "from") or _founded(book, acts)
    end = book.reader.date(row, "to")
    place = _place(book, row, start)
    setting = book.setting(start, place, name)
    ids = book.source_ids(row) or [
        s for act in acts for s in book.source_ids(book.documents[act][2])
    ]
    book.use(place, ids)
    uid = book.local("group", own)
    central = place is not None and place.ref == CENTRE
    entry = {
        "uid": uid, "name": name, "name_en": row.text("name_en"), "kind": _kind(book, row, name),
        "field": row.text("field") or "other",
        "place": place.ref if place and not central else None,
        "leadership": book.reader.word(row, GROUPS, "leadership"),
        "roster": book.reader.word(row, GROUPS, "roster") or "unknown", "from": start,
        "to": end,
        "established_by": [book.documents[act][0] for act in acts],
        "succeeded_by": _successors(book, row, own, names),
        "source": list(dict.fromkeys(book.source_uids(ids))),
    }  # fmt: skip
    steps = book.tree.add("groups", entry, row, {"established_by": "document", "uid": "group"})
    if row.text("notes"):
        note = {"text": row.text("notes"), "source": entry["source"]}
        book.tree.below(steps, "notes", note, row, {"text": "notes"})
    founding = frozenset(s for act in acts for s in book.source_ids(book.documents[act][2]))
    book.groups[own] = Group(uid, start, end, setting, int(steps[1]), founding)


def _founded(book: Book, acts: list[str]) -> str | None:
    """The day of the founding act; an act that may have changed the group shows it by its day."""
    for act in acts:
        _, issued, row = book.documents[act]
        if issued:
            return issued if _FOUNDS.search(row.text("title")) else known_by(issued)
    return None


def _place(book: Book, row: Row, start: str | None) -> Body | None:
    text = row.text("place")
    if not text:
        return None
    return book.units.find(text, Setting(first_day(start), None, "other"), row.at("place"))


def _kind(book: Book, row: Row, name: str) -> str:
    if row.text("kind"):
        return row.text("kind")
    kind = "办公室" if name.endswith("办公室") else kind_by_name(name)
    if kind is None and name:
        book.problems.add(
            row.at("kind"),
            Words(
                f"The name {name!r} does not tell its kind. Fill in kind (类别).",
                f"从名称“{name}”看不出类别。请填写类别（kind）。",
            ),
        )
    return kind or "?"


def _successors(book: Book, row: Row, own: str, names: list[str]) -> list[str]:
    found = []
    for part in book.reader.ids(row, "succeeded_by", names, "groups"):
        if part == own:
            book.problems.add(
                row.at("succeeded_by"),
                Words(f"The group {own!r} cannot follow itself.", f"小组“{own}”不能是自己的后继。"),
            )
        else:
            found.append(book.local("group", part))
    return found


def settle_leadership(book: Book, seats: Iterable[Seat]) -> None:
    """Fill in how a group is led where the file does not say: by the chairs that it names."""
    chairs = defaultdict(list)
    for seat in seats:
        if seat.role == "chair":
            chairs[seat.group].append(seat)
    for own, group in book.groups.items():
        entry = book.tree.sections["groups"][group.position]
        entry.setdefault("leadership", led(chairs[own]))


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
