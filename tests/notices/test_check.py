"""The page to check by: text and seats side by side, each seat tied to its words, without any script."""

from __future__ import annotations

import re
import time
from pathlib import Path

import lxml.html
import pytest

from loaders.notices.check import check_page
from loaders.notices.files.lines import read_lines
from loaders.notices.model import Line
from loaders.notices.read import notice_of
from tests.cli.conftest import invoke
from tests.notices.cases import Case, cases

FEW = [case for case in cases() if int(case.path.stem[:2]) % 5 == 0]


@pytest.mark.parametrize("case", FEW, ids=lambda case: case.path.stem)
def test_every_seat_is_tied_to_its_words(case: Case) -> None:
    lines = read_lines(case.path)
    notice = notice_of(lines)
    page = lxml.html.document_fromstring(check_page(notice, lines, case.path))
    seats = [seat for group in notice.groups for seat in group.seats]
    rows = page.xpath("//tr[starts-with(@id, 's')]")
    assert len(rows) == len(seats)
    for number, seat in enumerate(seats, start=1):
        (words,) = page.xpath(f"//*[@id='w{number}']")
        line = int(words.xpath("ancestor::p/@id")[0][1:])
        assert seat.line <= line <= seat.line + 9
        assert (rows[number - 1].get("class") == "low") is bool(seat.check)
    text = [p.text_content() for p in page.xpath("//section[@id='text']/p")]
    assert text == [f"{line.number}{line.text}" for line in lines]


def test_links_lead_somewhere_and_nothing_is_fetched(tmp_path: Path) -> None:
    output = tmp_path / "check.html"
    answer = invoke("read-notice", str(cases()[0].path), "-o", str(output))
    assert answer.code == 0
    text = output.read_text("utf-8")
    page = lxml.html.document_fromstring(text)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href")} <= set(ids)
    assert "default-src 'none'" in text and not re.search(r"<script|https?:|src=", text[300:])


def test_words_of_a_notice_are_no_marks() -> None:
    lines = [Line(1, "组长：王忠林（<b>市长</b>）<script>alert(1)</script>")]
    text = check_page(notice_of(lines), lines, Path("<i>.txt"))
    assert "<script" not in text and "<b>" not in text and "<i>" not in text


def test_a_long_notice_takes_no_long_time() -> None:
    names = (f"{a}{b}{c}" for a in "王李张刘陈杨" for b in "建国志文晓" for c in "明华强伟")
    lines = [
        Line(1, "济南市人民政府办公厅关于成立济南市河长制工作领导小组的通知"),
        Line(2, "组长：王忠林（市长）"),
    ]
    lines += [Line(n, f"成员：{name}（市水利局局长）") for n, name in enumerate(names, start=3)]
    notice = notice_of(lines)
    before = time.process_time()
    assert len(check_page(notice, lines, Path("x.txt"))) > 10_000
    assert time.process_time() - before < 2
