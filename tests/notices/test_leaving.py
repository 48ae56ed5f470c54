"""Notices that change a group (调整): what they print, and who leaves by their words."""

from __future__ import annotations

import pytest

from tests.notices.plain_texts import notice_of_text

HEAD = "济南市人民政府办公厅关于调整市东河治理领导小组成员的通知\n"


def left(body: str) -> list[tuple[str, str | None]]:
    """Each person who leaves by the words, with the role that is named."""
    return [(one.person, one.role) for one in notice_of_text(HEAD + body).leaving]


@pytest.mark.parametrize(
    ("body", "gone"),
    [
        ("张强不再担任领导小组副组长。", [("张强", "deputy_chair")]),
        (
            "郑军、吴涛同志因工作变动，不再担任市东河治理领导小组成员。",
            [("郑军", "member"), ("吴涛", "member")],
        ),
        ("免去赵敏、孙伟的成员职务。", [("赵敏", "member"), ("孙伟", "member")]),
        ("撤销吴涛成员职务，陈军任副组长。", [("吴涛", "member")]),
        ("组长由王芳调整为刘洋。", [("王芳", "chair")]),
        (
            "免去市水利局局长张强的市东河治理领导小组常务副组长职务。",
            [("张强", "executive_deputy")],
        ),
        ("张强退出领导小组。", [("张强", None)]),
        (
            "二、不再担任成员\n张强  市水利局原局长\n赵敏\n三、其他事项照旧。\n李明\n",
            [("张强", "member"), ("赵敏", "member")],
        ),
        ("不再担任成员：张强、赵敏", [("张强", "member"), ("赵敏", "member")]),
        ("领导小组不再设立办公室。", []),
        ("组长：张强  副市长\n", []),
    ],
)
def test_who_leaves(body: str, gone: list[tuple[str, str | None]]) -> None:
    assert left(body) == gone


def test_who_leaves_has_no_seat_by_that() -> None:
    notice = notice_of_text(
        f"{HEAD}一、新增成员\n李明  市水利局局长\n二、不再担任成员\n张强\n赵敏\n"
    )
    assert [(s.role, s.person) for s in notice.groups[0].seats] == [("member", "李明")]
    assert [one.to_dict()["text"] for one in notice.not_understood] == ["不再担任成员"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            f"{HEAD}调整后的组成人员名单如下：\n组长：张强  副市长\n成员：李明  市水利局局长\n",
            "roster",
        ),
        (f"{HEAD}增补市水利局局长李明为成员。\n", "seats"),
        ("济南市成立东河治理领导小组\n张强不再担任市东河治理领导小组组长。\n", "seats"),
        (
            "关于成立市东河治理领导小组的通知\n组长：张强  副市长\n成员需要作调整的，由其单位提出。\n",
            None,
        ),
        (
            "济南市人民政府关于成立市东河治理领导小组的通知\n组成人员名单如下：\n组长：张强  副市长\n",
            None,
        ),
    ],
)
def test_whether_a_notice_changes_a_group(text: str, what: str | None) -> None:
    notice = notice_of_text(text)
    assert notice.adjusts == what
    assert notice.to_dict()["adjusts"] == what


def test_names_of_those_who_leave_are_given_back_as_published() -> None:
    notice = notice_of_text(
        "臺中市政府水利推動小組名單調整\n張強、趙敏不再擔任小組成員，組長由劉偉擔任。\n"
    )
    assert [one["person"] for one in notice.to_dict()["leaving"]] == ["張強", "趙敏"]
