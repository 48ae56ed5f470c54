"""Maps of the loaded graph: each province found or named, the figures those of the comparison."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from graph.catalogue import queries
from graph.connection import Database
from graph.core.errors import InputError
from graph.maps.query import query_map
from graph.maps.regions import MEASURES, measure_map
from graph.regions import profile
from graph.regions.groups import Selection
from tests.cli.conftest import Run
from tests.figures.reading import read
from visualize.maps import map_page, sheet
from visualize.maps.classes import ABSENT, NO_DATA

DAY = dt.date(2018, 12, 25)
WIDE = Selection(seen_within=10)


@pytest.mark.parametrize("day", ["1985-06-01", "1996-01-01", "2018-12-25", "2026-09-01"])
def test_every_province_of_the_day_is_drawn_or_named(loaded: Database, day: str) -> None:
    as_of = dt.date.fromisoformat(day)
    rows = queries.divisions_in_force(as_of, database=loaded)
    there = {row.code for row in rows if row.level == "Province"}
    made = sheet(measure_map(loaded, "groups", as_of))
    drawn = {area.code for area in made.areas if area.row is not None}
    assert drawn | {row.code for row in made.missing} == there
    assert {row.code for row in made.missing} == {"710000"}
    absent = {area.code for area in made.areas if area.fill == ABSENT}
    assert absent == {area.code for area in made.areas} - there
    assert ("500000" in absent) is (as_of < dt.date(1997, 3, 14))
    told = " ".join(note.en for note in made.notes)
    assert "No outline: Taiwan." in told and "South China Sea" in told and "CC BY 4.0" in told
    assert all(code in told for code in absent)


def test_no_value_is_no_data_and_never_0(loaded: Database) -> None:
    for measure in MEASURES:
        made = sheet(measure_map(loaded, measure, DAY))
        for area in made.areas:
            assert area.row is not None
            assert (area.fill == NO_DATA) is (area.row.value is None)
            assert area.row.n or area.row.value is None
        assert any(area.fill == NO_DATA for area in made.areas)


def test_figures_are_those_of_the_profile(loaded: Database) -> None:
    for name, code in (("山东省", "370000"), ("广东省", "440000")):
        known = profile(name, DAY, database=loaded, selection=WIDE)
        found = {
            measure: next(r for r in measure_map(loaded, measure, DAY, WIDE).rows if r.code == code)
            for measure in MEASURES
        }
        strong = next(share for share in known.types if share.type == "STRONG")
        assert (found["groups"].value, found["groups"].n) == (known.n, known.n)
        assert (found["strong"].value, found["strong"].n) == (strong.share, known.n)
        assert (found["gap"].value, found["gap"].n) == (
            known.gap_min.median, len(known.gap_min.values),
        )  # fmt: skip
        assert (found["coverage"].value, found["coverage"].n) == (
            known.lc.median,
            len(known.lc.values),
        )


def test_groups_that_belong_to_no_province_are_counted(loaded: Database) -> None:
    shown = measure_map(loaded, "groups", DAY)
    on_map = sum(row.value or 0 for row in shown.rows)
    told = next(note.en for note in shown.notes if note.en.startswith("Not on the map"))
    elsewhere = sum(int(word) for word in told.split() if word.isdigit())
    assert on_map + elsewhere == len(queries.groups_in_force(as_of=DAY, database=loaded))


def test_a_column_of_any_query_that_names_divisions(loaded: Database) -> None:
    ranks = query_map(
        loaded, queries["divisions_in_force"], {"as_of": DAY}, "rank", "province", DAY
    )
    assert {row.code: row.value for row in ranks.rows}["370000"] == 8
    assert {row.code: row.value for row in ranks.rows}["810000"] is None, "outside the ladder"
    assert ranks.meaning.en.startswith("rank") and "(div" not in ranks.meaning.en


def test_a_map_of_a_query_names_what_was_asked(loaded: Database) -> None:
    asked = {"groups": ["group:bth-air-lsg"], "as_of": DAY}
    query = queries["authority_by_member"]
    shown = query_map(loaded, query, query.values(asked), "gap", "province", DAY)
    assert shown.meaning.en.endswith("(groups group:bth-air-lsg)")


@pytest.mark.parametrize(
    ("query", "given", "column", "level", "says"),
    [
        ("divisions_in_force", {"as_of": DAY}, "ranks", "province", "Did you mean rank"),
        ("types_counted", {}, "n_groups", "province", "names no division"),
        (
            "children",
            {"unit": "div:370000:山东省", "as_of": DAY},
            "rank",
            "county",
            "nothing to draw",
        ),
    ],
)
def test_what_can_not_be_mapped_is_said(
    loaded: Database, query: str, given: dict[str, object], column: str, level: str, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        query_map(loaded, queries[query], given, column, level, DAY)


def test_the_page_says_all_that_the_map_shows(loaded: Database) -> None:
    shown = measure_map(loaded, "gap", DAY)
    html = map_page(shown)
    assert html.count('<path class="area"') == 33 and html.count("<tr data-code=") == len(
        shown.rows
    )
    assert "Shandong" in html and "山东省" in html
    assert "CC BY 4.0" in html and "台湾" in html


@pytest.mark.parametrize(("suffix", "lang"), [(".pdf", "en"), (".svg", "zh"), (".html", "en")])
def test_the_command_writes_each_kind_of_file(
    run: Run, tmp_path: Path, suffix: str, lang: str
) -> None:
    path = tmp_path / f"图{suffix}"
    answer = run("view", "map", "groups", "--as-of", "2018-12-25", "-o", str(path), "--lang", lang)
    assert answer.code == 0 and {"en": "Wrote", "zh": "已写入"}[lang] in answer.out, answer.err
    first = path.read_bytes()
    words = ("view", "map", "groups", "--as-of", "2018-12-25", "-o", str(path), "--lang", lang)
    assert run(*words, "--force").code == 0
    assert path.read_bytes() == first
    if suffix == ".pdf":
        sheet_ = read(path)
        assert sheet_.width == pytest.approx(175, abs=0.1)
        assert min(char["size"] for char in sheet_.chars) >= 5.99
        assert "no value" in sheet_.text and "CC BY 4.0" in sheet_.text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("grups",), "Did you mean groups"),
        (("groups", "--within", "370000"), "belong to a query"),
        (("divisions_in_force", "--column", "rank", "--level", "village"), "not a level of a map"),
        (("divisions_in_force", "--column", "rank", "-p", "x"), "not a parameter"),
        (("divisions_in_force", "--column", "rank", "--level", "county", "--within", "990000"),
         "begins with 99"),
        (("groups", "-o", "x.pdf", "--width", "5"), "85 for one column"),
        (("groups", "-o", "x.svg", "--lang", "de"), "Unknown language"),
    ],
)  # fmt: skip
def test_bad_input_is_said_in_words(run: Run, words: tuple[str, ...], says: str, tmp_path: Path,
                                    monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    answer = run("view", "map", *words)
    assert answer.code == 1 and says in " ".join(answer.err.split())
    assert list(tmp_path.iterdir()) == []
