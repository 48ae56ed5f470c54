"""Pictures for the tests: the air-pollution group of 2018 as documented, and shapes of any size."""

from __future__ import annotations

from graph.core.words import Words
from graph.pictures import Fact, Picture, PictureNode, PictureTie, SourceRef

NOTICE = SourceRef(
    "S15",
    "国办发〔2018〕54号 关于成立京津冀及周边地区大气污染防治领导小组的通知",
    "https://app.www.gov.cn/govdata/gov/201807/11/426818/article.html",
)
PRESS = SourceRef("S19", "粤港澳大湾区建设领导小组首次会议 澎湃 2018-08-14", None)
GROUP, CHAIR, CENTRE = "group-air-2018", "post-vice-premier", "100000"

# uid, Chinese and English name, kind, role, rank of the seat, the seat as published
MEMBERS = (
    ("mee", "生态环境部", "Ministry of Ecology and Environment",
     "agency", "deputy_chair", 8, "李干杰 部长"),
    ("110000", "北京市", "Beijing", "province", "deputy_chair", 8, "陈吉宁 市长"),
    ("120000", "天津市", "Tianjin", "province", "deputy_chair", 8, "张国清 市长"),
    ("130000", "河北省", "Hebei", "province", "deputy_chair", 8, "许勤 省长"),
    ("sc-office", "国务院办公厅", "General Office of the State Council",
     "agency", "member", None, "丁学东 国务院副秘书长"),
    ("ndrc", "国家发展和改革委员会", "National Development and Reform Commission",
     "agency", "member", 7, "张勇 副主任"),
    ("miit", "工业和信息化部", "Ministry of Industry and Information Technology",
     "agency", "member", 7, "辛国斌 副部长"),
    ("mps", "公安部", "Ministry of Public Security", "agency", "member", 7, "李伟 副部长"),
    ("mof", "财政部", "Ministry of Finance", "agency", "member", 7, "刘伟 副部长"),
    ("mohurd", "住房和城乡建设部", "Ministry of Housing and Urban-Rural Development",
     "agency", "member", 7, "倪虹 副部长"),
    ("mot", "交通运输部", "Ministry of Transport", "agency", "member", 7, "戴东昌 副部长"),
    ("cma", "中国气象局", "China Meteorological Administration",
     "agency", "member", 7, "刘雅鸣 局长"),
    ("nea", "国家能源局", "National Energy Administration",
     "agency", "member", 7, "努尔·白克力 局长"),
    ("140000", "山西省", "Shanxi", "province", "member", 7, "贺天才 副省长"),
    ("150000", "内蒙古自治区", "Inner Mongolia", "province", "member", 7, "欧阳晓晖 副主席"),
    ("370000", "山东省", "Shandong", "province", "member", 7, "于国安 副省长"),
    ("410000", "河南省", "Henan", "province", "member", 7, "刘伟 副省长"),
)  # fmt: skip


def words(text: str) -> Words:
    """The same text for both languages."""
    return Words(text, text)


def node(
    uid: str, label: str, label_en: str, kind: str, role: str, rank: int | None
) -> PictureNode:
    """A box with neither facts nor sources."""
    return PictureNode(uid, label, label_en, kind, role, rank, False, False, (), ())


def tie(
    start: str, end: str, kind: str, relation: str | None = None, gap: int | None = None
) -> PictureTie:
    """A tie with its kind as label."""
    return PictureTie(start, end, kind, relation, gap, words(kind), (), (NOTICE,))


