"""What the name of a body and the code of its government say of its kind and level."""

from __future__ import annotations

from graph.offices.words import GROUP_KINDS, bare_name


def kind_by_name(name: str) -> str | None:
    """The kind that the name of a group ends in or holds; None where it tells none."""
    bare = bare_name(name)
    ends = next((kind for kind in GROUP_KINDS if bare.endswith(kind)), None)
    return ends or next((kind for kind in GROUP_KINDS if kind in name), None)


def level_by_code(code: str) -> str:
    """The level of a code of GB/T 2260; without a code nothing tells it."""
    if not (code.isdigit() and len(code) >= 6):
        return "unknown"
    if code == "100000":
        return "central"
    if len(code) > 6:
        return "township"
    return (
        "provincial" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
    )
