"""Corrections in the application: typed into a form, checked and kept as by the command."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread
from typing import NoReturn

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from graph.connection.limits import Limits
from graph.settings import Settings
from loaders.overlays.store import listed
from tests.browser.conftest import browser_type_launch_args as browser_type_launch_args
from tests.browser.test_access import violations
from tests.overlays.files import CHAIR, GROUP, correction, overlay, read, shipped
from tests.web.conftest import BASE, BEARER, ENTRY, Client, MakeClient, running
from tests.web.test_hostile import runs
from web.app import create_app
from web.http.opened import Opened

ORIGIN = {"Origin": BASE}
PAGE = "/correct/east-river"
TYPED = {
    "uid": GROUP, "property": "name", "value": "东河综合治理领导小组", "source": "X2",
    "note": "The gazette has it.", "who": "丙",
}  # fmt: skip
NEW = {"source": "", "source_title": "某公报第3期", "source_url": "https://www.example.org/3",
       "source_number": "某发〔2020〕1号", "source_date": "2020-01-02"}  # fmt: skip
HURTS = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</textarea><script>alert(1)</script>",
    "{{ 7 * 7 }}", "javascript:alert(1)", "' onfocus='alert(1)",
)  # fmt: skip


def no_database() -> NoReturn:
    """Corrections are of files: nothing asks the graph."""
    raise AssertionError("a correction asks the graph")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """The files that stand for those that are shipped."""
    return shipped(tmp_path / "shipped", monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of overlays of the home."""
    return tmp_path / "home" / "overlays"


@pytest.fixture
def made(files: tuple[Path, ...], folder: Path) -> Callable[..., Client]:
    """Makes clients of the application; `public` as with --public."""

    def client(public: bool = False) -> Client:
        entry = None if public else ENTRY
        app = create_app(Opened(no_database), Limits(), entry, folder.parent)
        return TestClient(
            app, base_url=BASE, follow_redirects=False, headers={} if public else BEARER
        )

    return client


@pytest.fixture
def client(made: Callable[..., Client]) -> Client:
    """Somebody inside."""
    return made()


def corrected(client: Client, **typed: str) -> str:
    """Correct, and follow to the page that tells what became of it."""
    answer = client.post(PAGE, data={**TYPED, **typed}, headers=ORIGIN)
    assert answer.status_code == 303, answer.text
    told = client.get(answer.headers["location"])
    assert told.status_code == 200
    return told.text


def test_the_form_shows_what_is_published_and_by_whom(client: Client) -> None:
    page = client.get(PAGE).text
    assert "Correct a fact: 东河治理领导小组</h1>" in page
    for words in ("chair: 甲 市长", "member: 乙 副市长", 'label="person"', 'label="source"'):
        assert words in page
    form = client.get(PAGE, params={"uid": CHAIR, "property": "from"}).text
    assert '<dd id="published"><bdi>2016-03-08</bdi></dd>' in form
    assert "<code>X1</code> <bdi>关于成立东河治理领导小组的通知</bdi>" in form
    chinese = client.get(PAGE, params={"uid": CHAIR, "property": "role", "lang": "zh"}).text
    assert (
        "更正事实：东河治理领导小组</h1>" in chinese
        and '<option value="chair" selected>组长' in chinese
    )


def test_a_correction_is_an_overlay_that_a_load_takes(
    client: Client, files: tuple[Path, ...], folder: Path
) -> None:
    page = corrected(client, **NEW)
    assert "Your correction is kept." in page and "<bdi>某公报第3期</bdi>" in page
    (address,) = set(re.findall(r"/overlays/[0-9a-z_-]+\.yaml", page))
    answer = client.get(address)
    assert answer.headers["content-disposition"].startswith("attachment")
    (path,) = folder.glob("*.yaml")
    assert answer.content == path.read_bytes()
    data = read(files, path)
    assert data.groups[0].name == "东河综合治理领导小组"
    source = next(one for uid, one in data.sources.items() if uid.startswith("O"))
    assert (source.title, source.date) == ("某公报第3期 某发〔2020〕1号", "2020-01-02")