def air_picture() -> Picture:
    """The leading small group on air pollution around Beijing, 11 July 2018, on the seat basis."""
    chair = PictureNode(
        CHAIR, "国务院副总理", "Vice-Premier of the State Council",
        "post", "chair", 9, False, False,
        (Fact(Words("Holder", "任职者"), words("韩正")),
         Fact(Words("Rank basis", "级别依据"), Words("derived", "推定"))),
        (NOTICE, PRESS),
    )  # fmt: skip
    group = PictureNode(
        GROUP, "京津冀及周边地区大气污染防治领导小组",
        "LSG for air pollution control in Beijing-Tianjin-Hebei and surrounding areas",
        "group", "group", None, False, False, (), (NOTICE,),
    )  # fmt: skip
    return Picture(
        title=Words(group.label_en, group.label),
        caption=Words(
            "STRONG: the vice-premier in the chair commands every member government (LC 1) and "
            "outranks each by at least one step (gap 1, seat basis).",
            "强领导：组长（国务院副总理）统属全部成员政府（LC 1），"
            "且级别至少高一级（级差 1，按席位）。",
        ),
        as_of="2018-07-11",
        layout="tiers",
        facts=(
            Fact(Words("Type", "类型"), Words("STRONG", "强领导")),
            Fact(Words("Type in the paper", "论文类型"), Words("unknown", "未知")),
            Fact(Words("Gap", "级差"), words("1")),
            Fact(Words("LC", "LC"), words("1")),
        ),
        notes=(Words("Ranks of seats are derived from their titles.", "席位级别由职务推定。"),),
        nodes=(group, _centre(), chair, *_members()),
        ties=(
            tie(CHAIR, GROUP, "CHAIRS"),
            tie(CHAIR, CENTRE, "IN"),
            *(_authority(member[0], member[5]) for member in MEMBERS),
            *(tie(CENTRE, member[0], "COMMAND") for member in MEMBERS),
            *(tie(member[0], GROUP, _seat(member[4])) for member in MEMBERS),
        ),
    )


def _centre() -> PictureNode:
    return node(CENTRE, "中央", "The centre", "country", "superior", 10)


def _members() -> list[PictureNode]:
    return [
        PictureNode(
            uid, zh, en, kind, role, rank, False, False,
            (Fact(Words("Seat", "席位"), words(seat)),), (NOTICE,),
        )
        for uid, zh, en, kind, role, rank, seat in MEMBERS
    ]  # fmt: skip


def _authority(uid: str, rank: int | None) -> PictureTie:
    return tie(CHAIR, uid, "AUTHORITY", "LINE", None if rank is None else 9 - rank)


def _seat(role: str) -> str:
    return "MEMBER_OF" if role == "member" else "DEPUTY_CHAIRS"


def supposed_picture() -> Picture:
    """Jinan and Laiwu on the day before the merger, the mayor of Jinan supposed in the chair."""
    chair = PictureNode(
        "post-jinan-mayor", "济南市市长", "Mayor of Jinan", "post", "chair", 7, True, False, (), ()
    )
    return Picture(
        title=Words("Jinan-Laiwu Cooperation Zone Construction LSG", "济莱协作区建设领导小组"),
        caption=Words(
            "SELF_FORMING, supposing the mayor of Jinan in the chair: gap 1, LC 0.",
            "自组织（假设组长为济南市市长）：级差 1，LC 0。",
        ),
        as_of="2018-12-25",
        layout="tiers",
        facts=(),
        notes=(Words("No source found names the chair.", "所见来源均未载明组长。"),),
        nodes=(
            node("jl", "济莱协作区建设领导小组", "Jinan-Laiwu LSG", "group", "group", None),
            chair,
            node("370100", "济南市", "Jinan", "prefecture", "member", 7),
            node("371200", "莱芜市", "Laiwu", "prefecture", "member", 6),
            node("370000", "山东省", "Shandong", "province", "superior", 8),
        ),
        ties=(
            tie("post-jinan-mayor", "jl", "CHAIRS"),
            tie("post-jinan-mayor", "370100", "IN"),
            tie("post-jinan-mayor", "370100", "AUTHORITY", "OWN", 0),
            tie("post-jinan-mayor", "371200", "AUTHORITY", "OUTRANK_ONLY", 1),
            tie("370000", "370100", "COMMAND"),
            tie("370000", "371200", "COMMAND"),
            tie("370100", "jl", "MEMBER_OF"),
            tie("371200", "jl", "MEMBER_OF"),
        ),
    )


def tree_picture(prefectures: int, counties: int) -> Picture:
    """A hierarchy by its shape alone: one province, so many units below, names just numbers."""
    nodes = [node("p", "省", "Province", "province", "focus", 8)]
    ties = []
    for number in range(prefectures):
        uid = f"p{number}"
        names = f"地级{number}", f"Prefecture {number}"
        nodes.append(node(uid, *names, "prefecture", "subordinate", 6))
        ties.append(tie("p", uid, "COMMAND"))
    for number in range(counties):
        uid, above = f"c{number}", f"p{number % prefectures}"
        names = f"县级单位{number}", f"County unit {number}"
        nodes.append(node(uid, *names, "county", "subordinate", 4))
        ties.append(tie(above, uid, "COMMAND"))
    return Picture(
        Words("Hierarchy", "层级"), Words("A province.", "一省。"), "2026-09-30", "tree", (), (),
        tuple(nodes), tuple(ties),
    )  # fmt: skip
