"""The files that pages name: style sheets and scripts, each at an address that its content makes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from visualize.page.safety import static_text

STATIC = Path(__file__).parents[1] / "static"
TYPES = {"css": "text/css", "js": "text/javascript"}
OF_THE_PAGES = ("page.css",)
"""Style sheets of the pages that open offline, whose look the application shares."""
OWN = ("web.css", "web.js", "htmx.min.js", "editor.min.js")


@dataclass(frozen=True)
class Asset:
    """A file as it is sent: its name, text and type."""

    name: str
    text: str

    @property
    def type(self) -> str:
        """The media type."""
        return TYPES[self.name.rpartition(".")[2]]

    @cached_property
    def address(self) -> str:
        """The address, another for another content: browsers may keep it for ever."""
        return f"/static/{hashlib.sha256(self.text.encode()).hexdigest()[:12]}/{self.name}"


@cache
def assets() -> dict[str, Asset]:
    """Every file by its name."""
    own = {name: (STATIC / name).read_text("utf-8") for name in OWN}
    texts = {name: static_text(name) for name in OF_THE_PAGES} | own
    return {name: Asset(name, text) for name, text in texts.items()}
