"""Constructions of administrative prose, in texts of our own: each is read, whatever its names and bodies."""

from __future__ import annotations

import pytest

from tests.notices.plain_texts import notice_of_text

TEXTS = [
    (
        (
            "永春县人民政府办公室关于成立永春县抗旱领导小组的通知\n"
            "组长：\n"
            "张丽华\n"
            "县委书记\n"
            "副组长：\n"
            "李明\n"
            "县委副书记、县长\n"
            "王伟\n"
            "副县长\n"
            "成员：\n"
            "陈强\n"
            "县政府办主任\n"
            "刘洋\n"
            "县财政局局长\n"
            "周涛\n"
            "县水利局副局长"
        ),
        [
            "chair 张丽华 县委书记",
            "deputy_chair 李明 县委副书记、县长",
            "deputy_chair 王伟 副县长",
            "member 陈强 县政府办主任",
            "member 刘洋 县财政局局长",
            "member 周涛 县水利局副局长",
        ],
    ),
    (
        (
            "永春县人民政府办公室关于成立永春县抗旱领导小组的通知\n"
            "姓名\n"
            "职务\n"
            "组内职务\n"
            "张丽华\n"
            "县委书记\n"
            "组长\n"
            "李明\n"
            "县委副书记、县长\n"
            "副组长\n"
            "王伟\n"
            "副县长\n"
            "副组长\n"
            "陈强\n"
            "县政府办主任\n"
            "成员\n"
            "刘洋\n"
            "县财政局局长\n"
            "成员\n"
            "周涛\n"
            "县水利局副局长\n"
            "成员"
        ),
        [
            "chair 张丽华 县委书记",
            "deputy_chair 李明 县委副书记、县长",
            "deputy_chair 王伟 副县长",
            "member 陈强 县政府办主任",
            "member 刘洋 县财政局局长",
            "member 周涛 县水利局副局长",
        ],
    ),
    (
        ("防台抗台工作组\n组长：张丽华\n副组长：李明 王伟\n成员：陈 强 刘 洋 周 涛 赵 敏 孙 莉"),
        [
            "chair 张丽华",
            "deputy_chair 李明",
            "deputy_chair 王伟",
            "member 陈强",
            "member 刘洋",
            "member 周涛",
            "member 赵敏",
            "member 孙莉",
        ],
    ),
    (
        (
            "永春县人民政府办公室关于成立永春县抗旱领导小组的通知\n"
            "组长：张丽华，县委书记，主持全面工作。\n"
            "副组长：李明，县委副书记、县长，负责协调。\n"
            "王伟，副县长，负责督查。\n"
            "成员：陈强，县政府办主任。\n"
            "刘洋，县财政局局长。\n"
            "周涛，县水利局副局长。"
        ),
        [
            "chair 张丽华 县委书记",
            "deputy_chair 李明 县委副书记、县长",
            "deputy_chair 王伟 副县长",
            "member 陈强 县政府办主任",
            "member 刘洋 县财政局局长",
            "member 周涛 县水利局副局长",
        ],
    ),
    (
        ("根据方案，市爱卫会主任由副市长张丽华担任，市卫健委主任李明、市城管局局长王伟任副主任。"),
        [
            "chair 张丽华 副市长",
            "deputy_chair 李明 市卫健委主任",
            "deputy_chair 王伟 市城管局局长",
        ],
    ),
    (
        (
            "市第三人民医院成立疫情防控领导小组，院长张丽华为组长，党委书记李明、副院长王伟为副组长，"
            "医务科、护理部、院感科负责人为成员。"
        ),
        [
            "chair 张丽华 院长",
            "deputy_chair 李明 党委书记",
            "deputy_chair 王伟 副院长",
            "member 负责人",
            "member 负责人",
            "member 负责人",
        ],
    ),
    (
        (
            "为做好工作，成立防汛指挥部。指挥长：县长张丽华。指挥部下设5个工作组：\n"
            "1.抢险救援组：由县应急局牵头，县公安局、县消防大队参加。组长：县应急局局长李明。\n"
            "2.转移安置组：组长由县民政局局长王伟担任，成员由县民政局、县财政局组成。\n"
            "3.宣传报道组。由县委宣传部常务副部长陈强任组长，县融媒体中心主任刘洋任副组长。"
        ),
        [
            "防汛指挥部: chair 张丽华 县长",
            "抢险救援组: chair 李明 县应急局局长",
            "转移安置组: chair 王伟 县民政局局长",
            "转移安置组: member",
            "转移安置组: member",
            "宣传报道组: chair 陈强 县委宣传部常务副部长",
            "宣传报道组: deputy_chair 刘洋 县融媒体中心主任",
        ],
    ),
    (
        (
            "（1）综合协调组。组长：李明；成员：王伟、陈强。负责综合协调。（2）物资保障组。组长：刘"
            "洋；成员：周涛。负责物资。"
        ),
        [
            "综合协调组: chair 李明",
            "综合协调组: member 王伟",
            "综合协调组: member 陈强",
            "物资保障组: chair 刘洋",
            "物资保障组: member 周涛",
        ],
    ),
    (
        (
            "招生工作领导小组（组长：张丽华；副组长：李明；成员：王伟、陈强）\n"
            "监督小组（组长：刘洋；成员：周涛、赵敏）"
        ),
        [
            "招生工作领导小组: chair 张丽华",
            "招生工作领导小组: deputy_chair 李明",
            "招生工作领导小组: member 王伟",
            "招生工作领导小组: member 陈强",
            "监督小组: chair 刘洋",
            "监督小组: member 周涛",
            "监督小组: member 赵敏",
        ],
    ),
    (
        (
            "据悉，由常务副县长胡志强担任总指挥的县城棚户区改造指挥部已于日前成立，县住建局局长马俊任"
            "常务副总指挥。"
        ),
        [
            "chair 胡志强 常务副县长",
            "executive_deputy 马俊 县住建局局长",
        ],
    ),
    (
        (
            "2.1 省指挥部\n"
            "总指挥：省政府分管副省长。\n"
            "副总指挥：省政府分管副秘书长、省应急厅厅长、省消防救援总队总队长。\n"
            "成员：省委宣传部、省发展改革委、省公安厅、省民政厅、省财政厅、武警四川省总队、中国铁路成"
            "都局集团有限公司等单位负责同志。"
        ),
        [
            "chair 省政府分管副省长",
            "deputy_chair 省政府分管副秘书长",
            "deputy_chair 省应急厅厅长",
            "deputy_chair 省消防救援总队总队长",
            "member 负责同志",
            "member 负责同志",
            "member 负责同志",
            "member 负责同志",
            "member 负责同志",
            "member 负责同志",
            "member 负责同志",
        ],
    ),
    (
        "绥江县成立河长制工作领导小组，由县委书记杨淞任组长，分管环保的副县长周明任副组长，"
        "县委督查室、财政局、环保局等共计28家部门单位主要负责同志为成员。",
        [
            "chair 杨淞 县委书记",
            "deputy_chair 周明 副县长",
            "member 主要负责同志",
            "member 主要负责同志",
            "member 主要负责同志",
        ],
    ),
    (
        "关于成立有关议事协调机构的通知\n【永春县抗旱领导小组】\n组长：张丽华 县委书记\n"
        "决定调整永春县防火领导小组，名单如下：\n李明，县长，任组长。\n陈强，县政府办主任，任成员。",
        [
            "永春县抗旱领导小组: chair 张丽华 县委书记",
            "永春县防火领导小组: chair 李明 县长",
            "永春县防火领导小组: member 陈强 县政府办主任",
        ],
    ),
]
DOUBTED = {
    "a title without its body": "县抗旱指挥部由县长任指挥长。",
    "a body of no known beginning": "关于成立县抗旱指挥部的通知\n成员单位：蓝鲸之家中心",
    "a row closed by words for many": "县抗旱指挥部由县财政局、县水利局、各有关乡镇负责人组成。",
    "many chairs": "县抗旱指挥部成员名单\n组长：张丽华、李明、王伟",
    "a head of the body that makes the rule": "内政部营建署（以下简称本署）设推动会，由本署署长任召集人。",
    "a title beside a word that is no name": "永春县成立抗旱领导小组，阴乙丁戊，县财政局局长，任副组长。",
    "one of two posts": "县抗旱指挥部由县政府副县长或者县政府办公室主任任指挥长。",
    "a field of work in the place of a body": "校慶籌備委員會由國際事務副校長任召集人。",
    "a name apart from its title": "县抗旱指挥部成员名单\n成员：\n张丽华\n县财政局局长",
}


