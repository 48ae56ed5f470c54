"""Titles (职务) of a cell as posts: an override of the table `posts`, else by the title rules, else told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from graph.core.terms import MODES, term
from graph.core.words import NOTHING, Words
from graph.offices.bodies import Body, Setting, on_first_day
from graph.offices.errors import NotRead, Unresolved
from graph.offices.post import Post
from graph.offices.ranks import Mode, post_rank
from graph.offices.read import Titles
from loaders.files.problems import nearest
from loaders.tables.read.raw import Row
from loaders.tables.read.reading import Reader
from loaders.tables.schema import POSTS
from loaders.tables.understand.units import Units, quoted

_BLANKS = re.compile(r"\s+")
_PLACE = re.compile(r"(?P<place>[^、，,;；]{2,}?[省市区县州旗盟])")


@dataclass(frozen=True)
class Read:
    """What a title means: its posts, or why no rule covers it."""

    posts: tuple[Post, ...] = ()
    why: Words | None = None


@dataclass
class Overrides:
    """The rows of the table `posts`, by title."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, rows: Iterator[Row]) -> Overrides:
        """The overrides of a file."""
        found = cls()
        for row in rows:
            found.rows.setdefault(plain(row.text("title")), []).append(row)
        return found

    def unused(self) -> Iterator[Row]:
        """Rows whose title no other table writes."""
        return (row for rows in self.rows.values() for row in rows if id(row) not in self.used)


