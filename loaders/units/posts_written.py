"""Posts of seats and tenures as entries: one a unit, title and period; shipped ones are used again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.offices.agency import Agency
from graph.offices.post import Post
from graph.offices.ranks import Mode
from loaders.form.schema import PostEntry

SAME_WORD = 2
"""Characters at the end of a title that say the office: 部长, 主任."""
QUALIFIERS = ("常务", "分管", "专职", "第一", "兼任", "代")


@dataclass
class Posts:
    """uids of posts by unit and title; `shipped` are those of the project's own files."""

    shipped: dict[tuple[str, str, str], list[PostEntry]] = field(default_factory=dict)
    uids: dict[tuple[str, str], str] = field(default_factory=dict)
    entries: dict[str, dict[str, object]] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def enter_shipped(self, posts: Iterable[PostEntry]) -> None:
        """Know the posts of the project's own files."""
        for post in posts:
            key = (post.unit, str(post.mode), post.branch)
            self.shipped.setdefault(key, []).append(post)
            self.taken.add(post.uid)

    def uid(self, post: Post) -> str:
        """uid of a post; its entry is made on first use."""
        if post.body.agency:
            self.agencies[post.body.agency.uid] = post.body.agency
        unit = post.body.agency.uid if post.body.agency else post.body.division.uid
        key = (unit, post.title)
        if key not in self.uids:
            known = self._known(post)
            self.uids[key] = known.uid if known else self._new(post, unit)
        return self.uids[key]

    def _known(self, post: Post) -> PostEntry | None:
        alike = self.shipped.get((post.body.ref, str(post.mode), post.branch), ())
        for one in alike:
            if one.title == post.title:
                return one
        if post.mode is Mode.OTHER:
            return None
        return next((one for one in alike if _same_office(one.title, post.title)), None)

    def _new(self, post: Post, unit: str) -> str:
        title = "".join(post.title.split())
        uid = f"post:{title}"
        if uid in self.taken:
            uid = f"post:{title}@{unit.removeprefix('div:').removeprefix('agency:').replace(':', '.')}"
        self.taken.add(uid)
        found = {
            "uid": uid, "title": post.title, "unit": post.body.ref, "mode": str(post.mode),
            "branch": post.branch, "rank": post.rank, "rank_basis": post.rank_basis,
            "rank_reason": post.rank_reason,
        }  # fmt: skip
        self.entries[uid] = {key: value for key, value in found.items() if value is not None}
        return uid


def _same_office(one: str, other: str) -> bool:
    marks = all((word in one) == (word in other) for word in QUALIFIERS)
    return marks and one[-SAME_WORD:] == other[-SAME_WORD:]
