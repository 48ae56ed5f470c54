"""The index of names, without a browser: readings, parts, earlier names."""

from __future__ import annotations

from graph.core.moved import moves
from graph.names.earlier import earlier_names
from graph.names.readings import readings
from web.reference.search import Named, letters


def test_a_character_has_all_its_readings() -> None:
    assert readings("重") == ("chong", "tong", "zhong")
    assert readings("绿") == ("lu", "lv")
    assert readings("a") == ()


def test_a_thing_stands_in_the_part_of_each_of_its_words() -> None:
    named = Named("place/x", "重庆市", "Chongqing 2", ("巴县",))
    assert letters(named) >= {"c", "z", "q", "s", "b", "x", "0"}
    assert "u" not in letters(named)


def test_a_moved_name_finds_what_stands_for_it() -> None:
    old = next(
        move for move in moves().values()
        if move.new and move.old.startswith("agency:") and not move.old.isascii()
    )  # fmt: skip
    name = old.old.rpartition(":")[2]
    found = earlier_names(old.new)
    assert name in found or old.new.endswith(name)
