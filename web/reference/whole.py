"""The pages of the whole: start and search, questions with their answers, texts, data, uids."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.ask.answered import Answered, answered
from graph.catalogue import Query, queries
from graph.catalogue.reference import LOADING
from graph.connection import Database
from graph.core.errors import LsgraphError
from graph.core.moved import moves
from graph.core.words import NOTHING, Words
from loaders.package.release.about import held as files_of
from loaders.package.tables import Rows
from loaders.package.write import about, write_rows
from web.pages.ask import Form, asked_page, questions_page
from web.reference import texts
from web.reference.cited import Citing
from web.reference.held import Held
from web.reference.still import FURTHER, NAV, Writer
from web.reference.things import asked
from web.reference.uids import leads, write_uids

ROWS = 50
"""Rows of an answer that a page shows: a page is an example, not the data."""
PACKAGE = "lsgraph-data.zip"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of each file in the package: the same data makes the same bytes."""
KINDS: Mapping[str, Words] = {
    "group": Words("group", "小组"), "person": Words("person", "人物"), "place": Words("place", "单位"),
    "region": Words("region", "地区"), "document": Words("document", "文件"),
    "ask": Words("question", "提问"),
}  # fmt: skip


def readable() -> list[Query]:
    """The questions that have a page; what loaders ask holds numbers that only this server knows."""
    return [query for query in queries.readable() if LOADING not in query.header.tags]


def write_questions(writer: Writer, db: Database) -> Iterator[str]:
    """Write the list of questions, and each with the answer to its example."""
    found = readable()
    for around in writer.arounds("ask", "/ask"):
        writer.put(around, questions_page(found, queries.tags(), "", "", around))
    forms = {query.name: Form(query, Form(query, {}).example) for query in found}

    def answer(name: str) -> Answered | Words:
        try:
            return answered(db, forms[name].query, forms[name].texts, ROWS)
        except LsgraphError as error:
            # An example that this graph cannot answer is told on its page.
            return error.words

    for form, said in zip(forms.values(), asked(answer, list(forms)), strict=True):
        own, error = (None, said) if isinstance(said, Words) else (said, NOTHING)
        for around in writer.arounds(f"ask/{form.query.name}", f"/ask/{form.query.name}"):
            writer.put(around, asked_page(form, own, around, around.told(error)))
        yield form.query.name


def write_texts(writer: Writer, whole: bool) -> None:
    """Write the documents of the project; those of the dataset only where the graph is it."""
    for name in (*texts.OF_THE_PROGRAM, *(texts.OF_THE_DATASET if whole else ())):
        read = texts.document(name)
        title = Words(read["en"][0], read["zh"][0])
        writer.screen(f"/{name}", "text.html", title, texts=read)


def write_data(writer: Writer, citing: Citing, rows: Mapping[str, Rows] | None) -> None:
    """Write the page of the data, and the data package of these rows as one file."""
    if rows:
        _package(rows, writer.folder / "data" / PACKAGE)
    files = files_of(writer.folder / "data")
    title = Words("The data", "数据")
    writer.screen("/data", "data.html", title, citing.dataset(files), about=about(), files=files)


def _package(rows: Mapping[str, Rows], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        folder = Path(name)
        write_rows(rows, folder)
        for one in sorted(folder.rglob("*")):
            if one.is_file():
                within = zipfile.ZipInfo(one.relative_to(folder).as_posix(), _EPOCH)
                packed.writestr(within, one.read_bytes(), zipfile.ZIP_DEFLATED)


def write_uid_page(writer: Writer, held: Held) -> None:
    """Write the page that leads from every uid to its page."""
    table = leads(held, writer.book)
    parts = write_uids(writer, held, table)
    writer.screen(
        "/uid", "uid.html", FURTHER[-1].name, parts=parts,
        moves=[move for _, move in sorted(moves().items())], table=table,
    )  # fmt: skip


def write_start(writer: Writer, held: Held, parts: Mapping[str, str]) -> None:
    """Write the first page with the search, and the one that leads to it in either language."""
    counts = {"/groups": "Group", "/persons": "Person", "/sources": "Source"}
    numbers = {path: len(held.things[label]) for path, label in counts.items()}
    numbers |= {"/places": len(held.places), "/ask": len(readable())}
    lists = [
        (one, numbers.get(one.path))
        for one in (*NAV[1:], *FURTHER)
        if one.path in writer.book.screens
    ]
    title = Words("China's leading small groups: a reference", "中国领导小组资料库")
    writer.screen("/", "start.html", title, parts=parts, lists=lists, kinds=KINDS)
