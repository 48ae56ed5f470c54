"""Citations: of the dataset, and of one thing in it on a day."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from loaders.package.cite import FORMS, Cited, reference
from loaders.package.describe import TITLE, VERSION
from loaders.package.ids import id_of
from tests.cli.conftest import Run

AIR = Cited("group:bth-air-lsg", "京津冀及周边地区大气污染防治领导小组", "LSG for air")
DAY = dt.date(2018, 7, 12)


def test_every_form_names_author_title_year_and_version() -> None:
    for form, made in FORMS.items():
        text = made(reference())
        assert all(word in text for word in ("The lsgraph contributors", TITLE, "2026", VERSION)), (
            form
        )


def test_a_thing_is_cited_with_its_permanent_id_and_the_day() -> None:
    item = reference(AIR, DAY, "https://www.example.org/group/a_b?x=1&y=2")
    assert item["title"] == f"{AIR.name} (LSG for air)" and item["container-title"] == TITLE
    assert item["note"] == "group:bth-air-lsg, as of 2018-07-12"
    person = reference(Cited("person:韩正", "韩正"))
    assert person["note"] == id_of("person:韩正") and person["id"].endswith(
        f"-{id_of('person:韩正')}"
    )


def test_bibtex_keeps_its_braces_and_escapes_what_steers_tex() -> None:
    text = FORMS["bibtex"](reference(Cited("group:x", r"50% of A&B_C {\evil} #1"), DAY))
    assert r"50\% of A\&B\_C" in text and r"\evil" not in text and r"\#1" in text
    assert text.count("{") == text.count("}")
    assert re.match(r"@misc\{lsgraph-[\w.-]+,\n", text)


def test_ris_begins_with_its_type_and_ends_with_er() -> None:
    lines = FORMS["ris"](reference(AIR, DAY)).splitlines()
    assert lines[0] == "TY  - DATA" and lines[-1] == "ER  -"
    assert all(re.match(r"[A-Z][A-Z0-9]  -", line) for line in lines)


def test_csl_is_json_with_a_date() -> None:
    (item,) = json.loads(FORMS["csl"](reference(AIR, DAY)))
    assert item["type"] == "entry" and item["issued"]["date-parts"][0][0] == 2026


@pytest.mark.parametrize(
    "name", ["京津冀及周边地区大气污染防治领导小组", "group:bth-air-lsg", "bth-air-lsg"]
)
def test_the_command_finds_a_thing_by_any_name(run: Run, name: str) -> None:
    done = run("cite", name, "--as-of", "2018-07-12")
    assert done.code == 0 and "group:bth-air-lsg, as of 2018-07-12." in done.out


def test_the_command_takes_a_permanent_id(run: Run) -> None:
    given = id_of("person:韩正")
    assert given is not None
    done = run("cite", given, "--as", "csl")
    assert json.loads(done.out)[0]["title"] == "韩正"


def test_a_place_whose_name_begins_groups_is_the_place(run: Run) -> None:
    assert "济南市 (Jinan)" in run("cite", "济南市").out


def test_a_name_of_nothing_is_told(run: Run) -> None:
    done = run("cite", "无此领导小组")
    assert done.code == 1 and "No thing is called '无此领导小组'" in done.err
