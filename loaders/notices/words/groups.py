"""Names of groups (领导小组, 指挥部) in titles and sentences."""

from __future__ import annotations

import re

from loaders.notices.words.text import closed, numbered

KINDS = (
    "领导小组|协调小组|协作小组|推进小组|工作小组|工作组|小组|联席会议|联席会|"
    "委员会|领导组|推动会|会报|审议会|督导会|筹备会|评议会|策进会|顾问团|组委会|筹委会|管委会|指挥部|专班|理事会|联盟|协调机制|指挥中心|调查组|督导组|督查组|攻坚组|推进组|专项组|协调组|工作协调机制|推进工作办公室|推进办公室"
)
OTHER_BODY = re.compile(
    r"(?:专家|技术|咨询|评审|评估|课题|调研|项目|考察|巡视|巡察|评标)[\u3400-\u9fff]{0,6}(?<!小)组$|专家委员会$"
)
SHORT_NAMED = (
    "安委会|爱卫会|防委会|禁毒委|食安委|语委|减灾委|妇儿工委|残工委|关工委|文明委|绿化委|国动委|老龄委|综治委|编委|规委会|组委会"
    "|筹委会|执委会|家委会|治丧委员会|河长制办公室|普查办公室"
)
"""Groups known by a short name."""
"""Bodies below a group, whose roles are none of the group's."""
OWN_TEAM = re.compile("[\u3400-\u9fff]{2,8}(?<!小)组")
"""A working group (督查组) with roles of its own."""
_COUNT = re.compile(r"[（(](?:共|计)?[\d一二三四五六七八九十]{1,3}[人名][）)]$")
_NO_NAME = re.compile(
    r"(?:[主小]任|[局处厅部区县市州省组]长|书记|主席|[^，]了)[、\u3400-\u9fff]|不少|^[成组]员|^将|相应|各级|各自|相关|有关|健全|^(?:\d+|若干|[两二三四五六七八九十几])[个大](?:专项|工作|领导)*(?:小?组|指挥部|委员会)|领导机构|办公室|^[他她它我你这那该此其]|现在|仍是|还是|(?:组|部|会议)[和及与、]"
)
_NAMED = (
    re.compile(
        rf"(?:成立|建立|设立|特设置?|设置|组建|组成|(?<!不再)调整|充实)了?(?P<name>[^，,。；;：由的]{{1,40}}?(?:{KINDS}))"
        "(?=$|[，,。；;（(由”」》]|以下|并|组成|人员|制度)"
    ),
    re.compile(
        rf"(?:组长|成员|指挥长?|主任|召集人|牵头|参加|参与|组成)的(?P<name>[^，,。；;：]{{4,40}}?(?:{KINDS}))(?=$|[，,。；;])"
    ),
    re.compile(
        rf"(?:^|[，,])(?P<name>[^，,。；;：由为]{{4,40}}?(?:{KINDS}))(?:制度)?(?:正式成立|成立(?=$|[，,])"
        r"|(?:日前|近日|今日|昨日|已经?)(?:对?组成人员|正式|进行)*(?:调整|成立|建立|设立|组建)(?!的|后|以来))"
    ),
    re.compile(
        rf"(?:^|[，,])(?P<name>[^，,。；;：由为]{{4,40}}?(?:{KINDS})|[\u3400-\u9fff]{{2,8}}组)(?:的?(?:组长|总?指挥长?|主任|召集人))?：?由"
        r"(?=[^。；;]*(?:任|担任|为|兼|组成))"
    ),
    re.compile(
        rf"^(?:第[一二三四五六七八九十]+条|法规名称：|标题：)?(?P<name>[^，,。；;：由为]{{4,40}}?(?:{KINDS}))"
        "(?:是[^。]*机构|任命|委任|[主席委成员及]{2,5}$|(?:设置|组织)?(?:要点|章程|规程)|(?:工作|议事)?(?:规则|条例|细则|办法|制度)$)"
    ),
)
"""Where a sentence names the group: by founding it, behind its roles, before who leads it."""


_BEFORE = re.compile(
    ".*(?:召开|成员的|成立|设立|组建|建立|参加|担任|举行|出席|兼任|任(?!务)|[为在对向由是了经据])|^(?:\\d*[年月日]|会议|同意|决定|上午|下午)+"
)


def short(name: str) -> bool:
    """Whether a name tells only the kind of the group: 领导小组, 市指挥部."""
    return bool(re.fullmatch(rf"[省市县区州镇乡校本该]?(?:工作)?(?:{KINDS})", name))


_YEARS = re.compile(r"^(?:19|20)\d\d[-—至](?:19|20)\d\d年(?=[\u3400-\u9fff]{4})")
"""2013-2017年教学指导委员会: the term of its members."""
_FOUNDED = re.compile(
    r"^(?:[省市县区]?(?:人民)?政府)?(?:经[^，]{2,12}，)?(?:现|特|拟|同意|决定|新|已|正式)*(?:成立|建立|设立|组建|调整|充实|完善|修订|公布|宣布|委任|任命|和|后|了)+"
    rf"(?=.*(?:{KINDS}))"
)
"""The verbs before the name of a group that is founded."""


def named(text: str) -> str:
    """A group's name without quotation marks around the whole, and without the verb before it."""
    bare = _COUNT.sub("", numbered(closed(text))[1].strip("《》“”「」『』【】\"'：:，。"))
    return _FOUNDED.sub("", _YEARS.sub("", bare)).removeprefix("的")


def owner_named(words: str) -> str | None:
    """The group that stands before one of its roles: 县抗旱指挥部 of 任县抗旱指挥部."""
    name = _BEFORE.sub("", words).removesuffix("的")
    if re.search(f"(?:{SHORT_NAMED})$", name):
        return name
    told = re.search(f"(?:{KINDS})$", name) or OWN_TEAM.fullmatch(name)
    return full_name(name) if told else None


def group_named(sentence: str) -> str | None:
    """The group that a sentence founds or begins with; None where it says only 领导小组 or another body's."""
    for pattern in _NAMED:
        for match in pattern.finditer(sentence):
            if name := full_name(match["name"]):
                return name
    return None


def full_name(words: str) -> str | None:
    """The words as a group's name; None where they are only 领导小组, or another body's."""
    name = named(words)
    return None if short(name) or OTHER_BODY.search(name) or _NO_NAME.search(name) else name
