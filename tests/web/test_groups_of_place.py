"""Which groups a place has on a day: one answer by the command, the API, the list and the page."""

from __future__ import annotations

import random
from urllib.parse import quote

from graph.catalogue import queries
from graph.connection import Database
from tests.cli.conftest import Run
from tests.web.conftest import Client
from tests.web.tables import table

DAYS = ("2009-11-05", "2015-07-01", "2018-12-25", "2022-03-01")


def test_every_door_gives_the_same_groups(inside: Client, run: Run, loaded: Database) -> None:
    members = queries.authority_by_member(scope="all", database=loaded)
    units = {row.member for row in members if row.code}
    drawn = [*random.Random(9).sample(sorted(units), 8), "div:440000:广东省", "div:370000:山东省"]
    found = 0
    for uid in drawn:
        for day in DAYS:
            asked = run("groups", uid, "--as-of", day, "--format", "json").rows
            groups = {row["group"] for row in asked}
            given = {"region": f'["{uid}"]', "as_of": day}
            told = inside.get("/api/v1/groups_of_place", params=given).json()["rows"]
            page = inside.get(f"/place/{quote(uid)}", params={"as_of": day}).text
            listed = inside.get("/groups", params={"region": uid, "as_of": day}).text
            assert {row["group"] for row in told} == groups
            names = sorted(row["name"] for row in asked)
            assert sorted(row[0] for row in table(page, "groups")[1]) == names
            assert len(table(listed, "groups")[1]) == len(groups)
            found += len(groups)
    assert found > 30
