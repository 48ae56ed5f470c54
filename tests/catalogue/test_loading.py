"""A query file whose header and statement disagree is refused when the catalogue loads, by file and line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from graph.catalogue import Catalogue, catalogue_with, is_shipped, queries
from graph.catalogue.header import Column, parse_header
from graph.core.errors import CatalogueError, InputError, UnknownName
from graph.core.words import Words
from graph.settings import CYPHER

GOOD = """// title: Units
// question: Which units are there?
// param name: string -- a name
// param kinds: list<string>? = null -- kinds, or all
// column uid: string -- uid
// column code: string? (six digits) -- code
//   or nothing
// example: name=济南市
MATCH (unit:Unit {name: $name})
WHERE $kinds IS NULL OR unit.kind IN $kinds // $comment counts for nothing: don't
RETURN unit.uid AS uid, unit.code AS code
"""


def folder(path: Path, **files: str) -> Path:
    """A folder of query files; `_x` is a fragment."""
    for name, text in files.items():
        file = path / "subject" / f"{name}.cypher"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return path


def changed(old: str, new: str) -> str:
    """The good file with one thing changed."""
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_file_is_a_function(tmp_path: Path) -> None:
    query = Catalogue([folder(tmp_path, units=GOOD)]).units
    assert (
        str(query.__signature__)
        == "(name: 'string', kinds: 'list<string>?' = None, *, database=None)"
        " -> graph.connection.results.Result"
    )
    assert "code (string?): code or nothing" in (query.__doc__ or "")
    assert f"{tmp_path}/subject/units.cypher:1" in (query.__doc__ or "")
    assert query.example() == {"name": "济南市", "kinds": None}
    assert [(c.name, c.unit) for c in query.columns] == [("uid", None), ("code", "six digits")]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (changed("$name}", "$named}"), 9, r"uses \$named"),
        (changed("{name: $name}", ""), 3, "parameter name is declared, not used"),
        (changed(", unit.code AS code", ""), 6, "column code is not returned"),
        (changed("// example", "// shown: uid, rank\n// example"), 8, "column rank is shown, but not"),
        (changed("AS code", "AS code, unit.rank AS rank"), 9, "returns rank"),
        (changed("string -- a name", "strin -- a name"), 3, "unknown type 'strin'"),
        (changed("string -- a name", "string"), 3, "write 'param name: type -- meaning'"),
        (changed("list<string>? = null", "list<strings>? = null"), 4, "unknown type 'strings'"),
        (changed("string -- a name", "integer = many -- a name"), 3, "'many' is not a value"),
        (changed("// example", "// exemple"), 8, "not a header line"),
        (changed("// question", "//question"), 2, "not a header line"),
        (changed("// title: Units\n", ""), 1, "no title"),
        (changed("// question: Which units are there?\n", ""), 1, "no question"),
        (changed("// example: name=济南市", "// access: wrote"), 8, "access 'wrote'"),
        (changed("// example", "// include: subject/_none\n// example"), 8, "not a fragment"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, line: int, says: str) -> None:
    file = re.escape(f"{tmp_path}/subject/units.cypher:{line}:")
    with pytest.raises(CatalogueError, match=f"{file}.*{says}"):
        Catalogue([folder(tmp_path, units=text)])


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    with pytest.raises(CatalogueError, match=r"other.*units\.cypher:1: .*one.*units\.cypher has"):
        Catalogue([folder(one, units=GOOD), folder(other, units=GOOD)])


def test_a_fragment_brings_its_parameters(tmp_path: Path) -> None:
    fragment = "// title: Day\n// question: Which?\n// param day: date -- the day\nWITH $day AS day"
    text = changed("// example: ", "// include: subject/_day\n// example: day=2018-12-25, ")
    query = Catalogue([folder(tmp_path, units=text, _day=fragment)]).units
    assert [p.name for p in query.parameters] == ["day", "name", "kinds"]
    assert query.statement.startswith("WITH $day AS day\n\nMATCH")


def test_a_fragment_includes_another_which_runs_before_it(tmp_path: Path) -> None:
    day = "// title: Day\n// question: Which?\n// param day: date -- the day\nWITH $day AS day"
    year = "// title: Year\n// question: Which?\n// include: subject/_day\nWITH *, day.year AS year"
    text = changed("// example: ", "// include: subject/_year\n// example: day=2018-12-25, ")
    query = Catalogue([folder(tmp_path, units=text, _day=day, _year=year)]).units
    assert query.statement.startswith("WITH $day AS day\n\nWITH *, day.year AS year\n\nMATCH")
    assert [part.title for part in query.fragments] == ["Day", "Year"]


def test_a_fragment_that_two_include_runs_once(tmp_path: Path) -> None:
    day = "// title: Day\n// question: Which?\n// param day: date -- the day\nWITH $day AS day"
    year = "// title: Year\n// question: Which?\n// include: subject/_day\nWITH *, day.year AS year"
    both = "// title: Both\n// question: Which?\n// include: subject/_year, subject/_month\n"
    month = year.replace("ear", "onth").replace("yonth", "month").replace("Yonth", "Month")
    text = changed("// example: ", "// include: subject/_both\n// example: day=2018-12-25, ")
    folder(tmp_path, units=text, _day=day, _year=year, _month=month, _both=both)
    query = Catalogue([tmp_path]).units
    assert [part.title for part in query.fragments] == ["Day", "Year", "Month", "Both"]
    assert query.statement.count("$day") == 1
    assert query.shown().en.startswith(
        "// -- subject/_day: Day\nWITH $day AS day\n\n// -- subject/_year: Year\nWITH *, day.year"
    )
    assert "// -- units: Units\nMATCH (unit" in query.shown().en
    assert "Both" not in query.shown().en


def test_a_query_without_fragments_is_shown_as_it_is(tmp_path: Path) -> None:
    query = Catalogue([folder(tmp_path, units=GOOD)]).units
    assert query.shown().both == [query.statement] * 2


TAKES = """// title: Year
// question: Which?
// include: subject/_day
// takes: day
// gives: year, month
WITH *, day.year AS year, day.month AS month
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("takes: day\n", "takes: days\n", 4, "takes days, which the statement does not name"),
        ("year, month", "year, months", 5, "gives months, which the statement does not name"),
        ("include: subject/_day", "include: subject/_as_of", 4, "takes day, which no part before"),
        ("// include: subject/_day\n", "", 3, "takes day, which no part before it gives"),
    ],
)
def test_what_a_fragment_takes_is_given_before(
    tmp_path: Path, old: str, new: str, line: int, says: str
) -> None:
    day = "// title: Day\n// question: Which?\n// gives: day\n// param day: date -- the day\n"
    as_of = "// title: As of\n// question: Which?\n// include: subject/_day\n// takes: day\n"
    parts = {"_day": f"{day}WITH $day AS day", "_as_of": f"{as_of}WITH day AS as_of"}
    text = changed("// example: ", "// include: subject/_year\n// example: day=2018-12-25, ")
    Catalogue([folder(tmp_path, units=text, _year=TAKES, **parts)])
    with pytest.raises(CatalogueError, match=rf"_year\.cypher:{line}: {says}"):
        Catalogue([folder(tmp_path, units=text, _year=TAKES.replace(old, new), **parts)])


