"""A picture as a page among others, whose scripts and style stand once in files beside them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from graph.pictures import Picture
from visualize.page.pages import FORMS, check, layouts_of, page_values, render
from visualize.picture.frames import Frame, Gathered

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
"""Only files beside the page run in it; the library that draws sets styles of its own."""


def shared_page(picture: Picture, scripts: Sequence[str], styles: Sequence[str]) -> str:
    """Return the page; `scripts` and `styles` are the addresses of its files, in their order.

    It holds neither table nor matrix: the page beside it tells the same. Raises as `page` does.
    """
    check(picture)
    alone = replace(picture, matrices=())
    gathered = Gathered([Frame(alone, layouts_of(alone, FORMS))])
    shown = {
        **page_values(gathered),
        "scripts": scripts,
        "styles": styles,
        "policy": Markup(POLICY),
    }
    return render(gathered, shown, "shared.html")
