"""A person with posts and groups: the rows of the queries, at any time or on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.pictures.person.picture import person_picture

DAY = dt.date(2018, 7, 12)
HAN = "person:韩正"


@pytest.mark.parametrize("day", [None, DAY, dt.date(2016, 1, 1)])
def test_all_posts_and_seats_are_drawn(loaded: Database, day: dt.date | None) -> None:
    picture = person_picture(loaded, "韩正", day)
    posts = queries.posts_of_person(HAN, day, database=loaded)
    seats = [
        row
        for row in queries.groups_of_person(HAN, database=loaded)
        if day is None or row.valid_from <= day < row.valid_to
    ]
    dated = {row.post for row in queries.posts_of_person(HAN, database=loaded)}
    named = {row.post for row in seats if row.post and row.post not in dated}
    held = {tie.end for tie in picture.ties if tie.kind == "HOLDS"}
    assert held == {row.post for row in posts} | named
    ties = [(tie.start, tie.end) for tie in picture.ties if tie.kind != "HOLDS"]
    starts = [(row.post if row.post in held else HAN, row.group) for row in seats]
    assert sorted(ties) == sorted(starts)
    ranks = {node.uid: node.rank for node in picture.nodes}
    assert {row.post: row.rank for row in posts}.items() <= ranks.items()
    assert picture.as_of == ("" if day is None else str(day))


def test_no_seat_goes_on_when_its_post_has_ended(loaded: Database) -> None:
    """韩正 left Shanghai on 2017-10-29, and the chair that he had as its secretary with it."""
    group = "group:yrd-air-coop"
    before, after = (
        {(tie.start, tie.end) for tie in person_picture(loaded, "韩正", day).ties}
        for day in (dt.date(2014, 1, 7), dt.date(2018, 3, 20))
    )
    assert ("post:上海市委书记", group) in before
    assert group not in {end for _, end in after}


def test_a_post_says_since_when_it_was_held(loaded: Database) -> None:
    picture = person_picture(loaded, "韩正")
    labels = {tie.end: tie.label.zh for tie in picture.ties if tie.kind == "HOLDS"}
    assert labels["post:上海市委书记"] == "2012-11-20–2017-10-29"


def test_the_caption_counts_what_is_drawn(loaded: Database) -> None:
    picture = person_picture(loaded, "韩正", DAY)
    groups = [node for node in picture.nodes if node.kind == "group"]
    posts = [node for node in picture.nodes if node.kind == "post"]
    assert picture.caption.en.startswith(f"On {DAY} 韩正 held {len(posts)} post")
    assert f"in {len(groups)} group" in picture.caption.en


def test_persons_of_one_name_are_told_apart(loaded: Database) -> None:
    with pytest.raises(AmbiguousName) as told:
        person_picture(loaded, "刘伟")
    assert len(told.value.candidates) == 2
    assert all("person:刘伟@" in one for one in told.value.candidates)
    uid = queries.persons_named("刘伟", database=loaded)[0].uid
    picture = person_picture(loaded, uid)
    assert picture.nodes[0].uid == uid and picture.nodes[0].role == "focus"


def test_what_can_not_be_drawn_is_told(loaded: Database) -> None:
    with pytest.raises(UnknownName, match="韩正正"):
        person_picture(loaded, "韩正正")
    with pytest.raises(InputError, match="Leave out --as-of"):
        person_picture(loaded, "韩正", dt.date(1950, 1, 1))
