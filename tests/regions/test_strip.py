"""lsgraph view strip: it tells what authority tells, hollow is supposed, forty groups fill a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from graph.core.signs import TYPE_MARKS
from tests.browser.conftest import Open
from tests.cli.conftest import Run
from tests.figures.reading import read
from tests.figures.test_told import kept, printed
from tests.regions.conftest import Asked
from tests.regions.world import Made, plain

EVE = ("--as-of", "2018-12-25")
GROUP = "济莱协作区建设领导小组"


def drawn(page: str) -> ElementTree.Element:
    """The English drawing of a page."""
    found = re.search(r'<svg class="strips".*?</svg>', page, re.DOTALL)
    assert found
    return ElementTree.fromstring(found[0])


def told(page: str) -> list[list[str]]:
    """The rows of its table in Chinese, cell by cell."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    english = re.sub(r'<span class="w" lang="en">.*?</span>', "", body)
    rows = re.findall(r"<tr.*?</tr>", english, re.DOTALL)
    return [
        [re.sub("<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in rows
    ]


def expected(row: dict[str, Any]) -> tuple[str, ...]:
    """What a strip must say of a group: rank of the chair, of the lowest and highest member, and the gap."""
    members = [m for m in row["members"] if m["relation"] not in ("OWN", "OUTSIDE")]
    ranks = [m["rank"] for m in members or row["members"] if m["rank"] is not None]
    chair = next((m["rank"] + m["gap"] for m in row["members"] if m["gap"] is not None), None)
    gap = "?" if row["gap_min"] is None else f"{row['gap_min']:+d}" if row["gap_min"] else "0"
    if row["row"] in (3, 4, 5) and row["gap_min"] is None:
        gap = "–"
    return str(chair or "?"), str(min(ranks, default="?")), str(max(ranks, default="?")), gap


def test_a_strip_tells_what_authority_tells(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "strip.html"
    answer = run("view", "strip", "山东省", *EVE, "-o", str(path))
    assert (answer.code, answer.err) == (0, "")
    rows = told(path.read_text(encoding="utf-8"))
    names = [row[0].partition(" (")[0] for row in rows]
    in_force = run("query", "run", "groups_in_force", "-p", "as_of=2018-12-25", "-p",
                   "region=div:370000:山东省", "-p", "stale=true", "--format", "json").rows  # fmt: skip
    assert sorted(names) == sorted(row["name"] for row in in_force) and GROUP in names
    for name, row in zip(names, rows, strict=True):
        (whole,) = run("authority", name, *EVE, "--format", "json").rows
        chair, lowest, highest, gap = expected(whole)
        assert (row[4], row[5], row[7]) == (lowest, highest, gap), name
        assert chair in ("?", row[3]), name


def test_who_is_supposed_is_hollow_and_who_is_unknown_a_question_mark(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "strip.html"
    run("view", "strip", "济南市", *EVE, "-o", str(path))
    (unknown,) = (row for row in told(path.read_text(encoding="utf-8")) if row[0] == GROUP)
    assert unknown[2:4] == ["?", "?"] and unknown[7] == "?"
    before = drawn(path.read_text(encoding="utf-8"))
    assert not [m for m in before.iter("polygon") if m.get("fill") == "none"]
    run(
        "view",
        "strip",
        "济南市",
        *EVE,
        "--suppose-chair",
        "山东省副省长",
        "-o",
        str(path),
        "--force",
    )
    (supposed,) = (row for row in told(path.read_text(encoding="utf-8")) if row[0] == GROUP)
    assert supposed[2].startswith("山东省副省长") and "假设" in supposed[2]
    assert (supposed[3], supposed[7]) == ("7", "0")
    (hollow,) = (m for m in drawn(path.read_text(encoding="utf-8")).iter("polygon")
                 if m.get("fill") == "none")  # fmt: skip
    assert hollow.get("stroke") == TYPE_MARKS["STRONG"].colour


def test_a_page_prints_the_numbers_of_the_figure_and_they_add_up(run: Run, tmp_path: Path) -> None:
    page, figure = tmp_path / "strip.html", tmp_path / "strip.svg"
    said = [run("view", "strip", "山东省", *EVE, "-o", str(path)).out for path in (page, figure)]
    told = " ".join(said[0].partition(".html.")[2].split())
    assert told and told in " ".join(said[1].split())
    total, *parts = [int(number) for number in re.findall(r"\d+", told)]
    above, known = re.search(r"in (\d+) of (\d+) with a known gap", told).groups()  # type: ignore[union-attr]
    parts.remove(int(above))
    assert "every member that no chair heads" in told and int(known) in parts
    assert sum(parts) == total == len(re.findall("<tr", page.read_text(encoding="utf-8"))) - 1


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_a_strip_is_a_figure_with_its_words(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"strip{suffix}"
    answer = run("view", "strip", "山东省", *EVE, "-o", str(path))
    assert (answer.code, answer.err) == (0, "")
    assert "How the groups of Shandong are led (2018-12-25)" in printed(
        answer.out, "Caption:", "Alt text:"
    )
    alt = printed(answer.out, "Alt text:", "\0")
    title, said = kept(path)
    assert "Strip of ranks, a row a group" in alt and " ".join(said.split()) == alt
    assert title == "How the groups of Shandong are led (2018-12-25)"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("山东省", "--width", "85"), "A strip needs 120 mm"),
        (("山东省", "--by", "kind"), "Unknown grouping 'kind'. Choose one of: field, level"),
        (("西藏自治区", "--as-of", "1990-01-01"), "No group in force on 1990-01-01"),
        (("济南市", "--suppose-chair", "火星省省长"), "火星省"),
    ],
)
def test_what_can_not_be_drawn_leaves_no_file(
    run: Run, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    path = tmp_path / "strip.svg"
    answer = run("view", "strip", *EVE, *words, "-o", str(path))
    assert answer.code == 1 and says in " ".join(answer.err.split()) and not path.exists()


def test_forty_groups_fill_one_page(ask: Asked, show: Open, tmp_path: Path) -> None:
    """As a figure and as a page that nothing runs on; sorted by gap; legible on a telephone by scrolling."""
    groups = [*plain("甲省", [1, 2, None, 0] * 9), Made("g:a", "甲省", gap=3), *plain("乙省", [1])]
    groups += [Made(f"g:old{n}", "甲省", gap=1, field="tourism", last=Made("x", "甲省").since)
               for n in range(3)]  # fmt: skip
    pdf, page = tmp_path / "strip.pdf", tmp_path / "strip.html"
    for path in (pdf, page):
        answer = ask(groups, "view", "strip", "甲省", "--as-of", "2018-12-25", "-o", str(path))
        assert answer.code == 0 and "higher than a page" not in answer.err, answer.err
    assert read(pdf).height <= 240
    rows = told(page.read_text(encoding="utf-8"))
    assert len(rows) == 40
    gaps = [row[7] for row in rows]
    assert gaps[0] == "+3" and gaps[1] == "+2"
    assert [int(gap) for gap in gaps[:28]] == sorted((int(g) for g in gaps[:28]), reverse=True)
    assert gaps[28:37] == ["?"] * 9
    for width in (1280, 390):
        shown = show(page, width)
        found = Axe().run(shown, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in found] == []
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.locator("svg.strips:visible").count() == 1
