"""A scene as a figure for a paper: PDF, SVG or PNG by matplotlib, with title above and notes below."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from graph.core.signs import TYPE_MARKS
from visualize.figures.canvas import Canvas
from visualize.figures.fonts import figure_fonts
from visualize.figures.ink import PAPER
from visualize.figures.legend import TextLine, height, lines, write
from visualize.figures.plan import MM, SMALLEST
from visualize.figures.told import Told
from visualize.figures.write import Size, save
from visualize.picture.style import FADED
from visualize.picture.texts import drawable
from visualize.strips.scene import INK, SIZE, SOFT, Mark, Scene


def sheet_width(width: float) -> float:
    """Return the pixels of a sheet so many millimetres wide, whose text has 6 points."""
    return width * MM / SMALLEST * SIZE


def sheet_height(pixels: float) -> float:
    """Return the millimetres of so many pixels of such a sheet."""
    return pixels * SMALLEST / SIZE / MM


def write_scene(
    scene: Scene, path: Path, told: Told, head: Sequence[TextLine] = (), notes: Sequence[str] = ()
) -> Size:
    """Write the scene below `head` and above `notes`; answers its size. Raises as `figure_fonts`; OSError."""
    foot = [line for text in notes for line in lines(text, SIZE, scene.width, soft=True)]
    said = "".join([scene.written, *(line.words for line in (*head, *foot))])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        fonts = figure_fonts({*drawable(said), *"0123456789+\u2212?…"}, Path(folder))
        top = height(head)
        tall = top + scene.height + height(foot)
        canvas = Canvas(scene.width, tall, SMALLEST / SIZE, fonts)
        write(canvas, head, 0, 1.0)
        with canvas.moved(top):
            _draw(canvas, scene)
        write(canvas, foot, top + scene.height, 1.0)
        save(canvas.figure, path, told)
    return Size(scene.width * canvas.scale / MM, tall * canvas.scale / MM, told)


def _draw(canvas: Canvas, scene: Scene) -> None:
    for bar in scene.bars:
        canvas.rectangle(
            bar.x, bar.y, bar.width, bar.height, bar.colour, alpha=FADED if bar.faded else 1.0
        )
    for mark in scene.marks:
        _mark(canvas, mark)
    for text in scene.texts:
        colour = SOFT if text.soft else INK
        canvas.text(text.words, text.x, text.y, SIZE, align=text.align, bold=text.bold, colour=colour,
                    most=text.most, turned=text.turned)  # fmt: skip


def _mark(canvas: Canvas, mark: Mark) -> None:
    look = TYPE_MARKS[mark.type]
    colour = faded(look.colour) if mark.faded else look.colour
    points = [(mark.x + x * mark.size, mark.y + y * mark.size) for x, y in look.glyph]
    canvas.polygon(points, PAPER if mark.hollow else colour, colour, 1.4)


def faded(colour: str) -> str:
    """Return a colour as it is on white paper at the opacity of what is faded."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * FADED):02x}" for part in parts)
