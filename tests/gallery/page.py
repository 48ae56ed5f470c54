"""docs/gallery.md as text, and what its images were made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.documents import ROOT
from tests.gallery.entries import ENTRIES, Entry

DOCUMENT = ROOT / "docs" / "gallery.md"
IMAGES = ROOT / "docs" / "images" / "gallery"
MADE_FROM = IMAGES / "made_from.json"
"""The sha256 of the page that each image shows; of a figure, of the page of the same picture."""

HEAD = """\
# Gallery

Every kind of page and figure, made from the shipped data, with the command that makes it. Relation,
gap, type and line coverage are this project's operationalisation ([definitions.md](definitions.md)).
What a page can do: [pages.md](pages.md); figures, maps and notebooks: [figures.md](figures.md).

```sh
lsgraph load groups
```
"""


def gallery() -> str:
    """The whole document."""
    return "\n".join([HEAD, *(_part(entry) for entry in ENTRIES)])


def digest(page: Path) -> str:
    """The sha256 of a written page."""
    return hashlib.sha256(page.read_bytes()).hexdigest()


def image(entry: Entry) -> Path:
    """Where the image of an entry is kept."""
    return IMAGES / f"{entry.name}.png"


def made_from() -> dict[str, str]:
    """The digests beside the images, by name of the entry."""
    kept: dict[str, str] = json.loads(MADE_FROM.read_text(encoding="utf-8"))
    return kept


def keep(digests: Mapping[str, str]) -> None:
    """Write the digests beside the images, in the order of the gallery."""
    ordered = {entry.name: digests[entry.name] for entry in ENTRIES if entry.name in digests}
    MADE_FROM.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8", newline="\n")


def out_of_date(entry: Entry) -> str:
    """What to tell of an image whose page is another one now."""
    return (
        f"{image(entry).relative_to(ROOT)} is out of date: `{entry.command}` writes another page now."
        f" Renew it with: python -m tests.gallery {entry.name}"
    )


def _part(entry: Entry) -> str:
    commands = "\n".join(_commands(entry))
    return f"""\
## {entry.title}

{entry.shows}

![{entry.alt}](images/gallery/{entry.name}.png)

```sh
{commands}
```

{entry.read}
"""


def _commands(entry: Entry) -> Iterable[str]:
    if entry.load not in HEAD:
        yield entry.load
    yield entry.command
