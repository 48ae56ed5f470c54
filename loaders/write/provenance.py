"""Where a statement was read: built once here, carried by every relationship."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from graph.core.model import Label, Node, Tie, TieType
from loaders.files.yaml import shipped_yaml


def provenance(sources: Sequence[str], confidence: str) -> dict[str, object]:
    """Properties `source` (uid of the main source), `also_sources` and `confidence` of a tie.

    Raises ValueError without a source: a statement that nobody made is not written.
    """
    if not sources:
        raise ValueError("a relationship needs a source")
    properties: dict[str, object] = {"source": sources[0], "confidence": confidence}
    if len(sources) > 1:
        properties["also_sources"] = list(sources[1:])
    return properties


def source_node(
    uid: str,
    title: str,
    address: str | None,
    kind: str,
    licence: str | None,
    date: str | None = None,
    url: str | None = None,
) -> Node:
    """Return a source: `read_at` keeps the address as data, `url` is where a reader may be sent.

    Without `url` that is the address itself, if its host is listed.
    """
    properties = known(
        title=title,
        kind=kind,
        licence=licence,
        date=date,
        read_at=address,
        url=url or link(address),
    )
    return Node(Label.SOURCE, uid, properties)


def sourced(uid: str, sources: Iterable[str]) -> Iterator[Tie]:
    """SOURCED_FROM ties of a node."""
    for source in sources:
        yield Tie(TieType.SOURCED_FROM, uid, source, provenance([source], "high"))


def known(**properties: Any) -> dict[str, Any]:
    """Properties without the unknown ones: what is not known is not stored."""
    return {key: value for key, value in properties.items() if value is not None}


def stored(row: object, *names: str, **properties: Any) -> dict[str, Any]:
    """Properties of these names as the row has them, and others, without the unknown ones."""
    return known(**{name: getattr(row, name) for name in names}, **properties)


_USERS = frozenset({"bbs", "blog", "club", "forum"})
"""Parts of a host under which a publisher has what its users write."""
PUBLISHERS = Path(__file__).parents[1] / "data" / "publishers.yaml"


def link(url: str | None) -> str | None:
    """Return the address itself if it may be a link, else None: then it is shown as plain text.

    Only http and https without a user name, and only a listed host or a subdomain of one that is not
    for the pages of its users (bbs.people.com.cn).
    """
    if not url or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        plain = parts.scheme in ("http", "https") and parts.username is None and parts.port is None
    except ValueError:
        return None
    listed = at_host(host, hosts()) and not _USERS & set(host.split("."))
    return url if plain and listed else None


def at_host(host: str, listed: Iterable[str]) -> bool:
    """Whether a host is one of those listed or a subdomain of one."""
    return any(host == one or host.endswith(f".{one}") for one in listed)


@lru_cache(maxsize=1)
def hosts() -> tuple[str, ...]:
    """Return the listed hosts, lower case, in the order of the file."""
    return tuple(shipped_yaml(PUBLISHERS)["hosts"])
