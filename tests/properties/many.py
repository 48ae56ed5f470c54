"""Many small worlds side by side in one graph: asked once, judged each by its own reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from tests.reference.world import World


def apart(worlds: Iterable[World]) -> list[World]:
    """The worlds with uids of their own, so that none touches another."""
    return [_renamed(world, f"{number:02}:") for number, world in enumerate(worlds)]


def joined(worlds: Sequence[World]) -> World:
    """One world of all."""
    return World(
        units=tuple(chain.from_iterable(world.units for world in worlds)),
        ties=tuple(chain.from_iterable(world.ties for world in worlds)),
        posts=tuple(chain.from_iterable(world.posts for world in worlds)),
        tenures=tuple(chain.from_iterable(world.tenures for world in worlds)),
        seats=tuple(chain.from_iterable(world.seats for world in worlds)),
        groups=tuple(chain.from_iterable(world.groups for world in worlds)),
    )


def _renamed(world: World, mark: str) -> World:
    def own(uid: str | None) -> str | None:
        return None if uid is None else mark + uid

    return World(
        units=tuple(replace(u, uid=mark + u.uid) for u in world.units),
        ties=tuple(replace(t, lower=mark + t.lower, upper=mark + t.upper) for t in world.ties),
        posts=tuple(replace(p, uid=mark + p.uid, unit=mark + p.unit) for p in world.posts),
        tenures=tuple(
            replace(t, person=mark + t.person, post=mark + t.post) for t in world.tenures
        ),
        seats=tuple(
            replace(
                s, group=mark + s.group, post=own(s.post), unit=own(s.unit), person=own(s.person)
            )
            for s in world.seats
        ),
        groups=tuple(
            replace(
                g,
                uid=mark + g.uid,
                place=own(g.place),
                issuers=tuple(mark + issuer for issuer in g.issuers),
                petitioners=tuple(mark + uid for uid in g.petitioners),
            )
            for g in world.groups
        ),
    )
