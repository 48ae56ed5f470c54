"""A post (职务) read from a title, and which of a title's posts is the one that sits."""

from __future__ import annotations

from dataclasses import dataclass

from graph.offices.bodies import Body
from graph.offices.divisions import Division
from graph.offices.ranks import COMMANDING, Mode, post_rank


@dataclass(frozen=True)
class Post:
    """A post as the form holds it; `stands_for_unit`: the title names the unit, not a post."""

    title: str
    body: Body
    mode: Mode
    branch: str
    rank: int | None = None
    rank_basis: str | None = None
    rank_reason: str | None = None
    stands_for_unit: bool = False
    former: bool = False
    named: str = ""
    """The words of the title that name its body, maybe with the office before; empty where it names none."""

    @property
    def whole_rank(self) -> int | None:
        """Its own rank, else the one that the rank of its body gives by rule."""
        return self.rank if self.rank is not None else post_rank(self.mode, self.body.rank)

    @property
    def commands(self) -> bool:
        """Whether the mode carries command."""
        return self.mode in COMMANDING

    @property
    def division(self) -> Division | None:
        """The division that a post of party or government is in; None in an agency."""
        return None if self.body.agency else self.body.division


def seat_of(posts: tuple[Post, ...], chair: Division | None) -> Post:
    """The post that sits: a head's post of a government other than the chair's, else the last that commands.

    A chair has no other's government to differ from: any head's post of a government is the seat.
    A post outside party and government sits only where none of theirs commands.
    """
    heads = [
        post for post in posts
        if post.mode is Mode.HEAD and post.division is not None
        and (chair is None or post.division.code != chair.code)
    ]  # fmt: skip
    commanding = [post for post in posts if post.commands]
    leading = [post for post in commanding if post.branch in ("government", "party")]
    return (heads or leading or commanding or list(posts))[-1]
