"""The codings that ship are those that were frozen before anything was compared."""

from __future__ import annotations

import csv
import hashlib
import re

from tests.documents import ROOT
from tests.english import english

CODING = ROOT / "loaders" / "data" / "coding"


def test_what_is_frozen_is_what_ships() -> None:
    """Every file beside the list stands on it, unchanged since it was written, but for the translation."""
    listed = (CODING / "frozen.sha256").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in listed)}
    beside = {"frozen.sha256", "rules.zh.csv"}
    files = {path.name: path for path in CODING.iterdir() if path.name not in beside}
    found = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    assert "rules.csv" in found
    assert found == sums


def test_the_rules_in_chinese_follow_the_frozen_ones() -> None:
    frozen, chinese = (_rules(name) for name in ("rules.csv", "rules.zh.csv"))
    for one, told in zip(frozen, chinese, strict=True):
        assert _codes(one["answer"]) == _codes(told["answer"]), one
        assert _codes(one["rule"]) == _codes(told["rule"]), one
        assert re.findall(r"\d+", one["rule"]) == re.findall(r"\d+", told["rule"]), one
        assert not english(told["rule"]) and told["rule"].endswith("。"), told


def _rules(name: str) -> list[dict[str, str]]:
    with (CODING / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _codes(text: str) -> set[str]:
    """The codes of closed lists in a text: STRONG, third_party."""
    return set(re.findall(r"[A-Z]+(?:_[A-Z]+)*(?![a-z])|[a-z]+_[a-z]+", text)) - {"A", "CPPCC"}
