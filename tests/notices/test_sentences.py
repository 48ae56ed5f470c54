"""Sentences that found groups and name who is in them: the group, the roles, and nothing lost in silence."""

from __future__ import annotations

import pytest

from tests.notices.plain_texts import notice_of_text

Seats = list[tuple[str | None, str, str | None, str | None, str | None]]


def seats_of(text: str) -> Seats:
    """Group, role, person, title and unit of each seat."""
    groups = notice_of_text(text).groups
    return [(g.name, s.role, s.person, s.title, s.unit) for g in groups for s in g.seats]


def test_a_sentence_that_founds_a_group_names_it_and_its_place() -> None:
    text = (
        "近日，济南市成立优化营商环境领导小组，市长张丽华任组长，副市长李明、王伟任副组长，"
        "有关部门负责人为成员。"
    )
    name = "优化营商环境领导小组"
    assert seats_of(text) == [
        (name, "chair", "张丽华", "市长", "济南市"),
        (name, "deputy_chair", "李明", "副市长", "济南市"),
        (name, "deputy_chair", "王伟", "副市长", "济南市"),
    ]
    (left,) = notice_of_text(text).not_understood
    assert left.text == "有关部门负责人"


@pytest.mark.parametrize(
    "text",
    [
        "山东省新型城镇化工作领导小组由省长张丽华任组长。",
        "省政府成立了由省长张丽华任组长的山东省新型城镇化工作领导小组。",
        "山东省新型城镇化工作领导小组日前调整组成人员，省长张丽华任组长。",
        "山东省新型城镇化工作领导小组成立\n省长张丽华任组长。",
    ],
)
def test_where_the_name_of_the_group_stands(text: str) -> None:
    name = "山东省新型城镇化工作领导小组"
    assert seats_of(text) == [(name, "chair", "张丽华", "省长", "山东省")]


def test_each_sentence_goes_to_the_group_that_it_names() -> None:
    text = (
        "济南市防汛抗旱指挥部成立\n市长张丽华任指挥长。指挥部下设医疗救治组。医疗救治组由副市长李明任组长。"
        "指挥部副指挥长由副市长王伟担任。\n"
    )
    assert [(group, role, person) for group, role, person, _, _ in seats_of(text)] == [
        ("济南市防汛抗旱指挥部", "chair", "张丽华"),
        ("济南市防汛抗旱指挥部", "deputy_chair", "王伟"),
        ("医疗救治组", "chair", "李明"),
    ]


def test_who_comes_beside_who_goes() -> None:
    text = (
        "济南市人民政府关于调整济南市森林防火指挥部成员的通知\n"
        "张丽华任总指挥，王建国不再担任副总指挥职务，增补李明（市水利局局长）为成员。\n"
    )
    assert [(role, person) for _, role, person, _, _ in seats_of(text)] == [
        ("chair", "张丽华"), ("member", "李明"),
    ]  # fmt: skip
    (left,) = notice_of_text(text).not_understood
    assert "王建国" in left.text


def test_a_person_whom_no_rule_seats_is_told() -> None:
    head = "济南市人民政府关于成立济南市河长制工作领导小组的通知\n"
    text = f"{head}组长：张丽华　市长\n请假：王建国　市水利局局长\n"
    notice = notice_of_text(text)
    assert [(left.line, left.text) for left in notice.not_understood] == [(3, "王建国")]
    assert (notice.lines.seats, notice.lines.facts, notice.lines.not_understood) == (
        (2,),
        (1,),
        (3,),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("关于放假的通知\n10月1日放假。\n", "No role"),
        ("组长职责：主持工作。\n", "Roles stand in 1 lines"),
    ],
)
def test_a_text_without_a_seat_says_what_to_do(text: str, told: str) -> None:
    advice = notice_of_text(text).advice
    assert advice is not None
    assert told in advice.en


@pytest.mark.parametrize("words", ["市长", "长", "王市长", "张三副市长"])
def test_a_long_run_of_the_same_words_is_read_or_told(words: str) -> None:
    head = "济南市人民政府关于成立济南市河长制工作领导小组的通知\n"
    notice = notice_of_text(f"{head}成员：{words * (3900 // len(words))}\n")
    assert 2 in {*notice.lines.seats, *notice.lines.not_understood}


def test_a_committee_of_a_government_is_no_group_of_its_director() -> None:
    assert seats_of("省发展和改革委员会副主任张丽华出席会议。") == []


