"""The tables of an exported graph: one a label, one a relationship type.

The data package says what a column means; this module adds only what the package leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.core import terms
from graph.core.model import TIES, Label, TieType
from graph.core.words import Words
from graph.export.columns import Column, GraphTable, NodeTable, TieTable
from loaders.package import tables as package
from loaders.package.tables import EVIDENCE, TIME, Table

LISTS = frozenset({
    "also_sources", "basis", "claims", "notes", "events", "petitioned_by", "evidence", "spoken", "gaps",
})  # fmt: skip
TIMES = {"from": "from_edtf", "to": "to_edtf"}
"""Columns of the package that the graph stores under another name."""

BESIDE = frozenset(
    {"sources", "established_by", "unit", "issuers", "what", "id", "read_day", "wikidata"}
)
"""Columns of the package that are ties in the graph, or labels, or stand in a table beside it (ids)."""

UID = Column("uid", "string", Words("stable id", "稳定的标识"), required=True)
OWNER = (
    Column(
        "dataset",
        "string",
        Words("the loader or file that owns the row", "该行所属的载入程序或文件"),
        required=True,
    ),
    Column(
        "digest",
        "string",
        Words(
            "fingerprint of what is stored",
            "所存内容的指纹",
        ),
    ),
)
BOUNDS = (
    Column(
        "valid_from",
        "date",
        Words(
            "first day that queries count; empty with from_precision: unknown",
            "查询所计的第一日；空而有 from_precision：不明",
        ),
    ),
    Column(
        "valid_to",
        "date",
        Words(
            "first day that they count no more; empty with to_precision: open or unknown",
            "不再计入的第一日；空而有 to_precision：尚未终止或不明",
        ),
    ),
)


def text(name: str, en: str, zh: str) -> Column:
    """Return a column of text that may be empty."""
    return Column(name, "string", Words(en, zh))


DIVISION = (
    text("name_short", "name without the kind: 济南", "去掉建制的简称，如济南"),
    text("name_en", "name in English", "英文名称"),
    text("pinyin", "name in pinyin", "名称的拼音"),
    Column(
        "rank_by_rule",
        "integer",
        Words("what the rule gives, beside an override", "属于个案的，按规则应得的级别"),
    ),
)
_CALLED: Mapping[Label, Words] = {
    Label.SOURCE: Words("source", "来源"), Label.UNIT: Words("unit", "单位"),
    Label.POST: Words("post", "职务"), Label.PERSON: Words("person", "人物"),
    Label.DOCUMENT: Words("document", "文件"), Label.GROUP: Words("group", "小组"),
}  # fmt: skip
"""What a node of a label is called."""
LABELS = Column(
    "labels",
    "list",
    Words("Division and its level, or Agency", "Division 区划及其层级，或 Agency 机构"),
    required=True,
)


def _columns(fields: Iterable[Column], leave: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Columns of the package under the names that the graph stores."""
    return tuple(
        Column(
            TIMES.get(f.name, f.name),
            "list" if f.name in LISTS else f.kind,
            f.meaning,
            values=f.values,
        )
        for f in fields
        if f.name not in leave | BESIDE | {"uid", "key"}
    )


def _nodes(name: str, label: Label, table: Table, *further: Column) -> NodeTable:
    columns = _columns(table.fields)
    period = BOUNDS if any(column.name == "from_edtf" for column in columns) else ()
    first = (UID, LABELS) if label is Label.UNIT else (UID,)
    return NodeTable(name, table.holds, (*first, *columns, *further, *period, *OWNER), label)


def _ties(kind: TieType) -> TieTable:
    joined, columns = TIES[kind], _OF_TIES.get(kind, ())
    starts = Words.joined(map(_CALLED.__getitem__, joined.start), " or ", "或")
    last = _CALLED[joined.end]
    ends = (
        Column(
            "start", "string", Words(f"uid of the {starts.en}", f"{starts.zh}的 uid"), required=True
        ),
        Column("end", "string", Words(f"uid of the {last.en}", f"{last.zh}的 uid"), required=True),
        Column(
            "key",
            "string",
            Words(
                "start, end and what tells parallel ties apart",
                "起点、终点和用以区别同类关系的内容",
            ),
            required=True,
        ),
    )
    evidence = _columns(EVIDENCE)
    named = {column.name for column in columns}
    period = BOUNDS if "from_precision" in named else ()
    stored = (*ends, *columns, *period, *evidence, *OWNER)
    return TieTable(kind.lower(), joined.meaning, stored, kind, joined.start, joined.end)


CLAIMS = Column(
    "claims",
    "list",
    Words(
        "what one source says of a property, each as JSON", "各来源对某一属性的主张，每项为 JSON"
    ),
)
_PERIOD = _columns(TIME)
_SEAT = (
    *_columns(
        package.SEATS.fields, frozenset({"group", "post", "source", "also_sources", "confidence"})
    ),
    CLAIMS,
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
    text(
        "kind",
        "merge, split, rename, recode, upgrade, transfer",
        "merge 合并、split 拆分、rename 更名、recode 换代码、upgrade 升格、transfer 改隶",
    ),
    text("on", "when (EDTF)", "时间（EDTF）"),
    text("precision", "how exact that is", "其精确程度"),
    text("document", "id of the document that says so", "所依文件的 id"),
)
_MODE = Column(
    "mode",
    "string",
    Words("how the upper leads; acting is 代管", "上级如何领导：statutory 法定、acting 代管"),
    values=tuple(terms.COMMANDS),
)
NODES: tuple[NodeTable, ...] = (
    _nodes("sources", Label.SOURCE, package.SOURCE_TABLE),
    _nodes("units", Label.UNIT, package.UNITS, *DIVISION),
    _nodes("posts", Label.POST, package.POSTS),
    _nodes("persons", Label.PERSON, package.PERSONS),
    _nodes("documents", Label.DOCUMENT, package.DOCUMENTS),
    _nodes(
        "groups",
        Label.GROUP,
        package.GROUPS,
        CLAIMS,
        Column(
            "unsourced",
            "boolean",
            Words("a statement of it was loaded without a source", "其中有记载载入时未注明来源"),
        ),
    ),
)
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