@pytest.mark.parametrize(
    ("uid", "property", "typed", "after"),
    [
        (GROUP, "to", "2020年5月", "2020-05"),
        (CHAIR, "source", "X1\n X2\n", ["X1", "X2"]),
        (CHAIR, "executive", "true", True),
        ("post:东河专员", "rank", "5", 5),
        (GROUP, "place", "", None),
    ],
)
def test_what_is_typed_becomes_a_value(
    client: Client, folder: Path, uid: str, property: str, typed: str, after: object
) -> None:
    corrected(client, uid=uid, property=property, value=typed)
    (one,) = listed(folder)
    entry = one.entry
    assert (entry.thing, entry.property, entry.value) == (uid, property, after)
    assert (entry.who, entry.note, entry.source.id) == ("丙", "The gazette has it.", "X2")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"source": ""}, "Say where the value was read"),
        ({"who": ""}, "`who` is missing"),
        ({"source": "X9"}, "No source of the data is called &#39;X9&#39;"),
        ({**NEW, "source_title": ""}, "Say where the value was read"),
        ({**NEW, "source_url": "javascript:alert(1)"}, "not a web address"),
        ({"value": "东河治理领导小组"}, "nothing changes"),
        ({"value": ""}, "`name`"),
        ({"value": "东河\u202e治理"}, "cannot be seen"),
        ({"property": "from", "value": "soon"}, "is not a date"),
        ({"property": "place", "value": "999999"}, "Unknown division"),
    ],
)
def test_what_is_wrong_is_told_above_the_form_that_stays_filled_in(
    client: Client, folder: Path, typed: dict[str, str], says: str
) -> None:
    answer = client.post(PAGE, data={**TYPED, **typed}, headers=ORIGIN)
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    assert says in answer.text
    assert ">\nThe gazette has it.</textarea>" in answer.text
    assert listed(folder) == []


def test_the_second_of_two_is_told_of_the_first(client: Client, folder: Path) -> None:
    corrected(client, value="甲河领导小组", who="丁", note="As the act prints it.")
    form = client.get(PAGE, params={"uid": GROUP, "property": "name"}).text
    assert "A correction of this value stands already:" in form
    assert "<bdi>甲河领导小组</bdi> (<bdi>丁</bdi>" in form and "As the act prints it." in form
    answer = client.post(PAGE, data={**TYPED, "value": "乙河领导小组"}, headers=ORIGIN)
    assert answer.status_code == 400 and "makes it 甲河领导小组" in answer.text
    corrected(client, uid=CHAIR, property="title", value="代市长")
    assert [one.entry.value for one in listed(folder)] == ["甲河领导小组", "代市长"]


def test_a_correction_of_what_is_no_longer_shipped_stays_in_sight(
    client: Client, folder: Path
) -> None:
    folder.mkdir(parents=True)
    gone = CHAIR.replace("03-08", "01-01")
    overlay(folder / "old.yaml", correction(gone, "from", "2016-03-10"))
    page = client.get(PAGE).text
    assert f"<bdi>{gone}</bdi>" in page and "2016-03-10" in page


