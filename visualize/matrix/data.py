"""A matrix as plain values for template and script: heads, signs of cells, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.core.signs import RELATION_MARKS, RELATION_SIGNS
from graph.core.terms import MEANINGS, RELATIONS, term
from graph.core.words import NOTHING, Words
from graph.pictures import Matrix, MatrixCell, MatrixLine, Picture, PictureNode
from visualize.page.payload import Value, details
from visualize.picture.first_view import MANY
from visualize.picture.style import OTHER_LINE
from visualize.picture.texts import wrap
from visualize.picture.words import (
    FADED,
    KINDS,
    ROLES,
    SUPPOSED,
    gap_text,
    in_order,
    names,
    rank_words,
    role_words,
)

ROLE_SIGNS = {
    "chair": "★", "deputy_chair": "☆", "member": "•", "observer": "○", "secretary": "◇",
    "office_director": "◆", "host": "□",
}  # fmt: skip
"""Each role has a sign of its own, as each relation has, so that no meaning hangs on colour alone."""
SUPPOSED_SIGN, FADED_SIGN = "≈", "◌"
HOST = Words("host of the group", "东道政府")
_HEAD, _ROW = (12, 128, 2), (12.5, 250, 4)
"""Font size and width in pixels, and number of lines, of the head of a column and of a row."""


def opens_with_matrix(picture: Picture) -> bool:
    """Tell whether a page shows the matrix first: a picture of all its seats has more than MANY ties."""
    if not picture.matrices:
        return False
    return max(len(picture.ties), len(picture.matrices[0].cells)) > MANY


def matrices_payload(matrices: Sequence[Matrix]) -> Value:
    """Return all that the script of the matrices needs; cells name their lines by number."""
    return {
        "matrices": [_matrix(matrix) for matrix in matrices],
        "colours": {name: relation_colour(name) for name in RELATION_SIGNS},
    }


def matrix_legend(matrices: Sequence[Matrix]) -> list[tuple[str, Words, Words | None, str]]:
    """Return the signs that occur: sign, word, meaning, colour ("" for none)."""
    cells = [cell for matrix in matrices for cell in matrix.cells]
    roles = in_order(ROLE_SIGNS, {cell.role for cell in cells})
    relations = in_order(RELATION_SIGNS, {cell.relation for cell in cells if cell.relation})
    marks = [
        *([(SUPPOSED_SIGN, SUPPOSED)] if any(cell.supposed for cell in cells) else []),
        *([(FADED_SIGN, FADED)] if any(node.faded for node in nodes_of(matrices)) else []),
    ]
    return [
        *((ROLE_SIGNS.get(role, ""), _role(role), None, "") for role in roles),
        *(
            (RELATION_SIGNS.get(r, ""), term(RELATIONS, r), MEANINGS.get(r), relation_colour(r))
            for r in relations
        ),
        *((sign, said, None, "") for sign, said in marks),
    ]


def nodes_of(matrices: Iterable[Matrix]) -> list[PictureNode]:
    """Return the node of each line, each once."""
    lines = (line for matrix in matrices for line in (*matrix.groups, *matrix.members))
    return list({line.node.uid: line.node for line in lines}.values())


def cell_words(cell: MatrixCell) -> Words:
    """Say role, relation and gap of a cell, and whether it is supposed."""
    relation = term(RELATIONS, cell.relation) if cell.relation else NOTHING
    gap = f" {gap_text(cell.gap)}" if cell.relation else ""
    told = Words(f"{relation.en}{gap}", f"{relation.zh}{gap}")
    return Words.joined([_role(cell.role), told, *([SUPPOSED] if cell.supposed else [])])


def _role(role: str) -> Words:
    return HOST if role == "host" else term(ROLES, role)


def relation_colour(relation: str) -> str:
    """Return the colour of the bar in a cell."""
    return RELATION_MARKS[relation].colour if relation in RELATION_MARKS else OTHER_LINE.colour


def _matrix(matrix: Matrix) -> Value:
    groups = {line.node.uid: number for number, line in enumerate(matrix.groups)}
    members = {line.node.uid: number for number, line in enumerate(matrix.members)}
    return {
        "name": matrix.name.both,
        "groups": [_line(line) for line in matrix.groups],
        "members": [_line(line) for line in matrix.members],
        "cells": [
            {
                "at": [groups[cell.group], members[cell.member]],
                "role": cell.role,
                "relation": cell.relation,
                "signs": cell_signs(cell),
                "says": cell_words(cell).both,
                **details(cell.facts, cell.sources),
            }
            for cell in matrix.cells
        ],
    }


def cell_signs(cell: MatrixCell) -> list[str]:
    """Return role, and relation with gap, in a few signs: ☆ and ↓+2."""
    role = ROLE_SIGNS.get(cell.role, ROLE_SIGNS["member"])
    gap = gap_text(cell.gap) if cell.relation and cell.gap is not None else ""
    supposed = SUPPOSED_SIGN if cell.supposed else ""
    return [f"{supposed}{role}", f"{RELATION_SIGNS.get(cell.relation or '', '')}{gap}"]


def _line(line: MatrixLine) -> Value:
    node, name = line.node, names(line.node)
    return {
        "uid": node.uid,
        "names": name.both,
        "kind": term(KINDS, node.kind).both,
        "role": role_words(node).both,
        "rank": node.rank,
        "ranks": rank_words(node.rank).both,
        "family": line.family.both,
        "since": line.since,
        "near": line.near,
        "faded": node.faded,
        "head": [wrap(text, *_HEAD) for text in name.both],
        "row": [wrap(text, *_ROW) for text in name.both],
        **details(node.facts, node.sources),
    }
