"""Two pictures side by side as one HTML file: one scale of ranks, one zoom, one choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graph.core.words import Words
from graph.pictures import Picture
from graph.pictures.several.beside import REGION, Sides
from graph.pictures.several.moment import Difference
from graph.pictures.words import said
from visualize.page.network import write_text
from visualize.page.pages import SCRIPTS, check, layouts_of, render, values
from visualize.picture.boxes import Form
from visualize.picture.common import Day, common_frames
from visualize.picture.frames import Frame, Gathered
from visualize.picture.layouts import Layout
from visualize.picture.scales import aligned
from visualize.picture.words import ON_SIDE

FORMS = (Form("en", 574), Form("zh", 574), Form("en", 358), Form("zh", 358))
"""The layouts of each side: both languages, for half a wide page and for a phone."""


def beside_page(sides: Sides) -> str:
    """Return the page as HTML text; raises InputError for a picture that cannot be drawn, see `page`."""
    frames = _frames(sides)
    gathered = Gathered(frames)
    shown = {
        **values(gathered, "beside", 400, SCRIPTS),
        "title": _title(sides),
        "sides": sides,
        "where_head": ON_SIDE,
        "where": lambda numbers: _where(frames, numbers),
    }
    return render(gathered, shown, "beside.html")


def write_beside(sides: Sides, path: Path) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; errors as `beside_page`, and OSError."""
    write_text(path, beside_page(sides))


def _frames(sides: Sides) -> list[Frame]:
    """Return one group keeps its places on both days; others share the scale of ranks alone."""
    pictures = [sides.left, sides.right]
    if sides.kind == REGION:
        pictures = [replace(picture, layout="ranks") for picture in pictures]
    for picture in pictures:
        check(picture)
    # A region has no places kept free: what it loses is marked where it still stands.
    lost = sides.difference.left if sides.kind == REGION else frozenset()
    differences = (Difference(left=lost), sides.difference)
    names = _names(sides)
    if sides.same and sides.kind != REGION:
        days = [Day(*one) for one in zip(pictures, names, differences, strict=True)]
        return common_frames(days, FORMS)
    layouts = _aligned(pictures)
    return [Frame(*one) for one in zip(pictures, layouts, names, differences, strict=True)]


def _aligned(pictures: Sequence[Picture]) -> list[dict[Form, Layout]]:
    own = [layouts_of(picture, FORMS) for picture in pictures]
    by_form = {form: aligned([layouts[form] for layouts in own]) for form in FORMS}
    return [{form: by_form[form][number] for form in FORMS} for number in range(len(own))]


def _names(sides: Sides) -> list[Words]:
    """Say what tells the sides apart: their days where they show one thing, else their titles."""
    both = (sides.left, sides.right)
    if sides.same:
        return [said(one.as_of) for one in both]
    return [one.title for one in both]


def _title(sides: Sides) -> Words:
    left, right = _names(sides)
    if sides.same:
        title = sides.left.title
        return Words(
            f"{title.en}: {left.en} and {right.en}", f"{title.zh}：{left.zh} 与 {right.zh}"
        )
    return Words(f"{left.en} and {right.en} side by side", f"{left.zh}与{right.zh}对照")


def _where(frames: Sequence[Frame], numbers: Sequence[int]) -> Words:
    if len(numbers) == len(frames):
        return Words("both sides", "两侧")
    return frames[numbers[0]].name
