"""Why a group has its type, in one sentence of English and of Chinese.

The row of the type table that decided, the flags and the figures are the query's; here they only
become words. Nothing is computed anew.
"""

from __future__ import annotations

from graph.catalogue import Row
from graph.pictures import Words

TYPES: dict[str, Words] = {
    "STRONG": Words("STRONG", "强领导"),
    "WEAK": Words("WEAK", "弱领导"),
    "SELF_FORMING": Words("SELF_FORMING", "自组织"),
    "UNKNOWN": Words("UNKNOWN", "未知"),
    "VACANT": Words("VACANT", "空缺"),
    "NOT_A_GROUP": Words("NOT_A_GROUP", "不成其为组"),
    "UNCLASSIFIED": Words("UNCLASSIFIED", "不归类"),
}
"""Names of the types; the Chinese ones are this project's rendering."""

RELATIONS: dict[str, Words] = {
    "OWN": Words("own unit", "本单位"),
    "OUTSIDE": Words("outside command", "系统之外"),
    "LINE": Words("line of command", "统属"),
    "UNKNOWN": Words("link unknown", "关系不明"),
    "UNRANKED": Words("rank unknown", "级别不明"),
    "OUTRANK_ONLY": Words("outranks only", "仅级别高"),
    "PEER": Words("peer", "同级"),
    "OUTRANKED": Words("outranked", "级别低"),
}

FLAGS: dict[str, Words] = {
    "own_unit_only": Words("every seat belongs to one government", "席位同属一个政府"),
    "roster_unknown": Words("the members are not known", "成员不明"),
    "member_lost": Words("a documented member has ceased to exist", "有成员已撤销"),
    "chair_unknown": Words("no source names the chair", "无资料载明组长"),
    "chair_post_unknown": Words("the chair's post is not known", "组长职务不明"),
    "one_person_heads_all": Words("one person heads all members", "一人兼领各成员"),
    "outside_only": Words(
        "the only other members stand outside the chair's command by law",
        "其余成员依法不受组长领导",
    ),
    "mandated_peer": Words("a peer leads by mandate of others", "受命牵头的同级"),
    "origin_inferred": Words("that the members founded it is inferred", "由成员自发成立系推断"),
    "self_initiated": Words("founded by the members", "由成员发起"),
    "delegated": Words("command without a higher rank", "有统属而级别不高于成员"),
    "rank_missing": Words("a rank is missing", "有级别缺失"),
    "origin_unknown": Words("who founded it is not known", "发起者不明"),
    "third_party_origin": Words("founded by a third party", "由第三方成立"),
    "outside_command": Words(
        "some members stand outside the chair's command by law", "有成员依法不受组长领导"
    ),
    "cross_branch": Words("command crosses from government to party or back", "统属跨党政系统"),
    "link_unknown": Words("who leads a member is not known", "有成员隶属不明"),
    "partial_roster": Words("the roster is not complete", "名单不全"),
    "undated": Words("no source dates it", "无日期"),
}

_ROWS: dict[int, Words] = {
    0: Words("every seat belongs to one government", "席位同属一个政府"),
    1: Words("fewer than two members are known on the day", "当日已知成员不足两个"),
    2: Words("no source names the chair", "无资料载明组长"),
    3: Words(
        "nobody is left whom the chair neither heads nor by law can not command",
        "除本单位及系统之外者外别无成员",
    ),
    4: Words(
        "every member is led by its own head, and others founded the body",
        "各成员由本单位首长领导，而由他方成立",
    ),
    5: Words("every member is led by its own head", "各成员由本单位首长领导"),
    6: Words(
        "the chair commands every member and outranks each", "组长统属全部成员且级别高于各成员"
    ),
    7: Words("the chair commands every member", "组长统属全部成员"),
    8: Words(
        "the members founded it and the chair does not command them all",
        "由成员成立，组长不统属全部成员",
    ),
    9: Words(
        "the chair comes from a member and commands no other", "组长来自成员之一，不统属其他成员"
    ),
    10: Words(
        "the chair does not command all members, and the members did not found it",
        "组长不统属全部成员，且非由成员成立",
    ),
}


def reason(row: Row) -> Words:
    """One sentence: the type and what decided it, with the smallest gap and the coverage."""
    why, kind = _ROWS[row.row], TYPES[row.type]
    en = "; ".join(filter(None, (why.en, _gap_en(row), _coverage_en(row), _flags(row, "en"))))
    zh = "；".join(filter(None, (why.zh, _gap_zh(row), _coverage_zh(row), _flags(row, "zh"))))
    return Words(f"{kind.en}: {en}.", f"{kind.zh}：{zh}。")


def chairs_in_words(row: Row) -> Words:
    """Who chairs: names and titles, or that it is not known."""
    shown = [" ".join(filter(None, (c["name"], c["title"]))) for c in row.chairs]
    if named := "、".join(filter(None, shown)):
        return Words(named, named)
    if row.leadership == "collective":
        return Words("collective: the heads of the members", "集体：各成员首长")
    return Words("not known", "不明")


def _gap_en(row: Row) -> str:
    return "" if row.gap_min is None else f"smallest gap of rank {signed(row.gap_min)}"


def _gap_zh(row: Row) -> str:
    return "" if row.gap_min is None else f"最小级差 {signed(row.gap_min)}"


def _coverage_en(row: Row) -> str:
    if row.lc is not None:
        return f"line coverage {row.lc:.2f}"
    bounded = row.lc_min is not None
    return f"line coverage {row.lc_min:.2f} to {row.lc_max:.2f}" if bounded else ""


def _coverage_zh(row: Row) -> str:
    if row.lc is not None:
        return f"统属覆盖率 {row.lc:.2f}"
    return f"统属覆盖率 {row.lc_min:.2f} 至 {row.lc_max:.2f}" if row.lc_min is not None else ""


def _flags(row: Row, language: str) -> str:
    said = _ROWS[row.row]
    texts = [getattr(FLAGS[flag], language) for flag in row.flags]
    return ("; " if language == "en" else "；").join(
        text for text in texts if text != getattr(said, language)
    )


def signed(gap: int) -> str:
    """A gap with its sign, 0 without one."""
    return f"{gap:+d}" if gap else "0"
