"""The national hierarchy as one HTML file: some 42,000 units inside, only open branches drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from graph.core.errors import InputError
from graph.core.signs import KIND_MARKS, OTHER_MARK
from graph.core.terms import division_kind
from graph.core.words import Words
from graph.pictures.nation import Nation
from visualize.national import words as say
from visualize.national.payload import LINES, Value, nation_payload
from visualize.page.network import PageNetwork, write_text
from visualize.page.safety import LANGUAGE, dressed, json_text
from visualize.picture import words

MOST_VISIBLE = 1500
"""More units are never drawn at once: what was opened longest ago closes."""
SCRIPTS = (
    "vis-network.min.js", *LANGUAGE, "draw.js", "svg.js", "paper.js", "national_data.js",
    "national_layout.js", "national.js", "national_filters.js", "national_details.js",
    "national_search.js", "national_controls.js", "national_link.js", "national_figure.js",
)  # fmt: skip


class NationNetwork(PageNetwork):
    """A pyvis network of the national hierarchy. It begins without nodes: which ones are drawn, the
    page decides, from the address and from what its reader opens."""


def nation_page(nation: Nation) -> str:
    """Return the page as HTML text; raises InputError for a nation without units."""
    if not nation.units:
        raise InputError(
            Words(
                f"No division is in force on {nation.as_of}. Ask for another day.",
                f"{nation.as_of} 没有存续的区划。请改用另一日期。",
            )
        )
    return str(NationNetwork("national.html", _values(nation)).generate_html())


def write_nation(nation: Nation, path: Path) -> None:
    """Write the page to `path` as UTF-8 whatever the locale; errors as `nation_page`, and OSError."""
    write_text(path, nation_page(nation))


def _values(nation: Nation) -> Mapping[str, object]:
    payload: Value = {**nation_payload(nation), "most": MOST_VISIBLE}
    return {
        "title": say.title(nation),
        "caption": say.caption(nation),
        "levels": [_level(*level) for level in say.levels(nation).items()],
        "kinds": sorted({say.kind_of(unit) for unit in nation.units}),
        "kind_words": division_kind,
        "lines": [(say.MODES[mode], line) for mode, line in LINES.items()],
        "note": None if "township" in say.levels(nation) else say.NO_TOWNSHIPS,
        "words": words,
        "payload": json_text(payload),
        **dressed(SCRIPTS, "page.css", "national.css"),
    }


def _level(level: str, count: int) -> tuple[object, ...]:
    words = say.MANY.get(level, say.level_words(level))
    return level, words, count, asdict(KIND_MARKS.get(level, OTHER_MARK))
