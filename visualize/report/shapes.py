"""The table of hierarchies in a report: levels and measures of each province."""

from __future__ import annotations

from dataclasses import asdict

from graph.core.language import Language
from graph.core.words import Words, named
from graph.regions.compare import Comparison
from visualize.report.tables import Line

_SHAPE = {
    "units": Words("Units of the province: divisions and loaded agencies.", "全省单位：区划与已载入的部门。"),
    "span_median": Words("Direct subordinates of a unit that has any: half have this many or fewer.",
                         "有下级的单位的直接下级数：半数不多于此。"),
    "span_widest": Words("The most direct subordinates of one unit.", "一个单位最多的直接下级数。"),
    "chain_length": Words("Steps of the longest chain of command from the province down.",
                          "自省而下最长领导链的级数。"),
    "dual_command": Words("Units with more than one direct superior.", "有一个以上直接上级的单位。"),
    "gatekeepers": Words(
        "Units that somebody below cannot be reached without: nobody bypasses them.",
        "绕过它便无法到达其下某一单位的单位：不可绕过。"),
    "connectedness": Words("Krackhardt: pairs of units that are joined at all, of all pairs.",
                           "Krackhardt：相连的单位对占全部单位对的比例。"),
    "hierarchy": Words("Krackhardt: 1 where command never runs both ways.",
                       "Krackhardt：领导从不双向时为 1。"),
    "efficiency": Words("Krackhardt: 1 where no tie is more than the tree needs.",
                        "Krackhardt：没有多于树所需的领导关系时为 1。"),
    "lubness": Words("Krackhardt: pairs of units that have a least common superior.",
                     "Krackhardt：有最低共同上级的单位对所占比例。"),
    "reaching": Words("Global reaching centrality: how far the top reaches beyond the others.",
                      "全局可达中心性：顶端可达范围超出其他单位的程度。"),
    "flow": Words("Flow hierarchy: ties of command that are in no cycle.",
                  "流层级：不在任何环中的领导关系所占比例。"),
}  # fmt: skip
_SHAPE_NAMES = named(
    units="单位", span_median="跨度中位数", span_widest="最大跨度", chain_length="领导链长度",
    dual_command="多头领导", gatekeepers="不可绕过者", connectedness="连通性", hierarchy="层级性",
    efficiency="效率", lubness="最小上界性", reaching="可达中心性", flow="流层级",
)  # fmt: skip
LEVEL_NAMES = named(
    Country="中央",
    Province="省级",
    Prefecture="地级",
    County="县级",
    Township="乡级",
    Agency="部门",
)


def shapes(comparison: Comparison, language: Language = "en") -> list[Line]:
    """Levels and measures of the hierarchy of each province; empty where a region has no day."""
    if not all(one.shape for one in comparison.regions):
        return []
    own = [asdict(one.shape) for one in comparison.regions if one.shape]
    levels = dict.fromkeys(level for one in own for level in one["levels"])
    unit = Words("Units of this level.", "该级单位数。")
    made = [
        Line(LEVEL_NAMES[level].say(language), unit.say(language),
             tuple(one["levels"].get(level, 0) for one in own))
        for level in levels
    ]  # fmt: skip
    return made + [
        Line(_SHAPE_NAMES[k].say(language), meaning.say(language), tuple(one[k] for one in own))
        for k, meaning in _SHAPE.items()
    ]
