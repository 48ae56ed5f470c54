"""Work in a picture: dimmed, alone, collapsed, moved, coloured; by keyboard too, and kept in the link."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from graph.pictures import Picture
from tests.browser.conftest import Open, until
from tests.browser.test_picture import ink
from tests.browser.test_vector import saved, texts
from tests.visualize.samples import CENTRE, CHAIR, GROUP, air_picture, node, tie, words
from tests.visualize.test_layouts import mayors

HENAN = "410000"


def crowded() -> Picture:
    """Fourteen groups of three types over twelve cities, each city in every group but its own."""
    types = ("STRONG", "WEAK", "UNKNOWN")
    groups = [
        replace(node(f"g{n}", f"小组{n}", f"Group {n}", "group", types[n % 3], 7), faded=n == 13)
        for n in range(14)
    ]
    cities = [node(f"c{n}", f"市{n}", f"City {n}", "prefecture", "member", 6) for n in range(12)]
    province = node("p", "省", "Province", "province", "focus", 8)
    ties = [
        tie(group.uid, city.uid, "AUTHORITY", "LINE" if n % 2 else "PEER", n % 2)
        for n, group in enumerate(groups)
        for m, city in enumerate(cities)
        if n != m
    ]
    ties += [tie("p", city.uid, "COMMAND") for city in cities]
    return Picture(
        words("Groups"), words("Groups of a province."), "2018-12-25", "tiers", (), (),
        (province, *groups, *cities), tuple(ties),
    )  # fmt: skip


def place(page: Page, uid: str) -> int:
    return int(page.evaluate("(uid) => page.picture.index.get(uid)", uid))


def shown(page: Page) -> set[str]:
    """Uids of the boxes that are drawn."""
    return set(
        page.evaluate(
            "page.picture.nodes.filter((_, place) => page.isShown(place)).map((node) => node.uid)"
        )
    )


def inked(page: Page, uid: str) -> int:
    return ink(page, page.evaluate("(place) => page.form().boxes[place]", place(page, uid)))


def live(page: Page) -> str:
    return page.locator("#live").inner_text()


def test_pointer_and_choice_dim_what_is_not_tied(show: Open) -> None:
    page = show(air_picture())
    at = page.evaluate(
        "([x, y]) => page.network.canvasToDOM({ x, y })",
        page.evaluate("(place) => page.form().boxes[place]", place(page, HENAN))[:2],
    )
    bright = {uid: inked(page, uid) for uid in (CHAIR, GROUP, "140000")}
    page.locator("#canvas").hover(position=at)
    page.wait_for_timeout(100)
    dimmed = {uid: inked(page, uid) for uid in bright}
    assert dimmed[CHAIR] == bright[CHAIR]
    assert dimmed["140000"] < bright["140000"] / 4 and dimmed[GROUP] < bright[GROUP] / 4
    page.mouse.move(2, 2)
    page.wait_for_timeout(100)
    assert {uid: inked(page, uid) for uid in bright} == bright
    page.locator("#canvas").focus()
    page.keyboard.press("End")
    assert {uid: inked(page, uid) for uid in bright} == dimmed
    assert "Henan" in live(page) and "Tied to 1 box." in live(page)
    page.keyboard.press("Escape")
    assert {uid: inked(page, uid) for uid in bright} == bright


def test_a_box_alone_and_back_by_keyboard_and_by_link(show: Open) -> None:
    page = show(air_picture())
    page.locator("#table summary").click()
    whole = page.evaluate("page.form().height")
    page.locator("#canvas").focus()
    page.keyboard.press("End")
    page.keyboard.press("i")
    assert shown(page) == {HENAN, CHAIR}
    assert "Henan and 1 box tied to it are shown alone." in live(page)
    rows = page.locator("#boxes tbody tr:visible").evaluate_all(
        "(rows) => rows.map((r) => r.dataset.uid)"
    )
    assert set(rows) == {HENAN, CHAIR}
    assert page.evaluate("page.form().height") < whole / 2, "empty rows are closed up"
    assert inked(page, HENAN) > 60 and inked(page, CHAIR) > 60
    until(page, "location.hash.includes('only=')")
    url = page.url
    page.goto("about:blank")
    page.goto(url)
    until(page, "page.network.body.nodeIndices.length === 2")
    assert shown(page) == {HENAN, CHAIR}
    # What is tied by ties that are asked for is tied too.
    page.locator('.work [data-kind="COMMAND"]').check()
    assert shown(page) == {HENAN, CHAIR, CENTRE}
    page.locator("#canvas").focus()
    page.keyboard.press("Escape")
    assert len(shown(page)) == 20 and live(page) == "All boxes are shown again."


def test_what_hangs_on_one_box_is_collapsed_and_counted(show: Open) -> None:
    page = show(air_picture())
    page.evaluate(f"page.choose({place(page, CHAIR)})")
    page.get_by_role("button", name="Collapse").press("Enter")
    assert shown(page) == {CHAIR, GROUP, CENTRE} - {GROUP, CENTRE}
    assert "19 boxes" in live(page)
    assert page.evaluate("[...page.picture.folded.values()]") == [19]
    until(page, "location.hash.includes('collapsed=')")
    page.locator("#canvas").focus()
    page.keyboard.press("c")
    assert len(shown(page)) == 20


def test_a_moved_box_takes_its_ties_with_it_and_stays(show: Open) -> None:
    page = show(air_picture())
    henan = place(page, HENAN)
    index = page.evaluate(f"page.picture.ties.findIndex((t) => t.end === '{HENAN}')")
    box, route = page.evaluate(f"[page.form().boxes[{henan}], page.form().routes[{index}]]")
    page.locator("#canvas").focus()
    page.keyboard.press("End")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowLeft")
    moved, led = page.evaluate(f"[page.form().boxes[{henan}], page.form().routes[{index}]]")
    assert moved[:2] == [box[0] - 12, box[1] + 12]
    assert led[-1] == [route[-1][0] - 12, route[-1][1] + 12]
    assert led[-2] == [led[-1][0], route[-2][1]] and led[:-2] == route[:-2]
    # By hand: from its middle upwards.
    start = page.evaluate("([x, y]) => page.network.canvasToDOM({ x, y })", moved[:2])
    corner = page.locator("#canvas").bounding_box()
    assert corner
    page.locator("#canvas").scroll_into_view_if_needed()
    page.evaluate(f"page.choose({henan})")
    corner = page.locator("#canvas").bounding_box()
    assert corner
    page.mouse.move(corner["x"] + start["x"], corner["y"] + start["y"])
    page.mouse.down()
    page.mouse.move(corner["x"] + start["x"], corner["y"] + start["y"] - 40, steps=8)
    page.mouse.up()
    page.wait_for_timeout(100)
    dragged = page.evaluate(f"page.form().boxes[{henan}]")
    assert dragged[1] < moved[1] - 15
    page.wait_for_timeout(500)
    url = page.url
    assert "pin=" in url
    page.goto("about:blank")
    page.goto(url)
    until(page, "page.chosen().node >= 0")
    kept = page.evaluate(f"page.form().boxes[{henan}]")
    assert all(abs(one - other) <= 1 for one, other in zip(kept, dragged, strict=True))
    page.get_by_role("button", name="Places as at first").click()
    assert page.evaluate(f"page.form().boxes[{henan}]") == box


def test_a_bundle_is_named_counted_and_listed(show: Open) -> None:
    page = show(crowded())
    names = page.evaluate("page.form().strands")
    assert names and {family for *_, family in names} == {"AUTHORITY"}
    x, y, width, _ = names[0]
    assert ink(page, [x, y, width - 8, 12]) > 40
    index = page.evaluate(
        "page.picture.ties.findIndex((t) => t.relation === 'LINE' && t.end === 'c0')"
    )
    assert page.evaluate(f"page.sharing({index}).length") == 7
    page.evaluate(f"page.chooseTie({index}); page.panel.tie({index})")
    assert "And 6 more of this bundle." in live(page)
    assert page.locator("#panel li button").count() == 6
    page.locator("#panel li button").first.click()
    assert page.evaluate("page.chosen().tie") != index


def test_a_still_picture_tells_whose_the_lines_of_bundles_are(show: Open, tmp_path: Path) -> None:
    page = show(mayors())
    said = texts(saved(page, tmp_path / "mayors.svg"))
    assert said.count("PEER 0 ⑥⑦") == 2 and said.count("LINE +1 ×5") == 8
    assert "⑦ STRONG" in said and "Lines of bundles" in said
    assert "⑦ Group 6: City 0 (PEER 0); City 1 (PEER 0)" in said
    page.locator('#filters [data-kind="relation:LINE"]').uncheck()
    said = texts(saved(page, tmp_path / "peers.svg"))
    assert not any("LINE" in words for words in said) and "PEER 0 ⑥⑦" in said
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("#print .whose").all_inner_texts()
    assert "⑦ Group 6: City 0 (PEER 0); City 1 (PEER 0)" in printed and len(printed) == 3


def test_command_is_off_where_the_picture_is_crowded_and_stands_in_the_table(show: Open) -> None:
    page = show(crowded())
    page.locator("#table summary").click()
    box = page.get_by_label("Ties of command")
    assert not box.is_checked()
    assert page.locator('#ties tr[data-kind="COMMAND"]:visible').count() == 12
    assert "Showing 27 of 27 boxes and 156 of 168 ties." in page.locator("#filtered").inner_text()
    box.check()
    assert "168 of 168" in page.locator("#filtered").inner_text()
    assert page.locator('#filters [data-kind="COMMAND"]').is_checked()


def test_colour_tells_type_or_relation_and_the_legend_says_so(show: Open) -> None:
    page = show(crowded())
    look = """(uid) => {
      const node = page.picture.nodes[page.picture.index.get(uid)];
      const { colour, glyph } = frames.coloured(node, page.picture);
      return [colour, glyph];
    }"""
    first = {uid: page.evaluate(look, uid) for uid in ("g0", "g1", "c0")}
    page.locator("#colour").select_option("type")
    assert live(page) == "Colour and sign tell the type of group."
    by_type = {uid: page.evaluate(look, uid) for uid in first}
    assert by_type["g0"] != by_type["g1"] and first["g0"] == first["g1"]
    assert page.locator('[data-colours="type"]').is_visible()
    assert "STRONG" in page.locator('[data-colours="type"]').inner_text()
    until(page, "location.hash.includes('colour=type')")
    page.locator("#colour").select_option("relation")
    assert page.evaluate(look, "c0") != by_type["c0"]
    assert "several relations" in page.locator('[data-colours="relation"]').inner_text()
    assert "Faded" in page.locator(".legend").inner_text()
