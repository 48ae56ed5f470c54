"""Any query whose rows are ties is a picture; what one lacks is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.catalogue import Query, catalogue_with, queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.pictures import Picture
from graph.pictures.query import check_drawable, query_picture

TAGGED = [query.name for query in queries.search(tag="picture")]
OWN = Path(__file__).with_name("own_queries")


def own(name: str) -> Query:
    return catalogue_with([OWN])[name]


def drawn(database: Database, query: Query, **given: object) -> Picture:
    values = query.values(given)
    return query_picture(database, query, query(**values, database=database), values)


def test_there_are_queries_to_draw() -> None:
    assert {"command_between", "succession_ties", "chair_ties"} <= set(TAGGED)


@pytest.mark.parametrize("name", TAGGED)
def test_a_query_to_draw_has_a_title_in_chinese(name: str) -> None:
    header = queries[name].header
    assert re.search(r"[\u4e00-\u9fff]", header.zh) and header.zh != header.title


@pytest.mark.parametrize("name", TAGGED)
def test_a_query_of_the_tag_is_drawn_as_it_answers(loaded: Database, name: str) -> None:
    query = queries[name]
    rows = query(**query.example(), database=loaded)
    picture = query_picture(loaded, query, rows, query.example())
    assert [(t.start, t.end) for t in picture.ties] == [(r.start, r.end) for r in rows]
    assert {n.uid for n in picture.nodes} == {u for r in rows for u in (r.start, r.end)}
    assert [len(t.sources) for t in picture.ties] == [1 if r.source else 0 for r in rows]


def test_ties_of_command_are_a_tree_and_others_stand_by_rank(loaded: Database) -> None:
    below, above = ["div:370100:济南市:2", "div:371200:莱芜市"], ["div:100000:中华人民共和国"]
    tree = drawn(loaded, queries["command_between"], lower=below, upper=above, as_of=_day())
    assert (tree.layout, len(tree.nodes), tree.as_of) == ("tree", 4, "2018-12-25")
    tiers = drawn(loaded, queries["succession_ties"], unit="div:371200:莱芜市")
    assert tiers.layout == "tiers"
    labels = {t.end: t.label.en for t in tiers.ties}
    assert labels["div:370100:济南市:2"] == "merge 2018-12-26"


def test_two_superiors_are_no_tree(loaded: Database) -> None:
    assert drawn(loaded, own("two_superiors")).layout == "tiers"


def test_a_rank_that_the_rows_give_places_what_has_none(loaded: Database) -> None:
    picture = drawn(loaded, queries["chair_ties"], as_of=_day())
    ranks = {node.uid: node.rank for node in picture.nodes if node.kind == "person"}
    assert ranks["person:韩正"] == 9


def test_relation_and_gap_are_drawn_and_other_columns_told(loaded: Database) -> None:
    (tie,) = drawn(loaded, own("own_words")).ties
    assert (tie.kind, tie.relation, tie.gap) == ("LEADS", "LINE", 1)
    assert ("n", "7") in {(fact.label.en, fact.value.en) for fact in tie.facts}


@pytest.mark.parametrize("name", ["groups_in_force", "authority_by_member"])
def test_a_query_without_ends_is_refused_with_what_it_lacks(name: str) -> None:
    with pytest.raises(InputError, match=f"{name} cannot be drawn: it returns no start, no end"):
        check_drawable(queries[name])


def test_a_column_of_another_type_is_refused() -> None:
    with pytest.raises(InputError, match="its column gap is string, a picture needs integer"):
        check_drawable(own("gap_of_text"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a_name", "names no unit"),
        ("no_start", "lacks start, end or kind"),
        ("no_row", "answers no row"),
    ],
)
def test_an_answer_that_is_no_picture_is_refused(loaded: Database, name: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        drawn(loaded, own(name))


def test_of_a_large_answer_the_first_boxes_are_drawn(loaded: Database) -> None:
    query = queries["chair_ties"]
    values = query.values({"as_of": _day()})
    rows = query(**values, database=loaded)
    picture = query_picture(loaded, query, rows, values, most=5)
    assert len(picture.nodes) == 5
    assert picture.total == len({u for r in rows for u in (r.start, r.end)})
    uids = {node.uid for node in picture.nodes}
    assert all({tie.start, tie.end} <= uids for tie in picture.ties)


def _day() -> object:
    import datetime as dt

    return dt.date(2018, 12, 25)
