"""Every query of the catalogue: rows of the page, of the API and of the command are the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from graph.catalogue import Query, queries
from graph.catalogue.entry import example_pairs
from tests.cli.conftest import invoke
from tests.english import english
from tests.web.conftest import STATEMENTS, Client
from tests.web.tables import table
from web.http.openapi import described
from web.pages.render import cell

ALL = queries.readable()
ENOUGH = 50_000
"""Rows that are asked for: more than any example has."""


@pytest.fixture(scope="module")
def description(entered: Client) -> dict[str, Any]:
    """The description of the API."""
    found: dict[str, Any] = entered.get("/openapi.json").json()
    return found


@pytest.mark.usefixtures("named_server")
@pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)
def test_page_api_and_command_answer_the_same_rows(inside: Client, query: Query) -> None:
    given = example_pairs(query.header.example)
    words = [word for name, value in given.items() for word in ("-p", f"{name}={value}")]
    command = invoke("query", "run", query.name, *words, "--format", "json")
    assert command.code == 0, command.err
    rows = json.loads(command.out)
    answer = inside.get(f"/api/v1/{query.name}", params={**given, "limit": str(ENOUGH)}).json()
    assert answer["rows"] == rows
    assert answer["columns"] == [column.name for column in query.columns]
    assert (answer["total"], answer["truncated"]) == (len(rows), False)
    page = inside.get(f"/ask/{query.name}", params={**given, "run": "1", "limit": str(ENOUGH)})
    heads, shown = table(page.text, "answer")
    assert len(shown) == len(rows)
    if rows:
        assert heads == answer["columns"]
        assert [[_text(one) for one in line] for line in shown] == [
            [_text(cell(row[name])) for name in heads] for row in rows
        ]


def _text(value: str) -> str:
    """A cell without what a browser folds."""
    return " ".join(value.split())


@pytest.mark.parametrize("query", ALL, ids=lambda query: query.name)
def test_every_query_has_a_form_and_a_description(
    inside: Client, description: dict[str, Any], query: Query
) -> None:
    form = inside.get(f"/ask/{query.name}").text
    told = description["paths"][f"/api/v1/{query.name}"]["get"]["parameters"]
    names = {parameter.name for parameter in query.parameters}
    assert {one["name"] for one in told} == names | {"limit", "lang"}
    for parameter in query.parameters:
        assert f'name="{parameter.name}"' in form
    assert f'href="/ask/{query.name}"' in inside.get("/ask").text


def test_the_description_is_that_of_the_catalogue(description: dict[str, Any]) -> None:
    assert description == json.loads(json.dumps(described(ALL, 10_000, "en")))
    assert len(description["paths"]) == len(ALL)


@pytest.mark.parametrize(
    ("params", "headers"),
    [({"lang": "zh"}, {}), ({}, {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"})],
    ids=["lang", "Accept-Language"],
)
def test_the_description_is_chinese_where_chinese_is_asked_for(
    inside: Client, description: dict[str, Any], params: dict[str, str], headers: dict[str, str]
) -> None:
    """Every text is Chinese; names, types and addresses are those of the English one."""
    chinese = inside.get("/openapi.json", params=params, headers=headers).json()
    told = dict(_texts(chinese))
    assert len(told) > 10 * len(ALL)
    assert [text for text in told.values() if english(text)] == []
    said = dict(_texts(description))
    same = {text for place, text in told.items() if said.get(place) == text}
    assert [one for one in same if not re.fullmatch(r"lsgraph|uid( \(.+\))?|[A-Z_]+", one)] == []
    assert _bare(chinese) == _bare(description)


def _texts(found: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """The texts that people read, each by its place in the document."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name in ("summary", "description", "title") and isinstance(value, str):
                yield f"{place}/{name}", value
            else:
                yield from _texts(value, f"{place}/{name}")
    elif isinstance(found, list):
        for number, value in enumerate(found):
            yield from _texts(value, f"{place}/{number}")


def _bare(found: Any) -> Any:
    """The document without what people read."""
    if isinstance(found, dict):
        return {
            name: _bare(value) for name, value in found.items()
            if not (name in ("summary", "description", "title") and isinstance(value, str))
        }  # fmt: skip
    return [_bare(value) for value in found] if isinstance(found, list) else found


def test_a_name_will_do_for_a_uid(inside: Client) -> None:
    given = {"group": "济莱协作区", "as_of": "2018"}
    answer = inside.get("/api/v1/seats_of_group", params=given).json()
    assert answer["parameters"] == {"group": "group:jinan-laiwu", "as_of": "2018-12-31"}
    assert len(answer["notes"]) == 2
    page = inside.get("/ask/seats_of_group", params=given).text
    assert "group:jinan-laiwu" in page and "2018 is read as its last day" in page


