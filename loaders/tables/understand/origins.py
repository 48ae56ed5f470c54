"""The tables `sources` and `documents` as entries."""

from __future__ import annotations

from collections.abc import Container

from graph.core.words import Words
from graph.offices.bodies import Setting
from loaders.tables.read.raw import Row
from loaders.tables.schema import DOCUMENTS, SOURCES, column_words, table_words
from loaders.tables.understand.book import Book, Source, first_day

_ROWS = {"source": "来源", "document": "文件", "group": "小组"}


def read_sources(book: Book) -> None:
    """Enter every source under an id of the file's own."""
    for row in book.raw.rows("sources"):
        own = required(book, row, "source", "sources")
        kind = book.reader.word(row, SOURCES, "kind")
        if not row.text("kind"):
            book.problems.add(
                row.at("kind"),
                Words(
                    "The source has no kind (类别): gov_doc (公文), press (新闻) ...",
                    "该来源没有类别：公文（gov_doc）、新闻（press）等。",
                ),
            )
        date = book.reader.date(row, "date")
        if own is None or twice(book, row, own, book.sources, "source"):
            continue
        uid = book.source_uid(own)
        book.sources[own] = Source(uid, kind or "article", date)
        entry = {
            "title": row.text("title") or None, "url": row.text("url") or None,
            "kind": kind or "article", "date": date, "read": row.text("read") or None,
            "licence": row.text("licence") or "facts only",
        }  # fmt: skip
        kept = {key: value for key, value in entry.items() if value or key == "url"}
        book.tree.source(uid, kept, row)


def read_documents(book: Book) -> None:
    """Enter every document; its issuers are units as of its day."""
    for row in book.raw.rows("documents"):
        own = required(book, row, "document", "documents")
        if own is None or twice(book, row, own, book.documents, "document"):
            continue
        issued = book.reader.date(row, "issued")
        instrument = book.reader.word(row, DOCUMENTS, "instrument")
        ids = book.source_ids(row)
        uid = book.local("doc", own)
        entry = {
            "uid": uid, "issued": issued, "issuers": _issuers(book, row, issued, ids),
            "source": book.source_uids(ids),
        }  # fmt: skip
        steps = book.tree.add("documents", entry, row, {})
        written = book.tree.sections["documents"][steps[1]]
        # Number, title and instrument must stand in an entry, unknown as null.
        written |= {
            "number": row.text("number") or None, "title": row.text("title") or None,
            "instrument": int(instrument) if instrument else None,
        }  # fmt: skip
        book.documents[own] = (uid, issued, row)


def _issuers(book: Book, row: Row, issued: str | None, ids: list[str]) -> list[str]:
    setting = Setting(first_day(issued), None, "other")
    found = []
    for part in book.reader.several(row, "issuers"):
        body = book.units.find(part, setting, row.at("issuers"))
        if body is not None:
            book.use(body, ids)
            found.append(body.ref)
    return found


def required(book: Book, row: Row, column: str, table: str) -> str | None:
    """The text of a column that every row needs; None with a problem noted."""
    text = row.text(column)
    if not text:
        book.problems.add(
            row.at(column),
            Words(
                f"The row of {table} has no {column}. Fill it in.",
                f"{table_words(table).zh}表的这一行没有填写“{column_words(table, column).zh}”。请补上。",
            ),
        )
    return text or None


def twice(book: Book, row: Row, own: str, seen: Container[str], what: str) -> bool:
    """Whether an id stands twice in its table, which is a problem."""
    if own in seen:
        book.problems.add(
            row.at(what),
            Words(
                f"The {what} {own!r} stands twice. Give one of them another id.",
                f"{_ROWS[what]}“{own}”出现两次。请给其中一个换一个编号。",
            ),
        )
    return own in seen
