"""A query of the catalogue: its header, its composed statement, and the function it becomes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.catalogue.checks import check_parameters, check_variables, columns_of
from graph.catalogue.header import Column, Header, Parameter
from graph.connection import Database, default_database
from graph.connection.results import Result, Row, row_type
from graph.connection.write import Write
from graph.core.errors import InputError
from graph.core.words import Words

_LINE = re.compile(r"\(line (\d+), column \d+")
_PAIR = re.compile(r"(\w+)=(\[(?:[^\[\]]|\[[^\]]*\])*\]|\{[^}]*\}|[^,\s]+)")
"""A parameter of an example; lists may hold maps with lists."""


@dataclass(frozen=True)
class Query:
    """One question of the catalogue. Call it with its parameters; it answers a `Result`.

    `statement` is what runs, what is checked by EXPLAIN and what `lsgraph query show` prints, which
    names its parts.
    """

    header: Header
    statement: str = field(repr=False)
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    parts: tuple[Header, ...] = field(default=(), repr=False)
    fragments: tuple[Header, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """The name of the file, or what a template made of it."""
        return self.header.name

    @property
    def access(self) -> str:
        """read, write or schema, as the header declares."""
        return self.header.access

    @cached_property
    def row_type(self) -> type[Row]:
        """The class of this query's rows: `AncestorsRow` with a typed annotation for each column."""
        name = "".join(word.capitalize() for word in self.name.split("_"))
        gives = "\n".join(f"    {c.name} ({c.type}): {c.meaning.en}" for c in self.columns)
        return row_type(
            f"{name}Row", __name__, f"A row of {self.name}.\n\nColumns:\n{gives}\n",
            {c.name: c.type.annotation for c in self.columns},
            {c.name: c.unit for c in self.columns if c.unit},
        )  # fmt: skip

    @cached_property
    def types(self) -> dict[str, str]:
        """The type of each column as the header writes it (`integer?`)."""
        return {c.name: str(c.type) for c in self.columns}

    @property
    def __signature__(self) -> inspect.Signature:
        found = [_signature(p) for p in self.parameters]
        database = inspect.Parameter("database", inspect.Parameter.KEYWORD_ONLY, default=None)
        return inspect.Signature([*found, database], return_annotation=Result)

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        takes = "\n".join(f"    {p.name} ({p.type}): {p.meaning.en}" for p in self.parameters)
        gives = "\n".join(f"    {c.name} ({c.type}): {c.meaning.en}" for c in self.columns)
        head = f"{self.header.title}.\n\n{self.header.question}\n\n{self.header.path}:1"
        return f"{head}\n\nParameters:\n{takes}\n\nColumns:\n{gives}\n"

    def __call__(self, *args: Any, database: Database | None = None, **given: Any) -> Result:
        """Run on a database (default: the one the environment names, started if need be)."""
        return (database or default_database()).run(self, self._bound(args, given))

    def start(self, *args: Any, database: Database, **given: Any) -> Write:
        """Send a query that writes; `finish` of what is answered waits for it."""
        return Write(database, self, self._bound(args, given))

    def stream(self, *args: Any, database: Database, **given: Any) -> Iterator[Row]:
        """Run a query that reads and answer its rows one by one, never all at once."""
        return database.stream(self, self._bound(args, given))

    def _bound(self, args: Sequence[Any], given: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments of a call as checked values of the parameters."""
        return self.values(dict(self.__signature__.bind(*args, **given).arguments))

    def located(self, message: Words) -> Words:
        """What the server says of the statement, led by the file and line that it speaks of."""
        named = _LINE.search(message.en)
        place = self._place(int(named[1])) if named else self.header.path
        return Words(f"{place}: {message.en}", f"{place}：{message.zh}")

    def _place(self, line: int) -> str:
        """File and line of a line of the composed statement; parts stand a blank line apart."""
        for part in self.parts:
            length = len(part.body.splitlines())
            if line <= length:
                return f"{part.path}:{part.lines['body'] + line - 1}"
            line -= length + 1
        return str(self.header.path)

    def shown(self) -> Words:
        """The statement to read or to paste: above each part its name and its title in either language."""
        if not self.fragments:
            return Words.same(self.statement)
        parts = (
            Words(*(f"// -- {part.name}: {title}\n{part.body}" for title in part.called.both))
            for part in self.parts
        )
        return Words.joined(parts, "\n\n", "\n\n")

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Complete and check parameters; raises InputError naming each that is wrong."""
        known = {p.name for p in self.parameters}
        if unknown := sorted(set(given) - known):
            raise InputError(
                Words(
                    f"{self.name} takes no {', '.join(unknown)}; it takes {sorted(known)}.",
                    f"{self.name} 没有参数 {'、'.join(unknown)}；它的参数为 {'、'.join(sorted(known))}。",
                )
            )
        values = {p.name: _listed(p, given.get(p.name, p.default)) for p in self.parameters}
        for p in self.parameters:
            if p.required and p.name not in given:
                raise InputError(
                    Words(
                        f"{self.name} needs {p.name} ({p.type}): {p.meaning.en}.",
                        f"{self.name} 需要参数 {p.name}（{p.type}）：{p.meaning.zh}。",
                    )
                )
            if not p.type.holds(values[p.name]):
                raise InputError(
                    Words(
                        f"{self.name}: {p.name} must be {p.type}, not {values[p.name]!r}.",
                        f"{self.name}：{p.name} 须为 {p.type}，而不是 {values[p.name]!r}。",
                    )
                )
        return values

    def example(self) -> dict[str, Any]:
        """The header's example values, completed by the defaults."""
        return self.values(self.read(example_pairs(self.header.example)))

    def read(self, texts: Mapping[str, str]) -> dict[str, Any]:
        """Parameters given as text (`-p key=value`) as values of their types."""
        types = {p.name: p.type for p in self.parameters}
        return {key: types[key].read(v) if key in types else v for key, v in texts.items()}


def compose(header: Header, fragments: Sequence[Header], shared: Sequence[Column] = ()) -> Query:
    """Join fragments and body, and hold the header against the statement.

    Columns of a query that reads need no line in its header if they are among `shared`.

    Raises CatalogueError for an undeclared or unused parameter, for a column that the statement does
    not return, and for a variable that a fragment takes and none before it gives, naming file and line.
    """
    parts = [*fragments, header]
    statement = "\n\n".join(part.body for part in parts if part.body)
    parameters = {p.name: p for part in parts for p in part.parameters}
    check_parameters(parts)
    check_variables(parts)
    columns = columns_of(header, shared) if header.access == "read" else header.columns
    ordered = sorted(parameters.values(), key=lambda p: not p.required)
    whole = tuple(part for part in parts if part.body)
    return Query(header, statement, tuple(ordered), columns, whole, tuple(fragments))


def example_pairs(example: str) -> dict[str, str]:
    """The parameters of a header's example as the text that it gives for each."""
    pairs = _PAIR.findall(example)
    return dict(pairs)


def _listed(p: Parameter, value: Any) -> Any:
    """A single uid where a list of them is asked for is a list of one."""
    return [value] if isinstance(value, str) and p.type.item and p.type.item.uid else value


def _signature(p: Parameter) -> inspect.Parameter:
    default = inspect.Parameter.empty if p.required else p.default
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(p.name, kind, default=default, annotation=str(p.type))
