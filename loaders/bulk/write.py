"""Records as the CSV files that Neo4j's import reads, written as they come, none held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from graph.core.errors import InputError
from graph.core.language import say
from graph.core.marks import unmarked
from graph.core.model import TIES, Node, Tie, TieType
from graph.core.words import Words
from graph.server.import_csv import quoted
from graph.server.importing import Files
from loaders.bulk.columns import Plan, Shape, Signature, heading, line, plans, signature
from loaders.bulk.layers import layered_nodes, layered_ties
from loaders.write.records import Records
from loaders.write.writer import Report, without_ends

_OWN = ("dataset", "digest")
_TELL_EVERY = 5000


@dataclass
class Written:
    """What was written: files, counts by kind, what other datasets had already, and the rest.

    `rest` holds elements with a value that no cell holds: they are in the files without it, and are to
    be written once more in the ordinary way.
    """

    nodes: list[tuple[str, Path]] = field(default_factory=list)
    ties: list[tuple[str, Path]] = field(default_factory=list)
    added: Counter[str] = field(default_factory=Counter)
    left: tuple[str, ...] = ()
    rest: list[tuple[str, Node | Tie]] = field(default_factory=list)

    @property
    def files(self) -> Files:
        """The files for the import."""
        return Files(self.nodes, self.ties)


def write_records(parts: Sequence[Records], folder: Path, tell: Report) -> Written:
    """Write the graph that the parts make, one after another, into CSV files in `folder`.

    Raises InputError for a tie whose start or end is not there.
    """
    done = Written()
    nodes = layered_nodes(parts)
    labels: dict[str, tuple[str, ...]] = {}
    signatures: dict[Signature, None] = {}
    for _, node in nodes:
        labels[node.uid] = (*labels.get(node.uid, ()), str(node.label))
        signatures[signature(_labels(node), node.properties)] = None
    done.left = tuple(node.uid for node in nodes.left)
    of_nodes = plans(signatures)
    with _Sheets(folder, done, tell) as sheets:
        for dataset, node in nodes:
            sheets.node(dataset, node, of_nodes)
    ties = layered_ties(parts)
    signatures_of_ties = (
        signature(shape, tie.properties) for _, tie in ties for shape in _ends(tie, labels)
    )
    of_ties = plans(dict.fromkeys(signatures_of_ties))
    with _Sheets(folder, done, tell) as sheets:
        for dataset, tie in ties:
            for shape in _ends(tie, labels):
                sheets.tie(dataset, tie, shape, of_ties)
    return done


def _labels(node: Node) -> Shape:
    return (str(node.label), *node.labels)


def _ends(tie: Tie, labels: dict[str, tuple[str, ...]]) -> Sequence[Shape]:
    """Find between which labels the tie runs; several where nodes of two labels have one uid."""
    shapes = _shapes(tie.type, labels.get(tie.start, ()), labels.get(tie.end, ()))
    if not shapes:
        raise without_ends(tie.type, 1, (uid for uid in (tie.start, tie.end) if uid not in labels))
    return shapes


@cache
def _shapes(kind: TieType, starts: Shape, stops: Shape) -> Sequence[Shape]:
    """Return the tables of ties between two nodes with these labels; none where the labels do not fit."""
    joined = TIES[kind]
    return [
        (kind.stored, start, end)
        for start in starts if start in joined.start
        for end in stops if end == joined.end
    ]  # fmt: skip


class _Sheets:
    """The open files of nodes or of ties."""

    def __init__(self, folder: Path, done: Written, tell: Report) -> None:
        self._folder, self._done, self._tell = folder, done, tell
        self._open: dict[int, TextIO] = {}
        self._stack = ExitStack()
        self._count = 0

    def __enter__(self) -> _Sheets:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def node(self, dataset: str, node: Node, of: dict[Signature, Plan]) -> None:
        """Write one node."""
        shape = _labels(node)
        plan = of[signature(shape, node.properties)]
        file = self._file(plan, (f"uid:ID({node.label})",), ":".join(shape), self._done.nodes)
        own = (quoted(node.uid), quoted(dataset), quoted(node.digest))
        self._put(file, plan, own, node, str(node.label), dataset)

    def tie(self, dataset: str, tie: Tie, shape: Shape, of: dict[Signature, Plan]) -> None:
        """Write one tie between two labels."""
        kind, start, end = shape
        plan = of[signature(shape, tie.properties)]
        names = (f":START_ID({start})", f":END_ID({end})", "key:string")
        file = self._file(plan, names, kind, self._done.ties)
        own = (*map(quoted, (tie.start, tie.end, tie.key, dataset)), quoted(tie.digest))
        self._put(file, plan, own, tie, kind, dataset)

    def _put(
        self, file: TextIO, plan: Plan, own: Sequence[str], element: Any, kind: str, dataset: str
    ) -> None:
        try:
            file.write(line([*own, *plan.cells(element.properties)]))
        except ValueError as error:
            raise InputError(
                Words(
                    f"{kind} {own[0]} of the dataset {unmarked(dataset)!r}: {error}",
                    f"数据集“{unmarked(dataset)}”的 {kind} {own[0]}：{error}",
                )
            ) from error
        self._done.added[kind] += 1
        if not plan.holds(element.properties):
            self._done.rest.append((dataset, element))
        self._count += 1
        if self._count % _TELL_EVERY == 0:
            self._tell(say(Words("Writing CSV", "正在写出 CSV")), self._count, 0)

    def _file(
        self, plan: Plan, names: tuple[str, ...], group: str, files: list[tuple[str, Path]]
    ) -> TextIO:
        """Return the file of a table, begun with its header when first asked for."""
        opened = self._open.get(id(plan.table))
        if opened is None:
            path = self._folder / plan.table.name
            opened = self._stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            own = [*names, *(f"{name}:string" for name in _OWN)]
            opened.write(heading([*own, *plan.table.header]))
            self._open[id(plan.table)] = opened
            files.append((group, path))
        return opened


def rest_by_dataset(written: Written) -> Iterator[Records]:
    """Say what is to be written once more, by dataset."""
    for dataset in dict.fromkeys(name for name, _ in written.rest):
        of_it = [element for name, element in written.rest if name == dataset]
        nodes = [element for element in of_it if isinstance(element, Node)]
        ties = [element for element in of_it if isinstance(element, Tie)]
        yield Records(dataset, nodes, ties)
