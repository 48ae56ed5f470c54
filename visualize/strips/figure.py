"""The strip of a region as a figure for a paper, with caption and alternative text."""

from __future__ import annotations

from pathlib import Path

from graph.core.language import language_of
from graph.core.words import Words
from graph.pictures.region.strip import Strip
from visualize.figures.legend import TextLine, heading
from visualize.figures.plan import PAGE
from visualize.figures.told import told
from visualize.figures.write import Size, check_asked
from visualize.picture.words import FOOTER
from visualize.strips.paper import sheet_width, write_scene
from visualize.strips.ranks import MEANING, ranks_scene, said_rows
from visualize.strips.scene import SIZE, add_types

FORM = Words("Strip of ranks, a row a group", "级别条带图，一行为一个小组")
NAMED = 12
"""Groups that an alternative text tells; of more it says how many."""


def write_strip(
    strip: Strip, path: Path, lang: str = "en", width: float = PAGE, titled: bool = True
) -> Size:
    """Draw a strip `width` mm wide (120 or more); answers its size. `lang` is en or zh (中文).

    Raises InputError as `visualize.figures.write_figure`; OSError.
    """
    check_asked(path, lang, width)
    language = language_of(lang)
    scene = ranks_scene(strip, sheet_width(width), language)
    add_types(scene, {group.type for group in strip.groups}, language, strip.types)
    said = (strip.title, strip.caption)
    head: list[TextLine] = heading(said, strip.as_of, lang, scene.width, SIZE) if titled else []
    listed = Words.first(said_rows(strip), NAMED, "另 {} 个", "; ", "；")
    beside = told(
        strip.title, strip.as_of, (strip.caption, MEANING, FOOTER),
        (FORM, strip.caption, listed), lang,
    )  # fmt: skip
    return write_scene(scene, path, beside, head, [MEANING.say(lang), FOOTER.say(lang)])
