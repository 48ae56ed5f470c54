"""The picture of a group: chair, deputies and members by rank, and the command between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.ask.authority import Authority
from graph.ask.reasons import chairs_in_words
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.terms import FLAGS, MEANINGS, ORIGINS, READINGS, ROSTERS, TYPES, term
from graph.core.words import Words
from graph.pictures import Fact, Picture, PictureNode, PictureTie
from graph.pictures.group.chain import Chain, chain_words, chains
from graph.pictures.group.why import type_and_reason
from graph.pictures.parts import (
    POST_IN,
    Sources,
    command_tie,
    relation_label,
    seen_facts,
    unit_box,
    unit_kind,
)
from graph.pictures.words import coverage, fact, founding, period, said, seat_words

UNKNOWN_CHAIR = "chair:unknown"


@dataclass(frozen=True)
class _Known:
    """Everything that the queries say of one group on one day."""

    answer: Authority
    profile: Row
    seats: list[Row]
    steps: list[Row]
    units: Mapping[str, Row]
    sources: Sources
    chains: Mapping[str, Chain]

    def names(self) -> dict[str, Words]:
        """Units of the picture in both languages; a member as the answer calls it."""
        names = {uid: str(unit.name) for uid, unit in self.units.items()}
        names |= {row.member: row.member_name for row in self.answer.members}
        return {uid: Words(_english(self, uid, name), name) for uid, name in names.items()}


def group_picture(database: Database, answer: Authority) -> Picture:
    """Draw an answer of `authority`: the same figures, with the chain of command and the sources."""
    known = _find(database, answer)
    group = answer.group
    name_en = group.name_en or group.name
    return Picture(
        title=Words(name_en, group.name),
        caption=_caption(known),
        as_of="" if "undated" in group.flags else str(group.as_of),
        layout="tiers",
        facts=tuple(_facts(known)),
        notes=tuple(_notes(known)),
        nodes=(*_chairs(known), *_members(known), *_superiors(known)),
        ties=(*_authority_ties(known), *_command_ties(known), *_in_ties(known)),
    )


def _find(database: Database, answer: Authority) -> _Known:
    group, day = answer.group, answer.group.as_of
    profile = queries.group_profile(group.group, database=database)[0]
    seats = list(queries.seats_of_group(group.group, day, database=database))
    members = [row.member for row in answer.members]
    homes = [unit for chair in group.chairs for unit in chair["units"]]
    tops = sorted({*homes, *(group.lcs_uids or [])})
    steps = list(queries.command_between([*members, *homes], tops, day, database=database))
    shown = {*members, *homes, *(s.start for s in steps), *(s.end for s in steps)}
    units = {u.uid: u for u in queries.units_by_uid(sorted(shown), database=database)}
    cited = [row.source for row in (*answer.members, *seats, *steps)]
    cited += [source for row in (profile, *units.values()) for source in row.sources]
    sources = Sources(database, cited)
    return _Known(answer, profile, seats, steps, units, sources, chains(steps, answer.members))


def _caption(known: _Known) -> Words:
    why = type_and_reason(known.answer, known.chains, known.names())
    if not known.answer.group.supposed:
        return why
    return Words(f"Supposed, not documented. {why.en}", f"假设，并非记载。{why.zh}")


def _facts(known: _Known) -> Iterable[Fact]:
    group, profile = known.answer.group, known.profile
    yield fact("Chair", "组长", chairs_in_words(group))
    yield fact("In force", "存续", period(profile))
    yield from seen_facts(group)
    yield fact("Founded by", "成立", founding(profile))
    yield fact("Members in scope", "成员数", said(group.n_members))
    yield fact("Smallest gap", "最小级差", said(group.gap_min))
    yield fact("Line coverage", "统属覆盖率", coverage(group))
    yield fact("Lowest common superior", "最低共同上级", said("、".join(group.lcs or []) or None))
    yield fact("Origin", "发起", term(ORIGINS, group.origin))
    yield fact("Roster", "名单", term(ROSTERS, group.roster))
    yield fact("Type in the paper", "论文所列类型", term(TYPES, group.type_in_paper))


def _notes(known: _Known) -> Iterable[Words]:
    group = known.answer.group
    yield from (FLAGS[flag] for flag in group.flags)
    for other in group.sensitive:
        reading, kind = term(READINGS, other["reading"]), term(TYPES, other["type"])
        yield Words(f"With {reading.en}: {kind.en}", f"若{reading.zh}：{kind.zh}")
    yield from (Words.same(note) for note in known.profile.notes)


def _chairs(known: _Known) -> Iterable[PictureNode]:
    group = known.answer.group
    for chair in group.chairs:
        yield _chair(known, chair)
    if not group.chairs or any(_giver(row) == UNKNOWN_CHAIR for row in known.answer.members):
        unknown = Words("no source names the chair", "无资料载明组长")
        yield PictureNode(
            UNKNOWN_CHAIR, "组长不明", "chair unknown", "post", "chair", None, unknown=True,
            facts=(fact("Chair", "组长", unknown),),
        )  # fmt: skip


def _chair(known: _Known, chair: Mapping[str, Any]) -> PictureNode:
    seats = [s for s in known.seats if s.role == "chair" and s.post == chair["post"]]
    homes = (known.units[unit].name for unit in chair["units"] if unit in known.units)
    title = chair["title"] or "、".join(homes)
    label = f"{chair['name']} {title}" if chair["name"] else title
    rank = chair["rank"]
    supposed = bool(known.answer.group.supposed and chair["post"] is None)
    return PictureNode(
        uid=_chair_uid(chair),
        label=label,
        label_en=label,
        kind="post",
        role="chair",
        rank=rank,
        supposed=supposed,
        facts=(
            fact("Rank", "级别", said(rank)),
            *(fact("Last evidence", "最后记载", said(s.last_evidence)) for s in seats),
        ),
        sources=known.sources.refs(*(s.source for s in seats)),
    )


def _chair_uid(chair: Mapping[str, Any]) -> str:
    return f"chair:{chair['post'] or (chair['units'] or ['?'])[0]}"


def _members(known: _Known) -> Iterable[PictureNode]:
    for row in known.answer.members:
        seats = [s for s in known.seats if s.unit == row.member and s.role != "chair"]
        yield PictureNode(
            uid=row.member,
            label=row.member_name,
            label_en=_english(known, row.member, row.member_name),
            kind=_kind(known, row.member),
            role=row.role,
            rank=row.rank,
            supposed=row.supposed and row.source is None,
            facts=(*_member_facts(row), *(fact("Seat", "席位", seat_words(s)) for s in seats)),
            sources=known.sources.refs(row.source, *(s.source for s in seats)),
        )


def _member_facts(row: Row) -> Iterable[Fact]:
    yield fact("Rank in the group", "组内级别", said(row.rank))
    if row.relation:
        yield fact("Relation of the chair", "与组长的关系", MEANINGS[row.relation])
    yield fact("Gap", "级差", said(row.gap))


def _superiors(known: _Known) -> Iterable[PictureNode]:
    members = {row.member for row in known.answer.members}
    for uid, unit in known.units.items():
        if uid not in members:
            facts = (fact("Rank", "级别", said(unit.rank)), fact("Code", "代码", said(unit.code)))
            yield unit_box(unit, "superior", facts, known.sources.refs(*unit.sources))


def _authority_ties(known: _Known) -> Iterable[PictureTie]:
    names = known.names()
    for row in known.answer.members:
        chain = known.chains.get(row.member, ())
        label = relation_label(row.relation, row.gap)
        facts = [fact("Relation", "关系", label)]
        if row.relation:
            facts.append(fact("That is", "即", MEANINGS[row.relation]))
        if chain:
            facts.append(fact("Chain of command", "统属链", chain_words(chain, names)))
        yield PictureTie(
            _giver(row), row.member, "AUTHORITY", row.relation, row.gap, label, tuple(facts),
            known.sources.refs(row.source, *(step.source for step in chain)),
        )  # fmt: skip


def _giver(row: Row) -> str:
    if row.relation is None or not row.chair_units:
        return UNKNOWN_CHAIR
    return _chair_uid({"post": row.chair_post, "units": row.chair_units})


def _command_ties(known: _Known) -> Iterable[PictureTie]:
    for step in known.steps:
        tie = command_tie(step, step.start, step.end, known.sources)
        yield replace(tie, facts=(fact("Tie", "关系", said(step.kind)),))


def _in_ties(known: _Known) -> Iterable[PictureTie]:
    for chair in known.answer.group.chairs:
        for unit in chair["units"]:
            if unit in known.units:
                seats = [s.source for s in known.seats if s.post and s.post == chair["post"]]
                refs = known.sources.refs(*seats)
                yield PictureTie(_chair_uid(chair), unit, "IN", label=POST_IN, sources=refs)


def _kind(known: _Known, uid: str) -> str:
    unit = known.units.get(uid)
    return unit_kind(unit.level if unit is not None else None)


def _english(known: _Known, uid: str, name: str) -> str:
    unit = known.units.get(uid)
    return (unit.name_en if unit is not None else None) or name
