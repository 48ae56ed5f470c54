"""Scans and photographs: what a machine reads is marked; without it the remedy is told; hostile pictures."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from graph.core.errors import InputError
from loaders.notices.draft import draft
from loaders.notices.files import lines as door
from loaders.notices.model import Notice, Seat
from loaders.notices.read import read_notice
from tests.notices.cases import TEXTS, Case, cases
from tests.notices.pdf_writer import pdf
from visualize.figures.fonts import installed

SHEET = (1240, 1754)
"""A page of A4 at 150 dots an inch."""

LINES = """济南市人民政府办公厅
关于成立济南市河长制工作领导小组的通知
济政办字〔2016〕12号

各县区人民政府，市政府各部门：
　　为加强对河长制工作的组织领导，市政府决定成立济南
市河长制工作领导小组。现将组成人员名单通知如下：
　　组　长：王忠林　　市长
　　副组长：张建设　　副市长
　　成　员：李四光　　市水利局局长
　　　　　　陈　强　　市财政局局长
　　　　　　欧阳晓晖　市发展改革委主任

　　　　　　　　　　　　　济南市人民政府办公厅
　　　　　　　　　　　　　　2016年5月3日""".splitlines()
WANTED = [("王忠林", "市长"), ("张建设", "副市长"), ("李四光", "市水利局局长"), ("陈强", "市财政局局长"),
          ("欧阳晓晖", "市发展改革委主任")]  # fmt: skip


def chinese(size: int) -> ImageFont.FreeTypeFont:
    """A Chinese font of this machine."""
    face = next(f for f in installed() if f.family == "Noto Sans CJK SC" and f.weight == 400)
    return ImageFont.truetype(str(face.path), size, index=face.index)


def drawn(lines: list[str], size: int = 34) -> Image.Image:
    """A page with lines."""
    font = chinese(size)
    sheet = Image.new("RGB", SHEET, "white")
    pen = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        pen.text((130, 130 + number * 1.75 * size), line, font=font, fill="black")
    return sheet


def worn(sheet: Image.Image, tilt: float, blur: float, grain: float) -> Image.Image:
    """A page as a scanner gives it: with a stamp, tilted, blurred, grey and grainy."""
    pen = ImageDraw.Draw(sheet)
    pen.ellipse((720, 930, 990, 1200), outline=(215, 40, 40), width=7)
    pen.text((840, 1050), "★", font=ImageFont.load_default(40), fill=(215, 40, 40))
    turned = sheet.rotate(tilt, fillcolor="white", resample=Image.Resampling.BICUBIC)
    dots = np.asarray(turned.filter(ImageFilter.GaussianBlur(blur)), dtype=float)
    noise = np.random.default_rng(7).normal(0, grain, dots.shape[:2])[:, :, None]
    return Image.fromarray(np.clip(dots * 0.9 + noise, 0, 255).astype("uint8"))


def found(notice: Notice) -> list[Seat]:
    """Every seat, each marked as read by a machine and none sure."""
    seats = [seat for group in notice.groups for seat in group.seats]
    assert notice.to_dict()["read_by_machine"] is True
    assert {seat.certainty for seat in seats} == {"low"}
    assert all("read by a machine" in seat.check.en for seat in seats)
    return seats


def test_a_scan_that_is_tilted_blurred_and_stamped(tmp_path: Path) -> None:
    path = tmp_path / "notice.png"
    worn(drawn(LINES), 1.6, 1.1, 9).save(path)
    notice = read_notice(path)
    assert [(seat.person, seat.title) for seat in found(notice)] == WANTED
    assert notice.groups[0].name == "济南市河长制工作领导小组"
    assert (notice.facts.number, notice.facts.date) == ("济政办字〔2016〕12号", "2016-05-03")
    assert "# A machine read this" in draft(notice, path)


def test_a_photograph_that_is_held_upright_by_its_camera(tmp_path: Path) -> None:
    path = tmp_path / "notice.jpg"
    sheet = drawn(LINES).transpose(Image.Transpose.ROTATE_90)
    turned = Image.Exif()
    turned[0x0112] = 6
    sheet.save(path, exif=turned, quality=70)
    assert [(seat.person, seat.title) for seat in found(read_notice(path))] == WANTED


def test_a_ruled_table_photographed_from_aside_in_bad_light(tmp_path: Path) -> None:
    sheet = drawn(["关于成立济南市河长制工作领导小组的通知"])
    pen, edges = ImageDraw.Draw(sheet), (130, 330, 560, 1100)
    roles = ("组长", "副组长", *["成员"] * 3)
    rows = [
        ("职务", "姓名", "单位及职务"),
        *((r, *who) for r, who in zip(roles, WANTED, strict=True)),
    ]
    for number, row in enumerate(rows):
        top = 300 + 70 * number
        for x, cell in zip(edges, row, strict=False):
            pen.text((x + 20, top + 14), cell, font=chinese(32), fill="black")
        pen.rectangle((130, top, 1100, top + 70), outline="black", width=2)
    for x in edges:
        pen.line((x, 300, x, 300 + 70 * len(rows)), fill="black", width=2)
    aside = (0.92, 0.03, 20, -0.01, 0.95, 30, -0.00002, 0.00003)
    method, smooth = Image.Transform.PERSPECTIVE, Image.Resampling.BICUBIC
    seen = np.asarray(sheet.transform(SHEET, method, aside, smooth, fillcolor=(90, 80, 70)), float)
    path = tmp_path / "notice.jpg"
    light = np.linspace(1, 0.55, SHEET[0])[None, :, None]
    Image.fromarray((seen * light).astype("uint8")).save(path, quality=75)
    assert [(seat.person, seat.title) for seat in found(read_notice(path))] == WANTED


def _scan(*sheets: Image.Image) -> bytes:
    file = io.BytesIO()
    sheets[0].save(file, "PDF", save_all=True, append_images=list(sheets[1:]), resolution=150)
    return file.getvalue()


def test_a_pdf_of_scanned_pages(tmp_path: Path) -> None:
    """The roster goes on over the page; the lines of both pages are counted through."""
    path = tmp_path / "notice.pdf"
    path.write_bytes(_scan(drawn(LINES[:10]), worn(drawn(LINES[10:]), -0.8, 0.8, 6)))
    seats = found(read_notice(path))
    assert [(seat.person, seat.title) for seat in seats] == WANTED
    assert [seat.line for seat in seats] == sorted({seat.line for seat in seats})


FEW = [case for case in cases() if int(case.path.stem[:2]) in (2, 9, 13)]


@pytest.mark.parametrize("case", FEW, ids=lambda case: case.path.stem)
def test_nine_of_ten_seats_of_a_scan_are_right(case: Case, tmp_path: Path) -> None:
    text = (TEXTS / case.path.name).read_text("utf-8").translate({9: "　　", 32: "　"})
    broken = [line[i : i + 34] for line in text.splitlines() for i in range(0, len(line) or 1, 34)]
    path = tmp_path / "notice.pdf"
    sheets = [worn(drawn(broken[i : i + 32], 28), 0.7, 0.7, 6) for i in range(0, len(broken), 32)]
    path.write_bytes(_scan(*sheets))
    read = {(seat.role, seat.person, seat.title) for seat in found(read_notice(path))}
    stated = {(role, person, title) for _, role, person, title, _ in case.seats}
    assert len(read & stated) >= 0.9 * len(stated), stated - read


@pytest.fixture
def without_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the extra were not installed."""
    monkeypatch.setattr(door, "find_spec", lambda name: None)


