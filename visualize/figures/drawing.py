"""A picture drawn on a canvas: the boxes and routes of its layout, as on the page, for paper."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.core.signs import KIND_MARKS, OTHER_MARK, Mark
from graph.core.words import NOTHING, Words
from graph.pictures import Picture, PictureNode, PictureTie
from visualize.figures.canvas import Canvas
from visualize.figures.ink import CHAIR, PAPER, RULE, SOFT, TINT, TRUNK, on_paper, tie_line
from visualize.figures.plan import Plan
from visualize.figures.shared_strokes import merged
from visualize.picture import style
from visualize.picture.layouts import Box, Layout
from visualize.picture.strand_names import end_numbers, ending, numbered, strand_text
from visualize.picture.strands import family
from visualize.picture.texts import text_width
from visualize.picture.words import NO_RANK, RANK_NAMES, rank_words, tie_words

Point = tuple[float, float]
BAND_SIZE = 11.5


def draw(canvas: Canvas, picture: Picture, plan: Plan) -> None:
    """Bands, ties, names of ranks, boxes and what stands on the ties, one over the other."""
    layout = plan.layout
    nodes = {node.uid: node for node in picture.nodes if node.uid in layout.boxes}
    ties = [tie for tie in picture.ties if tie.start in nodes and tie.end in nodes]
    for number, band in enumerate(layout.bands):
        _band(canvas, plan, number, band.y, band.height)
    _ties(canvas, picture, ties, layout, nodes)
    for number, band in enumerate(layout.bands):
        _rank(canvas, plan, number, band.rank, band.y)
    for uid, node in nodes.items():
        paint = _chip if picture.layout == "tree" else _card
        box = layout.boxes[uid]
        tag = numbered(box.text.tag, layout.numbers.get(uid))
        paint(canvas, node, replace(box, text=replace(box.text, tag=tag)), plan.shrink)
    places = {route.badge: tie for tie, route in zip(ties, layout.routes, strict=True)}
    sharing, numbers = Counter(route.badge for route in layout.routes), end_numbers(picture, layout)
    for place, tie in places.items():
        if place:
            words = plan.form.say(tie_words(tie))
            said = ending(words, sharing[place], numbers.get(place, ""))
            _badge(canvas, tie, place, said, plan)
    for name in layout.strands:
        words = strand_text(name.family, name.count, plan.form)
        canvas.rectangle(name.x - name.width / 2, name.y - 7, name.width, 14, PAPER)
        canvas.text(words, name.x, name.y, style.STRAND_SIZE * plan.shrink, most=name.width - 4)


def _band(canvas: Canvas, plan: Plan, number: int, y: float, height: float) -> None:
    canvas.rectangle(0, y, plan.layout.width, height, TINT if number % 2 else PAPER)
    canvas.lines([((0, y), (plan.layout.width, y))], style.Line(RULE, 1))


def band_words(rank: int | None) -> Words:
    """Return the name of a tier; the group's own has none."""
    if rank is None:
        return NO_RANK
    return rank_words(rank) if rank in RANK_NAMES else NOTHING


def _rank(canvas: Canvas, plan: Plan, number: int, rank: int | None, y: float) -> None:
    words = plan.form.say(band_words(rank))
    if words:
        size = BAND_SIZE * plan.shrink
        most = plan.layout.width - 16
        wide = min(canvas.text_width(words, size, True), most)
        canvas.rectangle(6, y + 4, wide + 6, 17, TINT if number % 2 else PAPER)
        canvas.text(words, 9, y + 13, size, align="left", bold=True, colour=SOFT, most=most)


def _line(tie: PictureTie, nodes: Mapping[str, PictureNode], carrier: bool) -> style.Line:
    """Return the way of a tie is neutral up to its last piece, which shows the relation."""
    line = tie_line(tie.kind, None if carrier else tie.relation)
    broken = style.seat_dash(tie.kind, nodes[tie.start])
    return replace(line, dash=broken) if broken else line


def _ties(
    canvas: Canvas, picture: Picture, ties: Sequence[PictureTie], layout: Layout,
    nodes: Mapping[str, PictureNode],
) -> None:  # fmt: skip
    routes, bundled = layout.routes, {name.family for name in layout.strands}
    shared: dict[style.Line, list[Sequence[Point]]] = {}
    for tie, route in zip(ties, routes, strict=True):
        # From the common end outwards, so that dashes of shared pieces fall together.
        line = TRUNK if family(tie.kind) in bundled else _line(tie, nodes, True)
        shared.setdefault(line, []).append(route.points[:-1][::-1])
    for line, ways in shared.items():
        canvas.lines(ways if line.dash else merged(ways), line)
    for tie, route in zip(ties, routes, strict=True):
        line = _line(tie, nodes, False)
        start, tip = route.points[-2:]
        if picture.layout == "tree":
            canvas.lines([(start, tip)], line)
        else:
            canvas.lines([(start, _short(start, tip))], line)
            arrow(canvas, start, tip, line)