def test_after_a_fragment_that_says_nothing_anything_may_be_there(tmp_path: Path) -> None:
    text = changed("// example: ", "// include: subject/_year\n// example: day=2018-12-25, ")
    assert Catalogue([folder(tmp_path, units=text, _day=FRAGMENT, _year=TAKES)]).units.parts


def test_fragments_that_include_each_other_are_refused(tmp_path: Path) -> None:
    day = "// title: Day\n// question: Which?\n// include: subject/_year\nWITH 1 AS day"
    year = "// title: Year\n// question: Which?\n// include: subject/_day\nWITH 1 AS year"
    text = changed("// example: ", "// include: subject/_year\n// example: ")
    with pytest.raises(CatalogueError, match=r"_day\.cypher:3: includes subject/_year, which"):
        Catalogue([folder(tmp_path, units=text, _day=day, _year=year)])


def test_an_unused_parameter_of_a_fragment_is_named_too(tmp_path: Path) -> None:
    fragment = "// title: Day\n// question: Which?\n// param day: date -- the day\nWITH 1 AS day"
    text = changed("// example: ", "// include: subject/_day\n// example: day=2018-12-25, ")
    with pytest.raises(CatalogueError, match=r"_day\.cypher:3: .*day is declared, not used"):
        Catalogue([folder(tmp_path, units=text, _day=fragment)])


