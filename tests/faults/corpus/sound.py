"""A sound input of each kind, the file of it that is spoilt and the text in that which faults replace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx

from tests.notices.pdf_writer import pdf
from tests.tables.files import csv_folder, sound, workbook

ADDRESS = "https://example.org/a"
FORM = f"""form: lsgraph/groups/1
sources:
  T1: {{title: 公告, url: "{ADDRESS}", kind: gov_doc}}
posts:
- {{uid: "post:甲", title: 市长, unit: "370100", mode: HEAD, branch: government, rank: 5,
    rank_basis: stated}}
groups:
- {{uid: "group:a", name: 东河领导小组, kind: 领导小组, field: water, leadership: unknown,
    roster: unknown, from: "2018-07", source: T1}}
"""
TABLES = f"""form: lsgraph/tables/1
sources:
- {{source: S1, title: 关于成立东河治理领导小组的通知, kind: gov_doc, url: "{ADDRESS}"}}
groups:
- {{group: G1, name: 东河治理领导小组, place: 济南市, from: "2018-07", source: S1}}
"""
OWN = "code,name,kind,parent,valid_from,valid_to,source\n370117,钢城区,,,2019-01-01,,东河通告\n"
NOTICE = """济南市人民政府办公厅关于成立东河治理领导小组的通知
组长：王忠林（市长）
成员：李四光（市水利局局长）
2018年7月3日
"""
PAGE = f"<!DOCTYPE html>\n<html><body><pre>\n{NOTICE}</pre></body></html>\n"
QUERY = """// title: One
// question: What is 东河?
// tags: mine
// column n: integer -- one
RETURN 1 AS n
"""


@dataclass(frozen=True)
class Kind:
    """`write` makes the sound input; `spoilt` is the file with the fault, `given` what the reader gets."""

    write: Callable[[Path], None]
    spoilt: str
    given: str
    mark: str = "东河"


def _text(name: str, text: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    return write


def _folder(folder: Path) -> None:
    csv_folder(folder / "own", _tables())


def _tables() -> dict[str, list[list[object]]]:
    tables = sound()
    tables["sources"][0].append("url")
    tables["sources"][1].append(ADDRESS)
    tables["posts"] = [["title", "unit", "rank", "source"], ["济南市市长", "济南市", "5", "S1"]]
    return tables


def _word(folder: Path) -> None:
    document = docx.Document()
    for line in NOTICE.splitlines():
        document.add_paragraph(line)
    document.save(str(folder / "notice.docx"))


def _pdf(folder: Path) -> None:
    (folder / "notice.pdf").write_bytes(pdf(NOTICE.splitlines()))


KINDS: dict[str, Kind] = {
    "group YAML": Kind(_text("own.yaml", FORM), "own.yaml", "own.yaml"),
    "table YAML": Kind(_text("own.yaml", TABLES), "own.yaml", "own.yaml"),
    "CSV folder": Kind(_folder, "own/groups.csv", "own"),
    "workbook": Kind(lambda f: void(workbook(f / "own.xlsx", _tables())), "own.xlsx", "own.xlsx"),
    "own divisions": Kind(_text("own.csv", OWN), "own.csv", "own.csv"),
    "query": Kind(_text("mine/one.cypher", QUERY), "mine/one.cypher", "mine"),
    "notice text": Kind(_text("notice.txt", NOTICE), "notice.txt", "notice.txt"),
    "notice page": Kind(_text("notice.html", PAGE), "notice.html", "notice.html"),
    "notice Word": Kind(_word, "notice.docx", "notice.docx"),
    "notice PDF": Kind(_pdf, "notice.pdf", "notice.pdf"),
    "dump": Kind(_text("graph.dump", "东河"), "graph.dump", "graph.dump"),
}  # fmt: skip
PACKED = ("workbook", "notice Word", "notice PDF", "dump")


def void(made: object) -> None:
    """Nothing; for what is made only for its effect."""
