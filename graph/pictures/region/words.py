"""What a strip says of its groups: one sentence whose numbers add up to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.core.words import Words

if TYPE_CHECKING:
    from graph.pictures.region.strip import RankedGroup


def caption(groups: Sequence[RankedGroup]) -> Words:
    """Say how the groups are led; stale and undated ones stand in no count but that of their own."""
    own = [group for group in groups if not group.faded]
    above = sum(group.gap is not None and group.gap > 0 for group in own)
    known = sum(group.gap is not None for group in own)
    en, zh = [f"{len(groups)} groups"], [f"小组 {len(groups)} 个"]
    if len(own) < len(groups):
        faded = len(groups) - len(own)
        en.append(f"{faded} are stale or undated, drawn faded and not counted")
        zh.append(f"久无记载或无日期 {faded} 个，以淡色表示，不计入")
    en.append(
        f"in {above} of {known} with a known gap the chair outranks every member that no chair heads"
    )
    zh.append(f"级差已知的 {known} 个中，组长级别高于全部成员（组长本职所在者除外）的 {above} 个")
    for count, say_en, say_zh in (
        (sum(not group.defined for group in own), "{} have none by nature", "本无级差者 {} 个"),
        (sum(not group.led for group in own), "of {} the chair is not known", "组长不明 {} 个"),
        (
            sum(group.led and group.defined and group.gap is None for group in own),
            "of {} the chair is known and the gap is not", "组长已知而级差不明者 {} 个",
        ),
        (sum(group.supposed for group in own), "of {} the chair is supposed", "组长为假设者 {} 个"),
    ):  # fmt: skip
        if count:
            en.append(say_en.format(count))
            zh.append(say_zh.format(count))
    return Words("; ".join(en) + ".", "；".join(zh) + "。")
