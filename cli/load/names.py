"""What a dry run says: which groups and other nodes would change, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cli.output import Format, out, show, table

if TYPE_CHECKING:
    from loaders.load.naming import Touched

_SIGNS = {"added": "+", "changed": "~", "removed": "−"}
_COLUMNS = ("change", "kind", "uid", "name")
_SHOWN_TIES = 6


def tell_touched(found: Sequence[Touched], shown: int, format: Format) -> None:
    """Print all groups and at most `shown` other nodes; as JSON or CSV every one."""
    if format is not Format.table:
        show([asdict(one) for one in found], [*_COLUMNS, "properties", "ties"], format)
        return
    groups = [one for one in found if one.kind == "Group"]
    others = [one for one in found if one.kind != "Group"]
    if groups:
        out.print(table(list(map(_row, groups)), [*_COLUMNS, "how"], "groups"))
    if others and shown:
        out.print(table(list(map(_row, others[:shown])), [*_COLUMNS, "how"], "other nodes"))
    if len(others) > shown:
        out.print(f"and {len(others) - shown} more (--show {len(others)} or --format json).")


def _row(one: Touched) -> dict[str, Any]:
    ties = [f"{_SIGNS[tie.change]} {tie.type} {tie.name}" for tie in one.ties]
    more = [f"and {len(ties) - _SHOWN_TIES} more ties"] if len(ties) > _SHOWN_TIES else []
    properties = [f"{p.property}: {_value(p.before)} → {_value(p.after)}" for p in one.properties]
    how = "\n".join([*properties, *ties[:_SHOWN_TIES], *more])
    return {"change": one.change, "kind": one.kind, "uid": one.uid, "name": one.name, "how": how}


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "-" if value is None else str(value)
