"""What the name of a body says of its kind."""

from __future__ import annotations

from graph.offices.words import GROUP_KINDS, bare_name


def kind_by_name(name: str) -> str | None:
    """The kind that the name of a group ends in or holds; None where it tells none."""
    bare = bare_name(name)
    ends = next((kind for kind in GROUP_KINDS if bare.endswith(kind)), None)
    return ends or next((kind for kind in GROUP_KINDS if kind in name), None)
