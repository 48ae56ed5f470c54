"""A scene as an inline SVG: no style and no script in it, legible on a light and on a dark page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from graph.core.signs import TYPE_MARKS
from visualize.picture.style import FADED
from visualize.picture.texts import cut, drawable
from visualize.strips.scene import BAND, INK, SIZE, SOFT, Bar, Mark, Scene, Text

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def svg(scene: Scene, said: str) -> Markup:
    """Return the scene; `said` tells it in words for who does not see it."""
    parts = [*map(_bar, scene.bars), *map(_mark, scene.marks), *map(_text, scene.texts)]
    head = Markup('<svg class="strips" viewBox="0 0 {} {}" role="img" aria-label="{}">\n').format(
        f"{scene.width:.0f}", f"{scene.height:.0f}", drawable(said)
    )
    return head + Markup("\n").join(parts) + Markup("\n</svg>")


def key(type_name: str) -> Markup:
    """Return the sample of a type for a legend."""
    return Markup(
        '<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{}</svg>'
    ).format(_mark(Mark(6, 6, 5, type_name)))


def _bar(bar: Bar) -> Markup:
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" {}>{}</rect>').format(
        *(f"{part:.1f}" for part in (bar.x, bar.y, bar.width, bar.height)),
        Markup(" ").join(_paint(bar.colour, bar.faded)),
        _title(bar.said),
    )


def _paint(colour: str, faded: bool) -> Iterator[Markup]:
    """Paint in the colour; what is dark or faint on paper is so on a dark page too."""
    own = colour in (INK, SOFT, BAND)
    yield Markup('fill="{}"').format("currentColor" if own else colour)
    if faded or colour == BAND:
        yield Markup('opacity="{}"').format(FADED if faded else 0.1)


def _mark(mark: Mark) -> Markup:
    look = TYPE_MARKS[mark.type]
    points = " ".join(
        f"{mark.x + x * mark.size:.1f},{mark.y + y * mark.size:.1f}" for x, y in look.glyph
    )
    fill = "none" if mark.hollow else look.colour
    faded = Markup(' opacity="{}"').format(FADED) if mark.faded else ""
    return Markup(
        '<polygon class="mark" points="{}" fill="{}" stroke="{}" stroke-width="1.4"{}>{}</polygon>'
    ).format(points, fill, look.colour, faded, _title(mark.said))


def _title(said: str) -> Markup:
    return Markup("<title>{}</title>").format(drawable(said)) if said else Markup("")


def _text(text: Text) -> Markup:
    words = cut(text.words, SIZE, text.most)
    weight = Markup(' font-weight="600"') if text.bold else ""
    return Markup(
        '<text x="{}" y="{}" font-size="{}" text-anchor="{}" fill="currentColor"{}{}>{}</text>'
    ).format(
        f"{text.x:.1f}", f"{text.y + SIZE * 0.36:.1f}", f"{SIZE:g}", _ANCHORS[text.align], weight,
        Markup(' fill-opacity=".8"') if text.soft else "", escape(words),
    )  # fmt: skip
