"""Of areacodes: Shandong's rows, and days of two of its years."""

from __future__ import annotations

from pathlib import Path

EXCERPT = Path(__file__).parent / "areacodes_excerpt.csv"

DAYS = {
    "2015-2016.diff": """## 国务院关于同意山东省调整济南市部分行政区划的批复
# 文号：国函〔2016〕155号
# 日期：2016年9月14日
+370114 章丘区<章丘市
-370181 章丘市>章丘区
""",
    "2017-2018.diff": """## 国务院关于同意山东省调整济南市部分行政区划的批复（节选）
# 文号：国函〔2018〕86号
# 日期：二〇一八年六月十九日
+370115 济阳区<济阳县
-370125 济阳县>济阳区
""",
}
"""Days of acts as the diff files of areacodes (CC0) give them."""
