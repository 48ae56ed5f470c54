"""What tells the nodes and ties that lsgraph wrote from those of everybody else in the same database."""

from __future__ import annotations

OURS = "lsgraph:"
"""How the `dataset` of every node and tie of ours begins; the statements below `cypher/` say the same."""


def marked(dataset: str) -> str:
    """Return the name of a dataset as it is stored; one that is marked already stays as it is."""
    return dataset if dataset.startswith(OURS) else OURS + dataset


def unmarked(dataset: str) -> str:
    """Return the name of a dataset as users know it: `groups`, `file:my-groups`."""
    return dataset.removeprefix(OURS)
