"""The words of offices (职务词) that `graph.offices` reads: which body each belongs to, and how.

A word stands here because it names an office anywhere in China, never because one file holds it.
"""

from __future__ import annotations

import re

from graph.offices.ranks import Mode

REMARK = re.compile(r"[（(](?!(?:集团|控股|中国)[)）])[^（）()]*[)）]")
"""A remark in brackets: 市委办公厅（市档案局）, 副市长（兼）."""

GROUP_KINDS = (
    "工作协调机制", "领导小组", "协调小组", "协作小组", "专责小组", "工作小组", "推进小组",
    "联席会议", "市长会议", "合作会议", "协调会议", "总指挥部", "组织委员会", "工作专班",
    "协调机制", "协作机制", "工作机制", "工作组", "联席会", "协调会", "指挥部", "组委会",
    "委员会", "河长制", "林长制", "协作区", "合作区", "会商会", "座谈会", "专班", "联盟",
    "论坛", "峰会", "小组",
)  # fmt: skip
"""Kinds of groups (种类) as their names end, the longer before the shorter."""

MUNICIPALITIES = ("11", "12", "31", "50")
"""直辖市, by the first digits of the code: what lies below them has no prefecture between."""

SPECIAL_REGIONS = ("81", "82")
"""特别行政区, by the first digits of the code: their customs and other offices are their own."""

CENTRAL_BEGINS = ("国家", "国务院", "中国", "中央", "中华全国", "中华", "全国", "最高人民")
"""How the names of central bodies begin."""

GOVERNMENT = "省长|市长|区长|县长|州长|旗长|盟长|乡长|镇长|专员|行政长官"
"""Heads of a division's government (政府正职): the division's name ends as the word begins."""

ENDS = {
    "部长": "部", "厅长": "厅", "局长": "局", "署长": "署", "院长": "院", "行长": "行", "司长": "司",
    "处长": "处", "科长": "科", "股长": "股", "所长": "所", "站长": "站台", "台长": "台",
    "社长": "社", "校长": "校学中小院专", "馆长": "馆", "庭长": "庭", "关长": "关", "段长": "段",
    "场长": "场园", "园长": "园", "师长": "师", "审计长": "署", "检察长": "院署",
    "主任": "委办会室心厅处所部院组区园大社站地科系队道团库联署", "主任委员": "委会部", "委员长": "会",
    "会长": "会协联", "理事长": "会联协社", "总干事": "会", "特派员": "处办",
    "参谋长": "区部队军", "总参谋长": "部", "司令员": "区部队军团", "司令": "区部队军团",
}  # fmt: skip
"""Heads of other bodies, with the characters that the name of the body may end in."""

MANAGERS = "总经理|经理|董事长|总裁|厂长|矿长|监事长|行政总监|首席[^、，]{2,3}官"
TEAMS = (
    "总队长|支队长|大队长|中队长|队长|组长|团长|总指挥长|总指挥|指挥长|指挥|指导员|教导员|召集人"
)
CHIEFS = "(?:第一)?总?(?:河湖长|河长|湖长|林长|湾长|田长|链长|路长|山长|街长|片长)"
EXPERTS = r"总[^、，总]{2,3}师|总编辑|总编|主编|安全总监|总监"
GRADES = (
    "[一二三四]级巡视员|[一二三四]级调研员|巡视员|调研员|[一二三四]级主任科员|主任科员|"
    "[一二三四]级(?:高级)?(?:主办|警长|警员|法官|检察官)"
)
GRADE_RANKS = {
    "巡视员": 6, "副巡视员": 5, "一级巡视员": 6, "二级巡视员": 5, "调研员": 4, "副调研员": 3,
    "一级调研员": 4, "二级调研员": 4, "三级调研员": 3, "四级调研员": 3,
}  # fmt: skip
"""Non-leading posts (非领导职务, 职级) with their rank; those without one have none by rule."""

MEMBERS = "(?:领导)?班子成员|[部厅局委办署]务会议?成员|部务委员|成员|委员"
ASSISTANTS = (
    "(?:部长|省长|市长|主席|局长|主任|县长|区长|州长|厅长|院长|署长|检察长|行长|校长|盟长|旗长|"
    "参谋长|总经理)助理"
)
LEADERS = "主要负责同志|主要负责人|主要领导同志|主要领导"
ANYBODY = "负责同志|负责人|领导同志|领导"
COMMISSARS = ("政委", "政治委员")

WORD = "|".join(
    [ASSISTANTS, GRADES, LEADERS, EXPERTS, MANAGERS, TEAMS, CHIEFS, GOVERNMENT, "主席", "书记",
     "常委会委员", "常委", *COMMISSARS, "秘书长", *sorted(ENDS, key=len, reverse=True), ANYBODY,
     MEMBERS]
)  # fmt: skip

GRADED = "(?:享受)?[正副](?:省部|省|部|厅局|厅|局|地|县处|处|县|乡科|科|师|团)级(?:待遇)?"
"""A personal grade before an office: it is the holder's, not the office's."""
VICE = f"(?:第一|常务|专职|兼职|兼任|执行|名誉|挂职|党外|非驻会|驻会|{GRADED})*副?"
SHOWN = ("第一", "常务", "专职", "执行", "副")
"""The words before an office that its title keeps."""

FIXED = {
    "总理": Mode.HEAD, "国务院总理": Mode.HEAD, "副总理": Mode.DEPUTY_HEAD,
    "常务副总理": Mode.DEPUTY_HEAD, "国务院副总理": Mode.DEPUTY_HEAD,
    "国务院常务副总理": Mode.DEPUTY_HEAD, "国务委员": Mode.DEPUTY_HEAD,
    "总书记": Mode.HEAD, "中共中央总书记": Mode.HEAD, "国家主席": Mode.HEAD,
    "国家副主席": Mode.DEPUTY_HEAD, "政治局常委": Mode.COLLEGIAL, "政治局委员": Mode.COLLEGIAL,
    "中央政治局常委": Mode.COLLEGIAL, "中央政治局委员": Mode.COLLEGIAL,
    "中央书记处书记": Mode.COLLEGIAL, "中共中央政治局常委": Mode.COLLEGIAL,
    "中共中央政治局委员": Mode.COLLEGIAL, "中共中央书记处书记": Mode.COLLEGIAL,
    "中央政治局常委会委员": Mode.COLLEGIAL, "中共中央政治局常委会委员": Mode.COLLEGIAL,
}  # fmt: skip
"""Offices of the centre (国家领导人), each by its own word."""


def bare_name(name: str) -> str:
    """A name without remarks in brackets."""
    return REMARK.sub("", name)
