"""The tables of an exported graph: one a label, one a relationship type.

The data package says what a column means; this module adds only what the package leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.core import terms
from graph.core.model import TIES, Label, TieType
from graph.export.columns import Column, GraphTable, NodeTable, TieTable
from loaders.package import tables as package
from loaders.package.tables import EVIDENCE, TIME, Table

LISTS = frozenset(
    {"also_sources", "basis", "notes", "events", "petitioned_by", "evidence", "spoken"}
)
TIMES = {"from": "from_edtf", "to": "to_edtf"}
"""Columns of the package that the graph stores under another name."""

BESIDE = frozenset({"sources", "established_by", "unit", "issuers", "what", "id", "read_day"})
"""Columns of the package that are ties in the graph, or labels, or stand in a table beside it (ids)."""

UID = Column("uid", "string", "stable id", required=True)
OWNER = (
    Column("dataset", "string", "the loader or file that owns the row", required=True),
    Column(
        "digest", "string", "fingerprint of what is stored; made anew when the row is read back"
    ),
)
BOUNDS = (
    Column("valid_from", "date", "first day that queries count; empty with from_precision: unknown"),
    Column("valid_to", "date", "first day that they count no more; empty with to_precision: open or unknown"),
)  # fmt: skip


def text(name: str, meaning: str) -> Column:
    """Return a column of text that may be empty."""
    return Column(name, "string", meaning)


DIVISION = (
    text("name_short", "name without the kind: 济南"), text("name_en", "name in English"),
    text("pinyin", "name in pinyin"),
    Column("rank_by_rule", "integer", "what the rule gives, beside an override"),
)  # fmt: skip
LABELS = Column("labels", "list", "Division and its level, or Agency", required=True)


def _columns(fields: Iterable[Column], leave: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Columns of the package under the names that the graph stores."""
    return tuple(
        Column(TIMES.get(f.name, f.name), "list" if f.name in LISTS else f.kind, f.meaning, values=f.values)
        for f in fields if f.name not in leave | BESIDE | {"uid", "key"}
    )  # fmt: skip


def _nodes(name: str, label: Label, table: Table, *further: Column) -> NodeTable:
    columns = _columns(table.fields)
    period = BOUNDS if any(column.name == "from_edtf" for column in columns) else ()
    first = (UID, LABELS) if label is Label.UNIT else (UID,)
    return NodeTable(name, table.holds, (*first, *columns, *further, *period, *OWNER), label)


def _ties(kind: TieType) -> TieTable:
    joined, columns = TIES[kind], _OF_TIES.get(kind, ())
    starts = " or ".join(label.lower() for label in joined.start)
    ends = (
        Column("start", "string", f"uid of the {starts}", required=True),
        Column("end", "string", f"uid of the {joined.end.lower()}", required=True),
        Column("key", "string", "start, end and what tells parallel ties apart", required=True),
    )
    evidence = _columns(EVIDENCE)
    named = {column.name for column in columns}
    period = BOUNDS if "from_precision" in named else ()
    stored = (*ends, *columns, *period, *evidence, *OWNER)
    return TieTable(kind.lower(), joined.meaning, stored, kind, joined.start, joined.end)


_PERIOD = _columns(TIME)
_SEAT = _columns(
    package.SEATS.fields, frozenset({"group", "post", "source", "also_sources", "confidence"})
)
_TENURE = _columns(
    package.TENURES.fields, frozenset({"person", "post", "source", "also_sources", "confidence"})
)
_MEMBER = (
    *_columns(
        package.MEMBERS.fields,
        frozenset({"unit", "group", "from", "to", "source", "also_sources", "confidence"}),
    ),
    *(column for column in _PERIOD if column.name.endswith("_precision")),
)
_CHANGE = (
    text("kind", "merge, split, rename, recode, upgrade, transfer"),
    text("on", "when (EDTF)"), text("precision", "how exact that is"),
    text("document", "id of the document that says so"),
)  # fmt: skip
_MODE = Column(
    "mode", "string", "how the upper leads; acting is 代管", values=tuple(terms.COMMANDS)
)
NODES: tuple[NodeTable, ...] = (
    _nodes("sources", Label.SOURCE, package.SOURCE_TABLE),
    _nodes("units", Label.UNIT, package.UNITS, *DIVISION),
    _nodes("posts", Label.POST, package.POSTS),
    _nodes("persons", Label.PERSON, package.PERSONS),
    _nodes("documents", Label.DOCUMENT, package.DOCUMENTS),
    _nodes("groups", Label.GROUP, package.GROUPS,
           Column("unsourced", "boolean", "a statement of it was loaded without a source")),
)  # fmt: skip
_OF_TIES: Mapping[TieType, tuple[Column, ...]] = {
    TieType.PART_OF: (_MODE, *_PERIOD),
    TieType.DEPARTMENT_OF: _PERIOD,
    TieType.LED_BY: _PERIOD,
    TieType.GUIDED_BY: _PERIOD,
    TieType.SUCCEEDED_BY: _CHANGE,
    TieType.HOLDS: _TENURE,
    TieType.SITS_IN: _SEAT,
    TieType.CHAIRS: _SEAT,
    TieType.DEPUTY_CHAIRS: _SEAT,
    TieType.DIRECTS_OFFICE_OF: _SEAT,
    TieType.MEMBER_OF: _MEMBER,
}
"""Columns of ties beside their ends and what all have."""

TABLES: tuple[GraphTable, ...] = (*NODES, *(_ties(kind) for kind in TIES))
