"""Members of the Politburo in the chair of a body of the centre (DOMAIN.md section 7, "Chairs")."""

from collections.abc import Iterable
from datetime import date

from tests.reference.superiors import OWN_GOVERNMENT, uppers
from tests.reference.world import Group, Post, World

CENTRAL_NAMES = ("中央", "中共中央", "国务院", "全国", "国家")
FIRST_TERM = date(1982, 9, 13)


def issuers(world: World, group: Group, day: date) -> frozenset[str]:
    """The issuers; a general office issues for its government."""
    return frozenset(
        issuer
        for uid in group.issuers
        for issuer in (
            (world.unit(uid).general_office and uppers(world, uid, day, OWN_GOVERNMENT)) or {uid}
        )
    )


def is_central(world: World, group: Group, day: date) -> bool:
    """Whether the centre founded the group, or its name says that it is the centre's."""
    founded = any(world.unit(issuer).labels == "Country" for issuer in issuers(world, group, day))
    return founded or group.name.startswith(CENTRAL_NAMES)


def seats_at_the_centre(world: World, posts: Iterable[Post]) -> list[Post]:
    """Seats in the Politburo (9) or its Standing Committee (10)."""
    return [
        post
        for post in posts
        if post.mode == "COLLEGIAL" and world.unit(post.unit).labels == "Country"
    ]
