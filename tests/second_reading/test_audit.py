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
    read = found["right"] + found["wrong"]
    assert f"{100 * found['wrong'] / read:.1f} %" in page


@pytest.mark.parametrize(
    ("draw", "nth", "found"),
    [
        (1, "first", {"from": 2, "title": 1, "source": 2}),
        (2, "second", {"title": 1, "source": 2}),
        (3, "third", {"source": 3}),
        (4, "fourth", {"source": 4, "from": 3, "name": 1}),
        (5, "fifth", {"source": 3, "from": 1}),
        (6, "sixth", {}),
    ],
)
def test_the_page_tells_what_the_reader_of_statements_found(
    draw: int, nth: str, found: dict[str, int]
) -> None:
    told = rows(f"statements_{draw}.csv")
    wrong = Counter(row["what"] for row in told if row["verdict"] == "wrong")
    assert wrong == found
    count, share = len(told), wrong.total() / len(told)
    interval = wilson(wrong.total(), count)
    assert interval is not None
    low, high = (100 * end for end in interval)
    page = PAGE.read_text(encoding="utf-8")
    unread = sum(row["verdict"] == "unread" for row in told)
    line = f"| {draw} | {count} | {count - wrong.total() - unread} | {wrong.total()} | {unread} |"
    assert f"statements_{draw}.csv), " in page and line in page
    told_of = f"**The {nth} draw.** {100 * share:.1f} % say otherwise"
    assert f"{told_of} (95 %, Wilson: {low:.1f} to {high:.1f} %)" in page


def test_every_seat_is_of_a_group_that_is_there() -> None:
    groups = {group.uid for group in read_everything().groups}
    drawn = [row for draw in DRAWS for row in rows(f"seats_{draw}.csv")]
    assert len(drawn) == 900 and {row["group"] for row in drawn} <= groups


@pytest.mark.parametrize("reading", [1, 2])
def test_the_page_counts_the_entries_that_were_read_again(reading: int) -> None:
    read = rows(f"entries_{reading}.csv")
    found = Counter(row["verdict"] for row in read)
    kinds = Counter(kind for row in read for kind in row["what"].split(";") if kind)
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    said = "{right} stayed as they were, {mended} were corrected, {cut} pages were cut"
    assert said.format(**found) in page and f" and {found['unread']} were not found" in page
    assert f"days ({kinds['date']} entries" in page and f"persons ({kinds['person']})" in page
