"""What the properties of the files are called, and the words of their closed lists, each by its property."""

from __future__ import annotations

from collections.abc import Mapping

from graph.ask.remarks import remark
from graph.core.terms import (
    BRANCHES,
    CONFIDENCES,
    END_BASES,
    FIELDS,
    LEADERSHIPS,
    MODES,
    RANK_BASES,
    ROLES,
    ROSTERS,
    TYPES,
    term,
)
from graph.core.words import Words, named
from loaders.tables import vocabulary

PROPERTIES: Mapping[str, Words] = {
    "from": Words("start", "起"), "to": Words("end", "止"), "name": Words("name", "名称"),
    "name_en": Words("English name", "英文名称"), "kind": Words("kind", "种类"),
    "field": Words("field", "领域"), "place": Words("government that runs it", "主管政府"),
    "in_paper": Words("a case of the paper", "论文案例"),
    "type_in_paper": Words("class in the paper", "论文所归类型"),
    "leadership": Words("leadership", "组长形式"), "roster": Words("roster", "名单是否完整"),
    "vacancy_stated": Words("chair stated vacant", "载明组长空缺"),
    "established_by": Words("founding acts", "成立文件"), "succeeded_by": Words("successors", "后继"),
    "source": Words("sources", "来源"), "from_source": Words("sources of the start", "起始的来源"),
    "to_source": Words("sources of the end", "终止的来源"),
    "role": Words("role", "角色"), "post": Words("post", "职务"),
    "unit": Words("unit", "单位"), "person": Words("person", "人物"), "title": Words("title", "名称（所载）"),
    "executive": Words("executive deputy", "常务"), "rotating": Words("rotating chair", "轮值"),
    "presided": Words("presided", "主持"), "as_of": Words("last day shown", "最后见于"),
    "confidence": Words("confidence", "可信度"), "note": Words("note", "说明"),
    "mode": Words("mode", "职务性质"), "branch": Words("branch", "系统"), "rank": Words("rank", "级别"),
    "rank_basis": Words("basis of the rank", "级别依据"),
    "rank_reason": Words("reason of the rank", "级别理由"),
    "end_basis": Words("basis of the end", "终止依据"), "number": Words("number", "文号"),
    "issued": Words("day of issue", "印发日期"), "instrument": Words("instrument", "文件性质"),
    "issuers": Words("issuers", "发文机关"), "petitioned_by": Words("petitioned by", "请示机关"),
    "issuer_competent": Words("issuer competent", "发文机关有权设立"),
    "binding_powers": Words("binding powers", "载明权限"),
    "duties_per_member": Words("duties of each member", "载明成员职责"),
    "host_office": Words("host of the office", "载明办公室设置"),
    "term_and_abolition": Words("term and abolition", "载明期限与撤销"),
    "published": Words("published", "已公布"), "url": Words("address", "网址"),
    "date": Words("date", "日期"), "read": Words("day read", "查阅日期"), "licence": Words("licence", "许可"),
}  # fmt: skip
"""What a property is called; beside it stands its name in the files."""
SOURCE_KINDS: Mapping[str, Words] = named(
    **{kind: words[0] for kind, words in vocabulary.SOURCE_KINDS.words.items()}
)
"""Kinds of source, in the words of the form."""
REMARKS = ("notes", "events", "note", "rank_reason")
"""Properties that say something in a sentence."""
_YES_OR_NO = named(true="是", false="否")
_VALUES: Mapping[str, Mapping[str, Words]] = {
    "kind": SOURCE_KINDS, "confidence": CONFIDENCES, "field": FIELDS, "leadership": LEADERSHIPS,
    "roster": ROSTERS, "type_in_paper": {name.lower(): words for name, words in TYPES.items()},
    "role": ROLES, "mode": MODES, "branch": BRANCHES, "rank_basis": RANK_BASES, "end_basis": END_BASES,
}  # fmt: skip
"""The words of each property that has a closed list; a kind is that of a source, groups have open ones."""


def value_words(property: str, text: str) -> Words:
    """A value of a property for people; what no list holds stands as it is."""
    if property in REMARKS:
        return remark(text)
    return term(_VALUES.get(property, _YES_OR_NO), text)
