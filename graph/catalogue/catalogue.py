"""All query files of one or more folders, loaded and checked once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from rapidfuzz import process

from graph.catalogue.entry import Query, compose
from graph.catalogue.header import Header, parse_header
from graph.errors import CatalogueError, UnknownName

CYPHER = Path(__file__).resolve().parents[2] / "cypher"
"""The folder of the project's own queries."""


class Catalogue(Mapping[str, Query]):
    """Queries by name; each is an attribute too: `queries.divisions_in_force(as_of=...)`."""

    def __init__(self, folders: Sequence[Path] = (CYPHER,)) -> None:
        self._queries = _load(folders)

    def __getitem__(self, name: str) -> Query:
        if name not in self._queries:
            near = [match[0] for match in process.extract(name, list(self._queries), limit=3)]
            raise UnknownName("query", name, near)
        return self._queries[name]

    def __getattr__(self, name: str) -> Query:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self[name]
        except UnknownName as unknown:
            raise AttributeError(str(unknown)) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._queries]

    def readable(self) -> list[Query]:
        """The queries that ask: everything but the schema and the write statements."""
        return [query for query in self._queries.values() if query.header.access == "read"]


@cache
def shipped() -> Catalogue:
    """The catalogue of the project, loaded at first use."""
    return Catalogue()


def _load(folders: Sequence[Path]) -> dict[str, Query]:
    headers = {path: _read(path) for folder in folders for path in sorted(folder.rglob("*.cypher"))}
    fragments = {_fragment_name(p, folders): h for p, h in headers.items() if p.stem[0] == "_"}
    queries: dict[str, Query] = {}
    for path, header in headers.items():
        if path.stem[0] == "_":
            continue
        if path.stem in queries:
            raise CatalogueError(f"{path}:1: {queries[path.stem].header.path} has this name too.")
        parts = [_fragment(header, name, fragments) for name in header.include]
        queries[path.stem] = compose(path.stem, header, parts)
    return queries


def _read(path: Path) -> Header:
    return parse_header(path, path.read_text(encoding="utf-8"))


def _fragment_name(path: Path, folders: Sequence[Path]) -> str:
    folder = next(f for f in folders if f in path.parents)
    return path.relative_to(folder).with_suffix("").as_posix()


def _fragment(header: Header, name: str, fragments: Mapping[str, Header]) -> Header:
    if name not in fragments:
        at = f"{header.path}:{header.lines['include']}"
        raise CatalogueError(f"{at}: includes {name}, which is no fragment.")
    return fragments[name]
