"""What the page of a picture shows beside the network: its matrices, their signs, and their script."""

from __future__ import annotations

from collections.abc import Sequence

from graph.pictures import MatrixCell, Picture, PictureNode, PictureTie
from visualize.matrix.data import (
    cell_words,
    matrices_payload,
    matrix_legend,
    nodes_of,
    opens_with_matrix,
)
from visualize.page.safety import LANGUAGE, dressed, json_text
from visualize.picture.words import names


def matrix_values(picture: Picture, scripts: Sequence[str]) -> dict[str, object]:
    """Return what the template takes; `scripts` are those of a page without a matrix."""
    matrices = picture.matrices
    return {
        "matrices": matrices,
        "matrix_first": opens_with_matrix(picture),
        "matrices_payload": json_text(matrices_payload(matrices)),
        "matrix_legend": matrix_legend(matrices),
        "member_names": {node.uid: names(node) for node in nodes_of(matrices)},
        "cell_words": cell_words,
        **dressed(_scripts(scripts), "page.css", "matrix.css"),
    }


def with_matrices(picture: Picture) -> tuple[list[PictureNode], list[PictureTie | MatrixCell]]:
    """Return all boxes and lines of a page, each once, and all ties and cells: what its sources stand for."""
    nodes = {node.uid: node for node in (*picture.nodes, *nodes_of(picture.matrices))}
    cells = (cell for matrix in picture.matrices for cell in matrix.cells)
    return list(nodes.values()), [*picture.ties, *cells]


def _scripts(scripts: Sequence[str]) -> tuple[str, ...]:
    """The matrix is laid out before anything else: it may be what the page opens with."""
    return (
        *LANGUAGE, "matrix_lines.js", "matrix.js", *(name for name in scripts if name not in LANGUAGE),
        "matrix_grid.js", "matrix_sheet.js", "matrix_address.js",
    )  # fmt: skip