@pytest.mark.parametrize(("text", "seats"), TEXTS)
def test_a_construction_is_read(text: str, seats: list[str]) -> None:
    groups = notice_of_text(text).groups
    named = seats[0].partition(": ")[1]
    found = [
        (f"{group.name}: " if named else "") + " ".join(filter(None, (s.role, s.person, s.title)))
        for group in groups
        for s in group.seats
    ]
    assert found == seats


@pytest.mark.parametrize("kind", DOUBTED)
def test_what_may_be_wrong_is_never_certain(kind: str) -> None:
    groups = notice_of_text(DOUBTED[kind]).groups
    seats = [seat for group in groups for seat in group.seats]
    assert seats
    assert [seat for seat in seats if not seat.check] == []


def test_government_is_of_the_body_beside_bodies_and_of_the_title_beside_places() -> None:
    text = "关于成立永春县抗旱领导小组的通知\n组长：县委、县政府主要领导\n"
    text += "副组长：县财政局、海宁市政府主要领导\n成员：永春县、德化县政府主要领导"
    seats = notice_of_text(text).groups[0].seats
    assert [(seat.unit, seat.title) for seat in seats] == [
        ("县委", "主要领导"), ("县财政局", "主要领导"), ("海宁市政府", "主要领导"),
        ("永春县", "政府主要领导"), ("德化县", "政府主要领导"),
    ]  # fmt: skip


