"""The seats that were held against their pages: what the page says of them is what the tables hold."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from graph.regions.profile import wilson
from loaders.groups.read import read_everything

ROOT = Path(__file__).parents[2]
AUDIT = ROOT / "loaders" / "data" / "audit"
PAGE = ROOT / "docs" / "second_reading.md"
DRAWS = (1, 2, 3, 4, 5)


def rows(name: str) -> list[dict[str, str]]:
    with (AUDIT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("draw", DRAWS)
def test_the_page_tells_what_the_readers_found(draw: int) -> None:
    name = f"seats_{draw}.csv"
    told = rows(name)
    found = Counter(row["verdict"] for row in told)
    omitted = sum(row["omitted"] == "yes" for row in told)
    cells = [
        len(told),
        len({row["group"] for row in told}),
        found["right"],
        found["wrong"],
        omitted,
    ]
    line = " | ".join(map(str, [*cells, found["unreachable"]]))
    page = PAGE.read_text(encoding="utf-8")
    seed = f"(../{AUDIT.relative_to(ROOT) / name}), seed"
    assert [one for one in page.splitlines() if seed in one and one.endswith(f"| {line} |")]


@pytest.mark.parametrize("draw", [1, 2, 3, 4, 5, 6])
def test_the_page_tells_what_the_reader_of_statements_found(draw: int) -> None:
    found = Counter(row["verdict"] for row in rows(f"statements_{draw}.csv"))
    count, wrong = found.total(), found["wrong"]
    interval = wilson(wrong, count)
    assert interval is not None
    low, high = (100 * end for end in interval)
    counts = f"| {count} | {count - wrong - found['unread']} | {wrong} | {found['unread']} |"
    line = f"{counts} {100 * wrong / count:.1f} % ({low:.1f} to {high:.1f}) |"
    page = PAGE.read_text(encoding="utf-8").splitlines()
    assert [one for one in page if f"statements_{draw}.csv)" in one and one.endswith(line)]


def test_every_seat_is_of_a_group_that_is_there() -> None:
    groups = {group.uid for group in read_everything().groups}
    drawn = [row for draw in DRAWS for row in rows(f"seats_{draw}.csv")]
    assert len(drawn) == 900 and {row["group"] for row in drawn} <= groups


def test_the_page_counts_the_entries_that_were_read_again() -> None:
    found = [Counter(row["verdict"] for row in rows(f"entries_{n}.csv")) for n in (1, 2)]
    read = [one["right"] + one["mended"] for one in found]
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert f"{read[0]} and {read[1]} could be read, {found[0]['mended']} and" in page
    assert f"and {found[1]['mended']} of them were corrected" in page
