"""What is otherwise in one picture of a group or region than in another, in words of both languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from graph.core.terms import ROLES, term
from graph.core.words import Words
from graph.pictures.contract import Fact, Picture, PictureNode
from graph.pictures.several.moment import Change, Difference
from graph.pictures.words import said

_SEEN = ("Last evidence", "Last documented", "Seen by the day", "Status", "Chair seen")
_TOLD = ("Rank", "Rank of the unit", "Rank of the seat", "Relation of the chair", "Gap", *_SEEN)
"""Facts of a box that ranks and ties tell too, and when a source last shows it: no change of the group."""

Nodes = Mapping[str, PictureNode]


def difference(before: Picture, after: Picture, ended: Collection[str] = ()) -> Difference:
    """Compare two pictures of a group or a region; `ended` are units (uids) that ceased to exist."""
    old, new = ({node.uid: node for node in one.nodes} for one in (before, after))
    kept = [uid for uid in new if uid in old]
    retied = dict(_authority(before, after))
    changes = (
        *_chairs(old, new),
        *_members(old, new, ended),
        *(change for uid in kept for change in _of_node(old[uid], new[uid])),
        *_grouped(retied, new),
        *_command(before, after, old, new),
        *_figures(before.facts, after.facts),
    )
    altered = frozenset(uid for uid in kept if _is_other(old[uid], new[uid]))
    return Difference(
        changes, frozenset(new.keys() - old), frozenset(old.keys() - new), altered,
        frozenset(retied),
    )  # fmt: skip


def group_change(before: Words, after: Words) -> Iterator[Change]:
    """Yield the group, where another followed."""
    if before != after:
        yield Change("group", _from_to(before, after))


def type_change(before: Words, after: Words) -> Iterator[Change]:
    """Yield the group's type, where it is another."""
    if before != after:
        yield Change("type", _from_to(before, after))


def _chairs(old: Nodes, new: Nodes) -> Iterator[Change]:
    was, now = (
        _list(_name(node) for node in one.values() if node.role == "chair") for one in (old, new)
    )
    if was != now:
        yield Change("chair", _from_to(was, now))


def _members(old: Nodes, new: Nodes, ended: Collection[str]) -> Iterator[Change]:
    came = [new[uid] for uid in new if uid not in old and _sits(new[uid])]
    gone = [old[uid] for uid in old if uid not in new and _sits(old[uid])]
    lost = [node for node in gone if node.uid in ended]
    left = [node for node in gone if node.uid not in ended]
    in_group = any(node.role in ("member", "deputy_chair") for node in (*came, *gone))
    no_more = Words("left", "退出") if in_group else Words("no longer there", "不再有")
    for label, nodes in (
        (Words("came", "新增"), came),
        (no_more, left),
        (Words("ceased to exist", "撤销"), lost),
    ):
        if nodes:
            names = _list([_name(node) for node in nodes])
            told = Words(f"{label.en}: {names.en}", f"{label.zh}：{names.zh}")
            yield Change("membership" if in_group else "unit", told)


def _sits(node: PictureNode) -> bool:
    return node.role not in ("chair", "superior")


def _of_node(was: PictureNode, now: PictureNode) -> Iterator[Change]:
    """Rank, role, name and facts of a box that stands in both pictures."""
    name = _name(now)
    if was.rank != now.rank:
        yield Change("rank", _of(name, said(was.rank), said(now.rank)))
    if was.role != now.role:
        roles = (term(ROLES, was.role), term(ROLES, now.role))
        yield Change("role", _of(name, *roles))
    if _name(was) != name and now.role != "chair":
        yield Change("name", _from_to(_name(was), name))
    kept = (_facts(one.facts) for one in (was, now))
    for label, before, after in _pairs(*kept):
        if label.en not in _TOLD:
            told = Words(f"{name.en}, {_lower(label).en}", f"{name.zh}{label.zh}")
            yield Change("fact", _of(told, before, after))


def _is_other(was: PictureNode, now: PictureNode) -> bool:
    return _name(was) != _name(now) or any(True for _ in _of_node(was, now))


def _facts(facts: Iterable[Fact]) -> dict[Words, Words]:
    """Values by label; several of one label as a list."""
    found: dict[Words, list[Words]] = {}
    for fact in facts:
        found.setdefault(fact.label, []).append(fact.value)
    return {label: _list(values) for label, values in found.items()}


def _pairs(
    was: Mapping[Words, Words], now: Mapping[Words, Words]
) -> Iterator[tuple[Words, Words, Words]]:
    none = Words("none", "无")
    for label in {**was, **now}:
        before, after = was.get(label, none), now.get(label, none)
        if before != after:
            yield label, before, after


def _authority(before: Picture, after: Picture) -> Iterator[tuple[str, tuple[Words, Words]]]:
    """Members of both pictures whose ties to the chairs say otherwise: what they said, what they say."""
    was, now = (_says(one) for one in (before, after))
    for uid, says in now.items():
        if uid in was and was[uid] != says:
            yield uid, (was[uid], says)


def _says(picture: Picture) -> dict[str, Words]:
    found: dict[str, list[Words]] = {}
    for tie in picture.ties:
        if tie.kind == "AUTHORITY":
            found.setdefault(tie.end, []).append(tie.label)
    return {uid: _list(labels) for uid, labels in found.items()}


def _grouped(retied: Mapping[str, tuple[Words, Words]], new: Nodes) -> Iterator[Change]:
    """Members with one and the same change in one line."""
    alike: dict[tuple[Words, Words], list[Words]] = {}
    for uid, pair in retied.items():
        alike.setdefault(pair, []).append(_name(new[uid]))
    for (was, now), names in alike.items():
        yield Change("authority", _of(_list(names), was, now))


def _command(before: Picture, after: Picture, old: Nodes, new: Nodes) -> Iterator[Change]:
    """Ties of command over units that stand in both pictures, a line for each unit above."""
    was, now = (
        {(t.start, t.end) for t in one.ties if t.kind == "COMMAND"} for one in (before, after)
    )
    for pairs, nodes, label in (
        (was - now, old, Words("no longer under", "不再隶属")),
        (now - was, new, Words("now under", "改隶")),
    ):
        below: dict[str, list[Words]] = {}
        for upper, lower in sorted(pairs):
            if lower in old and lower in new:
                below.setdefault(upper, []).append(_name(nodes[lower]))
        for upper, names in below.items():
            up, low = _name(nodes[upper]), _list(names)
            told = Words(f"{low.en}: {label.en} {up.en}", f"{low.zh}：{label.zh}{up.zh}")
            yield Change("command", told)


def _figures(was: Iterable[Fact], now: Iterable[Fact]) -> Iterator[Change]:
    """Figures of the whole group; the chair has a line of its own."""
    for label, before, after in _pairs(_facts(was), _facts(now)):
        if label.en not in ("Chair", *_SEEN):
            yield Change("figure", _of(_lower(label), before, after))


def _from_to(was: Words, now: Words) -> Words:
    return Words(f"{was.en} → {now.en}", f"{was.zh} → {now.zh}")


def _of(name: Words, was: Words, now: Words) -> Words:
    line = _from_to(was, now)
    return Words(f"{name.en}: {line.en}", f"{name.zh}：{line.zh}")


def _lower(label: Words) -> Words:
    return Words(label.en[:1].lower() + label.en[1:], label.zh)


def _name(node: PictureNode) -> Words:
    return Words(node.label_en or node.label, node.label or node.label_en)


def _list(words: Iterable[Words]) -> Words:
    told = Words.joined(words)
    return Words(told.en or "none", told.zh or "无")
