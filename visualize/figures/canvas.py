"""A sheet to draw on in the pixels of a layout, y downwards, written by matplotlib."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from visualize.figures.fonts import Fonts
from visualize.figures.ink import INK, PAPER
from visualize.picture.style import Line
from visualize.picture.texts import drawable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Points = Sequence[tuple[float, float]]
INCH = 72.0
"""Points of an inch."""


def closed(ring: Points) -> list[tuple[float, float]]:
    """Return a ring whose last point is its first."""
    return [*ring, ring[0]]


class Canvas:
    """A figure of `width` by `height` pixels, a pixel being `scale` points; text is plain text."""

    def __init__(self, width: float, height: float, scale: float, fonts: Fonts) -> None:
        from matplotlib.figure import Figure

        self.width, self.height, self.scale, self.fonts = width, height, scale, fonts
        size = (width * scale / INCH, height * scale / INCH)
        self.figure: Figure = Figure(figsize=size, facecolor=PAPER)
        self.axes: Any = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)
        self.axes.axis("off")
        self._order = 0
        self._down = 0.0

    @contextmanager
    def moved(self, down: float) -> Iterator[None]:
        """Draws everything so many pixels further down."""
        self._down = down
        yield
        self._down = 0.0

    def _next(self) -> int:
        """Later drawings lie on top of earlier ones."""
        self._order += 1
        return self._order

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, **look: Any
    ) -> None:
        """A filled rectangle by its upper left corner; `look` are patch options of matplotlib."""
        from matplotlib.patches import Rectangle

        options = {"linewidth": 0, **look}
        self.axes.add_patch(
            Rectangle(
                (x, y + self._down), width, height, facecolor=fill, zorder=self._next(), **options
            )
        )

    def box(
        self, centre: tuple[float, float], size: tuple[float, float], fill: str, line: Line,
        rounding: float = 5.0,
    ) -> None:  # fmt: skip
        """A rounded box by its centre with a border."""
        from matplotlib.patches import FancyBboxPatch

        corner = centre[0] - size[0] / 2, centre[1] - size[1] / 2 + self._down
        style = f"round,pad=0,rounding_size={rounding}"
        self.axes.add_patch(
            FancyBboxPatch(
                corner, *size, boxstyle=style, facecolor=fill, edgecolor=line.colour,
                zorder=self._next(), **self._stroke(line),
            )
        )  # fmt: skip

    def polygon(self, points: Points, fill: str, edge: str = INK, width: float = 0.7) -> None:
        """A filled polygon."""
        from matplotlib.patches import Polygon

        self.axes.add_patch(
            Polygon(
                self._here(points), closed=True, facecolor=fill, edgecolor=edge, linewidth=width * self.scale,
                zorder=self._next(),
            )
        )  # fmt: skip

    def area(
        self, rings: Iterable[Points], fill: str, hatch: str, ink: str, edge: str, width: float
    ) -> None:
        """Rings as one filled area with hatching in the colour `ink`, and a border."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        path = Path.make_compound_path(
            *(Path(self._here(r), closed=True) for r in map(closed, rings))
        )
        patch = PathPatch(
            path, facecolor=fill, hatch=hatch or None, hatchcolor=ink, edgecolor=edge,
            linewidth=width * self.scale, joinstyle="round", zorder=self._next(),
        )  # fmt: skip
        patch.set_hatch_linewidth(0.5)
        self.axes.add_patch(patch)

    def lines(self, ways: Iterable[Points], line: Line) -> None:
        """Ways in one stroke; a double line is a wide one with paper in its middle."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        made = [Path(self._here(way)) for way in ways if len(way) > 1]
        if not made:
            return
        whole = Path.make_compound_path(*made)
        strokes = [(line.colour, self._stroke(line))]
        if line.double:
            wide, narrow = (self._stroke(Line(line.colour, width)) for width in (5.0, 2.4))
            strokes = [(line.colour, wide), (PAPER, narrow)]
        for colour, stroke in strokes:
            self.axes.add_patch(
                PathPatch(whole, fill=False, edgecolor=colour, zorder=self._next(),
                          capstyle="butt" if line.dash or line.double else "projecting",
                          joinstyle="round", **stroke)
            )  # fmt: skip

    def _here(self, points: Points) -> list[tuple[float, float]]:
        return [(x, y + self._down) for x, y in points]

    def _stroke(self, line: Line) -> dict[str, Any]:
        dash = tuple(part * self.scale for part in line.dash)
        return {"linewidth": line.width * self.scale, "linestyle": (0, dash) if dash else "solid"}

    def text(
        self, words: str, x: float, y: float, size: float, *, align: str = "center",
        bold: bool = False, colour: str = INK, most: float | None = None, turned: bool = False,
    ) -> None:  # fmt: skip
        """One line of text, its middle at y; cut with "…" where it is wider than `most` pixels.

        One that is `turned` runs upwards from y, its middle at x.
        """
        shown = self.fonts.written(drawable(words))
        if most is not None and self.text_width(shown, size, bold) > most:
            while shown and self.text_width(shown + "…", size, bold) > most:
                shown = shown[:-1]
            shown = shown.rstrip() + "…"
        place = {"ha": "center", "va": "bottom", "rotation": 90} if turned else {
            "ha": align, "va": "center_baseline"}  # fmt: skip
        if shown:
            self.axes.text(
                x, y + self._down, shown, **place, color=colour, parse_math=False,
                fontproperties=self.fonts.of(bold), fontsize=size * self.scale,
                zorder=self._next(),
            )  # fmt: skip

    def text_width(self, words: str, size: float, bold: bool = False) -> float:
        """Return the width of a line in pixels."""
        return self.fonts.width(words, bold) * size