def test_the_mark_of_a_wiki_is_no_part_of_a_name() -> None:
    text = "[编辑]永春县抗旱领导小组\n组长：张丽华（县长）"
    assert notice_of_text(text).groups[0].name == "永春县抗旱领导小组"


@pytest.mark.parametrize("words", ["调整后的两大领导小组", "若干个专项指挥部", "4个委员会"])
def test_a_number_of_groups_is_no_group(words: str) -> None:
    assert notice_of_text(f"{words}组成单位包括县财政局、县水利局。").groups[0].name is None


def test_departments_and_units_at_the_end_of_a_row_share_its_head() -> None:
    text = "县人民政府设立永春县抗旱指挥部，分管副县长任指挥长，"
    text += "县委宣传部、县财政局、县气象局等部门（单位）负责人为成员。"
    group = notice_of_text(text).groups[0]
    assert group.name == "永春县抗旱指挥部"
    assert [(seat.unit, seat.title) for seat in group.seats if seat.role == "member"] == [
        ("县委宣传部", "负责人"), ("县财政局", "负责人"), ("县气象局", "负责人"),
    ]  # fmt: skip


def test_a_body_among_deputies_with_titles_is_in_doubt() -> None:
    text = "关于成立永春县抗旱领导小组的通知\n副组长：县水利局局长、县财政局、县气象局局长"
    seats = notice_of_text(text).groups[0].seats
    assert [(seat.unit, bool(seat.check)) for seat in seats if not seat.title] == [
        ("县财政局", True)
    ]


def test_members_of_whom_a_sentence_about_the_office_tells_are_its_staff() -> None:
    text = "永春县抗旱领导小组由县长任组长。\n办公室负责日常工作，成员李明、王伟。"
    notice = notice_of_text(text)
    assert [seat.role for seat in notice.groups[0].seats] == ["chair"]
    assert {doubt.text for doubt in notice.not_understood} == {"李明、王伟"}


def test_a_roster_printed_under_a_second_name_is_one_group() -> None:
    text = "设立永春县抗旱救灾指挥部，由县水利局局长任指挥长，县财政局局长任副指挥长。\n"
    text += "三、县抗旱指挥部\n指挥长：县水利局局长\n副指挥长：县财政局局长"
    (group,) = notice_of_text(text).groups
    assert [seat.role for seat in group.seats] == ["chair", "deputy_chair"]


def test_a_pronoun_names_no_group() -> None:
    text = "这个领导小组由县长任组长，县水利局局长任副组长。"
    assert all(seat.check for seat in notice_of_text(text).groups[0].seats)


NOT_READ = [
    (
        "昨日，市创建全国文明城市指挥部召开第三次例会，市委副书记、市长、指挥部指挥长张丽华出席并讲话，市委常委、宣传部部长、指挥部常务副指挥长李明主持，副指挥长王伟、陈强参加。",
        ["张丽华", "李明", "王伟", "陈强"],
    ),
    (
        (
            "本报讯（记者 刘洋）3月12日，全市安全生产工作会议召开。市委常委、常务副市长、市安委会主"
            "任张丽华出席会议并讲话，市安委会副主任、副市长李明主持会议，市安委会办公室主任、市应急局局"
            "长陈强通报情况。"
        ),
        ["张丽华", "李明", "陈强"],
    ),
    (
        "镇党委书记张丽华（组长）、镇长李明（副组长）及各村支部书记参加了镇人居环境整治领导小组会议。",
        ["张丽华", "李明"],
    ),
    (
        "学校决定成立教学改革领导小组和教学督导组。教学改革领导小组组长张丽华，副组长李明，成员王伟、陈强。教学督导组组长刘洋，成员周涛、赵敏。",
        ["张丽华", "李明", "王伟", "陈强", "刘洋", "周涛", "赵敏"],
    ),
    (
        "县委书记郭晓东、县长林峰分别担任县乡村振兴领导小组组长、副组长。",
        ["郭晓东", "林峰"],
    ),
]
"""Sentences that the rules leave alone: their persons stand among what was not understood."""


@pytest.mark.parametrize(("text", "names"), NOT_READ)
def test_whom_no_rule_seats_is_told_by_name(text: str, names: list[str]) -> None:
    read = notice_of_text(text)
    assert [seat for group in read.groups for seat in group.seats] == []
    told = "".join(left.text for left in read.not_understood)
    assert [name for name in names if name not in told] == []
