"""All query files of one or more folders, loaded and checked once.

A file may stand for several entries, one for each row of a table in graph/core/model:
`cypher/write/write_@tie.cypher` becomes `write_chairs` and its kin. In its name and its text `@tie`,
`@start` and so on are replaced by what the row says; nothing that a user gives is ever put in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template

from graph.catalogue.entry import Query, compose
from graph.catalogue.header import Header, parse_header
from graph.core.door import QUERY, content
from graph.core.errors import CatalogueError, InputError, Refused, UnknownName
from graph.core.model import INDEXES, LABELS, TIES
from graph.core.safe_text import told, unseen
from graph.core.words import Words
from graph.settings import CYPHER

TABLES: Mapping[str, Sequence[Mapping[str, str]]] = {
    "label": [
        {"label": label, "variable": label.lower(), "things": things}
        for label, things in LABELS.items()
    ],
    "tie": [
        {"tie": tie, "type": tie.stored, "start": "|".join(ends.start), "end": ends.end,
         "meaning": ends.meaning.en}
        for tie, ends in TIES.items()
    ],
    "index": [
        {"index": name, "label": index.label, "variable": index.label.lower(),
         "property": index.property, "reason": index.reason}
        for name, index in INDEXES.items()
    ],
}  # fmt: skip
"""The rows by the word that follows `@` in the name of a file."""


class _Text(Template):
    """A text with `@name` where a value goes: `$name` is a parameter in Cypher."""

    delimiter = "@"


def expanded(path: Path, text: str) -> Iterator[tuple[str, str]]:
    """Name and text of each entry that a file stands for; most files are one.

    A file of its own goes before an entry of the template. Raises CatalogueError for an `@name` that
    the table does not have.
    """
    rows = TABLES.get(path.stem.partition("@")[2])
    if rows is None:
        yield path.stem, text
        return
    for row in rows:
        name = _Text(path.stem).substitute(row).lower()
        if not path.with_stem(name).exists():
            yield name, _filled(path, text, row)


def _filled(path: Path, text: str, row: Mapping[str, str]) -> str:
    filled = []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            filled.append(_Text(line).substitute(row))
        except (KeyError, ValueError):
            known = ", ".join(f"@{name}" for name in row)
            raise CatalogueError(
                Words(
                    f"{path}:{number}: an '@' begins one of {known}.",
                    f"{path}:{number}：“@”之后须为：{known}。",
                )
            ) from None
    return "\n".join(filled)


COLUMNS = "_columns"
"""The fragment that declares the columns which mean the same in every query, and says in Chinese what
several headers share."""


class Catalogue(Mapping[str, Query]):
    """Queries by name; each is an attribute too: `queries.divisions_in_force(as_of=...)`.

    One of a user's folder is composed and checked at once, a shipped one when it is first asked for.
    """

    def __init__(self, folders: Sequence[Path] = (CYPHER,)) -> None:
        self._headers, self._fragments = _load(folders)
        self._queries: dict[str, Query] = {}
        for header in self._headers.values():
            if CYPHER not in header.path.parents:
                self._compose(header)

    def __getitem__(self, name: str) -> Query:
        if name not in self._headers:
            from rapidfuzz import process

            near = [match[0] for match in process.extract(name, list(self._headers), limit=3)]
            raise UnknownName(Words("query", "查询"), name, near)
        return self._queries.get(name) or self._compose(self._headers[name])

    def _compose(self, header: Header) -> Query:
        parts = list(_parts(header, self._fragments, ()).values())
        shared = self._fragments[COLUMNS].columns if COLUMNS in self._fragments else ()
        found = self._queries[header.name] = compose(header, parts, shared)
        return found

    def __getattr__(self, name: str) -> Query:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except UnknownName as unknown:
            raise AttributeError(str(unknown)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._headers)

    def __len__(self) -> int:
        return len(self._headers)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._headers]

    def readable(self) -> list[Query]:
        """The queries that ask: everything but the schema and the write statements."""
        return [self[header.name] for header in self._asking()]

    def _asking(self) -> Iterator[Header]:
        return (header for header in self._headers.values() if header.access == "read")

    def search(self, text: str = "", tag: str = "") -> list[Query]:
        """The queries that ask and hold every word of `text` in name, title, question, note or tags.

        With `tag` only those that bear this tag. Case does not count.
        """
        words, wanted = text.lower().split(), tag.strip().lower()
        return [
            self[header.name]
            for header in self._asking()
            if all(word in _told(header) for word in words)
            and (not wanted or wanted in map(str.lower, header.tags))
        ]

    def tags(self) -> list[str]:
        """Every tag of the queries that ask, sorted."""
        return sorted({tag for header in self._asking() for tag in header.tags})


@cache
def shipped() -> Catalogue:
    """The catalogue of the project, loaded at first use."""
    return Catalogue()


def catalogue_with(folders: Sequence[Path] = ()) -> Catalogue:
    """The project's queries with those of folders of one's own, which may include its fragments.

    Folders named in the environment variable LSGRAPH_QUERIES (several apart as in PATH) come first. Raises
    InputError for a folder that is none, CatalogueError with file and line for a faulty file.
    """
    found = [*_folders_of_environment(), *folders]
    for folder in found:
        if not folder.is_dir():
            raise InputError(
                Words(
                    f"{folder} is not a folder. Name the folder that holds your .cypher files.",
                    f"{folder} 不是文件夹。请指明存放 .cypher 文件的文件夹。",
                )
            )
    unique = dict.fromkeys(folder.resolve() for folder in found)
    return Catalogue([CYPHER, *unique]) if unique else shipped()


def is_shipped(query: Query) -> bool:
    """Whether the query is one of the project's own."""
    return CYPHER in query.header.path.parents


