"""Templates filled: everything escaped, nothing undefined, compiled once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph.connection.values import Element
from graph.core.safe_text import shown
from graph.export.answers import plain
from visualize.page.safety import web_link
from web.pages import around as addresses
from web.pages.around import Around
from web.pages.assets import assets

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment(before: tuple[Path, ...]) -> Environment:
    made = Environment(
        loader=FileSystemLoader([*before, TEMPLATES]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["cell"] = cell
    made.globals.update(
        address=addresses.address, group_address=addresses.group_address,
        person_address=addresses.person_address, place_address=addresses.place_address,
        thing_address=addresses.thing_address,
        languages=addresses.LANGUAGES, web_link=web_link,
        static=lambda name: assets()[name].address,
    )  # fmt: skip
    return made


def render(template: str, around: Around, **values: Any) -> str:
    """Return the HTML of a page; `say(en, zh)` and `told(words)` speak its language."""
    made = _environment(around.templates).get_template(template)
    return made.render(around=around, say=around.say, told=around.told, **values)


def cell(value: object) -> str:
    """A value as the commands show it in a table: unknown is a dash, a list stands side by side."""
    if value is None:
        return "-"
    if isinstance(value, list) and not isinstance(value, Element):
        return ", ".join(map(plain, value)) or "-"
    return shown(plain(value))
