"""When a source last spoke of a group: documented, presumed, stale or undated, each case by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.ask.authority import Question, authority
from graph.ask.types import in_force, types
from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InvalidData
from loaders.groups.read import read_everything, read_groups
from loaders.load.verbs import load_groups
from tests.loaders.groups_for_tests import divisions, read_text
from tests.servers import empty

HEAD = """form: lsgraph/groups/1
sources:
  T1: {title: 某页, url: null, kind: article, licence: facts only}
posts:
- {uid: "post:济南市市长", title: 济南市市长, unit: "370100", mode: HEAD, branch: government}
groups:
"""
MEMBERS = '{role: member, unit: "370112", source: T1, confidence: high}'


def group(uid: str, life: str, events: str = "[]", seats: str = MEMBERS) -> str:
    """A group in the form, with this life (`from`, `to`), these events and these seats."""
    return f"""- uid: "group:{uid}"
  name: {uid}
  kind: 领导小组
  field: health
  place: "370100"
  leadership: single
  roster: partial
  {life}
  source: T1
  events: {events}
  seats: [{seats}]
"""


def event(on: str, until: str = "") -> str:
    """An event of a day, or of a span."""
    return f"[{{on: {on}{until and f', until: {until}'}, what: told, source: T1}}]"


CHAIR = (
    '{role: chair, post: "post:济南市市长", from: "[..2012-05-01]", source: T1, confidence: high}, '
)
GROUPS = [
    group("sars", "from: 2003-04-24"),
    group("twice", "from: 2012-03-01", event("2020-03-01")),
    group("law", "from: 2012-03-01", event("2012-06-01", '".."'), CHAIR + MEMBERS),
    group("went-on", "from: 1996-05-01", event("1996-05-01", "2021-01-01")),
    group("life", "from: 2003-01-01\n  to: 2019-01-01"),
    group("known-by", "from: 2003-01-01\n  to: '[..2019-01-01]'"),
    group("undated", "roster: partial".replace("roster: partial", "vacancy_stated: false"),
          seats='{role: member, unit: "371200", source: T1, confidence: high}, '
                '{role: member, unit: "370100", source: T1, confidence: high}'),
]  # fmt: skip


@pytest.fixture(scope="module")
def world(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A graph of these groups alone."""
    path = tmp_path_factory.mktemp("seen") / "seen.yaml"
    path.write_text(HEAD + "".join(GROUPS), encoding="utf-8")
    graph = empty(database)
    load_groups(graph, [path])
    return graph


def statuses(world: Database, day: str, years: int = 5) -> Mapping[str, tuple[str, str]]:
    rows = types(world, dt.date.fromisoformat(day), seen_within=years, stale=True)
    return {row.name: (row.status, str(row.seen)) for row in rows if "导" not in row.name}


@pytest.mark.parametrize(
    ("name", "day", "status", "seen"),
    [
        ("sars", "2003-04-24", "documented", "2003-04-24"),
        ("sars", "2008-04-24", "presumed", "2003-04-24"),
        ("sars", "2008-04-25", "stale", "2003-04-24"),
        ("twice", "2016-01-01", "documented", "2012-03-01"),
        ("twice", "2018-01-01", "stale", "2012-03-01"),
        ("twice", "2020-03-01", "documented", "2020-03-01"),
        ("twice", "2024-01-01", "presumed", "2020-03-01"),
        ("law", "2025-06-01", "documented", "2025-06-01"),
        ("went-on", "2010-01-01", "documented", "2010-01-01"),
        ("went-on", "2024-01-01", "presumed", "2020-12-31"),
        ("went-on", "2026-01-01", "stale", "2020-12-31"),
        ("life", "2015-01-01", "documented", "2015-01-01"),
        ("known-by", "2015-01-01", "stale", "2003-01-01"),
        ("undated", "2015-01-01", "undated", "None"),
    ],
)
def test_what_a_source_says_of_the_day(
    world: Database, name: str, day: str, status: str, seen: str
) -> None:
    assert statuses(world, day)[name] == (status, seen)


def test_the_window_is_the_readers(world: Database) -> None:
    assert statuses(world, "2012-01-01", years=9)["sars"][0] == "presumed"
    assert statuses(world, "2012-01-01", years=8)["sars"][0] == "stale"
    assert statuses(world, "2003-04-25", years=0)["sars"][0] == "stale"


