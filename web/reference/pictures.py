"""The pictures of groups: pages of their own, which hold once, in a script for all, what many of them say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from graph.pictures import Picture
from visualize.page.shared import shared_page
from web.reference.addresses import picture_file, relative
from web.reference.assets import DRAWN_BY, File, files
from web.reference.still import Writer, compact

MANY = 20
"""Pictures that say a piece of HTML before it stands in the script."""
LEAST = 60
"""Characters of such a piece: of a shorter one the place would be as long."""
_PARTS = "parts.js"
_PIECE = re.compile(
    r"^<(?!script|noscript|title)(\w+)[ >].*</\1>$|<li>(?:(?!</?li>).)+</li>", re.MULTILINE
)
"""A line that is an element, and an entry of the legend."""


class Pictures:
    """Takes the picture of each group, and writes them all when what they share is known."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._pages: dict[str, str] = {}

    def add(self, uid: str, picture: Picture) -> None:
        """Keep the page of a picture until all are there. Raises as `shared_page` does."""
        here = picture_file(uid)

        def at(*names: str) -> Iterator[str]:
            return (relative(here, files()[name].path) for name in names)

        scripts = [*at("constants.js"), _PARTS, *at("frame.js", DRAWN_BY, "picture.js")]
        self._pages[here] = shared_page(picture, scripts, [*at("page.css", "frame.css")])

    def write(self) -> None:
        """Write the pages, and the script with the pieces that many of them share."""
        counted = Counter(piece for page in self._pages.values() for piece in _pieces(page))
        shared = sorted(piece for piece, n in counted.items() if n >= MANY)
        numbers = {piece: number for number, piece in enumerate(shared)}
        parts = File(_PARTS, f"const pictureParts = {compact(shared)};\n")
        self._writer.text(parts.path, parts.text)

        def short(found: re.Match[str]) -> str:
            number = numbers.get(found[0])
            tag = "li" if found[0].startswith("<li") else "b"
            return found[0] if number is None else f'<{tag} data-of="{number}"></{tag}>'

        for here, page in self._pages.items():
            made = _PIECE.sub(short, page)
            self._writer.text(
                here, made.replace(f'src="{_PARTS}"', f'src="{relative(here, parts.path)}"')
            )
        self._pages.clear()


def _pieces(page: str) -> set[str]:
    return {found[0] for found in _PIECE.finditer(page) if len(found[0]) >= LEAST}
