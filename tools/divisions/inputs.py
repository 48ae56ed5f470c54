"""What the division data is built from: yearly tables of codes and names, and a list of changes.

`tools.divisions.packages` reads them from the pinned packages; the rules here need only their form.
"""

from __future__ import annotations

from dataclasses import dataclass

Table = dict[str, str]
"""Six-digit code to name: the divisions that one table lists."""


@dataclass(frozen=True)
class Change:
    """One entry of the list of changes (变更事件): codes are None where the list gives none."""

    year: int
    kind: str
    old_code: str | None
    old_name: str | None
    new_code: str | None
    new_name: str | None
    document: str | None


@dataclass(frozen=True)
class Inputs:
    """All that the build reads from the packages.

    `snapshots` maps a month (`201810`) to its table, placeholders included; `current` is the table
    of September 2026; `changes` keeps the order of the list.
    """

    snapshots: dict[str, Table]
    current: Table
    changes: tuple[Change, ...]
