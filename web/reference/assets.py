"""The scripts and style sheets of the reference: each once, in a file named by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from visualize.page.pages import SCRIPTS
from visualize.page.safety import static_text
from visualize.page.shared import constants_script

STATIC = Path(__file__).parent / "static"
STYLES = (Path(__file__).parents[1] / "static" / "web.css", STATIC / "site.css")
"""What dresses the pages beside the style of those that open offline: the application's, and more."""
OWN = ("site.js", "list.js", "search.js", "uid.js", "frame.css", "frame.js")
DRAWN_BY, *WITH = SCRIPTS
"""The library that draws, and the scripts of a picture, which stand in one file."""


@dataclass(frozen=True)
class File:
    """A file beside the pages: its name and text; `path` is that from the root of the site."""

    name: str
    text: str

    @cached_property
    def path(self) -> str:
        """Another for another content: browsers may keep it for ever."""
        digest = hashlib.sha256(self.text.encode()).hexdigest()[:8]
        return f"static/{digest}-{self.name}"


@cache
def files() -> Mapping[str, File]:
    """Every file by its name."""
    texts = {name: (STATIC / name).read_text("utf-8") for name in OWN}
    styles = [static_text("page.css"), *(path.read_text("utf-8") for path in STYLES)]
    texts["site.css"] = "\n".join(styles)
    texts |= {name: static_text(name) for name in ("page.css", "strip.css", DRAWN_BY)}
    texts["constants.js"] = constants_script()
    texts["picture.js"] = "\n".join(map(static_text, WITH))
    return {name: File(name, text) for name, text in texts.items()}
