"""Every uid that a release ever held leads to a page, and no two things share a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.core.errors import InputError
from graph.core.moved import ids, moves
from web.reference.addresses import Book, file_of, relative, stem
from web.reference.held import Held
from web.reference.uids import leads, part_of
from web.reference.write import book_of

FIRST = Path(__file__).parents[1] / "golden" / "uids_1_0.txt"


def released() -> set[str]:
    """The uids of the first release."""
    return set(FIRST.read_text(encoding="utf-8").split("\n")) - {""}


@pytest.fixture(scope="module")
def table(dataset: Held) -> dict[str, str]:
    return leads(dataset, book_of(dataset, [], True))


def test_every_uid_of_a_release_leads_to_a_page(dataset: Held, table: dict[str, str]) -> None:
    wanted = released()
    assert len(wanted) > 5_900
    assert sorted(wanted - table.keys()) == []
    present = {uid for label, own in dataset.things.items() if label != "Unit" for uid in own}
    assert sorted(present - table.keys()) == []
    assert sorted(set(dataset.places) - table.keys()) == []


def test_every_id_and_every_moved_uid_leads_to_a_page(table: dict[str, str]) -> None:
    assert sorted(moves().keys() - table.keys()) == []
    assert sorted(ids().keys() - table.keys()) == []


def test_a_moved_uid_leads_where_the_new_one_does(dataset: Held, table: dict[str, str]) -> None:
    for old, move in moves().items():
        if move.new:
            assert table[old] == table[move.new], old


def test_a_uid_stands_in_the_part_where_the_page_looks(table: dict[str, str]) -> None:
    for uid in table:
        looked = (uid.split(":")[0], f"id-{uid[0].lower()}", "source")
        assert part_of(uid) in looked, uid


def test_a_file_is_named_by_id_or_uid_alone() -> None:
    assert file_of("group:bth-air-lsg") == "group/bth-air-lsg"
    assert file_of("person:丛澜") == "person/P00012"
    assert file_of("A01") == "source/A01"
    assert stem("div:370100:济南市") != stem("div:370100:济南市:2")
    assert stem("div:370100:济南市").startswith("370100-")


def test_two_things_of_one_file_are_refused() -> None:
    book = Book(frozenset({"group:a", "group:A"}), frozenset(), frozenset())
    with pytest.raises(InputError, match="share one file"):
        _ = book.files


def test_an_address_with_a_day_has_no_file() -> None:
    book = Book(frozenset({"group:a"}), frozenset({"q"}), frozenset({"/", "/groups"}))
    assert book.target("/", "zh") == "zh/index.html"
    assert book.target("/groups", "en") == "en/groups.html"
    assert book.target("/group/a", "zh") == "zh/group/a.html"
    assert book.target("/group/a/picture", "zh") == "picture/a.html#lang=zh"
    assert book.target("/ask/q", "en") == "en/ask/q.html"
    for address in (
        "/group/a?as_of=2018",
        "/group/b",
        "/group/b/picture",
        "/findings",
        "/compare",
        "/ask/x",
        "/group/a/figure.svg",
    ):
        assert book.target(address, "en") is None
    assert relative("en/group/a.html", "static/x/y.js") == "../../static/x/y.js"
