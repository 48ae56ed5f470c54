"""A hierarchy as a tidy tree from left to right.

After Reingold and Tilford: a parent stands at the middle of its children, subtrees never overlap,
equal subtrees look equal. Children without children of their own flow beside their parent in rows,
so that a province with 136 counties stays legible on one page. On a phone children stand below
their parent, indented. Linear in the number of nodes.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.pictures import MOST_BOXES, Picture, PictureNode
from visualize.picture.boxes import BoxText, Form, chip
from visualize.picture.layouts import Box, Layout, Route
from visualize.picture.style import CHIP

PITCH = CHIP["height"] + 11.0
SPINE, TICK, GAP, BLOCK_GAP, MARGIN, INDENT = 14.0, 5.0, 7.0, 9.0, 12.0, 24.0


@dataclass(frozen=True)
class Branches:
    """The drawn part of a hierarchy: children and depth of each drawn node, hidden descendants."""

    roots: tuple[str, ...]
    children: dict[str, tuple[str, ...]]
    parent: dict[str, str]
    depth: dict[str, int]
    closed: dict[str, int]


def branches(picture: Picture, most: int = MOST_BOXES) -> Branches:
    """Choose what is drawn: whole families, level by level, while at most `most` nodes show."""
    parent, children = _families(picture)
    order = _levels(picture, parent, children)
    sizes = dict.fromkeys(order, 0)
    for uid in reversed(order):
        if uid in parent:
            sizes[parent[uid]] += sizes[uid] + 1
    roots = tuple(uid for uid in order if uid not in parent)
    depth = dict.fromkeys(roots[:most], 0)
    shown: dict[str, tuple[str, ...]] = {}
    for uid in order:
        family = children.get(uid, [])
        if uid in depth and len(depth) + len(family) <= most:
            shown[uid] = tuple(family)
            depth.update(dict.fromkeys(family, depth[uid] + 1))
    closed = {uid: sizes[uid] for uid in depth if sizes[uid] and not shown.get(uid)}
    parent = {child: above for child, above in parent.items() if child in depth}
    return Branches(roots[:most], shown, parent, depth, closed)


def _families(picture: Picture) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Parents by COMMAND: the first tie to a node counts, a tie that closes a circle does not."""
    parent: dict[str, str] = {}
    children: dict[str, list[str]] = {}
    for tie in picture.ties:
        if tie.kind == "COMMAND" and tie.end not in parent and tie.start != tie.end:
            parent[tie.end] = tie.start
            children.setdefault(tie.start, []).append(tie.end)
    return parent, children


def _levels(picture: Picture, parent: dict[str, str], children: dict[str, list[str]]) -> list[str]:
    """Return all nodes, parents before children; the first node of a circle becomes a root."""
    order: list[str] = []
    seen: set[str] = set()
    roots = [node.uid for node in picture.nodes if node.uid not in parent]
    for uid in roots + [node.uid for node in picture.nodes]:
        if uid in seen:
            continue
        if uid in parent:
            children[parent.pop(uid)].remove(uid)
        queue = [uid]
        seen.add(uid)
        for above in queue:
            fresh = [child for child in children.get(above, []) if child not in seen]
            seen.update(fresh)
            queue.extend(fresh)
        order.extend(queue)
    return order


@dataclass
class _Tree:
    """Measures taken before placing: texts, columns, blocks of leaves, heights of subtrees."""

    shape: Branches
    chips: dict[str, BoxText]
    form: Form
    columns: list[float]
    inner: dict[str, list[str]]
    blocks: dict[str, list[list[str]]]
    heights: dict[str, float]
    own: float = float(CHIP["height"])

    def below(self, uid: str) -> float:
        """Height of all that hangs on a node, its children's subtrees and its block of leaves."""
        parts = [self.heights[child] for child in self.inner.get(uid, [])]
        parts += [PITCH * len(self.blocks[uid])] * bool(self.blocks[uid])
        gaps = len(self.inner.get(uid, [])) if self.form.narrow else len(parts) - 1
        return sum(parts) + BLOCK_GAP * gaps if parts else 0.0

    def middle(self, uid: str) -> float:
        """Find where a node stands in its strip: level with the middle of its children."""
        if self.form.narrow:
            return self.own / 2
        flat = bool(self.blocks[uid]) and not self.inner.get(uid)
        return self.heights[uid] / 2 + (PITCH - self.own) / 2 * flat