def test_of_many_who_correct_one_value_at_once_one_is_first(
    made: Callable[..., Client], folder: Path
) -> None:
    many, told = 8, list[int]()
    start = Barrier(many)

    def one(number: int) -> None:
        client = made()
        start.wait()
        data = {**TYPED, "value": f"东河{number}组"}
        told.append(client.post(PAGE, data=data, headers=ORIGIN).status_code)

    threads = [Thread(target=one, args=(number,)) for number in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [303, *[400] * (many - 1)]
    assert len(listed(folder)) == 1 == len(list(folder.iterdir()))


@pytest.mark.parametrize("text", HURTS)
@pytest.mark.parametrize("name", [*TYPED, *NEW])
def test_a_text_that_hurts_comes_back_as_text(client: Client, name: str, text: str) -> None:
    typed = {**TYPED, **(NEW if name in NEW and name != "source" else {}), name: text}
    answer = client.post(PAGE, data=typed, headers=ORIGIN)
    if answer.status_code == 303:
        answer = client.get(answer.headers["location"])
    assert answer.status_code in (200, 400, 404)
    assert runs(answer.text) == [] and runs(client.get(PAGE).text) == []
    assert "49" not in re.sub(r"/static/\w+", "", answer.text) or text != HURTS[3]


@pytest.mark.parametrize(
    "address",
    [
        "/correct/nowhere", f"{PAGE}?uid=group:x", f"{PAGE}?property=x", f"{PAGE}?property=seats",
        "/overlays/x.yaml", "/overlays/..%2f..%2fshipped%2f1_groups.yaml",
    ],
)  # fmt: skip
def test_what_is_not_there_is_told(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_form_of_another_page_is_refused(client: Client, folder: Path) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post(PAGE, data=TYPED, headers=headers).status_code == 403
    outside = TestClient(client.app, base_url=BASE, follow_redirects=False)
    assert outside.post(PAGE, data=TYPED, headers=ORIGIN).status_code == 401
    too_many = {f"f{number}": "x" for number in range(60)}
    assert client.post(PAGE, data={**TYPED, **too_many}, headers=ORIGIN).status_code == 400
    assert (
        client.post(PAGE, data={**TYPED, "value": "x" * 30_000}, headers=ORIGIN).status_code == 400
    )
    assert not folder.exists()


def test_everybody_neither_reads_nor_corrects(made: Callable[..., Client], folder: Path) -> None:
    client = made(public=True)
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, data=TYPED, headers=ORIGIN).status_code == 404
    assert client.get("/overlays/x.yaml").status_code == 404
    assert not folder.exists()


def test_a_group_leads_to_its_corrections_only_inside(make_client: MakeClient) -> None:
    link, patient = 'href="/correct/bth-air-lsg"', Limits(seconds=300)
    inside, anybody = make_client(limits=patient), make_client(public=True, limits=patient)
    assert link in inside.get("/group/bth-air-lsg", headers=BEARER).text
    assert link not in anybody.get("/group/bth-air-lsg").text
    page = inside.get("/correct/bth-air-lsg", headers=BEARER)
    assert page.status_code == 200 and "deputy chair: 李干杰" in page.text


@pytest.mark.parametrize(("width", "lang"), [(390, "en"), (1280, "zh")])
def test_a_fact_is_corrected_in_a_browser(
    browser: Browser, files: tuple[Path, ...], folder: Path, width: int, lang: str
) -> None:
    """From the list of properties to the file by keyboard; no violation, nothing wider than the page."""
    with running(Settings.from_environment(), kept=folder.parent) as base:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce"
        )
        page, faults = context.new_page(), list[str]()
        page.on("console", lambda said: faults.append(said.text))
        page.goto(f"{base}{PAGE}?token={ENTRY.token}&lang={lang}")
        assert violations(page) == []
        page.locator("#values tr", has_text="name_en").get_by_role("link").focus()
        page.keyboard.press("Enter")
        page.locator("#c-value").fill("East River")
        page.locator("#c-who").fill("丙")
        page.locator("#c-who").press("Enter")
        page.wait_for_selector("#faults")
        assert violations(page) == []
        page.locator("#c-source").fill("X1")
        page.locator("#c-note").fill("As printed.")
        page.locator("main form[method=post] button").click()
        page.wait_for_selector("#saved")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        with page.expect_download() as taken:
            page.locator("#saved a").click()
        assert "value: East River" in Path(taken.value.path()).read_text(encoding="utf-8")
        assert [text for text in faults if "status of 400" not in text] == []
        context.close()