def _way(start: Point, tip: Point) -> tuple[float, float, float]:
    """Length and direction of a piece."""
    length = math.dist(start, tip) or 1.0
    return length, (tip[0] - start[0]) / length, (tip[1] - start[1]) / length


def _short(start: Point, tip: Point) -> Point:
    length, dx, dy = _way(start, tip)
    part = max(0.0, length - 8)
    return start[0] + dx * part, start[1] + dy * part


def arrow(canvas: Canvas, start: Point, tip: Point, line: style.Line) -> None:
    """An arrow's head; hollow for command."""
    _, dx, dy = _way(start, tip)
    sides = [(tip[0] - dx * 9 + side * dy * 5, tip[1] - dy * 9 - side * dx * 5) for side in (1, -1)]
    fill = PAPER if line.hollow else line.colour
    canvas.polygon([tip, *sides], fill, line.colour, 1.3)


def mark_of(kind: str) -> Mark:
    """Border and glyph of a kind, dark enough for paper."""
    mark = KIND_MARKS.get(kind, OTHER_MARK)
    return replace(mark, colour=on_paper(mark.colour))


def glyph(canvas: Canvas, mark: Mark, x: float, y: float, size: float) -> None:
    """The sign of a kind."""
    canvas.polygon([(x + px * size, y + py * size) for px, py in mark.glyph], mark.colour)


def _frame(canvas: Canvas, node: PictureNode, box: Box, small: bool) -> None:
    strong = node.role in ("chair", "focus")
    fill = CHAIR if strong else TINT if node.role == "superior" else PAPER
    width = 3.4 if strong else 1.4 if small else 2.0
    colour = style.FADED_INK if node.faded else mark_of(node.kind).colour
    line = style.Line(colour, width, style.border(node))
    canvas.box((box.x, box.y), (box.text.width, box.text.height), fill, line)


def _sign(canvas: Canvas, node: PictureNode, x: float, y: float, size: float) -> None:
    if node.unknown:
        canvas.text("?", x, y, size * 2.6, bold=True)
    else:
        glyph(canvas, mark_of(node.kind), x, y, size)


def _card(canvas: Canvas, node: PictureNode, box: Box, shrink: float) -> None:
    _frame(canvas, node, box, False)
    text, most = box.text, box.text.width - style.CARD["pad"]
    used = (
        style.CARD["tag"] + len(text.main) * style.CARD["main"] + len(text.sub) * style.CARD["sub"]
    )
    y = box.y - used / 2 + style.CARD["tag"] / 2
    size = style.CARD["tag_size"] * shrink
    half = min(canvas.text_width(text.tag, size), most - 18) / 2
    _sign(canvas, node, box.x - half - 2, y, 5.5)
    canvas.text(text.tag, box.x + 8, y, size, colour=SOFT, most=most - 18)
    y += style.CARD["tag"] / 2
    for line in text.main:
        size = style.CARD["main_size"] * shrink
        canvas.text(line, box.x, y + style.CARD["main"] / 2, size, bold=True, most=most)
        y += style.CARD["main"]
    for line in text.sub:
        size = style.CARD["sub_size"] * shrink
        canvas.text(line, box.x, y + style.CARD["sub"] / 2, size, colour=SOFT, most=most)
        y += style.CARD["sub"]


def _chip(canvas: Canvas, node: PictureNode, box: Box, shrink: float) -> None:
    _frame(canvas, node, box, True)
    left = box.left + style.CHIP["pad"]
    _sign(canvas, node, left + 5, box.y, 5)
    most = box.text.width - 2 * style.CHIP["pad"] - style.CHIP["glyph"] + 6
    words, size = "".join(box.text.main), style.CHIP["main_size"] * shrink
    bold = node.role == "focus" and canvas.text_width(words, size, True) <= most
    canvas.text(words, left + style.CHIP["glyph"], box.y, size, align="left", bold=bold, most=most)


def _badge(canvas: Canvas, tie: PictureTie, place: Point, words: str, plan: Plan) -> None:
    width = text_width(words, style.BADGE_SIZE) + 12
    line = tie_line(tie.kind, tie.relation)
    canvas.box(place, (width, 17), PAPER, style.Line(line.colour, 1.2, (3, 2) * bool(line.dash)), 8)
    canvas.text(words, *place, style.BADGE_SIZE * plan.shrink, bold=True, most=width - 6)
