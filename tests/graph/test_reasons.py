"""The type in words: both languages, every flag, every relation, and the figures unchanged."""

from __future__ import annotations

import re

from graph.ask.reasons import chairs_in_words, reason, signed, type_in_words
from graph.catalogue import queries
from graph.connection import Database
from graph.core.terms import CONVENTIONS, FLAGS, RELATIONS, TYPES
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