def test_parameters_are_checked_before_anything_runs(tmp_path: Path) -> None:
    query = Catalogue([folder(tmp_path, units=GOOD)]).units
    with pytest.raises(InputError, match="units needs name"):
        query.values({})
    with pytest.raises(InputError, match="takes no nam; it takes"):
        query.values({"nam": "济南市", "name": "x"})
    with pytest.raises(InputError, match=r"kinds must be list<string>\?, not \[1\]"):
        query.values({"name": "济南市", "kinds": [1]})


def test_a_missing_query_has_suggestions(tmp_path: Path) -> None:
    catalogue = Catalogue([folder(tmp_path, units=GOOD)])
    with pytest.raises(UnknownName, match=r"No query is called 'unit'.*units"):
        catalogue["unit"]
    with pytest.raises(AttributeError, match="units"):
        _ = catalogue.unit
    assert "units" in dir(catalogue)


FRAGMENT = "// title: Day\n// question: Which?\n// param day: date -- the day\nWITH $day AS day"


def test_a_second_fragment_of_one_name_is_refused(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    with pytest.raises(CatalogueError, match=r"other.*_day\.cypher:1: .*one.*_day\.cypher is the"):
        Catalogue([folder(one, _day=FRAGMENT), folder(other, _day=FRAGMENT)])


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    file = folder(tmp_path, units=GOOD) / "subject" / "units.cypher"
    file.write_bytes("// title: Units\n// note: 单位\n".encode("gb18030"))
    with pytest.raises(CatalogueError, match=r"units\.cypher:2: not UTF-8"):
        Catalogue([tmp_path])


def test_a_fault_of_the_server_is_led_to_its_file(tmp_path: Path) -> None:
    text = changed("// example: ", "// include: subject/_day\n// example: day=2018-12-25, ")
    query = Catalogue([folder(tmp_path, units=text, _day=FRAGMENT)]).units
    places = [
        query.located(Words.same(f"wrong (line {n}, column 3 (offset: 9))")).en for n in (1, 3, 5)
    ]
    assert [place.split(": wrong")[0] for place in places] == [
        f"{tmp_path}/subject/{name}"
        for name in ("_day.cypher:4", "units.cypher:10", "units.cypher:12")
    ]
    assert query.located(Words.same("refused")).en == f"{tmp_path}/subject/units.cypher: refused"


def test_search_holds_every_word_and_the_tag(tmp_path: Path) -> None:
    tagged = changed("// example", "// tags: people, Lists\n// example").replace("Units", "Persons")
    catalogue = Catalogue([folder(tmp_path, units=GOOD, persons=tagged)])

    def found(text: str = "", tag: str = "") -> list[str]:
        return [query.name for query in catalogue.search(text, tag)]

    assert found() == ["persons", "units"]
    assert found("there PERSONS") == ["persons"]
    assert found("there nobody") == []
    assert (found(tag="lists"), found(tag="list")) == (["persons"], [])
    assert catalogue.tags() == ["Lists", "people"]


def test_own_folders_stand_beside_the_shipped_queries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LSGRAPH_QUERIES", raising=False)
    assert catalogue_with() is queries
    own = folder(tmp_path, units_named_so=GOOD)
    for found in (catalogue_with([own]), catalogue_with([own, own])):
        assert set(found) == {*queries, "units_named_so"}
        assert [q.name for q in found.values() if not is_shipped(q)] == ["units_named_so"]
    monkeypatch.setenv("LSGRAPH_QUERIES", str(own))
    assert "units_named_so" in catalogue_with()
    monkeypatch.setenv("LSGRAPH_QUERIES", str(tmp_path / "none"))
    with pytest.raises(InputError, match="none is not a folder"):
        catalogue_with()


def test_a_name_of_a_shipped_query_is_taken(tmp_path: Path) -> None:
    own = folder(tmp_path, ancestors=GOOD)
    with pytest.raises(
        CatalogueError, match=r"ancestors\.cypher:1: .*ancestors\.cypher has this name"
    ):
        catalogue_with([own])


def test_a_shared_column_is_declared_once_unless_a_query_means_another(tmp_path: Path) -> None:
    shared = (
        "// title: Shared\n// question: Which?\n// column name: string -- its name -- 名称\n"
        "// column rank: integer? (1 to 10) -- its rank\n"
    )
    own = (
        "// title: Named\n// question: Which?\n// column rank: integer (steps) -- another\n"
        "MATCH (u:Unit) RETURN u.name AS name, u.rank AS rank\n"
    )
    (tmp_path / "_columns.cypher").write_text(shared, encoding="utf-8")
    columns = Catalogue([folder(tmp_path, named=own)]).named.columns
    assert [(c.name, str(c.type), c.unit, c.meaning) for c in columns] == [
        ("name", "string", None, Words("its name", "名称")),
        ("rank", "integer", "steps", Words("another", "another")),
    ]


def test_several_queries_return_each_shared_column() -> None:
    shared = parse_header(
        CYPHER / "_columns.cypher", "_columns", (CYPHER / "_columns.cypher").read_text("utf-8")
    )
    found = [told(column) for query in queries.readable() for column in query.columns]
    assert shared.columns
    for column in shared.columns:
        assert found.count(told(column)) > 1, column.name


def told(column: Column) -> tuple[object, ...]:
    """What a header says of a column, but for its Chinese, which may stand elsewhere."""
    return column.name, column.type, column.unit, column.meaning.en


def test_chinese_goes_on_in_the_next_line_and_is_shared_by_what_means_the_same(
    tmp_path: Path,
) -> None:
    shared = (
        "// title: Shared\n// question: Which?\n// column uid: string -- uid -- 标识\n"
        "// means: its rank\n//   -- 级别，\n//   不明的为空\n"
    )
    own = (
        "// title: Ranked\n// question: Which?\n// param least: integer = 1 -- its rank\n"
        "// column rank: integer -- its rank\n// column name: string -- its name\n//   -- 名称\n"
        "MATCH (u:Unit) WHERE u.rank >= $least RETURN u.uid AS uid, u.rank AS rank, u.name AS name\n"
    )
    (tmp_path / "_columns.cypher").write_text(shared, encoding="utf-8")
    query = Catalogue([folder(tmp_path, ranked=own)]).ranked
    meant = [Words("its rank", "级别，不明的为空")]
    assert [p.meaning for p in query.parameters] == meant
    assert [c.meaning for c in query.columns] == [
        Words("uid", "标识"), *meant, Words("its name", "名称"),
    ]  # fmt: skip


def test_a_meaning_has_its_chinese_in_one_place() -> None:
    """Every file of the project, so that who changes a text changes it everywhere."""
    headers = {part.path: part for query in queries.readable() for part in query.parts}
    path = CYPHER / "_columns.cypher"
    headers[path] = parse_header(path, "_columns", path.read_text(encoding="utf-8"))
    said = [
        meaning.en
        for path in headers
        for meaning in parse_header(path, path.stem, path.read_text(encoding="utf-8")).meanings
        if meaning.zh
    ]
    assert len(said) > 500
    assert [text for text, times in Counter(said).items() if times > 1] == []