def _folders_of_environment() -> list[Path]:
    named = os.environ.get("LSGRAPH_QUERIES", "")
    return [Path(name).expanduser() for name in named.split(os.pathsep) if name.strip()]


def _told(header: Header) -> str:
    texts = (header.name, *header.called.both, *header.asked.both, *header.note.both, *header.tags)
    return " ".join(texts).lower()


def _load(folders: Sequence[Path]) -> tuple[dict[str, Header], dict[str, Header]]:
    """The headers of the queries, and those of the fragments, by name."""
    read = [
        header
        for folder in folders
        for path in sorted(folder.rglob("*.cypher"))
        for header in _read(folder, path)
    ]
    shared = (one for header in read if header.name == COLUMNS for one in header.meanings)
    known = {one.en: one.zh for one in shared if one.zh}
    headers = [header.in_chinese(known) for header in read]
    fragments = _fragments(headers)
    queries: dict[str, Header] = {}
    for header in headers:
        if _is_fragment(header):
            continue
        if header.name in queries:
            taken = queries[header.name].path
            raise CatalogueError(
                Words(
                    f"{header.path}:1: {taken} has this name too.",
                    f"{header.path}:1：{taken} 也用此名。",
                )
            )
        _check_told(header)
        queries[header.name] = header
    return queries, fragments


def _check_told(header: Header) -> None:
    for name in ("title", "question"):
        if not getattr(header, name):
            raise CatalogueError(
                Words(
                    f"{header.path}:1: no {name}. Write '// {name}: ...' in its header.",
                    f"{header.path}:1：缺少 {name}。请在文件头写明 '// {name}: ...'。",
                )
            )


def _read(folder: Path, path: Path) -> Iterator[Header]:
    """The header of a file, of a template those of its entries; a fragment is named with its folder."""
    raw = content(path, QUERY)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise CatalogueError(
            Words(
                f"{path}:{line}: not UTF-8. Save the file in UTF-8.",
                f"{path}:{line}：不是 UTF-8 编码。请以 UTF-8 保存。",
            )
        ) from None
    if hidden := unseen(text):
        at = min(map(text.index, hidden))
        says = Words(
            f"The text holds a character that cannot be seen ({told([text[at]])}). Type it anew.",
            f"文本中有看不见的字符（{told([text[at]])}）。请重新输入。",
        )
        raise Refused(says, path, text.count("\n", 0, at) + 1)
    if path.stem[0] == "_":
        within = path.relative_to(folder).with_suffix("").as_posix()
        yield parse_header(path, within, text)
        return
    for name, filled in expanded(path, text):
        yield parse_header(path, name, filled)


def _is_fragment(header: Header) -> bool:
    return header.path.stem[0] == "_"


def _fragments(headers: Sequence[Header]) -> dict[str, Header]:
    """Fragments by name; a second one of a name is refused: it would change the first's users."""
    found: dict[str, Header] = {}
    for header in filter(_is_fragment, headers):
        if header.name in found:
            taken = found[header.name].path
            raise CatalogueError(
                Words(
                    f"{header.path}:1: {taken} is the fragment {header.name} too.",
                    f"{header.path}:1：{taken} 也是片段 {header.name}。",
                )
            )
        found[header.name] = header
    return found


def _parts(
    header: Header, fragments: Mapping[str, Header], within: tuple[str, ...]
) -> dict[str, Header]:
    """The fragments of a file in the order in which they run: each once, after those that it includes."""
    found: dict[str, Header] = {}
    for name in header.include:
        at = f"{header.path}:{header.lines['include']}"
        if name not in fragments:
            raise CatalogueError(
                Words(
                    f"{at}: includes {name}, which is not a fragment.",
                    f"{at}：包含 {name}，而它不是片段。",
                )
            )
        if name in within:
            raise CatalogueError(
                Words(
                    f"{at}: includes {name}, which includes this fragment.",
                    f"{at}：包含 {name}，而它又包含本片段。",
                )
            )
        found |= _parts(fragments[name], fragments, (*within, name))
        found[name] = fragments[name]
    return found
