"""The matrix in a browser: a region of 49 groups and a ministry in 37, with everything loaded."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graph.connection import Database
from graph.pictures import Matrix, MatrixCell, MatrixLine, Picture
from graph.pictures.government.picture import government_picture
from graph.pictures.region.groups import region_groups_picture
from tests.browser.attacks import ATTACKS
from tests.browser.conftest import Open, until
from tests.browser.test_access import tab_to, violations
from tests.browser.test_hostile import attacked, details
from tests.browser.test_picture import ink
from tests.browser.test_vector import SPACE, saved
from tests.second_reading.conftest import wide
from tests.visualize.samples import CHAIR, GROUP, air_picture, node, words

__all__ = ["wide"]

REGION, MINISTRY = "region", "ministry"


@pytest.fixture(scope="module")
def pictures(wide: Database) -> dict[str, Picture]:
    """Both once: the questions behind them take seconds."""
    return {
        REGION: region_groups_picture(wide, "广东省", dt.date(2018, 12, 25)),
        MINISTRY: government_picture(wide, "国家发展和改革委员会", dt.date(2017, 6, 30)),
    }


def small(cells: tuple[MatrixCell, ...], *lines: MatrixLine) -> Picture:
    """A picture of few ties with a matrix of its group."""
    group = MatrixLine(
        replace(node(GROUP, "小组", "Group", "group", "STRONG", 9), faded=True), words("air")
    )
    return replace(air_picture(), matrices=(Matrix(words("Members"), (group,), lines, cells),))


def names_of_rows(page: Page) -> list[str]:
    return page.locator("#grid tbody th[scope=row] .named").all_inner_texts()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", [REGION, MINISTRY])
def test_it_opens_with_the_matrix_legible_and_accessible(
    show: Open, pictures: dict[str, Picture], name: str, width: int, lang: str
) -> None:
    page = show(pictures[name], width, lang)
    assert page.locator("#grid").is_visible() and not page.locator("#canvas").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    # Heads stay where they are when the table is scrolled, and each cell holds what stands in it.
    page.evaluate("document.getElementById('matrix-scroll').scrollTo(200, 400)")
    stage, corner = (page.locator(one).bounding_box() for one in ("#matrix-scroll", ".corner"))
    assert stage and corner
    assert abs(corner["x"] - stage["x"]) < 2 and corner["y"] - stage["y"] < 30
    assert corner["width"] < 0.4 * width
    wider = page.locator("#grid td").evaluate_all(
        "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length"
    )
    assert wider == 0
    page.locator("#grid td.seat").first.click()
    assert page.locator("#matrix-panel").is_visible()
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize("name", [REGION, MINISTRY])
def test_each_seat_has_one_cell_or_is_counted(
    show: Open, pictures: dict[str, Picture], name: str
) -> None:
    page = show(pictures[name])
    for number, matrix in enumerate(pictures[name].matrices):
        page.locator("#m-which").select_option(str(number))
        counted = [line for line in matrix.groups if not line.node.faded]
        assert page.locator("#grid tbody tr").count() == len(counted), "as its caption counts"
        page.locator("#m-stale").check()
        seats, left = (
            page.locator("#grid td.seat").count(),
            page.locator("#grid td.left").all_inner_texts(),
        )
        assert seats + sum(int(text) for text in left if text) == len(matrix.cells)
        if page.locator("#m-all").is_visible():
            assert sum(map(int, filter(None, left))) > 0
            page.locator("#m-all").check()
        assert page.locator("#grid td.seat").count() == len(matrix.cells)
        assert page.locator("#grid tbody tr").count() == len(matrix.groups)
        said = Counter(
            page.locator("#grid td.seat").evaluate_all(
                "(all) => all.map((one) => one.title.split(': ').at(-1))"
            )
        )
        assert said == Counter(
            page.evaluate(
                "(n) => JSON.parse(matrices.textContent).matrices[n].cells.map((one) => one.says[0])",
                number,
            )
        )


def test_rows_are_sorted_turned_put_together_and_searched(
    show: Open, pictures: dict[str, Picture]
) -> None:
    page = show(pictures[REGION], lang="zh")
    matrix = pictures[REGION].matrices[0]
    page.locator("#m-stale").check()
    faded = [
        line.node.label + " ◌" if line.node.faded else line.node.label for line in matrix.groups
    ]
    assert sorted(names_of_rows(page)) == sorted(faded)
    ranks = page.locator("#grid tbody .rank").all_inner_texts()
    assert ranks == sorted(ranks, key=lambda text: -int(text) if text != "–" else 1)

    page.locator("#m-sort").select_option("date")
    dates = {line.node.label: line.since or "" for line in matrix.groups}
    shown = [dates[name.removesuffix(" ◌")].strip("[.]") or "9999" for name in names_of_rows(page)]
    assert shown == sorted(shown)

    page.locator("#m-grouped").check()
    families = page.locator("#grid tbody th[scope=rowgroup]").all_inner_texts()
    assert sorted(families) == sorted({line.family.zh for line in matrix.groups})

    page.locator("#m-rows").select_option("members")
    assert page.locator("#grid tbody th[scope=rowgroup]").first.inner_text() == "广东省"
    assert names_of_rows(page)[0] == "广东省"
    fields = page.locator("#grid .families th").all_inner_texts()
    assert len(fields) == len(set(fields)) == len({line.family.zh for line in matrix.groups})

    # A group that is looked for stands with its members, a member with those who share its groups.
    page.locator("#m-find").fill("粤港澳大湾区")
    assert page.locator("#grid thead th:not(.left) .turned").all_inner_texts() == [
        "粤港澳大湾区建设领导小组"
    ]
    assert {"广东省", "香港特别行政区"} <= set(names_of_rows(page))
    page.locator("#m-find").fill("没有")
    assert page.locator("#matrix-shown").inner_text().startswith("未找到")
    page.locator("#m-find").fill("")
    page.locator("#m-stale").uncheck()
    assert page.locator("#grid thead .faded").count() == 0


def test_the_whole_matrix_by_keyboard(show: Open, pictures: dict[str, Picture]) -> None:
    page = show(pictures[REGION])
    press, live = page.keyboard.press, page.locator("#live")
    page.locator("#m-stale").focus()
    press("Tab")
    assert page.evaluate("document.activeElement.className") == "corner"
    assert page.locator("#grid [tabindex='0']").count() == 1
    press("ArrowDown")
    assert live.inner_text() == "GBA Construction LSG, 10 national, chief, regional"
    press("ArrowRight")
    assert live.inner_text() == "GBA Construction LSG × Guangdong: member, LINE +2"
    press("End")
    assert "not shown" in live.inner_text()
    press("Control+End")
    last = page.evaluate("matrix.rows().length")
    assert (
        page.evaluate("matrix.grid.findIndex((row) => row.includes(document.activeElement))")
        == last
    )
    box, stage = (
        page.evaluate("document.activeElement.getBoundingClientRect().left"),
        page.locator("#matrix-scroll").bounding_box(),
    )
    assert stage and stage["x"] + 300 <= box <= stage["x"] + stage["width"]
    press("Control+Home")
    press("PageDown")
    assert page.evaluate("matrix.grid[10][0] === document.activeElement")
    press("PageUp")
    press("ArrowDown")
    press("ArrowRight")
    press("Enter")
    panel = page.locator("#matrix-panel")
    assert page.evaluate("document.activeElement.id") == "matrix-panel"
    assert "By the chair\n韩正 国务院副总理" in panel.inner_text()
    assert panel.locator("li").count() > 0, "its source"
    press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("matrix.grid[1][1] === document.activeElement")
    # A head tells of its line and lists all its seats, those too that are left out.
    press("Home")
    press("Enter")
    assert panel.locator("ul").last.locator("li").count() == sum(
        cell.group == pictures[REGION].matrices[0].groups[0].node.uid
        for cell in pictures[REGION].matrices[0].cells
    )
    press("Escape")
    press("Tab")
    assert page.evaluate("!document.activeElement.closest('#matrix-scroll')")


def test_one_click_leads_to_the_network_and_back(show: Open, pictures: dict[str, Picture]) -> None:
    page = show(pictures[MINISTRY])
    page.get_by_role("button", name="Network").click()
    until(page, "page.form().width > 600 && document.getElementById('canvas').clientWidth > 0")
    assert not page.locator("#matrix").is_visible() and page.locator("#search").is_visible()
    page.wait_for_timeout(200)
    assert ink(page, page.evaluate("page.form().boxes[0]")) > 60
    page.reload()
    assert page.locator("#canvas").is_visible(), "the address keeps the view"
    page.get_by_role("button", name="Matrix").click()
    assert page.locator("#grid").is_visible()
    assert "view=" not in page.url


def test_the_address_restores_what_is_shown(show: Open, pictures: dict[str, Picture]) -> None:
    page = show(pictures[REGION])
    page.locator("#m-which").select_option("1")
    page.locator("#m-rows").select_option("members")
    page.locator("#m-sort").select_option("number")
    page.locator("#m-grouped").uncheck()
    page.locator("#m-find").fill("马兴瑞")
    shown = page.locator("#grid").inner_text()
    page.reload()
    assert page.locator("#grid").inner_text() == shown
    page.locator("#m-find").fill("")
    page.locator("#m-which").select_option("0")
    assert "m-" not in page.url
    page.goto(page.url + "&m-rows=nonsense&m-sort=x&m-stale=true")
    until(page, "document.getElementById('m-stale').checked")
    assert page.locator("#m-rows").input_value() == "groups"


def test_few_ties_open_as_a_network_and_the_matrix_says_what_is_supposed(show: Open) -> None:
    chair = MatrixLine(node(CHAIR, "主席", "Chair", "post", "chair", 9), words("chair"))
    cell = MatrixCell(GROUP, CHAIR, "deputy_chair", "OUTRANK_ONLY", 1, supposed=True)
    page = show(small((cell,), chair))
    assert page.locator("#canvas").is_visible() and not page.locator("#grid").is_visible()
    tab_to(page, "Matrix矩阵")
    page.keyboard.press("Enter")
    seat = page.locator("#grid td.seat")
    assert seat.inner_text().replace("\n", "") == "≈☆△+1deputy chair, OUTRANK_ONLY +1, supposed"
    assert "faded" in str(seat.get_attribute("class"))
    assert {"≈ supposed", "◌ not seen for long"} <= {
        " ".join(text.split()) for text in page.locator("#signs li").all_inner_texts()
    }
    assert violations(page) == []


@pytest.mark.parametrize("name", [REGION, MINISTRY])
def test_the_vector_file_and_paper_hold_the_matrix(
    show: Open, pictures: dict[str, Picture], tmp_path: Path, name: str
) -> None:
    page = show(pictures[name])
    seats = page.locator("#grid td.seat").evaluate_all("(all) => all.map((one) => one.title)")
    root = saved(page, tmp_path / "matrix.svg")
    drawn = [
        one.findtext(f"{SPACE}title")
        for one in root.iter(f"{SPACE}g") if one.get("class") == "seat"
    ]  # fmt: skip
    assert Counter(drawn) == Counter(seats)
    texts = {one.text for one in root.iter(f"{SPACE}text")}
    assert "Sources" in texts
    # On paper each part repeats the heads and is no wider than a sheet can show.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sizes = page.locator("#print canvas").evaluate_all("(all) => all.map((one) => one.width)")
    rows, columns = page.evaluate("[matrix.rows().length, matrix.columns().length]")
    assert len(sizes) == -(-rows // 40) * -(-columns // 18)
    assert len(set(sizes)) == 1


def test_foreign_text_runs_nowhere(show: Open) -> None:
    texts = [text for text in ATTACKS.values() if text.strip()]
    cells, lines = [], []
    for number, text in enumerate(texts):
        facts, sources = details(text)
        lines.append(MatrixLine(attacked(number, text), words(text), text))
        cells.append(MatrixCell(GROUP, text, text, text, 1, facts=facts, sources=sources))
    page = show(small(tuple(cells), *lines))
    page.get_by_role("button", name="Matrix").click()
    for seat in page.locator("#grid td.seat").all():
        seat.click()
        seat.press("Enter")
    assert page.evaluate("window.ran") is None
    assert page.locator("#matrix :is(script, img, iframe, base, meta)").count() == 0
    assert page.locator("#matrix-panel a[href^='javascript']").count() == 0
