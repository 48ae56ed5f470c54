"""The type in words: both languages, every flag, every relation, and the figures unchanged."""

from __future__ import annotations

import datetime as dt
import re

from graph.ask.reasons import chairs_in_words, reason, signed, type_in_words
from graph.catalogue import Row, queries
from graph.connection import Database
from graph.core.terms import CONVENTIONS, FLAGS, RELATIONS, TYPES
from graph.core.words import Words
from graph.settings import CYPHER


def test_every_flag_of_the_query_has_words() -> None:
    files = (CYPHER / "authority" / f"{name}.cypher" for name in ("_flags", "_term"))
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert set(re.findall(r"THEN '(\w+)' END", text)) == set(FLAGS)


def test_every_relation_and_type_has_words() -> None:
    for words, query, column in (
        (RELATIONS, queries.authority_by_member, "relation"),
        (TYPES, queries.authority_by_group, "type"),
    ):
        meaning = next(c.meaning.en for c in query.columns if c.name == column)
        assert set(words) == set(re.findall(r"\b[A-Z][A-Z_]{2,}\b", meaning))


def test_a_sentence_for_every_group(loaded: Database) -> None:
    for row in queries.authority_by_group(sensitivity=False, database=loaded):
        said = reason(row)
        kind = type_in_words(row)
        assert said.en.startswith(f"{kind.en}: ") and said.zh.startswith(f"{kind.zh}：")
        assert (row.type == "UNKNOWN") or kind.en.startswith(row.type)
        assert ("by convention" in said.en) == (row.type_certainty == "by_convention")
        assert all(CONVENTIONS[name].zh in said.zh for name in row.rests_on)
        assert all(name in kind.en for name in row.possible or ())
        known = row.gap_min is not None
        assert ("smallest gap of rank" in said.en) is known
        assert not known or f"gap of rank {signed(row.gap_min)}" in said.en
        for flag in row.flags:
            assert FLAGS[flag].en in said.en
            assert FLAGS[flag].zh in said.zh
        assert "None" not in said.en + said.zh


def test_who_chairs(loaded: Database) -> None:
    rows = {r.group: r for r in queries.authority_by_group(sensitivity=False, database=loaded)}
    assert chairs_in_words(rows["group:bth-air-lsg"]).zh == "韩正 国务院副总理"
    assert chairs_in_words(rows["group:jinan-laiwu"]).en == "not known"
    assert chairs_in_words(rows["group:huaihai-core"]).en.startswith("collective")


def test_each_chair_of_one_post_has_its_own_last_day() -> None:
    """Of three who share 副总理 one is held, two were last shown there."""
    post, on = "post:副总理", dt.date(2018, 7, 6)
    chairs = [{"post": post, "title": "副总理", "name": name} for name in ("甲", None, None)]
    left = [{"post": post, "person": f"person:{name}", "name": name, "on": on} for name in "乙丙"]
    row = Row(chairs=chairs, chairs_last_shown=left, leadership="co_chairs")
    assert chairs_in_words(row) == Words(
        "甲 副总理、副总理, last shown: 乙 on 2018-07-06、副总理, last shown: 丙 on 2018-07-06",
        "甲 副总理、副总理，最后见于：乙，2018-07-06、副总理，最后见于：丙，2018-07-06",
    )
