"""Claims: read from a file, refused where they are faulty, kept in the records, told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ask.claims import Claim, claims_in_words, read
from graph.core.errors import InvalidData
from graph.core.model import TieType
from graph.core.words import Words
from loaders.groups.read import read_everything, read_groups
from loaders.groups.records import group_records

FILE = """form: lsgraph/groups/1
sources:
  Q1: {title: 某通知, url: null, kind: gov_doc, date: "2016-03-08"}
  Q2: {title: 某报道, url: null, kind: press, date: "2017-03-08"}
groups:
- uid: "group:east"
  name: 东河治理领导小组
  kind: 领导小组
  field: water
  leadership: single
  roster: partial
  from: "2016-03-08"
  source: [Q1, Q2]
  seats:
  - {role: chair, title: 市长, source: Q1, confidence: low, claims: [{property: to, value: 2017, source: Q2}]}
  claims:
  - {property: from, value: "2016-03-08", source: Q1, counts: true}
  - {property: from, value: "[..2016-02]", source: Q2, note: as its head says}
  - {property: ended, value: merged, source: Q2}
  - {property: chair, value: {person: 甲, title: 市长, executive: true, from: 2016}, source: Q2}
"""


def written(folder: Path, old: str = "", new: str = "") -> Path:
    """The file, with a text in place of another."""
    path = folder / "own.yaml"
    path.write_text(FILE.replace(old, new) if old else FILE, encoding="utf-8")
    return path


def test_claims_are_typed_and_kept_in_the_records(tmp_path: Path) -> None:
    data = read_groups([written(tmp_path)])
    seat = {"person": "甲", "title": "市长", "executive": True, "from": "2016"}
    assert [row.claim for row in data.claims] == [
        Claim("from", "2016-03-08", ("Q1",), counts=True),
        Claim("from", "[..2016-02]", ("Q2",), note="as its head says"),
        Claim("ended", "merged", ("Q2",)),
        Claim("chair", seat, ("Q2",)),
    ]
    records = group_records(data, {})
    (group,) = [node for node in records.nodes if node.uid == "group:east"]
    assert [read(text) for text in group.properties["claims"]] == [row.claim for row in data.claims]
    ties = [tie for tie in records.ties if tie.type in (TieType.SITS_IN, TieType.CHAIRS)]
    assert len(ties) == 2
    for tie in ties:
        assert [read(text) for text in tie.properties["claims"]] == [Claim("to", "2017", ("Q2",))]


def test_claims_of_a_property_are_told_together() -> None:
    told = [
        Claim("from", "2016-03-08", ("Q1",), counts=True), Claim("ended", "merged", ("Q2",)),
        Claim("from", "[..2016-02]", ("Q1", "Q2")),
        Claim("chair", {"person": "甲", "executive": True, "from": "[..2016]"}, ("Q2",), note="see p. 2"),
    ]  # fmt: skip
    assert claims_in_words([one.stored() for one in told]) == [
        Words("start: 2016-03-08 (Q1; counts here); by 2016-02 (Q1, Q2)",
              "起始：2016-03-08（Q1；此处从之）；不晚于 2016-02（Q1, Q2）"),
        Words("ended: merged (Q2)", "终止方式：并入（Q2）"),
        Words("chair: 甲, executive, by 2016 (Q2; see p. 2)", "组长：甲，常务，不晚于 2016（Q2; see p. 2）"),
    ]  # fmt: skip
    assert claims_in_words(None) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (
            "property: ended",
            "property: colour",
            19,
            "Unknown property 'colour'. Choose one of from",
        ),
        ("value: merged", "value: gone", 19, "A claim of `ended` has one of abolished, merged"),
        ('"[..2016-02]"', "soon", 18, "A claim of `from` has a date."),
        ("person: 甲,", "who: 甲,", 20, "A claim of `chair` has person, title, executive, from."),
        ("merged, source: Q2", "merged", 19, "This claim has no source"),
        ("merged, source: Q2", "merged, source: Q9", 19, "No source is called 'Q9'"),
        ("2017, source: Q2", "2017, source: Q9", 15, "No source is called 'Q9'"),
        ("counts: true", "why: x", 17, "A claim has no field 'why'"),
    ],
)
def test_a_faulty_claim_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    with pytest.raises(InvalidData) as refused:
        read_groups([written(tmp_path, old, new)])
    assert f"own.yaml:{line}:" in str(refused.value) and said in str(refused.value)


def test_no_note_of_the_shipped_data_says_what_a_claim_says() -> None:
    data = read_everything()
    texts = [*(row.text for row in data.notes), *(row.note or "" for row in data.seats)]
    begins = (
        "The gathered",
        "A gathered",
        "The stated end",
        "Office (",
        "Ended:",
        "its source dates",
    )
    assert [text for text in texts if text.startswith(begins)] == []
    assert len(data.claims) > 300
