"""The tables of an exported graph: one a label, one a relationship type.

What a column means is told where the data package tells it; only what that leaves out is told here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.core.model import Label, TieType
from graph.export.columns import Column, GraphTable, Kind, NodeTable, TieTable
from loaders.package import tables as package
from loaders.package.schema import EVIDENCE, TIME, Field, Table

LISTS = frozenset({"also_sources", "basis", "notes", "events"})
TIMES = {"from": "from_edtf", "to": "to_edtf"}
"""Columns of the package that the graph stores under another name."""

BESIDE = frozenset({"sources", "established_by", "unit", "issuers", "what"})
"""Columns of the package that are ties in the graph, or labels."""

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


def _text(name: str, meaning: str) -> Column:
    return Column(name, "string", meaning)


DIVISION = (
    _text("name_short", "name without the kind: 济南"), _text("name_en", "name in English"),
    _text("pinyin", "name in pinyin"),
    Column("rank_by_rule", "integer", "what the rule gives, beside an override"),
)  # fmt: skip
LABELS = Column("labels", "list", "Division and its level, or Agency", required=True)


def _columns(fields: Iterable[Field], leave: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Columns of the package under the names that the graph stores."""
    return tuple(
        Column(TIMES.get(f.name, f.name), _kind(f), f.meaning, values=f.values)
        for f in fields if f.name not in leave | BESIDE | {"uid", "key"}
    )  # fmt: skip


def _kind(field: Field) -> Kind:
    return "list" if field.name in LISTS else field.type


def _nodes(name: str, label: Label, table: Table, *further: Column) -> NodeTable:
    columns = _columns(table.fields)
    period = BOUNDS if any(column.name == "from_edtf" for column in columns) else ()
    first = (UID, LABELS) if label is Label.UNIT else (UID,)
    return NodeTable(name, table.holds, (*first, *columns, *further, *period, *OWNER), label)


def _ties(
    kind: TieType, start: Label | tuple[Label, ...], end: Label, title: str, *columns: Column
) -> TieTable:
    starts = start if isinstance(start, tuple) else (start,)
    ends = (
        Column("start", "string", f"uid of the {_words(starts)}", required=True),
        Column("end", "string", f"uid of the {end.lower()}", required=True),
        Column("key", "string", "start, end and what tells parallel ties apart", required=True),
    )
    evidence = _columns(EVIDENCE)
    named = {column.name for column in columns}
    period = BOUNDS if "from_precision" in named else ()
    return TieTable(
        kind.lower(), title, (*ends, *columns, *period, *evidence, *OWNER), kind, starts, end
    )


def _words(labels: tuple[Label, ...]) -> str:
    return " or ".join(label.lower() for label in labels)


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
    _text("kind", "merge, split, rename, recode, upgrade, transfer"),
    _text("on", "when (EDTF)"), _text("precision", "how exact that is"),
    _text("document", "id of the document that says so"),
)  # fmt: skip
_MODE = Column(
    "mode", "string", "how the upper leads; acting is 代管", values=("statutory", "acting")
)
_SEATS: Mapping[TieType, str] = {
    TieType.SITS_IN: "a seat (席位) as documented",
    TieType.CHAIRS: "the seat of a chair (组长)",
    TieType.DEPUTY_CHAIRS: "the seat of a deputy chair (副组长)",
    TieType.DIRECTS_OFFICE_OF: "the seat of a director of the office (办公室主任)",
}
_U, _P, _G, _D = Label.UNIT, Label.POST, Label.GROUP, Label.DOCUMENT

NODES: tuple[NodeTable, ...] = (
    _nodes("sources", Label.SOURCE, package.SOURCE_TABLE),
    _nodes("units", _U, package.UNITS, *DIVISION),
    _nodes("posts", _P, package.POSTS),
    _nodes("persons", Label.PERSON, package.PERSONS),
    _nodes("documents", _D, package.DOCUMENTS),
    _nodes("groups", _G, package.GROUPS,
           Column("unsourced", "boolean", "a statement of it was loaded without a source")),
)  # fmt: skip
TIES: tuple[TieTable, ...] = (
    _ties(TieType.PART_OF, _U, _U, "the upper government leads the lower", _MODE, *_PERIOD),
    _ties(TieType.DEPARTMENT_OF, _U, _U, "its own government leads the agency", *_PERIOD),
    _ties(TieType.LED_BY, _U, _U, "vertical leadership (垂直领导)", *_PERIOD),
    _ties(TieType.GUIDED_BY, _U, _U, "professional guidance (业务指导), no command", *_PERIOD),
    _ties(TieType.SUCCEEDED_BY, _U, _U, "a unit and what came after it (沿革)", *_CHANGE),
    _ties(TieType.GROUP_SUCCEEDED_BY, _G, _G, package.SUCCESSIONS.holds),
    _ties(TieType.IN, _P, _U, "the body of a post"),
    _ties(TieType.HOLDS, Label.PERSON, _P, "a tenure (任期)", *_TENURE),
    *(_ties(kind, _P, _G, title, *_SEAT) for kind, title in _SEATS.items()),
    _ties(TieType.MEMBER_OF, _U, _G, package.MEMBERS.holds, *_MEMBER),
    _ties(TieType.ESTABLISHED_BY, _G, _D, "the founding act of a group"),
    _ties(TieType.ISSUED_BY, _D, _U, "the issuer (发文机关) of a document"),
    _ties(TieType.SOURCED_FROM, (_U, _P, Label.PERSON, _G, _D), Label.SOURCE,
          "where a statement about the node was read"),
)  # fmt: skip
TABLES: tuple[GraphTable, ...] = (*NODES, *TIES)
