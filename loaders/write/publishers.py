"""Which addresses a page may link to: official sites and known publishers, listed in data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from ruamel.yaml import YAML

PUBLISHERS = Path(__file__).parents[1] / "data" / "publishers.yaml"


def link(url: str | None) -> str | None:
    """The address itself if it may be a link, else None: then it is shown as plain text.

    Only http and https without a user name, and only a listed host or a subdomain of one.
    """
    if not url or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        plain = parts.scheme in ("http", "https") and parts.username is None and parts.port is None
    except ValueError:
        return None
    return url if plain and any(_belongs(host, known) for known in hosts()) else None


@lru_cache(maxsize=1)
def hosts() -> tuple[str, ...]:
    """The listed hosts, lower case, in the order of the file."""
    listed = YAML(typ="safe").load(PUBLISHERS.read_text(encoding="utf-8"))
    return tuple(listed["hosts"])


def _belongs(host: str, known: str) -> bool:
    return host == known or host.endswith(f".{known}")
