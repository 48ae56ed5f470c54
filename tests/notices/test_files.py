"""Files of every kind: four encodings, Word with tables, PDF; and what cannot be read, said in words."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from graph.core.errors import InputError
from loaders.notices.read import read_notice
from tests.notices.cases import TEXTS, Case, cases, score
from tests.notices.pdf_writer import pdf

LINES = "01_lines_air"
TABLE = "13_table_straw"


def case(name: str) -> Case:
    """The case of a name."""
    return next(one for one in cases() if one.path.stem == name)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_encoding_gives_the_same_seats(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    text = (TEXTS / f"{LINES}.txt").read_text(encoding="utf-8")
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    assert read_notice(path).to_dict() == read_notice(TEXTS / f"{LINES}.txt").to_dict()


HEAD = "济南市人民政府办公厅关于成立济南市河长制工作领导小组的通知"
FOUR = [
    "组长：王忠林（市长）",
    "副组长：张三丰（副市长）",
    "成员：李四光（市水利局局长）",
    "陈强（市财政局局长）",
]


def _xml(body: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(body.replace(">", f" {nsdecls('w')}>", 1))


def _boxed(document: Any) -> None:
    """A roster in a text box, which old programs find a second time."""
    box = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in FOUR)
    inside = f"<w:txbxContent>{box}</w:txbxContent>"
    document.element.body.insert(
        1,
        _xml(
            f"<w:p><w:r><w:drawing>{inside}</w:drawing><w:Fallback>{inside}</w:Fallback></w:r></w:p>"
        ),
    )


def _tracked(document: Any) -> None:
    """A roster whose last line was inserted, beside a line that was deleted."""
    for line in FOUR[:3]:
        document.add_paragraph(line)
    document.element.body.insert(
        4, _xml(f"<w:p><w:ins><w:r><w:t>{FOUR[3]}</w:t></w:r></w:ins></w:p>")
    )
    gone = "<w:r><w:delText>周涛（市体育局局长）</w:delText></w:r>"
    document.element.body.insert(5, _xml(f"<w:p><w:del>{gone}</w:del></w:p>"))


def _nested(document: Any) -> None:
    """A roster as a table in the cell of a table."""
    table = document.add_table(1, 1).cell(0, 0).add_table(4, 1)
    for row, line in enumerate(FOUR):
        table.cell(row, 0).text = line


def _merged(document: Any) -> None:
    """A table whose first cell goes on from one that is not there."""
    table = document.add_table(4, 1)
    for row, line in enumerate(FOUR):
        table.cell(row, 0).text = line
    table.cell(0, 0)._tc.get_or_add_tcPr().append(_xml("<w:vMerge></w:vMerge>"))


@pytest.mark.parametrize("made", [_boxed, _tracked, _nested, _merged])
def test_words_of_a_word_file_are_read_wherever_they_stand(
    made: Callable[[Any], None], tmp_path: Path
) -> None:
    document = docx.Document()
    document.add_paragraph(HEAD)
    made(document)
    document.save(str(tmp_path / "notice.docx"))
    (group,) = read_notice(tmp_path / "notice.docx").groups
    assert [seat.person for seat in group.seats] == ["王忠林", "张三丰", "李四光", "陈强"]


def test_a_body_merged_over_rows_is_that_of_each(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(HEAD)
    rows = [("职务", "姓名", "单位", "行政职务"), ("组长", "王忠林", "市政府", "市长"),
            ("成员", "李四光", "市水利局", "局长"), ("成员", "陈强", "", "副局长")]  # fmt: skip
    table = document.add_table(len(rows), 4)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
    table.cell(2, 2).merge(table.cell(3, 2))
    document.save(str(tmp_path / "notice.docx"))
    (group,) = read_notice(tmp_path / "notice.docx").groups
    assert [seat.unit for seat in group.seats] == ["市政府", "市水利局", "市水利局"]


def test_a_word_file_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(InputError, match="declares entities"):
        read_notice(path)


def test_characters_that_only_look_like_others_are_those(tmp_path: Path) -> None:
    """⽔ and ⾦ of a PDF are 水 and 金."""
    path = tmp_path / "notice.txt"
    path.write_text(f"{HEAD}\n组长：⾦明（市⽔利局局长）\n", encoding="utf-8")
    (seat,) = read_notice(path).groups[0].seats
    assert (seat.person, seat.unit) == ("金明", "市水利局")


def word(path: Path, name: str) -> Path:
    """A text as a Word file: rows with tabs as a table, in their place between the paragraphs."""
    document = docx.Document()
    rows: list[list[str]] = []
    for line in [*(TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines(), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(rows=len(rows), cols=len(rows[0]))
            for i, row in enumerate(rows):
                for k, cell in enumerate(row):
                    table.cell(i, k).text = cell
            rows = []
        document.add_paragraph(line)
    document.save(str(path))
    return path


@pytest.mark.parametrize("name", [LINES, TABLE, "14_table_river", "54_merged_census"])
def test_word_with_paragraphs_and_tables(name: str, tmp_path: Path) -> None:
    found = score(case(name), read_notice(word(tmp_path / "notice.docx", name)))
    assert (found.right, found.silent) == (found.stated, ())


def test_merged_cells_of_a_word_table_count_once(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("济南市人民政府关于成立济南市河长制工作领导小组的通知")
    table = document.add_table(rows=4, cols=3)
    cells = (("组内职务", "姓名", "职务"), ("组长", "王文涛", "市长"), ("成员", "李宽端", "副市长"),
             ("", "王桂英", "副市长"))  # fmt: skip
    for i, row in enumerate(cells):
        for k, text in enumerate(row):
            table.cell(i, k).text = text
    table.cell(2, 0).merge(table.cell(3, 0))
    path = tmp_path / "merged.docx"
    document.save(str(path))
    seats = read_notice(path).groups[0].seats
    assert [(s.role, s.person) for s in seats] == [
        ("chair", "王文涛"), ("member", "李宽端"), ("member", "王桂英"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["03_brackets_purchase", "05_prose_quake", "21_numbered_grid"])
def test_a_pdf_with_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.pdf"
    path.write_bytes(pdf((TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()))
    found, plain = score(case(name), read_notice(path)), score(case(name))
    assert (found.right, found.silent) == (plain.right, ())


def test_a_paragraph_of_a_pdf_runs_over_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "notice.pdf"
    units = ("市发展改革委", "市财政局", "市水利局", "市生态环境局", "市农业农村局", "市交通运输局")
    whole = f"成员：{'、'.join(units)}主要负责同志。"
    broken = [whole[i : i + 30] for i in range(0, len(whole), 30)]
    path.write_bytes(pdf(["组长：市长", *broken, "领导小组办公室设在市水利局。"]))
    seats = read_notice(path).groups[0].seats
    assert {(s.unit, s.title) for s in seats if s.role == "member"} == {
        (unit, "主要负责同志") for unit in units
    }


def _zip(names: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in names.items():
            packed.writestr(name, content)
    return buffer.getvalue()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "is empty"),
    "blank.txt": (lambda: " \n\t\n　\n".encode(), "no text"),
    "mark.txt": (lambda: b"\xef\xbb\xbf", "no text"),
    "binary.txt": (lambda: bytes(range(256)) * 40, "no text file|neither UTF-8"),
    "zeros.txt": (lambda: bytes(4000), "no text"),
    "broken.txt": (lambda: "组长：张".encode() + b"\xff\xfe\xff" + "三".encode(), "neither UTF-8"),
    "picture.docx": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(64), "a picture"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word file"),
    "rich.txt": (lambda: b"{\\rtf1\\ansi hello}", "RTF"),
    "huge.txt": (lambda: "成员：市财政局\n".encode() * 50_000, "more than 200,000 characters"),
    "archive.docx": (lambda: _zip({"a.txt": b"x"}), "without a Word file in it"),
    "cut.docx": (lambda: _zip({"word/document.xml": b"<a/>"})[:40], "damaged"),
    "hollow.docx": (lambda: _zip({"word/document.xml": b"<a/>"}), "damaged"),
    "bomb.docx": (lambda: _zip({"word/document.xml": b" " * 120_000_000}), "zip bomb"),
    "scan.pdf": (lambda: pdf([]), "no text and no picture"),
    "locked.pdf": (lambda: pdf(["组长"], encrypted=True), "encrypted"),
    "cut.pdf": (lambda: pdf(["组长"])[:60], "damaged|no text"),
    "false.pdf": (lambda: b"%PDF-1.4\nnothing", "damaged|no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_can_not_be_read_is_told_in_words(name: str, tmp_path: Path) -> None:
    make, told = BAD[name]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(InputError, match=told) as caught:
        read_notice(path)
    assert name in str(caught.value)


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_notice(tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        read_notice(tmp_path / "none.txt")


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.truncate(21_000_000)
    with pytest.raises(InputError, match="21,000,000 bytes"):
        read_notice(path)


def test_a_pdf_that_unpacks_without_end_is_not_opened(tmp_path: Path) -> None:
    packed = zlib.compressobj(9)
    stream = b"".join(packed.compress(bytes(10_000_000)) for _ in range(25)) + packed.flush()
    path = tmp_path / "notice.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj <</Filter /FlateDecode>> stream\n" + stream + b"\nendstream"
    )
    with pytest.raises(InputError, match="PDF unpacks to far more than it should"):
        read_notice(path)
