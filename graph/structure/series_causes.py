"""What made a gap change: both sides of a day are compared input by input, the others held.

Inputs of a gap are who chairs, who is a member, the hierarchy above the members, and the ranks.
A rank that moves with a post that a chair takes or leaves is the person's doing; a member that ceased to
exist is the hierarchy's, not the membership's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.ask.authority import Authority
from graph.catalogue import Row
from graph.core.words import NOTHING, Words

KINDS = ("succession", "person", "membership", "division_tree", "rank")
"""Another group followed; chair or posts of the chair; members; divisions and ties of command; ranks of units
and seats."""
_KINDS = dict(zip(KINDS, ("小组承接", "人事", "成员", "区划与隶属", "级别"), strict=True))
_POLITBURO = "politburo_chair"

_OF_BREAKPOINTS = {
    "tenure": "person", "seat": "membership", "membership": "membership",
    "tie": "division_tree", "unit": "division_tree",
}  # fmt: skip


@dataclass(frozen=True)
class Cause:
    """One input that differs: `kind` is one of KINDS, `what` tells from what to what, in words."""

    kind: str
    what: Words

    @property
    def said(self) -> Words:
        """Kind and what."""
        return Words(f"{self.kind}: {self.what.en}", f"{_KINDS[self.kind]}：{self.what.zh}")


@dataclass(frozen=True)
class Side:
    """The inputs of a gap on one day.

    `chairs` by person or post, `members` by uid, `above` the ties of command over each member as
    (upper, lower), `names` of all units in force at hand, `politburo` whether a chair has the rank of a seat
    in the Politburo.
    """

    chairs: Mapping[str, Mapping[str, Any]]
    members: Mapping[str, Row]
    above: Mapping[str, frozenset[tuple[str, str]]]
    names: Mapping[str, str]
    politburo: bool = False

    @classmethod
    def of(cls, answer: Authority, tree: nx.DiGraph) -> Side:
        """Return the inputs of an answer, with the hierarchy of the same day."""
        stated = [c for c in answer.group.chairs if c["post"] is not None]
        return cls(
            {str(c["person"] or c["post"]): c for c in stated},
            {row.member: row for row in answer.members},
            {row.member: _ties_above(tree, row.member) for row in answer.members},
            {uid: str(name) for uid, name in tree.nodes(data="name")},
            _POLITBURO in answer.group.flags,
        )


def succession(before: str, after: str) -> Cause:
    """The cause that another group followed."""
    return Cause("succession", Words.same(f"{before} → {after}"))


def causes(before: Side, after: Side, day: Row, differs: bool) -> Iterator[Cause]:
    """Yield every input that differs between the sides of a breakpoint, a row of `gap_breakpoints`.

    Where figures differ though none of these inputs does (a seat of the host, say) the breakpoint
    itself tells the kind.
    """
    found = [
        *_person(before, after, "tenure" in day.kinds),
        *_membership(before, after, day.ended),
        *_tree(before, after, day.ended),
        *_rank(before, after, "tenure" in day.kinds),
    ]
    yield from found
    if differs and not found:
        told = dict.fromkeys(_OF_BREAKPOINTS[k] for k in day.kinds if k in _OF_BREAKPOINTS)
        what = Words(f"{', '.join(day.kinds)} of the group", f"小组的{'、'.join(day.kinds)}")
        yield from (Cause(kind, what) for kind in told)


def _person(before: Side, after: Side, tenure: bool) -> Iterator[Cause]:
    if set(before.chairs) != set(after.chairs):
        yield Cause("person", _to(_chairs(before), _chairs(after)))
    for key in _both(before.chairs, after.chairs):
        old, new = before.chairs[key], after.chairs[key]
        if tenure and old["rank"] != new["rank"]:
            ranks = _to(_said(old["rank"]), _said(new["rank"]))
            up = (new["rank"] or 0) > (old["rank"] or 0)
            seat, who = _seat(before.politburo, after.politburo, up), _chair(new)
            rank = Words(f"{who}: rank {ranks.en}{seat.en}", f"{who}：级别 {ranks.zh}{seat.zh}")
            yield Cause("person", rank)
        elif old["post"] != new["post"]:
            yield Cause("person", Words.same(f"{_chair(old)} → {_chair(new)}"))


def _seat(before: bool, after: bool, up: bool) -> Words:
    """Say why a rank moved, where a seat in the Politburo tells."""
    if before == after:
        return NOTHING
    if after:
        return Words(", by a seat in the Politburo", "，因任政治局委员")
    if up:
        return Words(", by a post above a seat in the Politburo", "，因任高于政治局委员的职务")
    return Words(", no longer by a seat in the Politburo", "，因不再任政治局委员")


def _membership(before: Side, after: Side, ended: Sequence[str]) -> Iterator[Cause]:
    left = [m for m in before.members if m not in after.members and m not in ended]
    came = [m for m in after.members if m not in before.members]
    if left:
        yield Cause("membership", _named("left", "退出", before, left))
    if came:
        yield Cause("membership", _named("came", "加入", after, came))


def _tree(before: Side, after: Side, ended: Sequence[str]) -> Iterator[Cause]:
    lost = [m for m in before.members if m in ended]
    if lost:
        yield Cause("division_tree", _named("ceased to exist", "撤销", before, lost))
    for uid in _both(before.members, after.members):
        gone, new = before.above[uid] - after.above[uid], after.above[uid] - before.above[uid]
        if gone or new:
            name = after.members[uid].member_name
            ties = _to(_ties(before, gone), _ties(after, new))
            yield Cause("division_tree", Words(f"{name}: {ties.en}", f"{name}：{ties.zh}"))


def _rank(before: Side, after: Side, tenure: bool) -> Iterator[Cause]:
    for key in _both(before.chairs, after.chairs):
        old, new = before.chairs[key], after.chairs[key]
        if not tenure and old["rank"] != new["rank"]:
            ranks, who = _to(_said(old["rank"]), _said(new["rank"])), _chair(new)
            yield Cause("rank", Words(f"{who}: {ranks.en}", f"{who}：{ranks.zh}"))
    for uid in _both(before.members, after.members):
        was, now = before.members[uid], after.members[uid]
        if was.rank != now.rank:
            ranks, name = _to(_said(was.rank), _said(now.rank)), now.member_name
            told = Words(f"{name} as a member: {ranks.en}", f"成员{name}：{ranks.zh}")
            yield Cause("rank", told)


def _ties_above(tree: nx.DiGraph, member: str) -> frozenset[tuple[str, str]]:
    if member not in tree:
        return frozenset()
    line = {member, *nx.ancestors(tree, member)}
    return frozenset((a, b) for a, b in tree.in_edges(line) if a in line)


def _both(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return [key for key in one if key in other]


def _to(before: Words, after: Words) -> Words:
    return Words.joined((before, after), " → ", " → ")


def _chairs(side: Side) -> Words:
    named = "、".join(map(_chair, side.chairs.values()))
    return Words.same(named) if named else _said(None)


def _chair(chair: Mapping[str, object]) -> str:
    return " ".join(str(chair[key]) for key in ("name", "title") if chair[key])


def _named(en: str, zh: str, side: Side, uids: Sequence[str]) -> Words:
    names = "、".join(side.members[uid].member_name for uid in uids)
    return Words(f"{en}: {names}", f"{zh}：{names}")


def _ties(side: Side, ties: frozenset[tuple[str, str]]) -> Words:
    named = sorted((side.names[low], side.names[up]) for up, low in ties)
    told = Words.joined(Words(f"{low} under {up}", f"{low}属{up}") for low, up in named)
    return told if named else Words("nothing", "无")


def _said(value: object) -> Words:
    return Words("unknown", "不明") if value is None else Words.same(value)
