"""The public reference written into a folder: one call, step by step, with the progress of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote
from xml.sax.saxutils import escape

from graph.ask.listed import Chosen, listed
from graph.connection import Database
from graph.core.language import LANGUAGES, speaking
from loaders.groups.read import read_everything
from loaders.load.verbs import holds_dataset
from loaders.package.ask import Statements
from loaders.package.rows import package_rows
from loaders.package.write import about
from web.pages.render import render
from web.reference import lists, things, whole
from web.reference.addresses import Book
from web.reference.cited import Citing
from web.reference.held import Held, read
from web.reference.search import Named, write_index
from web.reference.still import FURTHER, NAV, Writer, placed

Report = Callable[[str, int, int], object]
T = TypeVar("T")
TOP = (
    *LANGUAGES,
    "static",
    "picture",
    "cite",
    "data",
    "search",
    "uid",
    "index.html",
    "sitemap.xml",
)
"""What stands in the folder of a site."""


def write_site(
    db: Database, folder: Path, address: str = "", report: Report = lambda *_: None
) -> int:
    """Write the site of all that the graph holds into an empty folder; returns the number of its pages.

    `address` is the one at which it will stand, ending in "/": with it each page names its canonical address,
    and a sitemap is written. The same graph gives the same bytes, in whatever language it is asked for.
    Raises OSError.
    """
    with speaking("en"):
        return _written(db, folder, address, report)


def _written(db: Database, folder: Path, address: str, report: Report) -> int:
    report("reading", 0, 1)
    held, found = read(db), listed(db, Chosen())
    rows = package_rows(read_everything()) if holds_dataset(db) else None
    book = book_of(held, lists.regions(found), bool(rows))
    writer = Writer(folder, book, address, str(about()["version"]))
    writer.assets()
    citing = Citing(writer, rows)
    today = dt.date.fromisoformat(str(about()["date-released"]))
    says = Statements(rows) if rows else None
    named: list[Named] = []

    def counted(what: str, total: int, steps: Iterator[T]) -> list[T]:
        made = []
        for done, step in enumerate(steps, 1):
            made.append(step)
            report(what, done, total)
        return made

    sizes = {label: len(own) for label, own in held.things.items()}
    named += counted("groups", sizes["Group"], things.write_groups(writer, citing, db, held, says))
    named += counted(
        "persons", sizes["Person"], things.write_persons(writer, citing, db, held, says)
    )
    named += counted(
        "places", len(held.places), things.write_places(writer, citing, db, held, says, today)
    )
    # Their list has a filter; in the index their long titles would be as much as all else.
    counted("sources", sizes["Source"], lists.write_sources(writer, citing, held))
    named += counted("documents", sizes["Document"], lists.write_documents(writer, citing, held))
    named += counted("regions", len(lists.regions(found)), lists.write_regions(writer, db, found))
    counted("questions", len(book.queries), whole.write_questions(writer, db))
    lists.write_group_list(writer, found)
    lists.write_person_list(writer, held)
    lists.write_place_list(writer, held)
    lists.write_source_list(writer, held)
    whole.write_texts(writer, bool(rows))
    whole.write_data(writer, citing, rows)
    whole.write_uid_page(writer, held)
    named += [Named(f"ask/{one.name}", one.header.zh, one.header.title) for one in whole.readable()]
    whole.write_start(writer, held, write_index(writer, named))
    writer.text("index.html", _door(writer))
    if address:
        writer.text("sitemap.xml", _sitemap(writer))
    return len(writer.written) * len(LANGUAGES)


def book_of(held: Held, regions: list[str], dataset: bool) -> Book:
    """Which pages a site has; `dataset` says that the graph holds the dataset."""
    uids = {
        uid for label in ("Group", "Person", "Document", "Source") for uid in held.things[label]
    }
    uids |= {*held.places, *(f"region:{one}" for one in regions)}
    screens = {one.path for one in (*NAV, *FURTHER)} - (set() if dataset else {"/findings"})
    queries = frozenset(query.name for query in whole.readable())
    return Book(frozenset(uids), queries, frozenset(screens))


def _door(writer: Writer) -> str:
    """The page at the root: the site in either language."""
    around = writer.around("en", "index", "/")
    return placed(render("door.html", around), "index.html", "en", writer.book)


def _sitemap(writer: Writer) -> str:
    pages = sorted(f"{one}/{file}.html" for file in writer.written for one in LANGUAGES)
    rows = "".join(
        f"<url><loc>{escape(writer.address + quote(one))}</loc></url>\n" for one in pages
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )
