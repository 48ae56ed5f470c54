"""Titles taken apart; what no rule covers is not guessed."""

from __future__ import annotations

import pytest

from graph.offices.titles import CENTRE, read_title


@pytest.mark.parametrize(
    ("text", "unit", "mode", "branch"),
    [
        ("济南市市长", "济南市", "HEAD", "government"),
        ("济南市长", "济南市", "HEAD", "government"),
        ("济南市常务副市长", "济南市", "DEPUTY_HEAD", "government"),
        ("山东省副省长", "山东省", "DEPUTY_HEAD", "government"),
        ("微山县县长", "微山县", "HEAD", "government"),
        ("北京市委书记", "北京市", "HEAD", "party"),
        ("山东省委副书记", "山东省", "DEPUTY_HEAD", "party"),
        ("广东省委常委", "广东省", "COLLEGIAL", "party"),
        ("内蒙古自治区主席", "内蒙古自治区", "HEAD", "government"),
        ("内蒙古自治区党委书记", "内蒙古自治区", "HEAD", "party"),
        ("香港特别行政区行政长官", "香港特别行政区", "HEAD", "government"),
        ("国务院总理", CENTRE, "HEAD", "government"),
        ("国务院副总理", CENTRE, "DEPUTY_HEAD", "government"),
        ("中共中央总书记", CENTRE, "HEAD", "party"),
        (" 济南市市长 ", "济南市", "HEAD", "government"),
    ],
)
def test_a_title_names_place_and_office(text: str, unit: str, mode: str, branch: str) -> None:
    title = read_title(text)
    assert title is not None
    assert (title.unit, str(title.mode), title.branch) == (unit, mode, branch)


@pytest.mark.parametrize(
    "text", ["", "市长", "济南市", "大法师", "秘书长", "济南市委秘书长", "Mayor"]
)
def test_what_no_rule_covers_is_none(text: str) -> None:
    assert read_title(text) is None
