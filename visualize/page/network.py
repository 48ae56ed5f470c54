"""pyvis as the builder of the network, with this project's page instead of its own.

The page of pyvis has no language or title, asks a network for files and lets names run as
script; its `add_node` is quadratic. So this subclass fills nodes and edges at once and renders a
template of this project.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket
from pyvis.network import Network  # type: ignore[import-untyped]

from graph.core.errors import InputError
from graph.core.language import chosen, spoken
from graph.core.signs import KIND_MARKS, OTHER_MARK
from graph.core.words import Words
from graph.pictures import Picture, PictureNode, PictureTie
from visualize.picture.layouts import Layout
from visualize.picture.style import OTHER_LINE, RELATION_LINES, TIE_LINES, Line
from visualize.picture.words import names

TEMPLATES = Path(__file__).parents[1] / "templates"
OPTIONS: dict[str, object] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "zoomView": False,
        "hover": False,
        "selectConnectedEdges": False,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
    },
    "nodes": {"shape": "custom"},
    "edges": {"smooth": False},
}
"""Settings of vis-network: it never moves a node and leaves the wheel to the page."""


class _Compiled(BytecodeCache):
    """Templates compiled once a process: compiling takes longer than all else of a small page."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled of the same source, if anything was."""
        bucket.code = self.kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self.kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def environment() -> Environment:
    """Our templates first, those of pyvis behind them; everything escaped, nothing undefined."""
    loader = ChoiceLoader([FileSystemLoader(TEMPLATES), PackageLoader("pyvis")])
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, bytecode_cache=_COMPILED
    )
    made.globals.update(opens_in=spoken(), chosen=chosen())
    return made


def tie_line(tie: PictureTie) -> Line:
    """Say how a tie is drawn: by its relation, else by its kind."""
    if tie.relation is not None:
        return RELATION_LINES.get(tie.relation, OTHER_LINE)
    return TIE_LINES.get(tie.kind, OTHER_LINE)


class PageNetwork(Network):  # type: ignore[misc]
    """A pyvis network that becomes a page of ours: `template` with `values` in it."""

    def __init__(self, template: str, values: Mapping[str, object]) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.path = template
        self.templateEnv = environment()
        self.templateEnv.globals.update(values)
        self.options = OPTIONS

    def write_html(self, name: str, *_: Any, **__: Any) -> None:
        """Write the page as UTF-8 with "\\n", whatever the locale; other arguments do nothing."""
        write_text(Path(name), self.generate_html())

    def show(self, *_: Any, **__: Any) -> None:
        """Refused: the `show` of pyvis works in notebooks only; write the page and open it."""
        raise InputError(
            Words(
                "Write the page with visualize.write_page and open it in a browser.",
                "请用 visualize.write_page 写出网页，并在浏览器中打开。",
            )
        )


class PictureNetwork(PageNetwork):
    """A pyvis network of one picture in one layout.

    Edges are hidden from vis-network, which knows straight lines and curves only: the page draws
    them along their routes, round the boxes.
    """

    def __init__(
        self,
        picture: Picture,
        layout: Layout,
        values: Mapping[str, object],
        template: str = "picture.html",
    ) -> None:
        super().__init__(template, values)
        drawn = [node for node in picture.nodes if node.uid in layout.boxes]
        self.nodes = [_node(node, layout) for node in drawn]
        self.node_ids = [node.uid for node in drawn]
        self.node_map = {node["id"]: node for node in self.nodes}
        ties = (tie for tie in picture.ties if {tie.start, tie.end} <= layout.boxes.keys())
        self.edges = [_edge(number, tie) for number, tie in enumerate(ties)]


def write_text(path: Path, text: str) -> None:
    """Write a page: UTF-8, line ends "\\n"; what UTF-8 cannot hold becomes "?"."""
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as out:
        out.write(text)


def _node(node: PictureNode, layout: Layout) -> dict[str, object]:
    box = layout.boxes[node.uid]
    mark = KIND_MARKS.get(node.kind, OTHER_MARK)
    return {
        "id": node.uid,
        "label": names(node).zh,
        "shape": "custom",
        "color": mark.colour,
        "x": round(box.x, 1),
        "y": round(box.y, 1),
    }


def _edge(number: int, tie: PictureTie) -> dict[str, object]:
    line = tie_line(tie)
    return {
        "id": number,
        "from": tie.start,
        "to": tie.end,
        "arrows": "to",
        "color": line.colour,
        "width": line.width,
        "dashes": list(line.dash) or False,
        "hidden": True,
    }