def test_a_numbered_line_over_a_chair_names_the_group() -> None:
    text = (
        "济南市事故救援预案\n1、火灾事故\n正指挥：市消防大队队长\n副指挥：市公安局副局长\n"
        "2、道路交通事故\n正指挥：市公安局局长\n"
    )
    assert [(group, role, title) for group, role, _, title, _ in seats_of(text)] == [
        ("火灾事故", "chair", "市消防大队队长"),
        ("火灾事故", "deputy_chair", "市公安局副局长"),
        ("道路交通事故", "chair", "市公安局局长"),
    ]


def test_one_deputy_for_the_row_of_bodies() -> None:
    text = "县防汛工作领导小组由县长任组长，县财政局、县水利局和县气象局等3个相关职能部门的分管副职任成员。"
    assert [(title, unit) for _, role, _, title, unit in seats_of(text) if role == "member"] == [
        ("分管副职", "县财政局"),
        ("分管副职", "县水利局"),
        ("分管副职", "县气象局"),
    ]


def test_words_that_honour_a_name() -> None:
    text = "济南市科技咨询委员会名单\n主席\n--\n市长\n非官方成员\n张丽华教授\n王伟先生\n李明\n"
    assert [seat[1:4] for seat in seats_of(text)] == [
        ("chair", None, "市长"),
        ("member", "张丽华", "教授"),
        ("member", "王伟", None),
        ("member", "李明", None),
    ]


def test_a_secretary_beside_his_seat() -> None:
    text = "济南市住房委员会由市长担任主席，成员包括：市财政局局长，并担任秘书长；市规划局局长。"
    assert [(role, title) for _, role, _, title, _ in seats_of(text)] == [
        ("chair", "市长"),
        ("member", "市财政局局长"),
        ("secretary", "市财政局局长"),
        ("member", "市规划局局长"),
    ]


def test_what_a_member_does_is_no_part_of_his_name() -> None:
    text = "济南市防汛指挥部\n指挥长：市长张丽华，负责全面工作；\n副指挥长：副市长王伟，协助指挥长工作。"
    assert [seat[1:4] for seat in seats_of(text)] == [
        ("chair", "张丽华", "市长"),
        ("deputy_chair", "王伟", "副市长"),
    ]


def test_members_with_their_number() -> None:
    text = (
        "济南市统战工作领导小组成员共3人，分别是：市财政局局长，市教委主任、市科委副主任，"
        "市民政局副局长，市水利局局长。"
    )
    assert [(title, bool(unit)) for _, _, _, title, unit in seats_of(text)] == [
        ("市财政局局长", True),
        ("市教委主任、市科委副主任", True),
        ("市民政局副局长", True),
        ("市水利局局长", True),
    ]


def test_headings_inside_a_line_and_the_group_before_a_role() -> None:
    text = (
        "方案 一、目标  弘扬精神。 二、组织机构 (一)校庆筹备工作领导小组组长:张丽华、王伟 副组长:李明 "
        "(二)庆典组组长:李明 成员:王伟、赵六。 三、其他 另定。"
    )
    assert [seat[:3] for seat in seats_of(text)] == [
        ("校庆筹备工作领导小组", "chair", "张丽华"),
        ("校庆筹备工作领导小组", "chair", "王伟"),
        ("校庆筹备工作领导小组", "deputy_chair", "李明"),
        ("庆典组", "chair", "李明"),
        ("庆典组", "member", "王伟"),
        ("庆典组", "member", "赵六"),
    ]


def test_a_short_heading_keeps_the_name_of_the_heading_above() -> None:
    text = (
        "关于成立小组的通知\n一、设立界别活动领导小组\n（一）领导小组\n组长：张丽华\n"
        "二、其他\n1、民盟界别小组（4人）\n组长：王伟\n"
    )
    assert [seat[:3] for seat in seats_of(text)] == [
        ("界别活动领导小组", "chair", "张丽华"),
        ("民盟界别小组", "chair", "王伟"),
    ]


def test_a_commander_below_the_commander_in_chief() -> None:
    text = "关于成立济南市防汛指挥部的通知\n总指挥长：市长张丽华\n指挥长：副市长王伟\n成员：市水利局局长李明"
    assert [seat[:3] for seat in seats_of(text)] == [
        ("济南市防汛指挥部", "chair", "张丽华"),
        ("济南市防汛指挥部", "executive_deputy", "王伟"),
        ("济南市防汛指挥部", "member", "李明"),
    ]
