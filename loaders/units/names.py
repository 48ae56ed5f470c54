"""What the name of a body and the code of its government say of its kind and level."""

from __future__ import annotations

KINDS = (
    "领导小组", "协调小组", "协作小组", "专责小组", "工作小组", "联席会议", "联席会", "市长会议",
    "协调会议", "协调会", "组织委员会", "委员会", "指挥部", "河长制", "林长制", "工作专班", "专班",
    "联盟", "会商会", "座谈会", "小组", "工作组",
)  # fmt: skip
"""Kinds (种类) as names end, the longer before the shorter."""


def kind_by_name(name: str) -> str:
    """The kind that a name ends in or holds; `其他` where it tells none."""
    bare = name.partition("（")[0].partition("(")[0]
    ends = next((kind for kind in KINDS if bare.endswith(kind)), None)
    return ends or next((kind for kind in KINDS if kind in name), "其他")


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
