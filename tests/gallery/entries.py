"""What the gallery shows (entries.yaml): each entry is a command, its image, and how to read it."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML


@dataclass(frozen=True)
class Entry:
    """A page or figure of the gallery; `name` is that of its image.

    `alt` says what is seen, `shows` what it is, `read` how to read it. `at` stands after # in the address
    of the page that is photographed; the image ends with the element `end` (CSS), at most `height`
    pixels below the top of the page. `load` is what the graph must hold.
    """

    name: str
    title: str
    command: str
    alt: str
    shows: str
    read: str
    at: str = "lang=en"
    end: str = ".stage"
    height: int = 1100
    load: str = "lsgraph load groups"

    @property
    def words(self) -> list[str]:
        """The words of the command behind `lsgraph`."""
        return shlex.split(self.command)[1:]

    @property
    def file(self) -> str:
        """The file that the command writes."""
        return self.words[self.words.index("-o") + 1]

    @property
    def is_figure(self) -> bool:
        """Whether the image is what the command writes, and no photograph of a page."""
        return self.file.endswith(".png")

    @property
    def page_words(self) -> list[str]:
        """The command for the page of the same picture; of a page it is the command itself."""
        return [re.sub(r"\.png$", ".html", word) for word in self.words]

    @property
    def page_file(self) -> str:
        """The page that `page_words` write."""
        return re.sub(r"\.png$", ".html", self.file)


ENTRIES = tuple(
    Entry(**one) for one in YAML(typ="safe").load(Path(__file__).with_name("entries.yaml"))
)
LIST = next(entry for entry in ENTRIES if entry.name == "list")
FIGURE = next(entry for entry in ENTRIES if entry.is_figure)
