"""The seats that were held against their pages: what the page says of them is what the table holds."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from loaders.groups.read import read_everything

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "loaders" / "data" / "audit" / "seats_1.csv"
SAYS = {
    "right": "right in person, title, date, role and body",
    "wrong": "wrong, a doubtful reading counted as wrong",
    "unreachable": "page not found, or cut before the seat",
}


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_page_tells_what_the_readers_found() -> None:
    page = (ROOT / "docs" / "second_reading.md").read_text(encoding="utf-8")
    found = Counter(row["verdict"] for row in rows())
    for verdict, words in SAYS.items():
        assert f"| {words} | {found[verdict]} |" in page
    read = found["right"] + found["wrong"]
    assert (
        f"Of the {read} that could be read {100 * found['wrong'] / read:.1f} % were wrong" in page
    )
    omitted = sum(row["omitted"] == "yes" for row in rows())
    assert f"{omitted} of the {found['wrong']} only leave out" in page


def test_every_seat_is_of_a_group_that_is_there() -> None:
    groups = {group.uid for group in read_everything().groups}
    assert len(rows()) == 300 and {row["group"] for row in rows()} <= groups
