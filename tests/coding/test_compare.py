"""The figures of made-up codings, by hand; the third reading; and what the commands print of them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.core.errors import InputError, InvalidData
from graph.core.language import LANGUAGES, Language, speaking
from loaders.coding.compare import Figure, coder_names, compare
from loaders.coding.form import CODING, RULES, TYPED, rules
from loaders.coding.read import read_sheets
from loaders.coding.settle import differing, settled, third_sheet
from tests.cli.conftest import invoke
from tests.coding.sheets import ONE, OTHER, rows, write
from tests.english import english


@pytest.fixture
def pair(tmp_path: Path) -> list[Path]:
    """Two sheets that differ on two of six groups."""
    other = rows(OTHER, chair_name="乙, 甲", leadership="unknown", n_member_governments="")
    return [write(tmp_path / "one.csv", rows(ONE)), write(tmp_path / "two.xlsx", other)]


def figure(figures: list[Figure], **asked: str | None) -> Figure:
    """The one figure that is asked for, of all groups and all answers where nothing else is said."""
    want = {"column": "type_by_table", "part": "all", "unknown": "counted", "category": None,
            "coders": "one × two", "other": None} | asked  # fmt: skip
    (found,) = (row for row in figures if all(row[name] == want[name] for name in want))
    return found


def test_types_are_held_together(pair: list[Path]) -> None:
    found = compare(read_sheets(pair), seed=1)
    assert figure(found, measure="agreement")["value"] == pytest.approx(4 / 6)
    # Chance: STRONG 2·1, WEAK 2·3, UNKNOWN 1·2, SELF_FORMING 1·0, of 36.
    kappa = figure(found, measure="kappa")
    assert kappa["value"] == pytest.approx((24 / 36 - 10 / 36) / (26 / 36))
    assert (kappa["n"], kappa["clusters"]) == (6, 5)
    assert kappa["low"] <= kappa["value"] <= kappa["high"]
    assert figure(found, measure="agreement", category="WEAK")["value"] == pytest.approx(4 / 5)
    assert figure(found, measure="confusion", category="STRONG", other="WEAK")["value"] == 1
    # Alpha: 4 of 12 answers disagree; n = 12 with STRONG 3, WEAK 5, UNKNOWN 3, SELF_FORMING 1.
    alpha = figure(found, measure="alpha", coders="all")["value"]
    assert alpha == pytest.approx(1 - (4 / 12) / ((144 - 44) / (12 * 11)))


def test_unknown_is_left_out(pair: list[Path]) -> None:
    found = compare(read_sheets(pair), seed=1)
    agreed = figure(found, measure="agreement", unknown="left out")
    assert (agreed["value"], agreed["n"]) == (pytest.approx(3 / 4), 4)
    named = {r["category"] for r in found if r["unknown"] == "left out"}
    assert named == {None, "STRONG", "WEAK"}


def test_halves_are_told_apart(pair: list[Path]) -> None:
    found = compare(read_sheets(pair), seed=1)
    a, b = (figure(found, measure="agreement", part=part) for part in "AB")
    assert (a["value"], a["n"]) == (pytest.approx(2 / 4), 4)
    assert (b["value"], b["n"]) == (1, 2)


def test_inputs_are_held_together(pair: list[Path]) -> None:
    found = compare(read_sheets(pair), seed=1)
    assert figure(found, column="chair_name", measure="agreement")["value"] == 1
    assert figure(found, column="chair_name", measure="kappa")["value"] is None
    assert figure(found, column="leadership", measure="agreement")["value"] == 0
    assert not [row for row in found if row["column"] in ("n_member_governments", "host")]


def test_the_same_seed_gives_the_same_intervals(pair: list[Path]) -> None:
    sheets = read_sheets(pair)
    assert compare(sheets, seed=3) == compare(sheets, seed=3) != compare(sheets, seed=4)


def test_sheets_without_clusters_and_halves_are_compared(tmp_path: Path) -> None:
    paths = [
        write(tmp_path / name, rows(types, cluster="", half=""))
        for name, types in (("one.csv", ONE), ("two.csv", OTHER))
    ]
    found = compare(read_sheets(paths), seed=1)
    assert figure(found, measure="kappa")["clusters"] == 6
    assert {row["part"] for row in found} == {"all"}


def test_one_coder_does_not_agree(pair: list[Path]) -> None:
    with pytest.raises(InputError, match="Name two sheets, or add --program"):
        compare(read_sheets(pair[:1]), seed=1)


def test_coders_of_one_name_are_told_apart() -> None:
    paths = [Path("a/x.csv"), Path("b/x.csv"), Path("c/y.csv")]
    assert coder_names(paths) == ["a/x.csv", "b/x.csv", "y"]


def test_a_third_reading_sees_both_answers_and_not_whose(pair: list[Path]) -> None:
    one, two = read_sheets(pair)
    assert differing(one, two) == ["group:made-up-1", "group:made-up-5"]
    first = set()
    for seed in range(20):
        shown, _ = third_sheet(one, two, seed)
        for row in shown:
            assert not set(row) & {*TYPED, "chair_name", "source_sufficient"}
            assert "leadership: single" in row["answers_1"] + row["answers_2"]
        assert "chair_name" not in shown[0]["answers_1"]
        first.add(tuple("single" in row["answers_1"] for row in shown))
    assert len(first) == 4


def test_what_stands_is_agreed_or_read_a_third_time(pair: list[Path], tmp_path: Path) -> None:
    one, two = read_sheets(pair)
    shown, _ = third_sheet(one, two, seed=1)
    read = [
        {**shown[0], "type_by_table": "WEAK", "type_by_idea": "STRONG", "leadership": "rotating",
         "chair_name": "丙", "source_sufficient": "yes", "note": "read"},
        {**shown[1], "source_sufficient": "no"},
    ]  # fmt: skip
    stands, about = settled(one, two, write(tmp_path / "third.csv", read))
    (sheet,) = read_sheets([write(tmp_path / "settled.csv", stands)])
    found = list(sheet.rows.values())
    assert [row.get("type_by_table") for row in found] == [
        "STRONG", "WEAK", "WEAK", "WEAK", "UNKNOWN", None,
    ]  # fmt: skip
    assert (found[1]["type_by_idea"], found[1]["leadership"]) == ("STRONG", "rotating")
    assert found[1]["chair_name"] == "甲、乙"
    assert "leadership" not in found[0]
    assert [row["source_sufficient"] for row in found] == ["yes"] * 5 + ["no"]
    assert [(name.en, told.en) for name, told in about.facts] == [
        ("agreed", "4"), ("third reading", "2"),
    ]  # fmt: skip


def test_a_third_reading_covers_just_what_differs(pair: list[Path], tmp_path: Path) -> None:
    one, two = read_sheets(pair)
    for kept, told in (
        (rows(ONE)[1:2], "1 rows of .*one.csv are missing: group:made-up-5"),
        ([rows(ONE)[at] for at in (1, 2, 5)], "group:made-up-2 is not among the groups of"),
    ):
        with pytest.raises(InvalidData, match=told):
            settled(one, two, write(tmp_path / "third.csv", kept))


def test_the_commands(pair: list[Path], tmp_path: Path) -> None:
    paths = [str(path) for path in pair]
    answer = invoke("data", "agreement", *paths, "--format", "json", "--seed", "5", "--draws", "50")
    assert answer.rows == compare(read_sheets(pair), seed=5, draws=50)
    assert hashlib.sha256(pair[0].read_bytes()).hexdigest() in answer.err
    assert "50 samples of clusters, seed 5" in answer.err
    table = csv.DictReader(io.StringIO(invoke("data", "agreement", *paths, "--format", "csv").out))
    assert len(list(table)) == len(answer.rows)
    shown = invoke("data", "agreement", *paths).out
    assert "0.54 (" in shown and "type_by_idea, one × two" in shown
    third = tmp_path / "third.csv"
    assert "groups: 2 of 6" in invoke("data", "settle", *paths, "-o", str(third)).out
    refused = invoke("data", "settle", *paths, "--third", str(third), "-o", str(tmp_path / "s.csv"))
    assert refused.code == 2 and "source_sufficient is empty" in refused.err
    assert invoke("data", "settle", *paths, "-o", "x.pdf").code == 1


def test_what_is_frozen_is_what_ships() -> None:
    """Every file beside the list stands on it, unchanged since it was written."""
    listed = (CODING / "frozen.sha256").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in listed)}
    files = {path.name: path for path in CODING.iterdir() if path.name != "frozen.sha256"}
    found = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    assert "rules.csv" in found
    assert found == sums


def test_the_rules_in_chinese_follow_the_frozen_ones() -> None:
    read: dict[Language, list[Mapping[str, str]]] = {}
    for language in LANGUAGES:
        with speaking(language):
            read[language] = rules()
    for frozen, told in zip(read["en"], read["zh"], strict=True):
        assert codes(frozen["answer"]) == codes(told["answer"]), frozen
        assert codes(frozen["rule"]) == codes(told["rule"]), frozen
        assert re.findall(r"\d+", frozen["rule"]) == re.findall(r"\d+", told["rule"]), frozen
        assert not english(told["rule"]) and told["rule"].endswith("。"), told


def codes(text: str) -> set[str]:
    """The codes of closed lists in a text: STRONG, third_party."""
    return set(re.findall(r"[A-Z]+(?:_[A-Z]+)*(?![a-z])|[a-z]+_[a-z]+", text)) - {"A", "CPPCC"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_cover_every_type(language: Language) -> None:
    with speaking(language):
        read = rules()
    assert tuple(read[0]) == RULES.names
    for part in TYPED:
        told = " ".join(row["answer"] for row in read if row["part"] == part)
        for type in ("STRONG", "WEAK", "SELF_FORMING", "UNKNOWN", "VACANT", "NOT_A_GROUP"):
            assert type in told, (part, type)