@pytest.mark.usefixtures("without_machine")
@pytest.mark.parametrize("kind", ["notice.png", "notice.pdf"])
def test_without_the_machine_the_remedy_is_told(kind: str, tmp_path: Path) -> None:
    path = tmp_path / kind
    drawn(LINES).save(path)
    with pytest.raises(InputError, match=r"a picture, without text.*lsgraph\[ocr\]"):
        read_notice(path)


@pytest.mark.usefixtures("without_machine")
def test_a_page_without_text_between_others_is_told(tmp_path: Path) -> None:
    whole = pypdfium2.PdfDocument.new()
    for part in (pdf(LINES), _scan(drawn(["附件"]))):
        whole.import_pages(pypdfium2.PdfDocument(part))
    path = tmp_path / "notice.pdf"
    whole.save(str(path))
    notice = read_notice(path)
    assert [seat.person for seat in notice.groups[0].seats] == [person for person, _ in WANTED]
    (doubt,) = notice.not_understood
    assert doubt.text == "page 2" and "a picture without text" in doubt.why.en


def _bomb() -> bytes:
    """A PNG of 50,000 by 50,000 dots in a few bytes."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b"")]
    made = b"\x89PNG\r\n\x1a\n"
    for name, content in parts:
        check = zlib.crc32(name + content)
        made += struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
    return made


def _cut() -> bytes:
    file = io.BytesIO()
    drawn(LINES).save(file, "PNG")
    return file.getvalue()[:4_000]


def _blank() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 300), "white").save(file, "PNG")
    return file.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (_bomb, "more than 60,000,000 dots"),
    "cut short": (_cut, "damaged"),
    "only a head": (lambda: b"\xff\xd8\xff\xe0" + bytes(40), "damaged"),
    "blank": (_blank, "no text"),
    "another kind": (lambda: b"GIF89a" + bytes(40), "a picture of another kind"),
    "many pages": (
        lambda: _scan(*[Image.new("L", (60, 80), 255)] * 21),
        "21 pages that are pictures",
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_hostile_picture_is_told_in_words(kind: str, tmp_path: Path) -> None:
    make, told = BAD[kind]
    path = tmp_path / "notice.png"
    path.write_bytes(make())
    with pytest.raises(InputError, match=told) as caught:
        read_notice(path)
    assert "notice.png" in str(caught.value)
