"""What the boxes of a page can be coloured by, with the signs that then stand in the legend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from graph.core.terms import RELATIONS, TYPES
from graph.core.words import Words
from graph.pictures import PictureNode, PictureTie
from visualize.picture.style import COLOURINGS

KIND = Words("kind of unit", "类别")
TYPE = Words("type of group", "小组类型")
RELATION = Words("relation of the chair", "与组长的关系")
SEVERAL = Words("several relations", "多种关系")
OTHERS = Words("none", "无")

Signs = list[tuple[Words, dict[str, object]]]


def colour_choices(
    nodes: Iterable[PictureNode], ties: Iterable[PictureTie]
) -> list[tuple[str, Words, Signs]]:
    """Return the choices that tell something here: key, name, and the signs that occur."""
    types = {node.role for node in nodes if node.kind == "group" and node.role in TYPES}
    found: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.relation:
            found[tie.end].add(tie.relation)
    relations = {one for own in found.values() for one in own}
    if any(len(own) > 1 for own in found.values()):
        relations.add("SEVERAL")
    return [
        ("kind", KIND, []),
        *_choice("type", TYPE, types),
        *_choice("relation", RELATION, relations),
    ]


def _choice(by: str, name: Words, used: set[str]) -> Iterator[tuple[str, Words, Signs]]:
    said = {**(TYPES if by == "type" else RELATIONS), "SEVERAL": SEVERAL, "NONE": OTHERS}
    if used:
        signs = (
            (said[key], mark) for key, mark in COLOURINGS[by].items() if key in used | {"NONE"}
        )
        yield by, name, [(words, asdict(mark)) for words, mark in signs]
