"""The matrix of one group: its members by rank, and what the chair is to each."""

from __future__ import annotations

from graph.core.terms import LEVELS
from graph.core.words import NOTHING, Words
from graph.pictures.contract import Matrix, MatrixCell, MatrixLine, PictureNode
from graph.pictures.group import boxes
from graph.pictures.group.known import Known
from graph.pictures.lines import MEMBERS, member_facts
from graph.pictures.parts import seen_facts

CHAIRS = Words("chair", "组长")
AGENCIES = Words("agencies", "部门")


def group_matrix(known: Known) -> Matrix:
    """Return one group × its chairs and members."""
    group = known.answer.group
    rank = max((chair["rank"] or 0 for chair in group.chairs), default=0) or None
    node = PictureNode(
        group.group, group.name, group.name_en or group.name, "group", group.type, rank,
        unknown=group.leadership == "unknown", facts=tuple(seen_facts(group)),
    )  # fmt: skip
    line = MatrixLine(node, NOTHING)
    chairs, members = list(boxes.chairs(known)), list(boxes.members(known))
    leading = (
        MatrixCell(node.uid, box.uid, "chair", None, None, box.supposed, box.facts, box.sources)
        for box in chairs if not box.unknown
    )  # fmt: skip
    sitting = (
        MatrixCell(
            node.uid, row.member, row.role, row.relation, row.gap, row.supposed,
            tuple(member_facts(row)), known.sources.refs(row.source),
        )
        for row in known.answer.members
    )  # fmt: skip
    rows = [
        *(MatrixLine(box, CHAIRS) for box in chairs),
        *(MatrixLine(box, _kind(known, box)) for box in sorted(members, key=_by_rank)),
    ]
    return Matrix(MEMBERS, (line,), tuple(rows), (*leading, *sitting))


def _kind(known: Known, box: PictureNode) -> Words:
    unit = known.units.get(box.uid)
    return LEVELS.get(unit.level if unit is not None and unit.level else "", AGENCIES)


def _by_rank(box: PictureNode) -> tuple[bool, int, str]:
    return box.kind == "agency", -(box.rank or 0), box.label
