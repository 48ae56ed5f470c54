"""The picture as a vector file: what is drawn, as text and shapes, in a file that other programs read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from graph.pictures import Picture
from tests.browser.attacks import ATTACKS
from tests.browser.conftest import Open, until
from tests.browser.test_hostile import hostile
from tests.visualize.samples import NOTICE, PRESS, air_picture, supposed_picture, tree_picture

SPACE = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "g", "title", "desc", "rect", "path", "text"}


def saved(page: Page, path: Path) -> ElementTree.Element:
    """The downloaded file, which must be XML."""
    with page.expect_download() as waiting:
        page.locator("#svg").click()
    waiting.value.save_as(path)
    assert waiting.value.suggested_filename.endswith(".svg")
    return ElementTree.parse(path).getroot()


def groups(root: ElementTree.Element) -> Counter[str]:
    return Counter(one.get("class", "") for one in root.iter(f"{SPACE}g"))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(one.itertext()) for one in root.iter(f"{SPACE}text")]


def assert_closed(root: ElementTree.Element) -> None:
    """Shapes and text alone: no script, style, handler, picture or address of another file."""
    for one in root.iter():
        assert one.tag.removeprefix(SPACE) in SHAPES
        for name, value in one.attrib.items():
            assert "href" not in name and not name.startswith("on") and name != "style"
            assert "url(" not in value


PICTURES = {"air": air_picture(), "supposed": supposed_picture(), "tree": tree_picture(6, 30)}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_file_holds_what_is_drawn(show: Open, tmp_path: Path, name: str, lang: str) -> None:
    picture: Picture = PICTURES[name]
    page = show(picture, lang=lang)
    page.emulate_media(color_scheme="dark")
    root = saved(page, tmp_path / "a.svg")
    assert_closed(root)
    off = set(page.evaluate("[...page.hidden]"))
    found = groups(root)
    assert found["box"] == len(picture.nodes)
    assert found["tie"] == sum(tie.kind not in off for tie in picture.ties)
    assert found["badge"] == sum(tie.kind == "AUTHORITY" for tie in picture.ties)
    said = "".join(texts(root)).replace(" ", "")
    for words in (picture.title, picture.caption):
        assert getattr(words, lang).replace(" ", "") in said
    drawn = page.evaluate("page.form().texts.flatMap(([tag, main, sub]) => [tag, ...main, ...sub])")
    assert set(filter(None, drawn)) <= set(texts(root))
    assert "Noto Sans CJK SC" in root.get("font-family", "")
    assert root.find(f"{SPACE}rect").get("fill") == "#ffffff"  # type: ignore[union-attr]


def test_the_sources_stand_under_the_picture(show: Open, tmp_path: Path) -> None:
    page = show(air_picture())
    said = "".join(texts(saved(page, tmp_path / "a.svg")))
    assert f"1. {NOTICE.title} {NOTICE.url}".replace(" ", "") in said.replace(" ", "")
    assert PRESS.title.replace(" ", "") in said.replace(" ", "")
    assert "Miao & Ju 2020" in said
    assert page.evaluate("draw.isDark()") is False


def test_what_is_switched_off_is_not_in_the_file(show: Open, tmp_path: Path) -> None:
    page = show(air_picture())
    page.locator('[data-kind="role:member"]').uncheck()
    found = groups(saved(page, tmp_path / "a.svg"))
    assert (found["box"], found["badge"]) == (7, 4)


@pytest.mark.parametrize("name", PICTURES)
def test_a_browser_draws_the_file_like_the_page(show: Open, tmp_path: Path, name: str) -> None:
    page = show(PICTURES[name])
    root = saved(page, tmp_path / "a.svg")
    boxes = page.evaluate("page.form().boxes")
    size = [float(root.get(side, "0")) for side in ("width", "height")]
    top = page.evaluate("page.form().height")
    assert size[0] == pytest.approx(page.evaluate("page.form().width"), abs=1) and size[1] > top
    (tmp_path / "image.html").write_text("<!doctype html><title>i</title><img src=a.svg>")
    page.goto((tmp_path / "image.html").as_uri())
    until(page, "document.images[0].complete && document.images[0].naturalWidth")
    image = page.locator("img").screenshot()
    from io import BytesIO

    from PIL import Image

    drawn = Image.open(BytesIO(image)).convert("L")
    shift = next(
        float(one.get("transform", "").split()[-1].rstrip(")"))
        for one in root.iter(f"{SPACE}g")
        if one.get("transform", "translate(0 0)") != "translate(0 0)"
    )
    for x, y, width, height in boxes[:40]:
        part = drawn.crop(
            (x - width / 2, y + shift - height / 2, x + width / 2, y + shift + height / 2)
        )
        assert sum(part.histogram()[:200]) > 60


def test_a_file_of_hostile_texts_is_sound(show: Open, tmp_path: Path) -> None:
    page = show(hostile("tiers", one=ATTACKS["end"]))
    root = saved(page, tmp_path / "a.svg")
    assert_closed(root)
    assert groups(root)["box"] == len(ATTACKS) + 1
    assert "<script>window.ran = 1</script>" in "".join(texts(root))
