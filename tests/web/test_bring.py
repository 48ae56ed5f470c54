"""Bring in: a file or a text is kept, told what is wrong at its cells, mended, compared and loaded."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html
from starlette.testclient import TestClient

from graph.catalogue import queries
from graph.connection import Database, connect
from graph.connection.limits import Limits
from graph.settings import NEO4J_VERSION, Settings
from loaders.load.verbs import load_groups
from loaders.tables.mend import mend, sheets
from loaders.tables.template.write import write_template
from tests.notices.test_files import BAD
from tests.servers import empty
from tests.tables.test_bad_files import CORPUS
from tests.web.conftest import BASE, BEARER, ENTRY, Client
from tests.web.test_hostile import runs
from tests.whole import whole
from web.app import create_app
from web.http.opened import Opened

ORIGIN = {"Origin": BASE}
NOTICE = """\
济南市人民政府办公厅关于成立济南市东湖治理领导小组的通知
济政办字〔2021〕12号
市政府决定成立济南市东湖治理领导小组。现将组成人员通知如下：
组　长：张甲  市长
副组长：李乙  副市长
成　员：赵丁  市发展和改革委员会主任
        孙己  历城区区长
        某某不明单位人员
济南市人民政府办公厅
2021年3月8日
"""
FIVE = {
    ("seats", 2, 2): "chiar", ("seats", 3, 1): "G9", ("seats", 4, 8): "S99",
    ("sources", 3, 5): "2018-13-45", ("tenures", 2, 4): "2015年13月",
}  # fmt: skip
"""Sheet, row and column of five mistakes in the example of the template."""
RIGHT = {
    "chiar": "组长", "G9": "G1", "S99": "S1", "2018-13-45": "2018-05-20", "2015年13月": "2015年12月",
}  # fmt: skip
PATIENCE_S = 120


@pytest.fixture(scope="module")
def graph(database: Database) -> Database:
    """A graph of the module's own with what is shipped."""
    load_groups(empty(database))
    return database


@pytest.fixture(scope="module")
def home(
    graph: Database,
    server_of: Callable[[str], Settings],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Client]:
    """Somebody inside an application over that graph, with a connection of its own."""
    settings, kept = server_of(NEO4J_VERSION), tmp_path_factory.mktemp("kept")
    app = create_app(Opened(lambda: connect(settings)), Limits(PATIENCE_S), ENTRY, kept)
    with TestClient(app, base_url=BASE, headers=BEARER | ORIGIN, follow_redirects=False) as client:
        yield client


def brought(client: Client, *files: Path, text: str = "") -> str:
    """The address of a draft of files, or of a text."""
    sent = [("files", (file.name, file.read_bytes())) for file in files]
    answer = client.post("/bring", files=sent or None, data={"text": text})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def settled(client: Client, address: str) -> str:
    """The page once nothing is under way any more."""
    until = time.monotonic() + PATIENCE_S
    while True:
        answer = client.get(address)
        if answer.status_code == 303:
            address = answer.headers["location"]
        elif "<progress" not in answer.text:
            return str(answer.text)
        assert time.monotonic() < until
        time.sleep(0.2)


def saved(client: Client, address: str, page: str, cells: dict[str, str]) -> str:
    """The page after cells were saved."""
    answer = client.post(f"{address}/cells", data={"digest": digest(page), **cells})
    assert answer.status_code == 303, answer.text
    return settled(client, address)


def digest(page: str) -> str:
    """The state of the draft that a page shows."""
    return str(html.fromstring(page).xpath("//input[@name='digest']/@value")[0])


def loaded(client: Client, address: str, page: str) -> str:
    """The page after a load."""
    answer = client.post(f"{address}/load", data={"digest": digest(page)})
    assert answer.status_code == 303, answer.text
    return settled(client, answer.headers["location"])


def faulty(page: str) -> dict[str, str]:
    """The fields that are marked as wrong, by name, with what they hold."""
    found = {}
    for one in html.fromstring(page).xpath("//*[@aria-invalid='true']"):
        chosen = one.xpath("./option[@selected]") or [one]
        found[str(one.get("name"))] = str(chosen[0].text or "").strip()
    return found


def example(folder: Path) -> Path:
    """The template with its example, five cells of it wrong."""
    path = folder / "东河.xlsx"
    write_template(path, filled=True)
    mend(path, FIVE)
    return path


def test_five_mistakes_are_mended_and_loaded(home: Client, graph: Database, tmp_path: Path) -> None:
    before = whole(graph)
    address = brought(home, example(tmp_path))
    page = settled(home, address)
    wrong = faulty(page)
    assert sorted(wrong.values()) == sorted(FIVE.values())
    assert "5 faults; nothing is loaded" in page
    assert "Did you mean &#39;chair&#39;?" in page
    assert home.post(f"{address}/load", data={"digest": digest(page)}).status_code == 303
    assert "Unknown role" in settled(home, f"{address}/load")
    assert whole(graph) == before
    page = saved(home, address, page, {name: RIGHT[text] for name, text in wrong.items()})
    assert faulty(page) == {}
    assert "Nothing is wrong. A load would add or change: + 东河治理领导小组" in " ".join(
        page.split()
    )
    page = loaded(home, address, page)
    (link,) = html.fromstring(page).xpath("//main//ul/li/a")
    assert link.text == "东河治理领导小组"
    assert "东河治理领导小组" in home.get(link.get("href")).text
    assert "Loaded as it stands" in settled(home, address)


