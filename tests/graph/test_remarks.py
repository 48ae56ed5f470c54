"""What the shipped data remarks in English is told in Chinese where Chinese is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from graph.ask.remarks import TABLE, remark
from graph.core.words import NOTHING, Words
from loaders.groups.read import read_everything
from loaders.groups.rows import GroupData

ENGLISH = re.compile(r"(?<![\w./-])(?!from\b|observer\b)[A-Za-z][a-z]{2,}(?![\w./:-])", re.ASCII)
"""A word, but for uids and what the files call a field or role (from, observer, deputy_chair)."""


ADDRESS = re.compile(r"https?://[^，）]+")


@pytest.fixture(scope="module")
def data() -> GroupData:
    return read_everything()


def remarks(data: GroupData, kind: str) -> Iterable[str | None]:
    """All remarks of a kind: of groups, of seats and tenures, of bodies, of ranks, events, and persons."""
    found: dict[str, list[str | None]] = {
        "groups": [row.text for row in data.notes],
        "seats": [*(row.note for row in data.seats), *(row.note for row in data.tenures)],
        "bodies": [row.note for row in data.agencies],
        "ranks": [
            *(row.rank_reason for row in data.agencies),
            *(row.rank_reason for row in data.posts),
        ],
        "events": [row.what for row in data.events],
        "persons": [row.note for row in data.persons],
    }
    return found[kind]


@pytest.mark.parametrize("kind", ["groups", "seats", "bodies", "ranks", "events", "persons"])
def test_every_remark_of_the_shipped_data_has_chinese(data: GroupData, kind: str) -> None:
    told = {text: remark(text) for text in remarks(data, kind) if text}
    assert len(told) > 15
    assert all(words.en == text for text, words in told.items())
    lacking = [text for text, words in told.items() if ENGLISH.search(ADDRESS.sub("", words.zh))]
    assert lacking == [], f"Add them to {TABLE.name}."


def test_numbers_and_days_of_a_remark_stand_in_its_chinese(data: GroupData) -> None:
    """What cannot be lost on the way: days, ids of sources, numbers of documents."""
    whole = re.compile(r"\d{4}-\d\d-\d\d|(?<!\w)[A-Z]\d{2,3}(?!\w)|〔\d{4}〕\d+号|\d{6}", re.ASCII)
    texts = {
        text
        for kind in ("groups", "seats", "bodies", "events", "persons")
        for text in remarks(data, kind)
    }
    for text in filter(None, texts):
        assert {*whole.findall(text)} <= {*whole.findall(remark(text).zh)}, text


def test_what_is_not_in_the_table_stays_as_it_is() -> None:
    assert remark(None) is remark("") is NOTHING
    assert remark("my own words; and more") == Words.same("my own words; and more")
    assert remark("no rule covers 站长; my words").zh == "没有规则涵盖“站长”；my words"
