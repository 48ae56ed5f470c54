"""Every word that the pages themselves say, in English and Chinese.

The definitions behind the terms are this project's operationalisation of the leading small group
(领导小组); the pages say so in their footer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.core.terms import LEVELS, RELATIONS, TYPES, UNKNOWN, term
from graph.core.terms import ROLES as ROLES_OF_SEATS
from graph.core.words import NOTHING, Words, named
from graph.offices.ranks import RANKS
from graph.pictures import PictureNode, PictureTie

KINDS = {
    **named(group="小组", post="职务", person="人物", document="文件"),
    **{level.lower(): said for level, said in LEVELS.items()},
    **named(agency="部门"),
}
ROLES = {
    **named(group="小组"),
    **ROLES_OF_SEATS,
    **named(superior="上级", subordinate="下级"),
    "focus": Words("in focus", "所查对象"),
    **named(official="官员", department="所属部门"),
    "held": Words("post held", "所任职务"),
    **named(unit="单位", post="职务", person="人物", document="文件"),
    **TYPES,
}
"""Roles of boxes; a group among several has its type as role."""
TIES = {
    "AUTHORITY": Words("chair to member: relation and gap of rank", "组长对成员：关系与级差"),
    "COMMAND": Words("upper unit commands lower unit", "上级领导下级"),
    "CHAIRS": Words("chairs the group", "任组长"),
    "DEPUTY_CHAIRS": Words("is deputy chair", "任副组长"),
    "MEMBER_OF": Words("is a member", "为成员"),
    "IN": Words("post belongs to unit", "职务所属单位"),
    "HOLDS": Words("holds the post", "任此职"),
    "SITS_IN": Words(
        "sits in as observer, secretary or office director", "列席，任秘书长或办公室主任"
    ),
    "DEPARTMENTS": Words("only its departments sit", "仅所属部门任成员"),
    "SUCCEEDED_BY": Words("was succeeded by", "后继"),
    "RUNS": Words("runs the group", "设立并管理"),
    "HOSTS": Words("hosts the group", "为其东道政府"),
}
BUNDLES = {"SEATS": Words("seats", "席位")}
"""Names of bundles of more kinds than one."""
RANK_NAMES = {rank.rank: Words(rank.en, rank.zh) for rank in RANKS}
NO_RANK = Words("rank unknown / outside the ladder", "级别不明或不在序列")
SUPPOSED = Words("supposed", "假设")
LAST_SHOWN = Words("last shown", "最后见于")
FADED = Words("not seen for long", "久无记载")
"""Mark of a group that is stale or undated on the day."""
MARKED = (
    NOTHING,
    Words("+ new", "＋ 新增"),
    Words("≠ changed", "≠ 有变"),
    Words("× gone on the other side", "× 另一侧已无"),
)
GONE, MOVED = Words("× gone", "× 已不在"), Words("× moved", "× 已移位")
"""Marks of boxes that are new, changed or gone since the picture before."""
ON_SIDE = Words("On the side", "所在侧")
DRAWN_ON = Words("Drawn on", "所绘时段")
CHANGES = {
    "group": Words("group", "小组"),
    "type": Words("type", "类型"),
    "chair": Words("chair", "组长"),
    "membership": Words("members", "成员"),
    "unit": Words("units", "单位"),
    "role": Words("role", "角色"),
    "rank": Words("rank", "级别"),
    "authority": Words("relation and gap", "关系与级差"),
    "name": Words("name", "名称"),
    "fact": Words("facts", "事实"),
    "command": Words("hierarchy", "层级"),
    "figure": Words("figures", "数据"),
}
"""Kinds of what changes between two pictures."""
FOOTER = Words(
    "Terms, types and figures are an operationalisation of this project, not the paper's own "
    "(Miao & Ju 2020, doi 10.1108/IJPL-02-2020-0008). Unknown stays unknown.",
    "术语、类型与数值为本项目的操作化定义，并非论文原文所定"
    "（Miao & Ju 2020，doi 10.1108/IJPL-02-2020-0008）。不明者仍记为不明。",
)


def in_order(known: Iterable[str], used: Collection[str]) -> list[str]:
    """Return the words that are used: those of a list in its order, all others after them."""
    first = [word for word in known if word in used]
    return [*first, *sorted(set(used).difference(first))]


def rank_words(rank: int | None) -> Words:
    """Return the rank with its number and name, or the words for an unknown one."""
    name = RANK_NAMES.get(rank) if rank is not None else None
    if name is None:
        return NO_RANK if rank is None else Words.same(str(rank))
    return Words(f"{rank} {name.en}", f"{rank} {name.zh}")


def gap_text(gap: int | None) -> str:
    """Ordinal steps with their sign (+1, 0, −2), "?" for an unknown gap."""
    if gap is None:
        return "?"
    return f"{gap:+d}".replace("-", "\u2212") if gap else "0"


def tie_words(tie: PictureTie) -> Words:
    """Say what a tie says in the picture: relation and gap where it has a relation, else its label."""
    if tie.relation is None:
        return tie.label
    relation = term(RELATIONS, tie.relation)
    gap = gap_text(tie.gap)
    return Words(f"{relation.en} {gap}", f"{relation.zh} {gap}")


def counted(text: str, ties: int) -> str:
    """Return what stands on a piece that so many ties share."""
    return f"{text} ×{ties}" if ties > 1 else text


def role_words(node: PictureNode) -> Words:
    """Return the role in the picture, with the marks for what is supposed and what is unknown."""
    parts = [term(ROLES, node.role)]
    if node.supposed:
        parts.append(SUPPOSED)
    if node.faded:
        parts.append(FADED)
    if node.unknown and node.role != "UNKNOWN":
        parts.append(UNKNOWN)
    return Words.joined(parts, " · ", " · ")


def names(node: PictureNode) -> Words:
    """Return the node's name in each language; the Chinese one where no English name is known."""
    return Words(node.label_en or node.label or node.uid, node.label or node.label_en or node.uid)
