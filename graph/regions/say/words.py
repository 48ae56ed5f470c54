"""Names of the outcomes, and why nothing may be inferred, in plain words and in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.core.words import Words
from graph.regions.read.reading import GroupReading

if TYPE_CHECKING:
    from graph.regions.read.profile import Profile
    from graph.regions.read.readings import Unseen

NAMES = {
    "gap_min": Words("smallest gap of rank", "最小级差"),
    "lc": Words("line coverage", "统属覆盖率"),
}
"""The outcomes as sentences call them."""

MANY_PAIRS = 15
"""Past so many pairs of regions sentences and warnings sum up instead of naming each."""


@dataclass(frozen=True)
class Around:
    """What is known of the comparison beside its figures.

    `unplaced` groups belong to no region, `unseen` are left out for want of evidence, by day or period;
    `others_left_out` says that other readings were not computed.
    """

    unplaced: int = 0
    unseen: Sequence[Unseen] = ()
    others_left_out: bool = False


def refusal(profiles: Sequence[Profile]) -> Words | None:
    """Say why nothing may be inferred, None where it may: a region of hand-picked cases only."""
    picked = [one for one in profiles if one.hand_picked == one.n]
    if not picked:
        return None
    names = ", ".join(f"{one.region.label} ({one.n})" for one in picked)
    return Words(
        f"These figures support no inference about regions. Every group of {names} was chosen by hand:"
        " as a case of a paper, or as a documented example shipped with this project. Cases that were"
        " chosen because they are interesting say nothing about those that were not, so no p-value and"
        " no interval is given. Load a sample or a full list (lsgraph load groups FILE) to compare"
        " regions.",
        f"这些数字不支持对地区的任何推断。{names.replace(', ', '、')}的小组全部为人工挑选："
        "或为论文案例，或为本项目自带的有据可查的示例。"
        "因其引人注目而被选中的案例，不能说明未被选中者的情况，因此不给出 p 值与区间。"
        "请载入样本或完整名单（lsgraph load groups 文件）后再比较地区。",
    )


def unplaced(everything: Sequence[GroupReading]) -> int:
    """Groups whose region is unknown."""
    return len({group.group for group in everything if group.stratum == "unknown"})
