"""The strip of a region as one offline page: the figure in both languages, its numbers as a table below."""

from __future__ import annotations

from pathlib import Path

from graph.core.language import LANGUAGES
from graph.core.signs import TYPE_MARKS
from graph.core.terms import TYPES
from graph.core.words import Words
from graph.pictures.region.strip import Strip
from visualize.page.network import environment, write_text
from visualize.page.safety import LANGUAGE, dressed
from visualize.picture import words
from visualize.strips.figure import FORM
from visualize.strips.ranks import MEANING, part_words, ranks_scene
from visualize.strips.svg import key, svg

WIDTH = 1000.0
"""Pixels of the drawing; on a narrow screen it scrolls."""


def strip_page(strip: Strip) -> str:
    """Return the page as HTML text."""
    used = {group.type for group in strip.groups}
    said = Words(f"{FORM.en}: {strip.caption.en}", f"{FORM.zh}：{strip.caption.zh}")
    drawn = {one: svg(ranks_scene(strip, WIDTH, one), said.say(one)) for one in LANGUAGES}
    return environment().get_template("strip.html").render(
        words=words, **dressed(LANGUAGE, "page.css", "strip.css"), strip=strip, drawn=drawn,
        meaning=MEANING, part_words=part_words,
        legend=[(key(name), TYPES[name], strip.types[name]) for name in TYPE_MARKS if name in used],
    )  # fmt: skip


def write_strip_page(strip: Strip, path: Path) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; OSError."""
    write_text(path, strip_page(strip))
