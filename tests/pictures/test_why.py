"""The sentence of a group's page: the figures of the query in words, and the chain behind each tie."""

from __future__ import annotations

import datetime as dt

import pytest

from graph.ask.authority import Authority, Question, authority
from graph.ask.reasons import reason, signed, type_in_words
from graph.catalogue import queries
from graph.connection import Database
from graph.core.terms import FLAGS
from graph.pictures.group.picture import group_picture

EVE = dt.date(2018, 12, 25)


def supposed(database: Database) -> Authority:
    return authority(database, "group:jinan-laiwu", Question(EVE, chair="山东省副省长"))


def test_it_names_who_stands_above_whom(loaded: Database) -> None:
    said = group_picture(loaded, supposed(loaded)).caption
    assert said.en == (
        "Supposed, not documented. STRONG: Shandong, where the chair holds office, stands above both"
        " members; over Jinan the gap of rank is smallest, 0; command without a higher rank."
    )
    assert "组长任职的山东省居于全部 2 个成员之上；对济南市级差最小，为 0" in said.zh


def test_it_counts_the_members_that_are_commanded(loaded: Database) -> None:
    said = group_picture(loaded, authority(loaded, "group:bth-air-lsg")).caption.en
    assert said.startswith(
        "STRONG: China (the centre), where the chair holds office, stands above all seven"
    )
    said = group_picture(loaded, authority(loaded, "group:a-jjj-air-cooperation")).caption.en
    assert (
        "no command over Tianjin, Hebei, Shanxi and 3 more; over each the gap of rank is +1" in said
    )


def test_every_shipped_group_has_its_sentence(loaded: Database) -> None:
    for named in queries.group_names(database=loaded):
        answer = authority(loaded, named.uid)
        row, said = answer.group, group_picture(loaded, answer).caption
        kind = type_in_words(row)
        assert said.en.startswith(f"{kind.en}: ") and said.en.endswith(".")
        assert said.zh.startswith(f"{kind.zh}：") and said.zh.endswith("。")
        assert row.gap_min is None or signed(row.gap_min) in said.en
        assert all(FLAGS[flag].en in said.en and FLAGS[flag].zh in said.zh for flag in row.flags)
        if row.row not in (6, 7, 8, 9, 10) or "link_unknown" in row.flags:
            assert said == reason(row)


@pytest.mark.parametrize("question", [Question(), Question(basis="seat")])
def test_each_commanded_member_tells_its_chain_with_sources(
    loaded: Database, question: Question
) -> None:
    answer = authority(loaded, "group:bth-air-lsg", question)
    picture = group_picture(loaded, answer)
    drawn = {(t.start, t.end) for t in picture.ties if t.kind == "COMMAND"}
    for tie in picture.ties:
        if tie.kind != "AUTHORITY" or tie.relation != "LINE":
            continue
        (chain,) = [fact.value.zh for fact in tie.facts if fact.label.en == "Chain of command"]
        assert chain.startswith("中华人民共和国 → ")
        assert any(end == tie.end for _, end in drawn)
        assert len(tie.sources) >= 2, "the seat and at least one step of command"