def test_what_is_left_out_is_told(inside: Client) -> None:
    answer = inside.get("/api/v1/group_names", params={"limit": "3"}).json()
    assert (len(answer["rows"]), answer["total"], answer["truncated"]) == (3, 38, True)
    page = inside.get("/ask/group_names", params={"run": "1", "limit": "3"}).text
    assert "Showing 3 rows of 38" in " ".join(page.split())


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("seats_of_group", 400, "needs group"),
        ("seats_of_group?group=济莱协作区&as_of=2018-13", 400, "is not a day"),
        ("seats_of_group?group=济莱协做区&as_of=2018", 404, "Did you mean: 济莱协作区"),
        ("seats_of_group?group=领导小组&as_of=2018", 409, "more than one group"),
        ("group_names?day=2018", 400, "takes no day"),
        ("group_names?limit=none", 400, "limit must be a whole number"),
        ("group_names?limit=0", 400, "limit must be a whole number"),
        (
            f"groups_of_period?first=2012&until=2014&seen_within={10**30}",
            400,
            "not a value of the type",
        ),
        (f'minimal_chair?suppose_chair={{"rank": {2**64}}}', 400, "not a value of the type map"),
        ('minimal_chair?suppose_chair={"rank": 1e300}', 400, "not a value of the type map"),
        ('minimal_chair?suppose_chair={"rank": NaN}', 400, "not a value of the type map"),
        ("legal_basis?seen_within=3707065195", 400, "not a value of the type integer"),
        ("export_nodes?label=Per%00son", 400, "not a value of the type string"),
        ("overlap_counts?as_of=2018&suppose_members=000000", 404, "No province has the code"),
    ],
)
def test_a_mistake_is_told_in_words(inside: Client, path: str, status: int, says: str) -> None:
    answer = inside.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert says in answer.json()["error"]
    page = inside.get(f"/ask/{path}{'&' if '?' in path else '?'}run=1")
    assert page.status_code == status
    assert says in page.text.replace("&#39;", "'")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("group_names?lang=fr", "lang is en or zh"),
        ("legal_basis?seen_within=", "seen_within is empty"),
    ],
)
def test_a_program_is_told_what_a_page_passes_over(inside: Client, path: str, says: str) -> None:
    answer = inside.get(f"/api/v1/{path}")
    assert (answer.status_code, says in answer.json()["error"]) == (400, True)


def test_what_writes_is_not_there(inside: Client) -> None:
    assert inside.get("/api/v1/write_group").status_code == 404
    assert inside.get("/ask/write_group").status_code == 400
    assert inside.get("/ask/no_such_query").status_code == 404


@pytest.mark.parametrize("format", ["xlsx", "csv", "dta", "json", "parquet"])
def test_an_answer_is_a_file(inside: Client, format: str) -> None:
    answer = inside.get(f"/ask/group_names/answer.{format}")
    assert answer.status_code == 200 and len(answer.content) > 500
    assert f"group_names.{format}" in answer.headers["content-disposition"]
    assert inside.get("/ask/group_names/answer.exe").status_code == 404


def test_free_cypher_reads_and_names_mistakes(inside: Client) -> None:
    page = inside.get("/cypher", params={"statement": STATEMENTS["typo"]})
    assert len(table(page.text, "answer")[1]) == 5
    assert "Did you mean rank?" in page.text
    for statement in (STATEMENTS["writes"], STATEMENTS["reads_files"]):
        answer = inside.get("/cypher", params={"statement": statement})
        assert answer.status_code == 403 and 'role="alert"' in answer.text
    assert inside.get("/cypher", params={"statement": "MATCH"}).status_code == 400
    file = inside.get("/cypher/answer.csv", params={"statement": STATEMENTS["one"]})
    assert file.content.decode("utf-8-sig").split() == ["one", "1"]


def test_what_is_open_to_everybody_only_reads(anybody: Client) -> None:
    assert anybody.get("/groups?as_of=2018").status_code == 200
    assert anybody.get("/api/v1/group_names").json()["total"] == 38
    for address in (
        "/cypher",
        "/cypher?statement=RETURN 1",
        "/cypher/answer.csv?statement=RETURN 1",
    ):
        assert anybody.get(address).status_code == 404
    assert 'href="/cypher"' not in anybody.get("/groups?as_of=2018").text
    assert anybody.get("/groups", headers={"Host": "evil.example"}).status_code == 421
    for address in ("/groups", "/ask/group_names", "/api/v1/group_names"):
        assert anybody.post(address).status_code == 405
