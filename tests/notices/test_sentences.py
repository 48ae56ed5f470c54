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
    assert told in advice


@pytest.mark.parametrize("words", ["市长", "长", "王市长", "张三副市长"])
def test_a_long_run_of_the_same_words_is_read_or_told(words: str) -> None:
    head = "济南市人民政府关于成立济南市河长制工作领导小组的通知\n"
    notice = notice_of_text(f"{head}成员：{words * (3900 // len(words))}\n")
    assert 2 in {*notice.lines.seats, *notice.lines.not_understood}