def tree(picture: Picture, form: Form, most: int = MOST_BOXES) -> Layout:
    """Place a hierarchy, root at the left; only the boxes of open branches get a place."""
    shape = branches(picture, most)
    nodes: dict[str, PictureNode] = {node.uid: node for node in picture.nodes}
    chips = {uid: chip(nodes[uid], form, shape.closed.get(uid, 0)) for uid in shape.depth}
    plan = _measure(shape, chips, form)
    boxes = _place(plan)
    routes = tuple(
        _route(plan, boxes, tie.start, tie.end)
        for tie in picture.ties
        if tie.start in boxes and tie.end in boxes
    )
    width = max((box.right for box in boxes.values()), default=0.0) + MARGIN
    height = max((box.bottom for box in boxes.values()), default=0.0) + MARGIN
    return Layout(boxes, routes, (), max(width, float(form.width)), height)


def _measure(shape: Branches, chips: dict[str, BoxText], form: Form) -> _Tree:
    has = {uid for uid, family in shape.children.items() if family}
    inner = {u: [c for c in shape.children[u] if c in has] for u in has}
    leaves = {u: [c for c in shape.children[u] if c not in has] for u in has}
    columns = _columns(shape, chips, has, form)
    plan = _Tree(shape, chips, form, columns, inner, {}, {})
    for uid in reversed(list(shape.depth)):
        room = form.width - columns[shape.depth[uid] + 1] - MARGIN
        block = flow(leaves.get(uid, []), chips, room)
        plan.blocks[uid] = block
        plan.heights[uid] = (
            max(plan.own, plan.below(uid)) if not form.narrow else (plan.own + plan.below(uid))
        )
    return plan


def _columns(shape: Branches, chips: dict[str, BoxText], has: set[str], form: Form) -> list[float]:
    """Left edge of each level: as wide as the widest box there that has children."""
    levels = max(shape.depth.values(), default=0) + 2
    if form.narrow:
        return [MARGIN + INDENT * level for level in range(levels + 1)]
    widths = [0.0] * levels
    for uid in has:
        widths[shape.depth[uid]] = max(widths[shape.depth[uid]], chips[uid].width)
    columns = [MARGIN]
    for width in widths:
        columns.append(columns[-1] + width + 2 * SPINE)
    return columns


def flow(uids: list[str], chips: dict[str, BoxText], room: float) -> list[list[str]]:
    """Rows of boxes no wider than `room`."""
    lines: list[list[str]] = []
    used = 0.0
    for uid in uids:
        if not lines or used + chips[uid].width > room:
            lines.append([])
            used = 0.0
        lines[-1].append(uid)
        used += chips[uid].width + GAP
    return lines


def _place(plan: _Tree) -> dict[str, Box]:
    """Parents before children: each subtree has its strip, the parent stands at its middle."""
    boxes: dict[str, Box] = {}
    tops: dict[str, float] = {}
    y = MARGIN
    for root in plan.shape.roots:
        tops[root] = y
        y += plan.heights[root] + BLOCK_GAP
    for uid, depth in plan.shape.depth.items():
        if uid not in tops:
            continue
        text = plan.chips[uid]
        middle = tops[uid] + plan.middle(uid)
        boxes[uid] = Box(plan.columns[depth] + text.width / 2, middle, text)
        _place_children(plan, uid, tops, boxes)
    return boxes


def _place_children(plan: _Tree, uid: str, tops: dict[str, float], boxes: dict[str, Box]) -> None:
    spare = plan.heights[uid] - plan.below(uid)
    y = tops[uid] + (spare if plan.form.narrow else spare / 2)
    for child in plan.inner.get(uid, []):
        y += BLOCK_GAP if plan.form.narrow else 0.0
        tops[child] = y
        y += plan.heights[child] + (0.0 if plan.form.narrow else BLOCK_GAP)
    for line in plan.blocks[uid]:
        x = plan.columns[plan.shape.depth[uid] + 1]
        for child in line:
            text = plan.chips[child]
            boxes[child] = Box(x + text.width / 2, y + PITCH - text.height / 2, text)
            x += text.width + GAP
        y += PITCH


def _route(plan: _Tree, boxes: dict[str, Box], start: str, end: str) -> Route:
    """Along the parent's spine; a leaf of a block hangs on a rail above its row."""
    a, b = boxes[start], boxes[end]
    if plan.shape.parent.get(end) != start:
        return Route(((a.right, a.y), (b.left, b.y)))
    spine = plan.columns[plan.shape.depth[start] + 1] - SPINE
    trunk = ((spine, a.bottom),) if plan.form.narrow else ((a.right, a.y), (spine, a.y))
    if plan.shape.children.get(end):
        return Route((*trunk, (spine, b.y), (b.left, b.y)))
    rail = b.top - TICK
    return Route((*trunk, (spine, rail), (b.x, rail), (b.x, b.top)))
