"""Saved pages: the main text without what surrounds it, tables as tables, every encoding; hostile ones."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from graph.core.errors import InputError
from loaders.notices.model import Notice
from loaders.notices.read import read_notice
from tests.notices.cases import TEXTS, Case, cases, score

TITLE = "济南市人民政府办公厅关于成立济南市河长制工作领导小组的通知"
START = "<p>为加强对河长制工作的组织领导，决定成立济南市河长制工作领导小组，现将名单通知如下：</p>"
ROSTER = """<p>　　组　长：王忠林　　市长</p><p>　　成　员：李四光　　市水利局局长<br>
　　欧阳强　　市财政局局长</p>"""
WANTED = [("王忠林", "市长"), ("李四光", "市水利局局长"), ("欧阳强", "市财政局局长")]
AROUND = """<!DOCTYPE html>
<!-- saved from url=(0030)https://www.example.gov.cn/a.html -->
<html><head><meta charset="{charset}"><title>{title}_济南市人民政府</title>
<script>var roster = "<p>组长：坏人甲（市长）</p>";</script><style>p {{ margin: 0 }}</style></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li></ul>
<p>成员：坏人乙 市长信箱</p></div>
<div class="page"><div class="where">当前位置：<a href="/">首页</a> &gt; <a href="/z">文件</a></div>
<h1>{title}</h1><div class="told">发布时间：2016-05-03　来源：市政府办公厅　字体：[大 中 小]</div>
<div class="text">{body}<p style="display: none">成员：坏人丙（市长）</p></div>
<div class="more"><h3>相关文件</h3>
<ul><li><a href="/b">关于成立济南市扶贫工作领导小组的通知</a></li></ul></div></div>
<div class="foot"><p>主办：济南市人民政府办公厅　承办：济南市大数据局</p></div><nav>成员：坏人丁（市长）</nav>
</body></html>"""


def page(body: str, charset: str = "utf-8") -> str:
    """A page of a government site around the body of a notice."""
    return AROUND.format(title=TITLE, body=body, charset=charset)


def persons(notice: Notice) -> list[tuple[str | None, str | None]]:
    """Person and title of every seat."""
    return [(seat.person, seat.title) for group in notice.groups for seat in group.seats]


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str | bytes], Notice]:
    """Reads a page from a file."""

    def of(text: str | bytes) -> Notice:
        path = tmp_path / "page.html"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_notice(path)

    return of


Read = Callable[[str | bytes], Notice]


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gbk", "utf-16"])
def test_a_page_of_a_government_site(encoding: str, read: Read) -> None:
    notice = read(page(START + ROSTER, encoding).encode(encoding))
    assert persons(notice) == WANTED
    assert notice.groups[0].name == "济南市河长制工作领导小组"
    assert notice.facts.title == TITLE
    assert notice.not_understood == ()


def test_a_page_of_hong_kong(read: Read) -> None:
    body = START + "<p>組長：陳國基（市長）</p><p>成員：張偉（市水利局局長）</p>"
    notice = read(page(body, "big5").encode("big5hkscs", "xmlcharrefreplace"))
    assert persons(notice) == [("陳國基", "市長"), ("張偉", "市水利局局長")]


TABLES = {
    "role over rows": "<tr><td>组长<td>王忠林<td>市长<tr><td rowspan=2>成员<td>李四光<td>市水利局局长"
    "<tr><td>欧阳强<td>市财政局局长",
    "a head over columns": "<tr><th>职务<th>姓名<th colspan=2>单位及职务<th>备注"
    "<tr><td>组长<td>王忠林<td colspan=2>市长<td><tr><td rowspan='2'>成员<td>李四光"
    "<td colspan=2>市水利局局长<td><tr><td>欧阳强<td colspan=2>市财政局局长<td>",
    "roles in rows of their own": "<tr><th colspan=2>组长<tr><td>王忠林<td>市长<tr><th colspan=2>成员"
    "<tr><td>李四光<td>市水利局局长<tr><td>欧阳强<td>市财政局局长",
    "persons one below the other": "<tr><td>组长<td>王忠林<td>市长"
    "<tr><td>成员<td><p>李四光<p>欧阳强<td>市水利局局长<br>市财政局局长",
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_of_a_page(kind: str, read: Read) -> None:
    assert persons(read(page(f"{START}<table border=1>{TABLES[kind]}</table>"))) == WANTED


def test_a_table_that_lays_out_the_page_is_none(read: Read) -> None:
    laid = f"<table><tr><td>目录<td><table><tr><td>{START}{ROSTER}</table></table>"
    assert persons(read(page(laid))) == WANTED


def test_lines_that_the_page_shows_as_typed(read: Read) -> None:
    typed = "组长：王忠林（市长）\n成员：李四光（市水利局局长）\n欧阳强（市财政局局长）"
    assert persons(read(page(f"{START}<pre>{typed}</pre>"))) == WANTED


def test_sounds_over_characters_are_left_out(read: Read) -> None:
    body = ROSTER.replace("忠", "<ruby>忠<rp>(</rp><rt>zhōng</rt><rp>)</rp></ruby>")
    assert persons(read(page(START + body))) == WANTED


def test_a_page_in_an_envelope(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://www.example.gov.cn/a.html"
    message.set_content(page(START + ROSTER), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    path = tmp_path / "page.mhtml"
    path.write_bytes(bytes(message))
    assert persons(read_notice(path)) == WANTED


def test_a_page_without_anything_around(read: Read) -> None:
    assert persons(read(f"<html><body><h3>{TITLE}</h3>{ROSTER}</body></html>")) == WANTED


def _marked(case: Case) -> str:
    """A text as a page: a paragraph a line, rows between tabs or bars as a table."""
    made = []
    for line in case.path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        row = "".join(f"<td>{cell}</td>" for cell in cells)
        made.append(f"<tr>{row}</tr>" if len(cells) > 2 else f"<p>{line}</p>")
    text = "\n".join(made)
    return text.replace("</p>\n<tr>", "</p><table><tr>").replace("</tr>\n<p>", "</tr></table><p>")


FEW = [
    case for case in cases() if int(case.path.stem[:2]) in (1, 3, 5, 9, 13, 14, 20, 24, 39, 55, 71)
]


@pytest.mark.parametrize("case", FEW, ids=lambda case: case.path.stem)
def test_a_text_reads_the_same_from_a_page(case: Case, read: Read) -> None:
    found = score(case, read(AROUND.format(title="文件", body=_marked(case), charset="utf-8")))
    assert found.right >= score(case).right
    assert found.silent == ()


HOSTILE: dict[str, tuple[Callable[[], str], str]] = {
    "marks without end": (lambda: page("<b>" * 2_000_000), "is no notice"),
    "text without end": (lambda: page(f"<p>{'成员' * 150_000}</p>"), "200,000 characters"),
    "nothing in it": (lambda: "<html><body><script>1</script></body></html>", "no text"),
    "a character that turns": (lambda: page("<p>组长：\u202e王忠林</p>" + START), "cannot be seen"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_is_told_in_words(kind: str, read: Read) -> None:
    make, told = HOSTILE[kind]
    with pytest.raises(InputError, match=told):
        read(make())


ODD = {
    "deep": "<div>" * 100_000 + START + ROSTER,
    "tables in tables": "<table><tr><td>" * 3_000 + ROSTER,
    "a cell over everything": f"{START}{ROSTER}<table><tr><td rowspan=65534 colspan=65534>a<td>b"
    + "<tr><td>c<td>d" * 2_000 + "</table>",
    "entities": '<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>' + START + ROSTER + "&c;" * 9_000,
    "many cells": f"{START}{ROSTER}<table><tr>" + "<td>a" * 400_000 + "</table>",
}  # fmt: skip


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_page_is_read_or_refused_in_a_bounded_time(kind: str, read: Read) -> None:
    before = time.monotonic()
    try:
        assert set(persons(read(page(ODD[kind])))) <= set(WANTED)
    except InputError as error:
        assert "page.html" in str(error)
    assert time.monotonic() - before < 90


def test_a_text_that_speaks_of_marks_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        "1 < 2，见 <html> 一节\n" + (TEXTS / "01_lines_air.txt").read_text("utf-8"), "utf-8"
    )
    assert len(persons(read_notice(path))) > 5


def test_a_fault_of_the_reader_is_told_as_it_is(
    tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that cannot be loaded is no want of memory."""
    broken = tmp_path / "broken" / "lxml"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('lxml is not whole')", "utf-8")
    monkeypatch.syspath_prepend(str(broken.parent))
    with pytest.raises(InputError, match=r"page\.html: The reader failed: .*lxml is not whole"):
        read(page(START + ROSTER))
