"""All of the dataset on a real server: what is typed finds its group or person, nonsense nothing."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from graph.ask.lookup import find_group, find_unit
from graph.ask.names import offers
from graph.catalogue import Row, queries
from graph.chairs.persons import find_person
from graph.connection import Database, connect
from graph.core.errors import AmbiguousName, InputError, UnknownName
from graph.names.readings import plain
from graph.places.find import find_place
from tests.session import shared_server
from tests.templates import Content

SEED = 23
DAY = dt.date(2018, 12, 25)
DRAWN = 50
NONSENSE = (Path(__file__).parent / "nonsense.txt").read_text(encoding="utf-8").splitlines()
"""Fifty words written by hand: letters, English, rare and plain Chinese, mixed, digits, signs."""


@pytest.fixture(scope="module")
def wide(jars_dir: Path) -> Iterator[Database]:
    """A graph with core and dataset, which tests only read."""
    with connect(shared_server(Content.WHOLE, jars_dir)) as database:
        yield database


@pytest.fixture(scope="module")
def groups(wide: Database) -> list[Row]:
    """Fifty groups of all."""
    return random.Random(SEED).sample(list(queries.group_names(database=wide)), DRAWN)


@pytest.fixture(scope="module")
def persons(wide: Database) -> list[Row]:
    """Fifty persons of all whose names are Chinese."""
    rows = [row for row in queries.person_names(database=wide) if not plain(row.name).isascii()]
    return random.Random(SEED).sample(rows, DRAWN)


def syllables(name: str) -> list[str]:
    """The pinyin of a name as it is typed, a number or a Latin word as one."""
    return " ".join(lazy_pinyin(plain(name))).split()


def initials(name: str) -> str:
    """The first letter of each syllable; what is Latin in the name stays whole."""
    return "".join(one if one in plain(name) else one[0] for one in syllables(name))


def found_group(database: Database, typed: str) -> list[str]:
    """The uid that is found, or all that the word could be."""
    try:
        return [find_group(database, typed).uid]
    except AmbiguousName as several:
        return [one.rpartition(" (")[2].rstrip(")") for one in several.candidates]


def found_person(database: Database, typed: str) -> list[str]:
    try:
        return [find_person(database, typed).uid]
    except AmbiguousName as several:
        return [one.partition(" (")[2].partition(": ")[0].rstrip(")") for one in several.candidates]


def test_every_group_has_a_name_in_english(wide: Database) -> None:
    rows = list(queries.group_names(database=wide))
    assert [row.uid for row in rows if not row.name_en or not row.name_en.isprintable()] == []
    english = [row.name_en for row in rows]
    assert len(english) == len({*english}) == len(rows)


@pytest.mark.long
def test_fifty_groups_are_found_in_every_way(wide: Database, groups: list[Row]) -> None:
    """By name, pinyin and English each is the only one; initials may be those of several."""
    alone = 0
    for row in groups:
        pinyin = syllables(row.name)
        for typed in (row.name, "".join(pinyin), " ".join(pinyin).title(), row.name_en.upper()):
            assert found_group(wide, typed) == [row.uid], typed
        by_initials = found_group(wide, initials(row.name))
        assert row.uid in by_initials, row.name
        alone += len(by_initials) == 1
    assert alone >= DRAWN - 3


@pytest.mark.long
def test_fifty_persons_are_found_in_every_way(wide: Database, persons: list[Row]) -> None:
    for row in persons:
        own = syllables(row.name)
        for typed in (row.name, "".join(own), " ".join(own).title(), initials(row.name)):
            assert row.uid in found_person(wide, typed), typed


def found_place(database: Database, typed: str) -> list[str]:
    """The code that is found, or all that the word could be."""
    try:
        return [find_place(database, typed, DAY).code]
    except AmbiguousName as several:
        return [one.partition(" ")[0] for one in several.candidates]


@pytest.mark.long
def test_fifty_places_are_found_in_every_way(wide: Database) -> None:
    """By name, pinyin and initials, of the name and of the short name; several may share each of them."""
    rows = [row for row in queries.division_names(DAY, database=wide) if row.code != "100000"]
    by_name = {row.name: row for row in rows}
    alone = 0
    for row in random.Random(SEED).sample(rows, DRAWN):
        for typed in (row.name, row.pinyin, row.pinyin.upper().replace("'", " ")):
            assert row.code in found_place(wide, typed), (typed, row.name)
        by_initials = found_place(wide, initials(row.name).upper())
        assert row.code in by_initials, row.name
        alone += len(by_initials) == 1
    assert alone >= DRAWN // 10
    assert found_place(wide, "hlj") == [by_name["黑龙江省"].code]
    assert found_place(wide, "qdnmzdzzzz") == [by_name["黔东南苗族侗族自治州"].code]
    assert found_place(wide, "jns")[:2] == [by_name["济南市"].code, by_name["济宁市"].code]
    assert find_unit(wide, "hlj").name == "黑龙江省"
    # A province is not preferred by its initials: 北京, 毕节, 宝鸡.
    assert found_place(wide, "bjs") == ["110000", "520500", "610300"]


def test_an_ambiguous_word_is_refused_with_all_that_it_could_be(wide: Database) -> None:
    with pytest.raises(AmbiguousName) as several:
        find_group(wide, "jingjinji")
    assert len(several.value.candidates) > AmbiguousName.SHOWN
    left = len(several.value.candidates) - AmbiguousName.SHOWN
    assert f"{left} more" in str(several.value)
    assert all("京津冀" in one for one in several.value.candidates)
    # The same initials: 海南, 湖南 and 淮南.
    assert len(found_group(wide, "hnsdqcqgrkpcldxz")) == 3
    assert len(found_person(wide, "zw")) > 1


def test_what_is_typed_wrong_suggests_what_is_like_it(wide: Database) -> None:
    for typed, meant in (
        ("jingjinzi", "京津冀"), ("济莱协做区", "济莱协作区"), ("国务院安全生产委员汇", "国务院安全"),
        ("State Council work safty comission", "国务院安全生产委员会"),
    ):  # fmt: skip
        with pytest.raises(UnknownName) as told:
            find_group(wide, typed)
        assert meant in told.value.suggestions[0], typed
    for typed in ("韩征", "hanzhegn"):
        with pytest.raises(UnknownName) as unknown:
            find_person(wide, typed)
        assert any(one.startswith("韩正 ") for one in unknown.value.suggestions), typed


@pytest.mark.long
def test_fifty_words_of_nonsense_suggest_nothing(wide: Database) -> None:
    assert len({*NONSENSE}) == 50
    for typed in NONSENSE:
        for find in (find_group, find_person):
            with pytest.raises(UnknownName) as told:
                find(wide, typed)
            assert told.value.suggestions == (), typed
        assert offers(wide, ["Group", "Person"], typed) == [], typed
    for typed in NONSENSE[::5]:
        with pytest.raises(InputError) as refused:
            find_place(wide, typed)
        if isinstance(refused.value, UnknownName) and not plain(typed).isdigit():
            assert refused.value.suggestions == (), typed


def test_a_field_offers_by_pinyin_and_initials(wide: Database) -> None:
    for typed in ("jlxzq", "jilaixiezuoqu", "济莱", "jinan-laiwu"):
        assert "济莱协作区建设领导小组" in {one.text for one in offers(wide, ["Group"], typed)}
    assert offers(wide, ["Person"], "hanzheng")[0].text == "韩正"
    codes = [f"{one.text} {one.beside}" for one in offers(wide, ["Place"], "jinanshi")]
    assert any("370100" in one for one in codes)
