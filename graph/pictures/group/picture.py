"""The picture of a group: chair, deputies and members by rank, and the command between them."""

from __future__ import annotations

from collections.abc import Iterable

from graph.ask.authority import Authority
from graph.ask.claims import claims_in_words
from graph.ask.reasons import chairs_in_words
from graph.ask.remarks import remark
from graph.connection import Database
from graph.core.terms import FLAGS, ORIGINS, READINGS, ROSTERS, TYPES, term
from graph.core.words import Words
from graph.pictures import Fact, Picture
from graph.pictures.group import boxes, ties
from graph.pictures.group.known import Known, find
from graph.pictures.group.matrix import group_matrix
from graph.pictures.group.roster import roster
from graph.pictures.group.why import type_and_reason
from graph.pictures.parts import seen_facts
from graph.pictures.words import coverage, fact, founding, period, said


def group_picture(database: Database, answer: Authority) -> Picture:
    """Draw an answer of `authority`: the same figures, with the chain of command and the sources."""
    return drawn(find(database, answer))


def drawn(known: Known) -> Picture:
    """Draw what is known of a group."""
    group = known.answer.group
    name_en = group.name_en or group.name
    return Picture(
        title=Words(name_en, group.name),
        caption=_caption(known),
        as_of="" if "undated" in group.flags else str(group.as_of),
        layout="tiers",
        facts=tuple(_facts(known)),
        notes=tuple(_notes(known)),
        nodes=(*boxes.chairs(known), *boxes.members(known), *boxes.superiors(known)),
        roster=tuple(roster(known)),
        matrices=(group_matrix(known),),
        ties=(*ties.authority_ties(known), *ties.command_ties(known), *ties.in_ties(known)),
    )


def _caption(known: Known) -> Words:
    why = type_and_reason(known.answer, known.chains, known.names())
    if not known.answer.group.supposed:
        return why
    return Words(f"Supposed, not documented. {why.en}", f"假设，并非记载。{why.zh}")


def _facts(known: Known) -> Iterable[Fact]:
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
    yield fact("Type in the paper", "论文所归类型", term(TYPES, group.type_in_paper))


def _notes(known: Known) -> Iterable[Words]:
    group = known.answer.group
    yield from (FLAGS[flag] for flag in group.flags)
    for other in group.sensitive:
        reading, kind = term(READINGS, other["reading"]), term(TYPES, other["type"])
        yield Words(f"With {reading.en}: {kind.en}", f"若{reading.zh}：{kind.zh}")
    yield from claims_in_words(known.profile.claims)
    yield from map(remark, known.profile.notes)
