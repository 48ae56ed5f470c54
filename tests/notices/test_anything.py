"""Texts of any kind: no crash, and no seat whose words the notice does not hold."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from loaders.notices.draft import draft
from loaders.notices.model import Notice
from tests.notices.plain_texts import notice_of_text

_WORDS = """
    组　长： 副组长： 成　员： 成员单位： 召集人： 主任： 办公室主任： 常务副组长 组长 成员 顾问： 联络员：
    秘书长： 总指挥： 组长由 副组长由 成员由 担任 兼任办公室主任 任组长 为成员 由 等单位组成 不再担任 增补
    同志 一、 （一） 1. 二、主要职责 张丽华 王　伟 欧阳晓晖 努尔·白克力 丹珠昂奔 陈吉宁 李　明（女） 市长
    副市长 省委常委、 国务院副总理 市财政局局长 市委书记 市政府副秘书长 分管副市长 市公安局 教育部 负责
    市发展改革委 主要负责同志 各县（市、区）人民政府 有关部门 领导小组 办公室设在 济政办字〔2016〕12号
    济南市人民政府关于成立济南市河长制工作领导小组的通知 2016年5月3日 二○一六年五月三日 抄送： 附件：
    姓名 职务 单位 组内职务 序号 联系电话 13800000000 A B 12 ( ) （ ） 《 》 “ ” | ： : ， 、 ； 。
"""
WORDS = st.sampled_from(re.split("[ \n]+", _WORDS.strip()))
"""Divided at plain spaces: the wide one of 组　长 stays."""
JOINS = st.sampled_from(
    ["", "", "　", "  ", "\t", "\n", "\n", "、", "，", "；", "。", "\n\n", "："]
)
NOTICES = st.lists(st.tuples(WORDS, JOINS), max_size=60).map(
    lambda pairs: "".join(word + join for word, join in pairs)
)


def check(text: str) -> Notice:
    """Every word of every seat stands in the text, spaces and bars apart; a draft says the same."""
    notice = notice_of_text(text)
    whole = "".join(text.replace("|", "").split()).replace(":", "：")
    for group in notice.groups:
        for seat in group.seats:
            for part in (seat.person, seat.title, seat.unit):
                assert part is None or "".join(part.split()) in whole, (seat, text)
            assert seat.person or seat.title or seat.unit
            assert (
                1
                <= seat.line
                <= text.count("\n")
                + 1
                + sum(map(text.count, "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
            )
    _adds_up(notice, text)
    return notice


def _adds_up(notice: Notice, text: str) -> None:
    """Every line with words is a seat, a fact, or not understood, and each is one of them."""
    lines = notice.lines
    told = [*lines.seats, *lines.facts, *lines.not_understood]
    words = [n for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    assert sorted(told) == words
    assert {seat.line for group in notice.groups for seat in group.seats} <= set(lines.seats)
    assert {doubt.line for doubt in notice.not_understood} <= {*lines.seats, *lines.not_understood}
    assert bool(lines.seats) != bool(notice.advice)


@settings(max_examples=400, deadline=None)
@given(NOTICES)
def test_words_of_notices_in_any_order(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    notice = check(text)
    tree = YAML(typ="safe").load(draft(notice, Path("x.txt")))
    assert tree["form"] == "lsgraph/tables/1"
    assert [d["text"] for d in tree["not_understood"] or []] == [
        d.text for d in notice.not_understood
    ]


@settings(max_examples=200, deadline=None)
@given(NOTICES)
def test_a_draft_holds_what_was_read(text: str) -> None:
    notice = notice_of_text(text)
    tree = YAML(typ="safe").load(draft(notice, Path("x.txt")))
    seats = [seat for group in notice.groups for seat in group.seats]
    drafted = [
        (s["role"], s.get("person"), s.get("title"), s.get("unit"), s["line"], s["certainty"])
        for s in tree["seats"]
    ]
    assert drafted == [(s.role, s.person, s.title, s.unit, s.line, s.certainty) for s in seats]