def test_a_notice_goes_from_its_text_to_the_picture(home: Client, graph: Database) -> None:
    address = brought(home, text=NOTICE)
    page = settled(home, address)
    assert 'id="w1"' in page and "张甲" in page
    doubtful = html.fromstring(page).xpath("//button[@value='high']/@name")
    assert len(doubtful) == 1, "one seat is doubted"
    page = saved(home, address, page, {doubtful[0]: "high"})
    assert not html.fromstring(page).xpath("//button[@value='high']")
    page = loaded(home, address, page)
    (link,) = html.fromstring(page).xpath("//main//ul/li/a")
    assert link.text == "济南市东湖治理领导小组"
    shown = home.get(link.get("href")).text
    assert "张甲" in shown and "历城区" in shown
    (frame,) = html.fromstring(shown).xpath("//iframe/@src")
    assert "济南市东湖治理领导小组" in home.get(frame).text
    names = [row.name for row in queries.group_names(database=graph)]
    assert names.count("济南市东湖治理领导小组") == 1


def test_seats_set_down_elsewhere_come_with_their_notice(home: Client) -> None:
    """What does not stand in the text is refused by name; the rest are the seats of the draft."""
    seats = [
        ("chair", "张甲", "市长"),
        ("deputy_chair", "李乙", "副市长"),
        ("member", "孙晓峰", "市水利局局长"),
    ]
    rows = [{"role": role, "person": who, "title": title} for role, who, title in seats]
    given = json.dumps({"groups": [{"name": None, "seats": rows}]}, ensure_ascii=False)
    sent = [("files", ("notice.txt", NOTICE.encode())), ("files", ("seats.json", given.encode()))]
    answer = home.post("/bring", files=sent)
    page = settled(home, answer.headers["location"])
    assert "孙晓峰 does not stand in the text" in page
    assert "2 seats of the draft stand in the text" in page
    alone = home.post("/bring", files=[("files", ("seats.json", given.encode()))])
    assert alone.status_code == 400 and "come together with the one text" in alone.text


ADJUSTED = """\
济南市人民政府办公厅关于调整济南市东湖治理领导小组成员的通知
济政办字〔2022〕7号
增补市水利局局长周壬为成员。李乙不再担任副组长，免去吴癸的成员职务。
济南市人民政府办公厅
2022年6月1日
"""


def test_an_adjustment_is_held_against_its_group(home: Client) -> None:
    page = html.fromstring(settled(home, brought(home, text=ADJUSTED)))
    told = [" ".join(one.text_content().split()) for one in page.xpath("//*[@id='changes']//li")]
    assert told == [
        "joins: 周壬 (member, 市水利局局长)", "leaves: 李乙 (deputy chair, 副市长)", "4 seats stay",
        "吴癸 leaves by the words of the notice, but holds no seat in the graph on that day.",
    ]  # fmt: skip
    assert "2022-06-01" in page.xpath("string(//section[contains(@class, 'sheet')])")
    other = settled(home, brought(home, text=ADJUSTED.replace("东湖", "无名湖")))
    assert "Not compared with the graph." in other


OTHERWISE = {
    "csv: a folder without a table": "The field `name` is missing",
    "csv: one CSV alone": "The table sources has no row",
    "xlsx: a notice": "damaged or cut short",
}
"""What is told of files that a browser sends in another way than a command names them."""


@pytest.mark.parametrize("name", sorted(CORPUS)[::2])
def test_each_bad_file_is_told_and_not_loaded(home: Client, name: str, tmp_path: Path) -> None:
    build, told = CORPUS[name]
    path = build(tmp_path)
    files = [path] if path.suffix or not path.is_dir() else sorted(path.iterdir())
    if not files or not all(one.is_file() and one.name.isprintable() for one in files):
        pytest.skip("a browser sends no folders, links and pipes")
    answer = home.post("/bring", files=[("files", (one.name, one.read_bytes())) for one in files])
    address = answer.headers.get("location", "")
    page = settled(home, address) if address else answer.text
    (alert,) = html.fromstring(page).xpath("//*[@role='alert']")
    text = " ".join(alert.text_content().split())
    wanted = OTHERWISE.get(name, told.replace("group:own.", "group:tables."))
    if address:
        assert " ".join(wanted.split()) in text
        assert home.post(f"{address}/remove").status_code == 303
    assert "/brought/" not in page
    assert ">Load</button>" not in page


def test_nothing_of_the_bad_files_was_loaded(graph: Database) -> None:
    names = {row.name for row in queries.group_names(database=graph)}
    assert not {name for name in names if "东河领导小组" in name}


