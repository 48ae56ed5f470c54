"""Titles and bodies in English: official forms of titles written by hand, the share of the dataset's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from graph.names.readings import is_chinese
from graph.offices.english import body_in_english, title_in_english
from loaders.divisions.read import read_divisions
from loaders.divisions.records import english_name
from loaders.groups.read import read_everything

TITLES: dict[str, str | None] = YAML(typ="safe").load(
    Path(__file__).with_name("english.yaml").read_text(encoding="utf-8")
)
LEAST = 0.79
"""Share of the titles of posts that have an English form; more is better."""
LEAST_OF_SEATS = 0.87
"""The same of the seats that posts hold."""


@cache
def divisions() -> dict[str, str | None]:
    """The English names of the shipped divisions."""
    return {unit.name: english_name(unit.code, unit.pinyin) for unit in read_divisions().units}


def place(name: str) -> str | None:
    return divisions().get(name)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_has_its_official_form_or_none(title: str) -> None:
    assert title_in_english(title, place) == TITLES[title]


def test_sixty_forms_are_checked() -> None:
    assert sum(form is not None for form in TITLES.values()) >= 60


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("济南市", "Jinan"),
        ("山东省", "Shandong Province"),
        ("上海市浦东新区", "Pudong New Area"),
        ("宁夏回族自治区", "the Ningxia Hui Autonomous Region"),
        ("济南市财政局", "Jinan Municipal Bureau of Finance"),
        ("财政部", "Ministry of Finance"),
        ("发展改革委", "National Development and Reform Commission"),
        ("水利部太湖流域管理局", "Taihu Basin Authority of the Ministry of Water Resources"),
        ("四川省妇联", "Sichuan Provincial Women's Federation"),
        ("济南市某某局", None),
        ("香港特别行政区教育局", None),
        ("", None),
    ],
)
def test_bodies(name: str, english: str | None) -> None:
    assert body_in_english(name, place) == english


def test_most_titles_of_the_dataset_have_an_english_form() -> None:
    """Posts that a source titles; of the others (a name, a unit, 省领导) no title can be told."""
    data = read_everything()
    titles = {post.title for post in data.posts if ":" not in post.title}
    english = {title for title in titles if title_in_english(title, place)}
    assert len(english) / len(titles) >= LEAST, f"{len(english)} of {len(titles)}"
    of_posts = {post.uid: post.title for post in data.posts}
    seats = [of_posts[seat.post] for seat in data.seats if seat.post in of_posts]
    told = sum(title in english for title in seats)
    assert told / len(seats) >= LEAST_OF_SEATS, f"{told} of {len(seats)}"


def test_an_english_form_holds_no_chinese() -> None:
    for title in {post.title for post in read_everything().posts}:
        assert not any(map(is_chinese, title_in_english(title, place) or "")), title
