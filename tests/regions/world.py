"""Three made-up provinces and as many made-up groups as a test needs. Nothing in it is real."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.core.dates import OPEN_END
from graph.core.model import Label, Node, Tie, TieType
from loaders.write.apply import Records

START = dt.date(2010, 1, 1)
DAY = dt.date(2018, 12, 25)
ALWAYS = {
    "valid_from": START,
    "valid_to": OPEN_END,
    "from_precision": "day",
    "to_precision": "open",
}
KNOWN = {"source": "source:made-up", "confidence": "high"}
PROVINCES = ("甲省", "乙省", "丙省")
PREFECTURE = 6
"""The rank of every member, so that a chair of rank 6 + gap has that gap."""


@dataclass(frozen=True)
class Made:
    """A made-up group of two cities of a province under a post of the province's government.

    `gap` None: no chair is known. `post` names the chairing post (groups of one post share their chair),
    `document` a founding document; `last` is the last documented day, up to which a source tells that it
    went on, `days` are single days of evidence instead. `cities` are numbers, of another province where
    `other` names it. `unranked`: the rank of the second member is missing.
    """

    uid: str
    province: str
    gap: int | None = 1
    post: str | None = None
    document: str | None = None
    instrument: int = 2
    in_paper: bool = False
    field: str = "water"
    kind: str = "领导小组"
    other: str | None = None
    until: dt.date = OPEN_END
    own: bool = False
    name: str = ""
    last: dt.date | None = START
    days: tuple[dt.date, ...] = ()
    since: dt.date = START
    confidence: str = "high"
    unranked: bool = False

    @property
    def founding(self) -> str | None:
        """The founding document."""
        return self.document or (f"d:{self.uid}" if self.own else None)


def records(groups: Sequence[Made]) -> Records:
    """The provinces, five cities each, and the groups, as a dataset of its own."""
    nodes = {node.uid: node for node in [*_units(), *_group_nodes(groups)]}
    ties = {(tie.type, tie.key): tie for tie in [*_command(), *_group_ties(groups)]}
    return Records("made-up", list(nodes.values()), list(ties.values()))


def _units() -> Iterator[Node]:
    yield Node(Label.SOURCE, "source:made-up", {"title": "made up for a test"})
    yield _division("u:centre", "中央", "Country", 10, "900000")
    for i, province in enumerate(PROVINCES, 1):
        yield _division(f"u:{province}", province, "Province", 8, f"9{i}0000")
        for j in range(5):
            yield _division(
                f"u:{province}:{j}", f"{province[0]}{j}市", "Prefecture", 6, f"9{i}0{j + 1}00"
            )
            yield _post(f"p:{province}:{j}", f"{province[0]}{j}市市长", "HEAD", 6)
    found = {"name": "中央某部", "branch": "government", "rank": 8, "rank_basis": "derived"}
    yield Node(Label.UNIT, "a:ministry", {**found, **ALWAYS}, ("Agency",))


def _division(uid: str, name: str, level: str, rank: int, code: str) -> Node:
    found = {"name": name, "name_short": name[:-1], "pinyin": uid, "code": code, "level": level}
    more = {"kind": "省" if level == "Province" else "地级市", "rank": rank}
    return Node(
        Label.UNIT, uid, {**found, **more, "rank_basis": "derived", **ALWAYS}, ("Division", level)
    )


def _post(uid: str, title: str, mode: str, rank: int | None) -> Node:
    found = {"title": title, "mode": mode, "branch": "government"}
    ranked = {} if rank is None else {"rank": rank, "rank_basis": "derived"}
    return Node(Label.POST, uid, {**found, **ranked})


def _command() -> Iterator[Tie]:
    for province in PROVINCES:
        pairs = [(f"u:{province}", "u:centre")]
        pairs += [(f"u:{province}:{j}", f"u:{province}") for j in range(5)]
        for lower, upper in pairs:
            yield Tie(TieType.PART_OF, lower, upper, {"mode": "statutory", **ALWAYS, **KNOWN})
        for j in range(5):
            yield Tie(TieType.IN, f"p:{province}:{j}", f"u:{province}:{j}", KNOWN)
    yield Tie(TieType.DEPARTMENT_OF, "a:ministry", "u:centre", {**ALWAYS, **KNOWN})


def _group_nodes(groups: Sequence[Made]) -> Iterator[Node]:
    for made in groups:
        found = {"name": made.name or f"示例{made.uid}", "kind": made.kind, "field": made.field}
        more = {"leadership": "co_chairs" if made.own else "single", "roster": "complete"}
        day = max(made.days) if made.days else made.last
        last = {
            "last_documented": day,
            "read_on": day,
            "spoken": _spoken(made),
            "evidence": [str(one) for one in made.days] or None,
            "vacancy_stated": False,
            "in_paper": made.in_paper,
        }
        life = {**ALWAYS, "valid_from": made.since, "valid_to": made.until}
        yield Node(Label.GROUP, made.uid, {**found, **more, **last, **life})
        if made.gap is not None and not made.own:
            yield _post(
                _chair(made),
                f"{made.province}副省长{made.uid}",
                "DEPUTY_HEAD",
                PREFECTURE + made.gap,
            )
        if made.founding:
            yield Node(Label.DOCUMENT, made.founding, {"instrument": made.instrument})


def _spoken(made: Made) -> list[str] | None:
    """A source tells that it went on, up to the last documented day, without end where none is given."""
    if made.last is None or made.days:
        return None
    end = OPEN_END if made.last == START else made.last + dt.timedelta(days=1)
    return [f"{START}/{end}"]


def _chair(made: Made) -> str:
    return made.post or f"p:{made.uid}"


def _group_ties(groups: Sequence[Made]) -> Iterator[Tie]:
    for made in groups:
        for number, province in enumerate((made.province, made.other or made.province)):
            unit = f"u:{province}:{number}"
            ranked = {"rank": PREFECTURE, "rank_basis": "derived"}
            found = {"role": "member", "derived": False}
            if not (made.unranked and number):
                found |= ranked
            life = {**ALWAYS, "valid_to": made.until}
            known = {**KNOWN, "confidence": made.confidence}
            yield Tie(
                TieType.MEMBER_OF, unit, made.uid, {**found, "basis": ["listed"], **life, **known}
            )
        posts = [] if made.gap is None else [_chair(made)]
        if made.own:
            posts = [f"p:{made.province}:0", f"p:{made.province}:1"]
        for post in posts:
            seat = {"role": "chair", **ALWAYS, **KNOWN}
            yield Tie(TieType.CHAIRS, post, made.uid, seat)
            yield Tie(TieType.SITS_IN, post, made.uid, seat)
            if not made.own:
                yield Tie(TieType.IN, post, f"u:{made.province}", KNOWN)
            if made.own and made.founding:
                yield Tie(TieType.ISSUED_BY, made.founding, post.replace("p:", "u:"), KNOWN)
        if made.founding:
            yield Tie(TieType.ESTABLISHED_BY, made.uid, made.founding, KNOWN)


def plain(province: str, gaps: Sequence[int | None], mark: str = "g") -> list[Made]:
    """A group for each gap, each with a chair of its own."""
    return [Made(f"{mark}:{province}:{i}", province, gap) for i, gap in enumerate(gaps)]
