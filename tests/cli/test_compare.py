"""lsgraph compare: a report draws the hierarchies side by side, whether a day is asked for or not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    "day", [(), ("--as-of", "2018-12-25", "--seen-within", "10")], ids=["no day", "a day"]
)
def test_a_report_draws_the_hierarchy_of_each_region(
    run: Run, tmp_path: Path, day: tuple[str, ...]
) -> None:
    path = tmp_path / "report.html"
    answer = run("compare", "山东省", "广东省", *day, "-o", str(path))
    assert answer.code == 0, answer.err
    page = path.read_text(encoding="utf-8")
    drawn = re.findall(r'<figure class="panel"><figcaption><strong><bdi>(.*?)</bdi>', page)
    assert drawn == ["山东省", "广东省"]
    assert page.count('class="tier-name"') >= 2
