"""A picture as one HTML file: opens from a disk, asks nothing of a network, in two languages."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from graph.errors import InputError
from graph.pictures import Picture, PictureNode, PictureTie, Words
from graph.terms import MEANINGS, RELATIONS
from visualize import words
from visualize.boxes import Form
from visualize.layouts import Layout
from visualize.network import PictureNetwork, tie_line, write_text
from visualize.payload import payload
from visualize.safety import json_text, policy, script, style, web_link
from visualize.style import MARKS, OTHER_LINE, OTHER_MARK, TIE_LINES
from visualize.tiers import tiers
from visualize.trees import tree

FORMS = (Form("en", 1180), Form("zh", 1180), Form("en", 358), Form("zh", 358))
"""The layouts each page carries: both languages, for a wide page and for a phone."""
SCRIPTS = ("vis-network.min.js", "lang.js", "draw.js", "page.js", "controls.js", "height.js")
_LAYOUTS = {"tiers": tiers, "tree": tree}


def page(picture: Picture) -> str:
    """The page of a picture as HTML text.

    Raises InputError for a picture that can not be drawn: an unknown layout, no node, a uid used
    twice, or a tie to a node that the picture does not hold.
    """
    check(picture)
    layouts = _layouts(picture)
    network = PictureNetwork(picture, layouts[FORMS[0]], page_values(picture, layouts))
    return str(network.generate_html())


def write_page(picture: Picture, path: Path) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; errors as `page`, and OSError."""
    write_text(path, page(picture))


def _layouts(picture: Picture) -> dict[Form, Layout]:
    return {form: _LAYOUTS[picture.layout](picture, form) for form in FORMS}


def check(picture: Picture) -> None:
    """Raises InputError, as `page`, for a picture that can not be drawn."""
    title = picture.title.en or picture.title.zh
    if picture.layout not in _LAYOUTS:
        raise InputError(f"{title}: layout {picture.layout!r} is none of {', '.join(_LAYOUTS)}.")
    if not picture.nodes:
        raise InputError(f"{title}: there is nothing to draw; ask for another day or scope.")
    uids = {node.uid for node in picture.nodes}
    if len(uids) < len(picture.nodes):
        raise InputError(f"{title}: two nodes share one uid; each node needs its own.")
    for tie in picture.ties:
        if not {tie.start, tie.end} <= uids:
            missing = tie.end if tie.start in uids else tie.start
            raise InputError(f"{title}: a {tie.kind} tie names {missing!r}, which is no node.")


def page_values(picture: Picture, layouts: dict[Form, Layout] | None = None) -> dict[str, object]:
    """What the template shows beside the network itself; layouts are made where none are given."""
    layouts = layouts or _layouts(picture)
    first = layouts[FORMS[0]]
    nodes = [node for node in picture.nodes if node.uid in first.boxes]
    ties = [tie for tie in picture.ties if {tie.start, tie.end} <= first.boxes.keys()]
    scripts = [script(name) for name in SCRIPTS]
    return {
        "picture": picture,
        "drawn": nodes,
        "ties": ties,
        "shown": shown_part(picture, len(nodes)),
        "legend": _legend(nodes, ties),
        "names": {node.uid: words.names(node) for node in nodes},
        "words": words,
        "web_link": web_link,
        "payload": json_text(payload(picture, layouts)),
        "as_json": json_text,
        "scripts": scripts,
        "style": style("page.css"),
        "policy": policy(scripts),
    }


def shown_part(picture: Picture, drawn: int) -> Words | None:
    """How much of the query's answer is drawn, where it is not all."""
    total = max(picture.total or 0, len(picture.nodes))
    if drawn == total:
        return None
    shown = Words(f"Showing {drawn:,} of {total:,}.", f"显示 {total:,} 个中的 {drawn:,} 个。")
    if drawn == len(picture.nodes):
        return shown
    return Words(
        f"{shown.en} Closed branches (+n) say how many units they hold.",
        f"{shown.zh}未展开的分支（+n）注明其单位数。",
    )


def _legend(nodes: list[PictureNode], ties: list[PictureTie]) -> dict[str, object]:
    """The kinds, relations and ties that occur, each with the way it is drawn."""
    kinds = {node.kind for node in nodes}
    relations = {tie.relation: tie for tie in ties if tie.relation is not None}
    used = {tie.kind for tie in ties}
    return {
        "kinds": [(words.KINDS[kind], asdict(MARKS[kind])) for kind in MARKS if kind in kinds]
        + [(words.plain(kind), asdict(OTHER_MARK)) for kind in sorted(kinds - MARKS.keys())],
        "relations": [
            (RELATIONS.get(name, words.plain(name)), MEANINGS.get(name), tie_line(tie))
            for name, tie in sorted(relations.items(), key=lambda item: _place(item[0]))
        ],
        "ties": [
            (kind, words.TIES.get(kind, words.plain(kind)), TIE_LINES.get(kind, OTHER_LINE))
            for kind in [*(k for k in words.TIES if k in used), *sorted(used - words.TIES.keys())]
        ],
        "off": ("MEMBER_OF", "DEPUTY_CHAIRS") if "AUTHORITY" in used else (),
        "supposed": any(node.supposed for node in nodes),
        "unknown": any(node.unknown for node in nodes),
    }


def _place(relation: str) -> int:
    known = list(RELATIONS)
    return known.index(relation) if relation in known else len(known)
