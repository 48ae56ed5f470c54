"""A group of a strip, and what a strip says of its groups: a sentence whose numbers add up to all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.ask.reasons import signed
from graph.core.words import Words


@dataclass(frozen=True)
class RankedGroup:
    """A group of a strip. Ranks are 1 to 10, None unknown; `gap` in steps, `at_most` where a rank is missing.

    `led` is false where no source says who chairs it, `defined` where there is no gap by nature; `unranked`
    counts members of unknown rank; `sure` is the type in words, with its certainty. A `faded` group is
    stale or undated on the day.
    """

    uid: str
    name: Words
    part: str | None
    type: str
    type_certainty: str | None
    sure: Words
    chair: str
    chair_rank: int | None
    led: bool
    supposed: bool
    lowest: int | None
    highest: int | None
    unranked: int
    gap: int | None
    at_most: int | None
    defined: bool
    faded: bool

    @property
    def gap_text(self) -> str:
        """The gap with its sign, with ≤ where a rank is missing, "–" where there is none, else "?"."""
        if not self.defined:
            return "–"
        if self.gap is not None:
            return signed(self.gap).replace("-", "\u2212")
        return "?" if self.at_most is None else f"≤{signed(self.at_most)}".replace("-", "\u2212")


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
        (
            sum(group.type_certainty == "by_convention" for group in own),
            "of {} the type rests on a convention", "类型依约定得出者 {} 个",
        ),
        (
            sum(group.type_certainty == "open" for group in own),
            "of {} several types remain", "尚余数种类型者 {} 个",
        ),
        (sum(group.supposed for group in own), "of {} the chair is supposed", "组长为假设者 {} 个"),
    ):  # fmt: skip
        if count:
            en.append(say_en.format(count))
            zh.append(say_zh.format(count))
    return Words("; ".join(en) + ".", "；".join(zh) + "。")