@dataclass
class TitleReader:
    """Reads titles; what it could not is kept to be listed, once a title."""

    titles: Titles
    units: Units
    reader: Reader
    overrides: Overrides
    stated: dict[tuple[str, str], Row] = field(default_factory=dict)
    kept: dict[tuple[object, ...], Read | Unresolved] = field(default_factory=dict)

    def read(self, row: Row, own: Body | None, setting: Setting) -> Read | None:
        """The posts of the title of a row; None with a problem noted."""
        title = plain(row.text("title"))
        beside = own or (Body(setting.place) if setting.place else None)
        over = self._override(title, own, setting, row)
        if over is not None:
            return over
        key = (title, beside.ref if beside else "", beside.party if beside else False, setting)
        if key not in self.kept:
            try:
                self.kept[key] = on_first_day(partial(self._by_rule, title, beside), setting)
            except Unresolved as reason:
                self.kept[key] = reason
        found = self.kept[key]
        if isinstance(found, Unresolved):
            self.reader.problems.add(row.at("title"), found.words)
            return None
        for post in found.posts:
            self.units.met(post.body, row.at("title"))
        if found.why is not None:
            self._tell(row, found.why, own)
            return Read((_other(title, own),), found.why) if own else found
        self._contradicts(row, found.posts, own)
        return found

    def _by_rule(self, title: str, beside: Body | None, setting: Setting) -> Read:
        """Raises Unresolved where the title names a division that is not in force on the day."""
        try:
            posts = self._posts(title, beside, setting)
        except NotRead as reason:
            self._gone(title, setting)
            return Read(why=Words.joined([reason.words, self._meant(title)], "", ""))
        return Read(posts)

    def _posts(self, title: str, beside: Body | None, setting: Setting) -> tuple[Post, ...]:
        return on_first_day(partial(self.titles.read, title, beside), setting)

    def _gone(self, title: str, setting: Setting) -> None:
        """A title of 莱芜市 on a day without 莱芜市 is a fault, not a title that no rule covers."""
        places = self.units.bodies.places
        if setting.day is None or places.beginning(title, setting.day, None) is not None:
            return
        for length in range(min(len(title), 12), 2, -1):
            versions = places.by_name.get(title[:length])
            if versions:
                self.units.alive(versions, quoted(title[:length]), setting)
                return

    def _meant(self, title: str) -> Words:
        """The nearest division where a title begins with something like the name of one."""
        found = _PLACE.match(title)
        places = self.units.bodies.places
        if found is None or found["place"] in places.by_name or len(found["place"]) < 3:
            return NOTHING
        like = nearest(found["place"], sorted(places.by_name), limit=1)
        return (
            Words(
                f" (is {found['place']} meant to be {like[0]}?)",
                f"（{found['place']}是否应为{like[0]}？）",
            )
            if like
            else NOTHING
        )

    def _tell(self, row: Row, why: Words, own: Body | None) -> None:
        kept = (
            Words(f"kept as a post of {own.name} without rank", f"保留为{own.name}的职务，无级别")
            if own
            else Words("kept without post or unit", "保留席位，无职务和单位")
        )
        text = Words(
            f"Not understood: {row.text('title')!r} ({why.en}); {kept.en}. The table posts can "
            "say what it is.",
            f"未能读懂：“{row.text('title')}”（{why.zh}）；{kept.zh}。可在“职务”表中说明。",
        )
        self.reader.doubt(row.at("title"), text)

    def _contradicts(self, row: Row, posts: tuple[Post, ...], own: Body | None) -> None:
        """A title that names another government than the column `unit`."""
        if own is None or not posts:
            return
        codes = {post.body.division.code[:2] for post in posts}
        agree = own.division.code[:2] in codes or "10" in (own.division.code[:2], *codes)
        if not agree:
            named = posts[-1].body.name
            text = Words(
                f"The title names {named}, the column unit {own.name}; the title is followed.",
                f"职务名称指向{named}，“单位”列为{own.name}；以职务名称为准。",
            )
            self.reader.doubt(row.at("unit"), text)

    def _override(self, title: str, own: Body | None, setting: Setting, row: Row) -> Read | None:
        """The post that a row of `posts` makes of the title, None where no row is."""
        rows = self.overrides.rows.get(title, ())
        for over in rows:
            unit = over.text("unit")
            body = self.units.find(unit, setting, over.at("unit")) if unit else own
            body = body or self._unit_by_rule(title, setting)
            if body is None:
                if not unit:
                    text = Words(
                        "A post needs a unit where its title does not tell it.",
                        "从职务名称看不出单位时，该职务须写明单位。",
                    )
                    self.reader.problems.add(over.at("title"), text)
                return Read(why=Words("its row in posts has no unit", "职务表中的这一行没有单位"))
            if own is None or own.ref == body.ref or len(rows) == 1:
                return Read((self._stated(over, title, body, setting),))
        return None

    def _unit_by_rule(self, title: str, setting: Setting) -> Body | None:
        beside = Body(setting.place) if setting.place else None
        try:
            return self._posts(title, beside, setting)[-1].body
        except NotRead:
            return None

    def _stated(self, over: Row, title: str, body: Body, setting: Setting) -> Post:
        self.overrides.used.add(id(over))
        mode = Mode(self.reader.word(over, POSTS, "mode") or Mode.OTHER)
        branch = self.reader.word(over, POSTS, "branch") or body.branch
        rank = self.rank(over)
        basis = self.reader.word(over, POSTS, "rank_basis") or "stated"
        post = Post(title, body, mode, branch, rank, basis if rank else None)
        self._against_rule(over, post, setting)
        self.stated[post.body.ref, title] = over
        return post

    def rank(self, over: Row) -> int | None:
        """The rank of a row of `posts`, None where it has none or a problem."""
        text = over.text("rank")
        if not text:
            return None
        if not text.isdigit() or not 1 <= int(text) <= 10:
            words = Words(
                f"{text!r} is not a rank. Write a number from 1 (乡科级副职) to 10 (国家级正职).",
                f"“{text}”不是级别。请写 1（乡科级副职）至 10（国家级正职）的数字。",
            )
            self.reader.problems.add(over.at("rank"), words)
            return None
        return int(text)

    def _against_rule(self, over: Row, post: Post, setting: Setting) -> None:
        """A doubt where the row gives another mode or rank than the title does by rule."""
        try:
            ruled = self._posts(post.title, post.body, setting)[-1]
        except NotRead:
            return
        if ruled.mode is not post.mode:
            text = Words(
                f"{post.title} is {post.mode} here and {ruled.mode} by the rule of titles.",
                f"{post.title}在此为{term(MODES, post.mode).zh}，"
                f"按职务名称的规则为{term(MODES, ruled.mode).zh}。",
            )
            self.reader.doubt(over.at("mode"), text)
        division = ruled.division
        by_rule = ruled.rank or post_rank(ruled.mode, division.rank if division else None)
        if post.rank and by_rule and post.rank != by_rule:
            text = Words(
                f"The rank {post.rank} contradicts the title {post.title}, which has {by_rule} by rule.",
                f"级别 {post.rank} 与职务名称{post.title}不符，按规则应为 {by_rule}。",
            )
            self.reader.doubt(over.at("rank"), text)


def plain(title: str) -> str:
    """A title without the blanks that print puts into it."""
    return _BLANKS.sub("", title)


def _other(title: str, own: Body) -> Post:
    """A title that no rule covers, in the unit that the row gives: mode OTHER, no rank."""
    whole = title if title.startswith(own.name) else own.name + title
    return Post(whole, own, Mode.OTHER, own.branch)