def test_what_is_stale_or_undated_stands_in_no_count(world: Database) -> None:
    day = dt.date(2025, 6, 1)
    assert {row.name for row in types(world, day) if row.name in statuses(world, str(day))} >= {
        "law", "went-on",
    }  # fmt: skip
    listed = {row.name for row in types(world, day)}
    assert not listed & {"sars", "undated"}
    counts = in_force(world, day)
    own = statuses(world, str(day))
    for status, n in (
        ("documented", counts.n_documented), ("presumed", counts.n_presumed),
        ("stale", counts.n_stale), ("undated", counts.n_undated),
    ):  # fmt: skip
        rows = types(world, day, stale=True)
        assert n == sum(row.status == status for row in rows), status
    assert counts.n_in_force >= len(own)
    region = queries.groups_in_force(as_of=day, region=read_uid(world, "370100"), database=world)
    assert {row.name for row in region} & {"sars", "law"} == {"law"}


def read_uid(world: Database, code: str) -> str:
    """The uid of the division of the code that is in force today."""
    rows = queries.units_named(code, dt.date(2025, 6, 1), None, database=world)
    return str(next(iter(rows)).uid)


def test_a_group_that_is_named_is_always_answered(world: Database) -> None:
    answer = authority(world, "sars", Question(dt.date(2025, 6, 1))).group
    assert (answer.status, answer.last_documented) == ("stale", dt.date(2003, 4, 24))
    own = authority(world, "sars").group
    assert (own.as_of, own.status) == (dt.date(2003, 4, 24), "documented")


def test_a_law_speaks_for_the_body_and_not_for_its_chair(world: Database) -> None:
    answer = authority(world, "law", Question(dt.date(2025, 6, 1))).group
    assert answer.status == "documented" and answer.chair_seen == dt.date(2012, 5, 1)
    assert "chair_stale" in answer.flags
    near = authority(world, "law", Question(dt.date(2015, 6, 1))).group
    assert "chair_stale" not in near.flags
    assert near.last_documented == dt.date(2012, 6, 1)


def test_an_undated_group_is_read_while_its_units_exist_together(world: Database) -> None:
    """Laiwu ended on 2018-12-26: the day before is the last with both."""
    answer = authority(world, "undated")
    assert answer.group.as_of == dt.date(2018, 12, 25)
    assert answer.group.status == "undated" and "undated" in answer.group.flags


@pytest.mark.parametrize(
    ("events", "says"),
    [
        ('[{on: null, until: "..", what: told, source: T1}]', "needs the day it begins"),
        (event("2020-01-01", "2019-01-01"), "ends (`until`) before it begins"),
    ],
)
def test_a_span_without_order_is_refused(tmp_path: Path, events: str, says: str) -> None:
    with pytest.raises(InvalidData) as caught:
        read_text(tmp_path, HEAD[HEAD.index("posts:") :] + group("odd", "from: 2018-01-01", events))
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("events", "ends", "last"),
    [
        ("[]", ("2010-05-01", "2012-05-01"), "2012-04-30"),
        ("[]", ("2010-05-01", None), "2018-05-20"),
        (event("2011-01-01"), ("2010-05-01", "2012-05-01"), "2012-04-30"),
        (event("2015-01-01"), ("2010-05-01", "2012-05-01"), "2018-05-20"),
        (event("2011-01-01", "2016-01-01"), ("2010-05-01", "2012-05-01"), "2018-05-20"),
    ],
)
def test_a_page_shows_no_group_that_has_ended(
    tmp_path: Path, events: str, ends: tuple[str | None, str | None], last: str
) -> None:
    seats = ", ".join(
        f'{{role: member, unit: "{code}", from: 2009, to: {end or "null"}, source: T1, confidence: low}}'
        for code, end in zip(("370112", "370102"), ends, strict=True)
    )
    page = HEAD.replace("kind: article", "kind: press, date: 2018-05-20")
    path = tmp_path / "own.yaml"
    path.write_text(page + group("over", "from: 2009", events, seats), encoding="utf-8")
    (row,) = read_groups([path], divisions()).groups
    assert row.last_documented == dt.date.fromisoformat(last)


def test_no_shipped_body_of_long_ago_counts_today() -> None:
    """By the plain words of the definition, without the graph: only laws bring old bodies to 2025."""
    day, first = dt.date(2025, 6, 1), dt.date(2020, 6, 1)
    old = [
        row.uid
        for row in read_everything().groups
        if row.period.holds(day) and row.evidence and row.evidence[-1] < first
    ]
    spoken = {
        row.uid
        for row in read_everything().groups
        if any(span[:10] <= str(day) and span.endswith("/..") for span in row.spoken)
    }
    assert len(old) > 200 and {"group:a-food-safety", "group:a-antimonopoly"} <= spoken