@pytest.mark.parametrize("name", sorted(BAD))
def test_each_bad_notice_is_told(home: Client, name: str) -> None:
    make, told = BAD[name]
    answer = home.post("/bring", files={"files": (name, make())})
    page = settled(home, answer.headers["location"]) if answer.status_code == 303 else answer.text
    assert re.search(told, page) or "This kind of file is not read" in page
    assert ">Load</button>" not in page


def test_two_windows_lose_nothing(home: Client, tmp_path: Path) -> None:
    address = brought(home, example(tmp_path))
    page = settled(home, address)
    first, *others = faulty(page)
    saved(home, address, page, {first: "first"})
    late = home.post(f"{address}/cells", data={"digest": digest(page), others[0]: "late"})
    assert late.status_code == 400
    assert "changed in another window" in late.text
    assert ">late</textarea>" in late.text or ">late</option>" in late.text
    assert "first" in settled(home, address)


@pytest.mark.parametrize(
    "name", ["../../evil.xlsx", "..\\evil.xlsx", "/etc/evil.xlsx", "a\x00b.xlsx", "<img src=x>.xlsx",
             "名" * 300 + ".xlsx", "CON:.xlsx"],
)  # fmt: skip
def test_no_name_of_a_file_leads_out(home: Client, name: str, tmp_path: Path) -> None:
    content = example(tmp_path).read_bytes()
    answer = home.post("/bring", files={"files": (name, content)})
    assert answer.status_code == 303, answer.text
    page = settled(home, answer.headers["location"])
    assert "5 faults" in page
    assert "<img src=x" not in page
    assert runs(page) == []


@pytest.mark.parametrize(
    "address", ["/bring/0123456789abcdef", "/bring/..%2f..%2fserver", "/bring/%00", "/bring/x/load",
                "/bring/0123456789abcdef/workbook.xlsx"],
)  # fmt: skip
def test_no_draft_is_told(home: Client, address: str) -> None:
    assert home.get(address).status_code == 404


def test_what_cannot_be_sent_together_is_refused(home: Client, tmp_path: Path) -> None:
    book = example(tmp_path).read_bytes()
    two = [("files", ("a.xlsx", book)), ("files", ("b.xlsx", book))]
    assert "must all be CSV" in home.post("/bring", files=two).text
    assert "Choose a file" in home.post("/bring", data={"text": " "}).text
    assert ".ods" in home.post("/bring", files={"files": ("a.ods", b"x")}).text
    assert home.post("/bring", content=b"--x", headers={
        "Content-Type": "multipart/form-data; boundary=y"}).status_code == 400  # fmt: skip
    large = home.post("/bring", files={"files": ("a.txt", b"x" * 21_000_000)})
    assert large.status_code == 413


def test_tables_of_csv_are_one_draft(home: Client, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_template(folder, "csv", filled=True)
    page = settled(home, brought(home, *sorted(folder.glob("*.csv"))))
    assert "东河治理领导小组" in page
    assert "Save the cells" not in page, "cells of CSV are mended elsewhere"


def test_cells_that_hurt_are_text(home: Client, tmp_path: Path) -> None:
    path = tmp_path / "own.xlsx"
    write_template(path, filled=True)
    hurts = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    mend(path, {("groups", 2, 2): hurts, ("seats", 2, 5): hurts, ("seats", 3, 2): hurts})
    address = brought(home, path)
    page = settled(home, address)
    assert runs(page) == [] and "alert(1)" in page
    answer = home.post(f"{address}/cells", data={"digest": digest(page), "c.3.2.5": "=1+1"})
    assert answer.status_code == 303
    kept = home.get(f"{address}/workbook.xlsx")
    (tmp_path / "kept.xlsx").write_bytes(kept.content)
    seats = next(one for one in sheets(tmp_path / "kept.xlsx") if one.title == "seats")
    assert seats.rows[2][5] == "=1+1"
    hidden = home.post(
        f"{address}/cells", data={"digest": digest(settled(home, address)), "c.3.2.5": "甲\u202e乙"}
    )
    assert hidden.status_code == 400 and "cannot be seen" in hidden.text


def test_nobody_outside_brings_anything(anybody: Client, outside: Client) -> None:
    assert anybody.get("/bring").status_code == 404
    assert anybody.post("/bring", headers=ORIGIN, data={"text": NOTICE}).status_code in (404, 405)
    assert outside.get("/bring").status_code == 401
    assert outside.post("/bring", headers=ORIGIN, data={"text": NOTICE}).status_code == 401


def test_another_page_cannot_send_the_form(home: Client) -> None:
    sent = home.post("/bring", data={"text": NOTICE}, headers={"Origin": "http://evil.example"})
    assert sent.status_code == 403


def test_the_page_speaks_chinese(home: Client, tmp_path: Path) -> None:
    address = brought(home, example(tmp_path))
    page = settled(home, f"{address}?lang=zh")
    assert "5 处问题" in page and "保存单元格" in page
    assert "组长" in page
    home.cookies.clear()


def test_the_address_of_a_draft_is_quoted(home: Client) -> None:
    address = brought(home, text=NOTICE)
    page = settled(home, f"{address}?name={quote('东湖 <b>')}")
    assert "东湖 &lt;b&gt;" in page
    assert runs(page) == []
