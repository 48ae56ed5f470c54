"""Pages inside a notebook (笔记本): the whole offline page in a frame of the cell.

    from visualize.page.notebook import show
    show(picture)

The page brings everything with it, so the cell needs no network and no file. It runs in a frame with
no access to the notebook: scripts of the page alone, which its own policy names by their hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from html import escape

from graph.core.language import say
from graph.core.words import Words
from graph.pictures import Picture
from visualize.page.pages import check, page
from visualize.page.safety import static_text
from visualize.picture.words import names

FIRST_HEIGHT = 600
"""Pixels until the page has told its own height, and where a notebook runs no script of an output."""
LEAST_HEIGHT, MOST_HEIGHT = 200, 20000
_SANDBOX = "allow-scripts allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""Without `allow-forms` the search of the page does not act; the page's policy lets no form go out."""


class Shown:
    """A page for the output of a cell. `height` in pixels; None is the page's own height.

    Jupyter Lab, Notebook 7 and VS Code ask for `_repr_mimebundle_`. Saved notebooks that are not
    trusted show the text instead: run the cell again.
    """

    def __init__(self, picture: Picture, height: int | None = None) -> None:
        self.picture, self.height = picture, height

    def __repr__(self) -> str:
        said = self.picture.title.en or self.picture.title.zh
        count = len(self.picture.nodes)
        return say(
            Words(
                f"<{said}: {count} boxes, {len(self.picture.ties)} ties; shown in a notebook>",
                f"<{self.picture.title.zh or said}：{count} 个方框，{len(self.picture.ties)} "
                "条关系；在 notebook 中显示>",
            )
        )

    def text(self) -> str:
        """Return the picture in words, where no page can be shown."""
        boxes = ", ".join(names(node).zh for node in self.picture.nodes[:20])
        more = ", …" if len(self.picture.nodes) > 20 else ""
        caption = self.picture.caption
        return f"{self.picture.title.zh} {self.picture.as_of}\n{caption.zh or caption.en}\n{boxes}{more}"

    def html(self) -> str:
        """Return the frame, and the few lines that give it the height that the page tells."""
        # Links to sources open beside the notebook, not in the frame.
        inside = page(self.picture).replace("<head>", '<head>\n<base target="_blank">', 1)
        key = f"lsgraph-{hashlib.sha256(inside.encode('utf-8')).hexdigest()[:16]}"
        frame = (
            f'<iframe class="{key}" title="{escape(self.picture.title.en)}" sandbox="{_SANDBOX}"'
            f' style="width:100%;height:{self.height or FIRST_HEIGHT}px;border:0;display:block"'
            f' srcdoc="{escape(inside)}"></iframe>'
        )
        return frame if self.height else f"{frame}\n<script>{_fitting(key)}</script>"

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> Mapping[str, str]:
        return {"text/html": self.html(), "text/plain": self.text()}


def show(picture: Picture, height: int | None = None) -> Shown:
    """Show a picture in the cell of a notebook, as wide as the cell and as high as its page.

    `height` in pixels fixes the frame, which then scrolls. Raises InputError for a picture that can
    not be drawn, as `visualize.page`.
    """
    check(picture)
    return Shown(picture, height)


def _fitting(key: str) -> str:
    """Return the script of the cell: takes a height from its own frames only, and nothing but a number."""
    text = static_text("notebook.js").strip()
    return (
        text.replace("KEY", key)
        .replace("LEAST", str(LEAST_HEIGHT))
        .replace("MOST", str(MOST_HEIGHT))
    )
