"""A correction of a fact as a page: what is published and by whom, the form, what others propose."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

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
    UNKNOWN,
    term,
)
from graph.core.words import Words, named
from loaders.corrections.proposals import Proposal
from loaders.corrections.things import Thing, Things, Value, choices, is_list, properties
from loaders.form.schema import (
    DocumentEntry,
    PersonEntry,
    PostEntry,
    SeatEntry,
    SourceEntry,
    TenureEntry,
)
from web.pages.around import Around, address
from web.pages.render import render

PROPERTIES: Mapping[str, Words] = {
    "from": Words("start", "起"), "to": Words("end", "止"), "name": Words("name", "名称"),
    "name_en": Words("English name", "英文名称"), "kind": Words("kind", "种类"),
    "field": Words("field", "领域"), "place": Words("government that runs it", "所属政府"),
    "in_paper": Words("a case of the paper", "论文案例"),
    "type_in_paper": Words("class in the paper", "论文所归类型"),
    "leadership": Words("leadership", "领导方式"), "roster": Words("roster", "名单是否完整"),
    "vacancy_stated": Words("chair stated vacant", "载明组长空缺"),
    "established_by": Words("founding acts", "成立文件"), "succeeded_by": Words("successors", "后继"),
    "source": Words("sources", "来源"), "from_source": Words("sources of the start", "起始之来源"),
    "to_source": Words("sources of the end", "截止之来源"),
    "role": Words("role", "角色"), "post": Words("post", "职务"),
    "unit": Words("unit", "单位"), "person": Words("person", "人物"), "title": Words("title", "名称（所载）"),
    "executive": Words("executive deputy", "常务"), "rotating": Words("rotating chair", "轮值"),
    "presided": Words("presided", "主持"), "as_of": Words("last day shown", "最后所见之日"),
    "confidence": Words("confidence", "可信度"), "note": Words("note", "说明"),
    "mode": Words("mode", "职务性质"), "branch": Words("branch", "系统"), "rank": Words("rank", "级别"),
    "rank_basis": Words("basis of the rank", "级别依据"),
    "rank_reason": Words("reason of the rank", "级别理由"),
    "end_basis": Words("basis of the end", "截止依据"), "number": Words("number", "文号"),
    "issued": Words("day of issue", "印发日期"), "instrument": Words("instrument", "文件性质"),
    "issuers": Words("issuers", "印发机关"), "petitioned_by": Words("petitioned by", "请示机关"),
    "issuer_competent": Words("issuer competent", "印发机关有权"),
    "binding_powers": Words("binding powers", "载明权限"),
    "duties_per_member": Words("duties of each member", "载明成员职责"),
    "host_office": Words("host of the office", "载明办公室设置"),
    "term_and_abolition": Words("term and abolition", "载明期限与撤销"),
    "published": Words("published", "已公布"), "url": Words("address", "网址"),
    "date": Words("date", "日期"), "read": Words("day read", "查阅日期"), "licence": Words("licence", "许可"),
}  # fmt: skip
"""What a property is called; beside it stands its name in the files."""
KINDS = named(
    gov_doc="政府文件", gov_doc_mirror="政府文件（转载）", gov_site="政府网站",
    gov_site_mirror="政府网站（转载）", press="报刊", press_mirror="报刊（转载）", agreement="协议",
    dataset="数据集", yearbook="年鉴", encyclopedia="百科", article="文章", journal_abstract="期刊摘要",
    paper_abstract="论文摘要",
)  # fmt: skip
"""Kinds of source."""
CHOICES: dict[str, Words] = {
    **{name.lower(): words for name, words in TYPES.items()},
    **named(department_of="政府工作部门", led_by="垂直领导", guided_by="业务指导", true="是", false="否"),
    **BRANCHES, **CONFIDENCES, **END_BASES, **LEADERSHIPS, **MODES, **RANK_BASES, **ROLES, **ROSTERS,
    **KINDS,
}  # fmt: skip
"""The words of closed lists, whatever the property."""
FORM = ("to", "source", "source_title", "source_url", "source_kind", "source_date", "source_read",
        "reason", "by")  # fmt: skip
"""The fields that are typed."""
STATES = {
    "open": Words("open", "待处理"),
    "made": Words("the data has this value", "数据已为此值"),
    "past": Words("the value has changed since", "其后已另有更改"),
}


@dataclass(frozen=True)
class Standing:
    """A proposal beside what the files hold now: `state` is one of STATES.

    `thing` is what it corrects, None where nothing has that uid any more.
    """

    proposal: Proposal
    thing: Thing | None
    state: str

    def value(self, value: Value) -> Words:
        """One of its values for people."""
        if self.thing is None:
            return Words.same(text_of(value))
        return words_of(self.thing, self.proposal.change.property, value)


@dataclass(frozen=True)
class Correcting:
    """What a page of corrections shows of a group: a thing, its property `name`, what is typed and stands."""

    group: Thing
    known: Things
    proposals: Sequence[Standing] = ()
    thing: Thing | None = None
    name: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: Sequence[str] = ()
    saved: Proposal | None = None

    @property
    def path(self) -> str:
        """The address without what is chosen."""
        return correct_address(self.group.uid)

    def things(self) -> Iterator[tuple[Words, list[tuple[str, Words]]]]:
        """All that can be corrected here, by kind: uid and label."""
        kinds: dict[Words, list[tuple[str, Words]]] = {}
        for thing in self.known.of_group(self.group.uid):
            kinds.setdefault(thing.kind, []).append((thing.uid, label(thing)))
        yield from kinds.items()

    def values(self) -> Iterator[tuple[str, Words, Words]]:
        """Each property of the chosen thing, what it is called, and its value."""
        for name in properties(self.chosen.model):
            yield name, PROPERTIES[name], words_of(self.chosen, name, self.chosen.value(name))

    @property
    def chosen(self) -> Thing:
        """The thing that is shown: the group where none is chosen."""
        return self.thing or self.group

    @property
    def sources(self) -> list[tuple[str, SourceEntry]]:
        """The sources that the chosen thing names."""
        known = self.known.data.sources
        told = self.chosen.value("source") if "source" in properties(self.chosen.model) else []
        return [(uid, known[uid]) for uid in told if uid in known] if isinstance(told, list) else []

    @property
    def now(self) -> str:
        """The value that stands, as a form hands it back."""
        return json.dumps(self.chosen.value(self.name), ensure_ascii=False)

    @property
    def others(self) -> list[Standing]:
        """Other open proposals for the chosen value."""
        name = self.saved.name if self.saved else ""
        uid, property = self.chosen.uid, self.name
        return [
            one for one in self.proposals
            if (one.proposal.change.uid, one.proposal.change.property) == (uid, property)
            and one.proposal.name != name and one.state == "open"
        ]  # fmt: skip


def correct_address(group: str, **state: object) -> str:
    """The page on which facts of a group are corrected."""
    return address(f"/correct/{quote(group.removeprefix('group:'), safe='')}", **state)


def correct_page(found: Correcting, around: Around) -> str:
    """Return the page of corrections of a group."""
    name = label(found.group)
    title = Words(f"Correct a fact: {name.en}", f"更正事实：{name.zh}")
    kinds = choices(SourceEntry, "kind")
    options = choices(found.chosen.model, found.name) if found.name else []
    several = bool(found.name) and is_list(found.chosen.model, found.name)
    return render(
        "correct.html", around, title=around.told(title), found=found, states=STATES, names=PROPERTIES,
        label=label, kinds=kinds, published=words_of,
        options=options, words=CHOICES, term=term, several=several,
        current=text_of(found.chosen.value(found.name)) if found.name else "",
    )  # fmt: skip


def label(thing: Thing) -> Words:
    """What a thing is called for people."""
    row = thing.row
    if thing.model is SeatEntry:
        told = " ".join(
            filter(None, (_name(row.get("person")), row.get("title") or row.get("unit")))
        )
        role = term(ROLES, str(row["role"]))
        return Words(f"{role.en}: {told}", f"{role.zh}：{told}")
    if thing.model is TenureEntry:
        return Words.same(f"{_name(row['person'])} {_name(row['post'])}")
    if thing.model is DocumentEntry:
        return Words.same(row.get("number") or row.get("title") or thing.uid)
    name = str(row.get("title") if thing.model in (PostEntry, SourceEntry) else row.get("name"))
    english = row.get("name_en") or name
    return Words(name if thing.model is PersonEntry else str(english), name)


def _name(uid: object) -> str:
    return str(uid).partition(":")[2].partition("@")[0] if uid else ""


def words_of(thing: Thing, name: str, value: Value) -> Words:
    """A value for people: what a word of a closed list means, and that nothing is known."""
    if value is None or value == []:
        return UNKNOWN
    if isinstance(value, list):
        return Words.same(", ".join(value))
    text = text_of(value)
    if name == "field":
        return term(FIELDS, text)
    return term(CHOICES, text) if choices(thing.model, name) else Words.same(text)


def text_of(value: Value) -> str:
    """A value as it is typed: nothing for unknown, a line each for several."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
