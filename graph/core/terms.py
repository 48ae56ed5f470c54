"""The terms of the definitions in English and Chinese: one place for pages, sentences, tables and forms.

The English word is the term itself (LINE, STRONG), as queries return it; the Chinese one is this
project's rendering. What each means is defined in docs/definitions.md. A new word of a closed list
belongs here; what other spellings a reader takes for it stands with the reader.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from graph.core.words import Words, named

UNKNOWN = Words("unknown", "不明")
"""What no source says."""

TYPES = named(
    STRONG="强领导", WEAK="弱领导", SELF_FORMING="自组织", UNKNOWN="未知", VACANT="空缺",
    NOT_A_GROUP="不构成小组", UNCLASSIFIED="不归类",
)  # fmt: skip

RELATIONS = named(
    OWN="本职", OUTSIDE="体系外", LINE="统属", UNKNOWN="不明", UNRANKED="缺级别",
    OUTRANK_ONLY="仅级别高", PEER="同级", OUTRANKED="级别低",
)  # fmt: skip

RELATIONS_TO_PLACE = {
    "run_by": Words("runs it", "主管"),
    "sits_in": Words("sits in it", "参加"),
    "within": Words("all its members lie there", "成员均在境内"),
}
"""What a place is to a group (小组与地区的关系)."""

MEANINGS: dict[str, Words] = {
    "OWN": Words("the chair heads this member", "组长在该成员单位任领导职务"),
    "OUTSIDE": Words("outside the chair's system", "不在组长的领导体系内"),
    "LINE": Words("the chair commands this member", "组长统属该成员"),
    "UNKNOWN": Words("the member's superiors are not known", "其上级不明"),
    "UNRANKED": Words("a rank is missing", "缺少级别"),
    "OUTRANK_ONLY": Words("higher rank, no command", "级别高而不统属"),
    "PEER": Words("equal rank, no command", "级别相同而不统属"),
    "OUTRANKED": Words("the member ranks higher", "成员级别更高"),
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
    "mandated_peer": Words("a peer leads by mandate of others", "同级受命牵头"),
    "origin_inferred": Words("that the members founded it is inferred", "由成员自发成立系推断"),
    "self_initiated": Words("founded by the members", "由成员发起"),
    "delegated": Words("command without a higher rank", "有统属而级别不高于成员"),
    "rank_missing": Words("a rank is missing", "有级别缺失"),
    "origin_unknown": Words("who founded it is not known", "发起者不明"),
    "third_party_origin": Words("founded by a third party", "由第三方成立"),
    "politburo_chair": Words(
        "a Politburo member chairs and commands nobody by it", "组长系政治局委员，并不因此统属成员"
    ),
    "rank_not_covered": Words("no terms are known before 1982", "1982 年以前的任期未收录"),
    "petitioned": Words("a superior approved what others asked for", "经请示由上级批准成立"),
    "outside_command": Words(
        "some members stand outside the chair's command by law", "有成员依法不受组长领导"
    ),
    "cross_branch": Words("command crosses from government to party or back", "统属跨党政系统"),
    "link_unknown": Words("who leads a member is not known", "有成员隶属不明"),
    "partial_roster": Words("the roster is not complete", "名单不全"),
    "undated": Words("no source dates it", "无日期"),
    "chair_last_shown": Words(
        "the person in the chair was shown there before and is not known to have been on the day",
        "任组长者此前见于记载，当日是否在任不明",
    ),
    "chair_stale": Words("the chair was last shown long before", "组长久无记载"),
    "unsourced": Words("a statement has no source", "有记载未注明来源"),
}

CERTAINTIES: dict[str, Words] = {
    "identified": Words("identified", "已判明"),
    "by_convention": Words("by convention", "依约定"),
    "open": Words("open", "未定"),
}
"""How sure a type is (确定程度)."""

CONVENTIONS: dict[str, Words] = {
    "collective_form": Words(
        "a meeting of which no source names a chair is taken to be led by all its members",
        "会议性质的机构未载明组长的，视为由各成员共同领导",
    ),
    "origin_inferred": FLAGS["origin_inferred"],
    "post_kept": Words(
        "the post is taken to chair still, though its known holder has left it",
        "已知任职者离任后，视为仍由该职务任组长",
    ),
    "roster_below_host": Words(
        "members that are not known are taken to stand below the government that runs it",
        "未知的成员视为均为主办政府的下级",
    ),
    "sar_line": Words(
        "the centre is taken to command its special administrative regions",
        "视中央统属特别行政区",
    ),
}
"""What a type by convention takes for granted (约定)."""

ORIGINS: dict[str, Words] = {
    "superior": Words("founded by a superior", "由上级成立"),
    "members": Words("founded by the members", "由成员成立"),
    "third_party": Words("founded by a third party", "由第三方成立"),
    "unknown": Words("not known", "不明"),
}

ROSTERS = named(complete="完整", partial="不全") | {"unknown": Words("not known", "不明")}

STATUSES = {
    "documented": Words("documented", "有记载"),
    "presumed": Words("presumed to go on", "推定存续"),
    "stale": Words("last seen long before", "久无记载"),
    "undated": Words("no source dates it by then", "无日期"),
}
"""Whether a source shows a group near a day (存续状态)."""
COUNTED = ("documented", "presumed")
"""Statuses of the groups that stand in counts, shares, regions and comparisons of a day."""

ROLES = named(
    chair="组长", deputy_chair="副组长", member="成员", observer="列席", secretary="秘书长",
    office_director="办公室主任",
)  # fmt: skip
EXECUTIVE = Words("executive deputy chair", "常务副组长")
"""A deputy chair that the form marks as executive."""

PRESIDER = Words("presided, no chair", "主持")
"""A member that the form marks as having presided over a session."""

STANDINGS: dict[str, Words] = {
    "chair": Words("chairs", "任组长"),
    "member": Words("its unit is a member", "所在单位为成员"),
    "not_government": Words(
        "its unit is a member but not a government: out of scope",
        "所在单位为成员而非政府，不在计算范围",
    ),
    "own_body": Words("own body of the host: makes it no member", "东道政府本级的席位，不构成成员"),
    "other_role": Words("a seat in this role makes no member", "此类席位不构成成员"),
    "no_unit": Words("no source tells its unit", "来源未载所在单位"),
    "not_in_force": Words("its unit is not in force on the day", "所在单位当日不存在"),
}
"""Whether a seat makes its unit a member, and why not."""

FIELDS = named(
    agriculture="农业", civil_affairs="民政", climate="气候变化", culture="文化", cyber="网络",
    digital="数字化", education="教育", energy="能源", environment="生态环境", finance="财政金融",
    health="卫生健康", hong_kong_macao="港澳", industry="工业", other="其他", poverty="扶贫",
    reform="改革", regional="区域合作", river_chief="河长制", safety="安全生产", security="安全",
    tourism="旅游", transport="交通", water="水",
)  # fmt: skip
"""Fields of groups (领域)."""

LEADERSHIPS: dict[str, Words] = {
    "single": Words("one chair", "单一"),
    "co_chairs": Words("co-chairs", "双组长"),
    "rotating": Words("rotating chair", "轮值"),
    "collective": Words("collective", "集体"),
    "unknown": Words("not known", "不明"),
}

LEVELS: dict[str, Words] = {
    "Country": Words("centre", "中央"),
    "Province": Words("province", "省级"),
    "Prefecture": Words("prefecture", "地级"),
    "County": Words("county", "县级"),
    "Township": Words("township", "乡级"),
}
"""Levels of divisions, from the centre down."""

BRANCHES = named(
    party="党委", government="政府", congress="人大", cppcc="政协", court="法院",
    procuratorate="检察院", military="军队武警", mass_organisation="群团", enterprise="企业",
) | {"cppcc": Words("CPPCC", "政协")}  # fmt: skip

MODES: dict[str, Words] = {
    "HEAD": Words("head", "正职"),
    "DEPUTY_HEAD": Words("deputy head", "副职"),
    "DEPT_HEAD": Words("head of a department", "部门正职"),
    "COLLEGIAL": Words("member of the standing committee", "常委"),
    "OTHER": Words("other", "其他"),
}

RANK_BASES = named(stated="载明", derived="推定", override="个案")

CONFIDENCES = named(high="高", medium="中", low="低")
"""From the surest down."""

PRECISIONS: dict[str, Words] = {
    "day": Words("to the day", "精确到日"),
    "month": Words("to the month", "精确到月"),
    "year": Words("to the year", "精确到年"),
    "by": Words("known by then", "不晚于该日"),
    "open": Words("has not come", "尚未结束"),
    "unknown": Words("not known", "不明"),
}
"""How exact a start or an end is."""

END_BASES: dict[str, Words] = {
    "stated": Words("stated", "载明"),
    "derived": Words("derived", "推定"),
    "open": Words("has not come", "尚未结束"),
    "unknown": Words("not known", "不明"),
}
"""Where an end is from."""

COMMANDS = named(statutory="法定", acting="代管")
"""How an upper government leads a lower one."""

SCOPES = named(governments="只计政府", all="计全部成员")
BASES = named(person="个人", seat="席位", unit="单位")

STRATA: dict[str, Words] = {
    "province": Words("in one province", "一省之内"),
    "cross_province": Words("across provinces", "跨省"),
    "inter_agency": Words("of agencies across governments", "跨地区部门协作"),
    "no_province": Words("of no province", "不属任何省"),
    "unknown": Words("of unknown place", "地区不明"),
}
"""To which province a group belongs, or why to none."""

INSTRUMENTS: dict[str, Words] = {
    "none": Words("none", "无文件"),
    "minutes": Words("minutes or agreement", "会议纪要或协议"),
    "normative": Words("normative document", "规范性文件"),
    "regulation": Words("regulation or law", "法规规章"),
}
"""Kinds of founding documents, 0 to 3 by strength."""

READINGS: dict[str, Words] = {
    "basis=person": Words("all posts of the chair counted", "计组长全部职务"),
    "basis=seat": Words("the chairing post alone counted", "只计任组长的职务"),
    "basis=unit": Words("the rank of the chair's unit counted", "计组长所在单位的级别"),
    "scope=governments": Words("only governments as members", "只计政府成员"),
    "scope=all": Words("all members counted", "计全部成员"),
    "branches_apart": Words("party and government kept apart", "党政分开计"),
    "outside_counted": Words("members outside command counted", "计入体系外成员"),
    "without_override": Words("overridden ranks left out", "不用个案级别"),
    "petitioners": Words("those who asked for it as its founders", "以请示者为发起者"),
    "without_derived": Words("derived ranks left out", "不用推定级别"),
}

DIVISION_KINDS: dict[str, str] = {
    "国家": "country", "省": "province", "自治区": "autonomous region",
    "直辖市": "municipality under the centre", "特别行政区": "special administrative region",
    "副省级市": "sub-provincial city", "地级市": "prefecture-level city", "地区": "prefecture",
    "自治州": "autonomous prefecture", "盟": "league", "市辖区": "district", "县": "county",
    "县级市": "county-level city", "自治县": "autonomous county", "旗": "banner",
    "自治旗": "autonomous banner", "林区": "forestry district", "特区": "special district",
    "镇": "town", "乡": "township", "街道": "subdistrict", "民族乡": "ethnic township",
    "苏木": "sumu", "民族苏木": "ethnic sumu", "区公所": "district public office",
}  # fmt: skip
"""Kinds of divisions (建制) in English; a kind that is not here is shown as it stands."""


def term(words: Mapping[str, Words], name: str | None) -> Words:
    """A term in both languages; one that has no rendering as it stands, None as unknown."""
    if name is None:
        return UNKNOWN
    return words.get(name, Words(name, name))


def last_shown(status: str | None, day: dt.date | None) -> Words:
    """That a person is only last shown in a seat (最后见于), by `tenure_status`; empty of who is held."""
    if status != "last_shown":
        return Words("", "")
    return Words(f"last shown {day}", f"最后见于 {day}")


def division_kind(kind: str) -> Words:
    """The kind of a division (建制) in both languages."""
    return Words(DIVISION_KINDS.get(kind, kind), kind)


_UNITS = named(
    days="日", fields="个领域", governments="个政府", groups="个小组", items="项", levels="层",
    members="个成员", pairs="对", posts="个职务", seats="个席位", steps="级", ties="个关系", units="个单位",
)  # fmt: skip


def unit(text: str) -> Words:
    """What a column counts, or the bounds of its values: `steps`, `0 to 1`, `items, 0 to 6`."""
    said = (term(_UNITS, part).zh for part in text.split(", "))
    return Words(text, "，".join(said).replace(" to ", " 至 "))
