"""A picture as a page among others: scripts, style and constants stand once in files beside them all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from graph.pictures import Picture
from visualize.page.network import OPTIONS
from visualize.page.pages import FORMS, check, layouts_of, page_values, render
from visualize.page.payload import constants
from visualize.page.safety import json_text
from visualize.picture.frames import Frame, Gathered

POLICY = Markup(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
"""Only files beside the page run in it; the library that draws sets styles of its own."""
LISTS = ("facts", "sources")
"""What of a box or tie is a list, each entry of which others have too."""


def shared_page(picture: Picture, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return the page; `scripts` and `styles` are the addresses of its files, in their order.

    The first script is that of `constants_script`; the next has to put the data together again as
    web/reference/static/frame.js does, which also tells vis-network of boxes and ties. It holds neither
    table nor matrix: the page beside it tells the same. Raises as `page` does.
    """
    check(picture)
    alone = replace(picture, matrices=())
    gathered = Gathered([Frame(alone, layouts_of(alone, FORMS))])
    shown = page_values(gathered, scripts=())
    data = interned(json.loads(str(shown["payload"])))
    more = {"scripts": scripts, "styles": styles, "policy": POLICY, "payload": json_text(data)}
    return render(gathered, {**shown, **more}, "shared.html")


def constants_script() -> str:
    """The script of what is the same for every picture: of its data, and how vis-network draws."""
    held = {"pictureConstants": constants(), "pictureOptions": OPTIONS}
    return "".join(f"const {name} = {json_text(value)};\n" for name, value in held.items())


def interned(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The data of a picture without its constants, what several boxes and ties say once in `shared`.

    There a value stands as {"of": its number}, an entry of one of LISTS as its number.
    """
    numbers: dict[str, int] = {}

    def number(value: Any) -> int:
        return numbers.setdefault(json.dumps(value, ensure_ascii=False), len(numbers))

    def short(name: str, value: Any) -> Any:
        if name in LISTS:
            return [number(one) for one in value]
        return {"of": number(value)} if isinstance(value, list | dict) else value

    made = {name: value for name, value in payload.items() if name not in constants()}
    for kind in ("nodes", "ties"):
        made[kind] = [
            {name: short(name, one) for name, one in thing.items()} for thing in made[kind]
        ]
    return {**made, "shared": [json.loads(text) for text in numbers]}
