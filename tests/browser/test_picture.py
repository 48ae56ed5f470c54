"""What a reader sees: ink where it belongs, labels that fit, a table that equals the drawing."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Page

from graph.pictures import Picture
from tests.browser.conftest import Open, until
from tests.visualize.samples import air_picture, supposed_picture, tree_picture

PICTURES = {
    "air": air_picture(),
    "supposed": supposed_picture(),
    "tree": tree_picture(16, 136),
    "closed": tree_picture(30, 900),
}

# Pixels of the canvas that stand out from a white ground, in an area given in canvas coordinates.
INK = """([x, y, width, height]) => {
  const canvas = document.querySelector('#canvas canvas');
  const from = page.network.canvasToDOM({ x: x - width / 2, y: y - height / 2 });
  const to = page.network.canvasToDOM({ x: x + width / 2, y: y + height / 2 });
  const ratio = canvas.width / canvas.clientWidth;
  const size = [(to.x - from.x) * ratio, (to.y - from.y) * ratio].map(Math.ceil);
  const copy = Object.assign(document.createElement('canvas'), { width: size[0], height: size[1] });
  const ctx = copy.getContext('2d', { willReadFrequently: true });
  ctx.drawImage(canvas, -from.x * ratio, -from.y * ratio);
  const image = ctx.getImageData(0, 0, ...size).data;
  let count = 0;
  for (let i = 0; i < image.length; i += 4)
    if (image[i + 3] > 128 && Math.min(image[i], image[i + 1], image[i + 2]) < 200) count += 1;
  return count;
}"""


def ink(page: Page, area: list[float]) -> int:
    return int(page.evaluate(INK, area))


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_box_has_ink_inside_the_page(show: Open, name: str, width: int, lang: str) -> None:
    page = show(PICTURES[name], width, lang)
    canvas = page.locator("#canvas canvas").bounding_box()
    assert canvas and canvas["x"] >= 0 and canvas["x"] + canvas["width"] <= width
    assert canvas["y"] < 500, "the drawing begins on the first screen"
    form = page.evaluate("page.form()")
    assert len(form["boxes"]) == page.evaluate("page.picture.nodes.length")
    for box in form["boxes"]:
        corner = page.evaluate("([x, y]) => page.network.canvasToDOM({x, y})", box)
        assert 0 < corner["x"] < canvas["width"] and 0 < corner["y"] < canvas["height"]
    for box in form["boxes"][:: max(1, len(form["boxes"]) // 30)]:
        assert ink(page, box) > 60
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["air", "supposed"])
def test_every_tie_has_ink_at_both_ends(show: Open, name: str) -> None:
    page = show(PICTURES[name])
    form = page.evaluate("page.form()")
    kinds = page.evaluate("page.picture.ties.map((tie) => tie.kind)")
    off = set(page.evaluate("[...page.hidden]"))
    for kind, route in zip(kinds, form["routes"], strict=True):
        # Off the box by four pixels, and above the badge: nothing but the tie can be there.
        (x1, y1), (_, y2) = route[:2]
        near = [x1, y1 + (4 if y2 > y1 else -4), 6, 4]
        (x1, y1), (_, y2) = route[-2:]
        far = [x1, y1 + (6 if y2 > y1 else -6), 6, 10]
        assert kind in off or (ink(page, near) > 2 and ink(page, far) > 4)
    badges = [place for place in form["badges"] if place]
    assert len(badges) == Counter(kinds)["AUTHORITY"]
    for x, y, _, width in badges:
        assert ink(page, [x, y, width, 16]) > 40


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_labels_fit_their_boxes_and_are_large_enough(
    show: Open, name: str, width: int, lang: str
) -> None:
    page = show(PICTURES[name], width, lang)
    worst, smallest = page.evaluate("""() => {
      const ctx = document.createElement('canvas').getContext('2d');
      const card = page.picture.layout === 'tiers';
      const sizes = card ? page.picture.card : page.picture.chip;
      const form = page.form();
      let worst = 0;
      form.texts.forEach(([, main], index) => {
        const room = form.boxes[index][2] - sizes.pad * (card ? 1 : 2) - (card ? 0 : 10);
        ctx.font = `${card ? 600 : 400} ${sizes.main_size}px ${draw.FONT}`;
        for (const line of main) worst = Math.max(worst, ctx.measureText(line).width / room);
      });
      return [worst, sizes.main_size * page.network.getScale()];
    }""")
    assert worst <= 1.03
    assert smallest >= 11.5


@pytest.mark.parametrize("name", PICTURES)
def test_the_table_equals_what_is_drawn(show: Open, name: str) -> None:
    picture: Picture = PICTURES[name]
    page = show(picture)
    page.locator("#table summary").click()
    rows = "(rows) => rows.map((row) => ({...row.dataset}))"
    boxes = page.locator("#boxes tbody tr:visible").evaluate_all(rows)
    ties = page.locator("#ties tbody tr:visible").evaluate_all(rows)
    drawn = page.evaluate("page.network.body.nodeIndices")
    assert sorted(row["uid"] for row in boxes) == sorted(drawn)
    # What the legend has switched off at first, the seats, is in neither.
    seats = {"MEMBER_OF", "DEPUTY_CHAIRS"} if name in ("air", "supposed") else set()
    expected = Counter(
        (tie.start, tie.end)
        for tie in picture.ties
        if tie.kind not in seats and {tie.start, tie.end} <= set(drawn)
    )
    assert Counter((row["start"], row["end"]) for row in ties) == expected
    assert set(drawn) <= {node.uid for node in picture.nodes}
    if name != "closed":
        assert len(drawn) == len(picture.nodes)
        assert page.evaluate("page.picture.ties.length") == len(picture.ties)


def test_closed_branches_are_counted(show: Open) -> None:
    page = show(PICTURES["closed"])
    drawn = page.evaluate("page.network.body.nodeIndices.length")
    assert drawn <= 400
    assert page.locator("#shown").inner_text().startswith(f"Showing {drawn} of 931")


def test_a_tie_switched_off_leaves_no_ink(show: Open) -> None:
    page = show(air_picture())
    index = page.evaluate("page.picture.ties.findIndex((tie) => tie.kind === 'AUTHORITY')")
    x, y, _, width = page.evaluate(f"page.form().badges[{index}]")
    assert ink(page, [x, y, width, 16]) > 40
    page.locator('[data-kind="AUTHORITY"]').first.uncheck()
    assert ink(page, [x, y, width, 16]) == 0


def test_the_png_holds_the_whole_picture(show: Open) -> None:
    page = show(supposed_picture())
    with page.expect_download() as waiting:
        page.locator("#png").click()
    download = waiting.value
    assert download.suggested_filename == "Jinan-Laiwu-Cooperation-Zone-Construction-LSG.png"
    body = download.path().read_bytes()
    assert body.startswith(b"\x89PNG")
    width = int.from_bytes(body[16:20], "big")
    assert width == round(2 * page.evaluate("page.form().width"))


def test_paper_gets_the_whole_picture_and_no_buttons(show: Open) -> None:
    page = show(air_picture())
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.locator("#print canvas")
    assert printed.is_visible() and not page.locator("#canvas, button, .help").first.is_visible()
    corner = "(c) => [...c.getContext('2d').getImageData(2, 2, 1, 1).data]"
    assert printed.evaluate(corner) == [255, 255, 255, 255]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert printed.count() == 0


def test_a_smaller_window_gets_the_narrow_layout(show: Open) -> None:
    page = show(air_picture())
    assert page.evaluate("page.form().width") >= 1000
    page.set_viewport_size({"width": 390, "height": 800})
    until(page, "page.form().width < 500")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
