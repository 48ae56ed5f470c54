"""Notices of other kinds, and what surrounds a roster: nothing of it becomes a seat."""

from __future__ import annotations

import pytest

from tests.notices.plain_texts import notice_of_text

HEAD = "济南市人民政府办公室关于成立济南市河长制工作领导小组的通知\n济政办字〔2016〕12号\n"
OTHER = {
    "appointments": "任命张丽华为市财政局局长；免去王建国的市水利局局长职务。\n聘任李明为市第一中学校长。",
    "an election": "选举张丽华为市人大常委会主任，王建国、李明为副主任，陈强为秘书长，周涛等为委员。",
    "a meeting": "参会人员：张丽华 市长\n领导小组组长、市长张丽华出席会议并讲话。\n副组长王建国主持会议。",
    "telephones": "姓名\t职务\t联系电话\n张丽华\t科长\t83700001\n王建国\t副科长\t83700002",
    "rules": "成员由市政府秘书长、副秘书长组成。会议由秘书长召集和主持，有关单位负责人列席会议。",
    "duties": "组长职责：主持全面工作。\n副组长职责：协助组长。\n成员要各司其职，各负其责。",
    "a holiday": "10月1日至8日放假，共8天。\n带班领导：张丽华 副市长\n值班人员：李明、王建国",
    "workers": "班组长由职工推选产生，车间主任由厂长任命，工会主席由职工代表大会选举产生。",
    "prizes": "一等奖 张丽华 市财政局\n二等奖 王建国 市水利局",
    "a scheme": "主要负责同志要担任第一责任人。\n（一）市发展改革委：负责统筹。\n（二）市财政局：出资。",
}
AROUND = {
    "office": "领导小组办公室设在市水利局，承担日常工作。办公室副主任由市水利局副局长李明兼任。",
    "staff": "领导小组成员单位有关处室负责同志担任办公室成员，各成员单位确定一名联络员。",
    "changes": "领导小组成员因工作变动需要调整的，由所在单位提出，报领导小组组长批准。",
    "sessions": "领导小组会议由组长或其委托的副组长召集，根据工作需要不定期召开。",
    "leaving": "王建国同志不再担任领导小组副组长职务。",
    "experts": "领导小组下设专家组，专家组组长由市水利局总工程师李明担任。",
    "copies": "抄送：市委各部门，市人大常委会办公厅，市政协办公厅。",
    "annex": "附件：1.成员单位职责分工\n2.工作规则",
    "contact": "联系人：李明，电话：83700001。",
    "several": "各县区人民政府主要负责人、市直有关部门负责人",
}


@pytest.mark.parametrize("kind", OTHER)
def test_a_notice_of_another_kind_has_no_seat(kind: str) -> None:
    notice = notice_of_text(f"济南市人民政府办公室文件\n各县区人民政府：\n{OTHER[kind]}\n")
    assert [seat for group in notice.groups for seat in group.seats] == []


@pytest.mark.parametrize("kind", AROUND)
def test_what_follows_a_roster_adds_no_seat(kind: str) -> None:
    roster = "组　长：张丽华　市长\n成　员：陈　强　市财政局局长\n"
    end = "济南市人民政府办公室\n2016年5月3日\n"
    notice = notice_of_text(f"{HEAD}{roster}{AROUND[kind]}\n{end}")
    (group,) = notice.groups
    assert [(seat.role, seat.person) for seat in group.seats] == [
        ("chair", "张丽华"), ("member", "陈强"),
    ]  # fmt: skip


def test_a_signature_is_no_member() -> None:
    for gap in ("", "\n", "　　　　"):
        end = f"{gap}济南市人民政府办公室\n2016年5月3日\n"
        notice = notice_of_text(f"{HEAD}成员单位：\n市财政局\n市水利局\n{end}")
        assert [seat.unit for seat in notice.groups[0].seats] == ["市财政局", "市水利局"]


def test_whoever_leaves_is_told() -> None:
    notice = notice_of_text(f"{HEAD}免去王建国同志领导小组成员职务。\n")
    (left,) = notice.not_understood
    assert (left.line, left.why.en) == (3, "somebody leaves the group: no seat")
